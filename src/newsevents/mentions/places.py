"""Where things happen: the stage that turns names of countries, regions, cities and facilities into places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.model import ActorKind, Identifier, Mention, MentionKind, Place, PlaceKind, Span, offset_id

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.model import Actor
    from newsevents.text.analysis import Analysis


def find_places(analysis: Analysis, pack: Pack, names: list[Name], actors: tuple[Actor, ...]) -> tuple[Place, ...]:
    """The places of a text.

    A country counts where it stands as a location, not where it acts.

    Args:
        analysis: the text.
        pack: its language.
        names: the names of the text, their kinds settled.
        actors: the actors; a capital that stands for its government, and a name inside a body's, is no place there.

    Returns:
        Places by their first mention, one for all mentions of a name.
    """
    groups: dict[str, list[Name]] = {}
    acting = [
        (mention.span.start, mention.span.end)
        for actor in actors
        if actor.kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION)
        for mention in actor.mentions
        if mention.kind is MentionKind.NAME
    ]
    for name in names:
        start, end = analysis.starts[name.first], analysis.ends[name.last - 1]
        if name.kind == "place" and any(low <= start and end <= high for low, high in acting):
            continue
        if (name.kind == "place" or (name.kind == "country" and _is_location(name, analysis, pack)) or _is_seat(name, analysis, pack)):
            row = name.place
            key = f"{row.kind}:{row.name}:{row.country}" if row is not None else name.country if name.kind == "country" else name.key
            groups.setdefault(key, []).append(name)
    taken: set[str] = set()
    places = []
    for same in groups.values():
        first = same[0]
        row = first.place
        spans = [Span.of(analysis.text, analysis.starts[name.first], analysis.ends[name.last - 1]) for name in same]
        identity = offset_id("p", spans[0].start, taken)
        taken.add(identity)
        longest = max(spans, key=lambda span: len(span.text))
        kind = "country" if first.kind == "country" else row.kind if row is not None else _kind_of(first, analysis, pack)
        identifiers = []
        if row is not None and row.identifier:
            scheme, _, value = row.identifier.partition(":")
            identifiers.append(Identifier(scheme=scheme, value=value))
        if first.kind == "country":
            identifiers.insert(0, Identifier(scheme="iso3166-1", value=first.country))
        country = first.country or (row.country if row is not None else _country_behind(same, analysis, pack))
        places.append(
            Place(
                id=identity,
                name=" ".join(longest.text.split()),
                kind=PlaceKind(kind),
                country=country or None,
                latitude=row.latitude if row is not None else None,
                longitude=row.longitude if row is not None else None,
                mentions=tuple(Mention(span=span, kind=MentionKind.NAME) for span in spans),
                identifiers=tuple(identifiers),
            )
        )
    return tuple(sorted(places, key=lambda place: (place.mentions[0].span.start, place.mentions[0].span.end)))


def _chunk(name: Name, analysis: Analysis) -> int:
    return analysis.chunk_of[name.first]


def _is_location(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a country's name stands as a location: behind a preposition, or set off behind another place."""
    chunk = _chunk(name, analysis)
    if chunk < 0:
        return False
    phrase = analysis.chunks[chunk]
    if phrase.preposition >= 0:
        preposition = analysis.lemmas[phrase.preposition]
        clauses = pack.grammar.clauses
        return preposition in clauses.locative or preposition in clauses.genitive or preposition in clauses.dative or preposition in pack.grammar.scene_prepositions
    if name.first and analysis.tags[name.first - 1] == "," and name.first >= 2:
        return analysis.shapes[name.first - 2] in "CU"
    return any(chunk in clause.objects for clause in analysis.clauses if clause.lemma in pack.grammar.place_verbs)


def _is_seat(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether an organization's name stands for its building ("à la Maison Blanche")."""
    if name.kind != "organization" or name.place is None:
        return False
    chunk = _chunk(name, analysis)
    return chunk >= 0 and analysis.chunks[chunk].preposition >= 0 and analysis.lemmas[analysis.chunks[chunk].preposition] in (*pack.grammar.clauses.locative, *pack.grammar.clauses.dative)


def _kind_of(name: Name, analysis: Analysis, pack: Pack) -> str:
    roles = pack.roles
    for at in range(name.first, name.last):
        area = roles.areas.match(analysis.norms, at)
        if area is not None:
            return area[1].kind
        if roles.facilities.match(analysis.norms, at) is not None:
            return "facility"
    chunk = _chunk(name, analysis)
    if chunk >= 0:
        phrase = analysis.chunks[chunk]
        heads = [phrase.first] + ([analysis.chunks[phrase.behind].head] if phrase.behind >= 0 else [])
        for at in heads:
            area = roles.areas.match(analysis.norms, at)
            if area is not None:
                return area[1].kind
    return "other"


def _country_behind(names: list[Name], analysis: Analysis, pack: Pack) -> str:
    """The country or known place named right behind an unknown one ("Cadjehoun International Airport in Cotonou")."""
    for name in names:
        for at in range(name.last, min(name.last + 4, len(analysis.norms))):
            if analysis.tags[at] in ".;":
                break
            if analysis.shapes[at] == "C" and analysis.tags[at] == "E":
                known = pack.gazetteer.country_names.get(analysis.norms[at])
                if known is not None:
                    return known.code
                place = pack.gazetteer.place(analysis.norms[at])
                if place is not None:
                    return place.country
    return ""
