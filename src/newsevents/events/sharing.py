"""Whose times and places a trigger shares: clauses that tell of one occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import REAL, SPEECH

if TYPE_CHECKING:
    from newsevents.events.scene import Scene
    from newsevents.events.status import StatusReader
    from newsevents.events.support import SupportFinder
    from newsevents.model import Place

# What strikes: the subject's place and time are those of what it does.
_PHYSICAL: Final = frozenset({"ASSAULT", "DEATH", "DISASTER", "PROTEST"})
# What lasts no longer than a day or two, so that what is done at it is done on its day.
_OCCASIONS: Final = frozenset({"CONSULT", "ELECTION", "PROTEST"})
_BACK: Final = 8  # clauses looked at for the one that a coordinated clause goes on from


class Sharing:
    """Tells, in one text, which clause has the adverbials of a trigger."""

    def __init__(self, scene: Scene, status: StatusReader, support: SupportFinder) -> None:
        self.scene = scene
        self.status = status
        self.support = support
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.grammar.clauses

    def clause_of_chunk(self, chunk: int, token: int) -> int:
        """The clause that a noun phrase is an adverbial of, by the first token of what it names."""
        clauses = self._of_subject(chunk) or self.scene.oblique_of.get(chunk)
        return self.told_by(clauses[0] if clauses else self.a.clause_of[token])

    def _of_subject(self, chunk: int) -> list[int] | None:
        """The clauses whose subject a noun phrase belongs to, their verbs behind both: "if it rained, and *drivers in Leeds* were late"."""
        above = self.a.chunks[chunk].behind
        for _ in range(_BACK):
            clauses = self.scene.subject_of.get(above)
            if clauses:
                return clauses if self.a.clauses[clauses[0]].first > self.a.chunks[chunk].first else None
            if above < 0:
                break
            above = self.a.chunks[above].behind
        return None

    def told_by(self, clause: int) -> int:
        """The clause that a stretch tells of: the one behind or before where its own verb is part of a date ("*Il y a* deux mois, à Lyon, un …")."""
        if clause < 0 or self.a.clauses[clause].head not in self.scene.in_time:
            return clause
        sentence = self.a.clauses[clause].sentence
        near = (other for other in (clause + 1, clause - 1) if 0 <= other < len(self.a.clauses) and self.a.clauses[other].sentence == sentence)
        return next(near, clause)

    def shared_with(self, clause: int, *, real: bool) -> int:
        """The clause whose adverbials one shares, -1: gerunds, infinitives, coordinated verbs, "where" clauses.

        Args:
            clause: the clause.
            real: whether an infinitive must have happened: what is planned has a place in common, not the time of the planning.
        """
        one = self.a.clauses[clause]
        if one.marker >= 0 and self.a.lemmas[one.marker] in self.pack.events.places_where:
            return one.governor if self.antecedent_place(clause) is not None else -1
        if self._is_anterior(clause):
            return -1
        if one.form == "gerund":
            return one.governor
        if one.form == "infinitive" and one.governor >= 0:
            above = self.a.clauses[one.governor]
            status, governing = self.status.of_clause(clause), self.status.of_clause(one.governor)
            together = (status in REAL and governing in REAL) or (status == governing and not real)
            return one.governor if together and above.lemma not in self.pack.reporting_verbs else -1
        before = self._goes_on_from(clause)
        return before if before >= 0 else self._gathered(clause)

    def _gathered(self, clause: int) -> int:
        """The participle before a clause that tells where and when it lies, -1: "*Réunis* mardi à Luxembourg, les ministres ont adopté"."""
        one = self.a.clauses[clause]
        before = self.a.clauses[clause - 1] if clause > 0 else one
        fronted = before.sentence == one.sentence and before.form in ("gerund", "participle") and before.governor < 0 and before.marker < 0
        return clause - 1 if fronted and one.relation == "root" and before.lemma in self.pack.events.gathering else -1

    def _is_anterior(self, clause: int) -> bool:
        """Whether a gerund or infinitive tells what came before or after: "after *rejecting* an offer", "jailed for *killing*", "pour *avoir tué*"."""
        one = self.a.clauses[clause]
        if one.marker < 0 or one.form not in ("gerund", "infinitive"):
            return False
        marker = self.a.lemmas[one.marker]
        if one.form == "gerund":
            return marker not in self.pack.events.manner
        return marker in self.pack.events.successive or one.tense == "past"

    def _goes_on_from(self, clause: int) -> int:
        """The clause before, of which a coordinated one shares the subject."""
        one = self.a.clauses[clause]
        if one.relation != "coordinated":
            return -1
        for before in range(clause - 1, max(-1, clause - 1 - _BACK), -1):
            other = self.a.clauses[before]
            if other.sentence != one.sentence:
                return -1
            if other.governor == one.governor and other.form == one.form:
                same = (other.subjects == one.subjects and one.subjects) or (one.pronoun >= 0 and one.pronoun == other.pronoun)
                return before if same else -1
        return -1

    def antecedent_place(self, clause: int) -> Place | None:
        """The place that a "where" stands for."""
        marker = self.a.clauses[clause].marker
        if marker < 1 or self.a.lemmas[marker] not in self.pack.events.places_where:
            return None
        at = marker - 1
        while at > 0 and self.a.tags[at] in ",P+":
            at -= 1
        return self.scene.located.get(at)

    def clauses_within(self, chunk: int, kind: str) -> list[int]:
        """The clauses that tell what was done on an occasion: its day is theirs ("*Mardi*, lors d'une réunion, X a salué l'accord")."""
        if kind not in _OCCASIONS or self.scene.preposition(chunk) not in self.pack.events.during:
            return []
        if not self.pack.aspects.durative.isdisjoint(self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head])):
            return []
        clauses = self.scene.oblique_of.get(chunk, ())
        return [clause for clause in clauses if self.status.of_clause(clause) in REAL and not self._is_of_verb(chunk, clause)]

    def _is_of_verb(self, chunk: int, clause: int) -> bool:
        """Whether a preposition belongs to the verb's expression: "called *for* elections on Monday"."""
        preposition = self.scene.preposition(chunk)
        return any(hit.size > 1 and preposition in hit.rest for hit in self.scene.hits(self.pack.event_verbs, clause))

    def clauses_of_noun(self, chunk: int, kind: str) -> list[int]:
        """The clauses whose adverbials are those of a noun: about it, supporting it, or with it as what strikes."""
        found = list(self.scene.clauses_about(chunk))
        found += [support.clause for support in self.support.of(chunk) if support.clause not in found]
        found += [clause for clause in self.scene.subject_of.get(chunk, ()) if clause not in found and self._is_set(clause)]
        found += [clause for clause in self.scene.object_of.get(chunk, ()) if clause not in found and self._is_existential(clause)]
        if kind in _PHYSICAL:
            found += [
                clause
                for clause in self.scene.subject_of.get(chunk, ())
                if clause not in found and self._strikes(clause) and self.status.of_clause(clause) in REAL
            ]
        return found

    def _is_existential(self, clause: int) -> bool:
        """Whether a clause only says that there is what it names: "In Lyon, *there were* protests"."""
        one = self.a.clauses[clause]
        grammar = self.scene.grammar
        subject = self.a.norms[self.a.chunks[one.subjects[0]].head] if len(one.subjects) == 1 else ""
        return one.lemma in grammar.verbs.copula and subject in self.clauses.impersonal and subject in self.pack.events.places_there

    def _strikes(self, clause: int) -> bool:
        """Whether a verb may tell what its subject did: no verb of saying, unless it counts people ("l'attaque a *fait* dix morts")."""
        one = self.a.clauses[clause]
        counted = any("M" in self.a.tags[self.a.chunks[chunk].first : self.a.chunks[chunk].last] for chunk in one.objects)
        return counted or one.lemma not in self.pack.reporting_verbs

    def _is_set(self, clause: int) -> bool:
        """Whether a verb says for when or where its subject is planned ("les élections *sont fixées* au 24 avril"), not when it was planned."""
        one = self.a.clauses[clause]
        if not one.passive or self.status.is_perfect(clause):
            return False
        return any(hit.value.status == "planned" for hit in self.scene.hits(self.pack.aspects.noun_verbs, clause))

    def is_of_another(self, chunk: int, own: int, *, kind: str, verb: int = -1) -> bool:
        """Whether a place belongs to another event: "condemned the attack *in Paris*", "soutien pour des frappes *en Russie*".

        Args:
            chunk: the place's noun phrase.
            own: that of a nominal trigger.
            kind: the event's type.
            verb: first token of a verb, before which an event is its setting ("*En visite* à Beyrouth, X a rencontré").
        """
        phrase = self.a.chunks[chunk]
        if kind in SPEECH and phrase.behind >= 0 and phrase.first > verb >= 0:
            dated = self.a.chunks[phrase.behind].head in self.scene.in_time
            return phrase.behind not in self.scene.places and not dated  # "a conclu *mardi soir* à Metz un accord"
        above = phrase.behind
        for _ in range(_BACK):
            if above < 0 or above == own:
                return False
            one = self.a.chunks[above]
            if one.head in self.scene.in_time:
                return False  # "arrested on suspicion of murder *on Monday* at a house in Leeds": behind its date all is the verb's
            if "M" in self.a.tags[one.first : one.last]:
                return False  # "left *ten dead* in Kabul": those struck are no other event
            preposition = self.scene.preposition(above)
            fatal = one.last - one.first == 1 and preposition in self.clauses.dative and self.a.norms[one.head] in self.pack.quantities.nouns
            if self.pack.event_nouns.has(self.a.norms[one.head]) and not fatal:  # "beaten *to death* in a jail in Joliet"
                return preposition not in self.pack.events.during and not (one.head < verb and preposition in self.clauses.locative)
            above = one.behind
        return False
