"""Look-up of word sequences: the longest phrase of a table that starts at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class Phrases(Generic[T]):
    """A table of phrases (tuples of folded words) and what each stands for.

    >>> table = Phrases([(("new", "york"), "city"), (("new",), "adjective")])
    >>> table.match(["in", "new", "york"], 1)
    (3, 'city')
    >>> table.match(["in", "new", "york"], 0) is None
    True
    """

    __slots__ = ("_first",)

    def __init__(self, items: Iterable[tuple[tuple[str, ...], T]] = ()) -> None:
        self._first: dict[str, dict[tuple[str, ...], T] | list[tuple[tuple[str, ...], T]]] = {}
        grouped: dict[str, dict[tuple[str, ...], T]] = {}
        for words, value in items:
            if words:
                grouped.setdefault(words[0], {}).setdefault(words[1:], value)
        self._first.update({first: sorted(rest.items(), key=lambda item: -len(item[0])) for first, rest in grouped.items()})

    def __contains__(self, first: str) -> bool:
        return first in self._first

    def __len__(self) -> int:
        return sum(len(rest) for rest in self._first.values())

    def match(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that starts at a token.

        Args:
            words: folded words of the text.
            at: index to start at.

        Returns:
            The index after the phrase and its value, or None.
        """
        rest = self._first.get(words[at])
        if rest is None:
            return None
        for tail, value in rest:
            size = len(tail)
            if not size or (words[at + 1] == tail[0] if at + size < len(words) else False) and tuple(words[at + 1 : at + 1 + size]) == tail:
                return at + 1 + size, value
        return None
