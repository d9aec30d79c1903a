"""The countries of actors that no word beside them tells: by the country that a text is plainly about, and by the company they keep."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.cast import Cast, Member
    from newsevents.mentions.names import Name
    from newsevents.mentions.titles import Office, TitleFinder

_PLAIN = 2.0  # times as much as any other country for one to be what the text is about
_SIGNS = 2  # nationalities in titles, or a single other word, that must speak for it: one "Nigerian novelist" does not place a text
_LEAST = 2.0  # weight below which no country is plain
_OFTEN = 2  # names of the country and its places from which on those who are named beside them are of it
_OPENING = 2.0  # what stands in the first paragraph counts for so much more
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP"})
_HOUSE = ("LEG",)  # "Parliament" is that of the country a text is about
_LOCAL = frozenset({"MED", "JUD", "LAB", "AGR", "EDU", "SOC", "REL", "COP"})
_CIVIL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REL", "EDU", "MED", "CVL", "LAB", "ELI", "AGR", "SOC", "CRM", "REB"})


def main_country(names: list[Name], titles: TitleFinder, pack: Pack) -> str:
    """The country that a text is plainly about.

    Args:
        names: the names of the text, their kinds settled.
        titles: the titles of the text.
        pack: its language.

    Returns:
        Its code; "" where two countries share the text, or none is named often enough.
    """
    tally: defaultdict[str, float] = defaultdict(float)
    signs: Counter[str] = Counter()
    a = titles.a
    nationalities = pack.gazetteer.nationalities
    adjectives = [at for at in nationalities.starts(a.norms) if a.shapes[at] in "lC"]
    opening = a.paragraphs[names[0].first if names else adjectives[0]] if names or adjectives else 0
    for name in names:
        code, weight = name.country, 1.0
        if name.kind == "country":
            weight = 1.5
        elif name.kind == "organization":
            weight = 1.0 if name.organization is None or "BUS" not in name.organization.sectors else 0.3
            if name.form == "known" and pack.roles.heads.match(a.norms, name.first) is not None:
                weight = 0.3  # "Assemblée nationale" may be any country's
        elif name.kind == "person":
            weight = 0.5
        elif name.place is not None:
            code = code or name.place.country
        if code:
            signs[code] += _SIGNS if name.kind != "person" else 0  # the nationality before a person's name is told by itself
            tally[code] += weight * (_OPENING if a.paragraphs[name.first] == opening else 1.0)
    for at in adjectives:
        hit = nationalities.match(a.norms, at)
        if hit is not None:
            chunk = a.chunk_of[at]
            titled = chunk >= 0 and titles.title_in(chunk) is not None
            signs[hit[1]] += 1 if titled else _SIGNS
            tally[hit[1]] += _OPENING if a.paragraphs[at] == opening else 1.0
    for at, (first, _, title) in titles.covers.items():
        if at == first and title.group.country:
            signs[title.group.country] += _SIGNS
            tally[title.group.country] += _OPENING if a.paragraphs[at] == opening else 1.0  # "Home Secretary"
    if not tally:
        return ""
    (main, count), *rest = sorted(tally.items(), key=lambda item: (-item[1], item[0]))
    return main if signs[main] >= _SIGNS and count >= _LEAST and count >= _PLAIN * (rest[0][1] if rest else 0.0) else ""


class Countries:
    """Gives the actors of one text their countries."""

    def __init__(self, cast: Cast, names: list[Name], main: str) -> None:
        self.cast = cast
        self.a = cast.a
        self.pack = cast.pack
        self.main = main
        self.at: dict[int, str] = {}  # the country of a place or country, by the token behind its name
        self.persons: dict[int, list[Member]] = {}  # by the token that a mention of theirs begins with
        for member in cast.members:
            if member.kind == "person":
                for begin, _, _ in member.mentions:
                    self.persons.setdefault(begin, []).append(member)
        self.sentences: set[int] = set()  # those that name the main country or a place of it
        self.foreign: set[int] = {  # those that speak of another one
            self.a.sentence_of[at]
            for at in self.pack.gazetteer.nationalities.starts(self.a.norms)
            if (hit := self.pack.gazetteer.nationalities.match(self.a.norms, at)) is not None and hit[1] != main
        }
        self.count = 0  # how often it and its places are named
        for name in names:
            self.count += name.kind == "organization" and bool(main) and name.country == main
            if name.kind in ("country", "place") and (name.country or name.place is not None):
                code = self.at[name.last] = name.country or (name.place.country if name.place is not None else "")
                if code and code != main:
                    self.foreign.add(self.a.sentence_of[name.first])
                if code == main:
                    self.sentences.add(self.a.sentence_of[name.first])
                    self.count += 1

    def settle(self) -> None:
        """Fill in what the text makes plain; what it leaves open stays open."""
        for member in self.cast.members:
            if not member.country and member.kind in ("person", "organization"):
                member.country = self._beside(member) or (self._host(member) if member.kind == "person" else "")
        for member in self.cast.members:
            if not member.country:
                member.country = self._by_kin(member) or self._by_title(member)
        if self.main:
            ruling = {held.title.title for member in self.cast.members if member.country == self.main for held in member.offices if member.kind == "person"}
            for member in self.cast.members:
                if not member.country and self._belongs(member, ruling):
                    member.country, member.presumed = self.main, True
                    ruling.update(held.title.title for held in member.offices)

    def _beside(self, member: Member) -> str:
        """The country of the place set right behind a name: "Thomas Sam, 42, from Sydney", "the Tulsa Police Department in Oklahoma"."""
        a = self.a
        locative, genitive = self.pack.grammar.clauses.locative, self.pack.grammar.clauses.genitive
        for first, last, kind in member.mentions:
            if kind != "name":
                continue
            if member.kind == "organization" and first > 1 and a.tags[first - 1] == "Z" and self.at.get(first - 1):
                return self.at[first - 1]  # "Saudi Arabia's Civil Defense Authority"
            at = last
            while at < len(a.norms) and at < last + 5 and a.tags[at] in ",MAN" and a.sentence_of[at] == a.sentence_of[first] and member.kind == "person":
                at += 1
            if at >= len(a.norms) or a.tags[at] != "P":
                continue
            if member.kind == "organization":
                if at != last or a.lemmas[at] not in locative:
                    continue
            elif a.lemmas[at] not in self.pack.roles.origins and not (a.lemmas[at] in genitive and a.tags[last] == ","):
                continue
            for end in range(at + 2, min(at + 6, len(a.norms) + 1)):
                code = self.at.get(end)
                if code:
                    return code
        return ""

    def _host(self, member: Member) -> str:
        """The country where a head of state is met: "in Benin, where he met with President Yayi Boni"."""
        a = self.a
        if not any(office.title.group.head and office.title.group.level == "office" for office in member.offices):
            return ""
        first = member.mentions[0][0]
        chunk = a.chunk_of[first]
        clause = a.clause_of[first]
        if chunk < 0 or clause < 0:
            return ""
        preposition = a.chunks[chunk].preposition
        met = preposition >= 0 and a.lemmas[preposition] in self.pack.grammar.company
        if not met and not (
            chunk in a.clauses[clause].objects and any(entry.value.type == "CONSULT" for entry in self.pack.event_verbs.get(a.clauses[clause].lemma))
        ):
            return ""
        begin = a.sentences[a.sentence_of[first]][0]
        for end in range(first, begin, -1):
            code = self.at.get(end)
            if code:
                held = a.chunk_of[end - 1]
                located = held >= 0 and a.chunks[held].preposition >= 0 and a.lemmas[a.chunks[held].preposition] in self.pack.grammar.clauses.locative
                return code if located else ""
        return ""

    def _by_title(self, member: Member) -> str:
        """The one country that has such an office ("Chancellor of the Exchequer")."""
        return next((office.title.group.country for office in member.offices if office.title.group.country), "")

    def _by_kin(self, member: Member) -> str:
        """The country of the person whose kin somebody is called: "his wife Laura"."""
        if member.kind != "person" or not any(office.title.group.level == "kin" for office in member.offices):
            return ""
        first = min(mention[0] for mention in member.mentions)
        sentence = self.a.sentence_of[first]
        for at in range(first - 1, self.a.sentences[max(0, sentence - 1)][0] - 1, -1):
            near = [other.country for other in self.persons.get(at, ()) if other is not member and other.country]
            if near:
                return max(near)
        return ""

    def _is_elsewhere(self, office: Office) -> bool:
        """Whether an office belongs to a known organization of no country, such as the UN."""
        row = self.pack.gazetteer.organization(office.organization.lower()) if office.organization else None
        return row is not None and not row.country

    @staticmethod
    def _is_public(office: Office) -> bool:
        """Whether an office belongs to a state, a party, a court or an army, so that its holder shares the country of the text."""
        group = office.title.group
        sectors = {*group.sectors, *group.state_sectors}
        return bool(_PUBLIC & sectors) if sectors else group.level in ("office", "rank")

    def _is_local(self, member: Member) -> bool:
        """Whether somebody has a trade that news tell of people at hand ("docteur", "avocate"), and no sentence that names them speaks of another country."""
        if self.count < _OFTEN or not any(_LOCAL & set(office.title.group.sectors) for office in member.offices):
            return False
        named = {self.a.sentence_of[first] for first, _, kind in member.mentions if kind == "name"}
        return not named & self.foreign

    def _is_near(self, member: Member) -> bool:
        """Whether somebody's full name stands in one sentence with the country that the text is about, or a place of it."""
        if self.count < _OFTEN:
            return False
        sentences = {self.a.sentence_of[first] for first, last, kind in member.mentions if kind == "name" and last - first > 1}
        return bool(sentences & self.sentences)

    def _belongs(self, member: Member, ruling: set[str]) -> bool:
        """Whether somebody in a text about one country is of that country as far as a reader can tell.

        Args:
            member: who has no country yet.
            ruling: the titles of those who have that one; a second president is of somewhere else.
        """
        if member.kind == "person":
            if any(self._is_elsewhere(office) or (office.title.group.head and office.title.title in ruling) for office in member.offices):
                return False
            return any(self._is_public(office) for office in member.offices) or self._is_near(member) or self._is_local(member)
        if member.kind == "organization":
            if member.identifiers or (
                member.listed
                and not (member.generic and len(member.tokens) == 1 and member.sectors[:1] == _HOUSE)
                and self.pack.roles.state_offices.isdisjoint(member.tokens)
            ):
                return False
            return member.generic or not member.named or bool(set(member.sectors) & _CIVIL)
        return False
