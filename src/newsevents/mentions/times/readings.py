"""The readings that rules name: how the words of a match become a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.mentions.times.read_clocks import read_clock, read_clocks, read_day_clock, read_day_part, read_night
from newsevents.mentions.times.read_counts import read_counted, read_duration, read_set, read_span, read_vague
from newsevents.mentions.times.read_dates import (
    read_century,
    read_date,
    read_days,
    read_decade,
    read_holiday,
    read_listed,
    read_nth,
    read_part_of_year,
    read_years,
)
from newsevents.mentions.times.read_joins import read_edge, read_range, read_same, read_week_of
from newsevents.mentions.times.read_relative import read_anaphoric, read_part, read_shift

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsevents.mentions.times.match import Phrase
    from newsevents.mentions.times.meaning import Meaning, Scene

__all__ = ["LEANING", "READINGS"]


def read_nothing(_: Phrase, __: Scene) -> None:
    """Read a stretch that is no time (an age, a score), kept from every other rule."""


READINGS: Final[Mapping[str, Callable[[Phrase, Scene], Meaning | None]]] = {
    "anaphoric": read_anaphoric,
    "century": read_century,
    "clock": read_clock,
    "clocks": read_clocks,
    "counted": read_counted,
    "date": read_date,
    "day_clock": read_day_clock,
    "day_part": read_day_part,
    "days": read_days,
    "decade": read_decade,
    "duration": read_duration,
    "edge": read_edge,
    "holiday": read_holiday,
    "listed": read_listed,
    "night": read_night,
    "nothing": read_nothing,
    "nth": read_nth,
    "part": read_part,
    "part_of_year": read_part_of_year,
    "range": read_range,
    "same": read_same,
    "set": read_set,
    "shift": read_shift,
    "span": read_span,
    "vague": read_vague,
    "week_of": read_week_of,
    "years": read_years,
}

# Readings that lean on another expression of the text, so that no other may lean forward on them.
LEANING: Final = frozenset({"anaphoric", "part", "clock", "clocks"})
