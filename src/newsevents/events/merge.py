"""Mentions of one real-world event put together; never on a doubtful match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import REAL, SPEECH, actors_of

if TYPE_CHECKING:
    from newsevents.events.draft import Draft, Party
    from newsevents.events.scene import Scene
    from newsevents.model import Place, TimeExpression

_WINDOW: Final = 16  # events of a type that a mention is compared with: the latest ones; keeps the cost linear
_NEAR: Final = 3  # sentences over which a noun alone ("the attack") still points back
_BACKGROUND: Final = 10  # the same for what goes on in the background ("the war")
_SAME: Final = 6  # mentions of one sentence that are looked at
_LEAD: Final = 4  # sentences behind the headline in which its events are told again

_ALONE: Final = frozenset({"abduct", "sexual", "torture"})  # blows told for themselves, whoever struck before
_MANY: Final = 3  # dead or wounded from which on their number tells an event
_ROOT: Final = 5  # letters that a verb and its noun share ("démission", "démissionner"; "negotiate", "negotiations")
# Goes on: an inquiry is no act of speech.
_LASTING: Final = frozenset({"investigate"})
# Happens to one only once: two mentions with one of the struck are one event.
_ONCE: Final = frozenset({"DEATH"})
_DIRECT: Final = {"actual": 0, "ongoing": 0, "negated": 1, "planned": 2, "hypothetical": 3}  # what a text makes most certain first
# One may be the occasion of the other: "met *at the summit*", "won *in the election*".
_OCCASIONS: Final = frozenset({"CONSULT", "ELECTION"})
# The same, where the occasion is a noun: "struck down the law *in a ruling*", "hearings *in the trial*".
_SETTINGS: Final = _OCCASIONS | {"AID", "JUSTICE", "PROTEST"}
# What is done for a purpose of the same kind is one event: "called out the army *to guard* the stations".
_AIMED: Final = _OCCASIONS | {"AID", "COOPERATE", "MOBILIZE", "PROTEST"}
# Blows and their consequences: "the blast killed 12", "caused a crane to fall, killing 107".
_STRIKING: Final = frozenset({"ASSAULT", "DISASTER"})
_TAKEN: Final = frozenset({"abduct"})  # "killing 14 people and *abducting* 20": others are struck


class Merger:
    """Merges the mentions of one text.

    Two mentions are one event when type and mode agree, no participant, date, place or status stands against it, and something speaks
    for it: one word or root, a shared participant, a noun that points back ("cet appel", "the attack"), or that the one strikes by the other.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.nouns = scene.pack.nouns
        self._occasion = frozenset(scene.pack.events.during) - scene.pack.events.beside
        self.headlines = self._headlines()
        self.fatal = frozenset(verb for row in scene.pack.events.quantity for verb in row.subject_verbs if row.kind == "killed")

    def _headlines(self) -> int:
        """How many sentences at the beginning are headlines: lines without a full stop above a text."""
        a = self.a
        number = 0
        for number, (first, last) in enumerate(a.sentences):
            after = a.paragraphs[last] if last < len(a.paragraphs) else a.paragraphs[first]
            if after == a.paragraphs[first] or a.tags[last - 1] in ".q":
                return number
        return number

    def merge(self, drafts: list[Draft]) -> list[Draft]:
        """Events in text order of their first mention, the other mentions of each under ``also``.

        Args:
            drafts: mentions in text order.
        """
        events: list[Draft] = []
        latest: dict[str, list[Draft]] = {}
        for draft in drafts:
            if draft.pending and not self._settle(draft, latest):
                continue
            candidates = latest.setdefault(draft.type, [])
            match = self._best(candidates[-_WINDOW:], draft)
            if match is None:
                match = draft
                events.append(draft)
                candidates.append(draft)
            else:
                if self._is_known(match, draft):
                    draft.status = trigger_of(match).status
                _join(match, draft)
            match.roots |= self._roots(draft)
            match.latest = draft.sentence
        return events

    def _settle(self, draft: Draft, latest: dict[str, list[Draft]]) -> bool:
        """Whether a noun that points back has an event told before to point to; it is then of that type."""
        for group in draft.pending:
            draft.group, draft.type, draft.mode = group, group.type, group.mode
            if self._best(latest.get(group.type, [])[-_WINDOW:], draft) is not None:
                return True
        return False

    def _best(self, candidates: list[Draft], draft: Draft) -> Draft | None:
        best, points = None, 0
        for event in reversed(candidates):
            made = self._points(event, draft)
            if made > points:
                best, points = event, made
        return best

    def _points(self, event: Draft, draft: Draft) -> int:
        """How strongly two mentions speak for one event, 0 when they do not."""
        if draft.cause is not None or any(one.cause is draft for one in (event, *event.also[-_SAME:])):
            members = (event, *event.also[-_SAME:])
            return 6 if draft.cause in members or any(one.cause is draft for one in members) else 0
        if self._is_told_on(event, draft):
            return 5
        if event.mode and draft.mode and event.mode != draft.mode and not self._strikes(event, draft) and not self._aims(event, draft):
            return 0
        linked = self._strikes(event, draft) or self._one_clause(event, draft)
        if linked:
            return 5 if self._same_time(event, draft) else 0
        if draft.type in SPEECH and draft.mode not in _LASTING:
            return self._speech(event, draft)
        if not self._agree(event, draft) or self._apart(event, draft):
            return 0
        root = not event.roots.isdisjoint(self._roots(draft))
        here, there = _parties(draft), _parties(event)
        shared = self._same(here, there) or (self._is_retold(event, draft) and bool(here and there) and not self._are_alike(event, draft))
        if draft.type == "JUSTICE" and draft.is_noun and not root and not draft.demonstrative and (event.is_noun or "negated" in (event.status, draft.status)):
            return 0  # each stage of a case is its own: "le réquisitoire est attendu jeudi, *le jugement* en mai"
        if draft.type in _ONCE and (actors_of(draft.recipients) & actors_of(event.recipients)):
            return 5
        lasting = draft.type == "ELECTION" or draft.mode in _LASTING or draft.word in self.scene.pack.aspects.durative
        near = draft.sentence - event.latest <= (_BACKGROUND if lasting else _NEAR)
        alike = root or (near and draft.is_noun and event.is_noun and draft.group is event.group)
        if draft.type == "ELECTION" and root and near:
            return 3  # candidates are told one by one, and an election to come in general ("a free and fair election")
        if self._is_retold(event, draft) and (shared or ((not here or not there) and (root or self._is_kin(event, draft)))):
            return 2
        if draft.indefinite and draft.is_noun and not shared and not (alike and draft.sentence == event.latest):
            return 0  # "*des* émeutes ont éclaté": another one
        if alike and draft.is_noun and event.is_noun and not root and (shared or not here):
            return 1
        if draft.is_noun and not draft.indefinite:
            if draft.demonstrative:
                kindred = bool(draft.mode) and draft.mode == event.mode
                if draft.pending and draft.mode and not kindred:
                    return 0
                if root or (kindred and draft.sentence - event.latest <= _BACKGROUND):
                    return 4
                return 3 if near else 0
            if root and (shared or not here or not there):
                return 4
            if draft.definite and shared and (here <= there or draft.group is event.group):
                return 2
            if draft.definite and not here and near and self._may_mean(event, draft):
                return 1
        if root and shared:
            return 4
        if root and (not here or not there):
            return 2 if (draft.is_noun or event.is_noun) and near else 0
        if shared and (draft.is_noun != event.is_noun) and not draft.indefinite and (draft.type != "CONSULT" or self._whole(draft, event)):
            return 0 if self._is_series(event, draft) else 2
        return 0

    def _is_retold(self, event: Draft, draft: Draft) -> bool:
        """Whether the first lines of a text tell again what only its headline has told: "*strikes* kill 27" above "*airstrikes* killed 27 people"."""
        general = not event.mode or event.mode == draft.mode
        return general and event.latest < self.headlines <= draft.sentence < self.headlines + _LEAD

    def _are_alike(self, event: Draft, draft: Draft) -> bool:
        """Whether neither side of one event stands against that of the other."""
        agents = self._compatible(actors_of(event.agents), actors_of(draft.agents))
        return agents and self._compatible(actors_of(event.recipients), actors_of(draft.recipients))

    @staticmethod
    def _is_kin(event: Draft, draft: Draft) -> bool:
        """Whether one group has the words of both, or both are of one mode."""
        return draft.group is event.group or bool(draft.mode and draft.mode == event.mode)

    def _is_told_on(self, event: Draft, draft: Draft) -> bool:
        """Whether a text goes on about a blow or disaster: by its toll, by those who struck, or by what it says that it was."""
        if draft.type not in _STRIKING or event.status not in REAL or draft.sentence - event.latest > _BACKGROUND:
            return False
        near = draft.sentence - event.latest <= (_BACKGROUND if draft.is_noun and draft.group is event.group else _NEAR)
        if near and draft.status not in ("negated", "planned") and self._identifies(event, draft):
            draft.status = event.status  # "*il s'agirait* d'un attentat": what it was is not sure, that it was is
        if draft.status not in REAL or not self._agree(event, draft):
            return False
        one_noun = draft.is_noun or any(one.is_noun for one in (event, *event.also[-_SAME:])) or event.latest < self.headlines
        if one_noun and not _tolls(event).isdisjoint(_tolls(draft)):
            return True  # "31 *morts* dans un bombardement" and "31 personnes ont été *tuées*"
        return near and draft.mode not in _ALONE and (self._is_culprits(event, draft) or self._identifies(event, draft))

    def _is_culprits(self, event: Draft, draft: Draft) -> bool:
        """Whether those who struck in a blow told before do what a mention tells: "*les assaillants* ont ouvert le feu"."""
        if draft.is_noun or draft.time is not None or not actors_of(event.agents) <= actors_of(draft.agents):
            return False
        chunks = [self.a.chunks[self.a.chunk_of[place[0]]] for place, _ in draft.agents if self.a.chunk_of[place[0]] >= 0]
        known = (*self.scene.grammar.clauses.definite, *self.scene.grammar.demonstratives)
        if any("E" in self.a.tags[phrase.first : phrase.last] for phrase in chunks):
            return False
        told = {lemma for phrase in chunks if self.a.norms[phrase.first] in known for lemma in self.nouns.lemmas(self.a.norms[phrase.head])}
        return not self.scene.pack.events.culprits.isdisjoint(told)

    def _identifies(self, event: Draft, draft: Draft) -> bool:
        """Whether a noun says what an event told before was: "*il s'agirait* d'un attentat-suicide", "*it was* the third attack in a week"."""
        if not draft.is_noun or draft.sentence == event.latest or (draft.type == "DISASTER" and draft.group is not event.group):
            return False
        events = self.scene.pack.events
        for clause in (*self.scene.object_of.get(draft.chunk, ()), *self.scene.oblique_of.get(draft.chunk, ())):
            one = self.a.clauses[clause]
            phrase = self.a.chunks[one.subjects[0]] if one.subjects and one.pronoun < 0 else None
            subject = one.pronoun if phrase is None else phrase.first if phrase.last == phrase.first + 1 else -1
            if subject >= 0 and one.lemma in events.identifying and self.a.norms[subject] in events.pointing:
                return draft.chunk in one.objects or (one.reflexive and self.scene.is_genitive(draft.chunk))
        return False

    def _is_series(self, event: Draft, draft: Draft) -> bool:
        """Whether an event is several that no one counted, and a verb of another sentence tells one of them: "carried out *several attacks*"."""
        if not event.is_noun or event.definite or event.demonstrative or draft.sentence == event.latest:
            return False
        return len(self.nouns.lemmas(self.a.norms[event.head])) > 1

    def _may_mean(self, event: Draft, draft: Draft) -> bool:
        """Whether a noun may point back to an event that another word told."""
        generic = self.scene.pack.events.generic
        return draft.word in generic or draft.group is event.group or (event.is_noun and event.word in generic)

    def _speech(self, event: Draft, draft: Draft) -> int:
        """One speaker's act: the same act again, or another word for it in the same sentence."""
        speakers = actors_of(event.agents)
        if not speakers or speakers != actors_of(draft.agents) or not self._compatible(actors_of(event.recipients), actors_of(draft.recipients)):
            return 1 if self._points_back(event, draft) else 0
        if not self._same_time(event, draft) or (event.status in REAL) != (draft.status in REAL):
            return 0
        if not event.roots.isdisjoint(self._roots(draft)):
            return 3
        return 2 if event.latest == draft.sentence and draft.is_noun == event.is_noun else 0

    def _points_back(self, event: Draft, draft: Draft) -> bool:
        """Whether a noun without parties names an act told before ("cette demande", "the warning")."""
        if not draft.is_noun or _parties(draft) or not (draft.definite or draft.demonstrative):
            return False
        return draft.sentence - event.latest <= _NEAR and not event.roots.isdisjoint(self._roots(draft))

    def _agree(self, event: Draft, draft: Draft) -> bool:
        """Whether nothing stands against one event."""
        if draft.type == "CONSULT":
            here, there = _parties(draft), _parties(event)
            if here and there and not (here <= there or there <= here):
                return False
        elif draft.type != "ELECTION" and not self._are_alike(event, draft):
            agents = actors_of(event.agents) | actors_of(draft.agents)
            named = any(self.scene.index.actors[actor].kind != "group" for actor in agents)
            if named or not self._is_retold(event, draft) or not self._compatible(actors_of(event.recipients), actors_of(draft.recipients)):
                return False  # "*bandits* kill 14" above "*armed men* attacked a village"
        if not self._same_time(event, draft) or not _same_place(event.place, draft.place):
            return False
        if (event.status in REAL) == (draft.status in REAL):
            return "negated" not in (event.status, draft.status) or event.status == draft.status or event.status not in REAL
        return self._is_known(event, draft) or (draft.demonstrative and "negated" not in (event.status, draft.status))

    @staticmethod
    def _is_known(event: Draft, draft: Draft) -> bool:
        """Whether a noun names a meeting or vote told before, whose status is then its own: "confirmed *the trip*", the one to come."""
        statuses = {event.status, draft.status} == {"actual", "planned"}
        called = draft.type == "PROTEST" and event.status in REAL and draft.status == "planned"  # "on strike … The union *called the strike*"
        return draft.definite and draft.is_noun and ((draft.type in _OCCASIONS and statuses) or called)

    def _roots(self, draft: Draft) -> set[str]:
        """The beginnings of a trigger's words that its other mentions may share: its head, and the nouns of an expression."""
        words = {self.nouns.lemmas(self.a.norms[at])[-1] for at in range(draft.first, draft.last) if self.a.tags[at] == "N"}
        if not words or draft.is_noun or draft.word not in self.scene.pack.aspects.light:
            words.add(draft.word)
        if draft.is_noun:
            look = self.scene.pack.look
            words |= {reading.lemma for word in words for reading in look(word)[1] if reading.tense == "ger"}  # "the *killings*"
        return {word[:_ROOT] for word in words}

    def _same_time(self, event: Draft, draft: Draft) -> bool:
        return _overlap(event.time, draft.time)

    def _same(self, one: set[str], other: set[str]) -> bool:
        """Whether two sets share an actor, or one has the country and the other its head or office ("Zelensky", "l'Ukraine")."""
        if one & other:
            return True
        actors = self.scene.index.actors
        for here, there in ((one, other), (other, one)):
            countries = {actors[actor].country for actor in here if actors[actor].kind == "country"}
            if len(here) == len(there) == 1 and any(actors[actor].country in countries and actors[actor].kind != "country" for actor in there):
                return True
        return False

    def _compatible(self, one: set[str], other: set[str]) -> bool:
        return not one or not other or self._same(one, other)

    def _whole(self, draft: Draft, event: Draft) -> bool:
        """Whether the parties of one mention are all parties of the other."""
        here, there = _parties(draft), _parties(event)
        return here <= there or there <= here

    def _strikes(self, event: Draft, draft: Draft) -> bool:
        """Whether one mention is what the other does: "the *blast killed* 12", "*fall*, *killing* 107", "*killed* in an *attack*"."""
        if draft.type not in _STRIKING:
            return False
        return event.latest == draft.sentence and any(
            self._is_consequence(one, draft) for one in (event, *event.also[-_SAME:]) if one.sentence == draft.sentence
        )

    def _one_clause(self, event: Draft, draft: Draft) -> bool:
        """Whether one of two mentions is the other's object, complement or occasion.

        "signed *the agreement*", "la ratification *du traité*", "se sont rencontrés *lors d'un sommet*".
        """
        for one in (event, *event.also[-_SAME:]):
            inner, outer = (draft, one) if draft.is_noun else (one, draft)
            if one.sentence != draft.sentence or inner is outer:
                continue
            if not inner.is_noun:
                if self._aims(one, draft):
                    return True
                continue
            if not outer.is_noun and outer.clause >= 0 and (inner.chunk in self._things(outer.clause) or self._is_charge(inner, outer)):
                return True
            if draft.type == "ECONOMY" and not outer.is_noun and outer.clause in self.scene.subject_of.get(inner.chunk, ()):
                return True  # "*pre-tax profits rose* 18%"
            if outer.is_noun and inner.chunk in self.scene.genitives(outer.chunk):
                return True
            if outer.is_noun and draft.type in _SETTINGS and self._is_setting(inner.chunk, outer.chunk):
                return True
            grammar = self.scene.grammar
            preposition = self.scene.preposition(inner.chunk)
            arrives = draft.type == "CONSULT" and preposition in grammar.purpose and not outer.is_noun and outer.mode in ("", "visit")
            if arrives and outer.clause in self.scene.oblique_of.get(inner.chunk, ()):
                return True  # "est arrivé à Pékin *pour une visite*"
            if draft.type in _SETTINGS and preposition in self._occasion:
                clauses = self.scene.oblique_of.get(inner.chunk, ())
                if (outer.is_noun and any(clause in clauses for clause in self.scene.subject_of.get(outer.chunk, ()))) or (
                    not outer.is_noun and outer.clause in clauses
                ):
                    return True
        return False

    def _is_setting(self, inner: int, outer: int) -> bool:
        """Whether a noun tells in what the one before it takes place: "hearings *in the trial*"."""
        return inner in self.scene.behind.get(outer, ()) and self.scene.preposition(inner) in self.scene.pack.events.during

    def _is_charge(self, inner: Draft, outer: Draft) -> bool:
        """Whether a noun tells of what a verdict is: "was cleared *of all charges*"."""
        genitive = self.scene.preposition(inner.chunk) in self.scene.grammar.clauses.genitive
        return inner.type == "JUSTICE" and genitive and inner.chunk in self.a.clauses[outer.clause].obliques

    def _aims(self, one: Draft, draft: Draft) -> bool:
        """Whether a verb tells what another of its kind is for: "refused food *to protest* against the sentence"."""
        alike = draft.type in _AIMED or (draft.type == "COERCE" and draft.mode == one.mode)  # "*fired tear gas* to *disperse* the crowd"
        return alike and not one.is_noun and not draft.is_noun and self._is_purpose(one, draft)

    def _is_purpose(self, one: Draft, draft: Draft) -> bool:
        """Whether a verb tells what the other is for: "convened *to discuss* the crisis"."""
        if draft.clause < 0 or one.clause < 0:
            return False
        clause = self.a.clauses[draft.clause]
        doers = actors_of(one.agents) | (actors_of(one.recipients) if one.type == "MOBILIZE" else set())
        return clause.form == "infinitive" and clause.governor == one.clause and actors_of(draft.agents) <= doers

    def _apart(self, event: Draft, draft: Draft) -> bool:
        """Whether a mention stands beside the other in one clause: "cette attaque survient un an *après l'attentat* de Paris"."""
        if not draft.is_noun or draft.sentence != event.latest or not event.is_noun or self._strikes(event, draft):
            return False
        if event.roots.isdisjoint(self._roots(draft)) and self.a.chunks[draft.chunk].leader == self.a.chunks[event.chunk].leader != draft.chunk:
            return True  # "la suppression de 430 emplois et *la fermeture* du site"
        preposition = self.scene.preposition(draft.chunk)
        grammar = self.scene.grammar
        if not preposition or preposition in (*self.scene.pack.events.during, *grammar.clauses.genitive):
            return False
        subjects = {chunk for clause in self.scene.oblique_of.get(draft.chunk, ()) for chunk in self.a.clauses[clause].subjects}
        return event.chunk in subjects or any(one.chunk in subjects for one in event.also[-_SAME:])

    def _things(self, clause: int) -> tuple[int, ...]:
        one = self.a.clauses[clause]
        return one.subjects if one.passive else one.objects

    def _is_consequence(self, one: Draft, other: Draft) -> bool:
        first, second = (one, other) if one.first <= other.first else (other, one)
        clauses = self.a.clauses
        if not second.is_noun and second.clause >= 0:
            clause = clauses[second.clause]
            if first.is_noun and clause.relation == "relative" and self._is_set_in(first.chunk, clause.marker):
                return not second.mode or second.mode == first.mode  # "the *attack* in which militants *killed* 1,200 people"
            if first.is_noun:  # "the *blast killed* 12", "in the *strike*, two soldiers *were killed*"
                subject = second.clause in self.scene.subject_of.get(first.chunk, ())
                inside = first.chunk in clause.obliques and self.scene.preposition(first.chunk) not in self.scene.grammar.purpose
                return inside if clause.passive else subject
            if first.clause >= 0 and clause.relation == "coordinated" and clause.passive and clauses[first.clause].passive and clause.subjects:
                return second.clause == first.clause + 1 and "M" in self.a.tags[self.a.chunks[clause.subjects[0]].first : second.first]
            suffered = first.clause >= 0 and (clauses[first.clause].passive or first.word in self.fatal)
            if suffered and clause.relation == "adverbial" and clause.governor == first.clause:
                return not first.mode and first.status == second.status  # "were killed *when jihadists attacked*", "drowned *when* the boat *sank*"
            if clause.marker >= 0 and self.a.lemmas[clause.marker] in self.scene.pack.events.successive:
                return False  # "opened fire, before *being shot* dead"
            taken = second.mode in _TAKEN and second.mode != first.mode
            return clause.form == "gerund" and first.clause >= 0 and not taken and self._hangs_on(second.clause, first.clause)
        if not first.is_noun and second.is_noun and first.clause >= 0:
            clause = clauses[first.clause]
            shared = clauses[first.clause + 1] if first.clause + 1 < len(clauses) else clause  # "ont été tuées et vingt autres blessées *dans des frappes*"
            together = shared.relation == "coordinated" and shared.sentence == clause.sentence and shared.passive and clause.passive
            obliques = (*clause.obliques, *shared.obliques) if together else clause.obliques
            above = clauses[clause.governor] if clause.form == "infinitive" and clause.governor >= 0 else None
            if above is not None and above.lemma in self.scene.pack.reporting_verbs and second.first > clause.last:
                obliques = (*obliques, *above.obliques)  # "annonce avoir tué X, un chef, *dans une frappe*"
            inside = second.chunk in obliques and (clause.passive or self._is_manner(second))
            return inside and self.scene.preposition(second.chunk) not in self.scene.grammar.purpose
        return False

    def _is_set_in(self, noun: int, marker: int) -> bool:
        """Whether a relative clause tells what was done in an event: "an attack *in which* …", "l'attaque *où* …"."""
        scene = self.scene
        inside = self.a.tags[marker - 1] == "P" and self.a.lemmas[marker - 1] in scene.pack.events.during
        return (inside or self.a.norms[marker] in scene.pack.events.places_where) and scene.noun_before(marker) == noun

    def _is_manner(self, noun: Draft) -> bool:
        """Whether a noun tells how a blow was dealt: "killed 12 people *in an ambush*"; not "killed 12 people in the war"."""
        plain = noun.word not in self.scene.pack.aspects.durative and not noun.definite
        return plain and self.scene.preposition(noun.chunk) in self.scene.pack.events.during

    def _hangs_on(self, clause: int, other: int) -> bool:
        """Whether a gerund hangs on a clause, or both on one."""
        governor = self.a.clauses[clause].governor
        if governor == other:
            return True
        above = self.a.clauses[other].governor
        return governor >= 0 and (above == governor or self.a.clauses[governor].governor == other)


