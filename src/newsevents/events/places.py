"""Where: from a trigger's own clause or phrase, and from the clause whose adverbials it shares; never from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import SPEECH

if TYPE_CHECKING:
    from newsevents.events.draft import Party
    from newsevents.events.scene import Scene
    from newsevents.events.sharing import Sharing
    from newsevents.model import Place

# What goes to someone: a country behind "to" is the one, not the place.
_DIRECTED: Final = SPEECH | {"AID", "COOPERATE", "CONCEDE", "SANCTION"}
# What strikes or takes a place is there.
_STRUCK: Final = frozenset({"ASSAULT", "COERCE", "DISASTER", "PROTEST"})
_DEPTH: Final = 4
_BACK: Final = 60  # tokens before "there" among which its place is looked for


class EventPlaces:
    """Binds places in one text."""

    def __init__(self, scene: Scene, sharing: Sharing) -> None:
        self.scene = scene
        self.sharing = sharing
        self.a = scene.a
        self.pack = scene.pack
        self.clauses = scene.grammar.clauses
        chunks = self.a.chunks
        self._owners = {chunks[chunk].possessor for chunk in {self.a.chunk_of[token] for token in scene.located} if chunk >= 0}
        self._places: dict[int, list[tuple[int, Place]]] = {}
        for token, place in scene.located.items():
            chunk = self.a.chunk_of[token]
            if chunk >= 0 and (token == 0 or scene.located.get(token - 1) is not place or self.a.chunk_of[token - 1] != chunk):
                self._places.setdefault(sharing.clause_of_chunk(chunk, token), []).append((token, place))

    def of_verb(self, clause: int, first: int, last: int, kind: str, parties: list[Party]) -> Place | None:
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
            clause = self.sharing.shared_with(clause, real=False)
            if clause < 0:
                break
        return self._struck(kind, parties)

    def _struck(self, kind: str, parties: list[Party]) -> Place | None:
        """The place that is struck or taken itself: "bombed *Kharkiv*"."""
        if kind not in _STRUCK:
            return None
        return next((self.scene.places[place[1] - 1] for place, _ in parties if place[1] - 1 in self.scene.places), None)

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
                and not self.sharing.is_of_another(chunk, own, kind=kind, verb=one.first)
                and not self._is_given(chunk, kind, parties)
            ):
                (behind if token > first else before).append((token, place))
        if behind or before:
            return min(behind or before, key=lambda item: item[0])[1]
        found = self.sharing.antecedent_place(clause) or self._pointed_at(clause)
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

    def _pointed_at(self, clause: int) -> Place | None:
        """The place that "there" stands for: the one named last before, in its sentence or the one before."""
        one = self.a.clauses[clause]
        if one.lemma == self.scene.grammar.verbs.have:
            return None  # "il *y* a"
        there = self.pack.events.places_there
        begin = self.a.sentences[max(0, one.sentence - 1)][0]
        for token in range(one.begin, one.end):
            if self.a.norms[token] not in there or self.a.clause_of[token] != clause or self.scene.subject_of.get(self.a.chunk_of[token]):
                continue
            for at in range(token - 1, max(begin, token - _BACK) - 1, -1):
                place = self.scene.located.get(at)
                if place is not None:
                    return place
        return None

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

    def of_noun(self, chunk: int, first: int, last: int, kind: str, parties: list[Party]) -> Place | None:
        """The place of what a noun names; `parties` are its recipients."""
        a, scene = self.a, self.scene
        phrase = a.chunks[chunk]
        for token in range(phrase.first, phrase.last):
            if token in scene.places and token != phrase.head:
                return scene.places[token]
        owner = phrase.possessor
        for other in (*scene.complements(chunk), *((owner,) if owner >= 0 else ())):
            if other != owner and self.sharing.is_of_another(other, chunk, kind=""):
                break
            if self._is_given(other, kind, parties):
                continue
            for token in range(a.chunks[other].first, a.chunks[other].last):
                if (token in scene.located and self._is_located(other, "")) or (token in scene.places and a.chunks[other].head == token):
                    return scene.located[token]
        for clause in self.sharing.clauses_of_noun(chunk, kind):
            found = self.of_verb(clause, first, last, kind, parties)
            if found is not None:
                return found
        return None
