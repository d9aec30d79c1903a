"""How the records and their serialization look to type checkers; mypy and pyright read this, nothing runs it.

A line that must be refused carries the comment that silences the refusal: where it is not refused, the comment is unused, and
that is an error too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, assert_type

from newsevents.errors import Problem, RecordError
from newsevents.model import (
    Actor,
    ActorKind,
    Article,
    Event,
    EventMention,
    EventStatus,
    Mention,
    MentionKind,
    Participant,
    ParticipantRole,
    Place,
    Quantity,
    QuantityKind,
    Record,
    Span,
    Statement,
    TimeExpression,
    in_text_order,
)
from newsevents.serialization import (
    RejectedLine,
    from_dict,
    from_json,
    json_schema,
    read_jsonl,
    to_dict,
    to_json,
    write_jsonl,
)


def make(text: str) -> Record:
    """Records are made by name, from tuples and vocabularies."""
    span = Span.of(text, 0, 5)
    actor = Actor(id="a0", name="x", kind=ActorKind.PERSON, mentions=(Mention(span=span),))
    part = Participant(role=ParticipantRole.AGENT, span=span, actor_id="a0")
    event = Event(
        id="e0",
        type="CONSULT",
        scheme="plover",
        trigger=span,
        mentions=(EventMention(span=span, status=EventStatus.ACTUAL),),
        status=EventStatus.ACTUAL,
        participants=(part,),
        quantities=(Quantity(kind=QuantityKind.MONEY, minimum=1, maximum=2.5, span=span),),
    )
    article = Article.from_text(text, language="fr", published="2025-10-17", authors=["A"])
    return Record(article=article, actors=(actor,), events=(event,))


def refuse(text: str, record: Record) -> None:
    """What a checker must not let through."""
    Span(0, 5, text)  # type: ignore[call-arg]
    Span(start="0", end=5, text=text)  # type: ignore[arg-type]
    Mention(span=Span.of(text, 0, 5), kind="name")  # type: ignore[arg-type]
    Record(article=Article.from_text(text), actors=[])  # type: ignore[arg-type]
    Event(id="e0", type="CONSULT")  # type: ignore[call-arg]
    record.schema = "x"  # type: ignore[misc]
    record.agents(record.statements[0])  # type: ignore[arg-type]
    record.speakers(record.events[0])  # type: ignore[arg-type]
    record.participants(record.events[0], "victim")  # type: ignore[arg-type]
    record.without_text(keep="all")  # type: ignore[arg-type]
    to_json(record.article)  # type: ignore[arg-type]
    from_json(3)  # type: ignore[arg-type]
    read_jsonl("x", errors="ignore")  # type: ignore[arg-type]


def look(record: Record) -> None:
    """Fields and look-ups have the types they are documented with."""
    assert_type(record.actors, tuple[Actor, ...])
    assert_type(record.actor("a0"), Actor)
    assert_type(record.place("p0"), Place)
    assert_type(record.time("t0"), TimeExpression)
    assert_type(record.statement("s0"), Statement)
    assert_type(record.event("e0"), Event)
    assert_type(record.agents(record.events[0]), tuple[Actor, ...])
    assert_type(record.participants(record.statements[0], "speaker"), tuple[Actor, ...])
    assert_type(record.time_of(record.events[0]), TimeExpression | None)
    assert_type(record.spans(), Iterator[Span])
    assert_type(record.article.text, str | None)
    assert_type(record.article.published, date | None)
    assert_type(record.article.published_at, datetime | None)
    assert_type(record.actors[0].mentions[0].kind, MentionKind)
    assert_type(in_text_order(record.events), tuple[Event, ...])
    assert_type(record.without_text().with_text(""), Record)


def serialize(record: Record) -> None:
    """Serialization takes and gives plain types."""
    assert_type(to_json(record), str)
    assert_type(from_json(b""), Record)
    assert_type(to_dict(record), dict[str, Any])
    assert_type(from_dict({}, strict=False), Record)
    assert_type(json_schema(), dict[str, Any])
    assert_type(write_jsonl([record], Path("x")), int)
    assert_type(read_jsonl([b""]), Iterator[Record])


def report(line: RejectedLine) -> None:
    """Errors have their facts."""
    error: RecordError = line.error
    assert_type(error.problems, tuple[Problem, ...])
    assert_type(error.path, str)
