"""Who did it to whom."""

from __future__ import annotations

import pytest

from tests.events.reading import event, names, read


@pytest.mark.parametrize(
    ("language", "kind", "text", "agents", "recipients"),
    [
        ("en", "COERCE", "Olga Petrova was arrested by the FBI on Monday.", {"FBI"}, {"Olga Petrova"}),
        ("en", "AID", "Germany provided Ukraine with tanks.", {"Germany"}, {"Ukraine"}),
        ("en", "AID", "Germany's delivery of tanks to Ukraine began in May.", {"Germany"}, {"Ukraine"}),
        ("en", "COERCE", "Police raided the offices of Deutsche Bank.", {"Police"}, {"Deutsche Bank"}),
        ("en", "CONSULT", "George Bush, accompanied by Condoleezza Rice, met Yayi Boni.", {"George Bush", "Condoleezza Rice", "Yayi Boni"}, set()),
        ("fr", "COERCE", "Olga Petrova a été arrêtée par la police lundi.", {"police"}, {"Olga Petrova"}),
        ("fr", "AID", "Selon Kiev, l'Allemagne a livré des chars à l'Ukraine.", {"Allemagne"}, {"Ukraine"}),
        ("fr", "CONSULT", "Une réunion entre Emmanuel Macron et Olaf Scholz a eu lieu jeudi.", {"Emmanuel Macron", "Olaf Scholz"}, set()),
        ("fr", "CONSULT", "Emmanuel Macron a évoqué une rencontre avec Olaf Scholz.", {"Emmanuel Macron", "Olaf Scholz"}, set()),
        ("fr", "ACCUSE", "La Chine a condamné la visite de l'ambassadeur.", {"Chine"}, set()),
    ],
)
def test_passives_nouns_and_support_verbs_are_turned_back(language: str, kind: str, text: str, agents: set[str], recipients: set[str]) -> None:
    """Who acts and who is acted upon does not hang on the construction."""
    record = read(text, language)
    found = event(record, kind)
    assert (agents, recipients) == (names(record, found, "agent"), names(record, found, "recipient"))


@pytest.mark.parametrize(
    ("language", "kind", "text", "agents", "recipients"),
    [
        ("en", "CONCEDE", "The EU eased sanctions on Syria.", {"EU"}, {"Syria"}),
        ("en", "ASSAULT", "Russian missile strikes on Kharkiv killed six people.", {"Russia"}, {"six people"}),
        ("en", "RETREAT", "France withdrew its troops from Mali.", {"France"}, set()),
        ("fr", "REQUEST", "L'ONU a demandé à Israël de lever le blocus.", {"ONU"}, {"Israël"}),
        ("en", "REQUEST", "Minsk calls on Washington to assess the situation.", {"Belarus"}, {"United States"}),
        ("fr", "SANCTION", "L'embargo américain contre Cuba dure depuis soixante ans.", {"États-Unis"}, {"Cuba"}),
    ],
)
def test_a_country_takes_part_that_acts_nowhere_else(language: str, kind: str, text: str, agents: set[str], recipients: set[str]) -> None:
    """A scene is acted upon, and an adjective tells who acts; what a preposition only locates does not."""
    record = read(text, language)
    found = event(record, kind)
    assert (agents, recipients) == (names(record, found, "agent"), names(record, found, "recipient"))


def test_a_name_behind_what_sort_of_person_it_is_takes_part() -> None:
    """The name at the end of a list of complements is that of the noun before."""
    record = read("L'homme de radio et de théâtre Pierre Tavel est décédé à Paris.", "fr")
    assert names(record, event(record, "DEATH"), "recipient") == {"Pierre Tavel"}


