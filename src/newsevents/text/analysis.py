"""What every stage reads: tokens, sentences, quotations and shallow syntax of one text, in parallel sequences."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import NamedTuple

import attrs

_DATELINE = 14  # tokens of a dateline: a place, its region, a date, an agency


class Quotation(NamedTuple):
    """One stretch between quotation marks.

    ``open`` and ``close`` are token indices of the marks; ``close`` is the index *after* the last token inside when the
    closing mark is missing (``closed`` is then False). ``depth`` is 0 for an outermost quotation.
    """

    open: int
    close: int
    depth: int
    closed: bool
    continued: bool  # opens a paragraph while the paragraph before left its quotation open


class Chunk(NamedTuple):
    """A noun phrase without its complements: token indices ``first`` up to ``last`` (exclusive), ``head`` inside."""

    first: int
    last: int
    head: int
    preposition: int  # token index of the preposition that governs it, -1 where there is none
    behind: int  # index of the chunk directly before it (only its preposition between), -1: what a complement may belong to
    leader: int  # index of the first chunk it is coordinated with ("A, B et C"), its own where there is none
    possessor: int  # index of the chunk that owns it ("Zimbabwe's affairs"), -1
    sentence: int


class Clause(NamedTuple):
    """A verb group with its places filled.

    ``first`` and ``last`` bound the verb group (tokens, exclusive end); ``head`` is its lexical verb. Chunks are named by
    their index in ``Analysis.chunks``.
    """

    first: int
    last: int
    head: int
    lemma: str
    form: str  # finite, infinitive, gerund, participle
    tense: str  # past, present, future, conditional ("" where the form has none)
    passive: bool
    reflexive: bool
    negated: bool
    modals: tuple[str, ...]  # lemmas of modal and auxiliary-like verbs in the group, outermost first
    person: int  # 1, 2 or 3; 0 where the form does not tell
    plural: bool
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    obliques: tuple[int, ...]
    relation: str  # root, complement, relative, adverbial, gerund, infinitive, participle, coordinated, interrogative
    governor: int  # index in Analysis.clauses, -1 for a root
    begin: int  # token span of the clause with everything below it
    end: int
    marker: int  # token index of the word that introduces it (que, qui, if, to …), -1
    pronoun: int  # token index of a subject pronoun, -1
    inverted: bool
    sentence: int


@attrs.frozen(kw_only=True, eq=False)
class Analysis:
    """One text, read once: the input of every stage.

    All token sequences have one entry a token, in text order; offsets are code points of ``text``.
    """

    text: str
    folded: str  # lower case, straight apostrophes, plain spaces; same length as text
    starts: list[int]
    ends: list[int]
    norms: list[str]  # folded words: NFC, lower case, straight apostrophes
    canonical: list[str]  # the same, contracted and elided function words as the pack spells them in its tables
    shapes: str  # one letter a token: l lower, C Capitalised, U UPPER (two letters or more), d digit first, p other
    tags: str  # one letter a token, see backends.tags
    lemmas: list[str]  # lemma of verbs, the folded word of all else
    sentences: list[tuple[int, int]]  # token bounds, exclusive end
    sentence_of: list[int]  # index of its sentence for every token
    paragraphs: list[int]  # index of its paragraph for every token
    quotations: list[Quotation]
    quoted: list[int]  # index of the innermost quotation a token stands in, -1 outside
    chunks: list[Chunk]
    chunk_of: list[int]  # index of its chunk for every token, -1
    clauses: list[Clause]
    clause_of: list[int]  # index of the innermost clause a token stands in, -1

    def word(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def surface(self, first: int, last: int) -> str:
        """The text from token ``first`` up to token ``last`` (exclusive)."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def key(self, first: int, last: int) -> str:
        """The folded words from token ``first`` up to token ``last`` as one string, as tables of names have them."""
        words = self.folded[self.starts[first] : self.ends[last - 1]]
        if not words.isascii():
            words = unicodedata.normalize("NFC", words)
        return " ".join(words.split()) if "\n" in words or "  " in words else words

    def behind_dateline(self, sentence: int, temporal: frozenset[str]) -> int:
        """The first token of a sentence behind the place, agency and date that open an article: "PARIS (AFP) – *La* croissance …".

        Args:
            sentence: its index.
            temporal: words for times, as the grammar has them.
        """
        first, last = self.sentences[sentence]
        marked = self.shapes[first] == "U"
        inside = first > 0 and self.paragraphs[first] == self.paragraphs[first - 1]
        if self.tags[first] != "E" or (inside and not (marked and self.tags[first + 1 : first + 2] == "(")):
            return first  # inside a paragraph a place in capitals with its agency in brackets alone opens an article: "LYON (AFP) –"
        for at in range(first, min(first + _DATELINE, last - 1)):
            tag = self.tags[at]
            if tag == "-":
                return at + 1 if marked and self.shapes[at + 1] != "l" else first
            marked = marked or tag in "(M"
            if tag not in "E(),.DMJP:" and self.norms[at] != "/" and self.norms[at] not in temporal:  # "BRUSSELS/PARIS, Feb 3 (Reuters) –"
                break
        return first

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after ``offset``."""
        return bisect_right(self.ends, offset)
