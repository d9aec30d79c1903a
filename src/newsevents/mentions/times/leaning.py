"""Which side of publication the words around an expression look to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.mentions.times.choose import FUTURE, PAST

if TYPE_CHECKING:
    from newsevents.mentions.times.source import Tense
    from newsevents.text.analysis import Analysis, Clause

__all__ = ["lean_at"]

_INFINITIVE: Final = "infinitive"
_PARTICIPLE: Final = "participle"
_CONDITIONAL: Final = "conditional"
_STOPS: Final = frozenset(".;:?!")
_DEPTH: Final = 6  # how many governors up a form without a tense may look


def lean_at(analysis: Analysis, tense: Tense, first: int, last: int) -> str:
    """Tell whether the words around look ahead or back.

    A word that plans ("prévu", "scheduled") in the same clause decides; else the governing verb's tense.

    Args:
        analysis: The text.
        tense: The pack's words.
        first: The first token of the expression.
        last: The token behind it.

    Returns:
        ``"past"``, ``"future"`` or ``""``.
    """
    clause = _clause_at(analysis, first)
    if _is_planned(analysis, tense, first, last, clause):
        return FUTURE
    return "" if clause is None else _lean_of(analysis, tense, clause)


def _clause_at(analysis: Analysis, token: int) -> int | None:
    """Give the innermost clause of a token: its index, `None` where there is none."""
    if token >= len(analysis.clause_of):
        return None
    clause = analysis.clause_of[token]
    return clause if clause >= 0 else None


def _is_planned(analysis: Analysis, tense: Tense, first: int, last: int, clause: int | None) -> bool:
    """Tell whether a word that looks ahead stands in the clause, or close by where no clause is known."""
    norms, sentence = analysis.norms, analysis.sentence_of
    near = range(max(0, first - tense.reach), min(len(norms), last + tense.reach))
    for token in near:
        if norms[token] not in tense.future or sentence[token] != sentence[min(first, len(sentence) - 1)]:
            continue
        if clause is not None and analysis.clause_of[token] not in {clause, -1}:
            continue
        between = norms[min(token, first) : max(token, first)]
        if _STOPS.isdisjoint(between) and norms[token - 1] not in tense.not_future:
            return True
    return False


def _lean_of(analysis: Analysis, tense: Tense, index: int) -> str:
    """Tell where the tense of a clause, or of the ones that govern it, looks."""
    for _ in range(_DEPTH):
        clause = analysis.clauses[index]
        if clause.tense == _CONDITIONAL:
            return PAST if _is_perfect(analysis, tense, clause) else FUTURE
        if clause.tense in {PAST, FUTURE}:
            return clause.tense
        if clause.tense:
            return FUTURE if clause.lemma in tense.present_future and not clause.passive else tense.present
        if clause.form == _PARTICIPLE:
            return tense.participle
        governor = analysis.clauses[clause.governor] if clause.governor >= 0 else None
        if clause.form == _INFINITIVE and _infinitive_leads(tense, clause, governor):
            return tense.infinitive
        if governor is None:
            return ""
        index = clause.governor
    return ""


def _infinitive_leads(tense: Tense, clause: Clause, governor: Clause | None) -> bool:
    """Tell whether an infinitive says itself where it looks: not behind a verb such as "commencer" or "fail"."""
    lemmas = () if governor is None else (governor.lemma, *governor.modals)
    return not any(lemma in tense.past_verbs for lemma in (*lemmas, *clause.modals))


def _is_perfect(analysis: Analysis, tense: Tense, clause: Clause) -> bool:
    """Tell whether a conditional speaks of the past ("aurait reçu", "would have met")."""
    group = analysis.lemmas[clause.first : clause.last]
    return clause.lemma not in group[:1] and any(lemma in tense.have for lemma in group[:-1])
