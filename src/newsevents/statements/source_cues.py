"""Source phrases and their sources, before their content is known: "selon X", "in X's words", "as X noted", "X, pour qui …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import SourcePhrase
    from newsevents.statements.layout import Layout
    from newsevents.text.analysis import Clause

_REACH = 12  # tokens over which a pattern's words may stand apart from its first ones: a title and a name


class SourceCue(NamedTuple):
    """A phrase such as "selon", with the noun phrase of the source."""

    first: int
    last: int  # behind the phrase itself
    phrase: SourcePhrase
    chunk: int  # noun phrase of the source, -1 where there is none
    pronoun: int  # token of a pronoun as source ("selon lui"), -1
    end: int  # behind the source
    relative: bool = False  # the source stands before, the phrase is a relative: "X, pour qui …", "a witness, according to whom …"


def find_source_cues(layout: Layout) -> list[SourceCue]:
    """Source phrases with their source."""
    a, pack = layout.a, layout.pack
    cues: list[SourceCue] = []
    words = a.canonical
    at = 0
    while at < len(words):
        cue = None
        if words[at] in pack.source_phrases:
            hit = pack.source_phrases.match(words, at)
            if hit is not None:
                cue = _source(layout, at, *hit)
        if cue is None and a.norms[at] in pack.speech.patterns:
            cue = _pattern(layout, at)
        if cue is None:
            at += 1
            continue
        cues.append(cue)
        at = cue.last
    return sorted([*cues, *_relays(layout, cues)])


def _source(layout: Layout, at: int, last: int, phrase: SourcePhrase) -> SourceCue | None:
    a = layout.a
    if phrase.impersonal and a.norms[at] in layout.pack.grammar.contracted:
        return None  # "*Des sources policières* évoquent …": a subject, not "de source policière"
    if phrase.impersonal:
        return SourceCue(at, last, phrase, -1, -1, last)
    if phrase.pronoun:
        inside = next((token for token in range(at, last) if a.tags[token] == "R" and a.canonical[token] in layout.third), -1)
        return SourceCue(at, last, phrase, -1, inside, last) if inside >= 0 else None
    possessives = layout.pack.grammar.pronouns.possessives
    if any(norm in possessives for norm in a.norms[at:last]):  # "by her own admission": the speaker is in the phrase
        return SourceCue(at, last, phrase, -1, next(token for token in range(at, last) if a.norms[token] in possessives), last)
    limit = layout.bounds(at)[1]
    here = last
    while here < limit and a.chunk_of[here] < 0 and here < last + 2 and a.tags[here] in "DB+qP":
        here += 1
    if here >= limit:
        return None
    if a.tags[here] == "Q":
        return _relative(layout, at, here, phrase)
    if a.tags[here] == "R":
        return SourceCue(at, last, phrase, -1, here, here + 1)
    chunk = a.chunk_of[here]
    if chunk < 0:
        return None
    chunk = layout.owned(chunk)
    return SourceCue(at, last, phrase, chunk, -1, a.chunks[chunk].last)


def _pattern(layout: Layout, at: int) -> SourceCue | None:
    """A pattern around its speaker: "as *the judge* put it", "in *his* words"."""
    a = layout.a
    limit = layout.bounds(at)[1]
    clitics = layout.pack.grammar.clauses.possessive_clitic
    for pattern in layout.pack.speech.patterns[a.norms[at]]:
        begin = at + len(pattern.before)
        if tuple(a.norms[at:begin]) != pattern.before or begin >= limit:
            continue
        behind = pattern.behind
        if a.norms[begin] in layout.pack.grammar.pronouns.possessives and behind[:1] and behind[0] in clitics:
            end = begin + len(behind)
            if tuple(a.norms[begin + 1 : end]) == behind[1:]:
                return SourceCue(at, end, pattern.row, -1, begin, end)
            continue
        for here in range(begin + 1, min(begin + _REACH, limit)):
            end = here + len(behind)
            if tuple(a.norms[here:end]) == behind:
                chunk = a.chunk_of[begin]
                if chunk >= 0 and a.chunks[chunk].first == begin:
                    return SourceCue(at, end, pattern.row, layout.owned(chunk) if behind[0] not in clitics else chunk, -1, end)
                if a.tags[begin] == "R" and here == begin + 1:
                    return SourceCue(at, end, pattern.row, -1, begin, end)
            if a.tags[here] in ",.;:VQS" and a.norms[here] not in behind:
                break
    return None


def _relative(layout: Layout, at: int, marker: int, phrase: SourcePhrase) -> SourceCue | None:
    """A phrase whose source is what its relative clause describes: "le coach Paul Kerviel, *pour qui* …"."""
    a = layout.a
    before = at - 1
    if before < 1 or a.tags[before] != ",":
        return None
    first = a.sentences[a.sentence_of[at]][0]
    before = layout.back_over(before, ",-B", first)
    if before > first and a.tags[before] == ")":
        before = layout.back_over(max(a.tags.rfind("(", first, before), first) - 1, ",-B", first)
    chunk = a.chunk_of[before] if before >= first else -1
    return SourceCue(at, marker + 1, phrase, chunk, -1, marker + 1, relative=True) if chunk >= 0 else None


def _relays(layout: Layout, found: list[SourceCue]) -> list[SourceCue]:
    """Clauses that only say who says so: "*comme l'écrit* X", "*as X noted*"."""
    a = layout.a
    relays = layout.pack.speech.relays
    taken = {token for cue in found for token in range(cue.first, cue.last)}
    cues = []
    for index, clause in enumerate(a.clauses):
        marker = clause.marker if clause.marker >= 0 and clause.first <= clause.marker + _REACH else layout.back_over(clause.first - 1, "+", 0)
        if clause.form != "finite" or clause.passive or marker < 0 or marker in taken:
            continue
        row = relays.get(a.lemmas[marker])
        if row is None or clause.lemma not in layout.pack.clause_verbs or not _is_bare(layout, index, clause):
            continue
        if marker > layout.bounds(marker)[0] and a.tags[layout.back_over(marker - 1, "B", 0)] not in ",-(q":
            continue
        if clause.pronoun >= 0:
            cues.append(SourceCue(marker, clause.last, row, -1, clause.pronoun, clause.last))
            continue
        chunk = next((chunk for chunk in (*clause.subjects, *clause.objects) if a.chunks[chunk].first > marker), -1)
        if chunk >= 0:
            end = max(clause.last, a.chunks[chunk].last)
            cues.append(SourceCue(marker, clause.last, row, chunk, -1, end))
    return cues


def _is_bare(layout: Layout, index: int, clause: Clause) -> bool:
    """Whether a clause has nothing of its own to tell: its object is a pronoun for the words around it, or it has none."""
    a = layout.a
    if any(a.clauses[child].relation in ("complement", "interrogative", "infinitive", "quoted") for child in layout.children.get(index, ())):
        return False
    clitics = layout.pack.grammar.clauses.object_pronouns
    if clitics:
        return any(a.tags[at] == "R" and {a.norms[at], a.lemmas[at]} & {*clitics} for at in range(clause.first, clause.head))
    following = a.tags[clause.last : clause.last + 1]
    said = frozenset(layout.pack.grammar.clauses.dative)
    if any(
        a.chunks[chunk].first >= clause.last and not layout.is_time(chunk) and a.lemmas[a.chunks[chunk].preposition] not in said for chunk in clause.obliques
    ):
        return False  # "as he argued with his wife"
    return not clause.objects and following not in ("q", "Q") and not clause.modals
