"""Entries of verb tables in the clauses of a text, and the extent of noun phrases with their complements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from newsevents.lexicon.pack import PLACEHOLDERS

if TYPE_CHECKING:
    from collections.abc import Collection

    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbEntry, VerbTable
    from newsevents.text.analysis import Analysis, Clause

T = TypeVar("T")

_NEAR: Final = 12  # tokens behind a verb among which the rest of its expression begins
_ADVERBS: Final = 4  # adverbs and pronouns between the words of an expression
_BETWEEN: Final = 7  # tokens of a noun phrase between a verb and the rest of its expression


class VerbHit(NamedTuple, Generic[T]):
    """An entry that fits a clause: ``last`` is the token index behind its words, ``size`` how many words it has."""

    value: T
    first: int
    last: int
    size: int
    gap: tuple[int, int]  # tokens between the verb and the rest of its expression, empty when (0, 0)
    rest: tuple[str, ...] = ()  # the words of the expression behind the verb


def _shortness(hit: VerbHit[Any]) -> int:
    return -hit.size


class VerbMatcher:
    """Finds the entries of verb tables in one text; what the tables ask of the words around a verb is read once."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.reflexives = PLACEHOLDERS["reflexive"]
        self.possessives = PLACEHOLDERS["possessive"]
        self.placeholders = frozenset(PLACEHOLDERS.values())
        self.pack = pack
        self._near: dict[int, set[str]] = {}  # by the token of the verb
        self._prepositions: dict[int, frozenset[str]] = {}  # the same

    def match(self, table: VerbTable[T], clause: Clause) -> list[VerbHit[T]]:
        """All entries of a verb table that fit a clause.

        Args:
            table: the table.
            clause: a clause of the text.

        Returns:
            Hits, the longest expression first; within one length in the table's order.
        """
        hits: list[VerbHit[T]] = []
        tags, lemmas = self.a.tags, self.a.lemmas
        for at in range(clause.first, clause.last):
            if tags[at] not in "VIGK":
                continue
            openings = table.openings(lemmas[at])
            if not openings:
                continue
            if at == clause.head:
                alone = openings.get("", ())
                reflexive_known = clause.reflexive and any(entry.reflexive for entry in alone)
                hits += [VerbHit(entry.value, at, clause.last, 1, (0, 0)) for entry in alone if (clause.reflexive if entry.reflexive else not reflexive_known)]
            if len(openings) > 1 or "" not in openings:
                self._expressions(openings, clause, at, hits)
        if len(hits) > 1:
            hits.sort(key=_shortness)
        return hits

    def _expressions(self, openings: dict[str, list[VerbEntry[T]]], clause: Clause, at: int, hits: list[VerbHit[T]]) -> None:
        """Add the entries of several words that begin with a verb."""
        near = self._near.get(at)
        if near is None:
            near = self._near[at] = self._words_behind(clause, at)
        begun: Collection[str] = openings.keys() & near
        if not begun:
            return
        if len(begun) > 1:
            begun = [word for word in openings if word in begun]  # in the table's order
        is_head = at == clause.head
        named = bool(clause.objects) and self.a.tags[at + 1 : at + 2] == "R"  # "calling it a reward *for* X" is not "call for"
        prepositions = self._prepositions[at]
        particle = self._particle(at)
        for word in begun:
            if particle and word != particle:
                continue  # "carried *out* the attack on the bus": no "carry on"
            for entry in openings[word]:
                if entry.reflexive and not clause.reflexive:
                    continue
                found = self._rest(entry.rest, at + 1)
                if found is not None:
                    last, gap = found
                    hits.append(VerbHit(entry.value, at, max(last, clause.last) if is_head else last, 1 + len(entry.rest), gap, entry.rest))
                elif is_head and prepositions and not named and " ".join(entry.rest) in prepositions:
                    hits.append(VerbHit(entry.value, at, clause.last, 1 + len(entry.rest), (0, 0), entry.rest))

    def _particle(self, at: int) -> str:
        """The particle right behind a verb that belongs to it, "" for none."""
        a = self.a
        behind = at + 1
        belongs = behind < len(a.tags) and a.tags[behind] == "B" and (a.lemmas[at], a.norms[behind]) in self.pack.phrasal
        return a.norms[behind] if belongs else ""

    def _words_behind(self, clause: Clause, at: int) -> set[str]:
        """Words with which the rest of an expression may begin: those right behind the verb, and its clause's prepositions."""
        a = self.a
        end = min(at + 1 + _NEAR, a.sentences[a.sentence_of[at]][1])
        words = {*a.norms[at + 1 : end], *a.lemmas[at + 1 : end], *a.canonical[at + 1 : end], *self.placeholders}
        prepositions = [a.lemmas[a.chunks[chunk].preposition] for chunk in clause.obliques if a.chunks[chunk].preposition > at]
        words.update([preposition.split(" ", 1)[0] for preposition in prepositions])
        self._prepositions[at] = frozenset(prepositions)
        return words

    def _rest(self, rest: tuple[str, ...], at: int) -> tuple[int, tuple[int, int]] | None:
        """Match the words behind a verb, over adverbs and at most one noun phrase."""
        a = self.a
        tags, norms, lemmas, canonical = a.tags, a.norms, a.lemmas, a.canonical
        end = a.sentences[a.sentence_of[at - 1]][1]
        gap = (0, 0)
        for number, word in enumerate(rest):
            if word in self.placeholders:
                if at >= end or tags[at] != ("D" if word == self.possessives else "R"):
                    return None
                at += 1
                continue
            tries = 0
            pronoun = False
            while True:
                if at >= end:
                    return None
                if canonical[at] == word or norms[at] == word or lemmas[at] == word:
                    break
                if tags[at] in "BXR+" and tries < _ADVERBS:
                    pronoun = pronoun or tags[at] == "R"
                    at += 1
                    tries += 1
                    continue
                chunk = a.chunk_of[at]
                if number or gap[1] or chunk < 0 or pronoun:
                    return None  # "calling it a reward *for* X" is not "call for"
                phrase = a.chunks[chunk]
                if phrase.first != at or phrase.preposition >= 0 or phrase.last - at > _BETWEEN:
                    return None
                phrase = a.chunks[self._owned(chunk, end)]
                gap = (phrase.first, phrase.last)
                at = phrase.last
            at += 1
        return at, gap

    def _owned(self, chunk: int, end: int) -> int:
        """A noun phrase, or what belongs to it behind it: "set the speaker's *chair* on fire"."""
        a = self.a
        last = a.chunks[chunk].last
        owned = a.chunk_of[last + 1] if last + 1 < end and a.tags[last] == "Z" else -1
        return owned if owned >= 0 and a.chunks[owned].possessor == chunk else chunk


