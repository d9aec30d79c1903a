"""How a language's text is cut into tokens, as its pack tells."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

import attrs

if TYPE_CHECKING:
    from collections.abc import Sequence

_APOSTROPHES = "’ʼ＇‛′"
_SPACES = "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u3000"
# One by one: looking for a character that is not there is a hundred times as fast as translating every one.
_FOLD = (*((mark, "'") for mark in _APOSTROPHES), *((space, " ") for space in _SPACES), ("‑", "-"), ("‐", "-"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

_WORD = "[\\w\u0300-\u036f\u00ad\u200c\u200d]"
_LETTER = r"[^\W\d_]"


def fold(text: str) -> str:
    """Fold a text for look-ups: lower case, straight apostrophes, plain spaces and hyphens; same length.

    Characters whose lower case has another length stay as they are, so that offsets hold.

    >>> fold("L’ÉTAT dit")
    "l'état dit"
    """
    if text.isascii():
        return text.lower()
    folded = text
    for old, new in _FOLD:
        if old in folded:
            folded = folded.replace(old, new)
    lowered = folded.lower()
    if len(lowered) != len(folded):
        longer = "".join(sorted(char for char in set(folded) if len(char.lower()) != 1))
        lowered = "".join(part if part in longer else part.lower() for part in re.split(f"([{re.escape(longer)}])", folded))
    return lowered


def fold_name(name: str) -> str:
    """Fold a name from anywhere as tables of names have it: composed (NFC), folded, white space as single spaces; offsets do not hold.

    >>> fold_name("L’E\u0301TAT   dit")
    "l'état dit"
    """
    return " ".join(fold(unicodedata.normalize("NFC", name)).split())


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TokenRules:
    """The ``[tokens]`` table of a pack: where words are cut.

    Attributes:
        elisions: words before an apostrophe that are tokens of their own, the apostrophe kept (``l'``).
        clitics: endings with an apostrophe that are tokens of their own (``'s``, ``n't``).
        hyphen_clitics: endings with a hyphen that are tokens of their own (``-t-il``).
        name_endings: endings with a hyphen that are tokens of their own behind a capital ("Kabul", "-based").
        whole: words that are never cut.
        abbreviations: words whose final stop belongs to them and ends no sentence.
        numbered: those of them that are one only before a number ("No. 10").
        domains: last parts of names on the internet that are no words ("Gawker.com").
        thousands: characters that group the digits of a number by three.
    """

    elisions: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    hyphen_clitics: tuple[str, ...] = ()
    name_endings: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    thousands: tuple[str, ...] = (",",)


class Tokens(NamedTuple):
    """Parallel sequences, one entry a token in text order."""

    starts: list[int]
    ends: list[int]
    norms: list[str]


class Tokenizer:
    """Cuts text into tokens; made once a pack, safe to share."""

    def __init__(self, rules: TokenRules) -> None:
        self._elisions = frozenset(word + "'" for word in rules.elisions)
        self._clitics = rules.clitics
        self._hyphen_clitics = frozenset(rules.hyphen_clitics)
        self._name_endings = frozenset(rules.name_endings)
        self._whole = frozenset(rules.whole)
        self._longest_whole = max(map(len, rules.whole), default=0)
        self._abbreviations = frozenset(rules.abbreviations)
        self._domains = frozenset(rules.domains)
        self._numbered = frozenset(rules.numbered)
        group = "[" + re.escape("".join(rules.thousands)) + "]"
        self._pattern = re.compile(
            rf"https?://\S+"
            rf"|(?:{_LETTER}\.){{2,}}|{_LETTER}\.{_LETTER}(?!{_WORD})"
            rf"|\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:[.,]\d+)?"
            rf"|\d+(?:[.,]\d+)*{_WORD}*(?:-{_WORD}+)*"
            rf"|{_WORD}+(?:[-']{_WORD}+)*'?"
            rf"|\.{{2,}}|--+|[^\s\u200b\u2060\ufeff]"
        )

    def __call__(self, text: str) -> Tokens:
        """Cut a text.

        Args:
            text: any string.

        Returns:
            Tokens in text order, not overlapping; white space belongs to none. Linear in the text's length.
        """
        folded = fold(text)
        tokens = Tokens([], [], [])
        starts, ends, norms = tokens
        whole, abbreviations = self._whole, self._abbreviations
        composed = text.isascii() or unicodedata.is_normalized("NFC", text)
        invisible = _INVISIBLE.search(text) is not None
        skip = 0
        for match in self._pattern.finditer(folded):
            start, end = match.span()
            if start < skip:
                start = skip
                if start >= end:
                    continue
            norm = folded[start:end]
            if norm[-1] == "'" and len(norm) > 1 and norm not in self._elisions and not self._is_elided(norm):
                end -= 1
                norm = norm[:-1]
                self._cut(norm, start, tokens)
                starts.append(end)
                ends.append(end + 1)
                norms.append("'")
                continue
            if norm in abbreviations or (len(norm) == 1 and text[start].isupper()):
                stopped = folded[end : end + 1] == "." and folded[end + 1 : end + 2] != "."
                if stopped and (norm not in self._numbered or folded[end + 1 : end + 3].lstrip()[:1].isdigit()):
                    end += 1
                    skip = end
                    norm += "."
                starts.append(start)
                ends.append(end)
                norms.append(norm)
            elif ("'" in norm or "-" in norm) and len(norm) > 1 and norm not in whole:
                at = norm.rfind("-")
                if at > 0 and norm[at:] in self._name_endings and text[start].isupper():
                    self._cut(norm[:at], start, tokens)
                    start += at
                    norm = norm[at:]
                    starts.append(start)
                    ends.append(end)
                    norms.append(norm)
                else:
                    self._cut(norm, start, tokens)
            elif norm in self._domains and text[start].islower() and norms[-1:] == ["."] and ends[-1] == start and ends[-2:-1] == [starts[-1]]:
                norms[-2:] = [f"{norms[-2]}.{norm}"]  # "Gawker.com"
                starts.pop()
                ends[-2:] = [end]
            else:
                starts.append(start)
                ends.append(end)
                norms.append(norm)
        if not composed or invisible:
            norms[:] = [unicodedata.normalize("NFC", _INVISIBLE.sub("", norm)) or norm for norm in norms]
        return tokens

    def words(self, phrase: str) -> tuple[str, ...]:
        """The folded tokens of a phrase of the pack."""
        return tuple(self(phrase).norms)

    def _is_elided(self, norm: str) -> bool:
        return any(norm.endswith(("-" + word, "'" + word)) for word in self._elisions)

    def _cut(self, norm: str, start: int, tokens: Tokens) -> None:
        """Cut elided words off the front and clitics off the end."""
        starts, ends, norms = tokens
        begin, last, longest = 0, len(norm), self._longest_whole
        while True:
            at = norm.find("'", begin)
            if at < 0 or at == last - 1 or norm[begin : at + 1] not in self._elisions or (last - begin <= longest and norm[begin:] in self._whole):
                break
            starts.append(start + begin)
            ends.append(start + at + 1)
            norms.append(norm[begin : at + 1])
            begin = at + 1
        cuts = [last]
        if last - begin > longest or norm[begin:] not in self._whole:
            for clitic in self._clitics:
                if norm.endswith(clitic, begin) and last - begin > len(clitic):
                    last -= len(clitic)
                    cuts.append(last)
                    break
            at = norm.rfind("-", begin, last)
            while at > begin and self._hyphen_clitics:
                longer = norm.rfind("-", begin, at)
                if longer > begin and norm[longer:last] in self._hyphen_clitics:
                    at = longer
                if norm[at:last] not in self._hyphen_clitics:
                    break
                last = at
                cuts.append(last)
                at = norm.rfind("-", begin, last)
        for end in reversed(cuts):
            starts.append(start + begin)
            ends.append(start + end)
            norms.append(norm[begin:end])
            begin = end


def joined(words: Sequence[str]) -> str:
    """Folded words as one string, for look-ups of phrases."""
    return " ".join(words)
