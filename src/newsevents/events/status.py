"""Whether it happened: status of verbs, from tense, mood, negation, modality and the words that govern them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import REAL, actors_of

if TYPE_CHECKING:
    from newsevents.events.scene import Scene
    from newsevents.lexicon.aspects import Governor
    from newsevents.lexicon.events import AspectGroup
    from newsevents.lexicon.phrases import Phrases
    from newsevents.lexicon.verbs import VerbTable

# What a negated governor makes of what it says ("did not manage to", "did not refuse to").
_TURNED: Final = {"actual": "negated", "planned": "negated", "ongoing": "negated", "negated": "actual"}

_MODALS: Final = 2  # "would have to", "would be able to" tell no plan
_DEPTH: Final = 6  # verbs above one another that are asked for their status
_LEAD: Final = 2  # tokens before a clause among which a word that asks stands
_ADVERBS: Final = 3  # tokens beside a verb group among which its adverbs stand


def denied(row: AspectGroup) -> str:
    """What a governor makes of what it says when it is itself negated.

    Args:
        row: what the pack says of the governor.
    """
    return row.denied or _TURNED.get(row.status, row.status)


class StatusReader:
    """Reads the status of verbs in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.pack = scene.pack
        self.grammar = scene.pack.grammar
        self.aspects = scene.pack.aspects
        self._known: dict[int, tuple[str, tuple[int, int]]] = {}
        self.words = (0, 0)  # the tokens that decided the status read last
        self.adverbs = self._covering(self.aspects.adverbs)
        self.conjunctions = self._covering(self.aspects.conjunctions)

    def _covering(self, table: Phrases[AspectGroup]) -> dict[int, AspectGroup]:
        """The row of every token that stands in an expression of a table."""
        found: dict[int, AspectGroup] = {}
        words = self.scene.a.canonical
        for at in table.starts(words):
            if at not in found:
                match = table.match(words, at)
                if match is not None:
                    for token in range(at, match[0]):
                        found.setdefault(token, match[1])
        return found

    def of_clause(self, clause: int, depth: int = 0) -> str:
        """The status of what a verb says."""
        known = self._known.get(clause)
        if known is None:
            self.own_words(clause)
            known = self._of_clause(clause, depth), self.words
            if not depth:
                self._known[clause] = known
        status, self.words = known
        return status

    def own_words(self, clause: int) -> None:
        """Note that a verb's own tense and mood decide."""
        one = self.a.clauses[clause]
        self.words = (one.first, one.last)

    def _of_clause(self, clause: int, depth: int) -> str:
        one = self.a.clauses[clause]
        if self._is_asked(clause):
            return "hypothetical"
        if one.form == "finite":
            status = self._finite(clause, depth)
        elif one.form == "infinitive":
            status = self._infinitive(clause, depth)
        else:
            status = self._participle(clause, depth)
        if one.negated:
            self._deny(clause)
            return "negated"
        if status == "planned" and self._hangs_on_if(clause):
            return "hypothetical"  # "vowed to go to war *if* X wins"
        if status in ("actual", "planned"):
            row = self._adverb(clause)
            if row is not None and not (row.status == "ongoing" and not self._is_present(clause)):
                return row.status
        return status

    def _deny(self, clause: int) -> None:
        """Note the negation of a verb as what decides, or the noun phrase that holds it."""
        one = self.a.clauses[clause]
        at = self.a.tags.find("X", one.first, one.last + 1)
        if at >= 0:
            self.words = (at, at + 1)
        else:
            negative = self.grammar.verbs.negative_determiners
            held = [self.a.chunks[chunk] for chunk in (*one.subjects, *one.objects) if self.a.norms[self.a.chunks[chunk].first] in negative]
            self.words = (held[0].first, held[0].last) if held else (one.first, one.last)

    def _hangs_on_if(self, clause: int) -> bool:
        """Whether a condition is set for what is planned, at its verb or at the one that governs its infinitive."""
        one = self.a.clauses[clause]
        for verb in (clause, one.governor) if one.form == "infinitive" else (clause,):
            for child in self.scene.children.get(verb, ()):
                below = self.a.clauses[child]
                row = self.conjunctions.get(below.marker) if below.marker >= 0 else None
                if below.relation == "adverbial" and row is not None and row.status == "hypothetical":
                    self.words = (below.marker, below.marker + 1)
                    return True
        return False

    def is_open(self, clause: int) -> bool:
        """Whether what has not happened may still: "has not *yet* accepted the offer"."""
        one = self.a.clauses[clause]
        return not self.aspects.unsettled.isdisjoint(self.a.norms[max(one.begin, one.first - _ADVERBS) : one.last + 1])

    def _is_present(self, clause: int) -> bool:
        one = self.a.clauses[clause]
        return one.tense in ("present", "") and not self.is_perfect(clause)

    def _adverb(self, clause: int) -> AspectGroup | None:
        """What an adverb beside the verb says of it; one before a number belongs to the number ("killed *almost* 50")."""
        one = self.a.clauses[clause]
        tags = self.a.tags
        for at in range(max(one.begin, one.first - _ADVERBS), min(one.last + _ADVERBS, len(tags))):
            row = self.adverbs.get(at)
            if row is None or tags[at] == "X":
                continue
            if not one.first <= at < one.last and any(tags[between] not in "BRX+" for between in range(min(at, one.last), max(at, one.first))):
                continue
            behind = at + 1
            while behind < len(tags) and tags[behind] in "B+":
                behind += 1
            lasting = row.status == "ongoing" and self.a.norms[min(behind, len(tags) - 1)] in self.grammar.clauses.definite  # "encercle *toujours* la ville"
            if at >= one.last and behind < len(tags) and tags[behind] in "MD" and not lasting:
                continue
            self.words = (at, at + 1)
            return row
        return None

    def _is_asked(self, clause: int) -> bool:
        """Whether a question of yes or no is what tells of it: "Paris *a-t-il cédé* ?", "Has Hamas *freed* the hostages?"."""
        one = self.a.clauses[clause]
        first, last = self.a.sentences[one.sentence]
        while last > first and self.a.tags[last - 1] == "q":
            last -= 1
        if self.a.norms[last - 1] != "?" or one.person in (1, 2) or not self.grammar.clauses.asking:
            return False
        while first < last and self.a.tags[first] in "q(":
            first += 1
        opened = self.a.lemmas[first] in self.pack.auxiliaries  # "*Will* Trump meet …"
        below = opened and one.governor >= 0 and self.a.clauses[one.governor].head == first
        if not (one.relation in ("root", "coordinated") or below):
            return False
        asking = self.grammar.clauses.asking
        begin = first if opened or self._is_alone(clause) else max(first, one.begin - _LEAD)
        return (opened or one.inverted or self._is_alone(clause)) and not any(norm in asking for norm in self.a.norms[begin : one.last])

    def _is_alone(self, clause: int) -> bool:
        """Whether no clause before or behind it in its sentence stands on its own."""
        clauses = self.a.clauses
        near = [other for other in (clause - 1, clause + 1) if 0 <= other < len(clauses) and clauses[other].sentence == clauses[clause].sentence]
        return all(clauses[other].relation not in ("root", "coordinated") for other in near)

    def _finite(self, clause: int, depth: int) -> str:
        one = self.a.clauses[clause]
        if one.relation in ("complement", "relative"):
            doubted = self._doubted(clause)
            if doubted:
                return doubted
        for modal in one.modals:
            made = self.grammar.modal_past.get(modal) if one.tense == "past" and self._is_participle(modal, clause) else None
            made = made or self.grammar.modal_status.get(modal)
            if made is not None:
                if made == "planned" and one.tense in ("conditional", "past"):
                    return self._conditional(clause, depth) if one.tense == "conditional" else "hypothetical"
                if made == "hypothetical" and modal in self.grammar.verbs.conditional:
                    return self._conditional(clause, depth)
                return made
        if one.marker >= 0 and one.relation in ("adverbial", "coordinated", "complement"):
            row = self.conjunctions.get(one.marker)
            if row is not None:
                self.words = (one.marker, one.marker + 1)
                return row.status
        if one.governor >= 0 and one.relation in ("complement", "interrogative"):
            made = self.governed(one.governor, self.aspects.clause_verbs)
            if made:
                return made
        if one.tense == "future":
            return "planned"
        if one.tense == "conditional":
            return self._conditional(clause, depth)
        return "actual"

    def _doubted(self, clause: int) -> str:
        """What the noun before a clause that tells what it is about makes of it: "amid *fears* (that) the war will spread", "the *risk* that"."""
        one = self.a.clauses[clause]
        at = one.marker if one.marker >= 0 else one.begin
        if at < 1 or one.tense == "past" or (one.marker >= 0 and self.a.lemmas[at] not in self.grammar.clauses.complementizers):
            return ""
        chunk = self.a.chunk_of[at - 1]
        if chunk < 0 or chunk in one.subjects or (one.relation == "relative" and not one.objects and not one.passive):
            return ""
        row = self.noun_row(chunk, self.aspects.clause_nouns)
        if row is None:
            return ""
        self.words = self.a.chunks[chunk][:2]
        return row.status

    def _is_participle(self, modal: str, clause: int) -> bool:
        """Whether a modal verb itself stands in the past participle: "a *dû* partir"; not "*devait* partir"."""
        one = self.a.clauses[clause]
        return any(self.a.tags[at] == "K" and self.a.lemmas[at] == modal for at in range(one.first, one.last))

    def _conditional(self, clause: int, depth: int) -> str:
        """The conditional: hearsay ("aurait reçu"), the future seen from the past ("announced that he would meet"), else what might be."""
        one = self.a.clauses[clause]
        if self.is_perfect(clause):
            return "hypothetical" if self.is_modal(clause) else "actual"
        governor = self.a.clauses[one.governor] if one.governor >= 0 else None
        if governor is None or one.relation not in ("complement", "coordinated") or depth >= _DEPTH:
            return "hypothetical"
        # "said on Monday that he *would resign*": the future seen from the past
        told = governor.tense == "past" and governor.lemma in self.pack.reporting_verbs
        told = told and len(one.modals) < _MODALS and not one.passive and self._speaks_of_himself(clause)
        return "planned" if told or governor.lemma in self.pack.announcing_verbs else "hypothetical"

    def is_modal(self, clause: int) -> bool:
        """Whether a verb stands under a modal; one that only makes others act is none ("aurait *fait* exécuter")."""
        return any(modal not in self.grammar.verbs.causative for modal in self.a.clauses[clause].modals)

    def _speaks_of_himself(self, clause: int) -> bool:
        """Whether who acts is who says so: what others would do is no plan of theirs."""
        here, said = self.a.clauses[clause], self.a.clauses[clause].governor
        known = actors_of(self.scene.surface_subject(clause))
        if known or here.pronoun < 0:
            return bool(known) and known <= actors_of(self.scene.surface_subject(said))
        speaker, word = self.a.clauses[said], self.a.norms[here.pronoun]
        if speaker.pronoun >= 0:
            return self.a.norms[speaker.pronoun] == word  # "*it* said *it* would close the site"
        thing = word in self.grammar.pronouns.s_n
        return thing and len(speaker.subjects) == 1 and not self.scene.is_people(speaker.subjects[0])

    def is_perfect(self, clause: int) -> bool:
        """Whether a verb group is a compound past ("aurait été", "would have left")."""
        one = self.a.clauses[clause]
        lemmas = [self.a.lemmas[at] for at in range(one.first, one.head + 1) if self.a.tags[at] in "VIGK"]
        if len(lemmas) < 2:
            return False
        if self.grammar.verbs.have in lemmas[:-1]:
            return True
        if lemmas[0] != self.grammar.verbs.be:
            return False
        return one.reflexive or "e" in self.pack.morphology.flags.get(lemmas[-1], "").split(",")  # "*se serait* disloqué"

    def _infinitive(self, clause: int, depth: int) -> str:
        a = self.a
        one = a.clauses[clause]
        if one.marker >= 0:
            found = self.aspects.prepositions.match([a.lemmas[one.marker]], 0)
            if found is not None:
                self.words = (one.marker, one.marker + 1)
                return found[1].status
            asked = self.conjunctions.get(one.marker - 1)
            if asked is not None and a.tags[one.marker - 1] == "S":  # "is assessing *whether to* investigate"
                self.words = (one.marker - 1, one.marker)
                return asked.status
        made = self._governing_noun(clause)
        if made:
            return made
        if one.governor < 0 or depth >= _DEPTH:
            return "hypothetical"
        marker = a.lemmas[one.marker] if one.marker >= 0 else ""
        made = self.governed(one.governor, self.aspects.infinitive_verbs, marker)
        if made == "hypothetical" and one.tense == "past" and self._is_told_by(one.governor):
            return "actual"
        if made in REAL:  # "hopes *to force* the council *to surrender*"
            above = self.of_clause(one.governor, depth + 1)
            return above if above in ("planned", "hypothetical") else made
        if made == "negated" and self.of_clause(one.governor, depth + 1) == "hypothetical":
            return made if self.a.clauses[one.governor].negated else "hypothetical"  # "l'empêcherait *de se présenter*"
        if made:
            return made
        governor = self.of_clause(one.governor, depth + 1)
        if marker in self.grammar.purpose and governor in REAL:
            after = one.tense == "past" or not self.aspects.sequels.isdisjoint(a.norms[one.marker : one.first + 1])  # "known for *having toppled*"
            return "actual" if after else "planned"
        return "actual" if governor == "ongoing" else governor

    def _governing_noun(self, clause: int) -> str:
        """What the noun before an infinitive or gerund makes of it, "" for nothing: "the *plan* to invade", "at *risk* of being hacked"."""
        one = self.a.clauses[clause]
        before = one.marker - 1 if one.marker >= 0 else one.first - 1
        chunk = self.a.chunk_of[before] if before >= 0 else -1
        if chunk < 0 or chunk in one.subjects:  # "ordered *the witness* to appear"
            return ""
        chunk = self.scene.over_names(chunk)
        row = self.noun_row(chunk, self.aspects.infinitive_nouns)
        if row is None:
            return ""
        self.words = self.a.chunks[chunk][:2]
        denying = any(self.a.clauses[holder].negated for holder in self.scene.object_of.get(chunk, ()))
        return denied(row) if denying else row.status  # "n'a pas *l'intention* de retirer le texte"

    def _is_told_by(self, governor: int) -> bool:
        """Whether what is over is only told, not wished: "is reported *to have been executed*", "claims *to have seized* power"."""
        one = self.a.clauses[governor]
        return one.lemma in self.pack.reporting_verbs and not one.negated and not one.modals

    def _participle(self, clause: int, depth: int) -> str:
        """A gerund or participle shares the status of its clause unless that governs it; negation does not carry over."""
        one = self.a.clauses[clause]
        if one.governor < 0 or depth >= _DEPTH:
            return "actual"
        if one.form == "gerund":
            found = self.aspects.prepositions.match([self.a.lemmas[one.marker]], 0) if one.marker >= 0 else None
            if found is not None and found[1].status == "actual":  # "will close 40 shops *after reporting* a loss"
                self.words = (one.marker, one.marker + 1)
                return "actual"
            made = self._governing_noun(clause) if one.marker >= 0 else ""
            made = made or self.governed(one.governor, self.aspects.infinitive_verbs, self.a.lemmas[one.marker] if one.marker >= 0 else "")
            if made:
                return made
        if one.form == "participle" and one.passive:
            return "actual"  # "the man *killed* in the raid will be buried": what is said of a noun has happened
        status = self.of_clause(one.governor, depth + 1)
        if status in ("planned", "hypothetical"):
            return status
        self.own_words(clause)
        return "actual"

    def governed(self, governor: int, table: VerbTable[Governor], marker: str = "") -> str:
        """What a governing verb makes of its infinitive or clause, "" where it says nothing.

        Args:
            governor: its clause.
            table: what verbs say of infinitives, or of clauses.
            marker: the word before the infinitive; one of time or purpose ("avant de", "afin de") is not the verb's own.
        """
        one = self.a.clauses[governor]
        clauses = self.grammar.clauses
        for hit in self.scene.hits(table, governor):
            if hit.first != one.head and hit.size == 1:
                continue
            row, wanted = hit.value
            if marker and marker != wanted and (wanted or marker not in (*self.grammar.verbs.infinitive_markers, *clauses.genitive, *clauses.dative)):
                continue
            self.words = (hit.first, hit.last)
            if hit.size == 1 and one.tense == "present" and not one.negated and one.lemma in self.grammar.modal_status:
                return self.grammar.modal_status[one.lemma]  # "doit *se rendre* à Moscou"
            if one.tense == "past" and not one.negated and (row.past or self._is_participle(one.lemma, governor)):
                return row.past or self.grammar.modal_past.get(one.lemma, row.status)  # "had *to withdraw*", "a dû *se retirer*"
            return denied(row) if one.negated else row.status
        return ""

    def noun_row(self, chunk: int, table: dict[str, AspectGroup]) -> AspectGroup | None:
        """What a noun makes of the noun or infinitive behind it ("*annulation* du sommet", "a *plan* to invade")."""
        for lemma in self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head]):
            row = table.get(lemma)
            if row is not None:
                return row
        return None
