"""Speakers told by a noun that only names the last one again: "the Ohio Democrat", "l'entraîneur corse", "le quadragénaire"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.draft import Draft
    from newsevents.statements.layout import Layout
    from newsevents.statements.quotations import Quotations

_FAR = 12  # sentences in which someone told by a noun is still meant by it
_NEAR = 2  # sentences between a speaker and the noun that takes them up


class Again:
    """Gives definite nouns the speaker before them, in one text."""

    def __init__(self, layout: Layout, index: ActorIndex, quotations: Quotations) -> None:
        self.layout = layout
        self.quotations = quotations
        self.a = layout.a
        self.index = index
        self.demonstrative = frozenset(layout.pack.grammar.demonstratives)
        self.definite = frozenset(layout.pack.grammar.clauses.definite) | frozenset(layout.pack.grammar.demonstratives)
        speech = layout.pack.speech
        self.words, self.endings = speech.again, speech.again_endings

    def take_up(self, drafts: list[Draft]) -> None:
        """Name the speakers that a noun alone tells, in the order of their statements.

        A noun that says nothing of its own ("the lawmaker") takes the last speaker up; an office only one of whom no office is told.
        """
        a = self.a
        last: tuple[str, int] | None = None
        unnamed = -_NEAR - 1  # the sentence in which someone without a name spoke
        for draft in sorted(drafts, key=lambda draft: (draft.cue or draft.content[0])[0]):
            if len(draft.speakers) != 1:
                continue
            place, actor = draft.speakers[0]
            number = a.sentence_of[place[0]]
            if actor is not None:
                last = (actor, number) if self.index.actors[actor].kind == "person" else None
                continue
            near = last is not None and number - last[1] <= _NEAR
            before = last if near else self._subject_before(number) if number - unnamed > _NEAR else None
            if before is not None and self._names_again(place[0], before[0], spoke=near):
                draft.speakers = [(place, before[0])]
                last = before[0], number
            elif a.chunk_of[place[0]] >= 0 and self.index.is_people(a.chunk_of[place[0]]):
                last, unnamed = None, number

    def _is_introduced(self, head: str, token: int) -> bool:
        """Whether someone else was told by the same noun before: "*A former executive* recalled …", then "the executive"."""
        a = self.a
        first = a.sentences[max(a.sentence_of[token] - _FAR, 0)][0]
        indefinite = self.layout.pack.grammar.indefinite
        return any(a.norms[at] == head and a.chunk_of[at] >= 0 and a.norms[a.chunks[a.chunk_of[at]].first] in indefinite for at in range(first, token))

    def _subject_before(self, number: int) -> tuple[str, int] | None:
        """The person that the sentences before are about: their last main subject."""
        a = self.a
        for other in range(number - 1, max(number - _NEAR, 0) - 1, -1):
            found = [actor for _, actor in self.quotations.subject_of(other, a.sentences[other][1]) if actor]
            if found:
                return (found[0], other) if self.index.actors[found[0]].kind == "person" else None
        return None

    def _names_again(self, token: int, actor: str, *, spoke: bool) -> bool:
        a = self.a
        chunk = a.chunk_of[token]
        if chunk < 0 or a.norms[a.chunks[chunk].first] not in self.definite:
            return False
        phrase = a.chunks[chunk]
        head = a.norms[phrase.head]
        if a.norms[phrase.first] in self.demonstrative and self.index.is_people(chunk) and len(self.layout.pack.nouns.lemmas(head)) == 1:
            return True  # "se souvient *cette mère* de 44 ans"
        if head in self.words or any(head.endswith(ending) for ending in self.endings):
            return True
        if (
            spoke
            and any(a.norms[at].endswith(self.endings) for at in range(phrase.first, phrase.head))
            and self.layout.pack.roles.titles.match(a.norms, phrase.head)
        ):
            return True  # "the *36-year-old engineer*"
        if not spoke or self._is_introduced(head, phrase.first):
            return False
        roles = self.layout.pack.roles
        titled = any(roles.titles.match(a.norms, at) is not None for at in range(phrase.first, phrase.last))
        return titled and len(self.layout.pack.nouns.lemmas(head)) == 1 and not self.index.actors[actor].roles and a.tags[phrase.head] == "N"
