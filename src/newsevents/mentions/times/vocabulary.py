"""The words of a pack's time grammar: their codes, their classes and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.mentions.times.numbers import NumberWords, number_expression
from newsevents.mentions.times.patterns import Alternatives, PatternError, code_set, literal_words
from newsevents.mentions.times.scan import FIGURES, Spellings, cut, figure_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsevents.mentions.times.source import TimesFile

__all__ = ["HOLIDAY", "NUMBER", "TYPES", "Vocabulary", "type_code"]

NUMBER: Final = "n"  # the class that is a whole number, in figures or words
HOLIDAY: Final = "holiday"  # the class of the names of days, each meaning its place in the file

# The types of expression that joins may ask for.
TYPES: Final = ("day", "daypart", "month", "year", "period", "clock", "clocks", "moment", "part", "duration", "set", "range", "years", "vague")

_FIRST_CODE: Final = 0xE000  # the private use area: no code of `scan` lies there
_FIRST_TYPE: Final = 0xF800
_NAME: Final = "name"
_ALWAYS: Final = (".", ",")


class Vocabulary:
    """All words of a grammar, each with the one code that stands for it in a scanned text."""

    def __init__(self, source: TimesFile) -> None:
        """Give codes to every word the file holds.

        Args:
            source: The file.
        """
        self._codes: dict[str, str] = {}
        self._values: dict[str, dict[str, int | str]] = {}
        classes: dict[str, Iterable[str]] = {**source.words, **source.lists}
        for word in (*_ALWAYS, *(word for words in classes.values() for word in words), *source.number_joins, *_literals(source)):
            self.literal(word)
        self._figures = {name: self._with_own_codes(codes) for name, codes in FIGURES.items()}
        self._figures[_NAME] |= self._parts_of_names(classes)
        self._classes = {name: self._alternatives(words) for name, words in classes.items()}
        for name, words in source.words.items():
            self._values[name] = {self.literal(word): value for word, value in words.items()}
        self.numbers = NumberWords(
            source.words.get("number", {}),
            joins=frozenset(piece for word in source.number_joins for piece in cut(word)),
            thousands=frozenset(source.thousands),
        )
        self._number = self._number_alternatives(source)
        figures = {code for spelling, code in self._codes.items() if spelling.isdecimal()}
        common = frozenset(code for word in (*source.common, *_ALWAYS) for code in self.literal(word))
        self.triggers = frozenset(self._codes.values()) - common - figures | self._figures["year"] | self._figures["late_figures"]

    def _code(self, spelling: str) -> str:
        """Give the code of one piece of a word, a new one where it has none yet."""
        if spelling not in self._codes:
            self._codes[spelling] = chr(_FIRST_CODE + len(self._codes))
        return self._codes[spelling]

    def _with_own_codes(self, codes: frozenset[str]) -> frozenset[str]:
        """Add to a class of figures those that stand in the pack's own words ("1er"), and so have a code of their own."""
        return codes | {code for spelling, code in self._codes.items() if spelling.isdecimal() and figure_code(spelling) in codes}

    def _parts_of_names(self, classes: Mapping[str, Iterable[str]]) -> frozenset[str]:
        """Give the capitalised words that mean a time only with others ("Canada" of "Canada Day"): alone they are names."""
        single = {self.literal(word) for words in classes.values() for word in words}
        return frozenset(code for spelling, code in self._codes.items() if spelling[0].isupper() and code not in single)

    @property
    def spellings(self) -> Spellings:
        """The codes by how the word must be written."""
        tables: tuple[dict[str, str], ...] = ({}, {}, {})
        for spelling, code in self._codes.items():
            tables[2 if spelling.isupper() and len(spelling) > 1 else spelling[0].isupper()][spelling.lower()] = code
        return Spellings(*tables)

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all words."""
        return frozenset(self._codes.values())

    def value(self, class_name: str, codes: str) -> int | str | None:
        """Give what a word of a class means, by its codes.

        Returns:
            The meaning; `None` for a class whose words mean nothing further.
        """
        return self._values.get(class_name, {}).get(codes)

    def literal(self, word: str) -> str:
        """Give the codes of a word or phrase, each piece as it is written there."""
        return "".join(self._code(spelling) for spelling in spellings_of(word))

    def of_word(self, word: str) -> Alternatives:
        """Give the expression for a word that a pattern holds itself; in lower case it takes the text's capitals, too."""
        codes = [self._any_spelling(spelling) for spelling in spellings_of(word)]
        return Alternatives("".join(map(code_set, codes)), codes[0])

    def _any_spelling(self, spelling: str) -> frozenset[str]:
        """Give the codes of all words that are this one, but for more capitals."""
        others = (spelling, spelling.capitalize(), spelling.upper()) if spelling.islower() else (spelling,)
        return frozenset(self._codes[other] for other in others if other in self._codes)

    def phrases(self, words: Iterable[str]) -> str:
        """Give the expression for any of these words and phrases."""
        return "|".join(sorted((self.of_word(word).expression for word in words), key=lambda expression: (-len(expression), expression)))

    def of_class(self, name: str) -> Alternatives:
        """Give the words of a class."""
        if name == NUMBER:
            return self._number
        if name in self._figures:
            return Alternatives(code_set(self._figures[name]), self._figures[name])
        try:
            return self._classes[name]
        except KeyError:
            message = f"there is no class <{name}>"
            raise PatternError(message) from None

    def of_types(self, types: tuple[str, ...]) -> frozenset[str]:
        """Give the codes that stand for found expressions of these types."""
        return frozenset(type_code(name) for name in types)

    def _alternatives(self, words: Iterable[str]) -> Alternatives:
        literals = {self.literal(word) for word in words}
        single = frozenset(literal for literal in literals if len(literal) == 1)
        longer = sorted(literals - single, key=lambda literal: (-len(literal), literal))
        expression = "|".join([*longer, *([code_set(single)] if single else [])])
        return Alternatives(f"(?:{expression})", frozenset(literal[0] for literal in literals))

    def _number_alternatives(self, source: TimesFile) -> Alternatives:
        tables: tuple[dict[str, int], ...] = ({}, {}, {})
        for word, value in source.words.get("number", {}).items():
            tables[self.numbers.level(int(value))][word] = int(value)
        units, tens, scales = (self._alternatives(table).expression if table else "(?!)" for table in tables)
        joins = code_set(frozenset(self.literal(word) for word in source.number_joins)) if source.number_joins else "(?!)"
        words = self._alternatives(source.words.get("number", {}))
        expression = number_expression(units, tens, scales, joins, self._figures)
        return Alternatives(expression, words.first | self._figures["figure"])


