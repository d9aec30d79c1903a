"""A week later the same words mean a week later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import languages, load_pack
from newsevents.mentions.times import TimeGrammar, find_times

_WEEK = timedelta(days=7)
# Sentences written for this test; {} takes a day of the week.
_SENTENCES = {
    "fr": [
        "Il a vu son avocat {}.",
        "Il verra son avocat {}.",
        "Elle parlera {} prochain.",
        "Elle a parlé {} dernier.",
        "Il est venu ce {}.",
        "Il partira ce {}.",
    ],
    "en": [
        "He met his lawyer {}.",
        "He will meet his lawyer on {}.",
        "She will speak next {}.",
        "She spoke last {}.",
        "He left this {}.",
        "He will leave this {}.",
    ],
}


def _days(code: str, text: str, published: date) -> list[date | None]:
    """Give the first day of every time of a text."""
    pack = load_pack(code)
    return [time.earliest for time in find_times(analyse(text, pack)[0], pack.load(TimeGrammar.load), published)]


@pytest.mark.parametrize("code", languages())
@given(data=st.data(), published=st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_week_later_is_a_week_later(code: str, data: st.DataObject, published: date) -> None:
    """Publication moved by seven days moves every day of the week by seven days."""
    weekdays = load_pack(code).load(TimeGrammar.load).source.words["weekday"]
    text = data.draw(st.sampled_from(_SENTENCES[code])).format(data.draw(st.sampled_from(sorted(weekdays))))
    (day,) = _days(code, text, published)
    assert day is not None
    assert _days(code, text, published + _WEEK) == [day + _WEEK]


@pytest.mark.parametrize("code", languages())
@given(data=st.data(), published=st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_weekday_is_that_weekday(code: str, data: st.DataObject, published: date) -> None:
    """A day of the week is one, at most a week away."""
    weekdays = load_pack(code).load(TimeGrammar.load).source.words["weekday"]
    name = data.draw(st.sampled_from(sorted(weekdays)))
    (day,) = _days(code, data.draw(st.sampled_from(_SENTENCES[code])).format(name), published)
    assert day is not None
    assert day.isoweekday() == weekdays[name]
    assert abs(day - published) <= _WEEK
