"""One actor for all its mentions: names, acronyms, offices and groups merged, with their titles and countries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name, Prefix
    from newsevents.mentions.titles import Office, TitleFinder
    from newsevents.text.analysis import Analysis


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
    keys: set[str] = attrs.field(factory=set)


class Cast:
    """The actors of one text, gathered step by step."""

    def __init__(self, analysis: Analysis, pack: Pack, titles: TitleFinder) -> None:
        self.a = analysis
        self.pack = pack
        self.titles = titles
        self.members: list[Member] = []
        self.taken = [False] * len(analysis.norms)

    # -- names

    def add_names(self, names: list[Name]) -> None:
        """Merge all names into actors: whole names first, then their parts."""
        persons = [name for name in names if name.kind == "person"]
        for name in sorted((n for n in persons if n.last - n.first > 1), key=lambda n: n.first):
            self._person(name)
        singles = [name for name in persons if name.last - name.first == 1]
        for name in singles:
            self._single(name)
        for name in names:
            if name.kind == "organization":
                self._organization(name)
            elif name.kind in ("country", "group") or (name.kind == "place" and name.capital):
                self._country(name)
        for name in names:
            for at in range(name.first, name.last):
                self.taken[at] = True

    def _person(self, name: Name) -> None:
        tokens = tuple(self.a.norms[name.first : name.last])
        suffixes = self.pack.roles.name_suffixes
        core = tuple(token for token in tokens if token not in suffixes) or tokens
        for member in self.members:
            if member.kind == "person" and (member.key == name.key or self._same_person(member.tokens, core)):
                if len(core) > len(member.tokens):
                    member.tokens, member.key, member.name = core, name.key, self._clean(name.first, name.last)
                self._mention(member, name, "name")
                return
        given = self.pack.gazetteer.given_names.get(core[0], "")
        member = Member("person", self._clean(name.first, name.last), name.key, gender=name.gender or (given if given != "u" else ""), tokens=core)
        self.members.append(member)
        self._mention(member, name, "name")

    @staticmethod
    def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        """Whether one name is the other with parts left out ("Ali Bongo" and "Ali Bongo Ondimba")."""
        short, long_ = sorted((one, other), key=len)
        if len(short) < 2 or short[0].rstrip(".")[0] != long_[0].rstrip(".")[0]:
            return False
        rest = iter(long_)
        return all(any(token == part or (len(token.rstrip(".")) == 1 and part.startswith(token.rstrip("."))) for part in rest) for token in short)

    def _single(self, name: Name) -> None:
        token = self.a.norms[name.first]
        fits = [member for member in self.members if member.kind == "person" and token in member.tokens]
        surname = [member for member in fits if member.tokens[-1] == token]
        fits = surname or fits
        if name.gender and len(fits) > 1:
            fits = [member for member in fits if member.gender in ("", name.gender)] or fits
        if len(fits) > 1:
            before = [member for member in fits if any(first < name.first for first, _, _ in member.mentions)]
            recent = sorted(before, key=lambda member: max(first for first, _, _ in member.mentions if first < name.first))
            fits = recent[-1:] if recent and not (surname and len(before) > 1 and self._close(recent, name.first)) else fits[:1]
        if fits:
            self._mention(fits[0], name, "name")
            if name.gender and not fits[0].gender:
                fits[0].gender = name.gender
            return
        given = self.pack.gazetteer.given_names.get(token, "")
        member = Member("person", self._clean(name.first, name.last), name.key, gender=name.gender or (given if given != "u" else ""), tokens=(token,))
        self.members.append(member)
        self._mention(member, name, "name")

    def _close(self, recent: list[Member], at: int) -> bool:
        """Whether two of one family were named so close together that the surname alone fits both."""
        sentence = self.a.sentence_of[at]
        return len(recent) > 1 and all(any(self.a.sentence_of[first] >= sentence - 1 and first < at for first, _, _ in member.mentions) for member in recent[-2:]) and False

    def _organization(self, name: Name) -> None:
        row = name.organization
        surface = self._clean(name.first, name.last)
        key = row.name.lower() if row is not None else name.key
        member = next((m for m in self.members if m.kind in ("organization", "group") and (m.key == key or name.key in m.keys)), None)
        if member is None and row is None and name.last - name.first == 1 and self.a.shapes[name.first] == "U":
            member = self._of_acronym(name)
        if member is None and row is None:
            tokens = tuple(self.a.norms[name.first : name.last])
            member = next((m for m in self.members if m.kind == "organization" and m.named and len(tokens) > 1 and (m.tokens == tokens[: len(m.tokens)] and len(m.tokens) > 1)), None)
        if member is None:
            member = Member("organization", surface, key, country=name.country, tokens=tuple(self.a.norms[name.first : name.last]))
            if row is not None:
                member.sectors = row.sectors
                member.kind = "organization"
                if row.identifier:
                    scheme, _, value = row.identifier.partition(":")
                    member.identifiers = ((scheme, value),)
            self.members.append(member)
        if len(surface) > len(member.name) and row is None:
            member.name = surface
        member.keys.add(name.key)
        self._mention(member, name, "name")
        acronym = self._acronym_behind(name.last)
        if acronym >= 0:
            member.keys.add(self.a.norms[acronym])

    def _acronym_behind(self, last: int) -> int:
        """Token index of an acronym in brackets behind a name, -1."""
        a = self.a
        if last + 2 < len(a.norms) and a.tags[last] == "(" and a.tags[last + 2] == ")" and a.shapes[last + 1] in "UC":
            word = a.word(last + 1)
            if sum(map(str.isupper, word)) >= 2:
                return last + 1
        return -1

    def _of_acronym(self, name: Name) -> Member | None:
        letters = [char for char in self.a.word(name.first).lower() if char.isalpha()]
        for member in self.members:
            if member.kind == "organization" and len(member.tokens) > 1:
                initials = [token[0] for token in member.tokens if token not in self.pack.word_tags]
                every = [part[0] for token in member.tokens for part in token.split("-") if part and token not in self.pack.word_tags]
                if letters in (initials, every):
                    return member
        return None

    def _country(self, name: Name) -> None:
        if name.kind == "group":
            surface = self._clean(name.first, name.last)
            lemma = self.pack.nouns.lemmas(name.key)[-1]
            member = next((m for m in self.members if m.kind == "group" and (lemma in m.keys or name.key in m.keys)), None)
            if member is None:
                member = Member("group", surface, name.key, country=name.country, plural=True)
                self.members.append(member)
            member.keys |= {name.key, lemma}
            self._mention(member, name, "name")
            return
        if not self._acts(name):
            return
        code = name.capital or name.country
        member = next((m for m in self.members if m.kind == "country" and m.country == code), None)
        if member is None:
            canonical = self.pack.gazetteer.canonical.get(code, self.a.surface(name.first, name.last))
            member = Member("country", canonical, code, country=code, identifiers=(("iso3166-1", code),))
            self.members.append(member)
        self._mention(member, name, "name")

    def _acts(self, name: Name) -> bool:
        """Whether a country or capital is named as one who acts: not as the place where something is."""
        a = self.a
        clauses = self.pack.grammar.clauses
        chunk = a.chunk_of[name.first]
        if chunk < 0:
            return name.kind == "country"
        phrase = a.chunks[chunk]
        head = phrase.head
        if not name.first <= head < name.last and not (phrase.last == name.last and a.tags[phrase.head] == "E"):
            return False
        if name.last < len(a.norms) and a.tags[name.last] == "Z":
            owned = a.chunk_of[name.last + 1] if name.last + 1 < len(a.norms) else -1
            return self._of_event(owned)
        if phrase.preposition < 0:
            return not (name.kind == "place" and name.first and a.tags[name.first - 1] == "," and phrase.leader == chunk and not self._is_subject(chunk))
        preposition = a.lemmas[phrase.preposition]
        determined = a.tags[phrase.first] == "D"
        if preposition in clauses.dative:
            # "à l'Ukraine" is given something, "à Moscou" is where it is: in French the article tells; in English "to" leaves it open
            return self._given_to(phrase.behind) or (name.kind == "country" and (determined or preposition not in clauses.locative))
        if preposition in clauses.locative:
            return False
        if preposition in clauses.genitive:
            return self._of_event(phrase.behind)
        return True

    def _given_to(self, chunk: int) -> bool:
        """Whether a complement with the dative preposition goes back to a noun for an action ("le soutien à Kiev")."""
        steps = 0
        while chunk >= 0 and steps < 4:
            if self._of_event(chunk):
                return True
            chunk = self.a.chunks[chunk].behind
            steps += 1
        return False

    def _of_event(self, chunk: int) -> bool:
        """Whether a noun phrase is headed by a noun for an action, so that its genitive names who acts."""
        if chunk < 0:
            return False
        head = self.a.norms[self.a.chunks[chunk].head]
        return any(lemma in self.pack.action_nouns for lemma in self.pack.nouns.lemmas(head))

    def _is_subject(self, chunk: int) -> bool:
        return any(chunk in clause.subjects for clause in self.a.clauses)

    def _mention(self, member: Member, name: Name, kind: str) -> None:
        member.mentions.append((name.first, name.last, kind))
        member.keys.add(name.key)

    def _clean(self, first: int, last: int) -> str:
        return " ".join(self.a.surface(first, last).split())

    # -- titles

    def add_titles(self, names: list[Name], inside: dict[int, Prefix]) -> None:
        """Give persons the titles that stand beside their names."""
        at_name = {first: member for member in self.members if member.kind == "person" for first, _, _ in member.mentions}
        for name in names:
            member = at_name.get(name.first)
            if member is None:
                continue
            found = []
            if name.first in inside:
                prefix = inside[name.first]
                hit = self.titles.match(prefix.title)
                if hit is not None:
                    chunk = self.a.chunk_of[prefix.begin]
                    begin = self.a.chunks[chunk].first if chunk >= 0 else prefix.begin
                    found.append(self.titles.office(self.titles.begin(prefix.begin, begin), prefix.name, hit[1]))
            else:
                before = self.titles.before(name.first)
                if before is not None:
                    found.append(before)
            after = self.titles.after(name.last)
            if after is not None:
                found.append(after)
            for office in found:
                if all(office.first != known.first for known in member.offices):
                    member.offices.append(office)
                    for at in range(office.first, office.last):
                        self.taken[at] = True
                    if office.title.gender and not member.gender:
                        member.gender = office.title.gender
                if office.country and not member.country and office.title.group.level != "kin":
                    member.country = office.country

    # -- countries from context

    def settle_countries(self) -> None:
        """Give offices and collectives without a stated country the one that the article is plainly about."""
        tally: Counter[str] = Counter()
        gazetteer = self.pack.gazetteer
        for at, norm in enumerate(self.a.norms):
            code = gazetteer.adjectives.get(norm)
            if code:
                tally[code] += 1
            elif self.a.shapes[at] == "C":
                known = gazetteer.country_names.get(norm)
                if known is not None:
                    tally[known.code] += 1
                    continue
                place = gazetteer.place(norm)
                if place is not None and place.country and self.a.tags[at] == "E":
                    tally[place.country] += 1
        if not tally:
            return
        (main, count), *rest = tally.most_common(2)
        plain = count >= 2 and count >= 2 * (rest[0][1] if rest else 0)
        for member in self.members:
            if member.country or not plain:
                continue
            office = any(office.title.group.level in ("office", "rank") or office.title.group.sectors for office in member.offices)
            if (member.kind == "person" and office) or (member.kind == "organization" and not member.named) or (member.kind == "group" and not member.named and False):
                member.country = main
            elif member.kind == "organization" and member.named and not member.identifiers and member.sectors == () and member.tokens and self.pack.roles.heads.match(member.tokens, 0):
                member.country = main
