"""Look-ups of what decides the status of events (``aspects.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.lexicon.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsevents.lexicon.events import AspectGroup, AspectsFile, Light
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbTable


class Aspects:
    """The tables of ``aspects.toml``, by kind of word. Groups keep the order of the file."""

    def __init__(self, file: AspectsFile, pack: Pack) -> None:
        groups = file.group
        self.infinitive_verbs: VerbTable[AspectGroup] = pack.verb_table(
            (self._plain(verb, pack), row) for row in groups if "infinitive" in row.governs for verb in row.verbs
        )
        self.noun_verbs: VerbTable[AspectGroup] = pack.verb_table((verb, row) for row in groups if "noun" in row.governs for verb in row.verbs)
        self.clause_verbs: VerbTable[AspectGroup] = pack.verb_table(
            (self._plain(verb, pack), row) for row in groups if "clause" in row.governs for verb in row.verbs
        )
        self.infinitive_nouns = self._first((noun, row) for row in groups if "infinitive" in row.governs for noun in row.nouns)
        self.nouns = self._first((noun, row) for row in groups if "noun" in row.governs for noun in row.nouns)
        self.adjectives = self._phrases(((form, row) for row in groups for word in row.adjectives for form in word.split("|")), pack)
        self.adverbs = self._phrases(((word, row) for row in groups for word in row.adverbs), pack)
        self.prepositions = self._phrases(((word, row) for row in groups for word in row.prepositions), pack)
        self.conjunctions = self._phrases(((word, row) for row in groups for word in row.conjunctions), pack)
        self.determiners = self._phrases(((word, row) for row in groups for word in row.determiners), pack)
        self.light: VerbTable[Light] = pack.verb_table((verb, row) for row in file.light for verb in row.verbs)
        self.durative = frozenset(file.durative)
        self.progressive = file.progressive
        self.scheduled_present = file.scheduled_present

    @staticmethod
    def _plain(verb: str, pack: Pack) -> str:
        """An expression without the infinitive's or clause's own marker at its end ("plan to", "prévoir de")."""
        words = verb.split()
        markers = {
            *pack.grammar.clauses.infinitive_prepositions,
            *pack.grammar.verbs.infinitive_markers,
            *pack.grammar.clauses.complementizers,
            *pack.grammar.clauses.gerund_markers,
        }
        return " ".join(words[:-1]) if len(words) > 1 and words[-1] in markers else verb

    @staticmethod
    def _phrases(rows: Iterable[tuple[str, AspectGroup]], pack: Pack) -> Phrases[AspectGroup]:
        return Phrases((tuple(pack.canonical.get(norm, norm) for norm in pack.cut(word)), row) for word, row in rows)

    @staticmethod
    def _first(rows: Iterable[tuple[str, AspectGroup]]) -> dict[str, AspectGroup]:
        table: dict[str, AspectGroup] = {}
        for word, row in rows:
            table.setdefault(word, row)
        return table
