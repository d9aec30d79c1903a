"""Verb groups: the finite or non-finite verb with its auxiliaries, negation and clitics, read as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

if TYPE_CHECKING:
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack

_FORMS: Final = {"V": "finite", "I": "infinitive", "G": "gerund", "K": "participle"}
_TENSES: Final = {
    "pres": "present", "impf": "past", "past": "past", "fut": "future", "cond": "conditional", "subj": "present", "subjimpf": "past", "imp": "present",
}  # fmt: skip


_BETWEEN: Final = 9  # tokens that may be set between an auxiliary and its participle


class Group(NamedTuple):
    """A verb group before its places are filled."""

    first: int
    last: int
    head: int
    lemma: str
    form: str
    tense: str
    passive: bool
    reflexive: bool
    negated: bool
    modals: tuple[str, ...]
    person: int
    plural: bool
    pronoun: int
    inverted: bool


@attrs.define
class _Chain:
    """A verb group while it is being read."""

    first: int
    head: int
    lemma: str
    form: str
    tense: str
    here: int  # token behind what has been read
    pronoun: int = -1
    inverted: bool = False
    reflexive: bool = False
    perfect: bool = False
    passive: bool = False
    negations: list[str] = attrs.field(factory=list)
    modals: list[str] = attrs.field(factory=list)


class GroupReader:
    """Reads the verb groups of one text."""

    def __init__(self, tags: str, norms: list[str], lemmas: list[str], verbs: list[Reading | None], pack: Pack) -> None:
        self.tags, self.norms, self.lemmas, self.verbs = tags, norms, lemmas, verbs
        self.pack = pack
        self.grammar = pack.grammar
        verb = pack.grammar.verbs
        self.subject_pronouns = frozenset(pack.grammar.clauses.subject_pronouns)
        self.modal = frozenset((*verb.modal, *verb.future, *verb.conditional))
        self.future = frozenset(verb.future)
        self.conditional = frozenset(verb.conditional)
        self.reflexives = frozenset(verb.reflexives)
        self.weak = frozenset(verb.weak_negations)
        self.paired = frozenset(verb.paired_negations)
        self.semi = {tuple(words.split()) for words in verb.semi_future}
        self.recent = {tuple(words.split()) for words in verb.past}
        self.causative = frozenset(verb.causative)
        pronouns = pack.grammar.pronouns
        self.singular = frozenset((*pronouns.s_m, *pronouns.s_f, *pronouns.s_n, *pronouns.s))

    def read(self, at: int, last: int) -> Group:
        """Read the verb group whose first verb stands at a token.

        Args:
            at: token of the first verb.
            last: token behind the sentence.

        Returns:
            The group, auxiliaries, clitics and negations included.
        """
        reading = self.verbs[at]
        form = _FORMS[self.tags[at]]
        mode = reading.tense if reading else "pres"
        tense = _TENSES.get(mode, "")
        if form == "finite":
            tense = self.grammar.verbs.modal_tenses.get(self.lemmas[at], tense)
        chain = _Chain(at, at, self.lemmas[at], form, tense, at + 1)
        self._clitics(chain)
        if form == "finite" and mode == "pres" and self._is_past(at, chain.pronoun):
            chain.tense = "past"
        while chain.here < last and self._extend(chain, last):
            pass
        persons = reading.persons if reading and form == "finite" else ()
        person = (persons[0] - 1) % 3 + 1 if len({(p - 1) % 3 for p in persons if p}) == 1 and persons[0] else 0
        plural = bool(persons) and all(p >= 4 for p in persons)
        negated = self._is_negated(chain, at, last)
        if chain.perfect and chain.tense in ("present", ""):
            chain.tense = "past"
        return Group(
            chain.first, max(chain.here, chain.head + 1), chain.head, chain.lemma, form, chain.tense, chain.passive, chain.reflexive, negated,
            tuple(chain.modals), person, plural, chain.pronoun, chain.inverted,
        )  # fmt: skip

    def _is_past(self, at: int, pronoun: int) -> bool:
        """Whether a form that is present and past alike is past: its present has no third person singular ("the bank *cut* rates")."""
        reading = self.verbs[at]
        if reading is None or 3 in reading.persons or not reading.persons or (pronoun >= 0 and self.norms[pronoun] not in self.singular):
            return False
        return any(other.tense == "past" and other.lemma == reading.lemma for other in self.pack.morphology.readings(self.norms[at]))

    def _clitics(self, chain: _Chain) -> None:
        """Take in the pronouns and negations before the first verb."""
        tags, norms, lemmas = self.tags, self.norms, self.lemmas
        at = chain.head
        back = at - 1
        while back >= 0 and tags[back] in "RX":
            if tags[back] == "R" and chain.form == "finite" and not self._is_clitic(back):
                if back > 0 and tags[back - 1] in "P+":
                    return  # "one of *them* said", "l'un d'*eux* a dit"
                back -= 1  # "the president *himself* said"
                continue
            if tags[back] == "X":
                chain.negations.append(lemmas[back])
            elif lemmas[back] in self.reflexives:
                chain.reflexive = True
            elif norms[back] in self.subject_pronouns and not (norms[back] in self.grammar.clauses.object_pronouns and back > 0 and tags[back - 1] in "RXEN"):
                chain.pronoun = back
                return
            back -= 1
            chain.first = back + 1
        if back >= 0 and norms[back] in self.subject_pronouns and tags[back] in "RH":
            chain.pronoun = back

    def _is_clitic(self, at: int) -> bool:
        """Whether a pronoun may stand before its verb."""
        clauses = self.grammar.clauses
        return self.norms[at] in self.subject_pronouns or self.norms[at] in clauses.object_pronouns or self.lemmas[at] in clauses.object_pronouns

    def _extend(self, chain: _Chain, last: int) -> bool:
        """Take in the next verb of a group, over adverbs, negations and inverted pronouns."""
        tags, lemmas = self.tags, self.lemmas
        there = chain.here
        quoted = False
        denied: list[str] = []
        while there < last and (tags[there] in "BX+q" or (tags[there] == "R" and self.norms[there][0] == "-")):
            if tags[there] == "X":
                denied.append(lemmas[there])
            elif tags[there] == "q":
                quoted = True
            elif tags[there] == "R" and self.norms[there] in self.subject_pronouns:
                chain.pronoun, chain.inverted = there, True
            there += 1
        if there < last and tags[there] in ",P" and not quoted:
            there = self._set_between(chain, there, last)
        if there >= last or (quoted and tags[there] != "K"):
            return False
        kind = tags[there]
        if kind == "K":
            taken = self._participle(chain, there)
        elif kind == "I":
            taken = self._infinitive(chain, there)
        else:
            verb = self._marked(chain, there, last)
            taken = verb >= 0
            there = verb
        if not taken:
            return False
        chain.negations += denied
        chain.head, chain.lemma, chain.here = there, lemmas[there], there + 1
        return not chain.passive

    def _set_between(self, chain: _Chain, at: int, last: int) -> int:
        """Over what is set between auxiliary and participle: "a, *lui*, annoncé", "avait *dès le lendemain* appelé", "has, *police said*, fled"."""
        tags, verb = self.tags, self.grammar.verbs
        comma = tags[at] == ","
        if chain.lemma != verb.have and not (comma and chain.lemma == verb.be):
            return at
        there = at + 1
        while there < last and there < at + _BETWEEN and tags[there] in ("PDAEMNBJR+" if comma else "DAENJ+"):
            there += 1
        if there >= last or there == at + 1:
            return at
        if not comma:
            return there if tags[there] == "K" and self.verbs[there] is not None else at
        return there + 1 if tags[there] == "," and there + 1 < last and tags[there + 1] == "K" else at

    def _participle(self, chain: _Chain, there: int) -> bool:
        verb = self.grammar.verbs
        if chain.lemma == verb.have:
            chain.perfect = True
        elif chain.lemma == verb.be:
            if chain.reflexive or "e" in self.pack.morphology.flags.get(self.lemmas[there], "").split(","):
                chain.perfect = True
            elif self.lemmas[there] != verb.be:
                chain.passive = True
        else:
            return False
        return True

    def _infinitive(self, chain: _Chain, there: int) -> bool:
        verb = self.grammar.verbs
        if chain.lemma in verb.do:
            return True
        if chain.lemma in self.modal:
            if chain.lemma in self.future:
                chain.tense = "future" if chain.tense in ("present", "future") else "conditional"
            elif chain.lemma in self.conditional and chain.lemma in verb.modal_tenses:
                chain.tense = "conditional"
        elif chain.lemma not in self.causative or chain.head != there - 1:
            return False
        chain.modals.append(chain.lemma)
        return True

    def _marked(self, chain: _Chain, there: int, last: int) -> int:
        """A progressive, a near future or a recent past ("is going to", "is to", "vient de"): the token of its verb, -1."""
        tags, lemmas = self.tags, self.lemmas
        verb = self.grammar.verbs
        infinitive = there + 1 < last and tags[there + 1] == "I"
        if tags[there] == "G" and chain.lemma == verb.be and chain.form != "gerund":
            if there + 2 < last and tags[there + 2] == "I" and (lemmas[there], lemmas[there + 1]) in self.semi:
                chain.modals.append(lemmas[there])
                chain.tense = "conditional" if chain.tense == "past" else "future"
                return there + 2
            return there
        if tags[there] == "P" and infinitive and (chain.lemma, lemmas[there]) in self.recent:
            chain.tense = "past"
            return there + 1
        if tags[there] == "T" and infinitive and chain.lemma == verb.be and (chain.lemma, lemmas[there]) in self.semi:
            chain.modals.append(chain.lemma)
            chain.tense = "future"
            return there + 1
        return -1

    def _is_negated(self, chain: _Chain, at: int, last: int) -> bool:
        after = chain.head + 1
        elsewhere = self.tags[after + 1 : after + 2] == "T"  # "vowed *never to* sign"
        if chain.head == at and after < last and self.tags[after] == "X" and self.lemmas[after] not in self.weak and not elsewhere:
            chain.negations.append(self.lemmas[after])
            chain.here = max(chain.here, after + 1)
        weak = any(word in self.weak for word in chain.negations)
        if any(word not in self.weak and (weak or word not in self.paired) for word in chain.negations):
            return True
        if not weak:
            return False
        # "ne" alone: a word that completes it may stand behind the group, or the verb needs none ("ne peut")
        return "X" in self.tags[chain.head + 1 : min(chain.head + 3, last)] or chain.lemma in self.modal or bool(chain.modals)
