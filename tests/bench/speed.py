"""How fast a text is read: words a second of the whole parse and of each stage, and whether the cost is linear in length.

    python -m tests.bench.speed [FILE …] [--language fr] [--rounds 5]

Without a file, articles are made of the packs' own examples, ten to an article. Every number is the best of some rounds in one process, and is
also told as a multiple of what cutting the same text with a bare regular expression costs there, so that two machines can be compared.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest import mock

from newsevents import Parser, parser, to_json
from newsevents.lexicon.installed import languages
from tests.property.parsing import examples

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_TIMES_LONGER: Final = (1, 2, 4, 8, 16, 32)
# How the stages are called where `Parser` calls them.
_STAGE: Final = re.compile(r"analyse|find_\w+|date_statements")


def _best(work: Callable[[], object], rounds: int) -> float:
    """Give the seconds that some work takes, the best of some rounds."""
    seconds = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begin)
    return min(seconds)


def best_in_turn(calls: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Give the seconds of processor time that each piece of work takes, the best of some rounds in which all take their turn."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, work in calls.items():
            begin = time.process_time()
            work()
            best[name] = min(time.process_time() - begin, best.get(name, float("inf")))
    return best


def articles(language: str, size: int) -> list[str]:
    """Give articles made of some hundred of a pack's examples, so many to an article."""
    sentences = sorted(examples(language), key=hash_free_order)[:400]
    return [" ".join(sentences[at : at + size]) for at in range(0, len(sentences), size)]


def _timed(stage: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    """Give a stage that tells how long it takes."""

    def run(*arguments: Any, **named: Any) -> Any:
        begin = time.perf_counter()
        try:
            return stage(*arguments, **named)
        finally:
            spent[stage.__name__] += time.perf_counter() - begin

    return run


def stages(texts: list[str], reader: Parser, rounds: int) -> dict[str, float]:
    """Give the seconds that each stage takes over some texts, the best of some rounds each."""
    best: dict[str, float] = {}
    names = [name for name in vars(parser) if _STAGE.fullmatch(name)]
    for _ in range(rounds):
        spent: dict[str, float] = defaultdict(float)
        timed: dict[str, Any] = {name: _timed(getattr(parser, name), spent) for name in names}
        with mock.patch.multiple(parser, **timed):
            for text in texts:
                reader.parse(text, published="2025-10-17")
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in spent.items()}
    return best


def report(language: str, texts: list[str], rounds: int) -> None:
    """Print the tables of one language."""
    reader = Parser(language=language)
    records = [reader.parse(text, published="2025-10-17") for text in texts]
    count = sum(len(_WORD.findall(text)) for text in texts)
    bare = _best(lambda: [_WORD.findall(text) for text in texts], rounds)

    def row(name: str, seconds: float) -> None:
        print(f"  {name:24} {count / seconds:12,.0f} {seconds / bare:10.1f}")

    print(f"\n{language}: {len(texts)} articles of {count / len(texts):.0f} words and marks")
    print(f"  {'':24} {'words/s':>12} {'x regex':>10}")
    row("bare regex", bare)
    whole = _best(lambda: [reader.parse(text, published="2025-10-17") for text in texts], rounds)
    row("parse", whole)
    found = stages(texts, reader, rounds)
    for name, seconds in found.items():
        row(f"  {name}", seconds)
    row("  records and the rest", max(whole - sum(found.values()), 1e-9))
    row("to_json", _best(lambda: [to_json(record) for record in records], rounds))

    article = max(texts, key=len)
    print(f"  the longest article, repeated: {'x':>4} {'words/s':>12} {'cost/words':>12}")
    first = 0.0
    for times in _TIMES_LONGER:
        text = "\n\n".join([article] * times)
        seconds = _best(lambda text=text: reader.parse(text, published="2025-10-17"), rounds) / times  # type: ignore[misc]
        first = first or seconds
        print(f"  {'':30} {times:>4} {len(_WORD.findall(article)) / seconds:12,.0f} {seconds / first:12.2f}")


def main() -> None:
    """Read the arguments and report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("--language", choices=languages())
    arguments.add_argument("--rounds", type=int, default=5)
    asked = arguments.parse_args()
    for language in [asked.language] if asked.language else languages():
        texts = [path.read_bytes().decode() for path in asked.files]
        report(language, texts or articles(language, 10), asked.rounds)


def hash_free_order(text: str) -> tuple[str, str]:
    """Mix examples of all stages and lengths, the same way every time."""
    return text[::-1], text


if __name__ == "__main__":
    main()
