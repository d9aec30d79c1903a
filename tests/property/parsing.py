"""What the laws of parsing draw from, and how two records are held against each other.

Articles are made of the packs' own examples, which show every construction the packs know of; a salad is made of their words, marks and
random characters, and shows what nobody thought of.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from newsevents import to_dict
from newsevents.lexicon.installed import languages
from tests.cases import LANGUAGES
from tests.strategies import characters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsevents import Record

PUBLISHED: Final = "2025-10-17"
_FINDINGS: Final = ("actors", "places", "times", "statements", "events", "diagnostics")
_IDS: Final = frozenset({"id", "actor_id", "anchor_id", "place_id", "statement_id", "time_id", "utterance_id", "within"})
_ID: Final = re.compile(r"([a-z]+)(\d+)(.*)")


@cache
def examples(language: str) -> tuple[str, ...]:
    """Give the texts of a pack's cases, the longest last."""
    files = sorted((LANGUAGES / language / "cases").glob("*.toml"))
    texts = {case["text"] for path in files for case in tomllib.loads(path.read_text("utf-8"))["case"]}
    return tuple(sorted(texts, key=lambda text: (len(text), text)))


@cache
def _pieces(language: str) -> tuple[str, ...]:
    """Give the words and marks of a pack's cases, each once."""
    return tuple(sorted({piece for text in examples(language) for piece in re.findall(r"\w+|[^\w\s]", text)}))


any_language: st.SearchStrategy[str] = st.sampled_from(languages())
"""A language that has a pack."""


@st.composite
def articles(draw: st.DrawFn, language: str, *, needing: Callable[[str], bool] | None = None) -> str:
    """Draw a text of a pack's examples, in sentences and paragraphs; `needing` tells which examples to take."""
    chosen = [text for text in examples(language) if needing is None or needing(text)]
    texts = draw(st.lists(st.sampled_from(chosen), min_size=1, max_size=4))
    return draw(st.sampled_from([" ", "\n", "\n\n"])).join(texts)


@st.composite
def salads(draw: st.DrawFn, language: str) -> str:
    """Draw words and marks of a pack in any order, with random characters among them."""
    piece = st.one_of(st.sampled_from(_pieces(language)), st.sampled_from(_pieces(language)), st.text(characters, max_size=4))
    gap = st.sampled_from([" ", " ", " ", "", "\n", "\n\n", "\xa0"])
    return "".join(draw(st.lists(st.tuples(piece, gap).map("".join), max_size=40)))


@st.composite
def read(draw: st.DrawFn, text_of: Callable[[str], st.SearchStrategy[str]]) -> tuple[str, str]:
    """Draw a text and its language."""
    language = draw(any_language)
    return draw(text_of(language)), language


def findings(record: Record, *, place: Callable[[int], int] = int, words: Callable[[str], str] = str) -> dict[str, Any]:
    """Give what was found, made comparable: spans as their offsets, without their words, which are the article's.

    Args:
        record: The record.
        place: From an offset of the record's text to one of the text it is held against; also those that identifiers tell.
        words: From a name or title to what it is held against.
    """

    def comparable(key: str, value: Any) -> Any:
        if isinstance(value, list):
            return [comparable(key, one) for one in value]
        if isinstance(value, dict):
            if value.keys() == {"start", "end", "text"}:
                return place(value["start"]), place(value["end"])
            return {name: comparable(name, one) for name, one in value.items()}
        if key in _IDS and value is not None:
            letter, offset, rest = _ID.fullmatch(value).groups()  # type: ignore[union-attr]
            return f"{letter}{place(int(offset))}{rest}"
        return words(value) if isinstance(value, str) else value

    plain = to_dict(record)
    return {name: comparable(name, plain[name]) for name in _FINDINGS}


def rewritten(pieces: Iterable[tuple[str, str]]) -> tuple[str, dict[int, int]]:
    """Write a text another way.

    Args:
        pieces: What the text is made of, and what is written in its place.

    Returns:
        The new text, and from its offsets to those of the old one, where they correspond.
    """
    places = {0: 0}
    old_length, new = 0, ""
    for old, put in pieces:
        for shared in range(1, min(len(old), len(put))):
            places[len(new) + shared] = old_length + shared
        old_length += len(old)
        new += put
        places[len(new)] = old_length
    return new, places


def split(text: str, pattern: str) -> Iterator[str]:
    """Cut a text where a pattern matches, the matches kept."""
    yield from (piece for piece in re.split(f"({pattern})", text) if piece)
