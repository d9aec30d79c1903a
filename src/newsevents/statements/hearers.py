"""Who is told, and what carries the words: the other parties of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.layout import Layout, Range
    from newsevents.statements.speakers import Parties, Party

_MEDIA = frozenset({"JRN", "MED", "SOC"})  # sectors (PLOVER) of the press, and of the networks people write on


class Hearers:
    """Finds addressees and media of statements, in one text."""

    def __init__(self, layout: Layout, index: ActorIndex, parties: Parties) -> None:
        self.layout = layout
        self.a = layout.a
        self.pack = layout.pack
        self.index = index
        self.parties = parties
        self.first = frozenset(self.pack.grammar.pronouns.first)

    def addressees(self, cue: VerbCue, group: ReportingGroup, content: list[Range], speakers: list[Party]) -> list[Party]:
        """Those who are told, each once."""
        a = self.a
        one = a.clauses[cue.clause]
        found: list[Party] = []
        said = {actor for _, actor in speakers if actor}
        asked = group.commitment == "asked" and "object" in group.addressee

        def told(chunk: int) -> list[Party]:
            if any(begin <= a.chunks[chunk].first < end for begin, end in content) or a.chunks[chunk].first in {place[0] for place, _ in speakers}:
                return []
            parties = [(self._before(place, content), actor) for place, actor in self.parties.of_chunk(chunk)]
            someone = self.index.is_people(self.layout.owned(chunk)) or (asked and chunk in one.objects)  # "a appelé *les deux camps* à la retenue"
            return [party for party in parties if (party[1] and party[1] not in said) or (party[1] is None and someone)]

        direct = "object" in group.addressee
        if direct:
            passive = one.passive and not cue.active
            for chunk in one.subjects if passive else one.objects:
                if passive or a.chunks[chunk].first >= cue.last - 1:
                    found += told(chunk)
        prepositions = frozenset(group.addressee) - {"object"}
        if prepositions or direct:
            for chunk in one.obliques:
                preposition = a.chunks[chunk].preposition
                if preposition < 0 or a.lemmas[preposition] not in prepositions or self.layout.is_time(chunk):
                    continue
                above = a.chunks[chunk].behind
                if a.chunks[chunk].last <= one.first and above >= 0 and self.index.is_people(above):
                    continue  # "X, *adviser to the president*, said"
                # "devant la préfecture" is a place, "devant les députés" are the told
                if a.lemmas[preposition] in self.pack.grammar.clauses.dative or self.index.is_people(self.layout.owned(chunk)):
                    found += told(chunk)
            for token in range(one.first, min(max(one.head, cue.last) + 1, len(a.tags))):
                if a.norms[token] in self.first and a.quoted[token] >= 0:
                    found.append(((token, token + 1), None))  # "She told *me*": whoever is quoted
            for token in range(one.first, one.head):
                if a.tags[token] == "R" and token != one.pronoun and a.lemmas[token] not in self.pack.grammar.verbs.reflexives:
                    found += [((token, token + 1), actor) for actor in self.index.of_token(token) if actor not in said]
            if cue.last < len(a.tags) and a.tags[cue.last] == "R" and direct:
                found += [((cue.last, cue.last + 1), actor) for actor in self.index.of_token(cue.last) if actor not in said]
        return list(dict.fromkeys(found))

    def _before(self, place: Range, content: list[Range]) -> Range:
        """A place cut where the content begins, its preposition left out: "appelé *les salariés* à la grève"."""
        for begin, _ in content:
            if place[0] < begin < place[1]:
                return place[0], max(self.layout.back_over(begin - 1, "PT+q", place[0] + 1) + 1, place[0] + 1)
        return place

    def media(self, cue: VerbCue, content: list[Range]) -> list[Party]:
        """What carries the words: a communiqué, a platform, an interview."""
        a = self.a
        one = a.clauses[cue.clause]
        found: list[Party] = []
        for chunk in one.obliques:
            phrase = a.chunks[chunk]
            inside = phrase.preposition in self.index.names  # "Reporters *Without* Borders"
            if phrase.preposition < 0 or inside or any(begin <= phrase.first < end for begin, end in content):
                continue
            medium = self._medium(chunk)
            if medium is not None and not any(place[0] <= phrase.first < place[1] for place, _ in found):
                found.append(medium)
        return list(dict.fromkeys(found))

    def _medium(self, chunk: int) -> Party | None:
        a = self.a
        phrase = a.chunks[chunk]
        preposition = a.lemmas[phrase.preposition]
        lemmas = self.layout.lemmas(chunk)
        full = a.key(phrase.head, self.parties.titles.chain_end(chunk))
        for row in self.pack.reporting.medium:
            if preposition in row.prepositions and (lemmas & set(row.words) or full in row.words):
                actors = self.index.of_chunk(chunk) or [self.index.names[at] for at in range(phrase.first, phrase.last) if at in self.index.names]
                end = self.parties.titles.chain_end(chunk)
                return (phrase.first, max(phrase.last, end)), actors[0] if actors else None
        actors = self.index.of_chunk(chunk)
        sectors = set(self.index.actors[actors[0]].sectors) if actors and self.index.actors[actors[0]].kind == "organization" else set()
        if not actors and a.tags[phrase.head] == "E":
            known = self.pack.gazetteer.organization(a.key(phrase.first, phrase.last))
            sectors = set(known.sectors) if known is not None else sectors
        return ((phrase.first, phrase.last), actors[0] if actors else None) if sectors & _MEDIA else None
