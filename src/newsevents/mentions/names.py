"""Names in a text: every capitalised stretch cut into titles, forms of address, nationalities and names, the best cut of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.mentions.bounds import Bounds
from newsevents.mentions.readings import PIECE, Readings, Step
from newsevents.mentions.stretches import Stretches

if TYPE_CHECKING:
    from newsevents.lexicon.gazetteer import OrganizationRow, PersonRow, PlaceRow
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.roles import Title
    from newsevents.mentions.titles import TitleFinder
    from newsevents.text.analysis import Analysis


_TAIL = 6  # small words between a name and its acronym
_PARTICLES = 3  # one more than the particles between two parts of a person's name ("de la")
_NICKNAME = 6  # tokens back to the quotation mark that opens a nickname


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
        self._join_suffixes()
        self._join_particles()
        self._join_nicknames()
        self._join_branches()
        self._join_places()
        self._open_bodies()
        covers = self.titles.covers
        inside = [name for name in self.found if not self._is_title_part(name, covers)]
        self.found = self.bounds.described(inside)
        self._reach_acronyms()
        return self.found

    def _reach_acronyms(self) -> None:
        """Give a body's name the small words up to an acronym that has their initials too ("Société des gens *de lettres* (SGDL)")."""
        a, found = self.a, self.found
        for number, name in enumerate(found):
            end = name.last
            if name.kind != "organization" or name.organization is not None or name.last - name.first < _PARTICLES - 1:
                continue
            while end < len(a.norms) and end < name.last + _TAIL and a.tags[end] in "PDNA+C" and a.shapes[end] == "l":
                end += 1
            if end == name.last or end + 2 >= len(a.norms) or a.tags[end] != "(" or a.shapes[end + 1] != "U" or a.tags[end + 2] != ")":
                continue
            if self._are_initials(a.norms[end + 1], a.norms[name.first : end]):
                found[number] = name._replace(last=end, key=a.key(name.first, end))

    def _are_initials(self, acronym: str, words: list[str]) -> bool:
        """Whether an acronym has the initials of some words, those of the words of grammar or not."""
        at = 0
        for word in words:
            if at < len(acronym) and word[0] == acronym[at]:
                at += 1
            elif word not in self.stretches.closed:
                return False
        return at == len(acronym)

    def _behind_title(self, first: int, last: int) -> int:
        """Where a stretch begins that a title written small reaches into: "le secrétaire d'*État* Marco Rubio"."""
        cover = self.titles.covers.get(first)
        if cover is None or cover[0] >= first or cover[1] >= last or self.a.tags[cover[1]] != "E":
            return first
        return cover[1]

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

    def _is_nickname(self, first: int, last: int) -> bool:
        """Whether all words in quotation marks are capitalised but small ones of a name."""
        a, particles = self.a, self.roles.particle_words
        return (
            all(a.shapes[at] in "CU" or a.norms[at] in particles or a.norms[at] in self.stretches.closed for at in range(first, last))
            and a.shapes[first] in "CU"
        )

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
                self._add(Name(at, end, kind, self.a.key(at, end), country=self._own_country(at, end), sure=bool(kind), form="head"), -1, -1)
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
            lemma = self.pack.nouns.lemmas(a.norms[end - 1])[-1]
            plural = lemma != a.norms[end - 1] or phrase.first < at
            if not plural and not self.pack.grammar.clauses.postposed_adjectives:
                return  # "British": an adjective unless it has an article
        elif end < len(a.norms) and a.tags[end] in "NA":
            return
        self._add(Name(at, end, "group", key, country=country, sure=True), -1, -1)

    def _unknown(self, first: int, last: int, *, titled: bool, gender: str, country: str, begin: int, title: int) -> None:
        a = self.a
        key = a.key(first, last)
        if last - first == 1 and first > 1 and a.norms[first] in self.roles.after_name and a.tags[first - 1] in ",E" and a.tags[first - 2] in "E,":
            return  # "Tom Molomby, SC"
        if last - first == 2 and len(a.norms[first + 1].rstrip(".")) == 1 and a.norms[first] in self.roles.nominals:
            return  # "Group B"
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
