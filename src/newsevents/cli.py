"""The command line: ``newsevents parse | convert | validate | schema | languages``.

Records go to the standard output or to a file, in UTF-8 whatever the locale; a complaint is one line on the standard error output.
Nothing is left half written: inputs are looked at before the first record is written, and a file takes its name only once it is whole.

Exit codes: 0 all is well; 1 `validate` found something invalid; 2 the command could not be carried out; 130 interrupted; 141 whoever read the
output stopped reading.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
import tempfile
import warnings
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsevents.errors import RecordError
    from newsevents.model import Article, Record

    _Found = tuple[str, Record | RecordError, list[str]]

__all__ = ["main"]

_OK, _INVALID, _REFUSED, _INTERRUPTED, _PIPE_CLOSED = 0, 1, 2, 130, 141
_STANDARD: Final = "-"
_COMPRESSED: Final = (".gz", ".zst")
_LINES: Final = (".jsonl", ".ndjson")
_FORMATS: Final = ("json", "jsonl")
_BYTES_OF_A_CHARACTER: Final = 4  # at most, in UTF-8
# What is set aside while it is not certain that all of it can be written; more than this goes to a temporary file.
_IN_MEMORY: Final = 8 << 20

_DESCRIPTION: Final = "Turns news text into records: who acts, who said what to whom, what happened, where and when."
_BYTES: Final = (
    "A FILE is plain text in UTF-8, - the standard input. It is read as it is: offsets in the record count its code points, a byte order mark and "
    "carriage returns included."
)


class _RefusalError(Exception):
    """What was asked for cannot be done; the message is the one line the user sees."""


class _Arguments(argparse.ArgumentParser):
    """Complains in one line, as everything else here does."""

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments."""
        text = f"{message} (see {self.prog} --help)"
        raise _RefusalError(text)


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
        arguments = _arguments().parse_args(argv)
        code: int = arguments.run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except _RefusalError as error:
        _complain(str(error))
        return _REFUSED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # what Python still holds for it would be complained about at exit
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _PIPE_CLOSED
    except OSError as error:
        _complain(_os_message(error))
        return _REFUSED
    except MemoryError:
        _complain("there is not enough memory")
        return _REFUSED
    return code


def _arguments() -> argparse.ArgumentParser:
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
    _add_output(parse)
    parse.set_defaults(run=_parse)

    convert = commands.add_parser(
        "convert",
        help="rewrite records as JSON or JSON Lines",
        description="Read records (JSON or JSON Lines, also .gz and .zst) and write them again, checked and in canonical form.",
        allow_abbrev=False,
    )
    convert.add_argument("files", nargs="+", metavar="FILE", help="records as JSON or JSON Lines; - is the standard input")
    _add_output(convert)
    convert.set_defaults(run=_convert)

    validate = commands.add_parser(
        "validate",
        help="check records",
        description="Read records and tell everything that is wrong with them, each with file, line and JSON path. Exit code 1 if anything is.",
        allow_abbrev=False,
    )
    validate.add_argument("files", nargs="+", metavar="FILE", help="records as JSON or JSON Lines, also .gz and .zst; - is the standard input")
    validate.set_defaults(run=_validate)

    schema = commands.add_parser("schema", help="show the JSON Schema of a record", description="Write the JSON Schema (draft 2020-12) of a record.")
    schema.set_defaults(run=_schema)
    languages = commands.add_parser(
        "languages", help="list the installed languages", description="List the installed language packs: tag, name and version, separated by tabs."
    )
    languages.set_defaults(run=_languages)
    return root


def _add_output(command: argparse.ArgumentParser) -> None:
    """Add the arguments that say how records are written."""
    command.add_argument("--format", choices=_FORMATS, help="json: one record; jsonl: one record a line. By default what -o's ending says, else what fits")
    command.add_argument("--indent", type=_spaces, metavar="N", help="indent JSON by N spaces, for people to read")
    command.add_argument("-o", "--output", metavar="OUT", default=_STANDARD, help="file to write, compressed if it ends in .gz or .zst")


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


# ------------------------------------------------------------------------------------------------------------ the commands


