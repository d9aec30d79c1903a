"""Entries of verb tables in the clauses of a text, and the extent of noun phrases with their complements."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsevents.lexicon.pack import PLACEHOLDERS

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbTable
    from newsevents.text.analysis import Analysis, Clause

T = TypeVar("T")


class VerbHit(NamedTuple):
    """An entry that fits a clause: ``last`` is the token index behind its words, ``size`` how many words it has."""

    value: object
    first: int
    last: int
    size: int
    gap: tuple[int, int]  # tokens between the verb and the rest of its expression, empty when (0, 0)


def match_verb(table: VerbTable[T], analysis: Analysis, clause: Clause, pack: Pack) -> list[VerbHit]:
    """All entries of a verb table that fit a clause.

    Args:
        table: the table.
        analysis: the text.
        clause: one of its clauses.
        pack: the language.

    Returns:
        Hits, the longest expression first; within one length in the table's order.
    """
    hits: list[VerbHit] = []
    canonical = pack.canonical
    for at in range(clause.first, clause.last):
        if analysis.tags[at] not in "VIGK":
            continue
        for entry in table.get(analysis.lemmas[at]):
            if at != clause.head and not entry.rest:
                continue
            if entry.reflexive and not clause.reflexive:
                continue
            if clause.reflexive and not entry.reflexive and not entry.rest and any(other.reflexive and not other.rest for other in table.get(analysis.lemmas[at])):
                continue
            if not entry.rest:
                hits.append(VerbHit(entry.value, at, max(clause.last, at + 1), 1, (0, 0)))
                continue
            found = _rest(entry.rest, analysis, at + 1, canonical)
            if found is not None:
                last, gap = found
                hits.append(VerbHit(entry.value, at, max(last, clause.last if at == clause.head else last), 1 + len(entry.rest), gap))
            elif at == clause.head:
                phrase = " ".join(entry.rest)
                for chunk in clause.obliques:
                    where = analysis.chunks[chunk].preposition
                    if where > at and analysis.lemmas[where] == phrase:
                        hits.append(VerbHit(entry.value, at, clause.last, 1 + len(entry.rest), (0, 0)))
                        break
    hits.sort(key=lambda hit: -hit.size)
    return hits


def _rest(rest: tuple[str, ...], analysis: Analysis, at: int, canonical: dict[str, str]) -> tuple[int, tuple[int, int]] | None:
    """Match the words behind a verb, over adverbs and at most one noun phrase."""
    tags, norms, lemmas = analysis.tags, analysis.norms, analysis.lemmas
    size = len(norms)
    sentence = analysis.sentences[analysis.sentence_of[at - 1]][1]
    gap = (0, 0)
    for number, word in enumerate(rest):
        tries = 0
        if word == PLACEHOLDERS["possessive"]:
            if at < min(size, sentence) and analysis.tags[at] == "D":
                at += 1
                continue
            return None
        if word == PLACEHOLDERS["reflexive"]:
            if at < min(size, sentence) and analysis.tags[at] == "R":
                at += 1
                continue
            return None
        while at < min(size, sentence) and not (canonical.get(norms[at], norms[at]) == word or norms[at] == word or lemmas[at] == word):
            if tags[at] in "BXR+" and tries < 4:
                at += 1
                tries += 1
                continue
            chunk = analysis.chunk_of[at]
            if number == 0 and gap == (0, 0) and chunk >= 0 and analysis.chunks[chunk].first == at and analysis.chunks[chunk].preposition < 0 and analysis.chunks[chunk].last - at <= 7:
                gap = (at, analysis.chunks[chunk].last)
                at = gap[1]
                continue
            return None
        if at >= min(size, sentence):
            return None
        at += 1
    return at, gap


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
    if end < len(analysis.tags) and analysis.tags[end] == "K" and analysis.clause_of[end] >= 0 and analysis.clauses[analysis.clause_of[end]].relation == "participle":
        end += 1
    return end if limit is None else min(end, limit)
