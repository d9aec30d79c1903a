"""Mentions of one real-world event put together; never on a doubtful match."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.events.draft import Draft
    from newsevents.lexicon.pack import Pack

_REAL = ("actual", "ongoing")


def merge(drafts: list[Draft], pack: Pack) -> list[Draft]:
    """Merge mentions of the same event.

    Two mentions are one event when type and mode agree, no participant, date or place stands against it, and something
    speaks for it: the same word, a shared participant, or a noun that points back ("cet appel", "the attack").

    Args:
        drafts: mentions in text order.
        pack: the language.

    Returns:
        Events by their most direct mention, the others under ``also``.
    """
    events: list[Draft] = []
    for draft in drafts:
        match = None
        for event in reversed(events):
            if _same(event, draft, pack):
                match = event
                break
        if match is None:
            events.append(draft)
            continue
        _join(match, draft)
    return events


def _same(event: Draft, draft: Draft, pack: Pack) -> bool:
    if event.type != draft.type or (event.mode and draft.mode and event.mode != draft.mode):
        return False
    if event.rule == "utterance" or draft.rule == "utterance" or event.utterance or draft.utterance:
        # two acts of speech are one event only when one speaker goes on in the same sentence
        return (
            bool(event.utterance and draft.utterance)
            and event.actors(event.agents) == draft.actors(draft.agents)
            and bool(event.actors(event.agents))
            and _same_word(event, draft, pack)
        )
    if not _compatible(event.actors(event.agents), draft.actors(draft.agents)) or not _compatible(event.actors(event.recipients), draft.actors(draft.recipients)):
        return False
    if event.time is not None and draft.time is not None and event.time.value != draft.time.value:
        return False
    if event.place is not None and draft.place is not None and event.place.id != draft.place.id and event.place.kind == draft.place.kind:
        return False
    if (event.status in _REAL) != (draft.status in _REAL) and not draft.demonstrative:
        return event.status != "negated" and draft.status != "negated" and _same_word(event, draft, pack) and draft.definite and not _parties(draft)
    if draft.indefinite and draft.chunk >= 0 and not (_parties(draft) & _parties(event)):
        return False
    if draft.demonstrative:
        return True
    shared = bool(_parties(event) & _parties(draft))
    word = _same_word(event, draft, pack)
    if word:
        return shared or draft.definite or not _parties(draft) or not _parties(event)
    if draft.chunk >= 0 and draft.definite:
        return shared or not _parties(draft)
    return shared and (draft.chunk >= 0 or event.chunk >= 0) and not draft.indefinite


def _parties(draft: Draft) -> set[str]:
    return draft.actors(draft.agents) | draft.actors(draft.recipients)


def _compatible(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _same_word(event: Draft, draft: Draft, pack: Pack) -> bool:
    """Whether two triggers are one word, or verb and noun of one root."""
    words = {_root(mention, pack) for mention in (event, *event.also)}
    return _root(draft, pack) in words


def _root(draft: Draft, pack: Pack) -> str:
    return f"{draft.group.type}:{draft.word[:5]}"


def _join(event: Draft, draft: Draft) -> None:
    known = _parties(event)
    for parties, others in ((draft.agents, event.agents), (draft.recipients, event.recipients)):
        if not any(actor for _, actor in others):
            named = [party for party in parties if party[1] is not None and party[1] not in known]
            others[:] = named or others or parties
    if len([a for _, a in draft.agents if a]) > len([a for _, a in event.agents if a]) and event.actors(event.agents) <= draft.actors(draft.agents):
        event.agents = draft.agents
    event.time = event.time or draft.time
    event.place = event.place or draft.place
    event.mode = event.mode or draft.mode
    event.also.append(draft)
