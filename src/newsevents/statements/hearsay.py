"""What a text reports without vouching for it: "aurait reçu", "reportedly", "is said to have"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.statements.draft import Draft
    from newsevents.statements.layout import Layout, Range
    from newsevents.text.analysis import Clause


class Hearsay:
    """Tells hearsay in one text."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.a = layout.a
        self.speech = layout.pack.speech
        self.verbs = layout.pack.grammar.verbs

    def of_cue(self, clause: int, first: int, last: int) -> bool:
        """Whether a cue is itself unconfirmed: "aurait déclaré", "reportedly told"."""
        return self._conditional(clause) or any(self.a.norms[at] in self.speech.hearsay_adverbs for at in range(first, last))

    def of_content(self, spans: list[Range], draft: Draft) -> bool:
        """Whether a content's main clause is marked as unconfirmed."""
        a = self.a
        begin, end = spans[0][0], spans[-1][1]
        for index in self.layout.clauses_of[a.sentence_of[begin]]:
            clause = a.clauses[index]
            if clause.first < begin or clause.form != "finite":
                continue
            if clause.first >= end:
                break
            if clause.relation in ("relative", "adverbial"):
                continue
            low = max(begin, clause.first - 1)
            if any(a.norms[at] in self.speech.hearsay_adverbs for at in range(low, min(clause.last, end))):
                return True
            if (
                draft.rule == "source"
                and clause.tense == "conditional"
                and "cond" in self.speech.hearsay_moods
                and clause.lemma in (self.verbs.have, self.verbs.be)
                and not clause.modals
            ):
                return not self._depends(index)  # "selon X, il serait originaire de …"
            return self._conditional(index) and (draft.clause < 0 or a.clauses[draft.clause].tense != "conditional")
        return False

    def _conditional(self, index: int) -> bool:
        """The conditional of what is not vouched for: of the past ("aurait reçu"), without a modal and no condition before it.

        The simple conditional is mostly the future seen from the past, or what would be.
        """
        a = self.a
        clause = a.clauses[index]
        if clause.tense != "conditional" or "cond" not in self.speech.hearsay_moods or clause.modals or clause.lemma in self.speech.not_hearsay:
            return False
        verbs = _verbs(a.tags, clause)
        if len(verbs) < 2 or (clause.passive and len(verbs) < 3):
            return False
        return not self._depends(index)

    def _depends(self, index: int) -> bool:
        """Whether a conditional hangs on a condition: "si" before its clause or in a clause that hangs on it."""
        a = self.a
        clause = a.clauses[index]
        low = max(clause.begin - 3, a.sentences[clause.sentence][0])
        if any(self.is_condition(at) for at in range(low, clause.first)):
            return True
        markers = (a.clauses[child].marker for child in self.layout.children.get(index, ()) if a.clauses[child].relation == "adverbial")
        return any(at >= 0 and self.is_condition(at) for at in markers)

    def is_condition(self, token: int) -> bool:
        """Whether a word opens a condition: "si", "au cas où"."""
        return self.a.norms[token] in self.speech.not_after and self.speech.not_after.match(self.a.norms, token) is not None


def _verbs(tags: str, clause: Clause) -> list[int]:
    """The verbs of a clause's group."""
    return [at for at in range(clause.first, clause.last) if tags[at] in "VIGK"]
