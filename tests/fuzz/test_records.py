"""What is no record is refused with a `RecordError`, whatever it is; what is one comes back the same."""

from __future__ import annotations

import io
import json
import warnings
from typing import TYPE_CHECKING, Any
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from newsevents import NewerSchemaWarning, Record, RecordError, from_dict, from_json, read_jsonl, to_json
from newsevents.serialization import accelerator
from tests.fuzz.mutations import cut_up, documents, json_values, spoiled, unfolded, values

if TYPE_CHECKING:
    from collections.abc import Callable


def _outcome(read: Callable[[], Record]) -> tuple[Record | None, list[str]]:
    """Give what is read, or what is said against it; nothing else may come of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerSchemaWarning)
        try:
            record = read()
        except RecordError as error:
            assert error.problems
            assert all(isinstance(str(problem), str) and problem.message for problem in error.problems)
            return None, [str(problem) for problem in error.problems]
    assert type(record) is Record
    assert from_json(to_json(record)) == record
    return record, []


def _judged(data: str | bytes, *, strict: bool) -> None:
    """Let something be read on both paths: what comes of it is the same."""
    outcome = _outcome(lambda: from_json(data, strict=strict))
    with mock.patch.object(accelerator, "_codec", return_value=None):
        assert _outcome(lambda: from_json(data, strict=strict)) == outcome


@given(spoiled(values), st.booleans())
def test_dictionary(document: Any, strict: bool) -> None:  # noqa: FBT001 - drawn
    """A dictionary of a record, spoiled by values of any type."""
    whole = unfolded(document)
    _outcome(lambda: from_dict(whole, strict=strict))


@given(spoiled(json_values), st.booleans(), st.booleans())
def test_document(document: Any, strict: bool, as_we_write: bool) -> None:  # noqa: FBT001 - drawn
    """The JSON of a record, spoiled by values of any type that JSON has."""
    form: dict[str, Any] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")} if as_we_write else {}
    try:
        text = json.dumps(unfolded(document), **form)
    except RecursionError:  # json's own, on the way there
        return
    _judged(text, strict=strict)


@given(st.sampled_from([document.encode() for document in documents()]).flatmap(cut_up) | st.binary(max_size=60), st.booleans())
def test_bytes(data: bytes, strict: bool) -> None:  # noqa: FBT001 - drawn
    """The bytes of a record's JSON, cut up, and any bytes."""
    _judged(data, strict=strict)


@given(st.lists(st.sampled_from([document.encode() for document in documents()]).flatmap(cut_up) | st.binary(max_size=60), max_size=4))
def test_lines(lines: list[bytes]) -> None:
    """Lines of JSON Lines, cut up: each is read, is blank, or is told of and set aside."""
    file, rejects = io.BytesIO(b"\n".join(lines)), io.BytesIO()
    told: list[int] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NewerSchemaWarning)
        read = list(read_jsonl(file, rejects=rejects, on_reject=lambda line: told.append(line.number)))
    cut = file.getvalue().removeprefix(b"\xef\xbb\xbf").split(b"\n")
    assert len(read) + len(told) == sum(bool(line.strip()) for line in cut)
    assert rejects.getvalue().count(b"\n") == len(told) == len(set(told))
