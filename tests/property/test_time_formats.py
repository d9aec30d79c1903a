"""A date written as a language writes dates is read back as that date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import languages, load_pack
from newsevents.mentions.times import TimeGrammar, find_times

# How each language writes a date in full, for this test.
_FORMATS = {
    "fr": [
        "le {day} {month} {year}",
        "{weekday} {day} {month} {year}",
        "le {weekday} {day} {month} {year}",
        "{day:02}/{number:02}/{year}",
        "{day}.{number:02}.{year}",
    ],
    "en": [
        "{month} {day}, {year}",
        "{day} {month} {year}",
        "{weekday}, {month} {day}, {year}",
        "the {day} of {month} {year}",
        "{weekday} {day} {month} {year}",
        "{number:02}/{day:02}/{year}",
    ],
}
_ANYWHERE = ["{year}-{number:02}-{day:02}"]


@pytest.mark.parametrize("code", languages())
@given(data=st.data(), day=st.dates(date(1000, 1, 1), date(2199, 12, 31)), published=st.one_of(st.none(), st.dates()))
def test_a_written_date_is_read_back(code: str, data: st.DataObject, day: date, published: date | None) -> None:
    """Any date, in any of the language's ways, gives that day, whenever it was published."""
    pack = load_pack(code)
    grammar = pack.load(TimeGrammar.load)
    words = grammar.source.words
    months = sorted(name for table in ("month", "other_month") for name, number in words.get(table, {}).items() if number == day.month and "." not in name)
    weekdays = sorted(name for name, number in words["weekday"].items() if number == day.isoweekday())
    written = data.draw(st.sampled_from(_FORMATS[code] + _ANYWHERE)).format(
        day=day.day, month=data.draw(st.sampled_from(months)), year=day.year, number=day.month, weekday=data.draw(st.sampled_from(weekdays))
    )
    times = find_times(analyse(f"X {written}.", pack)[0], grammar, published)
    assert [(time.value, time.earliest, time.latest) for time in times] == [(day.isoformat(), day, day)]
