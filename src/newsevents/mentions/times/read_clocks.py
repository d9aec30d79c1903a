"""Readings of clock times, and of a day joined with a clock time or part of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from newsevents.mentions.times.meaning import Meaning, field_flag, field_whole
from newsevents.mentions.times.periods import Grain, Period, between, day_of
from newsevents.mentions.times.read_relative import part_modifier
from newsevents.model.kinds import Modifier, Resolution, TimeKind

if TYPE_CHECKING:
    from newsevents.mentions.times.match import Phrase
    from newsevents.mentions.times.meaning import Mention, Scene

__all__ = ["read_clock", "read_clocks", "read_day_clock", "read_day_part", "read_night"]

_NOON: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60
_LATE: Final = {Modifier.AFTERNOON, Modifier.EVENING}
_NIGHT_STARTS: Final = 6  # "7 heures de la nuit" is nobody's; "10 at night" is 22:00, "2 at night" 02:00


def read_clock(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a time of day, on the last day mentioned, else on publication."""
    clock = _clock(phrase, "hour", "minute")
    if clock is None:
        return None
    mention = scene.day_behind(phrase) or scene.last_day(phrase)
    return _on(clock, mention, _zone(phrase))


def _on(clock: str, mention: Mention | None, zone: str | None) -> Meaning:
    """Put a time of day on a day; the bare time where no day is known."""
    if mention is None:
        return Meaning(kind=TimeKind.TIME, value=f"T{clock}", resolution=Resolution.EXPLICIT, zone=zone)
    day = mention.period.last
    return Meaning(
        kind=TimeKind.TIME,
        value=f"{day}T{clock}",
        period=day_of(day),
        resolution=Resolution.RELATIVE if mention.place is None else Resolution.ANAPHORIC,
        zone=zone,
        anchor=mention.place,
    )


def read_clocks(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a stretch from one time of day to another."""
    first, last = _first_clock(phrase), _clock(phrase, "hour", "minute")
    if first is None or last is None:
        return None
    mention = scene.day_behind(phrase) or scene.last_day(phrase)
    if mention is None:
        value = f"T{first}/T{last}" if first <= last else None
        return Meaning(kind=TimeKind.TIME, value=None if value is None else value, resolution=Resolution.UNRESOLVED)
    return _between(first, last, _on(last, mention, _zone(phrase)))


def _between(first: str, last: str, meaning: Meaning) -> Meaning:
    """Make an interval of two times of a day; the second is of the day after where it is the earlier one."""
    if meaning.period is None:
        return meaning
    start = meaning.period.last
    end = start if first <= last else Period.around(start, Grain.DAY).shifted(1).first
    return attrs.evolve(meaning, value=f"{start}T{first}/{end}T{last}", period=between(start, end))


def read_day_clock(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a time of day with its day: "vendredi à 20h30", "8:30 p.m. ET on Friday"."""
    day, clock = scene.read(phrase.parts["a"]), phrase.parts["b"]
    if day is None:
        return None
    is_stretch = "from" in clock.fields
    first = _first_clock(clock) if is_stretch else None
    last = _clock(clock, "hour", "minute", day.modifier)
    if last is None:
        return None
    if day.period is None:
        return attrs.evolve(day, kind=TimeKind.TIME, zone=_zone(clock))
    value = f"{day.period.last}T{last}"
    meaning = attrs.evolve(day, kind=TimeKind.TIME, value=value, period=day_of(day.period.last), zone=_zone(clock))
    return meaning if first is None else _between(first, last, meaning)


def read_day_part(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a part of a named day: the day is the value, the part its modifier."""
    day = scene.read(phrase.parts["a"])
    if day is None:
        return None
    inner = phrase.parts.get("b")
    modifier = part_modifier(phrase) or (None if inner is None else part_modifier(inner))
    return attrs.evolve(day, kind=TimeKind.TIME, modifier=modifier or day.modifier)


def read_night(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read the night between two days, or before one: "la nuit de mercredi à jeudi", "overnight into Thursday"."""
    if "b" not in phrase.parts:
        both = scene.read(phrase.parts["a"])
        return None if both is None else attrs.evolve(both, modifier=Modifier.NIGHT)
    last = scene.read(phrase.parts["b"])
    if last is None:
        return None
    if last.period is None:
        return attrs.evolve(last, modifier=Modifier.NIGHT)
    evening = last.period.shifted(-1).first
    first = scene.read(phrase.parts["a"]) if "a" in phrase.parts else None
    if first is not None and first.period is not None and (last.period.first - first.period.first).days > 0:
        evening = first.period.first
    if (last.period.first - evening).days > 3:  # a long weekend at most; else it is the night before the second day
        evening = last.period.shifted(-1).first
    period = between(evening, last.period.first)
    return attrs.evolve(last, kind=TimeKind.DATE, value=period.value, period=period, modifier=Modifier.NIGHT)


def _first_clock(phrase: Phrase) -> str | None:
    """Give the first of two times of day: "9 a.m. to 5 p.m.", "from 3 to 5 p.m."."""
    half = phrase.fields.get("from_half")
    if half is not None:
        phrase = attrs.evolve(phrase, fields={**phrase.fields, "half_day": half})
    return _clock(phrase, "from", "from_minute")


def _clock(phrase: Phrase, hour_name: str, minute_name: str, of_day: Modifier | None = None) -> str | None:
    """Give a time of day as HH:MM; `None` where there is no such time."""
    hour, minute = field_whole(phrase, hour_name), field_whole(phrase, minute_name) or 0
    military = field_whole(phrase, "hhmm")
    if military is not None:
        hour, minute = divmod(military, 100)
        if minute >= _MINUTES:
            return None
    if hour is None:
        return None
    half = field_flag(phrase, "half_day") or field_flag(phrase, "part")
    if minute < 0:
        hour, minute = hour - 1, minute + _MINUTES
    hour = _of_24(hour, half, of_day)
    return f"{hour:02}:{minute:02}" if 0 <= hour < _HOURS else None


def _of_24(hour: int, half: str, of_day: Modifier | None) -> int:
    """Give an hour of twelve as one of 24, by "p.m.", "du soir" or the part of the day it is said of."""
    if half == "am":
        return hour % _NOON
    is_late = half == "pm" or half in _LATE or (half == Modifier.NIGHT and hour >= _NIGHT_STARTS) or (not half and of_day in _LATE and hour > 0)
    return hour + _NOON if is_late and hour < _NOON else hour


def _zone(phrase: Phrase) -> str | None:
    """Give the time zone a phrase names."""
    return field_flag(phrase, "zone") or None
