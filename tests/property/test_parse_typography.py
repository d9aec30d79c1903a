"""How a text is typed does not change what it says."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import Final

import pytest
from hypothesis import assume, given

from newsevents import parse
from tests.property.parsing import PUBLISHED, articles, findings, read, rewritten, salads, split

_QUOTES: Final = '«»“”„‹›"'
_PAIRS: Final = {"«": "»", "“": "”", '"': '"'}
_MARK: Final = r"«\s?|\s?»|[“”\"]"
# An apostrophe inside a word; elsewhere it may be a quotation mark.
_APOSTROPHE: Final = r"(?<=\w)['’](?=\w)"


def _compare(text: str, language: str, pieces: list[tuple[str, str]]) -> None:
    """Hold a text against the same text written another way."""

    def words(value: str) -> str:
        return re.sub(rf"[{_QUOTES}]|(?<=[{_QUOTES}])\s|\s(?=[{_QUOTES}])", "", unicodedata.normalize("NFC", value).replace("’", "'"))

    other, places = rewritten(pieces)
    assume(other != text)
    first = parse(text, language=language, published=PUBLISHED)
    second = parse(other, language=language, published=PUBLISHED)
    assert findings(second, place=lambda offset: places.get(offset, -offset - 1), words=words) == findings(first, words=words)


def _has_apostrophe(text: str) -> bool:
    """Tell whether a word of a text has an apostrophe inside."""
    return re.search(_APOSTROPHE, text) is not None


@given(read(partial(articles, needing=_has_apostrophe)))
def test_straight_and_typographic_apostrophes_say_the_same(drawn: tuple[str, str]) -> None:
    """Every apostrophe inside a word, straight or curly, gives the same findings."""
    text, language = drawn
    straight = re.sub(_APOSTROPHE, "'", text)
    _compare(straight, language, [(piece, "’" if re.fullmatch("'", piece) else piece) for piece in split(straight, _APOSTROPHE)])


def _has_mark(text: str) -> bool:
    """Tell whether a text has a letter that can be taken apart."""
    return unicodedata.normalize("NFC", text) != unicodedata.normalize("NFD", text)


@given(read(partial(articles, needing=_has_mark)) | read(salads))
def test_composed_and_decomposed_letters_say_the_same(drawn: tuple[str, str]) -> None:
    """NFC and NFD give the same findings at their own offsets."""
    text, language = drawn
    text = "".join(char for char in unicodedata.normalize("NFC", text) if not unicodedata.combining(char))
    pieces = [(char, unicodedata.normalize("NFD", char)) for char in text]
    assume(unicodedata.is_normalized("NFC", text) and unicodedata.is_normalized("NFD", "".join(new for _, new in pieces)))
    _compare(text, language, pieces)


def _is_plainly_quoted(text: str) -> bool:
    """Tell whether a text has quotation marks, all of them in pairs that hold no others."""
    marks = re.findall(rf"[{_QUOTES}‘]", text)
    return bool(marks) and len(marks) % 2 == 0 and all(_PAIRS.get(one) == other for one, other in zip(marks[::2], marks[1::2], strict=True))


@pytest.mark.parametrize(("opening", "closing"), [("« ", " »"), ("«\xa0", "\xa0»"), ("“", "”"), ('"', '"')], ids=["spaced", "no-break", "curly", "straight"])
@given(drawn=read(partial(articles, needing=_is_plainly_quoted)))
def test_quotation_marks_of_every_kind_say_the_same(opening: str, closing: str, drawn: tuple[str, str]) -> None:
    """Marks that are balanced and not nested give the same findings whatever their kind."""
    text, language = drawn
    pieces, is_open = [], False
    for piece in split(text, _MARK):
        if re.fullmatch(_MARK, piece):
            is_open = not is_open
            pieces.append((piece, opening if is_open else closing))
        else:
            pieces.append((piece, piece))
    _compare(text, language, pieces)
