"""Noun phrases over the tags of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsevents.text.analysis import Chunk

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack

# Over one letter a token. A noun phrase is determiners, modifiers, one or more nouns or names, and (where the language puts
# adjectives behind) more modifiers; a pronoun of class H is one by itself. Quotation marks may stand inside.
_PREPOSED = re.compile(r"(?:D|q(?=[DAMNEK])(?<=Dq)){0,4}(?:B(?=[AKM])|AC(?=A|NN)|[AM](?=q?[AMKGNEB-])|(?<=[DAMZ])[KG](?=q?[AMKGNEB-])|q(?=[AMNEK])(?<=[DAMK]q)){0,24}(?:[NE]|M(?!\+))(?:[NE]|A(?=[NE])|M(?=[NE])|(?<=E)M){0,40}|D?H")
_POSTPOSED = re.compile(r"(?:D|q(?=[DAMNEK])(?<=Dq)){0,4}(?:B(?=[AM])|[AM](?=q?[AMKNEB])|(?<=D)K(?=q?[AMKNEB])|q(?=[AMNEK])(?<=[DAMK]q)){0,24}(?:[NE]|M(?!\+))(?:[NE]|BA|A|(?<=A)CA|K(?=E)|(?<=[NE])M|M(?=[NE])|q(?=[AE])(?<=[NAE]q)){0,40}|(?<=P)A(?![NEAMK])|D?H")


def find_chunks(tags: str, norms: list[str], lemmas: list[str], sentences: list[tuple[int, int]], pack: Pack) -> tuple[list[Chunk], list[int]]:
    """Find the noun phrases of a text.

    Args:
        tags: one letter a token.
        norms: folded tokens.
        lemmas: lemmas of verbs.
        sentences: token bounds.
        pack: the language.

    Returns:
        Chunks in text order, not overlapping, and the chunk of every token (-1: none).
    """
    clauses = pack.grammar.clauses
    pattern = _POSTPOSED if clauses.postposed_adjectives else _PREPOSED
    possessive = frozenset(clauses.possessive_clitic)
    partitives = frozenset(clauses.partitives)
    chunks: list[Chunk] = []
    chunk_of = [-1] * len(tags)
    for number, (first, last) in enumerate(sentences):
        for match in pattern.finditer(tags, first, last):
            begin, end = match.span()
            while end > begin and tags[end - 1] == "q":
                end -= 1
            head = _head(tags, begin, end, first_noun=clauses.postposed_adjectives)
            before = begin - 1
            while before >= first and tags[before] in "qB" and before > begin - 3:
                before -= 1
            preposition = possessor = behind = -1
            index = len(chunks)
            leader = index
            marker = before
            while marker > first and tags[marker] == "+":
                marker -= 1
            if before >= first and tags[marker] == "P":
                preposition = marker
                behind = chunk_of[marker - 1] if marker > first else -1
                if behind < 0 and norms[marker] in partitives and marker == before and tags[marker - 1 : marker] == "C" and (mate := _joined(tags, marker - 2, chunk_of, chunks)) >= 0 and chunks[mate].preposition >= 0 and lemmas[chunks[mate].preposition] == lemmas[marker]:
                    leader, behind = chunks[mate].leader, chunks[mate].behind  # "des primes et *des bonus*"
                elif behind < 0 and norms[marker] in partitives and marker == before:
                    preposition, behind = _article(tags, lemmas, marker, first, chunk_of, pack)
            elif before > first and norms[before] in possessive and chunk_of[before - 1] >= 0:
                possessor = chunk_of[before - 1]
            elif before >= first and tags[before] == "Z" and before > first:
                possessor = chunk_of[before - 1]
            elif before > first and (tags[before] == "C" or tags[marker] == "C") and (joined := _joined(tags, marker - 1, chunk_of, chunks)) >= 0:
                leader = chunks[joined].leader
                preposition = chunks[leader].preposition
                behind = chunks[leader].behind
            elif before > first and tags[before] == "," and before == begin - 1 and chunk_of[before - 1] >= 0 and _listed(tags, end, last) and (
                chunks[chunk_of[before - 1]].preposition < 0 or "V" in tags[first:before]  # "Selon X, *A et B* ont …" is no list of X, A and B
            ):
                leader = chunks[chunk_of[before - 1]].leader
                preposition = chunks[leader].preposition
                behind = chunks[leader].behind
            if possessor >= 0:  # "by Clinton's account": the preposition governs the whole
                preposition, behind = chunks[possessor].preposition, chunks[possessor].behind
            for at in range(begin, end):
                chunk_of[at] = index
            chunks.append(Chunk(begin, end, head, preposition, behind, leader, possessor, number))
    return chunks, chunk_of


_LIST_REACH = 160  # tokens that a list is looked ahead for its conjunction
_LIST_REST = re.compile(r"(?:,[DAMKBqP+]*[NE]+[NEAM]*)*,?C[DAMKBqP+]*[NEH]")


def _listed(tags: str, end: int, last: int) -> bool:
    """Whether a list goes on behind a chunk: ``, B and C``."""
    return _LIST_REST.match(tags, end, min(last, end + _LIST_REACH)) is not None


def _head(tags: str, begin: int, end: int, *, first_noun: bool) -> int:
    if first_noun:
        for wanted in ("N", "E", "M", "H"):
            at = tags.find(wanted, begin, end)
            if at >= 0:
                return at
        return begin
    for at in range(end - 1, begin - 1, -1):
        if tags[at] in "NEH":
            return at
    return end - 1


def _article(tags: str, lemmas: list[str], marker: int, first: int, chunk_of: list[int], pack: Pack) -> tuple[int, int]:
    """What governs a noun behind a word that may be preposition or article ("causer *des* dommages", "parler *des* accords")."""
    before = marker - 1
    while before >= first and tags[before] in "BXq+":
        before -= 1
    if before < first:
        return -1, -1
    if tags[before] == "P":
        return before, chunk_of[before - 1] if before > first else -1
    if tags[before] == "K":
        auxiliary = before - 1
        while auxiliary > first and tags[auxiliary] in "BXK":
            auxiliary -= 1
        if lemmas[auxiliary] != pack.grammar.verbs.have:
            return marker, -1  # "dissociée *du* régime": a passive has no object
    if tags[before] in "VIGK":
        return (marker, -1) if "i" in pack.morphology.flags.get(lemmas[before], "").split(",") else (-1, -1)
    return (-1, -1) if tags[before] in ",CQS:;.(-" else (marker, -1)


def _joined(tags: str, at: int, chunk_of: list[int], chunks: list[Chunk]) -> int:
    """The noun phrase that a conjunction joins on to: over a comma and an age ("Thomas Sam, 42, and his wife")."""
    comma = at > 0 and tags[at] == ","
    if comma:
        at -= 1
        if chunk_of[at] >= 0:
            phrase = chunks[chunk_of[at]]
            if set(tags[phrase.first : phrase.last]) == {"M"} and phrase.first > 1 and tags[phrase.first - 1] == ",":
                at = phrase.first - 2
    found = chunk_of[at] if at >= 0 else -1
    if comma and found >= 0 and chunks[found].preposition >= 0 and chunks[found].leader == found:
        return -1  # "…, but the soils are": behind a comma a new clause, not a second complement
    return found
