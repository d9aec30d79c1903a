"""The titles that stand before or behind a person's name, with what they belong to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newsevents.lexicon.roles import RoleGroup, Title

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.text.analysis import Analysis

_OWNER = 6  # tokens of the owner of a title
_FAR = 14  # tokens between a title and the name it leads up to, complements included
_STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "ELI"})  # bodies whose members share their country


_HONOUR = RoleGroup(level="rank", titles=())  # what a state confers: "Tom Molomby, SC"


class Office(NamedTuple):
    """A title in the text: tokens ``first`` to ``last`` (exclusive), its complements included, its determiner not."""

    first: int
    last: int
    title: Title
    country: str  # of an adjective or a complement, "" where the text names none
    organization: str


class TitleFinder:
    """Finds titles in one text."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack

    @cached_property
    def covers(self) -> dict[int, tuple[int, int, Title]]:
        """By token, the title it belongs to: first token, the index after it, and the entry."""
        covers: dict[int, tuple[int, int, Title]] = {}
        tags = self.a.tags
        firsts, prefixes = self.pack.roles.title_firsts, self.pack.roles.prefixes
        postposed = self.pack.grammar.clauses.postposed_adjectives
        reached = 0
        for at, norm in enumerate(self.a.norms):
            if at < reached or not (norm in firsts or ("-" in norm and norm.startswith(prefixes))):
                continue
            hit = self.match(at)
            if hit is None or (hit[0] == at + 1 and tags[at] in "VIK" and not (tags[at] == "V" and at and tags[at - 1] == "D")):
                continue  # "they are accused of", but "la patronne de"
            if postposed and hit[0] == at + 1 and at and tags[at] == "A" and tags[at - 1] in "NE":
                continue  # "Parti socialiste": the adjective of a name is no title
            reached = hit[0]
            for token in range(at, reached):
                covers[token] = (at, reached, hit[1])
        return covers

    def match(self, at: int) -> tuple[int, Title] | None:
        """The title that starts at a token, its prefix ("ex-", "vice-") taken off."""
        a, roles = self.a, self.pack.roles
        hit = roles.titles.match(a.norms, at)
        if hit is None and "-" in a.norms[at]:
            for prefix in roles.prefixes:
                if a.norms[at].startswith(prefix):
                    rest = a.norms[at][len(prefix) :].lstrip("-")
                    found = roles.titles.match([rest, *a.norms[at + 1 : at + 5]], 0) if rest else None
                    return (at + found[0], found[1]) if found else None
        return hit

    def title_in(self, chunk: int, upto: int | None = None) -> tuple[int, int, Title] | None:
        """The first title inside a noun phrase: its tokens and entry."""
        phrase = self.a.chunks[chunk]
        end = phrase.last if upto is None else min(phrase.last, upto)
        for at in range(phrase.first, end):
            hit = self.covers.get(at)
            if hit is not None and (hit[0] == at or at == phrase.first):
                return hit
        return None

    # -- before a name

    def before(self, first: int) -> Office | None:
        """The title right before a name: in its noun phrase ("le président russe V. Poutine") or set off by a comma.

        Complements may stand between them: "le ministre de l'Intérieur du Gabon, P. M.".
        """
        a = self.a
        if first > 1 and a.norms[first - 1] in self.pack.roles.civilities and a.tags[first - 2] == ",":
            first -= 1  # "l'avocat du suspect, *Me* Karim Bellil"
        at = first - 1
        comma = at > 0 and a.tags[at] == ","
        begin = a.sentences[a.sentence_of[first]][0]
        if comma:
            at = self._over_brackets(at - 1, begin)
        last = at + 1
        found = self._back(at, begin, first)
        if found is None:
            return None
        if comma:
            found = self._outermost(found, begin, first)
            if self._follows_name(found[0], begin):
                return None  # "X, ministre de Y, Z": that title belongs to the name before it
        elif not comma and a.tags[first - 1] in "DP" and a.shapes[first - 1] == "l":
            return None
        found = found if comma else self._joined(found, begin)
        return self.office(self.begin(found[0], self._chunk_begin(found[0])), last, found[2])

    def _joined(self, found: tuple[int, int, Title], begin: int) -> tuple[int, int, Title]:
        """The first of two occupations of one person: "*American academic and* professor A. B."; offices may be two people's."""
        at = found[0] - 2
        before = self.covers.get(at) if at >= begin and self.a.tags[at + 1] == "C" else None
        if before is None or before[1] != at + 1 or before[2].group.level == found[2].group.level == "office":
            return found
        return before

    def _over_brackets(self, at: int, begin: int) -> int:
        """The token before what stands in brackets there, such as an acronym: "le président du Rassemblement national *(RN)*, X"."""
        if self.a.tags[at] != ")":
            return at
        opening = self.a.tags.rfind("(", max(begin, at - _FAR), at)
        return opening - 1 if opening > begin else at

    def _back(self, at: int, begin: int, first: int) -> tuple[int, int, Title] | None:
        """The nearest title before a token, over its adjectives and complements."""
        a = self.a
        need = ""  # a noun that has been crossed needs the preposition that makes it a complement
        generic = False
        steps = 0
        while at >= begin and steps < _FAR:
            title = self.covers.get(at)
            if title is not None:
                if need == "N" and not self._is_apposed(title, first):
                    return None
                if generic and not title[2].group.head and self.pack.roles.civility_phrases.match(a.norms, first) is None:
                    return None  # "membre du groupe de rock, X": X is the group
                return title
            tag = a.tags[at]
            generic = generic or (tag == "N" and a.tags[first - 1] == "," and self._is_generic(at))
            if tag in "NE" or (tag == "M" and a.shapes[at] != "d"):
                need = "N"
            elif tag in "PZ" or (tag == "+" and need == "N"):
                need = "" if tag != "+" else need
                if tag == "Z":
                    return None
            elif tag not in "AKDC" or (tag == "C" and need != "N"):
                return None
            at -= 1
            steps += 1
        return None

    def _is_generic(self, at: int) -> bool:
        """Whether a noun is a word for any organization or medium, without a name of its own behind it."""
        roles, norms = self.pack.roles, self.a.norms
        nominal = roles.nominals.get(norms[at]) == "organization" or norms[at] in roles.media
        head = roles.heads.match(norms, at)
        return nominal and (head is None or not head[1].acts)

    def _is_apposed(self, title: tuple[int, int, Title], first: int) -> bool:
        """Whether what stands between a title and a name is only a noun modifier or acronym of the title ("président PS X")."""
        a = self.a
        between = range(title[1], first - (a.tags[first - 1] == ","))
        return len(between) <= 3 and all(
            a.shapes[at] == "U" or a.norms[at].rpartition("-")[2] in self.pack.gazetteer.adjectives or a.tags[at] in "AK" for at in between
        )

    def _outermost(self, found: tuple[int, int, Title], begin: int, first: int) -> tuple[int, int, Title]:
        """The title that heads a whole phrase: "le porte-parole du président, X"."""
        a = self.a
        genitive = self.pack.grammar.clauses.genitive
        while True:
            at = found[0] - 1
            while at >= begin and a.tags[at] in "DA":
                at -= 1
            if at <= begin or a.tags[at] != "P" or a.lemmas[at] not in genitive:
                return found
            outer = self._back(at - 1, begin, first)
            if outer is None:
                return found
            found = outer

    def _follows_name(self, at: int, begin: int) -> bool:
        """Whether a title stands right behind a name and a comma: it is that name's.

        Unless the name only tells where: "*À Lyon*, le maire, Paul Roux, …".
        """
        a = self.a
        while at > begin and a.tags[at - 1] in "DAB":
            at -= 1
        if at - 1 <= begin or a.tags[at - 1] != "," or a.tags[at - 2] not in "E)":
            return False
        at -= 2
        while at > begin and a.tags[at] == "E":
            at -= 1
        return a.tags[at] != "P" or a.lemmas[at] not in self.pack.grammar.clauses.locative

    def _chunk_begin(self, at: int) -> int:
        chunk = self.a.chunk_of[at]
        return self.a.chunks[chunk].first if chunk >= 0 else at

    def begin(self, at: int, begin: int) -> int:
        """The first token of a title's modifiers: "[former] minister", "[Russian deputy foreign] minister", "[White House] spokesman"."""
        a, adjectives = self.a, self.pack.gazetteer.adjectives
        preposed = not self.pack.grammar.clauses.postposed_adjectives
        while at > begin:
            before = at - 1
            norm = a.norms[before]
            if a.tags[before] == "D" or not (
                norm in self.pack.roles.modifiers or norm in adjectives or a.tags[before] in "ANK" or (preposed and a.tags[before] == "E")
            ):
                break
            at = before
        return at

    # -- behind a name

    def after(self, last: int) -> Office | None:
        """The title set off behind a name: "C. Ghosn, président-directeur général de Renault-Nissan,"."""
        a = self.a
        at = last
        size = len(a.norms)
        if at >= size or a.tags[at] not in "(,-":
            return None
        opener = a.tags[at]
        at += 1
        if opener == "," and at + 1 < size and a.tags[at] == "M":  # an age stands between
            while at < size and a.tags[at] != "," and at < last + 6:
                at += 1
            at += 1
        start = at
        while at < size and a.tags[at] in "DB" and at < start + 3:
            at += 1
        if at >= size:
            return None
        if a.norms[at] in self.pack.roles.after_name and a.shapes[at] in "CU":
            return Office(at, at + 1, Title(a.norms[at], "", _HONOUR), "", "")
        found = self._ahead(at)
        if found is None and opener == ",":
            start = at = self._behind_owner(start)
            found = self._ahead(at) if at > last + 1 else None
        if found is None:
            return None
        end = self.complement_end(found[1])
        if end < size and a.tags[end] == "Z":
            return None  # "X, the late politician's brother"
        if opener == "," and "D" in a.tags[start:at] and end < size and a.tags[end] in "VU":
            return None  # "Jean, *le* ministre a dit": the noun phrase is the subject of what follows
        if end < size and a.tags[end] == "E" and a.shapes[end] in "CU" and a.norms[end] not in self.pack.roles.after_name:
            return None  # "…, le président Untel": that title belongs to the next name
        return self.office(max(self.begin(found[0], start), start), end, found[2])

    def _behind_owner(self, at: int) -> int:
        """The token behind the owner of an apposed title ("Hale, *the mission's* lead scientist,"), 0 for none."""
        a = self.a
        for token in range(at + 1, min(at + _OWNER, len(a.norms) - 1)):
            if a.tags[token] == "Z":
                return token + 1
            if a.tags[token] not in "NEA":
                break
        return 0

    def _ahead(self, at: int) -> tuple[int, int, Title] | None:
        """The title at a token or behind its modifiers."""
        a = self.a
        roles = self.pack.roles
        for token in range(at, min(at + 5, len(a.norms))):
            hit = self.covers.get(token)
            if hit is not None and hit[0] == token:
                return hit
            if not (
                a.tags[token] in "ABKNMG"
                or a.norms[token] in self.pack.gazetteer.adjectives
                or a.norms[token] in roles.modifiers
                or (a.tags[token] == "E" and not self.pack.grammar.clauses.postposed_adjectives)
            ):
                return None
            if a.tags[token] == "N" and self.pack.grammar.clauses.postposed_adjectives:
                return None
        return None

    def chain_end(self, chunk: int) -> int:
        """The token index behind a noun phrase with its complements."""
        a = self.a
        end = a.chunks[chunk].last
        last = chunk
        for following in range(chunk + 1, min(chunk + 7, len(a.chunks))):
            phrase = a.chunks[following]
            if phrase.sentence != a.chunks[chunk].sentence:
                break
            joined = phrase.preposition >= 0 and phrase.behind == last and phrase.leader == following
            listed = phrase.leader == a.chunks[last].leader and phrase.leader != following and phrase.first - end <= 2
            owned = phrase.possessor == last
            if not (joined or listed or owned):
                break
            end = phrase.last
            last = following
        return end

    def complement_end(self, end: int) -> int:
        """The token index behind a title's adjectives and complements."""
        a = self.a
        size = len(a.norms)
        limit = min(size, end + _FAR)
        clauses = self.pack.grammar.clauses
        while end < limit:
            if a.tags[end] in "AK" and clauses.postposed_adjectives and a.shapes[end] == "l":
                end += 1
                continue
            if a.tags[end] == "N" and a.chunk_of[end] == a.chunk_of[end - 1] >= 0 and not clauses.postposed_adjectives:
                end += 1
                continue
            if a.tags[end] == "E" and a.chunk_of[end] == a.chunk_of[end - 1] >= 0 and a.shapes[end] == "U":
                end += 1
                continue
            at = end
            if a.tags[at] == "P" and self._links(at):
                at += 1
                while at < limit and a.tags[at] == "+":
                    at += 1
            elif (
                a.tags[at] == "C"
                and at + 1 < limit
                and a.tags[at + 1] in "NEPD"
                and a.tags[at - 1] in "NEA"
                and a.tags[at + 1] == "P"
                and a.lemmas[at + 1] in clauses.genitive
            ):
                at += 2
            elif a.tags[at] == "C" and at + 1 in self.covers and self.covers[at + 1][0] == at + 1:
                end = self.covers[at + 1][1]  # "infirmière et mère de deux enfants"
                continue
            else:
                break
            chunk = a.chunk_of[at] if at < size else -1
            if chunk < 0 or a.chunks[chunk].first != at:
                break
            end = a.chunks[chunk].last
            if end + 1 < limit and a.tags[end] == "Z" and a.chunk_of[end + 1] >= 0:
                end = a.chunks[a.chunk_of[end + 1]].last  # "a representative for the *sheriff's office*"
        return end

    def _links(self, at: int) -> bool:
        """Whether a preposition opens a complement of a title."""
        a = self.a
        clauses = self.pack.grammar.clauses
        if a.lemmas[at] in clauses.genitive:
            return True
        following = at + 1
        while following < len(a.norms) and a.tags[following] in "D+":
            following += 1
        owned = following + 1 < len(a.norms) and a.tags[following + 1] == "Z"
        if owned and a.lemmas[at] in clauses.locative:
            return False  # "the judge in Duffy's trial"; "a spokesman for Iran's army" is the army's
        joins = a.lemmas[at] in clauses.dative or a.lemmas[at] in clauses.locative or a.lemmas[at] in self.pack.grammar.name_joiners[:1]
        return joins and following < len(a.norms) and a.shapes[following] in "CU"

    # -- what a title belongs to

    def office(self, first: int, last: int, title: Title) -> Office:
        """A title with the country and the organization its words name."""
        a, gazetteer = self.a, self.pack.gazetteer
        country = organization = ""
        at = first
        while at < last:
            nation = gazetteer.nationalities.match(a.norms, at)
            if nation is not None:
                country = country or nation[1]
                at = nation[0]
                continue
            step = at + 1
            if a.shapes[at] in "CU" or self.pack.roles.heads.match(a.norms, at) is not None:  # "porte-parole du *département d'État*"
                step, code, body = self._named(at, last)
                if country and code and code != country:
                    body = " ".join(a.surface(at, step).split())  # "U.S. Treasury": not the British one
                country, organization = country or code, organization or body
            at = step
        if not country:
            country = self._owner(first)
        return Office(first, last, title, country, organization)

    def _named(self, at: int, last: int) -> tuple[int, str, str]:
        """The country and the organization that a capitalised word of a title begins to name, after the index behind them."""
        a, gazetteer = self.a, self.pack.gazetteer
        small = a.shapes[at] not in "CU"
        for end in range(min(last, at + 6), at, -1):
            if small and a.shapes[end - 1] not in "CU":
                continue
            key = a.key(at, end)
            known = gazetteer.country_names.get(key)
            if known is not None:
                return end, known.code, ""
            row = gazetteer.organization(key)
            if row is not None:
                return end, row.country if not row.sectors or _STATE & set(row.sectors) else "", row.name
            place = gazetteer.place(key) if end - at > 1 or a.tags[at - 1] != "N" else None
            if place is not None and place.country:
                return end, place.country, ""
        norm = a.norms[at]
        if small or at in self.covers or a.tags[at] not in "EN" or norm in gazetteer.given_names or norm in self.pack.roles.modifiers:
            return at + 1, "", ""
        headed = self.pack.roles.heads.match(a.norms, at) is not None  # "the University of St Andrews"
        if a.shapes[at] == "C" and not headed and (norm in gazetteer.ordinary or norm in self.pack.open_tags or norm in self.pack.action_nouns):
            return at + 1, "", ""  # "ministre de l'Industrie"
        end = self._capitals_end(at, last)
        return end, "", " ".join(a.surface(at, end).split())

    def _capitals_end(self, at: int, last: int) -> int:
        """The index after a run of capitalised words, the small words of grammar between them included."""
        a = self.a
        joining = (*self.pack.grammar.clauses.genitive, *self.pack.grammar.name_joiners)
        end = at + 1
        while end < last:
            ahead = end
            while ahead < last and a.shapes[ahead] == "l" and (a.tags[ahead] == "D" or (a.tags[ahead] == "P" and a.lemmas[ahead] in joining)):
                ahead += 1
            if ahead >= last or a.shapes[ahead] not in "CU" or ahead in self.covers:
                break
            end = ahead + 1
        return end

    def _owner(self, first: int) -> str:
        """The country that owns an office: "Zimbabwe's former spy chief"."""
        a, gazetteer = self.a, self.pack.gazetteer
        if first < 2 or a.tags[first - 1] != "Z":
            return ""
        chunk = a.chunk_of[first - 2]
        if chunk < 0:
            return ""
        phrase = a.chunks[chunk]
        key = a.key(phrase.first + (a.tags[phrase.first] == "D"), phrase.last) if phrase.last > phrase.first + 1 or a.tags[phrase.first] != "D" else ""
        known = gazetteer.country_names.get(key)
        if known is not None:
            return known.code
        place = gazetteer.place(key)
        return place.country if place is not None else ""
