"""The JSON Schema of a record, made from the classes of the model.

What a schema cannot say (that a span has the article's words, that an identifier points somewhere, that a day exists)
only `from_json` checks. The file `newsevents-1.0.schema.json` beside this module is what `json_schema` gives, for programs in
other languages.
"""

from __future__ import annotations

import inspect
import json
import re
import types
import typing
from datetime import date, datetime
from enum import Enum
from typing import Any, Final

import attrs

from newsevents.model import SCHEMA, Record

__all__ = ["json_schema", "schema_text"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: Final[dict[type, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    types.NoneType: {"type": "null"},
    # a pattern beside the format: validators need not look at formats (JSON Schema Validation, 7.2.1)
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    datetime: {
        "type": "string",
        "format": "date-time",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2})$",
    },
}
# "    name: what it is", continued on lines that are indented further.
_ATTRIBUTE: Final = re.compile(r"^ {4}(\w+): ((?:.+\n?)(?: {8}.+\n?)*)", re.MULTILINE)


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a record.

    Returns:
        A schema that every record this version writes satisfies, and every document that has a wrong type, an unknown
        key or enum value or a missing key does not.

    Examples:
        >>> schema = json_schema()
        >>> schema["properties"]["schema"]["const"]
        'newsevents/1.0'
    """
    definitions: dict[str, Any] = {}
    record = _class_schema(Record, definitions)
    record["required"] = sorted({*record["required"], "schema"})
    return {
        "$schema": _DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": SCHEMA,
        **record,
        "$defs": dict(sorted(definitions.items())),
    }


def schema_text() -> str:
    """Give the schema as it stands in the published file.

    Examples:
        >>> schema_text().splitlines()[1]
        '  "$schema": "https://json-schema.org/draft/2020-12/schema",'
    """
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _class_schema(model_class: type, definitions: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of an object, its description and those of its fields from the class's docstring."""
    documented = inspect.getdoc(model_class) or ""
    described = {name: " ".join(text.split()) for name, text in _ATTRIBUTE.findall(documented)}
    hints = typing.get_type_hints(model_class)
    properties, required = {}, []
    for field in sorted(attrs.fields(model_class), key=lambda one: one.name):
        schema = _schema(hints[field.name], definitions)
        schema.update(field.metadata)
        if field.name in described:
            schema["description"] = described[field.name]
        properties[field.name] = schema
        if field.default is attrs.NOTHING:
            required.append(field.name)
    return {
        "type": "object",
        "description": documented.split("\n", 1)[0],
        "properties": properties,
        "required": sorted(required),
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a field's type; classes and vocabularies become definitions."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {types.UnionType, typing.Union}:
        return _choice([_schema(one, definitions) for one in args])
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], definitions)}
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    name = hint.__name__
    if name not in definitions:
        definitions[name] = {}  # the place is taken before the class's own fields are looked at
        definitions[name] = _enum_schema(hint) if issubclass(hint, Enum) else _class_schema(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _choice(schemas: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the schema of a choice, as plain as it can be said."""
    if any("$ref" in one for one in schemas):
        return {"anyOf": schemas}
    names = {one["type"] for one in schemas}
    if "number" in names:
        names.discard("integer")  # every integer is a number
    merged = {key: value for one in schemas for key, value in one.items()}
    return merged | {"type": sorted(names, key=lambda name: (name == "null", name))}


def _enum_schema(enum_class: type[Enum]) -> dict[str, Any]:
    """Give the schema of a vocabulary."""
    first_line = (inspect.getdoc(enum_class) or "").split("\n", 1)[0]
    return {"type": "string", "description": first_line, "enum": [member.value for member in enum_class]}
