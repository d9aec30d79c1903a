"""The seed article, read by a human: what its record must hold, whatever else changes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsevents import ActorKind, Event, MentionKind, Modifier, ParticipantRole, Record, Statement, StatementForm, from_json, parse, to_json

SEEDS = Path(__file__).parents[1] / "seeds"
SEED = SEEDS / "seed_fr.txt"

# The articles go into no distribution.
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="seeds/ is not part of a source distribution")


@pytest.fixture(scope="module")
def known() -> dict[str, Any]:
    """Give what is known of the article."""
    return tomllib.loads(SEED.with_suffix(".toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def record(known: dict[str, Any]) -> Record:
    """Give the article's record."""
    return parse(SEED.read_bytes().decode(), language=known["language"], published=known["published"])


def _names(record: Record, finding: Statement | Event, role: ParticipantRole) -> set[str]:
    """Give the names of the actors with a role."""
    return {actor.name for actor in record.participants(finding, role)}


def _said(record: Record, beginning: str) -> Statement:
    """Give the one statement whose content begins with these words."""
    (found,) = [statement for statement in record.statements if statement.content[0].text.startswith(beginning)]
    return found


def _event(record: Record, event_type: str, words: str) -> Event:
    """Give the one event of a type that is mentioned with these words."""
    (found,) = [event for event in record.events if event.type == event_type and any(words in mention.span.text for mention in event.mentions)]
    return found


def test_the_record_is_the_one_that_is_kept(record: Record) -> None:
    """After a change that is meant to alter it: `python tools/update_seed.py`, and read the difference."""
    kept = SEED.with_suffix(".record.json").read_text("utf-8")
    assert from_json(kept) == record
    assert to_json(record, indent=1) + "\n" == kept


def test_the_language_is_recognised(known: dict[str, Any]) -> None:
    """Nobody need say that it is French."""
    assert parse(SEED.read_bytes().decode(), published=known["published"]).article.language == known["language"]


@pytest.mark.parametrize(
    ("name", "country", "role"),
    [
        ("Vladimir Poutine", "RU", "président russe"),
        ("Donald Trump", "US", "homologue américain"),
        ("Iouri Ouchakov", "RU", "assistant présidentiel russe"),
        ("Volodymyr Zelensky", "UA", "homologue ukrainien"),
    ],
)
def test_persons(name: str, country: str, role: str, record: Record) -> None:
    """Each person once, under the full name, with country and function."""
    (actor,) = [actor for actor in record.actors if name.rsplit(maxsplit=1)[-1] in actor.name]
    assert (actor.name, actor.kind, actor.country) == (name, ActorKind.PERSON, country)
    assert role in {one.title for one in actor.roles}


@pytest.mark.parametrize(("name", "country", "capital"), [("Russie", "RU", "Moscou"), ("États-Unis", "US", "Washington"), ("Ukraine", "UA", "Kiev")])
def test_countries_act_under_the_names_of_their_capitals(name: str, country: str, capital: str, record: Record) -> None:
    """Moscow's protests are Russia's."""
    (actor,) = [actor for actor in record.actors if actor.kind is ActorKind.COUNTRY and actor.country == country]
    assert actor.name == name
    assert capital in {mention.span.text for mention in actor.mentions}


def test_nominals_lead_to_those_they_mean(record: Record) -> None:
    """The American president is Donald Trump; the two leaders are both."""
    nominal = {mention.span.text.lower(): actor.name for actor in record.actors for mention in actor.mentions if mention.kind is MentionKind.NOMINAL}
    assert nominal["le président américain"] == "Donald Trump"
    both = {actor.name for actor in record.actors for mention in actor.mentions if mention.span.text.lower() == "les deux dirigeants"}
    assert both == {"Vladimir Poutine", "Donald Trump"}


def test_places(record: Record) -> None:
    """Where the leaders met and will meet."""
    found = {place.name: place.country for place in record.places}
    assert found["Budapest"] == found["Hongrie"] == "HU"
    assert found["Alaska"] == "US"


