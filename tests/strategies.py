"""What every property test draws from: any text, any record that the model allows.

One shared set, so that whatever can go wrong with one value enters every law: astral and combining characters, text that
runs from right to left, no-break spaces, days at the ends of the calendar, records of nothing, withheld text.
"""

from __future__ import annotations

import string
from datetime import UTC, date, timedelta, timezone
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import attrs
from hypothesis import strategies as st

from newsevents.model import (
    Actor,
    ActorKind,
    Article,
    Diagnostic,
    Event,
    EventMention,
    EventStatus,
    Identifier,
    Mention,
    MentionKind,
    Modifier,
    Participant,
    ParticipantRole,
    Place,
    PlaceKind,
    Provenance,
    Quantity,
    QuantityKind,
    Record,
    Resolution,
    Role,
    Span,
    Statement,
    StatementForm,
    TimeExpression,
    TimeKind,
    bounds,
    in_text_order,
    offset_id,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = TypeVar("_T")

# What news text and its writers are caught by: marks and spaces of typography, combining marks, right-to-left
# letters and controls, a family of emoji joined without width, line separators, JSON's own signs.
_ODD_CHARACTERS = (
    "\xa0\u202f\u2009\xab\xbb\u201c\u201d\u201e\u2018\u2019'\"\\/\u2014\u2013\u2026\u0301\u0327\xe9\xc9\u0153\xdf\u0130\u0131\u017f"
    "\ufb01\u05d0\u05e9\u0627\u0644\u200e\u200f\u202e\u2066\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001d518\U00010348\u2028\u2029\x00\x1f\x7f\x85\ufeff\uffff\U0010ffff"
)

characters = st.one_of(
    st.sampled_from(string.ascii_letters + string.digits + " .,;:!?\n"),
    st.sampled_from(_ODD_CHARACTERS),
    st.characters(exclude_categories=["Cs"]),
)
"""Any Unicode scalar value, those that make trouble more often than others."""

texts = st.text(characters, max_size=60)
"""Any text of Unicode scalar values, the empty one too."""

words = st.text(characters, max_size=12)
"""Any short text, for names and titles."""

codes = st.text(string.ascii_lowercase + "-", min_size=1, max_size=12)
"""Codes as ontologies and rules have them."""

ids = st.text(characters, min_size=1, max_size=12)
"""Any identifier."""

countries = st.text(string.ascii_uppercase, min_size=2, max_size=2)
"""Codes of the shape of ISO 3166-1 alpha-2."""

languages = st.sampled_from(["fr", "en", "en-GB", "zh-Hant-TW", "und", "x-news"])
"""BCP 47 tags."""

days = st.one_of(st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29), date(1970, 1, 1)]))
"""Calendar days, the ends of the calendar too."""

_offsets = st.one_of(
    st.just(UTC),
    st.integers(-24 * 60 + 1, 24 * 60 - 1).map(lambda minutes: timezone(timedelta(minutes=minutes))),
    st.timezones(),
)
moments = st.datetimes(timezones=_offsets).filter(lambda moment: 1 < moment.year < 9999)
"""Aware moments in fixed and named zones, the repeated hour of autumn too."""


def _or_none(strategy: st.SearchStrategy[_T]) -> st.SearchStrategy[_T | None]:
    """Draw from a strategy, or nothing."""
    return st.one_of(st.none(), strategy)


@st.composite
def time_values(draw: st.DrawFn) -> str:
    """Draw a value in the grammar of times, from every part of it."""
    whole_day = draw(days).isoformat()
    year, month = whole_day[:4], whole_day[:7]
    dates = [
        whole_day,
        month,
        year,
        f"{year[:3]}X",
        f"{year[:2]}XX",
        f"{year}-XX",
        f"{month}-XX",
        f"{year}-{draw(st.integers(21, 41))}",
    ]
    one = draw(st.sampled_from(dates)) + draw(st.sampled_from(["", "", "~", "?", "%"]))
    clock = f"T{draw(st.times()).isoformat('minutes')}"
    zone = draw(st.sampled_from(["", "", "Z", "+02:00", ":59"]))
    amounts = draw(st.lists(st.integers(1, 99), min_size=3, max_size=3))
    durations = [
        f"P{amounts[0]}D",
        f"PT{amounts[0]}H{amounts[1]}M",
        f"P{amounts[0]}Y{amounts[1]}M",
        f"P{amounts[0]}W",
        f"P{amounts[0]}.{amounts[1]}Y",
        f"PT{amounts[2]}S",
    ]
    duration = draw(st.sampled_from(durations))
    later = draw(st.dates(min_value=date.fromisoformat(whole_day))).isoformat()
    recurrence = f"R{draw(st.sampled_from(['', '3', f'/{whole_day}']))}/{duration}"
    intervals = [f"{one}/..", f"../{one}", f"{whole_day}/{later}", f"{one}/", f"/{one}"]
    return draw(st.sampled_from([one, *intervals, f"{whole_day}{clock}{zone}", f"{clock}{zone}", duration, recurrence]))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Draw a stretch of a text, an empty one too."""
    start = draw(st.integers(0, len(text)))
    return Span.of(text, start, draw(st.integers(start, len(text))))


def _sorted(spanned: Sequence[_T], span_of: Callable[[_T], Span]) -> tuple[_T, ...]:
    """Put what was drawn in text order."""
    return tuple(sorted(spanned, key=lambda one: (span_of(one).start, span_of(one).end)))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article with its text."""
    return Article.from_text(
        draw(texts),
        id=draw(_or_none(ids)),
        language=draw(_or_none(languages)),
        published=draw(_or_none(days)),
        published_at=draw(_or_none(moments)),
        title=draw(_or_none(words)),
        url=draw(_or_none(words)),
        publisher=draw(_or_none(words)),
        authors=draw(st.lists(words, max_size=2)),
        section=draw(_or_none(words)),
    )


