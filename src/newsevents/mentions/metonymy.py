"""Whether the name of a country or capital stands for those who govern it, or for the place: "Moscou a annoncé", "à Moscou"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.text.analysis import Analysis

ACTOR, PLACE, NEITHER = "actor", "place", ""
# Events that are aimed at a government, not at a town ("bombarder Kiev"). Source: PLOVER's types.
_AIMED = frozenset({"ACCUSE", "THREATEN", "REQUEST", "CONSULT", "SUPPORT", "REJECT", "SANCTION", "AID", "AGREE", "COOPERATE"})
# Those whose dative is told or given something ("demander *à Paris* de …", "livrer des chars *à Kiev*"); what else is done may be done there.
_TOLD = frozenset({"REQUEST", "AGREE"})
_GIVEN = frozenset({"AID"})
_CHAIN = 4  # complements between a dative and the noun for an action it belongs to


class Metonymy:
    """Reads the names of countries and capitals of one text."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack
        self.clauses = pack.grammar.clauses
        self.subject_of = {chunk: index for index, clause in enumerate(analysis.clauses) for chunk in clause.subjects}
        self.object_of = {chunk: index for index, clause in enumerate(analysis.clauses) for chunk in clause.objects}

    def read(self, name: Name) -> str:
        """``ACTOR``, ``PLACE``, or ``NEITHER`` for a name that only modifies a noun ("US president")."""
        a = self.a
        country = name.kind == "country"
        if name.last < len(a.norms) and a.norms[name.last] in self.pack.roles.doer_endings:
            return ACTOR  # "Moscow-backed separatists"
        chunk = a.chunk_of[name.first]
        if chunk < 0:
            return ACTOR if country else PLACE
        phrase = a.chunks[chunk]
        located = phrase.preposition >= 0 and a.lemmas[phrase.preposition] in self.clauses.locative
        if not name.first <= phrase.head < name.last and not (phrase.last == name.last and a.tags[phrase.head] == "E"):
            return PLACE if located or not country else NEITHER
        if name.last < len(a.norms) and a.tags[name.last] == "Z":
            owned = a.chunk_of[name.last + 1] if name.last + 1 < len(a.norms) else -1
            if self._is_action(owned) and (country or self._is_told(owned) or self._is_aimed(owned)):
                return ACTOR  # "Beijing's approval"
            return PLACE if located or not country or not self._is_body(owned) else NEITHER
        if phrase.preposition < 0:
            return self._bare(name, chunk)
        return self._governed(name, chunk)

    def _bare(self, name: Name, chunk: int) -> str:
        """A name without preposition: subject, object, or set off by a comma."""
        a = self.a
        country = name.kind == "country"
        index = self.subject_of.get(chunk)
        if index is not None:
            clause = a.clauses[index]
            will = self.pack.roles.will_verbs
            acts = not clause.passive and (
                clause.lemma in self.pack.reporting_verbs
                or clause.lemma in self.pack.event_verbs
                or clause.lemma in will
                or any(modal in will for modal in clause.modals)
            )
            return ACTOR if country or acts else PLACE
        index = self.object_of.get(chunk)
        if index is not None:
            clause = a.clauses[index]
            lemma = clause.lemma
            if lemma in self.pack.grammar.place_verbs:
                return PLACE
            if self.clauses.inversion and lemma in self.pack.reporting_verbs and not clause.subjects and clause.pronoun < 0 and not clause.passive:
                return ACTOR  # "…, a annoncé *Moscou*"
            aimed = any(entry.value.type in _AIMED for entry in self.pack.event_verbs.get(lemma))
            return ACTOR if country or aimed else PLACE
        if name.first > 1 and a.tags[name.first - 1] == "," and a.tags[name.first - 2] == "E" and a.chunks[chunk].leader == chunk:
            return PLACE  # "Sydney, Australia"
        return ACTOR if country else PLACE

    def _governed(self, name: Name, chunk: int) -> str:
        a, clauses = self.a, self.clauses
        country = name.kind == "country"
        phrase = a.chunks[chunk]
        preposition = a.lemmas[phrase.preposition]
        if preposition in clauses.dative:
            # "à l'Ukraine" is given something, "à Moscou" is where it is: in French the article tells; in English "to" leaves it open
            given = (
                self._given_to(phrase.behind, country=country)
                or self._is_asked(name)
                or (country and (a.tags[phrase.first] == "D" or preposition not in clauses.locative))
            )
            return ACTOR if given else PLACE
        if preposition in clauses.locative:
            return PLACE
        if preposition in clauses.genitive:
            return ACTOR if (self._is_action(phrase.behind) if country else self._is_told(phrase.behind)) else PLACE
        if preposition in clauses.by or preposition in self.pack.grammar.company:
            return ACTOR
        if self._bounds_place(phrase.behind):
            return PLACE
        if country or preposition not in self.pack.grammar.scene_prepositions:
            return ACTOR
        aimed = self._is_aimed(phrase.behind) and self._is_action(phrase.behind) if phrase.behind >= 0 else self._is_called(chunk, preposition)
        return ACTOR if aimed else PLACE

    def _is_called(self, chunk: int, preposition: str) -> bool:
        """Whether a preposition belongs to a verb that is aimed at a government ("calls *on* Washington")."""
        index = self.a.clause_of[self.a.chunks[chunk].head]
        if index < 0 or chunk not in self.a.clauses[index].obliques:
            return False
        entries = self.pack.event_verbs.get(self.a.clauses[index].lemma)
        return any(entry.rest == (preposition,) and getattr(entry.value, "type", "") in _AIMED for entry in entries)

    def _is_asked(self, name: Name) -> bool:
        """Whether the verb of the clause asks, promises or gives, so that its dative is whom ("a demandé à Paris de…")."""
        clause = self.a.clause_of[name.first]
        entries = self.pack.event_verbs.get(self.a.clauses[clause].lemma) if clause >= 0 else []
        for entry in entries:
            frame = self.pack.events.frame.get(entry.value.frame) if not entry.rest else None
            if frame is None or "indirect" not in frame.recipient:
                continue
            given = entry.value.type in _GIVEN and "object" not in frame.recipient and bool(self.a.clauses[clause].objects)
            if entry.value.type in _TOLD or given:
                return True  # who is helped is the object: "a aidé sa mère *à Paris*"; who takes nothing along goes there: "flew *to Paris*"
        return False

    def _given_to(self, chunk: int, *, country: bool) -> bool:
        """Whether a complement with the dative preposition goes back to a noun for an action ("le soutien à Kiev").

        For a town, one that is aimed at a government: "un attentat *à Kaboul*" is where it was.
        """
        steps = 0
        while chunk >= 0 and steps < _CHAIN:
            if self._is_action(chunk) and (country or (self._is_aimed(chunk) and self._takes_dative(chunk))):
                return True
            chunk = self.a.chunks[chunk].behind
            steps += 1
        return False

    def _is_aimed(self, chunk: int) -> bool:
        """Whether a noun phrase is headed by a noun for an action that is aimed at somebody, or evokes no event at all."""
        head = self.a.chunks[chunk].head
        types = {getattr(group, "type", "") for _, groups in self.pack.event_nouns.match(self.a.norms, head) for group in groups}
        return not types or not types.isdisjoint(_AIMED)

    def _takes_dative(self, chunk: int) -> bool:
        """Whether a noun's dative names somebody: "un appel *à Kiev*"; "un sommet *à Paris*" is where it is."""
        matches = self.pack.event_nouns.match(self.a.norms, self.a.chunks[chunk].head)
        frames = [self.pack.events.frame.get(getattr(group, "frame", "")) for _, groups in matches for group in groups]
        dative = (*self.clauses.dative, "indirect")
        return not frames or any(frame is not None and any(slot in dative for slot in (*frame.noun_agent, *frame.noun_recipient)) for frame in frames)

    def _lemmas(self, chunk: int) -> tuple[str, ...]:
        return tuple(self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head]))

    def _is_action(self, chunk: int) -> bool:
        """Whether a noun phrase is headed by a noun for an action, so that its genitive names who acts."""
        return chunk >= 0 and any(lemma in self.pack.action_nouns for lemma in self._lemmas(chunk))

    def _is_body(self, chunk: int) -> bool:
        """Whether a noun phrase is a body or an office: its country is said by it, not where it is ("Germany's foreign ministry")."""
        if chunk < 0:
            return False
        phrase = self.a.chunks[chunk]
        roles = self.pack.roles
        return any(
            roles.heads.match(self.a.norms, at) is not None or roles.titles.match(self.a.norms, at) is not None for at in range(phrase.first, phrase.last)
        )

    def _is_told(self, chunk: int) -> bool:
        """Whether a noun phrase is headed by a noun for something said ("l'annonce de Moscou")."""
        return chunk >= 0 and any(lemma in self.pack.reporting_nouns for lemma in self._lemmas(chunk))

    def _bounds_place(self, chunk: int) -> bool:
        """Whether a noun phrase is about a place, so that what belongs to it is one ("the border between Mexico and Guatemala")."""
        if chunk < 0:
            return False
        head = self.a.chunks[chunk].head
        roles = self.pack.roles
        return roles.areas.match(self.a.norms, head) is not None or roles.facilities.match(self.a.norms, head) is not None
