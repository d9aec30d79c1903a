"""What parts and joins clauses: commas, quotation marks, conjunctions, relatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.backends.clauses.frames import Frame

if TYPE_CHECKING:
    from newsevents.backends.clauses.draft import Draft
    from newsevents.backends.clauses.frames import Frames
    from newsevents.text.analysis import Quotation

_SHUT_BY_COMMA: Final = frozenset({"participle", "gerund", "infinitive", "incise"})


class Joints:
    """Reads the tokens between noun phrases and verbs of one text."""

    def __init__(self, draft: Draft, quotations: list[Quotation], weak: frozenset[str]) -> None:
        self.draft = draft
        self.tags, self.norms, self.lemmas = draft.tags, draft.norms, draft.lemmas
        self.chunks, self.chunk_of = draft.chunks, draft.chunk_of
        self.pack = draft.pack
        self.out = draft.out
        self.relative_subjects = draft.relative_subjects
        self.weak = weak  # negations that need a second word
        self.opens = {quotation.open: quotation for quotation in quotations}
        self.closes = {quotation.close: quotation.open for quotation in quotations if quotation.closed}
        self.around: dict[int, int] = {}  # by opening mark: the clause that has its verb there, -1
        self.announced = -1  # the same before the last colon
        clauses = draft.grammar.clauses
        self.subject_pronouns = frozenset(clauses.subject_pronouns)
        self.complementizers = frozenset(clauses.complementizers)
        self.interrogatives = frozenset(clauses.interrogatives)
        self.temporal = frozenset(clauses.temporal)

    def read(self, stack: Frames, at: int, last: int, last_chunk: int) -> bool:
        """Read a token between noun phrases and verbs; whether it parts what stands on its sides."""
        tag, norm = self.tags[at], self.norms[at]
        if tag == ",":
            frame = stack[-1]
            frame.commas += 1
            if frame.relation in _SHUT_BY_COMMA and frame.verb >= 0 and len(stack) > 1 and self.tags[at + 1 : at + 2] != "C":
                shut = stack.pop()
                fronted = stack[-1].relation == "participle" and stack[-1].governor < 0 and len(stack) > 1
                if shut.relation == "infinitive" and fronted:
                    stack.pop()  # "Sommée de *cesser*, la société …"
                stack[-1].commas += 1
        elif tag == "q":
            return self._mark(stack, at, last)
        elif tag == "Q":
            self._relative(stack, at, last_chunk, last)
        elif tag == "S":
            self._subordinator(stack, at)
            return True
        elif tag in ";:":
            self.announced = stack.verb()
            stack[:] = [Frame("root", -1, at + 1)]
            return True
        elif tag == ")":
            opening = self.tags.rfind("(", self.draft.first, at)
            while len(stack) > 1 and stack[-1].begin > opening >= self.draft.first:
                stack.pop()  # "20 joueurs (*dont* deux anciens champions) sont visés"
        elif tag == "-":
            return norm != "-"
        elif tag == "R" and norm in self.subject_pronouns and not self._is_apposed(at):
            stack[-1].pronoun = at
        return False

    def _is_apposed(self, at: int) -> bool:
        """Whether a pronoun between commas only takes up the noun before: "sa femme, *elle* aussi policière, …"."""
        if self.tags[at - 1 : at] != ",":
            return False
        end = self.tags.find(",", at)
        return end > at + 1 and self.tags[at + 1] in "BA" and not self.tags[at + 1 : end].strip("BANDPEK+")

    def _mark(self, stack: Frames, at: int, last: int) -> bool:
        """Open or close a quotation; whether a quotation of an earlier sentence ended here."""
        if at in self.opens:
            self.around[at] = self.announced if self.tags[at - 1 : at] == ":" else stack.verb()
        if at in self.opens and self._is_clausal(self.opens[at], last):
            stack.push(Frame("quoted", -1, at, governor=stack.verb(), quote=at))
        elif at in self.closes:
            depth = next((d for d in range(len(stack) - 1, -1, -1) if stack[d].quote >= 0), -1)
            if depth > 0:
                told = stack[depth].verb >= 0
                del stack[depth:]
                above = stack[-1]
                whole = told and above.relation == "complement" and above.verb < 0 and not self.tags[above.marker + 1 : self.closes[at]].strip("B+,")
                if whole and len(stack) > 1:
                    stack.pop()  # "juge que « le pays est à l'arrêt » et appelle …": the quotation is the whole complement
            elif self.closes[at] < self.draft.first:
                stack[:] = [Frame("root", -1, at + 1, verb=self.resumed(at + 1))]
                return True
        return False

    def resumed(self, at: int) -> int:
        """The clause that a verb behind a quotation of several sentences goes on with: "a répondu : « Non. Jamais. » *et a refusé*"; -1."""
        return self.around.get(self.closes.get(at - 1, -1), -1) if self.tags[at : at + 2] == "CV" else -1

    def _subordinator(self, stack: Frames, at: int) -> None:
        governor = stack.verb()
        asked = governor >= 0 and self.lemmas[at] in self.interrogatives and self.out[governor].head >= at - 2
        relation = "interrogative" if asked and self.out[governor].lemma in self.pack.clause_verbs else "adverbial"
        stack.push(Frame(relation, at, at, governor=governor))

    def _relative(self, stack: Frames, at: int, last_chunk: int, last: int) -> None:
        """Open the clause of a relative, interrogative or complementizer."""
        lemma = self.lemmas[at]
        governor = stack.verb()
        second = self.tags[at - 1] == "C"
        speaks = governor >= 0 and self.out[governor].lemma in self.pack.clause_verbs and stack[-1].verb == governor
        if lemma in self.complementizers:
            if self._is_restrictive(at, governor):
                return
            depth = next((d for d in range(len(stack) - 1, 0, -1) if stack[d].relation == "complement"), 0) if second else 0
            if depth:  # "que …, et *que* …": the second clause hangs where the first does
                governor = stack[depth].governor
                del stack[depth:]
            if depth or self._is_complement(at, last_chunk, last, governor if speaks else -1):
                stack.push(Frame("complement", at, at, governor=governor))
                return
        if lemma in self.interrogatives and last_chunk < 0 and speaks:
            stack.push(Frame("interrogative", at, at, governor=governor))
            return
        antecedent = self._before_time(last_chunk)
        if second:  # "X, who is old *and who* has …"
            antecedent = next((frame.antecedent for frame in reversed(stack) if frame.relation == "relative"), last_chunk)
        if antecedent < 0:
            token = at - 1
            while token >= 0 and self.tags[token] in "P+,":
                token -= 1
            antecedent = self.chunk_of[token] if token >= 0 else -1
        antecedent = self.draft.named(antecedent)
        clauses = self.draft.grammar.clauses
        if antecedent >= 0 and (lemma in clauses.personal_relatives or (lemma in clauses.apart_relatives and self.tags[at - 1] == ",")):
            antecedent = self.draft.person_above(antecedent)
        stack.push(Frame("relative", at, at, governor=governor, antecedent=antecedent))

    def _before_time(self, chunk: int) -> int:
        """The noun phrase that a relative belongs to over a date between them: "issued *an order* in April that forbids protest"."""
        if chunk < 1 or self.chunks[chunk].preposition < 0 or self.norms[self.chunks[chunk].head] not in self.temporal:
            return chunk
        return chunk - 1 if self.chunks[chunk - 1].last == self.chunks[chunk].preposition else chunk

    def _is_complement(self, at: int, last_chunk: int, last: int, speaking: int) -> bool:
        """Whether a complementizer opens what is said or thought, not a relative clause of the noun before it."""
        if last_chunk < 0:
            return True
        if self.tags[at - 1] == "H" and self.tags[at - 2] != "P":  # "…, ce *que* dément X"; not "s'oppose à ce *que*"
            return False
        if self.lemmas[at] in self.relative_subjects and at + 1 < last and self.tags[at + 1] in "VX":
            return False
        said = speaking >= 0 and not self._explains(last_chunk, at) and not self._describes(last_chunk, at, speaking) and not self._has_said_it(speaking)
        return said or self.draft.is_told_noun(last_chunk)

    def _has_said_it(self, speaking: int) -> bool:
        """Whether a pronoun stands for what is said already: "il *l'*a écrit dans une lettre que …"; not "il *l'*a averti que …"."""
        one, definite = self.out[speaking], self.draft.grammar.clauses.definite
        if not any(self.tags[at] == "R" and self.norms[at] in definite for at in range(one.first, one.head)):
            return False
        return not any("object" in {*entry.value.addressee, *entry.value.target} for entry in self.pack.reporting_verbs.get(one.lemma))

    def _describes(self, chunk: int, at: int, speaking: int) -> bool:
        """Whether a complementizer behind a comma describes the object that ends there: "a réclamé le retour de l'otage, *que* le Hamas n'a pas rendu"."""
        if self.tags[at - 1] != "," or self.chunks[chunk].last != at - 1:
            return False
        verb = self.out[speaking].last
        return (
            self.draft.top(chunk) in self.draft.fill[speaking][1] and self.chunks[self.draft.top(chunk)].first >= verb and "," not in self.tags[verb : at - 1]
        )

    def _explains(self, chunk: int, at: int) -> bool:
        """Whether a noun directly before a complementizer explains another one: "n'exclut pas le bâillon, *une procédure* que son parti décriait"."""
        phrase = self.chunks[chunk]
        alone = phrase.preposition < 0 and phrase.last == at and self.tags[phrase.first] == "D"
        return alone and self.tags[phrase.first - 1 : phrase.first] == ","

    def _is_restrictive(self, at: int, governor: int) -> bool:
        """Whether "que" only restricts: "n'est *qu'*une menace"."""
        if governor < 0 or self.out[governor].negated:
            return False
        one = self.out[governor]
        if one.last < at:  # "n'ont survolé lundi *que* des casernes", but not "avant qu'il n'annonce lundi que le port rouvre"
            end = next((token for token in range(at + 1, len(self.tags)) if self.tags[token] in ",.;:QSV"), len(self.tags) - 1)
            if any(tag in "VIGKQS;:." for tag in self.tags[one.last : at]) or self.tags[end] == "V":
                return False
        return any(self.tags[token] == "X" and self.lemmas[token] in self.weak for token in range(one.first, one.head))

    def _is_clausal(self, quotation: Quotation, last: int) -> bool:
        """Whether a quotation holds a whole clause; short ones are read as part of the sentence around them."""
        end = min(quotation.close, last)
        inside = self.tags[quotation.open + 1 : end]
        opens = quotation.open == self.draft.first
        at = inside.find("V")
        if opens and len(inside) > 3:
            return True
        if at < 0:
            return False
        if any(tag in "NERH" for tag in inside[:at]):
            return True
        opening = quotation.open
        return len(inside) > 4 and (opening == 0 or self.tags[opening - 1] in ".:,q")
