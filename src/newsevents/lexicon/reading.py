"""Strict reading of a pack's files: every mistake of a file at once, with file and path.

A list of words is an array, or one text that is cut at commas: long lists are easier to read and to sort without quotation marks, and load in
a fifth of the time.
"""

from __future__ import annotations

import gc
import tomllib
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, BaseValidationError, ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.v import format_exception, transform_error

from newsevents.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from importlib.resources.abc import Traversable

T = TypeVar("T")

_CHOICES = "one of"  # metadata of a field: the values it takes


@contextmanager
def uncollected() -> Iterator[None]:
    """Build tables without the garbage collector, which would go through all of them a dozen times and find nothing: a tenth of a first parse.

    It is on again afterwards if it was on before.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _exactly(*wanted: type) -> Callable[[Any, Any], Any]:
    """Give a hook that takes values of these types only: cattrs alone would turn 3 into "3"."""

    def structure(value: Any, _: Any) -> Any:
        if type(value) not in wanted:
            msg = f"expected {' or '.join(kind.__name__ for kind in wanted)}, got {type(value).__name__}"
            raise TypeError(msg)
        return value

    return structure


_is_list = _exactly(list)


def _words(value: Any, cls: Any) -> tuple[str, ...]:
    """Read a list of words, an array or a text cut at commas."""
    if type(value) is str:
        found = tuple([word.strip() for word in value.replace("\n", " ").split(",")])
        if "" in found:
            msg = f"expected a word between commas, got none (item {found.index('')})"
            raise TypeError(msg)
        return found
    for number, item in enumerate(_is_list(value, cls)):
        if type(item) is not str:
            msg = f"expected str, got {type(item).__name__} (item {number})"
            raise TypeError(msg)
    return tuple(value)


def one_of(*choices: Iterable[str]) -> dict[str, Any]:
    """Give the metadata of a field that takes these values only: a vocabulary of the records, and what else is named; of a table, its values."""
    return {_CHOICES: tuple(dict.fromkeys(str(choice) for some in choices for choice in ((some,) if type(some) is str else some)))}


def _check_choice(given: Any, choices: tuple[str, ...]) -> None:
    """Refuse what is none of the values there are."""
    for value in given.values() if isinstance(given, dict) else (given,):
        if value not in choices:
            msg = f"expected one of {', '.join(filter(None, choices))}, got {value!r:.80}"
            raise TypeError(msg)


def _class_hook(cls: type, converter: Converter) -> Callable[[Any, Any], Any]:
    """Give a hook that reads a table into a class, field by field.

    A pack has fifty classes and most of them are read once: cattrs would write and compile a function for each, which takes longer than
    all the reading.
    """
    fields = attrs.fields(attrs.resolve_types(cls))
    choices = {field.name: field.metadata[_CHOICES] for field in fields if _CHOICES in field.metadata}
    known = {field.name: (converter.get_structure_hook(field.type), field.type) for field in fields}
    required = [field.name for field in fields if field.default is attrs.NOTHING]

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            msg = f"expected a table, got {type(value).__name__}"
            raise TypeError(msg)
        made: dict[str, Any] = {}
        faults: list[Exception] = []

        def note(fault: Exception, name: str) -> None:
            fault.add_note(AttributeValidationNote(f"{cls.__name__}.{name}", name, known[name][1]))
            faults.append(fault)

        for name, given in value.items():
            if name in known:
                hook, kind = known[name]
                try:
                    made[name] = hook(given, kind)
                    if name in choices:
                        _check_choice(made[name], choices[name])
                except (TypeError, ValueError, BaseValidationError) as fault:
                    note(fault, name)
        for name in required:
            if name not in value:
                note(KeyError(name), name)
        unknown = value.keys() - known.keys()
        if unknown:
            faults.append(ForbiddenExtraKeysError("", cls, unknown))
        if faults:
            raise ClassValidationError(cls.__name__, faults, cls)
        return cls(**made)

    return structure


@cache
def _converter() -> Converter:
    """Make the converter: unknown keys refused, nothing coerced."""
    converter = Converter(detailed_validation=True)
    converter.register_structure_hook_factory(attrs.has, lambda cls: _class_hook(cls, converter))
    for scalar in (str, int, bool):
        converter.register_structure_hook(scalar, _exactly(scalar))
    converter.register_structure_hook_func(lambda kind: kind == int | str, _exactly(int, str))
    converter.register_structure_hook_func(lambda kind: kind == int | None, _exactly(int))
    converter.register_structure_hook_func(lambda kind: kind == tuple[str, ...], _words)
    converter.register_structure_hook_func(lambda kind: kind == frozenset[str], lambda value, cls: frozenset(_words(value, cls)))
    return converter


def _fault(error: BaseException, kind: type | None) -> str:
    """Say what is wrong, in the words of the hooks above where they found it."""
    return str(error) if isinstance(error, TypeError) else format_exception(error, kind)


@uncollected()
def structured(raw: Any, cls: type[T], where: str) -> T:
    """Structure what a TOML file holds.

    Args:
        raw: its tables.
        cls: the attrs class that describes them; unknown keys are refused.
        where: folder and file, for errors.

    Raises:
        PackError: not of the class's shape; names file, path and every fault.
    """
    try:
        return _converter().structure(raw, cls)
    except (ClassValidationError, IterableValidationError) as error:
        faults = [fault.replace(" @ $", f" @ {where}:$") for fault in transform_error(error, format_exception=_fault)]
        raise PackError(*dict.fromkeys(faults)) from None


def read_text(folder: Traversable, name: str) -> str:
    """Read one file of a pack as text.

    Raises:
        PackError: The file is missing, cannot be read, or is not in UTF-8; names the file.
    """
    where = f"{folder.name}/{name}"
    try:
        return folder.joinpath(name).read_text("utf-8")
    except FileNotFoundError:
        raise PackError(f"the file is missing @ {where}") from None
    except OSError as error:
        raise PackError(f"the file cannot be read: {error.strerror or error} @ {where}") from None
    except UnicodeDecodeError as error:
        raise PackError(f"expected UTF-8, got byte 0x{error.object[error.start]:02x} at offset {error.start} @ {where}") from None


@contextmanager
def blaming(folder: Traversable, name: str) -> Iterator[None]:
    """Blame what goes wrong while tables are made of a file on the file.

    Raises:
        PackError: For any error that comes of a value; names the file.
    """
    try:
        yield
    except PackError:
        raise
    except (ValueError, LookupError, TypeError, OverflowError) as error:
        raise PackError(f"a value that cannot be used: {type(error).__name__}: {error} @ {folder.name}/{name}") from error


def read_toml(folder: Traversable, name: str, cls: type[T]) -> T:
    """Read one TOML file of a pack into its class.

    Args:
        folder: the pack's folder.
        name: the file's name.
        cls: the attrs class that describes it; unknown keys are refused.

    Returns:
        The file's content, structured.

    Raises:
        PackError: the file is missing, no TOML, or not of the class's shape; names file, path and every fault.
    """
    where = f"{folder.name}/{name}"
    text = read_text(folder, name)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"no valid TOML: {error} @ {where}") from None
    except RecursionError:
        raise PackError(f"no valid TOML: nested too deep @ {where}") from None
    return structured(raw, cls, where)


def read_lines(folder: Traversable, name: str, columns: int) -> list[str]:
    """Read one TSV file of a pack as lines: comments and empty lines skipped, every line with at least ``columns`` cells.

    Raises:
        PackError: The file is missing or a row is short; names file and line.
    """
    where = f"{folder.name}/{name}"
    raw = read_text(folder, name)
    lines = [line for line in raw.split("\n") if line and line[0] != "#"]
    if lines and min([line.count("\t") for line in lines]) < columns - 1:
        for number, line in enumerate(raw.split("\n"), 1):
            found = line.count("\t") + 1
            if line and line[0] != "#" and found < columns:
                raise PackError(f"expected {columns} tab-separated cells, got {found} @ {where}:{number}")
    return lines


def read_rows(folder: Traversable, name: str, columns: int) -> list[list[str]]:
    """Read one TSV file of a pack as cells: what ``read_lines`` gives, cut at the tabs."""
    return [line.split("\t") for line in read_lines(folder, name, columns)]
