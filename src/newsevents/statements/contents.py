"""What a cue reports, to its right: a clause, a quotation, an infinitive, a noun phrase; which of its groups has its content there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.statements.extents import Extents
from newsevents.statements.layout import MARKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.layout import Layout, Range
    from newsevents.text.analysis import Clause, Quotation

_REACH = 60  # tokens between a verb and the preposition before its content: an object with a relative clause


class Found(NamedTuple):
    """A content: the rule that found it, the group it fits, and its parts."""

    rule: str
    group: ReportingGroup
    parts: list[Range]


class Contents:
    """Finds what stands behind cues in one text."""

    def __init__(self, layout: Layout, index: ActorIndex, subject_fits: Callable[[VerbCue, ReportingGroup], bool]) -> None:
        self.layout = layout
        self.a = layout.a
        self.index = index
        self.extents = Extents(layout)
        self.subject_fits = subject_fits

    def behind(self, cue: VerbCue) -> Found | None:
        """The content behind a cue, by the first group that has one there."""
        limit = self.layout.bounds(cue.first)[1]
        groups = [group for group in cue.groups if self.subject_fits(cue, group) and not self._is_another_sense(cue, group)]
        for find in (self._clause, self._direct, self._prepositional, self._infinitive, self._gerund, self._predicate, self._noun, self._words, self._colon):
            for group in groups:
                found = find(cue, group, limit)
                if found is not None:
                    return self._with_colon(found, limit)
        return None

    def _with_colon(self, found: Found, limit: int) -> Found:
        """Add the quotation that a colon appends ("met en garde contre tout acte : « … »"), and the rest of one that the content only opens."""
        if found.rule != "passive":
            found = found._replace(parts=[(begin, self.layout.whole_quotations(begin, last)) for begin, last in found.parts])
        end = self.layout.over(max(end for _, end in found.parts), "q", limit)
        if found.rule != "quote" and end + 1 < limit and self.a.tags[end] == ":" and end + 1 in self.layout.opens:
            return found._replace(parts=found.parts + self.layout.parts(self.layout.opens[end + 1]))
        return found

    def _is_another_sense(self, cue: VerbCue, group: ReportingGroup) -> bool:
        a = self.a
        obliques = (a.chunks[chunk].preposition for chunk in a.clauses[cue.clause].obliques)
        return bool(group.not_prepositions) and any(a.lemmas[at] in group.not_prepositions for at in obliques if at >= cue.last)

    def _heads(self, cue: VerbCue) -> list[int]:
        """The clauses whose words the cue holds: "was quoted as *saying*"."""
        return [cue.clause, *(index for at in range(cue.first, cue.last) if (index := self.layout.starting.get(at, cue.clause)) != cue.clause)]

    # -- clauses and quotations

    def _clause(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A clause: "que …", "that …", without either ("he said the talks failed"), or a question."""
        wanted = set(group.content)
        if not wanted & {"clause", "question"}:
            return None
        place = self.clause_place(cue, limit)
        if place is None:
            return None
        begin, top, question = place
        if "clause" not in wanted and not question or question and "question" not in wanted and group.commitment != "asserted":
            return None
        end = self.extents.clause_end(begin, cue.clause, self._limit(begin, limit), top=top)
        return Found("question" if question else "clause", group, [(begin, end)]) if "V" in self.a.tags[begin:end] else None

    def clause_place(self, cue: VerbCue, limit: int) -> tuple[int, int, bool] | None:
        """Where the clause begins that a cue governs, its verb, and whether it is a question."""
        a, layout = self.a, self.layout
        for head in self._heads(cue):
            for child in layout.children.get(head, ()):
                clause = a.clauses[child]
                asks = clause.relation == "adverbial" and self._asks(cue, clause)
                if asks and clause.first >= cue.last:
                    return clause.marker, child, True
                if clause.relation not in ("complement", "interrogative") or clause.first < cue.last - 1 or clause.sentence != a.clauses[cue.clause].sentence or clause.first >= limit:
                    continue
                if self._is_quoted_apart(cue, clause.marker if clause.marker >= 0 else clause.begin):
                    continue
                if clause.relation == "interrogative":
                    marker = layout.back_over((clause.marker if clause.marker >= 0 else clause.begin) - 1, "B", cue.last)
                    if marker >= cue.last and a.tags[marker] == "Q" and a.lemmas[marker] in layout.complementizers:
                        return marker + 1, -1, False  # "said that if elected, she would …"
                    return clause.marker if clause.marker >= 0 else clause.begin, child, True
                if clause.marker >= 0:
                    if self._is_noun_clause(cue, clause.marker) or any(layout.starting.get(at, -1) in layout.reporting for at in range(cue.last, clause.marker)):
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
        for at in range(cue.last, min(limit, cue.last + _REACH)):
            if at in layout.opens and at + 1 < limit and a.tags[at + 1] != "Q":
                return None
            if a.tags[at] == "Q" and a.lemmas[at] in layout.complementizers and self._reached(cue, at):
                return at + 1, -1, False
            if a.tags[at] in "VS;:." or (a.tags[at] == "Q" and a.lemmas[at] not in layout.complementizers):
                return None
        return None

    def _asks(self, cue: VerbCue, clause: Clause) -> bool:
        """Whether a clause behind a verb that asks is what it asks: "questioned *why* …"."""
        a = self.a
        if clause.marker < cue.last or not any("question" in group.content for group in cue.groups):
            return False
        return a.lemmas[clause.marker] in self.layout.pack.grammar.clauses.interrogatives and self.layout.over(cue.last, "B", clause.marker) == clause.marker

    def _verbatim_predicate(self, cue: VerbCue, limit: int) -> int:
        """Where a content without "that" begins whose verb stands in marks: 'saying the war "was never going to end"'; -1."""
        a, layout = self.a, self.layout
        if not self.extents.zero:
            return -1
        at = layout.over(cue.last, "B", limit)
        chunk = a.chunk_of[at] if at < limit else -1
        if chunk < 0 or a.chunks[chunk].first != at:
            return -1
        end = self._object_end(chunk, limit)
        return at if end + 1 < limit and end in layout.opens and a.tags[layout.over(end + 1, "BX", limit - 1)] == "V" else -1

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
            return index if clause.governor in (-1, cue.clause) and (clause.subjects or clause.pronoun >= 0) and a.tags[joint] == "," else -1
        return -1

    def _is_quoted_apart(self, cue: VerbCue, begin: int) -> bool:
        """Whether a clause stands inside a quotation that opens behind the cue and before it: a part of what is quoted."""
        quotation = self.layout.quotation_of(begin)
        return quotation is not None and cue.last <= quotation.open < self.layout.back_over(begin - 1, "B", cue.last)

    def _is_noun_clause(self, cue: VerbCue, marker: int) -> bool:
        """Whether "que" belongs to the verb's object, a thing: "n'a pas écarté *la possibilité que* …"."""
        a = self.a
        chunk = a.chunk_of[marker - 1]
        if chunk < 0 or a.chunks[chunk].first < cue.last or a.chunks[chunk].preposition >= 0:
            return False
        return not self.layout.is_time(chunk) and not self.is_someone(chunk) and self._is_noun(chunk)

    def _is_noun(self, chunk: int) -> bool:
        return self.a.tags[self.a.chunks[chunk].head] == "N"

    def _reached(self, cue: VerbCue, marker: int) -> bool:
        """Whether a complementizer without a clause of its own belongs to the cue: right behind it, or before a quotation."""
        a = self.a
        return self._belongs(cue, marker) and any(a.clauses[index].first > marker for index in self.layout.clauses_of[a.sentence_of[marker]])

    def _belongs(self, cue: VerbCue, marker: int) -> bool:
        """Whether a word that opens a clause or infinitive belongs to the cue: no object, a thing, stands between that could claim it."""
        a = self.a
        for at in range(cue.last, marker):
            chunk = a.chunk_of[at]
            if chunk >= 0 and a.chunks[chunk].preposition < cue.first and not self.layout.is_time(chunk) and not self.is_someone(chunk):
                return False
        return True

    def _limit(self, begin: int, limit: int) -> int:
        """The limit of a content: the quotation's end where the content begins with one that is whole."""
        quotation = self.layout.opens.get(begin)
        if quotation is not None and quotation.close >= limit:
            return quotation.close
        return limit

    def quotation_behind(self, last: int, limit: int) -> Quotation | None:
        """A quotation that opens behind a cue, no other verb between."""
        a = self.a
        for at in range(last, limit):
            if at in self.layout.opens:
                return self.layout.opens[at]
            if a.tags[at] in "VQS;." or (a.tags[at] in "IG" and a.chunk_of[at] < 0):
                return None
        return None

    def _direct(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A quotation that is a sentence of its own, set off by a colon or comma or right behind the cue."""
        if "quote" not in group.content:
            return None
        quotation = self.quotation_behind(cue.last, limit)
        if quotation is None:
            return None
        before = quotation.open - 1
        colon = self.a.tags[before] == ":"
        whole = self.layout.is_whole(quotation)
        if not colon and not (whole and (self.a.tags[before] == "," or (self._adjoins(cue, before) and self._near(cue, quotation)))):
            return None
        parts = self.layout.parts(quotation)
        after = self.layout.over(quotation.close + 1, "B", limit)
        if quotation.closed and after < limit - 1 and self.a.tags[after] == "C" and len(parts) == 1:
            marker = self.layout.over(after + 1, "B", limit)
            if marker < limit and self.a.tags[marker] == "Q" and self.a.lemmas[marker] in self.layout.complementizers:  # "…" and that …
                parts = [(quotation.open, self.extents.clause_end(marker, cue.clause, limit, top=-1))]
        return Found("quote", group, parts) if parts else None

    def _adjoins(self, cue: VerbCue, before: int) -> bool:
        """Whether a token right before a quotation ends the cue or a phrase beside it, and governs nothing inside."""
        a = self.a
        return before < cue.last or (a.tags[before] not in "DAP+T" and not (a.chunk_of[before] >= 0 and a.chunk_of[before] == a.chunk_of[min(before + 2, len(a.tags) - 1)]))

    def _words(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A quotation of a few words: said "no"."""
        if "quote" not in group.content:
            return None
        quotation = self.quotation_behind(cue.last, limit)
        if quotation is None or not self._near(cue, quotation) or (set(group.content) == {"quote"} and not group.content_prepositions and not self._governs(cue, quotation)):
            return None
        begin = quotation.open
        chunk = self.a.chunk_of[begin - 1] if begin else -1
        if chunk >= 0 and self.a.chunks[chunk].first >= cue.last and (self.a.tags[begin - 1] in "DA" or self.a.chunks[chunk].last > quotation.open):
            begin = self.a.chunks[chunk].first
        if begin == quotation.open and self.a.tags[begin - 1] == "D" and begin - 1 >= cue.last:  # described a "ravaged" site
            end = quotation.close + quotation.closed
            return Found("quote", group, [(begin - 1, self.extents.phrase_end(begin - 1, end, cue.clause, limit))])
        if begin == quotation.open:
            if quotation.close - quotation.open < 3:
                return None
            return Found("quote", group, self.layout.parts(quotation))
        end = quotation.close + quotation.closed
        return Found("quote", group, [(begin, max(end, self.extents.noun_end(chunk, cue.clause, limit)))])

    def _near(self, cue: VerbCue, quotation: Quotation) -> bool:
        """Whether nothing stands between a cue and a few words in marks but adverbs, times, the one told and the words' own determiner."""
        a = self.a
        own = a.chunk_of[quotation.open - 1]
        at = cue.last
        while at < quotation.open:
            chunk = a.chunk_of[at]
            if chunk >= 0:
                beside = self.layout.is_time(chunk) or a.tags[a.chunks[chunk].head] in "RH" or self.is_someone(chunk)
                announces = a.chunks[chunk].last > quotation.open or bool(self.layout.lemmas(chunk) & self.layout.pack.reporting_nouns.keys())
                if not beside and (chunk != own or not announces or a.chunks[chunk].preposition >= cue.last):
                    return False
                at = a.chunks[chunk].last
                continue
            if a.tags[at] not in "BDP+,:RA":
                return False
            at += 1
        return True

    def _governs(self, cue: VerbCue, quotation: Quotation) -> bool:
        """Whether a verb that needs a quotation has one that cannot be a name: not a capitalised title behind it."""
        a = self.a
        first = quotation.open + 1
        return self.layout.is_whole(quotation) and not (a.tags[quotation.open - 1] not in ",:" and all(a.shapes[at] in "CUdp" or a.tags[at] in "DPC" for at in range(first, quotation.close)))

    def _colon(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A sentence behind a colon, without quotation marks."""
        if not {"clause", "quote"} <= set(group.content) or group.commitment != "asserted":
            return None
        a = self.a
        for at in range(cue.last, min(cue.last + 12, limit)):
            if a.tags[at] == ":":
                if at + 2 < limit and at + 1 not in self.layout.opens and any(tag in "VI" for tag in a.tags[at:limit]) and a.clauses[cue.clause].form == "finite":
                    return Found("colon", group, [(at + 1, limit)])
                return None
            if a.tags[at] in "V;.QS":
                return None
        return None

    # -- phrases

    def _is_directive(self, group: ReportingGroup, begin: int, end: int) -> bool:
        """Whether an infinitive is only a demand: an event, not a report of words, unless partly verbatim."""
        return group.commitment == "asked" and not any(self.a.tags[at] == "q" for at in range(begin, end))

    def _infinitive(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """Infinitive content: "dit n'être pas concernée", "promised to leave"."""
        if "infinitive" not in group.content or group.content_prepositions:
            return None
        a = self.a
        markers = frozenset(group.infinitive_markers) or frozenset(self.layout.pack.grammar.verbs.infinitive_markers)
        for head in self._heads(cue):
            for child in self.layout.children.get(head, ()):
                clause = a.clauses[child]
                if clause.form != "infinitive" or clause.first < cue.last or clause.first >= limit or (clause.marker >= 0 and a.tags[clause.marker - 1] == ","):
                    continue
                lemma = a.lemmas[clause.marker] if clause.marker >= 0 else ""
                if (lemma not in markers if markers else lemma) or "V" in a.tags[cue.last : clause.first] or not self._belongs(cue, max(clause.marker, cue.last)):
                    continue
                return self._verbal(cue, group, child, limit, "infinitive")
        at = self.layout.over(cue.last, "B", limit)
        if markers and at < limit - 1 and a.tags[at] in "TP" and a.lemmas[at] in markers and at + 1 in self.layout.opens:
            return self._verbal_at(cue, group, at + 1, limit, "infinitive")
        return None

    def _verbal(self, cue: VerbCue, group: ReportingGroup, child: int, limit: int, rule: str) -> Found | None:
        clause = self.a.clauses[child]
        begin = max(clause.first, clause.marker + 1)
        while begin - 1 > max(clause.marker, cue.last - 1) and self.a.tags[begin - 1] in "qBRX":
            begin -= 1
        return self._verbal_at(cue, group, begin, limit, rule)

    def _verbal_at(self, cue: VerbCue, group: ReportingGroup, begin: int, limit: int, rule: str) -> Found | None:
        end = self.extents.clause_end(begin, cue.clause, limit, finite=False)
        if end <= begin or self._is_directive(group, begin, end):
            return None
        return Found(rule, group, [(begin, end)])

    def _gerund(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """Gerund content: "denied stealing"."""
        if "gerund" not in group.content or group.content_prepositions:
            return None
        at = self.layout.over(cue.last, "BX", limit)
        index = self.layout.starting.get(at, -1)
        if index < 0 or self.a.clauses[index].form != "gerund":
            return None
        return self._verbal_at(cue, group, cue.last, limit, "gerund")

    def _prepositional(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """Content behind a preposition: "accused X *of* …", "called *for* …", "described X *as* …"."""
        if not group.content_prepositions:
            return None
        for at in self._prepositions(cue, group, limit):
            found = self._behind_preposition(cue, group, at, limit)
            if found is not None:
                return found
        return None

    def _prepositions(self, cue: VerbCue, group: ReportingGroup, limit: int) -> list[int]:
        """The last tokens of the prepositions that may introduce content, the likeliest first."""
        a = self.a
        clause = a.clauses[cue.clause]
        genitive = self.layout.pack.grammar.clauses.genitive
        wanted = frozenset(group.content_prepositions)
        found: list[int] = []
        objects = [chunk for chunk in clause.objects if a.chunks[chunk].first >= cue.last]
        if not self._has_target(cue, group, objects):
            return found
        last = -1  # the noun phrase before
        at = cue.last
        while at < min(limit, cue.last + _REACH):
            tag = a.tags[at]
            chunk = a.chunk_of[at]
            if tag in "PTS" and a.lemmas[at] in wanted:
                preposition = at
                while preposition + 1 < limit and a.tags[preposition + 1] == "+":
                    preposition += 1
                found.append(preposition)
                at = preposition + 1
                if a.lemmas[preposition] not in genitive or not objects:
                    break
                continue
            if chunk >= 0 and a.chunks[chunk].first >= cue.last:
                behind = last >= 0 and (a.chunks[chunk].behind == last or a.chunks[chunk].possessor == last or a.chunks[chunk].leader != chunk)
                beside = self.layout.owned(chunk) in objects or behind or self.layout.is_time(chunk) or self.is_someone(chunk) or not objects and self._carries(chunk)
                if not beside:
                    break
                last = chunk
                at = a.chunks[chunk].last
                continue
            if tag == "Q":  # over a relative clause between commas: "described the move, which …, as …"
                closing = next((here for here in range(at, min(limit, at + 30)) if a.tags[here] == ","), -1)
                if found or closing < 0 or a.tags[at - 1] != "," or not group.content_from:
                    break
                at = closing + 1
                continue
            if tag in "V;:." or (tag == "I" and a.clause_of[at] != cue.clause) or (tag in "SG" and at > cue.last):
                break
            if tag == "C" and self.extents.opens_clause(at + 1, cue.clause, limit):
                break
            at += 1
        if len(found) > 1 and objects:
            # "accuse le président de la Fifa de corruption": the first may belong to the object
            bare = [at for at in found if at + 1 < limit and (a.tags[at + 1] in "IGKRXq" or (a.chunk_of[at + 1] >= 0 and a.tags[at + 1] != "D" and a.shapes[at + 1] == "l"))]
            found = bare[:1] or found
        return found

    def _has_target(self, cue: VerbCue, group: ReportingGroup, objects: list[int]) -> bool:
        """Whether the one a verb is aimed at is there where it needs one: "accuser X de", but not "accuser un retard de"."""
        genitive = self.layout.pack.grammar.clauses.genitive
        if "object" not in group.target or group.content_from or not any(word in genitive for word in group.content_prepositions):
            return True
        return self.a.clauses[cue.clause].passive or not objects or self.is_someone(objects[0]) or not self._is_noun(objects[0])

    def _carries(self, chunk: int) -> bool:
        """Whether a noun phrase tells through what words are spoken: "dans un communiqué"."""
        a = self.a
        preposition = a.chunks[chunk].preposition
        lemmas = self.layout.lemmas(chunk)
        return preposition >= 0 and any(a.lemmas[preposition] in row.prepositions and lemmas & set(row.words) for row in self.layout.pack.reporting.medium)

    def _behind_preposition(self, cue: VerbCue, group: ReportingGroup, preposition: int, limit: int) -> Found | None:
        a = self.a
        kinds = set(group.content)
        begin = preposition + 1
        if begin >= limit:
            return None
        at = self.layout.over(begin, "qBXR", limit)
        index = self.layout.starting.get(at, -1)
        if index < 0 and at < limit and a.clause_of[at] >= 0 and a.clauses[a.clause_of[at]].first <= at < a.clauses[a.clause_of[at]].last:
            index = a.clause_of[at]
        if index >= 0 and a.clauses[index].form in ("infinitive", "gerund"):
            if not kinds & {"infinitive", "gerund", "noun"}:
                return None
            found = self._verbal_at(cue, group, begin, limit, "preposition")
            return self._from_object(cue, found)
        if begin in self.layout.opens:
            quotation = self.layout.opens[begin]
            if not kinds & {"quote", "noun", "predicate", "infinitive", "gerund"}:
                return None
            chunk = a.chunk_of[quotation.close - 1]
            end = quotation.close + quotation.closed
            if chunk >= 0 and end < limit and kinds & {"noun", "predicate"}:
                end = max(end, self.extents.noun_end(chunk, cue.clause, limit))
            elif end < limit and a.tags[end] not in ",.;:" and kinds & {"infinitive", "gerund"}:
                end = max(end, self.extents.clause_end(begin, cue.clause, limit, finite=False))
            return self._from_object(cue, Found("preposition", group, [(begin, end)]))
        chunk = self.layout.chunk_at(begin, limit)
        verbatim = chunk >= 0 and any(at in self.layout.opens for at in range(begin, a.chunks[chunk].last + 1))
        if chunk >= 0 and a.chunks[chunk].first <= begin + 2 and (kinds & {"noun", "predicate", "gerund"} or (verbatim and "quote" in kinds)):
            if group.noun_heads and not group.content_from and not self.layout.lemmas(chunk) & frozenset(group.noun_heads):
                return None
            if self.layout.is_time(chunk) or self.layout.lemmas(chunk) & frozenset(group.not_noun_heads):
                return None
            if "predicate" not in kinds and not group.content_from and self._is_party(chunk):
                return None
            owner = a.chunks[chunk].behind
            if owner >= 0 and a.lemmas[preposition] in self.layout.pack.grammar.clauses.genitive and a.chunks[owner].first >= cue.last and owner not in a.clauses[cue.clause].objects:
                if not any(a.chunks[chunk].behind == other or a.chunks[owner].behind == other for other in a.clauses[cue.clause].objects):
                    return None  # "assurée par X, président *de la région*": the noun's, not the verb's
            start = begin if a.tags[begin] == "q" else a.chunks[chunk].first
            return self._from_object(cue, Found("preposition", group, [(start, self.extents.noun_end(chunk, cue.clause, limit))]))
        opening = next((here for here in range(begin, min(begin + 3, limit)) if here in self.layout.opens), -1)
        if opening > 0 and kinds & {"noun", "predicate"} and a.tags[begin] in "DA":  # as a "remarkable" and "loving" woman
            quotation = self.layout.opens[opening]
            end = self.extents.phrase_end(begin, quotation.close + quotation.closed, cue.clause, limit)
            return self._from_object(cue, Found("preposition", group, [(begin, end)]))
        if "predicate" in kinds and at < limit and a.tags[at] in "AKB":
            end = at + 1
            while end < limit and a.tags[end] not in ",.;:VSQ":
                end += 1
            end = self.layout.back_over(end - 1, "CBXR", at) + 1
            return self._from_object(cue, Found("preposition", group, [(begin, end)]))
        return None

    def _is_party(self, chunk: int) -> bool:
        """Whether a noun phrase is someone: never what is said of them."""
        return bool(self.index.of_chunk(chunk)) and self.a.tags[self.a.chunks[chunk].head] in "EH"

    def _from_object(self, cue: VerbCue, found: Found | None) -> Found | None:
        """Let the content begin with the verb's object where the group says so ("qualifie *l'accord* d'historique")."""
        if found is None:
            return None
        group = found.group
        if group.content_from != "object":
            return found
        a = self.a
        begin, end = found.parts[0]
        clause = a.clauses[cue.clause]
        if clause.passive:
            subject = clause.subjects[0] if clause.subjects else -1
            if subject >= 0 and a.tags[a.chunks[subject].head] != "R" and a.chunks[subject].last <= clause.first:
                return found._replace(parts=[(a.chunks[subject].first, clause.first), (begin, end)])
            return found
        chunk = next((chunk for chunk in clause.objects if cue.last - 1 <= a.chunks[chunk].first < begin and a.tags[a.chunks[chunk].head] != "R"), -1)
        if chunk < 0 and cue.gap != (0, 0):
            chunk = a.chunk_of[cue.gap[0]]
        if group.noun_heads and (chunk < 0 or not self.layout.lemmas(chunk) & frozenset(group.noun_heads)):
            return None
        if chunk < 0:
            return found
        return found._replace(parts=[(self.layout.begin_of(chunk), end)])

    def _predicate(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """What something is called: "a jugé « inutile » une rencontre", "called the plan reckless", "se dit prêt à négocier"."""
        if "predicate" not in group.content or group.content_prepositions:
            return None
        a = self.a
        clause = a.clauses[cue.clause]
        at = self.layout.over(cue.last, "B", limit)
        if at >= limit:
            return None
        if group.content_from != "object":  # the subject's own predicate
            first = at + 1 if at in self.layout.opens else at
            first = self.layout.over(first, "B", limit)
            if first < limit and (a.tags[first] in "AKPN" or a.chunk_of[first] >= 0) and (a.tags[first] != "P" or at in self.layout.opens or a.norms[first] != a.lemmas[first]):
                begin = cue.last if a.tags[cue.last] in "Bq" else at
                return Found("predicate", group, [(begin, self._predicate_end(cue, first, limit))])
            return None
        quoted = self.layout.opens.get(at)
        objects = [chunk for chunk in clause.objects if a.chunks[chunk].first >= cue.last - 1]
        if quoted is not None:  # "« inutile » une nouvelle rencontre"; "no more rational than …" of a pronoun
            end = quoted.close + quoted.closed
            following = self.layout.chunk_at(end, limit)
            if following >= 0 and a.chunks[following].first == end and a.chunks[following].preposition < 0:
                end = self.extents.noun_end(following, cue.clause, limit)
            return Found("predicate", group, [(at, end)])
        if a.tags[at] in "AK" and a.chunk_of[at] < 0 and at + 1 < limit and (following := self.layout.chunk_at(at + 1, limit)) >= 0 and a.chunks[following].first == at + 1:
            return Found("predicate", group, [(at, self.extents.noun_end(following, cue.clause, limit))])
        pronoun = a.tags[at] == "R"
        end = at + 1 if pronoun else (a.chunks[objects[0]].last if objects else -1)
        if end < 0:
            return None
        if not pronoun:
            end = self._object_end(objects[0], limit)
        second = self.layout.over(end, "B", limit)
        if second >= limit:
            return None
        begin = second if pronoun else self.layout.begin_of(objects[0])
        following = self.layout.chunk_at(second, limit)
        if second in self.layout.opens:
            quotation = self.layout.opens[second]
            stop = quotation.close + quotation.closed
            return Found("predicate", group, [(begin, max(stop, self.extents.phrase_end(begin, stop, cue.clause, limit)))])
        if a.tags[second] in "AK" or (following >= 0 and a.chunks[following].first == second and a.chunks[following].preposition < 0 and not self.layout.is_time(following)):
            return Found("predicate", group, [(begin, self._predicate_end(cue, second, limit))])
        return None

    def _object_end(self, chunk: int, limit: int) -> int:
        """Where a verb's object ends, its genitives included."""
        a = self.a
        chunk = self.layout.owned(chunk)
        end = a.chunks[chunk].last
        while chunk + 1 < len(a.chunks) and a.chunks[chunk + 1].behind == chunk and a.chunks[chunk + 1].preposition >= 0 and a.chunks[chunk + 1].last <= limit:
            chunk += 1
            end = a.chunks[chunk].last
        return end

    def _predicate_end(self, cue: VerbCue, at: int, limit: int) -> int:
        """Where a predicate ends: at the next comma or stop outside a quotation, or a clause of another kind."""
        a = self.a
        for here in range(at, limit):
            if a.tags[here] in ",.;:" and (a.quoted[here] < 0 or a.quoted[here] == a.quoted[cue.first]):
                return here
            if a.tags[here] in "SV" and here > at and a.quoted[here] == a.quoted[cue.first]:
                return self.layout.back_over(here - 1, "BXRCPS+", at) + 1
        return limit

    def _noun(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A noun phrase: "a annoncé *l'annulation du sommet*"."""
        if "noun" not in group.content or group.content_prepositions:
            return None
        a, layout = self.a, self.layout
        clause = a.clauses[cue.clause]
        if clause.passive and not cue.active:
            return self._announced(cue, group)
        if clause.form == "infinitive" or cue.gap != (0, 0):
            chunk = a.chunk_of[cue.gap[0]] if cue.gap != (0, 0) else next(iter(clause.objects), -1)
            if cue.gap == (0, 0) and (chunk < 0 or not any(a.tags[at] == "q" for at in range(cue.last, min(a.chunks[chunk].last + 1, limit)))):
                return None
        else:
            chunk = next((chunk for chunk in clause.objects if a.chunks[chunk].first >= cue.last - 1), -1)
            if chunk < 0:
                chunk = layout.chunk_at(layout.over(cue.last, "B", limit), limit)
                if chunk < 0 or a.chunks[chunk].first > cue.last + 2 or a.chunks[chunk].preposition >= cue.last - 1:
                    return None
        if chunk < 0 or a.tags[a.chunks[chunk].head] in "RHM" or layout.is_time(chunk):
            return None
        if any(tag in "VIGSQ" for tag in a.tags[cue.last : a.chunks[chunk].first]) and cue.gap == (0, 0):
            return None
        heads = layout.lemmas(layout.owned(chunk))
        if (group.noun_heads and not heads & frozenset(group.noun_heads)) or heads & frozenset(group.not_noun_heads):
            return None
        if ("object" in group.target or "object" in group.addressee) and self.is_someone(chunk):
            return None
        begin = max(self.layout.begin_of(chunk), cue.last)
        while begin > cue.last and a.tags[begin - 1] == "q":
            begin -= 1
        return Found("noun", group, [(begin, self.extents.noun_end(layout.owned(chunk), cue.clause, limit))])

    def is_someone(self, chunk: int) -> bool:
        """Whether a noun phrase names one who can be told or blamed: an actor, people, a name."""
        a = self.a
        chunk = self.layout.owned(chunk)
        phrase = a.chunks[chunk]
        if self.index.of_chunk(chunk) or self.index.is_people(chunk):
            return True
        head = self.layout.pack.roles.heads.match(a.norms, phrase.head)
        kinds = self.layout.pack.roles
        return a.tags[phrase.head] == "E" or head is not None or bool(self.layout.lemmas(chunk) & kinds.nominals.keys() and any(a.tags[at] == "E" for at in range(phrase.first, phrase.last)))

    def _announced(self, cue: VerbCue, group: ReportingGroup) -> Found | None:
        """The subject of a passive whose agent is told: "le report a été annoncé par X"."""
        a = self.a
        clause = a.clauses[cue.clause]
        by = self.layout.pack.grammar.clauses.by
        told = any(a.chunks[chunk].preposition >= 0 and a.lemmas[a.chunks[chunk].preposition] in by and a.chunks[chunk].first >= clause.last for chunk in clause.obliques)
        if "clause" not in group.content or group.commitment not in ("asserted", "denied") or not told or clause.form != "finite" or not clause.subjects or group.target or clause.pronoun >= 0:
            return None
        subject = clause.subjects[0]
        if a.chunks[subject].last > clause.first or a.tags[a.chunks[subject].head] in "RHM" or self.is_someone(subject):
            return None
        heads = self.layout.lemmas(subject)
        if (group.noun_heads and not heads & frozenset(group.noun_heads)) or heads & frozenset(group.not_noun_heads):
            return None
        begin, end = a.chunks[subject].first, clause.first
        while end > begin and a.tags[end - 1] in MARKS + "BRX":
            end -= 1
        return Found("passive", group, [(begin, end)])
