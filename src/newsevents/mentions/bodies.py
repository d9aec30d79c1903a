"""Actors that have no name: bodies and groups written small ("la police", "les opposants d'Ali Bongo", "Germany's foreign ministry")."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple

from newsevents.mentions.cast import Member

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsevents.mentions.bounds import Bounds
    from newsevents.mentions.cast import Cast
    from newsevents.mentions.names import Name

_FORCES = ("MIL", "COP")
_COURTS = ("JUD",)
_REACH = 3  # sentences that a bare noun for a force reaches back
_ACTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "CRM", "PRM", "JRN", "LAB", "SOC"})  # groups that act as such

_NAMED_BEFORE: Final = (("LAB",), ("PTY",), ("UAF",))  # sectors of bodies whose noun stands behind their name ("the *Unite* union")
_LIKE: Final = 100  # bodies with one noun that a bare mention is held against


class _Body(NamedTuple):
    """A body in the text: tokens ``first`` to ``last``, its head noun's lemma and what tells it from its like."""

    first: int
    last: int
    kind: str
    head: str
    sectors: tuple[str, ...]
    country: str
    qualifier: str


class Bodies:
    """Finds the unnamed bodies and groups of one text."""

    def __init__(self, cast: Cast, names: list[Name], bounds: Bounds) -> None:
        self.cast = cast
        self.a = cast.a
        self.pack = cast.pack
        self.roles = cast.pack.roles
        self.bounds = bounds
        self.postposed = cast.pack.grammar.clauses.postposed_adjectives
        self.definite = frozenset(cast.pack.grammar.clauses.definite)
        self.names = {at: name for name in names for at in range(name.first, name.last)}
        self.persons = {
            at: member for member in reversed(cast.members) if member.kind == "person" for first, last, _ in member.mentions for at in range(first, last)
        }
        named = [one for one in cast.members if one.kind == "organization" and one.named and one.sectors and one.sectors[0] in _FORCES]
        self.forces = {
            sector: sorted(((first, one) for one in named if one.sectors[0] == sector for first, _, _ in one.mentions), key=lambda pair: pair[0])
            for sector in _FORCES
        }
        self.of_set: dict[int, dict[Member, None]] = {}  # bodies by the set of nouns for one body that theirs is in
        for one in cast.members:
            for first, _, _ in one.mentions if one.kind == "organization" else ():
                self._add_to_set(one, first)
        self.of_head: dict[tuple[str, str], list[Member]] = {}
        self.of_qualifier: dict[tuple[str, str, str], list[Member]] = {}

    def add(self) -> None:
        """Add them to the cast, whether or not anything is said of them."""
        found = []
        firsts, chunk_of, chunks = self.roles.body_firsts, self.a.chunk_of, self.a.chunks
        for index in dict.fromkeys(chunk_of[at] for at, norm in enumerate(self.a.norms) if norm in firsts and chunk_of[at] >= 0):
            chunk = chunks[index]
            if self._is_subject_matter(chunk.head):
                continue
            body = self._body(index)
            if body is not None and chunk.head not in self.names and chunk.head not in self.cast.described and not self._is_state(index, body):
                found.append(body)
        for body in sorted(found, key=lambda one: (not (one.country or one.qualifier), one.first)):
            self._join(body)
        self.cast.absorb((body.first, body.last) for body in found if body.kind == "organization")

    def _is_subject_matter(self, at: int) -> bool:
        """Whether a noun is only what an office deals with, a word of its title ("ministre de la *justice*")."""
        cover = self.cast.titles.covers.get(at)
        if cover is None or cover[0] == at:
            return False
        whole = self.roles.titles.match(self.a.norms, cover[0])
        if whole is not None and at < whole[0] and "GOV" in whole[1].group.sectors:
            return True  # "le chef de la *diplomatie* turque"
        office = self.roles.titles.match([self.a.norms[cover[0]]], 0)
        return any(group.head and "GOV" in group.sectors for group in (cover[2].group, office[1].group if office is not None else cover[2].group))

    def _is_state(self, index: int, body: _Body) -> bool:
        """Whether a body is a country's government named by the country or its ruler: then it is the country."""
        a = self.a
        chunk = a.chunks[index]
        if body.head not in self.roles.state_bodies:
            return False
        owner = chunk.possessor if chunk.possessor >= 0 else index + 1
        if owner >= len(a.chunks) or (
            chunk.possessor < 0 and (a.chunks[owner].behind != index or a.lemmas[a.chunks[owner].preposition] not in self.pack.grammar.clauses.genitive)
        ):
            return False
        name = self.names.get(a.chunks[owner].head)
        if name is None or name.kind not in ("country", "person"):
            return False
        ruler = self.persons.get(a.chunks[owner].head)
        country = name.country if name.kind == "country" else ruler.country if ruler is not None else ""
        member = self.cast.country(country) or (self.cast.add_country(country) if name.kind == "country" else None)
        if member is None:
            return False
        first, last = (chunk.first, a.chunks[owner].last) if owner > index else (a.chunks[owner].first, chunk.last)
        member.mentions = [mention for mention in member.mentions if not first <= mention[0] < last]
        member.mentions.append((first, last, "nominal"))
        for at in range(first, last):
            self.cast.taken[at] = True
        return True

    # -- what a noun phrase names

    def _body(self, index: int) -> _Body | None:
        a, roles = self.a, self.roles
        chunk = a.chunks[index]
        norms = a.norms
        for at in range(chunk.first, chunk.last):
            if a.shapes[at] != "l" and not (at == chunk.first and at not in self.names):
                continue
            if norms[at] not in roles.heads and norms[at] not in roles.collectives:
                continue
            head = roles.heads.match(norms, at)
            if head is not None and head[1].acts and at <= chunk.head < head[0]:
                return self._of_head(index, at, head[0], head[1].sectors)
            group = roles.collectives.match(norms, at)
            if group is not None and at <= chunk.head < group[0] and _ACTORS & set(group[1].sectors):
                return self._of_group(index, at, group[0], group[1].sectors)
        return None

    def _determined(self, index: int, at: int) -> bool:
        """Whether a noun phrase is definite: by its article, a contracted preposition, an owner or (where articles are left out) bare."""
        a = self.a
        chunk = a.chunks[index]
        grammar = self.pack.grammar
        if chunk.possessor >= 0:
            return True
        if a.tags[chunk.first] == "D":
            word = a.norms[chunk.first]
            return word in self.definite or word in grammar.pronouns.possessives
        if chunk.preposition >= 0 and a.norms[chunk.preposition] in grammar.contracted:
            return True
        if chunk.leader != index and not self.postposed:
            return True
        return not self.postposed and not any(a.tags[t] in "M" for t in range(chunk.first, at))

    def _of_head(self, index: int, at: int, end: int, sectors: tuple[str, ...]) -> _Body | None:
        a = self.a
        chunk = a.chunks[index]
        if not self._determined(index, at) or self._is_named(at, sectors):
            return None
        if self.postposed:
            last = self.bounds.extend(at, end)
            last = last if self._may_extend(end, last) else self._adjectives_end(end, chunk.last)
        else:
            last = max(end, chunk.last if all(a.tags[t] in "NE" for t in range(end, chunk.last)) else end)
            last = self._english_end(index, last)
        begin = self._begin(at, chunk.first)
        country, qualifier = self._qualified(index, begin, at, end, last)
        head = self._head(at, end, sectors)
        if end - at > 1 and sectors[:1] == _COURTS and " " not in head:
            qualifier = f"{' '.join(a.norms[at:end])} {qualifier}".strip()  # "the *high court*" is not "the *court of appeal*"
        elif end - at > 1 and a.tags[at] == "A":
            qualifier = f"{a.norms[at]} {qualifier}".strip()  # "the *regional* government"
        owner = a.chunks[chunk.possessor] if chunk.possessor >= 0 else None
        if owner is not None and a.tags[owner.head] == "N" and owner.head not in self.names:
            begin = owner.head  # "the [pilots' union]"
            qualifier = f"{a.norms[owner.head]} {qualifier}".strip()
        return _Body(begin, last, "organization", head, sectors, country, qualifier)

    def _is_named(self, at: int, sectors: tuple[str, ...]) -> bool:
        """Whether a head noun only says what the name before it is: "the *CGT* union", not "the *Amazon* union"."""
        name = None if self.postposed else self.names.get(at - 1)
        if name is None or name.kind != "organization" or sectors[:1] not in _NAMED_BEFORE:
            return False
        return name.organization is None or name.organization.sectors[:1] == sectors[:1]

    def _head(self, at: int, end: int, sectors: tuple[str, ...]) -> str:
        """The noun by which a body is known again: "police" for "forces de police" too; "unions" are not "the union"."""
        norms, lemmas = self.a.norms, self.pack.nouns.lemmas
        if end - at == 1:
            return norms[at]
        for word in (at, end - 1):
            hit = self.roles.heads.match([norms[word]], 0)
            if hit is not None and hit[1].acts and hit[1].sectors == sectors:
                return lemmas(norms[word])[-1]
        return " ".join(norms[at:end])

    def _adjectives_end(self, end: int, limit: int) -> int:
        a = self.a
        by = self.pack.grammar.clauses.by
        while end < min(limit, len(a.norms)) and (
            a.tags[end] == "A"
            or (a.tags[end] == "K" and not (end + 1 < len(a.norms) and a.tags[end + 1] == "P" and a.lemmas[end + 1] in by))
            or a.norms[end] in self.pack.gazetteer.adjectives
        ):
            end += 1
        return end

    def _may_extend(self, end: int, last: int) -> bool:
        """Whether what follows a body's head noun is its name, not a person's or somebody's possession ("l'armée de son pays")."""
        return not any(at in self.names and self.names[at].kind == "person" for at in range(end, last))

    def _english_end(self, index: int, last: int) -> int:
        """The end of a body with a genitive that names a place or country ("the government of Benin", "police in Lagos" not)."""
        a = self.a
        following = index + 1
        if following < len(a.chunks):
            chunk = a.chunks[following]
            if (
                chunk.behind == index
                and chunk.leader == following
                and a.lemmas[chunk.preposition] in self.pack.grammar.clauses.genitive
                and chunk.preposition == last
            ):
                name = self.names.get(chunk.head)
                if name is not None and name.kind in ("country", "place"):
                    return chunk.last
                head = self.roles.heads.match(a.norms, a.chunks[index].head)
                if head is not None and head[1].proper and all(a.tags[at] in "NA" and a.shapes[at] == "l" for at in range(chunk.first, chunk.last)):
                    return chunk.last  # "the ministry of health"
        return last

    def _begin(self, at: int, begin: int) -> int:
        a = self.a
        while at > begin and (
            a.norms[at - 1] in self.pack.gazetteer.adjectives
            or (not self.postposed and a.tags[at - 1] in "AN" and a.shapes[at - 1] == "l")
            or (not self.postposed and a.tags[at - 1] == "E")
        ):
            at -= 1
        return at

    def _qualified(self, index: int, begin: int, at: int, end: int, last: int) -> tuple[str, str]:
        """The country that a body's words name, and the words that tell it from its like."""
        a, gazetteer = self.a, self.pack.gazetteer
        country = ""
        qualifier: list[str] = []
        for token in (*range(begin, at), *range(end, last)):
            nation = gazetteer.nationalities.match(a.norms, token)
            if nation is not None:
                country = country or nation[1]
                continue
            name = self.names.get(token)
            if name is not None:
                code = name.country or (name.place.country if name.place is not None else "")
                country = country or code
                if name.kind != "country" and name.first == token:
                    qualifier.append(name.key)
            elif a.tags[token] in "NAE":
                qualifier.append(a.norms[token])
        owner = a.chunks[index].possessor
        if owner >= 0:
            name = self.names.get(a.chunks[owner].head)
            if name is not None:
                country = country or name.country or (name.place.country if name.place is not None else "")
                if name.kind != "country":
                    qualifier.append(name.key)
        return country, " ".join(qualifier)

    def _of_group(self, index: int, at: int, end: int, sectors: tuple[str, ...]) -> _Body | None:
        a = self.a
        chunk = a.chunks[index]
        if any(a.tags[t] == "M" for t in range(chunk.first, at)):
            return None  # "400 soldats": some of them
        if not self.postposed and any(t in self.names and self.names[t].kind == "organization" for t in range(chunk.first, at)):
            return None  # "RSF fighters": the RSF
        owned = a.tags[chunk.first] == "D" and a.norms[chunk.first] in self.pack.grammar.pronouns.possessives
        complement = self._complement(index) if not owned else None
        if complement is None and not self._determined(index, at):
            return None
        if self.postposed:
            last = self._adjectives_end(end, max(chunk.last, end + 2))
        else:
            last = max(end, chunk.last if all(a.tags[t] in "N" for t in range(end, chunk.last)) else end)
        begin = self._begin(at, chunk.first)
        country, qualifier = self._qualified(index, begin, at, end, last)
        if complement is not None:
            name = (
                self.names[a.chunks[complement].head]
                if a.chunks[complement].head in self.names
                else next(self.names[t] for t in range(a.chunks[complement].first, a.chunks[complement].last) if t in self.names)
            )
            last = a.chunks[complement].last
            country = country or name.country or (name.place.country if name.place is not None else "")
            qualifier = f"{qualifier} {name.key}".strip()
        head = self.pack.nouns.lemmas(a.norms[chunk.head])[-1]
        return _Body(begin, last, "group", head, sectors, country, qualifier)

    def _complement(self, index: int) -> int | None:
        """The noun phrase of a genitive behind another that names someone or somewhere."""
        a = self.a
        following = index + 1
        if following < len(a.chunks):
            chunk = a.chunks[following]
            if chunk.behind == index and chunk.leader == following and a.lemmas[chunk.preposition] in self.pack.grammar.clauses.genitive:
                if any(at in self.names for at in range(chunk.first, chunk.last)):
                    return following
        return None

    # -- one actor for all mentions of a body

    def _join(self, body: _Body) -> None:
        a = self.a
        surface = " ".join(a.surface(body.first, body.last).split())
        like = self.of_head.setdefault((body.kind, body.head), [])
        force = self._force(body) or self._named_before(body) or self._by_other_noun(body)
        if force is not None:
            force.mentions.append((body.first, body.last, "nominal"))
            return
        member = next((one for one in self._alike(body) if self._same(one, body)), None)
        if member is None:
            member = Member(
                body.kind, surface, body.qualifier, country=body.country, sectors=body.sectors, plural=body.kind == "group", named=False, head=body.head
            )
            member.generic = not body.country
            like.append(member)
            self.of_qualifier.setdefault((body.kind, body.head, body.qualifier), []).append(member)
            self.cast.members.append(member)
        elif body.last - body.first > len(member.tokens):
            member.name = surface
        if body.last - body.first > len(member.tokens):
            member.tokens = tuple(a.norms[body.first : body.last])
        self._add_to_set(member, body.first)
        member.country = member.country or body.country or self._usual_country(body)
        member.keys |= {body.head, a.norms[body.last - 1]}
        led = body.kind == "group" and body.sectors[:1] == _FORCES[:1] and any(at in self.persons for at in range(body.first, body.last))
        member.mentions.append((body.first, body.last, "nominal" if led else "name"))  # "les troupes du *général X*" have no name

    def _add_to_set(self, member: Member, first: int) -> None:
        """Note the set of nouns for one body that the words of a mention are in."""
        hit = self.roles.same_bodies.match(self.a.norms, first)
        if hit is not None:
            self.of_set.setdefault(hit[1], {})[member] = None

    def _by_other_noun(self, body: _Body) -> Member | None:
        """The one body before that a bare noun is another word for: "la mairie de Lyon … la municipalité", "the White House … the administration"."""
        hit = self.roles.same_bodies.match(self.a.norms, body.first)
        if hit is None or hit[0] < body.last:
            return None
        own = self.of_head[body.kind, body.head]
        found = [
            one
            for one in islice(self.of_set.get(hit[1], ()), _LIKE)
            if min(one.mentions)[0] < body.first and one not in own and not (body.country and one.country and body.country != one.country)
        ]
        if len(found) != 1 or any(min(one.mentions)[0] < body.first for one in own):
            return None
        local = found[0].country in ("", self.cast.main) or not self.cast.main or body.country == found[0].country
        return found[0] if local else None

    def _named_before(self, body: _Body) -> Member | None:
        """The one organization named before whose name ends or begins with a body's words: "Harris County Sheriff's Office … the sheriff's office"."""
        member = self.cast.names.of_part(tuple(self.a.norms[body.first : body.last])) if body.kind == "organization" and body.last - body.first > 1 else None
        if member is None or member.mentions[0][0] > body.first or (body.country and member.country and body.country != member.country):
            return None
        return member

    def _force(self, body: _Body) -> Member | None:
        """The named force or police right before a bare noun for one: "the Israel Defense Forces … the army"."""
        if body.kind != "organization" or body.country or body.qualifier or not body.sectors or body.sectors[0] not in _FORCES:
            return None
        forces = self.forces.get(body.sectors[0], [])
        at = bisect_left(forces, body.first, key=lambda one: one[0]) - 1
        if at < 0 or self.a.sentence_of[body.first] - self.a.sentence_of[forces[at][0]] > _REACH:
            return None
        if not forces[at][1].listed or not forces[at][1].country:
            return None  # "Rapid Support Forces" are not the army
        nearer = any(forces[at][0] < first < body.first for one in islice(self.of_head[body.kind, body.head], _LIKE) for first, _, _ in one.mentions)
        return None if nearer else forces[at][1]

    def _alike(self, body: _Body) -> Iterable[Member]:
        """The bodies with the same noun that one may be: those with its qualifier and those with none, or a number of any."""
        if not body.qualifier:
            return islice(self.of_head[body.kind, body.head], _LIKE)
        return chain.from_iterable(self.of_qualifier.get((body.kind, body.head, qualifier), ()) for qualifier in (body.qualifier, ""))

    def _usual_country(self, body: _Body) -> str:
        """The country whose body the press means by a bare noun, where that country acts in the text."""
        hit = self.roles.heads.match([body.head], 0)
        code = hit[1].country if hit is not None and not body.qualifier else ""
        return code if code and self.cast.country(code) is not None else ""

    @staticmethod
    def _same(member: Member, body: _Body) -> bool:
        """Whether a body is one already met: the same noun, no other country and no other qualifier."""
        if body.country and member.country and body.country != member.country:
            return False
        if body.qualifier and member.key and body.qualifier != member.key:
            return bool(body.country) and body.country == member.country and body.kind == "organization" and (not body.qualifier or not member.key)
        return not (body.kind == "group" and body.qualifier and not member.key)
