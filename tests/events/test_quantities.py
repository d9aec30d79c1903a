"""The numbers that a text gives for an event."""

from __future__ import annotations

import pytest

from tests.events.reading import event, read


@pytest.mark.parametrize(
    ("language", "kind", "text", "expected"),
    [
        ("en", "ASSAULT", "A bomb attack killed at least 12 people in Quetta.", ("killed", 12, None)),
        ("en", "ASSAULT", "A bomb attack killed twenty-two people in Quetta.", ("killed", 22, 22)),
        ("en", "DISASTER", "The earthquake injured 1,500 people in Nepal.", ("injured", 1500, 1500)),
        ("en", "COERCE", "Police arrested up to 30 protesters in Minsk.", ("arrested", None, 30)),
        ("en", "AID", "Germany gave Ukraine $70 million.", ("money", 70_000_000, 70_000_000)),
        ("fr", "ASSAULT", "L'attentat a fait au moins douze morts à Quetta.", ("killed", 12, None)),
        ("fr", "COERCE", "La police a effectué plus de 1 000 arrestations à Libreville.", ("arrested", 1000, None)),
        ("fr", "PROTEST", "Environ 10.000 personnes ont manifesté à Lyon.", ("attendance", 10_000, 10_000)),
        ("fr", "DISASTER", "Les inondations ont blessé entre 200 et 300 personnes.", ("injured", 200, 300)),
    ],
)
def test_a_number_has_a_kind_and_bounds(language: str, kind: str, text: str, expected: tuple[str, int | None, int | None]) -> None:
    """What is counted, and what the words before the number make of it."""
    found = event(read(text, language), kind)
    assert expected in [(one.kind.value, one.minimum, one.maximum) for one in found.quantities]


def test_about_makes_a_number_approximate() -> None:
    """The words around it are in the span."""
    found = event(read("Environ 10.000 personnes ont manifesté à Lyon.", "fr"), "PROTEST").quantities[0]
    assert found.approximate
    assert found.span.text.startswith("Environ")


def test_money_has_its_currency() -> None:
    """An ISO 4217 code."""
    assert event(read("Germany gave Ukraine $70 million.", "en"), "AID").quantities[0].unit == "USD"


def test_numbers_beyond_what_json_holds_are_left_out() -> None:
    """No exception, no number."""
    found = event(read("A bomb attack killed 99999999999999999999 people in Quetta.", "en"), "ASSAULT")
    assert found.quantities == ()


def test_a_date_is_no_number_of_dead() -> None:
    """The year behind the dead."""
    found = event(read("L'attentat du 3 mai 2015 a fait douze morts.", "fr"), "ASSAULT")
    assert [one.minimum for one in found.quantities] == [12]


def test_what_is_counted_outside_every_clause() -> None:
    """A heading holds no verb; what "a wave" counts has no clause to share with it."""
    assert event(read("Attack in Kabul: a wave of 12 deaths.", "en"), "DEATH").trigger.text == "deaths"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Trente-deux personnes ont été tuées mardi.", {("killed", 32, 32)}),
        ("fr", "Au moins 23 personnes ont été tuées et une cinquantaine d'autres blessées dans une frappe.", {("killed", 23, None), ("injured", 50, 50)}),
        ("fr", "L'attaque a coûté la vie à 60 soldats.", {("killed", 60, 60)}),
        ("fr", "Quatre personnes ont été tuées et 12 autres blessées lundi.", {("killed", 4, 4), ("injured", 12, 12)}),
        ("en", "Three people were killed and five others injured on Monday.", {("killed", 3, 3), ("injured", 5, 5)}),
    ],
)
def test_others_are_counted_where_the_verb_is_left_out(language: str, text: str, expected: set[tuple[str, float, float | None]]) -> None:
    """The participle tells what became of them."""
    found = event(read(text, language), "ASSAULT")
    assert {(one.kind.value, one.minimum, one.maximum) for one in found.quantities} == expected


def test_both_ends_of_a_range_are_one_number() -> None:
    """What is counted stands behind the second."""
    found = event(read("Entre 600 et 800 personnes ont manifesté.", "fr"), "PROTEST")
    assert [(one.minimum, one.maximum, one.unit) for one in found.quantities] == [(600, 800, "personnes")]


def test_a_date_behind_a_sum_is_no_part_of_it() -> None:
    """Without a comma between."""
    found = event(read("The family settled a lawsuit against Will County for $4.5 million last year.", "en"), "JUSTICE")
    assert [(one.kind.value, one.minimum, one.unit) for one in found.quantities] == [("money", 4500000, "USD")]
