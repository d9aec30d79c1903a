"""Whom a text is just speaking of: by age, by plight, as the one named last, or as the only one there is."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsevents.lexicon.roles import Latter
    from newsevents.mentions.cast import Member
    from newsevents.mentions.references import References

_NEAR: Final = 2  # sentences that a noun which says nothing new reaches back
_WINDOW: Final = 120  # mentions that somebody is looked up among: more than a few pages have
_SIGNS: Final = 40  # signs of a plight that are looked through
_REACH: Final = 14  # tokens from a name to a sign of its holder's plight, or to an age
_LEADS: Final = 3  # words that lead a source ("aux yeux de X")
_PARTICIPLE: Final = "participle"
_SHOWS: Final = "indicate"  # the act of verbs that things have for subjects as well ("Ce dernier prévoit …" may be a bill)
_VERBS: Final = 3  # clauses whose verb a subject may have: an apposed participle stands before its own
_AGES: Final = range(10, 116)  # numbers that may be somebody's age in the press
_PLAINLY: Final = 2  # times as often as any other for somebody to be whom a text is about


def _token(named: tuple[int, object, object]) -> int:
    return named[0]


class Focus:
    """Asks ``References`` who was named before."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.a = references.a
        self.pack = references.pack
        self.roles = references.pack.roles
        self._ages: dict[Member, tuple[int, int]] = {}  # the mentions that were looked at, and the age

    # -- ages

    def of_age(self, chunk: int, gender: str) -> list[Member]:
        """The one person whose age the text told and a noun phrase tells again: "the 61-year-old", "Le sexagénaire"."""
        phrase = self.a.chunks[chunk]
        bounds = self._told(phrase.head)
        if bounds is None:
            return []
        fits = [one for one in self.persons(phrase.first, gender) if bounds[0] <= self._age(one) <= bounds[1]]
        return fits if len(fits) == 1 else []

    def differs(self, chunk: int, member: Member) -> bool:
        """Whether the age that a noun phrase tells is not somebody's."""
        bounds = self._told(self.a.chunks[chunk].head)
        age = self._age(member) if bounds is not None else 0
        return bounds is not None and age > 0 and not bounds[0] <= age <= bounds[1]

    def _told(self, at: int) -> tuple[int, int] | None:
        """The least and the greatest age that a noun tells."""
        norm = self.a.norms[at]
        if norm.endswith(self.pack.speech.again_endings):
            first = norm.partition("-")[0]
            number = int(first) if first.isdecimal() else self.pack.grammar.numbers.get(first, 0)
            return (number, number) if number in _AGES else None
        return self.roles.ages.get(norm)

    def _age(self, member: Member) -> int:
        """The age behind a mention of somebody, 0 where the text tells none."""
        seen, age = self._ages.get(member, (0, 0))
        for first, last, kind in member.mentions[seen:] if not age else ():
            age = age or (self._age_beside(first, last) if kind != "pronoun" else 0)
        self._ages[member] = len(member.mentions), age
        return age

    def _age_beside(self, first: int, last: int) -> int:
        a = self.a
        begun = a.norms[first - 1] if first and a.chunk_of[first - 1] == a.chunk_of[first] else ""
        if begun.endswith(self.pack.speech.again_endings):
            return self._told(first - 1)[0] if self._told(first - 1) else 0  # type: ignore[index]
        end = min(len(a.norms) - 1, last + _REACH)
        at = last
        while at < end and a.tags[at] in "PDNAE+" and a.norms[at] not in self.roles.age_leads:
            at += 1
        if a.tags[at] not in ",(" and a.norms[at] not in self.roles.age_leads:
            return 0
        while at < end and (a.tags[at] in ",(" or a.norms[at] in self.roles.age_leads):
            at += 1
        if a.sentence_of[at] != a.sentence_of[first] or not a.norms[at].isdecimal() or int(a.norms[at]) not in _AGES or at + 1 >= len(a.norms):
            return 0
        told = a.norms[at + 1] in self.roles.age_units if self.roles.age_units else a.tags[at + 1] in ",)."
        return int(a.norms[at]) if told else 0

    def is_anothers(self, chunk: int) -> bool:
        """Whether an age of which a noun phrase speaks was told before of nobody who has a name: "un commerçant de 45 ans"."""
        a, at = self.a, self.a.chunks[chunk].head
        bounds = self._told(at)
        if bounds is None:
            return False
        named = {self._age(one) for one in self.persons(at, "")}
        return any(bounds[0] <= number <= bounds[1] and number not in named for token, number in self._numbers if token < a.chunks[chunk].first)

    @cached_property
    def _numbers(self) -> list[tuple[int, int]]:
        """The ages that the text tells, with their tokens."""
        a, found = self.a, []
        for at, norm in enumerate(a.norms[:-1]):
            if norm.isdecimal() and a.norms[at + 1] in self.roles.age_units and int(norm) in _AGES:
                found.append((at, int(norm)))
            elif norm.endswith(self.pack.speech.again_endings) and (told := self._told(at)) is not None:
                found.append((at, told[0]))
        return found

    # -- plights

    @cached_property
    def _signs(self) -> list[tuple[int, int]]:
        """Where the signs of a plight stand, and of which."""
        norms, signs = self.a.norms, self.roles.signs
        return [(at, hit[1]) for at in signs.starts(norms) if (hit := signs.match(norms, at)) is not None]

    def in_plight(self, chunk: int, gender: str) -> list[Member]:
        """The person whose plight the text told by other words, and most often of all: "« Non », répond *le prévenu*"."""
        a = self.a
        phrase = a.chunks[chunk]
        told = self.roles.standing_phrases.match(a.norms, phrase.first + (a.tags[phrase.first] == "D"))
        if told is None or told[0] <= phrase.head:
            return []
        plight = told[1]
        until = bisect_left(self._signs, (phrase.first, -1))
        found: dict[Member, int] = {}
        for at, number in self._signs[max(0, until - _SIGNS) : until]:
            one = self._bearer(at) if number == plight else None
            if one is not None and self._fits(one, gender):
                found[one] = len(one.mentions)
        best = sorted(found, key=lambda one: -found[one])
        return best[:1] if len(best) == 1 or (best and found[best[0]] >= _PLAINLY * found[best[1]]) else []

    def _bearer(self, at: int) -> Member | None:
        """The person a sign is told of: named before it in its sentence, with nobody unnamed between."""
        a, recent = self.a, self.references.recent
        clause = a.clauses[a.clause_of[at]] if a.clause_of[at] >= 0 else None
        for phrase in (a.chunks[chunk] for chunk in clause.subjects) if clause is not None and clause.form == "finite" else ():
            one = self._taken_up(phrase.first, phrase.last)
            if one is not None:
                return one
        number = bisect_left(recent, at, key=_token)
        stranger = bisect_left(self.references.strangers, at, key=_token)
        last = self.references.strangers[stranger - 1][0] if stranger else -1
        for token, member, _ in reversed(recent[max(0, number - _SIGNS) : number]):
            if token < at - _REACH or a.sentence_of[token] != a.sentence_of[at] or token < last:
                return None
            if member.kind == "person":
                return member
        return None

    def _taken_up(self, first: int, last: int) -> Member | None:
        """The person whom words were found to stand for, or name."""
        recent = self.references.recent
        number = bisect_left(recent, first, key=_token)
        return next((member for token, member, _ in recent[number : number + _REACH] if token < last and member.kind == "person"), None)

    # -- who was named last

    def latter(self, at: int, row: Latter) -> list[Member]:
        """The one named last before "ce dernier" or "the latter": of its gender, and no thing of its gender between but where people alone can be meant.

        Args:
            at: the first token of the words.
            row: their entry.
        """
        a = self.a
        speaks = self._speaks(at)
        found: list[Member] = []
        for token, member, _ in reversed(self.references.recent[-_WINDOW:]):
            if a.sentence_of[at] - a.sentence_of[token] > 1 or (found and token < a.sentences[a.sentence_of[at]][0]):
                break
            if self._people_between(token, at, row.gender):
                break
            if (
                a.tags[at - 1] == ","
                and a.sentence_of[token] == a.sentence_of[at]
                and a.clause_of[token] >= 0
                and a.clauses[a.clause_of[token]].form == _PARTICIPLE
            ):
                continue  # "Interrogée par *la RTBF*, cette dernière …"
            if not self.references.agrees(member, "p" if row.plural else "s", row.gender):
                continue
            if speaks or (member.kind == "person" and not self._thing_between(token, at, row.gender)):
                found.append(member)
        sure = [one for one in found if one.gender == row.gender] if row.gender else found
        return (sure or found)[:1]

    def _speaks(self, at: int) -> bool:
        """Whether words are the subject of a verb of saying, or lead what somebody says by a preposition."""
        a = self.a
        chunk = a.chunk_of[at]
        if chunk in self.references.subjects:
            verbs = (
                clause.lemma
                for clause in a.clauses[self.references.subjects[chunk] :][:_VERBS]
                if clause.form == "finite" and not clause.modals and chunk in (*clause.subjects, *clause.objects[:1])
            )
            return any(cues and cues[0].value.act != _SHOWS for lemma in verbs if (cues := self.pack.reporting_verbs.get(lemma)))
        preposition = a.chunks[chunk].preposition if chunk >= 0 else -1
        return preposition >= 0 and self._leads(preposition, preposition + 1)

    def is_source(self, at: int) -> bool:
        """Whether a word stands right behind what leads a source: "selon *elle*", "d'après *elle*"."""
        return any(self._leads(first, at) for first in range(max(0, at - _LEADS), at))

    def _leads(self, first: int, last: int) -> bool:
        """Whether the words that lead a source begin at a token and reach another at least."""
        hit = self.pack.source_phrases.match(self.a.canonical, first)
        return hit is not None and hit[0] >= last

    def _thing_between(self, token: int, at: int, gender: str) -> bool:
        """Whether a noun phrase of a gender stands between two tokens that means no one named."""
        a, articles = self.a, self.references.articles
        for phrase in a.chunks[a.chunk_of[token] + 1 : a.chunk_of[at]] if a.chunk_of[token] >= 0 else ():
            if a.tags[phrase.head] == "N" and articles.get(a.norms[phrase.first], "") in ("", gender):
                return True
        return False

    def _people_between(self, token: int, at: int, gender: str) -> bool:
        """Whether somebody of a gender whom no name is given stands between two tokens: "de l'*individu*"."""
        a, articles = self.a, self.references.articles
        for phrase in a.chunks[a.chunk_of[token] + 1 : a.chunk_of[at]] if a.chunk_of[token] >= 0 else ():
            if a.shapes[phrase.head] == "l" and a.norms[phrase.head] in self.roles.people and phrase.first not in self._named:
                told = articles.get(a.norms[phrase.first], "")
                if not (told and gender and told != gender) and a.tags[phrase.first] == "D":
                    return True
        return False

    @property
    def _named(self) -> dict[int, Member]:
        return self.references.persons

    # -- by nationality

    def compatriot(self, chunk: int) -> Member | None:
        """The person whom a noun for one of a people takes up: "the Briton", "l'Américaine"; the last named of that country, else of none."""
        a, roles = self.a, self.roles
        phrase = a.chunks[chunk]
        norm = a.norms[phrase.head]
        if norm not in self.pack.gazetteer.peoples:
            return self._of_town(chunk)
        if a.shapes[phrase.head] != "C" or phrase.head != phrase.last - 1 or self._named.get(phrase.head) is not None or phrase.last in self._named:
            return None
        determiner = a.norms[phrase.first] if a.tags[phrase.first] == "D" else a.norms[phrase.preposition] if phrase.preposition >= 0 else ""
        definite = determiner in self.pack.grammar.clauses.definite or determiner in self.pack.grammar.contracted
        if not definite or not (determiner in roles.singular_determiners or norm in self.pack.compatriots):
            return None
        if norm in self.pack.gazetteer.country_names:
            return None  # "l'Argentine"
        code = self.pack.gazetteer.peoples[norm]
        apposed = self._named.get(phrase.last + 1) if a.tags[phrase.last : phrase.last + 1] == "," else None
        if apposed is not None and apposed.country in ("", code):
            apposed.country = code
            return apposed  # "The Norwegian, *Helge Lund*, will step down"
        article = self.references.articles.get(determiner, "")
        persons = self.persons(phrase.first, article, self._beside(chunk))
        same = [one for one in persons if one.country == code]
        if same:
            return same[0]
        sentence = a.sentence_of[phrase.first]
        near = [one for one in persons if sentence - a.sentence_of[self.references.latest[one]] <= _NEAR]
        if len(near) != 1 or (near[0].country and not near[0].presumed):
            return None
        near[0].country, near[0].presumed = code, False
        return near[0]

    def _of_town(self, chunk: int) -> Member | None:
        """The only person spoken of whom a noun for people of a town or region takes up: "Le *Vaudois*"."""
        a = self.a
        phrase = a.chunks[chunk]
        determiner = a.norms[phrase.first] if a.tags[phrase.first] == "D" else ""
        if (
            phrase.last - phrase.first != 2
            or chunk not in self.references.subjects
            or phrase.first in self._named
            or determiner not in self.roles.singular_determiners
        ):
            return None
        found = self.alone(chunk, self.references.articles.get(determiner, ""))
        return found[0] if found else None

    def _beside(self, chunk: int) -> frozenset[int]:
        """The tokens of the subject of whose verb a noun phrase is an object."""
        return frozenset() if chunk in self.references.subjects else self.references.subject_beside(self.a.chunks[chunk].first)

    # -- the only one there is

    def persons(self, before: int, gender: str, barred: frozenset[int] = frozenset()) -> list[Member]:
        """The named persons of a gender near a token, the last named first."""
        found: dict[Member, None] = {}
        for token, member, _ in reversed(self.references.recent[-_WINDOW:]):
            if token < before and token not in barred and member.named and self._fits(member, gender):
                found.setdefault(member)
        return list(found)

    @staticmethod
    def _fits(member: Member, gender: str) -> bool:
        return member.kind == "person" and not (gender and member.gender and member.gender != gender)

    def alone(self, chunk: int, gender: str, *, plainly: bool = True) -> list[Member]:
        """The only person whom the sentences just before a noun phrase speak of.

        Args:
            chunk: the noun phrase.
            gender: what it tells of the person's; "" for nothing.
            plainly: whether of several the one is taken whom the text is plainly about.
        """
        a = self.a
        phrase = a.chunks[chunk]
        sentence = a.sentence_of[phrase.first]
        barred = self._beside(chunk) | self._saying(chunk)
        found: dict[Member, None] = {}
        reached = -1
        for token, member, _ in reversed(self.references.recent[-_WINDOW:]):
            if sentence - a.sentence_of[token] > _NEAR or (found and a.sentence_of[token] != reached):
                break
            if token not in barred and token < phrase.first and member.named and self._fits(member, gender):
                found.setdefault(member)
                reached = a.sentence_of[token]
        fits = list(found)
        if len(fits) > 1:
            first, second, *_ = sorted(fits, key=lambda one: -len(one.mentions))
            fits = [first] if plainly and len(first.mentions) >= _PLAINLY * len(second.mentions) + 1 else []
        return [] if fits and self._strange(reached, phrase.first, gender) else fits

    def _saying(self, chunk: int) -> frozenset[int]:
        """The tokens of the subjects of the verbs above a noun phrase's own: who says something of somebody is not that one."""
        a = self.a
        number = a.clause_of[a.chunks[chunk].head]
        number = self.references.subjects.get(chunk, number)
        found: set[int] = set()
        for _ in range(_VERBS):
            number = a.clauses[number].governor if number >= 0 else -1
            if number >= 0 and a.clauses[number].subjects:
                found.update(range(a.chunks[a.clauses[number].subjects[0]].first, a.clauses[number].first))
        return frozenset(found)

    def _strange(self, sentence: int, before: int, gender: str) -> bool:
        """Whether somebody unnamed was spoken of since a sentence who may be meant as well."""
        return any(
            self.a.sentence_of[token] >= sentence and token < before and self.a.quoted[token] < 0 and (not own or not gender or own == gender)
            for token, own, _ in self.references.strangers[-_SIGNS:]
        )
