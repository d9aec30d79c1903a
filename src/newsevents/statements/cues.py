"""Cues: the verbs, adjectives, nouns and phrases that attribute words to a source, before their content is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.text.match import VerbMatcher

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup, ReportingNoun, SourcePhrase
    from newsevents.statements.layout import Layout, Range

_REACH = 12  # tokens over which a pattern's words may stand apart from its first ones: a title and a name


class VerbCue(NamedTuple):
    """A clause whose verb or adjective may report; ``groups`` are the entries that fit, those that ask more first.

    ``active``: the subject speaks though the form is passive ("was quoted as saying", "is worried"). ``shorter``: the cue that a shorter
    expression of the same verb makes, for when the longer one has no content ("expressed concern" that …, "expressed" concern over …).
    """

    clause: int
    groups: tuple[ReportingGroup, ...]
    first: int  # tokens of the cue words
    last: int
    gap: Range  # the object between the words of an expression ("hold X responsible"), empty when (0, 0)
    active: bool = False
    voice: int = -1  # the clause whose subject and auxiliary a participle shares ("a salué X et *dénoncé* Y"), -1 for a clause of its own
    shorter: VerbCue | None = None


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
    begin: int  # first token of the content
    noun: ReportingNoun


def find_verb_cues(layout: Layout) -> list[VerbCue]:
    """Clauses whose verb, or whose adjective behind a copula, is in the reporting lexicon."""
    a, pack = layout.a, layout.pack
    cues = []
    verbs = VerbMatcher(a, pack)
    for index, clause in enumerate(a.clauses):
        adjective = _adjective(layout, index)
        if adjective is not None:
            cues.append(adjective)
            continue
        hits = verbs.match(pack.reporting_verbs, clause)
        if clause.reflexive:  # "se trouver" is not "trouver"
            own = [entry.value for entry in pack.reporting_verbs.get(clause.lemma) if entry.reflexive]
            hits = [hit for hit in hits if hit.size > 1 or any(hit.value is value for value in own)]
        if not hits:
            continue
        voice = _shared(layout, index)
        first = clause.first
        while first > 0 and a.tags[first - 1] == "B" and a.norms[first - 1] in pack.speech.hearsay_adverbs:
            first -= 1
        cue = None
        for size in sorted({hit.size for hit in hits}):
            fitting = [hit for hit in hits if hit.size == size]
            groups = sorted((hit.value for hit in fitting if hit.first == fitting[0].first), key=_demands, reverse=True)
            last = max(fitting[0].last, clause.last)
            while clause.negated and last < len(a.tags) and a.tags[last] == "X":
                last += 1
            cue = VerbCue(index, tuple(groups), first, last, fitting[0].gap, active=groups[0].passive or voice >= 0, voice=voice, shorter=cue)
        if cue is not None:
            cues.append(cue)
    return cues


def _demands(group: ReportingGroup) -> int:
    """How much a group asks of its sentence; the one that asks most is tried first."""
    return 2 * bool(group.noun_heads) + 2 * bool(group.subject_kind) + bool(group.content_prepositions) + bool(group.content_from)


def _shared(layout: Layout, index: int) -> int:
    """The clause whose perfect a coordinated participle shares: "a salué X et *dénoncé* Y"; -1."""
    a = layout.a
    clause = a.clauses[index]
    if clause.form != "participle":
        return -1
    before = layout.back_over(clause.first - 1, "B", a.sentences[clause.sentence][0])
    if before < 0 or a.tags[before] != "C":
        return -1
    found = -1
    for other in layout.clauses_of[clause.sentence]:
        one = a.clauses[other]
        if one.first >= clause.first:
            break
        if one.form == "finite" and one.relation not in ("relative", "adverbial") and a.quoted[one.first] == a.quoted[clause.first]:
            perfect = not one.passive and sum(a.tags[at] in "VIGK" for at in range(one.first, one.last)) > 1 and a.tags[one.head] == "K"
            found = other if perfect else -1
    return found


def _adjective(layout: Layout, index: int) -> VerbCue | None:
    a, speech, be = layout.a, layout.pack.speech, layout.pack.grammar.verbs.be
    clause = a.clauses[index]
    limit = a.sentences[clause.sentence][1]
    at = clause.head
    if a.norms[at] in speech.adjectives and at > clause.first:
        # "is worried": the participle was read as the verb
        lemma, reflexive = next((a.lemmas[token] for token in range(at - 1, clause.first - 1, -1) if a.tags[token] in "VIGK"), be), False
    else:
        lemma, reflexive = clause.lemma, clause.reflexive
        at = layout.over(clause.last, "BX", limit)
        if at >= limit or a.norms[at] not in speech.adjectives:
            return None
    groups = tuple(group for row, group in speech.adjectives[a.norms[at]] if speech.takes(row, lemma, reflexive=reflexive))
    return VerbCue(index, groups, clause.first, at + 1, (0, 0), active=True) if groups else None


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
    return cues


def _source(layout: Layout, at: int, last: int, phrase: SourcePhrase) -> SourceCue | None:
    a = layout.a
    if phrase.impersonal:
        return SourceCue(at, last, phrase, -1, -1, last)
    possessives = layout.pack.grammar.pronouns.possessives
    if any(norm in possessives for norm in a.norms[at:last]):  # "by her own admission": the speaker is in the phrase
        return SourceCue(at, last, phrase, -1, next(token for token in range(at, last) if a.norms[token] in possessives), last)
    limit = layout.bounds(at)[1]
    here = last
    while here < limit and a.chunk_of[here] < 0 and here < last + 2 and a.tags[here] in "DB+qP":
        here += 1
    if here >= limit:
        return None
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


def _is_parenthesis(layout: Layout, marker: int) -> bool:
    """Whether a clause behind a noun only says who speaks of it: "an order that *he said* would restore trust"."""
    a = layout.a
    for index in layout.clauses_of[a.sentence_of[marker]]:
        clause = a.clauses[index]
        if clause.first > marker:
            return clause.lemma in layout.pack.clause_verbs and clause.last < len(a.tags) and a.tags[clause.last] == "V"
    return False


def find_noun_cues(layout: Layout) -> list[NounCue]:
    """Reporting nouns before a clause: "l'annonce de X que", "his claim that", "l'affirmation selon laquelle"."""
    a, pack = layout.a, layout.pack
    by_marker = {clause.marker: clause for clause in a.clauses if clause.marker >= 0 and clause.relation in ("complement", "relative")}
    cues = []
    for token, tag in enumerate(a.tags):
        if tag != "Q" or token < 1:
            continue
        before = token - 1
        said = a.lemmas[token] in layout.complementizers
        if not said:
            # "selon laquelle": a source phrase before the relative
            hit = pack.source_phrases.match(a.canonical[before:token], 0) if a.norms[before] in pack.source_phrases else None
            if hit is None:
                continue
            before -= 1
        chunk = a.chunk_of[before] if before >= 0 else -1
        direct = True
        for _ in range(4):
            if chunk < 0:
                break
            noun = next((pack.reporting_nouns[lemma] for lemma in layout.lemmas(chunk) if lemma in pack.reporting_nouns), None)
            if noun is not None:
                clause = by_marker.get(token)
                relative = clause is None or clause.relation == "relative"
                first = a.chunks[chunk].first
                apposed = first > 0 and a.tags[first - 1] == "," and a.norms[first] in pack.grammar.indefinite
                if said and (not noun.takes_clause or apposed or _is_parenthesis(layout, token)):
                    break  # "…, a proposal that Ryan has rejected": a relative clause
                if not said or (direct and not relative) or (not direct and a.tags[a.chunks[a.chunk_of[before]].head] == "E"):
                    cues.append(NounCue(chunk, token + 1, noun))
                break
            direct = False
            chunk = a.chunks[chunk].behind
    return cues
