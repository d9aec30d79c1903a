"""A text as a string of codes, one character a word or mark, which the grammar's patterns are matched against.

Every word a pack's grammar knows has a code of its own; figures have a code for what they can be (a day, an hour, a
year); all else shares a few. Patterns over such a string are small, cannot backtrack into words and cost
nothing where a text says nothing of time.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from newsevents.lexicon.tokenizer import fold

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

__all__ = ["BREAK", "CAPITAL", "DECIMAL", "FIGURES", "MARK", "WORD", "Scan", "Spellings", "cut", "figure_code", "scan"]

WORD: Final = "w"  # a word the grammar does not know
CAPITAL: Final = "W"  # the same, with a capital
MARK: Final = "p"  # a mark the grammar does not know
BREAK: Final = "n"  # the end of a paragraph
DECIMAL: Final = "c"  # a stop or comma between two digits, no space around it

# Letters and the digits behind them are one word ("MH370", "T3"), but not the "h" of "20h30" with its minutes.
_PIECES: Final = re.compile(r"(?<!\d)[^\W\d_]+\d*|[^\W\d_]+|\d+|\n\s*|[^\s\w]|_")
_DECOMPOSED_PIECES: Final = re.compile("(?<!\\d)(?:[^\\W\\d_][\u0300-\u036f]*)+\\d*|(?:[^\\W\\d_][\u0300-\u036f]*)+|\\d+|\\n\\s*|[^\\s\\w]|_")


def _figure_codes() -> dict[str, str]:
    """Give the code of every figure that may be part of a date or clock time."""
    codes = {"0": "0", "00": "A"}
    codes.update({str(number): "1" for number in range(1, 10)})
    codes.update({f"{number:02}": "2" for number in range(1, 13)})
    codes.update({str(number): "3" for number in range(13, 24)})
    codes["24"] = "4"
    codes.update({str(number): "5" for number in range(25, 32)})
    codes.update({str(number): "6" for number in range(32, 60)})
    codes.update({str(number): "7" for number in range(60, 100)})
    codes.update({str(year): "Y" for year in range(1000, 2200)})
    # A year of living memory that is no round number is hardly ever a count: "2016" alone is a date, "2000" and "1500" need help.
    codes.update({str(year): "Z" for year in range(1901, 2050) if year % 100})
    codes.update({f"{number:03}": "8" for number in range(1000)})
    return codes


_FIGURE_CODES: Final = _figure_codes()
_LONG_FIGURE: Final = "9"

# What figures can be, for use in patterns as <day>, <hour> …
FIGURES: Final[dict[str, frozenset[str]]] = {
    "day": frozenset("12345"),
    "month_number": frozenset("12"),
    "hour": frozenset("01A23"),
    "minute": frozenset("A23456"),
    "year": frozenset("YZ"),
    "sure_year": frozenset("Z"),
    "short_year": frozenset("A234567"),
    "figure": frozenset("01A23456789YZ"),
    "count": frozenset("01A23456789Y"),  # "2016 days" counts no days
    "three_figures": frozenset("8"),
    "few_figures": frozenset("12345678"),
    "above_twelve": frozenset("34567"),
    "late_figures": frozenset("7"),
    "decimal": frozenset(DECIMAL),
    "other": frozenset((WORD, CAPITAL)),
    "name": frozenset(CAPITAL),
    "small": frozenset(WORD),
    "mark": frozenset((MARK, BREAK)),
}


class Scan(NamedTuple):
    """One text's codes with the code points each stands for."""

    codes: str
    starts: list[int]
    ends: list[int]
    folded: str

    def word(self, index: int) -> str:
        """Give the folded word at an index."""
        word = self.folded[self.starts[index] : self.ends[index]]
        return word if word.isascii() else unicodedata.normalize("NFC", word)


class Spellings(NamedTuple):
    """The codes of a grammar's words, by how they may be written."""

    any_case: Mapping[str, str]
    capitalised: Mapping[str, str]  # only where the first letter is a capital: "May", "Mars"
    capitals: Mapping[str, str]  # only in capitals throughout: "ET", "UTC"


def cut(phrase: str) -> list[str]:
    """Cut a phrase of a pack into the words and marks a text is scanned as.

    >>> cut("l'après-midi")
    ['l', "'", 'après', '-', 'midi']
    """
    return _PIECES.findall(fold(phrase))


def figure_code(figure: str) -> str:
    """Give the code of a figure by what it can be part of: a day, an hour, a year."""
    return _FIGURE_CODES.get(figure, _LONG_FIGURE)


def scan(text: str, folded: str, spellings: Spellings, breaks: Container[int]) -> Scan:
    """Turn a text into codes.

    Args:
        text: The article's text, as received.
        folded: The same, folded.
        spellings: The grammar's words.
        breaks: Offsets at which a paragraph starts; other line ends count as spaces.

    Returns:
        The codes, in text order, with the end of the last paragraph. Cost is linear.
    """
    composed = text.isascii() or unicodedata.is_normalized("NFC", text)
    pieces = (_PIECES if composed else _DECOMPOSED_PIECES).finditer(folded)
    any_case, capitalised, capitals = spellings
    cased = capitalised.keys() | capitals.keys()
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    decimals: list[int] = []
    for piece in pieces:
        word = piece.group()
        start = piece.start()
        if word[0] == "\n":
            if piece.end() in breaks:
                codes.append(BREAK)
                starts.append(start)
                ends.append(start + 1)
            continue
        if not composed:
            word = unicodedata.normalize("NFC", word)
        code = any_case.get(word)
        if word in cased:
            if word in capitalised and text[start].isupper():
                code = capitalised[word]
            if word in capitals and text[start : piece.end()].isupper():
                code = capitals[word]
        if code is None:
            if word.isalpha():
                code = CAPITAL if text[start].isupper() else WORD
            else:
                code = _code_of_other(word, text[start])
        elif word in ".,":
            decimals.append(len(codes))
        codes.append(code)
        starts.append(start)
        ends.append(piece.end())
    for at in decimals:
        if _is_decimal(folded, starts[at]):
            codes[at] = DECIMAL
    return Scan("".join(codes) + BREAK, [*starts, len(text)], [*ends, len(text)], folded)


def _code_of_other(word: str, first: str) -> str:
    """Give the code of a word, figure or mark that is not among the grammar's words."""
    if word[0].isdecimal():
        return figure_code(word)
    if word[0].isalpha():
        return CAPITAL if first.isupper() else WORD
    return MARK


def _is_decimal(folded: str, at: int) -> bool:
    """Tell whether a stop or comma stands between two digits."""
    return at > 0 and folded[at - 1].isdecimal() and folded[at + 1 : at + 2].isdecimal()
