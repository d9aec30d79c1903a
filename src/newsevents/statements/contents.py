"""The extent of what is reported: from a cue to the tokens that are its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.text.match import chain_end

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.text.analysis import Analysis, Quotation

Range = tuple[int, int]


class Contents:
    """Finds content ranges (tokens, exclusive end) in one text."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack
        self.outer = [quotation for quotation in analysis.quotations if quotation.depth == 0]
        self.opens = {quotation.open: quotation for quotation in self.outer}
        self.closes = {quotation.close: quotation for quotation in self.outer}
        self.children: dict[int, list[int]] = {}
        for index, clause in enumerate(analysis.clauses):
            if clause.governor >= 0:
                self.children.setdefault(clause.governor, []).append(index)

    # -- to the right of a verb

    def complement(self, clause: int, last: int) -> Range | None:
        """The clause a verb governs: "que …", "that …", or none of them ("he said the talks failed")."""
        for child in self.children.get(clause, ()):
            other = self.a.clauses[child]
            if other.relation in ("complement", "interrogative") and other.begin >= last - 1 and other.sentence == self.a.clauses[clause].sentence:
                begin = other.marker + 1 if other.marker >= 0 and other.relation == "complement" else other.begin
                if other.marker >= 0 and other.relation == "interrogative":
                    begin = other.marker
                return begin, self.subtree_end(child)
        return None

    def subtree_end(self, clause: int) -> int:
        """Where a clause ends with all that hangs on it, and the clauses coordinated with it."""
        a = self.a
        top = a.clauses[clause]
        end = top.end
        inside = {clause}
        for index in range(clause + 1, len(a.clauses)):
            other = a.clauses[index]
            if other.sentence != top.sentence:
                break
            same = other.relation == "coordinated" and other.marker == top.marker and other.governor == top.governor
            if other.governor in inside or same:
                inside.add(index)
                end = max(end, other.end)
        return end

    def quote_after(self, last: int, upto: int) -> Quotation | None:
        """A quotation that opens behind a cue, with no other verb between."""
        a = self.a
        at = last
        while at < upto:
            if at in self.opens:
                return self.opens[at]
            if a.tags[at] in "VQS;." or (a.tags[at] == "I" and a.chunk_of[at] < 0):
                return None
            at += 1
        return None

    def colon_after(self, last: int, upto: int) -> int:
        """The token behind a colon that follows a cue directly, -1."""
        for at in range(last, min(last + 12, upto)):
            if self.a.tags[at] == ":":
                return at + 1
            if self.a.tags[at] in "V;.QS":
                return -1
        return -1

    def infinitive(self, clause: int, group: ReportingGroup) -> Range | None:
        """Infinitive content ("dit n'être pas concernée", "promised to leave")."""
        a = self.a
        for child in self.children.get(clause, ()):
            other = a.clauses[child]
            if other.form != "infinitive" or other.sentence != a.clauses[clause].sentence:
                continue
            lemma = a.lemmas[other.marker] if other.marker >= 0 else ""
            markers = set(group.infinitive_markers) | set(self.pack.grammar.verbs.infinitive_markers)
            if (not markers and not lemma) or lemma in markers:
                return other.first, self.subtree_end(child)
        return None

    def behind_preposition(self, clause: int, last: int, group: ReportingGroup) -> Range | None:
        """Content behind a preposition: "accused X *of* …", "called *for* …"."""
        a = self.a
        top = a.clauses[clause]
        wanted = set(group.content_prepositions)
        limit = min(self._clause_limit(clause), last + 45)
        at = last - 1 if a.lemmas[last - 1] in wanted and a.tags[last - 1] == "P" else last
        while at < limit:
            if a.tags[at] in "PT" and a.lemmas[at] in wanted:
                begin = at + 1
                while begin < limit and a.tags[begin] == "+":
                    begin += 1
                if begin >= limit:
                    return None
                for child in self.children.get(clause, ()):
                    other = a.clauses[child]
                    if other.first <= begin + 2 and other.head >= begin and other.form in ("infinitive", "gerund") and begin <= other.first + 1:
                        if {"infinitive", "gerund", "noun"} & set(group.content):
                            return min(begin, other.first) if a.tags[other.first] in "XR" else other.first, self.subtree_end(child)
                chunk = self._chunk_from(begin, limit)
                if chunk >= 0 and ({"noun", "predicate", "gerund"} & set(group.content)):
                    start = begin if a.tags[begin] == "q" else a.chunks[chunk].first
                    return start, self.noun_end(chunk, limit)
            if a.tags[at] in "VQS;.:" and at > top.last:
                return None
            at += 1
        return None

    def _chunk_from(self, at: int, limit: int) -> int:
        while at < limit and self.a.tags[at] in "qBA+M" and self.a.chunk_of[at] < 0:
            at += 1
        return self.a.chunk_of[at] if at < limit else -1

    def noun_object(self, clause: int, last: int, group: ReportingGroup, *, actor_target: bool) -> Range | None:
        """A noun phrase as content: "a annoncé *l'annulation du sommet*"."""
        a = self.a
        top = a.clauses[clause]
        objects = [chunk for chunk in top.objects if a.chunks[chunk].first >= last - 1]
        if not objects or actor_target:
            return None
        chunk = objects[0]
        heads = set(self.pack.nouns.lemmas(a.norms[a.chunks[chunk].head]))
        if group.noun_heads and not heads & set(group.noun_heads):
            return None
        if heads & set(group.not_noun_heads):
            return None
        if a.norms[a.chunks[chunk].head] in self.pack.grammar.clauses.temporal:
            return None
        begin = a.chunks[chunk].first
        while begin > last and a.tags[begin - 1] in "q":
            begin -= 1
        return begin, self.noun_end(chunk, self._clause_limit(clause))

    def noun_end(self, chunk: int, limit: int) -> int:
        """Where a noun phrase ends that is content: its complements, participles, appositions of place and lists."""
        a = self.a
        end = chain_end(a, chunk, limit)
        while end < limit:
            if a.tags[end] == "q" and a.quoted[end] >= 0 and a.quotations[a.quoted[end]].open > a.chunks[chunk].first - 2:
                end += 1
                continue
            following = end
            while following < limit and a.tags[following] in "Bq":
                following += 1
            if following < limit and a.tags[following] == "K" and a.clause_of[following] >= 0:
                end = max(following + 1, min(a.clauses[a.clause_of[following]].end, limit))
                continue
            if following < limit and a.tags[following] == "C" and following + 1 < limit:
                other = self._chunk_from(following + 1, limit)
                if other >= 0 and not any(a.tags[at] in "VI" for at in range(following, a.chunks[other].first)):
                    end = chain_end(a, other, limit)
                    continue
            if following < limit and a.tags[following] == "," and following + 1 < limit:
                rest = a.tags[following + 1 : limit]
                listed = next((at for at in range(following + 1, limit - 1) if a.tags[at] == "C" and a.tags[at - 1] == ","), -1)
                if listed > 0 and "V" in rest[: listed - following] and a.tags[following + 1] == "Q":
                    other = self._chunk_from(listed + 1, limit)
                    if other < 0:
                        other = self._chunk_from(min(listed + 2, limit - 1), limit)
                    if other >= 0:
                        end = chain_end(a, other, limit)
                        continue
                if rest[:1] == "P" and a.chunk_of[min(following + 2, limit - 1)] >= 0 and "V" not in rest and a.shapes[min(following + 2, limit - 1)] == "C":
                    end = limit  # "à Budapest, en Hongrie"
                    break
            break
        while end > a.chunks[chunk].last and a.tags[end - 1] in ",.;":
            end -= 1
        return min(end, limit)

    def _clause_limit(self, clause: int) -> int:
        a = self.a
        end = self.subtree_end(clause)
        return min(end, a.sentences[a.clauses[clause].sentence][1])
