"""Whether it happened: status from tense, mood, negation, modality and the words that govern a trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.text.match import match_verb

if TYPE_CHECKING:
    from newsevents.events.scene import Scene

_TURNED = {"actual": "negated", "planned": "negated", "ongoing": "negated"}


class StatusReader:
    """Reads the status of triggers in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.pack = scene.pack
        self.grammar = scene.pack.grammar
        self.aspects = scene.pack.aspects

    def of_clause(self, clause: int, depth: int = 0) -> str:
        """The status of what a verb says."""
        a = self.a
        one = a.clauses[clause]
        status = ""
        if one.form == "finite":
            status = self._finite(clause, depth)
        elif one.form == "infinitive":
            status = self._infinitive(clause, depth)
        elif one.governor >= 0 and depth < 6:
            governed = self._governed(one.governor, clause, self.aspects.infinitive_verbs)
            status = governed or self.of_clause(one.governor, depth + 1)
            if status == "negated" and not governed:
                status = "actual"
        else:
            status = "actual"
        for at in range(max(one.begin, one.first - 3), min(one.last + 2, len(a.norms))):
            row = self.aspects.adverbs.get(a.norms[at])
            if row is not None and status in ("actual", "planned"):
                status = row.status
        if one.negated:
            return "negated"
        return status

    def _finite(self, clause: int, depth: int) -> str:
        one = self.a.clauses[clause]
        for modal in one.modals:
            made = self.grammar.modal_status.get(modal)
            if made is not None:
                if made == "planned" and one.tense in ("conditional", "past"):
                    return "hypothetical"
                return made
        if one.marker >= 0 and one.relation == "adverbial":
            row = self.aspects.conjunctions.get(self.a.lemmas[one.marker])
            if row is not None:
                return row.status
        if one.governor >= 0 and one.relation in ("complement", "interrogative"):
            made = self._governed(one.governor, clause, self.aspects.clause_verbs)
            if made:
                return made
        if one.tense == "future":
            return "planned"
        if one.tense == "conditional":
            if self.is_perfect(clause):
                return "actual"  # hearsay: "aurait reçu"
            governor = self.a.clauses[one.governor] if one.governor >= 0 else None
            if governor is not None and governor.tense == "past" and one.relation in ("complement", "coordinated") and self._announces(governor.lemma):
                return "planned"  # the future seen from the past: "a annoncé qu'il rencontrerait"
            return "hypothetical"
        return "actual"

    def _announces(self, lemma: str) -> bool:
        return lemma in self.pack.announcing_verbs

    def is_perfect(self, clause: int) -> bool:
        """Whether a verb group is a compound past ("aurait été", "would have left")."""
        one = self.a.clauses[clause]
        verbs = [at for at in range(one.first, one.head + 1) if self.a.tags[at] in "VIGK"]
        if len(verbs) < 2:
            return False
        have, be = self.grammar.verbs.have, self.grammar.verbs.be
        lemmas = [self.a.lemmas[at] for at in verbs]
        if have in lemmas[:-1]:
            return True
        return lemmas[0] == be and "e" in self.pack.morphology.flags.get(lemmas[-1], "").split(",")

    def _infinitive(self, clause: int, depth: int) -> str:
        a = self.a
        one = a.clauses[clause]
        if one.marker >= 0 and a.lemmas[one.marker] in self.aspects.prepositions:
            return self.aspects.prepositions[a.lemmas[one.marker]].status
        before = one.marker - 1 if one.marker >= 0 else one.first - 1
        chunk = a.chunk_of[before] if before >= 0 else -1
        if chunk >= 0:
            row = self._noun_row(chunk, "infinitive")
            if row is not None:
                return row
        if one.governor < 0 or depth > 5:
            return "hypothetical"
        made = self._governed(one.governor, clause, self.aspects.infinitive_verbs)
        if made:
            return made
        governor = self.of_clause(one.governor, depth + 1)
        marker = a.lemmas[one.marker] if one.marker >= 0 else ""
        if marker in self.grammar.purpose and governor in ("actual", "ongoing"):
            return "planned"
        return governor

    def _governed(self, governor: int, clause: int, table: object) -> str:
        """What a governing verb makes of its infinitive or clause, "" where it says nothing."""
        one = self.a.clauses[governor]
        hits = match_verb(table, self.a, one, self.pack)  # type: ignore[arg-type]
        for hit in hits:
            if hit.first != one.head and hit.size == 1:
                continue
            status = str(hit.value.status)  # type: ignore[attr-defined]
            if one.negated:
                return "actual" if status == "negated" else _TURNED.get(status, status)
            return status
        _ = clause
        return ""

    def _noun_row(self, chunk: int, governs: str) -> str | None:
        for lemma in self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head]):
            row = self.aspects.nouns.get(lemma)
            if row is not None and governs in row.governs:
                return row.status
        return None

    def of_noun(self, chunk: int, head: int) -> str:
        """The status of what a noun names, from the words around it."""
        a = self.a
        phrase = a.chunks[chunk]
        for at in range(phrase.first, phrase.last):
            if at == head:
                continue
            word = a.norms[at]
            if a.tags[at] == "D":
                if word in self.grammar.verbs.negative_determiners:
                    return "negated"
                row = self.aspects.determiners.get(word)
            else:
                row = self.aspects.adjectives.get(word)
            if row is not None and head not in (at,):
                return row.status
        if phrase.preposition >= 0:
            row = self.aspects.prepositions.get(a.lemmas[phrase.preposition])
            if row is not None:
                return row.status
            above = phrase.behind
            steps = 0
            while above >= 0 and steps < 2:
                made = self._noun_row(above, "noun")
                if made is not None:
                    governing = self._of_governor(above)
                    return "negated" if governing == "negated" else made
                if a.lemmas[a.chunks[above].preposition] not in self.grammar.clauses.genitive if a.chunks[above].preposition >= 0 else True:
                    break
                above = a.chunks[above].behind
                steps += 1
        after = self._relative(phrase.last)
        if after:
            return after
        return self._of_governor(chunk) or "actual"

    def _relative(self, at: int) -> str:
        """What a participle or relative clause right behind a noun says of it ("prévue mardi", "planned for May")."""
        a = self.a
        if at < len(a.norms) and a.tags[at] in "KA":
            row = self.aspects.adjectives.get(a.norms[at])
            if row is not None:
                return row.status
        return ""

    def _of_governor(self, chunk: int) -> str:
        """What the verb says of its subject or object noun."""
        a = self.a
        scene = self.scene
        leader = a.chunks[chunk].leader
        for table, passive in ((scene.as_object, False), (scene.as_subject, True), (scene.as_oblique, False)):
            clause = table.get(chunk, table.get(leader, -1))
            if clause < 0:
                continue
            one = a.clauses[clause]
            is_subject = table is scene.as_subject
            for hit in match_verb(self.aspects.noun_verbs, a, one, self.pack):
                row = hit.value
                if is_subject and not (one.passive or row.subject or one.reflexive):  # type: ignore[attr-defined]
                    continue
                if table is scene.as_oblique and not (hit.size > 1 and hit.first < a.chunks[chunk].first):
                    continue
                if row.subject and not is_subject:  # type: ignore[attr-defined]
                    continue
                status = str(row.status)  # type: ignore[attr-defined]
                if one.negated:
                    return "actual" if status == "negated" else _TURNED.get(status, status)
                if one.tense in ("conditional",) and status == "actual":
                    return "hypothetical"
                return status
            for hit in match_verb(self.aspects.light, a, one, self.pack):
                row = hit.value
                wanted = "subject" if is_subject else "object"
                if getattr(row, wanted) == "event":
                    return self.of_clause(clause)
            if is_subject or table is scene.as_object:
                if one.lemma in self.grammar.verbs.copula and is_subject:
                    for at in range(one.last, min(one.last + 4, len(a.norms))):
                        row = self.aspects.adjectives.get(a.norms[at])
                        if row is not None:
                            return row.status
                if is_subject and one.tense in ("conditional", "future"):
                    return "hypothetical" if one.tense == "conditional" else "planned"
                if not is_subject and one.form == "infinitive":
                    made = self.of_clause(clause)
                    return made if made in ("planned", "hypothetical") else ""
                if not is_subject and one.tense in ("conditional", "future"):
                    return "hypothetical" if one.tense == "conditional" else "planned"
            _ = passive
        return ""
