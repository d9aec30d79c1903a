"""How far reported words go: where a clause, an infinitive or a noun phrase that is content ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.phrases import PhraseEnds
from newsevents.statements.rejoinders import Rejoinders

if TYPE_CHECKING:
    from newsevents.statements.layout import Layout
    from newsevents.text.analysis import Clause


class Extents(PhraseEnds):
    """Ends of contents in one text: clauses, and the noun phrases that ``PhraseEnds`` reads."""

    def __init__(self, layout: Layout) -> None:
        super().__init__(layout)
        grammar = layout.pack.grammar
        self.zero = grammar.clauses.zero_complementizer
        self.relatives = frozenset(grammar.clauses.relatives)
        self.rejoinders = Rejoinders(layout)
        self.taken_up: dict[int, int] = {}  # clauses without a subject of their own that go on with the one of a cue: "said that …, and *warned* …"

    def clause_end(self, begin: int, cue: int, limit: int, *, finite: bool = True, top: int = -1, whole: bool = False) -> int:
        """Where a content that begins at a token ends.

        What follows belongs to it as long as it hangs on its clauses; a clause that takes the subject up that reports, a new one with a
        subject of its own behind ", and", another cue, or a semicolon end it.

        Args:
            begin: first token of the content.
            cue: clause that reports, -1 where a noun or a phrase does.
            limit: token that the content must not pass.
            finite: whether the content is a finite clause; an infinitive, a gerund or a noun ends at the next clause with a verb of its own.
            top: the content's first clause, where the caller knows it.
            whole: whether the rest of the sentence is told as well, as behind "selon X, …": a new clause with a subject of its own too.

        Returns:
            Token index, exclusive.
        """
        if begin >= limit:
            return begin  # the text ends with what announces a content
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
            answers = self.rejoinders.joint(index)
            if answers > begin and begun:
                limit = min(limit, answers)  # "…, ce que dément Paris", "…, which she denies"
                break
            if clause.form != "finite":
                joint = self.layout.back_over(clause.first - 1, "B", begin)
                if cue >= 0 and clause.form == a.clauses[cue].form == "gerund" and a.tags[joint] == "C" and index in self.layout.reporting:
                    limit = min(limit, joint)  # "telling them that …, and *suggesting* that …"
                    self.taken_up[index] = cue
                    break
                if self._leaves(index, begin, finite=finite):
                    comma = self.layout.back_over(min(clause.begin, clause.first) - 1, "BPH", begin)
                    comma = comma - 1 if comma in self.layout.closes and a.tags[comma - 1] == "," else comma  # ‹"not conclusive," noting …›
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
                counted = a.chunk_of[clause.marker - 1]  # "…, *weeks* after the president left"
                joint = a.chunks[counted].first - 1 if counted >= 0 and self.layout.is_time(counted) else clause.marker - 1
                joint -= joint in self.layout.closes
                apart = joint >= begin and a.tags[joint] == "," and a.lemmas[clause.marker] not in self.relatives
                if apart and (not finite or (begun and index in self.layout.reporting and (clause.subjects or clause.pronoun >= 0))):
                    limit = min(limit, joint)  # "…, while Democrats say it is overdue"
                    break
                continue
            if not begun:
                begun, main, last = True, clause, clause.last
                continue
            stop = self._stop(clause, main, cue, begin, last, finite=finite, whole=whole)
            if stop >= 0:
                limit = min(limit, stop)
                waited = clause.relation == "root" and clause.subjects and a.tags[stop] == ","  # "The minister, asked whether …, *said*"
                if cue >= 0 and a.tags[stop] in "C," and not waited and not self._has_subject(clause, stop):
                    self.taken_up[index] = cue
                break
            last = clause.last
        if cue >= 0 and a.tags[max(self._start(cue) - 1, 0)] == "-":
            limit = next((at for at in range(begin, limit) if a.tags[at] == "-" and a.norms[at] != "-"), limit)  # "— he once said that … —"
        level = a.quoted[begin - 1] if begin in self.layout.opens and begin > 0 else a.quoted[begin]
        for at in range(begin, limit):
            if a.tags[at] in ";:" and a.quoted[at] == level and (a.tags[at] == ";" or not finite or at + 1 in self.layout.opens):
                return at
        return limit

    def _start(self, index: int) -> int:
        """The first token of a clause's subject or verb."""
        clause = self.a.clauses[index]
        subjects = (self.layout.begin_of(chunk) for chunk in clause.subjects if self.a.chunks[chunk].first < clause.first)
        return min([clause.first, *([clause.pronoun] if clause.pronoun >= 0 else []), *subjects])

    def without_remark(self, begin: int, end: int) -> int:
        """Where a content ends before the writer's own remark on it: "…, *a move that* Y called a mistake", "« … », *une formule qui* a choqué"."""
        a = self.a
        for joint in range(end - 2, begin, -1):
            if a.tags[joint] in ",-" and a.quoted[joint + 1] < 0 and self._is_remark(joint + 1, end):
                return joint
        return end

    def _is_remark(self, at: int, end: int) -> bool:
        a, pack = self.a, self.layout.pack
        if a.tags[at] == "H" and a.tags[at + 1 : at + 2] == "Q":  # "…, *ce que X dément*"
            verb = next((here for here in range(at + 2, end) if here in self.layout.starting), -1)
            return verb >= 0 and self.layout.starting[verb] in self.layout.reporting
        chunk = self.layout.chunk_at(at, end)
        if chunk < 0 or a.norms[a.chunks[chunk].first] not in pack.grammar.indefinite:
            return False
        following = a.tags[a.chunks[chunk].last : a.chunks[chunk].last + 1]
        lemmas = self.layout.lemmas(chunk)
        return following in ("Q", "R") and bool(lemmas & pack.speech.remarks or lemmas & pack.reporting_nouns.keys())

    def without_adjunct(self, begin: int, end: int) -> int:
        """Where a content ends before what tells through what it was said: "que « la loi est claire » *dans un avis*", "…, *lors d'un meeting*"."""
        a = self.a
        quotation = self.layout.opens.get(begin)
        at = quotation.close + 1 if quotation is not None and quotation.closed else -1
        if not (begin < at < end and a.tags[at] == "P" and self.layout.carries(at, end)):
            at = a.tags.rfind(",", begin, end) + 1
            if at <= begin or a.tags[at : at + 1] != "P" or a.quoted[at] >= 0 or not self.layout.carries(at, end) or "V" in a.tags[at:end]:
                return end
            return at - 1
        return at

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
        comma = joint > begin and (a.tags[joint] == "," or (joint in self.layout.closes and a.tags[joint - 1] == ","))
        if not comma and (finite or clause.first <= begin + 2 or index not in self.layout.reporting or clause.form != "gerund"):
            return False
        if clause.form == "gerund" and index in self.layout.reporting:
            return not (a.quoted[clause.first] >= 0 and a.quoted[clause.first] == a.quoted[begin])
        if finite and clause.form == "gerund" and joint in self.layout.closes and a.quoted[clause.first] < 0:
            return True  # 'ruled that it "casts too wide a net," *siding* with …'
        if finite or clause.form != "gerund":
            return False
        # a list of gerunds: "accused of taking X, selling Y and leaving Z"
        return not any(
            a.clauses[other].form == "gerund" and a.clauses[other].first <= begin + 1
            for other in self.layout.clauses_of[a.sentence_of[begin]]
            if a.clauses[other].last > begin
        )

    def _stop(self, clause: Clause, main: Clause | None, cue: int, begin: int, last: int, *, finite: bool, whole: bool) -> int:
        """Where a later main clause ends the content, -1 where it belongs to it."""
        a = self.a
        if clause.begin < begin and clause.relation != "coordinated" and all(a.chunks[chunk].last <= begin for chunk in clause.subjects):
            joint = self.layout.back_over(clause.first - 1, "B", begin)
            if joint >= begin and a.tags[joint] == ",":
                return joint  # "X, who has promised to reform the agency, *did* not respond": the clause around the cue's goes on
            if finite and begin < last <= clause.first and clause.relation == "root" and clause.subjects and cue >= 0 and a.clauses[cue].form == "gerund":
                if a.clauses[cue].subjects == clause.subjects:
                    return joint + 1  # "A motion stating that the library must stay *was carried*"
        opens = clause.begin if clause.begin >= begin else clause.first
        starts = max(min([opens, clause.first, *(self.layout.begin_of(chunk) for chunk in clause.subjects if self.layout.begin_of(chunk) >= last)]), last)
        if a.tags[starts] == "Q" and a.lemmas[starts] in self.layout.complementizers:
            return -1  # "et que …"
        before = self.layout.back_over(starts - 1, "Bq+", begin)
        if before < begin:
            return -1
        own = starts < clause.first and (clause.pronoun >= starts or any(a.chunks[chunk].first >= starts for chunk in clause.subjects))
        begins = self.layout.back_over(clause.first - 1, "BRXHDNAP+E", last) if not own and not clause.subjects else -1
        if begins >= last and a.tags[begins] == "C" and a.tags[begins + 1] in "DH":
            own, before = True, begins  # "…, but *those* close to her are …"
        if a.tags[before] == "C":
            comma = self.layout.back_over(before - 1, "Bq", begin)
            behind_comma = comma >= begin and a.tags[comma] == ","
            if own:
                verbatim = cue >= 0 and a.quoted[begin] < 0 and any(at in self.layout.opens for at in range(clause.begin, a.sentences[clause.sentence][1]))
                stays = finite and (not behind_comma or verbatim or whole) and self.layout.starting.get(clause.first) not in self.layout.reporting
            else:
                verbatim = main is not None and a.quoted[main.head] >= 0 and a.quoted[clause.head] < 0 and cue >= 0 and a.quoted[a.clauses[cue].head] < 0
                goes_on = self._goes_on(clause, main, cue) or self._parallel(clause, main, cue) or self._reports_on(clause)
                stays = finite and not verbatim and not goes_on
            return -1 if stays else (comma if behind_comma else before)
        if a.tags[before] == ",":
            if not finite:
                return before
            if not own and cue >= 0 and a.clauses[cue].relation == "relative" and self.layout.tag_over(before + 1, "BXR", clause.first) == "V":
                return before  # "X, who boasted that …, *stood* there": the verb the sentence waits for
            if own and cue >= 0 and a.clauses[cue].relation in ("adverbial", "relative") and a.quoted[clause.first] < 0:
                return before  # "although he suspected that …, *he could not* …": the main clause of the sentence
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
        if clause.person == said.person == 3 and not clause.plural and main.subjects and all(len(self.layout.lemmas(chunk)) > 1 for chunk in main.subjects):
            return True  # "maintains that results *were* altered and *has* vowed to …"
        if clause.governor == said.governor and clause.governor >= 0 and main.governor != said.governor:
            return True
        own, his, its = (self._shape(one) for one in (said, clause, main))
        return own == his != its

    def _shape(self, clause: Clause) -> tuple[str, bool]:
        """Tense, and whether it is compound."""
        a = self.a
        verbs = [at for at in range(clause.first, clause.last) if a.tags[at] in "VIGK"]
        return clause.tense, len(verbs) > 1 and not clause.passive
