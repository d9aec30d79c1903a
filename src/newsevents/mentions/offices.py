"""Persons known by their office alone ("le ministre québécois de la Sécurité publique")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.cast import Member

if TYPE_CHECKING:
    from newsevents.mentions.cast import Cast


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
        if found is None or not found[0] <= chunk.head < found[1]:
            continue
        determiner = a.norms[chunk.first] if a.tags[chunk.first] == "D" else ""
        partitive = not determiner and chunk.preposition >= 0 and a.norms[chunk.preposition] in pack.grammar.contracted
        large = a.shapes[found[0]] == "C" and found[0] > chunk.first and a.tags[found[0]] == "E"
        if large and not found[2].group.head and found[1] - found[0] == 1:
            continue  # "the Google Assistant"
        if not (determiner in definite or partitive) or found[2].group.level not in ("office", "rank"):
            continue
        end = max(cast.titles.complement_end(found[1]), chunk.last if all(a.tags[t] in "ANKE" for t in range(found[1], chunk.last)) else found[1])
        office = cast.titles.office(cast.titles.begin(found[0], chunk.first), end, found[2])
        if end <= found[1] and office.first == found[0] and len(found[2].title.split()) == 1 and not found[2].group.head:
            continue
        name = " ".join(a.surface(office.first, end).split())
        key = " ".join(a.norms[office.first : end])
        member = known.get(key)
        if member is None:
            member = known[key] = Member("person", name, key, country=office.country, gender=found[2].gender, named=False, offices=[office])
            cast.members.append(member)
        member.mentions.append((office.first, end, "name"))
