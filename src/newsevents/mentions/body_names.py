"""The names of the organizations of one text: by which of them another name may mean a body already met."""

from __future__ import annotations

import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, Final

from newsevents.mentions.stretches import closed_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsevents.lexicon.gazetteer import OrganizationRow
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.cast import Member
    from newsevents.mentions.names import Name
    from newsevents.text.analysis import Analysis

_NAMESAKES: Final = 40  # organizations with one first word that a name is held against: more than an article has
_WORDS: Final = 12  # words of an organization's name that may be a name of it by themselves


def spells(acronym: str, words: Sequence[str], closed: frozenset[str]) -> bool:
    """Whether an acronym has the first letter of each of some words and more of theirs: "Syndicat unique des travailleurs de l'électricité (SUTELEC)".

    Args:
        acronym: the folded acronym.
        words: the folded words of the name.
        closed: words of grammar, which it leaves out.
    """
    reached = {0}  # how much of the acronym the words so far may have made
    for word in words:
        if word in closed:
            continue
        plain = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
        begun, reached = reached, set()
        for at in begun:
            where = 0 if acronym[at : at + 1] == plain[:1] else -1
            while where >= 0 and at < len(acronym):
                at += 1  # noqa: PLW2901
                reached.add(at)
                where = plain.find(acronym[at], where + 1) if at < len(acronym) else -1
    return len(acronym) in reached


class BodyNames:
    """Looks organizations up by whole names, by parts, words and initials of them."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack
        self.closed = closed_words(pack)
        self.of_key: dict[str, Member] = {}  # organizations and groups by folded name
        self.of_words: dict[tuple[str, ...], list[Member]] = {}  # by the words of their names
        self.of_parts: dict[tuple[str, ...], list[Member]] = {}  # by what their names begin and end with
        self.of_word: dict[str, list[Member]] = {}  # by the first and the last word of their names
        self.of_initials: dict[str, Member] = {}

    def without_suffix(self, name: Name) -> str:
        """The folded name without a company's suffix ("Apple Inc."), "" where it has none."""
        last = name.last
        while last - 1 > name.first and self.a.norms[last - 1] in self.pack.roles.company_suffixes:
            last -= 1
        return self.a.key(name.first, last) if last < name.last else ""

    def namesake(self, name: Name, row: OrganizationRow) -> Member | None:
        """The organization of the text whose initials a known acronym is: the "RSF" of an article on the Rapid Support Forces."""
        if name.last - name.first > 1 or self.a.shapes[name.first] != "U":
            return None
        member = self.of_initials.get(self.a.norms[name.first])
        return member if member is not None and not (member.listed and member.sectors == row.sectors) else None

    def kin(self, name: Name) -> Member | None:
        """The organization that a shorter or longer form of a name belongs to, or that an acronym stands for."""
        tokens = tuple(self.a.norms[name.first : name.last])
        if len(tokens) == 1 and self.a.shapes[name.first] == "U":
            return self.of_initials.get("".join(char for char in tokens[0] if char.isalpha()))
        if len(tokens) == 1:
            headed = [
                one for one in islice(self.of_word.get(tokens[0], ()), _NAMESAKES) if one.kind == "organization" and one.tokens[:1] == tokens and not one.listed
            ]
            return headed[0] if len(headed) == 1 and self.is_short(headed[0].tokens) else None
        initials = self.initials(tokens)
        if len(tokens) > 2 and len(initials) > 1 and initials in self.of_key:
            return self.of_key[initials]
        lone = self.of_key.get(self.nounless(name))
        if lone is not None and lone.kind == "organization":
            return lone
        fits = dict.fromkeys(self.of_parts.get(tokens, ()))
        for part in self._parts(tokens):
            fits.update(dict.fromkeys(self.of_words.get(part, ())))
        return next(iter(fits)) if len(fits) == 1 else None

    def is_short(self, tokens: tuple[str, ...]) -> bool:
        """Whether all words of a company's name but the first are such as many have ("Norvex *Pharmaceuticals Inc.*")."""
        words, at = self.pack.roles.company, 1
        while at < len(tokens):
            if tokens[at] in self.closed:
                return at > 1  # "Lindqvist Biotech *of Sweden*"
            hit = words.match(tokens, at)
            if hit is None:
                return False
            at = hit[0]
        return True

    def of_part(self, tokens: tuple[str, ...]) -> Member | None:
        """The one organization whose name begins or ends with some words, None where there is no or more than one."""
        fits = self.of_parts.get(tokens, ())
        return fits[0] if len(fits) == 1 and fits[0].kind == "organization" and fits[0].mentions else None

    @staticmethod
    def _parts(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """What a name begins and ends with, two words at least, and not the whole of it."""
        for size in range(2, min(len(tokens), _WORDS + 1)):
            yield tokens[:size]
            yield tokens[-size:]

    def add(self, member: Member) -> None:
        """Note an organization by its name and the parts of it; of more than two none is told by a part."""
        self.of_words.setdefault(member.tokens, []).append(member)
        self.add_words(member, member.tokens)
        own = member.tokens[1:] if member.tokens[0] in self.pack.gazetteer.adjectives else ()
        for part in (*self._parts(member.tokens), *self._parts(own)):
            known = self.of_parts.setdefault(part, [])
            if len(known) < 2 and member not in known:
                known.append(member)

    def add_words(self, member: Member, tokens: tuple[str, ...]) -> None:
        """Note an organization by the first and the last word of a name of several."""
        for word in dict.fromkeys((tokens[0], tokens[-1])) if len(tokens) > 1 else ():
            known = self.of_word.setdefault(word, [])
            if not known or known[-1] is not member:
                known.append(member)

    def nounless(self, name: Name) -> str:
        """The folded name without the nouns that say what it is ("Forbes Magazine", "le groupe Renault"), "" where it has none."""
        a, roles = self.a, self.pack.roles
        first, last = name.first, name.last
        nouns = (roles.media, roles.nominals, roles.company_words)
        while last - 1 > first and any(a.norms[last - 1] in words for words in nouns):
            last -= 1
        while first + 1 < last and any(a.norms[first] in words for words in nouns):
            first += 1
        while name.first < first < last - 1 and a.tags[first] == "A" and a.shapes[first] == "l":
            first += 1  # "le collectif *écologiste* Brume Noire"
        return a.key(first, last) if last - first < name.last - name.first else ""

    def initials(self, tokens: tuple[str, ...]) -> str:
        """The first letters of a name's words, the small words of grammar left out."""
        return "".join(part[0] for token in tokens for part in token.split("-") if part and part[0].isalpha() and token not in self.closed)

    def acronym_beside(self, name: Name) -> str:
        """The folded acronym in brackets behind a name ("Movement for Democratic Change (MDC)"), "" for none."""
        a, last = self.a, name.last
        if last + 2 >= len(a.norms) or a.tags[last] != "(" or a.tags[last + 2] != ")" or a.shapes[last + 1] not in "UC":
            return ""
        word = a.word(last + 1)
        if sum(map(str.isupper, word)) < 2 and not spells(a.norms[last + 1], a.norms[name.first : last], self.closed):
            return ""
        row = self.pack.gazetteer.organization(a.norms[last + 1])
        if row is not None and name.organization is not None and row.name != name.organization.name:
            return ""
        letters = {token[0] for token in a.norms[name.first : last]}
        return a.norms[last + 1] if word[0].lower() in letters or (row is not None and row.name.lower() == name.key) else ""
