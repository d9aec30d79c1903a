"""Persons known by their office alone ("le ministre québécois de la Sécurité publique"), and those whom the text names further on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.cast import Member

if TYPE_CHECKING:
    from newsevents.mentions.cast import Cast
    from newsevents.mentions.titles import Office

_AHEAD = 4  # sentences behind an office within which its holder is named


def add_holders(cast: Cast) -> None:
    """Add the holders of offices that the text does not name.

    Args:
        cast: the actors so far; changed.
    """
    a, pack = cast.a, cast.pack
    definite = frozenset(pack.grammar.clauses.definite)
    named = {at for member in cast.members for first, last, _ in member.mentions for at in range(first, last)}
    known: dict[str, Member] = {}
    for index, chunk in enumerate(a.chunks):
        if cast.taken[chunk.head] or chunk.head in named:
            continue
        found = cast.titles.title_in(index)
        if found is None or not chunk.first <= found[0] <= chunk.head < found[1]:
            continue
        determiner = a.norms[chunk.first] if a.tags[chunk.first] == "D" else ""
        partitive = not determiner and chunk.preposition >= 0 and a.norms[chunk.preposition] in pack.grammar.contracted
        large = a.shapes[found[0]] == "C" and found[0] > chunk.first and a.tags[found[0]] == "E"
        if large and not found[2].group.head and found[1] - found[0] == 1:
            continue  # "the Google Assistant"
        owned = chunk.possessor >= 0 and a.tags[a.chunks[chunk.possessor].head] == "E"  # "Germany's foreign minister"
        if not (determiner in definite or partitive or owned) or found[2].group.level not in ("office", "rank"):
            continue
        end = max(cast.titles.complement_end(found[1]), chunk.last if all(a.tags[t] in "ANKE" for t in range(found[1], chunk.last)) else found[1])
        office = cast.titles.office(cast.titles.begin(found[0], chunk.first), end, found[2])
        if not owned and end <= found[1] and office.first == found[0] and len(found[2].title.split()) == 1 and not found[2].group.head:
            continue
        begin = a.chunks[chunk.possessor].first if owned else office.first
        name = " ".join(a.surface(begin, end).split())
        key = " ".join(a.norms[begin:end])
        member = known.get(key)
        if member is None:
            member = known[key] = Member("person", name, key, country=office.country, gender=found[2].gender, named=False, offices=[office])
            cast.members.append(member)
        member.mentions.append((office.first, end, "name"))


def name_holders(cast: Cast) -> None:
    """Give the holders of offices the names that follow them: "a judge ordered …" and then "Judge Ann Reed".

    Args:
        cast: the actors, their references resolved; changed.
    """
    a = cast.a
    named = [one for one in cast.members if one.kind == "person" and one.named and one.offices]
    for holder in cast.members:
        if holder.named or holder.kind != "person" or not holder.mentions or not holder.offices:
            continue
        first = min(holder.mentions)[0]
        fits = (
            [holder.proved]
            if holder.proved is not None
            else [
                one
                for one in named
                if any(_is_same(cast, holder.offices[0], office) for office in one.offices)
                and not (holder.country and one.country and holder.country != one.country)
                and not (holder.gender and one.gender and holder.gender != one.gender)
            ]
        )
        if len(fits) != 1 or (
            holder.proved is None and (not 0 <= a.sentence_of[min(fits[0].mentions)[0]] - a.sentence_of[first] <= _AHEAD or min(fits[0].mentions)[0] < first)
        ):
            continue
        for begin, end, kind in holder.mentions:
            chunk = a.chunk_of[begin]
            begins = a.chunks[chunk].first if chunk >= 0 and kind == "name" else begin
            fits[0].mentions.append((begins, end, "nominal" if kind == "name" else kind))
        fits[0].country = fits[0].country or holder.country
        fits[0].offices = fits[0].offices or holder.offices
        holder.mentions = []


def name_groups(cast: Cast) -> None:
    """Give the groups that turned out to be a named body to it: "the rebels" before and after "M23".

    Args:
        cast: the actors, their references resolved; changed.
    """
    for group in cast.members:
        if group.kind == "group" and group.proved is not None:
            group.proved.mentions.extend((first, last, "nominal" if kind == "name" else kind) for first, last, kind in group.mentions)
            group.mentions = []


def _is_same(cast: Cast, held: Office, office: Office) -> bool:
    """Whether two offices are one as far as their words tell: the same title, and no word that only one of them has but for its country's."""
    if held.title.title != office.title.title or (held.organization and office.organization and held.organization != office.organization):
        return False
    own, other = _words(cast, held), _words(cast, office)
    return own == other or (
        (own < other or other < own) and min(own, other, key=len).difference(cast.pack.roles.modifiers.firsts) == set(held.title.title.split())
    )


def _words(cast: Cast, office: Office) -> set[str]:
    a = cast.a
    return {a.norms[at] for at in range(office.first, office.last) if a.tags[at] not in "DPC+" and a.norms[at] not in cast.pack.gazetteer.adjectives}