def _tolls(draft: Draft) -> set[tuple[str, int]]:
    """The tolls of an event, by kind and number; one or two might be anybody."""
    return {
        (str(quantity.kind), int(quantity.minimum))
        for quantity in draft.quantities
        if quantity.minimum is not None and quantity.minimum >= _MANY and quantity.maximum in (None, quantity.minimum)
    }


def _parties(draft: Draft) -> set[str]:
    return actors_of(draft.agents) | actors_of(draft.recipients)


def _overlap(one: TimeExpression | None, other: TimeExpression | None) -> bool:
    if one is None or other is None or one.value == other.value:
        return True
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return one.earliest <= other.latest and other.earliest <= one.latest


def _same_place(one: Place | None, other: Place | None) -> bool:
    """Whether two places can be one: the same, or one in the country or region that is the other."""
    if one is None or other is None or one.id == other.id:
        return True
    if "country" in (str(one.kind), str(other.kind)):
        return one.country == other.country
    return one.kind != other.kind and (one.country is None or other.country is None or one.country == other.country)


def _join(event: Draft, draft: Draft) -> None:
    """Add a mention to an event, and what it tells that the event lacks."""
    known = _parties(event)
    if event.type == "CONSULT" and draft.agents and actors_of(event.agents) < actors_of(draft.agents):
        event.agents = draft.agents
    event.agents = _filled(event.agents, [] if draft.spoken else draft.agents, known)
    event.recipients = _filled(event.recipients, draft.recipients, known)
    event.time = event.time or draft.time
    event.place = event.place or draft.place
    event.mode = event.mode or draft.mode
    event.quantities += draft.quantities
    event.also.append(draft)


def _filled(parties: list[Party], others: list[Party], known: set[str]) -> list[Party]:
    if actors_of(parties):
        return parties
    named = [party for party in others if party[1] is not None and party[1] not in known]
    return named or parties or [party for party in others if party[1] is None]


def trigger_of(draft: Draft) -> Draft:
    """The most direct mention of an event: the first of those that make it most real; a cancellation outdoes a plan.

    Args:
        draft: the event.
    """
    return min((draft, *draft.also), key=lambda one: (_DIRECT[one.status], one.first))
