"""How the parts of the library stand to each other, read from the source: who imports whom, and what code must not hold."""

from __future__ import annotations

import ast
import importlib.metadata
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import newsevents
from newsevents.lexicon.installed import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(newsevents.__file__).parent
SOURCES: Final = sorted(ROOT.rglob("*.py"))

# A part and the parts it may import, besides itself. What finds (from text to events) and what writes (serialization) meet in the
# record alone; what stands above both sides is told by `ABOVE`.
MAY_IMPORT: Final[dict[str, set[str]]] = {
    "errors": set(),
    "version": set(),
    "model": {"errors"},
    "ontology_reading": {"errors", "ontology"},  # which reads it, and is told by type what of
    "ontology": {"errors", "ontology_reading"},
    "lexicon": {"errors", "model", "ontology"},
    "text": {"errors", "model", "ontology", "lexicon"},
    "backends": {"errors", "model", "ontology", "lexicon", "text"},
    "mentions": {"errors", "model", "ontology", "lexicon", "text"},
    "statements": {"errors", "model", "ontology", "lexicon", "text", "mentions"},
    "events": {"errors", "model", "ontology", "lexicon", "text", "mentions", "statements"},
    "explanation": {"model"},
    "parser": {"errors", "model", "ontology", "lexicon", "text", "backends", "mentions", "statements", "events", "explanation", "version"},
    "serialization": {"errors", "model"},
    "formats": {"errors", "model", "ontology", "serialization"},
    "view": {"errors", "model", "ontology", "serialization"},
}
ABOVE: Final = {"__init__", "__main__", "cli"}
THIRD_PARTY: Final = {"attr", "attrs", "cattr", "cattrs", "dateutil"}
NETWORK: Final = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "urllib", "webbrowser", "xmlrpc"}
CLOCKS: Final = {("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
# Not what Unicode calls modifier letters, one of which is an apostrophe.
LETTERS: Final = {"Lu", "Ll", "Lt", "Lo"}


@cache
def _tree(path: Path) -> ast.Module:
    """Give the syntax tree of a module."""
    return ast.parse(path.read_text("utf-8"), str(path))


def _name(path: Path) -> str:
    """Give the path a module is known by in messages."""
    return path.relative_to(ROOT).as_posix()


def _part(path: Path) -> str:
    """Give the part of the library a module belongs to."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """Give every import of a module: those for type checkers and those inside functions too."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)}:{node.lineno}: a relative import"
            module = node.module or ""
            if module == "newsevents":
                yield from ((node.lineno, f"newsevents.{alias.name}") for alias in node.names)
            else:
                yield node.lineno, module


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """Give every string of a module that is no docstring."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = set()
    for node in ast.walk(_tree(path)):
        body = getattr(node, "body", None)
        if isinstance(node, documented) or isinstance(body, list):
            # the string below an assignment documents what is assigned
            docstrings |= {id(one.value) for one in body or () if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)}
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def _called(path: Path) -> Iterator[tuple[int, str, str]]:
    """Give every call of a module: what the function is called, and of what it is an attribute."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name):
                yield node.lineno, "", function.id
            elif isinstance(function, ast.Attribute):
                owner = function.value
                yield node.lineno, owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", ""), function.attr


def test_every_part_has_its_place() -> None:
    """Whoever adds a part says where it stands."""
    assert {_part(path) for path in SOURCES} <= {*MAY_IMPORT, *ABOVE}


def test_parts_import_only_what_stands_below_them() -> None:
    """The finding side and the writing side stand on the records and never see each other."""
    wrong = []
    for path in SOURCES:
        part = _part(path)
        if part in ABOVE:
            continue
        for line, module in _imports(path):
            head, _, rest = module.partition(".")
            if head == "newsevents":
                wanted = rest.partition(".")[0]
                if wanted != part and wanted not in MAY_IMPORT[part]:
                    wrong.append(f"{_name(path)}:{line}: {part} imports {module}")
    assert wrong == []


def test_nothing_but_the_declared_dependencies_is_imported() -> None:
    """The core needs attrs, cattrs and python-dateutil, and the standard library."""
    wrong = []
    for path in SOURCES:
        for line, module in _imports(path):
            head = module.partition(".")[0]
            if head not in {*sys.stdlib_module_names, *THIRD_PARTY, "newsevents"}:
                wrong.append(f"{_name(path)}:{line}: {module}")
    assert wrong == []


def test_nothing_reaches_the_network() -> None:
    """No module that opens connections is imported."""
    wrong = [f"{_name(path)}:{line}: {module}" for path in SOURCES for line, module in _imports(path) if module.partition(".")[0] in NETWORK]
    assert wrong == []


@pytest.mark.parametrize("folder", ["languages", "ontology"])
def test_data_is_data(folder: str) -> None:
    """There is no code among the data, and no data but text and tables."""
    assert {path.suffix for path in (ROOT / folder).rglob("*") if path.is_file()} <= {".toml", ".tsv", ".txt", ".md"}


def test_code_holds_no_words_of_a_language() -> None:
    """A letter outside ASCII in a string is a word that belongs to a pack."""
    wrong = []
    for path in SOURCES:
        for line, text in _strings(path):
            if any(ord(char) > 127 and unicodedata.category(char) in LETTERS for char in text):
                wrong.append(f"{_name(path)}:{line}: {text!r}")
    assert wrong == []


def test_code_names_no_language() -> None:
    """What is true of one language stands in its pack; code never asks which language it reads."""
    wrong = [f"{_name(path)}:{line}: {text!r}" for path in SOURCES for line, text in _strings(path) if text.partition("-")[0] in languages()]
    assert wrong == []


def test_only_the_command_line_prints_and_exits() -> None:
    """A library neither prints nor ends the program."""
    wrong = []
    for path in SOURCES:
        if _part(path) in {"cli", "__main__"}:
            continue
        for line, owner, function in _called(path):
            if (owner, function) in {("", "print"), ("", "exit"), ("", "quit"), ("sys", "exit"), ("os", "_exit")}:
                wrong.append(f"{_name(path)}:{line}: {function}")
        wrong += [f"{_name(path)}:{node.lineno}: SystemExit" for node in ast.walk(_tree(path)) if isinstance(node, ast.Name) and node.id == "SystemExit"]
    assert wrong == []


def test_nothing_looks_at_a_clock() -> None:
    """The same text gives the same record at any time."""
    wrong = [f"{_name(path)}:{line}: {owner}.{function}" for path in SOURCES for line, owner, function in _called(path) if (owner, function) in CLOCKS]
    assert wrong == []


def test_importing_the_package_does_no_work() -> None:
    """`import newsevents` opens nothing but its own module and loads none of its dependencies; `newsevents.parse` then does."""
    program = """
import sys
opened = []
sys.addaudithook(lambda event, facts: opened.append(str(facts[0])) if event == "open" else None)
import newsevents
loaded = {"attr", "attrs", "cattrs", "dateutil", "msgspec"} & sys.modules.keys()
assert not loaded, loaded
assert not [path for path in opened if not path.endswith((".py", ".pyc", ".so", ".pth"))], opened
assert "newsevents.parser" not in sys.modules
assert set(newsevents.__all__) <= set(dir(newsevents))
newsevents.parse
assert "newsevents.parser" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


def test_the_version_is_that_of_the_distribution() -> None:
    """What the package says of itself is what was installed."""
    assert newsevents.__version__ == importlib.metadata.version("newsevents")


def test_every_public_name_is_there_and_documented() -> None:
    """All of `__all__` can be imported; what is no value has a docstring; nothing else answers."""
    for name in newsevents.__all__:
        value = getattr(newsevents, name)
        assert isinstance(value, str) or value.__doc__, name
    with pytest.raises(AttributeError, match="has no attribute 'pasre'"):
        _ = newsevents.pasre  # type: ignore[attr-defined]
