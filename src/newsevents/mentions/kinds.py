"""What a name of unknown kind names: person, organization, place or thing, by its shape and the words around all its occurrences."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from newsevents.lexicon.names import read_weights
from newsevents.mentions.body_names import spells
from newsevents.mentions.clubs import name_clubs
from newsevents.mentions.evidence import Evidence
from newsevents.mentions.names import Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsevents.lexicon.names import Weights
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.stretches import Stretches
    from newsevents.mentions.titles import TitleFinder
    from newsevents.text.analysis import Analysis

KINDS = ("person", "organization", "place", "thing")
_MOST = 3  # occurrences after which a feature tells nothing more
_HOME = 10  # how much likelier the press means a town of its own countries
_DOUBT = 0.5  # by how much more must speak for a thing: a name left out is worse than one too many
_NOWHERE = 1.5  # by how much less a person is what stands behind nothing but prepositions of place
_BRACKET = 2  # tokens from what stands in brackets back to the word before them
_COMPANY = 2  # words of a company's full name
_PROOF = 2.5  # what must speak for an ordinary word before it is a name
_VERSION = 4  # letters or digits of a version

# What each feature says for person, organization, place and thing. Written by hand from the grammar of news: a pack may bring its own.
WEIGHTS: Weights = {
    "tokens:1": (0.0, 0.2, 0.2, 0.9),
    "tokens:2": (1.2, 0.3, 0.2, 0.3),
    "tokens:3": (0.6, 0.8, 0.3, 0.5),
    "tokens:4": (0.0, 1.0, 0.3, 0.8),
    "form:given:one": (2.0, 0.0, 0.2, 0.2),
    "form:given:more": (3.0, 0.0, 0.0, 0.0),
    "given:first": (1.0, 0.0, 0.0, 0.0),
    "town:first": (0.3, 0.5, 0.8, 0.0),
    "known:place": (0.0, 0.0, 2.5, 0.0),
    "known:organization": (0.0, 2.5, 0.0, 0.0),
    "parts:organization": (-1.0, 4.0, 0.0, 0.0),
    "long list:person": (2.0, 0.0, 0.0, 0.0),
    "long list:organization": (0.0, 2.0, 0.0, 0.0),
    "long list:place": (0.0, 0.0, 3.0, 0.0),
    "long list:country": (0.0, 0.0, 2.0, 0.0),
    "among:organization": (0.0, 3.0, 0.0, -1.0),
    "among:person": (2.5, 0.0, 0.0, 0.0),
    "among:place": (0.0, 0.0, 3.0, 0.0),
    "among:thing": (0.0, 0.0, 0.0, 2.5),
    "of:title:GOV": (0.0, 0.5, 1.5, 0.0),
    "of:title:BUS": (-0.5, 2.5, 0.0, 0.0),
    "head:surname": (1.5, 0.0, 1.5, -1.5),
    "head:place": (0.0, 0.0, 2.5, 0.0),
    "acronym": (-2.0, 2.2, 0.0, 0.3),
    "capitals": (-0.5, 0.8, 0.0, 0.3),
    "digit": (-2.0, 0.2, 0.0, 1.5),
    "camel": (-0.3, 0.8, 0.0, 0.6),
    "ordinary:all": (-1.5, 0.6, 0.0, 0.9),
    "ordinary:some": (-0.6, 0.4, 0.0, 0.3),
    "particle": (1.0, 0.0, 0.2, 0.0),
    "initial": (1.5, 0.0, 0.0, 0.0),
    "title:before": (3.5, 0.0, 0.0, 0.0),
    "title:behind": (3.0, 0.0, 0.0, 0.0),
    "age": (3.0, 0.0, 0.0, 0.0),
    "brackets": (-0.5, 0.5, 0.5, 0.2),
    "brackets:person": (-0.5, 1.5, 0.5, 0.0),
    "brackets:organization": (-1.0, 2.0, 0.0, 0.0),
    "brackets:place": (-1.0, 0.5, 1.5, 0.0),
    "quoted": (-0.5, 0.0, -0.5, 2.0),
    "behind:place": (-0.3, -0.3, 1.8, 0.0),
    "before:place": (-0.5, 0.0, 2.0, 0.0),
    "number": (-0.5, 0.0, 0.0, 1.5),
    "owner": (0.5, 0.5, 0.3, 0.0),
    "noun:thing": (-1.0, -0.5, -0.5, 3.0),
    "noun:organization": (-0.5, 3.0, 0.0, 0.0),
    "noun:place": (-0.5, 0.0, 3.0, 0.0),
    "noun:body": (1.5, 0.5, 0.5, 0.0),
    "noun:person": (3.0, 0.0, 0.0, 0.0),
    "apposed:person": (2.5, 0.0, 0.0, 0.0),
    "apposed:organization": (0.0, 2.0, 0.0, 0.0),
    "apposed:place": (0.0, 0.0, 1.5, 0.0),
    "apposed:thing": (0.0, 0.0, 0.0, 1.5),
    "noun": (0.3, 0.7, 0.0, 0.8),
    "definite": (-1.5, 1.0, 0.7, 0.6),
    "definite:more": (-1.5, 1.5, 0.7, 0.6),
    "determiner": (-1.5, 0.0, 0.0, 1.5),
    "adjective": (-0.3, 0.0, 0.3, 0.5),
    "of:place": (-0.3, 0.0, 2.5, 0.0),
    "of:title": (-0.3, 1.2, 0.6, 0.0),
    "of:organization": (0.2, 0.4, 0.7, 0.0),
    "of:thing": (0.3, 0.2, 0.5, 0.2),
    "of:action": (0.6, 0.3, 0.4, 0.0),
    "at": (-0.7, -0.2, 1.7, 0.0),
    "at:article": (-1.0, 0.2, 1.0, 0.4),
    "at:only": (-1.2, -0.2, 2.5, 0.0),
    "from": (-1.0, 0.0, 3.0, 0.0),
    "by": (0.8, 0.6, 0.0, 0.0),
    "with": (0.6, 0.4, 0.0, 0.0),
    "modifier": (-0.5, 0.6, 0.2, 0.4),
    "modifier:brand": (-0.5, 0.2, 0.0, 2.0),
    "modifier:organization": (-0.5, 2.5, 0.0, 0.0),
    "modifier:place": (-0.2, 0.0, 1.5, 0.0),
    "either:EDU": (0.0, 2.5, 1.0, -1.0),
    "either:MED": (0.0, 1.0, 2.0, -1.0),
    "either:REL": (0.0, 1.0, 2.0, -1.0),
    "either:other": (0.0, 2.2, 1.2, -1.0),
    "subject:says": (1.2, 1.0, -0.5, -0.8),
    "subject": (0.7, 0.7, -0.2, -0.3),
    "object:place": (-0.5, 0.0, 1.5, 0.0),
    "list:person": (1.5, 0.0, 0.0, 0.0),
    "list:organization": (0.0, 1.3, 0.0, 0.0),
    "list:place": (0.0, 0.0, 1.8, 0.0),
    "list:country": (0.0, 0.0, 1.2, 0.0),
}


def settle_kinds(names: list[Name], analysis: Analysis, pack: Pack, titles: TitleFinder, stretches: Stretches) -> list[Name]:
    """Give every name a kind.

    Args:
        names: names in text order.
        analysis: the text.
        pack: its language.
        titles: the titles of the text.
        stretches: its capitalised stretches.

    Returns:
        The same names with their kinds; names of things (products, works, events) and ordinary words written large left out.
    """
    known = {at: name.kind for name in names if name.sure and name.kind for at in range(name.first, name.last)}
    evidence = Evidence(analysis, pack, titles, stretches, known)
    scores = _scores(names, evidence, pack.load(read_weights) or WEIGHTS)
    kinds = {key: _best(score) for key, score in scores.items()}
    kinds |= {name.key: "organization" for name in names if name.key in kinds and _is_called_body(name, kinds[name.key], evidence, analysis)}
    kinds |= {
        name.key: "organization"
        for name in names
        if name.key in kinds and name.key in stretches.acronyms and stretches.ordinary(name.key) and _is_acronym(name, known)
    }
    kinds |= {name.key: "organization" for before, name in pairwise(names) if name.key in kinds and _is_spelled(before, name, analysis, stretches)}
    parts: set[str] = set()
    surnames: set[str] = set()
    for name in names:
        if name.last - name.first > 1 and (name.kind == "person" or (not name.kind and kinds[name.key] == "person")):
            tokens = [token for token in analysis.norms[name.first : name.last] if token not in pack.roles.suffix_phrases]
            parts.update(tokens)
            surnames.add(tokens[-1] if tokens else name.key)
    parts -= pack.roles.particle_words
    plain = {name.key for name in names if not _is_quoted(name, analysis)}
    companies = {_without_suffix(name, analysis, pack) for name in names if name.kind == "organization"}
    shorts = {analysis.norms[name.first] for name in names if _is_company(name, analysis, pack)} - parts
    companies |= {_without_noun(name, analysis) for name in names if name.kind == "organization" and name.form == "head"}
    settled: list[Name] = []
    for name in names:
        kind = name.kind
        if name.key in shorts and not name.titled and (kind == "" or name.form == "given"):
            kind = "organization"  # "Verneuil Technologies … Verneuil"
            name = name._replace(kind=kind, person=None, gender="")  # noqa: PLW2901
        if kind == "" and name.key in companies:
            kind = "organization"  # "Durand Jirga, Inc. … Durand Jirga"
        if not kind and _is_outcry(name, analysis, stretches):
            continue
        if kind == "thing" and "noun:organization" in evidence.noun_before(name):
            kind = "organization"  # "le parti Projet Montréal"
        if kind == "thing" or _is_product(name, analysis, pack, titles) or (name.key not in plain and _is_work(name, pack)):
            if kind == "thing":
                settled.extend(_venue(name, analysis, pack))
            continue
        if _is_called_work(name, analysis, pack):
            continue  # "le film Emilia Pérez"
        if not name.kind and name.last - name.first > 1 and _is_held(name, analysis, pack):
            continue  # "le festival des Vieilles Charrues"
        if name.key in pack.roles.eponyms and name.key not in parts and not name.titled and not _is_located(name, analysis, pack):
            continue  # "Brent fell below $70"
        if name.last - name.first == 1 and name.key in parts and _is_part(name, analysis, pack, is_surname=name.key in surnames):
            kind = "person"
        elif not kind and name.form == "word" and _is_body(name, analysis, pack, stretches):
            kind = "organization"
        elif not kind:
            kind = kinds[name.key] if name.form != "word" or _is_proved(name, scores[name.key]) else ""
        elif kind in ("place", "organization") and name.form == "known" and name.last - name.first == 1 and name.key not in pack.gazetteer.own:
            kind = _against(name, evidence, kind)
        if kind and kind != "thing":
            settled.append(_as(name, kind))
    return name_clubs(_placed(settled, analysis, pack), analysis, pack)


def _venue(name: Name, analysis: Analysis, pack: Pack) -> Iterator[Name]:
    """The town that an event is held in and named after ("Jeux olympiques de *Rio*", "*Tokyo* Olympics")."""
    norms, held = analysis.norms, pack.roles.held_events
    for at in range(name.first, name.last):
        event = held.match(norms, at)
        if event is None or event[0] > name.last:
            continue
        behind = event[0] + (event[0] < name.last and analysis.lemmas[event[0]] in pack.grammar.clauses.genitive)
        for first, last in ((name.first, at), (behind, name.last)):
            if first < last and analysis.shapes[first] == "C":
                key = analysis.key(first, last)
                place = pack.gazetteer.place(key)
                if place is not None and place.kind == "city" and key not in pack.gazetteer.country_names:
                    yield Name(first, last, "place", key, country=place.country, place=place, sure=True)
        return


def _is_called_work(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a noun for a work right before what looks like a person's full name says that it is a work's."""
    a, at = analysis, name.first - 1
    if name.kind != "person" or name.titled or name.last - name.first < 2 or at < 1 or a.tags[at] != "N" or a.shapes[at] != "l":
        return False
    hit = pack.roles.things.match(a.norms, at)
    chunk = a.chunk_of[at]
    owned = chunk >= 0 and a.chunks[chunk].behind >= 0  # "la championne en titre Elisa Di Francisca"
    return hit is not None and hit[0] == name.first and hit[1] == "work" and not owned and pack.roles.titles.match(a.norms, at) is None