@pytest.mark.parametrize(
    ("kind", "text", "agents", "recipients"),
    [
        ("ASSAULT", "A patrol came under attack by Hamas in Gaza.", {"Hamas"}, set()),
        ("ASSAULT", "The attack killed 25 civilians.", set(), {"25 civilians"}),
        ("COERCE", "The army regained full control of two villages.", {"army"}, {"two villages"}),
        ("CONSULT", "French President Emmanuel Macron will arrive in Yerevan in May, Jonathan Lacroix confirmed.", {"Emmanuel Macron"}, {"Yerevan"}),
        ("JUSTICE", "Anna Berg faces prison after a court handed her a suspended sentence.", {"a court"}, {"Anna Berg"}),
        ("AGREE", "Anna Berg pledged to put a stop to looting and other violence.", {"Anna Berg"}, set()),
        ("CONSULT", "Emmanuel Macron will visit India on Monday.", {"Emmanuel Macron"}, {"India"}),
        ("RETREAT", "Prime Minister Anna Berg was forced to resign.", {"Anna Berg"}, set()),
        ("ASSAULT", "Violence against protesters erupted in the city.", set(), {"protesters"}),
        ("SANCTION", "Saudi Arabia cut off all trade with Canada.", {"Saudi Arabia"}, {"Canada"}),
        ("SANCTION", "Armenia withdrew its ambassador from Hungary.", {"Armenia"}, {"Hungary"}),
        ("AID", "The World Bank approved a loan to Kenya.", {"World Bank"}, {"Kenya"}),
        ("CONSULT", "Anna Berg discussed Ukraine with Emmanuel Macron.", {"Anna Berg", "Emmanuel Macron"}, set()),
        ("RETREAT", "At least 520 were freed in Kusumma.", set(), set()),
        ("COERCE", "Anna Berg has vowed to take over the government.", {"Anna Berg"}, {"government"}),
    ],
)
def test_events_have_their_own_parties(kind: str, text: str, agents: set[str], recipients: set[str]) -> None:
    """An attack is nobody who acts, a verb without an object takes none, and a pronoun before the object is given it."""
    record = read(text, "en")
    found = event(record, kind)
    assert (agents, recipients) == (names(record, found, "agent"), names(record, found, "recipient"))


def test_people_who_are_only_from_a_country_are_not_it() -> None:
    """Soldiers and diplomats act and are struck for their country, tenants and tourists are not."""
    record = read("Russia attacked a bridge. Three Russian soldiers were killed in Syria.", "en")
    assert names(record, event(record, "ASSAULT", "killed"), "recipient") == {"Russia"}
    record = read("Russia attacked a bridge. Three Russian tourists were arrested in Syria.", "en")
    assert "Russia" not in names(record, event(record, "COERCE"), "recipient")


def test_who_is_killed_in_a_clash_need_not_have_fought() -> None:
    """The dead are struck and do not act."""
    record = read("Ten people were killed in clashes in Aleppo.", "en")
    assert names(record, event(record, "ASSAULT"), "agent") == set()


def test_judging_an_attack_is_aimed_at_who_made_it() -> None:
    """The recipient of a condemnation is the agent of what is condemned."""
    record = read("Germany condemned the attack by Hamas.", "en")
    assert names(record, event(record, "ACCUSE"), "recipient") == {"Hamas"}


def test_suspending_aid_strikes_whom_it_went_to_and_leaves_no_aid() -> None:
    """The recipient of the object is the verb's, and the object itself did not take place."""
    record = read("Germany has suspended aid to Uganda.", "en")
    assert names(record, event(record, "SANCTION"), "recipient") == {"Uganda"}
    assert [one.type for one in record.events] == ["SANCTION"]


def test_people_without_a_name_take_part_by_their_words() -> None:
    """They are participants without an actor; things are objects."""
    record = read("Soldiers killed six policemen in Quetta.", "en")
    assert any("policemen" in name for name in names(record, event(record, "ASSAULT"), "recipient"))
    record = read("Germany delivered tanks to Ukraine.", "en")
    assert names(record, event(record, "AID"), "object") == {"tanks"}


def test_a_support_verb_with_a_complement_before_its_noun_lends_its_subject() -> None:
    """In "mener à Kiev une attaque" the verb is not "mener à"."""
    record = read("L'armée russe a mené à Kiev une attaque massive.", "fr")
    assert names(record, event(record, "ASSAULT"), "agent") == {"armée russe"}
    assert names(record, event(read("La crise a mené à une attaque contre l'Iran.", "fr"), "ASSAULT"), "agent") == set()


def test_who_stands_behind_an_office_that_a_country_owns_acts() -> None:
    """Not the country."""
    record = read("Germany's foreign minister, Anna Berg, met Paul Roux.", "en")
    assert names(record, event(record, "CONSULT"), "agent") == {"Anna Berg", "Paul Roux"}


