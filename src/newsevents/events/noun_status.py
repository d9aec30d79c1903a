"""Whether it happened, of what a noun names: from the words in its phrase, above it, behind it, and the verb it stands with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import REAL
from newsevents.events.status import denied
from newsevents.events.support import ends_in
from newsevents.lexicon.events import EventGroup

if TYPE_CHECKING:
    from newsevents.events.scene import Scene
    from newsevents.events.status import StatusReader
    from newsevents.events.support import SupportFinder
    from newsevents.lexicon.events import AspectGroup
    from newsevents.lexicon.phrases import Phrases
    from newsevents.text.match import VerbHit

_ABOVE: Final = 2  # nouns above one another that are asked
_COPULA: Final = 4  # tokens behind a copula among which its adjective stands
_SCHEDULED: Final = frozenset({"CONSULT", "ELECTION"})  # known before they come: "will boycott *the election*"
_CHARGING: Final = frozenset({"ACCUSE", "COERCE", "JUSTICE", "SANCTION"})
_UNREAL: Final = frozenset({"planned", "hypothetical"})


class NounStatusReader:
    """Reads the status of nominal triggers in one text."""

    def __init__(self, scene: Scene, status: StatusReader, support: SupportFinder) -> None:
        self.scene = scene
        self.status = status
        self.support = support
        self.a = scene.a
        self.grammar = scene.grammar
        self.aspects = scene.pack.aspects
        self.verbs: dict[int, str] = {}  # the types of the verbs that are triggers, by clause
        self.adjectives = self._ends(self.aspects.adjectives)
        self.determiners = self._ends(self.aspects.determiners)
        self.prepositions = self._ends(self.aspects.prepositions)

    def _ends(self, table: Phrases[AspectGroup]) -> dict[int, tuple[int, AspectGroup]]:
        """Where the expressions of a table end: the token behind them, with their first token and their row."""
        found: dict[int, tuple[int, AspectGroup]] = {}
        words = self.scene.a.canonical
        for at in table.starts(words):
            match = table.match(words, at)
            if match is not None:
                found.setdefault(match[0], (at, match[1]))
        return found

    def of_noun(self, chunk: int, head: int, last: int, kind: str) -> str:
        """The status of a nominal trigger.

        Args:
            chunk: its noun phrase.
            head: its own word.
            last: token behind the trigger.
            kind: its event type.
        """
        lemmas = frozenset(self.scene.pack.nouns.lemmas(self.a.norms[head]))
        phrase = self.status.words = self.a.chunks[chunk][:2]
        beside = self._beside(chunk, head, last)
        made = beside if beside != "actual" else ""
        durative = not self.aspects.durative.isdisjoint(lemmas)
        made = made or self._above(chunk, lemmas, 1 if durative else _ABOVE) or self._said_behind(chunk, lemmas)
        decided = self.status.words
        if made in ("", *_UNREAL):
            verb = self._of_verb(chunk, lemmas, scheduled=kind in _SCHEDULED) or self._held(chunk, lemmas, scheduled=kind in _SCHEDULED)
            decided = self.status.words if verb and (verb == "negated" or not made) else decided
            made = verb if verb == "negated" else made or ("actual" if self._is_given(chunk) else verb) or beside
        if made in ("", "actual") and durative and not self._is_past(chunk) and not self._is_over(chunk):
            self.status.words = phrase
            return "ongoing"
        self.status.words = decided if made else phrase
        return made or "actual"

    def _says(self, row: AspectGroup, lemmas: frozenset[str]) -> bool:
        return lemmas.isdisjoint(row.not_nouns)

    def _beside(self, chunk: int, head: int, last: int) -> str:
        """Determiner, adjectives, preposition."""
        phrase = self.a.chunks[chunk]
        actual = ""
        if self.a.norms[phrase.first] in self.grammar.verbs.negative_determiners:
            return "negated"
        for at in range(phrase.first + 1, phrase.last + 1):
            if head < at <= last and at != phrase.last and not self.grammar.clauses.postposed_adjectives:
                continue
            for table in (self.determiners, self.adjectives):
                found = table.get(at)
                if found is not None and found[0] >= phrase.first and not found[0] <= head < at:
                    self.status.words = (found[0], at)
                    if found[1].status != "actual":
                        return found[1].status
                    actual = "actual"
        return self._lead(chunk) or actual

    def _lead(self, chunk: int) -> str:
        """What its preposition says of it ("*en cas de* grève", "*à la suite de* menaces")."""
        lead = self.a.chunks[self.a.chunks[chunk].leader]
        found = self.prepositions.get(lead.first)
        if found is None or lead.preposition < 0 or found[0] > lead.preposition:
            return ""
        self.status.words = (found[0], lead.first)
        return found[1].status

    def _is_given(self, chunk: int) -> bool:
        """Whether its preposition takes it for a fact, whenever that is: "pourrait partir *malgré une grève*"; not where it may come: "*après* un vote"."""
        lead = self.a.chunks[self.a.chunks[chunk].leader]
        found = self.prepositions.get(lead.first)
        if found is None or lead.preposition < 0 or found[0] > lead.preposition or found[1].status != "actual":
            return False
        words = " ".join(self.a.canonical[found[0] : lead.first])
        return words not in self.scene.pack.events.during and words not in self.aspects.ending

    def _above(self, chunk: int, lemmas: frozenset[str], limit: int) -> str:
        """The nouns that govern it: "la possibilité d'une rencontre", "the cancellation of the summit"."""
        above, steps = self.a.chunks[chunk].behind, 0
        below = chunk
        if self._lead(chunk) == "actual":
            return ""  # "placée sous protection *à la suite de menaces*"
        while above >= 0 and steps < limit and self.a.chunks[below].preposition >= 0:
            row = self.status.noun_row(above, self.aspects.nouns)
            if row is not None and self._says(row, lemmas):
                governing = self._of_verb(above, frozenset(), scheduled=False) if row.status != "actual" else ""
                if governing == "negated":
                    return denied(row)
                self.status.words = self.a.chunks[above][:2]
                return row.status
            if self.scene.preposition(below) not in self.grammar.clauses.genitive:
                break
            below, above = above, self.a.chunks[above].behind
            steps += 1
        return ""

    def _held(self, chunk: int, lemmas: frozenset[str], *, scheduled: bool) -> str:
        """What the verb says of a noun that only tells that the event comes about: "réclament *la tenue* d'élections"."""
        above = self.a.chunks[chunk].behind
        if above < 0 or self.scene.preposition(chunk) not in (*self.grammar.clauses.genitive, *self.grammar.clauses.dative):
            return ""
        if self.aspects.holding.isdisjoint(self.scene.pack.nouns.lemmas(self.a.norms[self.a.chunks[above].head])):
            return ""
        made = self._of_verb(above, lemmas, scheduled=False)
        if made in ("", "actual") and scheduled:  # "a annoncé *la tenue* d'un référendum"
            lemma = {self.a.clauses[clause].lemma for clause in self.scene.object_of.get(above, ())}
            return made if lemma.isdisjoint(self.scene.pack.announcing_verbs) else "planned"
        return made

    def _said_behind(self, chunk: int, lemmas: frozenset[str]) -> str:
        """A participle, adjective or relative clause behind the noun ("prévue mardi", "which was cancelled")."""
        at = self.a.chunks[chunk].last
        found = self.adjectives.get(at + 1)
        if found is not None and found[0] == at and self.a.tags[at] in "KA":
            self.status.words = (at, at + 1)
            return found[1].status
        for clause in self.scene.clauses_about(chunk):
            made = self._as_subject(clause, lemmas)
            if made:
                return made
        return ""

    def _of_verb(self, chunk: int, lemmas: frozenset[str], *, scheduled: bool) -> str:
        """What the verb says of its subject, object or complement."""
        scene = self.scene
        leader = self.a.chunks[chunk].leader
        for clause in scene.object_of.get(chunk) or scene.object_of.get(leader) or ():
            made = self._as_object(clause, chunk, lemmas, scheduled=scheduled)
            if made:
                return made
        told = [
            self._as_subject(clause, lemmas)
            for clause in scene.subject_of.get(chunk) or scene.subject_of.get(leader) or ()
            if self.a.clauses[clause].form != "infinitive"
        ]
        if "negated" in told:
            return "negated"  # "the march *planned* for Saturday has been *cancelled*"
        for made in told:
            if made:
                return made
        for clause in scene.oblique_of.get(chunk) or scene.oblique_of.get(leader) or ():
            made = self._as_complement(clause, chunk, lemmas, scheduled=scheduled)
            if made:
                return made
        return ""

    def _turned(self, clause: int, row: AspectGroup) -> str:
        """What a governing verb says, seen with its own status."""
        own, status = self.status.of_clause(clause), row.status
        if own == "negated":
            return denied(row)
        if own == "hypothetical" and status in ("negated", "actual", "ongoing", "planned"):
            return "hypothetical"
        if own == "planned" and status in REAL:
            return "planned"
        self.status.own_words(clause)
        return status

    def _rows(self, clause: int, lemmas: frozenset[str], *, subject: bool) -> list[AspectGroup]:
        """The rows that a verb has for its object or (subject) for its subject, nearest sense first."""
        one = self.a.clauses[clause]
        rows: list[AspectGroup] = []
        for hit in self.scene.hits(self.aspects.noun_verbs, clause):
            row: AspectGroup = hit.value
            if not subject and self._governs_complement(hit, clause):
                continue  # "*called* a rally *for* Tuesday" is not "call for"
            speaks = (one.passive or row.subject or one.reflexive or (hit.size > 1 and hit.first < one.head)) if subject else not row.subject
            if speaks and self._says(row, lemmas):
                rows.append(row)
        return rows

    def _governs_complement(self, hit: VerbHit[AspectGroup], clause: int) -> bool:
        """Whether an expression ends with the preposition of a complement, so that its object is no other's."""
        return hit.size > 1 and any(self.scene.preposition(other) == hit.rest[-1] for other in self.a.clauses[clause].obliques)

    def _as_object(self, clause: int, chunk: int, lemmas: frozenset[str], *, scheduled: bool) -> str:
        one = self.a.clauses[clause]
        if one.passive:
            return ""
        rows = self._rows(clause, lemmas, subject=False)
        for row in rows[:1]:
            if row.status != "actual":
                return self._turned(clause, row)
        if any(support.clause == clause and not support.row.presupposes for support in self.support.of(chunk)):
            return self.status.of_clause(clause)
        if rows:
            return "actual"  # what is condemned, investigated or survived has happened, whenever that is
        status = self.status.of_clause(clause)
        phrase = self.a.chunks[chunk]
        definite = self.a.norms[phrase.first] in (*self.grammar.clauses.definite, *self.grammar.demonstratives)
        if one.form == "infinitive" and status in _UNREAL and not (scheduled and definite):
            return status
        if scheduled and definite:
            return "planned" if status in _UNREAL else ""  # "appelle à boycotter *le référendum*": that it comes is not in doubt
        return status if status in _UNREAL and not definite else ""

    def _as_subject(self, clause: int, lemmas: frozenset[str]) -> str:
        one = self.a.clauses[clause]
        rows = self._rows(clause, lemmas, subject=True)
        for row in rows[:1]:
            if row.status != "actual":
                return self._turned(clause, row)
        if not lemmas.isdisjoint(self.aspects.durative) and self.tells_end(clause) and self.status.of_clause(clause) not in REAL:
            self.status.own_words(clause)
            return "ongoing"  # "the war is *not over*", "the war *must end*"
        for light in self.scene.hits(self.aspects.light, clause):
            if light.value.presupposes:
                return "actual"
            if (light.value.object if one.passive else light.value.subject) == "event" or (one.passive and light.value.subject == "event"):
                return self.status.of_clause(clause)
        if rows:
            return "actual"
        if one.lemma in self.grammar.verbs.copula:
            for at in range(one.last, min(one.last + _COPULA, len(self.a.norms))):
                found = self.adjectives.get(at + 1)
                if found is not None and found[0] >= one.last:
                    return self._turned(clause, found[1])
        if self._is_new(one.subjects):
            status = self.status.of_clause(clause)
            return status if status in _UNREAL else ""  # "*un procès* pourrait être enclenché"
        plain = not one.modals or one.modals[0] in self.grammar.verbs.conditional
        if one.tense == "conditional" and plain and not self.status.is_perfect(clause):
            self.status.own_words(clause)
            return "hypothetical"  # "l'envoi de missiles nuirait aux relations"
        return ""

    def _is_new(self, chunks: tuple[int, ...]) -> bool:
        """Whether noun phrases have no determiner of what is known."""
        known = (*self.grammar.clauses.definite, *self.grammar.demonstratives, *self.grammar.pronouns.possessives)
        return bool(chunks) and all(self.a.norms[self.a.chunks[chunk].first] not in known and not self._is_contracted(chunk) for chunk in chunks)

    def _is_contracted(self, chunk: int) -> bool:
        """Whether the article of a noun phrase is written together with its preposition ("face *aux* affrontements")."""
        phrase = self.a.chunks[chunk]
        if phrase.preposition < 0 or self.a.tags[phrase.first] == "D":
            return False
        at = phrase.first - 1
        if self.a.norms[at] in self.grammar.indefinite and at - 1 == phrase.preposition:
            return False  # "pour *des* frappes"
        return self.a.norms[at] in self.grammar.contracted

    def _as_complement(self, clause: int, chunk: int, lemmas: frozenset[str], *, scheduled: bool) -> str:
        one = self.a.clauses[clause]
        preposition = self.scene.preposition(chunk)
        at = self.a.chunks[self.a.chunks[chunk].leader].preposition
        for hit in self.scene.hits(self.aspects.noun_verbs, clause):
            row: AspectGroup = hit.value
            if at >= 0 and ends_in(hit, at, self.scene) and not row.subject and self._says(row, lemmas):
                return row.status if row.status == "actual" else self._turned(clause, row)  # "promised to respond *to the attack*"
        for support in self.support.of(chunk):
            if support.clause == clause:
                return "actual" if support.row.presupposes else self.status.of_clause(clause)
        if preposition in self.grammar.purpose and self._charges(clause):
            return ""  # "arrêté *pour vol*": what one is charged with
        if preposition in self.grammar.purpose and (scheduled or self._is_new((chunk,))):
            status = self.status.of_clause(clause)
            return "planned" if status in REAL else status
        if one.form != "participle" and lemmas.isdisjoint(self.aspects.durative):
            first = self.a.norms[self.a.chunks[chunk].first]
            definite = first in self.grammar.clauses.definite or self._is_contracted(chunk)
            known = first in self.grammar.demonstratives or (definite and preposition not in self.scene.pack.events.during)
            status = self.status.of_clause(clause)  # "will face X *in a run-off election*"
            return status if status in _UNREAL and not known else ""
        return ""

    def _charges(self, clause: int) -> bool:
        """Whether a verb tells a charge, a sentence or an arrest, alone or with its noun ("*porter plainte* pour vol")."""
        if self.verbs.get(clause) in _CHARGING:
            return True
        one = self.a.clauses[clause]
        return any(self._is_charge(chunk) for chunk in (*one.subjects, *one.objects))

    def _is_charge(self, chunk: int) -> bool:
        head = self.a.chunks[chunk].head
        rows = self.scene.pack.event_nouns.match(self.a.norms, head)
        return any(isinstance(group, EventGroup) and group.type in _CHARGING for _, groups in rows for group in groups)

    def _is_over(self, chunk: int) -> bool:
        """Whether the text says that what lasts has come to its end: "the war *is over*", "*after* the war", "*la fin* de l'épidémie"."""
        ending = self.aspects.ending
        if self.scene.preposition(chunk) in ending:
            return True
        above = self.a.chunks[chunk].behind
        if above >= 0 and self.scene.preposition(chunk) in self.grammar.clauses.genitive:
            named = not ending.isdisjoint(self.scene.pack.nouns.lemmas(self.a.norms[self.a.chunks[above].head]))
            return named and self._of_verb(above, frozenset(), scheduled=False) in ("", "actual")
        return any(self.tells_end(clause) and self.status.of_clause(clause) in REAL for clause in self.scene.subject_of.get(chunk, ()))

    def tells_end(self, clause: int) -> bool:
        """Whether a verb speaks of the end of what lasts: "la guerre est *terminée*", "the war has *ended*".

        Args:
            clause: its clause.
        """
        one = self.a.clauses[clause]
        if one.form != "finite":
            return False
        if one.lemma in self.grammar.verbs.copula:
            return not self.aspects.ending.isdisjoint(self.a.norms[one.last : one.last + _COPULA])
        return one.lemma in self.aspects.ending and (one.passive or one.negated or bool(one.modals) or self.status.is_perfect(clause) or one.tense == "past")

    def _is_past(self, chunk: int) -> bool:
        """Whether the noun's own verb puts it in the past ("violence *broke out*")."""
        for support in self.support.of(chunk):
            one = self.a.clauses[support.clause]
            if not support.row.presupposes and (one.tense == "past" or self.status.is_perfect(support.clause) or one.form == "participle"):
                return True
        return False
