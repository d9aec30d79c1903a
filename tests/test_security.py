"""What SECURITY.md promises: no code is run, nothing is fetched, no file is opened that was not given, whatever an input is called or says.

That any text and any JSON can be read, in linear time, is held by tests/fuzz, tests/property and tests/test_linear.py; that a failure leaves
what was there before, by tests/serialization/test_lines.py and tests/test_cli.py.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import newsevents
from newsevents import PackError, Parser, RecordError, UnknownLanguageError, from_dict, parse, read_jsonl, to_dict, write_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(newsevents.__file__).parent
TRAVERSALS: Final = [
    "../../etc/passwd",
    "/etc/passwd",
    "..\\..\\x",
    "fr/../../x",
    "file:///etc/passwd",
    "fr/cases",
    ".",
    "..",
    "~",
    "$HOME",
    "fr\x00",
    "%2e%2e/x",
]
RUNNING: Final = {"eval", "exec", "compile", "__import__", "execfile", "breakpoint", "input"}
MODULES: Final = {"pickle", "marshal", "shelve", "dill", "joblib", "code", "codeop", "ctypes", "cffi", "subprocess", "pty", "runpy", "yaml", "commands"}
# Those that import a module by its name: the library's own on first use, and what is optional. The names stand in them.
BY_NAME: Final = {"__init__.py", "serialization/files.py", "serialization/accelerator.py"}


def _calls(path: Path) -> Iterator[tuple[ast.Call, str, str]]:
    """Give the calls of a module: what is called, and of what it is an attribute."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name):
                    yield node, "", name
                case ast.Attribute(value=owner, attr=name):
                    yield node, owner.id if isinstance(owner, ast.Name) else "", name


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_is_run(path: Path) -> None:
    """Nothing is evaluated, unpickled or handed to a shell, and what is imported is named in the code."""
    name = path.relative_to(ROOT).as_posix()
    for call, owner, function in _calls(path):
        assert owner or function not in RUNNING, f"{name}:{call.lineno}: {function}"
        assert (owner, function) not in {("os", "system"), ("os", "popen"), ("os", "execv"), ("os", "startfile")}, f"{name}:{call.lineno}: {owner}.{function}"
        if function == "import_module":
            assert name in BY_NAME, f"{name}:{call.lineno}: {function}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            assert not MODULES & {module.partition(".")[0] for module in imported}, f"{name}:{node.lineno}: {imported}"


@pytest.mark.parametrize("tag", TRAVERSALS)
def test_a_language_is_no_path(tag: str) -> None:
    """Whoever names the language of a text names a pack that is installed, or nothing."""
    with pytest.raises((UnknownLanguageError, RecordError)):
        parse("Il pleut.", language=tag)
    with pytest.raises(UnknownLanguageError):
        Parser(language=tag)


@pytest.mark.parametrize("name", TRAVERSALS)
def test_no_value_of_a_record_is_a_path(name: str, tmp_path: Path) -> None:
    """Whatever an article, a publisher or a pack is called, only the file that was named is written."""
    document = to_dict(parse("Paris a condamné l'attaque.", language="fr", id=name, url=name, publisher=name, title=name))
    document["provenance"] |= {"library": name, "pack": name, "backend": name}
    record = from_dict(document)
    write_jsonl([record], tmp_path / "records.jsonl")
    assert list(read_jsonl(tmp_path / "records.jsonl")) == [record]
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]
    assert [path.name for path in tmp_path.parent.iterdir() if path.name.startswith(".records")] == []


def test_a_pack_names_no_file(tmp_path: Path) -> None:
    """The files of a pack have the names that the library gives them; a link to one that is no pack's is read as what it is, and refused."""
    (tmp_path / "pack.toml").symlink_to("/etc/passwd")
    with pytest.raises(PackError):
        Parser(pack=tmp_path)


def test_nothing_is_fetched_and_no_other_file_is_opened(tmp_path: Path) -> None:
    """Reading, writing and checking open the library's own files and those that are given; no connection, no process, no shell."""
    given = tmp_path / "given.jsonl"
    text = (
        "« Voir http://example.org/x », a dit Jean Martin, file:///etc/passwd, jeudi à Paris. ${jndi:ldap://x} `rm -rf /` $(id) {{7*7}} <!ENTITY x SYSTEM 'y'>"
    )
    program = """
import json, sys
seen = []
watching = False
def see(event, facts):
    if watching and event != "import":
        seen.append((event, str(facts[0]) if facts else ""))
sys.addaudithook(see)
import newsevents, newsevents.cli, attr, cattrs, dateutil.relativedelta, dateutil.easter, encodings.idna, difflib, argparse, tempfile
watching = True
text, given = sys.argv[1:]
records = [newsevents.parse(text, language=language, published="2025-10-17", url="http://example.org") for language in ("fr", "en", None)]
newsevents.write_jsonl(records, given)
assert list(newsevents.read_jsonl(given)) == records
assert newsevents.cli.main(["validate", given]) == 0
watching = False
print(json.dumps(seen))
"""
    done = subprocess.run([sys.executable, "-c", program, text, str(given)], check=True, capture_output=True, timeout=120)
    seen = json.loads(done.stdout.splitlines()[-1])
    connections = (
        "socket.",
        "subprocess.",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.fork",
        "urllib.",
        "http.",
        "ftplib.",
        "pickle.",
        "ctypes.",
        "marshal.load",
    )
    assert [event for event, _ in seen if event.startswith(connections) and event != "marshal.loads"] == []
    opened = {path for event, path in seen if event == "open"}
    allowed = (str(ROOT), str(tmp_path), *sys.path[1:], sys.prefix, sys.base_prefix)
    assert [path for path in opened if not path.isdigit() and not path.startswith(tuple(filter(None, allowed)))] == []
    assert [path for path in opened if path.startswith(str(tmp_path)) and not Path(path).name.removeprefix(".").startswith("given.jsonl")] == []
