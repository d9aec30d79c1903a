"""Who did it to whom, of what a noun names: its complements, its owner, names and adjectives in its phrase, its support verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import actors_of
from newsevents.events.roles import GIVEN, PREMISES, TOGETHER, cleaned, company, prepositional

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.events.support import SupportFinder
    from newsevents.lexicon.events import EventGroup, Frame

_SUFFERED: Final = frozenset({"ASSAULT", "COERCE", "DEATH", "DISASTER"})
_BEFALLEN: Final = frozenset({"DEATH", "DISASTER"})  # nobody does it, whoever is blamed
_BACK: Final = 6  # clauses back in which "their" is looked for
_ABOVE: Final = 2  # nouns above a meeting ("the *idea* of a meeting") whose verb may name a party


class NounRoles:
    """Binds the participants of nouns in one text."""

    def __init__(self, scene: Scene, support: SupportFinder) -> None:
        """Keep the text.

        Args:
            scene: the text.
            support: its support verbs.
        """
        self.scene = scene
        self.support = support
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.grammar.clauses
        self._occasion = frozenset((*scene.grammar.purpose, *scene.pack.events.during)) - scene.pack.events.beside

    def bind(self, group: EventGroup, frame: Frame, chunk: int, head: int, last: int) -> tuple[list[Party], list[Party], list[Party]]:
        """Agents, recipients and things of a noun.

        Args:
            group: what it evokes.
            frame: the group's slots.
            chunk: its noun phrase.
            head: its own word.
            last: token behind the trigger.
        """
        supports = self.support.of(chunk)
        complements = [other for other in self.scene.complements(chunk) if self.a.chunks[other].first >= last or self._is_party(other)]
        for support in supports:
            obliques = self.a.clauses[support.clause].obliques
            complements += [other for other in obliques if other not in complements and other != chunk and not self._is_of_another(other, chunk)]
        agents = [party for party in self._noun_slots(frame.noun_agent, chunk, head, last, complements, every=frame.symmetric) if self.scene.is_animate(party)]
        recipients = self._noun_slots(frame.noun_recipient, chunk, head, last, complements, every=False)
        for support in supports:
            lent_agents, lent_recipients = self.support.lent(support)
            told = self.a.clauses[support.clause].lemma in self.pack.reporting_verbs and not (support.fixed or support.row.presupposes)
            if not frame.noun_agent or (told and group.type in _SUFFERED) or (support.row.together and not frame.symmetric):
                lent_agents = []  # who announces a death or an attack has no part in it
            beside = group.type not in _SUFFERED and self.scene.preposition(chunk) not in self.clauses.by and self._kills(support.clause)
            if not (frame.noun_recipient or frame.symmetric) or beside:
                lent_recipients = []  # who is "killed in protests" was not what they were against
            if support.row.object == "culprit":
                lent_agents = [] if group.type in _BEFALLEN else lent_agents
                if actors_of(lent_agents) and not actors_of(agents) and not frame.symmetric:
                    agents, recipients = [], recipients or agents  # "arrêté pour l'attaque *d'une banque*"
            if frame.symmetric:
                agents = [*lent_agents, *agents]
                joined = support.row.subject == "recipient" and group.type not in _SUFFERED  # who is "killed in clashes" need not have fought
                lent_recipients = lent_recipients if "indirect" in frame.noun_agent or joined else []
            elif lent_agents and not agents:
                agents = lent_agents
            if frame.noun_recipient == ("against",) and self.a.clauses[support.clause].lemma in self.clauses.double_object:
                lent_recipients = []  # who is "granted *an injunction*" is not whom it is against
            if not actors_of(recipients):
                recipients = lent_recipients or recipients
        if frame.symmetric:
            return cleaned(self._with_context(group, chunk, [*agents, *recipients])), [], []
        if group.type in TOGETHER and not agents:
            agents = self._on_the_way(chunk)
        if group.type in TOGETHER and supports and agents:
            agents = [*agents, *company(self.scene, supports[0].clause)]
        if not actors_of(agents) and group.type in GIVEN and any(support.row.subject == "recipient" for support in supports):  # "received oil *from Mexico*"
            sources = [other for other in complements for slot in frame.noun_agent if slot in self.clauses.locative and self.scene.preposition(other) == slot]
            agents = prepositional(self.scene, sources, "", visited=True) or agents
        if not actors_of(recipients) and "genitive" in frame.noun_recipient:
            recipients = self._behind_doer(complements) or recipients
        if group.type == "JUSTICE" and not actors_of(agents):  # "the sentence *of the Supreme Court*"
            courts = [party for party in recipients if party[1] is not None and "JUD" in self.scene.index.actors[party[1]].sectors]
            if courts:
                agents = courts
                slots = tuple(slot for slot in frame.noun_recipient if slot != "genitive")
                recipients = [*recipients, *self._noun_slots(slots, chunk, head, last, complements, every=False)]
        shared = {place for place, _ in recipients if any(place == other for other, _ in agents)}
        recipients = [party for party in recipients if party[0] not in shared]
        agents = cleaned(agents)
        recipients = cleaned(recipients, agents)
        struck = [party for party in recipients if self.scene.is_animate(party)]
        return agents, struck, [party for party in recipients if party not in struck][:1]

    def _is_party(self, complement: int) -> bool:
        """Whether a complement inside a trigger is somebody: "le retrait *des troupes* russes"; not "coup *de filet*"."""
        a, phrase = self.a, self.a.chunks[complement]
        if a.tags[phrase.first] != "D" and a.norms[phrase.preposition] not in self.scene.grammar.contracted:
            return False
        name = phrase.last - 1  # "la démission *du gouvernement Moreau*"
        serves = any(lemma in self.pack.events.serving for lemma in self.pack.nouns.lemmas(a.norms[phrase.head]))
        return serves or self.scene.is_people(complement) or (a.tags[phrase.head] == "N" and a.tags[name] == "E" and a.shapes[name] == "C")

    def _on_the_way(self, chunk: int) -> list[Party]:
        """The subject of a clause told on a visit: "*En déplacement* à Rabat, *la ministre* a rencontré …", "*X*, *on a visit* to Riyadh, condemned …"."""
        scene, phrase = self.scene, self.a.chunks[chunk]
        preposition = scene.preposition(chunk)
        bare = phrase.first == phrase.head and preposition in self.clauses.locative and phrase.behind < 0
        new = self.a.norms[phrase.first] in scene.grammar.indefinite and preposition in self.pack.events.during
        if not bare and not new:
            return []
        return [party for clause in scene.oblique_of.get(chunk, ()) for party in scene.surface_subject(clause) if party[1]]

    def _kills(self, clause: int) -> bool:
        """Whether a support verb tells a blow of its own."""
        return any(getattr(entry.value, "type", "") in _SUFFERED for entry in self.pack.event_verbs.get(self.a.clauses[clause].lemma))

    def _is_of_another(self, oblique: int, chunk: int) -> bool:
        """Whether a complement belongs to the noun of another event before it: "cette attaque survient après l'attentat *contre X*"."""
        above = self.a.chunks[oblique].behind
        if above < 0 or above == chunk:
            return False
        lemmas = self.pack.nouns.lemmas(self.a.norms[self.a.chunks[above].head])
        return any(self.pack.event_nouns.has(lemma) for lemma in lemmas)

    def _does_another(self, oblique: int, chunk: int) -> bool:
        """Whether a doer belongs to a participle that describes another noun: "l'attentat selon des responsables cités *par X*"."""
        before = self.a.chunks[oblique].preposition - 1
        if before < 0 or self.a.chunk_of[before] in (-1, chunk):
            return False
        return self.a.chunks[self.a.chunk_of[before]].head != before and "K" in self.pack.look(self.a.norms[before])[0]

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
        if len(named) > 1 or group.type not in TOGETHER:
            return agents
        lone = len(named) == 1 and any(scene.preposition(other) in scene.grammar.company for other in scene.complements(chunk))
        if lone:
            for clause in scene.subject_of.get(chunk, ()):  # "X called a strike after *talks with Y* broke down"
                one = self.a.clauses[clause]
                if one.relation == "adverbial" and one.governor >= 0:
                    return [*(party for party in scene.surface_subject(one.governor) if party[1]), *agents]
        above = chunk
        for _ in range(_ABOVE):
            for clause in (*scene.oblique_of.get(above, ()), *scene.object_of.get(above, ())):
                subject = [party for party in scene.surface_subject(clause) if party[1]]
                if lone or (above == chunk and scene.preposition(chunk) in self._occasion):
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
        if slot == "genitive" or slot in self.clauses.genitive:
            inside = {chunk, *(a.chunk_of[at] for at in range(head, min(last, len(a.norms))))}  # "la demande *d'adhésion* de la Serbie"
            own = [other for other in complements if a.chunks[other].behind in inside and scene.preposition(other) in self.clauses.genitive]
            if not own and slot == "genitive":  # "la mort en prison *de l'opposant* X"
                own = [other for other in scene.genitives(chunk) if a.chunks[other].first >= last]
            found = [party for other in own for party in scene.parties(other)]
            if not actors_of(found):
                found = [party for other in own for party in scene.owner(other)] or found
            if slot == "genitive" and not found and self.clauses.possessive_clitic:
                found = self._noun_slot("possessive", chunk, head, last, complements)
            return found
        if slot == "possessive":
            if phrase.possessor >= 0:
                return scene.country_at(phrase.possessor) or scene.parties(phrase.possessor)
            first = phrase.first
            if a.tags[first] == "D" and a.norms[first] in self.pack.grammar.pronouns.possessives:
                return self._possessor(chunk, first)
            return []
        if slot == "adjective":
            for at in range(phrase.first, phrase.last):
                code = self.pack.gazetteer.adjectives.get(a.norms[at])
                if code and at != head and code in scene.countries:
                    return [((at, at + 1), scene.countries[code])]
            return []
        if slot == "modifier":
            return self._modifiers(chunk, head, last)
        if slot == PREMISES:
            return [party for other in complements if scene.is_premises(other) for party in scene.owner(other)]
        own = [other for other in complements if scene.preposition(other) == slot]
        if slot in self.clauses.by:
            own = [other for other in own if not self._does_another(other, chunk)]
        direct = [other for other in own if a.chunks[other].behind >= 0]
        own = direct or own
        at = phrase.last
        if not own and at < len(a.norms) and a.norms[at] == slot and a.clause_of[at] >= 0:
            own = list(a.clauses[a.clause_of[at]].objects)  # a participle as good as a preposition: "une attaque *visant* X"
        found = prepositional(scene, own, slot)
        if not actors_of(found) and slot not in self.clauses.locative:
            found = [party for other in own for party in scene.owner(other)] or found
        return found

    def _possessor(self, chunk: int, first: int) -> list[Party]:
        """Whose it is: whoever the possessive stands for, unless a noun of its own clause that no stage before could tell is nearer.

        "Au cours de *sa* garde à vue, *l'homme* a avoué", "*Le constructeur* a publié *ses* résultats".
        """
        scene = self.scene
        found = scene.pronoun(first)
        for clause in (*scene.object_of.get(chunk, ()), *scene.oblique_of.get(chunk, ())) if found else ():
            one = self.a.clauses[clause]
            if len(one.subjects) != 1 or one.pronoun >= 0 or one.passive:
                continue
            noun = self.a.chunks[one.subjects[0]]
            told = self.a.norms[noun.first] in (*scene.grammar.clauses.definite, *scene.grammar.indefinite)
            if told and not actors_of(scene.surface_subject(clause)) and scene.is_animate(((noun.first, noun.last), None)):
                return []
        return found or self._several(first) or self._following(chunk)

    def _following(self, chunk: int) -> list[Party]:
        """Whose it is where the clause's subject comes behind: "Trois jours après *son* arrestation, *X* a été inculpé"."""
        for clause in self.scene.oblique_of.get(chunk, ()):
            one = self.a.clauses[clause]
            if one.form == "finite" and any(subject > chunk for subject in one.subjects):
                found = [party for party in self.scene.surface_subject(clause) if party[1] is not None]
                return found if len(found) == 1 else []
        return []

    def _several(self, at: int) -> list[Party]:
        """For "leur", "their" that no stage before could tell: the last subject of several actors ("les deux dirigeants")."""
        a, pronouns = self.a, self.pack.grammar.pronouns
        if a.norms[at] not in pronouns.p:
            return []
        own = a.clause_of[at] if a.clause_of[at] >= 0 else len(a.clauses)
        for clause in range(own - 1, max(-1, own - 1 - _BACK), -1):
            if a.clauses[clause].sentence < a.sentence_of[at] - 1:
                return []
            found = [party for party in self.scene.surface_subject(clause) if party[1] is not None]
            if len(found) > 1:
                return [((at, at + 1), actor) for _, actor in found]
        return []

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
