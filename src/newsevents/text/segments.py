"""Sentences, paragraphs and quotations over the tokens of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from newsevents.text.analysis import Quotation

if TYPE_CHECKING:
    from collections.abc import Container

    from newsevents.lexicon.tokenizer import Tokens

_ENDS = frozenset({".", "?", "!", "…", "...", "....", "?!", "!!"})
_CLOSERS = frozenset("»”\"’'›)]")
_STOPS = _ENDS | _CLOSERS
_OPENERS = frozenset("«“\"‘'„‹([-–—")
_DEEPEST = 8  # quotations inside quotations that are told apart
_LONGEST = 600  # tokens of a sentence: what runs on longer is no sentence of news, and is cut there
_LINE_ENDS = re.compile("[\n\r\u2029]")
_WRAPPED_WIDTH = 120  # lines of a hard-wrapped text are shorter than this; paragraphs of news mostly are not


class Segments(NamedTuple):
    """Where sentences and paragraphs lie, in tokens."""

    sentences: list[tuple[int, int]]
    sentence_of: list[int]
    paragraphs: list[int]


class Marks(NamedTuple):
    """The quotations of a text, and the marks that have no partner."""

    quotations: list[Quotation]
    quoted: list[int]
    unbalanced: list[int]


def segment(text: str, tokens: Tokens, titles: frozenset[str], openers: Container[str]) -> Segments:
    """Find sentences and paragraphs.

    Args:
        text: the article's text.
        tokens: its tokens.
        titles: abbreviations that never end a sentence ("m.", "gen.").
        openers: function words; capitalised behind another abbreviation ("in the U.S. The …") they begin a sentence.

    Returns:
        Sentence bounds in text order, covering every token, none longer than 600 tokens; the sentence and the paragraph of each token.
    """
    starts, ends, norms = tokens
    size = len(starts)
    breaks = _paragraph_breaks(text, starts, ends)
    sentences: list[tuple[int, int]] = []
    sentence_of: list[int] = []
    paragraphs: list[int] = []
    first, paragraph = 0, 0
    stops = [at for at, norm in enumerate(norms, 1) if norm in _STOPS or norm[-1] == "."]
    for stop in (*sorted({*breaks, *stops} - {size}), size) if size else ():
        for last in (*range(first + _LONGEST, stop, _LONGEST), stop):
            if last == stop and last not in breaks and last < size and not _ends_sentence(text, tokens, last - 1, first, titles, openers):
                continue
            sentence_of += [len(sentences)] * (last - first)
            paragraphs += [paragraph] * (last - first)
            sentences.append((first, last))
            first = last
        paragraph += stop in breaks
    return Segments(sentences, sentence_of, paragraphs)


def _ends_sentence(text: str, tokens: Tokens, at: int, first: int, titles: frozenset[str], openers: Container[str]) -> bool:
    starts, ends, norms = tokens
    norm = norms[at]
    following = at + 1
    if norm in _ENDS:
        if norms[following] in _CLOSERS and (norms[following] in "»”)]›" or starts[following] == ends[at]):
            return False  # the closing mark still belongs to this sentence
    elif norm in _CLOSERS:
        back = at - 1
        while back > first and norms[back] in _CLOSERS:
            back -= 1
        if norms[back] not in _ENDS or back < first:
            return False
        if norms[following] in _CLOSERS and starts[following] == ends[at]:
            return False
    elif not (norm[-1] == "." and len(norm) > 1) or norm in titles:
        return False
    elif len(norm) == 2 and text[starts[at]].isupper():
        lettered = at > first and text[starts[at - 1]].islower() and norms[following] in openers  # "l'échantillon *B.* Selon lui"
        return lettered and text[starts[following]].isupper()  # else an initial: "J. Dupont"
    if starts[following] == ends[at] and norms[following] not in _OPENERS:
        return False  # "www.example", "12.5": no space behind the stop
    word = following
    while word < len(norms) - 1 and norms[word] in _OPENERS:
        word += 1
    letter = text[starts[word]]
    if letter.islower():
        return False
    if norm in ("...", "…", "....") and not letter.isupper():
        return False
    if norm[-1] == "." and len(norm) > 2:  # an abbreviation: only a new sentence's opening word can tell
        return letter.isupper() and norms[word] in openers
    return letter.isupper() or letter.isdigit() or not letter.isalnum()


def _paragraph_breaks(text: str, starts: list[int], ends: list[int]) -> frozenset[int]:
    """Token indices that begin a paragraph: a blank line always breaks, a single line end unless the text is hard-wrapped."""
    if "\n" not in text and "\r" not in text and "\u2029" not in text:
        return frozenset()
    lines = [line for line in text.splitlines() if line.strip()]
    unfinished = sum(1 for line in lines[:-1] if line.rstrip()[-1:] not in ".?!»”\"…:'’")
    wrapped = len(lines) > 3 and max(map(len, lines)) <= _WRAPPED_WIDTH and unfinished > len(lines) // 2
    found = set()
    for line_end in _LINE_ENDS.finditer(text):
        at = bisect_right(starts, line_end.start())  # the token behind it
        if 0 < at < len(starts) and at not in found:
            gap = text[ends[at - 1] : starts[at]]
            lines_between = gap.count("\n") or gap.count("\r") + gap.count("\u2029")
            if lines_between > 1 or (lines_between == 1 and not wrapped):
                found.add(at)
    return frozenset(found)


def quotations(text: str, tokens: Tokens, paragraphs: list[int], pairs: tuple[tuple[str, str], ...]) -> Marks:
    """Pair the quotation marks of a text.

    Nested marks nest; a quotation left open at the end of its paragraph is closed there, and a mark that opens the next
    paragraph then continues it (the press repeats the opening mark at each paragraph of a long quotation).

    Args:
        text: the article's text.
        tokens: its tokens.
        paragraphs: the paragraph of each token.
        pairs: opening and closing marks of the language, the outermost kind first.

    Returns:
        Quotations in order of their opening mark, the innermost quotation of every token, and marks without a partner.
    """
    starts, ends, norms = tokens
    size = len(starts)
    closing = dict(pairs)
    closers = {close for _, close in pairs}
    found: list[Quotation] = []
    unbalanced: list[int] = []
    stack: list[tuple[int, str]] = []
    left_open = False  # the paragraph before ended inside a quotation

    def shut(upto: int, last: int, *, closed: bool) -> None:
        while len(stack) > upto:
            at, _ = stack.pop()
            continued = at in continuing
            if closed and len(stack) == upto:
                found.append(Quotation(at, last, len(stack), closed=True, continued=continued))
            else:
                unbalanced.append(at)
                found.append(Quotation(at, last, len(stack), closed=False, continued=continued))

    continuing: set[int] = set()
    marks = {*closing, *closers, "'"}
    for at, norm in enumerate(norms):
        if at and paragraphs[at] != paragraphs[at - 1]:
            left_open = bool(stack)
            shut(0, at, closed=False)
        if norm not in marks:
            continue
        if norm == "'" and norm not in closing and norm not in closers:
            original = text[starts[at]] if starts[at] < len(text) else ""
            if original not in closers:
                continue
        mark = text[starts[at] : ends[at]]
        spaced_before = at == 0 or starts[at] > ends[at - 1] or norms[at - 1] in _OPENERS
        spaced_after = at + 1 == size or starts[at + 1] > ends[at] or not text[starts[at + 1]].isalnum()
        match = next((depth for depth in range(len(stack) - 1, -1, -1) if closing[stack[depth][1]] == mark), None)
        single = mark in "'’"
        if match is not None and not (mark in closing and closing[mark] == mark and spaced_before and not spaced_after):
            if single and not spaced_after:
                continue
            shut(match, at, closed=True)
        elif len(stack) < _DEEPEST and mark in closing and (closing[mark] != mark or (spaced_before and not (spaced_after and single))):
            if single and spaced_after:
                continue
            if left_open and not stack and paragraphs[at] != paragraphs[at - 1]:
                continuing.add(at)
            stack.append((at, mark))
        elif not single:
            unbalanced.append(at)
    shut(0, size, closed=False)
    found.sort(key=lambda quotation: (quotation.open, -quotation.close))
    quoted = [-1] * size
    for number, quotation in enumerate(found):  # at most _DEEPEST of them hold a token
        for inside in range(quotation.open, min(quotation.close + 1, size) if quotation.closed else quotation.close):
            quoted[inside] = number
    return Marks(found, quoted, sorted(unbalanced))
