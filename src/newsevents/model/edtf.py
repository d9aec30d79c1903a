"""The grammar of time values, and the calendar days a value covers.

A value is one of

* an EDTF date of level 1 or 2: day `2025-10-16`, month `2025-08`, year `2025`, season, quarter or half-year
  (`2025-21` to `2025-41`), decade `199X`, century `19XX`, unspecified parts `2025-XX`, each with `~` (approximate), `?`
  (uncertain) or `%` (both) behind it; intervals `2025-10-17/2025-10-31`, open ones `2025-09/..`, `../2025-09`;
* a local time of day, `2025-10-16T20:30`, with seconds and an offset from UTC where the text gives them, or `T20:30` where it
  gives no day; also as the ends of an interval;
* an ISO 8601 duration, `PT2H30M`, `P3W`;
* an ISO 8601 recurrence, `R/P1W`, `R5/P1D`, `R/2025-10-20/P1W`.

Source: Library of Congress, Extended Date/Time Format specification (2019), levels 0 to 2; ISO 8601-1:2019, 5.5 and 5.6;
ISO 8601-2:2019, 4.8 for the codes from 21 to 41.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

__all__ = ["VALUE_PATTERN", "bounds", "is_value"]

# Written in the syntax that Python and JSON Schema (ECMA-262) share; groups: year, month, day.
_DATE_PATTERN: Final = "(-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?"
_CLOCK_PATTERN: Final = "T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?"
_DATE_TIME_PATTERN: Final = f"(-?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})({_CLOCK_PATTERN})"
_NUMBER: Final = "[0-9]+(?:[.,][0-9]+)?"
_DURATION_PATTERN: Final = (
    f"P(?=[0-9T])(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?(?:T(?=[0-9])(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_END: Final = f"(?:{_DATE_TIME_PATTERN}|{_DATE_PATTERN})"

VALUE_PATTERN: Final = f"^(?:{_END}|(?:{_END}|[.][.])?/(?:{_END}|[.][.])?|{_CLOCK_PATTERN}|{_DURATION_PATTERN}|R[0-9]*/(?:{_END}/)?{_DURATION_PATTERN})$"
"""The shape of every value, for JSON Schema; it lets through days that do not exist, which `is_value` does not."""

_DATE: Final = re.compile(_DATE_PATTERN)
_DATE_TIME: Final = re.compile(_DATE_TIME_PATTERN)
_TIME_ONLY: Final = re.compile(_CLOCK_PATTERN)
_DURATION: Final = re.compile(_DURATION_PATTERN)
_RECURRENCE: Final = re.compile("R[0-9]*")

_DECEMBER: Final = 12
_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# First and last month of every code of ISO 8601-2:2019, 4.8, counted from January of the year; 13 and 14 are the
# January and February that follow. Seasons are the meteorological ones (three whole months), because news
# writes "this summer" of whole months; 21 to 24 name no hemisphere and are read as northern.
_PARTS_OF_YEAR: Final[dict[int, tuple[int, int]]] = {
    **{code: (3 + 3 * part, 5 + 3 * part) for part, code in enumerate(range(21, 25))},
    **{code: (3 + 3 * part, 5 + 3 * part) for part, code in enumerate(range(25, 29))},
    29: (9, 11),
    30: (12, 14),
    31: (3, 5),
    32: (6, 8),
    **{code: (1 + 3 * part, 3 + 3 * part) for part, code in enumerate(range(33, 37))},
    **{code: (1 + 4 * part, 4 + 4 * part) for part, code in enumerate(range(37, 40))},
    40: (1, 6),
    41: (7, 12),
}

# A day as year, month, day: EDTF reaches before year 1 and past 9999, `datetime.date` does not.
_Day = tuple[int, int, int]


def is_value(value: str) -> bool:
    """Tell whether a string is a time value in the grammar of this module.

    Args:
        value: The string to look at.

    Returns:
        Whether it is one, with days that exist and intervals that end no earlier than they start.

    Examples:
        >>> [is_value(value) for value in ("2025-10-16", "2025-09/..", "PT2H30M", "2025-02-30", "yesterday")]
        [True, True, True, False, False]
    """
    return _read(value) is not None


def bounds(value: str) -> tuple[date | None, date | None]:
    """Give the calendar days that a time value covers.

    Args:
        value: A value in the grammar of this module.

    Returns:
        The earliest and the latest day, both inclusive. `None` where that side is open, where the value names no day
        (durations, recurrences, a time without a day) or where `datetime.date` cannot hold the day (before
        0001-01-01, after 9999-12-31). The signs `~`, `?` and `%` widen nothing. A winter ends in February
        of the year after.

    Raises:
        ValueError: The string is no time value.

    Examples:
        >>> bounds("2025-08")
        (datetime.date(2025, 8, 1), datetime.date(2025, 8, 31))
        >>> bounds("2025-09/..")
        (datetime.date(2025, 9, 1), None)
        >>> bounds("PT2H30M")
        (None, None)
    """
    found = _read(value)
    if found is None:
        message = f"expected a time value (EDTF or ISO 8601, such as 2025-10-16 or PT2H30M), got {value!r:.80}"
        raise ValueError(message)
    return _date_or_none(found[0]), _date_or_none(found[1])


def _read(value: str) -> tuple[_Day | None, _Day | None] | None:
    """Give the first and last day of a value, `None` for an open side, or `None` if it is no value."""
    if not value.isascii():  # `\d` is not used above, but the digits of other scripts must not slip into `int`
        return None
    if value[:1] == "R":
        return _read_recurrence(value)
    if value[:1] == "P":
        return (None, None) if _DURATION.fullmatch(value) else None
    if "/" not in value:
        return _read_date(value) or ((None, None) if _TIME_ONLY.fullmatch(value) else None)
    return _read_interval(*value.split("/", 1))


def _read_interval(left: str, right: str) -> tuple[_Day | None, _Day | None] | None:
    """Give the first day of the left end and the last day of the right one."""
    first = last = None
    if left not in {"", ".."}:
        start = _read_date(left)
        if start is None:
            return None
        first = start[0]
    if right not in {"", ".."}:
        end = _read_date(right)
        if end is None:
            return None
        last = end[1]
    if first is None and last is None:  # an interval open on both sides says nothing
        return None
    if first is not None and last is not None and (first > last or _clocks_run_back(left, right)):
        return None
    return first, last


def _clocks_run_back(left: str, right: str) -> bool:
    """Tell whether two local times of one day, neither with an offset, stand in the wrong order."""
    if "T" not in left or "T" not in right:
        return False
    first, last = _DATE_TIME.fullmatch(left), _DATE_TIME.fullmatch(right)
    if first is None or last is None or first[1] != last[1] or first[3] or last[3]:
        return False
    return first[2] > last[2]


def _read_recurrence(value: str) -> tuple[_Day | None, _Day | None] | None:
    """Read `R[n]/duration` or `R[n]/start/duration`."""
    head, *rest = value.split("/")
    if not _RECURRENCE.fullmatch(head) or not rest or not _DURATION.fullmatch(rest[-1]):
        return None
    if len(rest) == 1:
        return None, None
    start = _read_date(rest[0]) if len(rest) == 2 else None
    return None if start is None else (start[0], None)


def _read_date(value: str) -> tuple[_Day, _Day] | None:
    """Give the first and last day of an EDTF date or of a local time with its day."""
    if len(value) == 10 and value[4] == value[7] == "-":
        try:
            whole = date.fromisoformat(value)
        except ValueError:
            pass  # the grammar of dates has more of this length
        else:
            return ((whole.year, whole.month, whole.day),) * 2
    if "T" in value:
        with_clock = _DATE_TIME.fullmatch(value)
        return None if with_clock is None else _read_date(with_clock[1])
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day = match.groups()
    if "X" in year:
        lowest, highest = int(year.replace("X", "0")), int(year.replace("X", "9"))
        # "19XX-12" would be December of any year of the century: EDTF level 2, of no use in news
        return ((lowest, 1, 1), (highest, 12, 31)) if month is None else None
    number = int(year)
    if year == "-0000":
        return None
    if month is None or (month == "XX" and day in {None, "XX"}):
        return (number, 1, 1), (number, 12, 31)
    if month == "XX":
        return None
    return _read_month(number, int(month), day)


def _read_month(year: int, month: int, day: str | None) -> tuple[_Day, _Day] | None:
    """Give the first and last day of a month or part of a year, or the one day."""
    if month in _PARTS_OF_YEAR:
        if day is not None:
            return None
        first, last = _PARTS_OF_YEAR[month]
        end_year, end_month = (year + 1, last - 12) if last > _DECEMBER else (year, last)
        return (year, first, 1), (end_year, end_month, _days_in_month(end_year, end_month))
    if not 1 <= month <= _DECEMBER:
        return None
    if day in {None, "XX"}:
        return (year, month, 1), (year, month, _days_in_month(year, month))
    number = int(day or 0)
    if not 1 <= number <= _days_in_month(year, month):
        return None
    return (year, month, number), (year, month, number)


def _days_in_month(year: int, month: int) -> int:
    """Count the days of a month of the proleptic Gregorian calendar, any year."""
    is_leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] + is_leap


def _date_or_none(day: _Day | None) -> date | None:
    """Give a `date`, or `None` where there is none to give."""
    if day is None or not date.min.year <= day[0] <= date.max.year:
        return None
    return date(*day)
