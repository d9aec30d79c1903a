"""Reporting verbs set in between: "X, *explique* Y, fera …", "X, Y *said*, will …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.backends.groups import Group
    from newsevents.lexicon.pack import Pack
    from newsevents.text.analysis import Chunk


class Insertions:
    """Tells insertions in one text."""

    def __init__(self, tags: str, norms: list[str], lemmas: list[str], chunks: list[Chunk], chunk_of: list[int], pack: Pack) -> None:
        self.tags, self.norms, self.lemmas, self.chunks, self.chunk_of, self.pack = tags, norms, lemmas, chunks, chunk_of, pack
        self.grammar = pack.grammar
        self.temporal = frozenset(pack.grammar.clauses.temporal)

    def holds(self, nominals: list[tuple[int, int]], commas: int, group: Group, *, has_verb: bool, after_comma: bool, waiting: bool) -> bool:
        """Whether a reporting verb is set in between: "X, *explique* Y, fera …", "X, Y *said*, will …", "…, *a déclaré* Y".

        Args:
            nominals: noun phrases of the clause, each with the commas before it.
            commas: commas of the clause so far.
            group: the verb.
            has_verb: whether the clause has its verb already.
            after_comma: whether the verb stands behind a comma.
            waiting: whether a clause around it still lacks its verb: "X, who …, *accused* Y" is no insertion, "X, who …, *explains* Y, will" is.
        """
        if group.lemma not in self.pack.reporting_verbs or group.passive:
            return False
        following = group.last
        size = len(self.tags)
        if after_comma and group.pronoun < 0 and self.grammar.clauses.inversion:
            while following < size and self.tags[following] in "P+" and self.chunk_of[following] < 0:
                following += 1
            chunk = self.chunk_of[following] if following < size else -1
            while chunk >= 0 and self.chunks[chunk].preposition >= group.last:
                following = self.chunks[chunk].last
                chunk = self.chunk_of[following] if following < size else -1
            if chunk < 0 or self.chunks[chunk].first != following or self.norms[self.chunks[chunk].head] in self.temporal:
                return False
            if self._is_aimed(group.lemma, self.chunks[chunk].last):
                return False
            person = self.tags[following] == "E" or self.tags[self.chunks[chunk].last - 1] == "E"
            if has_verb:
                return self._ends(chunk, resumed=True) if waiting else person or self._ends(chunk)
            return bool(nominals) and self._ends(chunk, resumed=True)
        if not after_comma and not has_verb and following < size and self.tags[following] == ",":
            bare = [(chunk, segment) for chunk, segment in nominals if segment >= 0]
            return len(bare) > 1 and bare[-1][1] == commas and bare[0][1] < commas and self.verb_behind(following)
        return False

    def _is_aimed(self, lemma: str, end: int) -> bool:
        """Whether what is said of somebody follows a noun phrase that ends at a token: "…, *accused Brussels of* spying", "…, *blamed Paris for* it"."""
        if self.tags[end : end + 1] != "P" or (self.lemmas[end] in self.grammar.clauses.genitive and self.tags[end + 1 : end + 2] not in ("G", "I", "X")):
            return False
        groups = (entry.value for entry in self.pack.reporting_verbs.get(lemma))
        return any("object" in group.target and self.lemmas[end] in group.content_prepositions for group in groups)

    def _ends(self, chunk: int, *, resumed: bool = False) -> bool:
        """Whether a noun phrase with its complements runs up to a comma or the sentence's end."""
        end = self.chunks[chunk].last
        for other in range(chunk + 1, min(chunk + 6, len(self.chunks))):
            if (
                self.chunks[other].first - end > 3
                or self.chunks[other].sentence != self.chunks[chunk].sentence
                or "," in self.tags[end : self.chunks[other].first]
            ):
                break
            end = self.chunks[other].last
        if end >= len(self.tags) or self.tags[end] not in ",.(":
            return False
        return not resumed or (self.tags[end] == "," and self.verb_behind(end))

    def verb_behind(self, comma: int) -> bool:
        """Whether a finite verb stands right behind a comma."""
        at = comma + 1
        while at < len(self.tags) and self.tags[at] in "BXR+":
            at += 1
        return at < len(self.tags) and self.tags[at] == "V"
