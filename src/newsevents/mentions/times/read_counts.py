"""Readings of what is counted or repeated: durations, sets, spans to or from now, so many units ago or later."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from newsevents.mentions.times.choose import FUTURE
from newsevents.mentions.times.meaning import Meaning, Mention, field_flag, field_number, field_whole, unresolved
from newsevents.mentions.times.periods import Grain, Period, between, day_of, step
from newsevents.model.kinds import Modifier, Resolution, TimeKind

if TYPE_CHECKING:
    from newsevents.mentions.times.match import Phrase
    from newsevents.mentions.times.meaning import Scene

__all__ = ["read_counted", "read_duration", "read_set", "read_span", "read_vague"]

# Units of a duration: the designator of ISO 8601, how many of it, and whether it belongs behind the T.
_ISO: Final = {
    "second": ("S", 1, True),
    "minute": ("M", 1, True),
    "hour": ("H", 1, True),
    "day": ("D", 1, False),
    "week": ("W", 1, False),
    "month": ("M", 1, False),
    "quarter": ("M", 3, False),
    "half": ("M", 6, False),
    "year": ("Y", 1, False),
    "decade": ("Y", 10, False),
    "century": ("Y", 100, False),
    "millennium": ("Y", 1000, False),
}
# What half of a unit is, in its next smaller one, so that "deux heures et demie" is PT2H30M.
_FINER: Final = {"hour": ("minute", 60), "day": ("hour", 24), "year": ("month", 12), "minute": ("second", 60)}
_HOURS: Final = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0}
_DAY_HOURS: Final = 24
_YEARS: Final = {"decade": 10, "century": 100, "millennium": 1000}


def read_duration(phrase: Phrase, _: Scene) -> Meaning | None:
    """Read a length of time: "près de deux heures et demie"."""
    amounts = []
    for suffix in ("", "_2", "_3"):
        unit = field_flag(phrase, f"unit{suffix}")
        if unit:
            count = field_number(phrase, f"n{suffix}")
            amounts.append((unit, (1 if count is None else count) + (field_number(phrase, f"fraction{suffix}") or 0) / 60))
    for unit, name in (("minute", "minutes"), ("second", "seconds")):
        extra = field_number(phrase, name)
        if extra is not None:
            amounts.append((unit, extra))
    value = iso_duration(amounts)
    if value is None:
        return None
    return Meaning(kind=TimeKind.DURATION, value=value, resolution=Resolution.EXPLICIT, modifier=approximation(phrase))


def iso_duration(amounts: list[tuple[str, float]]) -> str | None:
    """Give units and how many of each as an ISO 8601 duration; `None` for nothing, or a unit there is none of.

    >>> iso_duration([("hour", 2.5)])
    'PT2H30M'
    """
    found: dict[str, float] = {}
    for unit, count in amounts:
        if unit not in _ISO:
            return None
        whole = int(count)
        finer = _FINER.get(unit)
        if finer is not None and count != whole and (rest := (count - whole) * finer[1]) == int(rest):
            if whole:
                found[unit] = found.get(unit, 0) + whole
            found[finer[0]] = found.get(finer[0], 0) + rest
        else:
            found[unit] = found.get(unit, 0) + count
    totals: dict[tuple[str, bool], float] = {}
    for unit, count in found.items():
        letter, times, is_clock = _ISO[unit]
        totals[letter, is_clock] = totals.get((letter, is_clock), 0) + count * times
    days = "".join(f"{_figure(totals[letter, False])}{letter}" for letter in "YMWD" if totals.get((letter, False)))
    clock = "".join(f"{_figure(totals[letter, True])}{letter}" for letter in "HMS" if totals.get((letter, True)))
    return f"P{days}{'T' if clock else ''}{clock}" if days or clock else None


def _figure(count: float) -> str:
    """Write a number without a needless fraction."""
    return str(int(count)) if count == int(count) else f"{count:.2f}".rstrip("0")


def approximation(phrase: Phrase) -> Modifier | None:
    """Give the modifier that the words before a number add ("près de", "more than")."""
    word = field_flag(phrase, "about")
    return Modifier(word) if word else None


def read_vague(phrase: Phrase, _: Scene) -> Meaning:
    """Read a phrase that names no number ("plusieurs jours", "the past few years"): a time without a value."""
    return unresolved(TimeKind(field_flag(phrase, "kind") or TimeKind.DURATION))


def read_set(phrase: Phrase, _: Scene) -> Meaning | None:
    """Read what comes again: "chaque année", "every two weeks", "tous les lundis"."""
    count = field_number(phrase, "n")
    value = iso_duration([(field_flag(phrase, "unit") or "week", 1 if count is None else count)])
    if value is None:
        return None
    part = field_flag(phrase, "part")
    modifier = Modifier(part) if part else None
    return Meaning(kind=TimeKind.SET, value=f"R/{value}", resolution=Resolution.EXPLICIT, modifier=modifier)


def read_span(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a counted stretch that reaches to now or starts now: "les deux prochaines semaines", "the past three months"."""
    count, unit, sign = field_number(phrase, "n"), field_flag(phrase, "unit"), field_whole(phrase, "direction") or 0
    if count is None:
        return unresolved(TimeKind.DURATION)
    if unit in {"second", "minute"}:
        return read_duration(phrase, scene)  # "les dix dernières minutes" are those of a match
    published = scene.published
    if published is None:
        return unresolved()
    other = _move(published, unit, sign * count)
    if other is None:
        return unresolved()
    return Meaning.of(between(min(published, other), max(published, other)))


