"""The command line over hostile files and names: one line of complaint, an exit code that says what is the matter, and nothing half written."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import sys
import tempfile
from pathlib import Path
from typing import Final
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from newsevents.cli import main
from tests.fuzz.mutations import cut_up, documents
from tests.strategies import characters

_LINE: Final = [document.encode() + b"\n" for document in documents()]
_ENDINGS: Final = ("", ".txt", ".json", ".jsonl", ".ndjson", ".gz", ".jsonl.gz", ".json.GZ", ".zst", ".part", ".")


def _is_name(name: bytes) -> bool:
    """Tell whether a file of a folder can have a name."""
    return name not in {b"", b".", b".."} and b"/" not in name and b"\0" not in name and len(name) < 200


_names = st.one_of(
    st.tuples(st.text(characters, max_size=6), st.sampled_from(_ENDINGS)).map(lambda parts: "".join(parts).encode()),
    st.binary(max_size=6),
    st.sampled_from([b"-", b"--", b"-o", b"--help", b"a\nb", b"\x1b[31m", b"\xff\xfe", b"a b.jsonl", b"%s{}"]),
).filter(_is_name)

_contents = st.one_of(
    st.sampled_from(_LINE),
    st.lists(st.sampled_from(_LINE), max_size=3).map(b"".join),
    st.sampled_from(_LINE).flatmap(cut_up),
    st.binary(max_size=40),
    st.sampled_from(_LINE).map(gzip.compress),
    st.sampled_from(_LINE).map(gzip.compress).flatmap(cut_up),
    st.text(characters, max_size=40).map(str.encode),
    st.sampled_from([b"", b"\n", b"\xef\xbb\xbf", b"\x00" * 50, b"[" * 5000, b"null\n", b"{}\n{}\n", b'"' * 99]),
)

_options = st.lists(
    st.one_of(
        st.sampled_from([["--format", "json"], ["--format", "jsonl"], ["--format", "x"], ["--indent", "2"], ["--indent", "-1"], ["--indent", "9" * 5], ["-x"]]),
        st.sampled_from(
            [["--language", "fr"], ["--language", "xx"], ["--language", ""], ["--language", "\ud800"], ["--published", "2025-10-17"], ["--published", ""]]
        ),
        st.sampled_from([["--published", "2025-99-99"], ["--published", "\u0662"], ["--id", ""], ["--title", "\udcff"], ["--author", "\n"], ["--url", "\x00"]]),
    ),
    max_size=2,
).map(lambda lists: [word for one in lists for word in one])


@given(
    st.sampled_from(["parse", "convert", "validate", "schema", "languages", "", "pack"]),
    st.dictionaries(_names, _contents, min_size=1, max_size=3),
    _options,
    st.none() | _names,
    st.booleans(),
)
def test_command(command: str, contents: dict[bytes, bytes], options: list[str], output: bytes | None, is_folder: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever is asked, it is done or refused."""
    with tempfile.TemporaryDirectory() as folder:
        here = os.fsencode(folder)
        for name, content in contents.items():
            Path(os.fsdecode(os.path.join(here, name))).write_bytes(content)  # noqa: PTH118 - bytes
        files = [os.fsdecode(os.path.join(here, name)) for name in contents]  # noqa: PTH118 - bytes
        if is_folder:
            files.append(folder)
        target = None if output is None else os.path.join(folder, os.fsdecode(output))  # noqa: PTH118 - the name may be anything
        before = {name: Path(folder, name).read_bytes() for name in os.listdir(folder)}  # noqa: PTH208
        out, err = io.TextIOWrapper(io.BytesIO()), io.StringIO()
        code = None
        with mock.patch.object(sys, "stdout", out), contextlib.redirect_stderr(err), contextlib.suppress(SystemExit):
            code = main([command, *files, *options, *([] if target is None else ["-o", target])])
        assert code in {0, 1, 2}, (code, err.getvalue())
        after = {name: Path(folder, name).read_bytes() for name in os.listdir(folder)}  # noqa: PTH208
        if code == 2:
            assert err.getvalue().startswith("newsevents: ")
            assert err.getvalue().splitlines(keepends=True) == [err.getvalue()], err.getvalue()
            assert after == before
            assert command in {"validate", "languages"} or not out.buffer.getvalue()
        else:
            assert set(after) - set(before) <= ({os.path.basename(target)} if target else set())  # noqa: PTH119
