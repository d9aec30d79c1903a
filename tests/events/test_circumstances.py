"""When and where."""

from __future__ import annotations

import pytest

from tests.events.reading import day, event, place, read


def test_a_coordinated_verb_shares_the_date_and_a_relative_of_place_its_antecedent() -> None:
    """The day of the first verb is that of the second, "where" is the place before it."""
    record = read("President George Bush began a visit to Africa today in Benin, where he met with President Yayi Boni.", "en")
    met = event(record, "CONSULT", "met")
    assert (day(record, met), place(record, met)) == ("2025-10-17", "Benin")


def test_a_gerund_shares_place_and_date() -> None:
    """What was killed by a fall was killed when and where it fell."""
    record = read("A crane fell on Friday in Mecca, killing 107 people.", "en")
    killing = event(record, "DISASTER")
    assert (day(record, killing), place(record, killing)) == ("2025-10-17", "Mecca")


def test_the_day_of_an_occasion_is_the_day_of_what_is_said_there() -> None:
    """The date inside the preposed noun phrase."""
    record = read("Lors d'une conversation téléphonique jeudi, Vladimir Poutine a averti Donald Trump que la Russie riposterait.", "fr")
    assert day(record, event(record, "THREATEN")) == "2025-10-16"


def test_the_day_of_saying_is_not_the_day_of_what_is_said() -> None:
    """A complement clause has adverbials of its own."""
    record = read("Donald Trump said on Monday that he had met Emmanuel Macron.", "en")
    assert day(record, event(record, "CONSULT")) is None


def test_the_place_of_what_is_condemned_is_not_that_of_condemning() -> None:
    """A place behind the object belongs to the object."""
    record = read("Germany condemned the attack in Kabul.", "en")
    assert place(record, event(record, "ACCUSE")) is None
    assert place(record, event(record, "ASSAULT")) == "Kabul"


def test_to_whom_something_is_given_is_not_where() -> None:
    """A country behind "to" takes the gift."""
    record = read("Germany delivered tanks to Ukraine.", "en")
    assert place(record, event(record, "AID")) is None


def test_a_definite_noun_stands_for_the_place_named_last() -> None:
    """The country is Kenya."""
    record = read("George Bush spoke about the crisis in Kenya. He sent Condoleezza Rice to visit the country on Monday.", "en")
    assert place(record, event(record, "CONSULT", "visit")) == "Kenya"


def test_a_relative_clause_tells_date_and_place_of_a_noun_before_its_complements() -> None:
    """The verb tells what it speaks of: summits are planned, countries are not."""
    record = read("Donald Trump a annulé le sommet entre les États-Unis et la Corée du Nord, qui était prévu pour le 12 novembre à Singapour.", "fr")
    summit = event(record, "CONSULT")
    assert (day(record, summit), place(record, summit)) == ("2025-11-12", "Singapour")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Une bombe a explosé dans le nord du Mali.", "Mali"),
        ("fr", "Un attentat a eu lieu sur un marché de Bagdad.", "Bagdad"),
        ("fr", "Une attaque a fait dix morts mardi à Kaboul.", "Kaboul"),
        ("fr", "Une bombe a explosé devant l'ambassade de France à Tunis.", "Tunis"),
        ("en", "A bomb exploded in a suburb of Damascus.", "Damascus"),
    ],
)
def test_the_place_behind_a_part_of_it_is_where(language: str, text: str, name: str) -> None:
    """North, suburb and market are parts of a place; those struck there are no other event."""
    record = read(text, language)
    assert place(record, event(record, "ASSAULT")) == name


def test_a_dateline_dates_no_event() -> None:
    """It is when the article was written."""
    record = read("BERLIN, 3 juin (Agence) - L'Allemagne va suspendre ses livraisons d'armes à Israël.", "fr")
    assert {one.time_id for one in record.events} == {None}


