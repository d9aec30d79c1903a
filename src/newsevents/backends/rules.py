"""The default backend: shallow syntax by lexicon and rules, in one pass, without any dependency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.backends.candidates import find_candidates, shape_of
from newsevents.backends.chunks import find_chunks
from newsevents.backends.clauses.draft import Draft
from newsevents.backends.clauses.reader import ClauseReader
from newsevents.backends.tags import tag
from newsevents.lexicon.tokenizer import fold
from newsevents.text.analysis import Analysis
from newsevents.text.segments import quotations, segment

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack


def analyse(text: str, pack: Pack) -> tuple[Analysis, list[int]]:
    """Read a text: tokens, sentences, quotations, tags, noun phrases and clauses.

    Args:
        text: the article's text as received.
        pack: its language.

    Returns:
        The analysis, and the token indices of quotation marks without a partner. Linear in the text's length.
    """
    tokens = pack.tokenizer(text)
    starts, ends, norms = tokens
    segments = segment(text, tokens, pack.sentence_titles, pack.function_words)
    marks = quotations(text, tokens, segments.paragraphs, pack.header.quotes.pairs)
    shapes = [shape_of(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    bare = pack.grammar.bare_capitals
    for at in [at for at, shape in enumerate(shapes) if shape in "CU" and norms[at][0] in bare]:
        norms[at] = pack.accented(norms[at])
    initial = [False] * len(starts)
    for first, last in segments.sentences:
        at = first
        while at < last - 1 and shapes[at] == "p":
            at += 1
        initial[at] = True
    for quotation in marks.quotations:
        if quotation.open + 1 < len(initial) and shapes[quotation.open + 1] != "l":  # a small letter goes on: his client "acted to …"
            initial[quotation.open + 1] = True
    possessive: frozenset[int] = frozenset()
    if "'" in pack.grammar.clauses.possessive_clitic and "'" in norms:
        used = {mark for quotation in marks.quotations for mark in (quotation.open, quotation.close)}
        possessive = frozenset(
            at for at, norm in enumerate(norms) if norm == "'" and at and at not in used and norms[at - 1][-1] == "s" and starts[at] == ends[at - 1]
        )
    canonical = list(map(pack.canonical.get, norms, norms))
    tagged = tag(norms, canonical, initial, find_candidates(norms, canonical, shapes, initial, possessive, pack), pack)
    tags = "".join(tagged.tags)
    chunks, chunk_of = find_chunks(tags, norms, tagged.lemmas, segments.sentences, pack)
    draft = Draft(tags, norms, tagged.lemmas, tagged.verbs, chunks, chunk_of, pack)
    reader = ClauseReader(draft, marks.quotations)
    for number, (first, last) in enumerate(segments.sentences):
        reader.sentence(first, last, number)
    analysis = Analysis(
        text=text,
        folded=fold(text),
        starts=starts,
        ends=ends,
        norms=norms,
        canonical=canonical,
        shapes="".join(shapes),
        tags=tags,
        lemmas=tagged.lemmas,
        sentences=segments.sentences,
        sentence_of=segments.sentence_of,
        paragraphs=segments.paragraphs,
        quotations=marks.quotations,
        quoted=marks.quoted,
        chunks=chunks,
        chunk_of=chunk_of,
        clauses=draft.finish(),
        clause_of=draft.clause_of,
    )
    return analysis, marks.unbalanced
