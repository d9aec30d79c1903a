"""What the time stage does whatever the language: shown in languages of a few words made up for this test."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

import pytest

from newsevents.backends.rules import analyse
from newsevents.errors import PackError
from newsevents.lexicon.installed import load_pack
from newsevents.lexicon.tokenizer import fold
from newsevents.mentions.times import TimeGrammar, find_times
from newsevents.model import Modifier, Resolution, TimeExpression, TimeKind
from newsevents.text.analysis import Analysis, Clause

FRIDAY = date(2025, 10, 17)

# An invented language: "lun" and "mar" are days of the week, "zul" is July, "gis" yesterday, "sol" a day, "ab" since.
INVENTED: dict[str, Any] = {
    "order": "dmy",
    "common": ["ab"],
    "words": {
        "weekday": {"lun": 1, "mar": 2},
        "month": {"zul": 7},
        "shift": {"gis": -1},
        "unit": {"sol": "day"},
        "number": {"tri": 3},
        "direction": {"pos": 1},
    },
    "rule": [
        {"name": "date", "read": "date", "type": "day", "patterns": ["<day> <month> <year>", "<day> <month>"]},
        {"name": "weekday", "read": "date", "type": "day", "patterns": ["<weekday>"]},
        {"name": "gis", "read": "shift", "type": "day", "patterns": ["<shift>"], "set": {"unit": "day"}},
        {"name": "later", "read": "counted", "type": "day", "patterns": ["<n> <unit> <direction>"], "set": {"anaphoric": 1}},
        {"name": "length", "read": "duration", "type": "duration", "patterns": ["<n> <unit>"]},
        {"name": "age", "read": "nothing", "patterns": ["vek <n> <unit>"]},
    ],
    "join": [{"name": "range", "read": "range", "type": "range", "patterns": ["{day:a} ad {day:b}"]}],
    "preposition": [{"words": ["ab"], "modifier": "since", "direction": "past"}],
    "tense": {"future": ["vil"]},
}


def _analysis(text: str, *, tense: str | None = None, form: str = "finite") -> Analysis:
    """Read a text in one sentence and, where a tense is given, one clause that holds it all."""
    pieces = list(re.finditer(r"\w+|[^\w\s]", text))
    size = len(pieces)
    norms = [fold(piece.group()) for piece in pieces]
    clause = Clause(
        first=0, last=1, head=0, lemma="x", form=form, tense=tense or "", passive=False, reflexive=False, negated=False, modals=(), person=3, plural=False,
        subjects=(), objects=(), obliques=(), relation="root", governor=-1, begin=0, end=size, marker=-1, pronoun=-1, inverted=False, sentence=0,
    )  # fmt: skip
    return Analysis(
        text=text,
        folded=fold(text),
        starts=[piece.start() for piece in pieces],
        ends=[piece.end() for piece in pieces],
        norms=norms,
        canonical=norms,
        shapes="l" * size,
        tags="N" * size,
        lemmas=norms,
        sentences=[(0, size)] if size else [],
        sentence_of=[0] * size,
        paragraphs=[0] * size,
        quotations=[],
        quoted=[-1] * size,
        chunks=[],
        chunk_of=[-1] * size,
        clauses=[] if tense is None else [clause],
        clause_of=[-1 if tense is None else 0] * size,
    )


def _times(text: str, published: date | None = FRIDAY, *, tense: str | None = None, raw: dict[str, Any] | None = None) -> tuple[TimeExpression, ...]:
    """Find the times of a text in the invented language."""
    return find_times(_analysis(text, tense=tense), TimeGrammar.from_dict(raw or INVENTED), published)


def _values(text: str, published: date | None = FRIDAY, *, tense: str | None = None) -> list[str | None]:
    """Give the values of a text in the invented language."""
    return [time.value for time in _times(text, published, tense=tense)]


def _changed(**tables: Any) -> dict[str, Any]:
    """Give the invented language with other tables."""
    return {**INVENTED, **tables}


def test_an_invented_language_is_read_by_its_data_alone() -> None:
    """No word of a language is in the code."""
    assert _values("kor 3 zul 2019, gis ve lun") == ["2019-07-03", "2025-10-16", "2025-10-13"]


def test_a_bare_weekday_is_the_most_recent() -> None:
    """Without a clause the past is assumed; the day of publication counts."""
    assert _values("mar") == ["2025-10-14"]
    assert _values("mar", date(2025, 10, 14)) == ["2025-10-14"]


@pytest.mark.parametrize(("tense", "expected"), [("past", "2025-10-13"), ("future", "2025-10-20"), ("conditional", "2025-10-20"), ("present", "2025-10-13")])
def test_the_governing_tense_tells_the_side(tense: str, expected: str) -> None:
    """A future-marked verb looks to the next such day."""
    assert _values("lun", tense=tense) == [expected]


def test_a_word_that_plans_looks_ahead() -> None:
    """The pack's planning words decide before the tense."""
    assert _values("vil kor lun", tense="past") == ["2025-10-20"]


