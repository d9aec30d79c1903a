"""The installed language packs: every file can be read, what they name is there, and their own examples come out right."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from newsevents import parse
from newsevents.lexicon.installed import languages, load_pack
from newsevents.lexicon.reading import read_rows
from newsevents.mentions.times import TimeGrammar
from newsevents.model import EventStatus, PlaceKind
from newsevents.ontology import acts, contexts, event_types, sectors
from tests.cases import case_files, cases, failures, known_gaps

PACKS = [pytest.param(code, id=code) for code in languages()]
FILES = [pytest.param(*file, id="_".join(file)) for file in case_files()]


@cache
def _failures(language: str, stage: str) -> dict[str, list[str]]:
    """Give the cases of a file that are not passed; both tests of them ask."""
    return failures(language, stage)


def _told(found: dict[str, list[str]], texts: list[str]) -> str:
    """Tell what is wrong with each of some cases."""
    return "\n".join("\n    ".join((f"  {text}", *found.get(text, ()))) for text in texts)


@pytest.mark.parametrize(("language", "stage"), FILES)
def test_no_example_of_a_pack_fails_that_did_not(language: str, stage: str) -> None:
    """A case that is not on the list of gaps comes out right."""
    found = _failures(language, stage)
    worse = [text for text in found if text not in set(known_gaps(language, stage))]
    assert not worse, f"{len(worse)} of {len(cases(language, stage))} cases fail that did not:\n{_told(found, worse)}"


@pytest.mark.parametrize(("language", "stage"), FILES)
def test_no_example_of_a_pack_is_on_the_list_that_does_not_fail(language: str, stage: str) -> None:
    """A case that has come to pass, or is gone, leaves the list: run `python tools/known_gaps.py`."""
    found = _failures(language, stage)
    better = [text for text in known_gaps(language, stage) if text not in found]
    assert not better, f"{len(better)} cases are on the list and do not fail; run python tools/known_gaps.py:\n{_told(found, better)}"


@pytest.mark.parametrize(("language", "stage"), FILES)
def test_every_example_has_near_misses_beside_it(language: str, stage: str) -> None:
    """Each file of cases holds texts in which nothing is to be found, and no text twice."""
    texts = [case["text"] for case in cases(language, stage)]
    assert len(texts) == len(set(texts))
    assert any(case.get(stage) == [] for case in cases(language, stage))


@pytest.mark.parametrize(("language", "stage"), FILES)
def test_every_example_may_break_off(language: str, stage: str) -> None:
    """A text may begin and end anywhere: each example is cut in two at another place than the one before it, and both parts are read."""
    for number, case in enumerate(cases(language, stage)):
        words = case["text"].split(" ")
        cut = number % len(words)
        for part in (" ".join(words[:cut]), " ".join(words[cut:])):
            assert parse(part, language=language).article.text == part


@pytest.mark.parametrize("code", PACKS)
def test_every_file_of_a_pack_can_be_read(code: str) -> None:
    """Also those that are read on first use."""
    pack = load_pack(code)
    assert pack.code == code
    assert all((pack.header.name, pack.version, pack.roles, pack.events, pack.aspects, pack.gazetteer, pack.event_verbs, pack.event_nouns, pack.not_events))
    assert pack.load(TimeGrammar.load).rules


@pytest.mark.parametrize("code", PACKS)
def test_what_a_pack_says_of_events_is_in_the_ontology(code: str) -> None:
    """Types, modes, contexts, frames and statuses are those there are."""
    wrong = []
    pack = load_pack(code)
    types = {one.name: {mode.name for mode in one.mode_entries} for one in event_types()}
    statuses = {one.value for one in EventStatus}
    for group in pack.events.group:
        words = [*group.verbs, *group.nouns][:3]
        wrong += [f"type {group.type}: {words}"] if group.type not in types else []
        wrong += [f"mode {group.type} {group.mode}: {words}"] if group.mode and group.mode not in types.get(group.type, ()) else []
        wrong += [f"context {context}: {words}" for context in group.contexts if context not in contexts()]
        wrong += [f"frame {group.frame}: {words}"] if group.frame not in pack.events.frame else []
        wrong += [f"status {group.status}: {words}"] if group.status and group.status not in statuses else []
    assert wrong == []


@pytest.mark.parametrize("code", PACKS)
def test_what_a_pack_says_of_speech_is_in_the_ontology(code: str) -> None:
    """Every act that a verb, adjective, noun or phrase reports is one."""
    reporting = load_pack(code).reporting
    known = {one.name for one in acts()}
    rows: list[Any] = [*reporting.group, *reporting.adjective, *reporting.noun, *reporting.source]
    assert {row.act for row in rows} <= known


@pytest.mark.parametrize("code", PACKS)
def test_gazetteers_hold_what_records_can(code: str) -> None:
    """Two letters a country, degrees on the globe, kinds of places there are; each country once."""
    pack = load_pack(code)
    wrong = []
    countries = [row[0] for row in read_rows(pack.folder, "countries.tsv", 7)]
    assert len(countries) == len(set(countries))
    for kind, name, country, latitude, longitude, *_ in read_rows(pack.folder, "places.tsv", 8):
        is_right = kind in set(PlaceKind) and name and (not country or country in countries)
        if not is_right or not (not latitude or -90 <= float(latitude) <= 90) or not (not longitude or -180 <= float(longitude) <= 180):
            wrong.append(f"places.tsv: {kind} {name} {country} {latitude} {longitude}")
    for name, country, sector_codes, *_ in read_rows(pack.folder, "organizations.tsv", 5):
        if (country and country not in countries) or not set(filter(None, sector_codes.split("|"))) <= sectors().keys():
            wrong.append(f"organizations.tsv: {name} {country} {sector_codes}")
    wrong += [f"given_names.tsv: {row[0]} {row[1]}" for row in read_rows(pack.folder, "given_names.tsv", 2) if row[1] not in {"m", "f", "u"}]
    wrong += [f"countries.tsv: {code}" for code in countries if not (len(code) == 2 and code.isascii() and code.isupper())]
    assert wrong == []
