"""The time grammar of a language, compiled once from its ``times.toml``."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from newsevents.errors import PackError
from newsevents.lexicon.reading import read_toml, structured, uncollected
from newsevents.mentions.times.patterns import PatternError, code_set, compile_pattern
from newsevents.mentions.times.readings import READINGS
from newsevents.mentions.times.scan import BREAK, CAPITAL, MARK, WORD
from newsevents.mentions.times.source import TimesFile
from newsevents.mentions.times.vocabulary import HOLIDAY, Vocabulary, type_code

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from newsevents.mentions.times.patterns import Group
    from newsevents.mentions.times.source import Preposition, Rule

__all__ = ["Matcher", "TimeGrammar"]

_FILE: Final = "times.toml"


@attrs.frozen(eq=False)
class Matcher:
    """One pattern of a rule. Its expressions are compiled when a text first has a word it can start with."""

    rule: Rule
    expression: str
    first: frozenset[str]  # the codes it can start with
    needs: tuple[frozenset[str], ...]  # of each set one code must stand in the text's run of known words
    groups: Mapping[str, Group]
    right_after: str  # what must, and must not, stand right before; "" for anything
    not_right_after: str
    code: str  # what stands for its expression in joins

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern over codes."""
        return re.compile(self.expression)

    @cached_property
    def after(self) -> re.Pattern[str] | None:
        """Searched in the codes right before, anchored at their end."""
        return re.compile(f"(?:{self.right_after})$") if self.right_after else None

    @cached_property
    def not_after(self) -> re.Pattern[str] | None:
        """Searched in the codes right before, anchored at their end."""
        return re.compile(f"(?:{self.not_right_after})$") if self.not_right_after else None


class Introducer(NamedTuple):
    """A preposition ready to look for, anchored at the end of what stands before an expression."""

    preposition: Preposition
    pattern: re.Pattern[str]


class TimeGrammar:
    """How a language writes times. Immutable once made; safe to share between threads."""

    @uncollected()
    def __init__(self, source: TimesFile, where: str = _FILE) -> None:
        """Compile what a ``times.toml`` holds.

        Args:
            source: The file.
            where: Folder and file, for errors.

        Raises:
            PackError: A pattern cannot be read, or a rule names a reading, class, macro or type there is none of.
        """
        names = {name: at for at, holiday in enumerate(source.holiday) for name in holiday.words}
        source = attrs.evolve(source, words={**source.words, HOLIDAY: dict(names)})
        self.source = source
        self.order = source.order
        self.holidays = source.holiday
        self.tense = source.tense
        self.words = Vocabulary(source)
        self.spellings = self.words.spellings
        faults: list[str] = []
        self.rules = self._matchers(source.rule, f"{where}:$.rule", faults)
        self.joins = self._matchers(source.join, f"{where}:$.join", faults)
        if faults:
            raise PackError(*faults)
        # What a run of words must have for a rule to be worth trying, each of the sets of codes a bit.
        bits = {need: 1 << at for at, need in enumerate(dict.fromkeys(need for matcher in self.rules for need in matcher.needs))}
        self.all_needs = sum(bits.values())
        self.needs_met: dict[str, int] = {}
        for need, bit in bits.items():
            for code in need:
                self.needs_met[code] = self.needs_met.get(code, 0) | bit
        by_first: dict[str, list[tuple[int, Matcher]]] = {}
        for matcher in self.rules:
            needs = sum({bits[need] for need in matcher.needs})
            for code in sorted(matcher.first):
                by_first.setdefault(code, []).append((needs, matcher))
        self.by_first: Mapping[str, tuple[tuple[int, Matcher], ...]] = {code: tuple(found) for code, found in by_first.items()}
        self.runs = re.compile(f"[^{WORD}{CAPITAL}{MARK}{BREAK}]+")
        self.trigger = re.compile(code_set(self.words.triggers))
        self.introducers = tuple(Introducer(preposition, re.compile(f"(?:{self.words.phrases(preposition.words)})$")) for preposition in source.preposition)

    def wanting(self, codes: frozenset[str]) -> int:
        """The needs of rules that some codes do not meet, as bits."""
        met = 0
        for code in codes:
            met |= self.needs_met.get(code, 0)
        return self.all_needs & ~met

    @classmethod
    def load(cls, folder: Traversable) -> TimeGrammar:
        """Read the ``times.toml`` of a pack's folder.

        Args:
            folder: The folder.

        Raises:
            PackError: The file is missing or wrong; names file, path and every fault.
        """
        return cls(read_toml(folder, _FILE, TimesFile), f"{folder.name}/{_FILE}")

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any], where: str = _FILE) -> TimeGrammar:
        """Read what a ``times.toml`` holds, already parsed.

        Args:
            raw: The tables.
            where: Folder and file, for errors.

        Raises:
            PackError: Something is wrong; names path and every fault.
        """
        return cls(structured(raw, TimesFile, where), where)

    def _matchers(self, rules: tuple[Rule, ...], where: str, faults: list[str]) -> tuple[Matcher, ...]:
        """Compile rules, gathering what is wrong with them."""
        found: list[Matcher] = []
        for at, rule in enumerate(rules):
            try:
                found += [self._matcher(rule, pattern) for pattern in rule.patterns]
            except PatternError as error:
                faults.append(f"{error} @ {where}[{at}] ({rule.name})")
        return tuple(found)

    def _matcher(self, rule: Rule, pattern: str) -> Matcher:
        """Compile one pattern of a rule."""
        if rule.read not in READINGS:
            message = f"there is no reading {rule.read!r}, only {', '.join(sorted(READINGS))}"
            raise PatternError(message)
        compiled = compile_pattern(pattern, self.words, self.source.macros)
        if compiled.is_optional:
            message = f"the pattern matches nothing at all, too: {pattern!r}"
            raise PatternError(message)
        expression = compiled.expression
        if rule.before:
            expression += f"(?={self._context(rule.before)})"
        if rule.not_before:
            expression += f"(?!{self._context(rule.not_before)})"
        return Matcher(
            rule,
            expression,
            compiled.first,
            compiled.needs,
            compiled.groups,
            self._context(rule.after) if rule.after else "",
            self._context(rule.not_after) if rule.not_after else "",
            type_code(rule.type) if rule.type else "",
        )

    def _context(self, pattern: str) -> str:
        """Compile what must or must not stand beside a rule's expression; nothing of it is kept."""
        expression = compile_pattern(pattern, self.words, self.source.macros).expression
        return re.sub(r"\(\?P<\w+>", "(?:", expression)
