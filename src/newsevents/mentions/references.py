"""Words that refer back to an actor: definite nouns ("le président américain", "the company"), pairs and pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.mentions.cast import Cast, Member

_REACH = 3  # sentences a pronoun reaches back


class References:
    """Resolves the references of one text in text order."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.a = cast.a
        self.pack = cast.pack
        clauses = self.pack.grammar.clauses
        self.definite = frozenset(clauses.definite) | frozenset(self.pack.grammar.demonstratives)
        pronouns = self.pack.grammar.pronouns
        self.gender: dict[str, tuple[str, str]] = {}
        for words, value in (
            (pronouns.s_m, ("s", "m")), (pronouns.s_f, ("s", "f")), (pronouns.s_n, ("s", "n")), (pronouns.s, ("s", "")), (pronouns.p, ("p", "")), (pronouns.p_f, ("p", "f")),
        ):  # fmt: skip
            for word in words:
                self.gender.setdefault(word, value)
        self.subjects = {chunk: index for index, clause in enumerate(self.a.clauses) for chunk in clause.subjects}

    def resolve(self) -> None:
        """Add nominal and pronoun mentions to the cast."""
        a = self.a
        starts: dict[int, Member] = {}
        unnamed: dict[int, Member] = {}  # by chunk: what an unnamed holder or group is, unless it refers back
        for member in self.cast.members:
            for first, last, _ in member.mentions:
                for at in range(first, last):
                    starts.setdefault(at, member)
                if not member.named and member.kind in ("person", "group") and a.chunk_of[first] >= 0:
                    unnamed[a.chunk_of[first]] = member
        recent: list[tuple[int, Member, int]] = []  # (token, member, weight)
        at = 0
        size = len(a.norms)
        while at < size:
            chunk = a.chunk_of[at]
            if chunk in unnamed and a.chunks[chunk].first == at:
                found = self._nominal(chunk, recent)
                if found:
                    self._replace(unnamed[chunk], chunk, found)
                    recent += [(at, one, self._weight(at)) for one in found]
                    at = a.chunks[chunk].last
                    continue
            member = starts.get(at)
            if member is not None:
                recent.append((at, member, self._weight(at)))
                while at < size and starts.get(at) is member:
                    at += 1
                continue
            chunk = a.chunk_of[at]
            if chunk >= 0 and a.chunks[chunk].first == at and not any(t in starts for t in range(at, a.chunks[chunk].last)):
                found = self._nominal(chunk, recent)
                for one in found:
                    phrase = a.chunks[chunk]
                    one.mentions.append((phrase.first, phrase.last, "nominal"))
                    recent.append((at, one, self._weight(at)))
                if found:
                    at = a.chunks[chunk].last
                    continue
            norm = a.norms[at]
            owns = a.tags[at] == "D" and norm in self.pack.grammar.pronouns.possessives
            if norm in self.gender and (a.tags[at] in "RH" or owns) and not self._is_impersonal(at):
                antecedent = self._pronoun(at, norm, recent)
                if antecedent is not None:
                    antecedent.mentions.append((at, at + 1, "pronoun"))
                    if a.tags[at] == "R":
                        recent.append((at, antecedent, self._weight(at)))
            at += 1

    def _replace(self, holder: Member, chunk: int, found: list[Member]) -> None:
        """Move the mention in a noun phrase from an unnamed holder to those it refers back to."""
        phrase = self.a.chunks[chunk]
        holder.mentions = [mention for mention in holder.mentions if not phrase.first <= mention[0] < phrase.last]
        for one in found:
            one.mentions.append((phrase.first, phrase.last, "nominal"))

    def _weight(self, at: int) -> int:
        """Subjects are likelier antecedents."""
        chunk = self.a.chunk_of[at]
        if chunk < 0:
            return 2
        if chunk in self.subjects:
            clause = self.a.clauses[self.subjects[chunk]]
            return 3 if clause.relation == "root" else 2
        return 1 if self.a.chunks[chunk].preposition < 0 else 0

    def _is_impersonal(self, at: int) -> bool:
        clause = self.a.clause_of[at]
        impersonal = self.pack.grammar.impersonal_verbs
        following = {self.a.lemmas[t] for t in range(at + 1, min(at + 3, len(self.a.norms)))}
        if self.a.norms[at] in self.pack.grammar.expletives and (following & set(impersonal)):
            return True
        return clause >= 0 and self.a.clauses[clause].pronoun == at and self.a.norms[at] in self.pack.grammar.expletives and self.a.clauses[clause].lemma in impersonal

    def _pronoun(self, at: int, norm: str, recent: list[tuple[int, Member, int]]) -> Member | None:
        number, gender = self.gender[norm]
        a = self.a
        if a.quoted[at] >= 0 and not any(a.quoted[token] == a.quoted[at] for token, _, _ in recent[-8:]):
            inside_first = a.quotations[a.quoted[at]].open
            if at - inside_first < 12:
                return None  # who "he" is inside a quotation, the words before it rarely tell
        sentence = a.sentence_of[at]
        possessive = norm in self.pack.grammar.pronouns.possessives and a.tags[at] == "D"
        best: Member | None = None
        best_score = 0.0
        seen: set[int] = set()
        chunk = a.chunk_of[at]
        for token, member, weight in reversed(recent):
            distance = sentence - a.sentence_of[token]
            if distance > _REACH:
                break
            if id(member) in seen:
                continue
            if not self._agrees(member, number, gender):
                continue
            if a.quoted[token] >= 0 and a.quoted[token] != a.quoted[at]:
                continue
            seen.add(id(member))
            if not possessive and chunk >= 0 and a.chunk_of[token] == chunk:
                continue
            score = 4 + weight * 1.5 - distance * 2 - (0.5 if len(seen) > 1 else 0)
            if member.kind == "person" and gender in "mf":
                score += 2
            if score > best_score:
                best, best_score = member, score
        return best

    def _agrees(self, member: Member, number: str, gender: str) -> bool:
        if number == "p":
            return member.plural or member.kind == "group" or (member.kind == "organization" and self.pack.grammar.plural_bodies)
        if member.plural or member.kind == "group":
            return False
        if gender == "n":
            return member.kind in ("organization", "country")
        if member.kind == "person":
            return not gender or not member.gender or member.gender == gender
        return not self.pack.grammar.neuter_things and (not gender or not member.gender or member.gender == gender) and member.kind in ("organization", "country") and gender == ""

    def _nominal(self, chunk: int, recent: list[tuple[int, Member, int]]) -> list[Member]:
        a, pack, roles = self.a, self.pack, self.pack.roles
        phrase = a.chunks[chunk]
        first = a.norms[phrase.first]
        contracted = a.tags[phrase.first] != "D" and phrase.preposition >= 0 and a.norms[phrase.preposition] in pack.grammar.contracted
        head = a.norms[phrase.head]
        lemmas = pack.nouns.lemmas(head)
        dual = roles.duals.get(head)
        if dual is not None and (first in self.definite or contracted):
            count = any(a.tags[t] == "M" and pack.grammar.numbers.get(a.norms[t]) == 2 for t in range(phrase.first, phrase.last))
            if count or dual.bare:
                kinds = ("country",) if dual.kind == "country" else ("organization",) if dual.kind == "organization" else ("person",)
                return self._last_two(recent, kinds, phrase.first) if count else self._pair(recent, kinds)
        if not (first in self.definite or contracted):
            return []
        title = self.cast.titles.title_in(chunk)
        country = next((pack.gazetteer.adjectives[a.norms[t]] for t in range(phrase.first, phrase.last) if a.norms[t] in pack.gazetteer.adjectives), "")
        if not country:
            country = self._genitive_country(chunk)
        if title is not None and title[0] <= phrase.head < title[1] or head in roles.persons:
            return self._holder(title[2].title if title else "", head, country, recent, roles.persons.get(head, ""), chunk)
        kind = roles.nominals.get(head) or next((roles.nominals[lemma] for lemma in lemmas if lemma in roles.nominals), "")
        following = chunk + 1
        described = following < len(a.chunks) and a.chunks[following].behind == chunk and a.lemmas[a.chunks[following].preposition] in pack.grammar.clauses.genitive
        if kind == "organization" and head == lemmas[-1] and phrase.last - phrase.first <= 3 and not country and not described:
            return self._last(recent, "organization", phrase.first, named=True)
        return []

    def _genitive_country(self, chunk: int) -> str:
        a = self.a
        following = chunk + 1
        if following < len(a.chunks) and a.chunks[following].behind == chunk:
            key = a.key(a.chunks[following].head, a.chunks[following].last)
            country = self.pack.gazetteer.country_names.get(key)
            return country.code if country else ""
        return ""

    def _last_two(self, recent: list[tuple[int, Member, int]], kinds: tuple[str, ...], before: int) -> list[Member]:
        found: list[Member] = []
        for token, member, _ in reversed(recent):
            if member.kind in kinds and member not in found and token < before and not (member.kind == "person" and not member.named):
                if self.a.sentence_of[before] - self.a.sentence_of[token] > 6:
                    break
                found.append(member)
        if len(found) > 2:
            # the two most often named stand for the pair
            found = sorted(found, key=lambda member: -sum(1 for token, other, _ in recent if other is member))[:2]
        return found if len(found) == 2 else []

    def _pair(self, recent: list[tuple[int, Member, int]], kinds: tuple[str, ...]) -> list[Member]:
        """The last two that one noun phrase or one sentence's opening names together ("A and B")."""
        a = self.a
        for (token, member, _), (before, other, _) in zip(reversed(recent), reversed(recent[:-1]), strict=False):
            if member is other or member.kind not in kinds or other.kind not in kinds or a.sentence_of[token] != a.sentence_of[before]:
                continue
            between = a.tags[before:token]
            if "C" in between and "V" not in between and len(between) < 14:
                return [other, member]
        return []

    def _last(self, recent: list[tuple[int, Member, int]], kind: str, before: int, *, named: bool) -> list[Member]:
        for token, member, _ in reversed(recent):
            if self.a.sentence_of[before] - self.a.sentence_of[token] > _REACH:
                break
            if member.kind == kind and member.named >= named and "JRN" not in member.sectors:
                return [member]
        return []

    def _holder(self, title: str, head: str, country: str, recent: list[tuple[int, Member, int]], gender: str, chunk: int) -> list[Member]:
        """The person a definite office or noun refers back to: same title, or same country where the text says it."""
        seen: list[Member] = []
        for _, member, _ in reversed(recent):
            if member.kind == "person" and member not in seen:
                seen.append(member)
        fits = []
        for member in seen:
            if country and member.country and member.country != country:
                continue
            if gender and member.gender and member.gender != gender:
                continue
            words = {office.title.title for office in member.offices}
            same_title = bool(title) and title in words
            general = head in self.pack.roles.persons and country and member.country == country and bool(member.offices)
            if same_title or general:
                fits.append((same_title + bool(country and member.country == country), member))
        if not fits:
            return []
        top = max(score for score, _ in fits)
        best = [member for score, member in fits if score == top]
        complement = chunk + 1 < len(self.a.chunks) and self.a.chunks[chunk + 1].behind == chunk
        if complement and not country and not any(title for title in [title]):
            return []
        return best[:1]