@pytest.mark.parametrize(
    ("language", "kind", "text", "name"),
    [
        ("fr", "ASSAULT", "Un adolescent a été poignardé à mort devant un lycée de Vénissieux.", "Vénissieux"),
        ("fr", "ASSAULT", "Douze personnes ont été tuées dans une frappe sur un immeuble de Kharkiv, dans le nord-est de l'Ukraine.", "Kharkiv"),
        ("fr", "COERCE", "Deux hommes ont été arrêtés à l'hôpital Edouard-Herriot lundi.", "hôpital Edouard-Herriot"),
        ("en", "ASSAULT", "Two pupils were shot at Lakeside High School on Monday.", "Lakeside High School"),
        ("en", "COERCE", "A 22-year-old was arrested on suspicion of murder on Monday night at a house in Salford.", "Salford"),
        ("en", "DISASTER", "A storm hit the coast of Honduras late Sunday.", "Honduras"),
    ],
)
def test_a_building_is_a_spot_in_the_place_behind_it(language: str, kind: str, text: str, name: str) -> None:
    """With a name it is the place itself; what stands behind a date is the verb's."""
    record = read(text, language)
    assert place(record, event(record, kind)) == name


@pytest.mark.parametrize(
    "text",
    [
        "Another man, from Bolton, was charged with murder on Wednesday.",
        "Police arrested a man from Bolton on Monday.",
        "A woman from Leeds was kidnapped on Monday.",
    ],
)
def test_where_somebody_is_from_is_not_where_it_happened(text: str) -> None:
    """With a name or without."""
    record = read(text, "en")
    assert {one.place_id for one in record.events} == {None}


def test_the_country_is_that_of_the_town_named_last() -> None:
    """Nepal by Kathmandu, over more sentences than its own name reaches."""
    text = (
        "Un séisme a secoué lundi le Népal. Des maisons se sont effondrées. L'armée a été déployée. Les routes sont coupées. "
        "Des secours sont arrivés à Katmandou. En avril 2015, un tremblement de terre avait tué 9.000 personnes dans le pays."
    )
    record = read(text, "fr")
    assert place(record, event(record, "DISASTER", "tremblement")) == "Népal"


def test_what_somebody_else_did_when_tells_nothing_of_their_resignation() -> None:
    """The relative clause is about the prime minister."""
    record = read("Protesters demanded the resignation of Prime Minister Somchai Rattana, who took power in a 2021 coup.", "en")
    assert day(record, event(record, "TRANSITION", "resignation")) is None


def test_a_visit_in_which_something_is_done_is_where() -> None:
    """A capital in it is a place, and a summit's too."""
    record = read("En visite à Beyrouth, Ursula von der Leyen s'est entretenue avec Nawaf Salam.", "fr")
    assert [place(record, one) for one in record.events] == ["Beyrouth", "Beyrouth"]
    record = read("Un sommet à La Haye est prévu lundi.", "fr")
    assert place(record, event(record, "CONSULT")) == "La Haye"


@pytest.mark.parametrize(
    ("language", "kind", "text", "value"),
    [
        ("fr", "ASSAULT", "Alors qu'il rentrait chez lui lundi soir, un éducateur a été roué de coups à Toulouse.", "2025-10-13"),
        ("fr", "ASSAULT", "Des tirs ont éclaté lorsque la police est arrivée mardi.", "2025-10-14"),
        ("en", "ASSAULT", "When police stopped his car on Monday, Karim Belkacem opened fire.", "2025-10-13"),
        ("fr", "CONSULT", "Mardi, lors d'une réunion à Hanovre, le ministre a salué l'accord.", "2025-10-14"),
    ],
)
def test_what_happens_at_one_time_has_one_day(language: str, kind: str, text: str, value: str) -> None:
    """A conjunction of time or an occasion tells that it does."""
    record = read(text, language)
    assert day(record, event(record, kind)) == value


