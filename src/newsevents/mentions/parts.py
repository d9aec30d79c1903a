"""Which of the actors found take part in what a text tells, and which countries may that act nowhere in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from newsevents.lexicon.tokenizer import fold_name
from newsevents.model import Actor, ActorKind, Identifier, Mention, MentionKind, Span, offset_id

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.model import Event, Place, Statement
    from newsevents.text.analysis import Analysis


def taking_part(
    analysis: Analysis, pack: Pack, actors: tuple[Actor, ...], places: tuple[Place, ...], statements: tuple[Statement, ...], events: tuple[Event, ...]
) -> tuple[Actor, ...]:
    """Actors with a name of their own, and those without one that take part in something.

    A body or group in lower case, and a country that is a scene elsewhere in the text, are actors only where they speak, act or are acted upon;
    a body named by its country ("l'armée américaine") always is one.

    Args:
        analysis: the text.
        pack: its language.
        actors: all that ``find_actors`` gave.
        places: the places of the text.
        statements: its statements.
        events: its events.

    Returns:
        Those that are actors of the record, in their order.
    """
    parts = [part for statement in statements for part in statement.participants] + [part for event in events for part in event.participants]
    bound = {part.actor_id for part in parts} | _doers(analysis, pack, actors)
    scenes = {mention.span for place in places for mention in place.mentions}
    countries = {place.country for place in places if place.kind == "country"}
    kept = []
    for actor in actors:
        if actor.id not in bound:
            own = [mention for mention in actor.mentions if mention.kind is MentionKind.NAME]
            national = actor.kind is ActorKind.ORGANIZATION and any(fold_name(word) in pack.gazetteer.adjectives for word in actor.name.split())
            named = any(mention.span.text[:1].isupper() or mention.span.text in pack.roles.small_names for mention in own)
            if not national and not named and not (actor.kind is ActorKind.ORGANIZATION and _has_own_name(analysis, pack, own)):
                continue
            if actor.kind is ActorKind.COUNTRY and (actor.country in countries or all(mention.span in scenes for mention in own)):
                continue
        kept.append(actor)
    return tuple(kept)


def give_back(places: tuple[Place, ...], actors: tuple[Actor, ...], kept: tuple[Actor, ...]) -> tuple[tuple[Place, ...], dict[str, str]]:
    """Places with the names of the countries that turned out to act nowhere: what a text names is not lost.

    Args:
        places: the places of a text.
        actors: its actors.
        kept: those of them that take part in something.

    Returns:
        The places in text order, and the new id of each whose first mention is another now.
    """
    acting = {actor.id for actor in kept}
    idle = {actor.country: actor for actor in actors if actor.kind is ActorKind.COUNTRY and actor.id not in acting}
    taken = {place.id for place in places}
    renamed: dict[str, str] = {}
    out = []
    for place in places:
        actor = idle.get(place.country) if place.kind == "country" else None
        if actor is not None:
            spans = {mention.span: mention for mention in (*place.mentions, *(one for one in actor.mentions if one.kind is MentionKind.NAME))}
            mentions = tuple(sorted(spans.values(), key=lambda mention: (mention.span.start, mention.span.end)))
            identity = place.id
            if mentions[0].span.start < place.mentions[0].span.start:
                identity = renamed[place.id] = offset_id("p", mentions[0].span.start, taken)
                taken.add(identity)
            place = attrs.evolve(place, id=identity, mentions=mentions)  # noqa: PLW2901
        out.append(place)
    return tuple(sorted(out, key=lambda place: (place.mentions[0].span.start, place.mentions[0].span.end))), renamed


def bystanders(analysis: Analysis, pack: Pack, actors: tuple[Actor, ...], places: tuple[Place, ...]) -> tuple[Actor, ...]:
    """Countries that act nowhere in a text but may be acted upon, or act through what is called after them.

    A country that is only a scene is struck, asked or sanctioned all the same ("sanctions on *Syria*"); one of which only the adjective
    stands does what a noun tells ("*Russian* strikes"). They are actors of the record where an event names them.

    Args:
        analysis: the text.
        pack: its language.
        actors: its actors.
        places: its places.

    Returns:
        Country actors by their first mention; the mentions of one are the names of the place, else the adjectives.
    """
    known = {actor.country for actor in actors if actor.kind is ActorKind.COUNTRY}
    taken = {actor.id for actor in actors}
    mentions: dict[str, list[Mention]] = {}
    for place in places:
        if place.kind == "country" and place.country is not None and place.country not in known:
            mentions.setdefault(place.country, []).extend(place.mentions)
    scenes = frozenset(mentions)
    adjectives = pack.gazetteer.adjectives
    for at, norm in enumerate(analysis.norms):
        code = adjectives.get(norm)
        if code is not None and code not in known and code not in scenes and analysis.tags[at] in "AEN":
            span = Span.of(analysis.text, analysis.starts[at], analysis.ends[at])
            mentions.setdefault(code, []).append(Mention(span=span, kind=MentionKind.NOMINAL))
    found = []
    for code, own in sorted(mentions.items(), key=lambda item: item[1][0].span.start):
        identity = offset_id("a", own[0].span.start, taken)
        taken.add(identity)
        name = pack.gazetteer.canonical.get(code, code)
        identifiers = (Identifier(scheme="iso3166-1", value=code),)
        found.append(Actor(id=identity, name=name, kind=ActorKind.COUNTRY, country=code, mentions=tuple(own), identifiers=identifiers))
    return tuple(found)


def _has_own_name(analysis: Analysis, pack: Pack, names: list[Mention]) -> bool:
    """Whether a body written small has a name of its own ("le ministère de la Culture"), not only that of where it is ("la police de Lyon")."""
    gazetteer = pack.gazetteer
    for mention in names:
        first = analysis.token_at(mention.span.start)
        last = analysis.token_at(mention.span.end - 1) + 1
        head = pack.roles.heads.match(analysis.norms, first)
        acts = head is None or head[1].acts
        for at in range(first, last):
            norm = analysis.norms[at]
            if analysis.shapes[at] in "CU" and not (acts and (norm in gazetteer.country_names or gazetteer.place(norm) is not None)):
                return True
    return False


def _doers(analysis: Analysis, pack: Pack, actors: tuple[Actor, ...]) -> set[str]:
    """Ids of countries, bodies and groups that the text shows at work, whether or not an event tells of it.

    They are the subject of a finite active verb other than a copula, whoever a passive is done by ("interrogé *par la presse*"), or somebody's
    role belongs to them ("le porte-parole *du gouvernement*, X").
    """
    copula = pack.grammar.verbs.copula
    subjects = {
        chunk for clause in analysis.clauses if clause.form == "finite" and not clause.passive and clause.lemma not in copula for chunk in clause.subjects
    }
    by = pack.grammar.clauses.by
    subjects |= {
        chunk
        for clause in analysis.clauses
        if clause.passive
        for chunk in clause.obliques
        if analysis.chunks[chunk].preposition >= 0 and analysis.lemmas[analysis.chunks[chunk].preposition] in by
    }
    roles = sorted((role.span.start, role.span.end) for actor in actors if actor.kind is ActorKind.PERSON for role in actor.roles)
    found = set()
    for actor in actors:
        if actor.kind is ActorKind.PERSON:
            continue
        for mention in actor.mentions:
            if mention.kind is not MentionKind.NAME:
                continue
            start, end = mention.span.start, mention.span.end
            before = bisect_right(roles, (start, len(analysis.text)))
            in_role = actor.kind is ActorKind.ORGANIZATION and any(first <= start and end <= last for first, last in roles[max(0, before - 2) : before])
            if in_role or analysis.chunk_of[analysis.token_at(start)] in subjects:
                found.add(actor.id)
                break
    return found
