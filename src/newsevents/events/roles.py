"""Who did it to whom, of what a verb says: the slots of a frame filled from the verb's own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import SPEECH, actors_of

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.lexicon.events import EventGroup, Frame
    from newsevents.text.match import VerbHit

# A meeting or a visit is one's who comes along as well.
TOGETHER: Final = frozenset({"CONSULT"})


PREMISES: Final = "premises"  # a slot: whoever lives or works where it is done
# What comes from a country that stands as a place.
GIVEN: Final = frozenset({"AID"})
# Done with or to the country where it is done.
_REACHED: Final = TOGETHER | {"SANCTION"}
_ASKING: Final = frozenset({"investigate"})
# Said or done to a country that is their object: its government.
_AIMED: Final = SPEECH | {"AID", "ASSAULT", "COERCE"}
# Charges name the offence before the accused: "a porté plainte pour viol contre X".
_CHARGING: Final = frozenset({"ACCUSE", "JUSTICE"})


class VerbRoles:
    """Binds the participants of verbs in one text."""

    def __init__(self, scene: Scene) -> None:
        """Keep the text."""
        self.scene = scene
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.grammar.clauses

    def bind(self, group: EventGroup, frame: Frame, clause: int, hit: VerbHit[EventGroup]) -> tuple[list[Party], list[Party], list[Party]]:
        """Agents, recipients and things of a verb."""
        agents = self._verb_slots(frame.agent, clause, hit, every=frame.symmetric)
        recipients = self._verb_slots(frame.recipient, clause, hit, every=False, visited=group.type in _REACHED, named=hit.size == 1 and group.type in _AIMED)
        if not actors_of(agents) and group.type in GIVEN:  # "received a loan *from China*"
            agents = self._verb_slots(frame.agent, clause, hit, every=False, visited=True) or agents
        known = actors_of(agents)
        if not actors_of(recipients):
            recipients = self._owners(frame.recipient, clause, hit, known, told=group.type != "REJECT") or recipients
        if group.mode in _ASKING and not actors_of(recipients):
            recipients = self._looked_into(clause, known) or recipients
        if not known and "subject" in frame.agent:
            chunks = self.scene.subject_chunks(clause)
            agents = [party for chunk in chunks if not self._is_body(chunk) for party in self.scene.owner(chunk)] or agents
        if group.type in TOGETHER and agents:
            agents = [*agents, *company(self.scene, clause, hit)]
        agents = cleaned([party for party in agents if group.type in SPEECH or self.scene.is_animate(party)])
        recipients = agents if frame.reciprocal and len(actors_of(agents)) > 1 else cleaned(recipients, agents)
        struck = [party for party in recipients if self.scene.is_animate(party)]
        taken = {place for place, _ in (*agents, *struck)}
        things = [party for party in (*recipients, *self.scene.object_parties(clause, hit)) if party[0] not in taken and party[1] is None]
        return agents, struck, things[:1]

    def _looked_into(self, clause: int, known: set[str]) -> list[Party]:
        """Whose doing an inquiry asks about: "is investigating *whether X* misled customers"."""
        for child in self.scene.children.get(clause, ()):
            one = self.a.clauses[child]
            asked = one.marker >= 0 and self.a.lemmas[one.marker] in self.clauses.interrogatives
            if child > clause and asked and one.form == "finite" and not one.passive:
                return [party for party in self.scene.surface_subject(child) if party[1] is not None and party[1] not in known]
        return []

    def _is_body(self, chunk: int) -> bool:
        """Whether a noun phrase is a body that acts for itself, whoever's it is: "*son parti* avait décrié la loi"."""
        phrase = self.a.chunks[chunk]
        own = self.a.norms[phrase.first] in self.pack.grammar.pronouns.possessives
        return own and not self.scene.is_people(chunk) and any(lemma in self.pack.roles.nominals for lemma in self.pack.nouns.lemmas(self.a.norms[phrase.head]))

    def _verb_slots(
        self, slots: tuple[str, ...], clause: int, hit: VerbHit[EventGroup], *, every: bool, visited: bool = False, named: bool = False
    ) -> list[Party]:
        scene = self.scene
        found: list[Party] = []
        for slot in slots:
            if slot == "subject":
                parties = scene.surface_subject(clause) if self._holds_passive(clause, hit) else scene.subject_parties(clause)
            elif slot == "object":
                parties = [] if scene.is_given(clause, hit.value) else scene.object_parties(clause, hit)
                if (visited or named) and not actors_of(parties):
                    names = [chunk for chunk in scene.object_chunks(clause, hit) if self.a.tags[self.a.chunks[chunk].head] == "E"]
                    parties = [party for chunk in names for party in scene.country_at(chunk) or (scene.capital_at(chunk) if named else [])] or parties
            elif slot == "indirect":
                parties = scene.indirect_parties(clause)
            elif slot == PREMISES:
                parties = [party for chunk in self.a.clauses[clause].obliques if scene.is_premises(chunk) for party in scene.owner(chunk)]
            else:
                chunks = self._behind(clause, hit, slot)
                parties = prepositional(scene, chunks, slot, source=slot in self.clauses.genitive, visited=visited)
            if every:
                found += parties
            elif actors_of(parties):
                return parties
            elif parties and not found:
                found = parties
        return found

    def _holds_passive(self, clause: int, hit: VerbHit[EventGroup]) -> bool:
        """Whether an expression has the passive's auxiliary in it, so that its subject is the one that stands there: "*was sworn in*"."""
        one = self.a.clauses[clause]
        return one.passive and hit.size > 1 and hit.first < one.head and self.a.lemmas[hit.first] == self.scene.grammar.verbs.be

    def _behind(self, clause: int, hit: VerbHit[EventGroup], preposition: str) -> list[int]:
        """The noun phrases behind a preposition in a clause, also as complements of its object ("lifted sanctions *on Syria*")."""
        one = self.a.clauses[clause]
        scene = self.scene
        found = [
            chunk for chunk in scene.preposition_chunks(clause, preposition) if not is_of_occasion(scene, chunk, hit) and not scene.is_setting(chunk, clause)
        ]
        return found or [other for chunk in one.objects for other in self.scene.behind.get(chunk, ()) if self.scene.preposition(other) == preposition]

    def _owners(self, slots: tuple[str, ...], clause: int, hit: VerbHit[EventGroup], known: set[str], *, told: bool) -> list[Party]:
        """The actor to whom the thing belongs that stands in a recipient's slot ("raided the offices *of Deutsche Bank*")."""
        one = self.a.clauses[clause]
        for slot in slots:
            if slot == "object":
                chunks = self.scene.object_chunks(clause, hit)
            elif slot == "subject":
                chunks = list(one.subjects)
            elif slot in ("indirect", PREMISES):
                continue
            else:
                chunks = self._behind(clause, hit, slot)
            things = [chunk for chunk in chunks if not self.pack.event_nouns.has(self.a.norms[self.a.chunks[chunk].head])]
            found = [(chunk, party) for chunk in things for party in self.scene.owner(chunk, told=told) if party[1] not in known]
            if found:
                return [(self.a.chunks[chunk][:2], party[1]) if self.scene.is_people(chunk) else party for chunk, party in found]
        return []


