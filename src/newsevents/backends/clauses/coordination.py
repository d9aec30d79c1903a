"""Verbs that go on with another: with its subject, its auxiliary, its place in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.backends.clauses.draft import Place

_APART: Final = 25  # tokens between a verb and the one that shares its modal

if TYPE_CHECKING:
    from newsevents.backends.clauses.draft import Draft
    from newsevents.backends.clauses.frames import Frames
    from newsevents.backends.groups import Group


_ROW: Final = 40  # tokens within which the conjunction closes a row of participles


class Coordination:
    """Finds what the coordinated verbs of one text share."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.tags, self.norms, self.verbs = draft.tags, draft.norms, draft.verbs
        self.pack, self.grammar = draft.pack, draft.grammar
        self.out, self.fill = draft.out, draft.fill

    def _mode(self, clause: int) -> tuple[str, bool]:
        """Tense of the first verb of a group and whether it is compound: what coordinated verbs share."""
        one = self.out[clause]
        return self._mode_of(one.first, one.head)

    def _mode_of(self, first: int, head: int) -> tuple[str, bool]:
        for at in range(first, head + 1):
            reading = self.verbs[at]
            if self.tags[at] == "V":
                return (reading.tense if reading else "", at != head and self.tags[head] != "I")
        return "", False

    def _matrix(self, clause: int, group: Group, *, near: bool) -> int:
        """The clause a coordinated verb goes on with: a clause above the last one where only that one shares its tense.

        Args:
            clause: the last clause.
            group: the coordinated verb.
            near: whether nothing but a conjunction stands before it. It then goes on with another only out of a relative clause ("thanked those
                *who had stopped* the man and *appealed* for calm"), and as a second verb of saying ("said he was ill and *denied* the charges").
        """
        mode = self._mode_of(group.first, group.head)
        one = self.out[clause]
        says = one.relation == "complement" and self._says(group.lemma) and not self._says(one.lemma)
        if near and (self.is_cited(clause, group.first) or self._is_quoted(clause, group.first)) and self._mode(one.governor) == mode:
            return one.governor
        if self._mode(clause) == mode and not (says and one.lemma in self.grammar.verbs.copula and self._mode(one.governor) == mode):
            return clause
        above = one.governor
        left = ("complement", "coordinated", "relative") if not near else ("complement", "relative") if says else ("relative",)
        while above >= 0 and self.out[clause].relation in left:
            if self.out[above].form == "finite" and self._mode(above) == mode:
                return above
            above = self.out[above].governor
        return clause

    def is_cited(self, clause: int, at: int) -> bool:
        """Whether a clause names something in quotation marks that close before a conjunction: "condemned *what he called "an act of war"* and …"."""
        one = self.out[clause]
        named = one.governor >= 0 and (one.relation == "interrogative" or (one.relation == "relative" and self.tags[one.marker - 1] == "H"))
        return named and self.tags[at - 2 : at] == "qC" and "q" in self.tags[one.last : at - 2]

    def _is_quoted(self, clause: int, at: int) -> bool:
        """Whether the verb of a complement stands in marks that close before a conjunction: "dit que la loi *« doit changer »* et compte agir"."""
        one = self.out[clause]
        if one.relation != "complement" or one.governor < 0 or self.tags[at - 2 : at] != "qC":
            return False
        return self.tags.count("q", self.out[one.governor].last, one.first) % 2 == 1

    def _says(self, lemma: str) -> bool:
        """Whether a verb reports."""
        return lemma in self.pack.reporting_verbs and lemma not in self.pack.auxiliaries

    def shared(self, stack: Frames, before: int, at: int) -> int:
        """The clause whose auxiliary a participle behind a conjunction shares: "a été arrêté et *inculpé*", "have met and *agreed*"; -1."""
        if before < self.draft.first or not (self.tags[before] == "C" or (self.tags[before] == "," and self._is_listed(at))):
            return -1
        for frame in reversed(stack):
            if frame.quote >= 0:
                break
            if frame.relation == "participle" and frame.verb >= 0:
                agree = self.grammar.verbs.participles_agree and self.norms[self.out[frame.verb].head][-1:] != self.norms[at][-1:]
                if not agree:
                    break  # "menées par X et *soutenues* par Y": participles of one noun
            one = self.out[frame.verb] if frame.verb >= 0 else None
            if one is not None and one.form == "finite":
                cited = self.is_cited(frame.verb, before + 1) and any(other.verb == one.governor for other in stack)
                model = one.governor if cited else frame.verb
                compound = self.out[model].head > self.out[model].first or self.out[model].relation == "coordinated"
                return model if compound and self.tags[self.out[model].head] == "K" else -1
        return -1

    def elliptic(self, stack: Frames, chunk: int, before: int) -> int:
        """The passive whose auxiliary a participle shares that has a subject of its own: "ont été tués et *vingt autres blessés*"; -1."""
        verb = stack[-1].verb
        one = self.out[verb] if verb >= 0 and chunk >= 0 else None
        if one is None or not one.passive or one.form != "finite" or self.tags[one.head] != "K" or chunk not in self.fill[verb][1]:
            return -1
        phrase = self.draft.chunks[chunk]
        at = phrase.first - 1
        while at > one.last and self.tags[at] in "B+":
            at -= 1
        return verb if phrase.last == before + 1 and phrase.preposition < 0 and self.tags[at] == "C" else -1

    def share_verb(self, stack: Frames, group: Group, model: int, chunk: int, number: int) -> None:
        """Add a clause that goes on with the auxiliary of another and has a subject of its own."""
        previous = self.out[model]
        self.draft.take_back(model, [chunk])
        group = group._replace(form="finite", tense=previous.tense, passive=True, person=3, plural=previous.plural)
        self.draft.place(stack[-1], group, Place("coordinated", previous.governor, previous.marker, self.draft.chunks[chunk].first, [chunk], -1), number)

    def _is_listed(self, at: int) -> bool:
        """Whether a participle with an object stands in a row that a conjunction closes: "ont attaqué un camp, *tué* dix soldats et *pris* la fuite"."""
        behind = at + 1
        chunk = self.draft.chunk_of[behind] if behind < len(self.tags) else -1
        if chunk < 0 and self.norms[behind : behind + 1] and self.norms[behind] in self.grammar.clauses.partitives:
            chunk = self.draft.chunk_of[behind + 1] if behind + 1 < len(self.tags) else -1
        if chunk < 0 or self.tags[behind] not in "DMP" or self.norms[self.draft.chunks[chunk].head] in self.grammar.clauses.temporal:
            return False
        closing = self.tags.find("CK", behind, behind + _ROW)
        return closing >= 0 and not set(self.tags[behind:closing]) & set("VQS.;:")

    def share(self, stack: Frames, group: Group, model: int, number: int) -> None:
        """Add a clause that goes on with the auxiliary and the subject of another."""
        while stack[-1].verb != model:
            stack.pop()
        previous = self.out[model]
        intransitive = "i" in self.pack.morphology.flags.get(group.lemma, "").split(",")
        group = group._replace(
            form="finite", tense=previous.tense, passive=previous.passive and not intransitive, person=previous.person, plural=previous.plural
        )
        subjects = list(self.fill[model][0])
        place = Place("coordinated", previous.governor, previous.marker, group.first, subjects, -1 if subjects else previous.pronoun)
        self.draft.place(stack[-1], group, place, number)

    def next_verb(self, stack: Frames, group: Group, before: int, *, after_comma: bool) -> Place:
        """The places of a verb that shares the subject of the one before it."""
        model = stack[-1].verb
        matrix = self._matrix(model, group, near=not (after_comma or self.tags[before - 1 : before] == ","))
        if matrix != model and any(frame.verb == matrix for frame in stack):
            model = matrix
            while stack[-1].verb != model:
                stack.pop()
        previous = self.out[model]
        subjects = list(self.fill[model][0])
        return Place("coordinated", previous.governor, previous.marker, group.first, subjects, -1 if subjects else previous.pronoun)

    def lent(self, stack: Frames, group: Group, before: int) -> Group:
        """A bare form right behind a conjunction with the modal of the verb before it: "*would send* food and *deploy* the army"."""
        verb = stack[-1].verb
        if verb < 0 or before < 0 or self.tags[before] != "C" or group.modals or group.pronoun >= 0 or group.form != "finite" or group.first != group.head:
            return group
        previous, reading = self.out[verb], self.verbs[group.head]
        bare = reading is not None and reading.tense == "pres" and 3 not in reading.persons and self.norms[group.head] == group.lemma
        if not (bare and previous.modals and self.tags[previous.head] == "I" and before - previous.last < _APART):
            return group
        return group._replace(modals=previous.modals, tense=previous.tense)

    def goes_on(self, before: int, chunk_before: int, *, after_comma: bool, waiting: bool) -> bool:
        """Whether a verb without a subject of its own goes on with the clause before it ("… et *a dit*", "…, *a dit*")."""
        after_and = before >= 0 and self.tags[before] == "C"
        if chunk_before >= 0 and self.draft.chunks[chunk_before].preposition > 0:
            phrase = self.draft.chunks[chunk_before]
            if self.tags[phrase.preposition - 1] == "C" and self.norms[phrase.head] in self.grammar.clauses.temporal:
                return True  # "bought the site in 2021 and *in January* said"
        return chunk_before < 0 and (after_and or (after_comma and not waiting))
