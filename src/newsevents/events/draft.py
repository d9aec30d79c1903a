"""An event under construction, in tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsevents.events.scene import Party
    from newsevents.lexicon.events import EventGroup
    from newsevents.model import Place, TimeExpression


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
    word: str = ""  # folded head of the trigger
    status: str = "actual"
    hearsay: bool = False
    time: TimeExpression | None = None
    place: Place | None = None
    statement: str | None = None
    utterance: str | None = None
    definite: bool = False
    demonstrative: bool = False
    indefinite: bool = False
    rule: str = "verb"
    also: list[Draft] = attrs.field(factory=list)

    def actors(self, parties: list[Party]) -> set[str]:
        """The actors among some parties."""
        return {actor for _, actor in parties if actor is not None}
