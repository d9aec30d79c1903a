"""What looks like an event and is none."""

from __future__ import annotations

import pytest

from tests.events.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "The bronze shows a warrior killing a lion.",
        "The novel depicts a siege.",
        "Domestic violence is common in the region.",
        "Most murders in the city are never solved.",
        "Road accidents kill 3,000 people a year.",
    ],
)
def test_what_a_work_shows_and_what_is_said_of_a_kind_is_no_event(text: str) -> None:
    """Neither a scene of a work nor a general truth has happened."""
    assert not read(text, "en").events


@pytest.mark.parametrize(
    "text", ["The film shows in Cannes as fighting rages in Sudan.", "Fighting is common in Sudan, and a bomb killed 12 people on Monday."]
)
def test_what_stands_beside_it_is_one(text: str) -> None:
    """Only the clause that speaks of the work or the kind is left out."""
    assert [one.type for one in read(text, "en").events] == ["ASSAULT"]
