"""What a character costs does not grow with the text, counted in calls of functions and not in seconds.

Each family once cost the square of its length. `tests.bench.adversarial` measures all families in time and memory; a search through a list that one
call of the interpreter makes shows only there.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from newsevents import Parser
from tests.bench.adversarial import families

if TYPE_CHECKING:
    from collections.abc import Callable

FAMILIES = [
    "names: titled, different names",
    "names: one given name",
    "names: middle names",
    "names: kin",
    "names: ruler's government",
    "names: organizations",
    "names: the company",
    "list of names: commas",
]
SIZE, TIMES_LONGER = 3_000, 3


@cache
def _reader(language: str) -> tuple[Parser, dict[str, Callable[[int], str]]]:
    """Give what reads a language, and its families."""
    return Parser(language=language), families(language)


def _calls(reader: Parser, text: str) -> int:
    """Count the calls of functions that reading a text takes, those of generators and of C among them."""
    count = 0

    def see(_: object, event: str, __: Any) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(see)
    try:
        reader.parse(text, published="2025-10-17")
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("family", FAMILIES)
def test_a_character_costs_the_same_in_a_longer_text(family: str) -> None:
    """A text four times as long takes at most a third more calls a character."""
    reader, made = _reader("fr")
    make = made[family]
    reader.parse(make(SIZE), published="2025-10-17")  # what is read on first use
    few, many = (_calls(reader, make(SIZE * times)) for times in (1, TIMES_LONGER))
    assert many <= TIMES_LONGER * few * 4 / 3
