"""Mentions of one real-world event are one event; others are not."""

from __future__ import annotations

import pytest

from tests.events.reading import event, read


def mentions(text: str, language: str, kind: str) -> list[list[str]]:
    """Give the mentions of the events of a type."""
    return [[mention.span.text for mention in one.mentions] for one in read(text, language).events if one.type == kind]


def test_a_noun_that_points_back_is_the_event_told_before() -> None:
    """A demonstrative tells that there is one, whatever else its noun may mean."""
    text = "Vladimir Poutine et Donald Trump ont eu une conversation téléphonique jeudi. Après cet appel, Donald Trump a parlé à la presse."
    assert mentions(text, "fr", "CONSULT") == [["ont eu une conversation téléphonique", "appel"]]


def test_a_noun_that_points_back_to_nothing_is_no_event() -> None:
    """Without a call before, "cet appel" may be anything."""
    assert read("Cet appel a surpris les lecteurs du journal.", "fr").events == ()


def test_a_blow_and_its_consequences_are_one_event() -> None:
    """Who is killed by it, and what happens to things."""
    assert mentions("A bomb attack killed 12 people in Quetta.", "en", "ASSAULT") == [["bomb attack", "killed"]]
    assert mentions("Floods have displaced thousands of people in Bangladesh.", "en", "DISASTER") == [["Floods", "have displaced"]]


def test_the_dead_of_a_disaster_die_of_it() -> None:
    """A toll next to a disaster is no death of another kind."""
    record = read("Dix personnes sont mortes lorsque deux trains sont entrés en collision près de Munich.", "fr")
    assert [one.type for one in record.events] == ["DISASTER"]


def test_what_strikes_and_that_it_strikes_are_one_event() -> None:
    """The dead, the earthquake and that it struck."""
    record = read("Dix personnes sont mortes lorsqu'un séisme a frappé l'ouest de l'Indonésie.", "fr")
    assert [one.type for one in record.events] == ["DISASTER"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A ferry sank off the coast, killing at least 15 people.", ["DISASTER"]),
        ("Six soldiers were killed when a helicopter crashed in the mountains.", ["DISASTER"]),
        ("A bus came under attack by rebels, resulting in the deaths of twenty soldiers.", ["ASSAULT"]),
        ("As a result of an air strike on the position, two soldiers were killed.", ["ASSAULT"]),
        ("A series of air strikes killed three soldiers.", ["ASSAULT"]),
        ("Five people were killed when jihadists attacked their vehicles.", ["ASSAULT"]),
        ("Air strikes on Thursday hit the village.", ["ASSAULT"]),
        ("The army has suspended its offensive.", ["RETREAT"]),
        ("The court acquitted the minister of all charges.", ["JUSTICE"]),
    ],
)
def test_what_harms_and_the_harm_are_one_event(text: str, types: list[str]) -> None:
    """Gerunds, passives with their time, outcomes and the charges of a verdict."""
    assert [one.type for one in read(text, "en").events] == types


def test_a_meeting_confirmed_is_the_one_to_come() -> None:
    """A noun that is known names a meeting told before and takes its status."""
    record = read("President Anna Berg will visit Kenya in December. The ministry confirmed the visit.", "en")
    visit = event(record, "CONSULT")
    assert (visit.status, len(visit.mentions)) == ("planned", 2)


def test_verb_and_object_of_one_type_are_one_event() -> None:
    """The agreement is what was signed."""
    assert len(mentions("France and Italy signed the agreement on Monday.", "en", "AGREE")) == 1


def test_a_new_noun_is_a_new_event() -> None:
    """An indefinite noun introduces another one."""
    text = "Une attaque a fait trois morts mardi à Bagdad. Une attaque a fait deux blessés mercredi à Mossoul."
    assert len(mentions(text, "fr", "ASSAULT")) == 2


def test_meetings_with_other_parties_are_other_meetings() -> None:
    """Two partners, two meetings."""
    text = "Donald Trump met Emmanuel Macron on Monday. Donald Trump met Olaf Scholz on Tuesday."
    assert len(mentions(text, "en", "CONSULT")) == 2


