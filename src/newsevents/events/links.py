"""What hangs on what in one text: clauses on clauses, noun phrases on noun phrases, noun phrases in clauses; and where its findings lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from newsevents.lexicon.tokenizer import fold_name
from newsevents.mentions.index import ActorIndex
from newsevents.text.match import VerbMatcher

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbTable
    from newsevents.model import Actor, Place, Statement, TimeExpression
    from newsevents.text.analysis import Analysis, Chunk
    from newsevents.text.match import VerbHit

T = TypeVar("T")

_PLAIN = 2  # tokens of a noun phrase that adds nothing to its noun: "the country"
_REACH = 3  # sentences over which such a noun points back
CHAIN = 8  # complements of complements looked at behind one noun: a longer chain is a list, not a phrase


class Links:
    """Indices over one text, made once; all look-ups in them take constant time."""

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
        self.a = analysis
        self.pack = pack
        self.grammar = pack.grammar
        self.index = ActorIndex(analysis, pack, actors)
        self.statements = statements
        self.index.actors.update((actor.id, actor) for actor in bystanders)
        self.countries = {actor.country: actor.id for actor in (*actors, *bystanders) if actor.kind == "country"}
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
        self._verbs = VerbMatcher(analysis, pack)
        self._hits: dict[tuple[int, int], list[VerbHit[Any]]] = {}
        self._point_back()
        self._link()
        self._inner = self._innermost()

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
        countries = {place.country: place for place in self.places.values() if place.kind == "country"}
        capitals = {place.country: place for place in self.places.values() if self.pack.gazetteer.capitals.get(fold_name(place.name)) == place.country}
        latest: dict[str, tuple[int, Place]] = {}
        for chunk in self.a.chunks:
            for at in range(chunk.first, chunk.last):
                if at in self.places:
                    place = self.places[at]
                    latest[str(place.kind)] = (chunk.sentence, place)
                    if place.country in countries:  # "à *Katmandou* … dans *le pays*"
                        latest["country"] = (chunk.sentence, countries[place.country])
            self._seat(chunk, capitals)
            kind = kinds.get(self.a.norms[chunk.head], "")
            self._name_whole(chunk, kinds)
            if kind in latest and chunk.head not in self.places and chunk.last - chunk.first <= _PLAIN:
                sentence, place = latest[kind]
                article = self.a.norms[chunk.first] in known or (chunk.preposition >= 0 and self.a.norms[chunk.preposition] in self.grammar.contracted)
                if article and chunk.sentence - sentence <= _REACH:
                    self.places[chunk.head] = self.located[chunk.head] = place

    def _name_whole(self, chunk: Chunk, kinds: dict[str, str]) -> None:
        """Let "the city" stand for the place named behind it ("the city *of Sumy*")."""
        above = self.a.chunks[chunk.behind] if chunk.behind >= 0 and chunk.preposition >= 0 else None
        if above is None or above.head in self.places or chunk.head not in self.places or self.a.norms[above.head] not in kinds:
            return
        place = self.places[chunk.head]
        if place.kind == kinds[self.a.norms[above.head]] and self.a.lemmas[chunk.preposition] in self.grammar.clauses.genitive:
            self.places[above.head] = self.located[above.head] = place

    def _seat(self, chunk: Chunk, capitals: dict[str | None, Place]) -> None:
        """Let "the Egyptian capital" stand for the place of that name, wherever the text names it."""
        words = self.a.norms[chunk.first : chunk.last]
        if not capitals or chunk.head in self.places or not any(word in self.pack.events.seats for word in words):
            return
        place = next((capitals[code] for word in words if (code := self.pack.gazetteer.adjectives.get(word)) in capitals), None)
        if place is not None:
            self.places[chunk.head] = self.located[chunk.head] = place

    def _link(self) -> None:
        """Index what hangs on what: clauses on clauses, noun phrases on noun phrases, and noun phrases in clauses."""
        self.children: dict[int, list[int]] = {}
        self.subject_of: dict[int, list[int]] = {}
        self.object_of: dict[int, list[int]] = {}
        self.oblique_of: dict[int, list[int]] = {}
        self.behind: dict[int, list[int]] = {}  # complements of each noun phrase
        for number, clause in enumerate(self.a.clauses):
            if clause.governor >= 0:
                self.children.setdefault(clause.governor, []).append(number)
            for chunks, table in ((clause.subjects, self.subject_of), (clause.objects, self.object_of), (clause.obliques, self.oblique_of)):
                for chunk in chunks:
                    table.setdefault(chunk, []).append(number)
            antecedent = self.antecedent_object(number)
            if antecedent >= 0:
                self.object_of.setdefault(antecedent, []).append(number)
        for number, phrase in enumerate(self.a.chunks):
            if phrase.behind >= 0 and phrase.preposition >= 0:
                self.behind.setdefault(phrase.behind, []).append(number)
                # "*a series* of strikes killed …", "*the deadliest* of the strikes": what is counted stands where the number does
                above = self.a.chunks[phrase.behind].head
                if self.is_genitive(number) and (self.a.norms[above] in self.grammar.quantity_nouns or self.a.tags[above] == "A"):
                    for table in (self.subject_of, self.object_of):
                        if phrase.behind in table:
                            table.setdefault(number, []).extend(table[phrase.behind])
        for number, clause in enumerate(self.a.clauses):
            if clause.relation == "relative":
                for chunk in clause.subjects:  # "le séisme de magnitude 6,2 *qui a frappé* …": a bare complement is no antecedent
                    above = self.a.chunks[chunk].behind
                    if above >= 0 and self.is_genitive(chunk) and self.a.tags[self.a.chunks[chunk].first] == "N":
                        self.subject_of.setdefault(above, []).append(number)
        aspects, nouns = self.pack.aspects, self.pack.event_nouns
        for number, clause in enumerate(self.a.clauses):
            # "le sommet entre les États-Unis et la Corée du Nord, *qui était prévu* en juin": the verb tells what it speaks of
            if clause.relation not in ("relative", "participle") or not (clause.lemma in aspects.noun_verbs or clause.lemma in aspects.light):
                continue
            if any(self._is_doer(chunk) for chunk in clause.subjects) and any(hit.size > 1 for hit in self.hits(self.pack.event_verbs, number)):
                continue  # "the resignation of Somchai Rattana, who *took power* in 2021"
            for chunk in clause.subjects:
                above, steps = chunk, 0
                while above >= 0 and steps < CHAIN and not nouns.has(self.a.norms[self.a.chunks[above].head]):
                    above, steps = self.a.chunks[above].behind, steps + 1
                if above >= 0 and above != chunk and number not in self.subject_of.get(above, ()):
                    self.subject_of.setdefault(above, []).append(number)

    def _is_doer(self, chunk: int) -> bool:
        """Whether a noun phrase names a person, who does what a relative clause tells."""
        return any(self.index.actors[actor].kind == "person" for actor in self.index.of_chunk(chunk))

    def antecedent_object(self, number: int) -> int:
        """The noun phrase that a relative clause has for its object: "une entrevue *qu'*il doit avoir", "the deal *he signed*"; -1."""
        clause = self.a.clauses[number]
        if clause.relation != "relative" or clause.objects:
            return -1
        if clause.marker >= 0 and self.a.lemmas[clause.marker] not in self.grammar.clauses.object_relatives:
            return -1
        opening = clause.marker if clause.marker >= 0 else clause.begin
        antecedent = self.noun_before(opening) if opening > 0 else -1
        return antecedent if antecedent not in clause.subjects else -1

    def noun_before(self, token: int) -> int:
        """The noun phrase that ends right before a token; behind a name, the noun that the name belongs to."""
        at = token - 1
        while at > 0 and self.a.tags[at] in "P+,":
            at -= 1
        chunk = self.a.chunk_of[at]
        while chunk >= 0 and self.a.chunks[chunk].head in self.index.names and self.a.chunks[chunk].behind >= 0 and self.is_genitive(chunk):
            chunk = self.a.chunks[chunk].behind
        return chunk

    def over_names(self, chunk: int) -> int:
        """The noun that a name belongs to, for what stands behind the name: "*la décision* de Donald Trump d'imposer …"."""
        while self.is_genitive(chunk) and self.a.chunks[chunk].behind >= 0 and self.a.tags[self.a.chunks[chunk].head] == "E":
            chunk = self.a.chunks[chunk].behind
        return chunk

    def _innermost(self) -> list[str | None]:
        """The innermost statement whose content holds each token; of those that hold the same words, the first: another only answers it."""
        inner: list[str | None] = [None] * len(self.a.starts)
        for statement in sorted(self.statements, key=lambda one: sum(part.end - part.start for part in one.content)):
            for part in statement.content:
                for token in self._tokens(part.start, part.end):
                    inner[token] = inner[token] or statement.id
        return inner

    def statement_at(self, token: int) -> str | None:
        """The innermost statement whose content holds a token."""
        return self._inner[token]

    def hits(self, table: VerbTable[T], clause: int) -> list[VerbHit[T]]:
        """Entries of a verb table that fit a clause, the longest first."""
        key = (id(table), clause)
        found = self._hits.get(key)
        if found is None:
            found = self._hits[key] = self._verbs.match(table, self.a.clauses[clause])
        return found

    # -- what hangs on a noun phrase

    def preposition(self, chunk: int) -> str:
        """The preposition of a noun phrase, "" where it has none."""
        at = self.a.chunks[chunk].preposition
        return self.a.lemmas[at] if at >= 0 else ""

    def is_genitive(self, chunk: int) -> bool:
        """Whether a noun phrase stands behind the preposition of belonging."""
        return self.preposition(chunk) in self.grammar.clauses.genitive

    def genitives(self, chunk: int) -> list[int]:
        """The noun phrases that belong directly to one ("of X", "X's")."""
        owner = self.a.chunks[chunk].possessor
        found = [owner] if owner >= 0 else []
        found += [other for other in self.behind.get(chunk, ()) if self.is_genitive(other)]
        if not found:  # "la mort en détention *de l'opposant* X"
            bare = (other for other in self.behind.get(chunk, ()) if self.a.chunks[other].last - self.a.chunks[other].first == 1 and self._is_bare(other))
            found = [below for other in bare for below in self.behind.get(other, ()) if self.is_genitive(below)][:1]
        return found

    def _is_bare(self, chunk: int) -> bool:
        """Whether a complement is a noun alone behind a preposition without its article, so that it owns nothing: "en *détention*"."""
        phrase = self.a.chunks[chunk]
        return phrase.preposition >= 0 and self.a.tags[phrase.head] == "N" and self.a.norms[phrase.preposition] not in self.grammar.contracted

    def complements(self, chunk: int) -> list[int]:
        """The noun phrases that hang on one, directly or through its complements, in text order."""
        found: list[int] = []
        waiting = [chunk]
        while waiting and len(found) < CHAIN:
            for other in self.behind.get(waiting.pop(0), ()):
                if other not in found:
                    found.append(other)
                    waiting.append(other)
        return sorted(found[:CHAIN])

    def clauses_about(self, chunk: int) -> Iterable[int]:
        """Relative and participle clauses that say something of a noun ("le sommet *qui était prévu*", "talks *held* in Rome")."""
        for clause in self.subject_of.get(chunk, ()):
            if self.a.clauses[clause].relation in ("relative", "participle"):
                yield clause

    def preposition_chunks(self, clause: int, preposition: str) -> list[int]:
        """The noun phrases behind a preposition in a clause."""
        return [chunk for chunk in self.a.clauses[clause].obliques if self.preposition(chunk) == preposition]

    def list_of(self, chunk: int) -> list[int]:
        """A noun phrase with those that are coordinated with it behind it."""
        leader = self.a.chunks[chunk].leader
        near = range(chunk + 1, min(chunk + CHAIN, len(self.a.chunks)))
        return [chunk, *(other for other in near if self.a.chunks[other].leader == leader)]
