"""The look-ups made from ``reporting.toml`` beside the verbs: adjectives, patterns, unnamed sources, documents, hearsay."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.lexicon.phrases import Phrases
from newsevents.lexicon.reporting import ReportingGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsevents.lexicon.reporting import Reporting, ReportingAdjective, SourcePhrase

SPEAKER = "{speaker}"  # where the speaker stands in a pattern
_ANYONE = "x"  # a word in the speaker's place, so that a pattern is cut as text is


class Pattern(NamedTuple):
    """A source phrase around its speaker ("as … put it"): the words before and behind."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    row: SourcePhrase


class Speech:
    """What a language says of those who speak, made once from its reporting file; all keys are folded words."""

    def __init__(self, reporting: Reporting, words: Callable[[str], tuple[str, ...]], reflexives: tuple[str, ...]) -> None:
        self.adjectives: dict[str, list[tuple[ReportingAdjective, ReportingGroup]]] = {}
        for row in reporting.adjective:
            group = ReportingGroup(act=row.act, commitment=row.commitment, content=row.content, verbs=(), content_prepositions=row.content_prepositions)
            for both in row.adjectives:
                for form in both.split("|"):
                    self.adjectives.setdefault(form, []).append((row, group))
                    self.adjectives.setdefault(form + "s", []).append((row, group))
        self._reflexives = frozenset(reflexives)
        self._words = words
        self._copulas = {row: frozenset(self._copula(copula) for copula in row.copulas) for row in reporting.adjective}
        self.patterns: dict[str, list[Pattern]] = {}
        for source in reporting.source:
            for pattern in source.patterns:
                before = words(pattern.partition(SPEAKER)[0])
                whole = words(pattern.replace(SPEAKER, _ANYONE))  # "'s words" alone would be cut otherwise
                self.patterns.setdefault(before[0], []).append(Pattern(before, whole[len(before) + 1 :], source))
        self.relays = {word: source for source in reporting.source for word in source.relays}
        self.informants = frozenset(word for source in reporting.source for word in source.informants)
        self.documents = frozenset(word for row in reporting.document for word in row.words)
        self.unnamed = frozenset(word for row in reporting.unnamed for word in row.words)
        self.unnamed_marks: Phrases[bool] = Phrases((words(mark), True) for row in reporting.unnamed for mark in row.marks)
        self.spokespersons = frozenset(word for row in reporting.spokesperson for word in row.words)
        self.remarks = frozenset(word for row in reporting.again for word in row.remarks)
        self.again = frozenset(form for row in reporting.again for both in row.words for form in both.split("|"))
        self.again_endings = tuple(ending for row in reporting.again for ending in row.endings)
        self.hearsay_moods = frozenset(mood for row in reporting.hearsay for mood in row.moods)
        self.hearsay_adverbs = frozenset(adverb for row in reporting.hearsay for adverb in row.adverbs)
        self.hearsay_adjectives = frozenset(form for row in reporting.hearsay for both in row.adjectives for form in both.split("|"))
        self.hearsay_phrases: Phrases[bool] = Phrases((words(phrase), True) for row in reporting.hearsay for phrase in row.phrases)
        self.not_hearsay = frozenset(verb for row in reporting.hearsay for verb in row.not_verbs)
        self.not_after: Phrases[bool] = Phrases((words(phrase), True) for row in reporting.hearsay for phrase in row.not_after)
        self.hearsay_passives = frozenset(verb for row in reporting.hearsay for verb in row.passive_infinitive)

    def _copula(self, expression: str) -> tuple[str, bool]:
        cut = self._words(expression)
        reflexive = len(cut) > 1 and (cut[0] in self._reflexives or cut[0][-1] == "'")
        return cut[-1], reflexive

    def takes(self, row: ReportingAdjective, lemma: str, *, reflexive: bool) -> bool:
        """Whether an adjective reports behind a verb."""
        return (lemma, reflexive) in self._copulas[row]
