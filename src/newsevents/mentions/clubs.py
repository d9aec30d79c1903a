"""Towns and countries that stand for their teams in reports of matches: "Barcelona edged Girona 2-1", "England won a corner"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.text.analysis import Analysis, Clause

_SCORE = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}")
_POINTS = re.compile(r"[0-9]{1,3}")
_DASHES = frozenset("-–—")
_SPORT = ("CVL", "ELI")  # sectors of clubs
_OPENING = 3  # sentences of which one reports the match that a text is about


def name_clubs(names: list[Name], analysis: Analysis, pack: Pack) -> list[Name]:
    """Make organizations of the towns and countries that play, and of the same names elsewhere but for places.

    Args:
        names: the names of a text in order, their kinds settled.
        analysis: the text.
        pack: its language.

    Returns:
        The same names.
    """
    if not pack.roles.sport_verbs or not any(_is_town(name) or _is_land(name) for name in names):
        return names
    matches = _Matches(names, analysis, pack)
    if not matches.playing:
        return names
    return [
        name._replace(kind="organization", place=None, organization=None, capital="", sure=True)
        if matches.plays(name) and not _is_located(name, analysis, pack)
        else name
        for name in names
    ]


class _Matches:
    """Who plays in a text, and where it says so."""

    def __init__(self, names: list[Name], analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.roles = pack.roles
        self.genitive = pack.grammar.clauses.genitive
        self.by = pack.grammar.clauses.by
        self.heads = {name.last - 1: name for name in names}
        self.starts = {name.first: name for name in names}
        self.scores = _scores(analysis)
        self.playing: dict[str, set[int]] = {}  # the sentences in which a side plays, by its folded name
        for clause in analysis.clauses:
            if clause.lemma in self.roles.sport_verbs or clause.lemma in self.roles.match_verbs:
                self._read(clause)
        for first, last in self.scores:
            self._read_score(first, last)
        for name in names:
            if (_is_town(name) or _is_land(name)) and (self._has_player(name) or self._is_met(name)):
                self._add([name], analysis.sentence_of[name.first])
        self.sentences = {sentence for found in self.playing.values() for sentence in found}
        self.reports = len(self.sentences) > 1 or any(sentence < _OPENING for sentence in self.sentences)

    def plays(self, name: Name) -> bool:
        """Whether a name is a side's; a country is its team throughout only where the text reports a match."""
        if name.key not in self.playing:
            return False
        return _is_town(name) or (_is_land(name) and not self._is_owner(name) and (self.reports or self.a.sentence_of[name.first] in self.sentences))

    def _is_owner(self, name: Name) -> bool:
        """Whether a noun before a name says what of it is meant: "l'équipe d'Arménie", "the west of England"."""
        chunk = self.a.chunk_of[name.first]
        preposition = self.a.chunks[chunk].preposition if chunk >= 0 else -1
        return preposition >= 0 and self.a.lemmas[preposition] in self.genitive

    def _read(self, clause: Clause) -> None:
        """The sides of a verb of matches."""
        sentence = self.a.sentence_of[clause.head]
        first = self._named(clause.subjects)
        against = tuple(chunk for chunk in clause.obliques if self._is_against(chunk, passive=clause.passive))
        other = self._named(clause.objects) or self._named(against) or [name for name in self._scored(sentence) if name not in first]
        sides = first + other
        towns = [name for name in sides if _is_town(name)]
        plain = clause.lemma in self.roles.sport_verbs and not any(name.capital for name in towns)  # "Berlin a qualifié…"
        both = all(any(_may_play(name) for name in side) for side in (first, other))
        scored = self._is_scored(sentence)
        if towns and (plain or both or scored):
            self._add(towns, sentence)
        lands = [name for name in sides if _is_land(name)]
        if lands and ((both and (scored or self._is_sporting(sentence))) or (scored and not (first and other))):
            self._add(lands, sentence)

    def _read_score(self, first: int, last: int) -> None:
        """The sides on both hands of a score: "Sweden 1 – 0 South Korea"."""
        before = self.heads.get(first - 1)
        behind = self.starts.get(last)
        if before is not None and behind is not None and _may_play(before) and _may_play(behind):
            self._add([name for name in (before, behind) if _is_town(name) or _is_land(name)], self.a.sentence_of[first])

    def _has_player(self, name: Name) -> bool:
        """Whether somebody of a team is said to be a name's: "Tunisia's goalkeeper", "Panama coach Hernán Gómez"."""
        at = name.last
        norms = self.a.norms
        at += at < len(norms) and self.a.tags[at] == "Z"
        if at >= len(norms) or self.roles.titles.match(norms, at) is None:
            return False
        return self.roles.sport_words.match(norms, at) is not None

    def _is_met(self, name: Name) -> bool:
        """Whether a noun that only sport has is against a name: "the match *against Fiji*", "le derby *contre Lille*"."""
        chunk = self.a.chunk_of[name.first]
        if chunk < 0:
            return False
        phrase = self.a.chunks[chunk]
        if phrase.behind < 0 or phrase.head != name.last - 1 or self.a.lemmas[phrase.preposition] not in self.roles.rival_prepositions:
            return False
        return self.roles.sport_words.match(self.a.norms, self.a.chunks[phrase.behind].head) is not None

    def _add(self, sides: list[Name], sentence: int) -> None:
        for name in sides:
            self.playing.setdefault(name.key, set()).add(sentence)

    def _named(self, chunks: tuple[int, ...]) -> list[Name]:
        """The names that noun phrases are, whatever score stands behind them."""
        found = []
        for chunk in chunks:
            phrase = self.a.chunks[chunk]
            last = phrase.last - 1
            while last > phrase.first and (self.a.shapes[last] == "d" or self.a.norms[last] in _DASHES):
                last -= 1
            if last in self.heads:
                found.append(self.heads[last])
        return found

    def _is_against(self, chunk: int, *, passive: bool) -> bool:
        """Whether a preposition names the other side ("lost *to* Brazil", "s'est imposé *contre* Lens", "éliminé *par* Nice")."""
        preposition = self.a.chunks[chunk].preposition
        words = (*self.roles.match_prepositions, *self.by) if passive else self.roles.match_prepositions
        return preposition >= 0 and self.a.lemmas[preposition] in words

    def _scored(self, sentence: int) -> list[Name]:
        """The names that a score stands right behind in a sentence ("a battu *Brest* 2-0")."""
        begin, end = self.a.sentences[sentence]
        return [self.heads[first - 1] for first, _ in self.scores if begin <= first < end and first - 1 in self.heads]

    def _is_scored(self, sentence: int) -> bool:
        begin, end = self.a.sentences[sentence]
        return any(begin <= first < end for first, _ in self.scores)

    def _is_sporting(self, sentence: int) -> bool:
        """Whether a sentence has a word that only sport has ("quarter-final", "goalkeeper")."""
        begin, end = self.a.sentences[sentence]
        words = self.roles.sport_words
        return any(words.match(self.a.norms, at) is not None for at in range(begin, end))


