"""How a pack's files are read: strictly, every fault with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from newsevents.errors import PackError
from newsevents.lexicon.reading import read_rows, read_toml, structured

if TYPE_CHECKING:
    from pathlib import Path


@attrs.frozen(kw_only=True)
class _Words:
    verbs: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()


@pytest.mark.parametrize("written", [["run", "go off", "l'an"], "run, go off, l'an", "run,\ngo off,\nl'an"])
def test_a_list_of_words_is_an_array_or_a_text_cut_at_commas(written: Any) -> None:
    """Both give the same words in their order."""
    found = structured({"verbs": written, "marks": written}, _Words, "xx/file.toml")
    assert found == _Words(verbs=("run", "go off", "l'an"), marks=frozenset({"run", "go off", "l'an"}))


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ({"verbs": "run,, go"}, "expected a word between commas, got none (item 1) @ xx/file.toml:$.verbs"),
        ({"verbs": "run, go,"}, "expected a word between commas, got none (item 2) @ xx/file.toml:$.verbs"),
        ({"verbs": ""}, "expected a word between commas, got none (item 0) @ xx/file.toml:$.verbs"),
        ({"verbs": ["run", 3]}, "expected str, got int (item 1) @ xx/file.toml:$.verbs"),
        ({"verbs": 3}, "expected list, got int @ xx/file.toml:$.verbs"),
        ({"nouns": []}, "extra fields found (nouns) @ xx/file.toml:$"),
    ],
)
def test_what_does_not_belong_is_refused_with_its_place(written: dict[str, Any], fault: str) -> None:
    """Nothing is coerced, nothing left out."""
    with pytest.raises(PackError) as caught:
        structured(written, _Words, "xx/file.toml")
    assert caught.value.problems == (fault,)


def test_every_fault_is_told_at_once() -> None:
    """Two lists that are wrong are two faults."""
    with pytest.raises(PackError) as caught:
        structured({"verbs": 3, "marks": 4}, _Words, "xx/file.toml")
    assert len(caught.value.problems) == 2


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    """So is one that is not there."""
    (tmp_path / "file.toml").write_text("verbs = [", "utf-8")
    with pytest.raises(PackError, match=r"no valid TOML: .* @ .*/file\.toml"):
        read_toml(tmp_path, "file.toml", _Words)
    with pytest.raises(PackError, match=r"the file is missing @ .*/other\.toml"):
        read_toml(tmp_path, "other.toml", _Words)


def test_a_short_row_is_named_with_its_line(tmp_path: Path) -> None:
    """Comments and empty lines count as lines."""
    (tmp_path / "rows.tsv").write_text("# one\n\na\tb\na\n", "utf-8")
    with pytest.raises(PackError, match=r"expected 2 tab-separated cells, got 1 @ .*/rows\.tsv:4"):
        read_rows(tmp_path, "rows.tsv", 2)
