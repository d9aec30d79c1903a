"""What stands before a text moves its findings and changes nothing else."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from newsevents import parse
from tests.property.parsing import PUBLISHED, articles, findings, read

# Nobody acts in these, nothing happens, and no date is told; written for this test.
NEUTRAL: Final = {"fr": "Il pleut encore un peu.", "en": "It is still raining a little."}


@given(read(articles), st.sampled_from([" ", "\n", "\n\n"]))
def test_a_neutral_sentence_before_a_text_moves_its_findings(drawn: tuple[str, str], gap: str) -> None:
    """Prepending a neutral sentence shifts every offset and id by its length, everything else equal."""
    text, language = drawn
    before = NEUTRAL[language] + gap
    neutral = parse(before, language=language, published=PUBLISHED)
    assert not list(neutral.spans())
    alone = parse(text, language=language, published=PUBLISHED)
    behind = parse(before + text, language=language, published=PUBLISHED)
    assert findings(behind, place=lambda offset: offset - len(before)) == findings(alone)


@given(read(articles), st.sampled_from(["\n", " ", "\r\n\r\n", "\ufeff"]))
def test_blanks_around_a_text_move_its_findings(drawn: tuple[str, str], blank: str) -> None:
    """White space around a text, or a byte order mark before it, shifts its findings, no more."""
    text, language = drawn
    alone = parse(text, language=language, published=PUBLISHED)
    behind = parse(blank + text + (blank if blank.isspace() else ""), language=language, published=PUBLISHED)
    assert findings(behind, place=lambda offset: offset - len(blank)) == findings(alone)
