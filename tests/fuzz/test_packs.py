"""A language pack that holds something wrong is refused with a `PackError`, on loading or on first use."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given

from newsevents import PackError, Parser, from_json, to_json
from newsevents.lexicon.installed import recognise
from newsevents.lexicon.pack import Pack
from newsevents.mentions.times import TimeGrammar
from tests.fuzz.mutations import packs
from tests.test_invented_language import TEXT


@given(packs())
def test_pack(files: dict[str, bytes | None]) -> None:
    """A small pack with some of its files spoiled: it is refused with a `PackError`, or an article can be read with it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            if content is None:
                path.mkdir()
            else:
                path.write_bytes(content)
        try:
            pack = Pack(Path(folder))
            assert all(
                part is not None for part in (pack.roles, pack.events, pack.aspects, pack.gazetteer, pack.event_verbs, pack.event_nouns, pack.not_events)
            )
            pack.load(TimeGrammar.load)
            record = Parser(pack=folder).parse(TEXT, published="2025-10-17")
        except PackError as error:
            assert error.problems
            assert all(Path(folder).name in problem for problem in error.problems)
            return
        assert from_json(to_json(record)) == record
    assert recognise(TEXT) is None
