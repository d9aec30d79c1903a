"""What is told of one event is not lent to another of the same sentence."""

import pytest

from newsevents import parse


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("fr", "Cette attaque survient un an après l'attentat contre Charlie Hebdo.", "attaque"),
        ("fr", "Cette explosion survient un mois après le raid contre Gaza.", "explosion"),
        ("en", "The attack came a year after the bombing of Kharkiv.", "attack"),
    ],
)
def test_a_complement_of_another_events_noun_is_not_lent(language: str, text: str, trigger: str) -> None:
    """The one struck then is not the one struck now."""
    events = [event for event in parse(text, language=language).events if trigger in event.trigger.text]
    assert all(not event.participants for event in events), events


def test_what_hangs_on_a_date_still_belongs_to_the_event() -> None:
    """A day between a noun and its complement does not part them."""
    record = parse("L'armée a mené une attaque en janvier contre la Syrie.", language="fr")
    assert [actor.name for event in record.events for actor in record.recipients(event)] == ["Syrie"]
