"""Look-up of word sequences: the longest phrase of a table that starts at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

T = TypeVar("T")
_Tails: TypeAlias = "tuple[tuple[tuple[str, ...], T], ...]"  # the words behind a first one and what the phrase stands for, the longest first
_FEW = 4  # phrases of one first word that are looked through one by one; a dictionary for every word would take half a pack's memory


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
        grouped: dict[str, dict[tuple[str, ...], T]] = {}
        for words, value in items:
            if words:
                grouped.setdefault(words[0], {}).setdefault(words[1:], value)
        self._size = sum(map(len, grouped.values()))
        self._first: dict[str, _Tails[T] | dict[str, _Tails[T]]] = {}
        for first, tails in grouped.items():
            if len(tails) <= _FEW:
                self._first[first] = tuple(tails.items()) if len(tails) == 1 else tuple(sorted(tails.items(), key=_longest))
                continue
            seconds: dict[str, list[tuple[tuple[str, ...], T]]] = {}
            for tail in sorted(tails.items(), key=_longest):
                seconds.setdefault(tail[0][0] if tail[0] else "", []).append(tail)
            self._first[first] = {second: tuple(rows) for second, rows in seconds.items()}

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
        tails = self._first.get(words[at])
        if tails is None:
            return None
        behind = at + 1
        following = words[behind] if behind < len(words) else ""
        if isinstance(tails, dict):
            tails = (*tails.get(following, ()), *tails.get("", ())) if following else tails.get("", ())
        for tail, value in tails:
            if not tail:
                return behind, value
            size = len(tail)
            if tail[0] == following and (size == 1 or tuple(words[behind : behind + size]) == tail):
                return behind + size, value
        return None
