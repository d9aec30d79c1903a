"""Where a grammar's patterns match a scanned text: first over words, then over words and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from newsevents.mentions.times.scan import BREAK, FIGURES, WORD
from newsevents.mentions.times.vocabulary import NUMBER

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from newsevents.mentions.times.grammar import Matcher, TimeGrammar
    from newsevents.mentions.times.scan import Scan
    from newsevents.mentions.times.source import Rule

__all__ = ["Phrase", "find_phrases"]

_CONTEXT: Final = 10  # how many words back the context of a rule may reach
_NOTHING: Final = "nothing"
_PAIR: Final = 2  # what a join needs at least: else it would join what it made for ever


@attrs.frozen
class Phrase:
    """A stretch that a rule matched.

    Attributes:
        first: Index of its first word in the scan.
        last: Index behind its last word.
        rule: The rule.
        fields: What its words say: class or field name, and meaning.
        parts: In a join, the expressions it joins.
    """

    first: int
    last: int
    rule: Rule
    fields: Mapping[str, float | str]
    parts: Mapping[str, Phrase] = attrs.field(factory=dict)


class _Item(NamedTuple):
    """A word or a found expression, for joins."""

    code: str
    first: int
    last: int
    phrase: Phrase | None = None


def find_phrases(scan: Scan, grammar: TimeGrammar) -> Iterator[Phrase]:
    """Find the stretches that say a time, the longest from the left, joined where rules join them.

    Args:
        scan: The scanned text.
        grammar: The language's grammar.

    Yields:
        Phrases in text order, not overlapping.
    """
    codes = scan.codes
    for run in grammar.runs.finditer(codes):
        first, last = run.span()
        if grammar.trigger.search(codes, first, last) is None:
            continue
        items = _items(scan, grammar, first, last)
        if any(item.phrase is not None for item in items):
            for item in _joined(items, grammar, scan):
                if item.phrase is not None and item.phrase.rule.read != _NOTHING:
                    yield item.phrase


def _items(scan: Scan, grammar: TimeGrammar, first: int, last: int) -> list[_Item]:
    """Cut a run of known words into expressions and words between them."""
    codes = scan.codes
    wanting = grammar.wanting(frozenset(codes[first:last]))
    items: list[_Item] = []
    at = first
    while at < last:
        best: re.Match[str] | None = None
        best_matcher: Matcher | None = None
        for needs, matcher in grammar.by_first.get(codes[at], ()):
            if needs & wanting:
                continue
            match = matcher.pattern.match(codes, at)
            if match is not None and (best is None or match.end() > best.end()) and _fits(matcher, codes, at):
                best, best_matcher = match, matcher
        if best is None or best_matcher is None:
            items.append(_Item(codes[at], at, at + 1))
            at += 1
            continue
        phrase = Phrase(at, best.end(), best_matcher.rule, _fields(best, best_matcher, scan, grammar))
        items.append(_Item(best_matcher.code or WORD, at, best.end(), phrase))
        at = best.end()
    return items


def _fits(matcher: Matcher, codes: str, at: int) -> bool:
    """Tell whether what stands before a match is what its rule asks for."""
    if matcher.after is None and matcher.not_after is None:
        return True
    before = codes[at - _CONTEXT : at] if at >= _CONTEXT else BREAK + codes[:at]
    if matcher.after is not None and matcher.after.search(before) is None:
        return False
    return matcher.not_after is None or matcher.not_after.search(before) is None


def _fields(match: re.Match[str], matcher: Matcher, scan: Scan, grammar: TimeGrammar) -> dict[str, float | str]:
    """Read what the words of a match mean."""
    fields: dict[str, float | str] = dict(matcher.rule.set)
    for name, group in matcher.groups.items():
        first, last = match.span(name)
        if first >= 0 and group.class_name:
            fields[group.field] = _meaning(group.class_name, first, last, scan, grammar)
    return fields


def _meaning(class_name: str, first: int, last: int, scan: Scan, grammar: TimeGrammar) -> float | str:
    """Read what one word of a class means; 1 where its class means nothing further."""
    value: float | str | None
    if class_name == NUMBER:
        value = grammar.words.numbers.value([scan.word(index) for index in range(first, last)])
    elif class_name in FIGURES:
        word = scan.word(first)
        value = int(word) if word.isdecimal() else 1
    else:
        value = grammar.words.value(class_name, scan.codes[first:last])
    return 1 if value is None else value


def _joined(items: list[_Item], grammar: TimeGrammar, scan: Scan) -> list[_Item]:
    """Join neighbouring expressions, rule by rule in the grammar's order, each as often as it fits."""
    for matcher in grammar.joins:
        while (joined := _join_once(items, matcher, scan, grammar)) is not items:
            items = joined
    return items


def _join_once(items: list[_Item], matcher: Matcher, scan: Scan, grammar: TimeGrammar) -> list[_Item]:
    """Join, from the left, what one pattern matches; gives the very same list back where it matches nothing."""
    codes = "".join(item.code for item in items)
    found: list[_Item] = []
    kept = at = 0  # items before `kept` are in `found` already
    while (match := matcher.pattern.search(codes, at)) is not None:
        at = match.start() + 1
        if match.end() - match.start() < _PAIR or not _fits(matcher, codes, match.start()):
            continue
        found += items[kept : match.start()]
        found.append(_join(match, matcher, items, scan, grammar))
        kept = at = match.end()
    return [*found, *items[kept:]] if found else items


def _join(match: re.Match[str], matcher: Matcher, items: list[_Item], scan: Scan, grammar: TimeGrammar) -> _Item:
    """Make one item of those a join matched."""
    chosen = items[match.start() : match.end()]
    fields: dict[str, float | str] = dict(matcher.rule.set)
    parts: dict[str, Phrase] = {}
    for name, group in matcher.groups.items():
        first, last = match.span(name)
        if first < 0:
            continue
        phrase = items[first].phrase
        if group.class_name:
            fields[group.field] = _meaning(group.class_name, items[first].first, items[last - 1].last, scan, grammar)
        elif phrase is not None:
            parts[group.field] = phrase
    joined = Phrase(chosen[0].first, chosen[-1].last, matcher.rule, fields, parts)
    return _Item(matcher.code, joined.first, joined.last, joined)
