"""Actors that have no name: bodies and groups in lower case ("la police", "les opposants d'Ali Bongo") and holders of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.cast import Member

if TYPE_CHECKING:
    from newsevents.mentions.cast import Cast
    from newsevents.mentions.names import Name


def add_bodies(cast: Cast, names: list[Name]) -> None:
    """Add bodies that act by their office and groups of people.

    Args:
        cast: the actors so far; changed.
        names: the names of the text.
    """
    a, pack = cast.a, cast.pack
    roles = pack.roles
    definite = frozenset(pack.grammar.clauses.definite)
    by_token = {at: name for name in names for at in range(name.first, name.last)}
    for index, chunk in enumerate(a.chunks):
        if cast.taken[chunk.head]:
            continue
        for at in range(chunk.first, chunk.last):
            if a.shapes[at] == "C" and a.tags[at] == "E" and at in by_token:
                continue
            norm = a.norms[at]
            hit = roles.heads.match(a.norms, at)
            group = roles.collectives.match(a.norms, at) if hit is None or not hit[1].acts else None
            if hit is not None and hit[1].acts and hit[0] > chunk.head >= at:
                first_tag = a.tags[chunk.first]
                determiner = a.norms[chunk.first] if first_tag == "D" else ""
                bare = not determiner and chunk.preposition < 0 and not pack.grammar.clauses.postposed_adjectives
                partitive = first_tag != "D" and chunk.preposition >= 0 and a.norms[chunk.preposition] in pack.grammar.contracted
                if determiner in definite or partitive or bare or (determiner and determiner in pack.grammar.pronouns.possessives):
                    _body(cast, index, at, hit[0], hit[1].kind, hit[1].sectors, by_token)
            elif group is not None and group[0] > chunk.head >= at:
                determiner = a.norms[chunk.first] if a.tags[chunk.first] == "D" else ""
                partitive = not determiner and chunk.preposition >= 0 and a.norms[chunk.preposition] in pack.grammar.contracted
                if determiner in definite or partitive or _complement(cast, index, by_token) is not None or not pack.grammar.clauses.postposed_adjectives:
                    _body(cast, index, at, group[0], "group", group[1].sectors, by_token)
            else:
                continue
            _ = norm
            break


def _complement(cast: Cast, index: int, names: dict[int, Name]) -> int | None:
    """The chunk of a genitive behind a noun phrase that names someone or somewhere."""
    a = cast.a
    following = index + 1
    if following < len(a.chunks):
        chunk = a.chunks[following]
        if chunk.behind == index and chunk.leader == following and a.lemmas[chunk.preposition] in cast.pack.grammar.clauses.genitive and any(at in names for at in range(chunk.first, chunk.last)):
            return following
    return None


def _body(cast: Cast, index: int, first: int, last: int, kind: str, sectors: tuple[str, ...], names: dict[int, Name]) -> None:
    a, pack = cast.a, cast.pack
    chunk = a.chunks[index]
    end = max(last, chunk.last if all(a.tags[at] in "ANKE" for at in range(last, chunk.last)) else last)
    begin = first
    while begin > chunk.first and (a.norms[begin - 1] in pack.gazetteer.adjectives or (not pack.grammar.clauses.postposed_adjectives and a.tags[begin - 1] in "AN" and a.shapes[begin - 1] == "l")):
        begin -= 1
    country = next((pack.gazetteer.adjectives[a.norms[at]] for at in range(begin, end) if a.norms[at] in pack.gazetteer.adjectives), "")
    complement = _complement(cast, index, names)
    qualifier = ""
    if complement is not None:
        behind = a.chunks[complement]
        name = next(names[at] for at in range(behind.first, behind.last) if at in names)
        country = country or name.country or (name.place.country if name.place else "")
        end = behind.last
        qualifier = name.key
    elif chunk.possessor >= 0:
        owner = a.chunks[chunk.possessor]
        name = next((names[at] for at in range(owner.first, owner.last) if at in names), None)
        country = country or (name.country if name else "")
        qualifier = name.key if name else ""
    head = a.norms[chunk.head]
    lemma = pack.nouns.lemmas(head)[-1]
    same = [member for member in cast.members if not member.named and member.kind == kind and lemma in member.keys]
    for member in same:
        if not country or not member.country or member.country == country:
            if kind == "group" and qualifier and qualifier not in member.keys and any(member.keys - {lemma, head}):
                continue
            member.mentions.append((begin, end, "name"))
            member.country = member.country or country
            if end - begin > len(member.tokens):
                member.tokens = tuple(a.norms[begin:end])
                member.name = " ".join(a.surface(begin, end).split())
            if qualifier:
                member.keys.add(qualifier)
            return
    member = Member(kind, " ".join(a.surface(begin, end).split()), lemma, country=country, sectors=sectors, plural=kind == "group", named=False, tokens=tuple(a.norms[begin:end]))
    member.keys |= {lemma, head} | ({qualifier} if qualifier else set())
    member.mentions.append((begin, end, "name"))
    cast.members.append(member)


def add_holders(cast: Cast) -> None:
    """Add persons known by their office alone ("le ministre québécois de la Sécurité publique")."""
    a, pack = cast.a, cast.pack
    definite = frozenset(pack.grammar.clauses.definite)
    for index, chunk in enumerate(a.chunks):
        if cast.taken[chunk.head] or any(_within(chunk.head, member) for member in cast.members):
            continue
        found = cast.titles.title_in(index)
        if found is None or not found[0] <= chunk.head < found[1]:
            continue
        determiner = a.norms[chunk.first] if a.tags[chunk.first] == "D" else ""
        partitive = not determiner and chunk.preposition >= 0 and a.norms[chunk.preposition] in pack.grammar.contracted
        if not (determiner in definite or partitive) or found[2].group.level not in ("office", "rank"):
            continue
        end = cast.titles.chain_end(index)
        office = cast.titles.office(cast.titles.begin(found[0], chunk.first), end, found[2])
        described = end > found[1]
        if not described:
            continue
        name = " ".join(a.surface(office.first, end).split())
        key = " ".join(a.norms[office.first : end])
        member = next((m for m in cast.members if m.kind == "person" and not m.named and m.key == key), None)
        if member is None:
            member = Member("person", name, key, country=office.country, gender=found[2].gender, named=False, offices=[office])
            cast.members.append(member)
        member.mentions.append((office.first, end, "name"))


def _within(token: int, member: Member) -> bool:
    return any(first <= token < last for first, last, _ in member.mentions)
