"""The verbs and nouns of a text that evoke events, with what is bound to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from newsevents.events.conditions import Conditions
from newsevents.events.draft import REAL, SPEECH, Draft
from newsevents.events.noun_roles import NounRoles
from newsevents.events.noun_status import NounStatusReader
from newsevents.events.places import EventPlaces
from newsevents.events.roles import VerbRoles, is_of_occasion
from newsevents.events.sharing import Sharing
from newsevents.events.status import StatusReader
from newsevents.events.support import SupportFinder
from newsevents.events.times import EventTimes
from newsevents.events.unreal import UnrealFinder
from newsevents.lexicon.events import EventGroup, Exclusion

if TYPE_CHECKING:
    from datetime import date

    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.model import TimeExpression
    from newsevents.text.match import VerbHit

# Done with the word that says them: the progressive ("is calling on Egypt") makes them no ongoing events.
_PUNCTUAL: Final = SPEECH | {"DEATH", "JUSTICE", "RETREAT", "SANCTION", "TRANSITION"}
# States that a passive present tense tells: "130 municipalités *sont inondées*", "*est entendu* par le parquet".
_STATES: Final = frozenset({"ASSAULT", "COERCE", "DISASTER", "JUSTICE"})
# Said by protesting: "en grève *pour dénoncer* …" is done as soon as they strike.
_VOICED: Final = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "SUPPORT"})
# What ends them.
_ENDING: Final = frozenset({"CONCEDE", "DEATH", "RETREAT"})
_LASTING: Final = frozenset({"investigate"})
_LONGEST: Final = 5  # tokens between a verb group and the end of its expression that its span may take in


class TriggerFinder:
    """Finds the triggers of one text."""

    def __init__(self, scene: Scene, published: date | None = None) -> None:
        self.scene = scene
        self.published = published
        self.a = scene.a
        self.pack = scene.pack
        self.support = SupportFinder(scene)
        self.verb_roles = VerbRoles(scene)
        self.noun_roles = NounRoles(scene, self.support)
        self.conditions = Conditions(scene)
        self.status = StatusReader(scene)
        self.noun_status = NounStatusReader(scene, self.status, self.support)
        sharing = Sharing(scene, self.status, self.support)
        self.times = EventTimes(scene, self.status, sharing)
        self.places = EventPlaces(scene, sharing)
        self.unreal = UnrealFinder(scene)
        self.excluded = frozenset(self._excluded())
        self.within: dict[int, str] = {}  # tokens of verbal triggers and their type

    def find(self) -> list[Draft]:
        """All triggers in text order; the verbs' before the nouns', no two on one token."""
        drafts: list[Draft] = []
        for clause in range(len(self.a.clauses)):
            draft = self._verb(clause)
            if draft is not None:
                drafts.append(draft)
                self.within.update(dict.fromkeys(range(draft.first, draft.last), draft.type))
        self.noun_status.verbs.update((draft.clause, draft.type) for draft in drafts)
        reached = 0
        for at in self.pack.event_nouns.starts(self.a.norms):
            draft = self._noun(at) if at >= reached and self._may_be_noun(at) else None
            if draft is not None:
                drafts.append(draft)
                reached = draft.last
        drafts.sort(key=lambda one: (one.first, one.last))
        return drafts

    def _excluded(self) -> set[int]:
        """Tokens inside expressions that are no events ("break the record", "coup de théâtre")."""
        a = self.a
        verbs, nouns, phrases = self.pack.not_events
        found: set[int] = set()
        for clause, one in enumerate(a.clauses):
            for hit in self.scene.hits(verbs, clause):
                if self._is_whole(hit) if hit.size > 1 else hit.first == one.head:
                    found.update(range(hit.first, hit.last))
                    break
        for at in nouns.starts(a.norms):
            for end, _ in nouns.match(a.norms, at)[:1]:
                found.update(range(at, end))
        for at in phrases.starts(a.norms):
            match = phrases.match(a.norms, at)
            if match is not None:
                found.update(range(at, match[0]))
        return found

    def _is_whole(self, hit: VerbHit[Any]) -> bool:
        """Whether all words of an expression stand together: no "break in" in "broke off relations *in* 2016"."""
        last = hit.last - 1
        return hit.rest[-1] in (self.a.norms[last], self.a.lemmas[last], self.a.canonical[last])

    # -- verbs

    def _verb(self, clause: int) -> Draft | None:
        one = self.a.clauses[clause]
        if (
            one.head in self.excluded
            or self.a.chunk_of[one.head] >= 0
            or self._is_name_part(one.head)
            or self.unreal.is_depicted(one.governor)
            or self.unreal.is_rated(clause)
        ):
            return None
        within = self.within.get(one.head)
        if within is not None and (within not in SPEECH or one.form != "infinitive"):
            return None  # what one vows or threatens to do is an event of its own
        for hit in self.scene.hits(self.pack.event_verbs, clause):
            group = hit.value
            if not isinstance(group, EventGroup) or group.type == within:
                continue
            frame = self.pack.events.frame.get(group.frame)
            if frame is None or not self._reaches(clause, hit) or not self.conditions.of_verb(group, clause, hit):
                continue
            agents, recipients, things = self.verb_roles.bind(group, frame, clause, hit)
            if not self.conditions.needs(group, agents, recipients) or (group.type == "THREATEN" and self.scene.are_advisers(agents)):
                continue
            if one.negated and group.type == "REJECT" and self._may_come(clause):
                continue  # "n'*exclut* pas d'envoyer l'armée"
            kind = group.negated if group.negated and one.negated and not self.status.is_open(clause) else group.type
            first, last = self._extent(clause, hit)
            time = self.times.of_verb(clause, first, last)
            if kind in SPEECH and one.form == "finite" and one.tense in ("past", "present") and not one.modals and self._is_to_come(time):
                time = None  # "appelle à un rassemblement *mardi*": the day of what is asked for
            self.status.own_words(clause)
            status = self._verb_status(group, clause, hit, time, turned=kind != group.type)
            return Draft(
                group, kind, group.mode, first, last, one.head, clause, -1, agents, recipients, things,
                sentence=one.sentence,
                word=one.lemma,
                status=status,
                decided=self.status.words,
                spoken=one.pronoun >= 0 and self.a.norms[one.pronoun] in self.pack.grammar.pronouns.speaker,
                hearsay=one.tense == "conditional" and not self.status.is_modal(clause) and self.status.is_perfect(clause),
                time=time,
                place=self.places.of_verb(clause, first, last, kind, recipients),
                statement=self.scene.statement_at(one.head),
                rule=f"verb:{group.frame}",
            )  # fmt: skip
        return None

    def _may_come(self, clause: int) -> bool:
        """Whether a negated verb leaves open what it governs, and so says nothing of its own."""
        aspects = self.pack.aspects
        rows = [hit.value[0] for hit in self.scene.hits(aspects.infinitive_verbs, clause)]
        rows += [hit.value for hit in self.scene.hits(aspects.noun_verbs, clause)]
        return any(row.denied for row in rows)

    def _reaches(self, clause: int, hit: VerbHit[EventGroup]) -> bool:
        """Whether the preposition at the end of an expression is the verb's own, not that of another event: "spoke after a meeting *with* X"."""
        if hit.size < 2 or self._is_whole(hit):
            return True
        chunks = self.scene.preposition_chunks(clause, hit.rest[-1])
        return not chunks or not all(is_of_occasion(self.scene, chunk, hit) for chunk in chunks)

    def _is_name_part(self, at: int) -> bool:
        """Whether a capitalised form of a verb stands before a name inside a sentence ("*Die* Zeit", "*Visit* Britain")."""
        a = self.a
        if a.shapes[at] not in "CU" or at == a.sentences[a.sentence_of[at]][0]:
            return False
        return at + 1 < len(a.tags) and a.tags[at + 1] == "E"

    def _extent(self, clause: int, hit: VerbHit[EventGroup]) -> tuple[int, int]:
        """The tokens of a verbal trigger: the verb group with the fixed words of its expression, without a last preposition."""
        one = self.a.clauses[clause]
        tags = self.a.tags
        last = one.last if hit.gap != (0, 0) or hit.last > one.last + _LONGEST else max(hit.last, one.last)
        if last > one.last and tags[last - 1] in "PT+":
            last = max(one.last, last - 1)
        if last > one.last and self.a.chunk_of[last - 1] >= 0 and hit.size == 1:
            last = one.last
        if hit.size > 1 and last > one.last:  # "observe une *grève de la faim*"
            last = max([last, *(end for end, _ in self.pack.event_nouns.match(self.a.norms, last - 1)[:1])])
        first = next((at for at in range(one.first, one.last) if tags[at] in "VIGKX" or self.a.lemmas[at] in self.pack.grammar.verbs.reflexives), one.first)
        while first < one.head and tags[first] == "X":
            first += 1
        if "," in tags[first : one.head]:  # "a, mardi, *annoncé*"
            first = one.head
        return first, last

    def _verb_status(self, group: EventGroup, clause: int, hit: VerbHit[EventGroup], time: TimeExpression | None, *, turned: bool) -> str:
        if group.status:
            return group.status
        one = self.a.clauses[clause]
        if turned:  # "will never accept": refusing is done by saying so
            return "actual"
        status = self.status.of_clause(clause)
        if status == "planned" and group.type in _VOICED and one.form == "infinitive" and self._is_protest(one.governor):
            status = self.status.of_clause(one.governor)
        if status == "negated" and hit.size > 1 and "X" in self.a.tags[one.head + 1 : hit.last] and "X" not in self.a.tags[one.first : one.head]:
            status = "actual"  # "pleaded *not* guilty"
        if status == "actual" and one.form == "finite" and one.tense == "present" and not self.status.is_perfect(clause):
            return self._present(group, clause, hit.last, time)
        if status == "actual" and one.form == "participle" and one.passive and group.type in _STATES and self._still_holds(clause):
            return "ongoing"
        past = one.form == "finite" and not one.modals and (one.tense == "past" or self.status.is_perfect(clause))
        return status if past else self._dated(status, time)  # what is told in the past is no plan, whatever day is meant

    def _is_protest(self, clause: int) -> bool:
        """Whether a verb, alone or with its noun, tells a protest: "*ont manifesté* pour dénoncer …", "*observent une grève* afin de protester"."""
        if clause < 0:
            return False
        if any(hit.value.type == "PROTEST" for hit in self._groups(clause)[:1]):
            return True
        rows = (self.pack.event_nouns.match(self.a.norms, self.a.chunks[chunk].head) for chunk in self.a.clauses[clause].objects)
        return any(isinstance(group, EventGroup) and group.type == "PROTEST" for found in rows for _, groups in found for group in groups)

    def _present(self, group: EventGroup, clause: int, last: int, time: TimeExpression | None) -> str:
        """What the present tense says: it is done, goes on, or (with a date) is to come."""
        one = self.a.clauses[clause]
        aspects = self.pack.aspects
        progressive = aspects.progressive and "G" in self.a.tags[one.first : one.head + 1]  # "*are fighting*", "*are being* balloted"
        past_too = self._is_past_too(one.head)
        if time is not None and (progressive or (aspects.scheduled_present and not past_too)) and not one.passive and group.type not in SPEECH:
            return "planned"
        lasting = group.mode in _LASTING
        if progressive and (group.type not in _PUNCTUAL or lasting):
            return "ongoing"
        at_once = one.lemma in aspects.punctual and not self.times.lasts(clause)  # "sont jugés *depuis lundi*"
        if one.passive and (group.type in _STATES or lasting) and not at_once:
            return "ongoing"
        words = (lemma for at in range(one.head + 1, last) if self.a.tags[at] == "N" for lemma in self.pack.nouns.lemmas(self.a.norms[at]))
        since = group.type not in _PUNCTUAL and self.times.lasts(clause)
        if one.lemma in self.pack.grammar.verbs.copula or since or not aspects.durative.isdisjoint(words):
            return "ongoing"  # "is on strike", "discute depuis lundi", "are undergoing trial"
        return self._dated("actual", time)

    def _still_holds(self, clause: int) -> bool:
        """Whether what a participle tells with its beginning goes on: "*Assigné* à résidence *depuis mars*, X dénonce …"; not where X is freed."""
        one = self.a.clauses[clause]
        if not self.times.lasts(clause):
            return False
        about = set(one.subjects)
        for other in range(clause + 1, len(self.a.clauses)):
            verb = self.a.clauses[other]
            if verb.sentence != one.sentence:
                break
            if about.intersection(verb.subjects) and any(hit.value.type in _ENDING for hit in self._groups(other)):
                return False
        return True

    def _groups(self, clause: int) -> list[VerbHit[EventGroup]]:
        return [hit for hit in self.scene.hits(self.pack.event_verbs, clause) if isinstance(hit.value, EventGroup)]

    def _is_past_too(self, at: int) -> bool:
        """Whether a form is present and past alike ("air strikes *hit* the village")."""
        return any(reading.tense == "past" for reading in self.pack.look(self.a.norms[at])[1])

    def _dated(self, status: str, time: TimeExpression | None) -> str:
        """What happened cannot lie after the day of publication."""
        return "planned" if status in REAL and self._is_to_come(time) else status

    def _is_to_come(self, time: TimeExpression | None) -> bool:
        return self.published is not None and time is not None and time.earliest is not None and time.earliest > self.published

    # -- nouns

    def _may_be_noun(self, at: int) -> bool:
        a = self.a
        if a.chunk_of[at] < 0 or at in self.excluded or at in self.scene.in_time or self._is_in_body(at):
            return False
        return a.tags[at] in "NAGKI" or (a.tags[at] == "E" and a.shapes[at] == "C")

    def _is_in_body(self, at: int) -> bool:
        """Whether a noun stands inside the name of a body, not at its beginning: "la cour administrative d'*appel*"."""
        index = self.scene.index
        name = index.names.get(at)
        return name is not None and index.names.get(at - 1) == name and index.actors[name].kind == "organization"

    def _noun(self, at: int) -> Draft | None:
        a = self.a
        chunk = a.chunk_of[at]
        first = a.chunks[chunk].first
        clause = a.clause_of[at]
        if self.unreal.is_depicted(clause) or self.unreal.is_rated(clause) or self.unreal.is_general(chunk, a.chunks[chunk].head):
            return None
        points_back = a.tags[first] == "D" and a.norms[first] in self.pack.grammar.demonstratives
        pending: list[EventGroup] = []
        longest = head = 0
        for end, groups in self.pack.event_nouns.match(a.norms, at):
            head = self._noun_head(at, end, chunk)
            if head < 0 or "V" in a.tags[at:end]:  # "a *court orders* Telegram to …"
                continue
            named = head < end <= a.chunks[chunk].head  # a name behind it: "*Hurricane* Milton", not "the *ruling* Democratic Party"
            name = named or (a.shapes[at] in "CU" and self._is_name(at, end))
            for group in groups:
                if isinstance(group, Exclusion) or (name and not self._is_christened(group, at, end)) or not self._is_free(at, group):
                    continue
                draft = self._of_group(group, at, end, head, chunk)
                if draft is not None:
                    return draft
                if points_back and (not longest or end == longest) and self.conditions.of_noun(group, chunk, at, head, end, near=False):
                    longest = end
                    pending.append(group)
        if not pending:
            return None
        draft = self._draft(pending[0], at, longest, head, chunk, [], [], [])
        draft.pending = tuple(pending)
        return draft

    def _of_group(self, group: EventGroup, at: int, end: int, head: int, chunk: int) -> Draft | None:
        """The draft of a noun, if the conditions of a group hold."""
        frame = self.pack.events.frame.get(group.frame)
        if frame is None or not self.conditions.of_noun(group, chunk, at, head, end):
            return None
        agents, recipients, things = self.noun_roles.bind(group, frame, chunk, head, end)
        if not self.conditions.needs(group, agents, recipients):
            return None
        return self._draft(group, at, end, head, chunk, agents, recipients, things)

    def _draft(self, group: EventGroup, at: int, end: int, head: int, chunk: int, agents: list[Party], recipients: list[Party], things: list[Party]) -> Draft:
        a, grammar = self.a, self.pack.grammar
        phrase = a.chunks[chunk]
        determiner = a.norms[phrase.first] if a.tags[phrase.first] == "D" else ""
        ending = phrase.first - 1 if a.tags[phrase.first - 1] == "+" else phrase.preposition  # "lors *du* scrutin"
        contracted = not determiner and phrase.preposition >= 0 and a.norms[ending] in grammar.contracted
        time = self.times.of_noun(chunk, at, end, group.type)
        self.status.words = (at, end)
        status = group.status or self.noun_status.of_noun(chunk, head, end, group.type)
        decided = self.status.words
        if status == "actual" and group.type not in _PUNCTUAL and self._goes_on(chunk):
            status = "ongoing"
        return Draft(
            group, group.type, group.mode, at, end, head, a.clause_of[at], chunk, agents, recipients, things,
            sentence=phrase.sentence,
            word=self.pack.nouns.lemmas(a.norms[head])[-1],
            status="planned" if status in REAL and time is not None and self._is_scheduled(chunk) else self._dated(status, time),
            decided=decided,
            time=time,
            place=self.places.of_noun(chunk, at, end, group.type, recipients),
            statement=self.scene.statement_at(head),
            definite=determiner in grammar.clauses.definite or determiner in grammar.pronouns.possessives or contracted,
            demonstrative=determiner in grammar.demonstratives,
            indefinite=determiner in grammar.indefinite,
            rule=f"noun:{group.frame}",
        )  # fmt: skip

    def _goes_on(self, chunk: int) -> bool:
        """Whether the present tense tells since when a noun's event is on: "*tiennent* depuis samedi un sommet", "*touche* depuis dix jours la région"."""
        for clause in (*self.scene.object_of.get(chunk, ()), *self.scene.subject_of.get(chunk, ())):
            one = self.a.clauses[clause]
            held = one.form == "finite" and one.tense == "present" and not one.modals and not self.status.is_perfect(clause)
            held = held and not self.noun_status.tells_end(clause)  # "est terminée depuis mars"
            if held and self.times.lasts(clause) and self.scene.hits(self.pack.aspects.light, clause):
                return True
        return False

    def _is_scheduled(self, chunk: int) -> bool:
        """Whether a simple present with a date speaks of a noun ("the trial *opens* on Monday")."""
        if not self.pack.aspects.scheduled_present:
            return False
        for support in self.support.of(chunk):
            one = self.a.clauses[support.clause]
            if support.place == "subject" and one.form == "finite" and one.tense == "present" and not self.status.is_perfect(support.clause):
                return self.a.tags[one.head] == "V" and one.head == one.first and not self._is_past_too(one.head)
        return False

    def _is_name(self, at: int, end: int) -> bool:
        """Whether a capitalised word is (part of) a name, not the first word of a sentence or of a title."""
        if at in self.scene.index.names or at in self.scene.places:
            return True
        if end < len(self.a.tags) and self.a.tags[end] == "E" and self.a.chunk_of[end] == self.a.chunk_of[at]:
            return True
        opens = at == self.a.sentences[self.a.sentence_of[at]][0] or self.a.tags[at - 1] == "q"
        return end - at == 1 and not opens and self.a.tags[at] == "E"

    def _is_free(self, at: int, group: EventGroup) -> bool:
        """Whether a noun may be a trigger of its own: outside verbal expressions, or what one asks for ("demand the *resignation* of")."""
        within = self.within.get(at)
        return within is None or (within == "REQUEST" and group.type != within)

    def _is_christened(self, group: EventGroup, at: int, end: int) -> bool:
        """Whether a disaster has a name of its own behind its noun ("*Hurricane* Milton")."""
        return group.type == "DISASTER" and end < len(self.a.tags) and self.a.tags[end] == "E" and self.a.chunk_of[end] == self.a.chunk_of[at]

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
        if end - at > 1 and not a.tags[end : phrase.head + 1]:
            return last
        return last if set(a.tags[end : phrase.head + 1]) == {"E"} else -1  # a name behind it: "*Hurricane* Milton"
