"""JSON Lines: any number of records in the memory of one, and no line is lost."""

from __future__ import annotations

import gzip
import io
import itertools
import os
import stat
import tracemalloc
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsevents.errors import MissingExtraError, RecordError, RejectedLineWarning
from newsevents.model import Article, Record
from newsevents.serialization import RejectedLine, files, read_jsonl, to_json, write_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = [Record(article=Article.from_text(text)) for text in ("Il pleut.", "It rains.\u2028\x85", "")]
LINES = [to_json(record).encode() + b"\n" for record in RECORDS]


def _names(folder: Path) -> list[str]:
    """Give what is in a folder."""
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("name", ["records.jsonl", "records.jsonl.gz", "RECORDS.JSONL.GZ"])
def test_files_are_compressed_by_their_ending(tmp_path: Path, name: str) -> None:
    """What is written under a name is read under it, and is compressed if it says so."""
    path = tmp_path / name
    assert write_jsonl(RECORDS, path) == 3
    assert list(read_jsonl(str(path))) == RECORDS
    content = path.read_bytes()
    assert (gzip.decompress(content) if name.lower().endswith(".gz") else content) == b"".join(LINES)
    assert _names(tmp_path) == [name]


def test_equal_records_give_equal_compressed_files(tmp_path: Path) -> None:
    """Neither the clock nor the name goes into them."""
    write_jsonl(RECORDS, tmp_path / "a.gz")
    write_jsonl(RECORDS, tmp_path / "b.gz")
    first = (tmp_path / "a.gz").read_bytes()
    assert first == (tmp_path / "b.gz").read_bytes()
    assert first[4:8] == bytes(4)


def test_zstandard_is_used_where_there_is_a_module(tmp_path: Path) -> None:
    """A name that ends in .zst is compressed with it."""
    path = tmp_path / "records.jsonl.zst"
    try:
        write_jsonl(RECORDS, path)
    except MissingExtraError:
        pytest.skip("no module knows Zstandard")
    assert path.read_bytes()[:4] == b"\x28\xb5\x2f\xfd"
    assert list(read_jsonl(path)) == RECORDS


