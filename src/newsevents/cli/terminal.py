"""The standard streams, in UTF-8 whatever the locale, and what is said on them."""

from __future__ import annotations

import sys
from typing import IO, Final

STANDARD: Final = "-"
OK, INVALID, REFUSED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141  # exit codes


class RefusalError(Exception):
    """What was asked for cannot be done; the message is the one line the user sees."""


def standard_input() -> IO[bytes]:
    """Give the standard input's bytes."""
    if sys.stdin is None:
        raise RefusalError("the standard input is closed")
    return sys.stdin.buffer


def standard_output() -> IO[bytes]:
    """Give what takes the standard output's bytes."""
    if sys.stdout is None:
        raise RefusalError("the standard output is closed")
    return sys.stdout.buffer


def say(line: str) -> None:
    """Write a line in UTF-8, whatever the locale."""
    standard_output().write(line.encode(errors="backslashreplace") + b"\n")


def complain(message: str) -> None:
    """Write one line to the standard error output."""
    if sys.stderr is not None:
        print(f"newsevents: {on_one_line(message)}", file=sys.stderr)


def on_one_line(message: str) -> str:
    """Escape what would break a line or steer a terminal: names of files and keys of documents are whoever's who made them."""
    return message if message.isprintable() else "".join(char if char.isprintable() else repr(char)[1:-1] for char in message)


def one_line(error: Exception) -> str:
    """Give an error's first line, and how many more there are."""
    first, *others = str(error).splitlines() or [type(error).__name__]
    return f"{first} (and {len(others)} more)" if others else first


def os_message(error: OSError) -> str:
    """Say what the operating system refused, and for which file."""
    what = error.strerror or str(error)
    return f"{error.filename}: {what}" if error.filename is not None else what