def chain_end(analysis: Analysis, chunk: int, limit: int | None = None) -> int:
    """The token behind a noun phrase with its complements, lists and participles.

    Args:
        analysis: the text.
        chunk: index of the noun phrase.
        limit: token that the extent must not pass.

    Returns:
        Token index, exclusive.
    """
    chunks = analysis.chunks
    end = chunks[chunk].last
    last = chunk
    sentence = chunks[chunk].sentence
    for following in range(chunk + 1, min(chunk + 14, len(chunks))):
        phrase = chunks[following]
        if phrase.sentence != sentence or (limit is not None and phrase.first >= limit):
            break
        joined = phrase.preposition >= 0 and phrase.behind == last and phrase.first - end <= 6
        listed = phrase.leader != following and phrase.first - end <= 4
        owned = phrase.possessor == last
        between = analysis.tags[end : phrase.first]
        participle = "K" in between and not set(between) & set("VQS,.;:IG") and phrase.preposition >= 0
        if not (joined or listed or owned or participle):
            break
        end = phrase.last
        last = following
    if (
        end < len(analysis.tags)
        and analysis.tags[end] == "K"
        and analysis.clause_of[end] >= 0
        and analysis.clauses[analysis.clause_of[end]].relation == "participle"
    ):
        end += 1
    return end if limit is None else min(end, limit)
