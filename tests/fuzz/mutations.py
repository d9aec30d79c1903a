"""What the targets draw from: sound things, and how they are spoiled."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st

from newsevents import parse, to_json
from newsevents.lexicon.installed import languages
from tests.examples import record
from tests.property.parsing import PUBLISHED, examples
from tests.strategies import characters

PACK: Final = Path(__file__).parent.parent / "invented" / "qzv"


@cache
def documents() -> tuple[str, ...]:
    """Give sound records as JSON: one that has everything, and some of the packs' examples."""
    found = [record()]
    for language in languages():
        texts = examples(language)
        found += [parse(text, language=language, published=PUBLISHED) for text in texts[:: len(texts) // 8]]
    return tuple(map(to_json, found))


class Nested(NamedTuple):
    """Stands for lists in lists, which are too deep to be drawn and shown."""

    depth: int


class Huge(NamedTuple):
    """Stands for a power of ten that Python does not write out, neither for whoever looks at what is drawn."""

    digits: int


def unfolded(document: Any) -> Any:
    """Give a document with the lists and numbers in the places that stand for them."""
    if isinstance(document, Huge):
        return 10**document.digits
    if isinstance(document, Nested):
        made: Any = []
        for _ in range(document.depth):
            made = [made]
        return made
    if isinstance(document, dict):
        return {unfolded(key): unfolded(value) for key, value in document.items()}
    return [unfolded(value) for value in document] if isinstance(document, list) else document


_strings = st.one_of(
    st.text(characters, max_size=8),
    st.sampled_from(
        ["", "\x00", "\ud800", "x\udfff", "a0", "e0", "other", "newsevents/1.9", "newsevents/1.0", "newsevents/2.0", "2025-02-30", "2025-10-17", "9999-99"]
    ),
    st.sampled_from(["2025-10-17T00:00:00Z", "2025-10-17T24:00:00+99:99", "P1D", "R/P1W", "../..", "FR", "\u0130\u0130", "a" * 5000, "é" * 300]),
)
json_values: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([2**63, -(2**63), 2**53, 10**400, -1, 0]),
    st.floats(),
    _strings,
    st.lists(st.none() | _strings, max_size=2),
    st.dictionaries(_strings, st.none() | _strings, max_size=2),
    st.sampled_from([10, 60, 70, 900, 3000]).map(Nested),
)
"""Values that JSON can hold, those that make trouble more often than others."""

values: st.SearchStrategy[Any] = json_values | st.sampled_from(
    [Huge(5000), (), ("a",), set(), b"a", {1: 2}, {None: None}, {Huge(5000): 1}, object, 1j, range(3)]
)
"""Values that a dictionary may hold by mistake."""


def _written(key: object) -> str:
    """A key as text; of one that is none its type alone: 10**5000 has too many digits to be written."""
    return key if isinstance(key, str) else type(key).__name__


@st.composite
def spoiled(draw: st.DrawFn, value: st.SearchStrategy[Any]) -> Any:
    """Draw a sound record as a dictionary, with some of it replaced, taken out, put in, doubled or put elsewhere."""
    document = json.loads(draw(st.sampled_from(documents())))
    parts: list[Any] = [None]
    for _ in range(draw(st.integers(1, 5))):
        node, key = document, None
        while isinstance(node, dict | list) and node:
            key = draw(st.sampled_from(sorted(node, key=_written) if isinstance(node, dict) else range(len(node))))
            if not isinstance(node[key], dict | list) or not node[key] or not draw(st.integers(0, 3)):
                break
            node = node[key]
        if key is None or not isinstance(node, dict | list) or not node:
            break
        match draw(st.integers(0, 5)):
            case 0:
                del node[key]
            case 1 if isinstance(node, dict):
                node[draw(_strings | st.sampled_from(sorted(map(_written, node))))] = draw(value)
            case 2 if isinstance(node, list):
                node.append(copy.deepcopy(node[key]))
            case 3:
                parts.append(copy.deepcopy(node[key]))
                node[key] = copy.deepcopy(draw(st.sampled_from(parts[-3:])))
            case _:
                node[key] = draw(value)
    return document


@st.composite
def cut_up(draw: st.DrawFn, sound: bytes) -> bytes:
    """Draw bytes that were sound, with stretches of them taken out, doubled, put elsewhere or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(sound)))
        end = min(len(sound), start + draw(st.integers(0, 40)))
        piece = sound[start:end]
        put = draw(
            st.one_of(
                st.just(b""),
                st.just(piece * 2),
                st.binary(max_size=6),
                st.sampled_from([b"\xff", b"\xed\xa0\x80", b"\x00", b"\xef\xbb\xbf", b"\r\n", b"{" * 3000]),
            )
        )
        sound = sound[:start] + put + sound[end:]
    return sound


# What stands where a pack has a value, and means nothing there or something else.
_TOKENS: Final = (
    '""', '" "', '"x"', "\"'\"", '"|"', '"-"', '"*"', '"("', '"[a"', '"\\u0000"', "[]", '[""]', '["", "x"]', '["x", 3]', '[["x"]]', '[["x", "y"]]', "{}",
    "{ x = 1 }", "0", "-1", "3", "99999999999999999999", "true", "1e400", "nan", "2025-10-17", '"""', "x", "",
)  # fmt: skip
_CELLS: Final = ("", " ", "x", "-", "|", "||", "\x00", "1e400", "nan", "-91", "é", "a'b", "#", "FR", "other", "x" * 300)


@st.composite
def packs(draw: st.DrawFn) -> dict[str, bytes | None]:
    """Draw the files of a small pack with some of them spoiled; `None` for one that is a folder."""
    files: dict[str, bytes | None] = {path.name: path.read_bytes() for path in sorted(PACK.iterdir()) if path.is_file()}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        sound = files[name]
        if sound is None:
            continue
        match draw(st.integers(0, 9)):
            case 0:
                del files[name]
            case 1:
                files[name] = draw(st.sampled_from([None, b"", b"\n", b"\xff", sound.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + sound]))
            case 2:
                files[name] = draw(cut_up(sound))
            case 3 | 4:
                lines = sound.split(b"\n")
                at = draw(st.integers(0, len(lines) - 1))
                lines[at : at + 1] = draw(st.sampled_from([[], [lines[at]] * 2, [lines[at], draw(st.sampled_from(lines))], [lines[at][: len(lines[at]) // 2]]]))
                files[name] = b"\n".join(lines)
            case _:
                files[name] = draw(_other_values(sound, has_cells=name.endswith(".tsv")))
    return files


@st.composite
def _other_values(draw: st.DrawFn, sound: bytes, *, has_cells: bool) -> bytes:
    """Draw a file of which one value is another one."""
    lines = sound.decode(errors="replace").split("\n")
    at = draw(st.integers(0, len(lines) - 1))
    if has_cells:
        cells = lines[at].split("\t")
        cells[draw(st.integers(0, len(cells) - 1))] = draw(st.sampled_from(_CELLS) | st.text(characters, max_size=4))
        lines[at] = "\t".join(cells)
    else:
        key, equals, _ = lines[at].partition("=")
        if equals:
            lines[at] = f"{key}= {draw(st.sampled_from(_TOKENS) | st.text(characters, max_size=4).map(json.dumps))}"
    return "\n".join(lines).encode(errors="surrogatepass")
