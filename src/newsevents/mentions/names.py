"""Names in a text: every capitalised stretch cut into titles, forms of address, nationalities and names, the best cut of all."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING, NamedTuple

from newsevents.mentions.bounds import Bounds
from newsevents.mentions.joining import Joiner
from newsevents.mentions.readings import PIECE, Readings, Step
from newsevents.mentions.stretches import Stretches

if TYPE_CHECKING:
    from newsevents.lexicon.gazetteer import OrganizationRow, PersonRow, PlaceRow
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.roles import Title
    from newsevents.mentions.titles import TitleFinder
    from newsevents.text.analysis import Analysis


class Name(NamedTuple):
    """One name in the text; ``first`` and ``last`` bound its tokens.

    ``kind``: person, organization, country, group, place, thing (a work, product or event: no actor) or "" while unknown.
    ``form``: how it was cut: known (an entry of the gazetteer), given (begins with a given name), head (built on a head noun),
    unknown, or word (an ordinary word written large: a name only where the text tells so).
    """

    first: int
    last: int
    kind: str
    key: str
    country: str = ""
    place: PlaceRow | None = None
    organization: OrganizationRow | None = None
    capital: str = ""  # country whose government the name may stand for
    titled: bool = False  # a title or form of address stands right before it
    gender: str = ""
    sure: bool = False  # named so by the gazetteer, a head noun or a title, not by its shape alone
    form: str = "known"
    person: PersonRow | None = None  # where the user's gazetteer names them


class Prefix(NamedTuple):
    """What stands before a name in its capitalised stretch: its first token, the title's first token and the name's."""

    begin: int
    title: int
    name: int


def _first_token(name: Name) -> int:
    return name.first


class NameFinder:
    """Finds the names of one text."""

    def __init__(self, analysis: Analysis, pack: Pack, titles: TitleFinder) -> None:
        self.a = analysis
        self.pack = pack
        self.gazetteer = pack.gazetteer
        self.roles = pack.roles
        self.titles = titles
        self.stretches = Stretches(analysis, pack)
        self.bounds = Bounds(analysis, pack, self.stretches)
        self.readings = Readings(analysis, pack, titles, self.stretches, self.bounds)
        self.found: list[Name] = []
        self.prefixes: dict[int, Prefix] = {}

    def find(self) -> list[Name]:
        """All names in text order, not overlapping."""
        reached = 0
        for first, last in self.stretches.find():
            if first >= reached:
                reached = self._read(self._behind_title(first, last), last)
        self._add_small()
        joiner = Joiner(self.a, self.pack, self.titles, self.stretches, self.bounds, self.found)
        covers = self.titles.covers
        inside = [name for name in joiner.join() if not self._is_title_part(name, covers)]
        return joiner.reach_acronyms(self.bounds.described(inside))

    def _add_small(self) -> None:
        """Add the names that are written small wherever they stand ("a-t-il dit à *franceinfo*")."""
        small = self.roles.small_names
        for at, norm in enumerate(self.a.norms) if small else ():
            if norm in small and self.a.shapes[at] == "l":
                row = self.gazetteer.organization(norm)
                country = row.country if row is not None else ""
                insort(self.found, Name(at, at + 1, "organization", norm, country=country, organization=row, sure=True), key=_first_token)

    def _behind_title(self, first: int, last: int) -> int:
        """Where a stretch begins that a title written small reaches into: "le secrétaire d'*État* Marco Rubio"."""
        cover = self.titles.covers.get(first)
        if cover is None or cover[0] >= first or cover[1] >= last or self.a.tags[cover[1]] != "E":
            return first
        return cover[1]

    def _is_title_part(self, name: Name, covers: dict[int, tuple[int, int, Title]]) -> bool:
        """Whether a name is only a word of a title ("garde des Sceaux", "prix Nobel")."""
        cover = covers.get(name.first)
        if name.kind in ("organization", "country", "person") or (name.place is not None and name.place.kind != "city"):
            return False
        return cover is not None and cover[0] < name.first and name.last <= cover[1] and self.a.shapes[cover[0]] == "l"

    # -- the best cut of a stretch

    def _read(self, first: int, last: int) -> int:
        """Cut a stretch and keep its names.

        Returns:
            The index behind the last name, which may reach over the stretch's end ("Ministry" of Defence).
        """
        best: list[tuple[float, int, Step] | None] = [None] * (last - first + 1)
        best[0] = (0.0, first, Step(first, 0.0, ""))
        for at in range(first, last):
            here = best[at - first]
            if here is None:
                continue
            for step in self.readings.read(at, last):
                score = here[0] + step.score - PIECE
                before = best[step.end - first]
                if before is None or score > before[0]:
                    best[step.end - first] = (score, at, step)
        path: list[tuple[int, Step]] = []
        at = last
        while at > first:
            cell = best[at - first]
            if cell is None:
                return last
            path.append((cell[1], cell[2]))
            at = cell[1]
        path.reverse()
        return self._keep(path, last)

    # -- the names of the best cut

    def _keep(self, path: list[tuple[int, Step]], last: int) -> int:
        titled = addressed = False
        gender = country = ""
        begin = title = -1
        reached = last
        for number, (at, step) in enumerate(path):
            what = step.what
            following = path[number + 1][1].what if number + 1 < len(path) else ""
            if what == "civility":
                titled = addressed = True
                gender = step.code if step.code in ("m", "f") else gender
                continue
            if what in ("title", "modifier") or (what == "nation" and following in ("title", "modifier", "person", "unknown", "known")):
                begin = at if begin < 0 else begin
                if what == "title":
                    title, titled = at, True
                    gender = step.code or gender
                elif what == "nation":
                    country = step.code or country
                continue
            if what == "nation":
                self._people(at, step.end, step.code)
            elif what == "word":
                if self.a.shapes[at] != "l" and len(self.a.norms[at].rstrip(".")) > 1 and not self.readings.is_no_name(at):
                    self._add(Name(at, step.end, "", self.a.key(at, step.end), titled=titled, gender=gender, form="word"), begin, title)
            elif what == "person":
                end = step.end
                if end == last and self._is_suffix(last):
                    end = reached = last + 1
                given = self.gazetteer.given_names.get(self.a.norms[at], "")
                kind = "" if self.readings.is_place_like(at, end) and not titled else "person"
                told = gender != "" and (
                    addressed or gender == "f"
                )  # "Mayor Linda Foster", "le ministre Sylvie Roux": a masculine title tells less than her name
                gender = gender if told or given in ("", "u") else given
                self._add(
                    Name(at, end, kind, self.a.key(at, end), country=country, titled=titled, gender=gender, sure=kind == "person", form="given"),
                    begin,
                    title,
                )
            elif what == "head":
                end = self.bounds.extend(at, step.end) if step.end == last else step.end
                kind = "" if step.kind == "either" or self._is_surname_like(at, end, step.kind) else step.kind
                key = self.a.key(at, end)
                row = self.gazetteer.organization(key) if kind == "organization" else None
                country = self._own_country(at, end) or (row.country if row is not None else "")
                self._add(Name(at, end, kind, key, country=country, organization=row, sure=bool(kind), form="head"), -1, -1)
                reached = max(reached, end)
            elif what == "known":
                self._known(at, step.end, titled=titled, gender=gender, country=country, begin=begin, title=title)
            else:
                self._unknown(at, step.end, titled=titled, gender=gender, country=country, begin=begin, title=title)
            if following == "title" and what in ("known", "head", "unknown"):
                begin = at if begin < 0 else begin  # "White House spokeswoman": part of the role
            else:
                begin = -1
            title, titled, addressed, gender, country = -1, False, False, "", ""
        return reached

    def _is_surname_like(self, first: int, last: int, kind: str) -> bool:
        """Whether a place's head noun may be a surname: two words, no article, no place before it ("Tiger Woods refused")."""
        gazetteer, norms = self.gazetteer, self.a.norms
        head = self.bounds.head_at(first)
        if head is not None and (head[2] == "first" or (self.roles.first_places.match(norms, first) is not None and norms[first] not in gazetteer.given_names)):
            return False  # "San Remigio", "Mount Ruang"
        if norms[last - 1] in self.roles.no_surnames:
            return False  # "Barton Street"
        if kind != "place" or last - first != 2 or self.bounds.first or self.a.shapes[last - 1] == "d" or self.readings.is_place_like(first, last):
            return False
        return gazetteer.place(norms[first]) is None and norms[first] not in gazetteer.adjectives and norms[first] not in gazetteer.country_names

    def _is_suffix(self, at: int) -> bool:
        """Whether a small word behind a name belongs to it ("George Bush père")."""
        a = self.a
        if at + 1 >= len(a.norms) or a.shapes[at] != "l" or a.norms[at] not in self.roles.name_suffixes:
            return False
        return a.tags[at + 1] in "VUX,.)"

    def _add(self, name: Name, begin: int, title: int) -> None:
        if title >= 0 and name.form != "word":
            self.prefixes[name.first] = Prefix(begin if begin >= 0 else title, title, name.first)
        self.found.append(name)

    def _own_country(self, first: int, last: int) -> str:
        """The country of a nationality or country inside a name."""
        for at in range(first, last):
            nation = self.gazetteer.nationalities.match(self.a.norms, at)
            if nation is not None:
                return nation[1]
            if self.a.shapes[at] in "CU":
                for end in self.stretches.known_ends(at):
                    key = self.a.key(at, end)
                    country = self.gazetteer.country_names.get(key)
                    if country is not None:
                        return country.code
                    place = self.gazetteer.place(key)
                    if place is not None and place.country:
                        return place.country
        return ""

    def _known(self, at: int, end: int, *, titled: bool, gender: str, country: str, begin: int, title: int) -> None:
        gazetteer = self.gazetteer
        key = self.a.key(at, end)
        land = gazetteer.country_names.get(key)
        place = gazetteer.place(key)
        contracted = self.stretches.contracted(at, key)
        organization = gazetteer.organization(contracted or key)
        capital = gazetteer.capitals.get(key, "")
        lone = end - at == 1
        if lone and self._is_calendar(at) and key not in gazetteer.own:
            return
        own = key in gazetteer.own
        person = gazetteer.persons.get(key)
        if person is not None:
            gender = gender or person.gender
            self._add(Name(at, end, "person", key, country=person.country, titled=titled, gender=gender, sure=True, form="given", person=person), begin, title)
            return
        thing = None if own else self.roles.things.match(self.a.norms, at)
        if thing is not None and thing[0] == end and not lone and land is None:
            self._add(Name(at, end, "thing", key, sure=True), -1, -1)
            return
        if land is not None:
            self._add(Name(at, end, "country", key, country=land.code, place=place, capital=land.code, sure=True), -1, -1)
            return
        if titled and lone and not own and (organization is None or title < 0):
            self._add(Name(at, end, "person", key, country=country, titled=True, gender=gender, sure=True, form="given"), begin, title)
            return
        given = lone and key in gazetteer.given_names and not self.readings.is_weighty(key)
        titled_behind = organization is not None and end < len(self.a.norms) and end in self.titles.covers
        weak = (
            lone
            and not titled_behind
            and not own
            and not self.readings.acts(at, end)
            and (self.stretches.is_plain(at) or (given and (place is None or place.kind != "country")) or self._is_direction(at, end))
        )
        if organization is None and place is None and not capital:
            return
        kind = "organization" if organization is not None else "place"
        if organization is not None and organization.is_group:
            self._add(Name(at, end, "group", key, country=organization.country, organization=organization, sure=True), -1, -1)
            return
        if (
            lone
            and kind == "organization"
            and not own
            and contracted is None
            and self.roles.collectives.match(self.a.norms, at) is not None
            and self.a.shapes[at] == "C"
        ):
            self._add(Name(at, end, "group", key, country=organization.country if organization is not None else "", sure=True), -1, -1)
            return
        if weak and self.stretches.is_plain(at) and organization is not None and not self.stretches.opens(at):
            weak = False
        form = "known"
        if organization is not None and not weak and not own and self.bounds.is_headed(at):
            whole = self.bounds.extend(at, end)
            if whole > end:
                end, key, form, place, capital = whole, self.a.key(at, whole), "head", None, ""
                organization = gazetteer.organization(key)
                self._add(Name(at, end, kind, key, country=self._own_country(at, end), organization=organization, sure=True, form=form), -1, -1)
                return
        if weak:
            kind, form = "", "given" if given else "word"
        seat = self._seat(at, end, organization, country) if organization is not None else place.country if place is not None else capital
        self._add(
            Name(
                at, end, kind, key, country=seat,
                place=place, organization=organization, capital=capital, titled=titled, gender=gender, sure=not weak, form=form,
            ),
            begin if weak else -1,
            title if weak else -1,
        )  # fmt: skip

    def _seat(self, at: int, end: int, organization: OrganizationRow, country: str) -> str:
        """The country of a known organization; where it has none but every state has its like, that of the nationality before it."""
        if organization.country or not country or self.roles.state_offices.isdisjoint(self.a.norms[at:end]):
            return organization.country
        return country

    def _is_calendar(self, at: int) -> bool:
        """Whether a token is a name of the calendar: written large as any, or a sentence's first word."""
        norm = self.a.norms[at]
        return norm in self.roles.calendar or (norm in self.pack.grammar.clauses.temporal and self.stretches.is_plain(at))

    def _is_direction(self, at: int, end: int) -> bool:
        """Whether a place's name is an ordinary word of direction with a complement ("le Nord de l'Italie")."""
        a = self.a
        if end >= len(a.norms) or not self.stretches.ordinary(a.norms[at]) or a.tags[end] != "P":
            return False
        return a.lemmas[end] in self.pack.grammar.clauses.genitive

    def _people(self, at: int, end: int, country: str) -> None:
        """A nationality standing alone: the people ("the British", "les Nord-Coréens")."""
        a = self.a
        key = a.key(at, end)
        named = self.gazetteer.nationals.match(a.norms, at) or self.roles.peoples.match(a.norms, at)
        if named is None or named[0] != end:
            return
        chunk = a.chunk_of[at]
        if chunk >= 0:
            phrase = a.chunks[chunk]
            if (phrase.last != end and phrase.head != end - 1) or any(a.tags[t] == "N" for t in range(phrase.first, at)):
                return
            determiner = a.norms[phrase.first] if a.tags[phrase.first] == "D" else a.norms[phrase.preposition] if phrase.preposition >= 0 else ""
            if (a.tags[phrase.first] == "D" and determiner not in self.pack.grammar.clauses.definite) or any(a.tags[t] == "M" for t in range(phrase.first, at)):
                return  # "all Muslims", "trois Belges": some of them, not the people
            if determiner in self.roles.singular_determiners:
                return  # "le Suédois": one person
            if phrase.first < at and a.norms[end - 1] in self.pack.compatriots and a.tags[phrase.first] == "D":
                return  # "the Swede"
            lemma = self.pack.nouns.lemmas(a.norms[end - 1])[-1]
            plural = lemma != a.norms[end - 1] or phrase.first < at
            if not plural and not self.pack.grammar.clauses.postposed_adjectives:
                return  # "British": an adjective unless it has an article
        elif end < len(a.norms) and a.tags[end] in "NA":
            return
        self._add(Name(at, end, "group", key, country=country, sure=True), -1, -1)

    def _is_demonym(self, at: int) -> bool:
        """Whether an article and the ending of a noun for people of a place stand before and in a word that nothing follows but a verb or a comma."""
        a = self.a
        if not at or a.tags[at - 1] != "D" or a.norms[at - 1] not in self.roles.singular_determiners or a.shapes[at] != "C":
            return False
        behind = a.tags[at + 1 : at + 2]
        return (
            a.norms[at].endswith(self.roles.demonym_endings) and a.norms[at - 1] in self.pack.grammar.clauses.definite and behind != "" and behind in "VURX,B"
        )

    def _unknown(self, first: int, last: int, *, titled: bool, gender: str, country: str, begin: int, title: int) -> None:
        a = self.a
        key = a.key(first, last)
        if last - first == 1 and first > 1 and a.norms[first] in self.roles.after_name and a.tags[first - 1] in ",E" and a.tags[first - 2] in "E,":
            return  # "Tom Molomby, SC"
        if last - first == 2 and len(a.norms[first + 1].rstrip(".")) == 1 and a.norms[first] in self.roles.nominals:
            return  # "Group B"
        if last - first == 1 and not titled and self._is_demonym(first):
            return  # "Le Vaudois craint …"
        numbers = self.pack.grammar.numbers
        if last - first == 1 and "-" in a.norms[first] and all(part in numbers for part in a.norms[first].split("-")):
            return  # "Thirty-one were arrested"
        given = self.gazetteer.given_names.get(a.norms[first]) if last - first == 1 else None
        if last - first == 1 and self._is_calendar(first):
            return
        known = last - first == 1 and key in self.stretches.persons and not self.stretches.is_plain(first)
        kind = "person" if titled or known else "organization" if self.readings.is_team_like(first, last) else ""
        form = "given" if given else "unknown"
        self._add(
            Name(first, last, kind, key, country=country if titled or not self.pack.grammar.clauses.postposed_adjectives or begin >= 0 else "", titled=titled,
                 gender=gender or ("" if given in (None, "u") else str(given)), sure=titled, form=form), begin, title,
        )  # fmt: skip