def test_what_comes_before_has_its_own_day() -> None:
    """After is another time and may be another place, also where a verb shares both otherwise."""
    record = read("Workers in Leeds will walk out on Monday after rejecting a pay offer.", "en")
    assert day(record, event(record, "REJECT")) is None
    text = "La junte a limogé mardi le ministre Sadio Camara, deux semaines après une attaque qui a tué 60 soldats à Boulikessi."
    record = read(text, "fr")
    assert place(record, event(record, "TRANSITION")) is None


def test_a_day_between_verb_and_place_changes_nothing() -> None:
    """Nor for what is said or agreed."""
    record = read("Volkswagen et le syndicat ont conclu mardi soir à Wolfsburg un accord.", "fr")
    assert place(record, event(record, "AGREE")) == "Wolfsburg"


def test_what_somebody_is_punished_for_has_its_own_day_and_place() -> None:
    """A gerund or a perfect infinitive behind "for", "of", "pour" tells what came before."""
    record = read("He was jailed on Monday in Leeds for killing his wife.", "en")
    killing = event(record, "ASSAULT")
    assert (day(record, killing), place(record, killing)) == (None, None)
    record = read("A jury in Chicago found two deputies guilty on Tuesday of beating a man to death in a jail in Joliet in 2021.", "en")
    beating = event(record, "ASSAULT")
    assert (day(record, beating), place(record, beating)) == ("2021", "Joliet")


def test_the_date_of_what_came_before_is_not_that_of_the_verb() -> None:
    """The invasion is of February 2022, the sanctions are of the day on which the ministers are gathered."""
    text = "Réunis mardi à Luxembourg, les ministres ont adopté des sanctions contre la Russie, les premières depuis l'invasion de l'Ukraine en février 2022."
    record = read(text, "fr")
    sanctions = event(record, "SANCTION")
    assert (day(record, sanctions), place(record, sanctions)) == ("2025-10-14", "Luxembourg")


@pytest.mark.parametrize(
    ("language", "kind", "text", "name"),
    [
        ("en", "CONSULT", "The ministers are scheduled to hold talks in Doha on June 25.", "Doha"),
        ("en", "ACCUSE", "Speaking in Paris on Monday, Emmanuel Macron condemned the attack.", "Paris"),
        ("fr", "ASSAULT", "La fusillade a fait deux morts dans une boîte de nuit de Grenoble.", "Grenoble"),
    ],
)
def test_expressions_and_names_of_sorts_hide_no_place(language: str, kind: str, text: str, name: str) -> None:
    """The noun of a verbal expression is no other event, and "boîte de nuit" is one building."""
    record = read(text, language)
    assert place(record, event(record, kind)) == name


def test_a_date_with_a_verb_of_its_own_tells_of_the_clause_beside_it() -> None:
    """With the places that stand in it."""
    record = read("Il y a deux mois, à Lyon, dans le même département, un policier avait été blessé par balle.", "fr")
    assert (day(record, event(record, "ASSAULT")), place(record, event(record, "ASSAULT"))) == ("2025-08", "Lyon")


def test_the_day_of_what_is_called_for_is_not_that_of_the_call() -> None:
    """In the present tense neither."""
    record = read("La CGT appelle à une nouvelle journée de grève le 2 décembre.", "fr")
    assert day(record, event(record, "REQUEST")) is None
    assert day(record, event(record, "PROTEST")) == "2025-12-02"


def test_a_date_behind_the_subject_yields_to_that_behind_the_verb() -> None:
    """It belongs to what the subject is about."""
    record = read("Protests against the killing of a store clerk in Eugene last Friday were held in Boise on Tuesday.", "en")
    assert day(record, event(record, "ASSAULT")) == "2025-10-10"
    assert day(record, event(record, "PROTEST")) == "2025-10-14"


