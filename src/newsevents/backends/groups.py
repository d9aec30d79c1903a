"""Verb groups: the finite or non-finite verb with its auxiliaries, negation and clitics, read as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack

_TENSES: Final = {
    "pres": "present", "impf": "past", "past": "past", "fut": "future", "cond": "conditional", "subj": "present", "subjimpf": "past", "imp": "present",
}  # fmt: skip


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

    def read(self, at: int, last: int) -> Group:
        """Read the verb group whose first verb stands at a token."""
        tags, norms, lemmas = self.tags, self.norms, self.lemmas
        verb = self.grammar.verbs
        first = at
        negations: list[str] = []
        reflexive = False
        pronoun, inverted = -1, False
        back = at - 1
        while back >= 0 and tags[back] in "RX":
            if tags[back] == "X":
                negations.append(lemmas[back])
            elif lemmas[back] in self.reflexives:
                reflexive = True
            elif norms[back] in self.subject_pronouns:
                follows = back + 1 == at or tags[back + 1] in "RX"
                if follows and not (norms[back] in self.grammar.clauses.object_pronouns and back > 0 and tags[back - 1] in "RXEN"):
                    pronoun = back
                    break
            back -= 1
            first = back + 1
        if pronoun < 0 and back >= 0 and norms[back] in self.subject_pronouns and tags[back] in "RHD" and tags[back] != "D":
            pronoun = back
        tag = tags[at]
        reading = self.verbs[at]
        form = {"V": "finite", "I": "infinitive", "G": "gerund", "K": "participle"}[tag]
        persons = reading.persons if reading and form == "finite" else ()
        head, lemma = at, lemmas[at]
        mode = reading.tense if reading else ("pres" if form == "finite" else "")
        tense = _TENSES.get(mode, "")
        if lemma in verb.modal_tenses and form == "finite":
            tense = verb.modal_tenses[lemma]
        modals: list[str] = []
        perfect = passive = False
        here = at + 1
        while here < last:
            there = here
            bridged = False
            denied: list[str] = []
            while there < last and tags[there] in "BX+q" or (there < last and tags[there] == "R" and norms[there][0] == "-"):
                if tags[there] == "X":
                    denied.append(lemmas[there])
                elif tags[there] == "R":
                    if norms[there] in self.subject_pronouns:
                        pronoun, inverted = there, True
                elif tags[there] == "q":
                    bridged = True
                there += 1
            if there >= last or (bridged and tags[there] not in "K"):
                break
            kind = tags[there]
            if kind == "K" and lemma == verb.have:
                perfect = True
            elif kind in "K" and lemma == verb.be:
                flags = self.pack.morphology.flags.get(lemmas[there], "")
                if reflexive or "e" in flags.split(","):
                    perfect = True
                elif lemmas[there] != verb.be:
                    passive = True
            elif kind == "G" and lemma == verb.be and form != "gerund":
                if (lemmas[there], *lemmas[there + 1 : there + 2]) in self.semi and there + 2 < last and tags[there + 2] in "I":
                    modals.append(lemmas[there])
                    tense = "future" if tense != "past" else "conditional"
                    there += 2
            elif kind == "I" and (lemma in self.modal or lemma in verb.do):
                if lemma in self.future:
                    tense = "future" if tense in ("present", "future") else "conditional"
                elif lemma in self.conditional and lemma in verb.modal_tenses:
                    tense = "conditional"
                if lemma not in verb.do:
                    modals.append(lemma)
            elif kind == "I" and lemma in self.causative and head == there - 1:
                modals.append(lemma)
            elif kind == "P" and (lemma, lemmas[there]) in self.recent and there + 1 < last and tags[there + 1] == "I":
                tense = "past"
                there += 1
            elif kind == "T" and lemma == verb.be and (lemma, lemmas[there]) in self.semi and there + 1 < last and tags[there + 1] == "I":
                modals.append(lemma)
                tense = "future"
                there += 1
            else:
                break
            if kind == "K" and bridged and not perfect and not passive:
                break
            negations += denied
            head, lemma = there, lemmas[there]
            here = there + 1
            if passive:
                break
        if perfect and tense in ("present", "past", ""):
            tense = "past"
        after = head + 1
        if head == at and after < last and tags[after] == "X" and lemmas[after] not in self.weak:
            negations.append(lemmas[after])
            here = max(here, after + 1)
        weak = any(word in self.weak for word in negations)
        strong = [word for word in negations if word not in self.weak and (weak or word not in self.paired)]
        negated = bool(strong)
        if not negated and weak and not strong:
            rest = range(head + 1, min(head + 3, last))
            negated = any(tags[word] == "X" for word in rest) or (lemma in self.modal or bool(modals))
        person = persons[0] if len({(p - 1) % 3 for p in persons if p}) == 1 and persons[0] else 0
        plural = bool(persons) and all(p >= 4 for p in persons)
        return Group(
            first, max(here, head + 1), head, lemma, form, tense, passive, reflexive, negated, tuple(modals), ((person - 1) % 3 + 1) if person else 0, plural, pronoun, inverted
        )
