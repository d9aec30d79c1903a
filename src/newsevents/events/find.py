"""What happened: the stage that turns triggers into typed events with participants, time, place and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents import ontology
from newsevents.events.draft import Draft
from newsevents.events.merge import merge
from newsevents.events.roles import RoleBinder
from newsevents.events.scene import Scene
from newsevents.events.status import StatusReader
from newsevents.lexicon.events import EventGroup, Exclusion
from newsevents.model import Event, EventMention, EventStatus, Participant, ParticipantRole, Span, offset_id
from newsevents.text.match import match_verb

if TYPE_CHECKING:
    from newsevents.events.scene import Party
    from newsevents.lexicon.pack import Pack
    from newsevents.model import Actor, Place, Statement, TimeExpression
    from newsevents.text.analysis import Analysis
    from newsevents.text.match import VerbHit


class EventFinder:
    """Finds the events of one text."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.pack = scene.pack
        self.roles = RoleBinder(scene)
        self.status = StatusReader(scene)
        self.drafts: list[Draft] = []
        self.blocked = self._blocked()

    def find(self) -> tuple[Event, ...]:
        """All events in text order."""
        for clause in range(len(self.a.clauses)):
            self._verb(clause)
        self._nouns()
        self._utterances()
        for draft in self.drafts:
            draft.word = self.a.lemmas[draft.head] if draft.chunk < 0 else self.pack.nouns.lemmas(self.a.norms[draft.head])[-1]
        self.drafts.sort(key=lambda draft: (draft.first, draft.last))
        return self._records(merge(self.drafts, self.pack))

    def _blocked(self) -> set[int]:
        """Tokens inside expressions that are no events ("break the record", "coup de théâtre")."""
        a = self.a
        verbs, nouns, phrases = self.pack.not_events
        blocked: set[int] = set()
        for clause in a.clauses:
            for hit in match_verb(verbs, a, clause, self.pack):
                if hit.size > 1 or hit.first == clause.head:
                    blocked.update(range(hit.first, hit.last))
                    break
        for at, norm in enumerate(a.norms):
            for end, _ in nouns.match(a.norms, at)[:1]:
                blocked.update(range(at, end))
            if norm in phrases:
                found = phrases.match(a.norms, at)
                if found is not None:
                    blocked.update(range(at, found[0]))
        return blocked

    # -- verbs

    def _verb(self, clause: int) -> None:
        one = self.a.clauses[clause]
        if one.head in self.blocked or self.a.chunk_of[one.head] >= 0:
            return
        for hit in match_verb(self.pack.event_verbs, self.a, one, self.pack):
            group = hit.value
            if not isinstance(group, EventGroup):
                continue
            frame = self.pack.events.frame.get(group.frame)
            if frame is None or not self._holds(group, clause, hit):
                continue
            agents, recipients, things = self.roles.of_verb(frame, clause, hit)
            if not self._has_needed(group, agents, recipients):
                continue
            last = one.last if hit.gap != (0, 0) or hit.last > one.last + 4 else max(hit.last, one.last)
            first = next((at for at in range(one.first, one.last) if self.a.tags[at] in "VIGKX"), one.first)
            while first < one.head and self.a.tags[first] == "X":
                first += 1
            if self.a.tags[last - 1] in "PT+" and last > one.last:
                last = max(one.last, last - 1)
            if last > one.last and self.a.chunk_of[last - 1] >= 0 and hit.size == 1:
                last = one.last
            self.drafts.append(
                Draft(
                    group, group.type, group.mode, first, last, one.head, clause, -1, agents, recipients, things,
                    status=group.status or self._verb_status(clause, group),
                    hearsay=one.tense == "conditional" and self.status.is_perfect(clause),
                    time=self._time(clause, first, last),
                    place=self._place(clause, first),
                    statement=self.scene.statement_at(first, last),
                )
            )  # fmt: skip
            return

    def _verb_status(self, clause: int, group: EventGroup) -> str:
        status = self.status.of_clause(clause)
        one = self.a.clauses[clause]
        if status == "actual" and one.form == "finite" and one.tense == "present" and self._is_durative(group, one.lemma, clause):
            return "ongoing"
        return status

    def _is_durative(self, group: EventGroup, lemma: str, clause: int) -> bool:
        """Whether a present tense says that something goes on: the progressive, and passives of states ("sont inondées")."""
        one = self.a.clauses[clause]
        progressive = self.a.tags[one.head] == "G"
        return progressive or (one.passive and group.type in ("DISASTER", "ASSAULT", "JUSTICE") and lemma != "")

    def _holds(self, group: EventGroup, clause: int, hit: VerbHit) -> bool:
        """Whether the conditions of a group hold for a verb."""
        scene = self.scene
        one = self.a.clauses[clause]
        if group.near or group.not_near:
            words = scene.words_near(one.sentence)
            if group.near and words.isdisjoint(group.near):
                return False
            if group.not_near and not words.isdisjoint(group.not_near):
                return False
        if group.object or group.not_object or group.object_kind:
            chunks = scene.object_chunks(clause, hit)
            lemmas: set[str] = set()
            kinds: set[str] = set()
            for chunk in chunks:
                lemmas |= scene.head_lemmas(chunk)
                kinds |= scene.kinds(chunk)
            for _, actor in scene.object_parties(clause, hit):
                if actor is not None:
                    kinds |= {str(scene.index.actors[actor].kind), "people"} if scene.index.actors[actor].kind == "person" else {str(scene.index.actors[actor].kind)}
            if group.object and lemmas.isdisjoint(group.object):
                return False
            if group.not_object and not lemmas.isdisjoint(group.not_object):
                return False
            if group.object_kind and kinds.isdisjoint(group.object_kind):
                return False
        if group.subject or group.not_subject or group.subject_kind:
            chunks = list(one.subjects) if not one.passive else [chunk for chunk in one.obliques if self._by(chunk)]
            lemmas = {lemma for chunk in chunks for lemma in scene.head_lemmas(chunk)}
            kinds = {kind for chunk in chunks for kind in scene.kinds(chunk)}
            for _, actor in scene.subject_parties(clause):
                if actor is not None:
                    kinds |= {str(scene.index.actors[actor].kind)} | ({"people"} if scene.index.actors[actor].kind == "person" else set())
            if group.subject and lemmas.isdisjoint(group.subject):
                return False
            if group.not_subject and not lemmas.isdisjoint(group.not_subject):
                return False
            if group.subject_kind and kinds.isdisjoint(group.subject_kind):
                return False
        if group.governs:
            forms = {self.a.clauses[child].form for child in scene.children.get(clause, ())}
            relations = {self.a.clauses[child].relation for child in scene.children.get(clause, ())}
            if not (("infinitive" in group.governs and "infinitive" in forms) or ("clause" in group.governs and relations & {"complement", "interrogative"})):
                return False
        return True

    def _by(self, chunk: int) -> bool:
        at = self.a.chunks[chunk].preposition
        return at >= 0 and self.a.lemmas[at] in self.pack.grammar.clauses.by

    @staticmethod
    def _has_needed(group: EventGroup, agents: list[Party], recipients: list[Party]) -> bool:
        if not group.needs:
            return True
        filled = {"agent": any(actor for _, actor in agents), "recipient": any(actor for _, actor in recipients)}
        return any(filled.get(role, False) for role in group.needs)

    # -- nouns

    def _nouns(self) -> None:
        a = self.a
        covered = {at for draft in self.drafts for at in range(draft.first, draft.last)}
        at = 0
        size = len(a.norms)
        while at < size:
            chunk = a.chunk_of[at]
            if chunk < 0 or a.tags[at] not in "NAGKI" and not (a.tags[at] == "E" and a.shapes[at] in "C") or at in covered or at in self.blocked or at in self.scene.in_time:
                at += 1
                continue
            end = self._noun(at, chunk)
            at = max(end, at + 1)

    def _noun(self, at: int, chunk: int) -> int:
        a = self.a
        phrase = a.chunks[chunk]
        for end, groups in self.pack.event_nouns.match(a.norms, at):
            head = self._noun_head(at, end, chunk)
            if head < 0:
                continue
            if a.tags[at] == "E" and (at in self.scene.index.names or at in self.scene.places or (end - at == 1 and not self._opens(at))):
                continue
            for group in groups:
                if isinstance(group, Exclusion):
                    continue
                frame = self.pack.events.frame.get(group.frame)
                if frame is None or not self._noun_holds(group, chunk, head):
                    continue
                agents, recipients = self.roles.of_noun(frame, chunk, head, end)
                if not self._has_needed(group, agents, recipients):
                    continue
                determiner = a.norms[phrase.first] if a.tags[phrase.first] == "D" else ""
                grammar = self.pack.grammar
                clause = a.clause_of[at]
                contracted = not determiner and phrase.preposition >= 0 and a.norms[phrase.preposition] in grammar.contracted
                self.drafts.append(
                    Draft(
                        group, group.type, group.mode, at, end, head, clause, chunk, agents, recipients, [],
                        status=group.status or self.status.of_noun(chunk, head),
                        time=self._noun_time(chunk, clause, at, end),
                        place=self._noun_place(chunk, clause, at),
                        statement=self.scene.statement_at(at, end),
                        definite=determiner in grammar.clauses.definite or contracted,
                        demonstrative=determiner in grammar.demonstratives,
                        indefinite=determiner in grammar.indefinite,
                        rule="noun",
                    )
                )  # fmt: skip
                return end
        return at + 1

    def _opens(self, at: int) -> bool:
        return at == self.a.sentences[self.a.sentence_of[at]][0] or self.a.tags[at - 1] == "q"

    def _noun_head(self, at: int, end: int, chunk: int) -> int:
        """The head token of a nominal trigger: it must be the head of its noun phrase, not a modifier in it ("*attack* dog")."""
        a = self.a
        phrase = a.chunks[chunk]
        if self.pack.grammar.clauses.postposed_adjectives:
            if at == phrase.head:
                return at
            between = a.tags[phrase.first : at]
            if not ("N" in between or "E" in between):
                return at
            # adjectives that the lexicon does not know are tagged as nouns: "nouvelle attaque"
            return at if phrase.head < at and "A" in self.pack.look(a.norms[phrase.head])[0] and a.tags[at] == "N" else -1
        last = min(end, phrase.last) - 1
        if last == phrase.head or phrase.head < end:
            return last
        rest = a.tags[end : phrase.head + 1]
        if end - at > 1 and not rest:
            return last
        return -1

    def _noun_holds(self, group: EventGroup, chunk: int, head: int) -> bool:
        scene = self.scene
        phrase = self.a.chunks[chunk]
        if group.near or group.not_near:
            words = scene.words_near(phrase.sentence)
            if group.near and words.isdisjoint(group.near):
                return False
            if group.not_near and not words.isdisjoint(group.not_near):
                return False
        if group.object or group.not_object or group.object_kind:
            chunks = [other for other in scene.behind.get(chunk, ()) if self.a.lemmas[self.a.chunks[other].preposition] in self.pack.grammar.clauses.genitive]
            lemmas = {lemma for other in chunks for lemma in scene.head_lemmas(other)}
            kinds = {kind for other in chunks for kind in scene.kinds(other)}
            if phrase.possessor >= 0:
                kinds |= scene.kinds(phrase.possessor)
                lemmas |= scene.head_lemmas(phrase.possessor)
            if not self.pack.grammar.clauses.postposed_adjectives:
                for at in range(phrase.first, head):
                    lemmas.update(self.pack.nouns.lemmas(self.a.norms[at]))
                    if at in scene.index.names:
                        kinds.add(str(scene.index.actors[scene.index.names[at]].kind))
            if group.object and lemmas.isdisjoint(group.object):
                return False
            if group.not_object and not lemmas.isdisjoint(group.not_object):
                return False
            if group.object_kind and kinds.isdisjoint(group.object_kind):
                return False
        if group.governs:
            following = phrase.last
            infinitive = following + 1 < len(self.a.tags) and self.a.tags[following] in "PT" and self.a.tags[following + 1] in "IRX"
            clause = following < len(self.a.tags) and self.a.tags[following] == "Q"
            if not (("infinitive" in group.governs and infinitive) or ("clause" in group.governs and clause)):
                return False
        if group.subject or group.subject_kind:
            return False
        return True

    # -- when and where

    def _time(self, clause: int, first: int, last: int) -> TimeExpression | None:
        """The date nearest to a trigger in its own clause."""
        best, distance = None, 10**9
        for token, time in self.scene.times.items():
            if str(time.kind) not in ("date", "time") or self.a.clause_of[token] != clause:
                continue
            chunk = self.a.chunk_of[token]
            if chunk >= 0 and self._belongs_to_noun(chunk):
                continue
            gap = min(abs(token - first), abs(token - last))
            if gap < distance:
                best, distance = time, gap
        return best

    def _belongs_to_noun(self, chunk: int) -> bool:
        """Whether a date is the complement of a noun that is an event itself ("le sommet *de mardi*")."""
        phrase = self.a.chunks[chunk]
        if phrase.behind < 0 or phrase.preposition < 0 or self.a.lemmas[phrase.preposition] not in self.pack.grammar.clauses.genitive:
            return False
        return bool(self.pack.event_nouns.match(self.a.norms, self.a.chunks[phrase.behind].head))

    def _place(self, clause: int, first: int) -> Place | None:
        """The place nearest to a trigger in its own clause, behind a preposition of place."""
        best, distance = None, 10**9
        one = self.a.clauses[clause]
        for token, place in self.scene.places.items():
            chunk = self.a.chunk_of[token]
            if chunk < 0 or (self.a.clause_of[token] != clause and chunk not in one.obliques) or not self._is_located(chunk):
                continue
            gap = abs(token - first)
            if gap < distance:
                best, distance = place, gap
        return best

    def _is_located(self, chunk: int) -> bool:
        phrase = self.a.chunks[chunk]
        if phrase.preposition < 0:
            return False
        lemma = self.a.lemmas[phrase.preposition]
        return lemma in self.pack.grammar.clauses.locative or lemma in self.pack.grammar.clauses.dative or lemma in self.pack.grammar.scene_prepositions

    def _noun_time(self, chunk: int, clause: int, first: int, last: int) -> TimeExpression | None:
        a = self.a
        phrase = a.chunks[chunk]
        inside = [self.scene.times[at] for at in range(phrase.first, phrase.last) if at in self.scene.times and str(self.scene.times[at].kind) in ("date", "time")]
        if inside:
            return inside[0]
        chain = [chunk, *self.scene.complements(chunk)]
        for other in chain[1:]:
            for at in range(a.chunks[other].first, a.chunks[other].last):
                if at in self.scene.times and str(self.scene.times[at].kind) in ("date", "time"):
                    return self.scene.times[at]
        following = phrase.last
        if following in self.scene.times and str(self.scene.times[following].kind) in ("date", "time"):
            return self.scene.times[following]
        support = self.roles._relative_support(chunk)
        if support >= 0:
            return self._time(support, first, last)
        if clause >= 0 and self._supported(chunk, clause):
            return self._time(clause, first, last)
        return None

    def _supported(self, chunk: int, clause: int) -> bool:
        """Whether a verb only lends its noun the grammar of a sentence ("une réunion *a eu lieu*")."""
        one = self.a.clauses[clause]
        if chunk not in (*one.subjects, *one.objects, *one.obliques):
            return False
        return any(True for _ in match_verb(self.pack.aspects.light, self.a, one, self.pack))

    def _noun_place(self, chunk: int, clause: int, first: int) -> Place | None:
        a = self.a
        for other in self.scene.complements(chunk):
            phrase = a.chunks[other]
            for at in range(phrase.first, phrase.last):
                if at in self.scene.places and self._is_located(other):
                    return self.scene.places[at]
        support = self.roles._relative_support(chunk)
        if support >= 0:
            return self._place(support, first)
        if clause >= 0 and self._supported(chunk, clause):
            return self._place(clause, first)
        return None

    # -- statements that are events

    def _utterances(self) -> None:
        """Warnings, accusations, demands, praise, refusals and promises: the statement is an event too."""
        by_cue: dict[int, Statement] = {}
        for statement in self.scene.statements:
            if statement.cue is not None:
                by_cue.setdefault(self.a.token_at(statement.cue.start), statement)
        for draft in self.drafts:
            if draft.chunk >= 0 or draft.clause < 0:
                continue
            one = self.a.clauses[draft.clause]
            said = next((by_cue[at] for at in range(one.first, one.last) if at in by_cue), None)
            if said is not None:
                draft.utterance = said.id
                if not draft.actors(draft.agents):
                    draft.agents = self._said_by(said, ParticipantRole.SPEAKER) or draft.agents
                if not draft.actors(draft.recipients):
                    draft.recipients = self._said_by(said, ParticipantRole.ADDRESSEE) or draft.recipients
        known = {draft.utterance for draft in self.drafts}
        for statement in self.scene.statements:
            if statement.cue is None or statement.id in known or statement.negated:
                continue
            act = ontology.act(statement.act)
            if act.event is None:
                continue
            first = self.a.token_at(statement.cue.start)
            last = self.a.token_at(statement.cue.end - 1) + 1
            clause = self.a.clause_of[first]
            if any(draft.first < last and first < draft.last for draft in self.drafts):
                continue
            group = EventGroup(type=act.event, frame="", mode=act.mode or "")
            self.drafts.append(
                Draft(
                    group, act.event, act.mode or "", first, last, last - 1, clause, -1,
                    self._said_by(statement, ParticipantRole.SPEAKER), self._said_by(statement, ParticipantRole.ADDRESSEE), [],
                    status=self.status.of_clause(clause) if clause >= 0 else "actual",
                    time=self._time(clause, first, last) if clause >= 0 else None,
                    place=self._place(clause, first) if clause >= 0 else None,
                    statement=self.scene.statement_at(first, last),
                    utterance=statement.id,
                    rule="utterance",
                )
            )  # fmt: skip

    def _said_by(self, statement: Statement, role: ParticipantRole) -> list[Party]:
        found: list[Party] = []
        for participant in statement.participants:
            if participant.role == role:
                first = self.a.token_at(participant.span.start)
                last = self.a.token_at(participant.span.end - 1) + 1
                found.append(((first, last), participant.actor_id))
        return found

    # -- records

    def _records(self, drafts: list[Draft]) -> tuple[Event, ...]:
        taken: set[str] = set()
        events = []
        for draft in drafts:
            mentions = sorted([draft, *draft.also], key=lambda one: (one.first, one.last))
            identity = offset_id("e", self.a.starts[mentions[0].first], taken)
            taken.add(identity)
            participants = [
                Participant(role=role, span=self._span(*place), actor_id=actor)
                for role, parties in ((ParticipantRole.AGENT, draft.agents), (ParticipantRole.RECIPIENT, draft.recipients), (ParticipantRole.OBJECT, draft.objects))
                for place, actor in parties
            ]
            events.append(
                Event(
                    id=identity,
                    type=draft.type,
                    scheme=ontology.scheme_of(draft.type),
                    mode=draft.mode or None,
                    contexts=draft.group.contexts,
                    trigger=self._span(draft.first, draft.last),
                    mentions=tuple(
                        EventMention(span=self._span(one.first, one.last), status=EventStatus(one.status), statement_id=one.statement, hearsay=one.hearsay) for one in mentions
                    ),
                    status=EventStatus(draft.status),
                    statement_id=draft.statement,
                    participants=tuple(participants),
                    time_id=draft.time.id if draft.time is not None else None,
                    place_id=draft.place.id if draft.place is not None else None,
                    utterance_id=draft.utterance,
                    rule=draft.rule,
                )
            )
        return tuple(events)

    def _span(self, first: int, last: int) -> Span:
        return Span.of(self.a.text, self.a.starts[first], self.a.ends[last - 1])


def find_events(
    analysis: Analysis, pack: Pack, actors: tuple[Actor, ...], places: tuple[Place, ...], times: tuple[TimeExpression, ...], statements: tuple[Statement, ...]
) -> tuple[Event, ...]:
    """The events of a text.

    Args:
        analysis: the text.
        pack: its language.
        actors: its actors.
        places: its places.
        times: its time expressions.
        statements: its statements.

    Returns:
        Events by their first mention, mentions of one event merged.
    """
    return EventFinder(Scene(analysis, pack, actors, places, times, statements)).find()
