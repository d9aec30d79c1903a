"""The arguments of every command."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, Final, NoReturn

from newsevents.cli import commands as run
from newsevents.cli.terminal import STANDARD, RefusalError
from newsevents.cli.writing import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION: Final = "Turns news text into records: who acts, who said what to whom, what happened, where and when."
_BYTES: Final = (
    "A FILE is plain text in UTF-8, - the standard input. It is read as it is: offsets in the record count its code points, a byte order mark and "
    "carriage returns included."
)


class _Arguments(argparse.ArgumentParser):
    """Complains in one line, as everything else here does."""

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments."""
        text = f"{message} (see {self.prog} --help)"
        raise RefusalError(text)


def argument_parser() -> argparse.ArgumentParser:
    """Describe the commands and their arguments."""
    root = _Arguments(prog="newsevents", description=_DESCRIPTION, allow_abbrev=False)
    root.add_argument("--version", action=_Version, help="show the version and stop")
    commands = root.add_subparsers(metavar="COMMAND", required=True, parser_class=_Arguments)

    parse = commands.add_parser("parse", help="read articles", description=f"Read articles and write a record of each. {_BYTES}", allow_abbrev=False)
    parse.add_argument("files", nargs="+", metavar="FILE", help="an article's text; one gives one JSON record, several give JSON Lines in their order")
    parse.add_argument("--language", metavar="TAG", help="language of the texts, such as fr; recognised among the installed ones by default")
    parse.add_argument("--published", metavar="DATE", help="day of publication, such as 2025-10-17; without it, times that count from it stay unresolved")
    for name, what in (("title", "headline"), ("url", "where it was published"), ("id", "your own identifier of it")):
        parse.add_argument(f"--{name}", help=f"{what} (of one article only)")
    parse.add_argument("--publisher", help="who published it")
    parse.add_argument("--author", action="append", default=[], metavar="NAME", dest="authors", help="who wrote it; may be given several times")
    parse.add_argument("--section", help="section it was published in")
    parse.add_argument("--max-length", type=_number, metavar="N", help="longest text to read, in characters; 20 million by default")
    parse.add_argument("--explain", action="store_true", help="tell for people which words decided what, in place of records")
    _add_output(parse)
    parse.set_defaults(run=run.parse)

    convert = commands.add_parser(
        "convert",
        help="rewrite records as JSON or JSON Lines",
        description="Read records (JSON or JSON Lines, also .gz and .zst) and write them again, checked and in canonical form.",
        allow_abbrev=False,
    )
    convert.add_argument("files", nargs="+", metavar="FILE", help="records as JSON or JSON Lines; - is the standard input")
    _add_output(convert)
    convert.set_defaults(run=run.convert)

    validate = commands.add_parser(
        "validate",
        help="check records",
        description="Read records and tell everything that is wrong with them, each with file, line and JSON path. Exit code 1 if anything is.",
        allow_abbrev=False,
    )
    validate.add_argument("files", nargs="+", metavar="FILE", help="records as JSON or JSON Lines, also .gz and .zst; - is the standard input")
    validate.set_defaults(run=run.validate)

    schema = commands.add_parser("schema", help="show the JSON Schema of a record", description="Write the JSON Schema (draft 2020-12) of a record.")
    schema.set_defaults(run=run.schema)
    languages = commands.add_parser(
        "languages", help="list the installed languages", description="List the installed language packs: tag, name and version, separated by tabs."
    )
    languages.set_defaults(run=run.show_languages)
    return root


def _add_output(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say how records are written."""
    command.add_argument("--format", choices=FORMATS, help="json: one record; jsonl: one record a line. By default what -o's ending says, else what fits")
    command.add_argument("--indent", type=_spaces, metavar="N", help="indent JSON by N spaces, for people to read")
    command.add_argument("-o", "--output", metavar="OUT", default=STANDARD, help="file to write, compressed if it ends in .gz or .zst")


def _number(text: str, *, wanted: str = "a number", digits: int = 15) -> int:
    """Read a whole number of so many digits at most."""
    if not text.isascii() or not text.isdigit() or len(text) > digits:
        raise argparse.ArgumentTypeError(f"expected {wanted}, got {text!r:.80}")
    return int(text)


def _spaces(text: str) -> int:
    """Read the number of spaces to indent with."""
    return _number(text, wanted="a number of spaces", digits=2)


class _Version(argparse.Action):
    """Shows the version, which is looked up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, **kwargs: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, **kwargs)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Show it and stop."""
        from newsevents import __version__  # noqa: PLC0415 - nothing else needs it

        print(f"newsevents {__version__}")
        parser.exit()
