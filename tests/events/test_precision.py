"""Near misses of the engine: what looks like an event and is none."""

from __future__ import annotations

import pytest

from tests.events.reading import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The lecture was about punishment and incarceration."),
        ("en", "The newspaper Die Zeit has a new editor."),
        ("en", "The attack dog slept."),
        ("en", "The ruling Democratic Party has a new seat."),
        ("en", "Anna Berg spoke after dinner."),
        ("en", "The Paris agreement is long."),
        ("fr", "Le conseil a un pouvoir d'enquête."),
        ("fr", "Le chiffre d'affaires est stable."),
    ],
)
def test_topics_names_and_sorts_are_no_events(language: str, text: str) -> None:
    """A noun that only names a matter, a capitalised verb in a name, a noun that modifies another."""
    assert [one.trigger.text for one in read(text, language).events] == []