def _is_held(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a noun for an event that is held somewhere owns an unknown name: it is the event's."""
    chunk = analysis.chunk_of[name.first]
    if chunk < 0 or name.titled or not pack.grammar.clauses.postposed_adjectives:
        return False
    phrase = analysis.chunks[chunk]
    owned = phrase.behind >= 0 and analysis.lemmas[phrase.preposition] in pack.grammar.clauses.genitive
    return owned and pack.roles.held_events.match(analysis.norms, analysis.chunks[phrase.behind].head) is not None


def _is_called_body(name: Name, kind: str, evidence: Evidence, analysis: Analysis) -> bool:
    """Whether a noun for a company or another body right before an unknown name says that it is one ("le groupe *De Narváez*")."""
    at = name.first - 1
    if kind not in ("person", "thing") or name.kind or name.form != "unknown" or name.titled or at < 0 or analysis.tags[at] not in "NA":
        return False
    if analysis.tags[at] == "A" and evidence.roles.heads.match(analysis.norms, at) is None:
        return False  # "le duo chinois *Chen Aisen*"
    return "noun:organization" in evidence.noun_before(name)


def _without_suffix(name: Name, analysis: Analysis, pack: Pack) -> str:
    """The folded name of a company without its suffix, "" where it has none."""
    last = name.last
    while last > name.first and (analysis.norms[last - 1] in pack.roles.company_suffixes or analysis.tags[last - 1] == ","):
        last -= 1
    return analysis.key(name.first, last) if name.first < last < name.last else ""


def _is_acronym(name: Name, known: dict[int, str]) -> bool:
    """Whether an unknown acronym stands in brackets behind an organization's name ("Refugee Action Network (*RAN*)")."""
    return not name.kind and name.last - name.first == 1 and known.get(name.first - _BRACKET) == "organization"


def _is_company(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a name is a word of no meaning and what only companies have in theirs: the press calls it by that word ("*Verneuil* Technologies")."""
    norms, at = analysis.norms, name.first
    if name.kind != "organization" or name.form != "head" or name.organization is not None or name.last - at < _COMPANY or norms[at] in pack.open_tags:
        return False
    at += 1
    while at < name.last and (analysis.tags[at] != "P" or at == name.first + 1):
        word = pack.roles.company.match(norms, at)
        if word is None:
            return False
        at = word[0]
    return True


def _without_noun(name: Name, analysis: Analysis) -> str:
    """The folded name behind the small nouns that head it ("le collectif écologiste *Brume Noire*"), "" where only large words or others stand."""
    first = name.first
    while first < name.last and analysis.shapes[first] == "l":
        first += 1
    large = all(analysis.shapes[at] in "CU" for at in range(first, name.last))
    return analysis.key(first, name.last) if name.first < first < name.last and large and analysis.tags[first - 1] in "NA" else ""


def _placed(names: list[Name], analysis: Analysis, pack: Pack) -> list[Name]:
    """Choose among places of one name: that of the country set behind it, of the countries the text speaks of, of the press's own."""
    told: Counter[str] = Counter(name.country for name in names if name.country and not (name.kind == "place" and len(pack.gazetteer.places(name.key)) > 1))
    starts = {name.first: name for name in names}
    out = []
    for name in names:
        rows = pack.gazetteer.places(name.key) if name.kind == "place" and name.place is not None else []
        if len(rows) > 1:
            behind = starts.get(name.last + 1) if name.last < len(analysis.norms) and analysis.tags[name.last] in ",(" else None
            near = behind.country if behind is not None else ""
            best = max(
                rows, key=lambda row: (bool(near) and row.country == near, told[row.country], row.weight * (_HOME if row.country in pack.roles.home else 1))
            )
            out.append(name._replace(place=best, country=best.country, capital=name.capital if name.capital == best.country else ""))
        else:
            out.append(name)
    return out


def _scores(names: list[Name], evidence: Evidence, weights: Weights) -> dict[str, tuple[float, float, float, float]]:
    """What speaks for each kind, by the folded name."""
    features: dict[str, Counter[str]] = defaultdict(Counter)
    open_ = {name.key for name in names if not name.kind}
    for name in names:
        if name.key not in open_ or (name.kind and name.kind != "person"):
            continue
        tally = features[name.key]
        if not tally:
            tally.update(evidence.shape(name))
        tally.update(evidence.context(name))
        tally[""] += 1  # occurrences
    scores = {}
    for key, tally in features.items():
        total = [-_NOWHERE if tally["at:only"] == tally[""] else 0.0, 0.0, 0.0, 0.0]
        for feature, count in tally.items():
            weight = weights.get(feature)
            if weight is not None:
                times = min(count, _MOST)
                for number in range(4):
                    total[number] += times * weight[number]
        scores[key] = (total[0], total[1], total[2], total[3])
    return scores


def _best(score: tuple[float, float, float, float]) -> str:
    best = max(range(3), key=lambda number: (score[number], -number))
    return KINDS[best] if score[best] + _DOUBT >= score[3] else KINDS[3]


def _is_proved(name: Name, score: tuple[float, float, float, float]) -> bool:
    """Whether so much speaks for an ordinary word that it is a name."""
    return max(score[:3]) >= _PROOF + score[3] or name.titled


def _is_quoted(name: Name, analysis: Analysis) -> bool:
    """Whether a name is all that stands between two quotation marks but its article: a work's title ("La Route du sel")."""
    a, at = analysis, name.first - 1
    while at > 0 and a.tags[at] == "D":
        at -= 1
    return at >= 0 and a.tags[at] == "q" and name.last < len(a.tags) and a.tags[name.last] == "q"


def _is_work(name: Name, pack: Pack) -> bool:
    """Whether a name that stands in quotation marks only may be a work's title: no known name, no title before it."""
    return name.form in ("head", "given", "unknown") and not name.titled and name.last - name.first > 1 and not pack.gazetteer.knows(name.key)


def _is_body(name: Name, analysis: Analysis, pack: Pack, stretches: Stretches) -> bool:
    """Whether a noun for a body has an article and a capital that tells: "la Mairie", "la Fédération"."""
    a, at = analysis, name.first
    if name.last - at > 1 or at == 0 or stretches.opens(at) or stretches.loose[a.sentence_of[at]] or a.shapes[at] != "C":
        return False
    head = pack.roles.heads.match(a.norms, at)
    definite = a.norms[at - 1] in pack.grammar.clauses.definite or a.norms[at - 1] in pack.grammar.contracted
    if definite and at > 1 and name.key in pack.roles.newspapers and any("object" in one.value.addressee for one in pack.reporting_verbs.get(a.lemmas[at - 2])):
        return True  # "told the *Nation*"
    return head is not None and head[0] == at + 1 and head[1].proper and definite


def _is_spelled(before: Name, name: Name, analysis: Analysis, stretches: Stretches) -> bool:
    """Whether a name stands in brackets behind a body's whose words it is made of: "Kenya Airline Pilots Association (*Kalpa*)"."""
    bracketed = name.first == before.last + 1 and name.last - name.first == 1 and analysis.tags[before.last] == "("
    if not bracketed or before.kind != "organization" or before.last - before.first < _COMPANY:
        return False
    return spells(name.key, analysis.norms[before.first : before.last], stretches.closed)


def _is_outcry(name: Name, analysis: Analysis, stretches: Stretches) -> bool:
    """Whether a lone unknown word opens a quotation before a comma, and stands nowhere else: a word of another language, no name."""
    at = name.first
    if name.form != "unknown" or name.last - at > 1 or not at or analysis.tags[at - 1] != "q" or analysis.quoted[at] < 0:
        return False
    return analysis.tags[at + 1 : at + 2] == "," and name.key not in stretches.capitalised


def _is_part(name: Name, analysis: Analysis, pack: Pack, *, is_surname: bool) -> bool:
    """Whether a lone word that is part of a person's name in the text stands for that person."""
    if name.kind == "country":
        return is_surname and not _is_located(name, analysis, pack)
    if name.organization is not None and not is_surname:
        return False
    if name.capital or (name.place is not None and _is_located(name, analysis, pack)):
        return False
    if name.form == "word" and not is_surname:
        return False
    return name.kind != "group"


def _as(name: Name, kind: str) -> Name:
    if kind == "person":
        own = "" if name.place is not None or name.organization is not None or name.kind == "country" else name.country
        return name._replace(kind=kind, place=None, organization=None, capital="", country=own)
    if kind == "organization" and name.organization is None:
        return name._replace(kind=kind, place=None)
    if kind == "place":
        return name._replace(kind=kind, organization=None)
    return name._replace(kind=kind)


def _is_located(name: Name, analysis: Analysis, pack: Pack) -> bool:
    chunk = analysis.chunk_of[name.first]
    if chunk < 0:
        return False
    preposition = analysis.chunks[chunk].preposition
    return preposition >= 0 and analysis.lemmas[preposition] in pack.grammar.clauses.locative


def _against(name: Name, evidence: Evidence, kind: str) -> str:
    """The kind of a known lone name where its neighbours plainly say another: "Mme Rome", "le film Chicago"."""
    said = set(evidence.context(name))
    if kind == "place" and ("age" in said or "title:adjacent" in said):
        return "person"
    if "noun:thing" in said and kind == "place":
        return "thing"
    return kind


def _is_product(name: Name, analysis: Analysis, pack: Pack, titles: TitleFinder) -> bool:
    """Whether a name is that of a product or a work, by the noun beside it or the number behind it ("missile Tomahawk", "Boeing 737")."""
    if name.kind not in ("", "place", "organization") or name.titled or name.key in pack.gazetteer.own:
        return False
    a, roles = analysis, pack.roles
    if name.organization is not None and _has_model(name, analysis):
        return True
    chunk = a.chunk_of[name.first]
    large = name.first > 1 and a.tags[name.first - 1] == "D" and a.shapes[name.first - 1] in "CU"
    begins = (name.first, name.first - large)  # "la série Le Bureau des légendes"
    tags = "N" if name.place is not None else "NA"  # "in western New York" is no film
    if name.organization is None or not name.sure or name.last - name.first == 1:
        for at in range(max(0, name.first - 3), name.first):
            thing = roles.things.match(a.norms, at)
            if thing is not None and thing[0] in begins and a.shapes[at] == "l" and at not in titles.covers and a.tags[at] in tags:
                if name.organization is None or not name.sure or roles.first_things.match(a.norms, at) is not None:
                    return True
    if chunk < 0:
        return False
    phrase = a.chunks[chunk]
    if name.kind == "" or name.last - name.first > 1 or name.place is not None:
        for at in range(phrase.first, name.first):
            thing = roles.things.match(a.norms, at)
            if thing is None or thing[0] > name.first or a.shapes[at] != "l" or name.organization is not None or at in titles.covers:
                continue
            if name.place is None or a.tags[at] != "A":
                return True
    if name.sure and name.form == "head":
        return False
    if name.kind == "":
        for at in range(name.last, phrase.last):
            if roles.things.match(a.norms, at) is not None and a.tags[at] == "N":
                return True
    # "missiles de croisière Tomahawk": the product noun stands before a complement
    if name.kind == "" and phrase.behind >= 0 and phrase.first < name.first and a.lemmas[phrase.preposition] in pack.grammar.clauses.genitive:
        thing = roles.things.match(a.norms, a.chunks[phrase.behind].head)
        return thing is not None and thing[1] == "brand"
    thing = roles.things.match(a.norms, name.first) if name.kind == "" and name.form != "given" else None
    if thing is None:
        return False
    return thing[0] == name.last or (thing[1] == "brand" and all(_is_version(a.word(at)) for at in range(thing[0], name.last)))


def _is_version(word: str) -> bool:
    """Whether a word behind a product's name tells its version ("Windows *XP*", "iPhone *15*")."""
    return len(word) <= _VERSION and (word.isdigit() or word.isupper())


def _has_model(name: Name, analysis: Analysis) -> bool:
    """Whether a model's number follows a company's name ("Boeing 737", "Airbus A320")."""
    a, at = analysis, name.last
    if at >= len(a.norms) or a.sentence_of[at] != a.sentence_of[name.first] or "BUS" not in (name.organization.sectors if name.organization else ()):
        return False
    word = a.word(at)
    if word[0].isdigit():
        return a.tags[at] == "M" and word.isdigit() and len(word) < 4 and (at + 1 == len(a.norms) or a.tags[at + 1] not in "NM")
    return a.shapes[at] in "CU" and word[0].isalpha() and any(char.isdigit() for char in word)
