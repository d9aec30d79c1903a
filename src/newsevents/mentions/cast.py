"""One actor for all its mentions: names, acronyms and countries merged, with their titles."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import attrs

from newsevents.lexicon.gazetteer import identifier_pairs
from newsevents.lexicon.persons import read_persons
from newsevents.mentions.body_names import BodyNames
from newsevents.mentions.metonymy import ACTOR, Metonymy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsevents.lexicon.gazetteer import OrganizationRow, PersonRow
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name, Prefix
    from newsevents.mentions.titles import Office, TitleFinder
    from newsevents.text.analysis import Analysis

_NAMESAKES: Final = 40  # persons of one family name that a name is held against: more than an article has
_PAPER: Final = "JRN"  # the sector of newspapers
_COMPANY: Final = "BUS"  # the sector of what has only words of companies in its name


@attrs.define(eq=False)
class Member:
    """One actor under construction. Mentions are (first token, last token, kind)."""

    kind: str
    name: str
    key: str
    country: str = ""
    gender: str = ""
    plural: bool = False
    offices: list[Office] = attrs.field(factory=list)
    sectors: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    mentions: list[tuple[int, int, str]] = attrs.field(factory=list)
    tokens: tuple[str, ...] = ()
    named: bool = True  # has a proper name; else known by its office or as a group only
    generic: bool = False  # a kind of body every country has ("Assemblée nationale"): its country is the one the text is about
    keys: set[str] = attrs.field(factory=set)
    known: bool = False  # an entry of the gazetteer, or named by its head noun
    listed: bool = False  # an entry of the gazetteer
    head: str = ""  # the lemma of the noun that heads it, for bodies
    known_titles: frozenset[str] = frozenset()  # titles that a person is known by, whatever the text says
    presumed: bool = False  # the country is only that of the text
    proved: Member | None = None  # whom the text names by and by, for the holder of an office without a name
    latest: int = -1  # where the last single name of a person begins, so far


class Cast:
    """The actors of one text, gathered step by step."""

    def __init__(self, analysis: Analysis, pack: Pack, titles: TitleFinder) -> None:
        self.a = analysis
        self.pack = pack
        self.titles = titles
        self.names = BodyNames(analysis, pack)
        self.members: list[Member] = []
        self.described: set[int] = set()  # heads of descriptions that an acronym follows
        self.taken = [False] * len(analysis.norms)
        self._of_token: dict[str, dict[Member, None]] = {}  # persons by the words of their names
        self._of_name: dict[str, Member] = {}  # persons by folded whole name
        self._of_row: dict[PersonRow, Member] = {}  # persons of the user's gazetteer
        self._of_code: dict[str, Member] = {}  # countries
        self.main = ""  # the country that the text is plainly about
        self.metonymy = Metonymy(analysis, pack)

    def know_persons(self) -> None:
        """Say of the persons whom the press names without more what is known of them; what the text says of their country wins."""
        persons = self.pack.load(read_persons)
        for member in self.members:
            known = persons.get(member.key) if member.kind == "person" and member.named else None
            if known is not None:
                member.country = member.country or known.country
                if member.country == known.country:
                    member.known_titles = known.titles

    # -- names

    def add_names(self, names: list[Name]) -> None:
        """Merge all names into actors: whole names first, then their parts."""
        persons = [name for name in names if name.kind == "person"]
        for name in persons:
            if name.last - name.first > 1 or name.person is not None:
                self._person(name)
        for name in persons:
            if name.last - name.first == 1 and name.person is None:
                self._single(name)
        for name in names:
            if name.kind == "organization":
                self._organization(name)
            elif name.kind == "group":
                self._group(name)
            elif name.kind == "country" or (name.kind == "place" and name.capital):
                self._country(name)
        for name in names:
            for at in range(name.first, name.last):
                self.taken[at] = True

    def _core(self, first: int, last: int) -> tuple[str, ...]:
        """The words of a person's name without "Jr." and the like; the parts of hyphenated ones apart."""
        suffixes, norms = self.pack.roles.name_suffixes, self.a.norms
        tokens = [norms[at] for at in range(first, last) if norms[at] not in suffixes and self.a.tags[at] != "q"] or norms[first:last]
        return tuple(part for token in tokens for part in token.split("-") if part)

    def _person(self, name: Name) -> None:
        core = self._core(name.first, name.last)
        if name.person is not None:
            self._known_person(name, core)
            return
        member = self._of_name.get(name.key) or next((one for one in self._namesakes(core[-1]) if self._same_person(one.tokens, core)), None)
        if member is None and len(core) > 2:
            member = next((one for token in core[1:-1] for one in self._namesakes(token) if len(one.tokens) > 1 and self._same_person(one.tokens, core)), None)
        if member is None:
            member = self._new_person(name, core)
        elif len(core) > len(member.tokens):
            member.tokens, member.key, member.name = core, name.key, self._clean(name.first, name.last)
            self._index(member)
        self._of_name.setdefault(name.key, member)
        self._describe(member, name)

    def _namesakes(self, token: str) -> islice[Member]:
        """The persons who have a word in their names, as many as are looked at."""
        return islice(self._of_token.get(token, ()), _NAMESAKES)

    def _known_person(self, name: Name, core: tuple[str, ...]) -> None:
        """A person of the user's gazetteer: one actor for all aliases."""
        row = name.person
        assert row is not None  # noqa: S101 - the caller looked
        member = self._of_row.get(row)
        if member is None:
            member = self._of_row[row] = self._new_person(name, core)
        surface = self._clean(name.first, name.last)
        member.name = surface if len(surface) > len(member.name) else member.name
        member.identifiers = identifier_pairs(row.identifier)
        self._describe(member, name)

    def _new_person(self, name: Name, core: tuple[str, ...]) -> Member:
        given = self.pack.gazetteer.given_names.get(self.a.norms[name.first], "")
        member = Member("person", self._clean(name.first, name.last), name.key, gender=name.gender or (given if given != "u" else ""), tokens=core)
        self.members.append(member)
        self._index(member)
        return member

    def _index(self, member: Member) -> None:
        particles = self.pack.roles.particle_words
        for token in (*member.tokens, *("-".join(pair) for pair in zip(member.tokens, member.tokens[1:], strict=False))):
            if token not in particles:
                self._of_token.setdefault(token, {})[member] = None

    def _describe(self, member: Member, name: Name) -> None:
        member.mentions.append((name.first, name.last, "name"))
        member.keys.add(name.key)
        if name.gender and not member.gender:
            member.gender = name.gender
        if name.country and not member.country:
            member.country = name.country

    @staticmethod
    def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether one name is the other with parts left out ("Ali Bongo" and "Ali Bongo Ondimba")."""
        short, long_ = sorted((one, other), key=len)
        if short is one and short is not long_ and all(len(token.rstrip(".")) == 1 for token in long_ if token not in short):
            return False  # "George Martin" … "George R. R. Martin": the press shortens names, it does not lengthen them by initials
        if len(short) < 2 or short[0].rstrip(".")[:1] != long_[0].rstrip(".")[:1]:
            return False
        rest = iter(long_)
        return all(any(token == part or (len(token.rstrip(".")) == 1 and part.startswith(token.rstrip("."))) for part in rest) for token in short)

    def _single(self, name: Name) -> None:
        token = self.a.norms[name.first]
        fits = [*self._namesakes(token)]
        fits = [one for one in fits if one.tokens[-1] == token or one.key.endswith(token)] or fits
        if name.gender and len(fits) > 1:
            fits = [one for one in fits if one.gender == name.gender] or [one for one in fits if not one.gender] or fits
        if name.gender and len(fits) == 1 and fits[0].gender not in ("", name.gender) and name.titled:
            fits = []  # "Mme Dupont" is not Jean Dupont
        if len(fits) > 1:
            fits = [self._meant(fits)]
        member = fits[0] if fits else self._new_person(name, (token,))
        member.latest = name.first
        self._describe(member, name)

    @staticmethod
    def _meant(fits: list[Member]) -> Member:
        """Whom a surname that several share means: who was called by it alone before, else who was named first."""
        return min([one for one in fits if one.latest >= 0] or fits, key=lambda one: one.mentions[0])

    # -- organizations and groups

    def _organization(self, name: Name) -> None:
        row = name.organization
        if row is not None and self._is_generic(name):
            row = self._general(row)
        key = row.name.lower() if row is not None else name.key
        acronym = self.names.acronym_beside(name)
        bare = self.names.without_suffix(name) if row is None else ""
        if bare:
            row = self.pack.gazetteer.organization(bare)
            key = row.name.lower() if row is not None else key
        known = self.names.of_key
        member = known.get(key) or known.get(bare) or known.get(name.key) or (known.get(acronym) if acronym else None)
        if member is None:
            anybody = row is None or (not row.country and self._is_generic(name))  # "the Supreme Court"
            member = self.names.kin(name) if anybody or row is None else self.names.namesake(name, row)
            row = None if member is not None else row
        if member is None and row is None and self._is_generic(name):
            headed = islice(reversed(self.names.of_word.get(name.key, [])), _NAMESAKES)  # "the Commission"
            member = next((one for one in headed if not (one.country and name.country and one.country != name.country)), None)
        surface = self._clean(name.first, name.last)
        if member is None:
            tokens = tuple(self.a.norms[name.first : name.last])
            member = Member("organization", surface, key, country=name.country if name.organization is None or row is not None else "", tokens=tokens)
            member.known = name.form == "head"
            member.generic = self._is_generic(name) and not member.country
            if row is not None:
                member.sectors = row.sectors
                member.known = member.listed = True
                member.identifiers = identifier_pairs(row.identifier)
            else:
                member.sectors = self._head_sectors(name)
            self.members.append(member)
            self.names.add(member)
            initials = self.names.initials(tokens)
            if len(initials) > 1:
                self.names.of_initials.setdefault(initials, member)
        elif len(surface) > len(member.name) and (row is None or name.last - name.first > 1):
            member.name = surface
        if name.country and not member.country and (name.organization is None or row is not None):
            member.country = name.country
        if row is not None and not member.listed:
            member.listed = member.known = True
            member.sectors, member.identifiers = row.sectors, identifier_pairs(row.identifier)
        member.mentions.append((name.first, name.last, "name"))
        self.names.add_words(member, tuple(self.a.norms[name.first : name.last]))  # "the *Court*" behind "the Supreme Court", a shorter form
        self._describe_body(member, name)
        for one in (key, name.key, acronym, bare, self.names.nounless(name) if row is None else ""):
            if one:
                member.keys.add(one)
                self.names.of_key.setdefault(one, member)

    def _describe_body(self, member: Member, name: Name) -> None:
        """Add the small words that an acronym in brackets stands behind ("l'[institut géologique américain] (USGS)")."""
        a = self.a
        at = name.first - 2
        if at < 0 or a.tags[name.first - 1] != "(" or name.last >= len(a.norms) or a.tags[name.last] != ")" or name.last - name.first > 1:
            return
        chunk = a.chunk_of[at]
        if chunk < 0 or a.chunks[chunk].last != at + 1 or at in self.described:
            return
        phrase = a.chunks[chunk]
        while phrase.behind >= 0 and not self._heads(phrase.head) and a.lemmas[phrase.preposition] in self.pack.grammar.clauses.genitive:
            phrase = a.chunks[phrase.behind]  # "agence régionale de *santé* (ARS)"
        begin = phrase.first + (a.tags[phrase.first] == "D")
        whole = phrase is a.chunks[chunk] or self.names.initials(tuple(a.norms[begin : at + 1])) == a.norms[name.first]
        if self._heads(phrase.head) and whole:
            member.mentions.append((begin, at + 1, "nominal"))
            self.described.add(phrase.head)

    def _heads(self, at: int) -> bool:
        """Whether a noun written small is one for bodies."""
        return self.a.shapes[at] == "l" and self.pack.roles.heads.match(self.a.norms, at) is not None

    def _is_generic(self, name: Name) -> bool:
        """Whether a name is only a kind of body, the same word in many countries ("Assemblée nationale", "Supreme Court")."""
        hit = self.pack.roles.heads.match(self.a.norms, name.first)
        return hit is not None and hit[0] >= name.last and hit[1].proper and name.key not in self.pack.roles.unique_bodies

    def _general(self, row: OrganizationRow) -> OrganizationRow | None:
        """The gazetteer's entry for a generic name, kept only while nothing speaks for another country's body."""
        return row if not row.country or self.main in ("", row.country) else None

    def _head_sectors(self, name: Name) -> tuple[str, ...]:
        domain = self.pack.roles.domains.get(self.a.norms[name.first])
        if domain is not None and name.last - name.first > 1 and name.country:
            return domain
        heads = [hit for at in range(name.first, name.last) if (hit := self.pack.roles.heads.match(self.a.norms, at)) is not None]
        if heads:
            last = [] if self.pack.grammar.clauses.postposed_adjectives else [hit for hit in heads if hit[0] == name.last]
            return (last or heads)[0][1].sectors  # "Independent *Electoral Commission*"
        if name.form == "head" and name.last - name.first > 1 and self.names.is_short(tuple(self.a.norms[name.first : name.last])):
            return (_COMPANY,)
        return (_PAPER,) if name.key in self.pack.roles.newspapers else self._noun_sectors(name)

    def _noun_sectors(self, name: Name) -> tuple[str, ...]:
        """The sectors of the noun right before a name that says what it is ("chemical *maker* Brightway", "le *collectif* Brume Noire")."""
        a, at = self.a, name.first - 1
        while at > 0 and a.tags[at] == "A" and a.shapes[at] == "l" and self.pack.roles.heads.match(a.norms, at) is None:
            at -= 1
        if at < 0 or a.chunk_of[at] < 0 or a.chunk_of[at] != a.chunk_of[name.first] or a.shapes[at] != "l":
            return ()
        hit = self.pack.roles.heads.match(a.norms, at)
        return hit[1].sectors if hit is not None and not hit[1].acts else ()

    def _group(self, name: Name) -> None:
        surface = self._clean(name.first, name.last)
        lemma = self.pack.nouns.lemmas(name.key)[-1]
        member = self.names.of_key.get("group:" + lemma)
        if member is None:
            member = Member("group", surface, name.key, country=name.country, plural=True)
            self.members.append(member)
            self.names.of_key["group:" + lemma] = member
        if name.organization is not None:
            member.sectors, member.identifiers = name.organization.sectors, identifier_pairs(name.organization.identifier)
        member.keys |= {name.key, lemma}
        member.mentions.append((name.first, name.last, "name"))

    def absorb(self, bodies: Iterable[tuple[int, int]]) -> None:
        """Take back the organizations that were only the subject matter of a body ("le ministère des Affaires étrangères")."""
        inside: dict[int, int] = {}  # by token: how far a body reaches that began before it
        for first, last in bodies:
            for at in range(first + 1, last):
                inside[at] = max(last, inside.get(at, 0))
        for member in self.members:
            if member.kind == "organization" and member.named and not member.identifiers and not member.known:
                member.mentions = [mention for mention in member.mentions if mention[1] > inside.get(mention[0], 0)]

    # -- countries

    def _country(self, name: Name) -> None:
        code = name.capital or name.country
        body = self.pack.roles.metonyms.get(name.key)
        row = self.pack.gazetteer.organization(body) if body is not None else None
        if row is not None and self.metonymy.read(name) == ACTOR:
            self._organization(name._replace(organization=row, country=row.country, place=None))
            return
        if self.metonymy.read(name) != ACTOR:
            return
        member = self._of_code.get(code) or self.add_country(code)
        member.mentions.append((name.first, name.last, "name"))
        member.keys.add(name.key)

    def country(self, code: str) -> Member | None:
        """The country actor of a code, if the text has it."""
        return self._of_code.get(code)

    def add_country(self, code: str) -> Member:
        """A new country actor, without mentions."""
        member = self._of_code[code] = Member("country", self.pack.gazetteer.canonical.get(code, code), code, country=code, identifiers=(("iso3166-1", code),))
        self.members.append(member)
        return member

    def _clean(self, first: int, last: int) -> str:
        return " ".join(self.a.surface(first, last).split())

    # -- titles

    def add_titles(self, names: list[Name], inside: dict[int, Prefix]) -> None:
        """Give persons the titles that stand beside their names."""
        at_name = {first: member for member in self.members if member.kind == "person" for first, _, _ in member.mentions}
        known: dict[Member, set[int]] = {}  # where the offices of each begin
        for name in names:
            member = at_name.get(name.first)
            if member is None:
                continue
            for office in self._offices(name, inside.get(name.first)):
                office = self._of_body(office)  # noqa: PLW2901
                begins = known.setdefault(member, set())
                if office.first not in begins:
                    begins.add(office.first)
                    member.offices.append(office)
                    for at in range(office.first, office.last):
                        self.taken[at] = True
                    if office.title.gender and not member.gender:
                        member.gender = office.title.gender
                if office.country and not member.country and office.title.group.level != "kin":
                    member.country = office.country

    def _of_body(self, office: Office) -> Office:
        """An office with the body of the text that its words name ("RSF commander"); a client's name is none ("Trump attorney A. Habba")."""
        if office.organization.lower() in self._of_token:
            return office._replace(organization="")
        general = self.pack.roles.heads.match(office.organization.lower().split(), 0) if office.organization else None
        if general is not None and general[1].proper and self.main not in ("", office.country):
            office = office._replace(country="")  # "Congress leader Rahul Gandhi"
        for at in range(office.first, office.last):
            body = self.names.of_initials.get(self.a.norms[at]) if office.organization and self.a.shapes[at] == "U" else None
            if body is not None:
                return office._replace(organization=body.name)
        return office

    def _addressed(self, name: Name) -> int:
        """Where a name begins with the form of address before it ("Vice-présidente du Conseil, *Mme* Plante")."""
        norms, civilities = self.a.norms, self.pack.roles.civility_phrases
        for at in range(max(0, name.first - 2), name.first):
            hit = civilities.match(norms, at)
            if hit is not None and hit[0] == name.first and norms[at] not in self.pack.roles.title_firsts:
                return at
        return name.first

    def _offices(self, name: Name, prefix: Prefix | None) -> list[Office]:
        found = []
        if prefix is not None:
            hit = self.titles.match(prefix.title)
            if hit is not None:
                chunk = self.a.chunk_of[prefix.begin]
                begin = self.a.chunks[chunk].first if chunk >= 0 else prefix.begin
                found.append(self.titles.office(self.titles.begin(prefix.begin, min(begin, prefix.begin)), prefix.name, hit[1]))
                outer = self.titles.before(prefix.begin) if prefix.begin > 1 and self.a.tags[prefix.begin - 1] == "," else None
                if outer is not None:
                    found.append(outer)  # "the emir of Qatar, Sheikh X"
        else:
            before = self.titles.before(self._addressed(name))
            if before is not None:
                found.append(before)
                begin = before.first - (before.first > 0 and self.a.tags[before.first - 1] == "D")
                outer = self.titles.before(begin) if begin > 1 and self.a.tags[begin - 1] == "," else None
                if outer is not None:
                    found.append(outer)  # "le gouverneur du Sahel, le colonel X"
        after = self.titles.after(name.last)
        if after is not None:
            found.append(after)
        return found
