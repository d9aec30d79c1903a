"""What a record looks like as JSON, and what is refused as one."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
import warnings
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import attrs
import pytest

from newsevents.errors import NewerSchemaWarning, RecordError, SchemaVersionError
from newsevents.model import (
    Article,
    EventStatus,
    MentionKind,
    Place,
    PlaceKind,
    Quantity,
    QuantityKind,
    Record,
    Span,
)
from newsevents.serialization import accelerator, from_dict, from_json, to_dict, to_json
from newsevents.serialization.nesting import depth_of
from newsevents.serialization.problems import problems_told
from tests.examples import record

SAMPLE = Path(__file__).parent / "samples" / "newsevents-1.0.json"
WHOLE = record()
PLAIN = to_dict(WHOLE)


@pytest.fixture(params=["accelerated", "standard"])
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test on both paths."""
    if request.param == "accelerated":
        pytest.importorskip("msgspec")
    else:
        monkeypatch.setattr(accelerator, "_codec", lambda: None)
    name: str = request.param
    return name


def problems(call: Any) -> list[str]:
    """Give everything that is said against a document."""
    with pytest.raises(RecordError) as caught:
        call()
    return [str(problem) for problem in caught.value.problems]


def document(**changes: Any) -> dict[str, Any]:
    """Give the record as a dictionary with some values changed: `actors__0__name=3`; `...` takes the key out."""
    changed = copy.deepcopy(PLAIN)
    for place, value in changes.items():
        node: Any = changed
        steps: list[Any] = [int(step) if step.isdigit() else step for step in place.split("__")]
        last = steps.pop()
        for step in steps:
            node = node[step]
        if value is ...:
            del node[last]
        elif isinstance(node, list) and last == len(node):
            node.append(value)
        else:
            node[last] = value
    return changed


# -- writing -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("path")
def test_the_published_form_does_not_change() -> None:
    """The kept sample of version 1.0 is read and written the same, to the byte."""
    text = SAMPLE.read_text(encoding="utf-8").rstrip("\n")
    assert from_json(text) == WHOLE
    assert to_json(WHOLE) == text


@pytest.mark.usefixtures("path")
def test_the_form_is_canonical() -> None:
    """Sorted keys, no spaces, characters as they are, null for nothing, UTC as Z."""
    text = to_json(WHOLE)
    assert text.startswith('{"actors":[{"country":"FR","id":"a12","identifiers":[],"kind":"person","mentions":[{"kind":"name","span":{"end":25,')
    assert '"title":"Nordal : l\'État refuse de payer"' in text
    assert '"published":"2025-10-17","published_at":"2025-10-17T06:30:00Z"' in text
    assert '"mode":null' in text
    assert "\n" not in text


@pytest.mark.usefixtures("path")
def test_only_json_s_own_characters_are_escaped() -> None:
    """Control characters, the quotation mark and the backslash; nothing else, line separators included."""
    title = '\x00\x1f\t\n"\\/\x7f\u2028é😀'
    text = to_json(Record(article=Article.from_text("", title=title)))
    assert '"title":"\\u0000\\u001f\\t\\n\\"\\\\/\x7f\u2028é😀"' in text


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2025, 10, 17, 6, 30, tzinfo=timezone(timedelta(0))), "2025-10-17T06:30:00Z"),
        (
            datetime(2025, 10, 17, 6, 30, 5, 1200, tzinfo=timezone(timedelta(hours=-3, minutes=-30))),
            "2025-10-17T06:30:05.001200-03:30",
        ),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), "0001-01-01T00:00:00+14:00"),
    ],
)
def test_moments_are_written_with_their_offset(moment: datetime, written: str) -> None:
    """RFC 3339, and the same moment comes back."""
    made = Record(article=Article.from_text("", published=date(1, 1, 1), published_at=moment))
    assert f'"published":"0001-01-01","published_at":"{written}"' in to_json(made)
    assert from_json(to_json(made)) == made


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(("latitude", "written"), [(48, "48.0"), (-0.0, "0.0"), (0.00001, "1e-05"), (47.4979937, "47.49799"), (0.0001, "0.0001")])
def test_coordinates_have_one_form(latitude: float, written: str) -> None:
    """The same bytes with and without the accelerator, tiny numbers too."""
    place = Place(id="p0", name="x", kind=PlaceKind.CITY, latitude=latitude, longitude=0)
    text = to_json(Record(article=Article.from_text(""), places=(place,)))
    assert f'"latitude":{written},"longitude":0.0' in text
    assert to_json(from_json(text)) == text