def _parse(arguments: argparse.Namespace) -> int:
    """Read articles."""
    from newsevents.errors import PackError, UnknownLanguageError  # noqa: PLC0415 - imported where it is needed, as everything here
    from newsevents.parser import Parser  # noqa: PLC0415

    files, output = arguments.files, arguments.output
    if len(files) > 1:
        for name in ("title", "url", "id"):
            if getattr(arguments, name) is not None:
                raise _RefusalError(f"--{name} belongs to one article, and there are {len(files)} FILEs")
    form = _format(arguments, fitting="json" if len(files) == 1 else "jsonl")
    if form == "json" and len(files) > 1:
        raise _RefusalError(f"one JSON text holds one record, and there are {len(files)} FILEs: write them with --format jsonl")
    limits = {} if arguments.max_length is None else {"max_length": arguments.max_length}
    try:
        parser = Parser(language=arguments.language, **limits)
    except (UnknownLanguageError, PackError) as error:
        raise _RefusalError(_one_line(error)) from None
    texts = _Texts(files, parser.max_length)
    _check_output(output, files)
    # every input is looked at before the first record is written
    known = {"language": parser.language, "published": arguments.published, "publisher": arguments.publisher, "authors": arguments.authors}
    known |= {"section": arguments.section, "title": arguments.title, "url": arguments.url, "id": arguments.id}
    _article("", known)
    for file in files:
        texts.read(file)
    try:
        with _writing(output) as target:
            for file in files:
                _write(target, parser.parse(_article(texts.read(file), known)), form, arguments.indent)
    except PackError as error:
        raise _RefusalError(_one_line(error)) from None
    return _OK


def _article(text: str, known: dict[str, Any]) -> Article:
    """Make an article, or say which argument keeps it from being one."""
    from newsevents.errors import RecordError  # noqa: PLC0415
    from newsevents.model import Article, Record  # noqa: PLC0415

    try:
        article = Article.from_text(text, **known)
        Record(article=article)  # which refuses what cannot be written, such as arguments that are no UTF-8
    except RecordError as error:
        problem = error.problems[0]
        name = "author" if problem.field == "authors" else problem.field
        raise _RefusalError(f"--{name}: {problem.message}") from None
    return article


def _convert(arguments: argparse.Namespace) -> int:
    """Write records again."""
    from newsevents.errors import RecordError  # noqa: PLC0415

    form = _format(arguments, fitting="jsonl")
    _check_output(arguments.output, arguments.files)
    count = 0
    with _writing(arguments.output, is_certain=False) as target:
        for place, found, notes in _records(arguments.files):
            if isinstance(found, RecordError):
                problem, *others = found.problems
                more = f" (and {len(others)} more: see newsevents validate)" if others else ""
                raise _RefusalError(f"{place}: {problem}{more}")
            for note in notes:
                _complain(f"{place}: {note}")
            count += 1
            if form == "json" and count > 1:
                raise _RefusalError("one JSON text holds one record, and there are several: write them with --format jsonl")
            _write(target, found, form, arguments.indent)
        if form == "json" and not count:
            raise _RefusalError(f"{arguments.files[0]}: there is no record in it")
    return _OK


def _validate(arguments: argparse.Namespace) -> int:
    """Check records."""
    from newsevents.errors import RecordError  # noqa: PLC0415

    invalid = 0
    for file in arguments.files:
        counts = {True: 0, False: 0}
        for place, found, notes in _records([file]):
            problems = found.problems if isinstance(found, RecordError) else ()
            counts[not problems] += 1
            for problem in (*problems, *(f"note: {note}" for note in notes)):
                _say(_on_one_line(f"{place}: {problem}"))
        _say(_on_one_line(f"{file}: {counts[True]} valid, {counts[False]} invalid"))
        invalid += counts[False]
    return _INVALID if invalid else _OK


def _schema(_: argparse.Namespace) -> int:
    """Show the schema."""
    from newsevents.serialization.schema import schema_text  # noqa: PLC0415

    _say(schema_text().removesuffix("\n"))
    return _OK


def _languages(_: argparse.Namespace) -> int:
    """List the languages."""
    from newsevents.errors import PackError  # noqa: PLC0415
    from newsevents.lexicon.installed import languages, load_pack  # noqa: PLC0415

    for code in languages():
        try:
            header = load_pack(code).header
        except PackError as error:
            raise _RefusalError(_one_line(error)) from None
        _say(f"{code}\t{header.name}\t{header.version}")
    return _OK


# ------------------------------------------------------------------------------------------------------------------ reading


class _Texts:
    """The texts of the files, which may be asked for twice; those that can be read but once, such as pipes, are kept.

    No more is read than the longest text may have, so that a file without an end is refused too.
    """

    def __init__(self, files: Sequence[str], longest: int) -> None:
        """Refuse to read the standard input twice."""
        if files.count(_STANDARD) > 1:
            raise _RefusalError("the standard input (-) can be read once only")
        self._longest = longest
        self._kept: dict[str, str] = {}

    def read(self, file: str) -> str:
        """Give the text of a file, exactly as it is."""
        if file in self._kept:
            return self._kept[file]
        if file == _STANDARD:
            self._kept[file] = text = self._read("standard input", _standard_input())
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
            raise _RefusalError(f"{file}: expected at most {self._longest} characters, got more (see --max-length)")
        return text


