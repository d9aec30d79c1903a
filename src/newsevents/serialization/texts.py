"""Records as JSON text and back."""

from __future__ import annotations

import json
import sys
from functools import cache
from typing import Any, Final

from newsevents.errors import Problem, RecordError
from newsevents.model import Record
from newsevents.serialization.accelerator import decoded, encoded
from newsevents.serialization.conversion import RepeatedKeys
from newsevents.serialization.dictionaries import from_dict, to_dict
from newsevents.serialization.nesting import depth_of

__all__ = ["MAX_DEPTH", "from_json", "to_json"]

_BYTE_ORDER_MARK: Final = "\ufeff"
# How much of a text around an error is worth showing.
_CONTEXT: Final = 20
_RECORD_DEPTH: Final = 6
# As deep as msgspec may call itself without a look at the depth beforehand, a megabyte of the stack: by itself it asks for Python's limit alone, which
# can be raised beyond what there is.
_SAFE_RECURSION: Final = 5000

MAX_DEPTH: Final = 64
"""How deep JSON may be nested unless the caller says otherwise: ten times a record's depth, for what a newer minor version may add, and a tenth of Python's."""


def to_json(record: Record, *, indent: int | None = None) -> str:
    """Write a record as JSON.

    Equal records give equal text, whether or not msgspec is installed: keys are sorted, nothing stands between
    tokens, and characters are written as they are but for those JSON itself escapes.

    Args:
        record: The record.
        indent: Spaces to indent with, for people to read; by default everything stands on one line.

    Returns:
        The JSON text, without a line break at its end.

    Raises:
        TypeError: It is no record.

    Examples:
        >>> from newsevents.model import Article
        >>> to_json(Record(article=Article.from_text("Été")))[:50]
        '{"actors":[],"article":{"authors":[],"id":"adca3dd'
    """
    if indent is None and type(record) is Record:
        fast = encoded(record)
        if fast is not None:
            return fast.decode()
    separators = (",", ":") if indent is None else (",", ": ")
    plain = to_dict(record)  # a tree, its keys sorted
    return json.dumps(plain, ensure_ascii=False, check_circular=False, allow_nan=False, indent=indent, separators=separators)


def from_json(data: str | bytes, *, strict: bool = True, max_depth: int = MAX_DEPTH) -> Record:
    """Read a record from JSON.

    Args:
        data: The JSON text, or its bytes in UTF-8; a byte order mark is passed over.
        strict: `False` drops unknown keys and reads unknown enum values as `other`, with a warning each, as is done for a newer
            minor version; see `from_dict`.
        max_depth: How many arrays and objects may stand inside one another; a record has six levels.

    Returns:
        The record.

    Raises:
        RecordError: It is not JSON, is nested deeper than `max_depth`, or is not a record; the error lists everything that is wrong, each with its JSON path.
        SchemaVersionError: It is of a version that cannot be read.

    Examples:
        >>> from newsevents.model import Article
        >>> record = Record(article=Article.from_text("Il pleut."))
        >>> from_json(to_json(record)) == record
        True
    """
    if isinstance(data, str):
        utf8 = data.encode(errors="surrogatepass")  # the standard path says where the lone surrogate is
    else:
        utf8 = bytes(data)
    if max_depth >= _RECORD_DEPTH and (sys.getrecursionlimit() <= _SAFE_RECURSION or depth_of(utf8) <= max_depth):
        fast = decoded(utf8)
        if fast is not None:
            return fast
    return from_dict(_parsed(data, utf8, max_depth), strict=strict)


def _parsed(data: str | bytes, utf8: bytes, max_depth: int) -> Any:
    """Give the plain values of a JSON text, or refuse it."""
    if isinstance(data, str):
        text = data
    else:
        try:
            text = utf8.decode()
        except UnicodeDecodeError as error:
            found = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
            raise _refused(utf8[:_CONTEXT], f"expected UTF-8, got {found}") from None
    text = text.removeprefix(_BYTE_ORDER_MARK)
    depth = depth_of(utf8)
    if depth > max_depth:
        message = f"expected at most {max_depth} arrays and objects inside one another, got {depth}; from_json(max_depth=…) reads more"
        raise _refused(text[:_CONTEXT], message)
    try:
        return _decoder().decode(text)
    except json.JSONDecodeError as error:
        near = text[max(0, error.pos - _CONTEXT) : error.pos + _CONTEXT]
        place = f"line {error.lineno} column {error.colno}"
        raise _refused(near, f"expected JSON, got {near!r} ({error.msg}, {place})") from None
    except RecursionError:
        raise _refused(text[:_CONTEXT], f"expected JSON that Python reads, got {depth} arrays and objects inside one another") from None
    except RecordError:
        raise
    except ValueError as error:  # an integer of thousands of digits
        raise _refused(text[:_CONTEXT], f"expected a record, got JSON with a number too long to read ({error})") from None


@cache
def _decoder() -> json.JSONDecoder:
    """Give what reads JSON, made once."""
    return json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of its pairs, noting whether a key comes twice."""
    made = dict(pairs)
    return made if len(made) == len(pairs) else RepeatedKeys(pairs)


def _refuse_constant(constant: str) -> Any:
    """Refuse what Python reads and JSON does not have."""
    raise _refused(constant, f"expected JSON, got {constant}")


def _refused(value: Any, message: str) -> RecordError:
    """Say that a text is no record at all."""
    return RecordError(Problem("Record", "", value, message, "$"))