@pytest.mark.usefixtures("path")
def test_it_can_be_indented_for_people() -> None:
    """Indented text is the same record."""
    text = to_json(WHOLE, indent=2)
    assert text.startswith('{\n  "actors": [\n')
    assert from_json(text) == WHOLE


def test_dictionaries_share_nothing_with_the_record() -> None:
    """Changing one changes nothing else."""
    plain = to_dict(WHOLE)
    plain["actors"].clear()
    plain["article"]["authors"].append("x")
    assert to_dict(WHOLE) == PLAIN


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("thing", [None, {}, "record", Article.from_text(""), [WHOLE]])
def test_only_records_are_written(thing: Any) -> None:
    """Anything else is a mistake of the caller."""
    with pytest.raises(TypeError, match="expected a Record, got"):
        to_json(thing)
    with pytest.raises(TypeError, match="expected a Record, got"):
        to_dict(thing)


# -- reading -------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"actors__0__name": 3}, "Actor.name: expected a string, got int @ $.actors[0].name"),
        ({"actors__0__name": None}, "Actor.name: expected a string, got null @ $.actors[0].name"),
        ({"actors__0__country": 3}, "Actor.country: expected a string or null, got int @ $.actors[0].country"),
        ({"actors__0": "x"}, "Record.actors: expected an object, got str @ $.actors[0]"),
        ({"actors": {}}, "Record.actors: expected an array, got object @ $.actors"),
        ({"actors": "abc"}, "Record.actors: expected an array, got str @ $.actors"),
        ({"actors__0__sectors__0": 1}, "Actor.sectors: expected a string, got int @ $.actors[0].sectors[0]"),
        (
            {"actors__0__mentions__0__span__start": "12"},
            "Span.start: expected an integer, got str @ $.actors[0].mentions[0].span.start",
        ),
        (
            {"actors__0__mentions__0__span__start": 12.0},
            "Span.start: expected an integer, got float @ $.actors[0].mentions[0].span.start",
        ),
        (
            {"actors__0__mentions__0__span__start": True},
            "Span.start: expected an integer, got bool @ $.actors[0].mentions[0].span.start",
        ),
        (
            {"actors__0__mentions__0__span__start": 26},
            "Span.end: expected start (26) or more, got 25 @ $.actors[0].mentions[0].span.end",
        ),
        ({"statements__0__negated": 0}, "Statement.negated: expected a boolean, got int @ $.statements[0].negated"),
        ({"statements__0__negated": "false"}, "Statement.negated: expected a boolean, got str @ $.statements[0].negated"),
        ({"statements__0__content": []}, "Statement.content: expected at least one span, got none @ $.statements[0].content"),
        ({"places__0__latitude": "48"}, "Place.latitude: expected a number or null, got str @ $.places[0].latitude"),
        ({"places__0__latitude": True}, "Place.latitude: expected a number or null, got bool @ $.places[0].latitude"),
        ({"places__0__latitude": 95}, "Place.latitude: expected degrees from -90 to 90, got 95 @ $.places[0].latitude"),
        (
            {"places__0__country": "fra"},
            "Place.country: expected two capital letters (ISO 3166-1 alpha-2), got 'fra' @ $.places[0].country",
        ),
        (
            {"article__published": "17/10/2025"},
            "Article.published: expected a date such as 2025-10-17 or null, got '17/10/2025' @ $.article.published",
        ),
        (
            {"article__published": "2025-02-30"},
            "Article.published: expected a date such as 2025-10-17 or null, got '2025-02-30' @ $.article.published",
        ),
        (
            {"article__published": 20251017},
            "Article.published: expected a date such as 2025-10-17 or null, got int @ $.article.published",
        ),
        (
            {"article__published_at": "2025-10-17T08:00:00"},
            (
                "Article.published_at: expected a datetime with its offset from UTC such as 2025-10-17T08:00:00Z or null, "
                "got '2025-10-17T08:00:00' @ $.article.published_at"
            ),
        ),
        (
            {"article__text_length": 3},
            "Article.text_length: expected 204, the length of the text in code points, got 3 @ $.article.text_length",
        ),
        ({"article__language": "?"}, "Article.language: expected a BCP 47 language tag, got '?' @ $.article.language"),
        ({"article": None}, "Record.article: expected an object, got null @ $.article"),
        ({"article": ...}, "Record.article: expected a value, got nothing @ $.article"),
        ({"actors__0__id": ...}, "Actor.id: expected a value, got nothing @ $.actors[0].id"),
        ({"actors__0__nmae": "x"}, "Actor.nmae: unknown key 'nmae', did you mean 'name'? @ $.actors[0].nmae"),
        ({"a b": 1}, "Record.a b: unknown key 'a b' @ $['a b']"),
        (
            {"actors__0__kind": "robot"},
            "Actor.kind: expected one of person, organization, country, group, other, got 'robot' @ $.actors[0].kind",
        ),
        (
            {"events__0__status": None},
            "Event.status: expected one of actual, ongoing, planned, hypothetical, negated, other, got null @ $.events[0].status",
        ),
        ({"times__0__value": "jeudi"}, None),
        (
            {"events__0__place_id": "p9"},
            "Event.place_id: expected the id of a Place in the record, got 'p9' @ $.events[0].place_id",
        ),
        ({"actors__1__id": "a12"}, "Actor.id: expected an identifier used once in the record, got 'a12' @ $.actors[1].id"),
        (
            {"actors__0__name": "\ud800"},
            "Actor.name: expected Unicode scalar values, got a lone surrogate: '\\ud800' @ $.actors[0].name",
        ),
        ({"schema": ...}, "Record.schema: expected 'newsevents/1.0', got nothing @ $.schema"),
    ],
)
def test_each_kind_of_bad_document_is_refused(changes: dict[str, Any], expected: str | None) -> None:
    """The error says where, what was wanted and what was found; dictionaries and JSON alike."""
    bad = document(**changes)
    before = copy.deepcopy(bad)
    for told in (problems(lambda: from_dict(bad)), problems(lambda: from_json(json.dumps(bad)))):
        assert expected in told or (expected is None and "expected an EDTF or ISO 8601 value" in told[0])
    assert bad == before


