"""One text as the event stage looks at it: who and what stands in which slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.events.links import Links
from newsevents.mentions.titles import TitleFinder
from newsevents.model import ParticipantRole

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.lexicon.events import EventGroup
    from newsevents.lexicon.pack import Pack
    from newsevents.model import Actor, Place, Statement, TimeExpression
    from newsevents.text.analysis import Analysis, Clause
    from newsevents.text.match import VerbHit

_OWNERS = 2  # owners of owners that are asked ("the roof *of the house of X*")


class Scene(Links):
    """The participants of one text by noun phrase and by clause."""

    def __init__(
        self,
        analysis: Analysis,
        pack: Pack,
        actors: tuple[Actor, ...],
        places: tuple[Place, ...],
        times: tuple[TimeExpression, ...],
        statements: tuple[Statement, ...],
        bystanders: tuple[Actor, ...] = (),
    ) -> None:
        """Index a text with what was found in it before."""
        super().__init__(analysis, pack, actors, places, times, statements, bystanders)
        self.titles = TitleFinder(analysis, pack)
        self._people: dict[int, bool] = {}  # by noun phrase
        self._speakers = {
            statement.id: [one.actor_id for one in statement.participants if one.role == ParticipantRole.SPEAKER and one.actor_id in self.index.actors]
            for statement in statements
        }
        self._sorts_of_place = frozenset(word for kind, words in pack.events.nominal_places.items() if kind != "country" for word in words)

    # -- noun phrases

    def content_chunk(self, chunk: int) -> int:
        """The noun phrase that is meant: "des dizaines *de manifestants*"."""
        phrase = self.a.chunks[chunk]
        if phrase.head in self.in_time:
            return chunk
        head = self.a.norms[phrase.head]
        if self.a.tags[phrase.head] in "MHA" or head in self.grammar.numbers or head in self.grammar.quantity_nouns:
            for other in self.behind.get(chunk, ()):
                if self.is_genitive(other):
                    return other
        return chunk

    def is_people(self, chunk: int) -> bool:
        """Whether a noun phrase denotes human beings: actors, titles, nouns for people and for nationals."""
        known = self._people.get(chunk)
        if known is None:
            known = self._people[chunk] = self.index.is_people(chunk) or self._is_kind_of_people(chunk)
        return known

    def _is_kind_of_people(self, chunk: int) -> bool:
        phrase = self.a.chunks[chunk]
        lemmas = self.pack.nouns.lemmas(self.a.norms[phrase.head])
        if any(lemma in self.pack.roles.persons or lemma in self.pack.gazetteer.peoples for lemma in lemmas):
            return True
        before = self.a.norms[phrase.head - 1] if phrase.head > phrase.first else ""
        return bool(before) and any(f"{before} {lemma}" in self.pack.roles.persons for lemma in lemmas)  # "asylum seekers"

    def are_advisers(self, parties: list[Party]) -> bool:
        """Whether parties are people whose warnings threaten nobody: analysts, scientists."""
        chunks = [self.a.chunk_of[place[0]] for place, _ in parties]
        return bool(chunks) and all(chunk >= 0 and self._heads(chunk, self.pack.events.observers) for chunk in chunks)

    def is_ruled(self, clause: int) -> bool:
        """Whether a clause says in the present what a law or a right rules for all: "*la loi permet* aux salariés de …"."""
        if clause < 0:
            return False
        one, events = self.a.clauses[clause], self.pack.events
        if one.lemma not in events.ruling or one.form != "finite" or one.tense != "present":
            return False
        rulers = self.by_phrases(one) if one.passive else list(one.subjects)
        return any(self._heads(chunk, events.norms) for chunk in rulers)

    def _heads(self, chunk: int, words: tuple[str, ...]) -> bool:
        return any(lemma in words for lemma in self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head]))

    def is_animate(self, party: Party) -> bool:
        """Whether a party can act or be acted upon: an actor, and people, bodies and names that are none of the known actors."""
        place, actor = party
        chunk = self.a.chunk_of[place[0]]
        if actor is not None or chunk < 0:
            return actor is not None
        roles, head = self.pack.roles, self.a.chunks[chunk].head
        if self.pack.event_nouns.has(self.a.norms[head]) and not self.is_people(chunk):
            return False  # "*the IS attack* killed 25"
        if self.is_people(chunk) or "E" in self.a.tags[place[0] : place[1]]:
            return True
        return any(lemma in roles.nominals for lemma in self.pack.nouns.lemmas(self.a.norms[head])) or roles.heads.match(self.a.norms, head) is not None

    def kinds(self, chunk: int) -> set[str]:
        """What a noun phrase denotes: kinds of actors, place, people."""
        chunk = self.content_chunk(chunk)
        found = {str(self.index.actors[actor].kind) for actor in self.index.of_chunk(chunk)}
        head = self.a.norms[self.a.chunks[chunk].head]
        lemmas = self.pack.nouns.lemmas(head)
        if self.a.chunks[chunk].head in self.places or not self._sorts_of_place.isdisjoint(lemmas):
            found.add("place")
        if self.is_people(chunk):
            found.add("people")
        if self.pack.event_nouns.has(head):
            found.add("event")
        if any(lemma in self.pack.roles.nominals for lemma in lemmas):
            found.add("organization")
        return found

    def parties(self, chunk: int) -> list[Party]:
        """The actors of a noun phrase with its place; people or things without a name are a party without an actor."""
        chunk = self.content_chunk(chunk)
        phrase = self.a.chunks[chunk]
        place = (phrase.first, phrase.last)
        actors = self.index.of_chunk(chunk)
        if not actors and phrase.head in self.in_time:
            return []  # "*Les 10 et 11 décembre* se tient …"
        if not actors:
            named = self._named_behind(chunk)
            if named is None and self.is_people(chunk):
                actors = self._person_in(chunk) or self._body_of(chunk)  # "les rebelles *du M23*" are the M23
            return [(place, actor) for actor in actors] or [(place, named)]
        return [(place, actor) for actor in actors]

    def _person_in(self, chunk: int) -> list[str]:
        """The person whose name stands behind what sort of person it is: "l'homme de télévision et de cinéma *Pierre Martin*"."""
        for other in self.complements(chunk):
            phrase = self.a.chunks[other]
            last = self.index.names.get(phrase.last - 1)
            if last is not None and phrase.head not in self.index.names and self.is_genitive(other) and self.index.actors[last].kind == "person":
                return [last]
        return []

    def country_at(self, chunk: int) -> list[Party]:
        """The country that a noun phrase names as a place: it may be acted upon there ("sanctions on *Syria*")."""
        phrase = self.a.chunks[chunk]
        place = self.places.get(phrase.head)
        actor = self.countries.get(place.country) if place is not None and place.kind == "country" else None
        return [((phrase.first, phrase.last), actor)] if actor is not None else []

    def capital_at(self, chunk: int) -> list[Party]:
        """The country whose capital a noun phrase names: its government, where one speaks to it ("accused *Ottawa* of cheating")."""
        phrase = self.a.chunks[chunk]
        code = self.pack.gazetteer.capitals.get(" ".join(self.a.norms[phrase.first : phrase.last]))
        return [((phrase.first, phrase.last), self.countries[code])] if code in self.countries else []

    def _body_of(self, chunk: int) -> list[str]:
        """The organization or group that unnamed people belong to ("*Hamas* fighters"); a country's people are not its government."""
        if self._is_outside(chunk):
            return []
        phrase, names = self.a.chunks[chunk], self.index.names
        found = [actor for other in self.genitives(chunk) for actor in self.index.of_chunk(other)]
        found += [names[at] for at in range(phrase.first, phrase.head) if at in names]
        if self.a.tags[phrase.first] == "D" and self.a.norms[phrase.first] in self.grammar.pronouns.possessives:
            found += self.index.of_token(phrase.first)
        return [actor for actor in found if self.index.actors[actor].kind in ("organization", "group")][:1]

    def _named_behind(self, chunk: int) -> str | None:
        """The name in apposition to a title or to what it is: "le chef de la police, X", "*the gas company*, Buckeye Energy,"."""
        if self.titles.title_in(chunk) is None:
            return self._apposed_to(chunk) or self._apposed_before(chunk)
        end = self.titles.chain_end(chunk)
        if end + 1 < len(self.a.norms) and self.a.tags[end] == "," and self.a.chunk_of[end + 1] >= 0:
            other = self.a.chunk_of[end + 1]
            clause = self.a.clause_of[self.a.chunks[chunk].head]
            if clause >= 0 and other in self.a.clauses[clause].subjects:
                return None  # "Mis en cause par deux *collaboratrices*, *X* clame son innocence": the one who is
            if self.a.chunks[other].preposition < 0:
                actors = self.index.of_chunk(other)
                return actors[0] if actors else None
        return None

    def _apposed_to(self, chunk: int) -> str | None:
        """The name between commas, or before a comma, behind a definite noun for one body or person: "the suspect, *John Smith*, 42,"."""
        a, phrase = self.a, self.a.chunks[chunk]
        behind = phrase.last + 1
        if behind >= len(a.norms) or a.tags[phrase.last] != "," or a.chunk_of[behind] < 0 or not self._is_one(chunk):
            return None
        name = a.chunks[a.chunk_of[behind]]
        alone = name.first == behind and name.preposition < 0 and set(a.tags[name.first : name.last]) == {"E"}
        if not alone or name.last >= len(a.norms) or a.tags[name.last] not in ",.":
            return None
        actors = self.index.of_chunk(a.chunk_of[behind])
        wanted = "person" if self.is_people(chunk) else "organization"
        return actors[0] if len(actors) == 1 and self.index.actors[actors[0]].kind == wanted else None

    def _apposed_before(self, chunk: int) -> str | None:
        """The name that a noun behind a comma explains, of which a relative clause tells more: "*Norvik*, the *company* that bought the site"."""
        a, phrase = self.a, self.a.chunks[chunk]
        name = a.chunk_of[phrase.first - 2] if phrase.first > 1 and a.tags[phrase.first - 1] == "," else -1
        if name < 0 or phrase.preposition >= 0 or a.tags[phrase.last : phrase.last + 1] != "Q" or not self._is_one(chunk):
            return None
        actors = self.index.of_chunk(name) if a.tags[a.chunks[name].last - 1] == "E" else ()
        wanted = "person" if self.is_people(chunk) else "organization"
        return actors[0] if len(actors) == 1 and self.index.actors[actors[0]].kind == wanted else None

    def _is_one(self, chunk: int) -> bool:
        """Whether a noun phrase is definite and singular, so that a name behind a comma can be its own."""
        a, phrase = self.a, self.a.chunks[chunk]
        first = a.norms[phrase.first]
        contracted = phrase.preposition >= 0 and a.norms[phrase.preposition] in self.grammar.contracted
        definite = first in self.grammar.clauses.definite or first in self.grammar.pronouns.possessives or contracted
        lemmas = self.pack.nouns.lemmas(a.norms[phrase.head])
        roles = self.pack.roles
        known = self.is_people(chunk) or any(lemma in roles.nominals for lemma in lemmas) or roles.heads.match(a.norms, phrase.head) is not None
        return definite and known and lemmas[0] == a.norms[phrase.head] and len(lemmas) == 1

    def owner(self, chunk: int, depth: int = 0, *, told: bool = True) -> list[Party]:
        """To whom a thing belongs: "le siège *de Nissan*", "*Tehran's* refusal", "its troops", "66 *of its* followers".

        People belong to a body or (where they serve it) to a country, never to a person: supporters are not whom they support.

        Args:
            chunk: the noun phrase.
            depth: how many owners of owners have been asked.
            told: whether a participle may tell ("l'hostilité affichée *par le régime*").
        """
        if depth > _OWNERS:
            return []
        chunk = self.content_chunk(chunk)
        phrase = self.a.chunks[chunk]
        people = self.is_people(chunk)
        if self._is_outside(chunk):
            return []
        found: list[Party] = []
        for other in self.genitives(chunk):
            found += [party for party in self.parties(other) if party[1]]
            if not found:
                found += self.owner(other, depth + 1)
        for clause in self.clauses_about(chunk) if told and not found and not people else ():  # "l'hostilité affichée *par le régime*"
            one = self.a.clauses[clause]
            apart = self.a.tags[one.first - 1 : one.first] == ","  # "le texte, *défendu par X*, durcit …": X does not
            if one.passive and not apart:
                found += [party for other in self.subject_chunks(clause) for party in (*self.parties(other), *self.owner(other, depth + 1)) if party[1]]
        if not found and self.a.norms[phrase.first] in self.grammar.pronouns.possessives and self.a.tags[phrase.first] == "D":
            found = [party for party in self.pronoun(phrase.first) if party[1]]
        if not found and not people:
            found = [((at, at + 1), self.index.names[at]) for at in range(phrase.first, phrase.last) if at in self.index.names and at != phrase.head]
        if not found:
            for at in range(phrase.first, phrase.last):
                code = self.pack.gazetteer.adjectives.get(self.a.norms[at])
                if code in self.countries:
                    found = [((at, at + 1), self.countries[code])]
        if people:
            kinds = ("person",) if self._serves(chunk) else ("person", "country")
            found = [party for party in found if party[1] is not None and self.index.actors[party[1]].kind not in kinds]
        return found[:1]

    def _is_outside(self, chunk: int) -> bool:
        """Whether people stand against a body or beside it: "a *former* Pentagon contractor", "les *otages* du Hamas"."""
        phrase = self.a.chunks[chunk]
        outsiders = self.pack.events.outsiders
        if any(lemma in outsiders for lemma in self.pack.nouns.lemmas(self.a.norms[phrase.head])):
            return True
        return self.is_people(chunk) and not outsiders.isdisjoint(self.a.norms[phrase.first : phrase.head])

    def _serves(self, chunk: int) -> bool:
        """Whether people act and are struck for their country: soldiers, diplomats, "the authorities"; not those who are only from there."""
        lemmas = self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head])
        return any(lemma in self.pack.events.serving for lemma in lemmas)

    def pronoun(self, token: int) -> list[Party]:
        """The actors a pronoun stands for; one that nothing is known of tells a reader nothing."""
        return [((token, token + 1), actor) for actor in self.index.of_token(token)]

    # -- places in clauses

    def subject_parties(self, clause: int, depth: int = 0) -> list[Party]:
        """Who stands as the subject of a verb: passive turned back, inherited from the clause it hangs on."""
        one = self.a.clauses[clause]
        if one.passive:
            return [party for chunk in self.by_phrases(one) for party in self.parties(chunk)]
        return self.surface_subject(clause, depth)

    def by_phrases(self, one: Clause) -> list[int]:
        """Those by whom something is done: behind the verb, not in its subject ("A proposal *by Lithuania* was rejected")."""
        clauses = self.grammar.clauses
        return [chunk for chunk in one.obliques if self.preposition(chunk) in clauses.by and not self._is_in_subject(chunk, one)]

    def _is_in_subject(self, chunk: int, one: Clause) -> bool:
        phrase = self.a.chunks[chunk]
        return phrase.first < one.first and bool(one.subjects) and self.a.chunks[one.subjects[0]].first < phrase.first

    def surface_subject(self, clause: int, depth: int = 0) -> list[Party]:
        """Who stands as the subject in the sentence, passive or not."""
        one = self.a.clauses[clause]
        if one.pronoun >= 0:
            return self.pronoun(one.pronoun) or ([] if depth else self._speaker(clause))  # what "I" decide, others may do
        if one.form in ("infinitive", "gerund"):
            found = (self._decider(one.marker - 1) if one.form == "infinitive" else []) or self._told_to(clause)
            if found:
                return found
        if one.subjects:
            return [party for chunk in one.subjects for party in self.country_at(chunk) or self.parties(chunk)]
        if one.governor >= 0 and depth < 4 and one.form != "finite":
            return self.surface_subject(one.governor, depth + 1)
        return []

    def _speaker(self, clause: int) -> list[Party]:
        """Who says "I" in a quotation, or "we" where a body speaks: "*Je* ne négocie pas", a dit la ministre."""
        one = self.a.clauses[clause]
        alone = self.a.norms[one.pronoun] in self.grammar.pronouns.speaker
        together = self.a.norms[one.pronoun] in self.grammar.pronouns.speakers
        said = self.statement_at(one.head) if (alone or together) and self.a.quoted[one.head] >= 0 else None
        speakers = self._speakers.get(said or "", ())
        if len(speakers) != 1 or (together and self.index.actors[speakers[0]].kind not in ("organization", "country", "group")):
            return []
        return [((one.pronoun, one.pronoun + 1), speakers[0])]

    def _told_to(self, clause: int) -> list[Party]:
        """Whom a pronoun makes the doer of what the verb above charges or tells him with: "*l'*accusent d'avoir tué", "accused *him* of killing"."""
        one = self.a.clauses[clause]
        above = self.a.clauses[one.governor] if one.governor >= 0 else None
        table = self.pack.gerund_control if one.form == "gerund" else self.pack.object_control
        if above is None or above.passive or above.reflexive or above.objects or above.lemma not in table or (one.form == "gerund" and one.marker < 0):
            return []
        clitics = [at for at in (*range(above.first, above.head), above.last) if self.a.tags[at : at + 1] == "R" and at != above.pronoun]
        return [party for at in clitics for party in self.pronoun(at)]

    def _decider(self, at: int) -> list[Party]:
        """Whose decision, plan or attempt it is that an infinitive tells: "protested against *Israel's* decision to annex the land"."""
        chunk = self.a.chunk_of[at] if at >= 0 else -1
        if chunk < 0:
            return []
        deciding = self.pack.aspects.infinitive_nouns
        chunk = self.over_names(chunk)
        if not any(lemma in deciding for lemma in self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head])):
            return []
        possessor = self.a.chunks[chunk].possessor
        found = self.country_at(possessor) or self.parties(possessor) if possessor >= 0 else self.owner(chunk)
        return [party for party in found if party[1] is not None]

    def subject_chunks(self, clause: int) -> list[int]:
        """The noun phrases of the one who acts."""
        one = self.a.clauses[clause]
        if one.passive:
            return self.by_phrases(one)
        return list(one.subjects)

    def is_given(self, clause: int, group: EventGroup) -> bool:
        """Whether the subject of a passive is the one to whom something is given, its object what is given: "*was paid* 840 million by the state"."""
        one = self.a.clauses[clause]
        if not one.passive or not one.objects or self.grammar.clauses.postposed_adjectives or one.lemma not in self.grammar.clauses.double_object:
            return False
        frame = self.pack.events.frame.get(group.frame)
        return frame is not None and "indirect" in frame.recipient

    def object_chunks(self, clause: int, hit: VerbHit[EventGroup] | None = None) -> list[int]:
        """The noun phrases that stand as the object of a verb or of a fixed expression with a preposition."""
        one = self.a.clauses[clause]
        if one.passive:
            return list(one.subjects)
        if hit is not None and hit.size > 1:
            if hit.gap != (0, 0):
                return self.list_of(self.a.chunk_of[hit.gap[0]])
            inside = [chunk for chunk in one.obliques if hit.first < self.a.chunks[chunk].preposition < hit.last <= self.a.chunks[chunk].head]
            if inside:
                return inside
            after = [chunk for chunk in one.objects if self.a.chunks[chunk].first >= hit.last]
            if after:
                return after
            ending = hit.rest[-1] if getattr(hit, "rest", ()) else self.a.lemmas[hit.last - 1]
            behind = [chunk for chunk in one.obliques if self.a.chunks[chunk].preposition >= hit.last - 1 and self.preposition(chunk) == ending]
            if behind:
                return behind
            if self.a.tags[hit.last - 1] == "P" and hit.last < len(self.a.tags):  # "froze the assets *of X*"
                return [chunk for chunk in (self.a.chunk_of[hit.last],) if chunk >= 0]
            own = self.a.chunk_of[hit.last - 1]
            return self.genitives(own) if own >= 0 else []
        if (hit is None or hit.size == 1) and self._is_intransitive(clause):
            return []  # "will arrive in May, *the ambassador* said"
        antecedent = self.antecedent_object(clause)
        if antecedent >= 0:
            return [antecedent]
        there = self.pack.events.places_there  # "met the emir *there*"
        objects = [chunk for chunk in one.objects if self.a.norms[self.a.chunks[chunk].head] not in there]
        return [chunk for chunk in objects if self.a.chunks[chunk].first >= one.head] or objects

    def _is_intransitive(self, clause: int) -> bool:
        """Whether a verb never has an object."""
        return "i" in self.pack.morphology.flags.get(self.a.clauses[clause].lemma, "").split(",")

    def object_parties(self, clause: int, hit: VerbHit[EventGroup] | None = None) -> list[Party]:
        """Who stands as the object of a verb; clitic pronouns count."""
        one = self.a.clauses[clause]
        if one.passive:
            return self.surface_subject(clause)
        found = [party for chunk in self.object_chunks(clause, hit) for party in self.parties(chunk)]
        clauses, tags, norms = self.grammar.clauses, self.a.tags, self.a.norms
        for token in range(one.first, one.head):
            if (
                tags[token] == "R"
                and token != one.pronoun
                and self.a.lemmas[token] not in self.grammar.verbs.reflexives
                and norms[token] not in clauses.dative_pronouns
            ):
                found += [party for party in self.pronoun(token) if party[1]]
        after = one.last if hit is None else max(one.last, hit.last)
        for token in dict.fromkeys((one.last, after)):
            if not found and token < len(tags) and tags[token] == "R" and norms[token] not in clauses.dative_pronouns:
                found += [party for party in self.pronoun(token) if party[1]]
        return found

    def told_pronoun(self, clause: int) -> list[Party]:
        """The pronoun right behind a verb, before its object: "handed *him* a fine"."""
        at = self.a.clauses[clause].last
        return self.pronoun(at) if at < len(self.a.tags) and self.a.tags[at] == "R" else []

    def indirect_parties(self, clause: int) -> list[Party]:
        """Who is given or told: dative clitics, complements with the dative preposition, the first of two objects, the subject of its passive."""
        one = self.a.clauses[clause]
        clauses = self.grammar.clauses
        found: list[Party] = []
        if one.passive and one.objects and not clauses.postposed_adjectives and one.lemma in clauses.double_object:
            return self.surface_subject(clause)
        for token in range(one.first, min(one.last + 1, len(self.a.tags))):
            if self.a.tags[token] == "R" and self.a.norms[token] in clauses.dative_pronouns:
                found += self.pronoun(token)
        for chunk in one.obliques:
            if self.preposition(chunk) in clauses.dative and not self.is_spot(chunk) and not self.is_setting(chunk, clause):
                found += [party for party in self.parties(chunk) if party[1] or self.is_people(chunk) or self._is_unknown_name(chunk, clause)]
        if len(one.objects) > 1 and not clauses.postposed_adjectives and self.a.chunks[one.objects[1]].leader != one.objects[0]:
            found += self.parties(one.objects[0])
        return found

    def _is_unknown_name(self, chunk: int, clause: int) -> bool:
        """Whether a name that no stage before could tell stands behind the dative of a verb with an object: "a infligé une amende *à Valdor*"."""
        head = self.a.chunks[chunk].head
        return self.a.tags[head] == "E" and head not in self.located and head not in self.in_time and bool(self.a.clauses[clause].objects)

    def is_setting(self, chunk: int, clause: int) -> bool:
        """Whether a place stands before the verb: where, not to whom ("*Au Sénégal*, le Conseil a rejeté le recours")."""
        head = self.a.chunks[chunk].head
        return head < self.a.clauses[clause].first and head in self.located

    def is_premises(self, chunk: int) -> bool:
        """Whether a noun phrase is where somebody lives or works: "au *domicile* de X"."""
        premises = self.pack.events.premises
        return any(lemma in premises for lemma in self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head]))

    def is_spot(self, chunk: int) -> bool:
        """Whether a noun phrase is a place smaller than a country: where, not to whom ("à la Maison Blanche")."""
        place = self.places.get(self.a.chunks[chunk].head)
        return place is not None and place.kind != "country"
