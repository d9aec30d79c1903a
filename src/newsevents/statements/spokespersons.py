"""Those who speak for a body: "un porte-parole du ministère", "a police spokeswoman", "a spokesman" of whom the text is speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.draft import Draft
    from newsevents.statements.layout import Layout
    from newsevents.statements.quotations import Quotations

_NEAR = 2  # sentences between a body and the bare noun of who speaks for it
_MEDIA = frozenset({"JRN", "MED", "SOC"})  # sectors (PLOVER) of those who are told


class Spokespersons:
    """Gives speakers without a name the body they speak for, in one text."""

    def __init__(self, layout: Layout, index: ActorIndex, quotations: Quotations) -> None:
        self.layout = layout
        self.a = layout.a
        self.index = index
        self.quotations = quotations
        self.words = layout.pack.speech.spokespersons

    def take_up(self, drafts: list[Draft]) -> None:
        """Name the bodies, in the order of the statements: the last one that spoke goes before one that is only named."""
        last: tuple[str, int] | None = None
        for draft in sorted(drafts, key=lambda draft: (draft.cue or draft.content[0])[0]):
            if len(draft.speakers) != 1:
                continue
            place, actor = draft.speakers[0]
            chunk = self.a.chunk_of[place[0]]
            chunk = self.layout.owned(chunk) if chunk >= 0 else -1
            number = self.a.sentence_of[place[0]]
            if actor is None and chunk >= 0 and self._speaks_for_a_body(chunk):
                body = self._own(chunk)
                if body is None:
                    near = last is not None and number - last[1] <= _NEAR
                    body = last[0] if near and last is not None else self._named_near(place[0])
                if body:
                    draft.speakers = [(place, body)]
                    actor = body
            if actor is not None:
                last = (actor, number) if self._is_body(actor) else None

    def _speaks_for_a_body(self, chunk: int) -> bool:
        head = self.a.chunks[chunk].head
        return self.a.norms[head] in self.words or bool(self.layout.lemmas(chunk) & self.words)

    def _is_body(self, actor: str) -> bool:
        one = self.index.actors[actor]
        return one.kind == "organization" and not set(one.sectors) & _MEDIA

    def _own(self, chunk: int) -> str | None:
        """The body that the noun phrase itself names; "" where it names anybody else, None where it names nobody."""
        a = self.a
        phrase = a.chunks[chunk]
        if phrase.possessor >= 0:
            return next((actor for actor in self.index.of_chunk(phrase.possessor) if self.index.actors[actor].kind != "person"), "")
        own = [self.index.names[at] for at in range(phrase.first, phrase.head) if at in self.index.names]
        if own:
            return own[-1] if self.index.actors[own[-1]].kind != "person" else ""
        if a.norms[phrase.first] in self.layout.pack.grammar.pronouns.possessives:
            owners = [actor for actor in self.index.of_token(phrase.first) if self.index.actors[actor].kind != "group"]
            return next((actor if self._is_body(actor) else "" for actor in owners), None)
        following = chunk + 1
        if following < len(a.chunks) and a.chunks[following].preposition == phrase.last:
            found = [actor for actor in self.index.of_chunk(self.layout.owned(following)) if self.index.actors[actor].kind != "person"]
            return found[0] if found else ""
        modified = phrase.head > phrase.first + 1 or phrase.last > phrase.head + 1  # "a *police* spokesman": of nobody else
        return "" if modified or a.tags[phrase.last : phrase.last + 1] in ("E", "P", "K") else None

    def _named_near(self, token: int) -> str:
        """The one body that the words before speak of: in the sentence, or in those right before it; "" where there is none or several."""
        a = self.a
        number = a.sentence_of[token]
        for other in range(number, max(number - _NEAR, 0) - 1, -1):
            first, end = a.sentences[other]
            stop = token if other == number else end
            named = {actor for at in range(first, stop) for actor in ([self.index.names[at]] if at in self.index.names else self.index.of_token(at))}
            bodies = {actor for actor in named if self._is_body(actor)}
            if len(bodies) == 1:
                return bodies.pop()
            if bodies:
                told = {actor for _, actor in self.quotations.subject_of(other, stop) if actor in bodies}
                return told.pop() if len(told) == 1 else ""
        return ""
