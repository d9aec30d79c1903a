"""The versions of a record's form: which can be read, and how an older one becomes a newer one.

A version is `newsevents/MAJOR.MINOR`. A new minor version only adds; a new major version may change anything and brings
one function here, from the dictionary of the version before to its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from newsevents.errors import SchemaVersionError
from newsevents.model import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["MIGRATIONS", "brought_up_to_date"]

# Major version -> what makes a record of it into one of the next, from and to plain dictionaries, its argument left
# as it is. Records of every major version there ever was are kept in tests/serialization/samples.
MIGRATIONS: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {}

_VERSION: Final = re.compile(r"newsevents/(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})")


def _numbers(schema: Any) -> tuple[int, int] | None:
    """Give the major and minor number of a version, `None` if it is none."""
    match = _VERSION.fullmatch(schema) if isinstance(schema, str) else None
    return None if match is None else (int(match[1]), int(match[2]))


def brought_up_to_date(
    document: dict[str, Any],
    *,
    migrations: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = MIGRATIONS,
    current: str = SCHEMA,
) -> tuple[dict[str, Any], bool]:
    """Give a record's dictionary in the current major version.

    Args:
        document: The dictionary; it has a `schema`.
        migrations: What to migrate with.
        current: The version to reach.

    Returns:
        The dictionary, with `schema` the current version, and whether it was written by a newer minor version, so that it may
        hold what this one does not know.

    Raises:
        SchemaVersionError: The version is none, is of a newer major version, or is so old that nothing migrates it.

    Examples:
        >>> brought_up_to_date({"schema": "newsevents/1.7"})
        ({'schema': 'newsevents/1.0'}, True)
    """
    found, newest = _numbers(document["schema"]), _numbers(current)
    if found is None or newest is None or found[0] > newest[0]:
        raise SchemaVersionError(document["schema"], wanted=current, is_newer=found is not None)
    for major in range(found[0], newest[0]):
        if major not in migrations:
            raise SchemaVersionError(document["schema"], wanted=current)
        document = migrations[major](document)
    return {**document, "schema": current}, found > newest
