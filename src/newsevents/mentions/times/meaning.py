"""What an expression was found to mean, and what readings may ask of the text around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import attrs

from newsevents.model.kinds import Resolution, TimeKind

if TYPE_CHECKING:
    from datetime import date

    from newsevents.mentions.times.match import Phrase
    from newsevents.mentions.times.periods import Period
    from newsevents.mentions.times.source import Holiday
    from newsevents.model.kinds import Modifier

__all__ = ["Meaning", "Mention", "Scene", "field_flag", "field_number", "field_whole", "unresolved"]


@attrs.frozen(kw_only=True)
class Meaning:
    """What one expression means.

    Attributes:
        kind: What it denotes.
        value: Its value, `None` where it names none that can be told.
        period: The calendar it covers, `None` for durations, sets and what is unresolved.
        resolution: What the value rests on.
        modifier: What its own words add.
        zone: Its time zone.
        anchor: Which expression of the text it leans on.
    """

    kind: TimeKind = TimeKind.DATE
    value: str | None = None
    period: Period | None = None
    resolution: Resolution = Resolution.RELATIVE
    modifier: Modifier | None = None
    zone: str | None = None
    anchor: int | None = None

    @classmethod
    def of(cls, period: Period, resolution: Resolution = Resolution.RELATIVE, *, anchor: int | None = None) -> Meaning:
        """Give the meaning of an expression that names a stretch of the calendar."""
        return cls(value=period.value, period=period, resolution=resolution, anchor=anchor)


class Mention(NamedTuple):
    """A date of the text that another expression leans on."""

    place: int | None  # which expression of the text; None for the day of publication
    meaning: Meaning
    period: Period


class Scene(Protocol):
    """What a reading may ask of the text around an expression."""

    @property
    def published(self) -> date | None:
        """The day of publication."""

    @property
    def order(self) -> str:
        """``"dmy"`` or ``"mdy"``."""

    @property
    def holidays(self) -> tuple[Holiday, ...]:
        """The named days."""

    def lean(self, phrase: Phrase) -> str:
        """Tell whether the words around look to the ``"past"`` or ``"future"``; ``""`` where they do not tell."""

    def read(self, phrase: Phrase) -> Meaning | None:
        """Read a part of a phrase."""

    def day_behind(self, phrase: Phrase) -> Mention | None:
        """Give a day named a few words behind a clock time, none being named before it in its sentence."""

    def listed(self, phrase: Phrase, *, back: bool = False) -> Phrase | None:
        """Give the expression behind a phrase, or before it, that names the month or year they share."""

    def last_day(self, phrase: Phrase, *, near: bool = False) -> Mention | None:
        """Give the last day mentioned before, or publication; ``near``: in this sentence or the one before, never publication."""

    def last_period(self, phrase: Phrase, *, current: bool = False, told: bool = False) -> Mention | None:
        """Give the last stretch of the calendar mentioned before, or publication; ``current``: only what the text still speaks of."""

    def complement_day(self, phrase: Phrase) -> Mention | None:
        """Give the day of what a phrase is the eve or morrow of: named behind it, or where the text spoke of it before."""


def unresolved(kind: TimeKind = TimeKind.DATE, modifier: Modifier | None = None) -> Meaning:
    """Give the meaning of a time that nothing in the text tells."""
    return Meaning(kind=kind, resolution=Resolution.UNRESOLVED, modifier=modifier)


def field_number(phrase: Phrase, name: str) -> float | None:
    """Give a field that is a number."""
    value = phrase.fields.get(name)
    return None if isinstance(value, str) else value


def field_whole(phrase: Phrase, name: str) -> int | None:
    """Give a field that is a whole number."""
    value = field_number(phrase, name)
    return None if value is None or value != int(value) else int(value)


def field_flag(phrase: Phrase, name: str) -> str:
    """Give a field that is a word, "" where there is none."""
    value = phrase.fields.get(name)
    return value if isinstance(value, str) else ""
