"""The examples that travel with the packs (``languages/<code>/cases/<stage>.toml``), and what a record misses of them.

A case has a text and everything that is to be found in it, so that what is found beyond it is wrong too. The words by which a case names someone
or something fit a finding where one contains the other ("curfew", "imposed a curfew"); contents are compared without the marks at their ends.

The cases that the engine does not pass yet are listed by text in `known_gaps`, one file a pack and stage. The lists may only shrink:
``python tools/known_gaps.py`` writes them again, and the difference is read before it is kept.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import newsevents
from newsevents import MentionKind, Participant, ParticipantRole, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsevents import Actor, Event, Record, Span, Statement

LANGUAGES: Final = Path(newsevents.__file__).parent / "languages"
GAPS: Final = Path(__file__).parent / "known_gaps"
# Times have tests of their own.
STAGES: Final = ("actors", "statements", "events")


def case_files() -> list[tuple[str, str]]:
    """Give pack and stage of every file of cases that is read here."""
    return sorted((path.parts[-3], path.stem) for path in LANGUAGES.glob("*/cases/*.toml") if path.stem in STAGES)


def cases(language: str, stage: str) -> list[dict[str, Any]]:
    """Give the cases of a file."""
    found: list[dict[str, Any]] = tomllib.loads((LANGUAGES / language / "cases" / f"{stage}.toml").read_text("utf-8"))["case"]
    return found


def gap_file(language: str, stage: str) -> Path:
    """Give the list of the cases of a file that are not passed yet."""
    return GAPS / f"{language}_{stage}.txt"


def known_gaps(language: str, stage: str) -> list[str]:
    """Give the texts of the cases that are not passed yet."""
    path = gap_file(language, stage)
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [json.loads(f'"{line}"') for line in lines if line and not line.startswith("#")]


def written_gap(text: str) -> str:
    """Write a text on one line of a list."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def failures(language: str, stage: str) -> dict[str, list[str]]:
    """Give the cases of a file that are not passed: text, and what is wrong."""
    judge = {"actors": _actors_and_places, "statements": _statements, "events": _events}[stage]
    found = {}
    for case in cases(language, stage):
        record = parse(case["text"], language=language, published=case.get("published"))
        wrong = list(judge(case, record))
        if wrong:
            found[case["text"]] = wrong
    return found


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Give every stretch of a text with these words."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _fits(record: Record, words: str, spans: Iterable[Span]) -> bool:
    """Tell whether one of the spans contains an occurrence of these words, or stands inside one."""
    places = list(_occurrences(record.article.text or "", words))
    return any((span.start <= start and end <= span.end) or (start <= span.start < span.end <= end) for span in spans for start, end in places)


def _words_for(record: Record, participant: Participant) -> Iterator[Span]:
    """Give the spans that may name a participant: its own, and all its actor's."""
    yield participant.span
    if participant.actor_id is not None:
        yield from (mention.span for mention in record.actor(participant.actor_id).mentions)


def _is_named(record: Record, participant: Participant) -> bool:
    """Tell whether a participant is an actor with a name of its own: a capital that does not come from the beginning of the text."""
    if participant.actor_id is None:
        return False
    mentions = record.actor(participant.actor_id).mentions
    return any(mention.kind is MentionKind.NAME and mention.span.start and mention.span.text[:1].isupper() for mention in mentions)


def _party(record: Record, finding: Statement | Event, role: ParticipantRole, wanted: list[str], *, only_named: bool = False) -> Iterator[str]:
    """Compare the participants of one role with the words that are to name them.

    Args:
        record: The record.
        finding: The statement or event.
        role: The role.
        wanted: The words for each participant.
        only_named: Whether a participant beyond those counts only where it has a name.
    """
    found = [participant for participant in finding.participants if participant.role == role]
    left = list(found)
    for words in wanted:
        fitting = next((one for one in left if _fits(record, words, _words_for(record, one))), None)
        if fitting is None:
            yield f"no {role} {words!r}, but {[one.span.text for one in found]}"
        else:
            left.remove(fitting)
    for one in left:
        if not only_named or _is_named(record, one):
            yield f"{role} {one.span.text!r} is one too many"


def _actors_and_places(case: dict[str, Any], record: Record) -> Iterator[str]:
    """Compare the named actors and the places."""
    if "actor" in case or "actors" in case:
        yield from _compared("actor", case.get("actor", []), [one for one in map(_actor, record.actors) if one["names"]])
    if "place" in case or "places" in case:
        places = [{"name": place.name, "kind": place.kind.value, "country": place.country} for place in record.places]
        yield from _compared("place", case.get("place", []), places)


