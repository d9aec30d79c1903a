"""Verb groups, their subjects, objects and complements, and how clauses hang together: one pass over each sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from newsevents.backends.groups import GroupReader
from newsevents.backends.insertions import Insertions
from newsevents.text.analysis import Clause

if TYPE_CHECKING:
    from newsevents.backends.groups import Group
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack
    from newsevents.text.analysis import Chunk, Quotation

_SHUT_BY_COMMA: Final = frozenset({"participle", "gerund", "infinitive", "incise"})
_DEEPEST: Final = 48  # open clauses of one sentence that are kept: more than any sentence of news has


@attrs.define
class _Frame:
    """A clause under construction."""

    relation: str
    marker: int
    begin: int
    governor: int = -1
    antecedent: int = -1
    verb: int = -1  # clause index once the verb has come
    nominals: list[tuple[int, int]] = attrs.field(factory=list)  # (chunk, comma segment) before the verb
    commas: int = 0
    quote: int = -1
    pronoun: int = -1


class _Place(NamedTuple):
    """Where a finite verb stands: what its clause hangs on, where it begins, who its subject is."""

    relation: str
    governor: int
    marker: int
    begin: int
    subjects: list[int]
    pronoun: int
    regained: bool = False  # the subject was read as the object of the clause before


class ClauseBuilder:
    """Builds the clauses of one text; made for one call."""

    def __init__(
        self,
        tags: str,
        norms: list[str],
        lemmas: list[str],
        verbs: list[Reading | None],
        chunks: list[Chunk],
        chunk_of: list[int],
        quotations: list[Quotation],
        pack: Pack,
    ) -> None:
        self.tags, self.norms, self.lemmas, self.verbs = tags, norms, lemmas, verbs
        self.chunks, self.chunk_of = chunks, chunk_of
        self.opens = {quotation.open: quotation for quotation in quotations}
        self.closes = {quotation.close: quotation.open for quotation in quotations if quotation.closed}
        self.pack = pack
        grammar = pack.grammar
        self.grammar = grammar
        clauses = grammar.clauses
        self.groups = GroupReader(tags, norms, lemmas, verbs, pack)
        self.insertions = Insertions(tags, norms, chunks, chunk_of, pack)
        self.subject_pronouns = frozenset(clauses.subject_pronouns)
        self.relative_subjects = frozenset(clauses.relative_subjects)
        self.relatives = frozenset(clauses.relatives)
        self.complementizers = frozenset(clauses.complementizers)
        self.interrogatives = frozenset(clauses.interrogatives)
        self.genitive = frozenset(clauses.genitive)
        self.gerund_prepositions = frozenset(clauses.gerund_control_prepositions)
        self.temporal = frozenset(clauses.temporal)
        self.first = 0  # first token of the sentence being read
        self.out: list[Clause] = []
        self.fill: list[tuple[list[int], list[int], list[int]]] = []  # subjects, objects, obliques of each clause
        self.clause_of = [-1] * len(tags)

    # -- clauses

    def sentence(self, first: int, last: int, number: int) -> None:
        """Build the clauses of one sentence."""
        tags = self.tags
        stack = [_Frame("root", -1, first)]
        self.first = first
        at = first
        last_chunk = -1  # the chunk directly before, -1 after anything that parts
        while at < last:
            tag = tags[at]
            chunk = self.chunk_of[at]
            end = at + 1
            if chunk >= 0 and self.chunks[chunk].first == at:
                self._chunk(stack[-1], chunk)
                last_chunk = chunk
                end = self.chunks[chunk].last
            elif chunk < 0 and (tag in "VIGK" or (tag in "RX" and self._leads_to_verb(at, last))):
                while tags[at] not in "VIGK":
                    self._own(stack, at, at + 1)
                    at += 1
                group = self.groups.read(at, last)
                self._verb(stack, group, number, last_chunk)
                self._own(stack, group.first, group.last)
                self._set_between(stack[-1].verb, group)
                last_chunk = -1
                end = max(group.last, at + 1)
            else:
                parted = self._joint(stack, at, last, last_chunk)
                if parted or tag not in "qB+PZ,C":
                    last_chunk = -1
            self._own(stack, at, end)
            at = end

    def _set_between(self, clause: int, group: Group) -> None:
        """Give a clause the noun phrases inside its verb group: "a, *mardi*, annoncé"."""
        if clause >= 0:
            for token in range(group.first + 1, group.last):
                chunk = self.chunk_of[token]
                if chunk >= 0 and self.chunks[chunk].first == token:
                    self.fill[clause][2].append(chunk)

    def _joint(self, stack: list[_Frame], at: int, last: int, last_chunk: int) -> bool:
        """Read a token between noun phrases and verbs; whether it parts what stands on its sides."""
        tag, norm = self.tags[at], self.norms[at]
        if tag == ",":
            frame = stack[-1]
            frame.commas += 1
            if frame.relation in _SHUT_BY_COMMA and frame.verb >= 0 and len(stack) > 1 and self.tags[at + 1 : at + 2] != "C":
                stack.pop()
                stack[-1].commas += 1
        elif tag == "q":
            return self._mark(stack, at, last)
        elif tag == "Q":
            self._relative(stack, at, last_chunk, last)
        elif tag == "S":
            self._subordinator(stack, at)
            return True
        elif tag in ";:":
            stack[:] = [_Frame("root", -1, at + 1)]
            return True
        elif tag == "-":
            return norm != "-"
        elif tag == "R" and norm in self.subject_pronouns:
            stack[-1].pronoun = at
        return False

    def _mark(self, stack: list[_Frame], at: int, last: int) -> bool:
        """Open or close a quotation; whether a quotation of an earlier sentence ended here."""
        if at in self.opens and self._is_clausal(self.opens[at], last):
            self._push(stack, _Frame("quoted", -1, at, governor=self._verb_of(stack), quote=at))
        elif at in self.closes:
            depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d].quote >= 0), -1)
            if depth > 0:
                told = stack[depth].verb >= 0
                del stack[depth:]
                above = stack[-1]
                whole = told and above.relation == "complement" and above.verb < 0 and not self.tags[above.marker + 1 : self.closes[at]].strip("B+,")
                if whole and len(stack) > 1:
                    stack.pop()  # "juge que « le pays est à l'arrêt » et appelle …": the quotation is the whole complement
            elif self.closes[at] < self.first:
                stack[:] = [_Frame("root", -1, at + 1)]
                return True
        return False

    def _subordinator(self, stack: list[_Frame], at: int) -> None:
        governor = self._verb_of(stack)
        asked = governor >= 0 and self.lemmas[at] in self.interrogatives and self.out[governor].head >= at - 2
        relation = "interrogative" if asked and self.out[governor].lemma in self.pack.clause_verbs else "adverbial"
        self._push(stack, _Frame(relation, at, at, governor=governor))

    @staticmethod
    def _push(stack: list[_Frame], frame: _Frame) -> None:
        """Open a clause; of a hopelessly nested sentence only the outermost and the innermost ones are kept open."""
        if len(stack) >= _DEEPEST:
            del stack[1 : _DEEPEST // 2]
        stack.append(frame)

    def _own(self, stack: list[_Frame], begin: int, end: int) -> None:
        verb = stack[-1].verb
        if verb < 0:
            return
        for token in range(begin, end):
            if self.clause_of[token] < 0:
                self.clause_of[token] = verb

    def _leads_to_verb(self, at: int, last: int) -> bool:
        here = at
        while here < last and self.tags[here] in "RXB" and here < at + 5:
            here += 1
        return here < last and self.tags[here] in "VIG" and self.chunk_of[here] < 0 and not any(self.tags[t] == "B" for t in range(at, here))

    def _is_clausal(self, quotation: Quotation, last: int) -> bool:
        """Whether a quotation holds a whole clause; short ones are read as part of the sentence around them."""
        end = min(quotation.close, last)
        inside = self.tags[quotation.open + 1 : end]
        opens = quotation.open == self.first
        at = inside.find("V")
        if opens and len(inside) > 3:
            return True
        if at < 0:
            return False
        if any(tag in "NERH" for tag in inside[:at]):
            return True
        opening = quotation.open
        return len(inside) > 4 and (opening == 0 or self.tags[opening - 1] in ".:,q")

    def _verb_of(self, stack: list[_Frame]) -> int:
        for frame in reversed(stack):
            if frame.verb >= 0:
                return frame.verb
            if frame.quote >= 0:
                break
        return -1

    def _chunk(self, frame: _Frame, index: int) -> None:
        chunk = self.chunks[index]
        is_time = self.norms[chunk.head] in self.temporal and self.tags[chunk.head - 1 : chunk.head + 1] != "EE"  # "Theresa *May*"
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

    def _is_bracketed(self, chunk: Chunk) -> bool:
        """Whether a noun phrase stands in brackets without a verb: "a councillor from Entrelacs (*Savoy*) was attacked"."""
        before = chunk.first - 1
        while before >= self.first and self.tags[before] not in "()V":
            before -= 1
        if before < self.first or self.tags[before] != "(":
            return False
        behind = chunk.last
        while behind < len(self.tags) and self.tags[behind] not in "().V":
            behind += 1
        return behind < len(self.tags) and self.tags[behind] == ")"

    def _is_age(self, chunk: Chunk) -> bool:
        """Whether a noun phrase is a lone number between commas: "X, 42, …"."""
        alone = set(self.tags[chunk.first : chunk.last]) == {"M"} and self.tags[chunk.first - 1 : chunk.first] == ","
        return alone and self.tags[chunk.last : chunk.last + 1] != "P"

    def _relative(self, stack: list[_Frame], at: int, last_chunk: int, last: int) -> None:
        lemma = self.lemmas[at]
        governor = self._verb_of(stack)
        if lemma in self.complementizers and self._is_restrictive(at, governor):
            return
        before = at - 1
        while before > 0 and self.tags[before] in "B+":
            before -= 1
        follows_noun = last_chunk >= 0
        speaks = governor >= 0 and self.out[governor].lemma in self.pack.clause_verbs and stack[-1].verb == governor
        next_is_verb = at + 1 < last and self.tags[at + 1] in "VX"
        second = self.tags[at - 1] == "C" and any(frame.relation == "complement" for frame in stack)
        pronoun = follows_noun and self.tags[at - 1] == "H" and self.tags[at - 2] != "P"  # "…, ce *que* dément X"; not "s'oppose à ce *que*"
        if (
            not second
            and not pronoun
            and lemma in self.complementizers
            and not (next_is_verb and lemma in self.relative_subjects and follows_noun)
            and (not follows_noun or speaks or self.lemmas[self.chunks[last_chunk].head] in self.pack.clause_nouns)
        ):
            self._push(stack, _Frame("complement", at, at, governor=governor))
            return
        if lemma in self.complementizers and self.tags[at - 1] == "C":
            # "que …, et *que* …": the second clause hangs where the first does
            depth = next((d for d in range(len(stack) - 1, 0, -1) if stack[d].relation == "complement"), 0)
            if depth:
                governor = stack[depth].governor
                del stack[depth:]
                self._push(stack, _Frame("complement", at, at, governor=governor))
                return
        if lemma in self.interrogatives and not follows_noun and speaks:
            self._push(stack, _Frame("interrogative", at, at, governor=governor))
            return
        antecedent = last_chunk
        if self.tags[at - 1] == "C":  # "X, who is old *and who* has …"
            antecedent = next((frame.antecedent for frame in reversed(stack) if frame.relation == "relative"), last_chunk)
        if antecedent < 0:
            token = at - 1
            while token >= 0 and self.tags[token] in "P+,":
                token -= 1
            antecedent = self.chunk_of[token] if token >= 0 else -1
        self._push(stack, _Frame("relative", at, at, governor=governor, antecedent=self._named(antecedent)))

    def _named(self, chunk: int) -> int:
        """The name that a name behind it only tells the place of: "*Anna Berg* of Ohio, who …"."""
        phrase = self.chunks[chunk] if chunk >= 0 else None
        if phrase is None or phrase.behind < 0 or phrase.preposition < 0 or self.lemmas[phrase.preposition] not in self.genitive:
            return chunk
        return phrase.behind if self.tags[phrase.head] == self.tags[self.chunks[phrase.behind].head] == "E" else chunk

    def _is_restrictive(self, at: int, governor: int) -> bool:
        """Whether "que" only restricts: "n'est *qu'*une menace"."""
        if governor < 0 or self.out[governor].negated or self.out[governor].last < at:
            return False
        one = self.out[governor]
        return any(self.tags[token] == "X" and self.lemmas[token] in self.groups.weak for token in range(one.first, one.head))

    def _verb(self, stack: list[_Frame], group: Group, number: int, last_chunk: int) -> None:
        if group.form == "finite":
            self._finite(stack, group, number)
            return
        before = group.first - 1
        while before >= 0 and self.tags[before] in "B+q":
            before -= 1
        if group.form == "gerund" and before >= 0 and self.tags[before] == "," and group.lemma in self.pack.clause_verbs:
            self._climb(stack)
        shared = self._shared(stack, before, group.head) if group.form == "participle" else -1
        if shared >= 0:
            self._share(stack, group, shared, number)
            return
        frame = stack[-1]
        governor = self._verb_of(stack)
        marker = before if before >= 0 and self.tags[before] in "PT" else -1
        subjects: list[int] = []
        if group.form == "participle":
            behind = last_chunk
            if behind < 0 and before >= 0:
                behind = self.chunk_of[before]
            if behind >= 0:
                subjects = self._coordinated(self._described(behind))
            elif governor >= 0:
                subjects = list(self.fill[governor][0])
            flags = self.pack.morphology.flags.get(group.lemma, "").split(",")
            group = group._replace(passive="e" not in flags)
            relation = "participle"
        elif group.form == "gerund" and last_chunk >= 0 and self._is_absolute(last_chunk, before):
            relation = group.form
            subjects = self._coordinated(last_chunk)  # "with *rebels* holding the city"
        elif governor >= 0:
            relation = group.form
            source = self.fill[governor]
            subjects = list(source[0])
            if marker >= 0 and self._is_object_control(group, governor, marker):
                controlling = self.pack.control_prepositions
                obliques = [chunk for chunk in source[2] if self.chunks[chunk].preposition > self.out[governor].head]
                told = [chunk for chunk in obliques if self.lemmas[self.chunks[chunk].preposition] in controlling]
                if source[1] and not self.out[governor].passive:
                    subjects = list(source[1])
                elif told and told[0] > (subjects[-1] if subjects else -1):
                    subjects = self._coordinated(told[0])
        else:
            relation = group.form
            subjects = [index for index, segment in frame.nominals if segment >= 0][:1] if group.form == "gerund" else []
        if frame.verb >= 0 and self.out[frame.verb].form == group.form and before >= 0 and self.tags[before] == "C" and frame.relation == relation:
            subjects = list(self.fill[frame.verb][0])
        index = self._add(group, relation, governor, marker, subjects, number, min(group.first, marker if marker >= 0 else group.first))
        self._push(stack, _Frame(relation, marker, group.first, governor=governor, verb=index))

    def _shared(self, stack: list[_Frame], before: int, at: int) -> int:
        """The clause whose auxiliary a participle behind a conjunction shares: "a été arrêté et *inculpé*", "have met and *agreed*"; -1."""
        if before < self.first or self.tags[before] != "C":
            return -1
        for frame in reversed(stack):
            if frame.quote >= 0:
                break
            if frame.relation == "participle" and frame.verb >= 0:
                agree = self.grammar.verbs.participles_agree and self.norms[self.out[frame.verb].head][-1:] != self.norms[at][-1:]
                if not agree:
                    break  # "menées par X et *soutenues* par Y": participles of one noun
            one = self.out[frame.verb] if frame.verb >= 0 else None
            if one is not None and one.form == "finite":
                cited = self._is_cited(frame.verb, before + 1) and any(other.verb == one.governor for other in stack)
                model = one.governor if cited else frame.verb
                return model if self.out[model].head > self.out[model].first and self.tags[self.out[model].head] == "K" else -1
        return -1

    def _share(self, stack: list[_Frame], group: Group, model: int, number: int) -> None:
        """Add a clause that goes on with the auxiliary and the subject of another."""
        while stack[-1].verb != model:
            stack.pop()
        previous = self.out[model]
        intransitive = "i" in self.pack.morphology.flags.get(group.lemma, "").split(",")
        group = group._replace(
            form="finite", tense=previous.tense, passive=previous.passive and not intransitive, person=previous.person, plural=previous.plural
        )
        subjects = list(self.fill[model][0])
        place = _Place("coordinated", previous.governor, previous.marker, group.first, subjects, -1 if subjects else previous.pronoun)
        self._place(stack[-1], group, place, number)

    def _is_object_control(self, group: Group, governor: int, marker: int) -> bool:
        """Whether the subject of an infinitive or gerund is the object of the verb above it ("urged *them* to go", "accused *them* of going")."""
        verb = self.out[governor].lemma
        if group.form == "gerund":
            return verb in self.pack.gerund_control and self.lemmas[marker] in self.gerund_prepositions
        return verb in self.pack.object_control and not self.out[governor].reflexive  # "se sont mis en grève pour *réclamer*"

    def _climb(self, stack: list[_Frame]) -> None:
        """Leave complements: a reporting gerund behind a comma belongs to the clause that reports."""
        while len(stack) > 1 and stack[-1].relation in ("complement", "coordinated", "infinitive", "relative", "adverbial", "interrogative"):
            below = next((frame for frame in reversed(stack[:-1]) if frame.verb >= 0), None)
            if below is None or below.quote >= 0:
                break
            stack.pop()

    def _coordinated(self, chunk: int) -> list[int]:
        """A chunk with all those it is coordinated with, up to it."""
        leader = self.chunks[chunk].leader
        return [leader, *(other for other in range(leader + 1, min(len(self.chunks), leader + 12)) if self.chunks[other].leader == leader)]

    def _finite(self, stack: list[_Frame], group: Group, number: int) -> None:
        before = group.first - 1
        while before >= 0 and self.tags[before] in "B+":
            before -= 1
        described = self._leave_nonfinite(stack, group, before)
        frame = stack[-1]
        after_comma = before >= 0 and self.tags[before] == ","
        if self.insertions.holds(frame.nominals, frame.commas, group, has_verb=frame.verb >= 0, after_comma=after_comma, waiting=self._waiting(stack)):
            self._insert(stack, group, number, after_comma=after_comma)
            return
        if frame.verb >= 0 and group.pronoun > 0 and self.tags[group.pronoun - 1] == ",":
            self._return_to_waiting(stack)
        if stack[-1].verb < 0:
            place = self._first_verb(stack[-1], group, after_comma=after_comma)
        else:
            chunk_before = self.chunk_of[before] if before >= 0 else -1
            chunk_before = described if described >= 0 and not after_comma and self.tags[before] != "C" else chunk_before
            if chunk_before < 0 and after_comma and group.pronoun < 0 and not self._waiting(stack):
                chunk_before = self._apposed_subject(before)
            if group.pronoun < 0 and self._is_told(stack, self._top(chunk_before), group):
                place = self._new_clause(stack, group, chunk_before, after_and=False)
                self._place(stack[-1], group, place, number)
                return
            if (
                self._waiting(stack)
                and group.pronoun < 0
                and not self._goes_on(before, chunk_before, after_comma=after_comma, waiting=True)
                and (after_comma or chunk_before < 0 or not self._spare(stack[-1], chunk_before))
            ):
                while stack[-1].verb >= 0:
                    stack.pop()
                place = self._first_verb(stack[-1], group, after_comma=after_comma)
            elif group.pronoun < 0 and self._goes_on(before, chunk_before, after_comma=after_comma, waiting=self._waiting(stack)):
                place = self._next_verb(stack, group, before, after_comma=after_comma)
            else:
                place = self._new_clause(stack, group, chunk_before, after_and=before >= 0 and self.tags[before] == "C")
        self._place(stack[-1], group, place, number)

    def _described(self, chunk: int) -> int:
        """The noun that a participle behind a noun phrase describes: over a name that only belongs to it ("la présidente du Brésil *destituée*")."""
        phrase = self.chunks[chunk]
        named = self.tags[phrase.head] == "E" and phrase.preposition >= 0 and self.lemmas[phrase.preposition] in self.genitive
        return phrase.behind if named and phrase.behind >= 0 else chunk

    def _is_absolute(self, chunk: int, before: int) -> bool:
        """Whether a noun phrase right before a gerund stands behind a preposition that makes it its subject."""
        phrase = self.chunks[chunk]
        return phrase.last == before + 1 and phrase.preposition >= 0 and self.lemmas[phrase.preposition] in self.grammar.clauses.absolute

    def _apposed_subject(self, comma: int) -> int:
        """The noun phrase that begins a new clause with a name beside it: "In a post that was deleted, *its president*, Rick Moll, said …"; -1."""
        name = self.chunk_of[comma - 1]
        before = self.chunks[name].first - 2 if name >= 0 else -1
        if before < 1 or self.tags[before + 1] != ",":
            return -1
        subject = self._top(self.chunk_of[before])
        if subject < 0 or self.tags[self.chunks[subject].first - 1 : self.chunks[subject].first] != "," or self.chunks[subject].preposition >= 0:
            return -1
        named = "E" in (self.tags[self.chunks[name].head], self.tags[self.chunks[subject].head])
        return subject if named and self.chunks[name].preposition < 0 else -1

    def _is_told(self, stack: list[_Frame], chunk: int, group: Group) -> bool:
        """Whether a noun phrase read as the object of a reporting verb begins its complement: "saying *the car could* not stop"."""
        verb = stack[-1].verb
        if chunk < 0 or verb < 0 or self.out[verb].lemma not in self.pack.zero_verbs:
            return False
        if chunk not in self.fill[verb][1] or stack[-1].commas:
            return False
        return not self._waiting(stack) or any(self.insertions.verb_behind(comma) for comma in self._commas(group.last))

    def _is_told_by(self, frame: _Frame, group: Group) -> bool:
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

    def _leave_nonfinite(self, stack: list[_Frame], group: Group, before: int) -> int:
        """Close gerunds, infinitives and participles; the noun that a participle right before the verb describes, -1."""
        described = -1
        while stack[-1].relation in ("gerund", "infinitive", "participle") and len(stack) > 1:
            if before >= 0 and (self._is_told(stack, self._top(self.chunk_of[before]), group) or self._is_told_by(stack[-1], group)):
                break
            shut = stack.pop()
            if shut.relation == "participle" and not shut.commas and self.fill[shut.verb][0]:
                described = self.fill[shut.verb][0][-1]
            if shut.verb >= 0 and stack[-1].verb < 0:
                stack[-1].nominals += [(chunk, stack[-1].commas) for chunk in self.fill[shut.verb][1][-1:] if shut.commas]
        return described

    def _insert(self, stack: list[_Frame], group: Group, number: int, *, after_comma: bool) -> None:
        """Set a reporting verb apart from the clause around it."""
        frame = stack[-1]
        bare = [chunk for chunk, segment in frame.nominals if segment >= 0]
        subjects = [] if after_comma else self._coordinated(bare[-1])
        index = self._add(group, "root", -1, -1, subjects, number, self.chunks[subjects[0]].first if subjects else group.first)
        frame.nominals = [(chunk, segment) for chunk, segment in frame.nominals if chunk not in subjects]
        for chunk in subjects:
            for token in range(self.chunks[chunk].first, self.chunks[chunk].last):
                self.clause_of[token] = index
        self._push(stack, _Frame("incise", -1, group.first, verb=index))

    def _goes_on(self, before: int, chunk_before: int, *, after_comma: bool, waiting: bool) -> bool:
        """Whether a verb without a subject of its own goes on with the clause before it ("… et *a dit*", "…, *a dit*")."""
        after_and = before >= 0 and self.tags[before] == "C"
        return chunk_before < 0 and (after_and or (after_comma and not waiting))

    def _first_verb(self, frame: _Frame, group: Group, *, after_comma: bool) -> _Place:
        """The places of the first verb of a clause: its subject is among the noun phrases before it."""
        subjects: list[int] = []
        pronoun = group.pronoun
        if pronoun < 0 and frame.pronoun >= 0:
            pronoun = frame.pronoun
        elif pronoun < 0:
            bare = [(chunk, segment) for chunk, segment in frame.nominals if segment >= 0]
            if frame.relation == "relative" and not bare and self.lemmas[frame.marker] in self.relative_subjects:
                subjects = self._coordinated(frame.antecedent) if frame.antecedent >= 0 else []
                if len(subjects) > 1 and not group.plural and self.tags[frame.marker - 1] != ",":
                    subjects = [frame.antecedent]
            elif bare:
                chunk, segment = bare[0] if after_comma else bare[-1]
                subjects = self._coordinated(chunk if after_comma or segment == frame.commas else bare[0][0])
        return _Place(frame.relation, frame.governor, frame.marker, frame.begin, subjects, pronoun)

    def _next_verb(self, stack: list[_Frame], group: Group, before: int, *, after_comma: bool) -> _Place:
        """The places of a verb that shares the subject of the one before it."""
        model = stack[-1].verb
        matrix = self._matrix(model, group, near=not (after_comma or self.tags[before - 1 : before] == ","))
        if matrix != model and any(frame.verb == matrix for frame in stack):
            model = matrix
            while stack[-1].verb != model:
                stack.pop()
        previous = self.out[model]
        subjects = list(self.fill[model][0])
        return _Place("coordinated", previous.governor, previous.marker, group.first, subjects, -1 if subjects else previous.pronoun)

    def _new_clause(self, stack: list[_Frame], group: Group, chunk_before: int, *, after_and: bool) -> _Place:
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
                subjects = self._subject_chunks(chunk_before)
            self._take_back(verb, subjects)
        begin = self.chunks[subjects[0]].first if subjects else (pronoun if pronoun >= 0 else group.first)
        if previous.lemma in self.pack.zero_verbs and not self._comma_between(previous.last, begin):
            self._push(stack, _Frame("complement", -1, begin, governor=verb))
            return _Place("complement", verb, -1, begin, subjects, pronoun, regained=True)
        waiting = next((depth for depth in range(len(stack) - 1, -1, -1) if stack[depth].verb < 0), None)
        if waiting is not None and subjects:
            del stack[waiting + 1 :]
            frame = stack[-1]
            frame.begin = begin
            return _Place(frame.relation, frame.governor, frame.marker, begin, subjects, pronoun, regained=True)
        while len(stack) > 1 and stack[-1].relation != "quoted":
            stack.pop()
        stack[-1] = _Frame("root", -1, begin, quote=stack[-1].quote)
        return _Place("coordinated" if after_and else "root", -1, -1, begin, subjects, pronoun, regained=True)

    def _place(self, frame: _Frame, group: Group, place: _Place, number: int) -> None:
        """Add a finite clause and give it the words before its verb."""
        index = self._add(group._replace(pronoun=place.pronoun), place.relation, place.governor, place.marker, place.subjects, number, place.begin)
        frame.verb = index
        frame.commas = 0
        frame.pronoun = -1
        for chunk, _ in frame.nominals:
            preposed = self.chunks[chunk]
            if chunk not in place.subjects and preposed.preposition >= 0 and not (preposed.behind >= 0 and self.lemmas[preposed.preposition] in self.genitive):
                self.fill[index][2].append(chunk)
        self._lend(index, number)
        begin = place.begin
        if begin - 1 > self.first and self.tags[begin - 1] == "C":
            self.clause_of[begin - 1] = index
        for token in range(begin, group.first):
            if place.regained or self.clause_of[token] < 0:
                self.clause_of[token] = index

    def _lend(self, index: int, number: int) -> None:
        """Give the subject of a main clause to the gerunds, infinitives and participles that open its sentence: "*Having lost*, Anna Berg left"."""
        if self.out[index].relation != "root":
            return
        for other in range(index - 1, -1, -1):
            one = self.out[other]
            if one.sentence != number or one.governor >= 0 or one.form not in ("gerund", "infinitive", "participle"):
                return
            if not self.fill[other][0] and one.pronoun < 0:
                self.fill[other][0].extend(self.fill[index][0])
                self.out[other] = one._replace(pronoun=self.out[index].pronoun)

    def _waiting(self, stack: list[_Frame]) -> bool:
        """Whether an enclosing clause still lacks its verb."""
        return any(frame.verb < 0 and (frame.pronoun >= 0 or any(segment >= 0 for _, segment in frame.nominals)) for frame in stack[:-1])

    def _return_to_waiting(self, stack: list[_Frame]) -> bool:
        """Leave an inserted clause for the complement or relative around it that still lacks its verb ("que, si …, *il* …")."""
        for depth in range(len(stack) - 2, -1, -1):
            if stack[depth].quote >= 0:
                return False
            if stack[depth].verb < 0 and stack[depth].relation in ("complement", "relative", "interrogative"):
                del stack[depth + 1 :]
                return True
        return False

    def _mode(self, clause: int) -> tuple[str, bool]:
        """Tense of the first verb of a group and whether it is compound: what coordinated verbs share."""
        one = self.out[clause]
        return self._mode_of(one.first, one.head)

    def _mode_of(self, first: int, head: int) -> tuple[str, bool]:
        for at in range(first, head + 1):
            reading = self.verbs[at]
            if self.tags[at] == "V":
                return (reading.tense if reading else "", at != head)
        return "", False

    def _matrix(self, clause: int, group: Group, *, near: bool) -> int:
        """The clause a coordinated verb goes on with: a clause above the last one where only that one shares its tense.

        Args:
            clause: the last clause.
            group: the coordinated verb.
            near: whether nothing but a conjunction stands before it. It then goes on with another only out of a relative clause ("thanked those
                *who had stopped* the man and *appealed* for calm"), and as a second verb of saying ("said he was ill and *denied* the charges").
        """
        mode = self._mode_of(group.first, group.head)
        one = self.out[clause]
        says = near and one.relation == "complement" and self._says(group.lemma) and not self._says(one.lemma)
        if near and self._is_cited(clause, group.first) and self._mode(one.governor) == mode:
            return one.governor
        if self._mode(clause) == mode and not (says and one.lemma in self.grammar.verbs.copula and self._mode(one.governor) == mode):
            return clause
        above = one.governor
        left = ("complement", "coordinated", "relative") if not near else ("complement", "relative") if says else ("relative",)
        while above >= 0 and self.out[clause].relation in left:
            if self.out[above].form == "finite" and self._mode(above) == mode:
                return above
            above = self.out[above].governor
        return clause

    def _is_cited(self, clause: int, at: int) -> bool:
        """Whether a clause names something in quotation marks that close before a conjunction: "condemned *what he called "an act of war"* and …"."""
        one = self.out[clause]
        named = one.governor >= 0 and (one.relation == "interrogative" or (one.relation == "relative" and self.tags[one.marker - 1] == "H"))
        return named and self.tags[at - 2 : at] == "qC" and "q" in self.tags[one.last : at - 2]

    def _says(self, lemma: str) -> bool:
        """Whether a verb reports."""
        return lemma in self.pack.reporting_verbs and lemma not in self.pack.auxiliaries

    def _spare(self, frame: _Frame, chunk: int) -> bool:
        """Whether a chunk before a verb is free to be its subject: behind a comma, or one object too many."""
        if self.chunks[chunk].preposition >= 0:
            while self.chunks[chunk].behind >= 0 and self.chunks[chunk].preposition >= 0:
                chunk = self.chunks[chunk].behind
            if self.chunks[chunk].preposition >= 0:
                return False
        return self._comma_between(self.out[frame.verb].last, self.chunks[chunk].first) or len(self.fill[frame.verb][1]) > 1

    def _comma_between(self, begin: int, end: int) -> bool:
        return "," in self.tags[begin:end]

    def _subject_chunks(self, chunk: int) -> list[int]:
        """The noun phrase that ends in a chunk: back over its complements, with those it is coordinated with."""
        while self.chunks[chunk].preposition >= 0 and self.chunks[chunk].behind >= 0:
            chunk = self.chunks[chunk].behind
        return self._coordinated(chunk)

    def _top(self, chunk: int) -> int:
        """The noun phrase that a chunk is a complement of."""
        while chunk >= 0 and self.chunks[chunk].preposition >= 0 and self.chunks[chunk].behind >= 0:
            chunk = self.chunks[chunk].behind
        return chunk

    def _take_back(self, clause: int, chunks: list[int]) -> None:
        for places in self.fill[clause]:
            for chunk in chunks:
                if chunk in places:
                    places.remove(chunk)

    def _add(self, group: Group, relation: str, governor: int, marker: int, subjects: list[int], number: int, begin: int) -> int:
        index = len(self.out)
        self.out.append(
            Clause(
                group.first, group.last, group.head, group.lemma, group.form, group.tense, group.passive, group.reflexive, group.negated, group.modals,
                group.person,
                group.plural, (), (), (), relation, governor, begin, group.last, marker, group.pronoun, group.inverted, number,
            )
        )  # fmt: skip
        self.fill.append((subjects, [], []))
        return index

    def _is_inverted(self, clause: Clause, chunk: int) -> bool:
        """Whether the noun phrase behind a relative's verb is its subject, the relative being the object: "les mesures *qu'*a prises *Paris*"."""
        if clause.relation != "relative" or clause.marker < 0 or clause.pronoun >= 0 or clause.passive:
            return False
        marker = self.lemmas[clause.marker]
        apart = marker in self.grammar.clauses.object_relatives and marker not in self.relative_subjects
        return apart and self.chunks[chunk].preposition < 0 and self.chunks[chunk].first == clause.last

    def finish(self) -> list[Clause]:
        """The clauses with their places and extents."""
        ends = [clause.last for clause in self.out]
        begins = [clause.begin for clause in self.out]
        negative = frozenset(self.grammar.verbs.negative_determiners)
        finished: list[Clause] = []
        for token, owner in enumerate(self.clause_of, 1):
            if owner >= 0 and token > ends[owner]:
                ends[owner] = token
        for index in range(len(self.out) - 1, -1, -1):
            governor = self.out[index].governor
            if 0 <= governor < index:
                ends[governor] = max(ends[governor], ends[index])
        for index, clause in enumerate(self.out):
            subjects, objects, obliques = self.fill[index]
            if objects and not subjects and self._is_inverted(clause, objects[0]):
                subjects.append(objects.pop(0))
            negated = clause.negated or any(self.norms[self.chunks[chunk].first] in negative for chunk in subjects)
            if not negated and clause.form == "finite":
                negated = any(self.norms[self.chunks[chunk].first] in negative for chunk in objects[:1])
            finished.append(
                clause._replace(
                    subjects=tuple(dict.fromkeys(subjects)),
                    objects=tuple(dict.fromkeys(objects)),
                    obliques=tuple(dict.fromkeys(obliques)),
                    begin=begins[index],
                    end=ends[index],
                    negated=negated,
                )
            )
        return finished
