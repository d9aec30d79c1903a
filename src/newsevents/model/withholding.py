"""Taking an article's words out of a record, for those who may not pass them on, and putting them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

import attrs

from newsevents.errors import Problem, RecordError
from newsevents.model.kinds import MentionKind
from newsevents.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsevents.model.record import Record

__all__ = ["spans_in", "with_text", "without_text"]

_T = TypeVar("_T")

_KEEP: Final = frozenset({"names", "none"})


def spans_in(node: Any) -> Iterator[Span]:
    """Give every span below an object of the model, in the order of the fields."""
    if isinstance(node, Span):
        yield node
    elif isinstance(node, tuple):
        for element in node:
            yield from spans_in(element)
    elif attrs.has(type(node)):
        for field in attrs.fields(type(node)):
            yield from spans_in(getattr(node, field.name))


def without_text(record: Record, keep: Literal["names", "none"]) -> Record:
    """Give the record without the article's text; see `Record.without_text`."""
    if keep not in _KEEP:
        message = f"expected keep='names' or keep='none', got {keep!r}"
        raise ValueError(message)
    kept: set[tuple[int, int]] = set()
    if keep == "names":
        for mentions in [one.mentions for one in record.actors] + [one.mentions for one in record.places]:
            kept.update((one.span.start, one.span.end) for one in mentions if one.kind is MentionKind.NAME)
        kept.update((time.span.start, time.span.end) for time in record.times)

    def withheld(span: Span) -> Span:
        return span if (span.start, span.end) in kept or not span.text else attrs.evolve(span, text="")

    return _with_spans(record, None, withheld)


def with_text(record: Record, text: str) -> Record:
    """Give the record with the article's text; see `Record.with_text`."""
    if len(text) != record.article.text_length:
        message = f"expected a text of {record.article.text_length} code points, got {len(text)}"
        raise RecordError(Problem("Article", "text_length", len(text), message))
    return _with_spans(record, text, lambda span: Span.of(text, span.start, span.end))


def _with_spans(record: Record, text: str | None, change: Callable[[Span], Span]) -> Record:
    """Give the record with this text, every span changed."""
    parts = {field.name: _changed(getattr(record, field.name), change) for field in attrs.fields(type(record)) if field.name != "article"}
    return type(record)(article=attrs.evolve(record.article, text=text), **parts)


def _changed(node: _T, change: Callable[[Span], Any]) -> _T:
    """Give the same object with every span below it changed; what has none is given back itself."""
    result: Any = node
    if isinstance(node, Span):
        result = change(node)
    elif isinstance(node, tuple):
        elements = tuple(_changed(element, change) for element in node)
        if any(new is not old for new, old in zip(elements, node, strict=True)):
            result = elements
    elif attrs.has(type(node)):
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(result)):
            old = getattr(node, field.name)
            new = _changed(old, change)
            if new is not old:
                changes[field.name] = new
        if changes:
            result = attrs.evolve(result, **changes)
    changed: _T = result
    return changed
