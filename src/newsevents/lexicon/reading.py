"""Strict reading of a pack's files: every mistake of a file at once, with file and path."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, IterableValidationError
from cattrs.gen import make_dict_structure_fn
from cattrs.v import transform_error

from newsevents.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable

T = TypeVar("T")


def _scalar(wanted: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not wanted:
            msg = f"expected {wanted.__name__}, got {type(value).__name__}"
            raise TypeError(msg)
        return value

    return structure


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    for scalar in (str, int, bool):
        converter.register_structure_hook(scalar, _scalar(scalar))
    converter.register_structure_hook_factory(attrs.has, lambda cls: make_dict_structure_fn(cls, converter))
    plain = _scalar(list)

    def is_words(cls: Any) -> bool:
        return getattr(cls, "__origin__", None) is tuple and get_args(cls) == (str, ...)

    def words(value: Any, cls: Any) -> tuple[str, ...]:
        plain(value, cls)
        for number, item in enumerate(value):
            if type(item) is not str:
                msg = f"expected str, got {type(item).__name__} (item {number})"
                raise TypeError(msg)
        return tuple(value)

    converter.register_structure_hook_func(is_words, words)
    return converter


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
        return _converter().structure(tomllib.loads(raw), cls)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"no valid TOML: {error} @ {where}") from None
    except (ClassValidationError, IterableValidationError) as error:
        faults = [fault.replace(" @ $", f" @ {where}:$") for fault in transform_error(error)]
        raise PackError(*dict.fromkeys(faults)) from None


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
