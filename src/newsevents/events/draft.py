"""An event under construction, in tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from newsevents.lexicon.events import EventGroup
    from newsevents.model import Place, Quantity, TimeExpression

# A participant: the tokens that name it (last exclusive) and the actor it is, None for people and things without a name.
Party = tuple[tuple[int, int], "str | None"]

REAL = frozenset({"actual", "ongoing"})
# What is said; it is done with the word that says it.
SPEECH: Final = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})


@attrs.define(eq=False)
class Draft:
    """One trigger with what is bound to it."""

    group: EventGroup
    type: str
    mode: str
    first: int
    last: int
    head: int  # token of the trigger's own word
    clause: int  # clause of the trigger, -1
    chunk: int  # noun phrase of a nominal trigger, -1 for a verb
    agents: list[Party]
    recipients: list[Party]
    objects: list[Party]
    sentence: int = -1
    word: str = ""  # the head's dictionary form, as far as endings tell
    status: str = "actual"
    decided: tuple[int, int] = (0, 0)  # the tokens that decided the status
    hearsay: bool = False
    spoken: bool = False  # its subject is "I", who may speak for somebody else
    time: TimeExpression | None = None
    place: Place | None = None
    statement: str | None = None
    utterance: str | None = None
    definite: bool = False
    demonstrative: bool = False
    indefinite: bool = False
    rule: str = ""
    quantities: list[Quantity] = attrs.field(factory=list)
    pending: tuple[EventGroup, ...] = ()  # what a noun that points back ("*cet* appel") may be, if an event told before is one of them
    cause: Draft | None = None  # the blow or disaster whose consequence it is
    also: list[Draft] = attrs.field(factory=list)
    roots: set[str] = attrs.field(factory=set)  # the words of all its mentions, as far as verb and noun share them
    latest: int = -1  # the sentence of its last mention

    @property
    def is_noun(self) -> bool:
        """Whether a noun evokes it."""
        return self.chunk >= 0


def actors_of(parties: list[Party]) -> set[str]:
    """The actors among some parties."""
    return {actor for _, actor in parties if actor is not None}
