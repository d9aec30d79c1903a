"""Readings that lean on another day: on publication (hier, last week) or on a date of the text (la veille, that year)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import attrs

from newsevents.mentions.times.choose import PAST
from newsevents.mentions.times.meaning import Meaning, field_flag, field_whole, unresolved
from newsevents.mentions.times.periods import Grain, Period, day_of
from newsevents.model.kinds import Modifier, Resolution, TimeKind

if TYPE_CHECKING:
    from datetime import date

    from newsevents.mentions.times.match import Phrase
    from newsevents.mentions.times.meaning import Scene

__all__ = ["part_modifier", "read_anaphoric", "read_part", "read_shift"]

_MONTH: Final = 31  # days of the longest one
_THURSDAY: Final = 4  # up to a Thursday "ce week-end" with a past verb is the one just over


def part_modifier(phrase: Phrase) -> Modifier | None:
    """Give the part of the day or of a longer period that a phrase's own words name."""
    word = field_flag(phrase, "part") or field_flag(phrase, "edge")
    return Modifier(word) if word else None


def read_shift(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a day, week, month … counted from publication: "hier", "la semaine dernière", "cette année"."""
    modifier = part_modifier(phrase)
    kind = TimeKind.TIME if "part" in phrase.fields else TimeKind.DATE
    if scene.published is None:
        return unresolved(kind, modifier)
    grain = Grain(field_flag(phrase, "unit") or Grain.DAY)
    shift = field_whole(phrase, "shift")
    steps = shift if shift is not None else field_whole(phrase, "direction") or 0
    if grain is Grain.WEEKEND:
        period = _weekend(scene.published, steps if "bare" not in phrase.fields else None, scene.lean(phrase))
    else:
        period = Period.around(scene.published, grain).shifted(steps)
    return attrs.evolve(Meaning.of(period), kind=kind, modifier=modifier)


def _weekend(published: date, direction: int | None, lean: str) -> Period:
    """Give the weekend meant: strictly before or after for "last" and "next", else the one the verb looks to.

    Args:
        published: The day of publication.
        direction: -1, 0 (this) or 1; `None` for a bare "le week-end".
        lean: Where the verb looks.
    """
    own = Period.around(published, Grain.WEEKEND)
    if direction == -1:
        return own if own.last < published else own.shifted(-1)
    if direction == 1:
        return own if own.first > published else own.shifted(1)
    if lean != PAST or own.holds(published):
        return own
    is_early = published.isoweekday() <= _THURSDAY
    return own.shifted(-1) if direction is None or is_early else own


def read_anaphoric(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read what leans on a date of the text: "la veille", "le lendemain", "cette année-là", "the following Monday"."""
    modifier = part_modifier(phrase)
    kind = TimeKind.TIME if "part" in phrase.fields else TimeKind.DATE
    grain = Grain(field_flag(phrase, "unit") or Grain.DAY)
    steps = field_whole(phrase, "shift") or 0
    mention = scene.complement_day(phrase) if "of" in phrase.fields else None
    if mention is None and "of" not in phrase.fields:
        mention = scene.last_day(phrase) if grain in {Grain.DAY, Grain.WEEK, Grain.WEEKEND} else scene.last_period(phrase, told=steps > 0)
    if mention is None or (mention.place is None and "from_text" in phrase.fields):
        return unresolved(kind, modifier)
    if grain is Grain.MONTH and (mention.period.last - mention.period.first).days > _MONTH:
        return unresolved(kind, modifier)  # "en 2014 pour *le même mois*": of a year none is the same
    weekday = field_whole(phrase, "weekday")
    if weekday is not None:
        period = _weekday_from(mention.period, weekday, steps)
    else:
        start = mention.period.first if steps < 0 else mention.period.last
        period = Period.around(start, grain).shifted(steps)
    resolution = Resolution.RELATIVE if mention.place is None else Resolution.ANAPHORIC
    return attrs.evolve(Meaning.of(period, resolution, anchor=mention.place), kind=kind, modifier=modifier)


def _weekday_from(period: Period, weekday: int, steps: int) -> Period:
    """Give the next or previous such weekday, counted from a period."""
    if steps < 0:
        return day_of(period.first - timedelta(days=(period.first.isoweekday() - weekday - 1) % 7 + 1))
    if steps == 0:
        return day_of(period.last - timedelta(days=(period.last.isoweekday() - weekday) % 7))
    return day_of(period.last + timedelta(days=(weekday - period.last.isoweekday() - 1) % 7 + 1))


def read_part(phrase: Phrase, scene: Scene) -> Meaning | None:
    """Read a part of a day that is not named ("dans la soirée"): of the last day mentioned, else of publication."""
    modifier = part_modifier(phrase)
    mention = scene.last_day(phrase)
    if mention is None:
        return unresolved(TimeKind.TIME, modifier)
    resolution = Resolution.RELATIVE if mention.place is None else Resolution.ANAPHORIC
    if modifier is Modifier.NIGHT and mention.meaning.modifier is Modifier.NIGHT and mention.meaning.period is not None:
        period = mention.meaning.period  # the night spoken of, "du 31 août au 1er septembre", not one more
    else:
        period = day_of(mention.period.last)
    return Meaning(
        kind=TimeKind.DATE if "/" in period.value else TimeKind.TIME,
        value=period.value,
        period=period,
        resolution=resolution,
        modifier=modifier,
        anchor=mention.place,
    )