identifiers = st.builds(Identifier, scheme=words, value=words)
"""Identifiers in any register."""

numbers = st.one_of(
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(-(2**53) + 1, 2**53 - 1),
    st.floats(-1e-3, 1e-3),
    st.sampled_from([0, 0.0, -0.0, 1e-05, 2**53 - 1, 0.1]),
)
"""Numbers as quantities have them, tiny and whole ones more often than chance."""


def _mentions(text: str) -> st.SearchStrategy[tuple[Mention, ...]]:
    """Draw mentions in text order."""
    one = st.builds(Mention, span=spans(text), kind=st.sampled_from(MentionKind))
    return st.lists(one, max_size=3).map(lambda found: _sorted(found, lambda mention: mention.span))


@st.composite
def actors(draw: st.DrawFn, text: str) -> Actor:
    """Draw an actor of a text; its identifier is given later."""
    role = st.builds(Role, title=words, organization=_or_none(words), country=_or_none(countries), span=spans(text))
    return Actor(
        id="?",
        name=draw(words),
        kind=draw(st.sampled_from(ActorKind)),
        country=draw(_or_none(countries)),
        roles=_sorted(draw(st.lists(role, max_size=2)), lambda one: one.span),
        sectors=tuple(draw(st.lists(codes, max_size=2))),
        mentions=draw(_mentions(text)),
        identifiers=tuple(draw(st.lists(identifiers, max_size=2))),
    )


@st.composite
def places(draw: st.DrawFn, text: str) -> Place:
    """Draw a place of a text; its identifier is given later."""
    has_coordinates = draw(st.booleans())
    tiny = st.sampled_from([0.0, -0.0, 1e-05, -1e-05, 4e-06, 0.00012])
    return Place(
        id="?",
        name=draw(words),
        kind=draw(st.sampled_from(PlaceKind)),
        country=draw(_or_none(countries)),
        latitude=draw(st.floats(-90, 90) | tiny) if has_coordinates else None,
        longitude=draw(st.floats(-180, 180) | tiny) if has_coordinates else None,
        mentions=draw(_mentions(text)),
        identifiers=tuple(draw(st.lists(identifiers, max_size=2))),
    )


@st.composite
def times(draw: st.DrawFn, text: str) -> TimeExpression:
    """Draw a time expression of a text; its identifier is given later."""
    value = draw(_or_none(time_values()))
    earliest, latest = (None, None) if value is None else bounds(value)
    return TimeExpression(
        id="?",
        span=draw(spans(text)),
        kind=draw(st.sampled_from(TimeKind)),
        value=value,
        earliest=earliest,
        latest=latest,
        resolution=draw(st.sampled_from(Resolution)),
        modifier=draw(_or_none(st.sampled_from(Modifier))),
        zone=draw(_or_none(words)),
        rule=draw(_or_none(codes)),
    )


@st.composite
def participants(draw: st.DrawFn, text: str, actor_ids: Sequence[str]) -> Participant:
    """Draw a participant, an actor of the record or something else."""
    return Participant(
        role=draw(st.sampled_from(ParticipantRole)),
        span=draw(spans(text)),
        actor_id=_one_of(draw, actor_ids),
    )


