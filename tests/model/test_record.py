"""A record is whole or it is refused, with everything that is wrong."""

from __future__ import annotations

import functools
import time
from typing import Any

import attrs
import pytest

from newsevents.errors import RecordError
from newsevents.model import (
    Actor,
    ActorKind,
    Article,
    Diagnostic,
    EventStatus,
    Mention,
    MentionKind,
    ParticipantRole,
    Place,
    PlaceKind,
    Provenance,
    Record,
    Span,
    TimeExpression,
    TimeKind,
    in_text_order,
    offset_id,
)
from tests.examples import TEXT, find, record

WHOLE = record()


def changed(path: str, value: Any) -> Any:
    """Give the record with one value changed: `"actors.0.name"`."""
    return _changed(WHOLE, path.split("."), value)


def _changed(node: Any, steps: list[str], value: Any) -> Any:
    """Give an object or tuple with one value changed."""
    if not steps:
        return value
    first, *rest = steps
    if isinstance(node, tuple):
        index = int(first)
        return (*node[:index], _changed(node[index], rest, value), *node[index + 1 :])
    return attrs.evolve(node, **{first: _changed(getattr(node, first), rest, value)})


def told(call: Any) -> list[str]:
    """Give what is said against a record."""
    with pytest.raises(RecordError) as caught:
        call()
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (
            "actors.0.mentions.0.span",
            Span(start=12, end=16, text="Anna"),
            "Span.text: expected 'Anne' as in the article, got 'Anna'",
        ),
        ("actors.0.mentions.1.span", Span(start=900, end=900, text=""), "Span.end: expected at most 204, the length of the text"),
        (
            "events.0.participants.1.span",
            Span(start=41, end=57, text=""),
            "Span.text: expected 'le groupe Nordal' as in the article",
        ),
        ("actors.1.id", "a12", "Actor.id: expected an identifier used once in the record, got 'a12'"),
        ("places.0.id", "t35", "TimeExpression.id: expected an identifier used once in the record, got 't35'"),
        ("actors.0.id", "", "Actor.id: expected an identifier, got ''"),
        ("events.0.participants.0.actor_id", "a9", "Participant.actor_id: expected the id of an Actor in the record, got 'a9'"),
        ("events.0.participants.0.actor_id", "p61", "Participant.actor_id: expected the id of an Actor in the record, got 'p61'"),
        ("events.0.time_id", "p61", "Event.time_id: expected the id of a TimeExpression"),
        ("events.0.place_id", "t35", "Event.place_id: expected the id of a Place"),
        ("events.0.utterance_id", "e26", "Event.utterance_id: expected the id of a Statement"),
        ("events.0.statement_id", "s9", "Event.statement_id: expected the id of a Statement"),
        ("events.1.mentions.0.statement_id", "s9", "EventMention.statement_id: expected the id of a Statement"),
        ("statements.0.time_id", "s72", "Statement.time_id: expected the id of a TimeExpression"),
        ("statements.2.within", "s9", "Statement.within: expected the id of a Statement"),
        ("statements.2.within", "s138", "Statement.within: expected another statement around 's138', got itself"),
        ("times.1.anchor_id", "a12", "TimeExpression.anchor_id: expected the id of a TimeExpression or an Event"),
        ("times.1.anchor_id", "t198", "TimeExpression.anchor_id: expected another finding to lean on, got itself"),
        ("events.0.trigger", find("Brest"), "Event.mentions: expected the trigger 'Brest' (61 to 66) among the mentions"),
        ("events.0.status", EventStatus.PLANNED, "Event.status: expected actual, as in the trigger's mention, got planned"),
        ("events.1.statement_id", "s117", "Event.statement_id: expected s138, as in the trigger's mention, got s117"),
        ("actors", WHOLE.actors[::-1], "Record.actors: expected text order, got a finding at 51 after one at 123"),
        ("actors.0.mentions", WHOLE.actors[0].mentions[::-1], "Actor.mentions: expected text order, got starts [98, 12]"),
        ("statements.0.content", (find("Brest"), find("jeudi")), "Statement.content: expected text order"),
        ("schema", "newsevents/2.0", "Record.schema: expected 'newsevents/1.0', got 'newsevents/2.0'"),
        ("actors.0.name", "\ud800", "Actor.name: expected Unicode scalar values, got a lone surrogate"),
        ("actors.0.sectors", ("GOV", "\udfff"), "Actor.sectors: expected Unicode scalar values, got a lone surrogate"),
        ("article.title", "\udc00", "Article.title: expected Unicode scalar values, got a lone surrogate"),
        ("actors.0.name", 3, "Actor.name: expected a string, got int"),
        ("actors.0.kind", "person", "Actor.kind: expected an ActorKind, got str"),
        ("actors", list(WHOLE.actors), "Record.actors: expected a tuple, got list"),
        ("actors.0", WHOLE.places[0], "Record.actors: expected an Actor, got Place"),
        ("statements.0.negated", 1, "Statement.negated: expected a boolean, got int"),
        ("events.1.quantities.0.minimum", True, "Quantity.minimum: expected a number or an integer, got bool"),
        ("statements.0.cue", "a averti", "Statement.cue: expected a Span, got str"),
        ("actors.0.sectors", (3,), "Actor.sectors: expected a string, got int"),
        ("provenance", None, "Record.provenance: expected a Provenance, got NoneType"),
    ],
)
def test_what_no_part_can_check_alone_is_refused(path: str, value: Any, expected: str) -> None:
    """The error names class, field and value, and the path to it."""
    problems = told(lambda: changed(path, value))
    assert any(problem.startswith(expected) and " @ $." in problem for problem in problems), problems


