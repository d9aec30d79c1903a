"""Records of older major versions are brought up to date, one version after the other."""

from __future__ import annotations

from typing import Any

import pytest

from newsevents.errors import SchemaVersionError
from newsevents.model import SCHEMA
from newsevents.serialization.migrations import MIGRATIONS, brought_up_to_date


def rename(old: str, new: str) -> Any:
    """Give a migration that renames a key."""
    return lambda document: {new if key == old else key: value for key, value in document.items()}


STEPS = {1: rename("a", "b"), 2: rename("b", "c")}


def test_each_major_version_has_its_step() -> None:
    """Version 1 becomes 2 and 2 becomes 3; the document given stays as it is."""
    document = {"schema": "newsevents/1.4", "a": 1}
    assert brought_up_to_date(document, migrations=STEPS, current="newsevents/3.1") == (
        {"schema": "newsevents/3.1", "c": 1},
        False,
    )
    assert document == {"schema": "newsevents/1.4", "a": 1}


def test_a_version_without_a_step_is_refused() -> None:
    """What cannot be brought up to date is not read."""
    with pytest.raises(SchemaVersionError):
        brought_up_to_date({"schema": "newsevents/0.1"}, migrations=STEPS, current="newsevents/3.1")


@pytest.mark.parametrize(("schema", "is_newer"), [("newsevents/3.0", False), ("newsevents/3.1", False), ("newsevents/3.2", True)])
def test_only_newer_minor_versions_may_hold_the_unknown(schema: str, is_newer: bool) -> None:  # noqa: FBT001
    """An older minor version lacks only what has a default."""
    assert brought_up_to_date({"schema": schema}, current="newsevents/3.1") == ({"schema": "newsevents/3.1"}, is_newer)


def test_every_major_version_before_this_one_has_a_migration() -> None:
    """Whoever raises the major version writes one."""
    assert set(MIGRATIONS) == set(range(1, int(SCHEMA.split("/")[1].split(".")[0])))
