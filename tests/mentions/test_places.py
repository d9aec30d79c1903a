"""Where things happen: places with their kind, country and coordinates. Sentences written for these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsevents import parse
from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import load_pack
from newsevents.mentions.actors import find_actors, find_names
from newsevents.mentions.places import find_places
from newsevents.model import PlaceKind

if TYPE_CHECKING:
    from newsevents.model import Place


def _places(language: str, text: str) -> dict[str, Place]:
    """Give the places of a text by name."""
    pack = load_pack(language)
    analysis, _ = analyse(text, pack)
    names = find_names(analysis, pack)
    return {place.name: place for place in find_places(analysis, pack, names.names, find_actors(analysis, pack, names))}


def test_a_city_has_country_coordinates_and_identifier() -> None:
    """What the gazetteer holds of it."""
    place = _places("fr", "Le sommet se tient à Budapest.")["Budapest"]
    assert (place.kind, place.country, [one.scheme for one in place.identifiers]) == (PlaceKind.CITY, "HU", ["geonames"])
    assert place.latitude == pytest.approx(47.5, abs=0.2)
    assert place.longitude == pytest.approx(19.04, abs=0.2)


def test_a_country_has_its_code() -> None:
    """As identifier and as country."""
    place = _places("en", "The troops left from Kenya.")["Kenya"]
    assert (place.kind, place.country, place.identifiers[0].scheme, place.identifiers[0].value) == (PlaceKind.COUNTRY, "KE", "iso3166-1", "KE")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("L'avion a quitté l'aéroport de Kaboul.", "aéroport de Kaboul", PlaceKind.FACILITY),
        ("Le bateau est dans la mer du Nord.", "mer du Nord", PlaceKind.WATER),
        ("Il vit dans le quartier de Belleval.", "Belleval", PlaceKind.REGION),
        ("Il est né dans le village de Brimont.", "Brimont", PlaceKind.CITY),
        ("Il a été soigné à l'hôpital Lariboisière.", "hôpital Lariboisière", PlaceKind.FACILITY),
        ("La crue du fleuve Niger menace.", "Niger", PlaceKind.WATER),
    ],
)
def test_a_small_head_noun_makes_the_kind_and_may_belong_to_the_name(text: str, name: str, kind: PlaceKind) -> None:
    """Airports and seas take it into their name, towns and districts do not."""
    assert {place.name: place.kind for place in _places("fr", text).values()} == {name: kind}


def test_the_country_set_behind_a_name_chooses_among_namesakes() -> None:
    """Two towns of one name; the one whose region or country follows is meant."""
    assert _places("en", "A fire broke out in Birmingham, Alabama.")["Birmingham"].country == "US"
    assert _places("en", "A fire broke out in Birmingham, England.")["Birmingham"].country == "GB"


def test_an_unknown_place_takes_the_country_named_behind_it() -> None:
    """An airport in a known city."""
    assert _places("en", "He landed at Cadjehoun International Airport in Cotonou.")["Cadjehoun International Airport"].country == "BJ"


def test_a_direction_is_no_place() -> None:
    """The north of Italy is not the French department."""
    assert list(_places("fr", "Des parieurs basés dans le Nord de l'Italie.")) == ["Italie"]


def test_a_border_lies_between_places() -> None:
    """Neither country acts there."""
    assert list(_places("en", "The border between Mexico and Guatemala is closed.")) == ["Mexico", "Guatemala"]


def test_a_seat_of_power_is_a_place_only_where_somebody_is() -> None:
    """It acts without a preposition."""
    assert list(_places("fr", "La Maison Blanche a réagi.")) == []
    assert list(_places("fr", "Ils se sont vus à la Maison Blanche.")) == ["Maison Blanche"]


def test_the_place_in_a_bodys_name_is_none_by_itself() -> None:
    """The prosecutors of Tokyo, the tour of a country."""
    assert _places("fr", "Le parquet de Tokyo a ouvert une enquête.") == {}
    assert _places("en", "The Tour of Flanders was cancelled.") == {}


def test_a_country_that_nowhere_acts_keeps_all_its_names_as_a_place() -> None:
    """Those in a list too, which alone would be an actor's; its identity is that of the first, and events find it."""
    text = "Le vaccin est autorisé dans trois pays : le Mexique, le Brésil et le Chili. Un séisme a frappé lundi au Mexique."
    record = parse(text, language="fr")
    place = next(place for place in record.places if place.country == "MX")
    assert [mention.span.text for mention in place.mentions] == ["Mexique", "Mexique"]
    assert place.id == f"p{text.index('Mexique')}"
    assert [event.place_id for event in record.events if event.place_id] == [place.id]


def test_a_body_with_a_building_for_its_name_is_a_place_where_something_is() -> None:
    """A hospital acts without a preposition."""
    assert list(_places("en", "Nurses walked out at Queen Elizabeth University Hospital.")) == ["Queen Elizabeth University Hospital"]
    assert list(_places("en", "Queen Elizabeth University Hospital apologised.")) == []