def test_a_missing_module_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a module for Zstandard nothing is written, and the error says what to install."""
    monkeypatch.setattr(files, "_ZSTD_MODULES", ("newsevents_no_such_module",))
    with pytest.raises(MissingExtraError, match=r'pip install "newsevents\[zstd\]"'):
        write_jsonl(RECORDS, tmp_path / "records.jsonl.zst")
    assert not _names(tmp_path)


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """The old file stays whole, and nothing half written stands beside it."""
    path = tmp_path / "records.jsonl"
    write_jsonl(RECORDS[:1], path)

    def fail() -> Iterator[Record]:
        yield RECORDS[1]
        message = "the source is gone"
        raise OSError(message)

    with pytest.raises(OSError, match="the source is gone"):
        write_jsonl(fail(), path)
    assert path.read_bytes() == LINES[0]
    assert _names(tmp_path) == ["records.jsonl"]


def test_a_file_can_be_mended_in_place(tmp_path: Path) -> None:
    """Reading from a file while writing to its name: the new one takes its place at the end."""
    path = tmp_path / "records.jsonl"
    write_jsonl(RECORDS, path)
    write_jsonl(itertools.islice(read_jsonl(path), 2), path)
    assert list(read_jsonl(path)) == RECORDS[:2]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    """A file that is written again keeps its mode; a link stays a link."""
    path, link = tmp_path / "records.jsonl", tmp_path / "link.jsonl"
    path.touch()
    path.chmod(0o640)
    link.symlink_to(path)
    write_jsonl(RECORDS, link)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(read_jsonl(path)) == RECORDS


def test_what_is_no_file_is_written_directly() -> None:
    """A device cannot be replaced."""
    assert write_jsonl(RECORDS, os.devnull) == 3
    assert Path(os.devnull).is_char_device()


def test_open_files_are_left_open() -> None:
    """Whoever opened a file closes it."""
    file = io.BytesIO()
    write_jsonl(RECORDS, file)
    file.seek(0)
    assert list(read_jsonl(file)) == RECORDS
    assert not file.closed


def test_lines_may_end_as_on_windows() -> None:
    """Line ends of any system, a byte order mark, blank lines, and no end at the last line."""
    crlf = [line.replace(b"\n", b"\r\n") for line in LINES]
    assert list(read_jsonl([b"\xef\xbb\xbf" + crlf[0], b"\r\n", b" \n", crlf[1], LINES[2].rstrip()])) == RECORDS


BAD = [LINES[0], b"oops\n", b"\n", LINES[1].replace(b'"und"', b"3"), b"\xff\xfe\r\n", LINES[2]]


def test_bad_lines_are_reported_and_passed_over() -> None:
    """Each with its number and what is wrong; the others are read."""
    with pytest.warns(RejectedLineWarning) as caught:
        read = list(read_jsonl(BAD))
    assert read == [RECORDS[0], RECORDS[2]]
    messages = [str(warning.message) for warning in caught]
    assert [message.split(":")[0] for message in messages] == ["line 2", "line 4", "line 5"]
    assert messages[1] == "line 4: Article.language: expected a string, got int @ $.article.language"


def test_bad_lines_can_be_taken_by_the_caller() -> None:
    """A function gets each bad line instead of the warning."""
    taken: list[RejectedLine] = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(list(read_jsonl(BAD, on_reject=taken.append))) == 2
    assert [(one.number, one.line) for one in taken] == [(2, b"oops"), (4, BAD[3][:-1]), (5, b"\xff\xfe")]


def test_lines_are_as_deep_as_is_allowed() -> None:
    """The limit is that of `from_json`."""
    taken: list[RejectedLine] = []
    assert list(read_jsonl([b"[" * 65], on_reject=taken.append)) == []
    assert "expected at most 64 arrays" in str(taken[0])
    assert list(read_jsonl([LINES[0]], max_depth=3)) == RECORDS[:1]
    assert list(read_jsonl([LINES[0]], max_depth=2, on_reject=taken.append)) == []
    assert "expected at most 2 arrays and objects inside one another, got 3" in str(taken[1])


@pytest.mark.filterwarnings("ignore::newsevents.errors.RejectedLineWarning")
def test_bad_lines_are_set_aside(tmp_path: Path) -> None:
    """Byte for byte, in a file that can be mended and read again; it is empty if all is well."""
    aside = tmp_path / "rejects.jsonl"
    list(read_jsonl(BAD, rejects=aside))
    assert aside.read_bytes() == b"oops\n" + BAD[3] + b"\xff\xfe\n"
    list(read_jsonl(LINES, rejects=aside))
    assert aside.read_bytes() == b""
    open_file = io.BytesIO()
    list(read_jsonl(BAD, rejects=open_file))
    assert open_file.getvalue().startswith(b"oops\n")


@pytest.mark.filterwarnings("ignore::newsevents.errors.RejectedLineWarning")
def test_bad_lines_are_kept_when_reading_is_given_up(tmp_path: Path) -> None:
    """What was set aside until then is there."""
    aside = tmp_path / "rejects.jsonl"
    reading = read_jsonl([BAD[1], *BAD], rejects=aside)
    next(reading)
    del reading
    assert aside.read_bytes() == b"oops\n"
    assert _names(tmp_path) == ["rejects.jsonl"]


def test_bad_lines_are_fatal_when_asked(tmp_path: Path) -> None:
    """The error says which line it is; the line is set aside all the same."""
    aside = tmp_path / "rejects.jsonl"
    reading = read_jsonl(BAD, errors="raise", rejects=aside)
    assert next(reading) == RECORDS[0]
    with pytest.raises(RecordError) as caught:
        next(reading)
    assert caught.value.__notes__ == ["in line 2"]
    assert aside.read_bytes() == b"oops\n"


def test_arguments_are_checked_before_the_first_record() -> None:
    """A mistake shows where it is made."""
    with pytest.raises(ValueError, match="errors='warn' or errors='raise'"):
        read_jsonl(LINES, errors="ignore")  # type: ignore[arg-type]


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    """The first record cannot be had."""
    with pytest.raises(FileNotFoundError):
        next(read_jsonl(tmp_path / "none.jsonl"))


def test_a_compressed_file_that_ends_too_early_gives_what_it_has(tmp_path: Path) -> None:
    """And then says so."""
    path = tmp_path / "records.jsonl.gz"
    many = [Record(article=Article.from_text(f"Article {i}.")) for i in range(1000)]
    write_jsonl(many, path)
    path.write_bytes(path.read_bytes()[:-500])
    reading = read_jsonl(path)
    assert next(reading) == many[0]
    with pytest.raises(EOFError):
        list(reading)


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_damaged_file_is_an_os_error(tmp_path: Path, ending: str) -> None:
    """Whatever compressed it, the error is of the kind that files give."""
    path = tmp_path / f"records.jsonl{ending}"
    try:
        write_jsonl([Record(article=Article.from_text(f"Article {i}.")) for i in range(1000)], path)
    except MissingExtraError:
        pytest.skip("no module knows Zstandard")
    header = {".gz": 10, ".zst": 4}[ending]
    path.write_bytes(path.read_bytes()[:header] + b"\xff" * 20)
    with pytest.raises(OSError, match=r"."):
        list(read_jsonl(path))


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Ten thousand records take no more than a hundred."""

    def peak(count: int) -> int:
        path = tmp_path / "records.jsonl"
        tracemalloc.start()
        write_jsonl(itertools.repeat(RECORDS[0], count), path)
        assert sum(1 for _ in read_jsonl(path)) == count
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(10)
    assert peak(3000) < 2 * peak(100)