def test_a_cancelled_plan_is_negated() -> None:
    """The cancellation outdoes the plan."""
    found = event(read("Le sommet entre la France et l'Italie était prévu en novembre. Emmanuel Macron a annulé le sommet.", "fr"), "CONSULT")
    assert (found.status, len(found.mentions)) == ("negated", 2)


def test_the_noun_in_ing_points_back_to_its_verb() -> None:
    """The killings are those who were killed, not the two abducted."""
    text = "Gunmen killed 17 people on Tuesday. The raiders abducted two teachers. The president condemned the killings."
    assert ["killed", "killings"] in [[one.span.text for one in found.mentions] for found in read(text, "en").events]


def test_several_attacks_are_not_one_told_later() -> None:
    """The verb tells one of them, in another year."""
    text = "Al Shabaab has carried out several attacks near the Somali border. In 2015 the group killed 148 people in Garissa."
    assert len([one for one in read(text, "en").events if one.type == "ASSAULT"]) == 2


def test_a_meeting_beside_a_summit_is_not_the_summit() -> None:
    """Its place is."""
    text = "Emmanuel Macron and Donald Tusk met in June on the sidelines of a NATO summit in The Hague."
    assert len([one for one in read(text, "en").events if one.type == "CONSULT"]) == 2


def test_talks_for_which_somebody_is_received_are_that_meeting() -> None:
    """The purpose names it."""
    text = "Le président Bassirou Faye a reçu mercredi à Dakar son homologue Alassane Ouattara, pour des entretiens consacrés à la sécurité."
    assert mentions(text, "fr", "CONSULT") == [["a reçu", "entretiens"]]


def test_the_death_of_who_was_killed_is_the_killing() -> None:
    """And those missing after a disaster are part of it."""
    text = "Un homme a été tué mardi à Lyon. Les secours n'ont pu que constater le décès de la victime."
    assert [one.type for one in read(text, "fr").events] == ["ASSAULT"]
    text = "Un bateau a chaviré au large de Lampedusa. Une vingtaine de personnes sont portées disparues."
    assert len([one for one in read(text, "fr").events if one.type == "DISASTER"]) == 1


def test_who_is_shot_before_or_after_is_struck_by_another_blow() -> None:
    """A gerund without a marker is the consequence, one behind "before" is not."""
    text = "Karim Belkacem opened fire on Monday, wounding two officers, before being shot dead."
    assert mentions(text, "en", "ASSAULT") == [["opened fire", "wounding"], ["being shot dead"]]


def test_those_hurt_by_a_disaster_are_part_of_it() -> None:
    """Nothing else is told that could have hurt them."""
    text = "Un violent incendie a détruit mardi un entrepôt à Sète. Deux pompiers ont été intoxiqués."
    assert len(mentions(text, "fr", "DISASTER")) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Dix-neuf morts dans un bombardement à Kadugli. Dix-neuf personnes ont été tuées dans des frappes de drones à Kadugli."),
        (
            "fr",
            "Une fusillade a éclaté à Metz. Il s'agirait d'une attaque terroriste. Les assaillants ont ouvert le feu sur la foule, puis se sont fait exploser.",
        ),
        (
            "en",
            "Nineteen killed in Kano bombing\n\nNineteen people were killed and 40 wounded when a bomb exploded in Kano. The attackers opened fire.",
        ),
    ],
)
def test_a_blow_told_by_its_toll_and_its_culprits_is_one_event(language: str, text: str) -> None:
    """Written for this test: the same number of dead, what "it was", and what "the attackers" did belong to the blow told before."""
    assert len(mentions(text, language, "ASSAULT")) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Dix-neuf personnes ont été tuées à Kadugli. Dix-neuf personnes ont été tuées à Nyala."),
        ("fr", "Une attaque a fait dix morts lundi à Metz. Les assaillants ont tué dix policiers mardi à Lille."),
        ("en", "Nineteen people were killed in Kano. Nineteen people were killed in Lagos."),
    ],
)
def test_equal_tolls_in_other_places_are_other_blows(language: str, text: str) -> None:
    """Written for this test: a number alone does not make two blows one."""
    assert len(mentions(text, language, "ASSAULT")) == 2
