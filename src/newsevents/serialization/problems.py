"""What is wrong with a document that is no record: everything at once, each with its JSON path."""

from __future__ import annotations

import difflib
import typing
from typing import TYPE_CHECKING, Any

import attrs

from newsevents.errors import Problem, RecordError, shown
from newsevents.model import SCHEMA, Record
from newsevents.model.checks import find_problems
from newsevents.serialization.conversion import MismatchError, converter, hints_of, is_tuple, refusals

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator

__all__ = ["problems_beside", "problems_told", "step"]


def problems_told(error: BaseException, path: str = "$", owner: str = "Record", field: str = "") -> Iterator[Problem]:
    """Make what cattrs gathered into problems with their paths.

    Args:
        error: What cattrs raised.
        path: The JSON path of what it was raised for.
        owner: The class that has it as a field.
        field: The name of that field.

    Yields:
        The problems, in the order of the model's fields.

    Raises:
        BaseException: The error itself, where it is no refusal but a fault of the program.
    """
    from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError  # noqa: PLC0415

    match error:
        case IterableValidationError():
            for inner, place in error.group_exceptions()[0]:
                yield from problems_told(inner, f"{path}[{place.index}]", owner, field)
        case ClassValidationError():
            with_notes, without = error.group_exceptions()
            for inner, note in with_notes:
                yield from problems_told(inner, f"{path}.{note.name}", error.cl.__name__, note.name)
            for inner in without:
                yield from problems_told(inner, path, error.cl.__name__)
        case MismatchError():
            yield Problem(owner, field, error.value, f"expected {error.wanted}, got {error.found}", path)
        case ForbiddenExtraKeysError():
            for key in sorted(error.extra_fields, key=shown):
                yield Problem(owner, key if isinstance(key, str) else shown(key), key, _unknown_key(key, error.cl), path + step(key))
        case RecordError():
            yield from (_placed(problem, path) for problem in error.problems)
        case KeyError():  # the only look-up in what cattrs generates is that of a field
            yield Problem(owner, field, None, "expected a value, got nothing", path)
        case _:
            raise error


def _placed(problem: Problem, path: str) -> Problem:
    """Give a problem its path, where the object that told it did not know its own place."""
    if problem.path:
        return problem
    return attrs.evolve(problem, path=f"{path}.{problem.field}" if problem.field else path)


def step(key: Any) -> str:
    """Write a key as a step of a JSON path."""
    return f".{key}" if isinstance(key, str) and key.isidentifier() else f"[{shown(key)}]"


def _unknown_key(key: Any, model_class: type) -> str:
    """Say that a class has no such key, and which one may have been meant."""
    names = [field.name for field in attrs.fields(model_class)]
    near = difflib.get_close_matches(key, names, 1) if isinstance(key, str) else []
    return f"unknown key {shown(key)}" + (f", did you mean {near[0]!r}?" if near else "")


class _Anything:
    """A container that has everything: what may have been there cannot be told."""

    def __contains__(self, _: object) -> bool:
        """Tell that it does."""
        return True


def problems_beside(document: dict[str, Any], told: Collection[Problem]) -> Iterator[Problem]:
    """Find what else is wrong with a document that could not be read as a whole.

    What can be read is put in its place in a record that is never handed out, what cannot is left open, and the rules
    of a record run over that.

    Args:
        document: The document.
        told: The problems that are known; they are not told again.

    Yields:
        The others.
    """
    hints = hints_of(Record)
    partial = object.__new__(Record)
    lost: set[str] = set()
    all_ids_known = True
    for field in attrs.fields(Record):
        hint, value = hints[field.name], document.get(field.name, [])
        found: Any = None
        if not is_tuple(hint):
            found = _read_or_none(value, hint)
        elif type(value) is not list:
            found, all_ids_known = (), False
        else:
            found = tuple(_read_or_none(element, typing.get_args(hint)[0]) for element in value)
            for raw in (raw for raw, element in zip(value, found, strict=True) if element is None):
                finding_id = raw.get("id") if isinstance(raw, dict) else None
                if isinstance(finding_id, str):
                    lost.add(finding_id)
                else:
                    all_ids_known = False
        object.__setattr__(partial, field.name, found)
    missing: Container[str] = lost if all_ids_known else _Anything()
    paths = {problem.path for problem in told}
    yield from (one for one in find_problems(partial, schema=SCHEMA, missing=missing) if one.path not in paths)


def _read_or_none(value: Any, hint: Any) -> Any:
    """Read a part of a document, `None` if it cannot be read."""
    try:
        return converter().structure(value, hint)
    except refusals():  # what is wrong with it has been told
        return None
