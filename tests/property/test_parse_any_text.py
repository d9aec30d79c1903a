"""Any text is read, to a record that holds together, and always to the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from newsevents import from_json, parse, to_json
from tests.property.parsing import PUBLISHED, any_language, articles, read, salads
from tests.strategies import texts

if TYPE_CHECKING:
    from newsevents import Record


def _check(record: Record, text: str) -> None:
    """Hold a record against the laws that need nothing else."""
    assert record.article.text == text
    assert all(text[span.start : span.end] == span.text for span in record.spans())
    assert from_json(to_json(record)) == record


@given(texts, st.none() | any_language)
def test_any_text_is_read(text: str, language: str | None) -> None:
    """Any `str` of Unicode scalar values parses without an exception, whatever language it is said to be in."""
    _check(parse(text, language=language, published=PUBLISHED), text)


@given(read(salads))
def test_any_words_are_read(drawn: tuple[str, str]) -> None:
    """Words and marks of a language in any order parse without an exception."""
    text, language = drawn
    _check(parse(text, language=language, published=PUBLISHED), text)


@given(read(articles), st.data())
def test_any_part_of_an_article_is_read(drawn: tuple[str, str], data: st.DataObject) -> None:
    """An article cut off anywhere parses without an exception."""
    text, language = drawn
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    _check(parse(part, language=language, published=PUBLISHED), part)


@given(read(salads) | read(articles))
def test_reading_twice_gives_the_same(drawn: tuple[str, str]) -> None:
    """`parse(x) == parse(x)`, and their JSON is the same bytes."""
    text, language = drawn
    first, second = (parse(text, language=language, published=PUBLISHED) for _ in range(2))
    assert first == second
    assert to_json(first) == to_json(second)


@given(read(articles), read(salads))
def test_what_was_read_before_changes_nothing(drawn: tuple[str, str], before: tuple[str, str]) -> None:
    """A record depends on its article alone."""
    text, language = drawn
    first = parse(text, language=language, published=PUBLISHED)
    parse(before[0], language=before[1], published="1999-12-31")
    assert parse(text, language=language, published=PUBLISHED) == first
