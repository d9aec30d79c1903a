"""How often a sentence and its translation have the same types of events.

Not a test: run it to see the figure. ``NEWSEVENTS_DATA`` names a folder that holds ``data/pud/<language>.jsonl``, one sentence a line with
an ``id`` that is the same in all languages and its ``text``.

    NEWSEVENTS_DATA=… python tests/bench/events.py fr en [--errors]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

import newsevents


def read(folder: Path, language: str) -> dict[str, str]:
    """The sentences of a language by their id."""
    lines = (folder / f"{language}.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row["text"] for row in map(json.loads, lines)}


def types(text: str, language: str) -> list[str]:
    """The types of a sentence's events, sorted, each once."""
    return sorted({event.type for event in newsevents.parse(text, language=language, published="2017-01-15").events})


def main() -> None:
    """Print the share of pairs with the same types among those in which either language has an event."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("one")
    options.add_argument("other")
    options.add_argument("--errors", action="store_true")
    chosen = options.parse_args()
    if "NEWSEVENTS_DATA" not in os.environ:
        sys.exit("set NEWSEVENTS_DATA to the folder that holds data/pud/")
    folder = Path(os.environ["NEWSEVENTS_DATA"]) / "data" / "pud"
    one, other = read(folder, chosen.one), read(folder, chosen.other)
    pairs = same = shared = 0
    for identity in sorted(one.keys() & other.keys()):
        here, there = types(one[identity], chosen.one), types(other[identity], chosen.other)
        if not here and not there:
            continue
        pairs += 1
        same += here == there
        shared += bool(set(here) & set(there))
        if chosen.errors and here != there:
            print(f"{identity}\n  {chosen.one} {','.join(here):24} {one[identity]}\n  {chosen.other} {','.join(there):24} {other[identity]}")
    print(
        f"{same} of {pairs} pairs with an event have the same types ({same / pairs if pairs else 0:.3f}); "
        f"{shared} share one ({shared / pairs if pairs else 0:.3f})"
    )


if __name__ == "__main__":
    main()
