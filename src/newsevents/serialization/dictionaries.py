"""Records as plain dictionaries and back, strict both ways."""

from __future__ import annotations

import types
import typing
import warnings
from typing import Any

import attrs

from newsevents.errors import NewerSchemaWarning, Problem, RecordError
from newsevents.model import SCHEMA, Record
from newsevents.serialization.conversion import converter, hints_of, is_enum, is_tuple, is_union, refusals
from newsevents.serialization.migrations import brought_up_to_date
from newsevents.serialization.problems import problems_beside, problems_told, step

__all__ = ["from_dict", "to_dict"]


def to_dict(record: Record) -> dict[str, Any]:
    """Give a record as a dictionary of plain values, ready for any JSON writer.

    Args:
        record: The record.

    Returns:
        Field names to values: tuples are lists, enums, dates and moments are strings (ISO 8601, UTC as Z), `None` stays
        `None`. Nothing in it is shared with the record.

    Raises:
        TypeError: It is no record.

    Examples:
        >>> from newsevents.model import Article
        >>> to_dict(Record(article=Article.from_text("Il pleut.")))["article"]["language"]
        'und'
    """
    if type(record) is not Record:
        message = f"expected a Record, got {type(record).__name__}"
        raise TypeError(message)
    plain: dict[str, Any] = converter().unstructure(record, Record)
    return plain


def from_dict(document: dict[str, Any], *, strict: bool = True) -> Record:
    """Read a record from a dictionary of plain values.

    Nothing is coerced: `"3"` is no number, `1` no boolean, a tuple no array. A record of a newer minor version is
    read as far as this version knows it, with a `NewerSchemaWarning` for each thing left out.

    Args:
        document: As `to_dict` gives it; keys whose field has a default may be missing, but for `schema`. It is left as it is.
        strict: `False` reads any record as if a newer minor version had written it: unknown keys are
            dropped and unknown enum values become `other`, each with a warning, instead of being refused.

    Returns:
        The record.

    Raises:
        RecordError: It is not a record; the error lists everything that is wrong, each with its JSON path.
        SchemaVersionError: It is of a version that cannot be read.

    Examples:
        >>> from newsevents.model import Article
        >>> document = to_dict(Record(article=Article.from_text("Il pleut.")))
        >>> from_dict(document).article.text
        'Il pleut.'
        >>> from_dict(document | {"article": document["article"] | {"title": 3}})
        Traceback (most recent call last):
        newsevents.errors.RecordError: Article.title: expected a string or null, got int @ $.article.title
    """
    problems: list[Problem] = []
    record: Record | None = None
    if type(document) is dict:
        if "schema" in document:
            document, is_newer = brought_up_to_date(document)
            if is_newer or not strict:
                document = _known_part(document, Record, "$")
        else:  # the class has a default, but a document that does not say what it is must not be guessed at
            problems.append(Problem("Record", "schema", None, f"expected {SCHEMA!r}, got nothing", "$.schema"))
    try:
        record = converter().structure(document, Record)
    except refusals() as error:
        problems.extend(problems_told(error))
        if type(document) is dict:
            problems.extend(problems_beside(document, problems))
    if problems or record is None:
        raise RecordError(*problems)
    return record


def _known_part(value: Any, hint: Any, path: str) -> Any:
    """Give what this version knows of a value that a newer one wrote, with a warning for all it does not."""
    if is_union(hint):
        hint = next(one for one in typing.get_args(hint) if one is not types.NoneType)
    if is_tuple(hint) and type(value) is list:
        element_class = typing.get_args(hint)[0]
        return [_known_part(element, element_class, f"{path}[{i}]") for i, element in enumerate(value)]
    if is_enum(hint) and type(value) is str and value not in {member.value for member in hint}:
        _warn(f"read {value!r:.80} as 'other' @ {path}: this version of the library does not know it")
        return "other"
    if attrs.has(hint) and type(value) is dict:
        hints = hints_of(hint)
        known = {}
        for key, inner in value.items():
            if key in hints:
                known[key] = _known_part(inner, hints[key], path + step(key))
            else:
                _warn(f"left out {path}{step(key)}: this version of the library does not know it")
        return known
    return value


def _warn(message: str) -> None:
    """Warn whoever called for the record."""
    warnings.warn(message, NewerSchemaWarning, stacklevel=2)
