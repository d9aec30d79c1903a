"""Where things happen: the stage that turns names of countries, regions, cities and facilities into places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.lexicon.gazetteer import identifier_pairs
from newsevents.mentions.metonymy import PLACE, Metonymy
from newsevents.model import ActorKind, Identifier, Mention, MentionKind, Place, PlaceKind, Span, offset_id

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.model import Actor
    from newsevents.text.analysis import Analysis

_VISIT = "visit"  # the mode of PLOVER's CONSULT that goes to a place
_CHAIN = 3  # complements between a visit and where it goes ("la visite *du président* à Kiev")
_NEAR = 4  # tokens behind an unknown place within which its country or city may stand


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
    acting = _Acting(actors)
    metonymy = Metonymy(analysis, pack)
    groups: dict[str, list[Name]] = {}
    for name in names:
        start, end = analysis.starts[name.first], analysis.ends[name.last - 1]
        if name.kind == "place":
            located = not acting.covers(start, end) or (not acting.within_body(start, end) and _is_visited(name, analysis, pack))
        elif name.kind == "country":
            located = metonymy.read(name) == PLACE and not acting.within_body(start, end)
        else:
            located = _is_seat(name, analysis, pack)
        if located:
            groups.setdefault(_key(name), []).append(name)
    countries = {name.last: name.country for same in groups.values() for name in same if name.country}
    taken: set[str] = set()
    places = [_place(same, analysis, pack, countries, taken) for same in groups.values()]
    return tuple(sorted(places, key=lambda place: (place.mentions[0].span.start, place.mentions[0].span.end)))


class _Acting:
    """Where countries, capitals and bodies stand as actors."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        self.spans: dict[int, int] = {}  # end of the longest name of an organization or country, by its first character
        self.bodies: dict[int, int] = {}
        for actor in actors:
            if actor.kind not in (ActorKind.COUNTRY, ActorKind.ORGANIZATION):
                continue
            for mention in actor.mentions:
                if mention.kind is not MentionKind.NAME:
                    continue
                for at in range(mention.span.start, mention.span.end):
                    self.spans[at] = max(self.spans.get(at, 0), mention.span.end)
                    if actor.kind is ActorKind.ORGANIZATION:
                        self.bodies[at] = max(self.bodies.get(at, 0), mention.span.end)

    def covers(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside the name of an actor."""
        return self.spans.get(start, 0) >= end

    def within_body(self, start: int, end: int) -> bool:
        """Whether a stretch lies inside the name of an organization."""
        return self.bodies.get(start, 0) >= end


def _key(name: Name) -> str:
    row = name.place
    if name.kind == "country":
        return name.country
    return f"{row.kind}:{row.name}:{row.country}" if row is not None else name.key


def _place(same: list[Name], analysis: Analysis, pack: Pack, countries: dict[int, str], taken: set[str]) -> Place:
    first = same[0]
    row = first.place
    spans = [Span.of(analysis.text, analysis.starts[name.first], analysis.ends[name.last - 1]) for name in same]
    identity = offset_id("p", spans[0].start, taken)
    taken.add(identity)
    longest = max(spans, key=lambda span: len(span.text))
    kind = "country" if first.kind == "country" else row.kind if row is not None else _kind_of(first, analysis, pack)
    identifiers = [Identifier(scheme=scheme, value=value) for scheme, value in identifier_pairs(row.identifier)] if row is not None else []
    if first.kind == "country":
        identifiers.insert(0, Identifier(scheme="iso3166-1", value=first.country))
    country = first.country or (row.country if row is not None else "") or _country_behind(same, analysis, countries)
    return Place(
        id=identity,
        name=" ".join(longest.text.split()),
        kind=PlaceKind(kind),
        country=country or None,
        latitude=row.latitude if row is not None else None,
        longitude=row.longitude if row is not None else None,
        mentions=tuple(Mention(span=span, kind=MentionKind.NAME) for span in spans),
        identifiers=tuple(identifiers),
    )


def _is_seat(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether an organization's name stands for its building ("à la Maison Blanche", "outside *St Mary's Hospital*")."""
    if name.kind != "organization":
        return False
    chunk = analysis.chunk_of[name.first]
    if chunk < 0 or analysis.chunks[chunk].preposition < 0 or not name.first <= analysis.chunks[chunk].head < name.last:
        return False
    preposition = analysis.lemmas[analysis.chunks[chunk].preposition]
    if name.place is None:
        return name.organization is None and preposition in pack.grammar.clauses.locative and _is_building(name, analysis, pack)
    return preposition in (*pack.grammar.clauses.locative, *pack.grammar.clauses.dative)


def _is_visited(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a capital that stands for its government is where one goes, too: "en visite *à Beyrouth*", "her trip *to Kyiv*"."""
    chunk = analysis.chunk_of[name.first]
    if chunk < 0 or analysis.chunks[chunk].preposition < 0 or analysis.lemmas[analysis.chunks[chunk].preposition] not in pack.grammar.clauses.dative:
        return False
    for _ in range(_CHAIN):
        chunk = analysis.chunks[chunk].behind
        if chunk < 0:
            return False
        matches = pack.event_nouns.match(analysis.norms, analysis.chunks[chunk].head)
        if matches:
            return any(getattr(group, "mode", "") == _VISIT for _, groups in matches for group in groups)
    return False


def _is_building(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether the noun that heads a name is one for a place made by people."""
    spans = (pack.roles.facilities.match(analysis.norms, at) for at in range(name.first, name.last))
    ends = name.last if not pack.grammar.clauses.postposed_adjectives else 0
    return any(hit is not None and (not ends or hit[0] == ends) for hit in spans)


def _kind_of(name: Name, analysis: Analysis, pack: Pack) -> str:
    """The kind of an unknown place, by a noun inside its name or before it."""
    roles, norms = pack.roles, analysis.norms
    for at in range(name.first, name.last):
        area = roles.areas.match(norms, at)
        if area is not None:
            return area[1].kind
        if roles.facilities.match(norms, at) is not None:
            return "facility"
    chunk = analysis.chunk_of[name.first]
    if chunk < 0:
        return "other"
    phrase = analysis.chunks[chunk]
    before = [at for at in range(phrase.first, name.first) if analysis.shapes[at] == "l"]
    owned = phrase.behind >= 0 and analysis.lemmas[phrase.preposition] in pack.grammar.clauses.genitive  # "the town of X", not "a farm in X"
    for at in (*reversed(before), *([analysis.chunks[phrase.behind].head] if owned else [])):
        area = roles.areas.match(norms, at)
        if area is not None:
            return area[1].kind
        if roles.facilities.match(norms, at) is not None:
            return "facility"
    return "other"


def _country_behind(names: list[Name], analysis: Analysis, countries: dict[int, str]) -> str:
    """The country of the place named right behind an unknown one ("Cadjehoun International Airport in Cotonou")."""
    for name in names:
        for end in range(name.last + 1, min(name.last + _NEAR, len(analysis.norms)) + 1):
            if analysis.tags[end - 1] in ".;":
                break
            if end in countries:
                return countries[end]
    return ""
