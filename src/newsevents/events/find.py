"""What happened: the stage that turns triggers into typed events with participants, time, place, status and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents import ontology
from newsevents.events.merge import Merger, trigger_of
from newsevents.events.objects import is_mere_topic, settle_deaths, settle_objects
from newsevents.events.quantities import QuantityReader
from newsevents.events.scene import Scene
from newsevents.events.triggers import TriggerFinder
from newsevents.events.utterances import UtteranceReader
from newsevents.model import Event, EventMention, EventStatus, Participant, ParticipantRole, Span, offset_id

if TYPE_CHECKING:
    from datetime import date

    from newsevents.events.draft import Draft
    from newsevents.lexicon.pack import Pack
    from newsevents.model import Actor, Place, Statement, TimeExpression
    from newsevents.text.analysis import Analysis


def find_events(
    analysis: Analysis,
    pack: Pack,
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[Statement, ...],
    *,
    bystanders: tuple[Actor, ...] = (),
    published: date | None = None,
) -> tuple[tuple[Event, ...], dict[str, Span]]:
    """The events of a text.

    Args:
        analysis: the text.
        pack: its language.
        actors: its actors.
        places: its places.
        times: its time expressions.
        statements: its statements.
        bystanders: countries that act nowhere else in it.
        published: day of publication; what is dated after it is planned.

    Returns:
        Events by their first mention, mentions of one event merged; and the words that decided the status of each, by its id.
    """
    scene = Scene(analysis, pack, actors, places, times, statements, bystanders)
    triggers = TriggerFinder(scene, published)
    drafts = settle_objects(UtteranceReader(triggers).read(triggers.find()), scene)
    settle_deaths(drafts, scene)
    QuantityReader(scene).read(drafts)
    return _records([draft for draft in Merger(scene).merge(drafts) if not is_mere_topic(draft, scene)], analysis)


def _records(drafts: list[Draft], analysis: Analysis) -> tuple[tuple[Event, ...], dict[str, Span]]:
    def span(first: int, last: int) -> Span:
        return Span.of(analysis.text, analysis.starts[first], analysis.ends[last - 1])

    taken: set[str] = set()
    decided: dict[str, Span] = {}
    events = []
    for draft in drafts:
        trigger = trigger_of(draft)
        mentions = sorted([draft, *draft.also], key=lambda one: (one.first, one.last))
        identity = offset_id("e", analysis.starts[mentions[0].first], taken)
        taken.add(identity)
        decided[identity] = span(*trigger.decided)
        sides = ((ParticipantRole.AGENT, draft.agents), (ParticipantRole.RECIPIENT, draft.recipients), (ParticipantRole.OBJECT, draft.objects))
        events.append(
            Event(
                id=identity,
                type=draft.type,
                scheme=ontology.scheme_of(draft.type),
                mode=draft.mode or None,
                contexts=next((one.group.contexts for one in (trigger, *mentions) if one.group.contexts), ()),
                trigger=span(trigger.first, trigger.last),
                mentions=tuple(
                    EventMention(span=span(one.first, one.last), status=EventStatus(one.status), statement_id=one.statement, hearsay=one.hearsay)
                    for one in mentions
                ),
                status=EventStatus(trigger.status),
                statement_id=trigger.statement,
                participants=tuple(Participant(role=role, span=span(*place), actor_id=actor) for role, parties in sides for place, actor in parties),
                time_id=draft.time.id if draft.time is not None else None,
                place_id=draft.place.id if draft.place is not None else None,
                utterance_id=draft.utterance or trigger.utterance,
                quantities=tuple(sorted(draft.quantities, key=lambda one: one.span.start)),
                rule=trigger.rule,
            )
        )
    return tuple(events), decided
