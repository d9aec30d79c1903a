"""Statements that are events: warnings, accusations, demands, praise, refusals, promises, and promises of harm."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from newsevents import ontology
from newsevents.events.draft import Draft, actors_of
from newsevents.lexicon.events import EventGroup
from newsevents.model import ParticipantRole

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.events.triggers import TriggerFinder
    from newsevents.model import Statement

# A promise to do one of these is a threat; of COERCE only where someone is named whom it strikes ("vowed to ban plastic bags" is none).
_CONSENT: Final = "agree"
_JUDGING: Final = frozenset({"ACCUSE", "SUPPORT"})
_HOSTILE: Final = frozenset({"ASSAULT", "COERCE", "SANCTION"})
# What bodies that take no side warn of: "the agency warned that hospitals would run out of fuel".
_ARMED: Final = frozenset({"MIL", "REB", "SPY", "UAF", "SEP", "INS"})


class UtteranceReader:
    """Reads the events of speech in one text."""

    def __init__(self, triggers: TriggerFinder) -> None:
        self.triggers = triggers
        self.scene = triggers.scene
        self.a = triggers.a
        self.by_id = {statement.id: statement for statement in self.scene.statements}
        self.cues: dict[int, Statement] = {}
        for statement in self.scene.statements:
            if statement.cue is not None:
                for token in self._tokens(statement):
                    self.cues.setdefault(token, statement)

    def read(self, drafts: list[Draft]) -> list[Draft]:
        """Join triggers to the statements whose cue they are, and add the statements that are events without a trigger of their own."""
        known: set[str] = set()
        for draft in drafts:
            said = next((self.cues[at] for at in range(draft.first, draft.last) if at in self.cues), None)
            if said is not None:
                self._join(draft, said)
                known.add(said.id)
        taken = {at for draft in drafts for at in range(draft.first, draft.last)} | self.triggers.excluded
        found = list(drafts)
        for statement in self.scene.statements:
            if statement.cue is None or statement.id in known or statement.negated:
                continue
            uttered = self._of_statement(statement, taken)
            if uttered is not None:
                found.append(uttered)
        found.sort(key=lambda one: (one.first, one.last))
        for draft in found:
            if draft.type in ("AGREE", "THREATEN", "REQUEST"):
                self._aim(draft, found)
        return [draft for draft in found if not self._is_foreseen(draft, found)]

    def _is_foreseen(self, draft: Draft, drafts: list[Draft]) -> bool:
        """Whether a body only warns nobody in particular of what others do or suffer: "the United Nations warned that *hospitals would* close"."""
        if draft.type != "THREATEN" or draft.utterance is None or draft.is_noun or actors_of(draft.recipients):
            return False
        speakers = actors_of(draft.agents)
        if ontology.act(self.by_id[draft.utterance].act).name != "warn" or not speakers:
            return False
        actors = [self.scene.index.actors[actor] for actor in speakers]
        if any(actor.kind != "organization" or not _ARMED.isdisjoint(actor.sectors) for actor in actors):
            return False
        doers = {actor for one in self._content(draft, drafts) if one.type not in ("DEATH", "DISASTER") for actor in actors_of(one.agents)}
        subjects = [
            party
            for child in self.scene.children.get(draft.clause, ())
            if child > draft.clause and self.a.clauses[child].relation == "complement"
            for party in (*self.scene.surface_subject(child), *(owner for chunk in self.a.clauses[child].subjects for owner in self.scene.owner(chunk)))
        ]
        return doers.isdisjoint(speakers) and actors_of(subjects).isdisjoint(speakers)

    def _tokens(self, statement: Statement) -> range:
        if statement.cue is None:
            return range(0)
        return range(self.a.token_at(statement.cue.start), self.a.token_at(statement.cue.end - 1) + 1)

    def _join(self, draft: Draft, statement: Statement) -> None:
        draft.utterance = statement.id
        speakers = self._said(statement, ParticipantRole.SPEAKER)
        if not draft.group.status and (not actors_of(draft.agents) or (self._is_inverted(statement, speakers) and draft.group.frame != "reciprocal")):
            draft.agents = speakers or draft.agents
        if draft.agents == speakers and draft.group.frame != "reciprocal":
            # "« … », a dénoncé *le ministre*": the subject of a verb set in stands where an object would
            draft.recipients = [party for party in draft.recipients if party[1] is None or party[1] not in actors_of(speakers)]
        if not actors_of(draft.recipients):
            known = actors_of(draft.agents)
            draft.recipients = [party for party in self._said(statement, ParticipantRole.ADDRESSEE) if party[1] not in known] or draft.recipients

    def _is_inverted(self, statement: Statement, speakers: list[Party]) -> bool:
        """Whether those who speak stand behind their verb, and that behind what they say: "La France partira, a averti *son ministre*"."""
        cue = self._tokens(statement)
        behind = bool(actors_of(speakers)) and all(first >= cue.stop for (first, _), _ in speakers)
        return behind and self.a.token_at(statement.content[0].start) < cue.start

    def _of_statement(self, statement: Statement, taken: set[int]) -> Draft | None:
        act = ontology.act(statement.act)
        tokens = self._tokens(statement)
        if act.event is None or not taken.isdisjoint(tokens) or (act.event == "THREATEN" and self._is_observer(statement)):
            return None
        first, last = tokens.start, tokens.stop
        clause = self.a.clause_of[first]
        if clause >= 0 and any(hit.value.presupposes for hit in self.scene.hits(self.scene.pack.aspects.light, clause)):
            return None  # "a revendiqué l'attentat" owns up to it
        head = next((at for at in range(last - 1, first - 1, -1) if self.a.tags[at] in "VIGKN"), last - 1)
        speakers = self._said(statement, ParticipantRole.SPEAKER)
        return Draft(
            EventGroup(type=act.event, frame="", mode=act.mode or ""), act.event, act.mode or "", first, last, head, clause, -1,
            speakers, self._said(statement, ParticipantRole.ADDRESSEE) or self._reached(act.event, clause, speakers), [],
            sentence=self.a.sentence_of[first],
            word=self.a.lemmas[head],
            status=self.triggers.status.of_clause(clause) if clause >= 0 else "actual",
            decided=(first, last),
            time=self.triggers.times.of_verb(clause, first, last) if clause >= 0 else None,
            place=self.triggers.places.of_verb(clause, first, last, act.event, []) if clause >= 0 else None,
            statement=self.scene.statement_at(first),
            utterance=statement.id,
            rule=f"utterance:{statement.act}",
        )  # fmt: skip

    def _is_observer(self, statement: Statement) -> bool:
        """Whether only those speak who can but foresee harm: "*analysts* warn of a recession"."""
        observers = self.scene.pack.events.observers
        for participant in statement.participants:
            if participant.role == ParticipantRole.SPEAKER:
                chunk = self.a.chunk_of[self.a.token_at(participant.span.start)]
                if chunk >= 0 and not set(self.scene.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head])).isdisjoint(observers):
                    return True
        return False

    def _said(self, statement: Statement, role: ParticipantRole) -> list[Party]:
        found: list[Party] = []
        for participant in statement.participants:
            if participant.role == role:
                first = self.a.token_at(participant.span.start)
                last = self.a.token_at(participant.span.end - 1) + 1
                found.append(((first, last), participant.actor_id))
        return found

    def _reached(self, kind: str, clause: int, speakers: list[Party]) -> list[Party]:
        """Whom words reach that no addressee is told of.

        The one blamed or praised ("*Taxé* de laxisme par la droite, *le ministre* …"), or promised something ("promis une aide *aux commerçants*").
        """
        scene = self.scene
        if clause < 0:
            return []
        if kind == "AGREE":
            return [party for party in scene.indirect_parties(clause) if self.a.quoted[party[0][0]] < 0]
        if kind not in _JUDGING:
            return []
        found = scene.object_parties(clause)
        if not actors_of(found):
            found = [party for chunk in scene.object_chunks(clause) for party in scene.owner(chunk)]
        known = actors_of(speakers)
        return [party for party in found if party[1] is not None and party[1] not in known]

    # -- at whom

    def _aim(self, draft: Draft, drafts: list[Draft]) -> None:
        """Take type and recipient of an utterance from what is promised, threatened, demanded, refused or denounced."""
        inside = self._content(draft, drafts)
        speakers = actors_of(draft.agents)
        if draft.type == "AGREE":
            if draft.group.frame == _CONSENT:
                return  # what parties agree on among themselves is no promise: "agreed to suspend aid"
            harm = next((one for one in inside if self._is_hostile(one, speakers)), None)
            if harm is None:
                return
            draft.type, draft.mode = "THREATEN", ""
        if actors_of(draft.recipients):
            return
        if draft.type == "REQUEST" and draft.clause >= 0 and not draft.is_noun:
            draft.recipients = self._asked(draft, speakers) or draft.recipients
        if draft.type == "THREATEN":
            for one in inside:
                aimed = [party for party in one.recipients if party[1] is not None and party[1] not in speakers]
                if one.type in _HOSTILE and aimed:
                    draft.recipients = aimed
                    return
            draft.recipients = self._condition(draft, speakers) or draft.recipients

    def _asked(self, draft: Draft, speakers: set[str]) -> list[Party]:
        """Who is to do what is demanded: "demanded *that X* resign"."""
        for child in self.scene.children.get(draft.clause, ()):
            one = self.a.clauses[child]
            if child > draft.clause and one.form == "finite" and one.relation == "complement" and not one.passive:
                return [party for party in self.scene.surface_subject(child) if party[1] is not None and party[1] not in speakers]
        return []

    def _is_hostile(self, one: Draft, speakers: set[str]) -> bool:
        if one.type not in _HOSTILE or one.status == "negated":
            return False
        agents = actors_of(one.agents)
        if one.is_noun and not agents:
            return False  # "pledged to put a stop to *looting*"
        return (agents <= speakers) and (one.type != "COERCE" or bool(actors_of(one.recipients) - speakers))

    def _content(self, draft: Draft, drafts: list[Draft]) -> list[Draft]:
        """The triggers in what is said: in the statement's content, else in the clauses that the verb governs."""
        ranges: list[tuple[int, int]] = []
        statement = self.by_id.get(draft.utterance or "")
        if statement is not None:
            ranges = [(self.a.token_at(part.start), self.a.token_at(part.end - 1) + 1) for part in statement.content]
        elif draft.clause >= 0 and not draft.is_noun:
            ranges = [(self.a.clauses[child].begin, self.a.clauses[child].end) for child in self.scene.children.get(draft.clause, ()) if child > draft.clause]
        found = []
        for first, last in ranges:
            at = bisect_left(drafts, first, key=lambda one: one.first)
            while at < len(drafts) and drafts[at].first < last:
                if drafts[at] is not draft:
                    found.append(drafts[at])
                at += 1
        return found

    def _condition(self, draft: Draft, speakers: set[str]) -> list[Party]:
        """Whom a threat concerns that hangs on what he does: "vowed to go to war *if X* wins"."""
        if draft.clause < 0:
            return []
        waiting = [draft.clause]
        while waiting:
            for child in self.scene.children.get(waiting.pop(0), ()):
                one = self.a.clauses[child]
                row = self.triggers.status.conjunctions.get(one.marker) if one.marker >= 0 else None
                if one.relation == "adverbial" and row is not None and row.status == "hypothetical":
                    found = [party for party in self.scene.surface_subject(child) if party[1] is not None and party[1] not in speakers]
                    if found:
                        return found
                if one.relation in ("complement", "infinitive") and child > draft.clause:
                    waiting.append(child)
        return []
