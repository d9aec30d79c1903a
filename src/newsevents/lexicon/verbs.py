"""Tables of verbs and verbal expressions, by the lemma of their first word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from newsevents.lexicon.reading import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


class VerbEntry(NamedTuple, Generic[T]):
    """One verb of a table: ``rest`` are the canonical words behind it ("mettre *en garde*")."""

    reflexive: bool
    rest: tuple[str, ...]
    value: T


class VerbTable(Generic[T]):
    """Looks up what a table says of a verb.

    Verbs are written as in a dictionary: "dire", "se féliciter", "mettre en garde".
    """

    __slots__ = ("_entries", "_openings", "_size")

    @uncollected()
    def __init__(self, items: Iterable[tuple[str, T]], words: Callable[[str], tuple[str, ...]], canonical: dict[str, str], reflexives: tuple[str, ...]) -> None:
        self._entries: dict[str, list[VerbEntry[T]]] = {}
        self._size = 0
        for expression, value in items:
            cut = words(expression)
            reflexive = len(cut) > 1 and canonical.get(cut[0], cut[0]) in reflexives
            at = 1 if reflexive else 0
            # the verb itself must not be folded to a function word's canonical spelling
            entry = VerbEntry(reflexive, tuple([canonical.get(norm, norm) for norm in cut[at + 1 :]]), value)
            self._entries.setdefault(cut[at], []).append(entry)
            self._size += 1
        self._openings: dict[str, dict[str, list[VerbEntry[T]]]] = {}
        for lemma, entries in self._entries.items():
            if len(entries) == 1:
                continue
            entries.sort(key=lambda entry: (-len(entry.rest), not entry.reflexive))
            openings = self._openings[lemma] = {}
            for entry in entries:
                openings.setdefault(entry.rest[0] if entry.rest else "", []).append(entry)

    def __len__(self) -> int:
        return self._size

    def __contains__(self, lemma: str) -> bool:
        return lemma in self._entries

    def get(self, lemma: str) -> list[VerbEntry[T]]:
        """Entries of a lemma, the longest expression first; in the table's order among equals."""
        return self._entries.get(lemma, [])

    def openings(self, lemma: str) -> dict[str, list[VerbEntry[T]]]:
        """Entries of a lemma by the first word behind the verb, "" for the verb alone."""
        found = self._openings.get(lemma)
        if found is None:  # most verbs have one entry: none is kept by its opening
            entries = self._entries.get(lemma)
            return {entry.rest[0] if entry.rest else "": entries for entry in entries} if entries else {}
        return found

    def lemmas(self) -> frozenset[str]:
        """The first words of all entries."""
        return frozenset(self._entries)
