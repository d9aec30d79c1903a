"""Runs one target under Atheris; see the package's docstring."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import atheris

HERE = Path(__file__).parent


def targets() -> dict[str, str]:
    """Give the modules of this folder by the names of the tests in them."""
    found = {}
    for path in sorted(HERE.glob("test_*.py")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("def test_"):
                found[line.removeprefix("def test_").partition("(")[0]] = f"tests.fuzz.{path.stem}"
    return found


def main(arguments: list[str]) -> None:
    """Run the target that is named, or name them all."""
    known = targets()
    if len(arguments) < 2 or arguments[1] not in known:
        print("\n".join(known))
        sys.exit(0 if len(arguments) < 2 else 2)
    with atheris.instrument_imports(include=["newsevents"]):
        module: Any = importlib.import_module(known[arguments[1]])
    target = getattr(module, f"test_{arguments[1]}")
    # Hypothesis makes nothing of a few bytes, with which libFuzzer would begin
    atheris.Setup([arguments[0], "-len_control=0", "-max_len=4096", *arguments[2:]], target.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
