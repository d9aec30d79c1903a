"""The quick answer whether a record is sound is the one that the list of its problems gives."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.model import SCHEMA, EventStatus, Record, Span
from newsevents.model.checks import find_problems
from newsevents.model.soundness import is_sound
from tests.examples import find, record
from tests.strategies import records

WHOLE = record()


def _unchecked(like: Any, **changes: Any) -> Any:
    """Give an object with some fields changed, which nothing has looked at."""
    made = object.__new__(type(like))
    for field in attrs.fields(type(like)):
        object.__setattr__(made, field.name, changes.get(field.name, getattr(like, field.name)))
    return made


def _changed(node: Any, path: str, value: Any) -> Any:
    """Give an object with the value at a path changed: `"actors.0.name"`."""
    if not path:
        return value
    first, _, rest = path.partition(".")
    if isinstance(node, tuple):
        index = int(first)
        return (*node[:index], _changed(node[index], rest, value), *node[index + 1 :])
    return _unchecked(node, **{first: _changed(getattr(node, first), rest, value)})


def _span(start: int, end: int, text: str) -> Any:
    """Give a span that nothing has looked at."""
    return _unchecked(find("Brest"), start=start, end=end, text=text)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema", "newsevents/1.1"),
        ("actors.0.id", ""),
        ("actors.0.id", "a51"),
        ("places.0.id", "t35"),
        ("events.1.id", "s72"),
        ("times.1.anchor_id", "a12"),
        ("times.1.anchor_id", "t198"),
        ("times.1.anchor_id", "t9"),
        ("statements.0.time_id", "s72"),
        ("statements.0.participants.0.actor_id", "p61"),
        ("statements.2.within", "s9"),
        ("statements.2.within", "s138"),
        ("statements", (_changed(WHOLE.statements[0], "within", "s117"), _changed(WHOLE.statements[1], "within", "s72"), WHOLE.statements[2])),
        ("events.0.participants.0.actor_id", "a9"),
        ("events.0.time_id", "p61"),
        ("events.0.place_id", "t35"),
        ("events.0.statement_id", "s9"),
        ("events.0.utterance_id", "e26"),
        ("events.1.mentions.0.statement_id", "s9"),
        ("events.0.trigger", find("Brest")),
        ("events.0.mentions", ()),
        ("events.0.status", EventStatus.PLANNED),
        ("events.1.statement_id", "s117"),
        ("actors", WHOLE.actors[::-1]),
        ("actors.2.mentions", ()),
        ("places", (*WHOLE.places, _changed(_changed(WHOLE.places[0], "id", "p0"), "mentions", ()))),
        ("times", WHOLE.times[::-1]),
        ("statements", WHOLE.statements[::-1]),
        ("events", WHOLE.events[::-1]),
        ("actors.0.mentions", WHOLE.actors[0].mentions[::-1]),
        ("actors.0.roles", (_changed(WHOLE.actors[0].roles[0], "span", find("Brest")), WHOLE.actors[0].roles[0])),
        ("statements.0.content", (find("ne paiera pas"), find("Brest"))),
        ("statements.0.quotations", (find("ne paiera pas"), find("Brest"))),
        ("events.1.quantities", (_changed(WHOLE.events[1].quantities[0], "span", find("mardi")), WHOLE.events[1].quantities[0])),
        ("actors.0.mentions.0.span", _span(12, 25, "Anna Dubreuil")),
        ("actors.0.mentions.1.span", _span(900, 900, "")),
        ("actors.0.mentions.1.span", _span(-106, 102, "Elle")),
        ("actors.0.roles.0.span", _span(3, 11, "")),
        ("times.0.span", _span(35, 40, "lundi")),
        ("statements.0.cue", _span(26, 34, "a avertu")),
        ("statements.0.participants.0.span", _span(0, 1, "Z")),
        ("statements.0.quotations.0", _span(0, 1, "Z")),
        ("events.0.participants.1.span", _span(41, 57, "")),
        ("events.1.quantities.0.span", _span(0, 1, "Z")),
        ("diagnostics.0.span", _span(0, 1, "Z")),
    ],
)
def test_what_is_wrong_is_not_sound(path: str, value: Any) -> None:
    """Each rule of a record and of its spans, broken once."""
    assert is_sound(WHOLE, schema=SCHEMA)
    wrong = _changed(WHOLE, path, value)
    assert not is_sound(wrong, schema=SCHEMA)
    assert find_problems(wrong, schema=SCHEMA)


@pytest.mark.parametrize(("start", "end", "text"), [(12, 25, "Anne"), (25, 12, ""), (-1, 12, ""), (200, 205, ""), (200, 205, "mardi")])
def test_spans_of_a_withheld_text_are_looked_at(start: int, end: int, text: str) -> None:
    """They lie in the text that is not there, and have as many characters as they say or none."""
    withheld = WHOLE.without_text()
    assert is_sound(withheld, schema=SCHEMA)
    assert not is_sound(_changed(withheld, "diagnostics.0.span", _span(start, end, text)), schema=SCHEMA)


@given(records(), st.data())
def test_the_two_answers_are_one(made: Record, data: st.DataObject) -> None:
    """A record with an identifier, a pointer, an order or an offset changed: sound where nothing is found wrong with it, and nowhere else."""
    group = data.draw(st.sampled_from(["actors", "places", "times", "statements", "events"]))
    findings = getattr(made, group)
    if not findings:
        return
    i = data.draw(st.integers(0, len(findings) - 1))
    ids = [one.id for name in ("actors", "places", "times", "statements", "events") for one in getattr(made, name)]
    pointers = [name for name in ("id", "anchor_id", "within", "time_id", "place_id", "statement_id", "utterance_id") if hasattr(findings[i], name)]
    changed = (
        _changed(made, f"{group}.{i}.{data.draw(st.sampled_from(pointers))}", data.draw(st.sampled_from([*ids, "", "x"])))
        if data.draw(st.booleans())
        else _changed(made, group, tuple(data.draw(st.permutations(findings))))
    )
    assert is_sound(changed, schema=SCHEMA) is not bool(find_problems(changed, schema=SCHEMA))


def test_a_span_is_looked_at_wherever_it_is_made() -> None:
    """By its own class, by `attrs.evolve`, and read from JSON: what is no stretch of a text is no span."""
    with pytest.raises(ValueError, match="expected start"):
        attrs.evolve(find("Brest"), end=3)
    with pytest.raises(ValueError, match="code points"):
        Span(start=0, end=3, text="Brest")
