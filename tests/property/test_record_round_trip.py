"""Whatever is written is read back the same, on every path."""

from __future__ import annotations

import copy
import io
import json
import pickle
from typing import TYPE_CHECKING, Any
from unittest import mock

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.errors import RecordError
from newsevents.serialization import accelerator, from_dict, from_json, read_jsonl, to_dict, to_json, write_jsonl
from tests.strategies import records

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsevents.model import Record


def _plain(value: Any) -> bool:
    """Tell whether a value is of the types JSON has, and no subclass of one."""
    if type(value) is dict:
        return all(type(key) is str and _plain(inner) for key, inner in value.items())
    if type(value) is list:
        return all(map(_plain, value))
    return type(value) in {str, int, float, bool, type(None)}


def _standard(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call with the accelerator put away."""
    with mock.patch.object(accelerator, "_codec", return_value=None):
        return call(*args, **kwargs)


def _outcome(call: Callable[..., Any], *args: Any) -> tuple[Any, list[str]]:
    """Give the value, or everything that was said against there being one."""
    try:
        return call(*args), []
    except RecordError as error:
        return None, [str(problem) for problem in error.problems]


@given(records())
def test_dictionaries_give_the_record_back(record: Record) -> None:
    """`from_dict(to_dict(r)) == r`, over nothing but plain values."""
    plain = to_dict(record)
    assert _plain(plain)
    assert from_dict(plain) == record


@given(records())
def test_json_gives_the_record_back(record: Record) -> None:
    """`from_json(to_json(r)) == r`, and `to_json(from_json(j)) == j`; `str` and `bytes` alike."""
    text = to_json(record)
    read = from_json(text)
    assert read == record
    assert to_json(read) == text
    assert from_json(text.encode()) == record


@given(records())
def test_the_standard_path_gives_the_record_back(record: Record) -> None:
    """Both laws hold where no accelerator is installed."""
    text = _standard(to_json, record)
    read = _standard(from_json, text)
    assert read == record
    assert _standard(to_json, read) == text


@given(records())
def test_both_paths_write_the_same_bytes(record: Record) -> None:
    """What is installed beside the library does not show in what it writes."""
    pytest.importorskip("msgspec")
    assert to_json(record) == _standard(to_json, record)


@given(records(), st.data())
def test_both_paths_judge_a_changed_text_alike(record: Record, data: st.DataObject) -> None:
    """A text with a stretch of it removed, doubled or replaced: both accept it with one value, or refuse it with one word."""
    pytest.importorskip("msgspec")
    text = to_json(record)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    put = data.draw(st.sampled_from(["", text[start:end] * 2, "null", "1", "1.0", '"x"', "[]", "{}", "true", " ", "\\u00e9", "-0", "1e2"]))
    changed = text[:start] + put + text[end:]
    assert _outcome(from_json, changed) == _outcome(_standard, from_json, changed)


_PUT = st.one_of(st.none(), st.booleans(), st.integers(-2, 2**70), st.floats(), st.text(max_size=3), st.just([]), st.just({}), st.just("name"))


@given(records(), st.data())
def test_both_paths_judge_a_changed_value_alike(record: Record, data: st.DataObject) -> None:
    """Any one value of a record replaced by another: both paths accept it with one value, or refuse it with one word."""
    pytest.importorskip("msgspec")
    plain = to_dict(record)
    node: Any = plain
    while True:
        keys = sorted(node) if isinstance(node, dict) else range(len(node))
        key = data.draw(st.sampled_from(keys))
        if isinstance(node[key], (dict, list)) and node[key] and data.draw(st.integers(0, 5)):
            node = node[key]
        else:
            node[key] = data.draw(_PUT)
            break
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert _outcome(from_json, text) == _outcome(_standard, from_json, text)


@given(st.lists(records(), max_size=3))
def test_json_lines_give_the_records_back(written: list[Record]) -> None:
    """Records written as lines are read back in their order, whatever line separators Unicode has inside them."""
    file = io.BytesIO()
    assert write_jsonl(written, file) == len(written)
    assert file.getvalue().count(b"\n") == len(written)
    assert list(read_jsonl(io.BytesIO(file.getvalue()), errors="raise")) == written


@given(records())
def test_copies_are_equal(record: Record) -> None:
    """`pickle`, `copy` and `deepcopy` give an equal record with an equal hash; looking something up changes nothing."""
    for actor in record.actors:
        assert record.actor(actor.id) is actor
    for other in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):  # noqa: S301 - our own
        assert other == record
        assert hash(other) == hash(record)
        assert to_json(other) == to_json(record)
        for actor in other.actors:
            assert other.actor(actor.id) == actor


@given(records(may_withhold=False), st.sampled_from(["names", "none"]))
def test_withheld_text_can_be_put_back(record: Record, keep: Any) -> None:
    """`record.without_text(keep=k).with_text(text) == record`, and what is withheld is nowhere in the spans."""
    withheld = record.without_text(keep=keep)
    assert withheld.article.text is None
    if keep == "none":
        assert all(not span.text for span in withheld.spans())
    assert withheld.with_text(record.article.text or "") == record
    assert withheld.without_text(keep=keep) == withheld
    assert from_json(to_json(withheld)) == withheld


@given(records(may_withhold=False))
def test_every_span_has_the_words_of_the_article(record: Record) -> None:
    """`article.text[s.start:s.end] == s.text` for every span."""
    text = record.article.text or ""
    for span in record.spans():
        assert text[span.start : span.end] == span.text


@given(records())
def test_defaults_may_be_left_out(record: Record) -> None:
    """A key whose value is its field's default may be missing from a document, but for the schema."""
    plain = _without_defaults(record)
    assert from_dict({**plain, "schema": record.schema}) == record


def _without_defaults(node: Any) -> Any:
    """Give the plain form of an object without the fields that have their default."""
    plain = {}
    for field in attrs.fields(type(node)):
        value = getattr(node, field.name)
        if field.default is not attrs.NOTHING and value == field.default:
            continue
        if attrs.has(type(value)):
            plain[field.name] = _without_defaults(value)
        elif isinstance(value, tuple):
            plain[field.name] = [_without_defaults(one) if attrs.has(type(one)) else one for one in value]
        else:
            plain[field.name] = json.loads(json.dumps(value, default=_written))
    return plain


def _written(value: Any) -> str:
    """Write a date or moment."""
    text: str = value.isoformat()
    return text
