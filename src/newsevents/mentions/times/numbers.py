"""Numbers, in figures and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.mentions.times.patterns import code_set
from newsevents.mentions.times.scan import cut

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["NumberWords", "number_expression"]

_TEN: Final = 10
_TWENTY: Final = 20
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_GROUP: Final = 3  # digits in a group of thousands


class NumberWords:
    """The number words of a language."""

    def __init__(self, words: Mapping[str, int | str], joins: frozenset[str], thousands: frozenset[str]) -> None:
        """Keep the words.

        Args:
            words: Number words and their values; words of several pieces ("quatre-vingt") too.
            joins: Pieces that may stand inside a number and add nothing ("-", "et").
            thousands: Marks between groups of three digits.
        """
        # Cut as the text is, by their pieces without the joins: ("quatre", "vingt").
        self._values = {tuple(_pieces(word, joins)): int(value) for word, value in words.items()}
        self._longest = max((len(word) for word in self._values), default=0)
        self._joins = joins
        self._thousands = thousands

    @staticmethod
    def level(value: int) -> int:
        """Tell how a number word builds numbers: 0 a unit below twenty, 1 a ten, 2 a scale that multiplies."""
        if value < _TWENTY:
            return 0
        return 1 if value < _HUNDRED else 2

    def value(self, pieces: Sequence[str]) -> float | None:
        """Read a number.

        Args:
            pieces: Its folded words, figures and marks, in order.

        Returns:
            The number; `None` where the pieces are none.
        """
        if pieces and pieces[0][0].isdecimal():
            return self._figures(pieces)
        total = current = 0
        words = [piece for piece in pieces if piece not in self._joins]
        at = 0
        while at < len(words):
            size = next((size for size in range(self._longest, 0, -1) if tuple(words[at : at + size]) in self._values), 0)
            if not size:
                return None
            value = self._values[tuple(words[at : at + size])]
            if value >= _THOUSAND:
                total += max(current, 1) * value
                current = 0
            elif value >= _HUNDRED:
                current = max(current, 1) * value
            else:
                current += value
            at += size
        return total + current

    def _figures(self, pieces: Sequence[str]) -> float | None:
        """Read figures, with groups of three and decimals, and the scale word that may follow."""
        digits, fraction, at = pieces[0], "", 1
        while at < len(pieces) and (pieces[at] in {".", ","} or pieces[at].isdecimal()):
            mark = pieces[at] if not pieces[at].isdecimal() else ""
            group = pieces[at + bool(mark)]
            at += 1 + bool(mark)
            if len(group) == _GROUP and not fraction and (not mark or mark in self._thousands):
                digits += group
            else:
                fraction = group
        scale = self.value(pieces[at:]) if at < len(pieces) else 1
        if scale is None or not (digits + fraction).isdecimal():
            return None
        return (float(f"{digits}.{fraction}") if fraction else int(digits)) * scale


def number_expression(units: str, tens: str, scales: str, joins: str, figures: Mapping[str, frozenset[str]]) -> str:
    """Give the regular expression of a number over codes.

    Args:
        units: The expression of number words below twenty.
        tens: Of the tens.
        scales: Of the words that multiply.
        joins: Of the pieces that may stand inside a number.
        figures: The codes of figures, by what they can be.
    """
    join = f"{joins}{{0,3}}"
    below = f"(?:{tens}(?:{join}{units})?|{units})"
    in_words = f"(?:(?:{below}{join})?{scales}(?:{join}(?:{below}{join})?{scales}){{0,2}}(?:{join}{below})?|{below})"
    point, group, figure = (code_set(figures[name]) for name in ("decimal", "three_figures", "count"))
    in_figures = f"(?:{code_set(figures['few_figures'])}(?:{point}?{group}){{1,3}}|{figure}(?:{point}{figure})?)(?:{scales})?"
    return f"(?:{in_words}|{in_figures})"


def _pieces(word: str, joins: frozenset[str]) -> list[str]:
    return [piece for piece in cut(word) if piece not in joins]
