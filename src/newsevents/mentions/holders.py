"""Whom a definite office refers back to: "le chef de l'État", "the former minister", "L'attaquant"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.roles import Title
    from newsevents.mentions.cast import Member
    from newsevents.mentions.references import References

_REACH = 3  # sentences that an office of a country reaches back to somebody of no country
_WINDOW = 120  # mentions that an office or a noun is looked up among: more than a few pages have
_OFTEN = 3  # mentions of somebody whom a bare title may take up from far
_FAR = 6  # sentences that a title reaches back without them


class Holders:
    """Finds the persons of one text whom offices and nouns for persons stand for; asks ``References`` what was named before."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.cast = references.cast
        self.a = references.a
        self.pack = references.pack
        self.roles = references.pack.roles
        self._held: dict[Member, tuple[frozenset[str], frozenset[str]]] = {}

    def find(self, chunk: int, title: Title | None, country: str) -> list[Member]:
        """The person a definite office or noun refers back to: the same or a like office, the same country where the text says it."""
        a, roles = self.a, self.roles
        phrase = a.chunks[chunk]
        head = a.norms[phrase.head]
        gender = title.gender if title is not None else roles.persons.get(head, "")
        words = {title.title} if title is not None else {head}
        offices = {number for word in words for number in roles.same_office.get(word, ())}
        sentence = a.sentence_of[phrase.first]
        main = self.cast.main
        stately = title is not None and "GOV" in (title.group.sectors or title.group.state_sectors)
        fits: list[tuple[float, int, Member]] = []
        strangers: list[Member] = []
        recent = self.references.recent
        farthest = recent[max(0, len(recent) - _WINDOW)][0] if recent else 0
        for member, token in reversed(self.references.latest.items()):
            if token < farthest:
                break
            if member.kind != "person" or (country and member.country and member.country != country) or (gender and member.gender and member.gender != gender):
                continue
            score = self._fit(member, words, offices, stately=stately)
            if score and not country and sentence - a.sentence_of[token] > _FAR and len(member.mentions) < _OFTEN:
                continue
            if score:
                fits.append((score + bool(country and member.country == country) + (not country and bool(main) and member.country == main) / 4, token, member))
            elif country and member.country == country and title is None and head in roles.persons and member.offices:
                fits.append((1, token, member))
            elif country and not member.country and member.named and not member.offices and sentence - a.sentence_of[token] <= _REACH:
                strangers.append(member)
        if fits:
            top = max(score for score, _, _ in fits)
            best = [member for score, _, member in sorted(fits, key=lambda fit: -fit[1]) if score == top]
            return best[:1] if country or title is not None or len(best) == 1 else []
        if country and len(strangers) == 1 and (title.group.head if title is not None else head in roles.persons):
            strangers[0].country = country
            return strangers
        return self._varied(chunk, title, gender) if title is not None or self.says_nothing(head) else []

    def says_nothing(self, noun: str) -> bool:
        """Whether a noun only takes somebody up who was just named: "the 42-year-old", "le quinquagénaire"."""
        speech = self.pack.speech
        return noun in speech.again or noun.endswith(speech.again_endings)

    def holds(self, member: Member, word: str) -> bool:
        """Whether somebody has an office of a name, or a like one."""
        return self._fit(member, {word}, self.roles.same_office.get(word, set()), stately=False) > 0

    def _varied(self, chunk: int, title: Title | None, gender: str) -> list[Member]:
        """The one person of the sentence before whom its next subject calls by another title: "L'ancien ministre juge la mesure irresponsable"."""
        a = self.a
        phrase = a.chunks[chunk]
        sentence = a.sentence_of[phrase.first]
        if chunk not in self.references.subjects or any(a.shapes[at] != "p" for at in range(a.sentences[sentence][0], phrase.first)):
            return []
        found: list[Member] = []
        for token, member, _ in reversed(self.references.recent[-_WINDOW:]):
            if a.sentence_of[token] != sentence - 1:
                break
            if member.kind == "person" and member not in found:
                found.append(member)
        if len(found) != 1 or not found[0].named or (gender and found[0].gender and found[0].gender != gender):
            return []
        if title is None or self.says_nothing(a.norms[phrase.head]):
            return found
        modified = any(self.roles.modifiers.match(a.norms, at) is not None for at in range(phrase.first, phrase.head))
        kin = any(office.title.group is title.group and title.group.level == "occupation" for office in found[0].offices)
        return found if kin or (modified and title.group.level in ("office", "rank")) else []

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
        return 0.75 if any(offices & same.get(one, set()) for one in member.known_titles) else 0.0

    def _titles(self, member: Member) -> tuple[frozenset[str], frozenset[str]]:
        """The titles of somebody's offices, and those of them that may be a state's; gathered once: all are known before references are read."""
        if member not in self._held:
            state = (office for office in member.offices if office.country or not (office.organization or self._is_owned(office.first)))
            self._held[member] = frozenset(office.title.title for office in member.offices), frozenset(office.title.title for office in state)
        return self._held[member]

    def _is_owned(self, at: int) -> bool:
        """Whether a possessive stands before an office ("son président Patrick Martin")."""
        return at > 0 and self.a.norms[at - 1] in self.pack.grammar.pronouns.possessives
