"""Look-ups of what decides the status of events (``aspects.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.events import AspectGroup, AspectsFile, Light
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbTable


class Aspects:
    """The tables of ``aspects.toml``, by kind of word. Groups keep the order of the file."""

    def __init__(self, file: AspectsFile, pack: Pack) -> None:
        groups = file.group
        self.infinitive_verbs: VerbTable[AspectGroup] = pack.verb_table((self._plain(verb, pack), row) for row in groups if "infinitive" in row.governs for verb in row.verbs)
        self.noun_verbs: VerbTable[AspectGroup] = pack.verb_table((verb, row) for row in groups if "noun" in row.governs for verb in row.verbs)
        self.clause_verbs: VerbTable[AspectGroup] = pack.verb_table((self._plain(verb, pack), row) for row in groups if "clause" in row.governs for verb in row.verbs)
        self.nouns = self._first((noun, row) for row in groups for noun in row.nouns)
        self.adjectives = self._first((form, row) for row in groups for word in row.adjectives for form in word.split("|"))
        self.adverbs = self._first((word, row) for row in groups for word in row.adverbs)
        self.prepositions = self._first((word, row) for row in groups for word in row.prepositions)
        self.conjunctions = self._first((word, row) for row in groups for word in row.conjunctions)
        self.determiners = self._first((word, row) for row in groups for word in row.determiners)
        self.light: VerbTable[Light] = pack.verb_table((verb, row) for row in file.light for verb in row.verbs)

    @staticmethod
    def _plain(verb: str, pack: Pack) -> str:
        """An expression without the infinitive's or clause's own marker at its end ("plan to", "prévoir de")."""
        words = verb.split()
        markers = {*pack.grammar.clauses.infinitive_prepositions, *pack.grammar.verbs.infinitive_markers, *pack.grammar.clauses.complementizers, *pack.grammar.clauses.gerund_markers}
        return " ".join(words[:-1]) if len(words) > 1 and words[-1] in markers else verb

    @staticmethod
    def _first(rows: object) -> dict[str, AspectGroup]:
        table: dict[str, AspectGroup] = {}
        for word, row in rows:  # type: ignore[attr-defined]
            table.setdefault(word, row)
        return table
