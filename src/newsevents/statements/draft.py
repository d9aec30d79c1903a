"""A statement under construction, and the content it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import attrs

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.statements.layout import Range
    from newsevents.statements.speakers import Party


class Found(NamedTuple):
    """A content behind a cue: the rule that found it, the group it fits, and its parts."""

    rule: str
    group: ReportingGroup
    parts: list[Range]


@attrs.define(eq=False)
class Draft:
    """A statement under construction, in tokens.

    Attributes:
        rule: what found it.
        act: the speech act.
        cue: the words that attribute it; None where nothing but its place does.
        content: its parts, in text order.
        speakers: who speaks.
        addressees: who is told.
        media: what carries the words.
        informed: whether somebody is told by a pronoun beside the verb ("on nous a dit"), so that somebody spoke.
        negated: whether it was not said.
        hearsay: whether the cue itself is unconfirmed.
        clause: the clause of a verb cue, -1 for others.
        commitment: what the speaker vouches for, as the pack tells.
        phrase: the cue with its source and what belongs to it: the words that are no content of a statement it reports.
    """

    rule: str
    act: str
    cue: Range | None
    content: list[Range]
    speakers: list[Party]
    addressees: list[Party] = attrs.field(factory=list)
    media: list[Party] = attrs.field(factory=list)
    informed: bool = False
    negated: bool = False
    hearsay: bool = False
    clause: int = -1
    commitment: str = "asserted"
    phrase: Range | None = None

    @property
    def begin(self) -> int:
        """The first token of its content."""
        return min(begin for begin, _ in self.content)

    @property
    def end(self) -> int:
        """The token behind its content."""
        return max(end for _, end in self.content)

    @property
    def last(self) -> int:
        """The token behind its content and cue phrase."""
        return max(self.end, *(place[1] for place in (self.cue, self.phrase) if place is not None), 0)
