"""A record told to people: the words that decided what each of its statements and events says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsevents.model import Event, Participant, Record, Span, Statement

_LABEL = 10  # characters of the longest label


def explanation(record: Record, decided: Mapping[str, Span]) -> str:
    """Tell a record's statements and events, in the text's order.

    Args:
        record: what was read.
        decided: the words that decided the status of each event, by its id.

    Returns:
        A paragraph for each, its lines ending in a line feed.
    """
    told = [(one.content[0].start if one.cue is None else one.cue.start, one.id, _statement(record, one)) for one in record.statements]
    told += [(one.trigger.start, one.id, _event(record, one, decided)) for one in record.events]
    return "\n".join("".join(f"{line}\n" for line in lines) for _, _, lines in sorted(told, key=lambda one: one[:2])).removesuffix("\n")


def _statement(record: Record, statement: Statement) -> Iterator[str]:
    yield f"{statement.id} {statement.form}, {statement.act}"
    yield _line("act", (_words(statement.cue) if statement.cue is not None else "no words of its own") + f", rule {statement.rule}")
    yield from _participants(record, statement.participants)
    for span in statement.content:
        yield _line("content", _words(span))
    for span in statement.quotations:
        yield _line("verbatim", _words(span))
    if statement.negated:
        yield _line("negated", "it was not said")
    if statement.hearsay:
        yield _line("hearsay", "the paper does not vouch for it")
    if statement.within is not None:
        yield _line("within", statement.within)
    if statement.time_id is not None:
        yield _line("time", _time(record, statement.time_id))


def _event(record: Record, event: Event, decided: Mapping[str, Span]) -> Iterator[str]:
    yield ", ".join((f"{event.id} {event.type}" + (f" {event.mode}" if event.mode else ""), *event.contexts))
    yield _line("type", f"{_words(event.trigger)}, rule {event.rule}")
    for mention in event.mentions:
        if mention.span != event.trigger:
            yield _line("also", f"{_words(mention.span)}, {mention.status}")
    yield _line("status", f"{event.status} by {_words(decided[event.id])}")
    yield from _participants(record, event.participants)
    for quantity in event.quantities:
        yield _line("number", f"{_words(quantity.span)}: {quantity.kind}")
    if event.time_id is not None:
        yield _line("time", _time(record, event.time_id))
    if event.place_id is not None:
        place = record.place(event.place_id)
        yield _line("place", f"{_words(place.mentions[0].span)}: {place.name}")
    if event.statement_id is not None:
        yield _line("said in", _source(record, event.statement_id))
    if event.utterance_id is not None:
        yield _line("done by", _source(record, event.utterance_id))


def _participants(record: Record, participants: tuple[Participant, ...]) -> Iterator[str]:
    for one in participants:
        name = f": {record.actor(one.actor_id).name}" if one.actor_id is not None else ""
        yield _line(one.role, _words(one.span) + name)


def _time(record: Record, identity: str) -> str:
    time = record.time(identity)
    return f"{_words(time.span)}: {time.value or 'unresolved'}, rule {time.rule}"


def _source(record: Record, identity: str) -> str:
    statement = record.statement(identity)
    return identity + (f" {_words(statement.cue)}" if statement.cue is not None else "")


def _words(span: Span) -> str:
    """The words of a span on one line, and where they stand."""
    return f'"{" ".join((span.text or "").split())}" {span.start}-{span.end}'


def _line(label: str, text: str) -> str:
    return f"  {label:{_LABEL}} {text}"
