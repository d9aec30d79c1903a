"""An article in a language nobody speaks, read with a pack of a hundred lines: a word leaked from a pack into the code fails here."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsevents import ActorKind, EventStatus, Parser, PlaceKind, Record, StatementForm
from newsevents.errors import UnknownLanguageError
from newsevents.lexicon.pack import Pack

PACK = Path(__file__).parent / "invented" / "qzv"

# President Kazrim Voltu said on Monday that Lumaria had attacked Tesk in Mirgrad. "The police will attack the ship," said Kazrim
# Voltu. On Tuesday he met Sunna Brekt. Orda Brell did not attack the police.
TEXT = """Zu grelt Kazrim Voltu dorrot mondar kef Lumaria bletot Tesk vek Mirgrad.
« Zu strupa bletarrak zu prast », dorrot Kazrim Voltu. Tulvar sim vistot Sunna Brekt.
Orda Brell nuk bletot zu strupa."""


@pytest.fixture(scope="module")
def record() -> Record:
    """Give the article's record."""
    return Parser(pack=PACK).parse(TEXT, published="2025-10-17")


def test_the_pack_is_whole() -> None:
    """Every part of the pack can be read, those that are read on first use too."""
    pack = Pack(PACK)
    assert pack.code == "qzv"
    assert all((pack.roles, pack.events, pack.aspects, pack.gazetteer, pack.event_verbs, pack.event_nouns))


def test_actors_are_found(record: Record) -> None:
    """Persons, countries and organizations, with role and country; a pronoun and a repeated name lead to the same person."""
    found = {actor.name: actor for actor in record.actors}
    assert found.keys() == {"Kazrim Voltu", "Sunna Brekt", "Lumaria", "Tesk", "strupa", "Orda Brell"}
    president = found["Kazrim Voltu"]
    assert president.kind is ActorKind.PERSON
    assert [role.title for role in president.roles] == ["grelt"]
    assert [mention.span.text for mention in president.mentions] == ["Kazrim Voltu", "Kazrim Voltu", "sim"]
    assert (found["Lumaria"].kind, found["Lumaria"].country) == (ActorKind.COUNTRY, "XL")
    assert (found["Orda Brell"].kind, found["Orda Brell"].country) == (ActorKind.ORGANIZATION, "XL")


def test_places_are_found(record: Record) -> None:
    """The gazetteer's city, with its country and coordinates."""
    place = record.places[0]
    assert [one.name for one in record.places] == ["Mirgrad"]
    assert (place.kind, place.country, place.latitude, place.longitude) == (PlaceKind.CITY, "XL", 10.5, 20.25)


def test_times_are_found(record: Record) -> None:
    """Bare weekdays behind verbs in the past are the most recent ones."""
    assert [(time.span.text, time.value) for time in record.times] == [("mondar", "2025-10-13"), ("Tulvar", "2025-10-14")]


def test_statements_are_found(record: Record) -> None:
    """One with its verb before the content, one with a quotation before the verb."""
    first, second = record.statements
    assert [span.text for span in first.content] == ["Lumaria bletot Tesk vek Mirgrad"]
    assert [span.text for span in second.content] == ["Zu strupa bletarrak zu prast"]
    assert (first.form, second.form) == (StatementForm.INDIRECT, StatementForm.DIRECT)
    for statement in record.statements:
        assert statement.act == "say"
        assert [actor.name for actor in record.speakers(statement)] == ["Kazrim Voltu"]


def test_events_are_found(record: Record) -> None:
    """Who did what to whom, when and where, and how sure it is."""
    attack, coming, visit, denied = record.events
    assert [event.type for event in record.events] == ["ASSAULT", "ASSAULT", "CONSULT", "ASSAULT"]
    assert [actor.name for actor in record.agents(attack)] == ["Lumaria"]
    assert [actor.name for actor in record.recipients(attack)] == ["Tesk"]
    assert attack.statement_id == record.statements[0].id
    assert coming.status is EventStatus.PLANNED
    assert {actor.name for actor in record.agents(visit)} == {"Kazrim Voltu", "Sunna Brekt"}
    assert visit.mode == "visit"
    time = record.time_of(visit)
    assert time is not None
    assert time.value == "2025-10-14"
    assert denied.status is EventStatus.NEGATED
    assert [actor.name for actor in record.recipients(denied)] == ["strupa"]


def test_the_record_says_which_pack_made_it(record: Record) -> None:
    """Language, pack and version of the pack."""
    assert record.article.language == "qzv"
    assert (record.provenance.pack, record.provenance.pack_version) == ("qzv", "0")


def test_a_parser_with_a_pack_of_its_own_reads_nothing_else() -> None:
    """A text said to be of another language is refused, not read with the wrong words."""
    with pytest.raises(UnknownLanguageError, match="no language pack for 'fr'; installed: qzv"):
        Parser(pack=PACK).parse("Il pleut.", language="fr")
    with pytest.raises(UnknownLanguageError):
        Parser(pack=PACK, language="fr")
