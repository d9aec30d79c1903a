"""The parts of a record refuse what they cannot mean, and keep what they are given in one form."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from newsevents.errors import RecordError
from newsevents.model import (
    Actor,
    ActorKind,
    Article,
    Place,
    PlaceKind,
    Quantity,
    QuantityKind,
    Role,
    Span,
    Statement,
    StatementForm,
    TimeExpression,
    TimeKind,
)

SPAN = Span.of("Paris", 0, 5)
EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def refused(call: Any, **fields: Any) -> tuple[str, str, Any]:
    """Make an object that is refused, and give the class, field and value that the error names."""
    with pytest.raises(RecordError) as caught:
        call(**fields)
    error = caught.value
    assert f"{error.owner}.{error.field}" in str(error)
    return error.owner, error.field, error.value


@pytest.mark.parametrize(
    ("start", "end", "text", "field", "value"),
    [
        pytest.param(-1, 2, "abc", "start", -1, id="before the text"),
        pytest.param(5, 3, "", "end", 3, id="ends before it starts"),
        pytest.param(0, 2, "abc", "text", "abc", id="words of another length"),
    ],
)
def test_a_span_is_a_stretch_of_text(start: int, end: int, text: str, field: str, value: object) -> None:
    """Offsets that no text has are refused where they are made."""
    assert refused(Span, start=start, end=end, text=text) == ("Span", field, value)


def test_a_span_past_the_text_is_refused_at_once() -> None:
    """`Span.of` does not shorten what it is asked for."""
    assert refused(lambda: Span.of("Paris", 0, 6)) == ("Span", "text", "Paris")


def test_spans_know_how_they_lie() -> None:
    """Covering includes equality; touching is no overlap; an empty span overlaps nothing."""
    text = "Paris et Berlin"
    whole, paris, rest, empty = (Span.of(text, *ends) for ends in ((0, 15), (0, 5), (5, 15), (3, 3)))
    assert whole.covers(paris)
    assert whole.covers(whole)
    assert not paris.covers(whole)
    assert whole.overlaps(rest)
    assert not paris.overlaps(rest)
    assert not paris.overlaps(empty)


@pytest.mark.parametrize("country", ["fr", "FRA", "F", "", "F1", "ÉÉ"])
def test_a_country_is_two_capital_letters(country: str) -> None:
    """Anything else is refused on every class that has a country."""
    role = {"title": "ministre", "country": country, "span": SPAN}
    actor = {"id": "a0", "name": "x", "kind": ActorKind.PERSON, "country": country}
    place = {"id": "p0", "name": "x", "kind": PlaceKind.CITY, "country": country}
    assert refused(Role, **role) == ("Role", "country", country)
    assert refused(Actor, **actor) == ("Actor", "country", country)
    assert refused(Place, **place) == ("Place", "country", country)


@pytest.mark.parametrize(
    ("latitude", "longitude", "field"),
    [
        (90.1, 0.0, "latitude"),
        (-91.0, 0.0, "latitude"),
        (0.0, 180.5, "longitude"),
        (math.nan, 0.0, "latitude"),
        (0.0, math.inf, "longitude"),
        (0.0, 10**400, "longitude"),
        (1.0, None, "longitude"),
        (None, 1.0, "latitude"),
    ],
)
def test_coordinates_are_a_point_of_the_globe(latitude: float | None, longitude: float | None, field: str) -> None:
    """Degrees beyond the globe, and one coordinate without the other, are refused."""
    fields = {"id": "p0", "name": "x", "kind": PlaceKind.CITY, "latitude": latitude, "longitude": longitude}
    assert refused(Place, **fields)[:2] == ("Place", field)


def test_coordinates_have_five_decimals_and_one_zero() -> None:
    """Equal coordinates are equal in JSON: finer digits and the sign of zero are dropped, whole numbers are floats."""
    place = Place(id="p0", name="x", kind=PlaceKind.CITY, latitude=-0.000001, longitude=19)
    assert repr((place.latitude, place.longitude)) == "(0.0, 19.0)"


@pytest.mark.parametrize("number", [math.nan, math.inf, 2**53, -(2**53), 10**400])
def test_a_quantity_is_a_number_json_holds(number: float) -> None:
    """What no reader of JSON gives back exactly is refused."""
    assert refused(Quantity, kind=QuantityKind.MONEY, minimum=number, span=SPAN)[:2] == ("Quantity", "minimum")


def test_a_quantity_has_its_ends_in_order() -> None:
    """A maximum below the minimum is refused."""
    assert refused(Quantity, kind=QuantityKind.KILLED, minimum=3, maximum=2, span=SPAN) == ("Quantity", "maximum", 2)


def test_whole_quantities_are_integers() -> None:
    """`3.0` and `3` are one number and have one JSON form."""
    quantity = Quantity(kind=QuantityKind.MONEY, minimum=3.0, maximum=3.5, span=SPAN)
    assert repr((quantity.minimum, quantity.maximum)) == "(3, 3.5)"


@pytest.mark.parametrize("value", ["yesterday", "2025-02-30", "16/10/2025", "P", "PT", "R/jeudi", "", "2025-10-16T25:00"])
def test_a_time_value_is_in_the_grammar(value: str) -> None:
    """Values outside the grammar are refused, days that do not exist among them."""
    fields = {"id": "t0", "span": SPAN, "kind": TimeKind.DATE, "value": value}
    assert refused(TimeExpression, **fields) == ("TimeExpression", "value", value)


def test_a_time_has_its_bounds_in_order() -> None:
    """A latest day before the earliest is refused."""
    fields = {"id": "t0", "span": SPAN, "kind": TimeKind.DATE, "earliest": date(2025, 10, 17), "latest": date(2025, 10, 16)}
    assert refused(TimeExpression, **fields) == ("TimeExpression", "latest", date(2025, 10, 16))


def test_a_statement_says_something() -> None:
    """A statement without content is refused."""
    assert refused(Statement, id="s0", form=StatementForm.DIRECT, act="say", content=()) == ("Statement", "content", ())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"text_length": 8}, "text_length", id="length of another text"),
        pytest.param({"text_sha256": EMPTY_SHA256}, "text_sha256", id="hash of another text"),
        pytest.param({"text": "Il pleut\ud800"}, "text", id="lone surrogate"),
        pytest.param({"text": None, "text_length": -1}, "text_length", id="withheld, negative length"),
        pytest.param({"text": None, "text_sha256": "abc"}, "text_sha256", id="withheld, no hash"),
        pytest.param({"text": None, "text_sha256": EMPTY_SHA256.upper()}, "text_sha256", id="withheld, capital digits"),
        pytest.param({"id": ""}, "id", id="no identifier"),
        pytest.param({"language": ""}, "language", id="empty language"),
        pytest.param({"language": "français"}, "language", id="no language tag"),
        pytest.param({"published_at": datetime(2025, 10, 17)}, "published_at", id="naive moment"),  # noqa: DTZ001
    ],
)
def test_an_article_is_what_it_says(changes: dict[str, Any], field: str) -> None:
    """Length, hash, language and moment are checked against the text and their forms."""
    article = Article.from_text("Il pleut.")
    assert refused(lambda: attrs.evolve(article, **changes))[:2] == ("Article", field)


def test_a_text_of_half_characters_is_refused() -> None:
    """A lone surrogate is no character; the error says where it is."""
    with pytest.raises(RecordError, match=r"lone surrogate .* at 3"):
        Article.from_text("Il \ud83d pleut.")


def test_the_text_is_kept_as_received() -> None:
    """No character is folded, normalized or stripped, and offsets count code points."""
    text = "\ufeff E\u0301te\u0301\r\n😀 "
    article = Article.from_text(text)
    assert article.text == text
    assert article.text_length == 11


def test_the_identifier_comes_from_the_text_unless_given() -> None:
    """Two articles of one text have one identifier by default."""
    assert Article.from_text("Il pleut.").id == Article.from_text("Il pleut.", title="Météo").id
    assert Article.from_text("Il pleut.", id="42").id == "42"


class NaTType(datetime):
    """What pandas writes for a missing moment: a datetime that equals nothing, itself included."""

    def __eq__(self, other: object) -> bool:
        """Equal nothing."""
        return False

    __hash__ = None  # type: ignore[assignment]


class datetime64:  # noqa: N801 - numpy's name
    """What numpy gives for a moment: an object of its own that prints as ISO 8601."""

    def __init__(self, text: str) -> None:
        """Take what it prints."""
        self.text = text

    def __str__(self) -> str:
        """Print as ISO 8601, or NaT."""
        return self.text


PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        pytest.param(None, None, id="nothing"),
        pytest.param(date(2025, 10, 17), date(2025, 10, 17), id="day"),
        pytest.param(datetime(2025, 10, 17, 0, 30, tzinfo=PARIS), date(2025, 10, 17), id="its own local day, not UTC's"),
        pytest.param(datetime(2025, 10, 17, 23, 59), date(2025, 10, 17), id="naive moment"),  # noqa: DTZ001
        pytest.param("2025-10-17", date(2025, 10, 17), id="ISO day"),
        pytest.param(" 2025-10-17T23:30:00-05:00\n", date(2025, 10, 17), id="ISO moment"),
        pytest.param(NaTType(1, 1, 1), None, id="NaT"),
        pytest.param(math.nan, None, id="NaN"),
        pytest.param(datetime64("2025-10-17T08:00:00.000000000"), date(2025, 10, 17), id="datetime64"),
        pytest.param(datetime64("NaT"), None, id="datetime64 NaT"),
    ],
)
def test_published_is_a_calendar_day(published: Any, day: date | None) -> None:
    """Every way a program has of telling the day of publication gives that day, and what is missing gives none."""
    found = Article.from_text("Il pleut.", published=published).published
    assert found == day
    assert day is None or type(found) is date


@pytest.mark.parametrize("published", ["", "hier", "17/10/2025", "2025-10", 20251017, b"2025-10-17"])
def test_published_is_never_guessed(published: Any) -> None:
    """What is neither a day nor a moment is refused."""
    assert refused(lambda: Article.from_text("Il pleut.", published=published)) == ("Article", "published", published)


def test_an_aware_publication_tells_its_moment_too() -> None:
    """Of day and moment, the one that is not given follows from the other; two that are given stay."""
    moment = datetime(2025, 10, 17, 0, 30, tzinfo=PARIS)
    article = Article.from_text("Il pleut.", published=moment)
    assert article.published_at == moment
    assert Article.from_text("Il pleut.", published_at=moment) == article
    other = Article.from_text("Il pleut.", published=date(2025, 10, 16), published_at=moment)
    assert (other.published, other.published_at) == (date(2025, 10, 16), moment)


def test_a_missing_moment_is_none() -> None:
    """NaT as `published_at` counts as `None`."""
    assert Article.from_text("Il pleut.", published_at=NaTType(1, 1, 1)).published_at is None


def test_moments_keep_their_offset_but_not_their_zone() -> None:
    """A zone's repeated hour has no equal in another zone, so the offset alone is kept; seconds of offset go to UTC."""
    repeated = datetime(2025, 10, 26, 2, 30, tzinfo=PARIS, fold=1)
    found = Article.from_text("Il pleut.", published_at=repeated).published_at
    assert found is not None
    assert found.isoformat() == "2025-10-26T02:30:00+01:00"
    assert (type(found.tzinfo), found.fold) == (timezone, 0)
    old = Article.from_text("Il pleut.", published_at=datetime(1900, 1, 1, tzinfo=PARIS)).published_at
    assert old is not None
    assert old.isoformat() == "1899-12-31T23:50:39+00:00"


def test_a_moment_that_no_zone_can_hold_is_refused() -> None:
    """The first day of the calendar, east of Greenwich by an odd number of seconds, has no day in UTC."""
    zone = timezone(timedelta(hours=1, seconds=1))
    first = datetime(1, 1, 1, tzinfo=zone)
    assert refused(lambda: Article.from_text("Il pleut.", published_at=first))[:2] == ("Article", "published_at")


def test_one_author_is_a_name_not_letters() -> None:
    """A lone string is one author."""
    assert Article.from_text("Il pleut.", authors="A. Martin").authors == ("A. Martin",)
    assert Article.from_text("Il pleut.", authors=["A", "B"]).authors == ("A", "B")


def test_articles_show_the_beginning_of_their_text() -> None:
    """A text of a thousand words does not fill the screen."""
    assert "…" in repr(Article.from_text("mot " * 1000))
    assert len(repr(Article.from_text("mot " * 1000))) < 500


def test_values_cannot_be_changed() -> None:
    """Records are values: they have no settable attribute and no `__dict__`."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        SPAN.start = 1  # type: ignore[misc]
    assert not hasattr(SPAN, "__dict__")
