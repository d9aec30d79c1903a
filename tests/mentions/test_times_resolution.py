"""At the edges of the rules: days that exist in few years, periods that begin on the day of publication, ranges that were guessed in the wrong order."""

from __future__ import annotations

from datetime import date

import pytest

from newsevents import Modifier, Resolution, parse
from newsevents.mentions.times.periods import Grain, Period


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
        ("Rendez-vous ce printemps.", "fr", "2025-10-17", "2025-21"),
        ("Il a neigé de novembre 2024 à février.", "fr", "2025-10-17", "2024-11/2025-02"),
        ("It snowed from November 2024 to February.", "en", "2025-10-17", "2024-11/2025-02"),
        ("The plane landed at 1259 GMT.", "en", "2025-10-17", "2025-10-17T12:59"),
        ("Le maire viendra\n\nVendredi, le temps a été beau.", "fr", "2025-10-14", "2025-10-10"),
        ("Il a plu de la semaine dernière à mercredi.", "fr", "2025-10-17", "2025-10-06/2025-10-15"),
        ("L'avant-dernière semaine de juin a été chaude.", "fr", "2025-10-17", "2025-06-23/2025-06-29"),
        ("Il est parti il y a un an et demi.", "fr", "2025-10-17", "2024-04"),
        ("She will arrive on the 17th.", "en", "2025-10-17", "2025-10-17"),
        ("It was signed on 13/10/2025.", "en", "2025-10-17", "2025-10-13"),
        ("He will come home this Christmas.", "en", "2025-10-17", "2025-12-25"),
        ("Il a plu ce week-end.", "fr", "2025-10-13", "2025-10-11/2025-10-12"),
        ("Il a plu ce week-end.", "fr", "2025-10-17", "2025-10-18/2025-10-19"),
        ("Il a plu le week-end.", "fr", "2025-10-17", "2025-10-11/2025-10-12"),
        ("Le ministre aurait reçu les élus vendredi.", "fr", "2025-10-14", "2025-10-10"),
        ("Le ministre recevrait les élus vendredi.", "fr", "2025-10-14", "2025-10-17"),
        ("The minister would have met them on Friday.", "en", "2025-10-14", "2025-10-10"),
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


@pytest.mark.parametrize(("text", "language"), [("Il a plu en juin, juillet et août 2024.", "fr"), ("It rained in June, July and August 2024.", "en")])
def test_months_of_a_list_take_the_year_of_its_last(text: str, language: str) -> None:
    """Not that of the next, which has none of its own."""
    assert [value for _, value in _read(text, language, "2025-10-17")] == ["2024-06", "2024-07", "2024-08"]


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


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Le salon s'est tenu du 3 au 5 octobre. Deux jours plus tard, il a plu.", "fr", ["2025-10-03/2025-10-05", "2025-10-07"]),
        ("Le salon s'est tenu du 3 au 5 octobre. Deux jours plus tôt, il avait plu.", "fr", ["2025-10-03/2025-10-05", "2025-10-01"]),
        ("The fair was held on October 3-5. Two days later it rained.", "en", ["2025-10-03/2025-10-05", "2025-10-07"]),
        ("Le salon s'est tenu du 3 au 5 octobre. Quelques heures plus tard, il a plu.", "fr", ["2025-10-03/2025-10-05", "2025-10-05"]),
    ],
)
def test_what_follows_a_stretch_counts_from_its_end_and_what_precedes_it_from_its_beginning(text: str, language: str, values: list[str]) -> None:
    """A stretch of some days is leaned on as a day is, at the side that is looked to."""
    assert [value for _, value in _read(text, language, "2025-10-17")] == values


def test_years_later_than_what_was_told_long_ago_still_count_from_it() -> None:
    """Only what lies before needs a time that the text still speaks of: else it lies before publication."""
    text = "Le traité a été signé en 2015. Il pleut. Il neige. Il vente. Deux ans plus {}, il a été rompu."
    assert [value for _, value in _read(text.format("tard"), "fr", "2025-10-17")] == ["2015", "2017"]
    assert [value for _, value in _read(text.format("tôt"), "fr", "2025-10-17")] == ["2015", "2023"]


def test_a_day_of_long_ago_is_leaned_on_while_it_is_near() -> None:
    """Two sentences behind it the text may still speak of it, three behind it does no more."""
    text = "Le traité a été signé le 3 mars 2015. Il pleut.{} Le lendemain, il a été rompu."
    assert _read(text.format(""), "fr", "2025-10-17")[-1][1] == "2015-03-04"
    assert _read(text.format(" Il neige."), "fr", "2025-10-17")[-1][1] is None


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Le scrutin aura lieu le 26 octobre. Le 20 octobre, il a plu. À la veille du scrutin, il a parlé.", "fr", "2025-10-25"),
        ("The vote will be held on 26 October. On 20 October it rained. On the eve of the vote, he spoke.", "en", "2025-10-25"),
    ],
)
def test_the_eve_of_something_is_that_of_its_day(text: str, language: str, value: str) -> None:
    """Not of the day that was named last."""
    assert _read(text, language, "2025-10-17")[-1][1] == value


@pytest.mark.parametrize(("text", "language"), [("Il est parti en mars de l'année dernière.", "fr"), ("He left in March of last year.", "en")])
def test_a_year_counted_from_publication_is_relative(text: str, language: str) -> None:
    """Though month and year are both told."""
    [time] = parse(text, language=language, published="2025-10-17").times
    assert (time.value, time.resolution) == ("2024-03", Resolution.RELATIVE)


def test_an_hour_has_sixty_minutes() -> None:
    """Four figures are no time of day where the last two are no minutes."""
    assert _read("The plane landed at 1260 GMT.", "en", "2025-10-17") == []


@pytest.mark.parametrize("text", ["Au 45e siècle, tout ira bien.", "Au 31e siècle, tout ira bien."])
def test_no_century_is_further_than_the_thirtieth(text: str) -> None:
    """Beyond it the words speak of something else."""
    assert _read(text, "fr", "2025-10-17") == []


def test_seasons_begin_with_march() -> None:
    """The meteorological ones: three whole months, the winter that of the year it begins in."""
    days = (date(2025, 2, 28), date(2025, 3, 1), date(2025, 5, 31), date(2025, 6, 1), date(2025, 12, 1))
    assert [Period.around(day, Grain.SEASON).value for day in days] == ["2024-24", "2025-21", "2025-21", "2025-22", "2025-24"]


def test_a_list_of_days_leaves_the_range_behind_it_whole() -> None:
    """What a join does not fit is passed over, and what stands behind it is still joined."""
    found = _read("Il sera fermé lundi et mardi et de jeudi à samedi.", "fr", "2025-10-17")
    assert [value for _, value in found] == ["2025-10-20", "2025-10-21", "2025-10-23/2025-10-25"]
