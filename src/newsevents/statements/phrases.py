"""How far a noun phrase goes that is reported, and what in it is no content: where it was said, what a clause behind it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.statements.layout import Layout


class PhraseEnds:
    """Ends of noun phrases that are content, in one text."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.a = layout.a
        self.governing = frozenset(layout.pack.grammar.clauses.gerund_control_prepositions)

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
            if at > first + 1 and at - 1 in layout.closes and a.tags[at - 2] == ",":
                break  # calling him "a friend," X …
            if here >= 0:
                if layout.is_time(here) and a.chunks[here].preposition < 0 and a.quoted[at] < 0:
                    break
                if (
                    cue >= 0
                    and at > first
                    and here in a.clauses[cue].objects
                    and a.chunk_of[first] not in a.clauses[cue].objects
                    and a.chunks[here].preposition < 0
                    and a.tags[at - 1] in "NAE"
                ):
                    break  # "menacé de mort *sa voisine*": the one it is aimed at
                end = a.chunks[here].last
                continue
            if tag in "BM+Z" or a.norms[at] in layout.pack.grammar.clauses.possessive_clitic:
                end = at + 1
                continue
            if tag == "P":
                if a.tags[at + 1 : at + 2] == "G" and a.lemmas[at] not in self.governing:
                    break  # "a annoncé sa mort *en lisant* un texte"
                if layout.carries(at, limit) or (at - 1 in layout.closes and self._is_time(at + 1, limit)):
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
                end = self.relative_end(at, cue, limit)
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
                if after in layout.opens and after + 1 < limit and a.tags[after + 1] == "Q" and a.lemmas[after + 1] not in layout.complementizers:
                    quotation = layout.opens[after]
                    if quotation.close < limit:
                        end = quotation.close + quotation.closed  # "un décès, *« dont les causes restent à établir »*"
                        continue
                if cue >= 0 and a.clauses[cue].form == "gerund" and a.chunk_of[after] >= 0 and layout.owned(a.chunk_of[after]) in a.clauses[cue].subjects:
                    break  # "Dénonçant des « appels à la haine », *son porte-parole*, X, a …"
                if a.tags[after] == "Q" and a.lemmas[after] not in layout.complementizers:
                    # the writer's own remark, unless the phrase goes on behind it: "…, qui ne sont pas venus, ainsi que …"
                    closing = self.relative_end(after, cue, limit)
                    if self._is_foreseen(after):
                        end = closing  # "redoutent une peine, *qui l'empêcherait* de se présenter"
                        continue
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

    def _is_time(self, at: int, limit: int) -> bool:
        chunk = self.layout.chunk_at(at, limit)
        return chunk >= 0 and self.layout.is_time(chunk)

    def relative_end(self, marker: int, cue: int, limit: int) -> int:
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

    def _is_foreseen(self, marker: int) -> bool:
        """Whether a relative clause only tells what would come of what is said: in the conditional."""
        index = next((other for other in self.layout.clauses_of[self.a.sentence_of[marker]] if self.a.clauses[other].marker == marker), -1)
        return index >= 0 and self.a.clauses[index].tense == "conditional" and self.a.quoted[marker] < 0

    def opens_clause(self, at: int, limit: int) -> bool:
        """Whether a conjunction is followed by a clause with its own verb: a verb, a participle with its object, or a subject with a verb."""
        a = self.a
        behind = -1
        first = self.layout.over(at, "BX", limit)
        if first < limit and a.tags[first] == "Q" and a.lemmas[first] in self.layout.complementizers:
            return True  # "worries about her son, and *that* …"
        if first < limit and a.tags[first] == "K":
            index = self.layout.starting.get(first, -1)
            told = index >= 0 and (a.clauses[index].form == "finite" or (a.tags[first + 1] == "D" and a.clauses[index].objects))
            if index in self.layout.reporting or told:
                return True  # "a dénoncé un plan et *appelé* les salariés à la grève"
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
