"""The commands, each given its arguments and giving the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsevents.cli.reading import Texts, records
from newsevents.cli.terminal import INVALID, OK, RefusalError, complain, on_one_line, one_line, say
from newsevents.cli.writing import check_output, wanted_format, write, writing

if TYPE_CHECKING:
    import argparse

    from newsevents.model import Article


def parse(arguments: argparse.Namespace) -> int:
    """Read articles."""
    from newsevents.errors import PackError, UnknownLanguageError  # noqa: PLC0415 - imported where it is needed, as everything here
    from newsevents.parser import Parser  # noqa: PLC0415

    files, output = arguments.files, arguments.output
    if len(files) > 1:
        for name in ("title", "url", "id"):
            if getattr(arguments, name) is not None:
                raise RefusalError(f"--{name} belongs to one article, and there are {len(files)} FILEs")
    if arguments.explain and (arguments.format is not None or arguments.indent is not None):
        raise RefusalError("--explain writes text for people, which --format and --indent do not change")
    form = wanted_format(arguments, fitting="json" if len(files) == 1 else "jsonl")
    if form == "json" and len(files) > 1:
        raise RefusalError(f"one JSON text holds one record, and there are {len(files)} FILEs: write them with --format jsonl")
    limits = {} if arguments.max_length is None else {"max_length": arguments.max_length}
    try:
        parser = Parser(language=arguments.language, **limits)
    except (UnknownLanguageError, PackError) as error:
        raise RefusalError(one_line(error)) from None
    texts = Texts(files, parser.max_length)
    check_output(output, files)
    # every input is looked at before the first record is written
    known = {"language": parser.language, "published": arguments.published, "publisher": arguments.publisher, "authors": arguments.authors}
    known |= {"section": arguments.section, "title": arguments.title, "url": arguments.url, "id": arguments.id}
    _article("", known)
    for file in files:
        texts.read(file)
    try:
        with writing(output) as target:
            for file in files:
                article = _article(texts.read(file), known)
                if arguments.explain:
                    heading = f"{on_one_line(file)}\n\n" if len(files) > 1 else ""
                    target.write(f"{heading}{parser.explain(article)}\n".encode())
                else:
                    write(target, parser.parse(article), form, arguments.indent)
    except PackError as error:
        raise RefusalError(one_line(error)) from None
    return OK


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
        raise RefusalError(f"--{name}: {problem.message}") from None
    return article


def convert(arguments: argparse.Namespace) -> int:
    """Write records again."""
    from newsevents.errors import RecordError  # noqa: PLC0415

    form = wanted_format(arguments, fitting="jsonl")
    check_output(arguments.output, arguments.files)
    count = 0
    with writing(arguments.output, is_certain=False) as target:
        for place, found, notes in records(arguments.files):
            if isinstance(found, RecordError):
                problem, *others = found.problems
                more = f" (and {len(others)} more: see newsevents validate)" if others else ""
                raise RefusalError(f"{place}: {problem}{more}")
            for note in notes:
                complain(f"{place}: {note}")
            count += 1
            if form == "json" and count > 1:
                raise RefusalError("one JSON text holds one record, and there are several: write them with --format jsonl")
            write(target, found, form, arguments.indent)
        if form == "json" and not count:
            raise RefusalError(f"{arguments.files[0]}: there is no record in it")
    return OK


def validate(arguments: argparse.Namespace) -> int:
    """Check records."""
    from newsevents.errors import RecordError  # noqa: PLC0415

    invalid = 0
    for file in arguments.files:
        counts = {True: 0, False: 0}
        for place, found, notes in records([file]):
            problems = found.problems if isinstance(found, RecordError) else ()
            counts[not problems] += 1
            for problem in (*problems, *(f"note: {note}" for note in notes)):
                say(on_one_line(f"{place}: {problem}"))
        say(on_one_line(f"{file}: {counts[True]} valid, {counts[False]} invalid"))
        invalid += counts[False]
    return INVALID if invalid else OK


def schema(_: argparse.Namespace) -> int:
    """Show the schema."""
    from newsevents.serialization.schema import schema_text  # noqa: PLC0415

    say(schema_text().removesuffix("\n"))
    return OK


def show_languages(_: argparse.Namespace) -> int:
    """List the languages."""
    from newsevents.errors import PackError  # noqa: PLC0415
    from newsevents.lexicon.installed import languages, load_pack  # noqa: PLC0415

    for code in languages():
        try:
            header = load_pack(code).header
        except PackError as error:
            raise RefusalError(one_line(error)) from None
        say(f"{code}\t{header.name}\t{header.version}")
    return OK
