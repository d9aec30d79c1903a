"""At the edges of the rules: days that exist in few years, periods that begin on the day of publication, ranges that were guessed in the wrong order."""

from __future__ import annotations

import pytest

from newsevents import Modifier, Resolution, parse


def _read(text: str, language: str, published: str | None) -> list[tuple[str, str | None]]:
    """Give the times of a text and their values."""
    return [(time.span.text, time.value) for time in parse(text, language=language, published=published).times]


# Written for this test.
@pytest.mark.parametrize(
    ("text", "language", "published", "value"),
    [
        ("Le musée ouvrira en juillet prochain.", "fr", "2025-07-01", "2026-07"),
        ("The museum will open next July.", "en", "2025-07-01", "2026-07"),
        ("Le procès s'est ouvert le 29 février.", "fr", "2025-10-17", "2024-02-29"),
        ("Le procès s'ouvrira le 29 février.", "fr", "2027-10-17", "2028-02-29"),
        ("La ville a été fermée de jeudi à mardi.", "fr", "2025-10-17", "2025-10-16/2025-10-21"),
        ("The city was closed from Thursday to Tuesday.", "en", "2025-10-17", "2025-10-16/2025-10-21"),
        ("Les accords signés le 12 novembre prévoient une trêve.", "fr", "2025-10-17", "2024-11-12"),
        ("The deal signed on 12 November provides for a truce.", "en", "2025-10-17", "2024-11-12"),
        ("Dans la nuit de vendredi à lundi, il a neigé.", "fr", "2025-10-14", "2025-10-10/2025-10-13"),
        ("Dans la nuit de jeudi à lundi, il a neigé.", "fr", "2025-10-14", "2025-10-12/2025-10-13"),
        ("Il est né le 17 octobre dernier.", "fr", "2025-10-17", "2024-10-17"),
        ("Il naîtra le 17 octobre prochain.", "fr", "2025-10-17", "2026-10-17"),
        ("Il a été élu en 1997-98.", "fr", "2025-10-17", "1997/1998"),
        ("He was elected in 2003-04.", "en", "2025-10-17", "2003/2004"),
        ("Le club a gagné cet hiver.", "fr", "2025-02-17", "2024-24"),
        ("Le club a gagné cet automne.", "fr", "2025-11-17", "2025-23"),
        ("Le deuxième semestre 2024 a été bon.", "fr", "2025-10-17", "2024-41"),
    ],
)
def test_the_day_that_is_meant(text: str, language: str, published: str, value: str) -> None:
    """Each text has one time."""
    assert [found for _, found in _read(text, language, published)] == [value]


@pytest.mark.parametrize(
    ("text", "language"), [("Le maire a reçu les élus en juin et en juillet 2024.", "fr"), ("He met the unions in June and in July 2024.", "en")]
)
def test_a_month_takes_the_year_of_the_next_one(text: str, language: str) -> None:
    """The expression right behind it names the year for both."""
    assert [value for _, value in _read(text, language, "2025-10-17")] == ["2024-06", "2024-07"]


@pytest.mark.parametrize(("text", "language"), [("Le troisième semestre 2024 a été bon.", "fr"), ("In the third half of 2024 sales fell.", "en")])
def test_there_is_no_third_half(text: str, language: str) -> None:
    """A year has two halves."""
    assert all(value is None or "2024-4" not in value for _, value in _read(text, language, "2025-10-17"))


@pytest.mark.parametrize(("text", "language"), [("Il pleuvra pendant les deux prochaines semaines.", "fr"), ("It will rain over the next two weeks.", "en")])
def test_a_stretch_that_counts_from_an_unknown_day_is_left_open(text: str, language: str) -> None:
    """It is a time all the same, and never counted from today."""
    [time] = parse(text, language=language).times
    assert (time.value, time.earliest, time.latest, time.resolution) == (None, None, None, Resolution.UNRESOLVED)


def test_a_night_keeps_what_it_is() -> None:
    """The night between two days says that it is one."""
    [time] = parse("Dans la nuit de vendredi à lundi, il a neigé.", language="fr", published="2025-10-14").times
    assert time.modifier is Modifier.NIGHT
