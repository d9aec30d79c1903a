"""What happened to whom, and how sure the text is of it."""

from __future__ import annotations

from typing import Final

import attrs

from newsevents.errors import Problem, RecordError, shown
from newsevents.model.kinds import EventStatus, QuantityKind
from newsevents.model.spans import Span
from newsevents.model.statements import Participant

__all__ = ["Event", "EventMention", "Quantity"]

# The whole numbers that every reader of JSON holds exactly (RFC 8259, 6; RFC 7493, 2.2).
_LARGEST: Final = 2**53 - 1
_RANGE: Final = {"minimum": -_LARGEST, "maximum": _LARGEST}


@attrs.frozen(kw_only=True)
class Quantity:
    """A number the text gives for an event.

    Attributes:
        kind: What is counted.
        minimum: The least it can be; equal to `maximum` where the text is exact, `None` where it gives no lower end.
        maximum: The most it can be; `None` where the text gives no upper end.
        unit: What it is counted in: an ISO 4217 code for money, else the text's word.
        approximate: Whether the text says "about".
        span: The words.

    Raises:
        RecordError: The maximum is below the minimum, or a number is not finite or beyond 2**53 - 1.

    Examples:
        >>> Quantity(kind=QuantityKind.KILLED, minimum=3, maximum=3, span=Span.of("trois morts", 0, 11)).maximum
        3
    """

    kind: QuantityKind
    minimum: int | float | None = attrs.field(default=None, metadata=_RANGE)
    maximum: int | float | None = attrs.field(default=None, metadata=_RANGE)
    unit: str | None = None
    approximate: bool = False
    span: Span

    def __attrs_post_init__(self) -> None:
        """Check the numbers; a whole one is kept as an `int`, so that it has one JSON form."""
        for field in ("minimum", "maximum"):
            number = getattr(self, field)
            if number is None:
                continue
            if not -_LARGEST <= number <= _LARGEST:  # NaN is not either
                message = f"expected a number from -(2**53 - 1) to 2**53 - 1, got {shown(number)}"
                raise RecordError(Problem("Quantity", field, number, message))
            if isinstance(number, float) and number.is_integer():
                object.__setattr__(self, field, int(number))
        if self.minimum is not None and self.maximum is not None and self.maximum < self.minimum:
            message = f"expected minimum ({self.minimum}) or more, got {self.maximum}"
            raise RecordError(Problem("Quantity", "maximum", self.maximum, message))


@attrs.frozen(kw_only=True)
class EventMention:
    """One place in the text that speaks of an event.

    Attributes:
        span: The words that evoke it there.
        status: How real the text makes it there.
        statement_id: The innermost statement that asserts it there; `None`: the article itself does.
        hearsay: Whether the text marks it as unconfirmed there.

    Examples:
        >>> EventMention(span=Span.of("Le sommet est annulé.", 3, 9), status=EventStatus.NEGATED).status
        <EventStatus.NEGATED: 'negated'>
    """

    span: Span
    status: EventStatus
    statement_id: str | None = None
    hearsay: bool = False


@attrs.frozen(kw_only=True)
class Event:
    """Something that happened, happens, will or might happen: all its mentions in the article together.

    Attributes:
        id: The event's identifier in this record.
        type: What it is, a code of the scheme (`"CONSULT"`).
        scheme: The scheme the type belongs to: `"plover"`, `"newsevents"` or a language pack's own.
        mode: How it is done, a code of the scheme.
        contexts: What it is about, codes of the scheme.
        trigger: The words that evoke it, at its most direct mention.
        mentions: Where the text speaks of it, in text order, the trigger's mention included.
        status: How real the text makes it, at the trigger.
        statement_id: The innermost statement that asserts it at the trigger; `None`: the article itself does.
        participants: Agents, recipients and objects.
        time_id: When it happens.
        place_id: Where it happens.
        utterance_id: The statement whose cue it shares: a warning is a statement and an event.
        quantities: The numbers the text gives for it, in text order.
        rule: The rule that found it.

    Examples:
        >>> trigger = Span.of("Le sommet est annulé.", 3, 9)
        >>> event = Event(
        ...     id="e3", type="CONSULT", scheme="plover", trigger=trigger, status=EventStatus.NEGATED,
        ...     mentions=(EventMention(span=trigger, status=EventStatus.NEGATED),),
        ... )
        >>> event.trigger.text
        'sommet'
    """

    id: str = attrs.field(metadata={"minLength": 1})
    type: str
    scheme: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    trigger: Span
    mentions: tuple[EventMention, ...] = attrs.field(metadata={"minItems": 1})
    status: EventStatus
    statement_id: str | None = None
    participants: tuple[Participant, ...] = ()
    time_id: str | None = None
    place_id: str | None = None
    utterance_id: str | None = None
    quantities: tuple[Quantity, ...] = ()
    rule: str | None = None
