"""What tells the kind of a name: its own shape, and the words around it."""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.mentions.stretches import Stretches
    from newsevents.mentions.titles import Office, TitleFinder
    from newsevents.text.analysis import Analysis

_ACRONYM = 6  # letters of the longest acronym
_EITHER = ("EDU", "MED", "REL")  # sectors whose bodies and buildings have one name


class Evidence:
    """Collects the features of the names of one text. Feature names speak of grammar, never of words of a language."""

    def __init__(self, analysis: Analysis, pack: Pack, titles: TitleFinder, stretches: Stretches, known: dict[int, str]) -> None:
        """Prepare the look-ups.

        Args:
            analysis: the text.
            pack: its language.
            titles: the titles of the text.
            stretches: its capitals.
            known: the kind of the names that are sure, by token.
        """
        self.a = analysis
        self.pack = pack
        self.roles = pack.roles
        self.titles = titles
        self.stretches = stretches
        self.known = known
        self.of_list: dict[int, Counter[str]] = {}
        for chunk in analysis.chunks:
            kinds = {known[at] for at in range(chunk.first, chunk.last) if at in known}
            if kinds:
                self.of_list.setdefault(chunk.leader, Counter()).update(kinds)
        self.subject_of = {chunk: index for index, clause in enumerate(analysis.clauses) for chunk in clause.subjects}
        self.object_of = {chunk: index for index, clause in enumerate(analysis.clauses) for chunk in clause.objects}

    def shape(self, name: Name) -> Iterator[str]:
        """Features of a name by itself."""
        a = self.a
        size = name.last - name.first
        yield f"tokens:{min(size, 4)}"
        yield f"form:{name.form}:{'one' if size == 1 else 'more'}"
        words = a.norms[name.first : name.last]
        shapes = a.shapes[name.first : name.last]
        if "U" in shapes and size == 1 and len(words[0]) <= _ACRONYM:
            yield "acronym"
        elif "U" in shapes:
            yield "capitals"
        surface = a.surface(name.first, name.last)
        if any(char.isdigit() for char in surface):
            yield "digit"
        if any(one.islower() and other.isupper() for one, other in itertools.pairwise(unicodedata.normalize("NFC", surface))):
            yield "camel"
        ordinary = sum(1 for word in words if self.stretches.ordinary(word))
        if ordinary:
            yield "ordinary:all" if ordinary == size else "ordinary:some"
        if size == 1 and "-" in words[0]:
            parts = words[0].split("-")
            if all(self.pack.gazetteer.organization(part) is not None for part in parts):
                yield "parts:organization"
        if name.form == "head" and not name.kind:
            sectors = {sector for at in range(size) for hit in [self.roles.heads.match(words, at)] if hit is not None for sector in hit[1].sectors}
            yield f"either:{next((sector for sector in _EITHER if sector in sectors), 'other')}" if sectors else "head:surname"
        if any(word in self.roles.particle_words for word in words[1:]):
            yield "particle"
        if size > 1 and any(len(word) == 2 and word[1] == "." for word in words):
            yield "initial"
        if name.place is not None:
            yield "known:place"
        if name.organization is not None:
            yield "known:organization"
        last = words[-1]
        if size > 1 and name.form != "head" and (self.roles.areas.match(words, size - 1) or self.roles.facilities.match(words, size - 1)):
            yield "head:place"
        if size > 1 and words[0] in self.pack.gazetteer.given_names:
            yield "given:first"
        elif size > 1 and name.form == "unknown" and self.pack.gazetteer.place(words[0]) is not None:
            yield "town:first"
        if size > 1 and len(words[0]) > 3 and words[0] not in self.pack.gazetteer.given_names and words[0].isalpha():
            yield f"start:{words[0][-2:]}"
        if len(last) > 4 and not ordinary:
            yield f"end:{last[-3:]}"

    def context(self, name: Name) -> Iterator[str]:
        """Features of the words around one occurrence of a name."""
        a, _roles = self.a, self.roles
        first, last = name.first, name.last
        size = len(a.norms)
        before = a.tags[first - 1] if first else "^"
        after = a.tags[last] if last < size else "$"
        office = self.titles.before(first)
        if office is not None and not name.titled and self._makes(office):
            yield "noun:organization"
        elif name.titled or office is not None:
            yield "title:before"
            if first and first - 1 in self.titles.covers and self.titles.covers[first - 1][1] == first:
                yield "title:adjacent"
        elif self.titles.after(last) is not None:
            yield "title:behind"
        elif self._has_holder(last) and a.norms[last - 1] not in self.stretches.persons:
            yield "noun:organization"  # "Wedbush analyst Dan Ives"
            if "ELI" not in self.titles.covers[last][2].group.sectors:
                return  # the rest of the phrase speaks of him; stars and players have no employer
        if after == "," and last + 2 < size and a.norms[last + 1].isdigit() and a.tags[last + 2] in ",A":
            yield "age"
        if before == "(" and after == ")":
            yield "brackets"
            inner = self.known.get(first - 2)
            if inner:
                yield f"brackets:{inner}"
        if before == "q" and after == "q":
            yield "quoted"
        if before == "," and first > 1:
            inner = self.known.get(first - 2)
            if inner == "place":
                yield "behind:place"
        elif before == "," and after in ",.":
            yield "between commas"
        if after == "(" and last + 2 < size and a.tags[last + 2] == ")":
            inner = self.known.get(last + 1)
            yield f"before brackets:{inner or ('acronym' if a.shapes[last + 1] == 'U' else 'number' if a.shapes[last + 1] == 'd' else 'other')}"
        if after == "," and last + 1 < size:
            inner = self._apposed(last + 1)
            if inner:
                yield f"apposed:{inner}"
            located = a.tags[last + 1] == "P" and a.lemmas[last + 1] in self.pack.grammar.clauses.locative
            if self.known.get(last + 1 + located) in ("place", "country") or (located and self.known.get(last + 3) in ("place", "country")):
                yield "before:place"
        if self.stretches.opens(first):
            yield "opens"
        if after == "M" and a.starts[last] - a.ends[last - 1] == 1:
            yield "number"
        if after == "Z":
            yield "owner"
        yield from self._phrase(name)
        yield from self._list(name)

    def _has_holder(self, at: int) -> bool:
        """Whether a title begins at a token and a name stands behind it: "Wedbush *analyst Dan Ives*", not "named Jac Morgan *captain*"."""
        cover = self.titles.covers.get(at)
        return cover is not None and cover[0] == at and cover[1] < len(self.a.shapes) and self.a.shapes[cover[1]] in "CU"

    def _makes(self, office: Office) -> bool:
        """Whether a title right before a name is a company's trade as well as a person's ("le distributeur Memento")."""
        a, roles = self.a, self.roles
        return office.last - office.first == 1 and roles.nominals.get(a.norms[office.first]) == "organization" and a.tags[office.last] != ","

    def _apposed(self, at: int) -> str:
        """What the noun set off behind a name says of it: "Eric Chu, son principal adversaire", "Bron, une ville de …"."""
        a, roles = self.a, self.roles
        chunk = a.chunk_of[at]
        if chunk < 0 or a.chunks[chunk].first != at or a.tags[at] not in "DNA":
            return ""
        head = a.chunks[chunk].head
        if any(lemma in roles.people for lemma in self.pack.nouns.lemmas(a.norms[head])):
            return "person"
        nominal = roles.nominal_phrases.match(a.norms, head)
        if nominal is not None:
            return nominal[1]
        if roles.areas.match(a.norms, head) is not None or roles.facilities.match(a.norms, head) is not None:
            return "place"
        return "thing" if roles.things.match(a.norms, head) is not None else ""

    def _phrase(self, name: Name) -> Iterator[str]:
        a = self.a
        chunk = a.chunk_of[name.first]
        if chunk < 0:
            yield "alone"
            return
        phrase = a.chunks[chunk]
        yield from self._noun_before(name, phrase.first)
        owner = name.last < len(a.norms) and a.tags[name.last] == "Z"  # "in Duffy's trial": the preposition is the trial's
        if phrase.preposition >= 0 and not owner and not any(a.tags[at] in "NE" for at in range(phrase.first, name.first)):
            clauses = self.pack.grammar.clauses
            preposition = a.lemmas[phrase.preposition]
            joined = f"{a.norms[phrase.preposition - 1]} {preposition}" if phrase.preposition else ""
            if phrase.behind >= 0 and self.pack.nouns.lemmas(a.norms[a.chunks[phrase.behind].head])[-1] in self.roles.dealt_in:
                yield "of:title:BUS"  # "shares in Halma"
            elif joined in self.roles.origins:
                yield "from"
            elif preposition in clauses.genitive or preposition in self.roles.host_prepositions:
                yield f"of:{self._head_kind(phrase.behind)}"
            elif preposition in clauses.locative:
                yield "at:article" if a.tags[phrase.first] == "D" else "at" if preposition in clauses.dative else "at:only"
            elif preposition in clauses.by:
                yield "by"
            elif preposition in self.pack.grammar.company:
                yield "with"
            elif preposition in self.pack.grammar.scene_prepositions:
                yield "upon"
            elif preposition in self.pack.grammar.name_joiners:
                yield "for"
            else:
                yield "preposition"
        if phrase.last > name.last and a.tags[name.last] == "N":
            yield self._modified(name.last)
        yield from self._among(phrase.first)
        clause = self.object_of.get(chunk)
        if clause is not None:
            if a.clauses[clause].lemma in self.roles.deal_verbs:
                yield "of:title:BUS"  # "agreed to buy Metsera"
            if a.clauses[clause].lemma in self.pack.grammar.place_verbs:
                yield "object:place"
        clause = self.subject_of.get(chunk)
        if clause is not None:
            lemma = a.clauses[clause].lemma
            copula = lemma in self.pack.grammar.verbs.copula
            yield "subject:says" if lemma in self.pack.reporting_verbs else "subject:is" if copula else "subject"

    def _among(self, begin: int) -> Iterator[str]:
        """What a list is of that a name is an example of: "journals including X", "des villes comme X"."""
        a = self.a
        at = begin - 1
        if at < 1 or a.norms[at] not in self.roles.including:
            return
        while at > 0 and (a.norms[at] in self.roles.including or a.tags[at] in ",+"):
            at -= 1
        chunk = a.chunk_of[at]
        if chunk >= 0:
            yield f"among:{self._head_kind(chunk)}"

    def _modified(self, at: int) -> str:
        """What the noun behind a name says of it: "al-Ikhbariya television", "the Rafale jet"."""
        roles, norms = self.roles, self.a.norms
        if roles.media_phrases.match(norms, at) is not None:
            return "modifier:organization"
        nominal = roles.nominal_phrases.match(norms, at)
        if nominal is not None and nominal[1] == "organization":
            return "modifier:organization"
        if roles.things.match(norms, at) is not None:
            return "modifier:brand"
        return "modifier:place" if roles.areas.match(norms, at) is not None or roles.facilities.match(norms, at) is not None else "modifier"

    def noun_before(self, name: Name) -> tuple[str, ...]:
        """What a noun in the same noun phrase before a name tells."""
        chunk = self.a.chunk_of[name.first]
        return tuple(self._noun_before(name, self.a.chunks[chunk].first)) if chunk >= 0 else ()

    def _noun_before(self, name: Name, begin: int) -> Iterator[str]:
        """What a noun or determiner in the same noun phrase before a name tells."""
        a, roles = self.a, self.roles
        for at in range(begin, name.first):
            if at in self.titles.covers:
                continue
            if roles.things.match(a.norms, at) is not None:
                yield "noun:thing"
                return
            if (
                roles.media_phrases.match(a.norms, at) is not None
                or roles.nominal_phrases.match(a.norms, at) is not None
                or roles.heads.match(a.norms, at) is not None
            ):
                nominal = roles.nominal_phrases.match(a.norms, at)
                head = roles.heads.match(a.norms, at)
                if head is not None and head[1].acts:
                    yield "noun:body"
                    return
                yield "noun:place" if nominal is not None and nominal[1] == "place" and roles.heads.match(a.norms, at) is None else "noun:organization"
                return
            if roles.areas.match(a.norms, at) is not None or roles.facilities.match(a.norms, at) is not None:
                yield "noun:place"
                return
            if a.tags[at] == "N" and any(lemma in roles.people for lemma in self.pack.nouns.lemmas(a.norms[at])):
                yield "noun:person"
                return
        if begin == name.first:
            return
        if a.tags[name.first - 1] == "N":
            yield "noun"
        elif a.tags[begin] == "D" and name.first - begin == 1:
            definite = "definite" if name.last - name.first == 1 else "definite:more"
            yield definite if a.norms[begin] in self.pack.grammar.clauses.definite else "determiner"
        elif a.tags[name.first - 1] in "AKM":
            yield "adjective"

    def _head_kind(self, chunk: int) -> str:
        if chunk < 0:
            return "verb"
        a, roles = self.a, self.roles
        head = a.chunks[chunk].head
        lemma = self.pack.nouns.lemmas(a.norms[head])[-1]
        if lemma in roles.people and roles.titles.match(a.norms, head) is None:
            return "person"
        if lemma in roles.media or roles.nominals.get(lemma) == "organization":
            return "organization"
        if roles.nominals.get(lemma) == "place":
            return "place"
        if roles.areas.match(a.norms, head) is not None or roles.facilities.match(a.norms, head) is not None:
            return "place"
        title = roles.titles.match(a.norms, head)
        if title is not None:
            sectors = title[1].group.sectors or title[1].group.state_sectors
            return f"title:{sectors[0] if sectors else 'none'}"
        if roles.heads.match(a.norms, head) is not None:
            return "organization"
        if roles.things.match(a.norms, head) is not None:
            return "thing"
        return "action" if a.norms[head] in self.pack.action_nouns else "noun"

    def _list(self, name: Name) -> Iterator[str]:
        """The kinds of the names that a name is listed with: "la Mauricie, l'Outaouais, Montréal"."""
        chunk = self.a.chunk_of[name.first]
        if chunk < 0:
            return
        leader = self.a.chunks[chunk].leader
        own = self.known.get(name.first)
        for kind, count in sorted(self.of_list.get(leader, {}).items()):
            if kind != own:
                yield f"list:{kind}" if count == 1 else f"long list:{kind}"
