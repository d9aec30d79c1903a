"""Sources beside a verb's subject: those from whom it is known, those behind a source phrase, the owners of a reporting noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.layout import Layout
    from newsevents.statements.source_cues import SourceCue
    from newsevents.statements.speakers import Parties, Party


class Informants:
    """Resolves the sources of one text that are no subject of a verb."""

    def __init__(self, layout: Layout, index: ActorIndex, parties: Parties) -> None:
        self.layout = layout
        self.a = layout.a
        self.pack = layout.pack
        self.index = index
        self.parties = parties

    def behind(self, preposition: int) -> list[Party]:
        """Those behind a preposition that tell what "on" says: "auprès *du parquet*", "à *Matignon*"; a town is only where it is said."""
        a = self.a
        chunk = self.layout.chunk_at(self.layout.over(preposition + 1, "+", len(a.tags)), len(a.tags))
        if chunk < 0 or a.chunks[chunk].preposition != preposition or self.layout.is_time(chunk):
            return []
        found = self._informant(chunk, preposition)
        return found + self.joined(self._chain_end(chunk)) if found else []

    def _informant(self, chunk: int, preposition: int) -> list[Party]:
        first = self.a.chunks[chunk].first
        found = [((first, min(place[1], self._chain_end(chunk))), actor) for place, actor in self.parties.of_chunk(chunk)]
        if any(actor and self.index.actors[actor].kind == "organization" for _, actor in found):
            return found
        place = (first, self.a.chunks[chunk].last)
        if self.layout.lemmas(chunk) & self.pack.source_words:
            return found  # "dans *l'entourage* du ministre"
        someone = any(actor for _, actor in found) or self.parties.may_speak(place)
        return found if someone and self.a.lemmas[preposition] not in self.pack.grammar.clauses.locative else []

    def _chain_end(self, chunk: int) -> int:
        """Where a noun phrase ends with its genitives, what is joined to it left out: "parquet *de Lyon* et de la gendarmerie"."""
        first = self.a.chunks[chunk].last
        end = self.parties.titles.chain_end(chunk)
        joint = self.a.tags.find("C", first, end)
        return joint if joint >= 0 else max(end, first)

    def joined(self, at: int) -> list[Party]:
        """The sources joined to one that ends at a token: "auprès d'une source médicale *et du Réseau des médecins*"."""
        a = self.a
        found: list[Party] = []
        high = a.sentences[a.sentence_of[at - 1]][1]
        while at + 1 < high and a.tags[at] == "C":
            first = self.layout.over(at + 1, "P+", high)
            chunk = a.chunk_of[first] if first < high else -1
            if chunk < 0 or a.chunks[chunk].first != first or self.layout.is_time(chunk):
                break
            prepositions = {a.lemmas[token] for token in range(at + 1, first) if a.tags[token] == "P"}
            end = self._chain_end(chunk)
            governed = prepositions <= {*self.pack.grammar.clauses.genitive, *self.pack.grammar.clauses.dative}
            someone = self.parties.may_speak((first, a.chunks[chunk].last)) or any(actor for _, actor in self.parties.of_chunk(chunk))
            if not governed or not someone or a.tags[end : end + 1] in ("V", "R", "X"):
                break
            found += [((first, min(place[1], end)), actor) for place, actor in self.parties.of_chunk(chunk)]
            at = end
        return found

    def of_source(self, cue: SourceCue) -> list[Party]:
        """The source behind a source phrase."""
        if cue.pronoun >= 0:
            return self.parties.of_pronoun(cue.pronoun)
        if cue.chunk < 0:
            return []
        phrase = self.a.chunks[cue.chunk]
        if phrase.last < cue.last:  # "in *Helen Marsh*'s words", "as *the judge* put it"
            return [((phrase.first, phrase.last), actor) for actor in self.index.of_chunk(cue.chunk)] or self.parties.of_chunk(cue.chunk)
        if phrase.first < cue.last < phrase.last:  # words of the phrase were taken for the name's noun
            names = dict.fromkeys(self.index.names[at] for at in range(cue.last, phrase.last) if at in self.index.names)
            return [((cue.last, max(phrase.last, cue.last + 1)), actor) for actor in names] or [((cue.last, max(phrase.last, cue.last + 1)), None)]
        found = self.parties.of_chunks((cue.chunk, *self.layout.lists(cue.chunk)), len(self.a.tags))
        work = self.pack.roles.things.match(self.a.norms, self.a.chunks[cue.chunk].head) is not None  # "d'après le film de X": not X's words
        if len(found) == 1 and found[0][1] is None and not work and not self.index.is_people(cue.chunk):
            owners = [actor for actor in self.parties.owner(cue.chunk, anything=True) if self.index.actors[actor].kind in ("person", "organization")]
            found = [(found[0][0], actor) for actor in owners] or found
        return found

    def of_noun(self, chunk: int, begin: int) -> list[Party]:
        """Whose announcement, claim or promise a reporting noun is, before a content that begins at a token."""
        a = self.a
        phrase = a.chunks[chunk]
        if phrase.possessor >= 0:
            return self.parties.of_chunk(phrase.possessor, phrase.first)
        if a.norms[phrase.first] in self.pack.grammar.pronouns.possessives:
            return self.parties.of_pronoun(phrase.first)
        named = [self.index.names[at] for at in range(phrase.first, phrase.head) if at in self.index.names]
        if named:
            return [((phrase.first, phrase.head), named[-1])]
        following = chunk + 1
        if following < len(a.chunks) and a.chunks[following].behind == chunk and a.chunks[following].first < begin:
            return [party for party in self.parties.of_chunk(following, begin) if party[1]]
        index = a.clause_of[phrase.head]
        if index >= 0 and (chunk in a.clauses[index].objects or chunk in a.clauses[index].obliques) and a.clauses[index].first < phrase.first:
            denied = any(entry.value.commitment == "denied" for entry in self.pack.reporting_verbs.get(a.clauses[index].lemma))
            return [] if denied else self.parties.speakers(index)  # "rejected the notion that": somebody else's
        return []
