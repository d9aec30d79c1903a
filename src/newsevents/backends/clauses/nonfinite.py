"""Participles, gerunds and infinitives: whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.backends.clauses.frames import Frame

if TYPE_CHECKING:
    from newsevents.backends.clauses.coordination import Coordination
    from newsevents.backends.clauses.draft import Draft
    from newsevents.backends.clauses.frames import Frames
    from newsevents.backends.groups import Group


class NonfiniteVerbs:
    """Places the non-finite verbs of one text."""

    def __init__(self, draft: Draft, coordination: Coordination) -> None:
        self.draft, self.coordination = draft, coordination
        self.tags, self.lemmas = draft.tags, draft.lemmas
        self.chunks, self.chunk_of = draft.chunks, draft.chunk_of
        self.pack, self.grammar = draft.pack, draft.grammar
        self.out, self.fill = draft.out, draft.fill
        self.control_markers = frozenset((*draft.grammar.clauses.dative, *draft.grammar.clauses.genitive))
        self.gerund_prepositions = frozenset(draft.grammar.clauses.gerund_control_prepositions)

    def read(self, stack: Frames, group: Group, number: int, last_chunk: int) -> None:
        """Place a participle, gerund or infinitive.

        Args:
            stack: the open clauses.
            group: the verb.
            number: its sentence.
            last_chunk: the noun phrase directly before, -1.
        """
        before = group.first - 1
        while before >= 0 and self.tags[before] in "B+q":
            before -= 1
        inserted = self._inserted_subject(stack[-1]) if group.form == "gerund" and before >= 0 and self.tags[before] == "," else []
        if group.form == "gerund" and before >= 0 and self.tags[before] == "," and group.lemma in self.pack.clause_verbs and not inserted:
            stack.climb()
        shared = self.coordination.shared(stack, before, group.head) if group.form == "participle" else -1
        if shared >= 0:
            self.coordination.share(stack, group, shared, number)
            return
        model = self.coordination.elliptic(stack, last_chunk, before) if group.form == "participle" else -1
        if model >= 0:
            self.coordination.share_verb(stack, group, model, last_chunk, number)
            return
        frame = stack[-1]
        governor = stack.verb()
        marker = before if before >= 0 and self.tags[before] in "PT" else -1
        follows_like = frame.verb >= 0 and self.out[frame.verb].form == group.form == frame.relation and before >= 0 and self.tags[before] == "C"
        if group.form == "participle":
            group = group._replace(passive="e" not in self.pack.morphology.flags.get(group.lemma, "").split(","))
        if follows_like:
            subjects = list(self.fill[frame.verb][0])
        elif group.form == "participle":
            subjects = self._participle_subjects(before, last_chunk, governor, group.head)
        elif group.form == "gerund" and last_chunk >= 0 and self._is_absolute(last_chunk, before):
            subjects = self.draft.coordinated(last_chunk)  # "with *rebels* holding the city"
        elif group.form == "gerund" and last_chunk >= 0 and self._pair(last_chunk, before):
            subjects = self._pair(last_chunk, before)
        elif group.form == "gerund" and marker < 0 and last_chunk >= 0 and self._is_seen_person(last_chunk, before, governor):
            subjects = self.draft.coordinated(last_chunk)
        elif inserted:
            subjects = inserted
        elif group.form == "gerund" and marker < 0 and (document := self._document(last_chunk, before, group.lemma, governor)) >= 0:
            subjects = [document]
        elif governor >= 0:
            subjects = self._controller(group, governor, marker)
        else:
            subjects = [index for index, segment in frame.nominals if segment >= 0][:1] if group.form == "gerund" else []
        index = self.draft.add(group, group.form, governor, marker, subjects, number, min(group.first, marker if marker >= 0 else group.first))
        stack.push(Frame(group.form, marker, group.first, governor=governor, verb=index))

    def _inserted_subject(self, frame: Frame) -> list[int]:
        """The subject that waits for its verb where a gerund is set in behind it: "a vote in which *the opposition*, citing fraud, took no part"."""
        if frame.verb >= 0 or frame.relation not in ("relative", "complement", "adverbial", "interrogative"):
            return []
        bare = [chunk for chunk, segment in frame.nominals if segment >= 0]
        if bare:
            return self.draft.coordinated(bare[-1])
        told = frame.relation == "relative" and frame.antecedent >= 0 and self.lemmas[frame.marker] in self.draft.relative_subjects
        return self.draft.coordinated(frame.antecedent) if told else []

    def _agrees(self, chunk: int, at: int) -> bool:
        """Whether a participle may describe a noun phrase, as far as the article tells its gender: not "le compagnon de *la victime* mis en examen"."""
        article = self.draft.norms[self.chunks[chunk].first]
        pronouns = self.grammar.pronouns
        if not self.grammar.verbs.participles_agree or article not in (*pronouns.articles_m, *pronouns.articles_f):
            return True
        feminine = self.draft.norms[at].removesuffix("s").endswith("e")
        return feminine == (article in pronouns.articles_f)

    def _participle_subjects(self, before: int, last_chunk: int, governor: int, at: int) -> list[int]:
        """What a participle describes: the noun phrase before it, else the subject of the clause."""
        behind = last_chunk
        if behind < 0 and before >= 0:
            behind = self.chunk_of[before]
        if behind > 0 and self.draft.is_age(behind):  # "l'ancien ministre, *67 ans*, jugé pour …"
            behind = self.chunk_of[self.chunks[behind].first - 2]
        if behind >= 0:
            above = self.chunks[behind].behind
            if above >= 0 and not self._agrees(behind, at) and self._agrees(above, at) and self.lemmas[self.chunks[behind].preposition] in self.draft.genitive:
                return self.draft.coordinated(above)
            return self.draft.coordinated(self.draft.described(behind))
        return list(self.fill[governor][0]) if governor >= 0 else []

    def _controller(self, group: Group, governor: int, marker: int) -> list[int]:
        """Who acts in an infinitive or gerund: the subject of the verb above, or the one it tells to act."""
        subjects, objects, obliques = self.fill[governor]
        if marker < 0 or not self._is_object_control(group, governor, marker):
            return list(subjects)
        passive = self.out[governor].passive
        if objects and not passive:
            return list(objects)
        if self._has_object_pronoun(governor):
            return []  # "*l*'empêcherait de se présenter"
        if passive and subjects:
            return list(subjects)  # "*Paul Roy* a été condamné lundi à Lyon pour avoir tué sa femme"
        behind = [chunk for chunk in obliques if self.chunks[chunk].preposition > self.out[governor].head]
        told = next((chunk for chunk in behind if self.lemmas[self.chunks[chunk].preposition] in self.pack.control_prepositions), -1)
        if passive and told >= 0 and self.tags[self.chunks[told].head] == "E":
            return []  # "Il a été condamné *à Lyon* pour avoir tué": where
        return self.draft.coordinated(told) if told > (subjects[-1] if subjects else -1) else list(subjects)

    def _has_object_pronoun(self, governor: int) -> bool:
        """Whether the object of a verb is a pronoun in its group."""
        one = self.out[governor]
        pronouns = self.grammar.clauses.object_pronouns
        return not one.reflexive and any(self.tags[at] == "R" and self.lemmas[at] in pronouns for at in range(one.first, one.head))

    def _is_object_control(self, group: Group, governor: int, marker: int) -> bool:
        """Whether the subject of an infinitive or gerund is the object of the verb above it ("urged *them* to go", "accused *them* of going")."""
        verb = self.out[governor].lemma
        if group.form == "gerund":
            return verb in self.pack.gerund_control and self.lemmas[marker] in self.gerund_prepositions
        led = self.tags[marker] == "T" or self.lemmas[marker] in self.control_markers  # not "*sans* en désigner l'auteur"
        return led and verb in self.pack.object_control and not self.out[governor].reflexive  # "se sont mis en grève pour *réclamer*"

    def _is_absolute(self, chunk: int, before: int) -> bool:
        """Whether a noun phrase right before a gerund stands behind a preposition that makes it its subject."""
        phrase = self.chunks[chunk]
        return phrase.last == before + 1 and phrase.preposition >= 0 and self.lemmas[phrase.preposition] in self.grammar.clauses.absolute

    def _is_seen_person(self, chunk: int, before: int, governor: int) -> bool:
        """Whether people who are a verb's object stand right before a gerund: "arrested *a man* carrying a bomb"; not "attacked a bus killing ten"."""
        phrase = self.chunks[chunk]
        return governor >= 0 and phrase.last == before + 1 and chunk in self.fill[governor][1] and self.draft.is_people(chunk)

    def _document(self, chunk: int, before: int, lemma: str, governor: int) -> int:
        """What says what follows, right before a gerund of saying: "rejected *a letter* saying that …", "un *rapport* de l'ONG affirmant que …"; -1.

        Whoever publishes a letter says himself what it says.
        """
        if chunk < 0 or self.chunks[chunk].last != before + 1 or lemma not in self.pack.clause_verbs:
            return -1
        if governor >= 0 and self.out[governor].lemma in self.grammar.clauses.issuing and chunk in self.fill[governor][1] and not self.out[governor].passive:
            return -1
        for _ in range(3):
            if chunk < 0:
                break
            if any(known in self.pack.speech.documents for known in self.pack.nouns.lemmas(self.draft.norms[self.chunks[chunk].head])):
                return chunk
            chunk = self.chunks[chunk].behind if self.chunks[chunk].preposition >= 0 else -1
        return -1

    def _pair(self, chunk: int, before: int) -> list[int]:
        """Two noun phrases behind a comma with a gerund of their own right behind them: "…, *Kigali et Kinshasa* se rejetant la faute"."""
        first, second = self.chunks[chunk - 1], self.chunks[chunk]
        bare = chunk > 0 and second.last == before + 1 and first.preposition < 0 and second.preposition < 0
        joined = bare and self.tags[first.last : second.first] == "C" and self.tags[first.first - 1 : first.first] == ","
        leader = self.chunks[second.leader]
        apart = second.leader == chunk - 1 or leader.preposition >= 0  # "auprès *de l'ONU*, l'armée et les rebelles …"
        return [chunk - 1, chunk] if joined and apart else []
