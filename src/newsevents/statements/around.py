"""What stands around a cue that is set in or behind: whether it is the content, a part of it, or goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.statements.layout import Layout
    from newsevents.text.analysis import Clause, Quotation


class Around:
    """Judges the words around cues, in one text."""

    def __init__(self, layout: Layout, *, zero: bool) -> None:
        """Take the text.

        Args:
            layout: its places.
            zero: whether its language reports without a conjunction ("he said it rained").
        """
        self.layout = layout
        self.a = layout.a
        self.zero = zero

    def stands_alone(self, first: int, last: int, end: int, *, inverted: bool, says: bool) -> bool:
        """Whether the words before a cue can be its content: a clause of their own, or the beginning of one.

        Args:
            first: first token of the sentence.
            last: the comma or dash before the cue.
            end: the token behind the cue with its subject, -1 where it has a clause of its own.
            inverted: whether the subject stands behind the verb.
            says: whether the verb may report a clause.
        """
        a = self.a
        finite = [
            a.clauses[index]
            for index in self.layout.clauses_of[a.sentence_of[first]]
            if first <= a.clauses[index].first < last and a.clauses[index].form == "finite"
        ]
        mains = [clause for clause in finite if clause.relation not in ("relative", "adverbial", "interrogative")]
        if a.tags[last] not in ",-":
            return False
        if mains:
            return inverted or self.zero
        following = end >= 0 and end < a.sentences[a.sentence_of[first]][1] - 1 and a.tags[end] in ",-" and a.tags[end + 1] != "Q"
        rest = "V" in a.tags[max(end, 0) : a.sentences[a.sentence_of[first]][1]]
        if finite:
            return (inverted and following and rest) or (following and (self._is_free(first, last, end + 1) or self._is_fronted(finite, end + 1)))
        if following and rest:
            # "La centrale, explique l'exploitant, fonctionnera": the subject before, the verb behind; "*Under the plan*, she said, schools will close"
            begin = self.content_begin(first, last)
            return begin >= last or inverted or self.layout.chunk_at(begin, last) >= 0 or self._is_adverbial(begin, last, end + 1)
        return self._is_answer(first, last, end, inverted=inverted, says=says)

    def _is_adverbial(self, begin: int, last: int, at: int) -> bool:
        """Whether the words before a cue only open the clause behind it: a complement or adverbs, not what the words were said in or at."""
        a = self.a
        if a.tags[begin] == "P":
            opens = not self.layout.carries(begin, last)
        else:
            opens = not a.tags[begin:last].strip("BX+")
        return opens and a.tags[at] in "DNEHRMAPBqXJ"

    def _is_answer(self, first: int, last: int, end: int, *, inverted: bool, says: bool) -> bool:
        """Whether words without a verb are all that is said: "*Pas à ce stade*, répond X", "*A disaster*, she said"; not when or where it is."""
        a = self.a
        begin = self.content_begin(first, last)
        limit = a.sentences[a.sentence_of[first]][1]
        if begin >= last or end < 0 or self._is_resumed(end, limit) or not (inverted or self.zero):
            return False
        grammar = self.layout.pack.grammar
        where = a.lemmas[begin] in grammar.clauses.locative or a.lemmas[begin] in grammar.scene_prepositions
        if a.tags[begin] in "KGSC" or (a.tags[begin] == "P" and (not says or where)):
            return False
        if self.layout.carries(begin, last):
            return False
        chunk = self.layout.chunk_at(self.layout.over(begin, "P", last), last)
        if chunk >= 0 and a.chunks[chunk].first <= begin + 1 and self.layout.is_time(chunk):
            return False
        return any(tag in "NAXM" for tag in a.tags[begin:last]) and (inverted or a.tags[begin] in "DNXA")

    def _is_resumed(self, end: int, limit: int) -> bool:
        """Whether a clause of its own stands between a cue phrase and the end of the sentence: no words that describe the speaker."""
        a = self.a
        return any(
            a.tags[at] == "V" and (a.clause_of[at] < 0 or a.clauses[a.clause_of[at]].relation not in ("relative", "adverbial")) for at in range(end, limit)
        )

    def _is_free(self, first: int, last: int, at: int) -> bool:
        """Whether a clause before a cue is the subject of the verb behind it: "*What matters*, she says, is jobs"."""
        a = self.a
        begin = self.content_begin(first, last)
        return a.tags[begin] == "Q" and a.norms[begin] in self.layout.pack.grammar.clauses.interrogatives and a.tags[at] == "V"

    def _is_fronted(self, before: list[Clause], at: int) -> bool:
        """Whether the clauses before a cue only open the one behind it: "*When the letters came out*, aides said, some feared …"."""
        a = self.a
        relations = {clause.relation for clause in before}
        if not self.zero or "adverbial" not in relations or a.tags[at] not in "DNERHMA":
            return False
        return any(
            a.clauses[index].first > at and a.clauses[index].form == "finite" and a.clauses[index].relation in ("root", "coordinated")
            for index in self.layout.clauses_of[a.sentence_of[at]]
        )

    def begins(self, opening: int, first: int) -> bool:
        """Whether a quotation begins its sentence: no verb and no subject before it."""
        return not any(self.a.tags[at] in "VNEH" for at in range(first, opening)) or not any(self.a.tags[at] == "V" for at in range(first, opening))

    def is_reported(self, first: int, opening: int) -> bool:
        """Whether what stands before a quotation in its sentence is reported by a cue of its own."""
        a = self.a
        return any(
            index in self.layout.reporting
            and first <= a.clauses[index].first < opening
            and a.clauses[index].relation in ("root", "coordinated")
            and any(a.clauses[child].relation == "complement" for child in self.layout.children.get(index, ()))
            for index in self.layout.clauses_of[a.sentence_of[first]]
        )

    def is_joined(self, quotation: Quotation, first: int) -> bool:
        """Whether a quotation goes on with what is before it: "The choice *"is something that's hard,"* he said"."""
        a = self.a
        verb = self.layout.over(quotation.open + 1, "BXR", quotation.close)
        return a.tags[quotation.open - 1] in "NEHAM" and a.tags[verb] == "V" and any(a.tags[at] in "NEH" for at in range(first, quotation.open))

    def content_begin(self, first: int, last: int) -> int:
        """The first word of a content, over conjunctions and marks."""
        at = self.a.tags.rfind(";", first, last) + 1 or first
        if self.a.quoted[at - 1] >= 0 and at > first:
            at = first  # a stop inside words in marks
        while at < last and self.a.tags[at] in "C,-":
            at += 1
        return at

    def is_complete(self, begin: int, end: int) -> bool:
        """Whether the words before a cue are a whole main clause."""
        a = self.a
        return any(
            begin <= a.clauses[index].first < end
            and a.clauses[index].form == "finite"
            and a.clauses[index].relation not in ("relative", "adverbial", "interrogative")
            for index in self.layout.clauses_of[a.sentence_of[begin]]
        )

    def _dates_by_report(self, at: int) -> bool:
        """Whether words behind a cue date what happened by what others said: "…, officials said, *hours after negotiators reported progress*"."""
        a = self.a
        chunk = a.chunk_of[at]
        if chunk < 0 or a.chunks[chunk].first != at or not self.layout.is_time(chunk):
            return False
        marker = a.chunks[chunk].last
        return any(a.clauses[index].marker == marker and index in self.layout.reporting for index in self.layout.clauses_of[a.sentence_of[at]])

    def _is_relative(self, marker: int) -> bool:
        """Whether a relative clause opens at a token."""
        a = self.a
        return any(a.clauses[one].marker == marker and a.clauses[one].relation == "relative" for one in self.layout.clauses_of[a.sentence_of[marker]])

    def _counts(self, at: int) -> bool:
        """Whether words begin with a number of what was told before, no time: "*12 of them* children"."""
        chunk = self.a.chunk_of[at]
        return self.a.tags[at : at + 2] == "MP" and chunk >= 0 and not self.layout.is_time(chunk)

    def goes_on(self, at: int, limit: int, *, inverted: bool, complete: bool) -> bool:
        """Whether the words behind a cue go on with its content: not with a clause about the speaker, nor with an adjunct of the cue."""
        a = self.a
        if at >= limit or self._dates_by_report(at):
            return False
        index = self.layout.starting.get(self.layout.over(at, "B", limit), -1)
        if a.tags[at] == "G" and (inverted or index in self.layout.reporting):
            return False
        if a.tags[at] == "Q" and inverted and a.norms[at] in self.layout.pack.grammar.clauses.relative_subjects:
            return False
        if a.tags[at] == "Q" and inverted and complete and a.lemmas[at] not in self.layout.complementizers and self._is_relative(at):
            return False  # "…, répond-on à l'agence, *où* l'on dément tout retard"
        if complete and not inverted and self._counts(at):
            return True  # "Officers were hurt, the ministry says, *150 of them* badly"
        grammar = self.layout.pack.grammar
        markers = grammar.verbs.infinitive_markers or grammar.clauses.genitive
        if a.tags[at] in "PT" and a.lemmas[at] in markers and self.layout.tag_over(at + 1, "XRB", limit - 1) == "I":
            return True  # "Il n'est pas question, a dit X, *de céder*"
        if a.tags[at] == "C":
            following = self.layout.over(at + 1, "B", limit)
            if not inverted and following < limit and a.tags[following] == "V":
                return a.clause_of[following] not in self.layout.reporting  # "…, the ministry said, and wounded dozens"
            return following < limit and a.chunk_of[following] >= 0 and any(tag == "V" for tag in a.tags[following:limit])
        return "V" in a.tags[at:limit] if complete else any(tag in "VIKN" for tag in a.tags[at:limit])
