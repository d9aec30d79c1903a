"""What the commands read: texts of articles, and records."""

from __future__ import annotations

import contextlib
import warnings
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from newsevents.cli.terminal import STANDARD, RefusalError, standard_input

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsevents.errors import RecordError
    from newsevents.model import Record

    _Found = tuple[str, Record | RecordError, list[str]]

LINES: Final = (".jsonl", ".ndjson")
_COMPRESSED: Final = (".gz", ".zst")
_BYTES_OF_A_CHARACTER: Final = 4  # at most, in UTF-8


class Texts:
    """The texts of the files, which may be asked for twice; those that can be read but once, such as pipes, are kept.

    No more is read than the longest text may have, so that a file without an end is refused too.
    """

    def __init__(self, files: Sequence[str], longest: int) -> None:
        """Refuse to read the standard input twice."""
        if files.count(STANDARD) > 1:
            raise RefusalError("the standard input (-) can be read once only")
        self._longest = longest
        self._kept: dict[str, str] = {}

    def read(self, file: str) -> str:
        """Give the text of a file, exactly as it is."""
        if file in self._kept:
            return self._kept[file]
        if file == STANDARD:
            self._kept[file] = text = self._read("standard input", standard_input())
            return text
        path = Path(file)
        with path.open("rb") as source:
            text = self._read(file, source)
        if not path.is_file():
            self._kept[file] = text
        return text

    def _read(self, file: str, source: IO[bytes]) -> str:
        """Read a text, unless it is too long."""
        most = _BYTES_OF_A_CHARACTER * self._longest
        raw = source.read(most + 1)
        text = _decoded(file, raw) if len(raw) <= most else ""
        if len(raw) > most or len(text) > self._longest:
            raise RefusalError(f"{file}: expected at most {self._longest} characters, got more (see --max-length)")
        return text


def _decoded(file: str, raw: bytes) -> str:
    """Read bytes as UTF-8."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        found = f"byte 0x{raw[error.start]:02x} at offset {error.start}"
        raise RefusalError(f"{file}: expected UTF-8, got {found}; convert it to UTF-8 first") from None


def records(files: Iterable[str]) -> Iterator[_Found]:
    """Give the records of files, each with the place it stands at; what is none gives the error that tells why."""
    from newsevents.serialization.files import reading  # noqa: PLC0415

    for file in files:
        if file == STANDARD:
            yield from _records_in("standard input", standard_input(), None)
        else:
            name = without_compression(file)
            with _telling_whose(file), reading(file) as source:
                yield from _records_in(file, source, name.endswith(LINES) if Path(name).suffix else None)


def _records_in(file: str, source: IO[bytes], has_lines: bool | None) -> Iterator[_Found]:  # noqa: FBT001 - private
    """Give the records of one file.

    Args:
        file: What to call it.
        source: Its bytes.
        has_lines: Whether it is JSON Lines; `None` where its first line has to tell.
    """
    first = source.readline()
    if has_lines is None or (not has_lines and _is_whole(first)):
        has_lines = _is_whole(first)
    if not has_lines:
        whole = first + source.read()
        if whole.strip():
            yield file, *_record(whole)
        return
    for number, line in enumerate(_chained(first, source), start=1):
        if line.strip():
            yield f"{file}:{number}", *_record(line.rstrip(b"\r\n"))


def _is_whole(line: bytes) -> bool:
    """Tell whether a line is a JSON object by itself, as each one of JSON Lines is."""
    import json  # noqa: PLC0415

    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _chained(first: bytes, source: IO[bytes]) -> Iterator[bytes]:
    """Give all lines of a file whose first line is read."""
    yield first
    yield from source


def _record(raw: bytes) -> tuple[Record | RecordError, list[str]]:
    """Read one record; what a newer version of the library wrote is read as far as it is known, with a note of what is not."""
    from newsevents.errors import NewerSchemaWarning, RecordError  # noqa: PLC0415
    from newsevents.serialization import from_json  # noqa: PLC0415

    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", NewerSchemaWarning)
            record = from_json(raw)
    except RecordError as error:
        return error, []
    return record, [str(warning.message) for warning in caught]


@contextlib.contextmanager
def _telling_whose(file: str) -> Iterator[None]:
    """Say which file a failure to decompress or open is about."""
    from newsevents.errors import MissingExtraError  # noqa: PLC0415

    try:
        yield
    except (EOFError, MissingExtraError) as error:
        raise RefusalError(f"{file}: {error}") from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise RefusalError(f"{file}: {error.strerror or error}") from None


def without_compression(name: str) -> str:
    """Give a file's name in lower case without the ending of its compression."""
    lowered = name.lower()
    for ending in _COMPRESSED:
        lowered = lowered.removesuffix(ending)
    return lowered
