"""Who speaks, who is told, and through what: the parties of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.titles import TitleFinder

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.contents import Range
    from newsevents.statements.cues import SourceCue
    from newsevents.text.analysis import Analysis, Clause

Party = tuple["Range", "str | None"]


class Parties:
    """Resolves the parties of statements in one text."""

    def __init__(self, analysis: Analysis, pack: Pack, index: ActorIndex) -> None:
        self.a = analysis
        self.pack = pack
        self.index = index
        self.titles = TitleFinder(analysis, pack)
        self.impersonal = frozenset(pack.grammar.clauses.impersonal)

    def speakers(self, clause: int) -> list[Party]:
        """The speakers of a clause: its subject, its by-phrase in the passive, or those of the clause it hangs on."""
        a = self.a
        one = a.clauses[clause]
        if one.passive:
            return [party for chunk in one.obliques if a.chunks[chunk].preposition >= 0 and a.lemmas[a.chunks[chunk].preposition] in self.pack.grammar.clauses.by for party in self._of_chunk(chunk)]
        if one.pronoun >= 0:
            return self._of_pronoun(one.pronoun)
        if one.subjects:
            return [party for chunk in one.subjects for party in self._of_chunk(chunk)]
        if one.governor >= 0 and one.form != "finite":
            return self.speakers(one.governor)
        if one.form == "finite" and one.objects and one.relation == "relative":
            return [party for chunk in one.objects[:1] for party in self._of_chunk(chunk)]
        return []

    def speaker_of(self, clause: int, place: Range) -> list[Party]:
        """The speaker at a place of an inverted cue."""
        first, last = place
        if last - first == 1 and self.a.chunk_of[first] < 0:
            return self._of_pronoun(first)
        chunk = self.a.chunk_of[first]
        found = self._of_chunk(chunk)
        for other in range(chunk + 1, min(chunk + 8, len(self.a.chunks))):
            if self.a.chunks[other].leader == chunk:
                found += self._of_chunk(other)
        return found

    def _of_pronoun(self, token: int) -> list[Party]:
        if self.a.norms[token] in self.impersonal:
            return [((token, token + 1), None)]
        actors = self.index.of_token(token)
        return [((token, token + 1), actor) for actor in actors] or [((token, token + 1), None)]

    def _of_chunk(self, chunk: int) -> list[Party]:
        a = self.a
        phrase = a.chunks[chunk]
        actors = self.index.of_chunk(chunk)
        if not actors:
            # "le porte-parole du gouvernement, A. B.": the name stands in apposition behind the complements
            actors = self._apposition(chunk) or self._named_behind(chunk)
        place = (phrase.first, phrase.last)
        return [(place, actor) for actor in actors] or [(place, None)]

    def _apposition(self, chunk: int) -> list[str]:
        a = self.a
        end = self.titles.chain_end(chunk)
        if end + 1 < len(a.norms) and a.tags[end] == "," and a.chunk_of[end + 1] >= 0:
            named = a.chunk_of[end + 1]
            if a.chunks[named].preposition < 0 and self.titles.title_in(chunk) is not None:
                return self.index.of_chunk(named)[:1]
        return []

    def _named_behind(self, chunk: int) -> list[str]:
        """The name that closes the complements of a head noun: "La chaîne de télévision publique NHK"."""
        a, roles = self.a, self.pack.roles
        lemmas = self.pack.nouns.lemmas(a.norms[a.chunks[chunk].head])
        if not any(lemma in roles.media or lemma in roles.nominals for lemma in lemmas) and roles.heads.match(a.norms, a.chunks[chunk].head) is None:
            return []
        end = self.titles.chain_end(chunk)
        last = a.chunk_of[end - 1]
        if last != chunk and last >= 0 and a.chunks[last].first < end - 1 and end - 1 in self.index.names:
            return [self.index.names[end - 1]]
        return []

    def may_speak(self, place: Range) -> bool:
        """Whether words without an actor can name a source: people, an office, a document, "une source"."""
        a, pack = self.a, self.pack
        first, last = place
        if last - first == 1 and a.tags[first] in "RH":
            return a.norms[first] not in pack.grammar.expletives or a.tags[first] == "R"
        chunk = a.chunk_of[first]
        if chunk < 0:
            return False
        if self.index.is_people(chunk):
            return True
        lemmas = set(pack.nouns.lemmas(a.norms[a.chunks[chunk].head]))
        return bool(lemmas & pack.source_words) or pack.roles.heads.match(a.norms, a.chunks[chunk].head) is not None or bool(lemmas & pack.roles.media) or a.tags[a.chunks[chunk].head] in "EH"

    def of_source(self, cue: SourceCue) -> list[Party]:
        """The source behind a source phrase."""
        if cue.pronoun >= 0:
            return self._of_pronoun(cue.pronoun)
        if cue.chunk < 0:
            return []
        a = self.a
        found = self._of_chunk(cue.chunk)
        for other in range(cue.chunk + 1, min(cue.chunk + 6, len(a.chunks))):
            if a.chunks[other].leader == cue.chunk:
                found += self._of_chunk(other)
        if not any(actor for _, actor in found):
            named = self._apposition(cue.chunk)
            if named:
                return [(found[0][0], named[0])]
            # "selon le site de la NASA", "selon une étude de l'OMS": the source is whose document it is
            following = cue.chunk + 1
            if following < len(a.chunks) and a.chunks[following].behind == cue.chunk and set(self.pack.nouns.lemmas(a.norms[a.chunks[cue.chunk].head])) & self.pack.source_words:
                actors = self.index.of_chunk(following)
                if actors:
                    return [(found[0][0], actors[0])]
        return found

    def of_noun(self, chunk: int, governor: int) -> list[Party]:
        """Whose announcement, claim or promise a reporting noun is."""
        a = self.a
        phrase = a.chunks[chunk]
        if phrase.possessor >= 0:
            return self._of_chunk(phrase.possessor)
        first = phrase.first
        if a.tags[first] == "D" and self.index.of_token(first):
            return [((first, first + 1), self.index.of_token(first)[0])]
        following = chunk + 1
        if following < len(a.chunks) and a.chunks[following].behind == chunk:
            return [party for party in self._of_chunk(following) if party[1]]
        if governor >= 0 and chunk in a.clauses[governor].objects:
            return self.speakers(governor)
        return []

    def addressees(self, clause: int, group: ReportingGroup, content: list[Range]) -> list[Party]:
        """Those who are told."""
        a = self.a
        one = a.clauses[clause]
        found: list[Party] = []
        inside = [at for begin, end in content for at in (begin, end)]
        low, high = min(inside), max(inside)

        def outside(chunk: int) -> bool:
            return not any(begin <= a.chunks[chunk].first < end for begin, end in content)

        direct = "object" in group.addressee or "object" in group.target
        if direct and not one.passive:
            for chunk in one.objects:
                if outside(chunk):
                    found += [party for party in self._of_chunk(chunk) if party[1]]
        if direct and one.passive:
            for chunk in one.subjects:
                found += [party for party in self._of_chunk(chunk) if party[1]]
        prepositions = {word for word in (*group.addressee, *group.target) if word != "object"}
        if prepositions:
            for chunk in one.obliques:
                phrase = a.chunks[chunk]
                if phrase.preposition >= 0 and a.lemmas[phrase.preposition] in prepositions and outside(chunk):
                    found += [party for party in self._of_chunk(chunk) if party[1] and self.index.actors[party[1]].kind != "country" or party[1] and "object" not in group.addressee]
        for token in range(one.first, one.head):
            if a.tags[token] == "R" and token != one.pronoun and (direct or prepositions) and a.lemmas[token] not in self.pack.grammar.verbs.reflexives:
                found += [((token, token + 1), actor) for actor in self.index.of_token(token)]
        _ = low, high
        return list(dict.fromkeys(found))

    def media(self, clause: int, content: list[Range]) -> list[Party]:
        """What carries the words: a communiqué, a platform, an interview."""
        a = self.a
        one = a.clauses[clause]
        found: list[Party] = []
        for chunk in one.obliques:
            phrase = a.chunks[chunk]
            if phrase.preposition < 0 or any(begin <= phrase.first < end for begin, end in content):
                continue
            preposition = a.lemmas[phrase.preposition]
            lemmas = set(self.pack.nouns.lemmas(a.norms[phrase.head]))
            for row in self.pack.reporting.medium:
                if preposition in row.prepositions and lemmas & set(row.words):
                    actors = self.index.of_chunk(chunk) or [self.index.names[at] for at in range(phrase.first, phrase.last) if at in self.index.names]
                    found.append(((phrase.first, phrase.last), actors[0] if actors else None))
                    break
            else:
                actors = self.index.of_chunk(chunk)
                if actors and {"JRN", "MED"} & set(self.index.actors[actors[0]].sectors) and self.index.actors[actors[0]].kind == "organization":
                    found.append(((phrase.first, phrase.last), actors[0]))
        return found

    def is_hearsay(self, clause: Clause) -> bool:
        """Whether a conditional marks what is not vouched for ("aurait reçu"), as the pack tells."""
        return any("cond" in row.moods for row in self.pack.reporting.hearsay) and not (
            clause.modals or any(clause.lemma in row.not_verbs for row in self.pack.reporting.hearsay)
        )
