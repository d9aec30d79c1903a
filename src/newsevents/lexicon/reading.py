"""Strict reading of a pack's files: every mistake of a file at once, with file and path.

A list of words is an array, or one text that is cut at commas: long lists are easier to read and to sort without quotation marks, and load in
a fifth of the time.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from cattrs import Converter
from cattrs.errors import ClassValidationError, IterableValidationError
from cattrs.v import format_exception, transform_error

from newsevents.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable

T = TypeVar("T")


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


@cache
def _converter() -> Converter:
    """Make the converter: unknown keys refused, nothing coerced."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
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
    try:
        raw = folder.joinpath(name).read_text("utf-8")
    except FileNotFoundError:
        raise PackError(f"the file is missing @ {where}") from None
    try:
        return structured(tomllib.loads(raw), cls, where)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"no valid TOML: {error} @ {where}") from None


def read_rows(folder: Traversable, name: str, columns: int) -> list[list[str]]:
    """Read one TSV file of a pack: comment lines skipped, every row with at least ``columns`` cells.

    Raises:
        PackError: the file is missing or a row is short; names file and line.
    """
    where = f"{folder.name}/{name}"
    try:
        raw = folder.joinpath(name).read_text("utf-8")
    except FileNotFoundError:
        raise PackError(f"the file is missing @ {where}") from None
    rows = []
    for number, line in enumerate(raw.splitlines(), 1):
        if line and line[0] != "#":
            cells = line.split("\t")
            if len(cells) < columns:
                raise PackError(f"expected {columns} tab-separated cells, got {len(cells)} @ {where}:{number}")
            rows.append(cells)
    return rows
