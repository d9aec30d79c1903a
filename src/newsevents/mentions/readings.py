"""The ways to read the tokens of a capitalised stretch: as title, form of address, nationality, known name, person, or word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.bounds import Bounds
    from newsevents.mentions.stretches import Stretches
    from newsevents.mentions.titles import TitleFinder
    from newsevents.text.analysis import Analysis


class Step(NamedTuple):
    """One way to read the tokens up to ``end``."""

    end: int
    score: float
    what: str
    kind: str = ""
    code: str = ""


# What a reading is worth, a token. Chosen so that a reading with evidence for every token beats any split of it, and a longer entry of
# the gazetteer beats a shorter one with a rest; each piece costs PIECE, so that names are not cut without need.
PIECE = 0.6
_KNOWN, _LONG_KNOWN, _GIVEN, _HEAD, _TITLE, _NATION, _UNKNOWN, _ORDINARY = 3.0, 3.4, 3.0, 3.0, 3.0, 2.2, 1.5, 0.9
_ARTICLE = 4.0  # what a person's name loses behind an article and before a noun for a thing
_TOWN_NAMED = 1.0  # a town's name and what follows: rather one name than two
_OWN = 4.0  # a name that the user brought
_PLAIN_WORD, _LARGE_WORD = 1.8, 0.5
_LONGEST_NAME = 7


class Readings:
    """Reads the stretches of one text."""

    def __init__(self, analysis: Analysis, pack: Pack, titles: TitleFinder, stretches: Stretches, bounds: Bounds) -> None:
        self.a = analysis
        self.pack = pack
        self.gazetteer = pack.gazetteer
        self.roles = pack.roles
        self.titles = titles
        self.stretches = stretches
        self.bounds = bounds

    def read(self, at: int, last: int) -> list[Step]:
        """All readings of the tokens of a stretch from one on."""
        a, roles, gazetteer = self.a, self.roles, self.gazetteer
        norms = a.norms
        norm = norms[at]
        lower = a.shapes[at] == "l"
        listed = norm in roles.name_firsts or "-" in norm
        steps = self._before_names(at, last, lower=lower) if listed else []
        if not lower:
            nation = gazetteer.nationalities.match(norms, at) or gazetteer.nationals.match(norms, at)
            if nation is not None and nation[0] <= last:
                score = _NATION * (nation[0] - at) + (1.2 if self._is_apposed(at, nation[0], last) else 0.0)
                steps.append(Step(nation[0], score, "nation", code=nation[1]))
            elif listed:
                people = roles.peoples.match(norms, at) or roles.peoples_adjectives.match(norms, at)
                if people is not None and people[0] <= last and not self._is_of_name(at):
                    steps.append(Step(people[0], _NATION * (people[0] - at), "nation", kind="people", code=people[1].iso2))
            steps += self._known_steps(at, last)
            steps += self._person_steps(at, last)
            steps += [Step(end, score - self._like_person(at, end, kind), "head", kind=kind) for end, score, kind in self.bounds.headed(at, last)]
        steps += self._unknown_steps(at, last)
        steps += self._late_given_steps(at, last)
        known = norm in self.stretches.persons and not self.stretches.opens(at)  # "said Trump had lied"
        if a.shapes[at] == "U" and norm in self.stretches.acronyms:
            return steps
        if lower or len(norm.rstrip(".")) == 1 or (self.stretches.ordinary(norm) and not known) or norm in roles.not_names:
            plain = lower or self.stretches.is_plain(at) or (self.is_no_name(at) and not self._is_of_company(at))
            steps.append(Step(at + 1, _PLAIN_WORD if plain else _LARGE_WORD, "word"))
        return steps

    def _is_of_company(self, at: int) -> bool:
        """Whether a word that companies have in their names stands behind an unknown one written large ("Sodrex *Recyclage*")."""
        a = self.a
        if not at or a.norms[at] not in self.roles.company_words or a.shapes[at] != "C" or a.shapes[at - 1] != "C" or a.tags[at - 1] != "E":
            return False
        return not self.stretches.ordinary(a.norms[at - 1]) and not self.stretches.loose[a.sentence_of[at]]

    def _is_of_name(self, at: int) -> bool:
        """Whether a capital on an adjective that follows its noun tells that it is part of a name ("Brume *Noire*")."""
        a = self.a
        if not self.bounds.first or not at or a.shapes[at] != "C" or a.shapes[at - 1] != "C" or a.tags[at - 1] != "E":
            return False
        return not self.roles.peoples_adjectives.match(a.norms, at) and not self.stretches.loose[a.sentence_of[at]] and not self.is_given(at - 1)

    def _before_names(self, at: int, last: int, *, lower: bool) -> list[Step]:
        """Readings as what stands before a name: a form of address, a title, a word that modifies one."""
        norms, roles = self.a.norms, self.roles
        steps: list[Step] = []
        civility = roles.civility_phrases.match(norms, at)
        if civility is not None and civility[0] < last and not lower:
            steps.append(Step(civility[0], _TITLE * (civility[0] - at), "civility", code=civility[1].gender))
        title = self.titles.match(at)
        if title is not None and title[0] <= last and self._is_title(at, title[0], last, title[1].group.level):
            steps.append(Step(title[0], _TITLE * (title[0] - at) + 0.2, "title", code=title[1].gender))
        modifier = roles.modifiers.match(norms, at)
        if modifier is not None and modifier[0] < last and self._precedes_title(modifier[0]):
            steps.append(Step(modifier[0], _NATION * (modifier[0] - at), "modifier"))
        return steps

    def _known_steps(self, at: int, last: int) -> list[Step]:
        steps = []
        for end in self.stretches.known_ends(at):
            size = end - at
            if end > last:
                continue
            norm = self.a.norms[at]
            if self.gazetteer.own and self.a.key(at, end) in self.gazetteer.own:
                steps.append(Step(end, _OWN * size + 1, "known"))
                continue
            if size > 1 and self._follows_given(at) and self.gazetteer.organization(self.a.key(at, end)) is not None:
                continue  # "the George W. Bush administration"
            if size > 1:
                article = norm in self.stretches.closed and self.stretches.is_plain(at)
                if norm in self.stretches.closed and any((head := self.bounds.head_at(t)) and head[1] == "organization" for t in range(end, last)):
                    continue  # "The Guardian Council"
                steps.append(Step(end, _LONG_KNOWN * (size - article) + 1, "known"))
                continue
            score = _KNOWN
            if norm in self.gazetteer.country_names:
                pass
            elif end < last and self.titles.match(end) is not None and self.gazetteer.organization(norm) is not None:
                score = _KNOWN  # "Labour candidate David Lemon"
            elif self.acts(at, end):
                score = _KNOWN  # "Arsenal can return", "Orange a annoncé"
            elif self.stretches.is_plain(at) or (len(norm) <= 2 and self.a.shapes[at] == "C"):
                score = 1.0
            elif norm in self.gazetteer.given_names and not self.is_weighty(norm):
                score = 1.6
            steps.append(Step(end, score, "known"))
        return steps

    def acts(self, at: int, end: int) -> bool:
        """Whether the name of an organization opens a sentence as the subject of the verb behind it, without an article."""
        a = self.a
        return end < len(a.norms) and a.tags[end] in "VU" and self.stretches.opens(at) and self.gazetteer.organization(a.norms[at]) is not None

    def _follows_given(self, at: int) -> bool:
        """Whether a capitalised given name or an initial stands right before a token."""
        a = self.a
        return at > 0 and a.shapes[at - 1] in "CU" and a.tags[at - 1] == "E" and self.is_given(at - 1)

    def _person_steps(self, at: int, last: int) -> list[Step]:
        """Readings as a given name or initial with what follows it."""
        a = self.a
        norms = a.norms
        if not self.is_given(at):
            return []
        steps = []
        score = _GIVEN - (_ARTICLE if self._is_called_after(at, last) else 0.0)
        if norms[at] in self.gazetteer.nationalities and at + 1 < last and norms[at + 1] in self.gazetteer.given_names:
            score = 0.0  # "German Angela Merkel"
        for end in range(at + 1, min(last, at + _LONGEST_NAME)):
            norm = norms[end]
            if a.shapes[end] == "l":
                if norm not in self.roles.particle_words:
                    break
                score += _GIVEN
                continue
            if norm in self.roles.after_name and a.shapes[end] == "U":
                break  # "Nicholas Johnson KC"
            behind = end + 1
            suffix = self.roles.suffix_phrases.match(norms, end)
            if suffix is not None and suffix[0] <= last:
                steps.append(Step(suffix[0], score + _GIVEN * (suffix[0] - end) + 0.3, "person"))
                break
            named = end == at + 1 and a.shapes[end] == "C" and norm not in self.roles.particle_words  # "Theresa May"
            if norm in self.stretches.closed and not named and norm not in self.roles.particle_words and self.titles.match(end) is None:
                break
            score += _GIVEN
            if norm in self.stretches.closed and not named:
                continue
            kind = self._word_kind(end)
            if kind in ("title", "civility"):
                if behind == last or self.roles.suffix_phrases.match(norms, behind) is not None:
                    steps.append(Step(behind, score - 0.3, "person"))
                    if behind == last:
                        break
                    continue
                break
            if kind == "organization":
                steps.append(Step(behind, score - 1.0, "person"))
                break
            if kind == "company" and behind - at > 1:
                steps.append(Step(behind, score - 0.5, "person"))
                break
            loss = 0.0
            if kind == "nation":
                loss = 1.5
            elif norm in self.roles.no_surnames:
                loss = 2.0  # "Barton Street"
            elif kind == "place":
                loss = 1.2 if self.gazetteer.place(norms[at]) is not None else 0.0
            elif kind == "plain":
                loss = 1.3
            steps.append(Step(behind, score - loss - (0.4 * (behind - at - 3) if behind - at > 3 else 0.0), "person"))
        return steps

    def _is_called_after(self, at: int, last: int) -> bool:
        """Whether an article and a last noun make a thing's or a building's name of one that begins like a person's ("the Cyrus Cylinder")."""
        a = self.a
        if self.bounds.first or not at or a.tags[at - 1] != "D" or a.norms[at - 1] not in self.pack.grammar.clauses.definite or last - at < 2:
            return False
        return any(
            a.shapes[end] == "C" and head is not None and head[0] == last and head[1] in ("thing", "place")
            for end in range(at + 1, last)
            for head in [self.bounds.head_at(end)]
        )

    def _unknown_steps(self, at: int, last: int) -> list[Step]:
        a = self.a
        steps = []
        score = _TOWN_NAMED if self._is_named_like_town(at, last) else -0.5
        if a.shapes[at] == "l" and a.norms[at] not in self.roles.particle_words:
            return []
        for end in range(at, min(last, at + _LONGEST_NAME)):
            norm = a.norms[end]
            if a.shapes[end] == "l" and norm not in self.roles.particle_words:
                break
            if a.shapes[end] == "p" and end == at:
                break
            score += _ORDINARY if (self.stretches.ordinary(norm) and norm not in self.stretches.persons) or norm in self.roles.not_names else _UNKNOWN
            if a.shapes[end] in "CUd" and (norm not in self.stretches.closed or end + 1 == last) and not (end == at and len(norm.rstrip(".")) == 1):
                steps.append(Step(end + 1, score, "unknown"))
        return steps

    def _is_named_like_town(self, at: int, last: int) -> bool:
        """Whether a town's name begins a longer one, no preposition of place before it.

        An unknown word follows ("Darwin Okafor"), any behind a title ("Mayor London Breed") or an article ("the Dallas Stars").
        """
        a, behind = self.a, at + 1
        if behind >= last or (at and a.shapes[at - 1] in "CU" and a.tags[at - 1] != "D") or a.shapes[at] != "C" or a.shapes[behind] != "C":
            return False
        norm = a.norms[behind]
        if (
            self.stretches.longest(at) != behind
            or not self._is_town(a.norms[at])
            or self.stretches.longest(behind) > behind
            or norm in self.gazetteer.nationalities
        ):
            return False
        if self.titles.match(behind) is not None or norm in self.roles.head_firsts:
            return False
        before = at - 1
        if at and before in self.titles.covers:
            return True
        if self.is_team_like(at, last):
            return True
        if norm in self.gazetteer.given_names or norm in self.stretches.persons or self.stretches.ordinary(norm) or self._word_kind(behind):
            return False
        return not (at and a.tags[before] == "P" and a.lemmas[before] in self.pack.grammar.clauses.locative)

    def is_team_like(self, at: int, last: int) -> bool:
        """Whether an article stands before a town's name and one other word: "the Dallas Stars"."""
        definite = self.pack.grammar.clauses.definite
        return at > 0 and not self.bounds.first and last - at == 2 and self.a.norms[at - 1] in definite and self._is_town(self.a.norms[at])

    def _is_town(self, norm: str) -> bool:
        """Whether a word is a town's name and no organization's."""
        place = self.gazetteer.place(norm)
        return place is not None and place.kind in ("city", "region") and self.gazetteer.organization(norm) is None

    def _late_given_steps(self, at: int, last: int) -> list[Step]:
        """Readings as a person whose first name is unknown and whose second is a given name ("Tajul Islam Chowdhury")."""
        a, second = self.a, at + 1
        if last - at < 3 or a.shapes[at] != "C" or a.shapes[second] != "C" or not self.is_given(second) or self.is_given(at):  # fmt: skip
            return []
        norm = a.norms[at]
        if self.stretches.ordinary(norm) or self.stretches.known_ends(at) or norm in self.roles.not_names or self._word_kind(at) or self.titles.match(at):
            return []
        return [Step(step.end, step.score + _UNKNOWN, "person") for step in self._person_steps(second, last) if step.what == "person"]

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
        initials = len(norm) == 4 and norm[1::2] == ".." and norm[::2].isalpha()  # "K.P. Sharma Oli"
        return initials and self.a.shapes[at] in "CU" and not self.gazetteer.knows(norm)

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

    def is_weighty(self, key: str) -> bool:
        """Whether a name that is also a given name is first of all a country, an organization or a large city."""
        place = self.gazetteer.place(key)
        return key in self.gazetteer.country_names or (place is not None and place.weight > 900_000)

    def _like_person(self, first: int, last: int, kind: str) -> float:
        """What a place's name loses for beginning with a given name, unless it has an article or stands where a place does ("Helen Park")."""
        if (
            kind != "place"
            or last - first > 2
            or self.a.norms[last - 1] in self.roles.no_surnames
            or not self.is_given(first)
            or self.gazetteer.place(self.a.norms[first]) is not None
        ):
            return 0.0
        return 0.0 if self.is_place_like(first, last) else 0.6

    def is_place_like(self, first: int, last: int) -> bool:
        """Whether a name that begins like a person's could be a place's ("Helen Park", "Victoria Station")."""
        a, roles = self.a, self.roles
        before = a.tags[first - 1] if first else ""
        grammar = self.pack.grammar
        located = before == "D" or (before == "P" and a.lemmas[first - 1] in (*grammar.clauses.locative, *grammar.scene_prepositions))
        return located and last - first > 1 and (roles.areas.match(a.norms, last - 1) is not None or roles.facilities.match(a.norms, last - 1) is not None)

    def is_no_name(self, at: int) -> bool:
        """Whether a word is no name however it is written; but "Mars" inside a French sentence is not the month."""
        norm = self.a.norms[at]
        if norm not in self.roles.not_names:
            return False
        return norm not in self.pack.grammar.clauses.temporal or norm in self.roles.calendar or self.stretches.is_plain(at) or bool(self.roles.calendar)
