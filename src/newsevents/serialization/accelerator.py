"""The fast path: msgspec, where it is installed.

It has to be told from the standard path by its speed alone. What it writes is written the same by the standard path, and
what it reads is believed only if writing it again gives the same bytes and nothing is wrong with it; all else, every refusal included,
is left to the standard path.
"""

from __future__ import annotations

import importlib
import typing
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from newsevents.model import SCHEMA, Record
from newsevents.model.soundness import is_sound
from newsevents.serialization.conversion import hints_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["decoded", "encoded"]

# Below it the standard library writes 1e-05, and msgspec 0.00001 or 1e-5.
_SMALLEST_PLAIN: Final = 0.0001
# Room for the record of an article of a thousand characters. Left to itself msgspec begins with 32 bytes and moves what it wrote whenever they are full,
# which takes it a seventh of its time.
_ROOM: Final = 8192
_FIELDS: Final = tuple(field.name for field in attrs.fields(Record))


class _Codec(NamedTuple):
    """What msgspec does for records.

    Attributes:
        encode_into: Writes a record, or an object with the fields of one, into a buffer, which is then as long as what was written.
        decode: Reads an object with the fields of a record, of the right types, that nothing else is known of.
        refusal: What `decode` raises.
    """

    encode_into: Callable[[Any, bytearray], None]
    decode: Callable[[bytes], Any]
    refusal: type[Exception]


@cache
def _codec() -> _Codec | None:
    """Give msgspec's encoder, decoder and error, or `None` where it is not installed."""
    try:
        msgspec: Any = importlib.import_module("msgspec")
    except ImportError:
        return None
    in_order, as_they_are = msgspec.json.Encoder(order="sorted"), msgspec.json.Encoder()
    # CPython keeps the slots of a class in the order of their names, which then need not be sorted for every object
    is_in_order = all(in_order.encode(hollow) == as_they_are.encode(hollow) for hollow in map(_hollow, _model_classes(Record)))
    encoder = as_they_are if is_in_order else in_order
    return _Codec(encoder.encode_into, msgspec.json.Decoder(_unchecked(Record)).decode, msgspec.MsgspecError)


def _model_classes(model_class: Any) -> Iterator[Any]:
    """Give a class of the model and those below it."""
    yield model_class
    for hint in hints_of(model_class).values():
        for inner in (hint, *typing.get_args(hint)):
            if attrs.has(inner):
                yield from _model_classes(inner)


def _hollow(model_class: Any) -> Any:
    """Give an object of a class with `None` in every field."""
    hollow = object.__new__(model_class)
    for field in attrs.fields(model_class):
        object.__setattr__(hollow, field.name, None)
    return hollow


def _unchecked(model_class: Any) -> Any:
    """Give a class with the fields of another one that looks at nothing."""
    hints = hints_of(model_class)
    fields = {field.name: attrs.field(default=field.default, type=hints[field.name]) for field in attrs.fields(model_class)}
    return attrs.make_class(f"Unchecked{model_class.__name__}", fields, frozen=True, kw_only=True, slots=True)


def encoded(record: Record) -> bytearray | None:
    """Give a record as JSON in UTF-8, or `None` where the standard path has to write it.

    Examples:
        >>> from newsevents.model import Article
        >>> written = encoded(Record(article=Article.from_text("Il pleut.")))
        >>> written is None or written.startswith(b'{"actors":[],"article":{"authors":[]')
        True
    """
    codec = _codec()
    if codec is None or _has_tiny_number(record):
        return None
    written = bytearray(_ROOM)
    codec.encode_into(record, written)
    return written


def decoded(json: bytes) -> Record | None:
    """Read a record from JSON in UTF-8 that this library wrote, or give `None` where the standard path has to judge it.

    Examples:
        >>> decoded(b"{}") is None
        True
    """
    codec = _codec()
    if codec is None:
        return None
    try:
        found = codec.decode(json)
    except (codec.refusal, UnicodeDecodeError, RecursionError):
        return None
    # msgspec has seen to types and characters; what it passes over (unknown and repeated keys) is not written again
    again = bytearray(len(json))
    codec.encode_into(found, again)
    if again != json or not is_sound(found, schema=SCHEMA):
        return None
    record = object.__new__(Record)
    for name in _FIELDS:
        object.__setattr__(record, name, getattr(found, name))
    return record


def _has_tiny_number(record: Record) -> bool:
    """Tell whether a record has a number that the two paths would write differently."""
    for place in record.places:
        if place.latitude is not None and (_is_tiny(place.latitude) or _is_tiny(place.longitude)):
            return True
    for event in record.events:
        for quantity in event.quantities:
            if _is_tiny(quantity.minimum) or _is_tiny(quantity.maximum):
                return True
    return False


def _is_tiny(number: float | None) -> bool:
    """Tell whether a number is written with an exponent by the standard library."""
    return number is not None and -_SMALLEST_PLAIN < number < _SMALLEST_PLAIN and number != 0