def _decoded(file: str, raw: bytes) -> str:
    """Read bytes as UTF-8."""
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        found = f"byte 0x{raw[error.start]:02x} at offset {error.start}"
        raise _RefusalError(f"{file}: expected UTF-8, got {found}; convert it to UTF-8 first") from None


def _records(files: Iterable[str]) -> Iterator[_Found]:
    """Give the records of files, each with the place it stands at; what is none gives the error that tells why."""
    from newsevents.serialization.files import reading  # noqa: PLC0415

    for file in files:
        if file == _STANDARD:
            yield from _records_in("standard input", _standard_input(), None)
        else:
            name = _without_compression(file)
            with _telling_whose(file), reading(file) as source:
                yield from _records_in(file, source, name.endswith(_LINES) if Path(name).suffix else None)


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
        raise _RefusalError(f"{file}: {error}") from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _RefusalError(f"{file}: {error.strerror or error}") from None


# ------------------------------------------------------------------------------------------------------------------ writing


def _format(arguments: argparse.Namespace, *, fitting: str) -> str:
    """Tell how records are to be written: as was asked, else as the output's name says, else as fits them."""
    name = _without_compression(arguments.output)
    form: str = arguments.format or ("jsonl" if name.endswith(_LINES) else "json" if name.endswith(".json") else fitting)
    if form == "jsonl" and arguments.indent is not None:
        raise _RefusalError("--indent is for --format json: in JSON Lines a record stands on one line")
    return form


def _without_compression(name: str) -> str:
    """Give a file's name in lower case without the ending of its compression."""
    lowered = name.lower()
    for ending in _COMPRESSED:
        lowered = lowered.removesuffix(ending)
    return lowered


def _check_output(output: str, files: Iterable[str]) -> None:
    """Refuse an output that would take the place of an input."""
    for file in files:
        with contextlib.suppress(OSError):
            if _STANDARD not in {file, output} and Path(output).is_file() and Path(output).samefile(file):
                raise _RefusalError(f"{output}: is also a FILE to read")


@contextlib.contextmanager
def _writing(output: str, *, is_certain: bool = True) -> Iterator[IO[bytes]]:
    """Open what the records are written to.

    Args:
        output: A file's name, or that of the standard output.
        is_certain: Whether all can be written that is begun; if not, the standard output is given everything at the end, or nothing.
    """
    from newsevents.errors import MissingExtraError  # noqa: PLC0415
    from newsevents.serialization.files import writing  # noqa: PLC0415

    if output != _STANDARD:
        try:
            with writing(output) as file:
                yield file
        except MissingExtraError as error:
            raise _RefusalError(f"{output}: {error}") from None
        except OSError as error:
            if error.filename is None or str(error.filename).endswith(".part"):
                raise _RefusalError(f"{output}: {error.strerror or error}") from None
            raise
    elif is_certain:
        yield _standard_output()
    else:
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as aside:
            yield aside
            aside.seek(0)
            shutil.copyfileobj(aside, _standard_output())


def _write(target: IO[bytes], record: Record, form: str, indent: int | None) -> None:
    """Write one record."""
    from newsevents.serialization import to_json  # noqa: PLC0415

    target.write(to_json(record, indent=indent if form == "json" else None).encode() + b"\n")


def _standard_input() -> IO[bytes]:
    """Give the standard input's bytes."""
    if sys.stdin is None:
        raise _RefusalError("the standard input is closed")
    return sys.stdin.buffer


def _standard_output() -> IO[bytes]:
    """Give what takes the standard output's bytes."""
    if sys.stdout is None:
        raise _RefusalError("the standard output is closed")
    return sys.stdout.buffer


def _say(line: str) -> None:
    """Write a line in UTF-8, whatever the locale."""
    _standard_output().write(line.encode(errors="backslashreplace") + b"\n")


def _complain(message: str) -> None:
    """Write one line to the standard error output."""
    if sys.stderr is not None:
        print(f"newsevents: {_on_one_line(message)}", file=sys.stderr)


def _on_one_line(message: str) -> str:
    """Escape what would break a line or steer a terminal: names of files and keys of documents are whoever's who made them."""
    return message if message.isprintable() else "".join(char if char.isprintable() else repr(char)[1:-1] for char in message)


def _one_line(error: Exception) -> str:
    """Give an error's first line, and how many more there are."""
    first, *others = str(error).splitlines() or [type(error).__name__]
    return f"{first} (and {len(others)} more)" if others else first


def _os_message(error: OSError) -> str:
    """Say what the operating system refused, and for which file."""
    what = error.strerror or str(error)
    return f"{error.filename}: {what}" if error.filename is not None else what