def read_counted(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read so many units before or after now ("il y a trois jours") or another date ("deux jours plus tard")."""
    count, unit, sign = field_number(phrase, "n"), field_flag(phrase, "unit"), field_whole(phrase, "direction") or 0
    if "unless_past" in phrase.fields and scene.lean(phrase) != FUTURE:
        return read_duration(phrase, scene)  # "won in three days"
    kind = TimeKind.TIME if unit in _HOURS else TimeKind.DATE
    if "half" in phrase.fields:
        count = (count or 0) + 0.5
    from_now = "anaphoric" not in phrase.fields
    if from_now:
        mention = None if scene.published is None else _now(scene.published)
    elif unit in _HOURS:
        mention = scene.last_day(phrase, near=True)
    else:
        mention = scene.last_day(phrase) if unit in {"day", "week"} else scene.last_period(phrase, current=sign < 0)
    if mention is None or (not from_now and sign > 0 and mention.place is None):
        return unresolved(kind)  # "deux jours plus tard" counts from what the text told, never from publication
    if count is None and unit not in _HOURS:
        return unresolved(kind)
    period = _at_distance(mention, unit, sign * (count or 0))
    if period is None:
        return unresolved(kind)
    return Meaning(
        kind=kind,
        value=period.value,
        period=period,
        resolution=Resolution.RELATIVE if mention.place is None else Resolution.ANAPHORIC,
        modifier=approximation(phrase),
        anchor=mention.place,
    )


def _now(published: date) -> Mention:
    """Give the day of publication as something to count from."""
    day = day_of(published)
    return Mention(None, Meaning.of(day), day)


def _at_distance(mention: Mention, unit: str, count: float) -> Period | None:
    """Give the day, month or year so many units away, as fine as the unit; `None` where it cannot be told."""
    start = mention.period.first if count < 0 else mention.period.last
    if unit in {"month", "quarter", "half"} and mention.period.grain in {Grain.YEAR, Grain.DECADE, Grain.CENTURY}:
        return None
    moved = _move(start, unit, count)
    if moved is None:
        return None
    if unit in _HOURS or unit in {"day", "week"}:
        return day_of(moved)
    if unit in {"month", "quarter", "half"} or count != int(count):
        return Period.around(moved, Grain.MONTH)
    return Period.around(moved, Grain.YEAR)


def _move(day: date, unit: str, count: float) -> date | None:
    """Give the day so many units away; `None` outside the years 1 to 9999."""
    try:
        if unit in _HOURS:
            hours = _HOURS[unit] * abs(count)
            days = ceil(hours / _DAY_HOURS) if hours >= _DAY_HOURS else 0
            return day + timedelta(days=days if count > 0 else -days)
        if unit in _YEARS:
            return step(day, Grain.YEAR, round(count * _YEARS[unit]))
        if count != int(count):
            if unit == "year":
                return step(day, Grain.MONTH, round(count * 12))
            return day + timedelta(days=round(count * {"day": 1, "week": 7, "month": 30}.get(unit, 0)))
        return step(day, Grain(unit), int(count))
    except (ValueError, OverflowError):
        return None
