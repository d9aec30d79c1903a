"""One text with everything found in it so far, as the event stage looks at it: who and what stands in which slot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from newsevents.mentions.index import ActorIndex
from newsevents.mentions.titles import TitleFinder
from newsevents.text.match import match_verb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsevents.events.draft import Party
    from newsevents.lexicon.events import EventGroup
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbTable
    from newsevents.model import Actor, Place, Statement, TimeExpression
    from newsevents.text.analysis import Analysis
    from newsevents.text.match import VerbHit

T = TypeVar("T")

_PLAIN = 2  # tokens of a noun phrase that adds nothing to its noun: "the country"
_REACH = 3  # sentences over which such a noun points back
_OWNERS = 2  # owners of owners that are asked ("the roof *of the house of X*")
_CHAIN = 8  # complements of complements looked at behind one noun: a longer chain is a list, not a phrase


class Scene:
    """Look-ups over one text; made once a text."""

    def __init__(
        self, analysis: Analysis, pack: Pack, actors: tuple[Actor, ...], places: tuple[Place, ...], times: tuple[TimeExpression, ...], statements: tuple[Statement, ...]
    ) -> None:
        self.a = analysis
        self.pack = pack
        self.grammar = pack.grammar
        self.index = ActorIndex(analysis, pack, actors)
        self.titles = TitleFinder(analysis, pack)
        self.statements = statements
        self.canonical = [pack.canonical.get(norm, norm) for norm in analysis.norms]
        self.countries = {actor.country: actor.id for actor in actors if actor.kind == "country"}
        self.times: dict[int, TimeExpression] = {}  # by first token
        self.in_time: set[int] = set()
        for time in times:
            tokens = self._tokens(time.span.start, time.span.end)
            self.times.setdefault(tokens.start, time)
            self.in_time.update(tokens)
        self.places: dict[int, Place] = {}
        for place in places:
            for mention in place.mentions:
                for token in self._tokens(mention.span.start, mention.span.end):
                    self.places[token] = place
        scenes = {place.country: place for place in places if place.kind == "country"}
        self.located: dict[int, Place] = dict(self.places)  # with the countries that act: behind "in" they are a place there
        for actor in actors:
            if actor.kind == "country" and actor.country in scenes:
                for mention in actor.mentions:
                    for token in self._tokens(mention.span.start, mention.span.end):
                        self.located.setdefault(token, scenes[actor.country])
        self._point_back()
        self._link()
        self._inner = self._innermost()
        self._hits: dict[tuple[int, int], list[VerbHit[Any]]] = {}

    def _tokens(self, start: int, end: int) -> range:
        first = self.a.token_at(start)
        last = first
        while last < len(self.a.starts) and self.a.starts[last] < end:
            last += 1
        return range(first, last)

    def _point_back(self) -> None:
        """Let "the country", "la ville" stand for the place of that kind named last."""
        kinds = {word: kind for kind, words in self.pack.events.nominal_places.items() for word in words}
        known = {*self.grammar.clauses.definite, *self.grammar.demonstratives}
        latest: dict[str, tuple[int, Place]] = {}
        for chunk in self.a.chunks:
            for at in range(chunk.first, chunk.last):
                if at in self.places:
                    latest[str(self.places[at].kind)] = (chunk.sentence, self.places[at])
            kind = kinds.get(self.a.norms[chunk.head], "")
            if kind in latest and chunk.head not in self.places and chunk.last - chunk.first <= _PLAIN:
                sentence, place = latest[kind]
                article = self.a.norms[chunk.first] in known or (chunk.preposition >= 0 and self.a.norms[chunk.preposition] in self.grammar.contracted)
                if article and chunk.sentence - sentence <= _REACH:
                    self.places[chunk.head] = self.located[chunk.head] = place

    def _link(self) -> None:
        """Index what hangs on what: clauses on clauses, noun phrases on noun phrases, and noun phrases in clauses."""
        self.children: dict[int, list[int]] = {}
        self.subject_of: dict[int, list[int]] = {}
        self.object_of: dict[int, list[int]] = {}
        self.oblique_of: dict[int, list[int]] = {}
        self.behind: dict[int, list[int]] = {}  # complements of each noun phrase
        relatives = self.grammar.clauses.object_relatives
        for number, clause in enumerate(self.a.clauses):
            if clause.governor >= 0:
                self.children.setdefault(clause.governor, []).append(number)
            for chunks, table in ((clause.subjects, self.subject_of), (clause.objects, self.object_of), (clause.obliques, self.oblique_of)):
                for chunk in chunks:
                    table.setdefault(chunk, []).append(number)
            # "une entrevue *qu'*il doit avoir"
            if clause.relation == "relative" and not clause.objects and clause.marker > 0 and self.a.lemmas[clause.marker] in relatives:
                antecedent = self._noun_before(clause.marker)
                if antecedent >= 0 and antecedent not in clause.subjects:
                    self.object_of.setdefault(antecedent, []).append(number)
        for number, phrase in enumerate(self.a.chunks):
            if phrase.behind >= 0 and phrase.preposition >= 0:
                self.behind.setdefault(phrase.behind, []).append(number)
        aspects, nouns = self.pack.aspects, self.pack.event_nouns
        for number, clause in enumerate(self.a.clauses):
            # "le sommet entre les États-Unis et la Corée du Nord, *qui était prévu* en juin": the verb tells what it speaks of
            if clause.relation not in ("relative", "participle") or not (clause.lemma in aspects.noun_verbs or clause.lemma in aspects.light):
                continue
            for chunk in clause.subjects:
                above, steps = chunk, 0
                while above >= 0 and steps < _CHAIN and not nouns.has(self.a.norms[self.a.chunks[above].head]):
                    above, steps = self.a.chunks[above].behind, steps + 1
                if above >= 0 and above != chunk and number not in self.subject_of.get(above, ()):
                    self.subject_of.setdefault(above, []).append(number)

    def _noun_before(self, token: int) -> int:
        """The noun phrase that ends right before a token; behind a name, the noun that the name belongs to."""
        at = token - 1
        while at > 0 and self.a.tags[at] in "P+,":
            at -= 1
        chunk = self.a.chunk_of[at]
        while chunk >= 0 and self.a.chunks[chunk].head in self.index.names and self.a.chunks[chunk].behind >= 0 and self._is_genitive(chunk):
            chunk = self.a.chunks[chunk].behind
        return chunk

    def _innermost(self) -> list[str | None]:
        """The innermost statement whose content holds each token."""
        inner: list[str | None] = [None] * len(self.a.starts)
        sized = sorted(self.statements, key=lambda one: -sum(part.end - part.start for part in one.content))
        for statement in sized:
            for part in statement.content:
                for token in self._tokens(part.start, part.end):
                    inner[token] = statement.id
        return inner

    def statement_at(self, token: int) -> str | None:
        """The innermost statement whose content holds a token."""
        return self._inner[token]

    def hits(self, table: VerbTable[T], clause: int) -> list[VerbHit[T]]:
        """Entries of a verb table that fit a clause, the longest first."""
        key = (id(table), clause)
        found = self._hits.get(key)
        if found is None:
            found = self._hits[key] = match_verb(table, self.a, self.a.clauses[clause], self.pack)
        return found

    # -- noun phrases

    def preposition(self, chunk: int) -> str:
        """The preposition of a noun phrase, "" where it has none."""
        at = self.a.chunks[chunk].preposition
        return self.a.lemmas[at] if at >= 0 else ""

    def _is_genitive(self, chunk: int) -> bool:
        return self.preposition(chunk) in self.grammar.clauses.genitive

    def genitives(self, chunk: int) -> list[int]:
        """The noun phrases that belong directly to one ("of X", "X's")."""
        owner = self.a.chunks[chunk].possessor
        found = [owner] if owner >= 0 else []
        return found + [other for other in self.behind.get(chunk, ()) if self._is_genitive(other)]

    def content_chunk(self, chunk: int) -> int:
        """The noun phrase that is meant: "des dizaines *de manifestants*"."""
        phrase = self.a.chunks[chunk]
        if phrase.head in self.in_time:
            return chunk
        head = self.a.norms[phrase.head]
        if self.a.tags[phrase.head] == "M" or head in self.grammar.numbers or head in self.grammar.quantity_nouns:
            for other in self.behind.get(chunk, ()):
                if self._is_genitive(other):
                    return other
        return chunk

    def is_people(self, chunk: int) -> bool:
        """Whether a noun phrase denotes human beings: actors, titles, nouns for people and for nationals."""
        if self.index.is_people(chunk):
            return True
        head = self.a.norms[self.a.chunks[chunk].head]
        return any(lemma in self.pack.roles.persons or lemma in self.pack.gazetteer.peoples for lemma in self.pack.nouns.lemmas(head))

    def kinds(self, chunk: int) -> set[str]:
        """What a noun phrase denotes: kinds of actors, place, people."""
        chunk = self.content_chunk(chunk)
        found = {str(self.index.actors[actor].kind) for actor in self.index.of_chunk(chunk)}
        if self.a.chunks[chunk].head in self.places:
            found.add("place")
        if self.is_people(chunk):
            found.add("people")
        return found

    def parties(self, chunk: int) -> list[Party]:
        """The actors of a noun phrase with its place; people or things without a name are a party without an actor."""
        chunk = self.content_chunk(chunk)
        phrase = self.a.chunks[chunk]
        place = (phrase.first, phrase.last)
        actors = self.index.of_chunk(chunk)
        if not actors:
            named = self._named_behind(chunk)
            if named is None and self.is_people(chunk):
                actors = self._body_of(chunk)  # "les rebelles *du M23*" are the M23
            return [(place, actor) for actor in actors] or [(place, named)]
        return [(place, actor) for actor in actors]

    def _body_of(self, chunk: int) -> list[str]:
        """The organization or group that unnamed people belong to; a country's people are not its government."""
        found = [actor for other in self.genitives(chunk) for actor in self.index.of_chunk(other)]
        first = self.a.chunks[chunk].first
        if self.a.tags[first] == "D" and self.a.norms[first] in self.grammar.pronouns.possessives:
            found += self.index.of_token(first)
        return [actor for actor in found if self.index.actors[actor].kind in ("organization", "group")][:1]

    def _named_behind(self, chunk: int) -> str | None:
        """The name in apposition to a title: "le chef de la police, X"."""
        if self.titles.title_in(chunk) is None:
            return None
        end = self.titles.chain_end(chunk)
        if end + 1 < len(self.a.norms) and self.a.tags[end] == "," and self.a.chunk_of[end + 1] >= 0:
            other = self.a.chunk_of[end + 1]
            if self.a.chunks[other].preposition < 0:
                actors = self.index.of_chunk(other)
                return actors[0] if actors else None
        return None

    def owner(self, chunk: int, depth: int = 0) -> list[Party]:
        """To whom a thing belongs: "le siège *de Nissan*", "*Tehran's* refusal", "its troops", "66 *of its* followers".

        People belong to a body or a country, never to a person: supporters are not whom they support.
        """
        if depth > _OWNERS:
            return []
        chunk = self.content_chunk(chunk)
        phrase = self.a.chunks[chunk]
        people = self.is_people(chunk)
        found: list[Party] = []
        for other in self.genitives(chunk):
            found += [party for party in self.parties(other) if party[1]]
            if not found:
                found += self.owner(other, depth + 1)
        for clause in self.clauses_about(chunk) if not found and not people else ():  # "l'hostilité affichée *par le régime*"
            if self.a.clauses[clause].passive:
                found += [party for other in self.subject_chunks(clause) for party in (*self.parties(other), *self.owner(other, depth + 1)) if party[1]]
        if not found and self.a.norms[phrase.first] in self.grammar.pronouns.possessives and self.a.tags[phrase.first] == "D":
            found = [party for party in self.pronoun(phrase.first) if party[1]]
        if not found and not people:
            found = [((at, at + 1), self.index.names[at]) for at in range(phrase.first, phrase.last) if at in self.index.names and at != phrase.head]
        if not found:
            for at in range(phrase.first, phrase.last):
                code = self.pack.gazetteer.adjectives.get(self.a.norms[at])
                if code in self.countries:
                    return [((at, at + 1), self.countries[code])]
        if people:
            found = [party for party in found if party[1] is not None and self.index.actors[party[1]].kind != "person"]
        return found[:1]

    def pronoun(self, token: int) -> list[Party]:
        """The actors a pronoun stands for; one that nothing is known of tells a reader nothing."""
        return [((token, token + 1), actor) for actor in self.index.of_token(token)]

    def complements(self, chunk: int) -> list[int]:
        """The noun phrases that hang on one, directly or through its complements, in text order."""
        found: list[int] = []
        waiting = [chunk]
        while waiting and len(found) < _CHAIN:
            for other in self.behind.get(waiting.pop(0), ()):
                if other not in found:
                    found.append(other)
                    waiting.append(other)
        return sorted(found[:_CHAIN])

    # -- places in clauses

    def subject_parties(self, clause: int, depth: int = 0) -> list[Party]:
        """Who stands as the subject of a verb: passive turned back, inherited from the clause it hangs on."""
        one = self.a.clauses[clause]
        if one.passive:
            return [party for chunk in one.obliques if self.preposition(chunk) in self.grammar.clauses.by for party in self.parties(chunk)]
        return self.surface_subject(clause, depth)

    def surface_subject(self, clause: int, depth: int = 0) -> list[Party]:
        """Who stands as the subject in the sentence, passive or not."""
        one = self.a.clauses[clause]
        if one.pronoun >= 0:
            if self.a.norms[one.pronoun] in self.grammar.clauses.impersonal:
                return []
            return self.pronoun(one.pronoun)
        if one.subjects:
            return [party for chunk in one.subjects for party in self.parties(chunk)]
        if one.governor >= 0 and depth < 4 and one.form != "finite":
            return self.surface_subject(one.governor, depth + 1)
        return []

    def subject_chunks(self, clause: int) -> list[int]:
        """The noun phrases of the one who acts."""
        one = self.a.clauses[clause]
        if one.passive:
            return [chunk for chunk in one.obliques if self.preposition(chunk) in self.grammar.clauses.by]
        return list(one.subjects)

    def object_chunks(self, clause: int, hit: VerbHit[EventGroup] | None = None) -> list[int]:
        """The noun phrases that stand as the object of a verb or of a fixed expression with a preposition."""
        one = self.a.clauses[clause]
        if one.passive:
            return list(one.subjects)
        if hit is not None and hit.size > 1:
            if hit.gap != (0, 0):
                return self._list_of(self.a.chunk_of[hit.gap[0]])
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
        if one.relation == "relative" and not one.objects and one.marker > 0 and self.a.lemmas[one.marker] in self.grammar.clauses.object_relatives:
            antecedent = self._noun_before(one.marker)
            if antecedent >= 0 and antecedent not in one.subjects:
                return [antecedent]
        return [chunk for chunk in one.objects if self.a.chunks[chunk].first >= one.head] or list(one.objects)

    def _list_of(self, chunk: int) -> list[int]:
        """A noun phrase with those that are coordinated with it behind it."""
        leader = self.a.chunks[chunk].leader
        found = [chunk]
        for other in range(chunk + 1, min(chunk + _CHAIN, len(self.a.chunks))):
            if self.a.chunks[other].leader == leader:
                found.append(other)
        return found

    def object_parties(self, clause: int, hit: VerbHit[EventGroup] | None = None) -> list[Party]:
        """Who stands as the object of a verb; clitic pronouns count."""
        one = self.a.clauses[clause]
        if one.passive:
            return self.surface_subject(clause)
        found = [party for chunk in self.object_chunks(clause, hit) for party in self.parties(chunk)]
        clauses, tags, norms = self.grammar.clauses, self.a.tags, self.a.norms
        for token in range(one.first, one.head):
            if tags[token] == "R" and token != one.pronoun and self.a.lemmas[token] not in self.grammar.verbs.reflexives and norms[token] not in clauses.dative_pronouns:
                found += [party for party in self.pronoun(token) if party[1]]
        after = one.last if hit is None else max(one.last, hit.last)
        for token in dict.fromkeys((one.last, after)):
            if not found and token < len(tags) and tags[token] == "R" and norms[token] not in clauses.dative_pronouns:
                found += [party for party in self.pronoun(token) if party[1]]
        return found

    def indirect_parties(self, clause: int) -> list[Party]:
        """Who is given or told: dative clitics, complements with the dative preposition, the first of two objects."""
        one = self.a.clauses[clause]
        clauses = self.grammar.clauses
        found: list[Party] = []
        for token in range(one.first, min(one.last + 1, len(self.a.tags))):
            if self.a.tags[token] == "R" and self.a.norms[token] in clauses.dative_pronouns:
                found += self.pronoun(token)
        for chunk in one.obliques:
            if self.preposition(chunk) in clauses.dative and not self.is_spot(chunk):
                found += [party for party in self.parties(chunk) if party[1] or self.is_people(chunk)]
        if len(one.objects) > 1 and not clauses.postposed_adjectives and self.a.chunks[one.objects[1]].leader != one.objects[0]:
            found += self.parties(one.objects[0])
        return found

    def is_spot(self, chunk: int) -> bool:
        """Whether a noun phrase is a place smaller than a country: where, not to whom ("à la Maison Blanche")."""
        place = self.places.get(self.a.chunks[chunk].head)
        return place is not None and place.kind != "country"

    def preposition_chunks(self, clause: int, preposition: str) -> list[int]:
        """The noun phrases behind a preposition in a clause."""
        return [chunk for chunk in self.a.clauses[clause].obliques if self.preposition(chunk) == preposition]

    def clauses_about(self, chunk: int) -> Iterable[int]:
        """Relative and participle clauses that say something of a noun ("le sommet *qui était prévu*", "talks *held* in Rome")."""
        for clause in self.subject_of.get(chunk, ()):
            if self.a.clauses[clause].relation in ("relative", "participle"):
                yield clause
