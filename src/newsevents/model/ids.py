"""Identifiers and order of findings: both come from where they stand in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from newsevents.model.actors import Actor, Place
from newsevents.model.events import Event
from newsevents.model.statements import Statement
from newsevents.model.times import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

__all__ = ["anchor_of", "in_text_order", "offset_id"]

_Finding = TypeVar("_Finding", Actor, Place, TimeExpression, Statement, Event)


def offset_id(letter: str, offset: int, taken: Container[str] = ()) -> str:
    """Give the identifier of a finding: the letter of its class and the offset it starts at.

    Equal text and version give equal identifiers, whatever else was found; only findings that start together need
    a number behind the offset.

    Args:
        letter: `"a"` actor, `"p"` place, `"t"` time, `"s"` statement, `"e"` event.
        offset: Where the finding starts, in code points: the start of its `anchor_of`.
        taken: The identifiers already given.

    Returns:
        The identifier, with `.2`, `.3` … behind it where it is taken.

    Examples:
        >>> offset_id("a", 58), offset_id("a", 58, {"a58"})
        ('a58', 'a58.2')
    """
    first = f"{letter}{offset}"
    if first not in taken:
        return first
    number = 2
    while f"{first}.{number}" in taken:
        number += 1
    return f"{first}.{number}"


def anchor_of(finding: Actor | Place | TimeExpression | Statement | Event) -> tuple[int, int]:
    """Give the offsets that order a finding among its like.

    Args:
        finding: An actor, place, time expression, statement or event.

    Returns:
        Start and end of the first mention of an actor, place or event, of the first content of a statement, of a
        time expression's span; `(0, 0)` for an actor or place without a mention.

    Examples:
        >>> from newsevents.model import ActorKind, Mention, Span
        >>> named = Mention(span=Span.of("Hier, Paris", 6, 11))
        >>> anchor_of(Actor(id="a6", name="Paris", kind=ActorKind.COUNTRY, mentions=(named,)))
        (6, 11)
    """
    if isinstance(finding, TimeExpression):
        span = finding.span
    elif isinstance(finding, Statement):
        span = finding.content[0]
    elif finding.mentions:
        span = finding.mentions[0].span
    elif isinstance(finding, Event):
        span = finding.trigger
    else:
        return 0, 0
    return span.start, span.end


def in_text_order(findings: Iterable[_Finding]) -> tuple[_Finding, ...]:
    """Put findings of one class in the order a record wants them in.

    Args:
        findings: Actors, places, time expressions, statements or events, in any order.

    Returns:
        The same ones by where they start, then where they end; ties keep their order.

    Examples:
        >>> from newsevents.model import Span, TimeKind
        >>> text = "mardi et jeudi"
        >>> late = TimeExpression(id="t9", span=Span.of(text, 9, 14), kind=TimeKind.DATE)
        >>> early = TimeExpression(id="t0", span=Span.of(text, 0, 5), kind=TimeKind.DATE)
        >>> [time.id for time in in_text_order([late, early])]
        ['t0', 't9']
    """
    return tuple(sorted(findings, key=anchor_of))
