"""The quotation that a cue introduces: a sentence of its own, or a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.draft import Found
from newsevents.statements.layout import MARKS

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.extents import Extents
    from newsevents.statements.layout import Layout
    from newsevents.statements.nouns import NounPhrases
    from newsevents.text.analysis import Quotation

_PHRASE = 4  # words in small letters from which a quotation is no name


class ToldQuotations:
    """Finds the quotations that cues introduce, in one text."""

    def __init__(self, layout: Layout, nouns: NounPhrases, extents: Extents) -> None:
        self.layout = layout
        self.a = layout.a
        self.nouns = nouns
        self.extents = extents

    def direct(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A quotation that is a sentence of its own, set off by a colon or comma or right behind the cue."""
        if "quote" not in group.content:
            return None
        quotation = self._quotation_behind(cue.last, limit)
        if quotation is None:
            return None
        before = quotation.open - 1
        colon = self.a.tags[before] == ":" and not self._has_content_before(cue, before)
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

    def _has_content_before(self, cue: VerbCue, colon: int) -> bool:
        """Whether a cue has its content before a colon already, to which the quotation is only added: "dénonce l'attaque : « … »"."""
        a = self.a
        if not any({"noun", "predicate"} & set(group.content) for group in cue.groups):
            return False
        things = (a.chunk_of[at] for at in range(cue.last, colon))
        return any(
            chunk >= 0 and not self.layout.is_time(chunk) and not self.nouns.is_someone(chunk) and not self.nouns.carries(chunk) and self.nouns.is_noun(chunk)
            for chunk in things
        )

    def behind_colon(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A quotation behind a colon, whatever stands before it."""
        quotation = self._quotation_behind(cue.last, limit) if "quote" in group.content else None
        if quotation is None or self.a.tags[quotation.open - 1] != ":":
            return None
        return Found("quote", group, self.layout.parts(quotation))

    def words(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A quotation of a few words: said "no"."""
        if "quote" not in group.content:
            return None
        quotation = self._quotation_behind(cue.last, limit)
        if group.commitment == "committed" and "noun" not in group.content and quotation is not None and self.a.tags[quotation.open - 1] not in "PT":
            return None  # "will not accept “the usual dance”": what is accepted, not what is said
        if (
            quotation is None
            or not self._near(cue, quotation)
            or (set(group.content) == {"quote"} and not group.content_prepositions and not self._governs(quotation))
        ):
            return None
        begin = quotation.open
        chunk = self.a.chunk_of[begin - 1] if begin else -1
        if chunk >= 0 and self.a.chunks[chunk].first >= cue.last and (self.a.tags[begin - 1] in "DA" or self.a.chunks[chunk].last > quotation.open):
            begin = self.a.chunks[chunk].first
        partitives = self.layout.pack.grammar.clauses.partitives_before_adjectives
        article = self.a.tags[begin - 1] == "D" or (
            self.a.norms[begin - 1] in partitives and self.a.tags[begin + 1 : begin + 2] == "A"
        )  # "*de* « graves lacunes »"
        if begin == quotation.open and article and begin - 1 >= cue.last:  # described a "ravaged" site
            end = quotation.close + quotation.closed
            return Found("quote", group, [(begin - 1, self.extents.phrase_end(begin - 1, end, cue.clause, limit))])
        if begin == quotation.open:
            if quotation.close - quotation.open < 3:
                return None
            return Found("quote", group, self.layout.parts(quotation))
        end = quotation.close + quotation.closed
        return Found("quote", group, [(begin, max(end, self.extents.noun_end(chunk, cue.clause, limit)))])

    def colon(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A sentence behind a colon, without quotation marks."""
        if self.a.clauses[cue.clause].negated or (
            "colon" not in group.content and (not {"clause", "quote"} <= set(group.content) or group.commitment != "asserted")
        ):
            return None
        a = self.a
        for at in range(cue.last, min(cue.last + 12, limit)):
            if a.tags[at] == ":":
                if (
                    at + 2 < limit
                    and at + 1 not in self.layout.opens
                    and any(tag in "VI" for tag in a.tags[at:limit])
                    and a.clauses[cue.clause].form == "finite"
                ):
                    return Found("colon", group, [(at + 1, limit)])
                return None
            if a.tags[at] in "V;.QS":
                return None
        return None

    def _quotation_behind(self, last: int, limit: int) -> Quotation | None:
        """A quotation that opens behind a cue, no other verb between."""
        a = self.a
        apart = False  # behind "…, *en se tournant vers les bancs* :" only a colon still introduces one
        for at in range(last, limit):
            if at in self.layout.opens:
                return self.layout.opens[at] if not apart or a.tags[at - 1] == ":" else None
            if a.tags[at] == "G" and a.tags[self.layout.back_over(at - 1, "PRBX", last)] == "," and a.clause_of[at] not in self.layout.reporting:
                apart = True
            elif a.tags[at] in "VQS;." or (a.tags[at] in "IG" and a.chunk_of[at] < 0):
                return None
        return None

    def _adjoins(self, cue: VerbCue, before: int) -> bool:
        """Whether a token right before a quotation ends the cue or a phrase beside it, and governs nothing inside."""
        a = self.a
        return before < cue.last or (
            a.tags[before] not in "DAP+T" and not (a.chunk_of[before] >= 0 and a.chunk_of[before] == a.chunk_of[min(before + 2, len(a.tags) - 1)])
        )

    def _near(self, cue: VerbCue, quotation: Quotation) -> bool:
        """Whether nothing stands between a cue and a few words in marks but adverbs, times, the one told and the words' own determiner."""
        a = self.a
        own = a.chunk_of[quotation.open - 1]
        at = cue.last
        while at < quotation.open:
            chunk = a.chunk_of[at]
            if chunk >= 0:
                beside = self.layout.is_time(chunk) or a.tags[a.chunks[chunk].head] in "RH" or self.nouns.is_someone(chunk)
                announces = a.chunks[chunk].last > quotation.open or bool(self.layout.lemmas(chunk) & self.layout.pack.reporting_nouns.keys())
                if not beside and (chunk != own or not announces or a.chunks[chunk].preposition >= cue.last):
                    return False
                at = a.chunks[chunk].last
                continue
            if a.tags[at] not in "BDP+,:RA":
                return False
            at += 1
        return True

    def _governs(self, quotation: Quotation) -> bool:
        """Whether a verb that needs a quotation has one that cannot be a name: not a capitalised title behind it."""
        a = self.a
        first = quotation.open + 1
        if a.tags[first : first + 1] == "P" and not self.layout.is_whole(quotation):
            return False  # "les travaux commenceront « *au printemps, comme prévu* »"
        if first < quotation.close and a.shapes[first] == "l" and sum(tag not in MARKS for tag in a.tags[first : quotation.close]) >= _PHRASE:
            return True
        return self.layout.is_whole(quotation) and not (
            a.tags[quotation.open - 1] not in ",:" and all(a.shapes[at] in "CUdp" or a.tags[at] in "DPC" for at in range(first, quotation.close))
        )
