"""Who speaks: the parties that cues, phrases and nouns name as the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.titles import TitleFinder

if TYPE_CHECKING:
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.layout import Layout, Range

    Party = tuple[Range, str | None]  # the words, and the actor they stand for


class Parties:
    """Resolves the parties of statements in one text."""

    def __init__(self, layout: Layout, index: ActorIndex) -> None:
        self.layout = layout
        self.a = layout.a
        self.pack = layout.pack
        self.index = index
        self.titles = TitleFinder(layout.a, layout.pack)
        grammar = layout.pack.grammar
        self.impersonal = frozenset(grammar.clauses.impersonal)
        pronouns = grammar.pronouns
        self.third = layout.third
        self.alone = frozenset((*pronouns.s_m, *pronouns.s_f))
        self.plural = frozenset((*pronouns.p, *pronouns.p_f))
        published = {word for row in layout.pack.reporting.medium for word in row.participles}
        self.publishing = frozenset(reading.lemma for word in published for reading in layout.pack.look(word)[1])
        self.known: dict[int, list[Party]] = {}  # speakers of clauses whose statement was found first
        self.set_in: set[int] = set()  # the clauses among them that are set in or behind what they report
        self.first_or_second = frozenset(grammar.clauses.subject_pronouns) - self.third - self.impersonal

    # -- speakers

    def speakers(self, clause: int, *, active: bool = False) -> list[Party]:
        """The speakers of a clause: its subject, its by-phrase in the passive, or those of the clause it hangs on.

        Args:
            clause: the clause.
            active: its subject speaks though it is passive in form ("was quoted as saying", "is worried").
        """
        a = self.a
        one = a.clauses[clause]
        if one.passive and not active:
            return self._agents(clause)
        if one.form == "gerund" and one.first > 0 and a.tags[one.first - 1] == ",":
            told = self._told_last(clause)
            if told:
                return told  # "Une enquête est ouverte, a dit X, *confirmant* …"
        own = self._absolute(clause)
        if own >= 0:
            return self.of_chunks(tuple(other for other in range(own, a.chunk_of[one.first - 1] + 1) if a.chunks[other].possessor < 0), one.first)
        if one.pronoun >= 0:
            taken_up = self._taken_up(one.pronoun)
            return self.of_chunk(taken_up) if taken_up >= 0 else self.of_pronoun(one.pronoun)
        if one.subjects:
            subjects = one.subjects if one.relation != "relative" else tuple(self._speaking(chunk) for chunk in one.subjects)
            return self.of_chunks(subjects, one.first)
        if one.form == "finite":
            if one.relation == "relative" and one.marker >= 0:
                if (
                    a.lemmas[one.marker] in self.pack.grammar.clauses.relative_subjects
                    and a.norms[one.marker] not in self.pack.grammar.clauses.object_relatives
                ):
                    chunk = self._antecedent(one.marker)
                    return self.of_antecedent(chunk, one.marker) if chunk >= 0 else []
                if one.objects:
                    return self.of_chunk(one.objects[0])
            before = self.layout.back_over(one.first - 1, "B", a.sentences[one.sentence][0])
            chunk = a.chunk_of[before] if before >= a.sentences[one.sentence][0] else -1
            return self.of_chunk(chunk, one.first) if chunk >= 0 and not self.layout.is_time(chunk) else []
        before = one.first - 1
        if one.form == "gerund" and before > 0 and a.chunk_of[before] >= 0:
            chunk = self._head_of(a.chunk_of[before])
            preposition = a.chunks[chunk].preposition
            if preposition >= 0 and a.lemmas[preposition] in self.pack.grammar.company:
                return self.of_chunk(chunk, one.first)  # "with one witness saying that …"
        if one.governor in self.known:
            return self.known[one.governor]
        if one.governor >= 0:
            return self.speakers(one.governor, active=one.form == "gerund")
        for other in reversed(self.layout.clauses_of[one.sentence]):
            if a.clauses[other].first < one.first and other in self.known:
                return self.known[other]
        # "Saying that …, the minister left": the subject comes with the main verb
        for other in self.layout.clauses_of[one.sentence]:
            if a.clauses[other].first > one.first and a.clauses[other].form == "finite" and a.clauses[other].relation in ("root", "quoted"):
                return self.speakers(other) if not a.clauses[other].passive else self.of_chunks(a.clauses[other].subjects, a.clauses[other].first)
        return []

    def _absolute(self, clause: int) -> int:
        """The subject of a gerund's own behind a comma: "…, *l'armée et les rebelles* se rejetant la responsabilité", "…, *officials* saying that"; -1."""
        a = self.a
        one = a.clauses[clause]
        chunk = a.chunk_of[one.first - 1] if one.form == "gerund" and one.first > 0 else -1
        while chunk >= 0 and (self.index.is_people(chunk) or self.index.of_chunk(chunk)):
            first = self.layout.begin_of(chunk)
            if a.tags[first - 1 : first] in ("P", "+"):
                return -1
            if first < 2 or a.tags[first - 1] != "C":
                return chunk if first > 0 and a.tags[first - 1] == "," else -1
            chunk = a.chunk_of[first - 2]
        return -1

    def _told_last(self, clause: int) -> list[Party]:
        """The speakers of the cue set in between a gerund and the clause it hangs on."""
        a = self.a
        one = a.clauses[clause]
        low = a.clauses[one.governor].first if one.governor >= 0 else -1
        for other in reversed(self.layout.clauses_of[one.sentence]):
            said = a.clauses[other]
            if low < said.first < one.first and said.form == "finite":
                return self.known[other] if other in self.known and said.governor < 0 and other in self.set_in else []
        return []

    def _antecedent(self, marker: int) -> int:
        """The noun phrase before a relative, over a comma and a parenthesis ("Jean Roy (LR), qui …"); -1."""
        a = self.a
        first = a.sentences[a.sentence_of[marker]][0]
        before = self.layout.back_over(marker - 1, ",-B", first)
        if before >= first and a.tags[before] == ")":
            before = self.layout.back_over(max(a.tags.rfind("(", first, before), first) - 1, ",-B", first)
        return a.chunk_of[before] if before >= first else -1

    def of_antecedent(self, chunk: int, marker: int) -> list[Party]:
        """The parties that a relative clause about speaking describes, by the last of their noun phrases."""
        return self.of_chunk(self._speaking(chunk), marker)

    def _taken_up(self, pronoun: int) -> int:
        """The noun phrase that a pronoun between commas only takes up again ("*Les associations*, elles, regrettent que …"), -1."""
        a = self.a
        if pronoun < 2 or a.tags[pronoun - 1] != "," or a.tags[pronoun + 1 : pronoun + 2] != "," or a.chunk_of[pronoun - 2] < 0:
            return -1
        chunk = self._head_of(a.chunk_of[pronoun - 2])
        return chunk if a.chunks[chunk].preposition < 0 else -1

    def _head_of(self, chunk: int) -> int:
        """The noun phrase whose complements end in another."""
        chunks = self.a.chunks
        for _ in range(4):
            if chunks[chunk].preposition < 0 or chunks[chunk].behind < 0:
                break
            chunk = chunks[chunk].behind
        return chunk

    def _speaking(self, chunk: int) -> int:
        """The one a relative clause about speaking is said of: "le chef de mission pour la Syrie qui considère" is the chief."""
        chunks = self.a.chunks
        above = chunk
        for _ in range(4):
            if self.index.is_people(above) or self.layout.lemmas(above) & self.pack.source_words:
                return above
            preposition = chunks[above].preposition
            before = self.a.chunk_of[preposition - 2] if preposition > 1 and self.a.tags[preposition - 1] == "A" else -1
            if preposition < 0 or (chunks[above].behind < 0 and before < 0):
                break
            above = chunks[above].behind if chunks[above].behind >= 0 else before  # "une source proche *du dossier*"
        return chunk

    def _agents(self, clause: int) -> list[Party]:
        chunk = self.layout.agent(clause)
        return self.of_chunk(chunk) if chunk >= 0 else []

    def speakers_at(self, place: Range) -> list[Party]:
        """The speakers named at a place: a pronoun, or a noun phrase with those listed behind it."""
        first, last = place
        if last - first == 1 and self.a.chunk_of[first] < 0:
            return self.of_pronoun(first)
        chunk = self.a.chunk_of[first]
        if chunk < 0:
            return [(place, None)]
        listed = self.layout.lists(chunk)
        joined = [other for other in range(chunk + 1, len(self.a.chunks)) if self.a.chunks[other].first < last] if last > self.a.chunks[chunk].last else []
        listed += [other for other in joined if other not in listed and self.a.tags[self.layout.begin_of(other) - 1] == "C"]  # "*two aides* and *an official*"
        return self.of_chunks((chunk, *listed), len(self.a.tags))

    def of_pronoun(self, token: int) -> list[Party]:
        """The actors a pronoun stands for."""
        if self.a.norms[token] in self.impersonal and not self.index.of_token(token):
            return [((token, token + 1), None)]
        return [((token, token + 1), actor) for actor in self.index.of_token(token)] or [((token, token + 1), None)]

    def of_chunks(self, chunks: tuple[int, ...], stop: int) -> list[Party]:
        """The parties that noun phrases name, before a token."""
        found: list[Party] = []
        for chunk in chunks:
            for place, actor in self.of_chunk(chunk, stop):
                same = next((at for at, (_, other) in enumerate(found) if actor is not None and other == actor), -1)
                if same >= 0:  # "academic *and professor A. B.*" is one
                    found[same] = (found[same][0][0], max(found[same][0][1], place[1])), actor
                elif actor is not None or not any(low <= place[0] < high for (low, high), _ in found):  # "friends *and foes*" are one
                    found.append((place, actor))
        return found

    def of_chunk(self, chunk: int, stop: int | None = None) -> list[Party]:
        """The actors a noun phrase stands for; with None where it stands for none.

        Args:
            chunk: the noun phrase.
            stop: token that its words must not reach (the verb's).
        """
        a = self.a
        chunk = self.layout.owned(chunk)
        phrase = a.chunks[chunk]
        named = any(a.tags[at] == "E" for at in range(phrase.head, phrase.last))
        own = self.index.of_chunk(chunk)
        if not named and phrase.head not in self.index.at_token and self.index.is_people(chunk):
            own = [actor for actor in own if self.index.actors[actor].kind in {"person", "group"}]  # "the FBI director" is not the FBI
        actors = ([] if named else self._apposition(chunk)) or own or self._apposition(chunk) or self._named_behind(chunk) or self.owner(chunk)
        first = phrase.first if phrase.possessor < 0 else a.chunks[phrase.possessor].first
        end = phrase.last if named else self._end_of(chunk)
        end = phrase.last if stop is not None and phrase.last <= stop < end else end
        place = (first, max(end, phrase.last))
        return [(place, actor) for actor in actors] or [(place, None)]

    def _end_of(self, chunk: int) -> int:
        """Where a noun phrase ends with its complements, a time left out: "reporters *on Tuesday*"."""
        end = self.titles.chain_end(chunk)
        for following in range(chunk + 1, len(self.a.chunks)):
            phrase = self.a.chunks[following]
            if phrase.first >= end:
                break
            if phrase.preposition >= 0 and self.layout.is_time(following):
                return phrase.preposition
        return end

    def _apposition(self, chunk: int) -> list[str]:
        """The name behind a title with its complements: "le porte-parole du gouvernement, A. B."; the one before it: "A. B., porte-parole"."""
        a = self.a
        end = self.titles.chain_end(chunk)
        limit = a.sentences[a.chunks[chunk].sentence][1]
        if end + 1 < limit and a.tags[end] in ",-" and a.chunk_of[end + 1] >= 0:
            named = a.chunk_of[end + 1]
            closes = a.chunks[named].last >= limit or a.tags[a.chunks[named].last] in ",.;:q)("
            if closes and a.chunks[named].preposition < 0 and a.tags[a.chunks[named].head] == "E":
                actors = self.index.of_chunk(named)[:1]
                owned = a.norms[a.chunks[chunk].first] in self.pack.grammar.pronouns.possessives  # "*son conseil*, Jérôme Lavigne"
                owned = owned and any(self.index.actors[actor].kind == "person" for actor in actors)
                if owned or self.titles.title_in(chunk) is not None or self.index.is_people(chunk):
                    return actors
                if actors and self.index.actors[actors[0]].kind == "organization" and self._is_body(chunk):
                    return actors  # "The charity, *Shelter Now*, said …"
        before = a.chunks[chunk].first - 1
        if a.tags[before + 1] == "D" and end < limit and a.tags[end] in "VUXR":
            return []  # "selon A. B., *le suspect* a avoué": the subject of what follows
        if before > 0 and a.tags[before] in ",-" and a.chunk_of[before - 1] >= 0 and self.titles.title_in(chunk) is not None:
            named = a.chunk_of[before - 1]
            if a.tags[a.chunks[named].head] == "E":
                return self.index.of_chunk(named)[:1]
        return []

    def _is_body(self, chunk: int) -> bool:
        """Whether a noun phrase denotes an organization by its noun: "the company", "the ministry"."""
        roles, lemmas = self.pack.roles, self.layout.lemmas(chunk)
        return bool(lemmas & roles.media or lemmas & roles.nominals.keys()) or roles.heads.match(self.a.norms, self.a.chunks[chunk].head) is not None

    def _named_behind(self, chunk: int) -> list[str]:
        """The name that closes the complements of a head noun: "La chaîne de télévision publique NHK"."""
        a = self.a
        end = self.titles.chain_end(chunk)
        if end < len(a.tags) and a.tags[end] == "(" and (close := a.tags.find(")", end, end + 6)) > 0:
            named = a.chunk_of[close + 1] if close + 1 < len(a.tags) else -1
            if named >= 0 and a.chunks[named].first == close + 1 and a.tags[a.chunks[named].head] == "E":
                return self.index.of_chunk(named)[:1]  # "le député (LFI) *David Roy*"
        if not self._is_body(chunk):
            return []
        apposed = chunk + 1
        if apposed < len(a.chunks) and a.chunks[apposed].first == a.chunks[chunk].last and a.tags[a.chunks[apposed].head] == "E":
            return self.index.of_chunk(apposed)[:1]  # "le journal *Le Monde*"
        last = a.chunk_of[end - 1]
        if last != chunk and last >= 0 and a.chunks[last].first < end - 1 and end - 1 in self.index.names and "C" not in a.tags[a.chunks[chunk].last : end]:
            return [self.index.names[end - 1]]
        return []

    def owner(self, chunk: int, *, anything: bool = False) -> list[str]:
        """Whose document it is: "selon le site de la NASA", "a study by the WHO", "son communiqué"; ``anything``: whose thing ("les indications de X")."""
        a = self.a
        lemmas = self.layout.lemmas(chunk)
        if not anything and (not lemmas & self.pack.speech.documents or lemmas & self.pack.speech.unnamed):
            return []
        phrase = a.chunks[chunk]
        if phrase.possessor >= 0:
            return self.index.of_chunk(phrase.possessor)[:1]
        beside = [self.index.names[at] for at in range(phrase.head + 1, phrase.last) if at in self.index.names]  # "un sondage *Ifop* pour Le Figaro"
        if beside:
            return beside[:1]
        following = chunk + 1
        for _ in range(3):
            if following < len(a.chunks) and a.chunks[following].behind == following - 1 and a.chunks[following].preposition >= 0:
                actors = self.index.of_chunk(self.layout.owned(following))
                where = a.lemmas[a.chunks[following].preposition] in self.pack.grammar.clauses.locative
                if actors and where and self.pack.roles.heads.match(a.norms, a.chunks[following].head) is not None:
                    return []  # "documents filed *in court*"
                if actors:
                    return actors[:1]
                following += 1
        if anything:
            return []
        # "articles in journals including *The Lancet* have described …"
        for at in range(phrase.last, a.sentences[phrase.sentence][1]):
            if a.tags[at] in "V,;:.q" or (a.tags[at] == "K" and a.lemmas[at] not in self.publishing):
                break  # "records *obtained by* Reuters": not theirs
            if at in self.index.names and self.index.actors[self.index.names[at]].kind == "organization":
                return [self.index.names[at]]
        return []

    # -- who may speak

    def is_third(self, token: int) -> bool:
        """Whether a word is a pronoun of somebody spoken about, as subject or object."""
        return self.a.norms[token] in self.third or (self.a.tags[token] == "R" and self.a.canonical[token] in self.third)

    def is_own_voice(self, clause: int) -> bool:
        """Whether the subject is "I", "we" or "you": one's own words about one's own words."""
        one = self.a.clauses[clause]
        if one.pronoun < 0:
            return one.form == "finite" and one.person in (1, 2) and not one.subjects
        return self.a.norms[one.pronoun] in self.first_or_second

    def may_speak(self, place: Range) -> bool:
        """Whether words without an actor can name a source: people, an office, a document, "une source"."""
        a, pack = self.a, self.pack
        first, _ = place
        chunk = a.chunk_of[first]
        if chunk < 0:
            return a.tags[first] == "R"
        chunk = self.layout.owned(chunk)
        head = a.chunks[chunk].head
        if self.layout.lemmas(chunk) & self.pack.source_words:
            return True
        counted = self._counted(chunk)
        if counted >= 0:
            return self.may_speak((a.chunks[counted].first, a.chunks[counted].last))
        if a.tags[head] in "RH":
            return a.norms[head] not in pack.grammar.expletives and (a.tags[head] == "R" or self.index.is_people(chunk))
        if self.index.is_people(chunk):
            return True
        lemmas = self.layout.lemmas(chunk)
        roles = pack.roles
        return (
            bool(lemmas & pack.source_words)
            or roles.heads.match(a.norms, head) is not None
            or any(roles.heads.match((lemma,), 0) is not None for lemma in lemmas)
            or bool(lemmas & roles.media)
            or bool(lemmas & roles.nominals.keys())
            or a.tags[head] == "E"
        )

    def _counted(self, chunk: int) -> int:
        """Whom a number or a noun of quantity counts ("one of his aides", "des dizaines de manifestants"), -1."""
        chunks = self.a.chunks
        head = chunks[chunk].head
        if self.a.tags[head] not in "MH" and self.a.norms[head] not in self.pack.grammar.quantity_nouns:
            return -1
        following = chunk + 1
        return following if following < len(chunks) and chunks[following].behind == chunk and chunks[following].preposition >= 0 else -1

    def is_nobody(self, place: Range) -> bool:
        """Whether words are an impersonal pronoun ("on", "one")."""
        return self.a.norms[place[0]] in self.impersonal and place[1] == place[0] + 1 and not self.index.of_token(place[0])

    def is_thing(self, place: Range) -> bool:
        """Whether words are a demonstrative or an expletive ("cela", "it"), which vouches for nothing."""
        a = self.a
        chunk = a.chunk_of[place[0]]
        head = a.chunks[chunk].head if chunk >= 0 else place[0]
        if chunk >= 0 and self.layout.lemmas(chunk) & self.pack.source_words:
            return False
        return (a.tags[head] == "H" and not (chunk >= 0 and self.index.is_people(chunk)) and not self.index.of_token(head)) or (
            a.norms[head] in self.pack.grammar.expletives and a.norms[head] in self.impersonal and not self.index.of_token(head)
        )

    def kinds(self, clause: int) -> frozenset[str]:
        """What a clause's subject is: person, organization, country, group, document; several where it is unclear."""
        a = self.a
        found: set[str] = set()
        for (first, _), actor in self.speakers(clause):
            chunk = a.chunk_of[first]
            lemmas = self.layout.lemmas(self.layout.owned(chunk)) if chunk >= 0 else frozenset()
            if lemmas & self.pack.speech.documents:
                found.add("document")
            elif actor is not None:
                found.add(self.index.actors[actor].kind.value)
            elif chunk < 0 and a.norms[first] in self.alone:
                found.add("person")
            elif chunk < 0 or self.index.is_people(chunk):
                found.update(("person", "group"))
            elif (
                self.pack.roles.heads.match(a.norms, a.chunks[self.layout.owned(chunk)].head) is not None
                or lemmas & self.pack.roles.media
                or lemmas & self.pack.roles.nominals.keys()
            ):
                found.add("organization")
        return frozenset(found)
