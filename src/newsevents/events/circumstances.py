"""When and where: from a trigger's own clause or phrase, and from the clause whose adverbials it shares; never from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import REAL, SPEECH
from newsevents.model import Modifier, TimeKind

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.events.status import StatusReader
    from newsevents.events.support import SupportFinder
    from newsevents.model import Place, TimeExpression

# A date behind "since", "until", "before" or "after" bounds a time and is not that of the event.
_BOUNDS: Final = frozenset({Modifier.SINCE, Modifier.UNTIL, Modifier.BEFORE, Modifier.AFTER})
# What goes to someone: a country behind "to" is the one, not the place.
_DIRECTED: Final = SPEECH | {"AID", "COOPERATE", "CONCEDE", "SANCTION"}
# What strikes: the subject's place and time are those of what it does.
_PHYSICAL: Final = frozenset({"ASSAULT", "DEATH", "DISASTER", "PROTEST"})
# What lasts no longer than a day or two, so that what is done at it is done on its day.
_OCCASIONS: Final = frozenset({"CONSULT", "ELECTION", "PROTEST"})
_INSIDE: Final = 1000  # tokens by which a date between subject and verb stands behind any other of the clause
_DEPTH: Final = 4
_BACK: Final = 8  # clauses looked at for the one that a coordinated clause goes on from


class Circumstances:
    """Binds times and places in one text."""

    def __init__(self, scene: Scene, status: StatusReader, support: SupportFinder) -> None:
        self.scene = scene
        self.status = status
        self.support = support
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.grammar.clauses
        self._times: dict[int, list[tuple[int, TimeExpression]]] = {}
        self._since = {self.a.clause_of[token] for token, time in scene.times.items() if time.modifier is Modifier.SINCE}
        temporal = frozenset(self.clauses.temporal)
        begins = [self.a.behind_dateline(number, temporal) for number in range(len(self.a.sentences))]  # "BERLIN, *3 juin* (AFP) – …"
        for token, time in scene.times.items():
            if time.kind in (TimeKind.DATE, TimeKind.TIME) and time.modifier not in _BOUNDS and token >= begins[self.a.sentence_of[token]]:
                self._times.setdefault(self._told_by(self.a.clause_of[token]), []).append((token, time))
        chunks = self.a.chunks
        self._owners = {chunks[chunk].possessor for chunk in {self.a.chunk_of[token] for token in scene.located} if chunk >= 0}
        self._places: dict[int, list[tuple[int, Place]]] = {}
        for token, place in scene.located.items():
            chunk = self.a.chunk_of[token]
            if chunk >= 0 and (token == 0 or scene.located.get(token - 1) is not place or self.a.chunk_of[token - 1] != chunk):
                self._places.setdefault(self._clause_of_chunk(chunk, token), []).append((token, place))

    def _clause_of_chunk(self, chunk: int, token: int) -> int:
        clauses = self.scene.oblique_of.get(chunk)
        return self._told_by(clauses[0] if clauses else self.a.clause_of[token])

    def _told_by(self, clause: int) -> int:
        """The clause that a stretch tells of: the one behind or before where its own verb is part of a date ("*Il y a* deux mois, à Lyon, un …")."""
        if clause < 0 or self.a.clauses[clause].head not in self.scene.in_time:
            return clause
        sentence = self.a.clauses[clause].sentence
        near = (other for other in (clause + 1, clause - 1) if 0 <= other < len(self.a.clauses) and self.a.clauses[other].sentence == sentence)
        return next(near, clause)

    # -- verbs

    def lasts(self, clause: int) -> bool:
        """Whether a date tells since when a clause holds."""
        return clause in self._since

    def time_of_verb(self, clause: int, first: int, last: int) -> TimeExpression | None:
        """The date of what a verb says."""
        for _ in range(_DEPTH):
            found = self._own_time(clause, first, last) or self._day_beside(clause)
            if found is not None:
                return found
            clause = self._shared_with(clause, real=True)
            if clause < 0:
                return None
        return None

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
                return self.pack.event_nouns.has(self.a.norms[self.a.chunks[above].head])
            above = self.a.chunks[above].behind
        return False

    def _shared_with(self, clause: int, *, real: bool) -> int:
        """The clause whose adverbials one shares, -1: gerunds, infinitives, coordinated verbs, "where" clauses.

        Args:
            clause: the clause.
            real: whether an infinitive must have happened: what is planned has a place in common, not the time of the planning.
        """
        one = self.a.clauses[clause]
        if one.marker >= 0 and self.a.lemmas[one.marker] in self.pack.events.places_where:
            return one.governor if self._antecedent_place(clause) is not None else -1
        if self._is_anterior(clause):
            return -1
        if one.form == "gerund":
            return one.governor
        if one.form == "infinitive" and one.governor >= 0:
            above = self.a.clauses[one.governor]
            status, governing = self.status.of_clause(clause), self.status.of_clause(one.governor)
            together = (status in REAL and governing in REAL) or (status == governing and not real)
            return one.governor if together and above.lemma not in self.pack.reporting_verbs else -1
        before = self._goes_on_from(clause)
        return before if before >= 0 else self._gathered(clause)

    def _gathered(self, clause: int) -> int:
        """The participle before a clause that tells where and when it lies, -1: "*Réunis* mardi à Luxembourg, les ministres ont adopté"."""
        one = self.a.clauses[clause]
        before = self.a.clauses[clause - 1] if clause > 0 else one
        fronted = before.sentence == one.sentence and before.form in ("gerund", "participle") and before.governor < 0 and before.marker < 0
        return clause - 1 if fronted and one.relation == "root" and before.lemma in self.pack.events.gathering else -1

    def _is_anterior(self, clause: int) -> bool:
        """Whether a gerund or infinitive tells what came before or after: "after *rejecting* an offer", "jailed for *killing*", "pour *avoir tué*"."""
        one = self.a.clauses[clause]
        if one.marker < 0 or one.form not in ("gerund", "infinitive"):
            return False
        marker = self.a.lemmas[one.marker]
        if one.form == "gerund":
            return marker not in self.pack.events.manner
        return marker in self.pack.events.successive or one.tense == "past"

    def _goes_on_from(self, clause: int) -> int:
        """The clause before, of which a coordinated one shares the subject."""
        one = self.a.clauses[clause]
        if one.relation != "coordinated":
            return -1
        for before in range(clause - 1, max(-1, clause - 1 - _BACK), -1):
            other = self.a.clauses[before]
            if other.sentence != one.sentence:
                return -1
            if other.governor == one.governor and other.form == one.form:
                same = (other.subjects == one.subjects and one.subjects) or (one.pronoun >= 0 and one.pronoun == other.pronoun)
                return before if same else -1
        return -1

    def place_of_verb(self, clause: int, first: int, last: int, kind: str, parties: list[Party]) -> Place | None:
        """The place of what a verb says.

        Args:
            clause: its clause.
            first: its first token.
            last: the token behind it.
            kind: the event's type.
            parties: its recipients: to whom something is given is not where.
        """
        for _ in range(_DEPTH):
            found = self._own_place(clause, first, last, kind, parties)
            if found is not None:
                return found
            clause = self._shared_with(clause, real=False)
            if clause < 0:
                return None
        return None

    def _own_place(self, clause: int, first: int, last: int, kind: str, parties: list[Party]) -> Place | None:
        """Behind the verb before in front of it, the first of a chain ("at the airport in Cotonou"); then the place of a "where"."""
        one = self.a.clauses[clause]
        behind: list[tuple[int, Place]] = []
        before: list[tuple[int, Place]] = []
        own = max(self.a.chunk_of[first], self.a.chunk_of[last - 1])  # "*hold talks* in Doha"
        for token, place in self._places.get(clause, ()):
            chunk = self.a.chunk_of[token]
            if chunk in self._owners or self._is_origin(chunk, clause, before=token < first):
                continue  # "*Mecca's* Grand Mosque"
            if (
                self._is_located(chunk, one.lemma)
                and not self._is_of_another(chunk, own, kind=kind, verb=one.first)
                and not self._is_given(chunk, kind, parties)
            ):
                (behind if token > first else before).append((token, place))
        if behind or before:
            return min(behind or before, key=lambda item: item[0])[1]
        found = self._antecedent_place(clause)
        if found is not None:
            return found
        settings = (*self.pack.events.during, *self.clauses.locative)
        for chunk in one.obliques:
            if self.scene.preposition(chunk) not in settings:
                continue  # "a été limogé deux jours *après* une attaque survenue à Gao"
            for other in self.scene.clauses_about(chunk):
                places = [(token, place) for token, place in self._places.get(other, ()) if self._is_located(self.a.chunk_of[token], "")]
                if places:
                    return min(places, key=lambda item: item[0])[1]
        return None

    def _is_of_another(self, chunk: int, own: int, *, kind: str, verb: int = -1) -> bool:
        """Whether a place belongs to another event: "condemned the attack *in Paris*", "soutien pour des frappes *en Russie*".

        Args:
            chunk: the place's noun phrase.
            own: that of a nominal trigger.
            kind: the event's type.
            verb: first token of a verb, before which an event is its setting ("*En visite* à Beyrouth, X a rencontré").
        """
        phrase = self.a.chunks[chunk]
        if kind in SPEECH and phrase.behind >= 0 and phrase.first > verb >= 0:
            dated = self.a.chunks[phrase.behind].head in self.scene.in_time
            return phrase.behind not in self.scene.places and not dated  # "a conclu *mardi soir* à Metz un accord"
        above = phrase.behind
        for _ in range(_BACK):
            if above < 0 or above == own:
                return False
            one = self.a.chunks[above]
            if one.head in self.scene.in_time:
                return False  # "arrested on suspicion of murder *on Monday* at a house in Leeds": behind its date all is the verb's
            if "M" in self.a.tags[one.first : one.last]:
                return False  # "left *ten dead* in Kabul": those struck are no other event
            preposition = self.scene.preposition(above)
            fatal = one.last - one.first == 1 and preposition in self.clauses.dative and self.a.norms[one.head] in self.pack.quantities.nouns
            if self.pack.event_nouns.has(self.a.norms[one.head]) and not fatal:  # "beaten *to death* in a jail in Joliet"
                return preposition not in self.pack.events.during and not (one.head < verb and preposition in self.clauses.locative)
            above = one.behind
        return False

    def _is_origin(self, chunk: int, clause: int, *, before: bool) -> bool:
        """Whether a place only tells where a person is from: "Thomas Sam, *from Sydney*, is on trial", "arrested a man *from Bolton*"."""
        above = self.a.chunks[chunk].behind
        scene = self.scene
        origin = scene.preposition(chunk) in self.pack.roles.origins
        if origin and any(scene.is_people(one) for one in ((above,) if above >= 0 else self.a.clauses[clause].subjects)):
            return before or above >= 0  # "another man, *from Bolton*, was charged"
        if not before:
            return False
        found = scene.index.of_chunk(above) if above >= 0 else []
        if above < 0 and origin:  # "Thomas Sam, 42, *from Sydney*, is on trial"
            found = [party[1] for party in scene.surface_subject(clause) if party[1]]
        return any(scene.index.actors[actor].kind == "person" for actor in found)

    def _is_given(self, chunk: int, kind: str, parties: list[Party]) -> bool:
        """Whether a place is the one that is given to or spoken to: "missiles *to Ukraine*"."""
        phrase = self.a.chunks[chunk]
        if kind not in _DIRECTED or self.scene.preposition(chunk) not in self.clauses.dative:
            return False
        return any(place[0] < phrase.last and phrase.first < place[1] for place, actor in parties if actor is not None)

    def _antecedent_place(self, clause: int) -> Place | None:
        """The place that a "where" stands for."""
        marker = self.a.clauses[clause].marker
        if marker < 1 or self.a.lemmas[marker] not in self.pack.events.places_where:
            return None
        at = marker - 1
        while at > 0 and self.a.tags[at] in ",P+":
            at -= 1
        return self.scene.located.get(at)

    def _is_located(self, chunk: int, lemma: str) -> bool:
        """Whether a noun phrase says where: behind a preposition of place, or as what a verb of moving takes ("quitter Paris")."""
        preposition = self.scene.preposition(chunk)
        grammar = self.scene.grammar
        if preposition in self.clauses.genitive:
            above = self.a.chunks[chunk].behind
            if above >= 0 and self.scene.is_genitive(above) and self._is_called(above):
                return self._is_located(self.a.chunks[above].behind, lemma)
            if self._is_part(above, chunk):
                return self._is_located(above, lemma)
        if not preposition:
            return lemma in grammar.place_verbs and chunk in self.scene.object_of
        return preposition in self.clauses.locative or preposition in self.clauses.dative or preposition in grammar.scene_prepositions

    def _is_part(self, chunk: int, whole: int) -> bool:
        """Whether a noun phrase names a part of the place behind it, or a spot in it: "dans *le nord* du Mali", "devant *un lycée* de Lyon"."""
        if chunk < 0:
            return False
        lemmas = self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head])
        if any(lemma in self.pack.events.place_parts for lemma in lemmas):
            return True
        place = self.scene.located.get(self.a.chunks[whole].head)
        spot = place is not None and place.kind != "country"  # "devant *l'ambassade* de France"
        return spot and any(self._is_site(lemma) for lemma in lemmas)

    def _is_called(self, chunk: int) -> bool:
        """Whether a noun phrase ends the name of a sort of building: "une boîte *de nuit* de Grenoble"."""
        phrase = self.a.chunks[chunk]
        if phrase.behind < 0:
            return False
        hit = self.pack.roles.facilities.match(self.a.norms, self.a.chunks[phrase.behind].head)
        return hit is not None and hit[0] > phrase.head

    def _is_site(self, lemma: str) -> bool:
        """Whether a noun is one for places made by people: "school", "immeuble"."""
        return self.pack.roles.facilities.match([lemma], 0) is not None

    # -- nouns

    def time_of_noun(self, chunk: int, first: int, last: int, kind: str) -> TimeExpression | None:
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
        for other in scene.complements(chunk):
            if self._is_of_another(other, chunk, kind=""):
                break
            for token in range(a.chunks[other].first, a.chunks[other].last):
                if self._is_date(token):
                    return scene.times[token]
        found = self._date_behind(chunk)
        if found is not None:
            return found
        for clause in (*self._clauses_of_noun(chunk, kind), *self._clauses_within(chunk, kind)):
            found = self.time_of_verb(clause, first, last)
            if found is not None:
                return found
        return None

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

    def _clauses_within(self, chunk: int, kind: str) -> list[int]:
        """The clauses that tell what was done on an occasion: its day is theirs ("*Mardi*, lors d'une réunion, X a salué l'accord")."""
        if kind not in _OCCASIONS or self.scene.preposition(chunk) not in self.pack.events.during:
            return []
        if not self.pack.aspects.durative.isdisjoint(self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head])):
            return []
        clauses = self.scene.oblique_of.get(chunk, ())
        return [clause for clause in clauses if self.status.of_clause(clause) in REAL and not self._is_of_verb(chunk, clause)]

    def _is_of_verb(self, chunk: int, clause: int) -> bool:
        """Whether a preposition belongs to the verb's expression: "called *for* elections on Monday"."""
        preposition = self.scene.preposition(chunk)
        return any(hit.size > 1 and preposition in hit.rest for hit in self.scene.hits(self.pack.event_verbs, clause))

    def _is_date(self, token: int) -> bool:
        time = self.scene.times.get(token)
        return time is not None and time.kind in (TimeKind.DATE, TimeKind.TIME) and time.modifier not in _BOUNDS

    def _clauses_of_noun(self, chunk: int, kind: str) -> list[int]:
        """The clauses whose adverbials are those of a noun: about it, supporting it, or with it as what strikes."""
        found = list(self.scene.clauses_about(chunk))
        found += [support.clause for support in self.support.of(chunk) if support.clause not in found]
        found += [clause for clause in self.scene.subject_of.get(chunk, ()) if clause not in found and self._is_set(clause)]
        if kind in _PHYSICAL:
            found += [
                clause
                for clause in self.scene.subject_of.get(chunk, ())
                if clause not in found and self._strikes(clause) and self.status.of_clause(clause) in REAL
            ]
        return found

    def _strikes(self, clause: int) -> bool:
        """Whether a verb may tell what its subject did: no verb of saying, unless it counts people ("l'attaque a *fait* dix morts")."""
        one = self.a.clauses[clause]
        counted = any("M" in self.a.tags[self.a.chunks[chunk].first : self.a.chunks[chunk].last] for chunk in one.objects)
        return counted or one.lemma not in self.pack.reporting_verbs

    def _is_set(self, clause: int) -> bool:
        """Whether a verb says for when or where its subject is planned ("les élections *sont fixées* au 24 avril"), not when it was planned."""
        one = self.a.clauses[clause]
        if not one.passive or self.status.is_perfect(clause):
            return False
        return any(hit.value.status == "planned" for hit in self.scene.hits(self.pack.aspects.noun_verbs, clause))

    def place_of_noun(self, chunk: int, first: int, last: int, kind: str, parties: list[Party]) -> Place | None:
        """The place of what a noun names; `parties` are its recipients."""
        a, scene = self.a, self.scene
        phrase = a.chunks[chunk]
        for token in range(phrase.first, phrase.last):
            if token in scene.places and token != phrase.head:
                return scene.places[token]
        owner = phrase.possessor
        for other in (*scene.complements(chunk), *((owner,) if owner >= 0 else ())):
            if other != owner and self._is_of_another(other, chunk, kind=""):
                break
            if self._is_given(other, kind, parties):
                continue
            for token in range(a.chunks[other].first, a.chunks[other].last):
                if (token in scene.located and self._is_located(other, "")) or (token in scene.places and a.chunks[other].head == token):
                    return scene.located[token]
        for clause in self._clauses_of_noun(chunk, kind):
            found = self.place_of_verb(clause, first, last, kind, parties)
            if found is not None:
                return found
        return None
