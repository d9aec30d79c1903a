"""Quotations that no verb introduces: behind a name and a colon, behind a sentence that announces them, or on their own."""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING

from newsevents.statements.draft import Draft

if TYPE_CHECKING:
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.informants import Informants
    from newsevents.statements.layout import Layout, Range
    from newsevents.statements.speakers import Parties, Party
    from newsevents.text.analysis import Quotation

_SAY = "say"  # the plainest act of the ontology
_LABELS = ("preposition", "predicate", "noun")  # rules whose content names or judges, and says no sentence
_WORDS = 3  # a quotation of fewer words on its own is a title or an emphasis


class Quotations:
    """Attributes the quotations of one text that cues leave over."""

    def __init__(self, layout: Layout, parties: Parties, informants: Informants, waiting: dict[int, VerbCue]) -> None:
        """Take the text.

        Args:
            layout: where its quotations are.
            parties: who may speak in it.
            informants: who is named as a source in it.
            waiting: by sentence, a cue whose content has not been found there ("He said:" before a paragraph).
        """
        self.layout = layout
        self.a = layout.a
        self.parties = parties
        self.informants = informants
        self.waiting = waiting

    def attribute(self, drafts: list[Draft]) -> list[tuple[VerbCue, Quotation]]:
        """Add the quotations without a cue to the statements they continue, or make statements of them.

        Args:
            drafts: what was found by cues; added to.

        Returns:
            Cues that stand in the sentence before their quotation, for the caller to make statements of.
        """
        covered = bytearray(len(self.a.tags) + 1)
        for draft in drafts:
            for begin, end in draft.content:
                inside = self.layout.quotation_of(begin)
                if inside is None or inside.open == begin - 1 or draft.cue is None or self.a.quoted[draft.cue[0]] < 0:
                    covered[begin:end] = b"\x01" * (end - begin)
        ends = sorted((draft.last, number) for number, draft in enumerate(drafts))
        announced = []
        for quotation in self.layout.outer:
            begin, end = quotation.open + 1, quotation.close
            if end - begin < _WORDS or any(covered[begin:end]) or not self.layout.is_whole(quotation) or not self._alone(quotation):
                continue
            signed = self._signed(quotation)
            if signed is not None:
                drafts.append(Draft("quotation", _SAY, None, self.layout.parts(quotation), signed))
                insort(ends, (drafts[-1].last, len(drafts) - 1))
                continue
            cue = self._announcing(quotation)
            if cue is not None:
                announced.append((cue, quotation))
                continue
            cued = self._before_colon(quotation, drafts, ends)
            named = self._named_before(quotation) if cued is None else None
            if named is None:
                before = cued or self._before(quotation, drafts, ends)
                if before is not None:
                    before.content.append((begin, end))
                    insort(ends, (before.last, drafts.index(before)))
                    continue
                named = self._subject_before(quotation) or self._subject_behind(quotation)
            drafts.append(Draft("quotation", _SAY, None, [(begin, end)], named))
            insort(ends, (drafts[-1].last, len(drafts) - 1))
        return announced

    def _alone(self, quotation: Quotation) -> bool:
        """Whether a quotation is no part of a sentence: nothing with a verb stands around it but what a colon ends."""
        a, layout = self.a, self.layout
        first = a.sentences[a.sentence_of[quotation.open]][0]
        last_token = min(quotation.close, len(a.tags) - 1)
        limit = a.sentences[a.sentence_of[last_token]][1]
        before = layout.back_over(quotation.open - 1, "q", first)
        if before >= first and a.tags[before] != ":" and any(tag not in "BC,+-" for tag in a.tags[first : before + 1]):
            topic = a.tags[first] == "P" and a.tags[before] == "," and not any(tag in "VE" for tag in a.tags[first:before])  # "As for the race, "I am not …""
            if not topic:
                return False
        if not quotation.closed:
            return True
        return not any(tag in "VNE" for tag in a.tags[min(quotation.close + 1, limit) : limit])

    def _signed(self, quotation: Quotation) -> list[Party] | None:
        """The one whose name a dash puts below a quotation: "« … » — A. B., directrice"."""
        a = self.a
        dash = quotation.close + quotation.closed
        if dash >= len(a.tags) - 1 or a.tags[dash] != "-" or a.paragraphs[dash] > a.paragraphs[quotation.close - 1] + 1:
            return None
        limit = a.sentences[a.sentence_of[dash]][1]
        chunk = self.layout.chunk_at(dash + 1, limit)
        if chunk < 0 or a.chunks[chunk].first > dash + 2 or any(a.tags[at] == "V" for at in range(dash, min(limit, a.chunks[chunk].last + 1))):
            return None
        parties = self.parties.of_chunk(chunk)
        return parties if any(actor for _, actor in parties) or self.parties.may_speak((a.chunks[chunk].first, a.chunks[chunk].last)) else None

    def _announcing(self, quotation: Quotation) -> VerbCue | None:
        """The cue that ends the sentence before with a colon."""
        a = self.a
        number = a.sentence_of[quotation.open]
        before = quotation.open - 1
        if before >= 0 and a.tags[before] == ":" and number in self.waiting and self.waiting[number].first < quotation.open:
            return self.waiting[number]
        if number == 0 or a.sentences[number][0] != quotation.open:
            return None
        last = a.sentences[number - 1][1] - 1
        return self.waiting.get(number - 1) if a.tags[last] in ":," else None

    def _named_before(self, quotation: Quotation) -> list[Party] | None:
        """The one whose name or description a colon parts from the quotation: "Claire Fontanel, présidente : « … »"."""
        a = self.a
        colon = quotation.open - 1
        if colon < 1 or a.tags[colon] != ":":
            return None
        first = a.sentences[a.sentence_of[colon]][0]
        chunk = self.layout.chunk_at(first, colon)
        if chunk >= 0 and a.chunks[chunk].preposition < first and "V" not in a.tags[first:colon]:
            if self.layout.lemmas(chunk) & self.layout.pack.reporting_nouns.keys():  # "Réponse de X : « … »"
                return self.informants.of_noun(chunk, colon)
            parties = self.parties.of_chunk(chunk)
            if any(actor for _, actor in parties) or self.parties.may_speak((a.chunks[chunk].first, a.chunks[chunk].last)):
                return parties
        return self.subject_of(a.sentence_of[colon], colon)

    def subject_of(self, number: int, limit: int) -> list[Party]:
        """The one person or body that is the subject of a sentence's last main clause."""
        a = self.a
        found: list[Party] = []
        for index in self.layout.clauses_of[number]:
            clause = a.clauses[index]
            if clause.first >= limit or clause.form != "finite" or clause.relation not in ("root", "coordinated") or a.quoted[clause.first] >= 0:
                continue
            parties = (
                [party for party in self.parties.speakers(index) if party[1]] if not clause.passive else self.parties.of_chunks(clause.subjects, clause.first)
            )
            parties = [party for party in parties if party[1] and self.parties.index.actors[party[1]].kind in ("person", "organization")]
            if len(parties) == 1:
                found = parties
        return found

    def _before(self, quotation: Quotation, drafts: list[Draft], ends: list[tuple[int, int]]) -> Draft | None:
        """The statement right before a quotation that it continues."""
        a = self.a
        at = bisect_right(ends, (quotation.open, len(drafts)))
        best: Draft | None = None
        for last, number in reversed(ends[max(0, at - 6) : at]):
            draft = drafts[number]
            if draft.last != last or (draft.cue is not None and a.quoted[draft.cue[0]] >= 0):
                continue
            near = a.sentence_of[last - 1] >= self._last_before(quotation) and a.paragraphs[last - 1] >= a.paragraphs[quotation.open] - 1
            if not near:
                break
            if draft.rule in _LABELS and "V" in a.tags[last : quotation.open] and a.sentence_of[last - 1] != a.sentence_of[quotation.open]:
                continue  # "Critics have hailed her as "a voice" – a label she hates. "Which one?"": somebody else's answer
            if (any(actor for _, actor in draft.speakers) or draft.rule in ("incise", "quote", "quotation")) and (best is None or draft.begin < best.begin):
                best = draft
        return best

    def _last_before(self, quotation: Quotation) -> int:
        """The last sentence before a quotation that is none of the questions it answers: "« Un prêt », répète-t-il. *Et les dîners ?* « Des mondanités. »"."""
        a = self.a
        number = a.sentence_of[quotation.open] - 1
        while number > 0 and a.quoted[a.sentences[number][1] - 1] < 0 and a.norms[a.sentences[number][1] - 1] == "?":
            number -= 1
        return number

    def _before_colon(self, quotation: Quotation, drafts: list[Draft], ends: list[tuple[int, int]]) -> Draft | None:
        """The statement whose content a colon parts from a quotation: X called it "ideological": "…"."""
        a = self.a
        colon = quotation.open - 1
        if colon < 1 or a.tags[colon] != ":":
            return None
        at = bisect_right(ends, (colon, len(drafts)))
        for last, number in reversed(ends[max(0, at - 3) : at]):
            draft = drafts[number]
            if draft.end >= self.layout.back_over(colon - 1, "q)", 0) and draft.cue is not None and last == draft.last:
                return draft
        return None

    def _subject_before(self, quotation: Quotation) -> list[Party]:
        """The speaker that the sentence before makes plain: its one subject, in the same paragraph or the one before."""
        a = self.a
        number = a.sentence_of[quotation.open]
        if number == 0:
            return []
        last = a.sentences[number - 1][1]
        if a.paragraphs[last - 1] < a.paragraphs[quotation.open] - 1:
            return []
        return [party for party in self.subject_of(number - 1, last) if party[1] and self.parties.index.actors[party[1]].kind == "person"]

    def _subject_behind(self, quotation: Quotation) -> list[Party]:
        """The speaker of a quotation that opens its paragraph: the one subject of the sentence behind it."""
        a = self.a
        number = a.sentence_of[min(quotation.close, len(a.tags) - 1)] + 1
        opens = quotation.open == 0 or a.paragraphs[quotation.open - 1] != a.paragraphs[quotation.open]
        if not opens or number >= len(a.sentences) or a.paragraphs[a.sentences[number][0]] != a.paragraphs[quotation.open]:
            return []
        found = self.subject_of(number, a.sentences[number][1])
        return [party for party in found if party[1] and self.parties.index.actors[party[1]].kind == "person"]

    def subject_before(self, number: int, place: Range) -> list[Party]:
        """The person a pronoun inside a quotation stands for, beside the verb that reports it: the subject of the sentence before."""
        if number == 0:
            return []
        found = self.subject_of(number - 1, self.a.sentences[number - 1][1])
        return [(place, actor) for _, actor in found if actor and self.parties.index.actors[actor].kind == "person"]
