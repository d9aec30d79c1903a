"""What a name of unknown kind names: person, organization or place, by the words around all its occurrences."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.mentions.titles import TitleFinder
    from newsevents.text.analysis import Analysis

_KINDS = ("person", "organization", "place")


def settle_kinds(names: list[Name], analysis: Analysis, pack: Pack, titles: TitleFinder) -> list[Name]:
    """Give every name a kind.

    Args:
        names: names in text order.
        analysis: the text.
        pack: its language.
        titles: the titles of the text.

    Returns:
        The same names with their kinds; names of things (products, works, events) and ordinary words written large left out.
    """
    parts: set[str] = set()
    surnames: set[str] = set()
    for name in names:
        if name.kind == "person" and name.last - name.first > 1:
            tokens = analysis.norms[name.first : name.last]
            parts.update(tokens)
            surnames.add(tokens[-1])
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    known = {at: name.kind for name in names if name.sure and name.kind in _KINDS for at in range(name.first, name.last)}
    known |= {at: "place" for name in names if name.kind == "country" for at in range(name.first, name.last)}
    for name in names:
        if name.kind in ("", "person", "organization") and not (name.sure and name.organization):
            votes[name.key].update(_votes(name, analysis, pack, titles, known))
    for name in names:
        if name.kind == "" and name.last - name.first > 1 and _best(name, votes, analysis) == "person":
            parts.update(analysis.norms[name.first : name.last])
            surnames.add(analysis.norms[name.last - 1])
    settled = []
    for name in names:
        if name.kind == "thing" or _is_thing(name, analysis, pack):
            continue
        lone = name.last - name.first == 1
        if lone and name.key in surnames and name.kind in ("", "place", "person", "organization") and not name.organization and not name.capital:
            if name.kind != "place" or not _is_located(name, analysis, pack):
                settled.append(name._replace(kind="person", place=None))
                continue
        if name.kind == "":
            kind = "person" if lone and name.key in parts else _best(name, votes, analysis)
            if kind:
                settled.append(name._replace(kind=kind))
        elif name.kind == "person" and not name.sure and lone and votes[name.key]["organization"] > votes[name.key]["person"] + 1:
            settled.append(name._replace(kind="organization"))
        else:
            settled.append(name)
    return settled


def _best(name: Name, votes: dict[str, Counter[str]], analysis: Analysis) -> str:
    tally = votes[name.key]
    evidence = Counter({kind: count for kind, count in tally.items() if kind in _KINDS})
    if evidence:
        (kind, count), *rest = evidence.most_common(2)
        if count > 0 and not (rest and rest[0][1] == count):
            return kind
    if name.last - name.first > 1:
        return "person" if analysis.shapes[name.first] == "C" and all(analysis.norms[at].replace("-", "").replace("'", "").replace(".", "").isalpha() for at in range(name.first, name.last)) else "organization"
    return "organization" if tally["acts"] else ""


def _votes(name: Name, analysis: Analysis, pack: Pack, titles: TitleFinder, known: dict[int, str]) -> Counter[str]:
    tally: Counter[str] = Counter()
    a, roles = analysis, pack.roles
    first, last = name.first, name.last
    size = len(a.norms)
    chunk = a.chunk_of[first]
    if name.titled or titles.before(first) is not None:
        tally["person"] += 3
    elif titles.after(last) is not None:
        tally["person"] += 3
    if last + 2 < size and a.tags[last] == "," and a.tags[last + 1] == "M" and a.tags[last + 2] in ",A":
        tally["person"] += 3
    if chunk >= 0:
        phrase = a.chunks[chunk]
        for at in range(phrase.first, first):
            norm = a.norms[at]
            if norm in roles.media or roles.nominals.get(norm) == "organization" or roles.heads.match(a.norms, at) is not None:
                tally["organization"] += 3
                break
            if roles.areas.match(a.norms, at) is not None or roles.facilities.match(a.norms, at) is not None:
                tally["place"] += 3
                break
        else:
            if first > phrase.first and a.tags[phrase.first] == "D" and first - phrase.first == 1:
                tally["organization"] += 1
            elif phrase.first < first and a.tags[first - 1] == "N":
                tally["organization"] += 1
        if phrase.preposition >= 0 and phrase.first == first:
            norm = a.lemmas[phrase.preposition]
            behind = phrase.behind
            if norm in pack.grammar.clauses.genitive and behind >= 0 and roles.areas.match(a.norms, a.chunks[behind].head) is not None:
                tally["place"] += 3
            elif norm in pack.grammar.clauses.locative and name.last - name.first == 1:
                tally["place"] += 2
        if phrase.last > last and a.tags[last] == "N":
            tally["organization"] += 1
    clause = a.clause_of[first]
    if chunk >= 0:
        # a list is of one kind: "la Mauricie, l'Outaouais, Montréal"
        for other in range(max(0, chunk - 6), min(len(a.chunks), chunk + 7)):
            phrase = a.chunks[other]
            if other != chunk and phrase.leader == a.chunks[chunk].leader:
                tally.update({known[at]: 2 for at in range(phrase.first, phrase.last) if at in known})
    if chunk >= 0 and clause >= 0:
        for index in {clause, *(c for c in (clause - 1, clause + 1) if 0 <= c < len(a.clauses))}:
            if chunk in a.clauses[index].subjects:
                if a.clauses[index].lemma in pack.reporting_verbs:
                    tally["person"] += 1
                elif a.clauses[index].lemma not in pack.grammar.verbs.copula:
                    tally["acts"] += 1
    return tally


def _is_located(name: Name, analysis: Analysis, pack: Pack) -> bool:
    chunk = analysis.chunk_of[name.first]
    if chunk < 0:
        return False
    preposition = analysis.chunks[chunk].preposition
    return preposition >= 0 and analysis.lemmas[preposition] in pack.grammar.clauses.locative


def _is_thing(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a name is that of a product, a work or an event, by the noun it stands behind."""
    if name.kind not in ("", "place", "person") or (name.sure and name.kind != "place") or name.titled:
        return False
    a, roles = analysis, pack.roles
    chunk = a.chunk_of[name.first]
    if chunk < 0:
        return False
    phrase = a.chunks[chunk]
    words = []
    for at in range(phrase.first, name.first):
        words += pack.nouns.lemmas(a.norms[at])
    named = roles.brands | roles.works | roles.event_names
    if any(word in named for word in words):
        return True
    # "Tomahawk missiles", "the Rafale jet": the noun stands behind
    for at in range(name.last, phrase.last):
        if a.tags[at] == "N" and any(word in roles.brands or word in roles.works for word in pack.nouns.lemmas(a.norms[at])) and name.kind == "":
            return True
    # "missiles de croisière Tomahawk": the product noun stands before a complement
    if phrase.behind >= 0 and a.lemmas[phrase.preposition] in pack.grammar.clauses.genitive and phrase.first < name.first:
        return any(word in roles.brands for word in pack.nouns.lemmas(a.norms[a.chunks[phrase.behind].head]))
    return False
