"""Who said what to whom: the stage that turns cues, contents and sources into statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.mentions.index import ActorIndex
from newsevents.statements.again import Again
from newsevents.statements.assemble import assemble, cut_phrases, share_out
from newsevents.statements.contents import Contents
from newsevents.statements.cues import find_noun_cues, find_verb_cues
from newsevents.statements.draft import Draft
from newsevents.statements.hearers import Hearers
from newsevents.statements.hearsay import Hearsay
from newsevents.statements.incises import Incises
from newsevents.statements.informants import Informants
from newsevents.statements.layout import Layout
from newsevents.statements.quotations import Quotations
from newsevents.statements.rejoinders import rejoining_group
from newsevents.statements.source_cues import find_source_cues
from newsevents.statements.sources import Sources
from newsevents.statements.speakers import Parties
from newsevents.statements.spokespersons import Spokespersons

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.model import Actor, Statement
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.draft import Found
    from newsevents.statements.incises import Incise
    from newsevents.statements.layout import Range
    from newsevents.statements.speakers import Party
    from newsevents.text.analysis import Analysis

_RECENT = 12  # statements just found among which the one before a cue is looked for
_VERBATIM = ("quote", "colon")  # rules whose content cannot be taken for anything else


class StatementFinder:
    """Finds the statements of one text."""

    def __init__(self, analysis: Analysis, pack: Pack, actors: tuple[Actor, ...]) -> None:
        self.a = analysis
        self.pack = pack
        self.layout = Layout(analysis, pack)
        self.index = ActorIndex(analysis, pack, actors)
        self.parties = Parties(self.layout, self.index)
        self.informants = Informants(self.layout, self.index, self.parties)
        self.hearers = Hearers(self.layout, self.index, self.parties)
        self.contents = Contents(self.layout, self.index, self._subject_fits)
        self.hearsay = Hearsay(self.layout)
        pronouns = pack.grammar.pronouns
        self.told_pronouns = frozenset((*pronouns.first, *pack.grammar.clauses.dative_pronouns)) | self.parties.first_or_second
        self.drafts: list[Draft] = []

    def find(self) -> tuple[Statement, ...]:
        """All statements in text order."""
        layout = self.layout
        cues = find_verb_cues(layout)
        layout.reporting = frozenset(cue.clause for cue in cues)
        layout.rejoining = {cue.clause: group for cue in cues if (group := rejoining_group(cue.groups)) is not None}
        incises = Incises(layout, self.contents, self.parties, cues)
        sources = Sources(layout, self.contents, self.parties, self.informants, incises)
        phrases = find_source_cues(layout)
        for phrase in phrases:
            draft = sources.of_phrase(phrase)
            if draft is not None:
                self.drafts.append(draft)
        told = {token for draft in self.drafts if draft.cue is not None for token in range(*draft.cue)}
        waiting: dict[int, VerbCue] = {}
        rejoinders: list[VerbCue] = []
        self.quotations = Quotations(layout, self.parties, self.informants, waiting)
        for cue in cues:
            if self.a.clauses[cue.clause].head in told:
                continue
            if self.contents.extents.rejoinders.joint(cue.clause) >= 0:
                rejoinders.append(cue)
                continue
            one: VerbCue | None = cue
            while one is not None:
                draft = self._statement(one, incises)
                if draft is not None:
                    self.drafts.append(draft)
                    self.parties.known[cue.clause] = draft.speakers
                    if draft.rule == "incise":
                        self.parties.set_in.add(cue.clause)
                    break
                if self._may_wait(one):
                    waiting[self.a.clauses[cue.clause].sentence] = one
                one = one.shorter
        held = {draft.begin for draft in self.drafts}
        for noun in find_noun_cues(layout):
            draft = sources.of_noun(noun)
            if draft is not None and draft.begin not in held:
                self.drafts.append(draft)
        for cue in rejoinders:
            self._rejoin(cue)
        Again(layout, self.index, self.quotations).take_up(self.drafts)
        Spokespersons(layout, self.index, self.quotations).take_up(self.drafts)
        self._leave_unnamed()
        share_out(self.drafts, self.a.tags)
        cut_phrases(self.drafts, layout)
        for cue, quotation in self.quotations.attribute(self.drafts):
            group = self._group(cue, quoted=True)
            if group is not None:
                self.drafts.append(self._draft("quote", cue, group, layout.parts(quotation), self._speakers(cue)))
        return assemble(self.drafts, layout, self.hearsay)

    # -- verb cues

    def _statement(self, cue: VerbCue, incises: Incises) -> Draft | None:
        told = self._told_by(cue)
        if self.parties.is_own_voice(told.clause) or (told is cue and self._is_aside(cue)):
            return None
        incise = incises.find(told)
        if incise is not None and (told is cue or incise.quoted):
            draft = self._of_incise(told, incise)
            if draft is not None:
                return draft
        if told is not cue and self._is_aside(cue):
            return None
        found = self.contents.behind(cue)
        if found is None:
            return None
        speakers = self._speakers(cue)
        if not self._is_told(cue, found, speakers) or (self._is_condition(cue) and not self._is_verbatim(found)):
            return None
        parts = found.parts
        if self.a.clauses[cue.clause].passive and not cue.active and speakers:
            parts = self._before_agent(cue, parts, speakers[0][0][0])
        parts = [part for part in parts if part[1] > part[0] and not any(place[0] <= part[0] and part[1] <= place[1] for place, _ in speakers)]
        return self._draft(found.rule, cue, found.group, parts, speakers) if parts else None

    def _before_agent(self, cue: VerbCue, parts: list[Range], agent: int) -> list[Range]:
        """The parts of a passive's content without its agent: "jugé « inutile » *par* la Cour", "accused of fraud *by* the bank"."""
        begin = self.a.chunks[self.a.chunk_of[agent]].preposition if self.a.chunk_of[agent] >= 0 else -1
        if begin < cue.last:
            return parts
        return [(first, begin if first < begin < last else last) for first, last in parts]

    def _rejoin(self, cue: VerbCue) -> None:
        """Make a statement of a clause that answers the one before it: "X accuse Y d'avoir menti, *ce que Y dément*"."""
        parts = self.contents.extents.rejoinders.answered_words(cue, self.drafts)
        clause = self.a.clauses[cue.clause]
        speakers = self._speakers(cue) or (self.parties.of_chunk(clause.objects[0]) if clause.objects else [])  # "que rejette *la société*"
        if parts and speakers:
            self.drafts.append(self._draft("rejoinder", cue, self.layout.rejoining[cue.clause], parts, speakers))

    def _told_by(self, cue: VerbCue) -> VerbCue:
        """The cue as its governing verb has it, where an infinitive that reports adjoins it: "he *likes to remind* them", "a tenu à *ajouter* X"."""
        a = self.a
        clause = a.clauses[cue.clause]
        above = a.clauses[clause.governor] if clause.form == "infinitive" and clause.governor >= 0 else None
        if above is None or above.form != "finite" or above.negated or not above.last <= clause.first or a.tags[above.last : clause.first].strip("TPBR+"):
            return cue
        return cue._replace(clause=clause.governor, first=above.first, shorter=None)

    def _speakers(self, cue: VerbCue) -> list[Party]:
        taken_up = self.contents.extents.taken_up.get(cue.clause, -1)
        if taken_up >= 0:
            return self.parties.known.get(taken_up) or self.parties.speakers(taken_up)
        clause = self.a.clauses[cue.clause]
        if clause.form == "infinitive" and clause.governor < 0 and self._is_narrative(cue):
            return self._last_speakers(cue)
        if cue.voice >= 0:
            return self.parties.known.get(cue.voice) or self.parties.speakers(cue.voice)
        speakers = self.parties.speakers(cue.clause, active=cue.active)
        if speakers and all(self.parties.is_nobody(place) for place, _ in speakers):
            return self._informants(cue) or speakers
        return speakers

    def _informants(self, cue: VerbCue) -> list[Party]:
        """Those for whom "on" speaks, told at the head of the sentence: "*À Matignon*, on assure que …"."""
        a = self.a
        (first, last), pronoun = self.layout.bounds(cue.first), a.clauses[cue.clause].pronoun
        if pronoun > a.clauses[cue.clause].first:  # "« … », répond-on *à la mairie*"
            behind = next((at for at in range(cue.last, last) if a.tags[at] not in "BJR"), last)
            if behind < last and a.tags[behind] == "P" and a.lemmas[behind] in self.pack.speech.informants:
                return self.informants.behind(behind)
        first = self.layout.over(first, "BC", pronoun)
        if (
            pronoun <= first
            or a.tags[pronoun - 1] != ","
            or a.tags[first] != "P"
            or a.lemmas[first] not in self.pack.speech.informants
            or "V" in a.tags[first:pronoun]
        ):
            return []
        return self.informants.behind(first)

    def _are_events(self, parties: list[Party]) -> bool:
        """Whether what stands as a speaker happens: "pouvait laisser craindre *un génocide*"."""
        heads = [self.a.chunks[self.a.chunk_of[place[0]]].head for place, _ in parties if self.a.chunk_of[place[0]] >= 0]
        return bool(heads) and all(self.pack.event_nouns.has(self.a.norms[head]) and self.a.lemmas[head] not in self.pack.source_words for head in heads)

    def _is_aside(self, cue: VerbCue) -> bool:
        """Whether no one says it there: an infinitive in a remark about saying ("il est juste de dire que"), or a condition."""
        a = self.a
        clause = a.clauses[cue.clause]
        if clause.relation == "interrogative":
            return True  # "asked if he thought that …"
        if clause.relation == "complement" and clause.governor >= 0:
            above = a.clauses[clause.governor]
            expletive = above.pronoun >= 0 and a.norms[above.pronoun] in self.pack.grammar.expletives
            if expletive and above.lemma in self.pack.grammar.verbs.copula and clause.marker > max(above.last, above.pronoun + 1):
                return True  # "il n'est pas surprenant que X ait qualifié …"
        if clause.form != "infinitive":
            return False
        if clause.governor < 0:
            return not self._is_narrative(cue)
        governor = a.clauses[clause.governor]
        copular = governor.lemma in self.pack.grammar.verbs.copula
        return copular or not any(actor or self.parties.may_speak(place) for place, actor in self.parties.speakers(cue.clause))

    def _is_condition(self, cue: VerbCue) -> bool:
        """Whether it is only supposed: "si la cour accepte que …", unless in words that were said ("Si X salue « un chef-d'œuvre », …")."""
        clause = self.a.clauses[cue.clause]
        return clause.relation == "adverbial" and clause.marker >= 0 and self.hearsay.is_condition(clause.marker)

    def _is_narrative(self, cue: VerbCue) -> bool:
        """Whether an infinitive opens its sentence behind "et de", of whoever spoke before: "*Et de rappeler* que le club a cent ans"."""
        clause = self.a.clauses[cue.clause]
        first = self.layout.bounds(cue.first)[0]
        return clause.marker == first + 1 and self.a.tags[first] == "C" and self.a.tags[clause.marker] == "P" and bool(self._last_speakers(cue))

    def _last_speakers(self, cue: VerbCue) -> list[Party]:
        """The speakers of the last statement before a cue, in its sentence or the one before."""
        before = [draft for draft in self.drafts[-_RECENT:] if draft.cue is not None and draft.cue[0] < cue.first]
        last = max(before, key=lambda draft: draft.last, default=None)
        near = last is not None and self.a.sentence_of[last.last - 1] >= self.a.sentence_of[cue.first] - 1
        if last is not None and near:
            return last.speakers
        number = self.a.sentence_of[cue.first]
        return self.quotations.subject_of(number - 1, self.a.sentences[number][0]) if number else []

    def _of_incise(self, cue: VerbCue, incise: Incise) -> Draft | None:
        group = self._group(cue, quoted=incise.quoted)
        if group is None or not incise.parts:
            return None  # "« », sourit-elle"
        speakers = self.parties.speakers_at(incise.subject) if incise.subject is not None else self._speakers(cue)
        if speakers and all(self.parties.is_nobody(place) for place, _ in speakers):
            speakers = self._informants(cue) or speakers
        if self.a.clauses[cue.clause].passive and not cue.active:  # "…, jurors were told"
            draft = self._draft("incise", cue, group, incise.parts, [])
            draft.addressees = speakers
            draft.phrase = (incise.begin, incise.end)
            return draft
        told = "subject" in group.addressee  # "…, an inquest heard"
        if not told and not any(actor or self.parties.may_speak(place) for place, actor in speakers) and (not incise.quoted or self._are_events(speakers)):
            return None
        if incise.subject is not None and self.a.quoted[incise.subject[0]] >= 0 and not any(actor for _, actor in speakers):
            speakers = self.quotations.subject_before(self.a.sentence_of[cue.first], incise.subject) or speakers
        draft = self._draft("incise", cue, group, incise.parts, speakers)
        draft.phrase = (incise.begin, incise.end)
        return draft

    def _group(self, cue: VerbCue, *, quoted: bool) -> ReportingGroup | None:
        """The group of a cue behind its content."""
        groups = [group for group in cue.groups if self._subject_fits(cue, group)]
        order = ("quote", "clause", "question") if quoted else ("clause", "quote")
        return next((group for kind in order for group in sorted(groups, key=lambda group: bool(group.subject_kind)) if kind in group.content), None)

    def _subject_fits(self, cue: VerbCue, group: ReportingGroup) -> bool:
        clause = self.a.clauses[cue.clause]
        if (
            clause.passive
            and not cue.active
            and not (group.passive or group.content_prepositions or "object" in group.addressee or "object" in group.target or "noun" in group.content)
        ):
            return bool({"clause", "quote", "predicate"} & set(group.content)) and (bool(self._speakers(cue)) or self._is_impersonal(cue))
        if group.subject_heads and not any(self._words(chunk) & frozenset(group.subject_heads) for chunk in clause.subjects):
            return False
        return not group.subject_kind or bool(frozenset(group.subject_kind) & self.parties.kinds(cue.clause))

    def _words(self, chunk: int) -> frozenset[str]:
        """The words of a noun phrase, its head in dictionary form: "Judge Ann Roy", "the court"."""
        phrase = self.a.chunks[chunk]
        return self.layout.lemmas(chunk) | frozenset(self.a.norms[phrase.first : phrase.last])

    def _is_impersonal(self, cue: VerbCue) -> bool:
        """Whether a passive has no subject but the infinitive that it reports: "*il est reproché* à l'ancien maire d'avoir menti"."""
        clause = self.a.clauses[cue.clause]
        named = any("object" in {*group.target, *group.addressee} for group in cue.groups)
        return clause.form == "finite" and clause.pronoun >= 0 and self.a.norms[clause.pronoun] in self.pack.grammar.expletives and not named

    def _is_told(self, cue: VerbCue, found: Found, speakers: list[Party]) -> bool:
        """Whether the subject can be one who says: an actor, people, a document or a source; a clause or quotation asks less."""
        clause = self.a.clauses[cue.clause]
        passive = clause.passive and not cue.active
        if found.rule == "passive" and clause.modals:
            return False
        if passive and clause.form == "participle" and not speakers:
            return False
        if clause.form == "infinitive" and found.rule not in ("clause", *_VERBATIM) and not self._is_verbatim(found):
            return False
        if found.rule in _VERBATIM:
            return not (found.rule == "colon" and speakers and all(self.parties.is_nobody(place) for place, _ in speakers))
        if passive:
            told = "object" in found.group.target or "object" in found.group.addressee
            if told and found.rule == "preposition" and clause.subjects and not self.contents.nouns.is_someone(clause.subjects[0]):
                return False
            if self._is_impersonal(cue) and found.rule == "infinitive":
                return True
            return bool(speakers) or (clause.form == "finite" and told and found.rule in ("preposition", "clause", "question"))
        meant = clause.pronoun >= 0 and self.a.norms[clause.pronoun] in self.pack.grammar.expletives and clause.lemma not in self.pack.grammar.impersonal_verbs
        if clause.form == "finite" and not meant and not self._tells_someone(cue) and all(self.parties.is_nobody(place) for place, _ in speakers):
            return False  # "on note que …": the phrases of reports without a source are listed
        if found.rule in ("noun", "infinitive", "gerund", "predicate", "preposition") and clause.modals and not self._is_verbatim(found):
            return False
        if not speakers:
            return clause.form != "finite"
        if any(actor is not None or self.parties.may_speak(place) for place, actor in speakers):
            return True
        asserts = found.rule == "question" or (found.rule == "clause" and found.group.commitment == "asserted")
        return asserts and (meant or not all(self.parties.is_thing(place) for place, _ in speakers))

    def _tells_someone(self, cue: VerbCue) -> bool:
        """Whether a pronoun between subject and verb is told: "on *nous* a dit que …", so someone spoke."""
        a = self.a
        clause = a.clauses[cue.clause]
        reflexives = self.pack.grammar.verbs.reflexives
        return any(
            a.tags[at] == "R" and at != clause.pronoun and a.canonical[at] not in reflexives and a.norms[at] in self.told_pronouns
            for at in range(clause.first, clause.head)
        )

    def _is_verbatim(self, found: Found) -> bool:
        return any(self.a.tags[at] == "q" for begin, end in found.parts for at in range(max(begin - 1, 0), end))

    def _may_wait(self, cue: VerbCue) -> bool:
        """Whether a cue without content may have it in the next sentence."""
        clause = self.a.clauses[cue.clause]
        return clause.form in ("finite", "gerund") and any({"quote", "clause"} & set(group.content) for group in cue.groups) and self.a.quoted[cue.first] < 0

    def _draft(self, rule: str, cue: VerbCue, group: ReportingGroup, parts: list[Range], speakers: list[Party]) -> Draft:
        clause = self.a.clauses[cue.clause]
        last = cue.last if cue.gap == (0, 0) else max(clause.last, clause.first + 1)
        if clause.pronoun >= clause.first:
            last = max(last, clause.pronoun + 1)
        told = self.hearers.addressees(cue, group, parts, speakers)
        if "subject" in group.addressee:  # "the court heard that …"
            told, speakers = [*speakers, *told], []
        return Draft(
            rule,
            group.act,
            (cue.first, last),
            parts,
            self._unnamed(cue, speakers),
            told,
            [medium for medium in self.hearers.media(cue, parts) if medium not in told],
            informed=self._tells_someone(cue),
            negated=self._is_negated(cue),
            hearsay=self.hearsay.of_cue(cue.clause, cue.first, last),
            clause=cue.clause,
            commitment=group.commitment,
        )

    def _leave_unnamed(self) -> None:
        """A pronoun right behind a statement stands for who made it: someone unnamed ("Selon un ouvrier, … « … », a-t-il dit"), else the one person named."""
        a = self.a
        unnamed: set[int] = set()  # sentences whose statement is told by someone unnamed
        named: set[int] = set()  # those with a speaker who is not
        last: tuple[int, str] | None = None  # the last person who spoke by name, and where
        for draft in sorted(self.drafts, key=lambda draft: draft.begin):
            if draft.cue is None or not draft.speakers or a.quoted[draft.cue[0]] >= 0:
                continue
            number = a.sentence_of[draft.cue[0]]
            tokens = [place[0] for place, _ in draft.speakers]
            if all(self.parties.is_third(token) and a.tags[token] != "D" for token in tokens):
                if self._is_named_before(draft.speakers):
                    continue
                if self._are_unnamed(number - 1, tokens):
                    unnamed.add(number - 1)
                if (number - 1 in unnamed - named) or (number in unnamed and draft.rule == "incise"):
                    draft.speakers = [(place, None) for place, _ in draft.speakers]
                    unnamed.add(number)
                elif last is not None and number - last[0] == 1 and draft.speakers == [(draft.speakers[0][0], None)] and self._may_mean(tokens[0], last[1]):
                    draft.speakers = [(draft.speakers[0][0], last[1])]
                    last = number, last[1]
            elif any(actor for _, actor in draft.speakers):
                named.add(number)
                people = [actor for _, actor in draft.speakers if actor and self.index.actors[actor].kind == "person"]
                last = (number, people[0]) if len(people) == len(draft.speakers) == 1 else None
            elif all(a.chunk_of[token] >= 0 and self.index.is_people(a.chunk_of[token]) for token in tokens):
                if not self.quotations.subject_of(number, a.sentences[number][1]):  # "For a man who insists …, *Victor Sloan* …"
                    unnamed.add(number)

    def _may_mean(self, token: int, actor: str) -> bool:
        """Whether a pronoun fits the person who spoke in the sentence before, as far as their given name tells."""
        pronouns, norm = self.pack.grammar.pronouns, self.a.norms[token]
        gender = "m" if norm in pronouns.s_m else "f" if norm in pronouns.s_f else ""
        told = self.pack.gazetteer.given_names.get(self.index.actors[actor].name.split()[0].lower(), "")
        either = norm in pronouns.s and self.a.tags[token] == "R" and self.a.canonical[token] != norm  # "à *l'*en croire"
        return either or (bool(gender) and told in ("", "u", gender))

    def _are_unnamed(self, number: int, tokens: list[int]) -> bool:
        """Whether the last main subject of a sentence is without a name: several people whom "they" behind it means, a document that "it" does."""
        a = self.a
        plural = all(a.norms[token] in self.parties.plural for token in tokens)
        neuter = all(a.norms[token] in self.pack.grammar.expletives for token in tokens)
        for index in reversed(self.layout.clauses_of[number] if number >= 0 and (plural or neuter) else []):
            clause = a.clauses[index]
            if clause.relation in ("root", "coordinated") and clause.form == "finite" and clause.subjects and a.quoted[clause.first] < 0:
                chunk = self.layout.owned(clause.subjects[0])
                if self.index.of_chunk(chunk) or a.tags[a.chunks[chunk].head] == "E":
                    return False
                several = (clause.plural or len(self.layout.lemmas(chunk)) > 1) and self.index.is_people(chunk)
                return several if plural else bool(self.layout.lemmas(chunk) & self.pack.speech.documents)
        return False

    def _is_named_before(self, speakers: list[Party]) -> bool:
        """Whether a pronoun's actor stands by name in its own sentence: "X said that … a bill which *he* described as …"."""
        names = self.index.names
        return all(
            actor is not None and any(names.get(token) == actor for token in range(self.a.sentences[self.a.sentence_of[place[0]]][0], place[0]))
            for place, actor in speakers
        )

    def _is_negated(self, cue: VerbCue) -> bool:
        """Whether a cue says that it was not said: by a word of its own or of its subject, not by what is said ("No comment")."""
        a = self.a
        clause = a.clauses[cue.clause]
        if not clause.negated:
            return False
        negative = frozenset(self.pack.grammar.verbs.negative_determiners)
        return "X" in a.tags[cue.first : cue.last + 1] or any(a.norms[a.chunks[chunk].first] in negative for chunk in clause.subjects)

    def _unnamed(self, cue: VerbCue, speakers: list[Party]) -> list[Party]:
        """Speakers without their actor where the text says that they stay unnamed."""
        a, marks = self.a, self.pack.speech.unnamed_marks
        first, last = a.sentences[a.clauses[cue.clause].sentence]
        if any(a.norms[at] in marks and marks.match(a.norms, at) for at in range(first, last)):
            return [(place, actor if place[0] in self.index.names else None) for place, actor in speakers]
        return speakers


def find_statements(analysis: Analysis, pack: Pack, actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """The statements of a text.

    Args:
        analysis: the text.
        pack: its language.
        actors: the actors of the text.

    Returns:
        Statements in text order of their content. Linear in the text's length.
    """
    return StatementFinder(analysis, pack, actors).find()
