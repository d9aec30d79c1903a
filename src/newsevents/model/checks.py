"""The rules of a record that none of its parts can check alone.

One walk gathers the record's objects and strings, and notes the fields of a wrong type; the rules then run over what it gathered.
What is asked here with every path is asked by `soundness` without; a rule that is added here has to be added there.
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from newsevents.errors import Problem, shown
from newsevents.model.actors import Actor, Place
from newsevents.model.events import Event, EventMention
from newsevents.model.ids import anchor_of
from newsevents.model.spans import Span
from newsevents.model.statements import Participant, Statement
from newsevents.model.times import TimeExpression
from newsevents.model.walk import Nodes, Path, Walk, plan_of, wording, written

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from newsevents.model.article import Article
    from newsevents.model.record import Record

__all__ = ["find_problems"]

# Which field points to which class of finding; the class is told by the finding's own attribute names.
_POINTERS: Final[Mapping[type, tuple[tuple[str, tuple[type, ...]], ...]]] = {
    Participant: (("actor_id", (Actor,)),),
    TimeExpression: (("anchor_id", (TimeExpression, Event)),),
    Statement: (("within", (Statement,)), ("time_id", (TimeExpression,))),
    EventMention: (("statement_id", (Statement,)),),
    Event: (
        ("statement_id", (Statement,)),
        ("time_id", (TimeExpression,)),
        ("place_id", (Place,)),
        ("utterance_id", (Statement,)),
    ),
}
_GROUPS: Final = ("actors", "places", "times", "statements", "events")
# What stands in text order inside a finding, and the span each of its elements is ordered by.
_ORDERED: Final[Mapping[type, tuple[tuple[str, Callable[[Any], Span]], ...]]] = {
    Actor: (("roles", attrgetter("span")), ("mentions", attrgetter("span"))),
    Place: (("mentions", attrgetter("span")),),
    Statement: (("content", lambda span: span), ("quotations", lambda span: span)),
    Event: (("mentions", attrgetter("span")), ("quantities", attrgetter("span"))),
}


def find_problems(record: Record, *, schema: str, missing: Container[str] | None = None) -> list[Problem]:
    """Find everything that is wrong with a record as a whole.

    Args:
        record: The record.
        schema: The schema version it must name.
        missing: `None` for a whole record. Else the record is what could be read of a broken one: parts that could not be read
            stand as `None`, their problems are told elsewhere, and these are the identifiers they may have had.

    Returns:
        The problems; none for a record that is right. Linear in the size of the record.
    """
    walk = Walk(allow_holes=missing is not None)
    walk.visit(record, ())
    problems = walk.problems
    if problems and missing is None:
        # with fields of the wrong type the rules below would stumble; they run again once the types are right
        return problems
    if record.schema is not None and record.schema != schema:
        message = f"expected {schema!r}, got {record.schema!r:.80}"
        problems.append(Problem("Record", "schema", record.schema, message, "$.schema"))
    problems.extend(_check_spans(record.article, walk.nodes))
    problems.extend(_check_ids(record, walk.nodes, () if missing is None else missing))
    problems.extend(_check_order(record, walk.nodes))
    problems.extend(_check_triggers(walk.nodes))
    problems.extend(_check_characters(record.article, walk))
    return problems


def _problem(node: Any, path: Path, field: str, message: str) -> Problem:
    """Note that a field of an object is wrong."""
    return Problem(type(node).__name__, field, getattr(node, field), message, written((path, field, None)))


def _check_spans(article: Article | None, nodes: Nodes) -> Iterator[Problem]:
    """Every span lies in the text and has its words, or none where the text is withheld."""
    if article is None:
        return
    text, length = article.text, article.text_length
    for span, path in nodes.get(Span, ()):
        if span.end > length:
            yield _problem(span, path, "end", f"expected at most {length}, the length of the text, got {shown(span.end)}")
        elif text is not None and span.text != text[span.start : span.end]:
            found = text[span.start : span.end]
            yield _problem(span, path, "text", f"expected {found!r:.80} as in the article, got {span.text!r:.80}")


def _check_characters(article: Article | None, walk: Walk) -> Iterator[Problem]:
    """No string holds a lone surrogate: such a record could not be written in UTF-8."""
    strings = walk.strings
    if article is None or article.text is None:  # else the spans' words are the article's, which are checked
        strings = strings + [span.text for span, _ in walk.nodes.get(Span, ())]
    if _is_utf8("".join(strings)):
        return
    for node_class, found in walk.nodes.items():
        names = plan_of(node_class).names
        for node, path in found:
            for name in names:
                value = getattr(node, name)
                for one in value if type(value) is tuple else (value,):
                    if type(one) is str and not _is_utf8(one):
                        yield _problem(node, path, name, f"expected Unicode scalar values, got a lone surrogate: {one!r:.80}")


def _is_utf8(string: str) -> bool:
    """Tell whether a string can be written in UTF-8."""
    if string.isascii():
        return True
    try:
        string.encode()
    except UnicodeEncodeError:
        return False
    return True


def _check_ids(record: Record, nodes: Nodes, missing: Container[str]) -> Iterator[Problem]:
    """Every identifier is used once, and every pointer points to a finding of the right class."""
    class_of: dict[str, type] = {}
    for group in _GROUPS:
        for i, finding in enumerate(getattr(record, group) or ()):
            if finding is None:
                continue
            if finding.id in class_of or not finding.id:
                wanted = "an identifier used once in the record" if finding.id else "an identifier"
                yield _problem(finding, ((), group, i), "id", f"expected {wanted}, got {finding.id!r:.80}")
            class_of.setdefault(finding.id, type(finding))
    for pointing_class, pointers in _POINTERS.items():
        for node, path in nodes.get(pointing_class, ()):
            for field, targets in pointers:
                pointed = getattr(node, field)
                if pointed is None or class_of.get(pointed) in targets or (pointed in missing and pointed not in class_of):
                    continue
                wanted = " or ".join(wording(target) for target in targets)
                yield _problem(node, path, field, f"expected the id of {wanted} in the record, got {pointed!r:.80}")
    yield from _check_nesting(nodes)


def _check_nesting(nodes: Nodes) -> Iterator[Problem]:
    """No statement is reported, through however many others, inside itself; no time leans on itself."""
    outer_of = {statement.id: statement.within for statement, _ in nodes.get(Statement, ()) if statement.within}
    sound: set[str] = set()
    for statement, path in nodes.get(Statement, ()):
        seen: set[str] = set()
        outer = statement.within
        while outer is not None and outer not in sound and outer not in seen and outer != statement.id:
            seen.add(outer)
            outer = outer_of.get(outer)
        if outer == statement.id:
            yield _problem(statement, path, "within", f"expected another statement around {outer!r:.80}, got itself")
        elif outer is None or outer in sound:
            sound |= seen
    for time, path in nodes.get(TimeExpression, ()):
        if time.anchor_id == time.id:
            yield _problem(time, path, "anchor_id", f"expected another finding to lean on, got itself ({time.id!r:.80})")


def _check_order(record: Record, nodes: Nodes) -> Iterator[Problem]:
    """Findings stand in text order, and so do mentions, roles, contents and quantities inside them."""
    for group in _GROUPS:
        last = 0
        for i, finding in enumerate(getattr(record, group) or ()):
            if finding is None:
                continue
            start = anchor_of(finding)[0]
            if start < last:
                message = f"expected text order, got a finding at {start} after one at {last}"
                yield Problem("Record", group, finding.id, message, written(((), group, i)))
            last = max(last, start)
    for node_class, ordered in _ORDERED.items():
        for node, path in nodes.get(node_class, ()):
            for field, span_of in ordered:
                elements = getattr(node, field)
                if len(elements) > 1:
                    starts = [span_of(element).start for element in elements]
                    if any(a > b for a, b in pairwise(starts)):
                        yield _problem(node, path, field, f"expected text order, got starts {starts!s:.80}")


def _check_triggers(nodes: Nodes) -> Iterator[Problem]:
    """An event's trigger is one of its mentions, and the event has the status and statement of that mention."""
    for event, path in nodes.get(Event, ()):
        trigger = event.trigger
        at_trigger = [one for one in event.mentions if one.span == trigger]
        if not at_trigger:
            message = f"expected the trigger {trigger.text!r:.80} ({trigger.start} to {trigger.end}) among the mentions"
            yield _problem(event, path, "mentions", message)
        elif all((one.status, one.statement_id) != (event.status, event.statement_id) for one in at_trigger):
            field = "status" if event.status is not at_trigger[0].status else "statement_id"
            wanted, found = getattr(at_trigger[0], field), getattr(event, field)
            yield _problem(event, path, field, f"expected {wanted!s:.80}, as in the trigger's mention, got {found!s:.80}")