def _actor(actor: Actor) -> dict[str, Any]:
    """Give what a case tells of an actor."""
    names = sorted({mention.span.text for mention in actor.mentions if mention.kind is MentionKind.NAME})
    return {"name": actor.name, "kind": actor.kind.value, "country": actor.country, "names": names, "roles": [role.title for role in actor.roles]}


def _compared(what: str, wanted: list[dict[str, Any]], found: list[dict[str, Any]]) -> Iterator[str]:
    """Compare actors or places by name, then field by field."""
    left = {one["name"]: one for one in found}
    for want in wanted:
        one = left.pop(want["name"], None)
        if one is None:
            yield f"no {what} {want['name']!r}"
            continue
        for field in sorted(want.keys() - {"name", "role", "names"}):
            if one[field] != want[field]:
                yield f"{what} {want['name']!r}: {field} is {one[field]!r}, not {want[field]!r}"
        if "names" in want and one["names"] != sorted(want["names"]):
            yield f"{what} {want['name']!r}: named {one['names']}, not {sorted(want['names'])}"
        if "role" in want and want["role"] not in one["roles"]:
            yield f"{what} {want['name']!r}: role is {one['roles']}, not {want['role']!r}"
    yield from (f"{what} {name!r} is one too many" for name in left)


def _statements(case: dict[str, Any], record: Record) -> Iterator[str]:
    """Compare the statements by their content, then field by field."""
    wanted = case.get("statement", [])
    left = list(record.statements)
    ids: list[str | None] = []
    for want in wanted:
        one = next((one for one in left if _bare(span.text for span in one.content) == _bare(want["content"])), None)
        ids.append(None if one is None else one.id)
        if one is None:
            yield f"no statement {want['content']}, but {[[span.text for span in other.content] for other in left]}"
            continue
        left.remove(one)
        yield from (f"{want['content']}: {problem}" for problem in _statement(want, record, one, ids))
    yield from (f"statement {[span.text for span in one.content]} is one too many" for one in left)


def _bare(contents: Iterable[str]) -> list[str]:
    """Give contents without the marks at their ends, which editors put inside or outside."""
    return [content.strip(" .,;:!?…") for content in contents]


def _statement(want: dict[str, Any], record: Record, one: Statement, ids: list[str | None]) -> Iterator[str]:
    """Compare one statement."""
    found = {"form": one.form.value, "act": one.act, "cue": one.cue.text if one.cue else "", "negated": one.negated, "hearsay": one.hearsay}
    for field, value in found.items():
        expected = want.get(field, False if field in {"negated", "hearsay"} else value)
        if value != expected:
            yield f"{field} is {value!r}, not {expected!r}"
    within = ids[want["within"]] if "within" in want else None
    if one.within != within:
        yield f"within is {one.within!r}, not {within!r}"
    if "speaker" in want:
        speaker = want["speaker"]
        speakers = [speaker] if isinstance(speaker, str) and speaker else list(speaker)
        yield from _party(record, one, ParticipantRole.SPEAKER, speakers, only_named=not speakers)
    if "addressee" in want:
        yield from _party(record, one, ParticipantRole.ADDRESSEE, want["addressee"])
    if "medium" in want:
        yield from _party(record, one, ParticipantRole.MEDIUM, [want["medium"]])


def _events(case: dict[str, Any], record: Record) -> Iterator[str]:
    """Compare the events by type and trigger, then field by field."""
    left = list(record.events)
    for want in case.get("event", []):
        one = next((one for one in left if one.type == want["type"] and _fits(record, want["trigger"], (mention.span for mention in one.mentions))), None)
        if one is None:
            yield f"no {want['type']} {want['trigger']!r}, but {[(other.type, other.trigger.text) for other in left]}"
            continue
        left.remove(one)
        name = f"{want['type']} {want['trigger']!r}"
        if one.mode != want.get("mode", one.mode):
            yield f"{name}: mode is {one.mode!r}, not {want['mode']!r}"
        if one.status.value != want["status"]:
            yield f"{name}: status is {one.status.value!r}, not {want['status']!r}"
        for role, key in ((ParticipantRole.AGENT, "agents"), (ParticipantRole.RECIPIENT, "recipients")):
            yield from (f"{name}: {problem}" for problem in _party(record, one, role, want[key], only_named=True))
    yield from (f"{one.type} {one.trigger.text!r} is one too many" for one in left)
