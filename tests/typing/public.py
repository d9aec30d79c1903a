"""How the package itself looks to type checkers, though its names are imported on first use; mypy and pyright read this, nothing runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

import newsevents
from newsevents import Article, Parser, Record, RejectedLine


def read(parser: Parser, text: str) -> None:
    """Reading gives records."""
    assert_type(newsevents.parse(text, language="fr", published="2025-10-17"), Record)
    assert_type(parser.parse(Article.from_text(text)), Record)
    assert_type(parser.parse_many([text, Article.from_text(text)], workers=2), Iterator[Record])
    assert_type(Parser(language="fr", pack=Path("x")), Parser)
    assert_type(newsevents.languages(), tuple[str, ...])


def refused(record: Record) -> None:
    """What is no text, and names that are not there, are refused by the checker too."""
    newsevents.parse(b"Paris")  # type: ignore[arg-type]
    newsevents.pasre("Paris")  # type: ignore[attr-defined]
    _ = record.actor_names  # type: ignore[attr-defined]


def write(record: Record, line: RejectedLine) -> None:
    """Serialization takes and gives plain types."""
    assert_type(newsevents.to_json(record, indent=1), str)
    assert_type(newsevents.from_json(b""), Record)
    assert_type(newsevents.json_schema(), dict[str, Any])
    assert_type(newsevents.__version__, str)
    assert_type(line.error, newsevents.RecordError)
