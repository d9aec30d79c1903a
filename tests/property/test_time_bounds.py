"""Whatever words of a language stand together, its times are in order, inside the text and inside their own bounds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import languages, load_pack
from newsevents.mentions.times import TimeGrammar, find_times
from newsevents.model import bounds

if TYPE_CHECKING:
    from newsevents.model import TimeExpression

_FIGURES = ["1", "7", "12", "28", "31", "45", "90", "2016", "1789", "2000", "20h30", "8:30", "12/06/2018", "2018-06-12", "2016-2017", "1,5", "00"]
_MARKS = [",", ".", "(", ")", "-", "\n\n", "’", "x", "Paris"]


def _words(code: str) -> list[str]:
    """Give the words of a pack's time grammar, with figures and marks."""
    source = load_pack(code).load(TimeGrammar.load).source
    classes = {**source.words, **source.lists}
    words = {word for table in classes.values() for word in table}
    patterns = {piece for rule in (*source.rule, *source.join) for pattern in rule.patterns for piece in pattern.split() if piece.isalpha()}
    return sorted(words | patterns) + (_FIGURES + _MARKS) * 4


def _times(code: str, text: str, published: date | None) -> tuple[TimeExpression, ...]:
    """Find the times of a text."""
    pack = load_pack(code)
    return find_times(analyse(text, pack)[0], pack.load(TimeGrammar.load), published)


@pytest.mark.parametrize("code", languages())
@given(data=st.data(), published=st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from([date.min, date.max])))
def test_any_words_in_any_order(code: str, data: st.DataObject, published: date | None) -> None:
    """Earliest ≤ latest, the value's days lie within them, spans are in order and do not overlap, an anchor is one of the times."""
    text = " ".join(data.draw(st.lists(st.sampled_from(_words(code)), max_size=25)))
    times = _times(code, text, published)
    ids = {time.id for time in times}
    end = 0
    for time in times:
        assert end <= time.span.start < time.span.end <= len(text)
        assert text[time.span.start : time.span.end] == time.span.text
        end = time.span.end
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
        first, last = bounds(time.value) if time.value else (None, None)
        assert first is None or time.earliest is None or time.earliest <= first
        assert last is None or time.latest is None or last <= time.latest
        assert time.anchor_id is None or time.anchor_id in ids
        assert time.anchor_id != time.id


@pytest.mark.parametrize("code", languages())
@given(data=st.data())
def test_reading_twice_is_equal(code: str, data: st.DataObject) -> None:
    """The same text gives the same times, whatever was read between."""
    words = st.lists(st.sampled_from(_words(code)), max_size=15).map(" ".join)
    text, other = data.draw(words), data.draw(words)
    published = date(2025, 10, 17)
    first = _times(code, text, published)
    _times(code, other, published)
    assert _times(code, text, published) == first


@given(text=st.text(max_size=60), published=st.dates())
def test_any_text_is_read(text: str, published: date) -> None:
    """No text raises, and every span is a slice of it."""
    for code in languages():
        for time in _times(code, text, published):
            assert text[time.span.start : time.span.end] == time.span.text
