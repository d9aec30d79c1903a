"""When: the expressions of a text that denote dates, times of day, periods, durations and recurrences.

The language is data (``times.toml`` of a pack): words, patterns and which reading makes a meaning of each pattern. Here is
the engine: `scan` turns a text into codes, `match` finds patterns among them, the ``read_*`` modules give
each match its meaning, `resolve` puts the meanings on the calendar.

Source: kinds, spans and the grain of values follow ISO 24617-1 (ISO-TimeML); values are EDTF (ISO 8601-2) and ISO 8601-1.
"""

from __future__ import annotations

from newsevents.mentions.times.grammar import TimeGrammar
from newsevents.mentions.times.resolve import find_times

__all__ = ["TimeGrammar", "find_times"]
