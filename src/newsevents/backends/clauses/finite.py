"""Finite verbs: which clause they belong to, and who their subject is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.backends.clauses.draft import Place
from newsevents.backends.clauses.frames import Frame
from newsevents.backends.clauses.insertions import Insertions

if TYPE_CHECKING:
    from newsevents.backends.clauses.coordination import Coordination
    from newsevents.backends.clauses.draft import Draft
    from newsevents.backends.clauses.frames import Frames
    from newsevents.backends.groups import Group


class FiniteVerbs:
    """Places the finite verbs of one text."""

    def __init__(self, draft: Draft, coordination: Coordination) -> None:
        self.draft, self.coordination = draft, coordination
        self.tags, self.lemmas = draft.tags, draft.lemmas
        self.chunks, self.chunk_of = draft.chunks, draft.chunk_of
        self.pack, self.grammar = draft.pack, draft.grammar
        self.out, self.fill, self.clause_of = draft.out, draft.fill, draft.clause_of
        self.relative_subjects = draft.relative_subjects
        self.insertions = Insertions(draft.tags, draft.norms, draft.lemmas, draft.chunks, draft.chunk_of, draft.pack)

    def read(self, stack: Frames, group: Group, number: int) -> None:
        """Place a finite verb: set in between, first verb of an open clause, second verb of one, or the beginning of a new clause."""
        before = group.first - 1
        while before >= 0 and self.tags[before] in "B+":
            before -= 1
        described = self._leave_nonfinite(stack, group, before)
        group = self.coordination.lent(stack, group, before)
        frame = stack[-1]
        after_comma = before >= 0 and self.tags[before] == ","
        if self.insertions.holds(frame.nominals, frame.commas, group, has_verb=frame.verb >= 0, after_comma=after_comma, waiting=stack.waiting()):
            self._insert(stack, group, number, after_comma=after_comma)
            return
        told = self._told_subject(stack, before) if after_comma and group.pronoun < 0 else -1
        if told >= 0:
            place = self._new_clause(stack, group, told, after_and=False)
            self.draft.place(stack[-1], group, place, number)
            return
        if frame.verb >= 0 and group.pronoun > 0 and self.tags[group.pronoun - 1] == ",":
            stack.return_to_waiting()
        if stack[-1].verb < 0:
            place = self._first_verb(stack[-1], group, after_comma=after_comma)
        else:
            chunk_before = self.chunk_of[before] if before >= 0 else -1
            chunk_before = described if described >= 0 and not after_comma and self.tags[before] != "C" else chunk_before
            if chunk_before < 0 and after_comma and group.pronoun < 0 and not stack.waiting():
                chunk_before = self._apposed_subject(before)
            if group.pronoun < 0 and self._is_told(stack, self.draft.top(chunk_before), group):
                place = self._new_clause(stack, group, chunk_before, after_and=False)
                self.draft.place(stack[-1], group, place, number)
                return
            if (
                stack.waiting()
                and group.pronoun < 0
                and not self.coordination.goes_on(before, chunk_before, after_comma=after_comma, waiting=True)
                and (after_comma or chunk_before < 0 or not self._spare(stack[-1], chunk_before))
            ):
                while stack[-1].verb >= 0:
                    stack.pop()
                place = self._first_verb(stack[-1], group, after_comma=after_comma)
            elif group.pronoun < 0 and self.coordination.goes_on(before, chunk_before, after_comma=after_comma, waiting=stack.waiting()):
                place = self.coordination.next_verb(stack, group, before, after_comma=after_comma)
            else:
                place = self._new_clause(stack, group, chunk_before, after_and=before >= 0 and self.tags[before] == "C")
        self.draft.place(stack[-1], group, place, number)

    def _told_subject(self, stack: Frames, comma: int) -> int:
        """The subject of what is said without its conjunction, behind an insertion; -1.

        "A source said *the energy secretary*, Ed Roy, had spoken", "… said *the mayor*, who is ill, had resigned". What stands above in the stack is left.
        """
        for depth in range(len(stack) - 1, -1, -1):
            frame = stack[depth]
            if frame.verb < 0 or self.out[frame.verb].lemma not in self.pack.zero_verbs:
                if frame.relation in ("relative", "participle", "gerund"):
                    continue
                return -1
            objects = self.fill[frame.verb][1]
            if len(objects) != 1 or self.chunks[objects[0]].first < self.out[frame.verb].last:
                return -1
            if not set(self.tags[self.out[frame.verb].last : self.chunks[objects[0]].first]) <= set("PEMJB"):
                return -1  # "said *on Monday* the mayor, …"
            opening = self.tags.find(",", self.chunks[objects[0]].last, comma)
            if opening < 0 or not set(self.tags[self.chunks[objects[0]].last : opening]) <= set("PDANEMZ+"):
                return -1
            del stack[depth + 1 :]
            return objects[0]
        return -1

    def _apposed_subject(self, comma: int) -> int:
        """The noun phrase that begins a new clause with a name beside it: "In a post that was deleted, *its president*, Rick Moll, said …"; -1."""
        name = self.chunk_of[comma - 1]
        before = self.chunks[name].first - 2 if name >= 0 else -1
        if before < 1 or self.tags[before + 1] != ",":
            return -1
        subject = self.draft.top(self.chunk_of[before])
        if subject < 0 or self.tags[self.chunks[subject].first - 1 : self.chunks[subject].first] != "," or self.chunks[subject].preposition >= 0:
            return -1
        named = "E" in (self.tags[self.chunks[name].head], self.tags[self.chunks[subject].head])
        return subject if named and self.chunks[name].preposition < 0 else -1

    def _is_told(self, stack: Frames, chunk: int, group: Group) -> bool:
        """Whether a noun phrase read as the object of a reporting verb begins its complement: "saying *the car could* not stop"."""
        verb = stack[-1].verb
        if chunk < 0 or verb < 0 or self.out[verb].lemma not in self.pack.zero_verbs:
            return False
        if chunk not in self.fill[verb][1] or stack[-1].commas:
            return False
        return not stack.waiting() or any(self.insertions.verb_behind(comma) for comma in self._commas(group.last))

    def _is_told_by(self, frame: Frame, group: Group) -> bool:
        """Whether a pronoun right behind a gerund or infinitive that reports begins its complement: "…, saying *it would* help"."""
        verb, pronoun = frame.verb, group.pronoun
        if verb < 0 or pronoun < 0 or group.inverted or frame.commas or not self.grammar.clauses.zero_complementizer:
            return False
        return self.out[verb].lemma in self.pack.clause_verbs and self.out[verb].last <= pronoun and not self.tags[self.out[verb].last : pronoun].strip("B")

    def _commas(self, at: int) -> list[int]:
        """The next commas of the sentence, a few of them."""
        end = min(at + 40, len(self.tags))
        stop = next((token for token in range(at, end) if self.tags[token] in ".;:"), end)
        return [token for token in range(at, stop) if self.tags[token] == ","]

    def _leave_nonfinite(self, stack: Frames, group: Group, before: int) -> int:
        """Close gerunds, infinitives and participles; the noun that a participle right before the verb describes, -1."""
        described = -1
        while stack[-1].relation in ("gerund", "infinitive", "participle") and len(stack) > 1:
            if before >= 0 and (self._is_told(stack, self.draft.top(self.chunk_of[before]), group) or self._is_told_by(stack[-1], group)):
                break
            shut = stack.pop()
            if shut.relation == "participle" and not shut.commas and self.fill[shut.verb][0]:
                described = self.fill[shut.verb][0][-1]
            if shut.verb >= 0 and stack[-1].verb < 0:
                stack[-1].nominals += [(chunk, stack[-1].commas) for chunk in self.fill[shut.verb][1][-1:] if shut.commas]
        return described

    def _insert(self, stack: Frames, group: Group, number: int, *, after_comma: bool) -> None:
        """Set a reporting verb apart from the clause around it."""
        frame = stack[-1]
        bare = [chunk for chunk, segment in frame.nominals if segment >= 0]
        subjects = [] if after_comma else self.draft.coordinated(bare[-1])
        index = self.draft.add(group, "root", -1, -1, subjects, number, self.chunks[subjects[0]].first if subjects else group.first)
        frame.nominals = [(chunk, segment) for chunk, segment in frame.nominals if chunk not in subjects]
        for chunk in subjects:
            for token in range(self.chunks[chunk].first, self.chunks[chunk].last):
                self.clause_of[token] = index
        stack.push(Frame("incise", -1, group.first, verb=index))

    def _first_verb(self, frame: Frame, group: Group, *, after_comma: bool) -> Place:
        """The places of the first verb of a clause: its subject is among the noun phrases before it."""
        subjects: list[int] = []
        pronoun = group.pronoun
        if pronoun < 0 and frame.pronoun >= 0:
            pronoun = frame.pronoun
        elif self._doubled(frame, group) >= 0:  # "*Paris* a-t-*il* accepté ?"
            pronoun, subjects = -1, self.draft.coordinated(self._doubled(frame, group))
        elif pronoun < 0:
            bare = [(chunk, segment) for chunk, segment in frame.nominals if segment >= 0]
            if frame.relation == "relative" and not bare and self.lemmas[frame.marker] in self.relative_subjects:
                subjects = self.draft.coordinated(frame.antecedent) if frame.antecedent >= 0 else []
                if len(subjects) > 1 and not group.plural and self.tags[frame.marker - 1] != ",":
                    subjects = [frame.antecedent]
            elif bare:
                chunk, segment = bare[0] if after_comma else bare[-1]
                subjects = self.draft.coordinated(chunk if after_comma or segment == frame.commas else bare[0][0])
                if group.plural and len(subjects) == 1:
                    subjects += self._second(subjects[0], group.first)
        return Place(frame.relation, frame.governor, frame.marker, frame.begin, subjects, pronoun)

    def _doubled(self, frame: Frame, group: Group) -> int:
        """The noun phrase right before a verb that the pronoun behind it only takes up, where it is not what is asked for; -1."""
        if not group.inverted or group.pronoun < 0 or frame.relation not in ("root", "adverbial", "interrogative") or not frame.nominals:
            return -1
        last = frame.nominals[-1][0]
        top = self.draft.top(self.chunks[last].leader)
        phrase = self.chunks[top]
        ends = max(self.chunks[other].last for other in (last, *self.draft.coordinated(top)))
        near = ends == group.first and not self.draft.comma_between(phrase.first, group.first)
        asked = self.draft.norms[phrase.first] in self.grammar.clauses.asking
        return top if near and phrase.preposition < 0 and not asked else -1

    def _second(self, subject: int, verb: int) -> list[int]:
        """What a plural verb has for its second subject, read as joined to a complement of the first.

        "*La direction* de l'usine et *les syndicats* ont signé".
        """
        phrase = self.chunks[subject]
        if "M" in self.tags[phrase.first : phrase.last] or len(self.pack.nouns.lemmas(self.draft.norms[phrase.head])) > 1:
            return []
        last = self.draft.chunk_before(verb)
        while last > subject and self.chunks[last].preposition >= 0 and self.chunks[last].leader == last and self.chunks[last].behind >= 0:
            last = self.chunks[last].behind
        if last <= subject or self.chunks[last].leader == last:
            return []
        joined = self.tags[self.chunks[last].first - 1] == "C" and self.tags[self.chunks[last].first] in "DE"
        return [last] if joined and self.draft.top(self.chunks[last].leader) == subject else []

    def _new_clause(self, stack: Frames, group: Group, chunk_before: int, *, after_and: bool) -> Place:
        """The places of a verb with a subject of its own behind a clause that has its verb."""
        verb = stack[-1].verb
        previous = self.out[verb]
        pronoun = group.pronoun
        subjects: list[int] = []
        if chunk_before >= 0 and pronoun < 0:
            joined = self.chunks[chunk_before]
            if joined.leader != chunk_before and self.tags[joined.first - 1] == "C" and self.chunks[joined.leader].preposition >= 0:
                subjects = [chunk_before]  # "at the age of four months and *the parents* were …"
            else:
                subjects = self.draft.subject_chunks(chunk_before)
            self.draft.take_back(verb, subjects)
        begin = self.chunks[subjects[0]].first if subjects else (pronoun if pronoun >= 0 else group.first)
        noun = self.chunk_of[begin - 1] if self.grammar.clauses.zero_complementizer else -1
        told = noun >= 0 and not after_and and self.draft.is_told_noun(noun)  # "amid *fears* the war will spread"
        if told or (previous.lemma in self.pack.zero_verbs and not self.draft.comma_between(previous.last, begin)):
            stack.push(Frame("complement", -1, begin, governor=verb))
            return Place("complement", verb, -1, begin, subjects, pronoun, regained=True)
        waiting = next((depth for depth in range(len(stack) - 1, -1, -1) if stack[depth].verb < 0), None)
        if waiting is not None and subjects:
            del stack[waiting + 1 :]
            frame = stack[-1]
            frame.begin = begin
            return Place(frame.relation, frame.governor, frame.marker, begin, subjects, pronoun, regained=True)
        while len(stack) > 1 and stack[-1].relation != "quoted":
            stack.pop()
        stack[-1] = Frame("root", -1, begin, quote=stack[-1].quote)
        return Place("coordinated" if after_and else "root", -1, -1, begin, subjects, pronoun, regained=True)

    def _spare(self, frame: Frame, chunk: int) -> bool:
        """Whether a chunk before a verb is free to be its subject: behind a comma, or one object too many."""
        if self.chunks[chunk].preposition >= 0:
            while self.chunks[chunk].behind >= 0 and self.chunks[chunk].preposition >= 0:
                chunk = self.chunks[chunk].behind
            if self.chunks[chunk].preposition >= 0:
                return False
        return self.draft.comma_between(self.out[frame.verb].last, self.chunks[chunk].first) or len(self.fill[frame.verb][1]) > 1
