"""Cues: the verbs, adjectives and nouns that attribute words to a source, before their content is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.text.match import VerbMatcher

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup, ReportingNoun
    from newsevents.statements.layout import Layout, Range


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
        hits = verbs.match(pack.reporting_verbs, clause)
        if clause.reflexive:  # "se trouver" is not "trouver"
            own = [entry.value for entry in pack.reporting_verbs.get(clause.lemma) if entry.reflexive]
            hits = [hit for hit in hits if hit.size > 1 or any(hit.value is value for value in own)]
        if not hits:
            if adjective is not None:
                cues.append(adjective)
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
        if adjective is not None:
            cue = adjective._replace(shorter=cue)
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


def _is_parenthesis(layout: Layout, marker: int) -> bool:
    """Whether a clause behind a noun only says who speaks of it: "an order that *he said* would restore trust"."""
    a = layout.a
    for index in layout.clauses_of[a.sentence_of[marker]]:
        clause = a.clauses[index]
        if clause.first > marker:
            return clause.lemma in layout.pack.clause_verbs and clause.last < len(a.tags) and a.tags[clause.last] == "V"
    return False


def _is_author(layout: Layout, marker: int) -> bool:
    """Whether people stand before a clause that are told as the authors of a noun's content: "a complaint *by the family* that it took an hour"."""
    a = layout.a
    chunk = a.chunk_of[marker - 1]
    preposition = a.chunks[chunk].preposition if chunk >= 0 else -1
    if preposition < 0 or a.lemmas[preposition] not in layout.pack.grammar.clauses.by or a.tags[marker + 1 : marker + 2] in ("V", "X"):
        return False
    roles = layout.pack.roles
    return any(lemma in roles.people or lemma in roles.persons for lemma in layout.lemmas(chunk))


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
                inverted = said and a.norms[token] in pack.grammar.clauses.relatives and pack.grammar.clauses.inversion and a.tags[token + 1 : token + 2] == "V"
                if said and (not noun.takes_clause or apposed or inverted or _is_parenthesis(layout, token)):
                    break  # "…, a proposal that Ryan has rejected", "un avis *que partage* X": a relative clause
                if not said or (direct and not relative) or (not direct and (a.tags[a.chunks[a.chunk_of[before]].head] == "E" or _is_author(layout, token))):
                    cues.append(NounCue(chunk, token + 1, noun))
                break
            direct = False
            chunk = a.chunks[chunk].behind
    return cues
