"""Words that refer back to an actor: pronouns, and the definite nouns that ``nominals`` reads, in text order."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from newsevents.mentions.focus import Focus
from newsevents.mentions.kin import Family
from newsevents.mentions.nominals import Nominals

if TYPE_CHECKING:
    from newsevents.mentions.cast import Cast, Member
    from newsevents.mentions.titles import Office

_REACH = 3  # sentences a pronoun reaches back
_SUBJECT = 3  # weight of the subject of a main clause
_THINGS = 30  # noun phrases between a body and a pronoun for it
_BEFORE = 2  # tokens from an apposition back to the name before its comma
_BODIES = ("organization", "country")
_TELLER = 3  # how much rather a pronoun means whoever says it than another subject
_INSIDE = 12  # tokens into a quotation within which a pronoun may mean anybody


def _token(noted: tuple[int, Member, int]) -> int:
    return noted[0]


class References:
    """Resolves the references of one text."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.a = cast.a
        self.pack = cast.pack
        pronouns = self.pack.grammar.pronouns
        self.possessives = frozenset(pronouns.possessives)
        self.articles = {**dict.fromkeys(pronouns.articles_m, "m"), **dict.fromkeys(pronouns.articles_f, "f")}
        self.hidden = {**dict.fromkeys(pronouns.hidden_m, "m"), **dict.fromkeys(pronouns.hidden_f, "f")}
        self.gender: dict[str, tuple[str, str]] = {}
        for words, value in (
            (pronouns.s_m, ("s", "m")), (pronouns.s_f, ("s", "f")), (pronouns.s_n, ("s", "n")), (pronouns.s, ("s", "")), (pronouns.p, ("p", "")),
            (pronouns.p_f, ("p", "f")),
        ):  # fmt: skip
            for word in words:
                self.gender.setdefault(word, value)
        self.subjects = self._find_subjects()
        self.roots = {clause.pronoun for clause in self.a.clauses if clause.pronoun >= 0 and clause.relation == "root"}  # pronouns that are main subjects
        self.recent: list[tuple[int, Member, int]] = []  # (token, member, weight) in text order
        self.latest: dict[Member, int] = {}  # where each was last named, the last one last
        self.persons: dict[int, Member] = {}  # by the token that a name or title of theirs begins with
        self.strangers: list[tuple[int, str, int]] = []  # people named by a noun alone: token, gender, weight
        self.owners: dict[int, list[Member]] = {}  # whom a possessive stands for, by token
        self.held: dict[int, list[tuple[int, int, str]]] = {}  # the mentions of those, by noun phrase
        self.several: set[Member] = set()  # bodies with a plural for a name
        self.family = Family()
        self.kin: dict[Member, list[Office]] = {}  # the nouns of kinship beside somebody's names that are not read yet, the next one last
        self.focus = Focus(self)
        self.nominals = Nominals(self)

    def _find_subjects(self) -> dict[int, int]:
        """The clause of every subject, of those behind their verb too ("a dit *Anne Roy*") and of names set beside one ("le maire, *Yves Roy*, …")."""
        a = self.a
        subjects: dict[int, int] = {}
        for index, clause in enumerate(a.clauses):
            for chunk in clause.subjects:
                subjects.setdefault(chunk, index)
        for index, clause in enumerate(a.clauses):
            if clause.form == "finite" and not clause.subjects and clause.pronoun < 0 and not clause.passive and clause.objects:
                subjects.setdefault(clause.objects[0], index)
        for chunk in range(1, len(a.chunks)):
            phrase = a.chunks[chunk]
            if (
                chunk not in subjects
                and phrase.preposition < 0
                and a.tags[phrase.head] == "E"
                and a.tags[phrase.first - 1] == ","
                and a.chunks[chunk - 1].last == phrase.first - 1
                and chunk - 1 in subjects
            ):
                subjects[chunk] = subjects[chunk - 1]
        return subjects

    def resolve(self) -> None:
        """Add nominal and pronoun mentions to the cast."""
        a = self.a
        starts: dict[int, Member] = {}
        unnamed: dict[int, Member] = {}  # by noun phrase: what an unnamed holder or group is, unless it refers back
        for member in self.cast.members:
            for mention in member.mentions:
                first, last, _ = mention
                if member.kind == "person":
                    self.persons.setdefault(first, member)
                elif self._is_several(member, first):
                    self.several.add(member)
                elif not member.gender and first and not member.plural and self.articles:
                    member.gender = self._article(first)
                for at in range(first, last):
                    starts.setdefault(at, member)
                if not member.named and a.chunk_of[first] >= 0:
                    chunk = a.chunk_of[first]
                    if unnamed.get(chunk) is not member:
                        unnamed[chunk], self.held[chunk] = member, []
                    self.held[chunk].append(mention)
        norms, chunk_of, chunks = a.norms, a.chunk_of, a.chunks
        referring, possessives, gender = self.pack.roles.referring, self.possessives, self.gender
        people, says_nothing = self.pack.roles.persons, self.nominals.holders.says_nothing
        latter, peoples = self.pack.roles.latter, self.pack.gazetteer.peoples
        at, size = 0, len(norms)
        while at < size:
            norm = norms[at]
            chunk = chunk_of[at]
            named_last = latter.match(norms, at) if norm in latter else None
            if named_last is not None and (chunk < 0 or chunks[chunk].last <= named_last[0]):
                for one in self.focus.latter(at, named_last[1]):
                    one.mentions.append((at, named_last[0], "nominal"))
                    self._note(at, one)
                at = named_last[0]
                continue
            if chunk >= 0 and chunks[chunk].first == at:
                phrase = chunks[chunk]
                if norm in possessives:
                    self._own(at)
                compatriot = self.focus.compatriot(chunk) if norms[phrase.head] in peoples or self._is_demonym(phrase.head) else None
                if compatriot is not None:
                    at = max(at + 1, self._refer(chunk, [compatriot], None))
                    continue
                if chunk in unnamed or (
                    (norms[phrase.head] in referring or says_nothing(norms[phrase.head])) and not any(t in starts for t in range(at, phrase.last))
                ):
                    found = self.nominals.read(chunk, unnamed.get(chunk))
                    if found:
                        at = max(at + 1, self._refer(chunk, found, unnamed.get(chunk)))
                        continue
                if (
                    norms[phrase.head] in people
                    and not self.cast.taken[phrase.head]
                    and not any(t in starts for t in range(at, phrase.last))
                    and not self._is_apposed(chunk, starts)
                ):
                    self.strangers.append((phrase.head, self.pack.roles.persons[norms[phrase.head]], self._weight(phrase.head)))
            known = starts.get(at)
            if known is not None:
                self._note(at, known)
                self._relate(known, at)
                while at < size and starts.get(at) is known:
                    at += 1
                continue
            if norm in gender:
                self._pronoun_at(at)
            at += 1

    def _is_demonym(self, at: int) -> bool:
        """Whether a word written large has the ending of a noun for people of a place, and is no name that is known."""
        norm = self.a.norms[at]
        return self.a.shapes[at] == "C" and norm.endswith(self.pack.roles.demonym_endings) and not self.cast.taken[at] and not self.pack.gazetteer.knows(norm)

    def _is_apposed(self, chunk: int, starts: dict[int, Member]) -> bool:
        """Whether a noun phrase stands between commas right behind a person's name: it says who that is ("Hale, *the lead scientist*, said he …")."""
        a = self.a
        phrase = a.chunks[chunk]
        first = a.chunks[phrase.possessor].first if phrase.possessor >= 0 else phrase.first
        if first < _BEFORE or a.tags[first - 1] != "," or phrase.preposition >= 0:
            return False
        named = starts.get(first - _BEFORE)
        return named is not None and named.kind == "person" and named.named and a.tags[phrase.last : phrase.last + 1] not in ("V", "U")

    def _is_several(self, member: Member, first: int) -> bool:
        """Whether a body's name is a plural where such agree as one: "*les Éditions* du Moulin"."""
        a = self.a
        if member.kind != "organization" or not self.articles or not first or a.tags[first - 1] != "D" or a.norms[first - 1] in self.articles:
            return False
        return self.pack.nouns.lemmas(a.norms[first])[-1] != a.norms[first] and a.norms[first - 1] in self.pack.grammar.clauses.definite

    def _article(self, first: int) -> str:
        """The gender that the article before a name tells: "*la* Commission", "*le* groupe Renault"; "" for none."""
        a = self.a
        chunk = a.chunk_of[first]
        begin = a.chunks[chunk].first if chunk >= 0 else first
        at = begin if begin < first else first - 1
        return self.articles.get(a.norms[at], "") or self.hidden.get(a.norms[at + 1], "")

    def _own(self, at: int) -> None:
        """Note whom a possessive at the head of a noun phrase stands for."""
        if self.a.tags[at] == "D":
            number, _ = self.gender.get(self.a.norms[at], ("", ""))
            one = self._pronoun(at, self.a.norms[at])
            several = self.nominals.pair(("person",)) if number != "s" else []
            self.owners[at] = several if several and (one is None or one.kind != "person") else [one] if one is not None else []

    def _refer(self, chunk: int, found: list[Member], holder: Member | None) -> int:
        """Add a noun phrase to those it refers to; an unnamed holder gives its mention there away.

        Returns:
            The index behind what was added.
        """
        phrase = self.a.chunks[chunk]
        held = self.held.pop(chunk, []) if holder is not None else []
        first, last = phrase.first, max(phrase.last, self.nominals.end, *(end for _, end, _ in held))
        owner = self.owners.get(phrase.first)
        if owner and len(owner) == 1 and owner[0] not in found and owner[0] is not holder:
            owner[0].mentions.append((phrase.first, phrase.first + 1, "pronoun"))
        if holder is not None:
            holder.mentions = [mention for mention in holder.mentions if mention not in held]
        for one in found:
            one.mentions.append((first, last, "nominal"))
            self._note(phrase.first, one)
        self.nominals.end = 0
        return last

    def _note(self, at: int, member: Member) -> None:
        """Note that somebody was named; an acronym in brackets weighs as much as the name before it."""
        acronym = at > 0 and self.a.tags[at - 1] == "(" and bool(self.recent) and self.recent[-1][1] is member
        self.recent.append((at, member, self.recent[-1][2] if acronym else self._weight(at)))
        self.latest.pop(member, None)
        self.latest[member] = at

    def _relate(self, member: Member, at: int) -> None:
        """Note whose relative somebody is said to be: "his wife Laura"."""
        if member.kind != "person":
            return
        if member not in self.kin:
            self.kin[member] = sorted((office for office in member.offices if office.title.group.level == "kin"), key=lambda office: -office.first)
        offices = self.kin[member]
        while offices and offices[-1].first - 1 <= at:
            office = offices.pop()
            kin = self.pack.roles.kin.match(
                self.a.norms, next((t for t in range(office.first, office.last) if self.pack.roles.kin.match(self.a.norms, t) is not None), office.first)
            )
            if kin is None:
                continue
            owners = self.owners.get(office.first - 1) or self.nominals.owner_beside(office.first, office.last)
            if owners:
                self.family.add(owners, kin[1], member)
                if office.last < len(self.a.norms) and self.a.tags[office.last] == "," and office.last < at:
                    first = office.first - (self.a.tags[office.first - 1] == "D")
                    if (first, office.last, "nominal") not in member.mentions:
                        member.mentions.append((first, office.last, "nominal"))

    def _weight(self, at: int) -> int:
        """Subjects are likelier antecedents."""
        chunk = self.a.chunk_of[at]
        if chunk < 0:
            return 3 if at in self.roots else 2
        if chunk in self.subjects:
            clause = self.a.clauses[self.subjects[chunk]]
            return 3 if clause.relation == "root" else 2
        return 1 if self.a.chunks[chunk].preposition < 0 else 0

    # -- pronouns

    def _pronoun_at(self, at: int) -> None:
        a = self.a
        norm = a.norms[at]
        owns = a.tags[at] == "D" and norm in self.possessives
        if not (a.tags[at] in "RH" or owns) or self._is_impersonal(at):
            return
        if a.tags[at] == "R" and self._is_struck_thing(at):
            return
        if a.tags[at] == "H" and a.tags[at + 1 : at + 2] in ("P", "K", "G", "Q"):
            return  # "à la suite de *celle* de mardi", "*ceux* qui": what or who they are follows
        told = None if owns else self._teller(at, *self.gender[norm])
        antecedent = self._pronoun(at, norm) if told is None else told or None
        if antecedent is not None:
            antecedent.mentions.append((at, at + 1, "pronoun"))
            if antecedent.kind == "person" and not antecedent.gender:
                antecedent.gender = self.gender[norm][1]  # whom "he" took up is no "she" later
            if told:
                self.roots.add(at)  # who speaks of himself stays what the text is about
            if a.tags[at] == "R":
                self._note(at, antecedent)

    def _teller(self, at: int, number: str, gender: str) -> Member | Literal[False] | None:
        """Who says something of himself: the subject of the verb of saying above a pronoun's own; False for somebody unnamed, None for nobody.

        "*Hamas* said *it* would release …", "*L'Allemagne* a averti qu'*elle* …", "*Its team* said *it* was barred".
        """
        a = self.a
        clause = a.clauses[a.clause_of[at]] if a.clause_of[at] >= 0 else None
        if clause is None or clause.pronoun != at or clause.relation != "complement" or clause.governor < 0:
            return None
        above = a.clauses[clause.governor]
        inside = a.quoted[at] >= 0 and a.quoted[above.first] != a.quoted[at]
        if above.lemma not in self.pack.reporting_verbs or above.passive or above.form != "finite" or inside:
            return None
        first, last = above.pronoun, above.pronoun + 1
        if len(above.subjects) == 1:
            first, last = a.chunks[above.subjects[0]].first, above.first
        if first < 0 or len(above.subjects) > 1:
            return None
        number_before = bisect_left(self.recent, first, key=_token)
        teller = next((member for token, member, _ in self.recent[number_before:] if token < last), None)
        if teller is None:
            unnamed = bool(above.subjects) and above.marker < 0 and number == "s" and self._is_unnamed_body(above.subjects[0])
            return False if unnamed else None
        if not self._may_be(teller, number, gender):
            return None
        if teller.kind in _BODIES and gender != "n":
            teller.gender = teller.gender or gender
        return teller

    def _is_unnamed_body(self, chunk: int) -> bool:
        """Whether a noun phrase is a body by its noun: "the watchdog", "l'entreprise"."""
        head = self.a.chunks[chunk].head
        body = self.pack.roles.nominals.get(self.a.norms[head]) == "organization" or self.pack.roles.heads.match(self.a.norms, head) is not None
        return body and self.a.norms[head] not in self.pack.roles.people

    def _may_be(self, member: Member, number: str, gender: str) -> bool:
        """Whether a pronoun may stand for an actor whose gender, where it has no person's, nothing may tell."""
        return self.agrees(member, number, gender) or (
            number == "s" and gender != "n" and member.kind in _BODIES and not member.gender and not member.plural and not self.pack.grammar.neuter_things
        )

    def _is_struck_thing(self, at: int) -> bool:
        """Whether a neuter stands between a verb and its particle: "Police broke *it* up" is a crowd or a claim, rarely a body."""
        a = self.a
        if not self.pack.grammar.neuter_things or self.gender[a.norms[at]][1] != "n" or a.tags[at - 1 : at] not in ("V", "I", "G", "K"):
            return False
        return at + 1 < len(a.norms) and (a.lemmas[at - 1], a.norms[at + 1]) in self.pack.phrasal

    def _is_impersonal(self, at: int) -> bool:
        if self.a.norms[at] not in self.pack.grammar.expletives:
            return False
        clause = self.a.clause_of[at]
        impersonal = self.pack.grammar.impersonal_verbs
        if any(self.a.lemmas[t] in impersonal for t in range(at + 1, min(at + 3, len(self.a.norms)))):
            return True
        return clause >= 0 and self.a.clauses[clause].pronoun == at and self.a.clauses[clause].lemma in impersonal

    def _pronoun(self, at: int, norm: str) -> Member | None:
        """The actor a pronoun or possessive stands for: near, fitting, and rather a subject."""
        if norm not in self.gender:
            return None
        number, gender = self.gender[norm]
        a, recent = self.a, self.recent
        if a.quoted[at] >= 0 and not any(a.quoted[token] == a.quoted[at] for token, _, _ in recent[-8:]):
            if at - a.quotations[a.quoted[at]].open < _INSIDE:
                return None  # who "he" is inside a quotation, the words before it rarely tell
        sentence = a.sentence_of[at]
        possessive = norm in self.possessives and a.tags[at] == "D"
        best: Member | None = None
        best_score = 0.0
        seen: set[int] = set()
        chunk = a.chunk_of[at]
        barred = frozenset() if possessive else self.subject_beside(at)
        counted = number == "p" and not possessive and at > 0 and a.tags[at - 1] == "P" and a.lemmas[at - 1] in self.pack.grammar.clauses.genitive
        tellers = frozenset() if possessive else self._tellers(at)
        personal = possessive and chunk >= 0 and self.pack.roles.kin.match(a.norms, a.chunks[chunk].head) is not None  # companies have no wives
        for token, member, weight in reversed(recent):
            distance = sentence - a.sentence_of[token]
            if distance > _REACH:
                break
            if gender and member.kind in _BODIES and self.articles and not self._may_be_body(at, gender, token, weight):
                continue
            if counted and member.kind == "organization":
                continue  # "shot down most of *them*": people or things
            if id(member) in seen or not self.agrees(member, number, gender) or (personal and member.kind != "person"):
                continue
            if a.quoted[token] >= 0 and a.quoted[token] != a.quoted[at]:
                continue
            if number == "p" and a.quoted[at] >= 0 and a.quoted[token] < 0:
                continue  # "*they* know we won": whom a speaker means, the writer's words do not tell
            seen.add(id(member))
            if token in barred or (not possessive and chunk >= 0 and a.chunk_of[token] == chunk):
                continue
            score = 4 + weight * 1.5 - distance * 2 - (0.5 if len(seen) > 1 else 0)
            if member.kind == "person" and gender in ("m", "f"):
                score += 2
            if token in tellers:
                score += _TELLER
            if score > best_score:
                best, best_score = member, score
        return None if best is None or self._means_stranger(at, number, gender, best_score, barred) else best

    def _tellers(self, at: int) -> frozenset[int]:
        """The tokens of those made to say what a pronoun is the subject of: "prompting *Tbilisi* to warn that *it* would leave"."""
        a, number = self.a, self.a.clause_of[at]
        clause = a.clauses[number] if number >= 0 else None
        if clause is None or clause.pronoun != at or clause.relation != "complement" or clause.governor < 0:
            return frozenset()
        governor = a.clauses[clause.governor]
        if governor.form != "infinitive":
            return frozenset()
        return frozenset(token for chunk in governor.subjects for token in range(*a.chunks[chunk][:2]))

    def _may_be_body(self, at: int, gender: str, token: int, weight: int) -> bool:
        """Whether "elle" means a body named before: what acted there, and acts again, unless a thing of its gender stands between.

        "La Commission a pris une décision. *Elle* a ajouté …" is the Commission, "*Elle* entrera en vigueur" is not.
        """
        a = self.a
        clause = a.clauses[a.clause_of[at]] if a.clause_of[at] >= 0 else None
        if weight >= _SUBJECT and self.focus.is_source(at):
            return True
        if weight < _SUBJECT or clause is None or clause.pronoun != at or clause.passive:
            return False
        if clause.lemma in self.pack.reporting_verbs:
            return True
        behind = a.chunk_of[token] + 1
        for phrase in a.chunks[behind : behind + _THINGS] if behind else ():
            if phrase.first >= at:
                return True
            if self.articles.get(a.norms[phrase.first], "") in ("", gender) and a.tags[phrase.head] == "N":
                return False
        return False

    def _means_stranger(self, at: int, number: str, gender: str, score: float, barred: frozenset[int]) -> bool:
        """Whether somebody whom the text names by a noun alone ("le conducteur") is as likely meant; then nobody is told."""
        a = self.a
        if number == "p" or gender == "n":
            return False
        for token, own, weight in reversed(self.strangers):
            distance = a.sentence_of[at] - a.sentence_of[token]
            if distance > _REACH:
                break
            if token in barred or (gender and own and own != gender) or (a.quoted[token] >= 0 and a.quoted[token] != a.quoted[at]):
                continue
            if 4 + weight * 1.5 - distance * 2 + (2 if gender in ("m", "f") else 0) >= score:
                return True
        return False

    def subject_beside(self, at: int) -> frozenset[int]:
        """The tokens of the subject of whose verb a pronoun is an object, with what is apposed: it stands for someone else.

        "*Washington* lui fournira des missiles", "Son club, *l'équipe Lumen*, l'a renvoyée".
        """
        number = self.a.clause_of[at]
        if number < 0:
            return frozenset()
        clause = self.a.clauses[number]
        verb = at + 1
        while verb < len(self.a.tags) and self.a.tags[verb] == "B":
            verb += 1
        if self.a.tags[verb : verb + 1] in ("V", "U") and self.a.clause_of[verb] not in (number, -1):
            return frozenset()  # "Hale said *he* still had hope"
        if at == clause.pronoun or not clause.first <= at <= clause.last:
            return frozenset()
        first = min((self.a.chunks[chunk].first for chunk in clause.subjects), default=clause.first)
        last = next((token for token in range(first, clause.first) if self.a.tags[token] in "QVGSK"), clause.first)
        return frozenset(range(first, last)) | ({clause.pronoun} if clause.pronoun >= 0 else set())

    def near(self, at: int) -> list[Member]:
        """The persons that a possessive may stand for, the last named first."""
        number, gender = self.gender.get(self.a.norms[at], ("", ""))
        found: list[Member] = []
        for token, member, _ in reversed(self.recent):
            if self.a.sentence_of[at] - self.a.sentence_of[token] > _REACH:
                break
            if member.kind == "person" and number == "s" and member not in found and self.agrees(member, number, gender):
                found.append(member)
        return found

    def agrees(self, member: Member, number: str, gender: str) -> bool:
        """Whether a word of a number and gender may stand for an actor."""
        if number == "p":
            return member.plural or member in self.several or member.kind == "group" or (member.kind == "organization" and self.pack.grammar.plural_bodies)
        if member.plural or member in self.several or member.kind == "group":
            return False
        if gender == "n":
            return member.kind in ("organization", "country")
        if member.kind == "person":
            return not gender or not member.gender or member.gender == gender
        return not self.pack.grammar.neuter_things and member.kind in ("organization", "country") and (not gender or member.gender == gender)
