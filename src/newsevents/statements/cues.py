"""Cues: the verbs, nouns and phrases that attribute words to a source, before their content is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.text.match import match_verb

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.reporting import ReportingGroup, ReportingNoun, SourcePhrase
    from newsevents.text.analysis import Analysis


class VerbCue(NamedTuple):
    """A clause whose verb may report; ``groups`` are the entries that fit, the longest expression first."""

    clause: int
    groups: tuple[ReportingGroup, ...]
    first: int  # tokens of the cue words
    last: int
    gap: tuple[int, int]


class SourceCue(NamedTuple):
    """A phrase such as "selon", with the noun phrase of the source."""

    first: int
    last: int  # behind the phrase itself
    phrase: SourcePhrase
    chunk: int  # noun phrase of the source, -1 where there is none
    pronoun: int  # token of a pronoun as source ("selon lui"), -1
    end: int  # behind the source


class NounCue(NamedTuple):
    """A reporting noun with a clause as its content ("l'annonce que", "his claim that")."""

    chunk: int
    complement: int
    noun: ReportingNoun


def find_verb_cues(analysis: Analysis, pack: Pack) -> list[VerbCue]:
    """Clauses whose verb is in the reporting lexicon."""
    cues = []
    for index, clause in enumerate(analysis.clauses):
        hits = match_verb(pack.reporting_verbs, analysis, clause, pack)
        if not hits:
            continue
        longest = hits[0]
        groups = tuple(hit.value for hit in hits if hit.size == longest.size and hit.first == longest.first)
        cues.append(VerbCue(index, groups, clause.first, max(longest.last, clause.last), longest.gap))  # type: ignore[arg-type]
    return cues


def find_source_cues(analysis: Analysis, pack: Pack) -> list[SourceCue]:
    """Source phrases with their source."""
    a = analysis
    cues = []
    words = [pack.canonical.get(norm, norm) for norm in a.norms]
    at = 0
    while at < len(words):
        hit = pack.source_phrases.match(words, at) if words[at] in pack.source_phrases else None
        if hit is None:
            at += 1
            continue
        last, phrase = hit
        chunk = pronoun = -1
        end = last
        if not phrase.impersonal:
            here = last
            while here < len(words) and a.tags[here] in "DB+q" and a.chunk_of[here] < 0 and here < last + 2:
                here += 1
            if here < len(words):
                chunk = a.chunk_of[here]
                if chunk < 0 and a.tags[here] == "R":
                    pronoun, end = here, here + 1
                elif chunk >= 0:
                    end = a.chunks[chunk].last
            if chunk < 0 and pronoun < 0:
                at += 1
                continue
        cues.append(SourceCue(at, last, phrase, chunk, pronoun, end))
        at = last
    return cues


def find_noun_cues(analysis: Analysis, pack: Pack) -> list[NounCue]:
    """Reporting nouns directly before a complement clause."""
    cues = []
    for index, clause in enumerate(analysis.clauses):
        if clause.relation != "complement" or clause.marker < 1:
            continue
        chunk = analysis.chunk_of[clause.marker - 1]
        steps = 0
        while chunk >= 0 and steps < 4:
            head = analysis.norms[analysis.chunks[chunk].head]
            noun = next((pack.reporting_nouns[lemma] for lemma in pack.nouns.lemmas(head) if lemma in pack.reporting_nouns), None)
            if noun is not None:
                cues.append(NounCue(chunk, index, noun))
                break
            chunk = analysis.chunks[chunk].behind
            steps += 1
    return cues