def test_a_preposition_stays_outside_and_opens_the_end() -> None:
    """Since keeps the value, leaves the latest day open and looks back."""
    (time,) = _times("kor ab lun", tense="future")
    assert (time.span.text, time.value, time.modifier) == ("lun", "2025-10-13", Modifier.SINCE)
    assert (time.earliest, time.latest) == (date(2025, 10, 13), None)


def test_without_publication_relative_times_stay_unresolved() -> None:
    """What counts from a day nobody gave has no value; what names its year has."""
    relative, named = _times("gis ve 3 zul 2019", None)
    assert (relative.value, relative.resolution, relative.earliest) == (None, Resolution.UNRESOLVED, None)
    assert (named.value, named.resolution) == ("2019-07-03", Resolution.EXPLICIT)


def test_a_date_of_the_text_is_leaned_on_and_named() -> None:
    """Three days later names the expression it counts from."""
    first, later = _times("3 zul 2019 kor tri sol pos")
    assert (later.value, later.resolution, later.anchor_id) == ("2019-07-06", Resolution.ANAPHORIC, first.id)


def test_later_never_counts_from_publication() -> None:
    """With no date in the text, three days later is no date."""
    (time,) = _times("tri sol pos")
    assert (time.value, time.anchor_id) == (None, None)


def test_two_days_join_to_a_range() -> None:
    """A join spans both, the first taking the year of the second."""
    (time,) = _times("3 zul ad 5 zul 2019")
    assert (time.span.text, time.value, time.rule) == ("3 zul ad 5 zul 2019", "2019-07-03/2019-07-05", "range")


def test_what_is_no_time_is_kept_from_every_rule() -> None:
    """A rule that reads nothing takes its words."""
    assert _values("vek tri sol") == []
    assert _values("tri sol") == ["P3D"]


@pytest.mark.parametrize("text", ["31 zul 2019", "32 zul 2019", "0 zul 2019", "3 zul 99999"])
def test_a_day_the_calendar_lacks_is_no_date(text: str) -> None:
    """Only the 31st of July exists, and no year of five figures."""
    expected = {"31 zul 2019": ["2019-07-31"], "3 zul 99999": ["2025-07-03"]}
    assert _values(text) == expected.get(text, [])


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_errors(day: date) -> None:
    """Where a neighbour lies outside the calendar, the value stays open."""
    for time in _times("gis lun mar zul 3 zul tri sol pos 31 zul ad 3 zul", day):
        assert time.earliest is None or date.min <= time.earliest


