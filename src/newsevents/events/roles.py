"""Who did it to whom: the slots of a frame filled from a trigger's own clause or noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.text.match import match_verb

if TYPE_CHECKING:
    from newsevents.events.scene import Party, Scene
    from newsevents.lexicon.events import Frame
    from newsevents.text.match import VerbHit


class RoleBinder:
    """Binds participants in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.pack.grammar.clauses

    # -- verbs

    def of_verb(self, frame: Frame, clause: int, hit: VerbHit) -> tuple[list[Party], list[Party], list[Party]]:
        """Agents, recipients and things of a verb."""
        agents = self._verb_slots(frame.agent, clause, hit, every=frame.symmetric)
        recipients = self._verb_slots(frame.recipient, clause, hit, every=False)
        taken = {place for place, _ in (*agents, *recipients)}
        things = [party for party in self.scene.object_parties(clause, hit) if party[0] not in taken and party[1] is None]
        return self._clean(agents), self._clean(recipients, agents), things[:1]

    def _verb_slots(self, slots: tuple[str, ...], clause: int, hit: VerbHit, *, every: bool) -> list[Party]:
        found: list[Party] = []
        for slot in slots:
            if slot == "subject":
                parties = self.scene.subject_parties(clause)
            elif slot == "object":
                parties = self.scene.object_parties(clause, hit)
            elif slot == "indirect":
                parties = self.scene.indirect_parties(clause)
            else:
                parties = [party for party in self.scene.preposition_parties(clause, slot) if party[1] is not None]
            named = [party for party in parties if party[1] is not None]
            if every:
                found += parties
            elif named:
                return parties
            elif parties and not found:
                found = parties
        return found

    # -- nouns

    def of_noun(self, frame: Frame, chunk: int, head: int, last: int) -> tuple[list[Party], list[Party]]:
        """Agents and recipients of a noun: its complements, its owner, adjectives and names in its phrase, its support verb."""
        complements = self.scene.complements(chunk)
        agents = self._noun_slots(frame.noun_agent, chunk, head, last, complements, every=frame.symmetric)
        recipients = self._noun_slots(frame.noun_recipient, chunk, head, last, complements, every=False)
        lent_agents, lent_recipients = self._support(chunk)
        agents = agents if any(actor for _, actor in agents) and not frame.symmetric else [*lent_agents, *agents] if frame.symmetric else lent_agents or agents
        if not any(actor for _, actor in recipients):
            recipients = lent_recipients or recipients
        if frame.symmetric:
            return self._clean([*agents, *recipients]), []
        shared = {place for place, _ in recipients if any(place == other for other, _ in agents)}
        recipients = [party for party in recipients if party[0] not in shared]
        return self._clean(agents), self._clean(recipients, agents)

    def _noun_slots(self, slots: tuple[str, ...], chunk: int, head: int, last: int, complements: list[int], *, every: bool) -> list[Party]:
        found: list[Party] = []
        for slot in slots:
            parties = self._noun_slot(slot, chunk, head, last, complements)
            named = [party for party in parties if party[1] is not None]
            if every:
                found += named
            elif named:
                return named
            elif parties and not found:
                found = parties
        return found

    def _noun_slot(self, slot: str, chunk: int, head: int, last: int, complements: list[int]) -> list[Party]:
        a, scene = self.a, self.scene
        phrase = a.chunks[chunk]
        if slot in ("genitive", "of"):
            found = [party for other in complements if a.chunks[other].behind == chunk and self._preposition(other) in self.clauses.genitive for party in scene.parties(other)]
            if slot == "genitive" and not found:
                found = self._noun_slot("possessive", chunk, head, last, complements) if self.clauses.possessive_clitic else []
            return found
        if slot == "possessive":
            if phrase.possessor >= 0:
                return scene.parties(phrase.possessor)
            first = phrase.first
            if a.tags[first] == "D" and a.norms[first] in self.pack.grammar.pronouns.possessives:
                return scene.pronoun(first)
            return []
        if slot == "adjective":
            for at in range(phrase.first, phrase.last):
                code = self.pack.gazetteer.adjectives.get(a.norms[at])
                if code and at != head and code in scene.countries:
                    return [((at, at + 1), scene.countries[code])]
            return []
        if slot == "modifier":
            found = []
            for at in range(phrase.first, phrase.last):
                if not head <= at < last and at in scene.index.names:
                    party: Party = ((at, at + 1), scene.index.names[at])
                    if all(actor != party[1] for _, actor in found):
                        found.append(party)
                elif a.norms[at] in self.pack.gazetteer.country_names and at != head:
                    code = self.pack.gazetteer.country_names[a.norms[at]].code
                    if code in scene.countries:
                        found.append(((at, at + 1), scene.countries[code]))
            return found
        return [party for other in complements if self._preposition(other) == slot for party in scene.parties(other) if party[1] is not None]

    def _support(self, chunk: int) -> tuple[list[Party], list[Party]]:
        """What a support verb lends its noun: "a *subi* une attaque", "*ont tenu* une réunion"."""
        a, scene = self.a, self.scene
        leader = a.chunks[chunk].leader
        clause = scene.as_object.get(chunk, scene.as_object.get(leader, -1))
        oblique = False
        if clause < 0:
            clause = scene.as_oblique.get(chunk, -1)
            oblique = clause >= 0
        if clause < 0:
            clause = self._relative_support(chunk)
            oblique = False
            if clause < 0:
                return [], []
        one = a.clauses[clause]
        for hit in match_verb(self.pack.aspects.light, a, one, self.pack):
            row = hit.value
            if oblique and not (hit.size > 1 and hit.first < a.chunks[chunk].first <= hit.last + 1):
                continue
            if row.object != "event" and row.subject != "event":  # type: ignore[attr-defined]
                continue
            parties = scene.subject_parties(clause)
            lent_to = row.subject  # type: ignore[attr-defined]
            if lent_to == "agent":
                withs = [party for preposition in self.pack.grammar.company for party in scene.preposition_parties(clause, preposition) if party[1]]
                return [*parties, *withs], [party for party in scene.indirect_parties(clause) if party[1]]
            if lent_to == "recipient":
                return [], parties
        return [], []

    def _relative_support(self, chunk: int) -> int:
        """The relative clause behind a noun whose object it is: "une entrevue *qu'il doit avoir* avec X"."""
        a = self.a
        last = a.chunks[chunk].last
        if last < len(a.norms) and a.tags[last] == "Q" and a.lemmas[last] in self.clauses.object_relatives:
            for number in range(len(a.clauses)):
                if a.clauses[number].marker == last and not a.clauses[number].objects:
                    return number
        return -1

    def _preposition(self, chunk: int) -> str:
        at = self.a.chunks[chunk].preposition
        return self.a.lemmas[at] if at >= 0 else ""

    @staticmethod
    def _clean(parties: list[Party], others: list[Party] = ()) -> list[Party]:  # type: ignore[assignment]
        """Each actor once, none that is on the other side already; people without a name only where no one is named."""
        known = {actor for _, actor in others if actor}
        found: dict[str, Party] = {}
        for party in parties:
            if party[1] is not None and party[1] not in known:
                found.setdefault(party[1], party)
        if found:
            return list(found.values())
        return [party for party in dict.fromkeys(parties) if party[1] is None]