@pytest.mark.parametrize(
    ("language", "text", "kind", "where"),
    [
        ("en", "Rebels besieged Goma.", "ASSAULT", "Goma"),
        ("en", "The town of Masisi was shelled.", "ASSAULT", "Masisi"),
        ("fr", "Les rebelles ont attaqué la ville de Masisi.", "ASSAULT", "Masisi"),
        ("fr", "C'est la troisième fois qu'Istanbul est visée par des attentats.", "ASSAULT", "Istanbul"),
        ("en", "Germany shelled France.", "ASSAULT", None),  # a country that is struck acts elsewhere: a party, no place
    ],
)
def test_what_strikes_a_place_is_there(language: str, text: str, kind: str, where: str | None) -> None:
    """The place itself is the one struck."""
    record = read(text, language)
    assert place(record, event(record, kind)) == where


@pytest.mark.parametrize(
    ("language", "text", "kind", "where"),
    [
        ("en", "The army sealed off Jenin after a soldier was stabbed there.", "ASSAULT", "Jenin"),
        ("en", "Emmanuel Macron flew to Doha. He met Joe Biden there on Monday.", "CONSULT", "Doha"),
        ("fr", "Il était à Lyon. Trois personnes y ont été arrêtées.", "COERCE", "Lyon"),
        ("fr", "Il vit à Rome. Il y a eu un attentat contre sa voiture.", "ASSAULT", None),
        ("en", "She lives in Rome. There was an attack on her car.", "ASSAULT", None),
    ],
)
def test_there_is_the_place_named_last(language: str, text: str, kind: str, where: str | None) -> None:
    """An adverb of place points back; that there is something does not."""
    record = read(text, language)
    assert place(record, event(record, kind, "met" if kind == "CONSULT" else "")) == where


@pytest.mark.parametrize(
    ("language", "text", "where"),
    [
        ("en", "Envoys arrived in Cairo on Monday. Fighting broke out in the Egyptian capital.", "Cairo"),
        ("fr", "Les envoyés sont arrivés à Damas lundi. Des combats ont éclaté dans la capitale syrienne.", "Damas"),
        ("en", "Envoys arrived in Aswan on Monday. Fighting broke out in the Egyptian capital.", None),
    ],
)
def test_a_nation_s_capital_is_the_town_of_that_name(language: str, text: str, where: str | None) -> None:
    """Only where the text names it."""
    record = read(text, language)
    assert place(record, event(record, "ASSAULT")) == where


def test_what_there_is_lies_where_the_clause_does() -> None:
    """The place stands before the verb."""
    record = read("In Lyon, there were protests.", "en")
    assert place(record, event(record, "PROTEST")) == "Lyon"


def test_a_place_in_the_subject_of_the_next_clause_is_not_that_of_the_one_before() -> None:
    """The complement of a subject belongs to its verb."""
    record = read("The army attacked when it rained, and drivers in Leeds are angry.", "en")
    assert place(record, event(record, "ASSAULT")) is None


@pytest.mark.parametrize(
    ("language", "text", "when"),
    [
        ("en", "Not since 1971, when Richard Nixon attacked the bureau, has it been so weak.", "1971"),
        ("fr", "En 2019, lorsque la Russie a attaqué la Géorgie, il a démissionné.", "2019"),
        ("en", "He recalled the Oct. 7, 2023, attack.", "2023-10-07"),
        ("en", "He recalled Spain's March 11, 2004, attack.", "2004-03-11"),
        ("en", "On Oct. 7, 2023, attack drones flew over the town and Russia attacked it.", None),
    ],
)
def test_a_date_that_a_when_stands_for_or_that_a_noun_has_between_commas(language: str, text: str, when: str | None) -> None:
    """The date is that of the clause, and of the noun."""
    record = read(text, language)
    assert day(record, event(record, "ASSAULT")) == when


def test_a_date_of_what_lies_back_is_not_that_of_the_event() -> None:
    """Since a failure is not when."""
    record = read("Les trois pays tiendront un sommet, le premier depuis l'échec des pourparlers de décembre 2023.", "fr")
    assert [day(record, one) for one in record.events if "sommet" in one.trigger.text] == [None]
