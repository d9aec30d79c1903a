"""The command line: what it writes, and how it refuses."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from newsevents import __version__, from_json, json_schema, languages, parse, to_json
from newsevents.cli import main

if TYPE_CHECKING:
    from pathlib import Path

# Written for this test.
TEXT = "Le ministre de la Santé, Jean Martin, a annoncé mardi à Lyon qu'il démissionnerait.\n"
OTHER = "Health Minister Jane Marsh said on Tuesday that two hospitals would close.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Give a file with an article."""
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return path


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Give a file with two records, one a line."""
    path = tmp_path / "records.jsonl"
    path.write_text("".join(to_json(parse(text)) + "\n" for text in (TEXT, OTHER)), "utf-8")
    return path


def _refusal(capfd: pytest.CaptureFixture[str], arguments: list[str]) -> str:
    """Run a command that must be refused: exit code 2, nothing on the standard output, one line of complaint; give that line."""
    assert main(arguments) == 2
    captured = capfd.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("newsevents: ")
    assert captured.err.count("\n") == 1
    return captured.err.removeprefix("newsevents: ").removesuffix("\n")


def _command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "newsevents", *arguments], check=False, capture_output=True, timeout=120, **options)


def test_one_text_gives_one_json_record(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One file gives the record that `parse` gives, as `to_json` writes it, and a line break."""
    known: dict[str, Any] = {"published": "2025-10-17", "title": "Départ", "url": "x:1", "publisher": "P", "section": "S", "id": "n1"}
    options = [word for name, value in known.items() for word in (f"--{name}", value)]
    assert main(["parse", str(article), "--language", "fr", "--author", "A", "--author", "B", *options]) == 0
    assert capfd.readouterr().out == to_json(parse(TEXT, language="fr", authors=("A", "B"), **known)) + "\n"


def test_the_language_is_recognised(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Without `--language` the text tells its language."""
    assert main(["parse", str(article)]) == 0
    assert from_json(capfd.readouterr().out).article.language == "fr"


def test_indented_json(article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`--indent` writes the same record for people to read, keys sorted."""
    assert main(["parse", str(article), "--indent", "1"]) == 0
    assert capfd.readouterr().out == to_json(parse(TEXT), indent=1) + "\n"


def test_several_texts_give_json_lines_in_their_order(article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Several files give one record a line, in the order they were named."""
    other = tmp_path / "a.txt"
    other.write_text(OTHER, "utf-8")
    assert main(["parse", str(article), str(other), str(article)]) == 0
    assert capfd.readouterr().out.splitlines() == [to_json(parse(text)) for text in (TEXT, OTHER, TEXT)]


def test_the_standard_input(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """`-` is the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["parse", "-"]) == 0
    assert from_json(capfd.readouterr().out).article.text == TEXT


def test_what_can_be_read_only_once_is_read_once(tmp_path: Path) -> None:
    """A pipe named as a file gives its text, though the inputs are looked at before they are parsed."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([sys.executable, "-m", "newsevents", "parse", str(pipe)], stdout=subprocess.PIPE) as process:
        pipe.write_bytes(TEXT.encode())
        assert from_json(process.communicate(timeout=120)[0]).article.text == TEXT
    assert process.returncode == 0


@pytest.mark.parametrize("text", ["\ufeff" + TEXT, TEXT.replace("\n", "\r\n") + OTHER, "\r", ""], ids=["byte order mark", "carriage returns", "blank", "empty"])
def test_the_text_is_kept_as_it_is(text: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing is stripped or translated: a byte order mark is the text's first character, line breaks stay what they are."""
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode())
    assert main(["parse", str(path), "--language", "fr"]) == 0
    record = from_json(capfd.readouterr().out)
    assert record.article.text == text
    assert all(text[span.start : span.end] == span.text for span in record.spans())


def test_output_is_utf_8_whatever_the_locale(article: Path) -> None:
    """Bytes in and out are UTF-8 also where the locale is another."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = _command("parse", str(article), env=environment)
    assert done.returncode == 0
    assert done.stderr == b""
    assert from_json(done.stdout).article.text == TEXT


@pytest.mark.parametrize("name", ["out.json", "out.jsonl", "out.jsonl.gz", "out", f"{'long' * 60}.json.gz"])
def test_the_output_file(name: str, article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`-o` writes a file, compressed by its ending; nothing goes to the standard output, no other file is left."""
    out = tmp_path / name
    assert main(["parse", str(article), "-o", str(out)]) == 0
    assert capfd.readouterr() == ("", "")
    raw = gzip.decompress(out.read_bytes()) if name.endswith(".gz") else out.read_bytes()
    assert raw.decode() == to_json(parse(TEXT)) + "\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["article.txt", name])