@pytest.mark.usefixtures("path")
def test_everything_wrong_is_told_at_once() -> None:
    """Wrong types, unknown keys, broken rules of a part and of the whole record: one error has all."""
    bad = document(
        actors__0__name=3,
        actors__0__mentions__0__kind="nom",
        actors__0__age=40,
        places__0__mentions__0__span__text="Lille",
        events__0__place_id="p9",
        events__0__trigger__text="a crié !",
        article__published="hier",
        times__0__latest="2025-10-15",
        statements__1__rule=1.5,
    )
    assert problems(lambda: from_json(json.dumps(bad))) == [
        "Article.published: expected a date such as 2025-10-17 or null, got 'hier' @ $.article.published",
        "Actor.name: expected a string, got int @ $.actors[0].name",
        "Mention.kind: expected one of name, nominal, pronoun, other, got 'nom' @ $.actors[0].mentions[0].kind",
        "Actor.age: unknown key 'age' @ $.actors[0].age",
        "TimeExpression.latest: expected earliest (2025-10-16) or later, got 2025-10-15 @ $.times[0].latest",
        "Statement.rule: expected a string or null, got float @ $.statements[1].rule",
        "Event.place_id: expected the id of a Place in the record, got 'p9' @ $.events[0].place_id",
        "Event.mentions: expected the trigger 'a crié !' (26 to 34) among the mentions @ $.events[0].mentions",
    ]


@pytest.mark.usefixtures("path")
def test_what_could_not_be_read_is_not_said_to_be_missing() -> None:
    """An actor that is refused for its name is still there for those who point to it."""
    [only] = problems(lambda: from_dict(document(actors__0__name=3)))
    assert "name" in only
    assert len(problems(lambda: from_dict(document(actors__0__id=3)))) == 1
    assert len(problems(lambda: from_dict(document(actors=3)))) == 1
    assert len(problems(lambda: from_dict(document(times__0=None)))) == 1


@pytest.mark.parametrize("thing", [None, [], "x", 3, ()])
def test_only_objects_are_records(thing: Any) -> None:
    """Any other JSON value is refused."""
    [told] = problems(lambda: from_dict(thing))
    assert re.fullmatch(r"Record: expected an object, got \w+ @ \$", told)


def test_nothing_is_read_by_what_it_could_become() -> None:
    """A tuple is no array, a subclass of a dictionary or string no object or string."""
    assert problems(lambda: from_dict(document(actors=tuple(PLAIN["actors"]))))
    assert problems(lambda: from_dict(document(actors__0__kind=MentionKind.NAME)))