def type_code(name: str) -> str:
    """Give the code that stands for a found expression of a type.

    Raises:
        PatternError: There is no such type.
    """
    if name not in TYPES:
        message = f"there is no type {name!r}, only {', '.join(TYPES)}"
        raise PatternError(message)
    return chr(_FIRST_TYPE + TYPES.index(name))


def spellings_of(word: str) -> list[str]:
    """Cut a word of the pack as the text is cut, keeping which pieces it writes with a capital or in capitals.

    >>> spellings_of("New Year's Eve"), spellings_of("GMT")
    (['New', 'Year', "'", 's', 'Eve'], ['GMT'])
    """
    if word.isalpha() and word.islower():
        return [word]
    found = []
    at = 0
    for piece in cut(word):
        at = word.lower().find(piece, at)
        written = word[at : at + len(piece)]
        at += len(piece)
        found.append(piece.upper() if written.isupper() else piece.capitalize() if written[:1].isupper() else piece)
    return found


def _literals(source: TimesFile) -> Iterable[str]:
    """Give the words that patterns hold themselves."""
    for pattern in source.macros.values():
        yield from literal_words(pattern)
    for rule in (*source.rule, *source.join):
        for pattern in (*rule.patterns, rule.after, rule.not_after, rule.before, rule.not_before):
            yield from literal_words(pattern)
    for preposition in source.preposition:
        yield from preposition.words
    for holiday in source.holiday:
        yield from holiday.words
