"""A user's own gazetteer: how it is made, and that its names win."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from newsevents import Gazetteer, GazetteerEntry, Identifier, Parser

_ROWS: list[dict[str, Any]] = [
    {"name": "Nordwind", "kind": "organization", "country": "DE", "aliases": "NW|Nord Wind", "identifiers": {"lei": "5299"}, "sectors": "BUS"},
    {"name": "Jane Q. Public", "aliases": ["JQP"], "kind": "person", "country": "GB", "gender": "f", "identifiers": "wikidata:Q1"},
    {"name": "Greenhill", "kind": "city", "country": "ZA", "latitude": "-20.1", "longitude": "30"},
    {"name": "Ironmen", "kind": "group", "aliases": ""},
]


@pytest.mark.parametrize(("latitude", "longitude"), [("95", "0"), ("0", "181"), ("nan", "0"), ("0", "")])
def test_degrees_of_no_point_are_refused(latitude: str, longitude: str) -> None:
    """They are refused with the names, not with the first article that has them."""
    with pytest.raises(ValueError, match=r"expected degrees of a point of the globe, or none, got .* @ gazetteer entry 'X' @ row 1"):
        Gazetteer.from_rows([{"name": "X", "kind": "city", "latitude": latitude, "longitude": longitude}])


def test_names_and_aliases_of_the_user_are_found() -> None:
    """With kind, country and identifiers; an alias is the same actor."""
    record = Parser(language="en", gazetteers=Gazetteer.from_rows(_ROWS)).parse("Nordwind sued JQP. Jane Q. Public blamed NW in Greenhill. The Ironmen agreed.")
    found = {actor.name: (actor.kind.value, actor.country, [(one.scheme, one.value) for one in actor.identifiers]) for actor in record.actors}
    assert found == {
        "Nordwind": ("organization", "DE", [("lei", "5299")]),
        "Jane Q. Public": ("person", "GB", [("wikidata", "Q1")]),
        "Ironmen": ("group", None, []),
    }
    assert [(place.name, place.country, place.latitude) for place in record.places] == [("Greenhill", "ZA", -20.1)]


def test_the_users_name_wins_over_the_packs() -> None:
    """Also where the pack knows a city, and only in that parser."""
    own = Gazetteer([GazetteerEntry(name="Paris", kind="organization", country="US")])
    text = "Paris denied the report."
    assert [actor.kind.value for actor in Parser(language="en", gazetteers=own).parse(text).actors] == ["organization"]
    assert [actor.kind.value for actor in Parser(language="en").parse(text).actors] == ["country"]


def test_the_later_gazetteer_wins() -> None:
    """Several are taken in order."""
    first = Gazetteer([GazetteerEntry(name="Orbis", kind="organization", country="FR")])
    second = Gazetteer([GazetteerEntry(name="Orbis", kind="organization", country="BE")])
    record = Parser(language="en", gazetteers=[first, second]).parse("Orbis denied the report.")
    assert [actor.country for actor in record.actors] == ["BE"]


def test_a_parser_with_names_can_be_sent_away() -> None:
    """It arrives with them; copying asks a parser for the same state as sending it to another process."""
    parser = copy.deepcopy(Parser(language="en", gazetteers=Gazetteer.from_rows(_ROWS)))
    assert [actor.country for actor in parser.parse("Nordwind denied the report.").actors] == ["DE"]


def test_a_gazetteer_is_a_value() -> None:
    """Equal entries make equal gazetteers; it has a length and can be read."""
    own = Gazetteer.from_rows(_ROWS)
    assert own == Gazetteer.from_rows(_ROWS)
    assert len({own, Gazetteer.from_rows(_ROWS)}) == 1
    assert (len(own), next(entry.name for entry in own), repr(own)) == (4, "Nordwind", "Gazetteer(4 entries)")
    assert own.entries[0].identifiers == (Identifier(scheme="lei", value="5299"),)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"kind": "city"}, "the field 'name' is missing @ row 1"),
        ({"name": "X", "kind": "town"}, "no kind 'town' @ gazetteer entry 'X'"),
        ({"name": "X", "kind": "city", "country": "France"}, "expected two capital letters"),
        ({"name": "X", "kind": "country"}, "expected two capital letters"),
        ({"name": "X", "kind": "city", "lat": "1"}, "no field 'lat' @ row 1"),
        ({"name": "X", "kind": "city", "identifiers": "Q1"}, "expected scheme:value, got 'Q1' @ identifiers @ row 1"),
        ({"name": "X", "kind": "city", "latitude": "north"}, "could not convert string to float"),
    ],
)
def test_a_wrong_row_says_what_is_wrong(row: dict[str, str], message: str) -> None:
    """The row, the field, and what was wanted."""
    with pytest.raises(ValueError, match="row 1") as error:
        Gazetteer.from_rows([row])
    assert message in str(error.value)


def test_an_entry_without_a_name_is_refused() -> None:
    """Blank is no name."""
    with pytest.raises(ValueError, match="needs a name"):
        GazetteerEntry(name=" ", kind="city")


def test_a_name_in_decomposed_letters_is_the_same_name() -> None:
    """A table written by another program may hold its accents apart from their letters."""
    own = Gazetteer([GazetteerEntry(name="Socie\u0301te\u0301 Lumen", kind="organization", country="BE")])
    assert [actor.country for actor in Parser(language="fr", gazetteers=own).parse("Société Lumen a démenti.").actors] == ["BE"]