def _nested(depth: int) -> Any:
    """Give a list in a list."""
    made: Any = []
    for _ in range(depth):
        made = [made]
    return made


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"schema": _nested(100_000)}, "Record.schema: expected newsevents/1.x, got a list too large to show @ $.schema"),
        ({"schema": 10**5000}, "Record.schema: expected newsevents/1.x, got an int too large to show @ $.schema"),
        ({"article__text_length": 10**5000}, "Article.text_length: expected 204, the length of the text in code points, got an int too large to show @"),
        ({"times__0__span__end": 10**5000}, "Span.text: expected an int too large to show code points (35 to an int too large to show), got 'jeudi' @"),
        ({"times__0__span__start": -(10**5000)}, "Span.start: expected 0 or more, got an int too large to show @"),
        ({"places__0__latitude": 10**5000}, "Place.latitude: expected degrees from -90 to 90, got an int too large to show @"),
        ({"events__1__quantities__0__minimum": 10**5000}, "Quantity.minimum: expected a number from -(2**53 - 1) to 2**53 - 1, got an int too large to show @"),
        ({"actors__0": {10**5000: 1}}, "Actor.an int too large to show: unknown key an int too large to show @ $.actors[0][an int too large to show]"),
    ],
)
def test_what_cannot_be_shown_is_refused_all_the_same(changes: dict[str, Any], expected: str) -> None:
    """Values that Python can hold and not write."""
    bad = document()
    for place, value in changes.items():
        node: Any = bad
        *steps, last = (int(step) if step.isdigit() else step for step in place.split("__"))
        for step in steps:
            node = node[step]
        node[last] = value
    assert any(told.startswith(expected) for told in problems(lambda: from_dict(bad)))


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "expected JSON, got '' (Expecting value, line 1 column 1)"),
        ("{", "expected JSON, got '{'"),
        ("{}x", "(Extra data, line 1 column 3)"),
        ("null", "expected an object, got null @ $"),
        ("[" * 200_000, "expected at most 64 arrays and objects inside one another, got 200000; from_json(max_depth=…) reads more @ $"),
        ('{"schema": NaN}', "expected JSON, got NaN"),
        ('{"schema": -Infinity}', "expected JSON, got -Infinity"),
        (b"\xff", "expected UTF-8, got byte 0xff at offset 0"),
        (b'{"schema": "\xed\xa0\x80"}', "expected UTF-8, got byte 0xed at offset 12"),
        ('{"a": 1, "a": 1}', "Record: expected every key once, got 'a' more than once @ $"),
        ('{"n": ' + "9" * 5000 + "}", "a number too long to read"),
    ],
)
def test_what_is_not_json_is_refused(text: str | bytes, expected: str) -> None:
    """With the place in the text where there is one."""
    assert any(expected in told for told in problems(lambda: from_json(text)))


def _deep(levels: int) -> str:
    """Give the record as JSON with something unknown in it that brings it to so many levels."""
    return to_json(WHOLE)[:-1] + ',"z":' + "[" * (levels - 1) + "]" * (levels - 1) + "}"


@pytest.mark.usefixtures("path")
def test_depth_is_limited() -> None:
    """As many levels as the limit says are read, one more is refused before anything else is looked at."""
    assert problems(lambda: from_json(_deep(64))) == ["Record.z: unknown key 'z' @ $.z"]
    told = ["Record: expected at most 64 arrays and objects inside one another, got 65; from_json(max_depth=…) reads more @ $"]
    assert problems(lambda: from_json(_deep(65))) == problems(lambda: from_json(_deep(65).encode())) == told
    assert problems(lambda: from_json("\ufeff" + _deep(65)[:-40])) == told


@pytest.mark.usefixtures("path")
def test_the_limit_of_depth_is_the_caller_s() -> None:
    """A record has six levels; as many as Python reads can be asked for, and more are refused all the same."""
    assert from_json(to_json(WHOLE), max_depth=6) == WHOLE
    [told] = problems(lambda: from_json(to_json(WHOLE), max_depth=5))
    assert "expected at most 5 arrays and objects inside one another, got 6" in told
    assert problems(lambda: from_json(_deep(300), max_depth=300)) == ["Record.z: unknown key 'z' @ $.z"]
    with pytest.warns(NewerSchemaWarning, match=r"left out \$\.z"):
        assert from_json(_deep(300), strict=False, max_depth=300) == WHOLE
    [told] = problems(lambda: from_json(_deep(200_000), max_depth=200_000))
    assert "expected JSON that Python reads, got 200000 arrays and objects inside one another" in told


