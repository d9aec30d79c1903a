"""The numbers that a text gives for an event: the dead, the injured, the arrested, those who came, money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.numbers import NumberReader
from newsevents.model import Quantity, QuantityKind, Span

if TYPE_CHECKING:
    from newsevents.events.draft import Draft
    from newsevents.events.numbers import Number
    from newsevents.events.scene import Scene
    from newsevents.lexicon.events import QuantityGroup

_UP: Final = 4  # clauses above one another in which the event of a number is looked for
_MONEY: Final = frozenset({"AID", "COERCE", "ECONOMY", "JUSTICE", "SANCTION", "COOPERATE", "AGREE", "DISASTER", "REQUEST"})


class QuantityReader:
    """Reads the quantities of one text and gives each to its event."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.pack = scene.pack
        self.numbers = NumberReader(scene)
        self.tables = scene.pack.quantities

    def read(self, drafts: list[Draft]) -> None:
        """Find the quantities and add them to the drafts.

        Args:
            drafts: triggers in text order.
        """
        if not drafts:
            return
        self.by_clause = {draft.clause: draft for draft in reversed(drafts) if not draft.is_noun}
        self.by_chunk = {draft.chunk: draft for draft in drafts if draft.is_noun}
        self.by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.by_sentence.setdefault(draft.sentence, []).append(draft)
        reached = 0
        for chunk in dict.fromkeys(map(self.a.chunk_of.__getitem__, self.numbers.tokens())):
            phrase = self.a.chunks[chunk]
            if chunk < 0 or phrase.head in self.scene.in_time or phrase.first < reached:
                continue
            number = self.numbers.read(phrase.first, phrase.last)
            if number is not None:
                reached = number.last
                other = self.a.chunk_of[number.last - 1]  # "entre 600 et *800 personnes*": the noun stands behind the second
                self._place(other if other > chunk and number.last > phrase.last else chunk, number)

    def _place(self, chunk: int, number: Number) -> None:
        money = self._currency(chunk, number)
        if money is not None:
            code, first, last = money
            draft = self._nearest(chunk, _MONEY)
            if draft is not None:
                self._add(draft, QuantityKind.MONEY, number, code, first, last)
            return
        found = self._counted(chunk, number)
        if found is None:
            return
        group, clause = found
        draft = self._event_of(chunk, clause, group)
        if draft is not None:
            counted = self.a.chunks[self.scene.content_chunk(chunk)]
            unit = self.a.norms[counted.head] if self.a.tags[counted.head] == "N" and not counted.head < number.last else None
            self._add(draft, QuantityKind(group.kind), number, unit, number.first, max(number.last, counted.last))

    def _add(self, draft: Draft, kind: QuantityKind, number: Number, unit: str | None, first: int, last: int) -> None:
        a = self.a
        known = {(one.kind, one.minimum, one.maximum) for one in draft.quantities}
        if (kind, number.minimum, number.maximum) not in known:
            span = Span.of(a.text, a.starts[first], a.ends[last - 1])
            draft.quantities.append(Quantity(kind=kind, minimum=number.minimum, maximum=number.maximum, unit=unit, approximate=number.approximate, span=span))

    # -- what is counted

    def _counted(self, chunk: int, number: Number) -> tuple[QuantityGroup, int] | None:
        """What a number counts, and the clause that tells it (-1: its noun does)."""
        a = self.a
        content = self.scene.content_chunk(chunk)
        phrase = a.chunks[content]
        lemmas = self.pack.nouns.lemmas(a.norms[phrase.head])
        told = next((table[lemma] for table in (self.tables.nouns, self.tables.actions) for lemma in lemmas if lemma in table), None)
        if told is not None and told.kind != QuantityKind.ATTENDANCE:
            return told, self._clause_of(chunk)
        if told is not None or phrase.head < number.last or a.tags[phrase.head] == "H" or self.scene.is_people(content):
            found = self._by_words(chunk, phrase.last)
            if found is not None:
                return found
        return None if told is None else (told, self._clause_of(chunk))

    def _by_words(self, chunk: int, behind: int) -> tuple[QuantityGroup, int] | None:
        """What the word behind counted people or their verb tells of them ("3 *missing*", "*arrested* 30 protesters")."""
        a = self.a
        for at in (behind, behind - 1):  # "3 *missing*", "12 autres *blessées*"
            if at < len(a.norms) and a.norms[at] in self.tables.adjectives:
                return self.tables.adjectives[a.norms[at]], self._clause_of(chunk)
        for clause in self.scene.subject_of.get(chunk, ()):
            one = a.clauses[clause]
            table = self.tables.verbs if one.passive else self.tables.subject_verbs
            if one.lemma in table:
                return table[one.lemma], clause
            if one.lemma in self.pack.grammar.verbs.copula:
                for at in range(one.last, min(one.last + 2, len(a.norms))):
                    if a.norms[at] in self.tables.adjectives:
                        return self.tables.adjectives[a.norms[at]], clause
        for clause in self.scene.object_of.get(chunk, ()):
            one = a.clauses[clause]
            if not one.passive and one.lemma in self.tables.verbs:
                return self.tables.verbs[one.lemma], clause
        return self._by_object(chunk)

    def _by_object(self, chunk: int) -> tuple[QuantityGroup, int] | None:
        """What happened to people, by the object that they belong to: "a coûté *la vie* à 60 soldats", "caused *the deaths* of ten people"."""
        clauses = self.pack.grammar.clauses
        above = self.a.chunks[chunk].behind
        if self.scene.preposition(chunk) in clauses.dative:
            pairs = [(other, clause) for clause in self.scene.oblique_of.get(chunk, ()) for other in self.a.clauses[clause].objects]
        elif above >= 0 and self.scene.preposition(chunk) in clauses.genitive:
            pairs = [(above, clause) for clause in self.scene.object_of.get(above, ())]
        else:
            return None
        for other, clause in pairs:
            for lemma in self.pack.nouns.lemmas(self.a.norms[self.a.chunks[other].head]):
                if lemma in self.tables.nouns:
                    return self.tables.nouns[lemma], clause
        return None

    def _clause_of(self, chunk: int) -> int:
        for table in (self.scene.object_of, self.scene.subject_of, self.scene.oblique_of):
            if chunk in table:
                return table[chunk][0]
        return self.a.clause_of[self.a.chunks[chunk].head]

    def _currency(self, chunk: int, number: Number) -> tuple[str, int, int] | None:
        """The currency of a number, and the tokens of the sum."""
        a = self.a
        for at in range(max(number.first - 1, 0), number.last):
            if a.norms[at] in self.tables.currencies and a.norms[at] not in self.numbers.values:
                return self.tables.currencies[a.norms[at]], min(at, number.first), number.last
        phrase = a.chunks[chunk]
        for other in (chunk, *self.scene.behind.get(chunk, ())):
            one = a.chunks[other]
            if other != chunk and self.scene.preposition(other) not in self.pack.grammar.clauses.genitive:
                continue
            for lemma in self.pack.nouns.lemmas(a.norms[one.head]):
                if lemma in self.tables.currencies:
                    return self.tables.currencies[lemma], number.first, max(one.last, phrase.last)
        after = number.last
        if after < len(a.norms) and a.norms[after] in self.tables.currencies:
            return self.tables.currencies[a.norms[after]], number.first, after + 1
        return None

    # -- whose it is

    def _event_of(self, chunk: int, clause: int, group: QuantityGroup) -> Draft | None:
        """The event that a number belongs to: its own noun's, its clause's, that clause's subject, then above, then in the sentence."""
        own = self.by_chunk.get(self.scene.content_chunk(chunk))
        if own is not None and own.type in group.types:
            return own
        types = frozenset(group.types)
        above = clause
        for _ in range(_UP):
            if above < 0:
                break
            draft = self.by_clause.get(above)
            if draft is not None and draft.type in types:
                return draft
            one = self.a.clauses[above]
            for other in (*one.subjects, *one.obliques):
                draft = self.by_chunk.get(other)
                if draft is not None and draft.type in types:
                    return draft
            above = one.governor
        return self._nearest(chunk, types)

    def _nearest(self, chunk: int, types: frozenset[str]) -> Draft | None:
        """The nearest event of some types in the sentence, else the last one of the sentence before."""
        phrase = self.a.chunks[chunk]
        here = [draft for draft in self.by_sentence.get(phrase.sentence, ()) if draft.type in types]
        if here:
            return min(here, key=lambda one: (min(abs(one.first - phrase.first), abs(one.last - phrase.first)), one.first))
        if types is _MONEY:
            return None
        before = [draft for draft in self.by_sentence.get(phrase.sentence - 1, ()) if draft.type in types]
        return before[-1] if before else None
