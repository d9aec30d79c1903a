"""Clauses that confirm or deny the words before them: "…, *ce que X dément*", "…, *which she denies*", "…, *a claim he rejects*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.draft import Draft
    from newsevents.statements.layout import Layout, Range
    from newsevents.text.analysis import Clause


def rejoining_group(groups: tuple[ReportingGroup, ...]) -> ReportingGroup | None:
    """The group of a verb that may answer what was said, None for others."""
    return next((group for group in groups if group.commitment == "denied" or group.act == "confirm"), None)


class Rejoinders:
    """Tells these clauses in one text, and what they answer."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.a = layout.a
        grammar = layout.pack.grammar
        self.sentential = frozenset(grammar.clauses.sentence_relatives)
        self.indefinite = frozenset(grammar.indefinite)
        speech = layout.pack.speech
        self.answered = frozenset(layout.pack.reporting_nouns) | speech.remarks

    def joint(self, index: int) -> int:
        """The comma or dash before a clause that answers the words before it, -1 before any other."""
        a = self.a
        group = self.layout.rejoining.get(index)
        clause = a.clauses[index]
        inverted = not clause.subjects and clause.objects and clause.marker == clause.first - 1 and self.layout.pack.grammar.clauses.inversion
        if group is None or clause.form != "finite" or clause.passive or not (clause.subjects or clause.pronoun >= 0 or inverted):
            return -1
        begin = self._begin(clause)
        if clause.marker >= 0 and not inverted and begin <= clause.marker:
            return -1  # "the company, *which denies* wrongdoing"
        if clause.marker < 0 or clause.marker >= clause.first:
            chunk = a.chunk_of[begin]  # "…, *a claim Orvex Rail* denies": read as one noun phrase
            named = chunk >= 0 and a.norms[begin] in self.indefinite and a.tags[a.chunks[chunk].last - 1] == "E" and a.tags[begin - 1] in ",-("
            summed = named and any({*self.layout.pack.nouns.lemmas(a.norms[at])} & self.answered for at in range(begin, a.chunks[chunk].last))
            return begin - 1 if summed else self._behind_noun(begin)
        word, before = a.norms[clause.marker], clause.marker - 1
        if before < 1 or (word not in self.layout.pack.grammar.clauses.object_relatives and a.lemmas[clause.marker] not in self.layout.complementizers):
            return -1
        if word in self.sentential and a.tags[before] in ",-(":
            return before if group.act in ("deny", "confirm") else -1
        if a.tags[before] == "H" and a.chunk_of[before - 1] < 0 and a.tags[before - 1] in ",-(":
            return before - 1
        return self._behind_noun(clause.marker)

    def _begin(self, clause: Clause) -> int:
        a = self.a
        starts = [self.layout.begin_of(chunk) for chunk in clause.subjects if clause.marker < a.chunks[chunk].first]
        starts = starts or [clause.marker] * bool(clause.subjects)
        return min([clause.first, *starts, *([clause.pronoun] if clause.pronoun >= 0 else [])])

    def _behind_noun(self, begin: int) -> int:
        """The joint before a noun that sums up what was said: "…, *une accusation* qu'il rejette", "…, *something* her employer disputes"."""
        a = self.a
        if begin < 2:
            return -1
        chunk = a.chunk_of[begin - 1]
        first = a.chunks[chunk].first if chunk >= 0 else begin - 1
        if first < 1 or a.tags[first - 1] not in ",-(":
            return -1
        if a.tags[begin - 1] == "H" and first == begin - 1:
            return first - 1
        summed = chunk >= 0 and a.norms[first] in self.indefinite and bool(self.layout.lemmas(chunk) & self.answered)
        return first - 1 if summed else -1

    def answered_words(self, cue: VerbCue, drafts: list[Draft]) -> list[Range]:
        """The words that a clause answers: the content that ends before it; none where the text itself says them."""
        a = self.a
        joint = self.joint(cue.clause)
        number = a.sentence_of[joint]
        ends = [
            draft
            for draft in drafts
            if draft.cue is not None
            and a.sentence_of[draft.begin] == number
            and draft.end <= joint <= draft.end + 1 + sum(a.tags[at] in "q)" for at in range(draft.end, joint))
        ]
        return list(max(ends, key=lambda draft: draft.begin).content) if ends else []
