"""What the commands write records to."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from newsevents.cli.reading import LINES, without_compression
from newsevents.cli.terminal import STANDARD, RefusalError, standard_output

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from newsevents.model import Record

FORMATS: Final = ("json", "jsonl")
# What is set aside while it is not certain that all of it can be written; more than this goes to a temporary file.
_IN_MEMORY: Final = 8 << 20


def wanted_format(arguments: argparse.Namespace, *, fitting: str) -> str:
    """Tell how records are to be written: as was asked, else as the output's name says, else as fits them."""
    name = without_compression(arguments.output)
    form: str = arguments.format or ("jsonl" if name.endswith(LINES) else "json" if name.endswith(".json") else fitting)
    if form == "jsonl" and arguments.indent is not None:
        raise RefusalError("--indent is for --format json: in JSON Lines a record stands on one line")
    return form


def check_output(output: str, files: Iterable[str]) -> None:
    """Refuse an output that would take the place of an input."""
    for file in files:
        with contextlib.suppress(OSError):
            if STANDARD not in {file, output} and Path(output).is_file() and Path(output).samefile(file):
                raise RefusalError(f"{output}: is also a FILE to read")


@contextlib.contextmanager
def writing(output: str, *, is_certain: bool = True) -> Iterator[IO[bytes]]:
    """Open what the records are written to.

    Args:
        output: A file's name, or that of the standard output.
        is_certain: Whether all can be written that is begun; if not, the standard output is given everything at the end, or nothing.
    """
    from newsevents.errors import MissingExtraError  # noqa: PLC0415
    from newsevents.serialization.files import writing  # noqa: PLC0415

    if output != STANDARD:
        try:
            with writing(output) as file:
                yield file
        except MissingExtraError as error:
            raise RefusalError(f"{output}: {error}") from None
        except OSError as error:
            if error.filename is None or str(error.filename).endswith(".part"):
                raise RefusalError(f"{output}: {error.strerror or error}") from None
            raise
    elif is_certain:
        yield standard_output()
    else:
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as aside:
            yield aside
            aside.seek(0)
            shutil.copyfileobj(aside, standard_output())


def write(target: IO[bytes], record: Record, form: str, indent: int | None) -> None:
    """Write one record."""
    from newsevents.serialization import to_json  # noqa: PLC0415

    target.write(to_json(record, indent=indent if form == "json" else None).encode() + b"\n")
