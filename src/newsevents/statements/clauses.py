"""The clause that a cue reports: where it begins, with "que", "that", a question word or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.draft import Found

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.extents import Extents
    from newsevents.statements.layout import Layout
    from newsevents.statements.nouns import NounPhrases
    from newsevents.text.analysis import Clause

_REACH = 60  # tokens between a verb and its clause: an addressee, a date, a medium


class ToldClauses:
    """Finds the clauses that cues report, in one text."""

    def __init__(self, layout: Layout, nouns: NounPhrases, extents: Extents) -> None:
        self.layout = layout
        self.a = layout.a
        self.nouns = nouns
        self.extents = extents

    def content(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A clause: "que …", "that …", without either ("he said the talks failed"), or a question."""
        wanted = set(group.content)
        if not wanted & {"clause", "question"} or self._is_asked_of(cue) or self.layout.is_restricted(cue.clause, cue.last):
            return None
        place = self.place(cue, limit)
        if place is None:
            return None
        begin, top, question = place
        if self.a.tags[begin] == "V" and self.a.tags[begin - 1] != "Q" and begin == cue.last:
            return None  # "Whether voters agree *will be known*": no subject
        if ("clause" not in wanted and not question) or (question and "question" not in wanted and group.commitment != "asserted"):
            return None
        end = self.extents.clause_end(begin, cue.clause, self._limit(begin, limit), top=top)
        end = self.extents.without_adjunct(begin, self.extents.without_remark(begin, end))
        return Found("question" if question else "clause", group, [(begin, end)]) if "V" in self.a.tags[begin:end] or self._adjoins(cue, begin, end) else None

    def _is_asked_of(self, cue: VerbCue) -> bool:
        """Whether a clause is what one thinks, not that one thinks: "*what* he thinks of his chances is …"."""
        clause = self.a.clauses[cue.clause]
        grammar = self.layout.pack.grammar.clauses
        if clause.marker < 0 or clause.relation != "relative":
            return False
        norm = self.a.norms[clause.marker]
        return norm in grammar.interrogatives and norm not in grammar.relative_subjects and norm not in grammar.relatives

    def _adjoins(self, cue: VerbCue, begin: int, end: int) -> bool:
        """Whether "que" stands right behind a cue: a clause follows, whatever its verb was taken for."""
        if self.extents.zero or self.a.tags[begin - 1] != "Q" or self.layout.over(cue.last, "B", begin) != begin - 1:
            return False
        return not self.a.clauses[cue.clause].negated or any(tag in "VIKG" for tag in self.a.tags[begin:end])

    def place(self, cue: VerbCue, limit: int) -> tuple[int, int, bool] | None:
        """Where the clause begins that a cue governs, its verb, and whether it is a question."""
        a, layout = self.a, self.layout
        for head in self.layout.heads(cue.clause, cue.first, cue.last):
            for child in layout.children.get(head, ()):
                clause = a.clauses[child]
                asks = clause.relation == "adverbial" and self._asks(cue, clause)
                if asks and clause.first >= cue.last:
                    return clause.marker, child, True
                if (
                    clause.relation not in ("complement", "interrogative")
                    or clause.first < cue.last - 1
                    or clause.sentence != a.clauses[cue.clause].sentence
                    or clause.first >= limit
                ):
                    continue
                if self._is_quoted_apart(cue, clause.marker if clause.marker >= 0 else clause.begin):
                    continue
                if clause.relation == "interrogative":
                    marker = layout.back_over((clause.marker if clause.marker >= 0 else clause.begin) - 1, "B", cue.last)
                    if marker >= cue.last and a.tags[marker] == "Q" and a.lemmas[marker] in layout.complementizers:
                        return marker + 1, -1, False  # "said that if elected, she would …"
                    return clause.marker if clause.marker >= 0 else clause.begin, child, True
                if clause.marker >= 0:
                    if self._is_noun_clause(cue, clause.marker) or any(self._is_other_cue(cue, at) for at in range(cue.last, clause.marker)):
                        continue
                    first = layout.opens.get(cue.last)
                    if first is not None and layout.over(first.close + 1, "CB", clause.marker + 1) == clause.marker:
                        return cue.last, child, False  # said "…" and that …
                    return clause.marker + 1, child, False
                begin = max(clause.begin, cue.last)
                if "q" in a.tags[cue.last : begin] and "," not in a.tags[cue.last : begin]:
                    begin = layout.over(cue.last, "B", begin)  # said a "general reflection" is needed
                opening = begin
                while opening > cue.last and a.tags[opening - 1] == "q":
                    opening -= 1
                if any(a.tags[at] == "," for at in range(cue.last, begin)) and opening not in layout.opens:
                    continue
                return opening, child, False
        verbatim = self._verbatim_predicate(cue, limit)
        if verbatim >= 0:
            return verbatim, -1, False
        fronted = self._fronted(cue, limit)
        if fronted >= 0:
            return cue.last, fronted, False
        adjacent = self._adjacent(cue, limit)
        if adjacent >= 0:
            return cue.last, adjacent, False
        for at in range(cue.last, min(limit, cue.last + _REACH)):
            if at == cue.last and a.tags[at] in "SQ" and at + 1 in layout.opens and a.lemmas[at] in self.layout.pack.grammar.clauses.interrogatives:
                return at, -1, True  # wondered why "nobody ever marches"
            if at in layout.opens and at + 1 < limit and a.tags[at + 1] != "Q":
                return None
            if a.tags[at] == "Q" and a.lemmas[at] in layout.complementizers and self._reached(cue, at):
                return at + 1, -1, False
            if a.tags[at] in "VS;:." or (a.tags[at] == "Q" and a.lemmas[at] not in layout.complementizers) or self._is_other_cue(cue, at):
                return None
        return None

    def _is_other_cue(self, cue: VerbCue, at: int) -> bool:
        """Whether another verb that reports begins at a token: what follows is its content."""
        index = self.layout.starting.get(at, -1)
        return index != cue.clause and index in self.layout.reporting

    def _asks(self, cue: VerbCue, clause: Clause) -> bool:
        """Whether a clause behind a verb that asks is what it asks: "questioned *why* …"."""
        a = self.a
        if clause.marker < cue.last or not any("question" in group.content for group in cue.groups):
            return False
        if a.lemmas[clause.marker] not in self.layout.pack.grammar.clauses.interrogatives:
            return False
        agent = self.layout.agent(cue.clause) if a.clauses[cue.clause].passive else -1
        return self.layout.over(a.chunks[agent].last if agent >= 0 else cue.last, "B", clause.marker) == clause.marker  # "asked by X *whether* …"

    def _verbatim_predicate(self, cue: VerbCue, limit: int) -> int:
        """Where a content without "that" begins whose verb stands in marks: 'saying the war "was never going to end"'; -1."""
        a, layout = self.a, self.layout
        if not self.extents.zero:
            return -1
        at = layout.over(cue.last, "B", limit)
        chunk = a.chunk_of[at] if at < limit else -1
        if chunk < 0 or a.chunks[chunk].first != at:
            return -1
        end = self.nouns.object_end(chunk, limit)
        return at if end + 1 < limit and end in layout.opens and layout.tag_over(end + 1, "BX", limit - 1) == "V" else -1

    def _adjacent(self, cue: VerbCue, limit: int) -> int:
        """A clause without "that" right behind an expression that reports: "has made plain *he is listening*"; -1."""
        a = self.a
        if not self.extents.zero or cue.last >= limit or a.clauses[cue.clause].last >= cue.last:
            return -1
        for index in self.layout.clauses_of[a.sentence_of[cue.first]]:
            clause = a.clauses[index]
            if clause.first > cue.last and clause.form == "finite":
                begins = clause.pronoun == cue.last or any(a.chunks[chunk].first == cue.last for chunk in clause.subjects)
                return index if begins and clause.first < limit else -1
        return -1

    def _fronted(self, cue: VerbCue, limit: int) -> int:
        """The main clause of a content without "that" which a subordinate clause opens: "said if the vote fails, he will go"; -1."""
        a, layout = self.a, self.layout
        if not self.extents.zero or cue.last >= limit or a.tags[cue.last] != "S" or a.clauses[cue.clause].form == "infinitive":
            return -1
        for index in layout.clauses_of[a.sentence_of[cue.first]]:
            clause = a.clauses[index]
            if clause.first <= cue.last or clause.first >= limit or clause.form != "finite" or clause.relation in ("adverbial", "relative"):
                continue
            begin = min(clause.begin, clause.first, *(a.chunks[chunk].first for chunk in clause.subjects))
            joint = layout.back_over(begin - 1, "Bq", cue.last)
            return (
                index
                if (clause.governor in (-1, cue.clause) or clause.relation == "quoted") and (clause.subjects or clause.pronoun >= 0) and a.tags[joint] == ","
                else -1
            )
        return -1

    def _is_quoted_apart(self, cue: VerbCue, begin: int) -> bool:
        """Whether a clause stands inside a quotation that opens behind the cue and before it: a part of what is quoted."""
        quotation = self.layout.quotation_of(begin)
        return quotation is not None and cue.last <= quotation.open < self.layout.back_over(begin - 1, "B", cue.last)

    def _is_noun_clause(self, cue: VerbCue, marker: int) -> bool:
        """Whether "que" belongs to the verb's object, a thing: "n'a pas écarté *la possibilité que* …"."""
        a = self.a
        chunk = a.chunk_of[marker - 1]
        if chunk >= 0 and a.chunks[chunk].preposition >= cue.last and a.chunks[chunk].behind in a.clauses[cue.clause].objects:
            owner = a.chunks[chunk].behind  # "denied *a report* in the Times *that* …"
            return bool(self.layout.lemmas(owner) & self.layout.pack.reporting_nouns.keys()) and self.nouns.is_noun(owner)
        if chunk < 0 or a.chunks[chunk].first < cue.last or a.chunks[chunk].preposition >= cue.last:
            return False
        if chunk in a.clauses[cue.clause].objects and any("object" in group.addressee for group in cue.groups):
            return bool(self.layout.lemmas(chunk) & self.layout.pack.clause_nouns)  # "telling *his listeners* that …"
        return not self.layout.is_time(chunk) and not self.nouns.is_someone(chunk) and self.nouns.is_noun(chunk)

    def _reached(self, cue: VerbCue, marker: int) -> bool:
        """Whether a complementizer without a clause of its own belongs to the cue: right behind it, or before a quotation."""
        a = self.a
        if a.tags[marker - 1] == "H" and "," in a.tags[cue.last : marker]:
            return False  # "…, contrairement à *ce qu'*avait affirmé X"
        before = a.chunk_of[marker - 1]
        if before >= 0 and a.chunks[before].preposition >= cue.last and not self.nouns.is_someone(before):
            clause = next((a.clauses[index] for index in self.layout.clauses_of[a.sentence_of[marker]] if a.clauses[index].marker == marker), None)
            if clause is not None and clause.relation == "relative" and (before in clause.subjects or not self.extents.zero):
                return False  # "reported progress toward *a deal that* would free hostages"
        return self.nouns.belongs(cue, marker) and any(a.clauses[index].first > marker for index in self.layout.clauses_of[a.sentence_of[marker]])

    def _limit(self, begin: int, limit: int) -> int:
        """The limit of a content: the quotation's end where the content begins with one that is whole."""
        quotation = self.layout.opens.get(begin)
        if quotation is not None and quotation.close >= limit:
            return quotation.close
        return limit
