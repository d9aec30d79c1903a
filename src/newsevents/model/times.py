"""When: the time expressions of a text."""

from __future__ import annotations

from datetime import date

import attrs

from newsevents.errors import Problem, RecordError
from newsevents.model.edtf import VALUE_PATTERN, is_value
from newsevents.model.kinds import Modifier, Resolution, TimeKind
from newsevents.model.spans import Span

__all__ = ["TimeExpression"]


@attrs.frozen(kw_only=True)
class TimeExpression:
    """An expression that denotes a date, a time, a period or a recurrence.

    Attributes:
        id: The expression's identifier in this record.
        span: Its words, with determiner and modifier, without preposition.
        kind: What it denotes.
        value: EDTF or ISO 8601, in the grain of the words; `None` where they name none that can be told.
        earliest: The first calendar day it can mean; `None` where that side is open or unknown.
        latest: The last calendar day it can mean, inclusive.
        resolution: What the value rests on.
        anchor_id: The time expression or event whose time it leans on.
        modifier: What the words around add to the value.
        zone: The time zone, where the text names one.
        rule: The rule that read it.

    Raises:
        RecordError: The value is outside the grammar, or `latest` before `earliest`.

    Examples:
        >>> text = "Il arrive jeudi."
        >>> TimeExpression(
        ...     id="t10", span=Span.of(text, 10, 15), kind=TimeKind.DATE, value="2025-10-16", resolution=Resolution.RELATIVE
        ... ).value
        '2025-10-16'
    """

    id: str = attrs.field(metadata={"minLength": 1})
    span: Span
    kind: TimeKind
    value: str | None = attrs.field(default=None, metadata={"pattern": VALUE_PATTERN})
    earliest: date | None = None
    latest: date | None = None
    resolution: Resolution = Resolution.UNRESOLVED
    anchor_id: str | None = None
    modifier: Modifier | None = None
    zone: str | None = None
    rule: str | None = None

    def __attrs_post_init__(self) -> None:
        """Check the value's grammar and the order of the bounds."""
        if self.value is not None and not is_value(self.value):
            message = f"expected an EDTF or ISO 8601 value such as 2025-10-16, 2025-09/.. or PT2H30M, got {self.value!r:.80}"
            raise RecordError(Problem("TimeExpression", "value", self.value, message))
        if self.earliest is not None and self.latest is not None and self.latest < self.earliest:
            message = f"expected earliest ({self.earliest}) or later, got {self.latest}"
            raise RecordError(Problem("TimeExpression", "latest", self.latest, message))