def test_an_error_leaves_the_output_file_as_it_was(article: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read, the last of several, changes nothing."""
    out = tmp_path / "out.jsonl"
    out.write_text("before", "utf-8")
    assert _refusal(capfd, ["parse", str(article), str(tmp_path / "missing"), "-o", str(out)]) == f"{tmp_path / 'missing'}: No such file or directory"
    assert out.read_text("utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "out.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["parse", "{here}/missing"], "{here}/missing: No such file or directory"),
        (["parse", "{here}"], "{here}: Is a directory"),
        (["parse", "{here}/latin.txt"], "{here}/latin.txt: expected UTF-8, got byte 0xe9 at offset 3; convert it to UTF-8 first"),
        (["parse", "{here}/article.txt", "{here}/latin.txt"], "{here}/latin.txt: expected UTF-8, got byte 0xe9 at offset 3; convert it to UTF-8 first"),
        (["parse", "{here}/article.txt", "--language", "tlh"], "no language pack for 'tlh'; installed: {languages}"),
        (["parse", "{here}/article.txt", "--published", "17/10/2025"], "--published: expected an ISO 8601 date such as 2025-10-17, got '17/10/2025'"),
        (["parse", "{here}/article.txt", "--published", "2025-02-30"], "--published: expected an ISO 8601 date such as 2025-10-17, got '2025-02-30'"),
        (["parse", "{here}/article.txt", "--id", ""], "--id: expected an identifier, got ''"),
        (["parse", "{here}/article.txt", "--author", "\udcff"], "--author: expected Unicode scalar values, got a lone surrogate: '\\udcff'"),
        (["parse", "{here}/article.txt", "{here}/article.txt", "--title", "T"], "--title belongs to one article, and there are 2 FILEs"),
        (
            ["parse", "{here}/article.txt", "{here}/article.txt", "--format", "json"],
            "one JSON text holds one record, and there are 2 FILEs: write them with --format jsonl",
        ),
        (
            ["parse", "{here}/article.txt", "--format", "jsonl", "--indent", "2"],
            "--indent is for --format json: in JSON Lines a record stands on one line",
        ),
        (["parse", "{here}/article.txt", "--indent", "x"], "argument --indent: expected a number of spaces, got 'x' (see newsevents parse --help)"),
        (["parse", "{here}/article.txt", "--indent", "100"], "argument --indent: expected a number of spaces, got '100' (see newsevents parse --help)"),
        (["parse", "{here}/article.txt", "--max-length", "many"], "argument --max-length: expected a number, got 'many' (see newsevents parse --help)"),
        (
            ["parse", "{here}/records.jsonl", "{here}/article.txt", "--max-length", "83"],
            "{here}/records.jsonl: expected at most 83 characters, got more (see --max-length)",
        ),
        (["parse", "-", "-"], "the standard input (-) can be read once only"),
        (["parse", "{here}/article.txt", "-o", "{here}/article.txt"], "{here}/article.txt: is also a FILE to read"),
        (["parse", "{here}/article.txt", "-o", "{here}/no/out.json"], "{here}/no/out.json: No such file or directory"),
        (["parse", "{here}/article.txt", "-o", "{here}"], "{here}: Is a directory"),
        (["parse"], "the following arguments are required: FILE (see newsevents parse --help)"),
        (["parse", "{here}/article.txt", "--lang", "fr"], "unrecognized arguments: --lang fr (see newsevents --help)"),
        ([], "the following arguments are required: COMMAND (see newsevents --help)"),
        (["convert", "{here}/missing"], "{here}/missing: No such file or directory"),
        (["convert", "{here}/records.jsonl", "--format", "json"], "one JSON text holds one record, and there are several: write them with --format jsonl"),
        (["convert", "{here}/empty.jsonl", "--format", "json"], "{here}/empty.jsonl: there is no record in it"),
        (["convert", "{here}/cut.jsonl.gz"], "{here}/cut.jsonl.gz: Compressed file ended before the end-of-stream marker was reached"),
        (["convert", "{here}/broken.jsonl.gz"], "{here}/broken.jsonl.gz: Error -3 while decompressing data: invalid block type"),
        (["convert", "{here}/article.jsonl.gz"], "{here}/article.jsonl.gz: Not a gzipped file (b'Le')"),
        (["validate", "{here}/missing"], "{here}/missing: No such file or directory"),
        (["validate", "{here}"], "{here}: Is a directory"),
    ],
)
def test_refusals(arguments: list[str], complaint: str, article: Path, lines: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What cannot be done is told in one line, with exit code 2 and nothing on the standard output."""
    (tmp_path / "latin.txt").write_bytes("café\n".encode("latin-1"))
    (tmp_path / "empty.jsonl").touch()
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(lines.read_bytes())[:-10])
    (tmp_path / "broken.jsonl.gz").write_bytes(gzip.compress(lines.read_bytes())[:10] + b"\xff" * 20)
    (tmp_path / "article.jsonl.gz").write_bytes(article.read_bytes())
    facts = {"here": tmp_path, "languages": ", ".join(languages())}
    assert _refusal(capfd, [argument.format(**facts) for argument in arguments]) == complaint.format(**facts)


