"""Records as JSON, JSON Lines and plain dictionaries, and the JSON Schema of them.

cattrs, msgspec, gzip and the schema are imported when they are first needed, not with this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsevents.serialization.dictionaries import from_dict, to_dict
from newsevents.serialization.lines import RejectedLine, read_jsonl, write_jsonl
from newsevents.serialization.texts import from_json, to_json

if TYPE_CHECKING:
    from newsevents.serialization.schema import json_schema as json_schema

__all__ = ["RejectedLine", "from_dict", "from_json", "json_schema", "read_jsonl", "to_dict", "to_json", "write_jsonl"]


def __getattr__(name: str) -> Any:
    """Import `json_schema` on first use."""
    if name == "json_schema":
        from newsevents.serialization.schema import json_schema  # noqa: PLC0415 - the point of this function

        return json_schema
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
