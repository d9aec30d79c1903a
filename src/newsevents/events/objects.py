"""Events whose object is an event: who is struck by suspending aid, who is meant by condemning an attack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import actors_of

if TYPE_CHECKING:
    from newsevents.events.draft import Draft
    from newsevents.events.scene import Scene

# Judging and refusing are aimed at the one who did or offered it ("condemned the attack *by X*").
_JUDGING: Final = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
# Giving, ending and lifting reach the one whom it reached ("suspended aid *to X*", "eased sanctions *on X*").
_REACHING: Final = frozenset({"AID", "COERCE", "CONCEDE", "RETREAT", "SANCTION"})


def settle_objects(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Give verbs without a recipient that of their object, and drop objects that a verb only says do not happen.

    Args:
        drafts: triggers in text order.
        scene: the text.

    Returns:
        The triggers that stay, in text order.
    """
    verbs = {draft.clause: draft for draft in drafts if not draft.is_noun and draft.clause >= 0}
    light: set[int] = set()
    kept = []
    for draft in drafts:
        verb = _governing(draft, verbs, scene) if draft.is_noun else None
        if verb is not None and verb.type == draft.type and scene.a.lemmas[verb.head] in scene.pack.aspects.light and verb.group.object:
            light.add(id(verb))  # "*began* his trip": the noun tells it
        elif verb is not None and verb.type != draft.type:
            if not actors_of(verb.recipients):
                source = draft.agents if verb.type in _JUDGING else draft.recipients if verb.type in _REACHING else []
                known = actors_of(verb.agents)
                verb.recipients = [party for party in source if party[1] is not None and party[1] not in known] or verb.recipients
            if draft.status == "negated":
                continue
        kept.append(draft)
    return [draft for draft in kept if id(draft) not in light]


def _governing(draft: Draft, verbs: dict[int, Draft], scene: Scene) -> Draft | None:
    """The event verb whose object a noun is; in the passive, whose subject."""
    for table, passive in ((scene.object_of, False), (scene.subject_of, True)):
        for clause in table.get(draft.chunk, ()):
            if clause in verbs and scene.a.clauses[clause].passive == passive:
                return verbs[clause]
    return None
