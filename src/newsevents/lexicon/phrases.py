"""Look-up of word sequences: the longest phrase of a table that starts at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

T = TypeVar("T")


def _longest(item: tuple[tuple[str, ...], object]) -> int:
    return -len(item[0])


class Phrases(Generic[T]):
    """A table of phrases (tuples of folded words) and what each stands for.

    >>> table = Phrases([(("new", "york"), "city"), (("new",), "adjective")])
    >>> table.match(["in", "new", "york"], 1)
    (3, 'city')
    >>> table.match(["in", "new", "york"], 0) is None
    True
    """

    __slots__ = ("_first", "_size")

    def __init__(self, items: Iterable[tuple[tuple[str, ...], T]] = ()) -> None:
        grouped: dict[str, dict[str, dict[tuple[str, ...], T]]] = {}
        for words, value in items:
            if words:
                second = words[1] if len(words) > 1 else ""
                grouped.setdefault(words[0], {}).setdefault(second, {}).setdefault(words[1:], value)
        self._size = 0
        self._first: dict[str, dict[str, tuple[tuple[tuple[str, ...], T], ...]]] = {}
        for first, seconds in grouped.items():
            rows = self._first[first] = {}
            for second, tails in seconds.items():
                self._size += len(tails)
                rows[second] = tuple(tails.items()) if len(tails) == 1 else tuple(sorted(tails.items(), key=_longest))

    def __contains__(self, first: str) -> bool:
        return first in self._first

    def __len__(self) -> int:
        return self._size

    @property
    def firsts(self) -> Collection[str]:
        """The first words of all phrases."""
        return self._first.keys()

    def starts(self, words: Sequence[str]) -> list[int]:
        """The indices at which the first word of a phrase stands; one fast pass, for tables that a whole text is searched for.

        >>> Phrases([(("new", "york"), "city")]).starts(["in", "new", "york"])
        [1]
        """
        first = self._first
        return [at for at, word in enumerate(words) if word in first]

    def match(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that starts at a token.

        Args:
            words: folded words of the text.
            at: index to start at.

        Returns:
            The index after the phrase and its value, or None.
        """
        seconds = self._first.get(words[at])
        if seconds is None:
            return None
        if at + 1 < len(words) and (len(seconds) > 1 or "" not in seconds):
            for tail, value in seconds.get(words[at + 1], ()):
                size = len(tail)
                if size == 1 or tuple(words[at + 1 : at + 1 + size]) == tail:
                    return at + 1 + size, value
        alone = seconds.get("")
        return (at + 1, alone[0][1]) if alone else None
