"""Readings of calendar dates: days, months, years, parts of the year, decades, named days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import attrs
from dateutil.easter import easter

from newsevents.mentions.times.choose import FUTURE, choose_in_month, choose_month_day, choose_period, choose_weekday, choose_yearly
from newsevents.mentions.times.meaning import Meaning, field_flag, field_number, field_whole, unresolved
from newsevents.mentions.times.periods import Grain, Period, between, day_of, period_of
from newsevents.model.kinds import Resolution

if TYPE_CHECKING:
    from newsevents.mentions.times.match import Phrase
    from newsevents.mentions.times.meaning import Scene
    from newsevents.mentions.times.source import Holiday

__all__ = ["read_century", "read_date", "read_days", "read_decade", "read_holiday", "read_listed", "read_nth", "read_part_of_year", "read_years"]

_MONTHS: Final = 12
_CENTURY: Final = 100
_PIVOT: Final = 50  # a year in two figures: 49 is 2049, 50 is 1950
_FIGURES_OF_YEAR: Final = 4


def read_date(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a date from any of its year, month, day and weekday."""
    fields = _figures_in_order(phrase, scene.order)
    fields = _with_counted_year(fields, scene)
    year, month, day = _year(fields), field_whole(fields, "month"), field_whole(fields, "day")
    if month is not None and not 1 <= month <= _MONTHS:
        return None
    if year is not None:
        found = _with_year(year, month, day)
        return found if found is None or "year_shift" not in fields.fields else attrs.evolve(found, resolution=Resolution.RELATIVE)
    if month is not None and day is not None and day > monthrange(2000, month)[1]:
        return None
    if scene.published is None:
        return unresolved()
    period = _without_year(fields, scene, scene.published, month, day)
    return None if period is None else Meaning.of(period)


def _with_year(year: int, month: int | None, day: int | None) -> Meaning | None:
    """Give the meaning of a date that names its year; `None` for a day its month does not have."""
    value = f"{year:04}"
    grain = Grain.YEAR
    if month is not None:
        value, grain = f"{value}-{month:02}", Grain.MONTH
        if day is not None:
            value, grain = f"{value}-{day:02}", Grain.DAY
    try:
        return Meaning.of(period_of(value, grain), Resolution.EXPLICIT)
    except ValueError:
        return None


def _without_year(phrase: Phrase, scene: Scene, published: date, month: int | None, day: int | None) -> Period | None:
    """Give the period that a date without a year means."""
    weekday, direction = field_whole(phrase, "weekday"), field_whole(phrase, "direction")
    if month is not None:
        lean = scene.lean(phrase)
        if day is not None:
            return choose_month_day(published, month, day, weekday=weekday, lean=lean, direction=direction)
        return choose_period(published, lambda year: f"{year:04}-{month:02}", Grain.MONTH, lean, direction)
    if weekday is not None:
        if day is not None:
            found = choose_in_month(published, weekday, day)
            if found is not None:
                return found
        return _weekday(published, weekday, direction, scene.lean(phrase))
    return None if day is None else _day_of_month(published, day, scene.lean(phrase))


def _weekday(published: date, weekday: int, direction: int | None, lean: str) -> Period:
    """Give the day of the week that is meant.

    "ce vendredi" on a Friday is that day; on another day the verb decides, the coming one by default.
    """
    if direction is None:
        return choose_weekday(published, weekday, lean)
    if direction == 0:
        return choose_weekday(published, weekday, lean or FUTURE)
    ahead = (weekday - published.isoweekday()) % 7
    return day_of(published + timedelta(days=(ahead or 7) if direction > 0 else (ahead - 7)))


def _day_of_month(published: date, day: int, lean: str) -> Period | None:
    """Give the day of a month that is not named ("the 27th"): the nearest on the side the verb looks to."""
    for months in (0, 1, 2) if lean == FUTURE else (0, -1, -2):
        month = Period.around(published, Grain.MONTH).shifted(months).first
        if day > monthrange(month.year, month.month)[1]:
            continue
        found = month.replace(day=day)
        if found >= published if lean == FUTURE else found <= published:
            return day_of(found)
    return None