def test_nothing_is_found_in_nothing() -> None:
    """An empty text has no times."""
    assert _values("") == []


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        ({"extra": 1}, r"extra fields found \(extra\) @ x/times.toml:\$"),
        ({"order": 3}, r"expected str, got int @ x/times.toml:\$.order"),
        ({"rule": [{"name": "a", "read": "date"}]}, r"required field missing @ x/times.toml:\$.rule\[0\].patterns"),
        ({"rule": [{"name": "a", "read": "dates", "patterns": ["x"]}]}, r"no reading 'dates'.*\$.rule\[0\] \(a\)"),
        ({"rule": [{"name": "a", "read": "date", "patterns": ["<none>"]}]}, r"no class <none>.*\$.rule\[0\]"),
        ({"rule": [{"name": "a", "read": "date", "patterns": ["@none"]}]}, r"no macro @none.*\$.rule\[0\]"),
        ({"rule": [{"name": "a", "read": "date", "type": "dais", "patterns": ["x"]}]}, r"no type 'dais'.*\$.rule\[0\]"),
        ({"rule": [{"name": "a", "read": "date", "patterns": ["(x"]}]}, r"bracket.*\$.rule\[0\]"),
        ({"rule": [{"name": "a", "read": "date", "patterns": ["x)"]}]}, r"bracket.*\$.rule\[0\]"),
        ({"rule": [{"name": "a", "read": "date", "patterns": ["x?"]}]}, r"matches nothing at all.*\$.rule\[0\]"),
        ({"macros": {"m": "@m"}, "rule": [{"name": "a", "read": "date", "patterns": ["@m"]}]}, r"macro holds itself.*\$.rule\[0\]"),
        ({"join": [{"name": "a", "read": "range", "patterns": ["{dais}"]}]}, r"no type 'dais'.*\$.join\[0\]"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_place(tables: dict[str, Any], fault: str) -> None:
    """Strict reading says what is wrong, in which file and where."""
    with pytest.raises(PackError, match=fault):
        TimeGrammar.from_dict(_changed(**tables), "x/times.toml")


def test_a_missing_file_is_named(tmp_path: Any) -> None:
    """A folder without the file is refused."""
    with pytest.raises(PackError, match=r"the file is missing @ .*/times\.toml"):
        TimeGrammar.load(tmp_path)


def test_broken_toml_is_named(tmp_path: Any) -> None:
    """A file that is no TOML is refused with its name."""
    (tmp_path / "times.toml").write_text("order = ", "utf-8")
    with pytest.raises(PackError, match=r"no valid TOML: .* @ .*/times\.toml"):
        TimeGrammar.load(tmp_path)


def _french(text: str) -> tuple[TimeExpression, ...]:
    """Find the times of a French text."""
    pack = load_pack("fr")
    return find_times(analyse(text, pack)[0], pack.load(TimeGrammar.load), FRIDAY)


def test_decomposed_text_gives_the_same_times_at_its_own_offsets() -> None:
    """NFC and NFD text give the same findings; every span is a slice of the text as received."""
    text = "La réunion a eu lieu en août dernier, après l'été 2023, à l’aube du 3 février."
    decomposed = unicodedata.normalize("NFD", text)
    composed_times, times = _french(text), _french(decomposed)
    assert len(times) == 3
    assert [(time.value, time.rule) for time in times] == [(time.value, time.rule) for time in composed_times]
    assert all(decomposed[time.span.start : time.span.end] == time.span.text for time in times)


def test_a_paragraph_ends_an_expression() -> None:
    """A date line is not joined to the paragraph below it, hard-wrapped lines are one."""
    first, second = _french("12 juin\n\n2018 a été une année de crise.")
    assert (first.span.text, second.span.text) == ("12 juin", "2018")


def test_kinds_and_rules_are_told() -> None:
    """Each expression says what it denotes and which rule read it."""
    found = [(time.kind, time.rule) for time in _french("Hier, pendant deux heures, comme chaque année à Paris.")]
    assert found == [(TimeKind.DATE, "day-from-now"), (TimeKind.DURATION, "duration"), (TimeKind.SET, "set")]


def test_a_clock_carries_its_zone() -> None:
    """The zone the text names stands beside the local time."""
    (time,) = _french("Le séisme a frappé jeudi à 4 h 20 (heure locale).")
    assert (time.value, time.zone) == ("2025-10-16T04:20", "local")
