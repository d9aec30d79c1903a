"""How far reported words go: where a clause, an infinitive or a noun phrase that is content ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.layout import MARKS

if TYPE_CHECKING:
    from newsevents.statements.layout import Layout
    from newsevents.text.analysis import Clause


class Extents:
    """Ends of contents in one text."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.a = layout.a
        grammar = layout.pack.grammar
        self.zero = grammar.clauses.zero_complementizer
        self.taken_up: dict[int, int] = {}  # clauses without a subject of their own that go on with the one of a cue: "said that …, and *warned* …"

    # -- clauses

    def clause_end(self, begin: int, cue: int, limit: int, *, finite: bool = True, top: int = -1) -> int:
        """Where a content that begins at a token ends.

        What follows belongs to it as long as it hangs on its clauses; a clause that takes the subject up that reports, a new one with a
        subject of its own behind ", and", another cue, or a semicolon end it.

        Args:
            begin: first token of the content.
            cue: clause that reports, -1 where a noun or a phrase does.
            limit: token that the content must not pass.
            finite: whether the content is a finite clause; an infinitive, a gerund or a noun ends at the next clause with a verb of its own.
            top: the content's first clause, where the caller knows it.

        Returns:
            Token index, exclusive.
        """
        a = self.a
        begun = not finite or top >= 0
        main = a.clauses[top] if top >= 0 else None
        last = main.last if main is not None else begin
        for index in self.layout.clauses_of[a.sentence_of[begin]]:
            clause = a.clauses[index]
            if clause.first < begin or index in (cue, top):
                continue
            if clause.first >= limit:
                break
            quotation = self.layout.quotation_of(clause.first)
            if quotation is not None and begin <= quotation.open < clause.first and begun:
                continue  # verbatim words inside the content
            if clause.form != "finite":
                if self._leaves(index, begin, finite=finite):
                    comma = self.layout.back_over(min(clause.begin, clause.first) - 1, "BPH", begin)
                    limit = min(limit, comma if a.tags[comma] == "," else self._before(clause.first, begin))
                    break
                continue
            remark = clause.marker - 2
            if clause.relation == "relative" and begun and remark > begin and a.tags[remark : clause.marker] == ",H":
                if not finite or index in self.layout.reporting:
                    limit = min(limit, remark)  # "…, ce que dément Paris": the writer's own remark
                    break
            if clause.relation in ("relative", "interrogative") or (clause.relation == "complement" and clause.governor != cue and begun):
                continue
            if clause.relation == "adverbial":
                apart = clause.marker > begin and a.tags[clause.marker - 1] == ","
                if apart and (not finite or (begun and index in self.layout.reporting and (clause.subjects or clause.pronoun >= 0))):
                    limit = min(limit, clause.marker - 1)  # "…, while Democrats say it is overdue"
                    break
                continue
            if not begun:
                begun, main, last = True, clause, clause.last
                continue
            stop = self._stop(clause, main, cue, begin, last, finite=finite)
            if stop >= 0:
                limit = min(limit, stop)
                if cue >= 0 and a.tags[stop] in "C," and not self._has_subject(clause, stop):
                    self.taken_up[index] = cue
                break
            last = clause.last
        level = a.quoted[begin - 1] if begin in self.layout.opens and begin > 0 else a.quoted[begin]
        for at in range(begin, limit):
            if a.tags[at] in ";:" and a.quoted[at] == level and (a.tags[at] == ";" or not finite or at + 1 in self.layout.opens):
                return at
        return limit

    def _before(self, at: int, low: int) -> int:
        """The token from which the joint before a clause begins: its comma, conjunction, marker."""
        return self.layout.back_over(at - 1, ",CPBSHR-", low) + 1

    def _leaves(self, index: int, begin: int, *, finite: bool) -> bool:
        """Whether a gerund or participle leaves the content: ", ajoutant que …" goes on about the speaker."""
        a = self.a
        clause = a.clauses[index]
        if clause.form == "infinitive":
            return False
        joint = self.layout.back_over(min(clause.begin, clause.first) - 1, "BPH", begin)
        comma = joint > begin and a.tags[joint] == ","
        if not comma and (finite or clause.first <= begin + 2 or index not in self.layout.reporting or clause.form != "gerund"):
            return False
        if clause.form == "gerund" and index in self.layout.reporting:
            return not (a.quoted[clause.first] >= 0 and a.quoted[clause.first] == a.quoted[begin])
        if finite or clause.form != "gerund":
            return False
        # a list of gerunds: "accused of taking X, selling Y and leaving Z"
        return not any(
            a.clauses[other].form == "gerund" and a.clauses[other].first <= begin + 1
            for other in self.layout.clauses_of[a.sentence_of[begin]]
            if a.clauses[other].last > begin
        )

    def _stop(self, clause: Clause, main: Clause | None, cue: int, begin: int, last: int, *, finite: bool) -> int:
        """Where a later main clause ends the content, -1 where it belongs to it."""
        a = self.a
        if clause.begin < begin and clause.relation != "coordinated" and all(a.chunks[chunk].last <= begin for chunk in clause.subjects):
            joint = self.layout.back_over(clause.first - 1, "B", begin)
            if joint >= begin and a.tags[joint] == ",":
                return joint  # "X, who has promised to reform the agency, *did* not respond": the clause around the cue's goes on
        starts = max(min([clause.begin, clause.first, *(a.chunks[chunk].first for chunk in clause.subjects if a.chunks[chunk].first >= last)]), last)
        if a.tags[starts] == "Q" and a.lemmas[starts] in self.layout.complementizers:
            return -1  # "et que …"
        before = self.layout.back_over(starts - 1, "Bq+", begin)
        if before < begin:
            return -1
        own = starts < clause.first and (clause.pronoun >= starts or any(a.chunks[chunk].first >= starts for chunk in clause.subjects))
        if a.tags[before] == "C":
            comma = self.layout.back_over(before - 1, "Bq", begin)
            behind_comma = comma >= begin and a.tags[comma] == ","
            if own:
                stays = finite and not behind_comma and self.layout.starting.get(clause.first) not in self.layout.reporting
            else:
                stays = finite and not self._goes_on(clause, main, cue) and not self._parallel(clause, main, cue) and not self._reports_on(clause)
            return -1 if stays else (comma if behind_comma else before)
        if a.tags[before] == ",":
            if not finite:
                return before
            index = self.layout.starting.get(clause.first, -1)
            if index in self.layout.reporting and not any(a.clauses[child].relation == "complement" for child in self.layout.children.get(index, ())):
                return before  # "…, police said": another cue
            return -1
        return -1 if finite else starts

    def _goes_on(self, clause: Clause, main: Clause | None, cue: int) -> bool:
        """Whether a clause without a subject of its own shares that of the cue, not that of the content: "said it was concerned and *called* for"."""
        if cue < 0 or main is None or clause.relation != "coordinated":
            return False
        above = self.a.clauses[cue]
        return (clause.subjects, clause.pronoun) == (above.subjects, above.pronoun) != (main.subjects, main.pronoun)

    def _has_subject(self, clause: Clause, joint: int) -> bool:
        return clause.pronoun > joint or any(self.a.chunks[chunk].first > joint for chunk in clause.subjects)

    def _reports_on(self, clause: Clause) -> bool:
        """Whether a clause without a subject of its own goes on to report: "confirme que … et *précise* que …"."""
        index = self.layout.starting.get(clause.first, -1)
        return index in self.layout.reporting and any(
            self.a.clauses[child].relation in ("complement", "interrogative") for child in self.layout.children.get(index, ())
        )

    def _parallel(self, clause: Clause, main: Clause | None, cue: int) -> bool:
        """Whether a clause without a subject goes on with the verb that reports: "a déclaré que …, et *a révélé* …"."""
        if cue < 0 or main is None:
            return False
        said = self.a.clauses[cue]
        if said.form != "finite":
            return False
        if clause.governor == said.governor and clause.governor >= 0 and main.governor != said.governor:
            return True
        own, his, its = (self._shape(one) for one in (said, clause, main))
        return own == his != its

    def _shape(self, clause: Clause) -> tuple[str, bool]:
        """Tense, and whether it is compound."""
        a = self.a
        verbs = [at for at in range(clause.first, clause.last) if a.tags[at] in "VIGK"]
        return clause.tense, len(verbs) > 1 and not clause.passive

    # -- noun phrases

    def noun_end(self, chunk: int, cue: int, limit: int) -> int:
        """Where a noun phrase ends that is content: with complements, lists, participles, relative clauses and places behind it."""
        return self.phrase_end(self.a.chunks[chunk].first, self.a.chunks[chunk].last, cue, limit)

    def phrase_end(self, first: int, end: int, cue: int, limit: int) -> int:
        """The same for a phrase of which only the beginning is known."""
        a, layout = self.a, self.layout
        least = end
        while end < limit:
            at = end
            if at in layout.opens and layout.opens[at].close < limit:
                end = layout.opens[at].close + layout.opens[at].closed
                continue
            while at < limit and a.tags[at] == "q" and a.quoted[at] >= 0:
                at += 1
            if at >= limit:
                return limit
            inside = layout.quotation_of(at)
            if inside is not None and inside.open > first - 2 and inside.open < at and inside.close < limit:
                end = inside.close + inside.closed
                continue
            tag = a.tags[at]
            here = a.chunk_of[at]
            if here >= 0:
                if layout.is_time(here) and a.chunks[here].preposition < 0 and a.quoted[at] < 0:
                    break
                end = a.chunks[here].last
                continue
            if tag in "BM+Z" or a.norms[at] in layout.pack.grammar.clauses.possessive_clitic:
                end = at + 1
                continue
            if tag == "P":
                if self._is_adjunct(at, limit) or (at - 1 in layout.closes and self._is_time(at + 1, limit)):
                    break
                end = at + 1
                continue
            if tag in "KIGTXRA":
                index = a.clause_of[at]
                if index < 0 or a.clauses[index].form == "finite":
                    if tag in "AKR":
                        end = at + 1
                        continue
                    break
                end = max(at + 1, min(a.clauses[index].last, limit))
                continue
            if tag == "Q":
                if any(here in layout.opens for here in range(first - 1, end)) and a.quoted[at] < 0:
                    break  # the words in marks are the speaker's, the clause behind them the writer's
                end = self._relative_end(at, cue, limit)
                continue
            if tag == "C":
                if self.opens_clause(at + 1, limit):
                    break
                end = at + 1
                continue
            if tag == "(":
                close = a.tags.find(")", at, limit)
                end = close + 1 if close > 0 else limit
                continue
            if tag in ",-":
                after = at + 1
                if after >= limit or a.tags[after] in "SGVR.;":
                    break
                if a.tags[after] == "Q" and a.lemmas[after] not in layout.complementizers:
                    # the writer's own remark, unless the phrase goes on behind it: "…, qui ne sont pas venus, ainsi que …"
                    closing = self._relative_end(after, cue, limit)
                    if closing + 1 < limit and a.tags[closing] == "," and a.tags[closing + 1] == "C" and not self.opens_clause(closing + 2, limit):
                        end = closing
                        continue
                    break
                if a.tags[after] == "C" or self._lists_on(after, limit) or self._places_on(after, limit):
                    if a.tags[after] == "C" and self.opens_clause(after + 1, limit):
                        break
                    end = after + 1
                    continue
                if self._apposed(after, limit):
                    end = after
                    continue
                break
            if tag in "VS.;:":
                break
            end = at + 1
        while end > least and a.tags[end - 1] in ",.;:-CP+BSXD":
            end -= 1
        return min(end, limit)

    def _is_adjunct(self, preposition: int, limit: int) -> bool:
        """Whether a prepositional phrase tells when or through what was spoken, not what: "lors d'une conférence de presse"."""
        a = self.a
        chunk = a.chunk_of[preposition + 1] if preposition + 1 < limit else -1
        if chunk < 0:
            return False
        lemmas = self.layout.lemmas(chunk)
        return any(a.lemmas[preposition] in row.prepositions and lemmas & set(row.words) for row in self.layout.pack.reporting.medium)

    def _is_time(self, at: int, limit: int) -> bool:
        chunk = self.layout.chunk_at(at, limit)
        return chunk >= 0 and self.layout.is_time(chunk)

    def _relative_end(self, marker: int, cue: int, limit: int) -> int:
        """Where a relative clause ends: at the comma that closes it, else where its clause does."""
        a = self.a
        index = next((other for other in self.layout.clauses_of[a.sentence_of[marker]] if a.clauses[other].marker == marker and other != cue), -1)
        if index < 0:
            return marker + 1
        end = max(a.clauses[index].last, marker + 1)
        stop = limit
        for at in range(end, limit):
            if a.tags[at] in ";:" or (a.tags[at] == "," and not self._lists_on(at + 1, limit)):
                stop = at
                break
        return max(min(stop, limit), end)

    def opens_clause(self, at: int, limit: int) -> bool:
        """Whether a conjunction is followed by a clause with its own verb: a verb, a participle with its object, or a subject with a verb."""
        a = self.a
        behind = -1
        first = self.layout.over(at, "BX", limit)
        if first < limit and a.tags[first] == "K":
            index = self.layout.starting.get(first, -1)
            if index in self.layout.reporting or (index >= 0 and a.clauses[index].form == "finite"):
                return True
        listed = at > 1 and a.tags[at - 2] == ","
        for here in range(at, limit):
            tag = a.tags[here]
            quotation = self.layout.opens.get(here)
            if quotation is not None and not self.layout.is_whole(quotation):
                behind = quotation.close
            if here <= behind:
                continue  # a word in marks
            if tag == "V":
                index = a.clause_of[here]
                return index < 0 or a.clauses[index].relation not in ("relative", "adverbial")
            if tag in "QS:;GIK" or (tag == "," and not listed):
                return False
        return False

    def _lists_on(self, at: int, limit: int) -> bool:
        """Whether a list goes on behind a comma: noun phrases, and a conjunction before the last."""
        a = self.a
        chunk = self.layout.chunk_at(self.layout.over(at, "PC+", limit), limit)
        if chunk < 0 or a.chunks[chunk].first > at + 3:
            return False
        for here in range(a.chunks[chunk].last, min(limit, at + 30)):
            if a.tags[here] in "VQS;:":
                return False
            if a.tags[here] == "C" and (a.chunk_of[min(here + 1, limit - 1)] >= 0 or a.tags[min(here + 1, limit - 1)] in "PDqA"):
                return True
        return False

    def _places_on(self, at: int, limit: int) -> bool:
        """Whether what follows a comma is the larger place: "à Budapest, en Hongrie"."""
        a = self.a
        if a.tags[at] == "P" and at + 1 < limit and a.chunk_of[at + 1] >= 0:
            chunk = a.chunks[a.chunk_of[at + 1]]
            return a.shapes[chunk.head] == "C" and (chunk.last >= limit or a.tags[chunk.last] in ",.q")
        return False

    def _apposed(self, at: int, limit: int) -> bool:
        """Whether an apposition follows that runs to the next comma or the end, without a verb."""
        a = self.a
        chunk = self.layout.chunk_at(at, limit)
        if chunk < 0 or a.chunks[chunk].first != at or self.layout.is_time(chunk):
            return False
        for here in range(a.chunks[chunk].last, limit):
            if a.tags[here] in "VG":
                return False
            if a.tags[here] in ",.;:":
                return True
        return True

    def is_empty(self, begin: int, end: int) -> bool:
        """Whether a range holds no word."""
        return all(tag in MARKS for tag in self.a.tags[begin:end])
