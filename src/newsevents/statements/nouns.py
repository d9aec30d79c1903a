"""What the noun phrases beside a cue are to it: someone who is told, the medium, a thing that claims what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.layout import Layout


class NounPhrases:
    """Tells the noun phrases of one text."""

    def __init__(self, layout: Layout, index: ActorIndex) -> None:
        self.layout = layout
        self.a = layout.a
        self.index = index

    def is_someone(self, chunk: int) -> bool:
        """Whether a noun phrase names one who can be told or blamed: an actor, people, a name."""
        a = self.a
        chunk = self.layout.owned(chunk)
        phrase = a.chunks[chunk]
        if self.index.of_chunk(chunk) or self.index.is_people(chunk):
            return True
        head = self.layout.pack.roles.heads.match(a.norms, phrase.head)
        kinds = self.layout.pack.roles
        return (
            a.tags[phrase.head] == "E"
            or head is not None
            or bool(self.layout.lemmas(chunk) & kinds.nominals.keys() and any(a.tags[at] == "E" for at in range(phrase.first, phrase.last)))
        )

    def is_person(self, chunk: int) -> bool:
        """Whether a noun phrase is a person or people."""
        chunk = self.layout.owned(chunk)
        return self.index.is_people(chunk) or any(self.index.actors[actor].kind == "person" for actor in self.index.of_chunk(chunk))

    def is_party(self, chunk: int) -> bool:
        """Whether a noun phrase is someone: never what is said of them."""
        return bool(self.index.of_chunk(chunk)) and self.a.tags[self.a.chunks[chunk].head] in "EH"

    def is_noun(self, chunk: int) -> bool:
        """Whether a noun phrase has a common noun as its head."""
        return self.a.tags[self.a.chunks[chunk].head] == "N"

    def object_end(self, chunk: int, limit: int) -> int:
        """Where a verb's object ends, its genitives included."""
        a = self.a
        chunk = self.layout.owned(chunk)
        end = a.chunks[chunk].last
        while chunk + 1 < len(a.chunks) and a.chunks[chunk + 1].behind == chunk and a.chunks[chunk + 1].preposition >= 0 and a.chunks[chunk + 1].last <= limit:
            chunk += 1
            end = a.chunks[chunk].last
        return end

    def carries(self, chunk: int) -> bool:
        """Whether a noun phrase tells through what words are spoken: "dans un communiqué"."""
        phrase = self.a.chunks[chunk]
        return phrase.preposition >= 0 and self.layout.carries(phrase.preposition, phrase.last)

    def belongs(self, cue: VerbCue, marker: int) -> bool:
        """Whether a word that opens a clause or infinitive belongs to the cue: no object, a thing, stands between that could claim it."""
        a = self.a
        for at in range(cue.last, marker):
            chunk = a.chunk_of[at]
            if chunk >= 0 and a.chunks[chunk].preposition < cue.first and not self.layout.is_time(chunk) and not self.is_someone(chunk):
                return False
        return True
