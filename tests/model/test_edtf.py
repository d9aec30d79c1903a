"""The grammar of time values, and the days they cover."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from newsevents.model.edtf import VALUE_PATTERN, bounds, is_value
from tests.strategies import days, texts, time_values

D = date.fromisoformat


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2025-10-16", "2025-10-16", "2025-10-16"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025~", "2025-01-01", "2025-12-31"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("2025-10-XX", "2025-10-01", "2025-10-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-28", "2025-12-01", "2026-02-28"),
        ("2025-29", "2025-09-01", "2025-11-30"),
        ("2023-30", "2023-12-01", "2024-02-29"),
        ("2025-31", "2025-03-01", "2025-05-31"),
        ("2025-32", "2025-06-01", "2025-08-31"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-37", "2025-01-01", "2025-04-30"),
        ("2025-39", "2025-09-01", "2025-12-31"),
        ("2025-40", "2025-01-01", "2025-06-30"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-10-17/2025-10-31", "2025-10-17", "2025-10-31"),
        ("2025-09~/2025-11", "2025-09-01", "2025-11-30"),
        ("2025-09/..", "2025-09-01", None),
        ("2025-09/", "2025-09-01", None),
        ("../2025-09", None, "2025-09-30"),
        ("2025-10-16T20:30", "2025-10-16", "2025-10-16"),
        ("2025-10-16T20:30:15+02:00", "2025-10-16", "2025-10-16"),
        ("2025-10-16T22:00/2025-10-17T06:00", "2025-10-16", "2025-10-17"),
        ("2025-10-16T20:00/2025-10-16T21:00", "2025-10-16", "2025-10-16"),
        ("2025-10-16T20:00+02:00/2025-10-16T19:00Z", "2025-10-16", "2025-10-16"),
        ("T20:30", None, None),
        ("PT2H30M", None, None),
        ("P1Y2M3W4DT5H6M7.5S", None, None),
        ("R/P1W", None, None),
        ("R5/P1D", None, None),
        ("R/2025-10-20/P1W", "2025-10-20", None),
        ("-0044-03-15", None, None),
        ("0000", None, None),
        ("9999-24", "9999-12-01", None),
    ],
)
def test_a_value_covers_these_days(value: str, earliest: str | None, latest: str | None) -> None:
    """Every part of the grammar has its first and last calendar day, or an open side."""
    assert bounds(value) == (earliest and D(earliest), latest and D(latest))


@pytest.mark.parametrize(
    "value",
    [
        "",
        " 2025",
        "2025\n",
        "25",
        "2025-13",
        "2025-00",
        "2025-20",
        "2025-42",
        "2025-21-01",
        "2025-02-29",
        "2025-04-31",
        "2025-10-00",
        "2025-1-1",
        "20251016",
        "199X-10",
        "2025-XX-10",
        "-0000",
        "~2025",
        "/",
        "..",
        "../..",
        "../",
        "2025/2024",
        "2025/2026/2027",
        "2025-10-16/P3D",
        "2025-10-16T20:30/2025-10-16T20:00",
        "2025-10-16T24:00",
        "2025-10-16T20",
        "2025-10T20:30",
        "2025-02-30T20:30",
        "T25:00",
        "P",
        "PT",
        "P1",
        "P1H",
        "PT1D",
        "PT2H30M~",
        "R",
        "R/",
        "R/2025",
        "R/P1W/P1W",
        "R/2025-02-30/P1W",
        "R/2025/2026/P1W",
        "R1.5/P1W",
        "\uff12\uff10\uff12\uff15",  # full-width digits
        "present",
    ],
)
def test_anything_else_is_no_value(value: str) -> None:
    """What is near the grammar is not in it."""
    assert not is_value(value)
    with pytest.raises(ValueError, match="expected a time value"):
        bounds(value)


@given(time_values())
def test_bounds_are_in_order(value: str) -> None:
    """The first day a value covers is no later than the last."""
    earliest, latest = bounds(value)
    assert earliest is None or latest is None or earliest <= latest


@given(days)
def test_coarser_values_cover_finer_ones(day: date) -> None:
    """A day lies in its month, its month in its year, its year in its decade."""
    whole = day.isoformat()
    grains = [bounds(value) for value in (whole, whole[:7], whole[:4], f"{whole[:3]}X", f"{whole[:2]}XX")]
    for (inner_first, inner_last), (outer_first, outer_last) in pairwise(grains):
        # the decade of year 1 begins before the calendar does
        assert outer_first is None or (inner_first is not None and outer_first <= inner_first)
        assert inner_last is not None
        assert outer_last is not None
        assert inner_last <= outer_last


@given(texts)
def test_any_text_is_judged(text: str) -> None:
    """No text makes the grammar stumble, and what it takes has days."""
    if is_value(text):
        bounds(text)


@given(time_values())
def test_the_published_pattern_takes_every_value(value: str) -> None:
    """Whatever `is_value` takes, the pattern of the JSON Schema takes too."""
    assert is_value(value)
    assert re.search(VALUE_PATTERN, value)
