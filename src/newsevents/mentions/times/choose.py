"""Which of several days a name means: the nearest that fits what the words and the verb tell.

Source: the rules of the news mode of time taggers (publication day counts for a bare weekday), agreed in the design.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from newsevents.mentions.times.periods import Grain, Period, day_of, period_of, step

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FUTURE", "PAST", "choose_day", "choose_month_day", "choose_period", "choose_weekday", "choose_yearly"]

PAST: Final = "past"
FUTURE: Final = "future"

# "une enquête dira qui, après l'attaque du 12 octobre, …": written some days later that is the attack just past, not one of next
# year; a past date wins over the verb where it is this near and the next one that far.
_NEAR: Final = timedelta(days=120)
_FAR: Final = timedelta(days=240)
_REPORTED: Final = {Grain.QUARTER, Grain.HALF}  # what companies report on is over
_YEARS: Final = 3  # how far a stated weekday may move a day and month


def choose_weekday(published: date, weekday: int, lean: str) -> Period:
    """Give the most recent such weekday, publication day included; the next one where the words look ahead.

    Args:
        published: The day of publication.
        weekday: 1 (Monday) to 7.
        lean: ``"future"`` for the next one.
    """
    ahead = (weekday - published.isoweekday()) % 7
    return day_of(published + timedelta(days=ahead if lean == FUTURE or not ahead else ahead - 7))


def choose_day(published: date, candidates: list[date], lean: str, direction: int | None) -> Period | None:
    """Give the day meant among those of several years.

    Args:
        published: The day of publication.
        candidates: The days, any order.
        lean: ``"past"``, ``"future"`` or ``""``.
        direction: -1 the last before publication, 1 the next after it, 0 the one of this year; `None` where no word tells.

    Returns:
        The day; `None` without candidates.
    """
    before = max((day for day in candidates if day <= published), default=None)
    after = min((day for day in candidates if day >= published), default=None)
    if direction == 0:
        same = [day for day in candidates if day.year == published.year]
        return day_of(same[0]) if same else None
    if direction is not None:
        strict = [day for day in candidates if (day < published if direction < 0 else day > published)]
        return day_of((max if direction < 0 else min)(strict)) if strict else None
    if before is None or after is None:
        only = before or after
        return None if only is None else day_of(only)
    ago, ahead = published - before, after - published
    if lean == PAST:
        return day_of(before)
    if lean == FUTURE:
        return day_of(before if ahead > _FAR and ago < _NEAR else after)
    return day_of(before if ago <= ahead else after)


def choose_yearly(published: date, in_year: Callable[[int], date | None], lean: str, direction: int | None) -> Period | None:
    """Give the day meant by a name that has one day a year.

    Args:
        published: The day of publication.
        in_year: The day of a year, or `None` where that year has none.
        lean: As for `choose_day`.
        direction: As for `choose_day`.
    """
    years = range(max(published.year - 8, date.min.year), min(published.year + 8, date.max.year) + 1)  # 29 February skips up to 8 years
    candidates = [day for year in years if (day := in_year(year)) is not None]
    return choose_day(published, candidates, lean, direction)


def choose_month_day(published: date, month: int, day: int, *, weekday: int | None = None, lean: str = "", direction: int | None = None) -> Period | None:
    """Give the day meant by a day and a month without a year; a stated weekday decides.

    Args:
        published: The day of publication.
        month: 1 to 12.
        day: 1 to 31.
        weekday: 1 (Monday) to 7, where stated.
        lean: As for `choose_day`.
        direction: As for `choose_day`.

    Returns:
        The day; `None` where the month never has it.
    """

    def in_year(year: int) -> date | None:
        return date(year, month, day) if day <= monthrange(year, month)[1] else None

    if weekday is not None:
        years = range(max(published.year - _YEARS, date.min.year), min(published.year + _YEARS, date.max.year) + 1)
        fitting = [found for year in years if (found := in_year(year)) is not None and found.isoweekday() == weekday]
        nearest = min(fitting, key=lambda found: abs(found - published), default=None)
        if nearest is not None and abs(nearest - published) <= timedelta(days=370):
            return day_of(nearest)
    return choose_yearly(published, in_year, lean, direction)


def choose_in_month(published: date, weekday: int, day: int) -> Period | None:
    """Give the nearest day that is this weekday and this day of its month ("mardi 12").

    Args:
        published: The day of publication.
        weekday: 1 (Monday) to 7.
        day: 1 to 31.

    Returns:
        The day; `None` where no month within half a year fits.
    """
    first = published.replace(day=1)
    fitting = []
    for months in range(-6, 7):
        start = step(first, Grain.MONTH, months)
        if day <= monthrange(start.year, start.month)[1] and start.replace(day=day).isoweekday() == weekday:
            fitting.append(start.replace(day=day))
    return day_of(min(fitting, key=lambda found: abs(found - published))) if fitting else None


def choose_period(published: date, in_year: Callable[[int], str], grain: Grain, lean: str, direction: int | None) -> Period:
    """Give the month, season, quarter or half of the year that is meant.

    Args:
        published: The day of publication.
        in_year: The EDTF value of the period that starts in a year.
        grain: Its grain.
        lean: ``"future"`` for the next one, ``"past"`` for the most recent, the running one included; ``""`` for the nearest.
        direction: -1 the last that is over, 1 the next to come, 0 the running or else the nearest by ``lean``.

    Raises:
        ValueError: Outside the years 1 to 9999.
    """
    found = [period_of(in_year(year), grain) for year in range(published.year - 2, published.year + 3)]
    begun = [period for period in found if period.first <= published]
    to_come = [period for period in found if period.last >= published]
    if direction == -1:
        return next(period for period in reversed(begun) if period.last < published)
    if direction == 1:
        return next(period for period in to_come if period.first > published)
    if direction == 0:
        return next((period for period in found if period.holds(published)), None) or _this(found, published, lean)
    if lean or grain in _REPORTED:
        return to_come[0] if lean == FUTURE else begun[-1]
    return min(begun[-1], to_come[0], key=lambda period: _distance(period, published))


def _distance(period: Period, day: date) -> int:
    """Count the days from a day to a period, 0 inside it."""
    return max((period.first - day).days, (day - period.last).days, 0)


def _this(found: list[Period], published: date, lean: str) -> Period:
    """Give the period "this" one is, where none is running: this year's by default, the other side's where the verb says so."""
    if lean == PAST:
        return [period for period in found if period.first <= published][-1]
    if lean == FUTURE:
        return next(period for period in found if period.last >= published)
    return next(period for period in found if period.first.year == published.year)
