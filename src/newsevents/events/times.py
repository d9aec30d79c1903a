"""When: from a trigger's own clause or phrase, and from the clause whose adverbials it shares; never from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import REAL
from newsevents.model import Modifier, TimeKind

if TYPE_CHECKING:
    from newsevents.events.scene import Scene
    from newsevents.events.sharing import Sharing
    from newsevents.events.status import StatusReader
    from newsevents.model import TimeExpression

_INSIDE: Final = 1000  # tokens by which a date between subject and verb stands behind any other of the clause
_DEPTH: Final = 4

# A date behind "since", "until", "before" or "after" bounds a time and is not that of the event.
_BOUNDS: Final = frozenset({Modifier.SINCE, Modifier.UNTIL, Modifier.BEFORE, Modifier.AFTER})


class EventTimes:
    """Binds times in one text."""

    def __init__(self, scene: Scene, status: StatusReader, sharing: Sharing) -> None:
        self.scene = scene
        self.sharing = sharing
        self.status = status
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.grammar.clauses
        self._times: dict[int, list[tuple[int, TimeExpression]]] = {}
        self._since = {self.a.clause_of[token] for token, time in scene.times.items() if time.modifier is Modifier.SINCE}
        temporal = frozenset(scene.grammar.clauses.temporal)
        begins = [self.a.behind_dateline(number, temporal) for number in range(len(self.a.sentences))]  # "BERLIN, *3 juin* (AFP) – …"
        for token, time in scene.times.items():
            if time.kind in (TimeKind.DATE, TimeKind.TIME) and time.modifier not in _BOUNDS and token >= begins[self.a.sentence_of[token]]:
                self._times.setdefault(sharing.told_by(self.a.clause_of[token]), []).append((token, time))

    def lasts(self, clause: int) -> bool:
        """Whether a date tells since when a clause holds."""
        return clause in self._since

    def of_verb(self, clause: int, first: int, last: int) -> TimeExpression | None:
        """The date of what a verb says."""
        for _ in range(_DEPTH):
            found = self._own_time(clause, first, last) or self._antecedent(clause) or self._day_beside(clause)
            if found is not None:
                return found
            clause = self.sharing.shared_with(clause, real=True)
            if clause < 0:
                return None
        return None

    def _antecedent(self, clause: int) -> TimeExpression | None:
        """The date that a "when" stands for: "not since *1971*, when he ordered …"."""
        at = self.a.clauses[clause].marker
        if at < 1 or self.a.lemmas[at] not in self.pack.events.times_when:
            return None
        at -= 1 + (self.a.tags[at - 1] == ",")
        if at not in self.scene.in_time:
            return None
        while at - 1 in self.scene.in_time and at not in self.scene.times:
            at -= 1
        time = self.scene.times.get(at)
        return time if time is not None and time.kind in (TimeKind.DATE, TimeKind.TIME) else None

    def _day_beside(self, clause: int) -> TimeExpression | None:
        """The day of a clause at the same time: "*alors qu'il rentrait lundi soir*, un homme a été agressé"."""
        one = self.a.clauses[clause]
        if one.relation != "root" or one.form != "finite" or one.tense != "past":
            return None
        before = clause - 1 if clause > 0 and self.a.clauses[clause - 1].sentence == one.sentence and self.a.clauses[clause - 1].governor < 0 else -1
        for other in (before, *self.scene.children.get(clause, ())):
            if other < 0 or not self._is_together(other) or self.status.of_clause(other) not in REAL:
                continue
            times = [time for token, time in self._times.get(other, ()) if not self._belongs_to_noun(token, self.a.clauses[other].head)]
            if len(times) == 1 and times[0].earliest is not None and times[0].earliest == times[0].latest:
                return times[0]
        return None

    def _is_together(self, clause: int) -> bool:
        """Whether a clause tells what happened at the same time."""
        one = self.a.clauses[clause]
        return one.relation == "adverbial" and one.tense == "past" and one.marker >= 0 and self.a.lemmas[one.marker] in self.pack.events.simultaneous

    def _own_time(self, clause: int, first: int, last: int) -> TimeExpression | None:
        """The date nearest to the verb; failing that, the date of an event in which it lies ("*lors d'un appel jeudi*, X a averti …")."""
        best, during, distance = None, None, 10**9
        for token, time in self._times.get(clause, ()):
            if self._belongs_to_noun(token, first):
                if during is None and self._is_during(self.a.chunk_of[token]):
                    during = time
                continue
            gap = first - token if token < first else token - last
            one = self.a.clauses[clause]
            if token < one.first and any(self.a.chunks[chunk].first < token for chunk in one.subjects):
                gap += _INSIDE  # "a man wanted for a killing *last Friday* surrendered on Tuesday"
            if gap < distance:
                best, distance = time, gap
        return best or during

    def _is_during(self, chunk: int) -> bool:
        """Whether a noun phrase, or the one it belongs to, is an event in which the clause lies."""
        phrase = self.a.chunks[chunk]
        if self.scene.preposition(chunk) in self.clauses.genitive and phrase.behind >= 0:
            phrase, chunk = self.a.chunks[phrase.behind], phrase.behind
        return self.scene.preposition(chunk) in self.pack.events.during and self.pack.event_nouns.has(self.a.norms[phrase.head])

    def _belongs_to_noun(self, token: int, trigger: int) -> bool:
        """Whether a date is part of what a noun says ("le budget *de 2016*", "the *March* election", "*Monday's* attack")."""
        chunk = self.a.chunk_of[token]
        if chunk < 0 or chunk == self.a.chunk_of[trigger]:
            return False
        phrase = self.a.chunks[chunk]
        if phrase.head not in self.scene.in_time:
            return True
        if phrase.behind >= 0 and phrase.behind != self.a.chunk_of[trigger] and self.scene.preposition(chunk) in self.clauses.genitive:
            return self.a.chunks[phrase.behind].head not in self.scene.in_time
        if self._is_behind_another(chunk):
            return True
        after = chunk + 1
        return after < len(self.a.chunks) and self.a.chunks[after].possessor == chunk

    def _is_behind_another(self, chunk: int) -> bool:
        """Whether a date stands behind an event that came before or after: "les sanctions depuis *l'invasion* de l'Ukraine en février 2022"."""
        above = self.a.chunks[chunk].behind
        for _ in range(_DEPTH):
            if above < 0:
                return False
            if self.scene.preposition(above) in self.pack.events.successive:
                return self.a.chunks[above].head not in self.scene.in_time  # "depuis l'échec des pourparlers *de décembre*"
            above = self.a.chunks[above].behind
        return False

    def of_noun(self, chunk: int, first: int, last: int, kind: str) -> TimeExpression | None:
        """The date of what a noun names: in its phrase, behind it, in a clause about it, or of the verb that supports it."""
        a, scene = self.a, self.scene
        phrase = a.chunks[chunk]
        for token in (*range(phrase.first, phrase.last), *(at for at in (phrase.last, phrase.last + 1) if at < len(a.norms))):
            if self._is_date(token) and (
                token < phrase.last or a.chunk_of[token] < 0 or a.chunks[a.chunk_of[token]].preposition == token - 1 or token == phrase.last
            ):
                return scene.times[token]
        if phrase.possessor >= 0 and self._is_date(a.chunks[phrase.possessor].first):
            return scene.times[a.chunks[phrase.possessor].first]
        found = self._date_before(phrase.first)
        if found is not None:
            return found
        for other in scene.complements(chunk):
            if self.sharing.is_of_another(other, chunk, kind=""):
                break
            for token in range(a.chunks[other].first, a.chunks[other].last):
                if self._is_date(token):
                    return scene.times[token]
        found = self._date_behind(chunk)
        if found is not None:
            return found
        for clause in (*self.sharing.clauses_of_noun(chunk, kind), *self.sharing.clauses_within(chunk, kind)):
            found = self.of_verb(clause, first, last)
            if found is not None:
                return found
        return None

    def _date_before(self, first: int) -> TimeExpression | None:
        """The date between commas that a noun without an article of its own has with the article before it: "the *Oct. 7, 2023,* attack"."""
        a = self.a
        at = first - 1
        if at < 1 or a.tags[first] == "D" or a.tags[at] != "," or at - 1 not in self.scene.in_time:
            return None
        while at - 1 in self.scene.in_time:
            at -= 1
        held = a.tags[at] in "DZ" or a.tags[at - 1] in "DZ"
        return self.scene.times[at] if held and self._is_date(at) else None

    def _date_behind(self, chunk: int) -> TimeExpression | None:
        """The date right behind the complements of a noun and before a verb: "*the killing* of a clerk in Eugene *last Friday* led to protests on Monday"."""
        a = self.a
        complements = self.scene.complements(chunk)
        if any(self.pack.event_nouns.has(a.norms[a.chunks[other].head]) for other in complements):
            return None  # the date of that event
        last = max((a.chunks[other].last for other in complements), default=-1)
        if last < 0 or last >= len(a.norms) or not self._is_date(last) or a.sentence_of[last] != a.chunks[chunk].sentence:
            return None
        clause = a.clause_of[last]
        if clause < 0:
            return None
        one = a.clauses[clause]
        inside = last < one.first and any(a.chunks[subject].first < last for subject in one.subjects)
        return self.scene.times[last] if inside else None

    def _is_date(self, token: int) -> bool:
        time = self.scene.times.get(token)
        return time is not None and time.kind in (TimeKind.DATE, TimeKind.TIME) and time.modifier not in _BOUNDS
