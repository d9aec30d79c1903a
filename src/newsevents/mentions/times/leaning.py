"""Which side of publication the words around an expression look to."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from newsevents.mentions.times.choose import FUTURE, PAST

if TYPE_CHECKING:
    from newsevents.mentions.times.source import Tense
    from newsevents.text.analysis import Analysis, Clause

__all__ = ["Leaning"]

_INFINITIVE: Final = "infinitive"
_PARTICIPLE: Final = "participle"
_CONDITIONAL: Final = "conditional"
_STOPS: Final = frozenset(",.;:?!")
_DEPTH: Final = 6  # how many governors up a form without a tense may look
_DETERMINER: Final = "D"  # the tag of one: "l'arrivée lundi" is no participle
_PREPOSITION: Final = "P"
_GERUND: Final = "G"  # the tag of a form in "-ing"


class Leaning:
    """Tells of any place in one text whether the words around look ahead or back."""

    def __init__(self, analysis: Analysis, tense: Tense) -> None:
        """Put the text's verb groups in order.

        Args:
            analysis: The text.
            tense: The pack's words.
        """
        self._analysis = analysis
        self._tense = tense
        groups = sorted((clause.last, index) for index, clause in enumerate(analysis.clauses))
        self._lasts = [last for last, _ in groups]
        self._groups = [index for _, index in groups]

    def at(self, first: int, last: int) -> str:
        """Tell where the words around an expression look.

        A participle right before it says it ("l'attaque survenue lundi"); else the verb group before it, if nothing stops
        between, with the words that plan ("prévu", "scheduled"); else the clause it stands in.

        Args:
            first: The first token of the expression.
            last: The token behind it.

        Returns:
            ``"past"``, ``"future"`` or ``""``.
        """
        if not first < len(self._analysis.norms):
            return ""
        before = self._group_before(first)
        return self._before_verb(first, last) if before is None else self._behind_verb(first, before)

    def _behind_verb(self, first: int, index: int) -> str:
        """Tell where an expression looks that stands behind the verb group of a clause."""
        clause = self._analysis.clauses[index]
        start = clause.first if clause.form != _INFINITIVE else max(self._sentence_start(first), clause.first - self._tense.reach)
        if self._is_planned(start, first):
            return FUTURE
        if clause.last < first and self._follows_participle(first):
            return self._tense.participle
        return self._lean_of(index)

    def _before_verb(self, first: int, last: int) -> str:
        """Tell where an expression looks that no verb group stands before."""
        if self._is_planned(max(self._sentence_start(first), first - self._tense.reach), first):
            return FUTURE
        if self._follows_participle(first):
            return self._tense.participle
        if self._is_planned_behind(first, last):
            return FUTURE
        clause = self._analysis.clause_of[first]
        return self._lean_of(clause) if clause >= 0 else ""

    def _sentence_start(self, token: int) -> int:
        """Give the first token of a token's sentence."""
        return self._analysis.sentences[self._analysis.sentence_of[token]][0]

    def _group_before(self, token: int) -> int | None:
        """Give the clause whose verb group is the last before a token, with no stop between, in its sentence."""
        at = bisect_right(self._lasts, token) - 1
        if at < 0:
            return None
        last = self._lasts[at]
        if last <= self._sentence_start(token) or not _STOPS.isdisjoint(self._analysis.norms[last:token]):
            return None
        return self._groups[at]

    def _is_planned(self, start: int, end: int) -> bool:
        """Tell whether a word that plans stands between two tokens, with no stop behind it."""
        norms = self._analysis.norms
        for token in range(end - 1, start - 1, -1):
            if norms[token] in _STOPS:
                return False
            if norms[token] in self._tense.future or norms[token] in self._tense.future_before:
                return self._plans(token)
        return False

    def _plans(self, token: int) -> bool:
        """Tell whether a word that may plan does, by the words beside it."""
        norms, tense = self._analysis.norms, self._tense
        behind = tense.future_before.get(norms[token])
        if behind is not None and norms[token + 1 : token + 2] and norms[token + 1] not in behind:
            return False
        return token == 0 or norms[token - 1] not in tense.not_future

    def _is_planned_behind(self, first: int, last: int) -> bool:
        """Tell whether a word that plans stands behind an expression that opens its clause: "Jeudi, le conseil doit voter"."""
        norms = self._analysis.norms
        end = min(len(norms), last + self._tense.reach, self._analysis.sentences[self._analysis.sentence_of[first]][1])
        is_first = first - self._sentence_start(first) <= 1
        for token in range(last, end):
            if norms[token] in _STOPS and not (is_first and token == last and norms[token] == ","):
                return False
            if norms[token] in self._tense.future or norms[token] in self._tense.future_before:
                return self._plans(token)
        return False

    def _follows_participle(self, token: int) -> bool:
        """Tell whether a past participle stands right before a token, or before its preposition."""
        tags, norms = self._analysis.tags, self._analysis.norms
        at = token - 1
        if at > 0 and tags[at] == _PREPOSITION:
            at -= 1
        if at < 1 or not norms[at].endswith(self._tense.participles):
            return False
        return tags[at - 1] != _DETERMINER

    def _lean_of(self, index: int) -> str:
        """Tell where the tense of a clause, or of the ones that govern it, looks."""
        tense = self._tense
        for _ in range(_DEPTH):
            clause = self._analysis.clauses[index]
            if clause.tense == _CONDITIONAL:
                return PAST if self._is_perfect(clause) else FUTURE
            if clause.tense in {PAST, FUTURE}:
                return clause.tense
            if clause.tense and tense.progressive and not clause.passive and self._analysis.tags[clause.head] == _GERUND:
                return tense.progressive
            if clause.tense:
                return FUTURE if clause.lemma in tense.present_future and not clause.passive else tense.present
            if clause.form == _PARTICIPLE:
                return tense.participle
            governor = self._analysis.clauses[clause.governor] if clause.governor >= 0 else None
            if clause.form == _INFINITIVE and self._infinitive_leads(clause, governor):
                return tense.infinitive
            if governor is None:
                return ""
            index = clause.governor
        return ""

    def _infinitive_leads(self, clause: Clause, governor: Clause | None) -> bool:
        """Tell whether an infinitive says itself where it looks: not behind a verb such as "commencer" or "fail"."""
        lemmas = () if governor is None else (governor.lemma, *governor.modals)
        return not any(lemma in self._tense.past_verbs for lemma in (*lemmas, *clause.modals))

    def _is_perfect(self, clause: Clause) -> bool:
        """Tell whether a conditional speaks of the past ("aurait reçu", "would have met")."""
        group = self._analysis.lemmas[clause.first : clause.last]
        return clause.lemma not in group[:1] and any(lemma in self._tense.have for lemma in group[:-1])
