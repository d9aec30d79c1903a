"""A pack that holds something wrong is refused, with the file and what is wrong in it, when it is read or first used."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from newsevents import PackError, Parser
from tests.test_invented_language import PACK, TEXT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the invented language's pack."""
    return shutil.copytree(PACK, tmp_path / "qzv")


def _refusal(folder: Path) -> str:
    """Give what is said against a pack."""
    with pytest.raises(PackError) as caught:
        Parser(pack=folder).parse(TEXT, published="2025-10-17")
    assert str(caught.value) == "\n".join(caught.value.problems)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "found", "put", "refusal"),
    [
        ("pack.toml", 'code = "qzv"', 'code = ""', "expected a language such as fr, got '' @ qzv/pack.toml:$.code"),
        ("pack.toml", 'code = "qzv"', "code = " + "[" * 5000, "no valid TOML: nested too deep @ qzv/pack.toml"),
        ("pack.toml", 'name = "Qzavi"', "", "required field missing @ qzv/pack.toml:$.name"),
        ("reporting.toml", 'act = "say"', 'act = "sya"', "no speech act 'sya' @ qzv/reporting.toml"),
        ("reporting.toml", 'verbs = ["dorram"]', 'verbs = [""]', "a value that cannot be used: ValueError: expected words, got '' @ qzv/reporting.toml"),
        ("events.toml", 'type = "ASSAULT"', 'type = ""', "no event type '' @ qzv/events.toml"),
        ("events.toml", 'type = "ASSAULT"', 'type = "ATTACK"', "no event type 'ATTACK' @ qzv/events.toml"),
        (
            "events.toml",
            'mode = "visit"',
            'status = "sure"',
            "expected one of actual, ongoing, planned, hypothetical, negated, other, got 'sure' @ qzv/events.toml:$.group[1].status",
        ),
        (
            "aspects.toml",
            'status = "planned"',
            'status = "sure"',
            "expected one of actual, ongoing, planned, hypothetical, negated, other, got 'sure' @ qzv/aspects.toml:$.group[0].status",
        ),
        (
            "roles.toml",
            'kind = "organization"',
            'kind = "body"',
            "expected one of person, organization, country, group, other, got 'body' @ qzv/roles.toml:$.head[0].kind",
        ),
        ("verbs.tsv", "\tdorram\t", "\tdorrim\t", "no model 'dorrim' that fits the verb"),
        ("verbs.tsv", "\t", " ", "expected 2 tab-separated cells, got 1 @ qzv/verbs.tsv:2"),
        ("countries.tsv", "XL\t", "Xl\t", "expected two capital letters (ISO 3166-1 alpha-2) and a name, got 'Xl', 'Lumaria' @ qzv/countries.tsv"),
        ("places.tsv", "city\t", "town\t", "expected one of country, region, city, facility, water, other, got 'town' in 'town\\tMirgrad"),
        ("places.tsv", "10.5", "north", "expected degrees and a weight: could not convert string to float: 'north' in"),
        ("places.tsv", "10.5", "95", "expected degrees from -90 to 90 and from -180 to 180, got '95', '20.25' in"),
        ("places.tsv", "10.5", "", "expected degrees from -90 to 90 and from -180 to 180, got '', '20.25' in"),
        ("places.tsv", "XL", "LUM", "expected two capital letters (ISO 3166-1 alpha-2), got 'LUM' in"),
        ("organizations.tsv", "XL", "LUM", "expected two capital letters (ISO 3166-1 alpha-2), got 'LUM' in"),
    ],
)
def test_a_wrong_value_is_refused(folder: Path, name: str, found: str, put: str, refusal: str) -> None:
    """The message tells the file, the place in it where there is one, and what was wanted."""
    path = folder / name
    text = path.read_text("utf-8")
    assert found in text
    path.write_text(text.replace(found, put), "utf-8")
    told = _refusal(folder)
    assert told.startswith(refusal)
    assert f"qzv/{name}" in told


@pytest.mark.parametrize("name", sorted(path.name for path in PACK.iterdir() if path.name != "recognition.toml"))
def test_a_file_that_cannot_be_read_is_refused(folder: Path, name: str) -> None:
    """It is missing, is a folder, or is not in UTF-8."""
    path = folder / name
    path.write_bytes(b"# caf\xe9\n")
    assert _refusal(folder) == f"expected UTF-8, got byte 0xe9 at offset 5 @ qzv/{name}"
    path.unlink()
    assert _refusal(folder) == f"the file is missing @ qzv/{name}"
    path.mkdir()
    assert _refusal(folder) == f"the file cannot be read: Is a directory @ qzv/{name}"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The pack's own file is what is missed first."""
    assert _refusal(tmp_path / "none") == "the file is missing @ none/pack.toml"