@pytest.mark.usefixtures("path")
def test_a_raised_limit_of_recursion_is_no_danger() -> None:
    """A program that lets Python call itself as often as it likes is not ended by a document; in one of its own, in case it is."""
    code = (
        "import sys; sys.setrecursionlimit(10**8)\n"
        "from newsevents.model import Article, Record\n"
        "from newsevents.errors import RecordError\n"
        "from newsevents.serialization import accelerator, from_json, to_json\n"
        f"accelerator._codec = accelerator._codec if {accelerator._codec() is not None} else lambda: None\n"
        "text = to_json(Record(article=Article.from_text('Il pleut.')))\n"
        "assert to_json(from_json(text)) == text\n"
        "for deep in (text[:-1] + ',\"z\":' + '[' * 10**6 + ']' * 10**6 + '}', '[' * 10**6, '{\"a\":' * 10**6):\n"
        "    try:\n"
        "        from_json(deep)\n"
        "    except RecordError as error:\n"
        "        assert 'expected at most 64' in str(error), error\n"
        "    else:\n"
        "        raise AssertionError\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("", 0),
        ("1", 0),
        ('"[[["', 0),
        ("[]", 1),
        ("[[],[]]", 2),
        ('[{"[":"]"},["]"]]', 2),
        ('["\\"[[",[1]]', 2),
        ('["\\\\",[1]]', 2),
        ('["\\n\\\\\\"[[",[1]]', 2),
        ('["é[","","\u2028]",[[]]]', 3),
        ("]]][[", 0),
        ('[["', 2),
    ],
)
def test_only_brackets_outside_strings_count(text: str, depth: int) -> None:
    """Escaped marks end no string; what is no JSON has some depth too."""
    assert depth_of(text.encode()) == depth


@pytest.mark.usefixtures("path")
def test_a_key_that_comes_twice_is_refused_where_it_stands() -> None:
    """Which of the two was meant cannot be known."""
    text = to_json(WHOLE).replace('"name":"Nordal"', '"name":"Nordal","name":"Nordal"')
    assert problems(lambda: from_json(text)) == ["Record.actors: expected every key once, got 'name' more than once @ $.actors[1]"]


@pytest.mark.usefixtures("path")
def test_any_json_of_the_record_is_read() -> None:
    """Order of keys, spaces, escapes, a byte order mark and whole numbers for coordinates make no difference."""
    text = json.dumps(dict(reversed(PLAIN.items())), indent=1)
    assert from_json(text) == from_json(b"\xef\xbb\xbf" + text.encode()) == from_json("\ufeff" + text) == WHOLE
    whole = from_dict(document(places__0__latitude=48))
    assert repr(whole.places[0].latitude) == "48.0"


def test_bytes_of_any_kind_are_read() -> None:
    """What files and sockets give."""
    data = to_json(WHOLE).encode()
    assert from_json(bytearray(data)) == from_json(memoryview(data)) == WHOLE  # type: ignore[arg-type]


@pytest.mark.usefixtures("path")
def test_half_characters_are_refused_in_any_form() -> None:
    """A lone surrogate, written as it is or escaped; an escaped pair is one character."""
    text = to_json(WHOLE)
    for half in ("\ud83d", "\\ud83d"):
        [told] = problems(lambda half=half: from_json(text.replace("Exemple", half)))
        assert told.endswith("lone surrogate: '\\ud83d' @ $.article.publisher")
    assert from_json(text.replace("Exemple", "\\ud83d\\ude00")).article.publisher == "😀"


def test_moments_must_exist() -> None:
    """The form alone is not enough."""
    [told] = problems(lambda: from_dict(document(article__published_at="2025-02-30T08:00:00Z")))
    assert "got '2025-02-30T08:00:00Z'" in told


def test_faults_of_the_program_are_not_hidden() -> None:
    """What is no refusal of a value is raised as it is."""
    with pytest.raises(ZeroDivisionError):
        list(problems_told(ZeroDivisionError()))


