"""Statements that are events."""

from __future__ import annotations

from tests.events.reading import event, names, read


def test_an_event_of_speech_names_its_statement() -> None:
    """A warning is both."""
    record = read("Vladimir Poutine a averti Donald Trump que la Russie riposterait.", "fr")
    found = event(record, "THREATEN")
    statement = next(one for one in record.statements if one.id == found.utterance_id)
    assert statement.act == "warn"
    assert names(record, found, "recipient") == {"Donald Trump"}


def test_a_promise_of_harm_is_a_threat() -> None:
    """A vow with an attack in it threatens whom it would strike."""
    record = read("Iran vowed to attack Israel.", "en")
    found = event(record, "THREATEN")
    assert (names(record, found, "agent"), names(record, found, "recipient")) == ({"Iran"}, {"Israel"})
    assert event(read("Iran vowed to help Syria.", "en"), "AGREE").status == "actual"


def test_who_is_to_do_what_is_demanded_is_asked() -> None:
    """The subject of the demanded clause."""
    record = read("L'opposition demande qu'Ali Bongo démissionne.", "fr")
    assert names(record, event(record, "REQUEST"), "recipient") == {"Ali Bongo"}


def test_the_content_of_a_statement_is_asserted_by_it() -> None:
    """The innermost statement that holds the trigger."""
    record = read("Vladimir Putin said that Ukraine had attacked Belgorod.", "en")
    found = event(record, "ASSAULT")
    assert found.statement_id == record.statements[0].id


def test_who_speaks_is_not_spoken_to() -> None:
    """The subject of a verb set in behind a quotation stands where an object would."""
    record = read("« C'est faux », a dénoncé le président Vladimir Poutine.", "fr")
    found = event(record, "ACCUSE")
    assert (names(record, found, "agent"), names(record, found, "recipient")) == ({"Vladimir Poutine"}, set())