@pytest.mark.skipif(os.name != "posix", reason="such names are for POSIX systems")
def test_hostile_names_and_keys_stay_on_one_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What would break a line or steer a terminal is escaped, in complaints and in what `validate` tells."""
    bad = tmp_path / "a\nb\x1b[31m\u202e.json"
    shown = f"{tmp_path}/a\\nb\\x1b[31m\\u202e.json"
    assert _refusal(capfd, ["parse", str(bad)]) == f"{shown}: No such file or directory"
    record = json.loads(to_json(parse("")))
    bad.write_text(json.dumps(record | {"x\ny": 1}), "utf-8")
    assert main(["validate", str(bad)]) == 1
    assert capfd.readouterr().out.splitlines() == [f"{shown}:1: Record.x\\ny: unknown key 'x\\ny' @ $['x\\ny']", f"{shown}: 0 valid, 1 invalid"]


def test_a_closed_pipe_is_no_error(lines: Path) -> None:
    """Whoever reads the output may stop: no complaint, and the exit code says so."""
    command = [sys.executable, "-m", "newsevents", "convert", *[str(lines)] * 100]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full and a POSIX shell")  # noqa: PTH110
@pytest.mark.parametrize(
    ("redirection", "command", "complaint"),
    [
        ("> /dev/full", "schema", "No space left on device"),
        ("> /dev/full", "parse {article}", "No space left on device"),
        ("", "parse {article} -o /dev/full", "/dev/full: No space left on device"),
        (">&-", "parse {article}", "the standard output is closed"),
        (">&-", "languages", "the standard output is closed"),
        (">&-", "validate {lines}", "the standard output is closed"),
        ("<&-", "parse -", "the standard input is closed"),
        ("<&-", "convert -", "the standard input is closed"),
        ("", "parse /dev/zero --max-length 1000", "/dev/zero: expected at most 1000 characters, got more (see --max-length)"),
    ],
)
def test_streams_that_are_full_closed_or_endless(redirection: str, command: str, complaint: str, article: Path, lines: Path) -> None:
    """One line of complaint, exit code 2, and nothing more when the process ends."""
    arguments = command.format(article=article, lines=lines)
    done = subprocess.run(["sh", "-c", f"'{sys.executable}' -m newsevents {arguments} {redirection}"], check=False, capture_output=True, timeout=120)  # noqa: S607
    assert done.returncode == 2
    assert done.stderr.decode() == f"newsevents: {complaint}\n"


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
def test_a_killed_process_leaves_what_was_there(lines: Path, tmp_path: Path) -> None:
    """The file takes its name only once it is whole, even if nobody is left to clean up."""
    out = tmp_path / "out.jsonl"
    out.write_text("before", "utf-8")
    command = [sys.executable, "-m", "newsevents", "convert", *[str(lines)] * 3000, "-o", str(out)]
    with subprocess.Popen(command) as process:
        while process.poll() is None and not any(path.stat().st_size for path in tmp_path.glob(".out.jsonl.*.part")):
            time.sleep(0.01)
        process.kill()
    assert process.returncode == -9
    assert out.read_text("utf-8") == "before"


def test_an_interruption_is_told_by_the_exit_code_alone(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C leaves no traceback and no half-written file."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsevents.parser.Parser.parse", interrupt)
    assert main(["parse", str(article), "-o", str(tmp_path / "out.json")]) == 130
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == [article]


def test_json_lines_become_json_and_back(lines: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`convert` keeps every record: JSON Lines, JSON, compressed, on one line or indented."""
    first, second = lines.read_text("utf-8").splitlines()
    one, other, packed = tmp_path / "one.json", tmp_path / "other.json.gz", tmp_path / "all.jsonl.gz"
    one.write_text(first, "utf-8")
    (tmp_path / "second.jsonl").write_text(second, "utf-8")
    assert main(["convert", str(tmp_path / "second.jsonl"), "--indent", "2", "-o", str(other)]) == 0
    assert json.loads(gzip.decompress(other.read_bytes())) == json.loads(second)
    assert main(["convert", str(one), str(other), "-o", str(packed)]) == 0
    assert gzip.decompress(packed.read_bytes()) == lines.read_bytes()
    assert main(["convert", str(packed)]) == 0
    assert capfd.readouterr().out == lines.read_text("utf-8")