def prepositional(scene: Scene, chunks: list[int], preposition: str, *, source: bool = False, visited: bool = False) -> list[Party]:
    """Actors and people behind a preposition; a country too that is a place in the text, save where the preposition itself says where.

    Args:
        scene: the text.
        chunks: the noun phrases.
        preposition: the preposition.
        source: whether it tells where from ("withdraw *from* Mali").
        visited: whether what is done there is done with or to those who live there ("se rendra *en Inde*", "withdrew its envoy *from Hungary*").
    """
    found: list[Party] = []
    clauses = scene.grammar.clauses
    located = source or (preposition in clauses.locative and preposition not in clauses.dative and not visited)
    for chunk in chunks:
        parties = scene.parties(chunk)
        if not located and not actors_of(parties):
            parties = scene.country_at(chunk) or parties
        found += [party for party in parties if party[1] is not None or scene.is_people(chunk)]
    return found


def is_of_occasion(scene: Scene, chunk: int, hit: VerbHit[EventGroup]) -> bool:
    """Whether a complement belongs to an event beside that of a verbal expression: "spoke after a meeting *with X*"."""
    above = scene.a.chunks[chunk].behind
    if above < 0:
        return False
    phrase = scene.a.chunks[above]
    if getattr(hit.value, "type", "") in _CHARGING and scene.preposition(above) in scene.grammar.purpose:
        return False  # "a porté plainte *pour viol* contre X"
    return phrase.preposition >= 0 and not hit.first <= phrase.head < hit.last and scene.pack.event_nouns.has(scene.a.norms[phrase.head])


def company(scene: Scene, clause: int, hit: VerbHit[EventGroup] | None = None) -> list[Party]:
    """Those who come along with the subject ("accompanied by his wife", "flanqué de son ministre")."""
    found: list[Party] = []
    for chunk in scene.a.clauses[clause].subjects:
        for other in scene.clauses_about(chunk):
            one = scene.a.clauses[other]
            if one.passive and one.lemma in scene.pack.events.accompanying:
                found += [party for oblique in one.obliques for party in scene.parties(oblique) if party[1]]
    for preposition in scene.grammar.company:
        chunks = [chunk for chunk in scene.preposition_chunks(clause, preposition) if hit is None or not is_of_occasion(scene, chunk, hit)]
        found += [party for chunk in chunks for party in scene.parties(chunk) if party[1]]
    return found


def cleaned(parties: list[Party], others: list[Party] | None = None) -> list[Party]:
    """Each actor once, none that is on the other side already; people without a name only where no one is named."""
    known = actors_of(others or [])
    found: dict[str, Party] = {}
    for party in parties:
        if party[1] is not None and party[1] not in known:
            found.setdefault(party[1], party)
    if found:
        return list(found.values())
    taken = {place for place, _ in others or []}
    return [party for party in dict.fromkeys(parties) if party[1] is None and party[0] not in taken]
