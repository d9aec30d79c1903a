"""How deep a JSON text is nested, told before anything reads it: whatever reads it calls itself for every level."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

__all__ = ["depth_of"]

_ESCAPED: Final = re.compile(rb"\\.?", re.DOTALL)
_STEPS: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
# All bytes but brackets and quotation marks; in UTF-8 none of them is part of another character.
_ELSE: Final = bytes(byte for byte in range(256) if byte not in {*_STEPS, ord('"')})


def depth_of(json: bytes) -> int:
    """Give the number of arrays and objects that stand inside one another at the deepest place of a JSON text.

    Args:
        json: The text in UTF-8. It need not be JSON: what counts is what stands before the first fault, where reading ends.

    Returns:
        The depth, 0 for a number or string alone; at least that at which a fault is met. Linear in the length, and far quicker than reading it.

    Examples:
        >>> depth_of(b'{"a": [1, {"b": "[[[["}]}')
        3
    """
    if b"\\" in json:  # first, so that every mark that is left begins or ends a string
        json = _ESCAPED.sub(b"", json)
    # marks side by side tell nothing: what is left stands inside or outside a string as it did
    marks = json.translate(None, _ELSE).replace(b'""', b"")
    brackets = b"".join(marks.split(b'"')[::2])
    return max(accumulate(map(_STEPS.__getitem__, brackets), initial=0))
