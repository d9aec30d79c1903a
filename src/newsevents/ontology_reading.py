"""How the ontology's files are read: strictly, and checked against one another."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from itertools import chain
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, override
from cattrs.v import format_exception, transform_error

from newsevents.errors import PackError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from newsevents.ontology import ActFile, SchemeFile

__all__ = ["find_faults", "read_file"]

_T = TypeVar("_T")
# The attributes whose key in the files is no good name for an attribute.
_KEYS: Final = {"klass": "class", "mode_entries": "modes"}


def read_file(folder: Traversable, name: str, cls: type[_T]) -> _T:
    """Read one TOML file into its class; unknown keys, missing keys and wrong types are refused.

    Args:
        folder: The folder the file is in.
        name: The file's name.
        cls: The attrs class of the whole file. A field whose metadata has `follows` is not of the file.

    Raises:
        PackError: The file is missing, no TOML or not of this shape; every fault with file and path.

    Examples:
        >>> from importlib.resources import files
        >>> from newsevents.ontology import SchemeFile
        >>> read_file(files("newsevents") / "ontology", "newsevents.toml", SchemeFile).scheme
        'newsevents'
    """
    where = f"{folder.name}/{name}"
    try:
        return _converter().structure(tomllib.loads((folder / name).read_text("utf-8")), cls)
    except FileNotFoundError:
        raise PackError(f"the file is missing @ {where}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"no valid TOML: {error} @ {where}") from None
    except (ClassValidationError, IterableValidationError) as error:
        faults = transform_error(error, format_exception=_wording)
        raise PackError(*(_located(fault, where) for fault in faults)) from None


def find_faults(folder: str, schemes: Mapping[str, SchemeFile], acts_file: str, spoken: ActFile) -> Iterator[str]:
    """Find what the files, each well-formed, say of one another that cannot be.

    Args:
        folder: The folder's name, for the paths.
        schemes: The files of event types by file name, the one with contexts and CAMEO codes first.
        acts_file: The name of the file of speech acts.
        spoken: What that file says.

    Returns:
        One line a fault, with file and path.

    Examples:
        >>> from newsevents.ontology import ActFile, SchemeFile
        >>> plain = SchemeFile(scheme="tiny", type=())
        >>> list(find_faults("o", {"tiny.toml": plain}, "acts.toml", ActFile(classes=(), commitments=(), act=())))
        []
    """
    types = [each for scheme in schemes.values() for each in scheme.type]
    modes = {each.name: each.modes for each in types}
    yield from _repeated((each.name for each in types), "event type", folder)
    for file, scheme in schemes.items():
        yield from _faults_of_types(scheme, f"{folder}/{file}:$", next(iter(schemes.values())))
        yield from _repeated((row.code for row in chain(scheme.cameo.roots, scheme.cameo.codes)), "CAMEO code", f"{folder}/{file}")
        for part, rows in (("roots", scheme.cameo.roots), ("codes", scheme.cameo.codes)):
            for number, row in enumerate(rows):
                where = f"{folder}/{file}:$.cameo.{part}[{number}]"
                yield from _unknown(row.type, modes, f"{where}.type")
                yield from _unknown(row.mode, modes.get(row.type or "", ()), f"{where}.mode")
                for context in row.contexts:
                    yield from _unknown(context, scheme.context, f"{where}.contexts")
    yield from _repeated((each.name for each in spoken.act), "speech act", f"{folder}/{acts_file}")
    for number, act in enumerate(spoken.act):
        where = f"{folder}/{acts_file}:$.act[{number}]"
        yield from _unknown(act.klass, spoken.classes, f"{where}.class")
        yield from _unknown(act.commitment, spoken.commitments, f"{where}.commitment")
        yield from _unknown(act.event, modes, f"{where}.event")
        yield from _unknown(act.mode, modes.get(act.event or "", ()), f"{where}.mode")


def _faults_of_types(scheme: SchemeFile, where: str, first: SchemeFile) -> Iterator[str]:
    for number, each in enumerate(scheme.type):
        place = f"{where}.type[{number}]"
        yield from _repeated(each.modes, "mode", place)
        yield from _unknown(each.quad, scheme.quad, f"{place}.quad")
        codes = [row.code for row in first.cameo.codes if row.type == each.name]
        yield from _unknown(each.cameo, codes, f"{place}.cameo")
        for place_of_mode, mode in enumerate(each.mode_entries):
            yield from _unknown(mode.cameo, codes, f"{place}.modes[{place_of_mode}].cameo")


def _unknown(name: str | None, known: Collection[str], where: str) -> Iterator[str]:
    if name is not None and name not in known:
        yield f"expected one of: {', '.join(known) or 'none'}; got {name!r} @ {where}"


def _repeated(names: Iterable[str], kind: str, where: str) -> Iterator[str]:
    return (f"{kind} {name!r} stands {count} times @ {where}" for name, count in Counter(names).items() if count > 1)


def _located(fault: str, where: str) -> str:
    """Give the file a fault is in, and the file's key in place of our attribute."""
    message, _, path = fault.rpartition(" @ $")
    for attribute, key in _KEYS.items():
        path = path.replace(f".{attribute}", f".{key}")
    return f"{message} @ {where}:${path}"


def _wording(error: BaseException, kind: type | None) -> str:
    """Word a fault: our own messages as they are, the rest as cattrs does."""
    return str(error) if isinstance(error, _WrongTypeError) else format_exception(error, kind)


class _WrongTypeError(TypeError):
    """A value is not of the type its key asks for."""


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    for scalar in (str, int, float, bool):
        converter.register_structure_hook(scalar, _strict(scalar))
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_structure_hook_factory(attrs.has, _class_reader)
    return converter


def _is_tuple(cls: Any) -> bool:
    return getattr(cls, "__origin__", None) is tuple


def _strict(wanted: type) -> Callable[[Any, Any], Any]:
    """Give a hook that takes values of exactly one type: cattrs alone would make a string of a number."""

    def check(value: Any, _: Any) -> Any:
        if type(value) is not wanted:
            msg = f"expected {wanted.__name__}, got {type(value).__name__}"
            raise _WrongTypeError(msg)
        return value

    return check


def _tuple_reader(cls: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    check = _strict(list)
    item, *_ = get_args(cls)
    items: Any = GenericAlias(list, (item,))
    read = converter.get_structure_hook(items)
    return lambda value, _: tuple(read(check(value, cls), items))


def _class_reader(cls: type[Any], converter: Converter) -> Callable[[Any, Any], Any]:
    check = _strict(dict)
    overrides: dict[str, Any] = {field.name: override(rename=_KEYS.get(field.name), omit="follows" in field.metadata) for field in attrs.fields(cls)}
    read: Any = make_dict_structure_fn(cls, converter, **overrides)
    return lambda value, _: read(check(value, cls), cls)
