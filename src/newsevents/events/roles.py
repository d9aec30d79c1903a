"""Who did it to whom: the slots of a frame filled from a trigger's own clause or noun phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import actors_of

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.events.support import SupportFinder
    from newsevents.lexicon.events import EventGroup, Frame
    from newsevents.text.match import VerbHit

# A meeting or a visit is one's who comes along as well.
_TOGETHER: Final = frozenset({"CONSULT"})
_SUFFERED: Final = frozenset({"ASSAULT", "COERCE", "DEATH", "DISASTER"})
_ABOVE: Final = 2  # nouns above a meeting ("the *idea* of a meeting") whose verb may name a party


class RoleBinder:
    """Binds participants in one text."""

    def __init__(self, scene: Scene, support: SupportFinder) -> None:
        self.scene = scene
        self.support = support
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.grammar.clauses

    # -- verbs

    def of_verb(self, group: EventGroup, frame: Frame, clause: int, hit: VerbHit[EventGroup]) -> tuple[list[Party], list[Party], list[Party]]:
        """Agents, recipients and things of a verb."""
        agents = self._verb_slots(frame.agent, clause, hit, every=frame.symmetric)
        recipients = self._verb_slots(frame.recipient, clause, hit, every=False)
        known = actors_of(agents)
        if not actors_of(recipients):
            recipients = self._owners(frame.recipient, clause, hit, known) or recipients
        if not known and "subject" in frame.agent:
            chunks = self.scene.subject_chunks(clause)
            agents = [party for chunk in chunks for party in self.scene.owner(chunk)] or agents
        if group.type in _TOGETHER and agents:
            agents = [*agents, *self.company(clause)]
        agents = self._clean(agents)
        recipients = self._clean(recipients, agents)
        taken = {place for place, _ in (*agents, *recipients)}
        things = [party for party in self.scene.object_parties(clause, hit) if party[0] not in taken and party[1] is None]
        return agents, recipients, things[:1]

    def _verb_slots(self, slots: tuple[str, ...], clause: int, hit: VerbHit[EventGroup], *, every: bool) -> list[Party]:
        scene = self.scene
        found: list[Party] = []
        for slot in slots:
            if slot == "subject":
                parties = scene.subject_parties(clause)
            elif slot == "object":
                parties = scene.object_parties(clause, hit)
            elif slot == "indirect":
                parties = scene.indirect_parties(clause)
            else:
                parties = [party for chunk in self._behind(clause, slot) for party in scene.parties(chunk) if party[1] is not None or scene.is_people(chunk)]
            if every:
                found += parties
            elif actors_of(parties):
                return parties
            elif parties and not found:
                found = parties
        return found

    def _behind(self, clause: int, preposition: str) -> list[int]:
        """The noun phrases behind a preposition in a clause, also as complements of its object ("lifted sanctions *on Syria*")."""
        one = self.a.clauses[clause]
        found = self.scene.preposition_chunks(clause, preposition)
        return found or [other for chunk in one.objects for other in self.scene.behind.get(chunk, ()) if self.scene.preposition(other) == preposition]

    def _owners(self, slots: tuple[str, ...], clause: int, hit: VerbHit[EventGroup], known: set[str]) -> list[Party]:
        """The actor to whom the thing belongs that stands in a recipient's slot ("raided the offices *of Deutsche Bank*")."""
        one = self.a.clauses[clause]
        for slot in slots:
            if slot == "object":
                chunks = self.scene.object_chunks(clause, hit)
            elif slot == "subject":
                chunks = list(one.subjects)
            elif slot == "indirect":
                continue
            else:
                chunks = self._behind(clause, slot)
            things = [chunk for chunk in chunks if not self.pack.event_nouns.has(self.a.norms[self.a.chunks[chunk].head])]
            found = [party for chunk in things for party in self.scene.owner(chunk) if party[1] not in known]
            if found:
                return found
        return []

    def company(self, clause: int) -> list[Party]:
        """Those who come along with the subject ("accompanied by his wife", "flanqué de son ministre")."""
        found: list[Party] = []
        for chunk in self.a.clauses[clause].subjects:
            for other in self.scene.clauses_about(chunk):
                one = self.a.clauses[other]
                if one.passive and one.lemma in self.pack.events.accompanying:
                    found += [party for oblique in one.obliques for party in self.scene.parties(oblique) if party[1]]
        for preposition in self.scene.grammar.company:
            found += [party for chunk in self.scene.preposition_chunks(clause, preposition) for party in self.scene.parties(chunk) if party[1]]
        return found

    # -- nouns

    def of_noun(self, group: EventGroup, frame: Frame, chunk: int, head: int, last: int) -> tuple[list[Party], list[Party]]:
        """Agents and recipients of a noun: its complements, its owner, adjectives and names in its phrase, its support verb."""
        supports = self.support.of(chunk)
        complements = [other for other in self.scene.complements(chunk) if self.a.chunks[other].first >= last]  # none inside "coup de filet"
        for support in supports:
            complements += [other for other in self.a.clauses[support.clause].obliques if other not in complements and other != chunk]
        agents = self._animate(self._noun_slots(frame.noun_agent, chunk, head, last, complements, every=frame.symmetric))
        recipients = self._noun_slots(frame.noun_recipient, chunk, head, last, complements, every=False)
        for support in supports:
            lent_agents, lent_recipients = self.support.lent(support)
            told = self.a.clauses[support.clause].lemma in self.pack.reporting_verbs and not (support.fixed or support.row.presupposes)
            if not frame.noun_agent or (told and group.type in _SUFFERED):
                lent_agents = []  # who announces a death or an attack has no part in it
            if not (frame.noun_recipient or frame.symmetric):
                lent_recipients = []
            if frame.symmetric:
                agents = [*lent_agents, *agents]
                lent_recipients = lent_recipients if "indirect" in frame.noun_agent or support.row.subject == "recipient" else []
            elif lent_agents and not agents:
                agents = lent_agents
            if not actors_of(recipients):
                recipients = lent_recipients or recipients
        if frame.symmetric:
            return self._clean(self._with_context(group, chunk, [*agents, *recipients])), []
        if group.type in _TOGETHER and supports and agents:
            agents = [*agents, *self.company(supports[0].clause)]
        if not actors_of(recipients) and "genitive" in frame.noun_recipient:
            recipients = self._behind_doer(complements) or recipients
        if group.type == "JUSTICE" and not actors_of(agents):  # "the sentence *of the Supreme Court*"
            courts = [party for party in recipients if party[1] is not None and "JUD" in self.scene.index.actors[party[1]].sectors]
            agents = courts or agents
        shared = {place for place, _ in recipients if any(place == other for other, _ in agents)}
        recipients = [party for party in recipients if party[0] not in shared]
        agents = self._clean(agents)
        return agents, self._clean(recipients, agents)

    def _animate(self, parties: list[Party]) -> list[Party]:
        """Those that can act: actors, and people without a name ("l'attaque *du consulat*" has no agent)."""
        return [party for party in parties if party[1] is not None or self.scene.is_people(self.a.chunk_of[party[0][0]])]

    def _behind_doer(self, complements: list[int]) -> list[Party]:
        """The one struck where the doer stands between: "l'attaque par la garde *du quartier général de X*"."""
        for other in complements:
            if self.scene.preposition(other) in self.clauses.by and self.scene.index.of_chunk(other):
                doers = self.scene.index.of_chunk(other)
                for thing in self.scene.genitives(other):
                    found = [party for party in (*self.scene.parties(thing), *self.scene.owner(thing)) if party[1] and party[1] not in doers]
                    if found:
                        return found[:1]
        return []

    def _with_context(self, group: EventGroup, chunk: int, agents: list[Party]) -> list[Party]:
        """Parties of a meeting that its clause tells: "arrived *for talks* with …", "*lors d'un appel*, X a averti Y", "X evoked a meeting with Y"."""
        scene = self.scene
        named = actors_of(agents)
        if len(named) > 1 or group.type not in _TOGETHER:
            return agents
        lone = len(named) == 1 and any(scene.preposition(other) in scene.grammar.company for other in scene.complements(chunk))
        above = chunk
        for _ in range(_ABOVE):
            for clause in (*scene.oblique_of.get(above, ()), *scene.object_of.get(above, ())):
                subject = [party for party in scene.surface_subject(clause) if party[1]]
                if lone or (above == chunk and scene.preposition(chunk) in (*scene.grammar.purpose, *self.pack.events.during)):
                    others = [*scene.object_parties(clause), *scene.indirect_parties(clause)] if group.mode == "phone" and not named else []
                    return [*subject, *[party for party in others if party[1]], *agents]
            if scene.preposition(above) not in self.clauses.genitive:
                break
            above = self.a.chunks[above].behind
        return agents

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
            inside = {chunk, *(a.chunk_of[at] for at in range(head, min(last, len(a.norms))))}  # "la demande *d'adhésion* de la Serbie"
            own = [other for other in complements if a.chunks[other].behind in inside and scene.preposition(other) in self.clauses.genitive]
            found = [party for other in own for party in scene.parties(other)]
            if not actors_of(found):
                found = [party for other in own for party in scene.owner(other)] or found
            if slot == "genitive" and not found and self.clauses.possessive_clitic:
                found = self._noun_slot("possessive", chunk, head, last, complements)
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
            return self._modifiers(chunk, head, last)
        own = [other for other in complements if scene.preposition(other) == slot]
        direct = [other for other in own if a.chunks[other].behind >= 0]
        own = direct or own
        at = phrase.last
        if not own and at < len(a.norms) and a.norms[at] == slot and a.clause_of[at] >= 0:
            own = list(a.clauses[a.clause_of[at]].objects)  # a participle as good as a preposition: "une attaque *visant* X"
        found = [party for other in own for party in scene.parties(other) if party[1] is not None or scene.is_people(other)]
        if not actors_of(found) and slot not in self.clauses.locative:
            found = [party for other in own for party in scene.owner(other)] or found
        return found

    def _modifiers(self, chunk: int, head: int, last: int) -> list[Party]:
        """Names beside the noun in its phrase ("*Boeing* layoffs", "le sommet *Trump-Poutine*")."""
        a, scene = self.a, self.scene
        phrase = a.chunks[chunk]
        found: list[Party] = []
        for at in range(phrase.first, phrase.last):
            if head <= at < last:
                continue
            actor = scene.index.names.get(at)
            if actor is None and a.norms[at] in self.pack.gazetteer.country_names:
                actor = scene.countries.get(self.pack.gazetteer.country_names[a.norms[at]].code)
            if actor is not None and all(actor != other for _, other in found):
                found.append(((at, at + 1), actor))
        return found

    @staticmethod
    def _clean(parties: list[Party], others: list[Party] | None = None) -> list[Party]:
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
