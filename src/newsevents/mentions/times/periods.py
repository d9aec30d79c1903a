"""Stretches of the calendar: a day, a week, a month … with its first and last day, its neighbours and its EDTF value."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import attrs
from dateutil.relativedelta import relativedelta

from newsevents.model.edtf import bounds

__all__ = ["Grain", "Period", "between", "day_of", "period_of", "step"]

_MONTHS: Final = 12
_FIRST_SEASON: Final = 21  # EDTF codes: spring 21 … winter 24, quarters 33 … 36, halves 40 and 41
_FIRST_QUARTER: Final = 33
_FIRST_HALF: Final = 40
_MARCH: Final = 3  # the first month of the first season
_SATURDAY: Final = 5
_DECADE: Final = 10
_CENTURY: Final = 100


class Grain(StrEnum):
    """How fine a period is.

    Examples:
        >>> Grain("week")
        <Grain.WEEK: 'week'>
    """

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    OTHER = "other"


# What a step of one grain adds to a day.
_STEPS: Final = {
    Grain.DAY: relativedelta(days=1),
    Grain.WEEK: relativedelta(weeks=1),
    Grain.WEEKEND: relativedelta(weeks=1),
    Grain.MONTH: relativedelta(months=1),
    Grain.SEASON: relativedelta(months=3),
    Grain.QUARTER: relativedelta(months=3),
    Grain.HALF: relativedelta(months=6),
    Grain.YEAR: relativedelta(years=1),
    Grain.DECADE: relativedelta(years=10),
    Grain.CENTURY: relativedelta(years=100),
}


@attrs.frozen
class Period:
    """A stretch of the calendar.

    Attributes:
        grain: How fine it is.
        first: Its first day.
        last: Its last day, inclusive.
        value: What EDTF calls it.

    Examples:
        >>> Period.around(date(2025, 10, 17), Grain.WEEK).value
        '2025-10-13/2025-10-19'
    """

    grain: Grain
    first: date
    last: date
    value: str

    @classmethod
    def around(cls, day: date, grain: Grain) -> Period:
        """Give the period of a grain that holds a day; a weekend is the one of the day's week (Monday to Sunday).

        Raises:
            ValueError: The period reaches past the years 1 to 9999.
        """
        match grain:
            case Grain.WEEK | Grain.WEEKEND:
                monday = day - timedelta(days=day.weekday())
                first = monday + timedelta(days=_SATURDAY) if grain is Grain.WEEKEND else monday
                return between(first, monday + timedelta(days=6), grain)
            case Grain.SEASON:
                season = (day.month - _MARCH) % _MONTHS // 3
                year = day.year - (day.month < _MARCH)
                return period_of(f"{year:04}-{_FIRST_SEASON + season}", grain)
            case _:
                return period_of(_code_around(day, grain), grain)

    def shifted(self, steps: int) -> Period:
        """Give the period so many steps of its own grain later, or earlier where negative.

        Raises:
            ValueError: The period reaches past the years 1 to 9999.
        """
        return Period.around(step(self.first, self.grain, steps), self.grain)

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.first <= day <= self.last


def day_of(day: date) -> Period:
    """Give one day as a period."""
    return Period(Grain.DAY, day, day, day.isoformat())


def period_of(value: str, grain: Grain) -> Period:
    """Give the period an EDTF value names.

    Raises:
        ValueError: It names none, or one outside the years 1 to 9999.
    """
    first, last = bounds(value)
    if first is None or last is None:
        message = f"expected a value between the years 1 and 9999, got {value!r}"
        raise ValueError(message)
    return Period(grain, first, last, value)


def between(first: date, last: date, grain: Grain = Grain.OTHER) -> Period:
    """Give the days from one to another as an interval.

    Raises:
        ValueError: The last day comes before the first.
    """
    if last < first:
        message = f"expected {first} or later, got {last}"
        raise ValueError(message)
    return Period(grain, first, last, f"{first.isoformat()}/{last.isoformat()}")


def step(day: date, grain: Grain, steps: int) -> date:
    """Give the day so many units later, or earlier where negative; the last day of a shorter month where there is no such day.

    Raises:
        ValueError: The day lies outside the years 1 to 9999.
    """
    try:
        return day + _STEPS[grain] * steps
    except OverflowError as error:
        raise ValueError(str(error)) from None


def _code_around(day: date, grain: Grain) -> str:
    """Give the EDTF value of the day, month, quarter, half, year, decade or century that holds a day."""
    match grain:
        case Grain.DAY:
            return day.isoformat()
        case Grain.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case Grain.QUARTER:
            return f"{day.year:04}-{_FIRST_QUARTER + (day.month - 1) // 3}"
        case Grain.HALF:
            return f"{day.year:04}-{_FIRST_HALF + (day.month - 1) // 6}"
        case Grain.YEAR:
            return f"{day.year:04}"
        case Grain.DECADE:
            return f"{day.year // _DECADE:03}X"
        case _:
            return f"{day.year // _CENTURY:02}XX"