def test_a_relative_clause_behind_where_somebody_is_from_is_theirs() -> None:
    """A name owns no name."""
    record = read("Senator Anna Berg of Ohio, who voted against the measure, accused Russia.", "en")
    assert names(record, event(record, "REJECT"), "agent") == {"Anna Berg"}


def test_a_pronoun_that_may_be_impersonal_acts_where_it_stands_for_somebody() -> None:
    """In "it had agreed" the company did, in "it emerged" nobody."""
    record = read("Vodafone said it had agreed to sell its Italian business to Swisscom.", "en")
    assert names(record, event(record, "AGREE"), "agent") == {"Vodafone"}
    record = read("It emerged that Iran had attacked Israel.", "en")
    assert names(record, event(record, "ASSAULT"), "agent") == {"Iran"}


@pytest.mark.parametrize(
    ("language", "kind", "text", "recipients"),
    [
        ("en", "COERCE", "Police arrested a former Pentagon contractor on Monday.", {"a former Pentagon contractor"}),
        ("en", "COERCE", "Police arrested three Hamas fighters on Monday.", {"Hamas"}),
        ("en", "RETREAT", "The army released two Boko Haram hostages on Monday.", {"two Boko Haram hostages"}),
        ("fr", "COERCE", "La police a arrêté lundi un ancien employé de Nissan.", {"un ancien employé"}),
        ("fr", "RETREAT", "L'armée a libéré lundi deux otages du Hamas.", {"deux otages"}),
    ],
)
def test_people_beside_a_body_are_of_it_unless_they_stand_outside(language: str, kind: str, text: str, recipients: set[str]) -> None:
    """A fighter of a body acts for it, a former one, a hostage or a customer does not."""
    record = read(text, language)
    assert names(record, event(record, kind), "recipient") == recipients


@pytest.mark.parametrize(
    ("kind", "text", "agents", "recipients"),
    [
        ("COERCE", "Man arrested after rally in London", set(), {"Man"}),
        ("JUSTICE", "Ex-minister jailed for fraud", set(), {"Ex-minister"}),
        ("TRANSITION", "Coach sacked by Chelsea", {"Chelsea"}, {"Coach"}),
        ("COERCE", "Police arrested and jailed three men on Monday.", {"Police"}, {"three men"}),
        ("COERCE", "Police arrested three men on Monday.", {"Police"}, {"three men"}),
    ],
)
def test_a_headline_leaves_out_the_auxiliary_of_a_passive(kind: str, text: str, agents: set[str], recipients: set[str]) -> None:
    """Who is arrested in a headline has not arrested anybody."""
    record = read(text, "en")
    found = event(record, kind)
    assert (agents, recipients) == (names(record, found, "agent"), names(record, found, "recipient"))


@pytest.mark.parametrize(
    ("language", "kind", "role", "text", "name"),
    [
        ("en", "SANCTION", "recipient", "The gas company, Buckeye Energy, was fined $1.5 million in 2023.", "Buckeye Energy"),
        ("en", "COERCE", "recipient", "Police arrested the driver, Paul Roy, on Monday.", "Paul Roy"),
        ("fr", "ASSAULT", "recipient", "La victime, Jean Petit, a été tuée lundi.", "Jean Petit"),
    ],
)
def test_a_name_between_commas_is_whom_the_noun_before_means(language: str, kind: str, role: str, text: str, name: str) -> None:
    """A definite noun for one person or body, with the name set behind it."""
    record = read(text, language)
    assert names(record, event(record, kind), role) == {name}


def test_a_town_is_not_who_did_it() -> None:
    """In a passive the one told of acts in the infinitive, not where it was told."""
    record = read("Paul Roy a été condamné lundi à Lyon pour avoir tué sa femme.", "fr")
    assert names(record, event(record, "ASSAULT"), "agent") == {"Paul Roy"}


def test_who_does_something_on_a_visit_is_the_visitor() -> None:
    """Set between commas or before the clause."""
    record = read("Shehbaz Sharif, on a visit to Riyadh, condemned the attacks.", "en")
    assert names(record, event(record, "CONSULT"), "agent") == {"Shehbaz Sharif"}