def test_paths_lead_to_the_value() -> None:
    """A path names every field and index on the way."""
    wrong = Span(start=12, end=16, text="Anna")
    [problem] = told(lambda: changed("actors.0.mentions.0.span", wrong))
    assert problem.endswith("@ $.actors[0].mentions[0].span.text")


def test_everything_wrong_is_told_at_once() -> None:
    """One look at the error is enough to mend the record."""
    broken: dict[str, Any] = {
        "events": (attrs.evolve(WHOLE.events[0], time_id="t9", place_id="p9"), WHOLE.events[1]),
        "actors": (*WHOLE.actors, WHOLE.actors[0]),
    }
    paths = [problem.rpartition(" @ ")[2] for problem in told(lambda: attrs.evolve(WHOLE, **broken))]
    assert paths == ["$.actors[3].id", "$.events[0].time_id", "$.events[0].place_id", "$.actors[3]"]


def test_statements_cannot_contain_each_other() -> None:
    """A ring of `within` is refused at every statement of it, and only there."""
    first, second, third = WHOLE.statements
    ring = (attrs.evolve(first, within="s117"), attrs.evolve(second, within="s72"), third)
    paths = [problem.rpartition(" @ ")[2] for problem in told(lambda: attrs.evolve(WHOLE, statements=ring))]
    assert paths == ["$.statements[0].within", "$.statements[1].within"]


def test_a_record_of_nothing_is_a_record() -> None:
    """Only the article is needed."""
    empty = Record(article=Article.from_text(""))
    assert (empty.schema, empty.actors, empty.provenance.library) == ("newsevents/1.0", (), "newsevents")
    assert list(empty.spans()) == []


def test_findings_are_looked_up_by_their_identifiers() -> None:
    """Each look-up gives the finding of its class."""
    assert WHOLE.actor("a51").name == "Nordal"
    assert WHOLE.place("p61").name == "Brest"
    assert WHOLE.time("t35").value == "2025-10-16"
    assert WHOLE.statement("s72").act == "warn"
    assert WHOLE.event("e26").type == "THREATEN"


@pytest.mark.parametrize("finding_id", ["a9", "p61", ""])
def test_what_is_not_there_is_a_key_error(finding_id: str) -> None:
    """An identifier of nothing, or of a finding of another class, gives nothing."""
    with pytest.raises(KeyError, match="no Actor in this record has the id"):
        WHOLE.actor(finding_id)


def test_participants_are_given_as_actors() -> None:
    """Those of a role, each once, without those that are no actor."""
    warning, threat, fire = WHOLE.statements[0], *WHOLE.events
    minister, company, _ = WHOLE.actors
    assert WHOLE.speakers(warning) == (minister,)
    assert WHOLE.addressees(warning) == (company,)
    assert WHOLE.agents(threat) == (minister,)
    assert WHOLE.recipients(threat) == (company,)
    assert WHOLE.recipients(fire) == ()
    assert WHOLE.participants(warning, "medium") == ()
    twice = attrs.evolve(threat, participants=threat.participants * 2)
    assert WHOLE.participants(twice, ParticipantRole.AGENT) == (minister,)


def test_what_findings_point_to_is_given() -> None:
    """Time, place, statement and utterance of a finding, `None` where it has none."""
    threat, fire = WHOLE.events
    assert WHOLE.time_of(threat) == WHOLE.time_of(WHOLE.statements[0]) == WHOLE.times[0]
    assert WHOLE.place_of(threat) == WHOLE.places[0]
    assert WHOLE.utterance_of(threat) == WHOLE.statements[0]
    assert WHOLE.statement_of(fire) == WHOLE.statements[2]
    assert [WHOLE.time_of(fire), WHOLE.place_of(fire), WHOLE.utterance_of(fire), WHOLE.statement_of(threat)] == [None] * 4