def _scores(analysis: Analysis) -> list[tuple[int, int]]:
    """The scores of a text by their tokens, written together or apart ("2-1", "1 – 0")."""
    a = analysis
    found = []
    for at in range(len(a.norms)):
        if a.shapes[at] != "d":
            continue
        if _SCORE.fullmatch(a.norms[at]):
            found.append((at, at + 1))
        elif (
            at + 2 < len(a.norms)
            and a.norms[at + 1] in _DASHES
            and a.shapes[at + 2] == "d"
            and _POINTS.fullmatch(a.norms[at])
            and _POINTS.fullmatch(a.norms[at + 2])
        ):
            found.append((at, at + 3))
    return found


def _is_town(name: Name) -> bool:
    return name.kind == "place" and name.place is not None and name.place.kind == "city"


def _is_land(name: Name) -> bool:
    """Whether a name is a country's, or a part's of one that has a team of its own ("Scotland", "Wales")."""
    return name.kind == "country" or (name.kind == "place" and name.place is not None and name.place.kind == "region")


def _may_play(name: Name) -> bool:
    return _is_town(name) or _is_land(name) or _is_club(name)


def _is_club(name: Name) -> bool:
    return name.kind == "organization" and name.organization is not None and name.organization.sectors[:1] in ((_SPORT[0],), (_SPORT[1],))


def _is_located(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a name stands where a place does: behind a preposition of place, or behind a comma and another place."""
    chunk = analysis.chunk_of[name.first]
    if chunk < 0 or analysis.chunks[chunk].preposition < 0:
        return False
    return analysis.lemmas[analysis.chunks[chunk].preposition] in pack.grammar.clauses.locative
