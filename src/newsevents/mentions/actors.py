"""Who acts: the stage that turns names, offices and references into actors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.mentions.bodies import Bodies
from newsevents.mentions.cast import Cast
from newsevents.mentions.countries import Countries, main_country
from newsevents.mentions.kinds import settle_kinds
from newsevents.mentions.names import NameFinder
from newsevents.mentions.offices import add_holders, name_groups, name_holders
from newsevents.mentions.references import References
from newsevents.mentions.titles import TitleFinder
from newsevents.model import Actor, ActorKind, Identifier, Mention, MentionKind, Role, Span, offset_id

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.bounds import Bounds
    from newsevents.mentions.names import Name, Prefix
    from newsevents.text.analysis import Analysis


class FoundNames(NamedTuple):
    """The names of a text, and what was read on the way."""

    names: list[Name]  # in text order, their kinds settled
    prefixes: dict[int, Prefix]  # what stands before a name in its capitalised stretch, by the first token of the name
    titles: TitleFinder
    bounds: Bounds


def find_names(analysis: Analysis, pack: Pack) -> FoundNames:
    """All names of a text with their kinds.

    Args:
        analysis: the text.
        pack: its language.

    Returns:
        Names in text order, and what was read on the way.
    """
    titles = TitleFinder(analysis, pack)
    finder = NameFinder(analysis, pack, titles)
    names = settle_kinds(finder.find(), analysis, pack, titles, finder.stretches)
    names = [name for name in names if not _is_subject_matter(name, analysis, titles)]
    return FoundNames(names, finder.prefixes, titles, finder.bounds)


def find_actors(analysis: Analysis, pack: Pack, names: FoundNames) -> tuple[Actor, ...]:
    """The actors of a text.

    Args:
        analysis: the text.
        pack: its language.
        names: what ``find_names`` gave.

    Returns:
        Actors by their first mention, each with all its mentions; unnamed bodies and groups among them, whether or not
        anything is said of them.
    """
    titles = names.titles
    cast = Cast(analysis, pack, titles)
    for prefix in names.prefixes.values():
        for at in range(prefix.title, prefix.name):
            cast.taken[at] = True
    found = names.names
    main = main_country(found, titles, pack)
    cast.main = main
    cast.add_names(found)
    cast.add_titles(found, names.prefixes)
    cast.know_persons()
    Bodies(cast, found, names.bounds).add()
    add_holders(cast)
    Countries(cast, found, main).settle()
    References(cast).resolve()
    name_holders(cast)
    name_groups(cast)
    return _records(cast)


def _is_subject_matter(name: Name, analysis: Analysis, titles: TitleFinder) -> bool:
    """Whether an unknown capitalised word is only what an office deals with ("ministre de l'*Intérieur*", "secrétaire au *Trésor*")."""
    if name.sure or name.kind not in ("organization", "place") or name.last - name.first > 1 or analysis.shapes[name.first] == "U":
        return False
    chunk = analysis.chunk_of[name.first]
    if chunk < 0:
        return False
    phrase = analysis.chunks[chunk]
    if phrase.behind < 0 or titles.title_in(phrase.behind) is None:
        return False
    return analysis.tags[phrase.first] == "D" or analysis.norms[phrase.preposition] in titles.pack.grammar.contracted


def _records(cast: Cast) -> tuple[Actor, ...]:
    a = cast.a
    text = a.text
    members = [member for member in cast.members if member.mentions]
    for member in members:
        member.mentions = sorted(set(member.mentions))
    members.sort(key=lambda member: (a.starts[member.mentions[0][0]], a.ends[member.mentions[0][1] - 1]))
    taken: set[str] = set()
    actors = []
    for member in members:
        mentions = []
        reached = -1
        for first, last, kind in member.mentions:
            start, end = a.starts[first], a.ends[last - 1]
            if start < reached:
                continue
            reached = end
            mentions.append(Mention(span=Span.of(text, start, end), kind=MentionKind(kind)))
        identity = offset_id("a", mentions[0].span.start, taken)
        taken.add(identity)
        roles = tuple(
            Role(
                title=" ".join(a.surface(office.first, office.last).split()),
                organization=office.organization or None,
                country=office.country or None,
                span=Span.of(text, a.starts[office.first], a.ends[office.last - 1]),
            )
            for office in sorted(member.offices)
        )
        sectors = dict.fromkeys(
            (
                *member.sectors,
                *(
                    sector
                    for office in member.offices
                    for sector in (office.title.group.sectors or (office.title.group.state_sectors if office.country else ()))
                ),
            )
        )
        actors.append(
            Actor(
                id=identity,
                name=member.name,
                kind=ActorKind(member.kind),
                country=member.country or None,
                roles=roles,
                sectors=tuple(sectors),
                mentions=tuple(mentions),
                identifiers=tuple(Identifier(scheme=scheme, value=value) for scheme, value in member.identifiers),
            )
        )
    return tuple(actors)
