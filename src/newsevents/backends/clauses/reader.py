"""One pass over a sentence: noun phrases, verb groups and what stands between them, each given its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.backends.clauses.coordination import Coordination
from newsevents.backends.clauses.finite import FiniteVerbs
from newsevents.backends.clauses.frames import Frame, Frames
from newsevents.backends.clauses.joints import Joints
from newsevents.backends.clauses.nonfinite import NonfiniteVerbs
from newsevents.backends.groups import GroupReader
from newsevents.lexicon.persons import read_persons

if TYPE_CHECKING:
    from newsevents.backends.clauses.draft import Draft
    from newsevents.backends.groups import Group
    from newsevents.text.analysis import Chunk, Quotation


class ClauseReader:
    """Reads the clauses of one text into its draft."""

    def __init__(self, draft: Draft, quotations: list[Quotation]) -> None:
        self.draft = draft
        self.tags, self.norms, self.lemmas = draft.tags, draft.norms, draft.lemmas
        self.chunks, self.chunk_of = draft.chunks, draft.chunk_of
        self.grammar = draft.grammar
        self.out, self.fill = draft.out, draft.fill
        self.genitive = draft.genitive
        self.temporal = frozenset(draft.grammar.clauses.temporal)
        self.contact = draft.grammar.clauses.contact_clauses
        self.groups = GroupReader(draft.tags, draft.norms, draft.lemmas, draft.verbs, draft.pack)
        coordination = Coordination(draft)
        self.joints = Joints(draft, quotations, self.groups.weak)
        self.finite = FiniteVerbs(draft, coordination)
        self.nonfinite = NonfiniteVerbs(draft, coordination)

    def sentence(self, first: int, last: int, number: int) -> None:
        """Read the clauses of one sentence."""
        tags = self.tags
        stack = Frames([Frame("root", -1, first, verb=self.joints.resumed(first))])
        self.draft.first = first
        self.draft.firsts.append(first)
        at = first
        last_chunk = -1  # the chunk directly before, -1 after anything that parts
        while at < last:
            tag = tags[at]
            chunk = self.chunk_of[at]
            end = at + 1
            if self.contact and self._opens_contact(stack[-1], at, last_chunk):
                stack.push(Frame("relative", -1, at, governor=stack.verb(), antecedent=last_chunk))
            if chunk >= 0 and self.chunks[chunk].first == at:
                self._chunk(stack[-1], chunk)
                last_chunk = chunk
                end = self.chunks[chunk].last
            elif chunk < 0 and (tag in "VIGK" or (tag in "RX" and self._leads_to_verb(at, last))):
                while tags[at] not in "VIGK":
                    self.draft.own(stack, at, at + 1)
                    at += 1
                group = self.groups.read(at, last)
                if group.form == "infinitive" and self._announces(stack, group, last):
                    group = group._replace(form="finite", tense="future", person=3)
                if group.form == "finite":
                    self.finite.read(stack, group, number)
                else:
                    self.nonfinite.read(stack, group, number, last_chunk)
                self.draft.own(stack, group.first, group.last)
                self.draft.set_between(stack[-1].verb, group)
                last_chunk = -1
                end = max(group.last, at + 1)
            else:
                parted = self.joints.read(stack, at, last, last_chunk)
                if parted or tag not in "qB+PZ,C":
                    last_chunk = -1
            self.draft.own(stack, at, end)
            at = end

    def _announces(self, stack: Frames, group: Group, last: int) -> bool:
        """Whether an infinitive is the future of a headline, whose clause has no other verb: "*Acme to cut* 300 jobs", "Putin to meet Xi"."""
        marker = group.first - 1
        frame = stack[-1]
        if len(stack) > 1 or frame.verb >= 0 or marker < 1 or self.tags[marker] != "T" or not frame.nominals:
            return False
        index, segment = frame.nominals[-1]
        chunk = self.chunks[index]
        if segment < 0 or chunk.last != marker or self.tags[chunk.first] == "D" or not (self.tags[chunk.head] == "E" or self._is_doer(index)):
            return False
        rest = self.tags[group.last : last]
        end = next((at for at, tag in enumerate(rest) if tag in "SQ,;:-"), len(rest))
        return "V" not in rest[:end]

    def _is_doer(self, index: int) -> bool:
        """Whether a noun phrase is headed by a noun for people or for a body, or by a name that is a word too ("*Trump* to meet Xi")."""
        pack, head = self.draft.pack, self.norms[self.chunks[index].head]
        named = pack.gazetteer.knows(head) or head in pack.load(read_persons)
        return self.draft.is_people(index) or named or any(lemma in pack.roles.nominals for lemma in pack.nouns.lemmas(head))

    def _opens_contact(self, frame: Frame, at: int, last_chunk: int) -> bool:
        """Whether a relative clause without a pronoun opens behind a subject: "the deal *he signed*", "the deal *the two sides* signed"."""
        if last_chunk < 0 or frame.verb >= 0 or self.chunks[last_chunk].last != at or self.tags[at - 1] != "N":
            return False
        known = bool(frame.nominals) and frame.nominals[-1] == (last_chunk, frame.commas)
        chunk = self.chunk_of[at]
        if chunk < 0:
            return known and self.norms[at] in self.joints.subject_pronouns
        phrase = self.chunks[chunk]
        return known and self.tags[at] == "D" and phrase.first == at and phrase.leader == chunk and phrase.possessor < 0

    def _leads_to_verb(self, at: int, last: int) -> bool:
        here = at
        while here < last and self.tags[here] in "RXB" and here < at + 5:
            here += 1
        return here < last and self.tags[here] in "VIG" and self.chunk_of[here] < 0 and not any(self.tags[t] == "B" for t in range(at, here))

    def _chunk(self, frame: Frame, index: int) -> None:
        chunk = self.chunks[index]
        is_time = self.norms[chunk.head] in self.temporal and self.tags[chunk.head - 1 : chunk.head + 1] != "EE"  # "Theresa *May*"
        is_time = is_time and not self._counts(chunk) and not self._is_homonym(chunk)
        if frame.verb < 0:
            if chunk.preposition < 0 and not is_time and chunk.leader == index and not self._is_age(chunk) and not self._is_bracketed(chunk):
                if frame.nominals and frame.nominals[-1][0] == chunk.possessor:
                    frame.nominals.pop()  # "*Germany's* foreign minister, A. B., said"
                frame.nominals.append((index, frame.commas))
            elif chunk.preposition >= 0:
                frame.nominals.append((index, -1))
            return
        _, objects, obliques = self.fill[frame.verb]
        clause = self.out[frame.verb]
        if chunk.preposition >= 0:
            genitive = chunk.leader == index and chunk.behind >= 0 and self.lemmas[chunk.preposition] in self.genitive
            if genitive and not (chunk.behind in objects and clause.lemma in self.grammar.clauses.genitive_complements):
                return
            obliques.append(index)
        elif chunk.possessor >= 0:
            owner = chunk.possessor
            if owner in objects:
                objects[objects.index(owner)] = index
            elif owner in obliques:
                obliques[obliques.index(owner)] = index
            elif not objects:
                objects.append(index)
        elif is_time:
            obliques.append(index)
        elif chunk.leader != index:
            if chunk.leader in objects:
                objects.append(index)
        elif (not objects and not (clause.passive and frame.commas)) or (len(objects) == 1 and not frame.commas):
            objects.append(index)

    def _counts(self, chunk: Chunk) -> bool:
        """Whether a time counts what stands behind it: "began *five days* of talks"."""
        behind = self.chunk_of[chunk.last + 1] if chunk.last + 1 < len(self.chunk_of) and self.chunk_of[chunk.last] < 0 else -1
        genitive = behind >= 0 and self.chunks[behind].preposition == chunk.last and self.lemmas[chunk.last] in self.genitive
        return (
            genitive
            and self.tags[chunk.first] in "MD"
            and self.norms[self.chunks[behind].head] not in self.temporal
            and "M" not in self.tags[chunk.last : self.chunks[behind].last]
        )

    def _is_homonym(self, chunk: Chunk) -> bool:
        """Whether a month's name is the noun of an event: "the *march* planned for Saturday was cancelled"."""
        return self.tags[chunk.head] == "N" and self.draft.pack.event_nouns.has(self.norms[chunk.head])

    def _is_bracketed(self, chunk: Chunk) -> bool:
        """Whether a noun phrase stands in brackets without a verb: "a councillor from Entrelacs (*Savoy*) was attacked"."""
        before = chunk.first - 1
        while before >= self.draft.first and self.tags[before] not in "()V":
            before -= 1
        if before < self.draft.first or self.tags[before] != "(":
            return False
        behind = chunk.last
        while behind < len(self.tags) and self.tags[behind] not in "().V":
            behind += 1
        return behind < len(self.tags) and self.tags[behind] == ")"

    def _is_age(self, chunk: Chunk) -> bool:
        """Whether a noun phrase is a lone number between commas: "X, 42, …"."""
        alone = set(self.tags[chunk.first : chunk.last]) == {"M"} and self.tags[chunk.first - 1 : chunk.first] == ","
        return alone and self.tags[chunk.last : chunk.last + 1] not in ("P", "V", "X", "R")  # "So far, *three* have died"