@st.composite
def statements(draw: st.DrawFn, text: str, known: dict[str, list[str]]) -> Statement:
    """Draw a statement of a text that points to what is known; its identifier is given later."""
    return Statement(
        id="?",
        form=draw(st.sampled_from(StatementForm)),
        act=draw(codes),
        content=_sorted(draw(st.lists(spans(text), min_size=1, max_size=3)), lambda span: span),
        quotations=_sorted(draw(st.lists(spans(text), max_size=2)), lambda span: span),
        cue=draw(_or_none(spans(text))),
        participants=tuple(draw(st.lists(participants(text, known["actors"]), max_size=2))),
        negated=draw(st.booleans()),
        hearsay=draw(st.booleans()),
        time_id=_one_of(draw, known["times"]),
        rule=draw(_or_none(codes)),
    )


@st.composite
def events(draw: st.DrawFn, text: str, known: dict[str, list[str]]) -> Event:
    """Draw an event of a text that points to what is known; its identifier is given later."""
    mentioned = [
        EventMention(
            span=span,
            status=draw(st.sampled_from(EventStatus)),
            statement_id=_one_of(draw, known["statements"]),
            hearsay=draw(st.booleans()),
        )
        for span in _sorted(draw(st.lists(spans(text), min_size=1, max_size=3)), lambda span: span)
    ]
    most_direct = draw(st.sampled_from(mentioned))
    return Event(
        id="?",
        type=draw(codes),
        scheme=draw(codes),
        mode=draw(_or_none(codes)),
        contexts=tuple(draw(st.lists(codes, max_size=2))),
        trigger=most_direct.span,
        mentions=tuple(mentioned),
        status=most_direct.status,
        statement_id=most_direct.statement_id,
        participants=tuple(draw(st.lists(participants(text, known["actors"]), max_size=2))),
        time_id=_one_of(draw, known["times"]),
        place_id=_one_of(draw, known["places"]),
        utterance_id=_one_of(draw, known["statements"]),
        quantities=_sorted(draw(st.lists(quantities(text), max_size=2)), lambda one: one.span),
        rule=draw(_or_none(codes)),
    )


@st.composite
def quantities(draw: st.DrawFn, text: str) -> Quantity:
    """Draw a quantity of a text."""
    lowest, highest = sorted((draw(numbers), draw(numbers)))
    return Quantity(
        kind=draw(st.sampled_from(QuantityKind)),
        minimum=draw(_or_none(st.just(lowest))),
        maximum=draw(_or_none(st.just(highest))),
        unit=draw(_or_none(words)),
        approximate=draw(st.booleans()),
        span=draw(spans(text)),
    )


def _one_of(draw: st.DrawFn, known: Sequence[str]) -> str | None:
    """Draw one of the identifiers that are known, or none."""
    return draw(_or_none(st.sampled_from(known))) if known else None


@st.composite
def records(draw: st.DrawFn, *, may_withhold: bool = True) -> Record:
    """Draw a record: everything the model allows, whole or with its text withheld."""
    article = draw(articles())
    text = article.text or ""
    known: dict[str, list[str]] = {}
    parts: dict[str, Any] = {}

    def add(group: str, letter: str, drawn: Sequence[Any]) -> None:
        """Put findings in order and give them their identifiers."""
        known[group] = []
        named = []
        for finding in in_text_order(drawn):
            start = finding.mentions[0].span.start if getattr(finding, "mentions", ()) else 0
            finding_id = offset_id(letter, start, known[group])
            known[group].append(finding_id)
            named.append(_evolved(finding, id=finding_id))
        parts[group] = tuple(named)

    add("actors", "a", draw(st.lists(actors(text), max_size=3)))
    add("places", "p", draw(st.lists(places(text), max_size=2)))
    add("times", "t", draw(st.lists(times(text), max_size=3)))
    add("statements", "s", draw(st.lists(statements(text, known), max_size=3)))
    parts["statements"] = tuple(_evolved(statement, within=_one_of(draw, known["statements"][:i])) for i, statement in enumerate(parts["statements"]))
    add("events", "e", draw(st.lists(events(text, known), max_size=3)))
    parts["times"] = tuple(_evolved(time, anchor_id=_one_of(draw, known["times"][:i] + known["events"])) for i, time in enumerate(parts["times"]))
    record = Record(
        article=article,
        diagnostics=tuple(draw(st.lists(st.builds(Diagnostic, code=codes, message=words, span=_or_none(spans(text))), max_size=2))),
        provenance=draw(st.builds(Provenance, library=words, version=_or_none(words), backend=_or_none(codes), pack=_or_none(codes))),
        **parts,
    )
    withheld: Literal["names", "none"] | None = draw(st.sampled_from([None, None, "names", "none"])) if may_withhold else None
    return record if withheld is None else record.without_text(keep=withheld)


def _evolved(finding: _T, **changes: Any) -> _T:
    """Give a finding with other fields."""
    known: Any = finding
    changed: _T = attrs.evolve(known, **changes)
    return changed
