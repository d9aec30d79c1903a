"""Readings of joined expressions: ranges, edges of a period, the week of a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import attrs

from newsevents.mentions.times.meaning import Meaning, field_flag, unresolved
from newsevents.mentions.times.periods import Grain, Period, between
from newsevents.mentions.times.read_relative import part_modifier
from newsevents.model.kinds import Resolution, TimeKind

if TYPE_CHECKING:
    from newsevents.mentions.times.match import Phrase
    from newsevents.mentions.times.meaning import Scene

__all__ = ["read_edge", "read_range", "read_same", "read_week_of"]

_SHARED: Final = ("year", "month")  # what the first of two dates takes from the second: "entre juin et août 2024"


def read_same(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a phrase that means what its part means: "plus tôt ce mois-ci" is the month."""
    return scene.read(phrase.parts["a"])


def read_edge(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read the start, middle or end of a period: the period is the value, the edge its modifier."""
    inner = scene.read(phrase.parts["a"])
    return None if inner is None else attrs.evolve(inner, modifier=part_modifier(phrase) or inner.modifier)


def read_week_of(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read the week or weekend that holds a day: "la semaine du 12 juin"."""
    inner = scene.read(phrase.parts["a"])
    if inner is None or inner.period is None:
        return inner
    period = Period.around(inner.period.first, Grain(field_flag(phrase, "unit")))
    return attrs.evolve(inner, value=period.value, period=period)


def read_range(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read from one date to another; each takes from the other what it does not say itself."""
    left, right = phrase.parts["a"], phrase.parts["b"]
    last = scene.read(_completed(right, left))
    first = scene.read(_completed(left, right))
    if first is None or last is None:
        return None
    if first.period is None or last.period is None:
        return unresolved(first.kind)
    start, end = first.period, last.period
    if start.first > end.last:
        # "de mardi à jeudi" on a Wednesday: the Tuesday before the Thursday, "entre décembre et mars" the December before
        start, end = _in_order(left, right, start, end)
    resolution = max(first.resolution, last.resolution, key=list(Resolution).index)
    period = _joined(start, end, first.value, last.value)
    anchor = first.anchor if first.anchor is not None else last.anchor
    kind = TimeKind.TIME if period.value.count("T") else TimeKind.DATE
    return Meaning(kind=kind, value=period.value, period=period, resolution=resolution, zone=last.zone, anchor=anchor)


def _completed(phrase: Phrase, other: Phrase) -> Phrase:
    """Give a date the year (and the day its month) that only the other one names."""
    if phrase.rule.read != "date" or "direction" in phrase.fields:
        return phrase
    missing = {name: other.fields[name] for name in _SHARED if name in other.fields and name not in phrase.fields}
    if "month" not in phrase.fields and ("day" not in phrase.fields or "month" not in missing):
        return phrase
    return attrs.evolve(phrase, fields={**phrase.fields, **missing})


def _in_order(left: Phrase, right: Phrase, start: Period, end: Period) -> tuple[Period, Period]:
    """Move the end that was only guessed past the other: weeks for days of the week, years for months.

    Raises:
        ValueError: Both dates are stated in full and in the wrong order.
    """
    weekly = start.grain is Grain.DAY and "month" not in left.fields and "month" not in right.fields
    if weekly:
        days = (start.first - end.last).days
        return start, _moved(end, days=days + (-days) % 7)
    if "year" not in left.fields:
        moved = start.shifted(-12) if start.grain is Grain.MONTH else _year_before(start)
        return moved, end
    return start, end.shifted(12) if end.grain is Grain.MONTH and "year" not in right.fields else end


def _year_before(period: Period) -> Period:
    """Give the same day of the year before."""
    return Period.around(period.first.replace(year=period.first.year - 1), period.grain)


def _moved(period: Period, days: int) -> Period:
    """Give a day so many days later."""
    return Period.around(period.first + timedelta(days=days), period.grain)


def _joined(start: Period, end: Period, first: str | None, last: str | None) -> Period:
    """Give the interval between two periods, its ends written as the text has them."""
    first = first if first is not None and "T" in first else start.value
    last = last if last is not None and "T" in last else end.value
    if "/" in first or "/" in last:
        return between(start.first, end.last)
    whole = between(start.first, end.last)
    return Period(Grain.OTHER, whole.first, whole.last, f"{first}/{last}")
