"""One text with everything found in it so far, as the event stage looks at it: slots, kinds, words near by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.index import ActorIndex
from newsevents.mentions.titles import TitleFinder

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.model import Actor, Place, Statement, TimeExpression
    from newsevents.text.analysis import Analysis
    from newsevents.text.match import VerbHit

Party = tuple[tuple[int, int], "str | None"]


class Scene:
    """Look-ups over one text; made once a text, never changed."""

    def __init__(
        self, analysis: Analysis, pack: Pack, actors: tuple[Actor, ...], places: tuple[Place, ...], times: tuple[TimeExpression, ...], statements: tuple[Statement, ...]
    ) -> None:
        self.a = analysis
        self.pack = pack
        self.index = ActorIndex(analysis, pack, actors)
        self.titles = TitleFinder(analysis, pack)
        self.statements = statements
        self.countries = {actor.country: actor.id for actor in actors if actor.kind == "country"}
        self.times: dict[int, TimeExpression] = {}
        for time in times:
            self.times.setdefault(analysis.token_at(time.span.start), time)
        self.in_time: set[int] = set()
        for time in times:
            self.in_time.update(self._tokens(time.span.start, time.span.end))
        self.places: dict[int, Place] = {}
        for place in places:
            for mention in place.mentions:
                for token in self._tokens(mention.span.start, mention.span.end):
                    self.places[token] = place
        self.children: dict[int, list[int]] = {}
        for number, clause in enumerate(analysis.clauses):
            if clause.governor >= 0:
                self.children.setdefault(clause.governor, []).append(number)
        self.behind: dict[int, list[int]] = {}  # complements of each noun phrase
        for number, chunk in enumerate(analysis.chunks):
            if chunk.behind >= 0 and chunk.preposition >= 0:
                self.behind.setdefault(chunk.behind, []).append(number)
        self.as_subject: dict[int, int] = {}
        self.as_object: dict[int, int] = {}
        self.as_oblique: dict[int, int] = {}
        for number, clause in enumerate(analysis.clauses):
            for chunk in clause.subjects:
                self.as_subject.setdefault(chunk, number)
            for chunk in clause.objects:
                self.as_object.setdefault(chunk, number)
            for chunk in clause.obliques:
                self.as_oblique.setdefault(chunk, number)
        self._words: dict[int, frozenset[str]] = {}

    def _tokens(self, start: int, end: int) -> range:
        first = self.a.token_at(start)
        last = first
        while last < len(self.a.starts) and self.a.starts[last] < end:
            last += 1
        return range(first, last)

    def words_near(self, sentence: int) -> frozenset[str]:
        """The words of a sentence, as they stand and as lemmas."""
        found = self._words.get(sentence)
        if found is None:
            first, last = self.a.sentences[sentence]
            words: set[str] = set()
            for at in range(first, last):
                if self.a.tags[at] not in ",.;:q-":
                    words.add(self.a.lemmas[at])
                    words.update(self.pack.nouns.lemmas(self.a.norms[at]))
            found = self._words[sentence] = frozenset(words)
        return found

    # -- noun phrases

    def content_chunk(self, chunk: int) -> int:
        """The noun phrase that is meant: "des dizaines *de manifestants*"."""
        phrase = self.a.chunks[chunk]
        if phrase.head in self.in_time:
            return chunk
        head = self.a.norms[phrase.head]
        if self.a.tags[phrase.head] == "M" or head in self.pack.grammar.numbers or head in self.pack.grammar.quantity_nouns:
            for other in self.behind.get(chunk, ()):
                if self.a.lemmas[self.a.chunks[other].preposition] in self.pack.grammar.clauses.genitive:
                    return other
        return chunk

    def head_lemmas(self, chunk: int) -> set[str]:
        """Lemmas of the head of a noun phrase."""
        chunk = self.content_chunk(chunk)
        phrase = self.a.chunks[chunk]
        lemmas = set(self.pack.nouns.lemmas(self.a.norms[phrase.head]))
        if not self.pack.grammar.clauses.postposed_adjectives:
            return lemmas
        return lemmas

    def kinds(self, chunk: int) -> set[str]:
        """What a noun phrase denotes: kinds of actors, place, people."""
        chunk = self.content_chunk(chunk)
        found = {str(self.index.actors[actor].kind) for actor in self.index.of_chunk(chunk)}
        if self.a.chunks[chunk].head in self.places:
            found.add("place")
        if self.index.is_people(chunk):
            found.add("people")
        return found

    def parties(self, chunk: int) -> list[Party]:
        """The actors of a noun phrase with its place; people without a name are a party without an actor."""
        chunk = self.content_chunk(chunk)
        phrase = self.a.chunks[chunk]
        place = (phrase.first, phrase.last)
        actors = self.index.of_chunk(chunk)
        if not actors:
            named = self._named_behind(chunk)
            if named:
                return [(place, named)]
            return [(place, None)]
        return [(place, actor) for actor in actors]

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

    def pronoun(self, token: int) -> list[Party]:
        """The actors a pronoun stands for."""
        actors = self.index.of_token(token)
        return [((token, token + 1), actor) for actor in actors] or [((token, token + 1), None)]

    # -- places in clauses

    def subject_parties(self, clause: int, depth: int = 0) -> list[Party]:
        """Who stands as the subject of a verb: passive turned back, inherited from the clause it hangs on."""
        one = self.a.clauses[clause]
        if one.passive:
            return [party for chunk in one.obliques if self._preposition(chunk) in self.pack.grammar.clauses.by for party in self.parties(chunk)]
        return self._surface_subject(clause, depth)

    def _surface_subject(self, clause: int, depth: int = 0) -> list[Party]:
        one = self.a.clauses[clause]
        if one.pronoun >= 0:
            if self.a.norms[one.pronoun] in self.pack.grammar.clauses.impersonal:
                return []
            return self.pronoun(one.pronoun)
        if one.subjects:
            return [party for chunk in one.subjects for party in self.parties(chunk)]
        if one.governor >= 0 and depth < 4 and one.form != "finite":
            governor = self.a.clauses[one.governor]
            if governor.passive:
                return self._surface_subject(one.governor, depth + 1)
            return self.subject_parties(one.governor, depth + 1)
        return []

    def object_chunks(self, clause: int, hit: VerbHit | None = None) -> list[int]:
        """The noun phrases that stand as the object of a verb or of a fixed expression with a preposition."""
        one = self.a.clauses[clause]
        if one.passive:
            return list(one.subjects)
        if hit is not None and hit.size > 1:
            if hit.gap != (0, 0):
                return [self.a.chunk_of[hit.gap[0]]]
            inside = [chunk for chunk in one.obliques if hit.first < self.a.chunks[chunk].preposition < hit.last]
            if inside:
                return inside
            after = [chunk for chunk in one.objects if self.a.chunks[chunk].first >= hit.last]
            if after:
                return after
            return [chunk for chunk in one.obliques if self.a.chunks[chunk].preposition >= hit.last - 1 and self._preposition(chunk) == self.a.lemmas[hit.last - 1]]
        if one.relation == "relative" and not one.objects and one.marker >= 0 and self.a.lemmas[one.marker] in self.pack.grammar.clauses.object_relatives:
            antecedent = self.a.chunk_of[one.marker - 1] if one.marker else -1
            if antecedent >= 0:
                return [antecedent]
        return [chunk for chunk in one.objects if self.a.chunks[chunk].first >= one.head] or list(one.objects)

    def object_parties(self, clause: int, hit: VerbHit | None = None) -> list[Party]:
        """Who stands as the object of a verb; clitic pronouns count."""
        one = self.a.clauses[clause]
        if one.passive:
            return self._surface_subject(clause)
        found = [party for chunk in self.object_chunks(clause, hit) for party in self.parties(chunk)]
        for token in range(one.first, one.head):
            if self.a.tags[token] == "R" and token != one.pronoun and self.a.lemmas[token] not in self.pack.grammar.verbs.reflexives and self.a.norms[token] not in self.pack.grammar.clauses.dative_pronouns:
                found += [party for party in self.pronoun(token) if party[1]]
        after = one.last
        if not found and after < len(self.a.tags) and self.a.tags[after] == "R" and self.a.norms[after] not in self.pack.grammar.clauses.subject_pronouns[:0]:
            found += [party for party in self.pronoun(after) if party[1]]
        return found

    def indirect_parties(self, clause: int) -> list[Party]:
        """Who is given or told: dative clitics, complements with the dative preposition, the first of two objects."""
        one = self.a.clauses[clause]
        found: list[Party] = []
        for token in range(one.first, one.head):
            if self.a.tags[token] == "R" and self.a.norms[token] in self.pack.grammar.clauses.dative_pronouns:
                found += self.pronoun(token)
        for chunk in one.obliques:
            if self._preposition(chunk) in self.pack.grammar.clauses.dative:
                found += [party for party in self.parties(chunk) if party[1] or self.index.is_people(chunk)]
        if len(one.objects) > 1 and not self.pack.grammar.clauses.postposed_adjectives and self.a.chunks[one.objects[1]].leader != one.objects[0]:
            found += self.parties(one.objects[0])
        return found

    def preposition_parties(self, clause: int, preposition: str) -> list[Party]:
        """Who stands behind a preposition in a clause."""
        return [party for chunk in self.a.clauses[clause].obliques if self._preposition(chunk) == preposition for party in self.parties(chunk)]

    def _preposition(self, chunk: int) -> str:
        at = self.a.chunks[chunk].preposition
        return self.a.lemmas[at] if at >= 0 else ""

    # -- complements of nouns

    def complements(self, chunk: int) -> list[int]:
        """The noun phrases that hang on one, directly or through its complements, in text order."""
        found: list[int] = []
        waiting = [chunk]
        while waiting:
            one = waiting.pop(0)
            for other in self.behind.get(one, ()):
                if other not in found and len(found) < 8:
                    found.append(other)
                    waiting.append(other)
        return sorted(found)

    # -- around a trigger

    def statement_at(self, first: int, last: int) -> str | None:
        """The innermost statement whose content holds some tokens."""
        start, end = self.a.starts[first], self.a.ends[last - 1]
        best, size = None, 0
        for statement in self.statements:
            if any(part.start <= start and end <= part.end for part in statement.content):
                length = sum(part.end - part.start for part in statement.content)
                if best is None or length < size:
                    best, size = statement.id, length
        return best
