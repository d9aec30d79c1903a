"""Support verbs: the noun names the event, the verb only lends it subject, tense and complements ("*ont tenu* une réunion")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.lexicon.events import Light
    from newsevents.text.analysis import Clause
    from newsevents.text.match import VerbHit


class Support(NamedTuple):
    """A support verb of a noun: its clause, and what the noun is in it (subject, object, complement)."""

    clause: int
    place: str
    row: Light
    fixed: bool  # an expression of several words ("répondre *par*")


class SupportFinder:
    """Finds the support verbs of nouns in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self._found: dict[int, list[Support]] = {}

    def of(self, chunk: int) -> list[Support]:
        """The support verbs of a noun, in text order: that of its own clause, and those of relative clauses and participles on it."""
        found = self._found.get(chunk)
        if found is None:
            found = self._found[chunk] = self._read(chunk)
        return found

    def _read(self, chunk: int) -> list[Support]:
        scene = self.scene
        leader = self.a.chunks[chunk].leader
        found: list[Support] = []
        for table, place in ((scene.object_of, "object"), (scene.subject_of, "subject"), (scene.oblique_of, "complement")):
            for clause in table.get(chunk) or table.get(leader) or ():
                row = self._row(clause, chunk, place)
                if row is not None and all(other.clause != clause for other in found):
                    found.append(Support(clause, place, *row))
                if row is None and place == "complement":  # "est soupçonné de *participer*, avec d'autres, *à* des arrestations"
                    below = [child for child in scene.children.get(clause, ()) if self.a.clauses[child].form == "infinitive"]
                    found += [Support(child, place, *made) for child in below if (made := self._parted(child, chunk)) is not None]
        above = self.a.chunks[leader].behind
        if not found and above >= 0 and scene.is_genitive(leader):  # "a été victime *d'une cyberattaque*"
            for clause in scene.object_of.get(above, ()):
                row = self._row(clause, chunk, "complement") if self.a.clauses[clause].lemma in scene.grammar.verbs.copula else None
                if row is not None:
                    found.append(Support(clause, "complement", *row))
        return found

    def _row(self, clause: int, chunk: int, place: str) -> tuple[Light, bool] | None:
        one = self.a.clauses[clause]
        for hit in self.scene.hits(self.scene.pack.aspects.light, clause):
            row: Light = hit.value
            if row.not_nouns and any(lemma in row.not_nouns for lemma in self.scene.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head])):
                continue
            if place == "complement":
                if not self._ends_before(hit, chunk) or (row.object not in ("event", "recipient", "culprit") and row.subject != "event"):
                    continue
                return row, True
            if hit.size > 1 and place == "object" and hit.gap == (0, 0) and self.a.chunks[chunk].first < hit.last - 1 and row.object == "event":
                continue  # the expression holds a noun of its own
            if hit.size > 1 and place == "object" and self._governs_other(hit, one):
                continue  # "a mené *à Kiev* une attaque" is not "mener à"
            if place == "subject" and one.passive:
                if row.object == "event" or row.subject == "event":
                    return row, hit.size > 1
                continue
            if (row.subject if place == "subject" else row.object) == "event":
                return row, hit.size > 1
            if place == "object" and row.object == "recipient" and hit.size == 1:
                objects = one.objects
                if chunk == objects[-1] and (len(objects) > 1 or self.scene.told_pronoun(clause)):
                    return row, False  # "handed him a fine"
        return None

    def _parted(self, clause: int, chunk: int) -> tuple[Light, bool] | None:
        """What a verb says of a noun whose preposition stands apart from it: "*participer*, avec d'autres, *à* des arrestations"."""
        preposition = self.scene.preposition(self.a.chunks[chunk].leader)
        for entry in self.scene.pack.aspects.light.get(self.a.clauses[clause].lemma):
            if entry.rest == (preposition,) and entry.value.object == "event" and self.a.chunks[chunk].first > self.a.clauses[clause].last:
                return entry.value, True
        return None

    def _governs_other(self, hit: VerbHit[Light], clause: Clause) -> bool:
        """Whether an expression is the verb with the preposition of a complement, so that it has no object."""
        words = " ".join(hit.rest)
        return any(self.a.lemmas[at] == words for at in (self.a.chunks[chunk].preposition for chunk in clause.obliques) if at >= 0)

    def _ends_before(self, hit: VerbHit[Light], chunk: int) -> bool:
        """Whether an expression ends in the preposition of a noun phrase ("take part *in* talks")."""
        at = self.a.chunks[self.a.chunks[chunk].leader].preposition
        return at >= 0 and ends_in(hit, at, self.scene)

    def lent(self, support: Support) -> tuple[list[Party], list[Party]]:
        """Agents and recipients that a support verb lends its noun."""
        scene, row = self.scene, support.row
        subject = scene.subject_parties(support.clause)
        one = self.a.clauses[support.clause]
        if support.place == "subject":
            if one.passive and row.subject == "agent":
                return subject, []  # "an appeal was lodged *by X*"
            return [], []
        if row.object == "culprit":  # "accused *X* of murder"
            return scene.object_parties(support.clause), []
        if row.object == "recipient":
            told = scene.told_pronoun(support.clause)
            if told:
                return subject, told
            first = one.objects[:1] if len(one.objects) > 1 else ()
            return subject, [party for chunk in first for party in scene.parties(chunk)] or scene.object_parties(support.clause)
        if row.subject == "agent":
            company = [
                party
                for preposition in scene.grammar.company
                for other in scene.preposition_chunks(support.clause, preposition)
                for party in scene.parties(other)
                if party[1]
            ]
            return [*subject, *company], [party for party in scene.indirect_parties(support.clause) if party[1]]
        if row.subject == "recipient":
            if one.passive:
                return subject, scene.surface_subject(support.clause)
            things = any(scene.pack.event_nouns.has(self.a.norms[self.a.chunks[chunk].head]) for chunk in one.subjects)
            return [], [] if things and one.pronoun < 0 else subject  # "*la mort* de X a suscité l'indignation"
        return [], []


def ends_in(hit: VerbHit[Any], preposition: int, scene: Scene) -> bool:
    """Whether an expression ends in a preposition, there or in another place of its clause ("répondre *par* le gaz et *par* des tirs").

    Args:
        hit: the expression.
        preposition: token of the preposition.
        scene: the text.
    """
    if hit.size < 2 or not hit.first < preposition:
        return False
    last = hit.last - 1
    if last == preposition or hit.last == preposition + 1:
        return True
    return scene.a.tags[last] == "P" and scene.a.lemmas[last] == scene.a.lemmas[preposition]
