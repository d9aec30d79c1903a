"""Numbers in a text, in figures and in words, with what the words around make of them ("at least twelve", "entre 600 et 800")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from newsevents.events.scene import Scene

_FIGURES: Final = re.compile(r"(\d{1,3}(?:[., \u00a0\u202f']\d{3})+|\d+)(?:([.,])(\d+))?([^\W\d]*)")
_LARGEST: Final = 2**53 - 1  # as Quantity
_HUNDRED: Final = 100
_BACK: Final = 5  # tokens before a number among which its bounds stand


class Number(NamedTuple):
    """A number with its bounds: token indices ``first`` up to ``last`` (exclusive) hold its words, bounds and all."""

    first: int
    last: int
    minimum: float | None
    maximum: float | None
    approximate: bool


class NumberReader:
    """Reads numbers in one text."""

    def __init__(self, scene: Scene) -> None:
        self.a = scene.a
        self.words = scene.a.canonical
        self.values = scene.grammar.numbers
        tables = scene.pack.quantities
        self.decimal, self.scales, self.bounds = tables.decimal, tables.scales, tables.bounds

    def tokens(self) -> list[int]:
        """The tokens that are numbers or part of one."""
        values, tags = self.values, self.a.tags
        return [at for at, norm in enumerate(self.a.norms) if norm in values or tags[at] == "M" or norm[0].isdigit()]

    def read(self, first: int, last: int) -> Number | None:
        """The number in a noun phrase.

        Args:
            first: its first token.
            last: the token behind it.
        """
        at = next((at for at in range(first, last) if self._is_number(at)), -1)
        if at < 0:
            return None
        end = at
        while end < len(self.words) and (self._is_number(end) or (end > at and self.a.norms[end] in self.scales)):
            end += 1
        value = self.value(at, end)
        if value is None or value > _LARGEST:
            return None
        return self._bounded(at, end, value)

    def _is_number(self, at: int) -> bool:
        norm = self.a.norms[at]
        return norm[:1].isdigit() or norm in self.values or (self.a.tags[at] == "M" and "-" in norm)

    def value(self, first: int, last: int) -> float | None:
        """What some tokens amount to, None where they are no number."""
        total = current = 0.0
        found = False
        for at in range(first, last):
            for word in self._parts(at):
                value = self._word(word)
                if value is None:
                    return None
                found = True
                scale = self.scales.get(word, 0) or (value if value >= _HUNDRED and word in self.values else 0)
                if scale and current:
                    current *= scale
                    if scale > _HUNDRED:
                        total, current = total + current, 0.0
                else:
                    current += value
        return total + current if found else None

    def _parts(self, at: int) -> list[str]:
        norm = self.a.norms[at]
        if norm[:1].isdigit() or norm in self.values:
            return [norm]
        return [part for part in norm.split("-") if part in self.values] if "-" in norm else [norm]

    def _word(self, word: str) -> float | None:
        if not word[:1].isdigit():
            return self.values.get(word, self.scales.get(word))
        match = _FIGURES.fullmatch(word)
        if match is None:
            return None
        digits, mark, fraction, unit = match.groups()
        whole = float(re.sub(r"\D", "", digits))
        if mark and fraction:
            if mark != self.decimal:
                return None
            whole += float(f"0.{fraction}")
        elif self.decimal in digits and len(digits.split(self.decimal)) == 2:
            whole = float(digits.replace(self.decimal, "."))
        if unit:
            scale = self.scales.get(unit)
            return None if scale is None else whole * scale
        return whole

    def _bounded(self, first: int, last: int, value: float) -> Number:
        """Join a number with the words before and behind that bound it, and with the other end of a range."""
        least: float | None = value
        most: float | None = value
        approximate = False
        begin, end = first, last
        start = self.a.sentences[self.a.sentence_of[first]][0]
        at = first
        while at > start:
            hit = next(
                (
                    (back, match[1])
                    for back in range(max(start, at - _BACK), at)
                    if self.words[back] in self.bounds and (match := self.bounds.match(self.words, back)) is not None and match[0] == at
                ),
                None,
            )
            if hit is None:
                break
            at, kind = hit
            begin = at
            if kind == "between":
                other = self._other_end(last)
                if other is not None:
                    end, most = other
                else:
                    begin = first
            elif kind == "minimum":
                most = None
            elif kind == "maximum":
                least = None
            else:
                approximate = True
        behind = self.bounds.match(self.words, last) if last < len(self.words) and self.words[last] in self.bounds else None
        if behind is not None and behind[1] == "minimum" and most is not None and end == last:
            most, end = None, behind[0]
        if most is not None and least is not None and most < least:
            least, most = most, least
        return Number(begin, end, least, most, approximate)

    def _other_end(self, at: int) -> tuple[int, float] | None:
        """The second number of a range: "between 200 *and 300*"."""
        if at + 1 >= len(self.words) or not (self.a.tags[at] == "C" or self.a.tags[at] == "P") or not self._is_number(at + 1):
            return None
        end = at + 1
        while end < len(self.words) and self._is_number(end):
            end += 1
        value = self.value(at + 1, end)
        return None if value is None or value > _LARGEST else (end, value)
