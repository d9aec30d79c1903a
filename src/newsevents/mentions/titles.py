"""The titles that stand before or behind a person's name, with what they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.roles import Title
    from newsevents.text.analysis import Analysis


class Office(NamedTuple):
    """A title in the text: tokens ``first`` to ``last`` (exclusive), its complements included, its determiner not."""

    first: int
    last: int
    title: Title
    country: str  # of an adjective or a complement, "" where the text names none
    organization: str


class TitleFinder:
    """Finds titles in one text."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack

    def title_in(self, chunk: int, upto: int | None = None) -> tuple[int, int, Title] | None:
        """The first title inside a noun phrase: its tokens and entry."""
        phrase = self.a.chunks[chunk]
        end = phrase.last if upto is None else min(phrase.last, upto)
        for at in range(phrase.first, end):
            hit = self.match(at)
            if hit is not None:
                return at, hit[0], hit[1]
        return None

    def match(self, at: int) -> tuple[int, Title] | None:
        """The title that starts at a token, its prefix ("ex-", "vice-") taken off."""
        a, roles = self.a, self.pack.roles
        hit = roles.titles.match(a.norms, at)
        if hit is None and "-" in a.norms[at]:
            for prefix in roles.prefixes:
                if a.norms[at].startswith(prefix):
                    rest = a.norms[at][len(prefix) :].lstrip("-")
                    found = roles.titles.match([rest], 0) if rest else None
                    return (at + 1, found[1]) if found else None
        return hit

    def before(self, first: int) -> Office | None:
        """The title right before a name: in its noun phrase ("le président russe V. Poutine") or set off by a comma."""
        a = self.a
        chunk = a.chunk_of[first]
        if chunk >= 0 and a.chunks[chunk].first < first:
            begin = a.chunks[chunk].first
            for at in range(begin, first):
                hit = self.match(at)
                if hit is not None and hit[0] <= first:
                    return self.office(self.begin(at, begin), first, hit[1])
        at = first - 1
        if at >= 0 and a.tags[at] == ",":
            at -= 1
        elif chunk >= 0 and a.chunks[chunk].first != first:
            return None
        return self._chain_before(at, first)

    def _chain_before(self, at: int, first: int) -> Office | None:
        """A title whose complements lead up to the name: "le ministre de l'Intérieur du Gabon, P. M."."""
        a = self.a
        if at < 0:
            return None
        chunk = a.chunk_of[at]
        steps = 0
        while chunk >= 0 and steps < 5:
            phrase = a.chunks[chunk]
            found = self.title_in(chunk)
            if found is not None and not any(a.tags[t] == "E" and a.shapes[t] == "C" and t >= found[1] for t in range(found[1], phrase.last) if steps == 0 and phrase.preposition < 0 and not self._only_demonym(phrase.first, phrase.last)):
                if phrase.preposition >= 0 and a.tags[first - 1] != ",":
                    return None
                return self.office(self.begin(found[0], phrase.first), at + 1, found[2])
            if phrase.preposition < 0 or phrase.behind < 0:
                if phrase.leader != chunk and a.chunks[chunk - 1].last >= phrase.first - 2:
                    chunk = chunk - 1
                    steps += 1
                    continue
                return None
            chunk = phrase.behind
            steps += 1
        return None

    def _only_demonym(self, first: int, last: int) -> bool:
        return all(self.a.norms[t] in self.pack.gazetteer.adjectives for t in range(first, last) if self.a.tags[t] == "E")

    def begin(self, at: int, begin: int) -> int:
        while at > begin and (self.a.norms[at - 1] in self.pack.roles.modifiers or self.a.norms[at - 1] in self.pack.gazetteer.adjectives or self.a.tags[at - 1] in "AN"):
            at -= 1
        while at > begin and self.a.tags[at - 1] == "E" and self.a.norms[at - 1] in self.pack.gazetteer.adjectives:
            at -= 1
        return at

    def after(self, last: int) -> Office | None:
        """The title set off behind a name: "C. Ghosn, président-directeur général de Renault-Nissan,"."""
        a = self.a
        at = last
        size = len(a.norms)
        if at < size and a.tags[at] == "(":
            at += 1
        elif at < size and a.tags[at] in ",-":
            at += 1
            if at + 1 < size and a.tags[at] == "M" and a.tags[at + 1] in ",AN":
                while at < size and a.tags[at] != "," and at < last + 6:
                    at += 1
                at += 1
        else:
            return None
        if at >= size:
            return None
        start = at
        while at < size and a.tags[at] in "DB" and at < start + 2:
            at += 1
        if at >= size:
            return None
        chunk = a.chunk_of[at]
        if chunk < 0:
            hit = self.match(at)
            return self.office(at, hit[0], hit[1]) if hit else None
        found = self.title_in(chunk)
        if found is None:
            return None
        phrase = a.chunks[chunk]
        if any(a.shapes[t] == "C" and a.tags[t] == "E" and t >= found[1] and a.norms[t] not in self.pack.gazetteer.adjectives for t in range(found[1], phrase.last)):
            return None  # "…, le président Untel": that title belongs to the next name
        end = self.chain_end(chunk)
        if end < size and a.tags[end] in "VU" and a.tags[start - 1] == ",":
            # "Jean, le ministre a dit": no comma behind it, the noun phrase is the subject of what follows
            return None
        return self.office(self.begin(found[0], phrase.first), end, found[2])

    def chain_end(self, chunk: int) -> int:
        """The token index behind a noun phrase with its complements."""
        a = self.a
        end = a.chunks[chunk].last
        last = chunk
        for following in range(chunk + 1, min(chunk + 7, len(a.chunks))):
            phrase = a.chunks[following]
            if phrase.sentence != a.chunks[chunk].sentence:
                break
            joined = phrase.preposition >= 0 and phrase.behind == last and phrase.leader == following
            listed = phrase.leader == a.chunks[last].leader and phrase.leader != following and phrase.first - end <= 2
            owned = phrase.possessor == last
            if not (joined or listed or owned):
                break
            end = phrase.last
            last = following
        return end

    def office(self, first: int, last: int, title: Title) -> Office:
        a, gazetteer = self.a, self.pack.gazetteer
        country = organization = ""
        for at in range(first, last):
            code = gazetteer.adjectives.get(a.norms[at])
            if code:
                country = country or code
                continue
            if a.shapes[at] in "CU":
                for end in range(min(last, at + 6), at, -1):
                    key = a.key(at, end)
                    known = gazetteer.country_names.get(key)
                    if known is not None:
                        country = country or known.code
                        break
                    row = gazetteer.organization(key)
                    if row is not None:
                        organization = organization or row.name
                        country = country or row.country
                        break
                    place = gazetteer.place(key) if end - at > 1 or a.tags[at - 1] != "N" else None
                    if place is not None and place.country:
                        country = country or place.country
                        break
                else:
                    if not organization and a.tags[at] == "E" and a.shapes[at] in "CU":
                        organization = a.word(at)
        return Office(first, last, title, country, organization)
