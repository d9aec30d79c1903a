"""Noun phrases over the tags of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsevents.backends.ahead import is_year
from newsevents.text.analysis import Chunk

if TYPE_CHECKING:
    from collections.abc import Container

    from newsevents.lexicon.pack import Pack

# Over one letter a token. A noun phrase is determiners, modifiers, one or more nouns or names, and (where the language puts
# adjectives behind) more modifiers; a pronoun of class H is one by itself. Quotation marks may stand inside.
_OPENING = r"(?:D|q(?=[DAMNEK])(?<=Dq)){0,4}"
_PREPOSED = re.compile(
    _OPENING
    + r"(?:B(?=[AKM])|AC(?=A|NN)|A,(?=AA?[NE])|[AM](?=q?[AMKGNEB-])|(?<=[DAMZ])[KG](?=q?[AMKGNEB-])|q(?=[AMNEK])(?<=[DAMK]q)){0,24}"
    + r"(?:[NE]|M(?![+H]))(?:[NE]|A(?=[NE])|M(?=[NE])|(?<=E)M){0,40}|J|[DM]?H|DA(?=PD)"
)
_POSTPOSED = re.compile(
    _OPENING
    + r"(?:B(?=[AM])|[AM](?=q?[AMKNEB])|(?<=D)K(?=q?[AMKNEB])|q(?=[AMNEK])(?<=[DAMK]q)){0,24}"
    + r"(?:[NE]|M(?![+H]))(?:[NE]|BA|A|(?<=A)CA|K(?=E)|(?<=[NE])M|M(?=[NE])|q(?=[AE])(?<=[NAE]q)){0,40}"
    + r"|(?<=P)A(?![NEAMK])|J|D?H"
)


class Ties(NamedTuple):
    """What a noun phrase hangs on; the fields are those of `Chunk`."""

    preposition: int = -1
    behind: int = -1
    leader: int = -1
    possessor: int = -1


def find_chunks(tags: str, norms: list[str], lemmas: list[str], sentences: list[tuple[int, int]], pack: Pack) -> tuple[list[Chunk], list[int]]:
    """Find the noun phrases of a text.

    Args:
        tags: one letter a token.
        norms: folded tokens.
        lemmas: lemmas of verbs.
        sentences: token bounds.
        pack: the language.

    Returns:
        Chunks in text order, not overlapping, and the chunk of every token (-1: none).
    """
    finder = _ChunkFinder(tags, norms, lemmas, pack)
    for number, (first, last) in enumerate(sentences):
        finder.sentence(first, last, number)
    return finder.chunks, finder.chunk_of


class _ChunkFinder:
    """Finds the noun phrases of one text, sentence by sentence."""

    def __init__(self, tags: str, norms: list[str], lemmas: list[str], pack: Pack) -> None:
        self.tags, self.norms, self.lemmas, self.pack = tags, norms, lemmas, pack
        clauses = pack.grammar.clauses
        self.head_first = clauses.postposed_adjectives
        self.pattern = _POSTPOSED if clauses.postposed_adjectives else _PREPOSED
        self.possessive = frozenset(clauses.possessive_clitic)
        self.partitives = frozenset(clauses.partitives)
        self.before_adjectives = frozenset(clauses.partitives_before_adjectives)
        self.without_names = frozenset(clauses.bare_noun_governors)
        self.dative = frozenset(clauses.dative)
        self.temporal = frozenset(clauses.temporal)
        self.above = frozenset(pack.grammar.scene_prepositions)
        self.double_object = frozenset(clauses.double_object)
        self.taking, self.taken = frozenset(clauses.taking), frozenset(clauses.taken)
        self.genitive_verbs = frozenset(clauses.genitive_complements)
        self.chunks: list[Chunk] = []
        self.chunk_of = [-1] * len(tags)

    def sentence(self, first: int, last: int, number: int) -> None:
        """Add the noun phrases of one sentence."""
        at = first
        while (match := self.pattern.search(self.tags, at, last)) is not None:
            begin, end = match.span()
            while end > begin and self.tags[end - 1] == "q":
                end -= 1
            if begin > first and (self.lemmas[begin - 1], self.norms[begin]) in self.pack.phrasal and self.tags[begin - 1] in "VIGK":
                begin += 1  # "broke *off* diplomatic relations": the particle is the verb's
            if begin > first and self.norms[begin - 1] in self.without_names and "NE" in self.tags[begin:end] and self.tags[begin] == "N":
                end = begin + 1  # "mettre en *garde* Washington": two noun phrases
            end = self._platform_end(begin, end)
            end = self._count_begins(begin, self._first_object_end(begin, self._time_end(begin, end)))
            at = end
            index = len(self.chunks)
            ties = self._ties(begin, end, first, last)
            for token in range(begin, end):
                self.chunk_of[token] = index
            leader = ties.leader if ties.leader >= 0 else index
            self.chunks.append(Chunk(begin, end, self._head(begin, end), ties.preposition, ties.behind, leader, ties.possessor, number))

    def _time_end(self, begin: int, end: int) -> int:
        """The end of a noun phrase, which ends with a time where another begins: "livrer *cette année* 25.000 tonnes", "In *2014* Russia annexed …"."""
        if self.tags[begin : begin + 2] == "ME" and begin > 0 and self.tags[begin - 1] == "P" and is_year(self.norms[begin]):
            return begin + 1
        if not self.head_first:
            at = self.tags.find("EAE", begin, end)
            if at < 0:
                at = self.tags.find("MAN", begin, end)  # "for *$4.5 million* last year"
                at = at if at >= 0 and self.norms[at] in self.pack.quantities.scales else -1
            return at + 1 if at >= 0 and self.norms[at + 2] in self.temporal else end  # "in *New York* early Monday"
        at = self.tags.find("NM", begin, end) if self.tags[begin] == "D" else -1
        if at < 0 or self.norms[at] not in self.temporal or self.tags[end - 1] not in "NE" or self.norms[end - 1] in self.temporal:
            return end
        return at + 1

    def _first_object_end(self, begin: int, end: int) -> int:
        """The end of a verb's object where a second one follows: "gave *Ukraine* 20 tanks", "took *two engineers* hostage"."""
        verb = begin - 1
        if verb > 0 and self.tags[verb] == "Z" and self.chunk_of[verb - 1] >= 0:
            verb = self.chunks[self.chunk_of[verb - 1]].first - 1  # "took the minister's *son* hostage"
        if verb < 0 or self.tags[verb] not in "VIGK" or end - begin < 2:
            return end
        if self.lemmas[verb] in self.taking and self.norms[end - 1] in self.taken and self.tags[end - 2] in "NE":
            return end - 1
        if self.lemmas[verb] not in self.double_object or self.tags[end - 1] not in "NE":
            return end
        return next((at for at in range(begin + 1, end - 1) if self.tags[at] == "M" and self.tags[at - 1] in "NE"), end)

    def _platform_end(self, begin: int, end: int) -> int:
        """The end of a noun phrase, which ends with a letter behind a preposition of place where a name follows: "a écrit sur *X* Anna Roy"."""
        apart = end - begin > 2 and begin > 0 and self.tags[begin:end] == "E" * (end - begin) and len(self.norms[begin]) == 1
        return begin + 1 if apart and self.tags[begin - 1] == "P" and self.lemmas[begin - 1] in self.above else end

    def _count_begins(self, begin: int, end: int) -> int:
        """The end of a noun phrase, which ends with its name where another counts things: "fournir à *Kiev* deux batteries"."""
        at = self.tags.find("EMN", begin, end) if self.head_first else -1
        counted = at >= 0 and len(self.pack.nouns.lemmas(self.norms[at + 2])) > 1
        return at + 1 if counted else end

    def _head(self, begin: int, end: int) -> int:
        tags = self.tags
        if self.head_first:
            return next((at for wanted in "NEMH" if (at := tags.find(wanted, begin, end)) >= 0), begin)
        return next((at for at in range(end - 1, begin - 1, -1) if tags[at] in "NEH"), end - 1)

    def _ties(self, begin: int, end: int, first: int, last: int) -> Ties:
        """What stands before a noun phrase: a preposition, an owner, a conjunction or the comma of a list."""
        tags, chunk_of = self.tags, self.chunk_of
        before = begin - 1
        while before >= first and before > begin - 4:
            opening = before
            while opening > first and tags[opening] == "+":
                opening -= 1
            if tags[opening] not in "qB":
                break
            before = opening - 1  # "with *more than* 350 people"
        if before < first:
            return Ties()
        marker = before
        while marker > first and tags[marker] == "+":
            marker -= 1
        opening = begin
        if tags[marker] == "P":
            ties = self._preposition(marker, begin, first, alone=marker == before)
            if ties != Ties() or self.norms[marker] not in self.partitives or marker <= first + 1 or tags[marker - 1] not in "C,":
                return ties
            before, opening, marker = marker - 1, marker, marker - 1  # "à des arrestations, *des tortures* et *des meurtres*"
        if before == first:
            return Ties()
        if tags[before] == "Z" or (self.norms[before] in self.possessive and chunk_of[before - 1] >= 0):
            owner = chunk_of[before - 1]
            # "by Clinton's account": the preposition governs the whole
            return Ties(self.chunks[owner].preposition, self.chunks[owner].behind, -1, owner) if owner >= 0 else Ties()
        joined = -1
        if "C" in (tags[before], tags[marker]):
            joined = self._joined(marker - 1, first, end)
            if joined >= 0 and self.norms[self.chunks[joined].head] in self.temporal and self.norms[self._head(begin, end)] not in self.temporal:
                joined = -1  # "rejected the offer *last week*, and *talks* collapsed"
        elif tags[before] == "," and before == opening - 1 and chunk_of[before - 1] >= 0 and not self._is_age(begin, end) and _listed(tags, end, last):
            mate = chunk_of[before - 1]
            phrase = self.chunks[mate]
            if self._is_age(phrase.first, phrase.last) and phrase.first - 2 >= first and tags[phrase.first - 1] == "," and chunk_of[phrase.first - 2] >= 0:
                mate = chunk_of[phrase.first - 2]  # "Ann Roy, 52, *Tom Hill*, 60, and …"
            # "Selon X, *A et B* ont …" is no list of X, A and B
            joined = mate if self.chunks[mate].preposition < 0 or "V" in tags[first:before] else -1
        if joined < 0:
            return Ties()
        leader = self.chunks[joined].leader
        return Ties(self.chunks[leader].preposition, self.chunks[leader].behind, leader)

    def _preposition(self, marker: int, begin: int, first: int, *, alone: bool) -> Ties:
        """The ties of a noun phrase behind a preposition, which may be an article ("causer *des* dommages")."""
        behind = self.chunk_of[marker - 1] if marker > first else -1
        if behind < 0 and marker > first and self.tags[marker - 1] == "C":
            mate = self._joined(marker - 2, first, -1)
            if mate >= 0 and self.chunks[mate].preposition >= 0 and self.lemmas[self.chunks[mate].preposition] == self.lemmas[marker]:
                return Ties(marker, self.chunks[mate].behind, self.chunks[mate].leader)  # "des primes et *des bonus*", "of steel and *of coal*"
        if (
            behind < 0
            and alone
            and self.tags[begin] == "A"
            and self.norms[marker] in self.before_adjectives
            and (marker == first or self.tags[marker - 1] in ",CQS:;.(")
        ):
            return Ties()  # "*De* nombreux scientifiques disent"
        if behind < 0 and alone and self._is_partitive(marker, begin, first):
            return Ties()  # "a entamé *de vastes manœuvres*"
        if behind >= 0 and alone and self.norms[marker] in self.partitives and self._is_told(behind):
            return Ties()  # "a demandé à l'Otan *des systèmes*": what is given or asked, not what the name owns
        if behind >= 0 or not alone or self.norms[marker] not in self.partitives:
            return Ties(marker, behind)
        return self._article(marker, first)

    def _is_partitive(self, marker: int, begin: int, first: int) -> bool:
        """Whether "de" is the article of a transitive verb's object: before an adjective, or behind a negation.

        "a entamé *de vastes manœuvres*", "ne briguera pas *de troisième mandat*".
        """
        if self.norms[marker] not in self.before_adjectives or marker - 1 <= first:
            return False
        verb = marker - 1
        negated = self.tags[verb] == "X"
        while verb > first and self.tags[verb] in "XB":
            verb -= 1
        if "i" in self.pack.morphology.flags.get(self.lemmas[verb], "").split(",") or self.lemmas[verb] in self.genitive_verbs:
            return False
        if negated:
            return self.tags[verb] == "V" and self.lemmas[verb] not in self.pack.auxiliaries
        return self.tags[verb] == "K" and self.tags[begin] == "A" and self.lemmas[verb - 1] == self.pack.grammar.verbs.have

    def _is_told(self, chunk: int) -> bool:
        """Whether a name stands behind the preposition of those who are given or told something."""
        phrase = self.chunks[chunk]
        return self.tags[phrase.head] == "E" and phrase.preposition >= 0 and self.lemmas[phrase.preposition] in self.dative

    def _article(self, marker: int, first: int) -> Ties:
        """The ties of a noun phrase behind a word that is preposition or article: "causer *des* dommages", "parler *des* accords"."""
        tags, lemmas = self.tags, self.lemmas
        before = marker - 1
        while before >= first and tags[before] in "BXq+":
            before -= 1
        if before < first:
            return Ties()
        if tags[before] == "P":
            return Ties(before, self.chunk_of[before - 1] if before > first else -1)
        if tags[before] == "K":
            auxiliary = before - 1
            while auxiliary > first and tags[auxiliary] in "BXK":
                auxiliary -= 1
            if tags[auxiliary] == "C":
                auxiliary = self._shared(auxiliary, first)
            if auxiliary < first or lemmas[auxiliary] != self.pack.grammar.verbs.have:
                return Ties(marker)  # "dissociée *du* régime": a passive has no object
        if tags[before] in "VIGK":
            return Ties(marker) if "i" in self.pack.morphology.flags.get(lemmas[before], "").split(",") else Ties()
        return Ties() if tags[before] in ",CQS:;.(-" else Ties(marker)

    def _shared(self, conjunction: int, first: int) -> int:
        """The auxiliary that a participle behind a conjunction shares ("*a* salué la décision et promis *des* renforts"), -1 for none of an active verb."""
        auxiliary = self.tags.rfind("V", first, conjunction)
        behind = auxiliary + 1
        while behind < conjunction and self.tags[behind] in "BX":
            behind += 1
        return auxiliary if self.tags[behind] == "K" and self.lemmas[behind] != self.pack.grammar.verbs.be else -1

    def _is_age(self, begin: int, end: int) -> bool:
        return is_age(self.tags[begin:end], self.norms[end - 1], self.temporal)

    def _joined(self, at: int, first: int, end: int) -> int:
        """The noun phrase that a conjunction joins on to: over a comma and an age ("Thomas Sam, 42, and his wife")."""
        tags, chunks, chunk_of = self.tags, self.chunks, self.chunk_of
        comma = at > 0 and tags[at] == ","
        if comma:
            at -= 1
            if chunk_of[at] >= 0:
                phrase = chunks[chunk_of[at]]
                if self._is_age(phrase.first, phrase.last) and phrase.first > 1 and tags[phrase.first - 1] == ",":
                    at = phrase.first - 2
        found = chunk_of[at] if at >= 0 else -1
        if comma and found >= 0 and chunks[found].preposition >= 0 and chunks[found].leader == found:
            return -1  # "…, but the soils are": behind a comma a new clause, not a second complement
        if found >= 0 and 0 <= end < len(tags) and _VERB_BEHIND.match(tags, end, end + _VERB_REACH) is not None:
            begin = chunks[found].first
            opening = max(first, tags.rfind("S", first, begin), tags.rfind("Q", first, begin))
            fronted = tags[begin - 1] == "," and tags[opening] == "S" and "," not in tags[opening : begin - 1]
            if "V" in tags[opening:begin] and not fronted:  # "*When he arrived*, the mayor and the governor spoke"
                return -1  # "told the truth, and *the crowd* said": a subject of its own
        return found


# Between a subject and its verb: complements, then clitics, adverbs and negations ("and *drivers* at the port are", "et *les rebelles* ne se sont pas").
_VERB_BEHIND = re.compile(r"(?:P[+]?[DMAKB]{0,3}[NEM]{1,3}A?){0,2}[RXB]{0,4}V")
_VERB_REACH = 20
_LIST_REACH = 160  # tokens that a list is looked ahead for its conjunction
_LIST_REST = re.compile(r"(?:,[DAMKBqP+]*[NE][NEAM]*|,MN?(?=,))*,?C[DAMKBqP+]*[NEH]")


def is_age(tags: str, last: str, temporal: Container[str]) -> bool:
    """Whether a noun phrase may tell the age of whoever stands before it ("*42*", "*42 ans*"), by its tags, its last word and the nouns of time."""
    return tags == "M" or (tags == "MN" and last in temporal)


def _listed(tags: str, end: int, last: int) -> bool:
    """Whether a list goes on behind a chunk: ``, B and C``."""
    return _LIST_REST.match(tags, end, min(last, end + _LIST_REACH)) is not None
