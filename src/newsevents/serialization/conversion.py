"""The one converter between records and plain values: cattrs, with hooks that coerce nothing."""

from __future__ import annotations

import collections
import functools
import re
import types
import typing
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

__all__ = ["MismatchError", "RepeatedKeys", "converter", "hints_of", "is_enum", "is_tuple", "is_union", "refusals"]

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# RFC 3339, 5.6, "T" and "Z" in capitals, with no more digits of a second than `datetime` holds.
_DATE_TIME: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?(?:Z|[+-][0-9]{2}:[0-9]{2})")
# What cattrs reads a note by stands in its attributes.
_NOTE: Final = ""
_JSON_TYPES: Final = {dict: "object", list: "array", types.NoneType: "null"}


class RepeatedKeys(dict[str, Any]):
    """A JSON object that has one of its keys more than once, kept apart so that it is refused where it stands."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        """Keep the object, and name the first key that comes again."""
        super().__init__(pairs)
        counts = collections.Counter(key for key, _ in pairs)
        self.repeated = next(key for key, count in counts.items() if count > 1)


class MismatchError(ValueError):
    """A value of the wrong type or form; where it stands is told by those who called for it."""

    def __init__(self, value: Any, wanted: str, *, found: str | None = None) -> None:
        super().__init__(value, wanted, found)
        self.wanted = wanted
        self.value = value
        self.found = _JSON_TYPES.get(type(value), type(value).__name__) if found is None else found


@functools.cache
def converter() -> Converter:
    """Give the one converter, made on first use; cattrs is imported only then."""
    from cattrs import Converter  # noqa: PLC0415 - 50 ms that `import newsevents` need not pay

    made = Converter(unstruct_collection_overrides={tuple: list})
    for scalar, read in _SCALARS.items():
        made.register_structure_hook(scalar, read)
    # by its own name: a vocabulary is a `str` too, and would be read as one
    made.register_structure_hook(StrEnum, _read_member)
    made.register_structure_hook_factory(is_union, lambda hint: _union_reader(hint, made))
    made.register_structure_hook_factory(is_tuple, lambda hint: _tuple_reader(hint, made))
    made.register_structure_hook_factory(attrs.has, lambda cls: _class_reader(cls, made))
    made.register_unstructure_hook_factory(attrs.has, lambda cls: _class_writer(cls, made))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(datetime, _written_datetime)
    made.register_unstructure_hook(StrEnum, str.__str__)
    return made


@functools.cache
def refusals() -> tuple[type[Exception], ...]:
    """Give the errors that the converter refuses a value with."""
    from cattrs.errors import BaseValidationError  # noqa: PLC0415 - see `converter`

    return BaseValidationError, MismatchError


@functools.cache
def hints_of(model_class: Any) -> dict[str, Any]:
    """Give the types of a class's fields; reading annotations is slow."""
    return typing.get_type_hints(model_class)


def _read_string(value: Any, _: Any) -> str:
    """Take a string."""
    if type(value) is str:
        return value
    raise MismatchError(value, "a string")


def _read_boolean(value: Any, _: Any) -> bool:
    """Take a boolean."""
    if type(value) is bool:
        return value
    raise MismatchError(value, "a boolean")


def _read_integer(value: Any, _: Any) -> int:
    """Take an integer, never a boolean."""
    if type(value) is int:
        return value
    raise MismatchError(value, "an integer")


def _read_number(value: Any, _: Any) -> int | float:
    """Take a number, never a boolean; JSON writes 48 and 48.0 for the same one."""
    if type(value) is float or type(value) is int:
        return value
    raise MismatchError(value, "a number")


def _read_date(value: Any, _: Any) -> date:
    """Take a calendar day."""
    if type(value) is str and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise MismatchError(value, "a date such as 2025-10-17", found=f"{value!r:.80}" if type(value) is str else None)


def _read_datetime(value: Any, _: Any) -> datetime:
    """Take a moment with its offset from UTC."""
    if type(value) is str and _DATE_TIME.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    wanted = "a datetime with its offset from UTC such as 2025-10-17T08:00:00Z"
    raise MismatchError(value, wanted, found=f"{value!r:.80}" if type(value) is str else None)


