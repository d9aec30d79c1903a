"""The JSON Schema says what the reader says, as far as a schema can."""

from __future__ import annotations

import copy
from importlib import resources
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given

from newsevents.serialization import from_dict, json_schema, to_dict
from newsevents.serialization.schema import schema_text
from tests.examples import record
from tests.strategies import records

if TYPE_CHECKING:
    from newsevents.model import Record

VALIDATOR = jsonschema.Draft202012Validator(json_schema(), format_checker=jsonschema.FormatChecker())
PLAIN = to_dict(record())


def test_the_published_file_is_what_the_classes_say() -> None:
    """Whoever changes a class writes `schema_text()` to the file anew."""
    published = resources.files("newsevents.serialization") / "newsevents-1.0.schema.json"
    assert published.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    """It satisfies the schema of schemas."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_every_field_is_described() -> None:
    """What the docstrings say of each field is in the schema."""
    schema = json_schema()
    for name, definition in {"Record": schema, **schema["$defs"]}.items():
        assert definition["description"]
        for field, properties in definition.get("properties", {}).items():
            assert properties.get("description"), (name, field)


@given(records())
def test_every_record_satisfies_it(record: Record) -> None:
    """Whatever `to_dict` writes is valid."""
    VALIDATOR.validate(to_dict(record))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("actors.0.name", 3),
        ("actors.0.name", None),
        ("actors.0.id", ""),
        ("actors.0", "x"),
        ("actors", {}),
        ("actors.0.country", "fr"),
        ("actors.0.kind", "robot"),
        ("actors.0.age", 40),
        ("actors.0.sectors.0", 1),
        ("actors.0.mentions.0.span.start", "12"),
        ("actors.0.mentions.0.span.start", 12.5),
        ("actors.0.mentions.0.span.start", -1),
        ("statements.0.negated", 0),
        ("statements.0.content", []),
        ("statements.0.cue", "a averti"),
        ("places.0.latitude", "48"),
        ("places.0.latitude", 95),
        ("places.0.longitude", -181),
        ("times.0.value", "jeudi"),
        ("times.0.earliest", "16/10/2025"),
        ("times.0.latest", 20251016),
        ("times.0.modifier", "nearly"),
        ("article", None),
        ("article.published_at", "2025-10-17T08:00:00"),
        ("article.text_sha256", "abc"),
        ("article.text_length", -1),
        ("article.language", "?"),
        ("article.authors", "A. Martin"),
        ("events.0.mentions", []),
        ("events.1.quantities.0.minimum", "3"),
        ("events.1.quantities.0.minimum", 2**53),
        ("schema", "newsevents/2.0"),
        ("mood", "grim"),
    ],
)
def test_it_refuses_what_the_reader_refuses(place: str, value: Any) -> None:
    """Each class of bad document that a schema can tell."""
    bad = copy.deepcopy(PLAIN)
    *steps, last = place.split(".")
    node: Any = bad
    for step in steps:
        node = node[int(step) if isinstance(node, list) else step]
    node[int(last) if isinstance(node, list) else last] = value
    assert not VALIDATOR.is_valid(bad)
    with pytest.raises(ValueError, match=r"expected|unknown"):
        from_dict(bad)


@pytest.mark.parametrize("key", ["article", "schema"])
def test_what_is_needed_is_required(key: str) -> None:
    """A document without it is refused by both."""
    bad = {name: value for name, value in PLAIN.items() if name != key}
    assert not VALIDATOR.is_valid(bad)
    with pytest.raises(ValueError, match="got nothing"):
        from_dict(bad)
