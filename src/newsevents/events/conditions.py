"""Whether the conditions of an event group hold for a verb or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.lexicon.events import EventGroup, WordList
    from newsevents.text.match import VerbHit

_COUNTRY: Final = frozenset({"country"})  # what "we" and "he" are not sure to be


class Conditions:
    """Checks conditions in one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.pack = scene.pack
        self._words: dict[int, set[str]] = {}

    def of_verb(self, group: EventGroup, clause: int, hit: VerbHit[EventGroup]) -> bool:
        """Whether all conditions hold for a verb."""
        one = self.a.clauses[clause]
        scene = self.scene
        if (
            (group.negated_only and not one.negated)
            or (group.bare and (one.objects or scene.object_chunks(clause, hit)))
            or not self._near(group, one.sentence)
        ):
            return False
        if group.object or group.not_object or group.object_kind:
            chunks, parties = scene.object_chunks(clause, hit), scene.object_parties(clause, hit) if group.object_kind else ()
            if self.scene.is_given(clause, group):
                chunks = list(one.objects)
            someone = self._is_someone(clause) if one.passive else any(self._is_number(chunk) or self._is_full_name(chunk) for chunk in chunks)
            kinds = () if someone else group.object_kind
            wanted = group.words.get("object")
            if wanted is not None and not chunks:
                chunks = self._meant(clause, hit, wanted)
            if not self._slot(wanted, group.words.get("not_object"), kinds, chunks, parties):
                return False
        if group.subject or group.not_subject or group.subject_kind:
            parties = scene.subject_parties(clause) if group.subject_kind else ()
            kinds = group.subject_kind if one.passive or _COUNTRY.issuperset(group.subject_kind) or not self._is_someone(clause) else ()
            if not self._slot(group.words.get("subject"), group.words.get("not_subject"), kinds, scene.subject_chunks(clause), parties):
                return False
        return not group.governs or self._governs(group, clause)

    def _is_someone(self, clause: int) -> bool:
        """Whether a pronoun or a name stands as the subject: who it is may not be known, but that it is someone is."""
        one = self.a.clauses[clause]
        pronouns = self.pack.grammar.pronouns
        if one.passive and one.negated and not one.subjects and self.a.norms[one.first] in self.pack.grammar.verbs.negative_determiners:
            return True  # "*personne* n'a été arrêté"
        if one.pronoun < 0 and any(self._is_unknown(chunk) for chunk in one.subjects):
            return True
        if one.pronoun >= 0 and self.a.norms[one.pronoun] in (*pronouns.speaker, *pronouns.speakers):
            return True
        if one.pronoun < 0 or self.a.norms[one.pronoun] not in (*pronouns.s_m, *pronouns.s_f):
            return False
        if not (self.pack.grammar.neuter_things or one.passive):
            return False  # "il", "elle" may be a thing; one to whom something is done mostly is not
        if self.a.norms[one.pronoun] not in self.pack.grammar.expletives:
            return True
        below = (self.a.clauses[child] for child in self.scene.children.get(clause, ()))
        return not one.objects and not any(child.relation == "complement" or child.form == "infinitive" for child in below)  # "il a été décidé de …"

    def _is_unknown(self, chunk: int) -> bool:
        """Whether a noun phrase is a name that no stage before could tell, or a number alone."""
        head = self.a.chunks[chunk].head
        if self._is_number(chunk) or self.a.norms[self.a.chunks[chunk].first] in self.pack.grammar.verbs.negative_determiners:
            return True  # "*at least 520* were freed", "*nobody* has been charged"
        return self.a.tags[head] == "E" and head not in self.scene.places and not self.scene.kinds(chunk)

    def _is_number(self, chunk: int) -> bool:
        """Whether a noun phrase is a number alone that may count people: "had rescued *more than 600*"; no money, no year."""
        phrase = self.a.chunks[chunk]
        if not set(self.a.tags[phrase.first : phrase.last]) <= {"D", "M", "B"} or phrase.head in self.scene.in_time:
            return False
        if self.a.norms[phrase.last : phrase.last + 1] == ["%"]:
            return False
        scaled = self.a.norms[phrase.head] in self.pack.quantities.scales and self.a.tags[phrase.first - 1 : phrase.first] != "V"
        return not scaled and self.a.tags[phrase.first - 1 : phrase.first] != "O"

    def _is_full_name(self, chunk: int) -> bool:
        """Whether a noun phrase is a name of two words or more that no stage before could tell: "arraigned *Yahaya Bello*"."""
        phrase = self.a.chunks[chunk]
        whole = set(self.a.tags[phrase.first : phrase.last]) == {"E"} and phrase.last - phrase.first > 1
        return whole and self._is_unknown(chunk)

    def _meant(self, clause: int, hit: VerbHit[EventGroup], wanted: WordList) -> list[int]:
        """The nearest noun before that a pronoun in the object's place can stand for: "bought the site … said it would close *it*"."""
        one, pronouns = self.a.clauses[clause], self.pack.grammar.pronouns
        token = one.pronoun if one.passive else max(one.last, hit.last)
        if not 0 <= token < len(self.a.norms) or self.a.norms[token] not in (*pronouns.s_n, *pronouns.p):
            return []
        many = self.a.norms[token] in pronouns.p
        first = self.a.sentences[max(one.sentence - 1, 0)][0]
        for chunk in range(self._last_before(one.begin), -1, -1):
            phrase = self.a.chunks[chunk]
            if phrase.first < first:
                break
            plural = len(self.pack.nouns.lemmas(self.a.norms[phrase.head])) > 1
            if plural == many and chunk not in one.subjects and self._heads(wanted, [chunk]):
                return [chunk]
        return []

    def _last_before(self, at: int) -> int:
        """The last noun phrase that ends before a token, -1."""
        return next((self.a.chunk_of[token] for token in range(at - 1, -1, -1) if self.a.chunk_of[token] >= 0), -1)

    def _governs(self, group: EventGroup, clause: int) -> bool:
        for child in self.scene.children.get(clause, ()):
            one = self.a.clauses[child]
            if "infinitive" in group.governs and one.form == "infinitive" and not self._is_purpose(one.marker):
                return True
            if "clause" in group.governs and one.relation in ("complement", "interrogative"):
                return True
        return False

    def _is_purpose(self, marker: int) -> bool:
        """Whether an infinitive only tells what for ("330 voix sont requises *pour* convoquer un référendum")."""
        grammar = self.pack.grammar
        return marker >= 0 and self.a.lemmas[marker] in grammar.purpose and self.a.lemmas[marker] not in grammar.verbs.infinitive_markers

    def of_noun(self, group: EventGroup, chunk: int, first: int, head: int, last: int, *, near: bool = True) -> bool:
        """Whether all conditions hold for a noun; its object is its genitive complement or the noun before it.

        Args:
            group: the group.
            chunk: the noun phrase.
            first: the trigger's first token.
            head: the noun.
            last: the token behind the trigger.
            near: whether the words of its sentence are asked; not for a noun that points back to another sentence.
        """
        phrase = self.a.chunks[chunk]
        if group.subject or group.subject_kind or (near and not self._near(group, phrase.sentence)):
            return False
        if group.object or group.not_object or group.object_kind:
            if not self._slot(
                group.words.get("object"), group.words.get("not_object"), group.object_kind, self.scene.genitives(chunk), (), (phrase.first, first, head)
            ):
                return False
        if group.governs:
            tags, after = self.a.tags, max(phrase.last, last)
            infinitive = after + 1 < len(tags) and tags[after] in "PT" and tags[after + 1] in "IRX"
            clause = after < len(tags) and tags[after] == "Q"
            return ("infinitive" in group.governs and infinitive) or ("clause" in group.governs and clause)
        return True

    @staticmethod
    def needs(group: EventGroup, agents: list[Party], recipients: list[Party]) -> bool:
        """Whether an actor is bound in one of the roles that the group needs."""
        if not group.needs:
            return True
        return ("agent" in group.needs and any(actor for _, actor in agents)) or ("recipient" in group.needs and any(actor for _, actor in recipients))

    def _slot(
        self,
        wanted: WordList | None,
        unwanted: WordList | None,
        kinds: tuple[str, ...],
        chunks: Iterable[int],
        parties: Iterable[Party],
        before: tuple[int, int, int] | None = None,
    ) -> bool:
        """Whether what stands in a slot is one of the wanted words and kinds and none of the unwanted ones."""
        scene = self.scene
        chunks = [scene.content_chunk(chunk) for chunk in chunks]
        if wanted is not None and not (self._heads(wanted, chunks) or (before and self._modifies(wanted, before))):
            return False
        if unwanted is not None and (self._heads(unwanted, chunks) or (before and self._modifies(unwanted, before))):
            return False
        if not kinds:
            return True
        found = {kind for chunk in chunks for kind in scene.kinds(chunk)}
        for _, actor in parties:
            if actor is not None:
                kind = str(scene.index.actors[actor].kind)
                found |= {kind, "people"} if kind in ("person", "group") else {kind}
        if before and not self.pack.grammar.clauses.postposed_adjectives:
            found |= {str(scene.index.actors[scene.index.names[at]].kind) for at in range(before[0], before[1]) if at in scene.index.names}
        return not found.isdisjoint(kinds)

    def _heads(self, words: WordList, chunks: Iterable[int]) -> bool:
        """Whether one of some words heads one of some noun phrases."""
        lemmas = self.pack.nouns.lemmas
        for chunk in chunks:
            head = self.a.chunks[chunk].head
            name = self.scene.index.names.get(head)
            person = name is not None and self.a.tags[head] == "E" and self.scene.index.actors[name].kind == "person"  # "sending Secretary *Rice*"
            if not person and (not words.single.isdisjoint(lemmas(self.a.norms[head])) or self._expression(words, head)):
                return True
            around = (at for at in range(*self.a.chunks[chunk][:2]) if at != head) if self.a.tags[head] == "E" else ()
            if any(not words.single.isdisjoint(lemmas(self.a.norms[at])) for at in around):
                return True  # "*Hurricane* Milton", "Sh840 *million*"
        return False

    def _expression(self, words: WordList, head: int) -> bool:
        """Whether an expression of several words stands at a head: up to it, or from it on where adjectives follow."""
        forwards = self.pack.grammar.clauses.postposed_adjectives
        for expression in words.expressions:
            first = head if forwards else head - len(expression) + 1
            if first >= 0 and first + len(expression) <= len(self.a.norms) and all(self._is(word, first + number) for number, word in enumerate(expression)):
                return True
        return False

    def _modifies(self, words: WordList, before: tuple[int, int, int]) -> bool:
        """Whether one of some words stands before a trigger in its noun phrase ("a *bank* merger")."""
        begin, first, head = before
        if self.pack.grammar.clauses.postposed_adjectives:
            begin, first = head + 1, head + 1
        lemmas = self.pack.nouns.lemmas
        return any(not words.single.isdisjoint(lemmas(self.a.norms[at])) for at in range(begin, first))

    def _is(self, word: str, at: int) -> bool:
        norm = self.a.norms[at]
        return word in (norm, self.scene.a.canonical[at]) or word in self.pack.nouns.lemmas(norm)

    def _near(self, group: EventGroup, sentence: int) -> bool:
        """Whether the words that must stand in the sentence do, and those that must not do not."""
        if not (group.near or group.not_near):
            return True
        wanted, unwanted = group.words.get("near"), group.words.get("not_near")
        return (wanted is None or self._stands(wanted, sentence)) and (unwanted is None or not self._stands(unwanted, sentence))

    def _stands(self, words: WordList, sentence: int) -> bool:
        found = self._words.get(sentence)
        first, last = self.a.sentences[sentence]
        if found is None:
            found = self._words[sentence] = {*self.a.lemmas[first:last], *self.a.canonical[first:last]}
            found.update(*map(self.pack.nouns.lemmas, self.a.norms[first:last]))
        if not words.single.isdisjoint(found):
            return True
        return any(
            all(self._is(word, at + number) for number, word in enumerate(expression))
            for expression in words.expressions
            if found.issuperset(expression)
            for at in range(first, last - len(expression) + 1)
        )
