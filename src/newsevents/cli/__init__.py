"""The command line: ``newsevents parse | convert | validate | schema | languages``.

Records go to the standard output or to a file, in UTF-8 whatever the locale; a complaint is one line on the standard error output.
Nothing is left half written: inputs are looked at before the first record is written, and a file takes its name only once it is whole.

Exit codes: 0 all is well; 1 `validate` found something invalid; 2 the command could not be carried out; 130 interrupted; 141 whoever read the
output stopped reading.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from newsevents.cli.arguments import argument_parser
from newsevents.cli.terminal import INTERRUPTED, PIPE_CLOSED, REFUSED, RefusalError, complain, os_message

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: The arguments behind the program's name; those of the process by default.

    Returns:
        The exit code; see the module's docstring.

    Examples:
        >>> main(["parse", "no-such-file.txt"])  # newsevents: no-such-file.txt: No such file or directory
        2
    """
    try:
        arguments = argument_parser().parse_args(argv)
        code: int = arguments.run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except RefusalError as error:
        complain(str(error))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # what Python still holds for it would be complained about at exit
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        complain(os_message(error))
        return REFUSED
    except MemoryError:
        complain("there is not enough memory")
        return REFUSED
    return code
