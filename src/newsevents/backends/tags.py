"""Part-of-speech tags: one letter a token, decided by the pack's rules from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.backends.ahead import (
    agrees,
    is_alone,
    is_clause_ahead,
    is_last_verb_ahead,
    is_reduced,
    is_resumed,
    is_verb_ahead,
    is_verbless,
    is_year,
    rounds_a_number,
)
from newsevents.lexicon.grammar import VERBAL

if TYPE_CHECKING:
    from newsevents.backends.candidates import Candidates
    from newsevents.lexicon.grammar import TagRule
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack


class Tagged(NamedTuple):
    """Tags and lemmas of all tokens, and the verb reading chosen for each verbal one."""

    tags: list[str]
    lemmas: list[str]
    verbs: list[Reading | None]


def tag(norms: list[str], canonical: list[str], initial: list[bool], candidates: Candidates, pack: Pack) -> Tagged:
    """Tag the tokens of a text.

    Args:
        norms: folded tokens.
        canonical: the same as the pack's tables spell them.
        initial: True for a token that begins a sentence or a quotation.
        candidates: what each may be.
        pack: the language.

    Returns:
        One tag, lemma and verb reading a token.
    """
    return _Tagger(norms, candidates, pack).run(canonical, initial)


class _Tagger:
    """Goes through a text once, keeping what the rules ask about the words before.

    ``previous`` is the tag before, with U for a form of the auxiliaries have and be and W for those that take a bare
    infinitive; adverbs behind an auxiliary do not count.
    """

    def __init__(self, norms: list[str], candidates: Candidates, pack: Pack) -> None:
        self.norms, self.pack = norms, pack
        self.candidates, self.readings, self.phrases = candidates
        self.previous = self.before = "^"
        self.verb_seen = self.subject_seen = self.causative = False
        self.last_verb = ""
        self.waits = False  # a relative clause is open, and the clause around it has its subject and still no verb
        self.related = False  # a relative clause is open and has no verb yet
        self.inserted = ""  # how far an insertion behind a subject without its verb is read: "," opened, "." inside, ";" closed
        self.elided = False  # a conjunction stands behind a passive, and no verb since
        self.parted = False  # an auxiliary stands before a comma, and no verb since
        self.marked = False  # the last verb is an infinitive with its marker
        self.chain = ""  # of the compound tense or passive last read: its auxiliary, until another verb
        self.approximators = frozenset(pack.grammar.approximators)
        self.pairing = frozenset(pack.events.bounds.between)
        self.reporting = pack.zero_verbs
        clauses = pack.grammar.clauses
        self.contact = clauses.contact_clauses
        self.complementizers = frozenset(clauses.complementizers)
        self.temporal = frozenset(clauses.temporal)
        self.pronouns = frozenset(clauses.subject_pronouns)

    def run(self, canonical: list[str], initial: list[bool]) -> Tagged:
        """Tag every token in order."""
        out = Tagged([], canonical.copy(), [None] * len(self.norms))
        ruled = self.pack.ruled_tags
        for at, choice in enumerate(self.candidates):
            phrase = self.phrases[at]
            if phrase:
                chosen = phrase[0]
                if len(phrase) > 1:
                    out.lemmas[at] = phrase[1:]
            else:
                if initial[at] and self.previous not in "UWT":  # 'was "deeply concerned"', 'to "seize the moment"': the group goes on inside the marks
                    self.previous = "^"
                chosen = choice if len(choice) == 1 and choice not in ruled else self._choose(at, choice)
            if chosen == "P" and out.lemmas[at] in self.approximators:
                pair = out.lemmas[at] in self.pairing
                chosen = "B" if rounds_a_number(at, self.phrases, self.candidates, pair=pair) else chosen
            if chosen in "VIGK" and self.readings[at]:
                reading = _reading(chosen, self.readings[at])
                if reading is not None:
                    out.verbs[at] = reading
                    out.lemmas[at] = reading.lemma
            out.tags.append(chosen)
            self._go_on(at, chosen, out.lemmas[at])
        return out

    def _choose(self, at: int, choice: str) -> str:
        if "B" in choice and self.previous in "VIGKN" and (self.last_verb, self.norms[at]) in self.pack.phrasal:
            return "B"
        return self._decide(at, choice)

    def _go_on(self, at: int, chosen: str, lemma: str) -> None:
        """Note what the rules may ask of this token later."""
        if chosen in "QS:;.":
            self.chain, self.marked = "", False
        self._note_insertion(chosen)
        self._note_relative(at, chosen)
        if chosen == "," and self.previous == "U":
            self.parted = True
        elif chosen in "VIGKQS:;.":
            self.parted = False
        if chosen in "VIGKQS:;.,":
            self.elided = False
        elif chosen == "C" and self.chain == self.pack.grammar.verbs.be:
            self.elided = True
        if chosen in "VQSC,:;.q-(":
            self.verb_seen = chosen == "V" and lemma not in self.reporting
            self.subject_seen = self.subject_seen and chosen in "VC" and self.verb_seen
            self.causative = self.causative and chosen == "C" and self.previous in "NE"  # "made welders *and* fitters pay"
        elif (chosen in "DNEHRAM" and self.previous not in "PDANEMZGT+") or (chosen in "DE" and self._opens_behind_time(at, chosen)):
            self.subject_seen = True
        if chosen in "VIGK":
            if chosen == "K" and self.previous in "UW":
                self.chain = self.last_verb
            elif chosen in "VIG":
                self.chain = ""
            self.marked = chosen == "I" and (self.previous == "T" or (self.marked and self.previous == "C"))
            self.last_verb = lemma
            self.causative = lemma in self.pack.causatives
        self.before = self.previous
        inverted = chosen == "R" and self.previous in "UW" and self.norms[at][0] == "-"
        if inverted or chosen == "+" or (chosen in "BXq" and self.previous in "UW") or (chosen == "q" and self.previous == "T"):
            return
        self.previous = "," if chosen == "-" else chosen  # a dash sets words off as a comma does
        if chosen in "VIGK" and lemma in self.pack.auxiliaries:
            self.previous = "W" if lemma in self.pack.bare_auxiliaries else "U"

    def _note_relative(self, at: int, chosen: str) -> None:
        """Note whether a relative clause opens, with or without its pronoun, and whether the clause around it gets its verb."""
        if chosen in ":;.S":
            self.waits = self.related = False
        elif self._opens_relative(at, chosen):
            self.waits = self.waits or self.inserted == "." or (self.subject_seen and not self.verb_seen)
            self.related = True
        elif chosen == "V":
            self.waits = self.waits and not self.verb_seen
            self.related = False

    def _note_insertion(self, chosen: str) -> None:
        """Note an insertion between commas behind a subject: "The firm, *with 300 workers*, plans layoffs"."""
        if chosen == "," and self.inserted == ".":
            self.inserted = ";"
        elif chosen == ",":
            self.inserted = "," if self.subject_seen and not self.verb_seen else ""
        elif self.inserted == ",":
            self.inserted = "." if chosen in "BPKGMQDE" else ""
        elif self.inserted == ";" or chosen in ".;:S" or (chosen == "V" and not self.related):
            self.inserted = ""

    def _opens_relative(self, at: int, chosen: str) -> bool:
        """Whether a relative clause opens: "the deal *that* he signed", "the deal *he* signed", "the deal *the two sides* signed"."""
        if at < 1 or self.previous not in ("NEM)," if chosen == "Q" else "N"):
            return False
        noun = self.norms[at - 1]
        if chosen == "Q":
            told = noun in self.pack.clause_nouns or (self.last_verb in self.reporting and self.subject_seen)
            return not told or self.norms[at] not in self.complementizers
        if not self.contact or not self.subject_seen or self.verb_seen or noun in self.pack.clause_nouns or noun in self.temporal:
            return False
        return chosen == "D" or (chosen == "R" and self.norms[at] in self.pronouns)

    def _opens_behind_time(self, at: int, chosen: str) -> bool:
        """Whether a noun phrase begins behind a complement without a comma between: "In May *the* army killed", "In 2014 *Russia* annexed"."""
        if chosen == "D":
            return self.previous in "NEM"
        return chosen == "E" and self.previous == "M" and self.before == "P" and is_year(self.norms[at - 1])

    def _decide(self, at: int, choice: str) -> str:
        """The tag of the first rule that fits, else the likeliest."""
        candidates = self.candidates
        following = candidates[at + 1] if at + 1 < len(candidates) else "."
        for rule in self.pack.tag_rules(choice, self.norms[at]):
            if self._fits_before(rule, at) and self._fits_behind(rule, at, following) and self._fits_clause(rule, at):
                return rule.pick
        return choice[0]

    def _fits_before(self, rule: TagRule, at: int) -> bool:
        if rule.previous_any and (at == 0 or not any(tag in rule.previous_any for tag in self.candidates[at - 1])):
            return False
        if rule.previous or rule.previous_words:
            previous = self.previous
            tagged = previous in rule.previous or (previous == "W" and "U" in rule.previous) or (previous == "U" and "Y" in rule.previous)
            if not (tagged or (at > 0 and self.norms[at - 1] in rule.previous_words)):
                return False
        return not rule.previous_two or self.before in rule.previous_two

    def _fits_behind(self, rule: TagRule, at: int, following: str) -> bool:
        if rule.next and not any(tag in rule.next for tag in following):
            return False
        if rule.next_only and not all(tag in rule.next_only for tag in following):
            return False
        if rule.next_first and following[0] not in rule.next_first:
            return False
        if rule.next_two and not any(tag in rule.next_two for tag in (self.candidates[at + 2] if at + 2 < len(self.candidates) else ".")):
            return False
        if rule.next_two_only and not all(tag in rule.next_two_only for tag in (self.candidates[at + 2] if at + 2 < len(self.candidates) else ".")):
            return False
        return not rule.next_words or (at + 1 < len(self.norms) and self.norms[at + 1] in rule.next_words)

    def _fits_clause(self, rule: TagRule, at: int) -> bool:
        state = "verb" if self.verb_seen else "" if self.subject_seen else "subjectless"
        return not (
            (rule.clause and rule.clause != state)
            or (rule.causative and not self.causative)
            or (rule.compound and not self.chain)
            or (rule.simple and self.chain)
            or (rule.infinitive and not self.marked)
            or (rule.elided and not self.elided)
            or (rule.parted and not self.parted)
            or (rule.passive and self.chain != self.pack.grammar.verbs.be)
            or (rule.alone and (self.verb_seen or not is_alone(at, self.candidates)))
            or (rule.controlled and self.last_verb not in self.pack.gerund_control)
            or (rule.second and is_alone(at, self.candidates))
            or (rule.verb_ahead and not is_verb_ahead(at, self.candidates))
            or (rule.agree and not agrees(at, self.norms, self.candidates, self.readings, self.pack))
            or (rule.reduced and (self.verb_seen or not is_reduced(at, self.candidates, self.readings, self.pack)))
            or (rule.resuming and not (self.inserted == ";" and is_alone(at, self.candidates)))
            or (rule.waiting and not (self.waits and self.verb_seen and is_alone(at, self.candidates)))
            or (rule.related and not (self.related and self.subject_seen))
            or (rule.verbless and not is_verbless(at, self.candidates))
            or (rule.last_verb and (self.verb_seen or not is_last_verb_ahead(at, self.candidates)))
            or (rule.resumed and not is_resumed(at, self.candidates))
            or (rule.clause_ahead and not is_clause_ahead(at, self.candidates))
        )


def _reading(tag_: str, readings: tuple[Reading, ...]) -> Reading | None:
    for reading in readings:
        if VERBAL.get(reading.tense, "V") == tag_:
            return reading
    return readings[0] if tag_ in "VI" else None
