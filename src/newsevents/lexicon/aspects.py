"""Look-ups of what decides the status of events (``aspects.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.lexicon.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsevents.lexicon.events import AspectGroup, AspectsFile, Light
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbTable


class Governor(NamedTuple):
    """What a verb makes of its infinitive or clause, and the marker between them ("" where it has none)."""

    row: AspectGroup
    marker: str


class Aspects:
    """The tables of ``aspects.toml``, by kind of word. Groups keep the order of the file."""

    def __init__(self, file: AspectsFile, pack: Pack) -> None:
        """Make the tables.

        Args:
            file: the file's content.
            pack: the language, which cuts expressions into words.
        """
        self._pack = pack
        clauses, verbs = pack.grammar.clauses, pack.grammar.verbs
        self._markers = {*clauses.infinitive_prepositions, *verbs.infinitive_markers, *clauses.complementizers, *clauses.gerund_markers}
        groups = file.group
        self.infinitive_verbs = self._governors((verb, row) for row in groups if "infinitive" in row.governs for verb in row.verbs)
        self.clause_verbs = self._governors((verb, row) for row in groups if "clause" in row.governs for verb in row.verbs)
        self.noun_verbs: VerbTable[AspectGroup] = pack.verb_table((verb, row) for row in groups if "noun" in row.governs for verb in row.verbs)
        self.infinitive_nouns = self._first((noun, row) for row in groups if "infinitive" in row.governs for noun in row.nouns)
        self.clause_nouns = self._first((noun, row) for row in groups if "clause" in row.governs for noun in row.nouns)
        self.nouns = self._first((noun, row) for row in groups if "noun" in row.governs for noun in row.nouns)
        self.adjectives = self._phrases((form, row) for row in groups for word in row.adjectives for form in word.split("|"))
        self.adverbs = self._phrases((word, row) for row in groups for word in row.adverbs)
        self.prepositions = self._phrases((word, row) for row in groups for word in row.prepositions)
        self.conjunctions = self._phrases((word, row) for row in groups for word in row.conjunctions)
        self.determiners = self._phrases((word, row) for row in groups for word in row.determiners)
        self.light: VerbTable[Light] = pack.verb_table((verb, row) for row in file.light for verb in row.verbs)
        self.sequels = frozenset(file.sequels)
        self.unsettled = frozenset(file.unsettled)
        self.durative = frozenset(file.durative)
        self.ending = frozenset(file.ending)
        self.punctual = frozenset(file.punctual)
        self.holding = frozenset(file.holding)
        self.progressive = file.progressive
        self.scheduled_present = file.scheduled_present

    def _governors(self, rows: Iterable[tuple[str, AspectGroup]]) -> VerbTable[Governor]:
        """A table of verbs without the infinitive's or clause's own marker at their end ("plan *to*", "prévoir *de*")."""
        items = []
        for verb, row in rows:
            words = verb.split()
            marker = words[-1] if len(words) > 1 and words[-1] in self._markers else ""
            items.append((" ".join(words[:-1]) if marker else verb, Governor(row, marker)))
        return self._pack.verb_table(items)

    def _phrases(self, rows: Iterable[tuple[str, AspectGroup]]) -> Phrases[AspectGroup]:
        canonical = self._pack.canonical
        return Phrases((tuple(canonical.get(norm, norm) for norm in self._pack.cut(word)), row) for word, row in rows)

    @staticmethod
    def _first(rows: Iterable[tuple[str, AspectGroup]]) -> dict[str, AspectGroup]:
        table: dict[str, AspectGroup] = {}
        for word, row in rows:
            table.setdefault(word, row)
        return table
