"""The fast path: msgspec, where it is installed.

It has to be told from the standard path by its speed alone. What it writes is written the same by the standard path, and
what it reads is believed only if writing it again gives the same bytes; all else, every refusal included, is left to
the standard path.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from newsevents.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["decoded", "encoded"]

# Below it the standard library writes 1e-05, and msgspec 0.00001 or 1e-5.
_SMALLEST_PLAIN: Final = 0.0001


@cache
def _codec() -> tuple[Callable[[Record], bytes], Callable[[bytes], Record], type[Exception]] | None:
    """Give msgspec's encoder, decoder and error, or `None` where it is not installed."""
    try:
        msgspec: Any = importlib.import_module("msgspec")
    except ImportError:
        return None
    encoder = msgspec.json.Encoder(order="sorted")
    decoder = msgspec.json.Decoder(Record)
    return encoder.encode, decoder.decode, msgspec.MsgspecError


def encoded(record: Record) -> bytes | None:
    """Give a record as JSON in UTF-8, or `None` where the standard path has to write it.

    Examples:
        >>> from newsevents.model import Article
        >>> written = encoded(Record(article=Article.from_text("Il pleut.")))
        >>> written is None or written.startswith(b'{"actors":[],"article":{"authors":[]')
        True
    """
    codec = _codec()
    return None if codec is None or _has_tiny_number(record) else codec[0](record)


def decoded(json: bytes) -> Record | None:
    """Read a record from JSON in UTF-8 that this library wrote, or give `None` where the standard path has to judge it.

    Examples:
        >>> decoded(b"{}") is None
        True
    """
    codec = _codec()
    if codec is None:
        return None
    _, decode, refusal = codec
    try:
        record = decode(json)
    except (refusal, UnicodeDecodeError, RecursionError):
        return None
    return record if encoded(record) == json else None


def _has_tiny_number(record: Record) -> bool:
    """Tell whether a record has a number that the two paths would write differently."""
    for place in record.places:
        if _is_tiny(place.latitude) or _is_tiny(place.longitude):
            return True
    return any(_is_tiny(one.minimum) or _is_tiny(one.maximum) for event in record.events for one in event.quantities)


def _is_tiny(number: float | None) -> bool:
    """Tell whether a number is written with an exponent by the standard library."""
    return number is not None and number != 0 and -_SMALLEST_PLAIN < number < _SMALLEST_PLAIN
