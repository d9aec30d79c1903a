"""What looks like an event and is none: what a work shows, and what is said of a kind of event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsevents.events.scene import Scene

_ABOVE: Final = 3  # clauses above a trigger that may speak of a work
_LISTED: Final = 5  # members of a list of examples that are asked
_PREDICATE: Final = 4  # tokens behind a copula among which its adjective stands


class UnrealFinder:
    """Tells apart, in one text, what is no event at all."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        events = scene.pack.events
        self.artworks = frozenset(events.artworks)
        self.depicting = frozenset(events.depicting)
        self.examples: dict[str, list[list[str]]] = {}  # by their last word
        for example in events.examples:
            words = example.split()
            self.examples.setdefault(words[-1], []).append(words)
        grammar = scene.grammar
        self.known = frozenset((*grammar.clauses.definite, *grammar.demonstratives, *grammar.pronouns.possessives))
        self.general = frozenset(events.general)
        self.rated = self._rated_sentences()

    def _rated_sentences(self) -> frozenset[int]:
        """The sentences that tell how often something happens."""
        rates: dict[str, list[list[str]]] = {}
        for rate in self.scene.pack.events.rates:
            first, *rest = rate.split()
            rates.setdefault(first, []).append(rest)
        norms = self.a.norms
        return frozenset(
            self.a.sentence_of[at] for at, norm in enumerate(norms) if norm in rates and any(norms[at + 1 : at + 1 + len(rest)] == rest for rest in rates[norm])
        )

    def is_depicted(self, clause: int) -> bool:
        """Whether a clause, or one above it, says what a work shows: "the *bronze shows* a warrior killing a lion".

        Args:
            clause: the trigger's clause.
        """
        if not self.artworks:
            return False
        for _ in range(_ABOVE):
            if clause < 0:
                return False
            one = self.a.clauses[clause]
            if one.lemma in self.depicting and any(self._is_work(chunk) for chunk in one.subjects):
                return True
            clause = one.governor
        return False

    def _is_work(self, chunk: int) -> bool:
        head = self.a.chunks[chunk].head
        return not self.artworks.isdisjoint(self.scene.pack.nouns.lemmas(self.a.norms[head]))

    def is_rated(self, clause: int) -> bool:
        """Whether a clause in the simple present tells how often something happens: "road accidents *kill* 3,000 people *a year*".

        Args:
            clause: the trigger's clause.
        """
        if clause < 0 or self.a.clauses[clause].sentence not in self.rated:
            return False
        one = self.a.clauses[clause]
        plain = one.form == "finite" and one.tense == "present" and not one.modals and one.last - one.first <= 1 + one.passive
        return plain and self.a.tags[one.head] in "VK"

    def is_general(self, chunk: int, head: int) -> bool:
        """Whether a noun without a determiner stands for its kind: "domestic *violence* is common", "*murders* are rare".

        Args:
            chunk: the noun phrase.
            head: its noun.
        """
        phrase = self.a.chunks[chunk]
        if self.a.norms[phrase.first] in self.scene.grammar.generic and any(self._is_present(clause) for clause in self.scene.subject_of.get(chunk, ())):
            return True  # "*most* murders are never solved"
        if self._is_example(chunk):
            return True
        if not self.general or phrase.preposition >= 0 or phrase.possessor >= 0 or phrase.head != head or self.a.tags[phrase.first] in "DME":
            return False
        return any(self._says_of_all(clause) for clause in self.scene.subject_of.get(chunk, ()))

    def _is_example(self, chunk: int) -> bool:
        """Whether a noun phrase without a definite determiner exemplifies a kind: "disasters *such as floods* and droughts"."""
        a, grammar = self.a, self.scene.grammar
        for _ in range(_LISTED):
            begin = a.chunks[chunk].first
            if a.norms[begin] in self.known:
                return False
            begin -= a.norms[begin - 1] in grammar.indefinite  # "tels que *des* inondations"
            ending = self.examples.get(a.norms[begin - 1], ()) if begin > 0 else ()
            if any(a.norms[max(0, begin - len(words)) : begin] == words for words in ending):
                return True
            while begin > 0 and a.tags[begin - 1] in ",C":  # "such as floods, *droughts* and storms"
                begin -= 1
            chunk = a.chunk_of[begin - 1] if begin and begin < a.chunks[chunk].first else -1
            if chunk < 0:
                return False
        return False

    def _is_present(self, clause: int) -> bool:
        one = self.a.clauses[clause]
        return one.form == "finite" and one.tense == "present" and (one.passive or one.lemma in self.scene.grammar.verbs.copula)

    def _says_of_all(self, clause: int) -> bool:
        """Whether a verb is a copula in the present with an adjective that tells of a kind."""
        one = self.a.clauses[clause]
        if one.form != "finite" or one.tense != "present" or one.lemma not in self.scene.grammar.verbs.copula:
            return False
        return not self.general.isdisjoint(self.a.norms[one.last : one.last + _PREDICATE])