_SCALARS: Final[dict[type, Callable[[Any, Any], Any]]] = {
    str: _read_string,
    bool: _read_boolean,
    int: _read_integer,
    float: _read_number,
    date: _read_date,
    datetime: _read_datetime,
}


def is_enum(hint: Any) -> bool:
    """Tell whether a type is one of the vocabularies."""
    return isinstance(hint, type) and issubclass(hint, StrEnum)


def is_union(hint: Any) -> bool:
    """Tell whether a type is a choice between types."""
    return typing.get_origin(hint) in {types.UnionType, typing.Union}


def is_tuple(hint: Any) -> bool:
    """Tell whether a type is a tuple."""
    return typing.get_origin(hint) is tuple


@functools.cache
def _members(enum_class: type[StrEnum]) -> dict[str, StrEnum]:
    """Give the members of a vocabulary by their values."""
    return {member.value: member for member in enum_class}


def _read_member(value: Any, enum_class: type[StrEnum]) -> StrEnum:
    """Take a member of a vocabulary by its value."""
    members = _members(enum_class)
    if type(value) is not str:
        raise MismatchError(value, "one of " + ", ".join(members))
    member = members.get(value)
    if member is None:
        raise MismatchError(value, "one of " + ", ".join(members), found=f"{value!r:.80}")
    return member


def _union_reader(hint: Any, made: Converter) -> Callable[[Any, Any], Any]:
    """Give what takes a value or null; of the numbers, either kind."""
    choices = [one for one in typing.get_args(hint) if one is not types.NoneType]
    inner = float if set(choices) == {int, float} else choices[0]
    read_inner = made.get_structure_hook(inner)

    def read(value: Any, _: Any) -> Any:
        if value is None:
            return None
        try:
            return read_inner(value, inner)
        except MismatchError as mismatch:
            raise MismatchError(mismatch.value, f"{mismatch.wanted} or null", found=mismatch.found) from None

    return read


def _tuple_reader(hint: Any, made: Converter) -> Callable[[Any, Any], tuple[Any, ...]]:
    """Give what takes an array whole, or tells what is wrong with each of its elements."""
    from cattrs.errors import IterableValidationError, IterableValidationNote  # noqa: PLC0415 - see `converter`

    refused = refusals()
    element_class = typing.get_args(hint)[0]
    read_element = made.get_structure_hook(element_class)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise MismatchError(value, "an array")
        elements, errors = [], []
        for i, element in enumerate(value):
            try:
                elements.append(read_element(element, element_class))
            except refused as error:
                error.__notes__ = [IterableValidationNote(_NOTE, i, element_class)]
                errors.append(error)
        if errors:
            raise IterableValidationError(_NOTE, errors, hint)  # pyright: ignore[reportCallIssue] - its `__new__` is typed
        return tuple(elements)

    return read


def _class_reader(model_class: type, made: Converter) -> Callable[[Any, Any], Any]:
    """Give what takes an object of the model."""
    from cattrs.gen import make_dict_structure_fn  # noqa: PLC0415 - see `converter`

    read_fields: Callable[[Any, Any], Any] = make_dict_structure_fn(model_class, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def read(value: Any, cls: Any) -> Any:
        if type(value) is dict:
            return read_fields(value, cls)
        if type(value) is RepeatedKeys:
            raise MismatchError(value, "every key once", found=f"{value.repeated!r:.80} more than once")
        raise MismatchError(value, "an object")

    return read


def _class_writer(model_class: type, made: Converter) -> Callable[[Any], dict[str, Any]]:
    """Give what makes a dictionary of an object, its keys in the order in which JSON has them."""
    from cattrs.gen import make_dict_unstructure_fn_from_attrs  # noqa: PLC0415 - see `converter`

    hints = hints_of(model_class)
    fields = [field.evolve(type=hints[field.name]) for field in sorted(attrs.fields(model_class), key=lambda field: field.name)]
    return make_dict_unstructure_fn_from_attrs(fields, model_class, made)


def _written_datetime(moment: datetime) -> str:
    """Write a moment as RFC 3339 has it, UTC as Z."""
    written = moment.isoformat()
    return f"{written[:-6]}Z" if written.endswith("+00:00") else written
