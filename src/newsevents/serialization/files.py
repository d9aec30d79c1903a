"""Files read and written as bytes, compressed by their ending, and never left half written."""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, cast

from newsevents.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PathLike", "reading", "writing"]

PathLike = str | os.PathLike[str]

_NAME_KEPT: Final = 40
_GZIP_ENDING: Final = ".gz"
_ZSTD_ENDING: Final = ".zst"
# The standard library's from Python 3.14 on, and its backport.
_ZSTD_EXTRA: Final = "zstd"
_ZSTD_MODULES: Final = ("compression.zstd", "backports.zstd")


@contextlib.contextmanager
def reading(path: PathLike) -> Iterator[IO[bytes]]:
    """Open a file for reading, decompressed if its name ends in `.gz` or `.zst`.

    Args:
        path: The file.

    Yields:
        Its bytes, buffered.

    Raises:
        OSError: It cannot be opened or decompressed.
        EOFError: It is compressed and ends too early.
        MissingExtraError: It ends in `.zst`, and no module that reads that is installed.

    Examples:
        >>> with reading(__file__) as file:
        ...     file.readline()[:3]
        b'\"\"\"'
    """
    ending = Path(path).suffix.lower()
    with contextlib.ExitStack() as stack:
        file: Any = stack.enter_context(Path(path).open("rb"))
        damage: tuple[type[Exception], ...] = ()
        if ending == _GZIP_ENDING:
            import gzip  # noqa: PLC0415 - most callers never need it
            import zlib  # noqa: PLC0415

            file = stack.enter_context(gzip.GzipFile(fileobj=file, mode="rb"))
            damage = (zlib.error,)
        elif ending == _ZSTD_ENDING:
            zstd = _zstd()
            file = stack.enter_context(zstd.open(file, "rb"))
            damage = (zstd.ZstdError,)
        try:
            yield file
        except damage as error:
            raise OSError(str(error)) from error


@contextlib.contextmanager
def writing(path: PathLike) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes its name only once it is whole.

    The bytes go to a temporary file beside it, compressed if the name ends in `.gz` or `.zst`, and this takes the
    file's place, and its permissions if there was one, when the block ends without an exception; with one, it is removed and
    what was there before stays. Equal bytes give equal files: no clock goes into a gzip header. A symbolic
    link is followed. What is no regular file (a pipe, a terminal) is written to directly.

    Args:
        path: The file.

    Yields:
        What to write the bytes to.

    Raises:
        OSError: It cannot be written.
        MissingExtraError: It ends in `.zst`, and no module that writes that is installed.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with writing(Path(folder, "a.jsonl.gz")) as file:
        ...         _ = file.write(b"{}")
        ...     with reading(Path(folder, "a.jsonl.gz")) as file:
        ...         file.read()
        b'{}'
    """
    target = Path(os.path.realpath(path))
    ending = Path(path).suffix.lower()
    if target.exists() and not target.is_file():
        with target.open("wb") as special:
            yield special
        return
    # of a name that is as long as names may be, only the beginning
    temporary = target.with_name(f".{target.name[:_NAME_KEPT]}.{os.urandom(4).hex()}.part")
    try:
        with contextlib.ExitStack() as stack:
            file: Any = stack.enter_context(temporary.open("xb"))
            if ending == _GZIP_ENDING:
                import gzip  # noqa: PLC0415 - see `reading`

                file = stack.enter_context(gzip.GzipFile(filename="", fileobj=file, mode="wb", mtime=0))
            elif ending == _ZSTD_ENDING:
                file = stack.enter_context(_zstd().open(file, "wb"))
            yield cast("IO[bytes]", file)
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _zstd() -> Any:
    """Give the first module there is that knows Zstandard."""
    for name in _ZSTD_MODULES:
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    raise MissingExtraError(_ZSTD_EXTRA, module=_ZSTD_MODULES[-1])
