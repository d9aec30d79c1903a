"""Which actors the tokens and noun phrases of a text stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.model import MentionKind

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.model import Actor
    from newsevents.text.analysis import Analysis, Chunk


class ActorIndex:
    """Looks actors up by token and by noun phrase; made once a stage."""

    def __init__(self, analysis: Analysis, pack: Pack, actors: tuple[Actor, ...]) -> None:
        self.a = analysis
        self.pack = pack
        self.actors = {actor.id: actor for actor in actors}
        self.at_token: dict[int, list[str]] = {}
        self.names: dict[int, str] = {}
        self.in_role: dict[int, str] = {}
        for actor in actors:
            for mention in actor.mentions:
                for token in self._tokens(mention.span.start, mention.span.end):
                    self.at_token.setdefault(token, []).append(actor.id)
                    if mention.kind is MentionKind.NAME:
                        self.names[token] = actor.id
            for role in actor.roles:
                for token in self._tokens(role.span.start, role.span.end):
                    self.in_role.setdefault(token, actor.id)

    def _tokens(self, start: int, end: int) -> range:
        first = self.a.token_at(start)
        last = first
        while last < len(self.a.starts) and self.a.starts[last] < end:
            last += 1
        return range(first, last)

    def of_token(self, token: int) -> list[str]:
        """The actors a token stands for."""
        return self.at_token.get(token, [])

    def of_chunk(self, chunk: int) -> list[str]:
        """The actors a noun phrase stands for: named by its head, or by the name that its title introduces.

        A name that only modifies the head ("l'action Nissan") does not count.
        """
        phrase = self.a.chunks[chunk]
        direct = self.at_token.get(phrase.head)
        if direct:
            return direct
        named = [token for token in range(phrase.first, phrase.last) if token in self.names]
        introduced = phrase.head in self.in_role
        if named:
            actor = self.names[named[-1]]
            if introduced or self._introduces(phrase.head, behind=named[-1] > phrase.head) or self._is_apposed(phrase) or self._is_of(phrase.head, actor):
                return [actor]
        if introduced:
            return [self.in_role[phrase.head]]
        return []

    def _is_apposed(self, phrase: Chunk) -> bool:
        """Whether a person's whole name stands behind a noun that is no event, body or place: "le manager *Jan De Wolf*", not "l'affaire X"."""
        last = phrase.last - 1
        actor = self.names.get(last)
        if actor is None or last - 1 <= phrase.head or self.names.get(last - 1) != actor or self.actors[actor].kind != "person":
            return False
        norms, roles = self.a.norms, self.pack.roles
        if self.pack.event_nouns.has(norms[phrase.head]) or norms[phrase.head] in self.pack.reporting_nouns:
            return False
        return all(table.match(norms, phrase.head) is None for table in (roles.heads, roles.facilities, roles.areas, roles.things, roles.company))

    def _is_of(self, head: int, named: str) -> bool:
        """Whether a capitalised head is the origin of the person named behind it: "la *Française* Anne Roy"."""
        person = self.a.tags[head] == "E" and self.actors[named].kind == "person"
        return person and self.pack.gazetteer.nationalities.match(self.a.norms, head) is not None

    def _introduces(self, head: int, *, behind: bool) -> bool:
        """Whether a word stands beside a name as its title, form of address or kind ("le groupe Nissan", "M. Dupont").

        Args:
            head: the word.
            behind: whether the name stands behind it; "a *Pentagon* contractor" is not the Pentagon, "the *Nissan* group" is Nissan.
        """
        roles = self.pack.roles
        if behind and self.a.norms[head] in roles.civilities:
            return True
        lemmas = self.pack.nouns.lemmas(self.a.norms[head])
        if behind and (any(lemma in roles.persons or lemma in roles.people for lemma in lemmas) or roles.titles.match(self.a.norms, head) is not None):
            return True
        if not behind and any(lemma in self.pack.events.outsiders for lemma in lemmas):
            return False
        return any(lemma in roles.media or lemma in roles.nominals for lemma in lemmas) or roles.heads.match(self.a.norms, head) is not None

    def of_chunks(self, chunks: tuple[int, ...] | list[int]) -> list[str]:
        """The actors of several noun phrases, each once, in order."""
        return list(dict.fromkeys(actor for chunk in chunks for actor in self.of_chunk(chunk)))

    def is_people(self, chunk: int) -> bool:
        """Whether a noun phrase denotes human beings."""
        if any(self.actors[actor].kind in ("person", "group") for actor in self.of_chunk(chunk)):
            return True
        roles = self.pack.roles
        head = self.a.chunks[chunk].head
        lemmas = self.pack.nouns.lemmas(self.a.norms[head])
        if " ".join(self.a.norms[head : head + 2]) in roles.people:
            return True  # "*gilets jaunes*"
        if self.a.norms[head].startswith(roles.prefixes):  # "l'*ex*-rebelle"
            lemmas = (*lemmas, *(lemma.removeprefix(prefix) for lemma in lemmas for prefix in roles.prefixes))
        return (
            any(lemma in roles.people or roles.titles.match((lemma,), 0) is not None for lemma in lemmas)  # of "associates" too
            or roles.titles.match(self.a.norms, self.a.chunks[chunk].head) is not None
        )
