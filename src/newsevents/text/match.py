"""Entries of verb tables in the clauses of a text, and the extent of noun phrases with their complements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from newsevents.lexicon.pack import PLACEHOLDERS

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.verbs import VerbTable
    from newsevents.text.analysis import Analysis, Clause

T = TypeVar("T")


class VerbHit(NamedTuple, Generic[T]):
    """An entry that fits a clause: ``last`` is the token index behind its words, ``size`` how many words it has."""

    value: T
    first: int
    last: int
    size: int
    gap: tuple[int, int]  # tokens between the verb and the rest of its expression, empty when (0, 0)
    rest: tuple[str, ...] = ()  # the words of the expression behind the verb


def match_verb(table: VerbTable[T], analysis: Analysis, clause: Clause, pack: Pack) -> list[VerbHit[T]]:
    """All entries of a verb table that fit a clause.

    Args:
        table: the table.
        analysis: the text.
        clause: one of its clauses.
        pack: the language.

    Returns:
        Hits, the longest expression first; within one length in the table's order.
    """
    hits: list[VerbHit[T]] = []
    canonical = pack.canonical
    lemmas = analysis.lemmas
    for at in range(clause.first, clause.last):
        if analysis.tags[at] not in "VIGK":
            continue
        openings = table.openings(lemmas[at])
        if not openings:
            continue
        if at == clause.head:
            alone = openings.get("", ())
            reflexive_known = clause.reflexive and any(entry.reflexive for entry in alone)
            last = max(clause.last, at + 1)
            hits += [VerbHit(entry.value, at, last, 1, (0, 0)) for entry in alone if (clause.reflexive if entry.reflexive else not reflexive_known)]
        if len(openings) == 1 and "" in openings:
            continue
        near = _words_behind(analysis, clause, at, canonical)
        for word, entries in openings.items():
            if word not in near:
                continue
            for entry in entries:
                if entry.reflexive and not clause.reflexive:
                    continue
                found = _rest(entry.rest, analysis, at + 1, canonical)
                if found is not None:
                    last, gap = found
                    hits.append(VerbHit(entry.value, at, max(last, clause.last if at == clause.head else last), 1 + len(entry.rest), gap, entry.rest))
                elif at == clause.head:
                    phrase = " ".join(entry.rest)
                    if any(analysis.chunks[chunk].preposition > at and lemmas[analysis.chunks[chunk].preposition] == phrase for chunk in clause.obliques):
                        hits.append(VerbHit(entry.value, at, clause.last, 1 + len(entry.rest), (0, 0), entry.rest))
    hits.sort(key=lambda hit: -hit.size)
    return hits


_NEAR = 12  # tokens behind a verb among which the rest of its expression begins


def _words_behind(analysis: Analysis, clause: Clause, at: int, canonical: dict[str, str]) -> set[str]:
    """Words with which the rest of an expression may begin: those right behind the verb, and its clause's prepositions."""
    end = min(at + 1 + _NEAR, analysis.sentences[analysis.sentence_of[at]][1])
    words = set(analysis.norms[at + 1 : end])
    words.update(analysis.lemmas[at + 1 : end])
    words.update([canonical[word] for word in words if word in canonical])
    words.update(PLACEHOLDERS.values())
    for chunk in clause.obliques:
        preposition = analysis.chunks[chunk].preposition
        if preposition > at:
            words.add(analysis.lemmas[preposition].split(" ", 1)[0])
    return words


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
            if (
                number == 0
                and gap == (0, 0)
                and chunk >= 0
                and analysis.chunks[chunk].first == at
                and analysis.chunks[chunk].preposition < 0
                and analysis.chunks[chunk].last - at <= 7
            ):
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
    if (
        end < len(analysis.tags)
        and analysis.tags[end] == "K"
        and analysis.clause_of[end] >= 0
        and analysis.clauses[analysis.clause_of[end]].relation == "participle"
    ):
        end += 1
    return end if limit is None else min(end, limit)