def test_what_an_actor_does_is_given() -> None:
    """Statements are those it makes, events those it has any part in."""
    minister, company, _ = WHOLE.actors
    assert WHOLE.statements_of(minister) == WHOLE.statements[:2]
    assert WHOLE.statements_of(company) == ()
    assert WHOLE.events_of(company) == WHOLE.events[:1]


def test_every_span_is_given() -> None:
    """`spans` goes through the whole record."""
    assert sum(1 for _ in WHOLE.spans()) == 28


def test_names_and_times_stay_readable_without_the_text() -> None:
    """By default only the words of names and times are kept, wherever they stand."""
    withheld = WHOLE.without_text()
    assert withheld.article.text is None
    assert {span.text for span in withheld.spans() if span.text} == {
        "Anne Dubreuil",
        "Nordal",
        "la préfecture",
        "Brest",
        "jeudi",
        "mardi",
    }
    assert withheld.actors[0].mentions[1] == Mention(span=Span(start=98, end=102, text=""), kind=MentionKind.PRONOUN)


def test_nothing_is_readable_where_all_is_withheld() -> None:
    """`keep="none"` leaves offsets alone."""
    assert {span.text for span in WHOLE.without_text(keep="none").spans()} == {""}


def test_only_the_same_text_can_be_put_back() -> None:
    """Another text is refused by its length or its hash."""
    withheld = WHOLE.without_text()
    assert withheld.with_text(TEXT) == WHOLE
    assert WHOLE.with_text(TEXT) == WHOLE
    with pytest.raises(RecordError, match="text of 204 code points, got 203"):
        withheld.with_text(TEXT[:-1])
    with pytest.raises(RecordError, match="text_sha256"):
        withheld.with_text(TEXT.upper()[: len(TEXT)])


def test_keep_is_names_or_none() -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="keep='names'"):
        WHOLE.without_text(keep="all")  # type: ignore[arg-type]


def test_withheld_words_are_as_long_as_their_span() -> None:
    """A name that is kept cannot have grown."""
    span = Span(start=0, end=5, text="Paris")
    actor = Actor(id="a0", name="x", kind=ActorKind.PERSON, mentions=(Mention(span=span),))
    article = attrs.evolve(Article.from_text("Paris"), text=None)
    assert Record(article=article, actors=(actor,)).actors[0].mentions[0].span == span
    assert "length of the text" in told(lambda: Record(article=attrs.evolve(article, text_length=4), actors=(actor,)))[0]
    bad = attrs.evolve(actor, mentions=(Mention(span=Span(start=0, end=5, text="Pari\ud800")),))
    assert "lone surrogate" in told(lambda: Record(article=article, actors=(bad,)))[0]


def test_findings_without_a_mention_stand_first() -> None:
    """They have no place in the text, so they are anchored at its start."""
    nowhere = Place(id="p0", name="France", kind=PlaceKind.COUNTRY)
    assert in_text_order([WHOLE.places[0], nowhere]) == (nowhere, WHOLE.places[0])
    assert Record(article=WHOLE.article, places=(nowhere, WHOLE.places[0])).places[0] is nowhere


def test_identifiers_come_from_offsets() -> None:
    """Findings that start together are numbered from the second on."""
    assert offset_id("a", 58) == "a58"
    assert offset_id("a", 58, {"a58", "a58.2"}) == "a58.3"
    assert in_text_order(reversed(WHOLE.events)) == WHOLE.events


def test_records_are_values() -> None:
    """Equal records are equal and have one hash, and can be in a set."""
    assert len({WHOLE, record()}) == 1
    assert Record(article=WHOLE.article) != WHOLE


def test_small_things_have_defaults() -> None:
    """What a hand-written record need not say."""
    assert Mention(span=Span.of("x", 0, 1)).kind is MentionKind.NAME
    assert Provenance().library == "newsevents"
    assert Diagnostic(code="x", message="y").span is None
    assert TimeExpression(id="t0", span=Span.of("x", 0, 1), kind=TimeKind.DATE).value is None


def test_a_large_record_is_cheap_to_make() -> None:
    """Linear, and far from the cost of finding anything: 20,000 spans in well under a second on any machine."""
    text = "Paris " * 20_000
    mentions = tuple(Mention(span=Span(start=i * 6, end=i * 6 + 5, text="Paris")) for i in range(20_000))
    actor = Actor(id="a0", name="Paris", kind=ActorKind.COUNTRY, mentions=mentions)
    make = functools.partial(Record, article=Article.from_text(text), actors=(actor,))
    start = time.perf_counter()
    make()
    assert time.perf_counter() - start < 5