@pytest.mark.parametrize(
    ("words", "value", "modifier"),
    [
        ("jeudi", "2025-10-16", None),
        ("près de deux heures et demie", "PT2H30M", Modifier.APPROXIMATE),
        ("août dernier", "2025-08", None),
        ("les deux prochaines semaines", "2025-10-17/2025-10-31", None),
        ("ce vendredi", "2025-10-17", None),
        ("septembre", "2025-09", Modifier.SINCE),
        ("plus tôt ce mois-ci", "2025-10", None),
    ],
)
def test_times(words: str, value: str, modifier: Modifier | None, record: Record) -> None:
    """Every time counts from the Friday of publication."""
    found = {time.span.text: time for time in record.times}
    assert (found[words].value, found[words].modifier) == (value, modifier)


def test_no_other_time_is_invented(record: Record) -> None:
    """Those, one of them twice, and the eve of a meeting."""
    assert len(record.times) == 9


def test_the_phone_call(record: Record) -> None:
    """It took place on Thursday by phone between the two presidents."""
    call = _event(record, "CONSULT", "conversation téléphonique")
    assert call.mode == "phone"
    assert _names(record, call, ParticipantRole.AGENT) == {"Vladimir Poutine", "Donald Trump"}
    time = record.time_of(call)
    assert time is not None
    assert time.value == "2025-10-16"


def test_the_warning(record: Record) -> None:
    """Putin warns Trump: a statement, and a threat that names it."""
    warning = _said(record, "l’envoi de missiles")
    assert (warning.act, warning.form) == ("warn", StatementForm.INDIRECT)
    assert _names(record, warning, ParticipantRole.SPEAKER) == {"Vladimir Poutine"}
    assert _names(record, warning, ParticipantRole.ADDRESSEE) == {"Donald Trump"}
    (threat,) = [event for event in record.events if event.utterance_id == warning.id]
    assert threat.type == "THREATEN"
    assert _names(record, threat, ParticipantRole.AGENT) == {"Vladimir Poutine"}
    assert _names(record, threat, ParticipantRole.RECIPIENT) == {"Donald Trump"}


@pytest.mark.parametrize(
    ("beginning", "speaker", "form"),
    [
        ("les missiles Tomahawk ne changeront pas", "Vladimir Poutine", StatementForm.INDIRECT),
        ("la fin du conflit", "Donald Trump", StatementForm.MIXED),
        ("il rencontrerait Vladimir Poutine", "Donald Trump", StatementForm.MIXED),
        ("Washington lui fournira", "Volodymyr Zelensky", StatementForm.INDIRECT),
        ("l’utilisation de ces missiles", "Vladimir Poutine", StatementForm.INDIRECT),
        ("la livraison de ces missiles", "Vladimir Poutine", StatementForm.MIXED),
        ("Trump avait demandé", "Wall Street Journal", StatementForm.INDIRECT),
    ],
)
def test_statements(beginning: str, speaker: str, form: StatementForm, record: Record) -> None:
    """Who said what, and how much of it in so many words."""
    statement = _said(record, beginning)
    assert _names(record, statement, ParticipantRole.SPEAKER) == {speaker}
    assert statement.form is form


def test_reported_speech_inside_reported_speech(record: Record) -> None:
    """What Putin repeated is known from Ushakov, who told the press."""
    outer = record.statement(_said(record, "les missiles Tomahawk ne changeront pas").within or "")
    assert _names(record, outer, ParticipantRole.SPEAKER) == {"Iouri Ouchakov"}


def test_the_coming_meeting(record: Record) -> None:
    """Announced by Trump, in Budapest, within two weeks: planned, not actual."""
    meeting = _event(record, "CONSULT", "rencontrerait")
    assert meeting.status == "planned"
    assert _names(record, meeting, ParticipantRole.AGENT) == {"Vladimir Poutine", "Donald Trump"}
    place, time = record.place_of(meeting), record.time_of(meeting)
    assert place is not None
    assert place.name == "Budapest"
    assert time is not None
    assert time.value == "2025-10-17/2025-10-31"


def test_the_protests(record: Record) -> None:
    """Moscow's."""
    assert _names(record, _event(record, "REJECT", "protestations"), ParticipantRole.AGENT) == {"Russie"}


def test_the_request(record: Record) -> None:
    """What the newspaper reports is its statement, and a request of Trump's."""
    request = _event(record, "REQUEST", "avait demandé")
    assert _names(record, request, ParticipantRole.AGENT) == {"Donald Trump"}
    statement = record.statement_of(request)
    assert statement is not None
    assert _names(record, statement, ParticipantRole.SPEAKER) == {"Wall Street Journal"}
