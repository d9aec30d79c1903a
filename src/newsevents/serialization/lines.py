"""Records as JSON Lines: one record a line, files of any size in the memory of one line."""

from __future__ import annotations

import contextlib
import os
import warnings
from typing import IO, TYPE_CHECKING, Final, Literal

import attrs

from newsevents.errors import RecordError, RejectedLineWarning
from newsevents.serialization.files import PathLike, reading, writing
from newsevents.serialization.texts import MAX_DEPTH, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsevents.model import Record

__all__ = ["RejectedLine", "read_jsonl", "write_jsonl"]

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@attrs.frozen(kw_only=True)
class RejectedLine:
    """A line that is no record.

    Attributes:
        number: Which line it is, the first being 1; blank lines count.
        line: Its bytes, without the line break.
        error: Why it is no record.

    Examples:
        >>> from newsevents.errors import Problem
        >>> line = RejectedLine(number=3, line=b"{}", error=RecordError(Problem("Record", "", None, "expected a record")))
        >>> print(line)
        line 3: Record: expected a record
    """

    number: int
    line: bytes
    error: RecordError

    def __str__(self) -> str:
        """Give the number and the error."""
        return f"line {self.number}: {self.error}"


def write_jsonl(records: Iterable[Record], target: PathLike | IO[bytes]) -> int:
    r"""Write records to a file, one JSON text a line.

    Args:
        records: The records; they are taken one at a time.
        target: The file's path, or a file open for bytes. A path that ends in `.gz` or `.zst` is compressed. It is
            written beside and renamed once it is whole: an exception, also one of `records`, leaves what was there before.

    Returns:
        How many records were written.

    Raises:
        OSError: The file cannot be written.
        MissingExtraError: The path ends in `.zst`, and no module that writes that is installed.

    Examples:
        >>> import io
        >>> from newsevents.model import Article, Record
        >>> file = io.BytesIO()
        >>> write_jsonl([Record(article=Article.from_text("Il pleut."))], file)
        1
        >>> file.getvalue().endswith(b'}\n')
        True
    """
    if isinstance(target, (str, os.PathLike)):
        with writing(target) as file:
            return write_jsonl(records, file)
    count = 0
    for record in records:
        target.write(to_json(record).encode() + b"\n")
        count += 1
    return count


def read_jsonl(
    source: PathLike | Iterable[bytes],
    *,
    strict: bool = True,
    max_depth: int = MAX_DEPTH,
    errors: Literal["warn", "raise"] = "warn",
    rejects: PathLike | IO[bytes] | None = None,
    on_reject: Callable[[RejectedLine], object] | None = None,
) -> Iterator[Record]:
    r"""Read records from a file of one JSON text a line.

    The file is read as the records are asked for, one line in memory at a time. Lines end in `\n` or `\r\n`; blank ones are
    passed over. A line that is no record is reported and left out, and the reading goes on.

    Args:
        source: The file's path, or anything that gives lines of bytes, such as a file open for bytes. A path that ends
            in `.gz` or `.zst` is decompressed.
        strict: As in `from_json`.
        max_depth: As in `from_json`.
        errors: `"warn"` reports a bad line with a `RejectedLineWarning`, `"raise"` stops there.
        rejects: Where bad lines are set aside, byte for byte, to be mended and read again: a path (written
            when the reading ends, or is given up; empty if all is well) or a file open for bytes.
        on_reject: Called with each bad line, in place of the warning.

    Yields:
        The records, in the order of the lines.

    Raises:
        RecordError: A line is no record, and `errors` is `"raise"`; a note of it gives the line's number.
        OSError: A file cannot be opened, read, decompressed or written.
        EOFError: A compressed file ends too early; what stands before was given.
        MissingExtraError: The path ends in `.zst`, and no module that reads that is installed.
        ValueError: `errors` is something else.

    Examples:
        >>> from newsevents.model import Article, Record
        >>> line = to_json(Record(article=Article.from_text("Il pleut."))).encode()
        >>> bad = []
        >>> [record.article.text for record in read_jsonl([line, b"oops", line], on_reject=bad.append)]
        ['Il pleut.', 'Il pleut.']
        >>> bad[0].number
        2
    """
    if errors not in {"warn", "raise"}:
        message = f"expected errors='warn' or errors='raise', got {errors!r}"
        raise ValueError(message)
    return _read(source, strict=strict, max_depth=max_depth, is_fatal=errors == "raise", rejects=rejects, on_reject=on_reject)


def _read(
    source: PathLike | Iterable[bytes],
    *,
    strict: bool,
    max_depth: int,
    is_fatal: bool,
    rejects: PathLike | IO[bytes] | None,
    on_reject: Callable[[RejectedLine], object] | None,
) -> Iterator[Record]:
    """Give the records of a file; see `read_jsonl`, which checks its arguments before the first record is asked for."""
    with contextlib.ExitStack() as stack:
        lines = stack.enter_context(reading(source)) if isinstance(source, (str, os.PathLike)) else source
        aside = stack.enter_context(_setting_aside(rejects))
        for number, raw in enumerate(lines, start=1):
            line = raw.removesuffix(b"\n").removesuffix(b"\r")
            if number == 1:
                line = line.removeprefix(_BYTE_ORDER_MARK)
            if not line.strip():
                continue
            try:
                record = from_json(line, strict=strict, max_depth=max_depth)
            except RecordError as error:
                if aside is not None:
                    aside.write(line + b"\n")
                if is_fatal:
                    error.add_note(f"in line {number}")
                    raise
                rejected = RejectedLine(number=number, line=line, error=error)
                if on_reject is None:
                    warnings.warn(str(rejected), RejectedLineWarning, stacklevel=2)
                else:
                    on_reject(rejected)
            else:
                yield record


@contextlib.contextmanager
def _setting_aside(rejects: PathLike | IO[bytes] | None) -> Iterator[IO[bytes] | None]:
    """Open the file of bad lines; it is whole also when the reading is given up or fails."""
    if rejects is None:
        yield None
    elif isinstance(rejects, (str, os.PathLike)):
        failure: BaseException | None = None
        with writing(rejects) as file:
            try:
                yield file
            except BaseException as error:  # noqa: BLE001 - raised again below, once the lines are safe
                failure = error
        if failure is not None:
            raise failure
    else:
        yield rejects
