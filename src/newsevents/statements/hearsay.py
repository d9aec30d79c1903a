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

    def of_cue(self, clause: Clause, first: int, last: int) -> bool:
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
            return self._conditional(clause) and (draft.clause < 0 or a.clauses[draft.clause].tense != "conditional")
        return False

    def _conditional(self, clause: Clause) -> bool:
        """The conditional of what is not vouched for: of the past ("aurait reçu"), without a modal and no condition before it.

        The simple conditional is mostly the future seen from the past, or what would be.
        """
        a = self.a
        if clause.tense != "conditional" or "cond" not in self.speech.hearsay_moods or clause.modals or clause.lemma in self.speech.not_hearsay:
            return False
        verbs = _verbs(a.tags, clause)
        if len(verbs) < 2 or (clause.passive and len(verbs) < 3):
            return False
        first, last = self.layout.a.sentences[clause.sentence]
        return not any(a.norms[at] in self.speech.not_after and self.speech.not_after.match(a.norms, at) for at in range(first, last))


def _verbs(tags: str, clause: Clause) -> list[int]:
    """The verbs of a clause's group."""
    return [at for at in range(clause.first, clause.last) if tags[at] in "VIGK"]
