"""What reading costs, beside what others cost in the same run.

    pip install -e ".[bench]"
    python -m spacy download fr_core_news_md
    pytest tests/bench/test_budget.py --benchmark-columns=min,median,ops --benchmark-sort=name

Every group holds its references: a bare regular expression that cuts words (the floor), spaCy's ``fr_core_news_md`` pipeline and textacy's direct
quotations behind it. The figure in brackets is the ratio to the fastest of the group; words a second stand in the extra columns. Texts are the French
articles of ``NEWSEVENTS_DATA/gold`` where that is set, else articles made of the pack's own examples, which are denser than news.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from newsevents import Parser, parser, to_json
from tests.property.parsing import examples

if TYPE_CHECKING:
    from collections.abc import Callable

pytest.importorskip("pytest_benchmark", reason="the extra bench is not installed")

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_PUBLISHED: Final = "2025-10-17"
_STAGES: Final = ("analyse", "find_names", "find_times", "find_actors", "find_places", "find_statements", "find_events")
_FIRST_PARSE: Final = "import sys, newsevents; newsevents.parse(sys.stdin.read(), language='fr', published='2025-10-17')"


def _texts() -> list[str]:
    folder = Path(os.environ.get("NEWSEVENTS_DATA") or ".") / "gold"
    if (found := sorted(folder.glob("*_fr*.txt"))) and "NEWSEVENTS_DATA" in os.environ:
        return [path.read_bytes().decode() for path in found]
    sentences = sorted(examples("fr"), key=lambda text: (text[::-1], text))
    return [" ".join(sentences[at : at + 10]) for at in range(0, 200, 10)]


TEXTS: Final = _texts()
WORDS: Final = sum(len(text.split()) for text in TEXTS)


@pytest.fixture(scope="module")
def reader() -> Parser:
    """Give a parser that has read everything once."""
    made = Parser(language="fr")
    for text in TEXTS:
        made.parse(text, published=_PUBLISHED)
    return made


def _run(benchmark: Any, work: Callable[[], object], *, words: int = WORDS) -> None:
    """Time some work and note words a second."""
    benchmark.pedantic(work, rounds=15, warmup_rounds=1)
    benchmark.extra_info["words/s"] = round(words / benchmark.stats["min"])


# -- the whole parse


@pytest.mark.benchmark(group="whole parse")
def test_bare_regular_expression(benchmark: Any) -> None:
    """The floor: words cut, nothing else."""
    _run(benchmark, lambda: [_WORD.findall(text) for text in TEXTS])


@pytest.mark.benchmark(group="whole parse")
def test_newsevents(benchmark: Any, reader: Parser) -> None:
    """Records of all articles."""
    _run(benchmark, lambda: [reader.parse(text, published=_PUBLISHED) for text in TEXTS])


@pytest.mark.benchmark(group="whole parse")
def test_newsevents_with_json(benchmark: Any, reader: Parser) -> None:
    """Records of all articles, and their JSON."""
    _run(benchmark, lambda: [to_json(reader.parse(text, published=_PUBLISHED)) for text in TEXTS])


@pytest.mark.benchmark(group="whole parse")
def test_spacy(benchmark: Any) -> None:
    """The French pipeline of spaCy of the middle size, in a batch: tagger, parser, lemmas and names; no statements, times or events."""
    pipeline = pytest.importorskip("fr_core_news_md").load()
    _run(benchmark, lambda: list(pipeline.pipe(TEXTS)))


@pytest.mark.benchmark(group="whole parse")
def test_textacy(benchmark: Any) -> None:
    """Direct quotations of textacy behind the same pipeline; it refuses articles with an odd number of quotation marks."""
    quotations = pytest.importorskip("textacy.extract").direct_quotations
    pipeline = pytest.importorskip("fr_core_news_md").load()

    def read() -> None:
        for document in pipeline.pipe(TEXTS):
            try:
                list(quotations(document))
            except ValueError:
                continue

    _run(benchmark, read)


# -- the stages


@pytest.mark.benchmark(group="stages")
@pytest.mark.parametrize("stage", _STAGES)
def test_stage(benchmark: Any, reader: Parser, stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One stage over all articles, with the results of the stages before it."""
    calls: list[Callable[[], object]] = []
    real = getattr(parser, stage)

    def noted(*arguments: Any, **named: Any) -> Any:
        calls.append(partial(real, *arguments, **named))
        return real(*arguments, **named)

    monkeypatch.setattr(parser, stage, noted)
    for text in TEXTS:
        reader.parse(text, published=_PUBLISHED)
    _run(benchmark, lambda: [call() for call in calls])


@pytest.mark.benchmark(group="stages")
def test_to_json(benchmark: Any, reader: Parser) -> None:
    """The JSON of all records."""
    records = [reader.parse(text, published=_PUBLISHED) for text in TEXTS]
    _run(benchmark, lambda: [to_json(record) for record in records])


# -- the length of a text


@pytest.mark.benchmark(group="length")
@pytest.mark.parametrize("times", [1, 2, 4, 8, 16])
def test_length(benchmark: Any, reader: Parser, times: int) -> None:
    """One article repeated: words a second must not fall."""
    text = "\n\n".join([max(TEXTS, key=len)] * times)
    _run(benchmark, lambda: reader.parse(text, published=_PUBLISHED), words=len(text.split()))


# -- a fresh process


@pytest.mark.benchmark(group="fresh process")
@pytest.mark.parametrize(
    "code",
    ["pass", "import attrs, cattrs", "import newsevents", _FIRST_PARSE],
    ids=["nothing", "import attrs, cattrs", "import newsevents", "first parse"],
)
def test_fresh_process(benchmark: Any, code: str) -> None:
    """The wall time of a process that does one thing, bytecode there, and the most memory that it held."""
    text = max(TEXTS, key=len).encode()

    def run() -> None:
        subprocess.run([sys.executable, "-c", code], input=text, check=True)

    benchmark.pedantic(run, rounds=8, warmup_rounds=1)
    measured = f"{code}\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    peak = subprocess.run([sys.executable, "-c", measured], input=text, check=True, capture_output=True).stdout
    benchmark.extra_info["peak MB"] = round(int(peak) / 1024, 1)
