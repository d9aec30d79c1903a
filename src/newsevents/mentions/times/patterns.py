"""The language of the patterns in ``times.toml``, and how a pattern becomes a regular expression over codes.

=================  ==========================================================================================
``the end of``     these words, whatever stands between them of white space
``<month>``        a word of the class ``month`` (or figures that can be one), kept under the field ``month``
``<day:to>``       the same, kept under the field ``to``
``<n>``            a number in figures or words
``{day|month:a}``  in a join: an expression of one of these types, kept as the part ``a``
``@name``          the macro of that name
``( | )``  ``?``   alternatives; what may be missing
=================  ==========================================================================================

There is no repetition, so no pattern can run away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Compiled", "PatternError", "Words", "compile_pattern", "literal_words"]

_TOKEN: Final = re.compile(
    r"\s+|(?P<class><(?P<name>\w+)(?::(?P<field>\w+))?>)|(?P<item>\{(?P<types>[\w|]+)(?::(?P<part>\w+))?\})"
    r"|@(?P<macro>\w+)|(?P<mark>[(|)?])|(?P<word>[^\s<>{}()|?@]+)"
)
_DEPTH: Final = 12  # macros in macros: deeper than this is a macro that holds itself


class PatternError(ValueError):
    """A pattern that cannot be read; the loader adds the file and the rule."""


class Words(Protocol):
    """What compiling needs to know of the words: the vocabulary."""

    def of_word(self, word: str) -> Alternatives:
        """Give the expression for a word of the pattern itself, cut as the text is."""

    def of_class(self, name: str) -> Alternatives:
        """Give the words of a class."""

    def of_types(self, types: tuple[str, ...]) -> frozenset[str]:
        """Give the codes of expression types."""


class Alternatives(NamedTuple):
    """The words of a class: an expression for them, and the codes they can start with."""

    expression: str
    first: frozenset[str]


class Group(NamedTuple):
    """What one named group of the regular expression holds."""

    field: str
    class_name: str  # "" for an expression in a join


class Compiled(NamedTuple):
    """A pattern ready to match."""

    expression: str
    first: frozenset[str]  # the codes it can start with
    groups: dict[str, Group]
    is_optional: bool  # it matches nothing at all, too
    needs: tuple[frozenset[str], ...]  # of each set one code must stand in what it matches


class _Part(NamedTuple):
    expression: str
    first: frozenset[str]
    is_optional: bool
    needs: tuple[frozenset[str], ...]


def literal_words(pattern: str) -> list[str]:
    """Give the words a pattern holds itself, in order.

    >>> literal_words("(the|this) <month>? of <year>")
    ['the', 'this', 'of']
    """
    return [match["word"] for match in _tokens(pattern) if match["word"]]


def compile_pattern(pattern: str, words: Words, macros: Mapping[str, str]) -> Compiled:
    """Turn a pattern into a regular expression over codes.

    Args:
        pattern: The pattern.
        words: The vocabulary that knows the codes.
        macros: Patterns by name.

    Raises:
        PatternError: A bracket without its partner, or a class, type or macro there is none of.
    """
    reader = _Reader(words, macros)
    part = reader.read(pattern)
    return Compiled(part.expression, part.first, reader.groups, part.is_optional, part.needs)


def _tokens(pattern: str) -> list[re.Match[str]]:
    found = []
    at = 0
    while at < len(pattern):
        match = _TOKEN.match(pattern, at)
        if match is None:
            message = f"cannot read {pattern[at:]!r} in {pattern!r}"
            raise PatternError(message)
        if not match.group().isspace():
            found.append(match)
        at = match.end()
    return found


class _Reader:
    """Reads one pattern with its macros, numbering the groups so that a field may stand in several alternatives."""

    def __init__(self, words: Words, macros: Mapping[str, str]) -> None:
        self._words = words
        self._macros = macros
        self.groups: dict[str, Group] = {}

    def read(self, pattern: str, depth: int = 0) -> _Part:
        """Read a whole pattern."""
        if depth > _DEPTH:
            message = f"a macro holds itself: {pattern!r}"
            raise PatternError(message)
        tokens = _tokens(pattern)
        part, at = self._alternatives(tokens, 0, depth)
        if at < len(tokens):
            message = f"a closing bracket without its opening one in {pattern!r}"
            raise PatternError(message)
        return part

    def _alternatives(self, tokens: list[re.Match[str]], at: int, depth: int) -> tuple[_Part, int]:
        parts = []
        while True:
            part, at = self._sequence(tokens, at, depth)
            parts.append(part)
            if at >= len(tokens) or tokens[at]["mark"] != "|":
                break
            at += 1
        if len(parts) == 1:
            return parts[0], at
        expression = "(?:" + "|".join(part.expression for part in parts) + ")"
        first = frozenset[str]().union(*(part.first for part in parts))
        is_optional = any(part.is_optional for part in parts)
        return _Part(expression, first, is_optional, () if is_optional else (first,)), at

    def _sequence(self, tokens: list[re.Match[str]], at: int, depth: int) -> tuple[_Part, int]:
        expressions: list[str] = []
        needs: tuple[frozenset[str], ...] = ()
        first: frozenset[str] = frozenset()
        is_open = True  # all parts so far may be missing
        while at < len(tokens) and tokens[at]["mark"] not in {"|", ")"}:
            part, at = self._one(tokens, at, depth)
            if at < len(tokens) and tokens[at]["mark"] == "?":
                part = _Part(f"(?:{part.expression})?", part.first, is_optional=True, needs=())
                at += 1
            expressions.append(part.expression)
            needs += part.needs
            if is_open:
                first |= part.first
                is_open = part.is_optional
        return _Part("".join(expressions), first, is_open, needs), at

    def _one(self, tokens: list[re.Match[str]], at: int, depth: int) -> tuple[_Part, int]:
        token = tokens[at]
        if token["mark"] == "(":
            part, at = self._alternatives(tokens, at + 1, depth)
            if at >= len(tokens):
                message = "an opening bracket without its closing one"
                raise PatternError(message)
            return part, at + 1
        if token["mark"]:
            message = f"{token['mark']!r} stands where a word should"
            raise PatternError(message)
        if token["macro"]:
            if token["macro"] not in self._macros:
                message = f"there is no macro @{token['macro']}"
                raise PatternError(message)
            return self.read(self._macros[token["macro"]], depth + 1), at + 1
        if token["class"]:
            return self._class(token["name"], token["field"] or token["name"]), at + 1
        if token["item"]:
            codes = self._words.of_types(tuple(token["types"].split("|")))
            name = self._group(token["part"] or "a", "")
            return _Part(f"(?P<{name}>{code_set(codes)})", codes, is_optional=False, needs=(codes,)), at + 1
        word = self._words.of_word(token["word"])
        return _Part(f"(?:{word.expression})", word.first, is_optional=False, needs=(word.first,)), at + 1

    def _class(self, class_name: str, field: str) -> _Part:
        alternatives = self._words.of_class(class_name)
        name = self._group(field, class_name)
        return _Part(f"(?P<{name}>{alternatives.expression})", alternatives.first, is_optional=False, needs=(alternatives.first,))

    def _group(self, field: str, class_name: str) -> str:
        name = f"{field}_{len(self.groups)}"
        self.groups[name] = Group(field, class_name)
        return name


def code_set(codes: frozenset[str]) -> str:
    """Give a character class of codes, neighbours as ranges.

    >>> code_set(frozenset("abcx"))
    '[a-cx]'
    """
    runs: list[list[int]] = []
    for code in sorted(map(ord, codes)):
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "[" + "".join(chr(low) + (f"-{chr(high)}" if high > low + 1 else chr(high) * (high > low)) for low, high in runs) + "]"
