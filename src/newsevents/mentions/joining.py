"""Names that belong together made one, and names given the words that belong to them: suffixes, particles, nicknames, branches, acronyms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.body_names import spells

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.bounds import Bounds
    from newsevents.mentions.names import Name
    from newsevents.mentions.stretches import Stretches
    from newsevents.mentions.titles import TitleFinder
    from newsevents.text.analysis import Analysis


_TAIL = 6  # small words between a name and its acronym
_PARTICLES = 3  # one more than the particles between two parts of a person's name ("de la")
_NICKNAME = 6  # tokens back to the quotation mark that opens a nickname


class Joiner:
    """Joins the names of one text."""

    def __init__(self, analysis: Analysis, pack: Pack, titles: TitleFinder, stretches: Stretches, bounds: Bounds, found: list[Name]) -> None:
        self.a = analysis
        self.roles = pack.roles
        self.gazetteer = pack.gazetteer
        self.titles = titles
        self.stretches = stretches
        self.bounds = bounds
        self.found = found

    def join(self) -> list[Name]:
        """The names, those that belong together as one."""
        self._join_domains()
        self._join_suffixes()
        self._join_apostrophes()
        self._join_particles()
        self._join_nicknames()
        self._join_branches()
        self._join_places()
        self._open_bodies()
        return self.found

    def _join_suffixes(self) -> None:
        """Give a company's suffix set off by a comma to the name before it ("Durand Jirga, Inc.")."""
        a, found = self.a, self.found
        for number in range(len(found) - 1, 0, -1):
            name, before = found[number], found[number - 1]
            if name.last - name.first > 1 or name.key not in self.roles.company_suffixes or a.tags[name.first - 1] != "," or before.last != name.first - 1:
                continue
            found[number - 1] = before._replace(
                last=name.last, kind="organization", key=a.key(before.first, name.last), place=None, capital="", titled=False, gender="", sure=True, form="head"
            )
            del found[number]

    def _join_domains(self) -> None:
        """Make one name of a country, region or town and what a body named by both deals with ("*Health* Canada", "d'après *Santé* Québec")."""
        a, out = self.a, self.found[:0]
        for name in self.found:
            at = name.first - 1
            joined = (
                at >= 0
                and name.kind in ("country", "place")
                and a.shapes[at] == "C"
                and a.norms[at] in self.roles.domains
                and a.shapes[name.first] in "CU"
                and at not in self.titles.covers
                and a.sentence_of[at] == a.sentence_of[name.first]
                and not self.stretches.loose[a.sentence_of[at]]
                and not (at and (a.tags[at - 1] == "D" or a.shapes[at - 1] in "CU"))
                and (name.place is None or name.place.kind in ("country", "region", "city"))
            )
            if not joined:
                out.append(name)
                continue
            out = [one for one in out if one.last <= at]
            row = self.gazetteer.organization(key := a.key(at, name.last))
            out.append(
                name._replace(
                    first=at, kind="organization", key=key, country=self._land(name), place=None, organization=row, capital="", sure=True, form="head"
                )
            )
        self.found = out

    def _join_apostrophes(self) -> None:
        """Make one name of a person's with a word that ends in an apostrophe ("*Achieng'* Odhiambo")."""
        a, out = self.a, self.found[:1]
        for name in self.found[1:]:
            first, mark = out[-1], name.first - 1
            if (
                first.last == mark
                and a.norms[mark] == "'"
                and a.tags[mark] != "Z"
                and a.starts[mark] == a.ends[mark - 1]
                and a.quoted[mark] == a.quoted[name.first]
                and {first.kind, name.kind} <= {"", "person"}
                and a.shapes[name.first] == "C"
            ):
                key = a.key(first.first, name.last)
                out[-1] = first._replace(last=name.last, kind="person", key=key, sure=True, form="given")
            else:
                out.append(name)
        self.found = out

    def _join_particles(self) -> None:
        """Make one name of a person's and the unknown word behind a particle ("Apollinaire Kyélem *de Tambèla*", not "Jean Dupont de Lyon")."""
        a, particles, out = self.a, self.roles.particle_words, self.found[:1]
        for name in self.found[1:]:
            person = out[-1]
            if (
                0 < name.first - person.last < _PARTICLES
                and person.form == "given"
                and person.last - person.first > 1
                and person.kind == "person"
                and name.form == "unknown"
                and name.last - name.first == 1
                and a.shapes[name.first] == "C"
                and not self.stretches.ordinary(name.key)
                and all(a.norms[at] in particles and a.shapes[at] == "l" for at in range(person.last, name.first))
            ):
                out[-1] = person._replace(last=name.last, key=a.key(person.first, name.last))
            else:
                out.append(name)
        self.found = out

    def _join_nicknames(self) -> None:
        """Make one name of a person's with a nickname in quotation marks inside it ("Joaquín "El Chapo" Guzmán")."""
        a, out = self.a, self.found[:1]
        for name in self.found[1:]:
            at = name.first - 1
            begin = at - 1
            while begin > at - _NICKNAME and begin > 0 and a.tags[begin] != "q":
                begin -= 1
            if a.tags[at] != "q" or a.tags[begin] != "q" or begin >= at - 1 or name.kind not in ("", "person", "place") or not self._is_nickname(begin + 1, at):
                out.append(name)
                continue
            kept = [one for one in out if one.last <= begin]
            if (
                kept
                and kept[-1].last == begin
                and kept[-1].kind in ("", "person", "place", "organization")
                and a.sentence_of[kept[-1].first] == a.sentence_of[at]
            ):
                first = kept[-1]
                key = a.key(first.first, name.last)
                out = [*kept[:-1], first._replace(last=name.last, kind="person", key=key, place=None, organization=None, capital="", sure=True, form="given")]
            else:
                out.append(name)
        self.found = out

    def _is_nickname(self, first: int, last: int) -> bool:
        """Whether all words in quotation marks are capitalised but small ones of a name."""
        a, particles = self.a, self.roles.particle_words
        return (
            all(a.shapes[at] in "CU" or a.norms[at] in particles or a.norms[at] in self.stretches.closed for at in range(first, last))
            and a.shapes[first] in "CU"
        )

    def _join_branches(self) -> None:
        """Make one name of a company's and the country or word right behind it ("Vodafone *Italia*", "Amazon *France*")."""
        a, out = self.a, self.found[:1]
        for name in self.found[1:]:
            firm = out[-1] if out else None
            if (
                firm is not None
                and firm.last == name.first
                and firm.organization is not None
                and firm.organization.sectors[:1] == ("BUS",)
                and not name.titled
                and name.last - name.first == 1
                and a.shapes[name.first] == "C"
                and (name.kind == "country" or name.form == "unknown")
                and a.tags[name.last : name.last + 1] != "E"
                and name.key not in self.gazetteer.given_names
                and firm.first - 2 not in self.titles.covers  # "le PDG de Durand Martin": a person's
            ):
                out[-1] = firm._replace(last=name.last, key=a.key(firm.first, name.last), country=name.country or firm.country, organization=None)
            else:
                out.append(name)
        self.found = out

    def _join_places(self) -> None:
        """Make one name of two that stand together without a comma: of towns ("Manchester *Piccadilly*", "*East* Croydon"), of a body and its country.

        The latter where the country stands first ("*Zimbabwe* Electoral Commission").
        """
        a, out = self.a, self.found[:1]
        for name in self.found[1:]:
            before = out[-1]
            if (
                before.last != name.first
                or a.sentence_of[before.first] != a.sentence_of[name.first]
                or a.shapes[before.first] not in "CU"
                or a.shapes[name.first] != "C"
                or self.stretches.loose[a.sentence_of[name.first]]
            ):
                out.append(name)
                continue
            key = a.key(before.first, name.last)
            if self._is_lone_town(name) and self._is_lone_town(before):
                shared = {row.country for row in self.gazetteer.places(before.key)} & {row.country for row in self.gazetteer.places(name.key)}
                country = shared.pop() if len(shared) == 1 else ""
                out[-1] = before._replace(last=name.last, key=key, country=country, place=self.gazetteer.place(key), capital="")
            elif self._is_lone_town(name) and before.key in self.roles.directions and not self.stretches.opens(before.first):
                out[-1] = name._replace(first=before.first, key=key, place=self.gazetteer.place(key), capital="")
            elif before.kind in ("country", "place") and self._is_headed_body(name, country := self._land(before)):
                row = self.gazetteer.organization(key)
                out[-1] = name._replace(first=before.first, key=key, country=country, organization=row, form="head", sure=True)
            else:
                out.append(name)
        self.found = out

    @staticmethod
    def _is_lone_town(name: Name) -> bool:
        return name.kind == "place" and name.place is not None and name.place.kind == "city" and name.last - name.first == 1

    @staticmethod
    def _land(name: Name) -> str:
        """The country that a place lies in, or that a country is."""
        return name.country or (name.place.country if name.place is not None else "")

    def _is_headed_body(self, name: Name, country: str) -> bool:
        """Whether a name is a body's whose noun stands last and says what it is, and that is known in no country or another ("Electoral Commission")."""
        if self.bounds.first or name.kind != "organization" or name.titled or name.country == country or name.last - name.first < 2:
            return False
        return any(
            (head := self.roles.heads.match(self.a.norms, at)) is not None and head[1].proper and head[0] == name.last for at in range(name.first, name.last)
        )

    def _open_bodies(self) -> None:
        """Give bodies the words before them that belong to their names ("the *Media and* Law Studies Association")."""
        out: list[Name] = []
        for name in self.found:
            begin = self.bounds.opening(name)
            if begin == name.first:
                out.append(name)
                continue
            while out and out[-1].first >= begin:
                out.pop()
            out.append(name._replace(first=begin, kind="organization", key=self.a.key(begin, name.last), sure=True, form="head"))
        self.found = out

    def reach_acronyms(self, found: list[Name]) -> list[Name]:
        """Give a body's name the small words up to an acronym that has their initials too ("Société des gens *de lettres* (SGDL)")."""
        a = self.a
        for number, name in enumerate(found):
            end = name.last
            if name.kind != "organization" or name.organization is not None or name.last - name.first < _PARTICLES - 1:
                continue
            while end < len(a.norms) and end < name.last + _TAIL and a.tags[end] in "PDNA+C" and a.shapes[end] == "l":
                end += 1
            if end == name.last or end + 2 >= len(a.norms) or a.tags[end] != "(" or a.shapes[end + 1] != "U" or a.tags[end + 2] != ")":
                continue
            if self._are_initials(a.norms[end + 1], a.norms[name.first : end]) or spells(a.norms[end + 1], a.norms[name.first : end], self.stretches.closed):
                found[number] = name._replace(last=end, key=a.key(name.first, end))
        return found

    def _are_initials(self, acronym: str, words: list[str]) -> bool:
        """Whether an acronym has the initials of some words, those of the words of grammar or not."""
        at = 0
        for word in words:
            if at < len(acronym) and word[0] == acronym[at]:
                at += 1
            elif word not in self.stretches.closed:
                return False
        return at == len(acronym)
