"""Names in a text: every capitalised stretch cut into titles, forms of address, nationalities and names, the best cut of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.mentions.bounds import Bounds
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


class _Step(NamedTuple):
    """One way to read the tokens up to ``end``."""

    end: int
    score: float
    what: str
    kind: str = ""
    code: str = ""


# What a reading is worth, a token. Chosen so that a reading with evidence for every token beats any split of it, and a longer entry of
# the gazetteer beats a shorter one with a rest; each piece costs _PIECE, so that names are not cut without need.
_PIECE = 0.6
_KNOWN, _LONG_KNOWN, _GIVEN, _HEAD, _TITLE, _NATION, _UNKNOWN, _ORDINARY = 3.0, 3.4, 3.0, 3.0, 3.0, 2.2, 1.5, 0.9
_OWN = 4.0  # a name that the user brought
_PLAIN_WORD, _LARGE_WORD = 1.8, 0.5
_LONGEST_NAME = 7


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
        self.found: list[Name] = []
        self.prefixes: dict[int, Prefix] = {}

    def find(self) -> list[Name]:
        """All names in text order, not overlapping."""
        reached = 0
        for first, last in self.stretches.find():
            if first >= reached:
                reached = self._read(first, last)
        covers = self.titles.covers
        inside = [name for name in self.found if not self._is_title_part(name, covers)]
        self.found = self.bounds.described(inside)
        return self.found

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
        best: list[tuple[float, int, _Step] | None] = [None] * (last - first + 1)
        best[0] = (0.0, first, _Step(first, 0.0, ""))
        for at in range(first, last):
            here = best[at - first]
            if here is None:
                continue
            for step in self._steps(at, last):
                score = here[0] + step.score - _PIECE
                before = best[step.end - first]
                if before is None or score > before[0]:
                    best[step.end - first] = (score, at, step)
        path: list[tuple[int, _Step]] = []
        at = last
        while at > first:
            cell = best[at - first]
            if cell is None:
                return last
            path.append((cell[1], cell[2]))
            at = cell[1]
        path.reverse()
        return self._keep(path, last)

    def _steps(self, at: int, last: int) -> list[_Step]:
        a, roles, gazetteer = self.a, self.roles, self.gazetteer
        norms = a.norms
        norm = norms[at]
        lower = a.shapes[at] == "l"
        steps: list[_Step] = []
        civility = roles.civility_phrases.match(norms, at)
        if civility is not None and civility[0] < last and not lower:
            steps.append(_Step(civility[0], _TITLE * (civility[0] - at), "civility", code=civility[1].gender))
        title = self.titles.match(at)
        if title is not None and title[0] <= last and self._is_title(at, title[0], last, title[1].group.level):
            steps.append(_Step(title[0], _TITLE * (title[0] - at) + 0.2, "title", code=title[1].gender))
        modifier = roles.modifiers.match(norms, at)
        if modifier is not None and modifier[0] < last and self._precedes_title(modifier[0]):
            steps.append(_Step(modifier[0], _NATION * (modifier[0] - at), "modifier"))
        if not lower:
            nation = gazetteer.nationalities.match(norms, at) or gazetteer.nationals.match(norms, at)
            if nation is not None and nation[0] <= last:
                score = _NATION * (nation[0] - at) + (1.2 if self._is_apposed(at, nation[0], last) else 0.0)
                steps.append(_Step(nation[0], score, "nation", code=nation[1]))
            else:
                people = roles.peoples.match(norms, at) or roles.peoples_adjectives.match(norms, at)
                if people is not None and people[0] <= last:
                    steps.append(_Step(people[0], _NATION * (people[0] - at), "nation", kind="people", code=people[1].iso2))
            steps += self._known_steps(at, last)
            steps += self._person_steps(at, last)
            steps += [_Step(end, score - self._like_person(at, end, kind), "head", kind=kind) for end, score, kind in self.bounds.headed(at, last)]
        steps += self._unknown_steps(at, last)
        if lower or len(norm.rstrip(".")) == 1 or self.stretches.ordinary(norm) or norm in roles.not_names:
            steps.append(_Step(at + 1, _PLAIN_WORD if lower or self.stretches.is_plain(at) or self._is_no_name(at) else _LARGE_WORD, "word"))
        return steps

    def _is_apposed(self, at: int, end: int, last: int) -> bool:
        """Whether a nationality stands as a noun before a person's name ("le Suisse Rudy Wild")."""
        a = self.a
        if end >= last or self.gazetteer.nationals.match(a.norms, at) is None or not at:
            return False
        return self.is_given(end) or (last - end > 1 and (a.tags[at - 1] == "D" or a.norms[at - 1] in self.pack.grammar.contracted))

    def _is_title(self, at: int, end: int, last: int, level: str) -> bool:
        """Whether a title's words are a title there: in running text, only offices and ranks are written large."""
        if self.a.shapes[at] == "l":
            return True
        if level in ("office", "rank"):
            return True
        return end < last and (self.stretches.opens(at) or self.stretches.loose[self.a.sentence_of[at]])

    def _precedes_title(self, at: int) -> bool:
        norms, roles = self.a.norms, self.roles
        return (
            self.titles.match(at) is not None
            or roles.modifiers.match(norms, at) is not None
            or self.gazetteer.nationalities.match(norms, at) is not None
            or roles.heads.match(norms, at) is not None
        )

    def _known_steps(self, at: int, last: int) -> list[_Step]:
        steps = []
        for end in self.stretches.known_ends(at):
            size = end - at
            if end > last:
                continue
            norm = self.a.norms[at]
            if self.gazetteer.own and self.a.key(at, end) in self.gazetteer.own:
                steps.append(_Step(end, _OWN * size + 1, "known"))
                continue
            if size > 1:
                article = norm in self.stretches.closed and self.stretches.is_plain(at)
                steps.append(_Step(end, _LONG_KNOWN * (size - article) + 1, "known"))
                continue
            score = _KNOWN
            if norm in self.gazetteer.country_names:
                pass
            elif end < last and self.titles.match(end) is not None and self.gazetteer.organization(norm) is not None:
                score = _KNOWN  # "Labour candidate David Lemon"
            elif self.stretches.is_plain(at) or (len(norm) <= 2 and self.a.shapes[at] == "C"):
                score = 1.0
            elif norm in self.gazetteer.given_names and not self._is_weighty(norm):
                score = 1.6
            steps.append(_Step(end, score, "known"))
        return steps

    def _is_weighty(self, key: str) -> bool:
        """Whether a name that is also a given name is first of all a country, an organization or a large city."""
        place = self.gazetteer.place(key)
        return key in self.gazetteer.country_names or (place is not None and place.weight > 900_000)

    def _person_steps(self, at: int, last: int) -> list[_Step]:
        """Readings as a given name or initial with what follows it."""
        a = self.a
        norms = a.norms
        if not self.is_given(at):
            return []
        steps = []
        score = _GIVEN
        if norms[at] in self.gazetteer.nationalities and at + 1 < last and norms[at + 1] in self.gazetteer.given_names:
            score = 0.0  # "German Angela Merkel"
        for end in range(at + 1, min(last, at + _LONGEST_NAME)):
            norm = norms[end]
            if a.shapes[end] == "l":
                if norm not in self.roles.particle_words:
                    break
                score += _GIVEN
                continue
            behind = end + 1
            suffix = self.roles.suffix_phrases.match(norms, end)
            if suffix is not None and suffix[0] <= last:
                steps.append(_Step(suffix[0], score + _GIVEN * (suffix[0] - end) + 0.3, "person"))
                break
            if norm in self.stretches.closed and norm not in self.roles.particle_words and self.titles.match(end) is None:
                break
            score += _GIVEN
            if norm in self.stretches.closed:
                continue
            kind = self._word_kind(end)
            if kind in ("title", "civility"):
                if behind == last or self.roles.suffix_phrases.match(norms, behind) is not None:
                    steps.append(_Step(behind, score - 0.3, "person"))
                    if behind == last:
                        break
                    continue
                break
            if kind == "organization":
                steps.append(_Step(behind, score - 1.0, "person"))
                break
            if kind == "company" and behind - at > 1:
                steps.append(_Step(behind, score - 0.5, "person"))
                break
            loss = 0.0
            if kind == "nation":
                loss = 1.5
            elif kind == "place":
                loss = 1.2 if self.gazetteer.place(norms[at]) is not None else 0.0
            elif kind == "plain":
                loss = 1.3
            steps.append(_Step(behind, score - loss - (0.4 * (behind - at - 3) if behind - at > 3 else 0.0), "person"))
        return steps

    def is_given(self, at: int) -> bool:
        """Whether a token is a given name, a double one of given names, or an initial."""
        norm = self.a.norms[at]
        names = self.gazetteer.given_names
        if norm in names:
            return True
        if norm in self.roles.civilities:
            return False
        bare = norm.rstrip(".")
        if len(bare) == 1:
            return bare.isalpha() and norm[-1] == "."
        if "-" in norm:
            parts = norm.replace(".", "").split("-")
            return (parts[0] in names and parts[-1] in names) or all(len(part) == 1 for part in parts)
        return (
            bare.isalpha()
            and len(norm) == 2 * norm.count(".")
            and bool(norm.count(".") == 2 and self.a.shapes[at] in "CU" and norm not in self.gazetteer.country_names)
        )

    def _word_kind(self, at: int) -> str:
        a, roles = self.a, self.roles
        norm = a.norms[at]
        title = roles.titles.match(a.norms, at)
        if title is not None and title[1].group.level in ("office", "rank"):
            return "title"
        if norm in roles.civilities and roles.civilities[norm].titles:
            return "civility"
        head = roles.heads.match(a.norms, at)
        if head is not None and head[1].proper:
            return "organization"
        if roles.company.match(a.norms, at) is not None:
            return "company"
        if norm in self.gazetteer.nationalities:
            return "nation"
        if roles.areas.match(a.norms, at) is not None or roles.facilities.match(a.norms, at) is not None:
            return "place"
        return "plain" if self.stretches.is_plain(at) else ""

    def _unknown_steps(self, at: int, last: int) -> list[_Step]:
        a = self.a
        steps = []
        score = -0.5
        if a.shapes[at] == "l" and a.norms[at] not in self.roles.particle_words:
            return []
        for end in range(at, min(last, at + _LONGEST_NAME)):
            norm = a.norms[end]
            if a.shapes[end] == "l" and norm not in self.roles.particle_words:
                break
            if a.shapes[end] == "p" and end == at:
                break
            score += _ORDINARY if self.stretches.ordinary(norm) or norm in self.roles.not_names else _UNKNOWN
            if a.shapes[end] in "CUd" and (norm not in self.stretches.closed or end + 1 == last) and not (end == at and len(norm.rstrip(".")) == 1):
                steps.append(_Step(end + 1, score, "unknown"))
        return steps

    # -- the names of the best cut

    def _keep(self, path: list[tuple[int, _Step]], last: int) -> int:
        titled = False
        gender = country = ""
        begin = title = -1
        reached = last
        for number, (at, step) in enumerate(path):
            what = step.what
            following = path[number + 1][1].what if number + 1 < len(path) else ""
            if what == "civility":
                titled, gender = True, step.code if step.code in ("m", "f") else gender
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
                if self.a.shapes[at] != "l" and len(self.a.norms[at].rstrip(".")) > 1 and not self._is_no_name(at):
                    self._add(Name(at, step.end, "", self.a.key(at, step.end), titled=titled, gender=gender, form="word"), begin, title)
            elif what == "person":
                end = step.end
                if end == last and self._is_suffix(last):
                    end = reached = last + 1
                given = self.gazetteer.given_names.get(self.a.norms[at], "")
                kind = "" if self._is_place_like(at, end) and not titled else "person"
                gender = gender or (given if given != "u" else "")
                self._add(
                    Name(at, end, kind, self.a.key(at, end), country=country, titled=titled, gender=gender, sure=kind == "person", form="given"),
                    begin,
                    title,
                )
            elif what == "head":
                end = self.bounds.extend(at, step.end) if step.end == last else step.end
                kind = "" if step.kind == "either" else step.kind
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
            title, titled, gender, country = -1, False, "", ""
        return reached

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

    def _like_person(self, first: int, last: int, kind: str) -> float:
        """What a place's name loses for beginning with a given name, unless it has an article or stands where a place does ("Helen Park")."""
        if kind != "place" or last - first > 2 or not self.is_given(first) or self.gazetteer.place(self.a.norms[first]) is not None:
            return 0.0
        return 0.0 if self._is_place_like(first, last) else 0.6

    def _is_place_like(self, first: int, last: int) -> bool:
        """Whether a name that begins like a person's could be a place's ("Helen Park", "Victoria Station")."""
        a, roles = self.a, self.roles
        before = a.tags[first - 1] if first else ""
        located = before == "D" or (before == "P" and a.lemmas[first - 1] in self.pack.grammar.clauses.locative)
        return located and last - first > 1 and (roles.areas.match(a.norms, last - 1) is not None or roles.facilities.match(a.norms, last - 1) is not None)

    def _known(self, at: int, end: int, *, titled: bool, gender: str, country: str, begin: int, title: int) -> None:
        gazetteer = self.gazetteer
        key = self.a.key(at, end)
        land = gazetteer.country_names.get(key)
        place = gazetteer.place(key)
        organization = gazetteer.organization(key)
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
        given = lone and key in gazetteer.given_names and not self._is_weighty(key)
        titled_behind = organization is not None and end < len(self.a.norms) and end in self.titles.covers
        weak = (
            lone
            and not titled_behind
            and not own
            and (self.stretches.is_plain(at) or (given and (place is None or place.kind != "country")) or self._is_direction(at, end))
        )
        if organization is None and place is None and not capital:
            return
        kind = "organization" if organization is not None else "place"
        if organization is not None and organization.is_group:
            self._add(Name(at, end, "group", key, country=organization.country, organization=organization, sure=True), -1, -1)
            return
        if lone and kind == "organization" and not own and self.roles.collectives.match(self.a.norms, at) is not None and self.a.shapes[at] == "C":
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
        self._add(
            Name(
                at, end, kind, key, country=organization.country if organization is not None else place.country if place is not None else capital,
                place=place, organization=organization, capital=capital, titled=titled, gender=gender, sure=not weak, form=form,
            ),
            begin if weak else -1,
            title if weak else -1,
        )  # fmt: skip

    def _is_no_name(self, at: int) -> bool:
        """Whether a word is no name however it is written; but "Mars" inside a French sentence is not the month."""
        norm = self.a.norms[at]
        if norm not in self.roles.not_names:
            return False
        return norm not in self.pack.grammar.clauses.temporal or norm in self.roles.calendar or self.stretches.is_plain(at) or bool(self.roles.calendar)

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
        if last - first == 1 and first > 1 and a.norms[first] in self.roles.after_name and a.tags[first - 1] == "," and a.tags[first - 2] in "E,":
            return  # "Tom Molomby, SC"
        given = self.gazetteer.given_names.get(a.norms[first]) if last - first == 1 else None
        if last - first == 1 and self._is_calendar(first):
            return
        kind = "person" if titled else ""
        form = "given" if given else "unknown"
        self._add(
            Name(first, last, kind, key, country=country if titled or not self.pack.grammar.clauses.postposed_adjectives or begin >= 0 else "", titled=titled,
                 gender=gender or ("" if given in (None, "u") else str(given)), sure=titled, form=form), begin, title,
        )  # fmt: skip