# -- versions ------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("path")
def test_a_newer_minor_version_is_read_as_far_as_it_is_known() -> None:
    """Unknown keys are left out, unknown values become `other`, each with a warning; the rest is read."""
    newer = document(
        schema="newsevents/1.3",
        mood="grim",
        actors__0__age=40,
        actors__0__mentions__1__kind="gesture",
        events__0__mentions__0__status="rumoured",
        events__0__status="rumoured",
        times__1__modifier="nearly",
    )
    with pytest.warns(NewerSchemaWarning) as caught:
        read = from_json(json.dumps(newer))
    assert sorted(str(warning.message).split(":")[0] for warning in caught) == [
        "left out $.actors[0].age",
        "left out $.mood",
        "read 'gesture' as 'other' @ $.actors[0].mentions[1].kind",
        "read 'nearly' as 'other' @ $.times[1].modifier",
        "read 'rumoured' as 'other' @ $.events[0].mentions[0].status",
        "read 'rumoured' as 'other' @ $.events[0].status",
    ]
    assert read.schema == "newsevents/1.0"
    assert read.events[0].status is EventStatus.OTHER
    assert to_json(from_json(to_json(read))) == to_json(read)


@pytest.mark.usefixtures("path")
def test_a_newer_minor_version_is_still_refused_for_what_is_known() -> None:
    """Wrong types are no news, and nothing is coerced."""
    newer = document(schema="newsevents/1.3", actors__0__name=3, actors__1=7, places={}, statements__0__form=None)
    assert len(problems(lambda: from_dict(newer))) == 4


def test_reading_may_be_lenient_when_asked() -> None:
    """`strict=False` treats any version as a newer one, and coerces as little."""
    odd = document(actors__0__age=40, actors__1__kind="robot")
    with pytest.warns(NewerSchemaWarning):
        read = from_dict(odd, strict=False)
    assert read.actors[1].kind == "other"
    assert problems(lambda: from_dict(document(actors__0__name=3), strict=False))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert from_dict(PLAIN, strict=False) == from_json(to_json(WHOLE), strict=False) == WHOLE


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("schema", ["newsevents/2.0", "newsevents/0.9", "newsevents/1", "newsevents/1.0 ", "other/1.0", "", None, 1, ["x"]])
def test_an_unknown_version_is_refused(schema: Any) -> None:
    """Nothing else is said about a document of which nothing is known."""
    with pytest.raises(SchemaVersionError, match=r"expected newsevents/1\.x, got") as caught:
        from_json(json.dumps(document(schema=schema, actors=3)))
    assert (caught.value.found, caught.value.wanted, caught.value.path) == (schema, "newsevents/1.0", "$.schema")


# -- imports -------------------------------------------------------------------------------------------------------


def test_importing_costs_nothing_that_is_not_used() -> None:
    """cattrs, msgspec, compression and the schema are imported when they are first needed."""
    code = (
        "import sys, newsevents.serialization as s\n"
        "heavy = {'cattrs', 'msgspec', 'gzip', 'compression.zstd', 'backports.zstd', 'newsevents.serialization.schema'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
        "s.json_schema()\n"
        "assert 'newsevents.serialization.schema' in sys.modules and 'cattrs' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_all_works_where_msgspec_is_not_installed() -> None:
    """The standard library is enough."""
    code = (
        "import sys; sys.modules['msgspec'] = None\n"
        "from newsevents.model import Article, Record\n"
        "from newsevents.serialization import from_json, to_json\n"
        "record = Record(article=Article.from_text('Il pleut.'))\n"
        "assert from_json(to_json(record)) == record\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_package_names_what_it_has() -> None:
    """A name it does not have is an `AttributeError`, as everywhere."""
    import newsevents.serialization as package  # noqa: PLC0415

    with pytest.raises(AttributeError, match="no attribute 'to_yaml'"):
        _ = package.to_yaml


def test_small_numbers_in_words_are_only_words() -> None:
    """What looks like a number to the accelerator's check inside a title is written all the same."""
    made = Record(article=Article.from_text("", title='x":0.00001'))
    assert from_json(to_json(made)) == made


def test_tiny_quantities_have_one_form() -> None:
    """A fraction that the accelerator would write in another way."""
    quantity = Quantity(kind=QuantityKind.OTHER, minimum=0.00002, span=Span.of("", 0, 0))
    event = attrs.evolve(WHOLE.events[1], quantities=(attrs.evolve(quantity, span=WHOLE.events[1].trigger),))
    made = attrs.evolve(WHOLE, events=(WHOLE.events[0], event))
    assert '"minimum":2e-05' in to_json(made)
    assert from_json(to_json(made)) == made
