"""One text read for its events, by the words that the text has for them. All texts of these tests were written for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import newsevents

if TYPE_CHECKING:
    from newsevents import Event, Record

PUBLISHED = "2025-10-17"


def read(text: str, language: str) -> Record:
    """Give the record of a text."""
    return newsevents.parse(text, language=language, published=PUBLISHED)


def event(record: Record, kind: str, words: str = "") -> Event:
    """Give the one event of a type, or the one of that type whose trigger has some words."""
    found = [one for one in record.events if one.type == kind and words in one.trigger.text]
    assert len(found) == 1, [(one.type, one.trigger.text) for one in record.events]
    return found[0]


def names(record: Record, one: Event, role: str) -> set[str]:
    """Give the names of an event's participants in a role; the words where nobody is named."""
    actors = {actor.id: actor.name for actor in record.actors}
    return {actors[party.actor_id] if party.actor_id else party.span.text for party in one.participants if party.role == role}


def day(record: Record, one: Event) -> str | None:
    """Give the value of an event's time."""
    return next((time.value for time in record.times if time.id == one.time_id), None)


def place(record: Record, one: Event) -> str | None:
    """Give the name of an event's place."""
    return next((spot.name for spot in record.places if spot.id == one.place_id), None)
