"""The clauses of one text while they are being read, and the noun phrases they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from newsevents.backends.chunks import is_age
from newsevents.text.analysis import Clause

if TYPE_CHECKING:
    from newsevents.backends.clauses.frames import Frame, Frames
    from newsevents.backends.groups import Group
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack
    from newsevents.text.analysis import Chunk


_CHAIN: Final = 4  # noun phrases above one another that are asked


class Place(NamedTuple):
    """Where a finite verb stands: what its clause hangs on, where it begins, who its subject is."""

    relation: str
    governor: int
    marker: int
    begin: int
    subjects: list[int]
    pronoun: int
    regained: bool = False  # the subject was read as the object of the clause before


class Draft:
    """The tagged text, and what has been read of its clauses."""

    def __init__(
        self, tags: str, norms: list[str], lemmas: list[str], verbs: list[Reading | None], chunks: list[Chunk], chunk_of: list[int], pack: Pack
    ) -> None:
        self.tags, self.norms, self.lemmas, self.verbs = tags, norms, lemmas, verbs
        self.chunks, self.chunk_of = chunks, chunk_of
        self.pack = pack
        self.grammar = pack.grammar
        self.genitive = frozenset(pack.grammar.clauses.genitive)
        self.relative_subjects = frozenset(pack.grammar.clauses.relative_subjects)
        self.first = 0  # first token of the sentence being read
        self.firsts: list[int] = []  # of every sentence read
        self.out: list[Clause] = []
        self.fill: list[tuple[list[int], list[int], list[int]]] = []  # subjects, objects, obliques of each clause
        self.clause_of = [-1] * len(tags)

    def own(self, stack: Frames, begin: int, end: int) -> None:
        """Give tokens that no clause has to the innermost open one, where that has its verb."""
        verb = stack[-1].verb
        if verb < 0:
            return
        for token in range(begin, end):
            if self.clause_of[token] < 0:
                self.clause_of[token] = verb

    def set_between(self, clause: int, group: Group) -> None:
        """Give a clause the noun phrases inside its verb group: "a, *mardi*, annoncé"."""
        if clause >= 0:
            for token in range(group.first + 1, group.last):
                chunk = self.chunk_of[token]
                if chunk >= 0 and self.chunks[chunk].first == token:
                    self.fill[clause][2].append(chunk)

    def add(self, group: Group, relation: str, governor: int, marker: int, subjects: list[int], number: int, begin: int) -> int:
        """Add a clause; its index."""
        index = len(self.out)
        self.out.append(
            Clause(
                group.first, group.last, group.head, group.lemma, group.form, group.tense, group.passive, group.reflexive, group.negated, group.modals,
                group.person,
                group.plural, (), (), (), relation, governor, begin, group.last, marker, group.pronoun, group.inverted, number,
            )
        )  # fmt: skip
        self.fill.append((subjects, [], []))
        return index

    def place(self, frame: Frame, group: Group, place: Place, number: int) -> None:
        """Add a finite clause and give it the words before its verb."""
        index = self.add(group._replace(pronoun=place.pronoun), place.relation, place.governor, place.marker, place.subjects, number, place.begin)
        frame.verb = index
        frame.commas = 0
        frame.pronoun = -1
        for chunk, _ in frame.nominals:
            preposed = self.chunks[chunk]
            if chunk not in place.subjects and preposed.preposition >= 0 and not (preposed.behind >= 0 and self.lemmas[preposed.preposition] in self.genitive):
                self.fill[index][2].append(chunk)
        self._lend(index, number)
        begin = place.begin
        if begin - 1 > self.first and self.tags[begin - 1] == "C":
            self.clause_of[begin - 1] = index
        for token in range(begin, group.first):
            if place.regained or self.clause_of[token] < 0:
                self.clause_of[token] = index

    def _lend(self, index: int, number: int) -> None:
        """Give the subject of a main clause to the gerunds, infinitives and participles that open its sentence: "*Having lost*, Anna Berg left"."""
        if self.out[index].relation != "root":
            return
        governed = False
        for other in range(index - 1, -1, -1):
            one = self.out[other]
            if one.sentence != number or one.form not in ("gerund", "infinitive", "participle"):
                return
            if ":" in self.tags[one.head : self.out[index].first]:
                return  # "*Mort* de X : la classe politique salue …"
            if one.governor >= 0:
                governed = True
            elif not self.fill[other][0] and one.pronoun < 0 and (not governed or one.first == self.first):  # "*Sommée* de cesser …, la société"
                self.fill[other][0].extend(self.fill[index][0])
                self.out[other] = one._replace(pronoun=self.out[index].pronoun)

    def take_back(self, clause: int, chunks: list[int]) -> None:
        """Take noun phrases from a clause: they belong to the next one."""
        for places in self.fill[clause]:
            for chunk in chunks:
                if chunk in places:
                    places.remove(chunk)

    def coordinated(self, chunk: int) -> list[int]:
        """A chunk with all those it is coordinated with, up to it."""
        leader = self.chunks[chunk].leader
        return [leader, *(other for other in range(leader + 1, min(len(self.chunks), leader + 12)) if self.chunks[other].leader == leader)]

    def chunk_before(self, token: int) -> int:
        """The last noun phrase that ends before a token, in its sentence and not across a comma; -1."""
        at = token - 1
        while at >= self.first and self.chunk_of[at] < 0 and self.tags[at] != ",":
            at -= 1
        return self.chunk_of[at] if at >= self.first else -1

    def top(self, chunk: int) -> int:
        """The noun phrase that a chunk is a complement of."""
        while chunk >= 0 and self.chunks[chunk].preposition >= 0 and self.chunks[chunk].behind >= 0:
            chunk = self.chunks[chunk].behind
        return chunk

    def subject_chunks(self, chunk: int) -> list[int]:
        """The noun phrase that ends in a chunk: back over its complements, with those it is coordinated with."""
        while self.chunks[chunk].preposition >= 0 and self.chunks[chunk].behind >= 0:
            chunk = self.chunks[chunk].behind
        return self.coordinated(chunk)

    def is_told_noun(self, chunk: int) -> bool:
        """Whether a noun phrase names what is said or thought: "*fears* (that) the war will spread"; not "the *messages* that he tried to send"."""
        phrase = self.chunks[chunk]
        if self.tags[phrase.head] != "N":
            return False
        known = self.pack.clause_nouns
        several = self.tags[phrase.first] != "D" and any(lemma in known for lemma in self.pack.nouns.lemmas(self.norms[phrase.head]))
        return several or self.norms[phrase.head] in known

    def is_age(self, chunk: int) -> bool:
        """Whether a noun phrase between commas tells an age: "X, *42*, …", "X, *67 ans*, …"."""
        phrase = self.chunks[chunk]
        apart = phrase.first > 1 and self.tags[phrase.first - 1] == "," and self.tags[phrase.last : phrase.last + 1] == ","
        return apart and is_age(self.tags[phrase.first : phrase.last], self.norms[phrase.last - 1], self.grammar.clauses.temporal)

    def comma_between(self, begin: int, end: int) -> bool:
        """Whether a comma stands among these tokens."""
        return "," in self.tags[begin:end]

    def _is_inverted(self, clause: Clause, chunk: int) -> bool:
        """Whether the noun phrase behind a relative's verb is its subject, the relative being the object: "les mesures *qu'*a prises *Paris*"."""
        if clause.relation != "relative" or clause.marker < 0 or clause.pronoun >= 0 or clause.passive:
            return False
        marker = self.lemmas[clause.marker]
        apart = marker in self.grammar.clauses.object_relatives and marker not in self.relative_subjects
        return apart and self.chunks[chunk].preposition < 0 and self.chunks[chunk].first == clause.last

    def named(self, chunk: int) -> int:
        """The name that a name behind it only tells the place of: "*Anna Berg* of Ohio, who …"."""
        phrase = self.chunks[chunk] if chunk >= 0 else None
        if phrase is None or phrase.behind < 0 or phrase.preposition < 0 or self.lemmas[phrase.preposition] not in self.genitive:
            return chunk
        return phrase.behind if self.tags[phrase.head] == self.tags[self.chunks[phrase.behind].head] == "E" else chunk

    def person_above(self, chunk: int) -> int:
        """The person whom a relative for people stands for, over what he belongs to: "*the president* of Mali, who has resigned"; else the noun phrase."""
        at = chunk
        for _ in range(_CHAIN):
            if self._is_person(at):
                return at
            phrase = self.chunks[at]
            if phrase.preposition < 0 or phrase.behind < 0:
                break
            at = phrase.behind
        return chunk

    def _is_person(self, chunk: int) -> bool:
        """Whether a noun phrase denotes people: by its noun, or a name that is none of a place or body."""
        head = self.chunks[chunk].head
        if self.tags[head] == "E":
            if self.tags[self.chunks[chunk].first] == "D":
                return False  # "*la* Commission"
            names = self.pack.gazetteer
            key = " ".join(self.norms[at] for at in range(self.chunks[chunk].first, self.chunks[chunk].last) if self.tags[at] == "E")
            return key in names.persons or not (names.knows(key) or names.knows(self.norms[head]))
        return self.pack.roles.titles.match(self.norms, head) is not None or self.is_people(chunk)

    def is_people(self, chunk: int) -> bool:
        """Whether a noun phrase is headed by a noun for people."""
        roles = self.pack.roles
        return any(lemma in roles.persons or lemma in roles.people for lemma in self.pack.nouns.lemmas(self.norms[self.chunks[chunk].head]))

    def described(self, chunk: int) -> int:
        """The noun that a participle behind a noun phrase describes: over a name that only belongs to it ("la présidente du Brésil *destituée*")."""
        phrase = self.chunks[chunk]
        named = self.tags[phrase.head] == "E" and phrase.preposition >= 0 and self.lemmas[phrase.preposition] in self.genitive
        return phrase.behind if named and phrase.behind >= 0 else chunk

    def _lacks_auxiliary(self, clause: Clause, subjects: list[int]) -> bool:
        """Whether a verb that never goes without an object has none: the short passive of headlines, "*Man arrested* in London"."""
        if clause.form != "finite" or clause.tense != "past" or clause.first != clause.head or clause.relation != "root" or clause.pronoun >= 0:
            return False
        if "o" not in self.pack.morphology.flags.get(clause.lemma, "").split(",") or self.tags[clause.last : clause.last + 1] in ("C", "R", "q"):
            return False
        return bool(subjects) and self.chunks[subjects[0]].first == self.firsts[clause.sentence]

    def _share_objects(self) -> None:
        """Give a verb that cannot do without an object that of the verb coordinated with it: "*armed* and trained *the rebels*"."""
        for index in range(len(self.out) - 1, 0, -1):
            one, before = self.out[index], self.out[index - 1]
            if before.passive or one.passive or before.form != one.form or before.form == "participle" or before.last + 1 != one.first:
                continue
            alone = self.tags[before.last] == "C" and not self.fill[index - 1][1] and not self.fill[index - 1][2]
            if alone and "o" in self.pack.morphology.flags.get(before.lemma, "").split(","):
                self.fill[index - 1][1].extend(self.fill[index][1])

    def finish(self) -> list[Clause]:
        """The clauses with their places and extents."""
        ends = [clause.last for clause in self.out]
        begins = [clause.begin for clause in self.out]
        negative = frozenset(self.grammar.verbs.negative_determiners)
        finished: list[Clause] = []
        for token, owner in enumerate(self.clause_of, 1):
            if owner >= 0 and token > ends[owner]:
                ends[owner] = token
        self._share_objects()
        for index in range(len(self.out) - 1, -1, -1):
            governor = self.out[index].governor
            if 0 <= governor < index:
                ends[governor] = max(ends[governor], ends[index])
        for index, clause in enumerate(self.out):
            subjects, objects, obliques = self.fill[index]
            if objects and not subjects and self._is_inverted(clause, objects[0]):
                subjects.append(objects.pop(0))
            negated = clause.negated or any(self.norms[self.chunks[chunk].first] in negative for chunk in subjects)
            if not negated and clause.form == "finite":
                negated = any(self.norms[self.chunks[chunk].first] in negative for chunk in objects[:1])
            finished.append(
                clause._replace(
                    subjects=tuple(dict.fromkeys(subjects)),
                    objects=tuple(dict.fromkeys(objects)),
                    obliques=tuple(dict.fromkeys(obliques)),
                    passive=clause.passive or (not objects and self._lacks_auxiliary(clause, subjects)),
                    begin=begins[index],
                    end=ends[index],
                    negated=negated,
                )
            )
        return finished
