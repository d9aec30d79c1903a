"""Every example a pack carries for its times is found as it says, and every near miss is not."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import languages, load_pack
from newsevents.lexicon.tokenizer import fold
from newsevents.mentions.times import TimeGrammar, find_times
from newsevents.mentions.times.match import find_phrases
from newsevents.mentions.times.scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsevents.mentions.times.match import Phrase
    from newsevents.model import TimeExpression

_LEAST_EXPRESSIONS = 250
_LEAST_NEAR_MISSES = 70


def _cases(code: str) -> list[dict[str, Any]]:
    """Give the cases of a pack."""
    text = load_pack(code).folder.joinpath("cases", "times.toml").read_text("utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["case"]
    return found


def _parameters() -> list[Any]:
    """Give every case of every pack, named by its text."""
    return [pytest.param(code, case, id=f"{code}: {case['text']}") for code in languages() for case in _cases(code)]


def _found(code: str, case: dict[str, Any]) -> tuple[TimeExpression, ...]:
    """Give what is found in a case's text."""
    pack = load_pack(code)
    analysis, _ = analyse(case["text"], pack)
    return find_times(analysis, pack.load(TimeGrammar.load), case["published"])


def _start(text: str, words: str, nth: int) -> int:
    """Give where the nth occurrence of words starts."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at


@pytest.mark.parametrize(("code", "case"), _parameters())
def test_a_case_is_found_as_it_says(code: str, case: dict[str, Any]) -> None:
    """Spans, kinds and values are those of the case, modifiers where it names one."""
    wanted = case.get("time", [])
    found = _found(code, case)
    expected = [(_start(case["text"], time["text"], time.get("nth", 1)), time["text"], time["kind"], time.get("value")) for time in wanted]
    assert [(time.span.start, time.span.text, time.kind.value, time.value) for time in found] == expected
    for time, want in zip(found, wanted, strict=True):
        assert "modifier" not in want or time.modifier == want["modifier"]


def _rules(phrase: Phrase) -> Iterator[str]:
    """Give the rules that made a phrase, its parts' too."""
    yield phrase.rule.name
    for part in phrase.parts.values():
        yield from _rules(part)


@pytest.mark.parametrize("code", languages())
def test_every_rule_has_a_case(code: str) -> None:
    """A rule that finds something finds something in a case of its pack."""
    grammar = load_pack(code).load(TimeGrammar.load)
    finding = {matcher.rule.name for matcher in (*grammar.rules, *grammar.joins) if matcher.rule.read != "nothing"}
    scans = (scan(case["text"], fold(case["text"]), grammar.spellings, ()) for case in _cases(code))
    used = {rule for scanned in scans for phrase in find_phrases(scanned, grammar) for rule in _rules(phrase)}
    assert finding <= used


@pytest.mark.parametrize("code", languages())
def test_a_pack_carries_enough_cases(code: str) -> None:
    """A pack shows hundreds of expressions, and what looks like a time but is none."""
    cases = _cases(code)
    assert sum(len(case.get("time", [])) for case in cases) >= _LEAST_EXPRESSIONS
    assert sum(not case.get("time") for case in cases) >= _LEAST_NEAR_MISSES
