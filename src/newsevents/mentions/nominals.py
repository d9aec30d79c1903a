"""Definite nouns that refer back to an actor: "le président américain", "the company", "les deux dirigeants", "her parents"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.holders import Holders

if TYPE_CHECKING:
    from newsevents.lexicon.roles import Kin
    from newsevents.mentions.cast import Member
    from newsevents.mentions.references import References

_REACH = 3  # sentences that "the company" reaches back
_WINDOW = 120  # mentions that an office or a noun is looked up among: more than a few pages have
_OFTEN = 3  # mentions of somebody whom a bare title may take up from far
_FAR = 6  # sentences that "les deux présidents" reaches back
_STATE = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY")  # bodies that are no mere "group"
_IRREGULAR = frozenset({"REB", "UAF", "PRM"})
_ARMED = (frozenset({"MIL"}), frozenset({"COP"}), _IRREGULAR)  # bodies whose people a bare plural may mean
_SOCIETIES = frozenset({"LAB", "SOC", "ELI", "EDU", "MED", "REL"})  # bodies that "the union", "the club" names again; "the right" names no party
_OPENING = 2  # sentences at the beginning that tell what a text is about
# How much each sign speaks for a body that a noun may take up. Chosen so that being named twice outweighs a sentence of distance.
_LIKELY = {"subject": 0.7, "far": 0.7, "often": 0.5, "fits": 1.5}


class Nominals:
    """Reads the noun phrases of one text that may refer back; asks ``References`` what was named before."""

    def __init__(self, references: References) -> None:
        self.references = references
        self.cast = references.cast
        self.a = references.a
        self.pack = references.pack
        self.roles = references.pack.roles
        self.definite = frozenset(self.pack.grammar.clauses.definite) | frozenset(self.pack.grammar.demonstratives)
        self.holders = Holders(references)
        self.end = 0  # where the phrase just read ends with its complement

    @property
    def recent(self) -> list[tuple[int, Member, int]]:
        """What was named so far: token, actor and weight, in text order."""
        return self.references.recent

    def read(self, chunk: int, holder: Member | None) -> list[Member]:
        """Those a noun phrase refers to; none where it is doubtful.

        Args:
            chunk: index of the noun phrase.
            holder: the unnamed actor it stands for unless it refers back.
        """
        a, pack, roles = self.a, self.pack, self.roles
        phrase = a.chunks[chunk]
        self.end = 0
        again = self.holders.says_nothing(a.norms[phrase.head])  # "The 42-year-old"
        acronym = a.shapes[phrase.head] == "U" and roles.nominals.get(a.norms[phrase.head]) == "organization"  # "L'ONG"
        if a.tags[phrase.head] not in "NA" and phrase.head not in self.cast.titles.covers and not (again or acronym):
            return []
        first = a.norms[phrase.first]
        contracted = a.tags[phrase.first] != "D" and phrase.preposition >= 0 and a.norms[phrase.preposition] in pack.grammar.contracted
        definite = (a.tags[phrase.first] == "D" and (first in self.definite or first in roles.dual_determiners)) or contracted
        head = a.norms[phrase.head]
        kin = self._kin(phrase.first, phrase.last, phrase.head)
        if kin is not None:
            found = self._relatives(chunk, kin, definite=definite)
            if found:
                return found
        if not definite or (self.cast.taken[phrase.head] and holder is None):
            return []
        dual = roles.duals.get(head)
        if dual is not None:
            found = self._dual(phrase.first, phrase.last, dual.kind, bare=dual.bare)
            if found or head not in roles.nominals:  # "le pays" may be one
                return found
        if first in roles.dual_determiners:
            return []
        if roles.nominals.get(head) == "country" and holder is None:
            return self._land(chunk)
        country = self._country(chunk)
        title = self.cast.titles.title_in(chunk)
        if title is not None:
            self.end = max(self.end, title[1])
            country = country or self._nation_behind(title[1])
        if title is not None and title[0] < phrase.first:
            return []  # "le chef de *l'exécutif*"
        late = title is not None and title[0] == phrase.head + 1 and self.roles.modifiers.match(a.norms, phrase.head) is not None  # "l'*ancien* parlementaire"
        if title is not None and not late and not title[0] <= phrase.head < title[1]:
            title = None
        if title is not None or again or any(head in table for table in (roles.persons, roles.standings, roles.broader, roles.ages)):
            if phrase.last < len(a.tags) and a.tags[phrase.last] == "Q":
                return []  # "the member *who wishes to leave*": whoever does
            found = self.holders.find(chunk, title[2] if title is not None else None, country)
            if found or title is None or title[1] - title[0] > 1 or roles.nominals.get(head) != "organization":
                return found  # "the retailer" may be a company
        if holder is not None and holder.kind == "group":
            return self._soldiers(chunk, holder)
        lemma = pack.nouns.lemmas(head)[-1]
        if roles.nominals.get(head) == "organization" or (lemma == head and roles.heads.match(a.norms, phrase.head) is not None):
            if lemma == head and not self.is_described(chunk):
                return self._body(chunk, holder, country)
        return []

    # -- relatives

    def _kin(self, first: int, last: int, head: int) -> Kin | None:
        for at in range(first, last):
            hit = self.roles.kin.match(self.a.norms, at)
            if hit is not None and at <= head < hit[0]:
                return hit[1]
        return None

    def _relatives(self, chunk: int, kin: Kin, *, definite: bool) -> list[Member]:
        phrase = self.a.chunks[chunk]
        owners = self.references.owners.get(phrase.first) or self.owner_beside(phrase.first, phrase.last)
        if not owners and (not definite or self.is_described(chunk)):
            return []
        family = self.references.family
        found = family.find(owners, kin)
        if found or phrase.first not in self.references.owners:
            return found
        # "Her parents": of the persons near, whoever is said to have any
        for other in self.references.near(phrase.first):
            found = family.find([other], kin)
            if found and other not in found:
                self.references.owners[phrase.first] = [other]
                return found
        return []

    def owner_beside(self, first: int, last: int) -> list[Member]:
        """The person whose name owns a noun phrase: "Thomas' sister", "la fille de Thomas"."""
        a = self.a
        chunk = a.chunk_of[first]
        if chunk < 0:
            return []
        owner = a.chunks[chunk].possessor
        if owner < 0:
            following = chunk + 1
            if (
                following < len(a.chunks)
                and a.chunks[following].behind == chunk
                and a.lemmas[a.chunks[following].preposition] in self.pack.grammar.clauses.genitive
            ):
                owner = following
        if owner < 0:
            return []
        held = a.chunks[owner]
        persons = self.references.persons
        found = next((persons[at] for at in range(held.first, held.last) if at in persons), None)
        self.end = held.last if found is not None and held.first >= last else 0
        return [] if found is None else [found]

    # -- pairs

    def _dual(self, first: int, last: int, kind: str, *, bare: bool) -> list[Member]:
        a = self.a
        both = a.norms[first] in self.roles.dual_determiners
        count = both or any(a.tags[t] == "M" and self.pack.grammar.numbers.get(a.norms[t]) == 2 for t in range(first, last))
        kinds = {"country": ("country",), "organization": ("organization",), "any": ("person", "country", "organization")}.get(kind, ("person",))
        if both and kind == "any":
            return []  # "both sides" may be anybody's
        if count:
            found = self._last_two(kinds, first, self.pack.nouns.lemmas(a.norms[last - 1]))
            return found if not both or kinds != ("organization",) or self._are_alike(found) else []
        if not bare:
            return []
        found = self.references.family.spouses() or self.pair(kinds)
        genders = {one.gender for one in found if one.kind == "person" and one.gender}
        return [] if len(genders) == 1 and all(one.gender for one in found) else found

    @staticmethod
    def _are_alike(found: list[Member]) -> bool:
        """Whether several bodies are known to be of one sector."""
        return bool(found) and bool(set.intersection(*(set(one.sectors) for one in found)))

    def _last_two(self, kinds: tuple[str, ...], before: int, nouns: tuple[str, ...]) -> list[Member]:
        """The two that a counted noun takes up: of those near, rather such as the noun fits, and those named oftener.

        Args:
            kinds: the kinds of actors that the noun may mean.
            before: the first token of its phrase.
            nouns: the forms that the noun for one of them may have.
        """
        found: list[Member] = []
        named: dict[int, int] = {}
        for token, member, _ in reversed(self.recent):
            if self.a.sentence_of[before] - self.a.sentence_of[token] > _FAR:
                break
            if member.kind in kinds and not (member.kind == "person" and not member.named):
                if found and member.kind != found[0].kind:
                    continue
                named[id(member)] = named.get(id(member), 0) + 1
                if member not in found:
                    found.append(member)
        found = self._fitting(found, nouns) if len(found) > 2 else found
        if len(found) > 2:
            found = sorted(found, key=lambda member: -named[id(member)])[:2]
        return found if len(found) == 2 else []

    def _fitting(self, found: list[Member], nouns: tuple[str, ...]) -> list[Member]:
        """Those of several whom a noun fits by their offices or their sector; all of them where it fits fewer than two."""
        if found[0].kind == "person":
            fits = [one for one in found if any(self.holders.holds(one, noun) for noun in nouns)]
        else:
            hit = next((hit for noun in nouns if (hit := self.roles.heads.match([noun], 0)) is not None), None)
            sectors = set(hit[1].sectors) if hit is not None and found[0].kind == "organization" else set()
            if not sectors & set(_STATE):
                public = [one for one in found if one.sectors[:1] and one.sectors[0] in _STATE]
                found = [one for one in found if one not in public] if len(found) > len(public) + 1 else found  # "the two companies" are no courts
            fits = [one for one in found if sectors & set(one.sectors)]
            if len(fits) < 2 and sectors:
                fits = [one for one in found if not one.sectors or sectors & set(one.sectors)]
        return fits if len(fits) > 1 else found

    def pair(self, kinds: tuple[str, ...]) -> list[Member]:
        """The last two that were named together ("A and B")."""
        a, recent = self.a, self.recent
        for number in range(len(recent) - 1, max(0, len(recent) - 30), -1):
            token, member, _ = recent[number]
            before, other, _ = recent[number - 1]
            if member is other or member.kind not in kinds or other.kind not in kinds or a.sentence_of[token] != a.sentence_of[before]:
                continue
            between = a.tags[before:token]
            if "C" in between and "V" not in between and len(between) < 14:
                return [other, member]
        return []

    # -- bodies

    def is_described(self, chunk: int) -> bool:
        """Whether a complement says which one a noun means, so that it need not refer back."""
        a = self.a
        last, following = a.chunks[chunk].last, chunk + 1
        if last < len(a.tags) and a.tags[last] == "K" and self.pack.grammar.clauses.postposed_adjectives:
            return True  # "l'équipe dirigée par"
        if following >= len(a.chunks) or a.chunks[following].behind != chunk:
            return False
        return a.lemmas[a.chunks[following].preposition] in self.pack.grammar.clauses.genitive

    def _modifiers(self, chunk: int) -> list[str] | None:
        """The words of a noun phrase beside its article, its head and nationalities; None where they say which one it means (names, numbers)."""
        a = self.a
        phrase = a.chunks[chunk]
        found = []
        for at in range(phrase.first, phrase.last):
            if a.tags[at] == "D" or at == phrase.head or a.norms[at] in self.pack.gazetteer.adjectives:
                continue
            if self.roles.peoples_adjectives.match(a.norms, at) is not None or self.roles.peoples.match(a.norms, at) is not None:
                found.append(a.norms[at])
                continue
            if a.tags[at] not in "ANK" or a.shapes[at] != "l":
                return None
            found.append(a.norms[at])
        return found

    def _body(self, chunk: int, holder: Member | None, country: str) -> list[Member]:
        """The organization that "le groupe", "the Islamist party" or "la commission" takes up: fitting, near, and rather what the text is about."""
        a = self.a
        phrase = a.chunks[chunk]
        modifiers = self._modifiers(chunk)
        if modifiers is None:
            return []
        head = a.norms[phrase.head]
        other = self._by_other_noun(phrase.first, phrase.last) if holder is None else []
        if other:
            return other
        roles = self.roles
        hit = roles.heads.match(a.norms, phrase.head)
        generic = head in roles.generic_bodies
        sectors = set(hit[1].sectors) if hit is not None and not generic else set()
        own = set(hit[1].sectors) if hit is not None and generic else set()
        private = bool(own) and "GOV" not in own  # "the team" is no council
        if phrase.first > 1 and a.tags[phrase.first - 1] == "," and self.recent:
            apposed = self.recent[-1][1]
            unlike = sectors and apposed.sectors and not sectors & set(apposed.sectors) and holder is not None
            if apposed.kind == "organization" and not unlike and any(last == phrase.first - 1 for _, last, _ in apposed.mentions[-_OFTEN:]):
                return [apposed]  # "YPF, the state oil company,"; not "the doctors' network, the army"
        if not generic:
            sectors |= roles.same_sectors.get(head, set())
        if sectors & {"ELI", "SOC"}:
            sectors.add("CVL")  # clubs and charities are either
        thing = self._is_thing(phrase.head)
        named_again = self.roles.nominals.get(head) == "organization" and not generic and bool(sectors & _SOCIETIES)
        taken_up = holder is not None and holder.country in ("", self.cast.main) and not holder.key and named_again
        seen: dict[int, tuple[float, Member]] = {}
        for token, member, weight in reversed(self.recent[-_WINDOW:]):
            if (
                member.kind != "organization"
                or not (member.named or member.key)
                or member is holder
                or (country and member.country and member.country != country)
            ):
                continue
            if head in member.tokens and self._is_head(member, head) and not (country and not member.country):
                if all(word in member.tokens for word in modifiers):
                    return [member]
                if member.tokens[-1] == head and member.tokens[0] != head:
                    continue  # "the regional government" is not "the Monti government"
            if roles.nominals.get(head) != "organization" and head not in roles.same_sectors:
                continue  # "the service", "la région": only what has the word in its name
            distance = a.sentence_of[phrase.first] - a.sentence_of[token]
            if distance > _FAR:
                if generic:
                    break
                continue  # a word of its name takes a body up from far
            if (
                (holder is not None and not taken_up)
                or (thing and not sectors & set(member.sectors))
                or id(member) in seen
                or (sectors and member.sectors and not sectors & set(member.sectors))
            ):
                continue
            if sectors == {"BUS"} and member.sectors[:1] and member.sectors[0] in _STATE:
                continue  # "the firm" is no treasury
            if ("JRN" in member.sectors and "JRN" not in sectors) or (
                private
                and member.sectors[:1]
                and member.sectors[0] in _STATE
                and (member.country or not member.listed or "BUS" in own)  # "the alliance" may be NATO
            ):
                continue
            if private and "BUS" not in own and member.sectors[:1] == ("BUS",):
                continue  # "the association" is no company
            told = sectors & set(member.sectors) or (country and country == member.country)
            if (modifiers or country) and not told and (sectors or not member.sectors or member.sectors[0] in _STATE):
                continue
            if distance <= _REACH or len(member.mentions) >= _OFTEN:
                seen[id(member)] = self._salience(member, distance, weight, fits=bool((sectors | own) & set(member.sectors))), member
        if country:
            alike = {key: one for key, one in seen.items() if one[1].country == country}
            seen = alike or (seen if len(seen) == 1 else {})  # "the Swedish firm": of two whose country nothing tells, which one is left open
        if taken_up and (len(seen) != 1 or not next(iter(seen.values()))[1].sectors):
            return []  # "the union" is a union named before, where there is one only
        if modifiers and not sectors and len(seen) + len(modifiers) > 2:
            return []  # "the Islamist group": which of two, nothing tells
        return [max(seen.values(), key=lambda one: one[0])[1]] if seen else []

    def _by_other_noun(self, first: int, last: int) -> list[Member]:
        """The body near that a whole noun phrase is another word for: "l'organisation panafricaine"."""
        table = self.roles.same_bodies
        hit = table.match(self.a.norms, first + (self.a.tags[first] == "D"))
        if hit is None or hit[0] != last:
            return []
        for _, member, _ in reversed(self.recent[-_WINDOW:]):
            keys = (key.split() for key in member.keys) if member.kind == "organization" and member.named else ()
            if any((own := table.match(key, 0)) is not None and own == (len(key), hit[1]) for key in keys if key):
                return [member]
        return []

    def _is_head(self, member: Member, word: str) -> bool:
        """Whether a word of a body's name is the noun that says what it is: "Kenya *Airline* Pilots Association" is no airline."""
        tokens = member.tokens
        at = tokens.index(word)
        if self.pack.grammar.clauses.postposed_adjectives:
            return at == 0 or tokens[0] in self.roles.modifiers.firsts or tokens[-1] == word
        return at in (0, len(tokens) - 1) or tokens[at + 1] in self.pack.word_tags

    def _is_thing(self, at: int) -> bool:
        """Whether a noun means a building, an event or an action as well as a body ("the museum", "the mission"): it takes up only a body of its sector."""
        norm, roles = self.a.norms[at], self.roles
        if roles.nominals.get(norm) == "organization":
            return False
        return any(table.match(self.a.norms, at) is not None for table in (roles.facilities, roles.things)) or norm in self.pack.action_nouns

    def _salience(self, member: Member, distance: int, weight: int, *, fits: bool) -> float:
        """How likely a body is what a noun takes up: near, a subject, named often and from the beginning, of the noun's sector."""
        begins = self.a.sentence_of[min(member.mentions)[0]] < _OPENING
        return _LIKELY["subject"] * weight - _LIKELY["far"] * distance + _LIKELY["often"] * min(len(member.mentions), _OFTEN) + begins + _LIKELY["fits"] * fits

    def _soldiers(self, chunk: int, holder: Member) -> list[Member]:
        """The armed or other body whose people a bare plural means: "Les militaires" after "les Forces canadiennes", "the rebels" after "M23"."""
        a = self.a
        phrase = a.chunks[chunk]
        if phrase.last - phrase.first > 2 or self.is_described(chunk) or not holder.sectors or holder.key:
            return []
        alike = next((sectors for sectors in _ARMED if holder.sectors[0] in sectors), frozenset())
        fits: list[Member] = []
        for _, member, _ in reversed(self.recent[-_WINDOW:]):
            if (
                (
                    member.kind == "organization"
                    or (member.kind == "group" and member is not holder and alike is _IRREGULAR and member.sectors != holder.sectors)
                )
                and member not in fits
                and member.sectors
                and member.sectors[0] in alike
            ):
                fits.append(member)
        if len(fits) != 1 or fits[0].kind != "organization":
            return []
        if alike is _IRREGULAR:
            holder.proved = fits[0]
        return fits

    # -- countries

    def _land(self, chunk: int) -> list[Member]:
        """The country that "the country" means where it acts: the only one that its sentence and the one before speak of."""
        a, gazetteer = self.a, self.pack.gazetteer
        phrase = a.chunks[chunk]
        articles = self.references.articles
        if articles and a.norms[phrase.first] not in articles and a.norms[phrase.first][-1:] != "'":
            return []  # "les pays"
        if phrase.last - phrase.first > 1 + (a.tags[phrase.first] == "D") or chunk not in self.references.subjects or self.is_described(chunk):
            return []
        begin = a.sentences[max(0, a.sentence_of[phrase.first] - 1)][0]
        found: list[Member] = []
        for token, member, _ in reversed(self.recent[-_WINDOW:]):
            if token < begin:
                break
            if member.kind == "country" and member not in found:
                found.append(member)
        if len(found) != 1:
            return []
        for at in range(max(begin, phrase.first - _WINDOW), phrase.first):
            country = gazetteer.country_names.get(a.norms[at])
            nation = gazetteer.nationalities.match(a.norms, at)
            code = country.code if country is not None else nation[1] if nation is not None else found[0].country
            if code != found[0].country:
                return []
        return found

    def _nation_behind(self, at: int) -> str:
        """The country of the nationality right behind a title that ends in a complement: "le chef de la diplomatie *turque*"."""
        behind = at < len(self.a.norms) and self.pack.grammar.clauses.postposed_adjectives
        nation = self.pack.gazetteer.nationalities.match(self.a.norms, at) if behind else None
        return nation[1] if nation is not None and self.a.shapes[at] == "l" else ""

    def _country(self, chunk: int) -> str:
        a, gazetteer = self.a, self.pack.gazetteer
        phrase = a.chunks[chunk]
        for at in range(phrase.first, phrase.last):
            nation = gazetteer.nationalities.match(a.norms, at)
            if nation is not None:
                return nation[1]
        following = chunk + 1
        if following < len(a.chunks) and a.chunks[following].behind == chunk:
            country = gazetteer.country_names.get(a.key(a.chunks[following].head, a.chunks[following].last))
            if country is not None:
                self.end = a.chunks[following].last
                return country.code
        return ""