def read_days(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read two days of one month ("du 12 au 15 juin"): the days from the first to the last."""
    last = read_date(phrase, scene)
    first_day = field_whole(phrase, "from")
    if last is None or last.period is None or first_day is None:
        return last
    end = last.period.last
    try:
        return attrs.evolve(last, period=(period := between(end.replace(day=first_day), end)), value=period.value)
    except ValueError:
        return None


def read_listed(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a date in a list whose last one names the month or year for all: "les 12 et 13 juin"."""
    shared = scene.listed(phrase, back="back" in phrase.fields)
    if shared is None:
        return None
    lacking = ("month", "year", "direction") if "month" not in phrase.fields else ("year", "direction")
    found = {name: shared.fields[name] for name in lacking if name in shared.fields}
    return read_date(attrs.evolve(phrase, fields={**phrase.fields, **found}), scene)


def read_years(phrase: Phrase, _: Scene) -> Meaning | None:
    """Read two years and what lies between: "2016-2017", "2016-17"."""
    first, last = field_whole(phrase, "from"), _year(phrase)
    if first is None or last is None:
        return None
    if "short_year" in phrase.fields:
        last = first - first % _CENTURY + last % _CENTURY
    if not 0 < last - first < _CENTURY:
        return None
    whole = between(date(first, 1, 1), date(last, 12, 31))
    return Meaning.of(attrs.evolve(whole, value=f"{first:04}/{last:04}"), Resolution.EXPLICIT)


def read_part_of_year(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a season, quarter or half of a year."""
    grain = next((grain for grain in (Grain.SEASON, Grain.QUARTER, Grain.HALF) if grain in phrase.fields), Grain.OTHER)
    number = field_whole(phrase, grain)
    if grain is Grain.OTHER:
        return None
    base = {Grain.SEASON: 20, Grain.QUARTER: 32, Grain.HALF: 39}[grain]
    if number is None or not 1 <= number <= {Grain.SEASON: 4, Grain.QUARTER: 4, Grain.HALF: 2}[grain]:
        return None
    year = _year(_with_counted_year(phrase, scene))
    if year is not None:
        resolution = Resolution.EXPLICIT if "year_shift" not in phrase.fields else Resolution.RELATIVE
        return Meaning.of(period_of(f"{year:04}-{base + number}", grain), resolution)
    if scene.published is None:
        return unresolved()
    if "this_year" in phrase.fields:
        return Meaning.of(period_of(f"{scene.published.year:04}-{base + number}", grain))
    direction = field_whole(phrase, "direction")
    lean = scene.lean(phrase)
    if not lean and direction is None and "generic" in phrase.fields:
        return unresolved()  # "rouler l'hiver": any winter
    return Meaning.of(choose_period(scene.published, lambda year: f"{year:04}-{base + number}", grain, lean, direction))


def read_decade(phrase: Phrase, _: Scene) -> Meaning | None:
    """Read ten years named by their first ("the 1990s", "les années 90")."""
    year = _year(phrase)
    decade = field_whole(phrase, "decade")
    start = year if year is not None else decade
    if start is None or start % 10:
        return None
    last = period_of(f"{start // 10:03}X", Grain.DECADE)
    short = field_whole(phrase, "from")
    if short is None or short >= start % _CENTURY or short % 10:
        return Meaning.of(last, Resolution.EXPLICIT)
    first = period_of(f"{(start - start % _CENTURY + short) // 10:03}X", Grain.DECADE)
    return Meaning.of(Period(Grain.OTHER, first.first, last.last, f"{first.value}/{last.value}"), Resolution.EXPLICIT)


def read_century(phrase: Phrase, _: Scene) -> Meaning | None:
    """Read a century by its number, which is one more than the figures of its years."""
    number = field_whole(phrase, "century")
    if number is None or not 1 <= number <= 30:  # beyond that it is something else
        return None
    return Meaning.of(period_of(f"{number - 1:02}XX", Grain.CENTURY), Resolution.EXPLICIT)


def read_holiday(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a day with a name, in the stated year or the one the words look to."""
    holiday = scene.holidays[field_whole(phrase, "holiday") or 0]
    year = holiday.year or _year(phrase)
    if year is not None:
        day = day_in_year(holiday, year)
        return None if day is None else Meaning.of(_lasting(day, holiday), Resolution.EXPLICIT)
    if scene.published is None:
        return unresolved()
    direction = field_whole(phrase, "direction")
    found = choose_yearly(scene.published, lambda year: day_in_year(holiday, year), scene.lean(phrase), direction)
    return None if found is None else Meaning.of(_lasting(found.first, holiday))


def _lasting(day: date, holiday: Holiday) -> Period:
    """Give the day, or the days from it where it lasts longer."""
    return day_of(day) if holiday.length == 1 else between(day, day + timedelta(days=holiday.length - 1))


def day_in_year(holiday: Holiday, year: int) -> date | None:
    """Give the day of a year that has a name.

    Source: Western Easter by `dateutil.easter`; the rest from the pack.
    """
    if holiday.easter is not None:
        return easter(year) + timedelta(days=holiday.easter)
    if holiday.nth:
        found = nth_weekday(Period.around(date(year, holiday.month, 1), Grain.MONTH), holiday.weekday, holiday.nth)
        return None if found is None else found + timedelta(days=holiday.offset)
    if holiday.day > monthrange(year, holiday.month)[1]:
        return None
    return date(year, holiday.month, holiday.day) + timedelta(days=holiday.offset)


def nth_weekday(period: Period, weekday: int, nth: int) -> date | None:
    """Give the nth such weekday of a period, counted from its end where negative; `None` where it has not so many."""
    if nth > 0:
        found = period.first + timedelta(days=(weekday - period.first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        found = period.last - timedelta(days=(period.last.isoweekday() - weekday) % 7 - 7 * (nth + 1))
    return found if period.holds(found) else None


def read_nth(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a place in a longer period: "the first Monday of June", "les trois premiers mois de 2024"."""
    outer = scene.read(phrase.parts["a"]) if "a" in phrase.parts else _this_unit(phrase, scene)
    nth = field_whole(phrase, "nth")
    if outer is None or nth is None:
        return None
    if outer.period is None:
        return unresolved()
    inner = phrase.parts.get("b", phrase)
    weekday = field_whole(inner, "weekday")
    try:
        if weekday is not None:
            day = nth_weekday(outer.period, weekday, nth)
            found = None if day is None else day_of(day)
        else:
            found = _nth_unit(outer.period, Grain(field_flag(inner, "unit")), nth, field_whole(inner, "n") or 1)
    except ValueError:
        return None
    return None if found is None else attrs.evolve(outer, value=found.value, period=found)


def _this_unit(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Give the running year or month that "of the year" means."""
    if scene.published is None:
        return unresolved()
    return Meaning.of(Period.around(scene.published, Grain(field_flag(phrase, "within"))))


def _nth_unit(outer: Period, grain: Grain, nth: int, count: int) -> Period | None:
    """Give ``count`` units of a longer period from its nth on, or up to its nth from the end where ``nth`` is negative."""
    first = Period.around(outer.first, grain)
    if grain is Grain.WEEK and first.first < outer.first:
        first = first.shifted(1)  # the first week that starts in it
    start = first.shifted(nth - 1) if nth > 0 else Period.around(outer.last, grain).shifted(nth + 2 - count)
    end = start.shifted(count - 1)
    if not (outer.holds(start.first) and (end.last <= outer.last or grain is Grain.WEEK)):
        return None
    if start == end:
        return start
    value = f"{start.value}/{end.value}" if "/" not in start.value else f"{start.first}/{end.last}"
    return Period(Grain.OTHER, start.first, end.last, value)


def _year(phrase: Phrase) -> int | None:
    """Give the year, of two figures or four."""
    year = field_whole(phrase, "year")
    if year is not None:
        return year
    short = field_whole(phrase, "short_year")
    if short is None or short >= _CENTURY:
        return short
    return short + (2000 if short < _PIVOT else 1900)


def _with_counted_year(phrase: Phrase, scene: Scene) -> Phrase:
    """Give a date the year that is counted from publication: "March *of last year*", "l'automne *de l'an prochain*"."""
    shift = field_whole(phrase, "year_shift")
    if shift is None or scene.published is None:
        return phrase
    return attrs.evolve(phrase, fields={**phrase.fields, "year": scene.published.year + shift})


def _figures_in_order(phrase: Phrase, order: str) -> Phrase:
    """Give a date in figures its day and month, by the language's order unless only the other one is a date."""
    left, right = field_number(phrase, "left"), field_number(phrase, "right")
    if left is None or right is None:
        return phrase
    day, month = (left, right) if order == "dmy" else (right, left)
    if month > _MONTHS >= day:
        day, month = month, day
    return attrs.evolve(phrase, fields={**phrase.fields, "day": day, "month": month})