def test_a_record_that_is_none_stops_the_conversion(lines: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Nothing is written, and the complaint names file and line and counts the rest."""
    broken = json.loads(lines.read_text("utf-8").splitlines()[0])
    broken["article"] |= {"title": 3, "url": 4}
    with lines.open("a", encoding="utf-8") as file:
        file.write(json.dumps(broken))
    expected = "Article.title: expected a string or null, got int @ $.article.title (and 1 more: see newsevents validate)"
    assert _refusal(capfd, ["convert", str(lines)]) == f"{lines}:3: {expected}"


def test_validate_counts_what_is_valid(lines: Path, article: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Records that are right are counted."""
    indented = lines.with_name("indented.json")
    assert main(["parse", str(article), "--indent", "1", "-o", str(indented)]) == 0
    assert main(["validate", str(lines), str(indented)]) == 0
    assert capfd.readouterr().out == f"{lines}: 2 valid, 0 invalid\n{indented}: 1 valid, 0 invalid\n"


def test_validate_tells_every_problem_with_its_line_and_path(lines: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Every problem is told, each with file, line and JSON path, and the exit code is 1."""
    broken = json.loads(lines.read_text("utf-8").splitlines()[0])
    broken["actors"][0] |= {"name": 3, "kind": "ship"}
    with lines.open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps(broken) + "\noops\n")
    assert main(["validate", str(lines)]) == 1
    told = capfd.readouterr().out.splitlines()
    assert told[0] == f"{lines}:4: Actor.name: expected a string, got int @ $.actors[0].name"
    assert told[1].startswith(f"{lines}:4: Actor.kind: expected ")
    assert told[1].endswith(" @ $.actors[0].kind")
    assert told[2].startswith(f"{lines}:5: Record: expected JSON, got 'oops'")
    assert told[3:] == [f"{lines}: 2 valid, 2 invalid"]


def test_records_of_a_newer_version_are_noted(lines: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What this version does not know is left out, and said."""
    newer = json.loads(lines.read_text("utf-8").splitlines()[0]) | {"schema": "newsevents/1.9", "mood": "gloomy"}
    lines.write_text(json.dumps(newer) + "\n", "utf-8")
    note = f"{lines}:1: note: left out $.mood: this version of the library does not know it"
    assert main(["validate", str(lines)]) == 0
    assert note in capfd.readouterr().out.splitlines()
    assert main(["convert", str(lines)]) == 0
    captured = capfd.readouterr()
    assert "mood" not in captured.out
    assert "left out $.mood" in captured.err


def test_the_schema(capfd: pytest.CaptureFixture[str]) -> None:
    """`schema` shows the JSON Schema of a record."""
    assert main(["schema"]) == 0
    assert json.loads(capfd.readouterr().out) == json_schema()


def test_the_languages(capfd: pytest.CaptureFixture[str]) -> None:
    """`languages` lists the packs, one a line."""
    assert main(["languages"]) == 0
    rows = [line.split("\t") for line in capfd.readouterr().out.splitlines()]
    assert [row[0] for row in rows] == list(languages())
    assert all(len(row) == 3 and all(row) for row in rows)


@pytest.mark.parametrize(("argument", "shown"), [("--version", f"newsevents {__version__}\n"), ("--help", "usage: newsevents")])
def test_what_is_shown_before_anything_is_done(argument: str, shown: str) -> None:
    """`--version` and `--help` go to the standard output."""
    done = _command(argument)
    assert done.returncode == 0
    assert done.stdout.decode().startswith(shown)
    assert done.stderr == b""


def test_an_explanation_tells_the_words_that_decided(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """For people: type, status, participants, time and source of an event, each with its words; several files with a heading each."""
    path = tmp_path / "article.txt"
    path.write_text("Anna Berg said on Monday that Germany would not send tanks to Ukraine.\n", "utf-8")
    assert main(["parse", "--explain", str(path), "--published", "2025-10-17"]) == 0
    told = capfd.readouterr().out
    for line in (
        "s30 indirect, say",
        '  speaker    "Anna Berg" 0-9: Anna Berg',
        '  time       "Monday" 18-24: 2025-10-13, rule weekday',
        "e38 AID, military",
        '  status     negated by "not" 44-47',
        '  agent      "Germany" 30-37: Germany',
        '  said in    s30 "said" 10-14',
    ):
        assert line in told.splitlines()
    assert main(["parse", "--explain", str(path), str(path)]) == 0
    assert capfd.readouterr().out.count(f"{path}\n\n") == 2
    assert "--format" in _refusal(capfd, ["parse", "--explain", "--format", "json", str(path)])
