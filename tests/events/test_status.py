"""Whether it happened."""

from __future__ import annotations

import pytest

from tests.events.reading import event, names, read


@pytest.mark.parametrize(
    ("language", "kind", "text", "status"),
    [
        ("en", "CONSULT", "Donald Trump will meet Emmanuel Macron in Paris.", "planned"),
        ("en", "CONSULT", "Donald Trump did not meet Emmanuel Macron.", "negated"),
        ("en", "CONSULT", "Donald Trump cancelled the summit with Emmanuel Macron.", "negated"),
        ("en", "CONSULT", "Donald Trump could meet Emmanuel Macron in Paris.", "hypothetical"),
        ("en", "ASSAULT", "Russia threatened to attack Poland.", "hypothetical"),
        ("en", "ASSAULT", "The war in Sudan worries diplomats.", "ongoing"),
        ("en", "JUSTICE", "The defendant pleaded not guilty.", "actual"),
        ("en", "COERCE", "The singer is at risk of being arrested.", "hypothetical"),
        ("en", "COERCE", "The singer was afraid of being arrested.", "hypothetical"),
        ("en", "ASSAULT", "The roof gives protection from attacks.", "hypothetical"),
        ("fr", "COOPERATE", "Il est essentiel que la France coopère avec l'Inde.", "hypothetical"),
        ("fr", "CONSULT", "Donald Trump rencontrera Emmanuel Macron à Paris.", "planned"),
        ("fr", "CONSULT", "Donald Trump a annulé le sommet avec Emmanuel Macron.", "negated"),
        ("fr", "CONSULT", "Les ministres ont évoqué la possibilité d'une rencontre entre Donald Trump et Emmanuel Macron.", "hypothetical"),
        ("fr", "AID", "L'envoi de missiles à l'Ukraine nuirait aux relations entre Moscou et Washington.", "hypothetical"),
        ("fr", "ASSAULT", "Le conflit en Ukraine inquiète les diplomates.", "ongoing"),
    ],
)
def test_tense_mood_negation_and_governing_words_decide_the_status(language: str, kind: str, text: str, status: str) -> None:
    """The words above, beside and below a trigger say how real it is."""
    assert event(read(text, language), kind).status == status


def test_what_somebody_said_he_would_do_is_planned() -> None:
    """The future seen from the past; what others would do is no plan of theirs."""
    record = read("Anna Berg said on Monday that she would resign.", "en")
    assert event(record, "TRANSITION").status == "planned"
    record = read("Anna Berg said Russia would attack Ukraine.", "en")
    assert event(record, "ASSAULT").status == "hypothetical"


def test_what_is_called_something_has_happened() -> None:
    """Calling a sentence dangerous plans none."""
    record = read("The cleric called the sentence dangerous.", "en")
    assert event(record, "JUSTICE").status == "actual"


def test_what_is_told_in_the_past_is_no_plan() -> None:
    """Whatever day its date may be read as."""
    record = read("Le ministre a invité samedi prochain le président Donald Trump à se taire.", "fr")
    assert event(record, "REQUEST").status == "actual"


def test_what_is_done_afterwards_is_no_purpose() -> None:
    """An adverb of sequence makes an infinitive of purpose what happened next."""
    record = read("Il a traversé la place pour ensuite tirer sur des policiers.", "fr")
    assert event(record, "ASSAULT").status == "actual"


def test_what_hangs_on_a_condition_is_hypothetical() -> None:
    """A plan under "if" is none yet."""
    assert event(read("Russia will attack Poland if NATO deploys missiles.", "en"), "ASSAULT").status == "hypothetical"


def test_what_is_dated_after_publication_is_planned() -> None:
    """The future needs no future tense."""
    assert event(read("Le sommet du 12 novembre 2025 entre la France et l'Italie occupe les diplomates.", "fr"), "CONSULT").status == "planned"


def test_a_negated_claim_denies_no_attack() -> None:
    """What nobody has claimed has happened all the same."""
    assert event(read("Les attaques de mardi n'ont pas été revendiquées.", "fr"), "ASSAULT").status == "actual"


def test_never_accepting_is_rejecting() -> None:
    """The negated verb evokes another type, and that has happened."""
    found = event(read("Iran will never accept the demands of Israel.", "en"), "REJECT")
    assert found.status == "actual"


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Iran has not yet accepted the offer of Israel."), ("fr", "L'Iran n'a pas encore accepté l'offre d'Israël.")]
)
def test_what_is_not_yet_accepted_is_not_refused(language: str, text: str) -> None:
    """A negation that leaves the matter open turns no agreement into a refusal."""
    assert not [one for one in read(text, language).events if one.type == "REJECT"]


def test_what_is_only_told_has_happened() -> None:
    """The perfect infinitive under a verb of telling is over; what is told of it is no wish."""
    assert event(read("General Karim Nouri is reported to have been executed.", "en"), "ASSAULT").status == "actual"


def test_a_cancellation_outdoes_a_plan() -> None:
    """What a finite verb says of a noun counts before the participle on it."""
    assert event(read("The march planned for Saturday was cancelled.", "en"), "PROTEST").status == "negated"


@pytest.mark.parametrize(
    ("text", "kind", "agents"),
    [
        ("Halvorsen Medical to shed 1,900 jobs", "ECONOMY", {"Halvorsen Medical"}),
        ("Trump to meet Xi in Seoul", "CONSULT", {"Trump", "Xi"}),
        ("Workers to strike on Monday", "PROTEST", {"Workers"}),
    ],
)
def test_the_infinitive_of_a_headline_is_its_future(text: str, kind: str, agents: set[str]) -> None:
    """Who stands before it will do it."""
    record = read(text, "en")
    found = event(record, kind)
    assert (found.status, names(record, found, "agent")) == ("planned", agents)


def test_an_infinitive_that_a_noun_takes_is_no_headline() -> None:
    """Efforts do nothing."""
    record = read("Efforts to free hostages fail.", "en")
    assert event(record, "RETREAT").status != "planned"
