"""Errors keep their facts and travel between processes."""

from __future__ import annotations

import pickle

import pytest

from newsevents.errors import (
    MissingExtraError,
    NewsEventsError,
    PackError,
    Problem,
    RecordError,
    SchemaVersionError,
    UnknownLanguageError,
)

PROBLEM = Problem("Span", "end", 3, "expected start (5) or more, got 3", "$.actors[0]")

ERRORS = [
    (UnknownLanguageError("tlh", known=["en", "fr"]), LookupError, {"language": "tlh", "known": ("en", "fr")}),
    (PackError("one", "two"), ValueError, {"problems": ("one", "two")}),
    (RecordError(PROBLEM), ValueError, {"owner": "Span", "field": "end", "value": 3, "path": "$.actors[0]"}),
    (SchemaVersionError("x/2.0", wanted="newsevents/1.0"), RecordError, {"found": "x/2.0", "wanted": "newsevents/1.0"}),
    (MissingExtraError("fast", module="msgspec"), ImportError, {"extra": "fast", "name": "msgspec"}),
]


@pytest.mark.parametrize(("error", "parent", "facts"), ERRORS, ids=lambda value: type(value).__name__)
def test_errors_keep_their_facts(error: NewsEventsError, parent: type[Exception], facts: dict[str, object]) -> None:
    """Each is of the library's family and of the builtin one that callers expect, before and after pickling."""
    travelled = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    for one in (error, travelled):
        assert isinstance(one, NewsEventsError)
        assert isinstance(one, parent)
        assert {name: getattr(one, name) for name in facts} == facts
        assert str(one) == str(error)


def test_many_problems_are_counted_and_the_first_hundred_listed() -> None:
    """A file that is no record at all does not fill the screen; the attribute has every problem."""
    error = RecordError(*[PROBLEM] * 250)
    assert str(error).startswith("250 problems:\n  Span.end: ")
    assert str(error).endswith("and 150 more, see the attribute `problems`")
    assert len(error.problems) == 250


def test_a_problem_of_a_whole_object_names_its_class() -> None:
    """There is no field to name."""
    assert str(Problem("Record", "", None, "expected JSON")) == "Record: expected JSON"
