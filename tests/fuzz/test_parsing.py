"""Any text is read, in any language: to a record that holds together, and that JSON gives back."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsevents import from_json, parse, to_json
from tests.property.parsing import PUBLISHED, any_language, articles, examples, salads
from tests.strategies import texts


@st.composite
def _spoiled(draw: st.DrawFn, language: str) -> str:
    """Draw an article with stretches of it taken out, doubled, put elsewhere, or replaced by anything."""
    text = draw(articles(language))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        put = draw(
            st.one_of(
                st.just(""),
                st.just(text[start:end] * 3),
                texts,
                salads(language),
                st.sampled_from(["«", "»", "“", "”", '"', "'", "’", "(", "\n\n", "\u0301", "\u202e", "A.B.", "1,2"]),
            )
        )
        text = text[:start] + put + text[end:]
    return text


@st.composite
def _beginnings(draw: st.DrawFn, language: str) -> str:
    """Draw a sentence that breaks off behind one of its words or marks, where rules look for what follows."""
    text = draw(st.sampled_from(examples(language)))
    ends = [piece.end() for piece in re.finditer(r"\w+|[^\w\s]", text)]
    return text[: draw(st.sampled_from(ends))] if ends else text


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, str | None]:
    """Draw a text and the language it is said to be in; `None` for none."""
    language = draw(any_language)
    text = draw(st.one_of(texts, salads(language), _spoiled(language), _beginnings(language)))
    return text, draw(st.sampled_from([language, language, language, None, *draw(st.just([other for other in ("en", "fr") if other != language]))]))


@given(_texts(), st.sampled_from([PUBLISHED, PUBLISHED, None, "0001-01-01", "9999-12-31"]))
def test_text(drawn: tuple[str, str | None], published: str | None) -> None:
    """No exception, every span the article's slice, and the record comes back from JSON."""
    text, language = drawn
    record = parse(text, language=language, published=published)
    assert record.article.text == text
    assert all(text[span.start : span.end] == span.text for span in record.spans())
    assert from_json(to_json(record)) == record
