"""Whom a definite office refers back to: "le chef de l'État", "the former minister", "L'attaquant"."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.roles import Title
    from newsevents.mentions.cast import Member
    from newsevents.mentions.references import References

_REACH = 3  # sentences that an office of a country reaches back to somebody of no country
_WINDOW = 120  # mentions that an office or a noun is looked up among: more than a few pages have
_OFTEN = 3  # mentions of somebody whom a bare title may take up from far
_FAR = 6  # sentences that a title reaches back without them
_BEHIND = 6  # tokens behind a name that tell where somebody is from ("Collins, *of Maine*")
_SAME, _LIKE = 3.0, 0.5  # how well the same office fits, and one that is only like it
_LEARNED = frozenset({"EDU", "ELI", "JRN", "BUS"})  # occupations that a text tells of somebody it has named: "L'historienne" is no passer-by
_SCHOLARS = frozenset({"EDU", "MED"})
_PUBLIC = frozenset({"GOV", "LEG", "PTY", "OPP"})


class Holders:
    """Finds the persons of one text whom offices and nouns for persons stand for; asks ``References`` what was named before."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.cast = references.cast
        self.a = references.a
        self.pack = references.pack
        self.roles = references.pack.roles
        self.focus = references.focus
        self._genitive = frozenset(self.pack.grammar.clauses.genitive)
        self._held: dict[Member, tuple[frozenset[str], frozenset[str]]] = {}

    def find(self, chunk: int, title: Title | None, country: str) -> list[Member]:
        """The person a definite office or noun refers back to: the same or a like office, the same country where the text says it."""
        a, roles = self.a, self.roles
        phrase = a.chunks[chunk]
        head = a.norms[phrase.head]
        gender = title.gender if title is not None else roles.persons.get(head, "")
        told = self.focus.of_age(chunk, gender) or self.focus.in_plight(chunk, gender)
        if told:
            return told
        region = self._region(chunk)
        if region:
            return self._of_region(chunk, region, gender, public=title is None or bool(_PUBLIC & set(title.group.sectors)))
        fits, strangers = self._fitting(chunk, title, country, gender)
        if fits:
            top = max(score for score, _, _ in fits)
            best = [member for score, _, member in sorted(fits, key=lambda fit: -fit[1]) if score == top]
            if not (country or title is not None or len(best) == 1):
                return []
            named = self._varied(chunk, title, gender) if not best[0].named and best[0].proved is None else []
            if named:
                best[0].proved = named[0]
                named[0].offices = named[0].offices or [*best[0].offices]
                self._held.pop(named[0], None)
                return named
            return [best[0].proved or best[0]]
        if country and len(strangers) == 1 and (title.group.head if title is not None else head in roles.persons):
            strangers[0].country = country
            return strangers
        varied = self._varied(chunk, title, gender) if title is not None or self.says_nothing(head) else []
        return varied or self._resigned(chunk, title, country, gender)

    def _resigned(self, chunk: int, title: Title | None, country: str, gender: str) -> list[Member]:
        """The person whom the text often names and calls by an office that a noun phrase tells to be one of the past."""
        if title is None or not self._is_past(self.a.chunks[chunk].first, self.a.chunks[chunk].head + 1):
            return []
        fits, _ = self._fitting(chunk, title, country, gender, past=False)
        named = [member for score, _, member in fits if score == max(fit[0] for fit in fits) and member.named and len(member.mentions) >= _OFTEN]
        return named if len(named) == 1 else []

    def _fitting(
        self, chunk: int, title: Title | None, country: str, gender: str, *, past: bool = True
    ) -> tuple[list[tuple[float, int, Member]], list[Member]]:
        """The persons near whose offices a noun phrase fits, how well and where they were last named; and those of no office and country."""
        a, roles = self.a, self.roles
        phrase = a.chunks[chunk]
        head = a.norms[phrase.head]
        words = {title.title} if title is not None else {head}
        offices = {number for word in words for number in roles.same_office.get(word, ())}
        sentence = a.sentence_of[phrase.first]
        main = self.cast.main
        stately = title is not None and "GOV" in (title.group.sectors or title.group.state_sectors)
        body = self._body_behind(chunk) if title is not None else frozenset()
        past = past and title is not None and self._is_past(phrase.first, phrase.head + 1)
        fits: list[tuple[float, int, Member]] = []
        strangers: list[Member] = []
        recent = self.references.recent
        farthest = recent[max(0, len(recent) - _WINDOW)][0] if recent else 0
        for member, token in reversed(self.references.latest.items()):
            if token < farthest:
                break
            if member.kind != "person" or (country and member.country and member.country != country) or (gender and member.gender and member.gender != gender):
                continue
            if past and not self._was(member, words):
                continue  # "the former prime minister" is not the prime minister
            score = self._fit(member, words, offices, stately=stately)
            if _LIKE <= score < _SAME and body and not any(body & set(a.norms[office.first : office.last]) for office in member.offices):
                continue  # "the leader of *the Democratic Party*" is not the president
            if score and not country and sentence - a.sentence_of[token] > _FAR and len(member.mentions) < _OFTEN:
                continue
            if score:
                fits.append((score + bool(country and member.country == country) + (not country and bool(main) and member.country == main) / 4, token, member))
            elif country and member.country == country and title is None and head in roles.persons and member.offices:
                fits.append((1, token, member))
            elif country and not member.country and member.named and not member.offices and sentence - a.sentence_of[token] <= _REACH:
                strangers.append(member)
        return fits, strangers

    def _body_behind(self, chunk: int) -> frozenset[str]:
        """The words of the name of a body that a noun phrase belongs to: "the leader of the *Democratic Party*"."""
        a = self.a
        following = chunk + 1
        if following >= len(a.chunks) or a.chunks[following].behind != chunk or a.lemmas[a.chunks[following].preposition] not in self._genitive:
            return frozenset()
        phrase = a.chunks[following]
        named = frozenset(a.norms[at] for at in range(phrase.first, phrase.last) if a.shapes[at] in "CU")
        return named if phrase.head in self._of_bodies else frozenset()

    @cached_property
    def _of_bodies(self) -> frozenset[int]:
        """The tokens that name bodies."""
        bodies = (one for one in self.cast.members if one.kind == "organization" and one.named)
        return frozenset(at for one in bodies for first, last, kind in one.mentions if kind == "name" for at in range(first, last))

    # -- of a place

    def _region(self, chunk: int) -> frozenset[str]:
        """The words of a place that stands before a noun and says where its holder is from: "the *Louisiana* senator"."""
        a, gazetteer = self.a, self.pack.gazetteer
        phrase = a.chunks[chunk]
        if self.pack.grammar.clauses.postposed_adjectives:
            return frozenset()
        first = phrase.first + (a.tags[phrase.first] == "D")
        for end in range(phrase.head, first, -1):
            if (
                a.shapes[first] in "CU"
                and a.tags[first] == "E"
                and (place := gazetteer.place(a.key(first, end))) is not None
                and place.kind in ("city", "region")
            ):
                return frozenset(a.norms[first:end])
        return frozenset()

    def _of_region(self, chunk: int, region: frozenset[str], gender: str, *, public: bool) -> list[Member]:
        """The person from a place: whose office names it, else the last one named whose offices name no other place."""
        a = self.a
        before = a.chunks[chunk].first
        persons = self.focus.persons(before, gender)
        local = [
            one
            for one in persons
            if any(region <= set(a.norms[office.first : office.last]) for office in one.offices)
            or any(
                region <= set(a.norms[last : min(last + _BEHIND, a.sentences[a.sentence_of[last - 1]][1])]) and kind == "name"
                for _, last, kind in one.mentions[:_OFTEN]
            )
        ]
        last = a.sentence_of[self.references.latest[persons[0]]] if persons else -1
        if local:
            return local[:1] if public or local[0] is persons[0] or last < a.sentence_of[before] - 1 else []
        if not public:
            return []
        begin = a.sentences[max(0, a.sentence_of[before] - 1)][0]
        for token, member, _ in reversed(self.references.recent[-_WINDOW:]):
            if token < begin:
                break
            if member in persons and any(
                (not office.title.group.sectors and office.title.group.level == "office") or _PUBLIC & set(office.title.group.sectors)
                for office in member.offices
            ):
                return [member]
        return []

    # -- by other words

    def says_nothing(self, noun: str) -> bool:
        """Whether a noun only takes somebody up who was just named: "the 42-year-old", "le quinquagénaire"."""
        speech = self.pack.speech
        return noun in speech.again or noun.endswith(speech.again_endings)

    def holds(self, member: Member, word: str) -> bool:
        """Whether somebody has an office of a name, or a like one."""
        return self._fit(member, {word}, self.roles.same_office.get(word, set()), stately=False) > 0

    def _varied(self, chunk: int, title: Title | None, gender: str) -> list[Member]:
        """The one person of the sentences before whom the text calls by another title: "L'ancien ministre juge la mesure irresponsable"."""
        a = self.a
        phrase = a.chunks[chunk]
        again = title is None or self.says_nothing(a.norms[phrase.head])
        modified = any(self.roles.modifiers.match(a.norms, at) is not None for at in range(phrase.first, phrase.head + 1))
        if again and not modified and self.references.nominals.is_described(chunk):
            return []  # "la star du PSG"
        if self.focus.is_anothers(chunk):
            return []
        behind = phrase.last + (a.tags[phrase.last : phrase.last + 1] == "M")
        if a.tags[behind : behind + 1] == "," and behind + 1 in self.references.persons:
            return []  # "la championne 2012, *Jeanne Collonge*"
        found = [one for one in self.focus.alone(chunk, gender, plainly=again) if not self.focus.differs(chunk, one)]
        if not found or (chunk not in self.references.subjects and not (again and phrase.behind < 0 and len(found[0].mentions) >= _OFTEN)):
            return []
        if title is None or again:
            return found
        if self._is_apart(chunk, found[0]):
            return []
        if modified and title.group.level in ("office", "rank", "occupation"):
            return found
        kin = any(office.title.group is title.group and title.group.level == "occupation" for office in found[0].offices)
        if self.references.nominals.is_described(chunk):
            return []  # "le médecin de garde"
        if self._is_science(title.title) and all(_SCHOLARS & set(office.title.group.sectors) for office in found[0].offices):
            return found
        learned = not found[0].offices and title.group.level == "occupation" and bool(_LEARNED & set(title.group.sectors))
        return found if kin or learned else []

    def _is_science(self, title: str) -> bool:
        """Whether a title is a scholar's: it falls under a broader noun for one ("la virologue" under "la chercheuse")."""
        head = title.split()[0 if self.pack.grammar.clauses.postposed_adjectives else -1]
        rows = (row for word, rows in self.roles.broader.items() if self._is_scholar(word) for row in rows)
        return any(title in over or (broad.endings and head.endswith(broad.endings)) for over, broad in rows)

    def _is_scholar(self, word: str) -> bool:
        hit = self.roles.titles.match([word], 0)
        return hit is not None and hit[1].group.sectors[:1] == ("EDU",)

    def _is_apart(self, chunk: int, member: Member) -> bool:
        """Whether a verb stands before a noun phrase in its sentence, and somebody is not named there: then others may be spoken of."""
        a = self.a
        phrase = a.chunks[chunk]
        begin = a.sentences[a.sentence_of[phrase.first]][0]
        if any(begin <= first < phrase.first for first, _, _ in member.mentions[-_OFTEN:]):
            return False
        return any(a.tags[at] in "VU" and a.quoted[at] < 0 for at in range(begin, phrase.first)) and a.tags[phrase.first - 1] not in "VUK"

    def _fit(self, member: Member, words: set[str], offices: set[int], *, stately: bool) -> float:
        """How well an office fits somebody: the same title, a like one, or one that they are known by; 0 for not at all.

        The holder of a state's office is no holder of a like one of a company ("le chef de l'État", "le président du groupe").
        """
        held, state = self._titles(member)
        same = self.roles.same_office
        if words & held:
            return 3.0
        if any(offices & same.get(one, set()) for one in (state if stately else held)):
            return 1.0
        if words & member.known_titles:
            return 2.0
        if self._is_under(member, words) and not any(self.a.norms[token] in words for token, _, _ in self.references.strangers[-_WINDOW:]):
            return 0.9  # "the officer" is none of the police chief where an officer without a name was spoken of
        return 0.75 if any(offices & same.get(one, set()) for one in member.known_titles) else 0.0

    def _is_past(self, first: int, last: int) -> bool:
        """Whether the words of an office make it one of the past: "*former* minister", "*ex*-ministre"."""
        norms, prefix = self.a.norms, self.roles.prefixes[:1]
        return any(norms[at] in self.roles.past_modifiers or norms[at].startswith(prefix) for at in range(first, last))

    def _was(self, member: Member, words: set[str]) -> bool:
        """Whether none of somebody's offices of these titles is told to be one of the present."""
        same = {number for word in words for number in self.roles.same_office.get(word, ())}
        held = [office for office in member.offices if office.title.title in words or same & self.roles.same_office.get(office.title.title, set())]
        return not held or any(self._is_past(office.first, office.last) for office in held)

    def _is_under(self, member: Member, words: set[str]) -> bool:
        """Whether one of somebody's titles falls under a broader noun: "le chercheur" for an epidemiologist."""
        head = 0 if self.pack.grammar.clauses.postposed_adjectives else -1
        for word in words:
            for over, broad in self.roles.broader.get(word, ()):
                for office in member.offices:
                    held = office.title.title
                    fits = held in over or (broad.endings and held.split()[head].endswith(broad.endings))
                    if fits and (not broad.beside or self._is_beside(office.first, broad.beside)):
                        return True
        return False

    def _is_beside(self, at: int, sectors: tuple[str, ...]) -> bool:
        """Whether a body of some sectors is named in the sentence of a token or the one before."""
        a = self.a
        begin, end = a.sentences[max(0, a.sentence_of[at] - 1)][0], a.sentences[a.sentence_of[at]][1]
        bodies = (one for one in self.cast.members if one.kind == "organization" and one.sectors[:1] and one.sectors[0] in sectors)
        return any(begin <= first < end for one in bodies for first, _, _ in one.mentions)

    def _titles(self, member: Member) -> tuple[frozenset[str], frozenset[str]]:
        """The titles of somebody's offices, and those of them that may be a state's; gathered once: all are known before references are read."""
        if member not in self._held:
            state = (
                office
                for office in member.offices
                if office.country or "GOV" in office.title.group.sectors or not (office.organization or self._is_owned(office.first))
            )
            self._held[member] = frozenset(office.title.title for office in member.offices), frozenset(office.title.title for office in state)
        return self._held[member]

    def _is_owned(self, at: int) -> bool:
        """Whether a possessive stands before an office ("son président Patrick Martin")."""
        return at > 0 and self.a.norms[at - 1] in self.pack.grammar.pronouns.possessives
