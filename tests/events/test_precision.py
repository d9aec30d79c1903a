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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Every year, thousands of people die of malaria in Nigeria."),
        ("fr", "Chaque année, des milliers de personnes meurent d'un cancer en France."),
    ],
)
def test_what_recurs_in_the_present_is_a_statistic(language: str, text: str) -> None:
    """The present tense with a recurring time tells no event."""
    assert read(text, language).events == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The novel tells of the murder of a judge in Palermo."),
        ("en", "The novel portrays a lawyer who defends a man accused of killing his neighbour."),
        ("fr", "Le roman raconte l'assassinat d'un juge à Palerme."),
        ("fr", "Le film suit une avocate qui défend un homme accusé d'avoir tué son voisin."),
        ("fr", "Le festival s'ouvrira avec « Mort à Venise », projeté dans une copie restaurée."),
    ],
)
def test_fiction_and_titles_tell_no_events(language: str, text: str) -> None:
    """What a novel or a film tells need not have happened, nor what stands in the title of a work."""
    assert read(text, language).events == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Analysts warned that prices may fall."),
        ("fr", "Les économistes mettent en garde contre un excès d'optimisme."),
    ],
)
def test_advice_is_no_threat(language: str, text: str) -> None:
    """Those who only advise threaten nobody."""
    assert read(text, language).events == ()


def test_the_aim_and_the_way_of_a_protest_are_no_events_of_their_own() -> None:
    """« ont défilé *pour dénoncer* la corruption », « bloquent la route *en s'enchaînant* »."""
    for text in (
        "Des milliers de personnes ont défilé à Madrid pour dénoncer la corruption.",
        "Des militants ont bloqué l'entrée du dépôt de Feluy en s'enchaînant aux grilles.",
    ):
        assert [one.type for one in read(text, "fr").events] == ["PROTEST"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The constitution prohibits torture."),
        ("fr", "Le droit international interdit la torture en toutes circonstances."),
        ("fr", "Les incendies de forêt sont causés neuf fois sur dix par l'homme."),
        ("fr", "Les sinistres climatiques coûtent chaque année six milliards d'euros aux assureurs."),
    ],
)
def test_what_the_law_rules_and_a_statistic_says_is_no_event(language: str, text: str) -> None:
    """The present tense of a law or a statistic tells of nobody in particular."""
    assert [one.type for one in read(text, language).events] == []
