"""Who said what to whom: the stage that turns cues, contents and sources into statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from newsevents.mentions.index import ActorIndex
from newsevents.model import Participant, ParticipantRole, Span, Statement, StatementForm, offset_id
from newsevents.statements.contents import Contents
from newsevents.statements.cues import find_noun_cues, find_source_cues, find_verb_cues
from newsevents.statements.speakers import Parties

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.model import Actor
    from newsevents.statements.contents import Range
    from newsevents.statements.cues import NounCue, SourceCue, VerbCue
    from newsevents.text.analysis import Analysis

    Found = tuple[str, ReportingGroup, list[Range]]


@attrs.define(eq=False)
class Draft:
    """A statement under construction, in tokens."""

    rule: str
    act: str
    cue: Range
    content: list[Range]
    speakers: list[tuple[Range, str | None]]
    addressees: list[tuple[Range, str | None]] = attrs.field(factory=list)
    media: list[tuple[Range, str | None]] = attrs.field(factory=list)
    negated: bool = False
    hearsay: bool = False
    clause: int = -1


class StatementFinder:
    """Finds the statements of one text."""

    def __init__(self, analysis: Analysis, pack: Pack, actors: tuple[Actor, ...]) -> None:
        self.a = analysis
        self.pack = pack
        self.index = ActorIndex(analysis, pack, actors)
        self.contents = Contents(analysis, pack)
        self.parties = Parties(analysis, pack, self.index)
        self.drafts: list[Draft] = []
        self.cuts: list[Range] = []  # cue phrases that split the words around them

    def find(self) -> tuple[Statement, ...]:
        """All statements in text order."""
        cues = find_verb_cues(self.a, self.pack)
        sources = find_source_cues(self.a, self.pack)
        rest = []
        for cue in cues:
            if not self._incise(cue):
                rest.append(cue)
        for source in sources:
            self._source(source)
        for cue in rest:
            self._right(cue)
        for noun in find_noun_cues(self.a, self.pack):
            self._noun(noun)
        self._apply_cuts()
        self._continue_quotations()
        return self._statements()

    # -- cues in the middle of, or behind, what they report

    def _incise(self, cue: VerbCue) -> bool:
        """A cue set off behind or inside its content: "…, a déclaré X", "…," X said."""
        a = self.a
        clause = a.clauses[cue.clause]
        if clause.form != "finite" or clause.relation in ("complement", "adverbial", "relative") and clause.marker >= clause.first - 4 and clause.marker >= 0 and self._adjacent_subject(cue.clause) is None:
            return False
        sentence_first, sentence_last = a.sentences[clause.sentence]
        begin, subject, inverted = self._cue_begin(cue)
        before = begin - 1
        while before > sentence_first and a.tags[before] in "B+" and a.tags[before - 1] in ",qB+":
            before -= 1
        if before < sentence_first:
            return False
        closing = a.tags[before] == "q" and before in self.contents.closes
        comma = a.tags[before] in ",-" or (a.tags[before] == "." and False)
        if comma and before - 1 >= sentence_first and before - 1 in self.contents.closes:
            closing = True
        inside = next((q for q in self.contents.outer if q.open < begin and q.close > cue.last and a.quoted[begin] >= 0), None)
        if not (closing or comma) or (inside is not None and not inverted):
            return False
        right_quote = self.contents.quote_after(cue.last, sentence_last)
        if self.contents.complement(cue.clause, cue.last) is not None and not (inside or inverted):
            return False
        if not closing and inside is None:
            if right_quote is not None and not self._resumes(cue.last, right_quote.open):
                return False
            if not self._stands_alone(sentence_first, before, inverted=inverted):
                return False
        elif closing and right_quote is not None and right_quote.open - cue.last < 1 and not inverted:
            return False
        end = self._cue_end(cue, subject, sentence_last)
        group = self._group(cue, ("quote", "clause"))
        if group is None:
            return False
        parts: list[Range] = []
        quotation = None
        if inside is not None:
            parts = [(inside.open + 1, before), (end + 1 if end < len(a.tags) and a.tags[end] in ",-" else end, inside.close)]
        else:
            mark = before if before in self.contents.closes else before - 1
            quotation = self.contents.closes.get(mark) if closing else None
            if quotation is not None and self._begins_with(quotation.open, sentence_first):
                parts = [(quotation.open + 1, quotation.close)]
            else:
                parts = [(self._content_begin(sentence_first, before), before)]
            if end < sentence_last - 1 and a.tags[end] in ",-:":
                if end + 1 in self.contents.opens:
                    second = self.contents.opens[end + 1]
                    parts.append((second.open + 1, second.close))
                elif quotation is None and inverted and self._goes_on(end + 1, sentence_last):
                    parts.append((end + 1, sentence_last))
            elif end in self.contents.opens and a.tags[end] == "q":
                second = self.contents.opens[end]
                parts.append((second.open + 1, second.close))
        speakers = self.parties.speaker_of(cue.clause, subject) if subject is not None else self.parties.speakers(cue.clause)
        if not self._plausible(cue.clause, group, speakers, quoted=closing or inside is not None):
            return False
        draft = self._draft("incise", cue, group, parts, speakers)
        self.drafts.append(draft)
        self.cuts.append((before if a.tags[before] in ",-" else begin, end))
        return True

    def _resumes(self, last: int, opening: int) -> bool:
        return any(self.a.tags[at] == "," for at in range(last, opening)) and False

    def _cue_begin(self, cue: VerbCue) -> tuple[int, Range | None, bool]:
        """Where the cue phrase begins, its subject where that tells (None: as the clause has it), and whether it is inverted."""
        a = self.a
        clause = a.clauses[cue.clause]
        adjacent = self._adjacent_subject(cue.clause)
        if adjacent is not None:
            return adjacent[0], None, False
        if clause.pronoun >= 0 and clause.inverted:
            return clause.first, (clause.pronoun, clause.pronoun + 1), True
        if 0 <= clause.pronoun < clause.first and clause.first - clause.pronoun <= 3:
            return clause.pronoun, None, False
        limit = a.sentences[clause.sentence][1]
        for chunk in range(len(a.chunks)):
            phrase = a.chunks[chunk]
            if phrase.first < cue.last - (1 if cue.gap != (0, 0) else 0):
                continue
            if phrase.first >= limit or any(a.tags[at] in ",.;:VQSq" for at in range(cue.last, phrase.first)):
                break
            if phrase.preposition < 0 and a.norms[phrase.head] not in self.pack.grammar.clauses.temporal:
                return clause.first, (phrase.first, phrase.last), True
        return clause.first, None, False

    def _adjacent_subject(self, clause: int) -> Range | None:
        """The subject right before the verb, with its complements."""
        a = self.a
        one = a.clauses[clause]
        at = one.first - 1
        while at >= 0 and a.tags[at] in "B+":
            at -= 1
        if at < 0 or a.chunk_of[at] < 0:
            return None
        chunk = a.chunk_of[at]
        steps = 0
        while chunk >= 0 and steps < 6:
            phrase = a.chunks[chunk]
            if chunk in one.subjects:
                leader = one.subjects[0]
                return min(a.chunks[leader].first, phrase.first), at + 1
            if phrase.behind >= 0 and phrase.preposition >= 0:
                chunk = phrase.behind
            elif phrase.possessor >= 0:
                chunk = phrase.possessor
            else:
                return None
            steps += 1
        return None

    def _cue_end(self, cue: VerbCue, subject: Range | None, limit: int) -> int:
        """Where a cue phrase ends: behind subject, appositions, addressee and adjuncts."""
        a = self.a
        at = max(cue.last, subject[1] if subject else 0)
        while at < limit:
            tag = a.tags[at]
            if tag in ".;:" or (tag == "q" and (at in self.contents.opens or at in self.contents.closes)):
                return at
            if tag in ",-(":
                title = self._apposition_end(at, limit)
                if title < 0:
                    return at
                at = title
                continue
            at += 1
        return at

    def _apposition_end(self, comma: int, limit: int) -> int:
        """Where an apposition to the speaker ends that a comma opens ("…, says X, a spokesman, …"), -1."""
        a = self.a
        at = comma + 1
        if at < limit and a.tags[at] == "M" and at + 1 < limit and a.tags[at + 1] in ",A":
            stop = at + 1
            while stop < limit and a.tags[stop] not in ",":
                stop += 1
            return stop
        while at < limit and a.tags[at] in "B":
            at += 1
        chunk = a.chunk_of[at] if at < limit else -1
        if chunk < 0 or at in self.contents.opens:
            return -1
        phrase = a.chunks[chunk]
        if self.parties.titles.title_in(chunk) is None and phrase.preposition < 0:
            return -1
        if phrase.preposition >= 0:
            return -1
        end = self.parties.titles.chain_end(chunk)
        return end if end < limit and a.tags[end] in ",.;q" else -1

    def _stands_alone(self, first: int, last: int, *, inverted: bool) -> bool:
        """Whether the words before a cue make a clause of their own that can be its content."""
        a = self.a
        for clause in a.clauses:
            if first <= clause.first < last and clause.form == "finite":
                if clause.relation == "adverbial" and not inverted:
                    continue
                if inverted:
                    return True
                if not self.pack.grammar.clauses.zero_complementizer:
                    return False
                return clause.relation == "root" and a.tags[last] == ","
        return False

    def _begins_with(self, opening: int, first: int) -> bool:
        """Whether a quotation begins its sentence (or an earlier one): nothing but a connective stands before it."""
        at = opening - 1
        while at >= first and self.a.tags[at] in "BC+,:":
            at -= 1
        return at < first or not any(self.a.tags[before] in "V" for before in range(first, opening))

    def _content_begin(self, first: int, last: int) -> int:
        at = first
        while at < last and self.a.tags[at] in "C,-":
            at += 1
        return at

    def _goes_on(self, at: int, limit: int) -> bool:
        """Whether the words behind a cue go on with its content: not with a clause about the speaker."""
        if at >= limit or self.a.tags[at] in "GQ":
            return False
        return any(tag in "VIKN" for tag in self.a.tags[at:limit])

    # -- cues before what they report

    def _right(self, cue: VerbCue) -> None:
        a = self.a
        clause = a.clauses[cue.clause]
        limit = a.sentences[clause.sentence][1]
        found: Found | None = None
        groups = [group for group in cue.groups if not clause.passive or group.passive or (group.content_prepositions and group.target)]
        for find in (self._clause_content, self._phrase_content, self._loose_content):
            found = next((hit for group in groups if (hit := find(cue, group, limit)) is not None), None)
            if found is not None:
                break
        if found is None:
            return
        rule, group, parts = found
        speakers = self.parties.speakers(cue.clause)
        if not self._plausible(cue.clause, group, speakers, quoted=rule == "quote"):
            return
        end = max(last for _, last in parts)
        after = end
        while after < limit and a.tags[after] in "q":
            after += 1
        if rule != "quote" and after < limit and a.tags[after] == ":" and after + 1 in self.contents.opens:
            quotation = self.contents.opens[after + 1]
            parts.append((quotation.open + 1, quotation.close))
        self.drafts.append(self._draft(rule, cue, group, parts, speakers))

    def _clause_content(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A clause, or a quotation that holds one."""
        kinds = set(group.content)
        if kinds & {"clause", "question"}:
            complement = self.contents.complement(cue.clause, cue.last)
            if complement is not None and complement[1] > complement[0]:
                return "clause", group, [complement]
        quotation = self.contents.quote_after(cue.last, limit) if "quote" in kinds else None
        if quotation is not None and self._is_whole(quotation):
            return "quote", group, [(quotation.open + 1, quotation.close)]
        return None

    def _phrase_content(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A noun phrase, an infinitive or a gerund."""
        a = self.a
        clause = a.clauses[cue.clause]
        kinds = set(group.content)
        if group.content_prepositions and kinds & {"noun", "infinitive", "predicate", "gerund"}:
            part = self.contents.behind_preposition(cue.clause, cue.last, group)
            if part is not None and part[1] > part[0]:
                if group.commitment == "asked" and a.clause_of[part[0]] >= 0 and a.clauses[a.clause_of[part[0]]].form == "infinitive" and not self._quotes(part):
                    return None
                return "preposition", group, [self._from_object(cue, group, part)]
        elif "infinitive" in kinds:
            part = self.contents.infinitive(cue.clause, group)
            if part is not None and (group.commitment != "asked" or self._quotes(part)):
                return "infinitive", group, [part]
        if "noun" in kinds and not group.content_prepositions and not clause.passive:
            actor_target = bool(clause.objects) and "object" in group.target and bool(self.index.of_chunk(clause.objects[0]))
            part = self.contents.noun_object(cue.clause, cue.last, group, actor_target=actor_target)
            if part is not None:
                return "noun", group, [part]
        return None

    def _loose_content(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A quotation of a few words, or a sentence behind a colon."""
        kinds = set(group.content)
        quotation = self.contents.quote_after(cue.last, limit) if "quote" in kinds else None
        if quotation is not None and quotation.close - quotation.open > 3:
            return "quote", group, [(quotation.open + 1, quotation.close)]
        if kinds & {"clause", "quote"} and any(actor and self.index.actors[actor].kind == "person" for _, actor in self.parties.speakers(cue.clause)):
            colon = self.contents.colon_after(cue.last, limit)
            if 0 < colon < limit - 2 and colon not in self.contents.opens and any(tag in "VI" for tag in self.a.tags[colon:limit]):
                return "colon", group, [(colon, limit)]
        return None

    def _from_object(self, cue: VerbCue, group: ReportingGroup, part: Range) -> Range:
        clause = self.a.clauses[cue.clause]
        if group.content_from == "object" and clause.objects:
            first = self.a.chunks[clause.objects[0]].first
            if cue.last - 1 <= first < part[0]:
                return first, part[1]
        return part

    def _is_whole(self, quotation: object) -> bool:
        """Whether a quotation holds a clause of its own, not a few words of the sentence around it."""
        opening, close = quotation.open, quotation.close  # type: ignore[attr-defined]
        inside = self.a.tags[opening + 1 : close]
        first = self.a.text[self.a.starts[opening + 1]] if opening + 1 < len(self.a.starts) else ""
        return ("V" in inside and ("R" in inside or "E" in inside or "N" in inside or "H" in inside)) or (first.isupper() and len(inside) > 3) or "." in inside[:-1]

    def _quotes(self, part: Range) -> bool:
        return any(self.a.tags[at] == "q" for at in range(*part))

    def _group(self, cue: VerbCue, kinds: tuple[str, ...]) -> ReportingGroup | None:
        return next((group for kind in kinds for group in cue.groups if kind in group.content), None)

    def _plausible(self, clause: int, group: ReportingGroup, speakers: list[tuple[Range, str | None]], *, quoted: bool) -> bool:
        """Whether the subject can be one who says: an actor, people, a document or a source, not a thing."""
        if quoted or self.a.clauses[clause].passive:
            return True
        if not speakers:
            return self.a.clauses[clause].form != "finite" or self.a.clauses[clause].person != 3 and False
        return any(actor is not None or self.parties.may_speak(span) for span, actor in speakers)

    # -- source phrases and nouns

    def _source(self, cue: SourceCue) -> None:
        a = self.a
        sentence = a.sentence_of[cue.first]
        first, limit = a.sentences[sentence]
        speakers = self.parties.of_source(cue)
        if cue.chunk >= 0 and not speakers and not self.parties.may_speak((a.chunks[cue.chunk].first, a.chunks[cue.chunk].last)):
            return
        end = cue.end if cue.chunk < 0 else self.parties.titles.chain_end(cue.chunk)
        low, high = first, limit
        if a.quoted[cue.first] >= 0:
            quotation = a.quotations[a.quoted[cue.first]]
            low, high = max(first, quotation.open + 1), min(limit, quotation.close)
        begins = all(a.tags[at] in "BC,q+" for at in range(low, cue.first))
        while begins and end < limit and a.tags[end] == ",":
            apposition = self._apposition_end(end, limit)
            if apposition < 0:
                break
            end = apposition
        if cue.phrase.needs_comma and not (begins and end < limit and a.tags[end] == "," and any(actor for _, actor in speakers)):
            return
        if begins:
            start = end + 1 if end < high and a.tags[end] in ",:" else end
            quotation = self.contents.opens.get(start)
            if quotation is not None and quotation.close >= high - 2:
                parts = [(quotation.open + 1, quotation.close)]
            else:
                parts = [(start, high)]
                if not any(tag in "VIK" for tag in a.tags[start:high]):
                    return
        else:
            if not cue.phrase.after:
                return
            clause = a.clause_of[cue.first - 1]
            before = cue.first - 1 if a.tags[cue.first - 1] == "," else cue.first
            mark = before - 1 if before - 1 in self.contents.closes else -1
            if mark >= 0 and self._begins_with(self.contents.closes[mark].open, low):
                quotation = self.contents.closes[mark]
                parts = [(quotation.open + 1, quotation.close)]
            else:
                begin = self._enclosing_begin(cue.first, low)
                parts = [(begin, before)]
                _ = clause
                start = end + 1 if end < high and a.tags[end] == "," else end
                if start < high - 1 and self._goes_on(start, high) and a.tags[start] not in "C":
                    parts.append((start, high))
            self.cuts.append((before, end))
        parts = [part for part in parts if part[1] > part[0]]
        if not parts or sum(last - begin for begin, last in parts) < 2:
            return
        self.drafts.append(Draft("source", cue.phrase.act, (cue.first, cue.last), parts, speakers))

    def _enclosing_begin(self, at: int, low: int) -> int:
        """Where the clause begins that a source phrase in the middle belongs to: the innermost complement around it, else the sentence."""
        clause = self.a.clause_of[at - 1]
        while clause >= 0:
            one = self.a.clauses[clause]
            if one.relation == "complement" and one.marker >= low:
                return one.marker + 1
            clause = one.governor
        return self._content_begin(low, at)

    def _noun(self, cue: NounCue) -> None:
        a = self.a
        clause = a.clauses[cue.complement]
        begin = clause.marker + 1
        end = self.contents.subtree_end(cue.complement)
        if any(draft.content[0][0] <= begin < draft.content[-1][1] and draft.content[0][0] == begin for draft in self.drafts):
            return
        speakers = self.parties.of_noun(cue.chunk, clause.governor)
        phrase = a.chunks[cue.chunk]
        self.drafts.append(Draft("noun-cue", cue.noun.act, (phrase.head, phrase.head + 1), [(begin, end)], speakers))

    # -- putting together

    def _draft(self, rule: str, cue: VerbCue, group: ReportingGroup, parts: list[Range], speakers: list[tuple[Range, str | None]]) -> Draft:
        clause = self.a.clauses[cue.clause]
        taken = {at for _, actor in speakers if actor for at in [actor]}
        first = min(begin for begin, _ in parts)
        addressees = [party for party in self.parties.addressees(cue.clause, group, parts) if party[1] not in taken or party[1] is None]
        last = clause.last
        if clause.pronoun >= clause.first:
            last = max(last, clause.pronoun + 1)
        _ = first
        return Draft(
            rule,
            group.act,
            (clause.first if clause.first >= 0 else cue.first, max(last, cue.last if cue.gap == (0, 0) else clause.last)),
            [part for part in parts if part[1] > part[0]],
            speakers,
            addressees,
            self.parties.media(cue.clause, parts),
            negated=clause.negated,
            hearsay=clause.tense == "conditional" and self.parties.is_hearsay(clause),
            clause=cue.clause,
        )

    def _apply_cuts(self) -> None:
        """Take cue phrases out of the contents around them."""
        for draft in self.drafts:
            own = draft.cue
            for low, high in self.cuts:
                if low <= own[0] < high:
                    continue
                parts: list[Range] = []
                for begin, end in draft.content:
                    if high <= begin or low >= end:
                        parts.append((begin, end))
                        continue
                    if begin < low:
                        parts.append((begin, low))
                    # words behind a cue that closes a sentence are not the inner statement's
                    if high < end and any(self.a.tags[at] in "NEVIGK" for at in range(high, end)):
                        parts.append((high, end))
                if parts:
                    draft.content = parts

    def _continue_quotations(self) -> None:
        """Give quotations without a cue to the statement before them: the speaker goes on."""
        a = self.a
        for quotation in self.contents.outer:
            begin, end = quotation.open + 1, quotation.close
            if end - begin < 3 or any(low < end and begin < high for draft in self.drafts for low, high in draft.content):
                continue
            sentence = a.sentence_of[begin]
            if not self._begins_with(quotation.open, a.sentences[sentence][0]) or not self._is_whole(quotation):
                continue
            rest = range(min(end + 1, len(a.tags)), a.sentences[a.sentence_of[min(end, len(a.tags) - 1)]][1])
            if any(a.tags[at] in "V" for at in rest):
                continue
            best = None
            for draft in self.drafts:
                last = max(max(high for _, high in draft.content), draft.cue[1])
                if last <= quotation.open and a.sentence_of[last - 1] >= sentence - 1 and a.paragraphs[last - 1] >= a.paragraphs[begin] - 1:
                    if best is None or last > max(best.content[-1][1], best.cue[1]):
                        best = draft
            if best is not None and any(actor for _, actor in best.speakers) or best is not None and best.rule in ("incise", "quote"):
                best.content.append((begin, end))

    def _statements(self) -> tuple[Statement, ...]:
        a = self.a
        ready = []
        for draft in self.drafts:
            spans = [span for begin, end in sorted(draft.content) if (span := self._trim(begin, end)) is not None]
            if spans:
                ready.append((spans, draft))
        ready.sort(key=lambda item: (a.starts[item[0][0][0]], a.ends[item[0][-1][1] - 1]))
        taken: set[str] = set()
        identities = []
        for spans, _ in ready:
            identity = offset_id("s", a.starts[spans[0][0]], taken)
            taken.add(identity)
            identities.append(identity)
        statements = []
        for number, (spans, draft) in enumerate(ready):
            form, quotations = self._form(spans)
            participants = [
                Participant(role=role, span=self._span(*place), actor_id=actor)
                for role, parties in ((ParticipantRole.SPEAKER, draft.speakers), (ParticipantRole.ADDRESSEE, draft.addressees), (ParticipantRole.MEDIUM, draft.media))
                for place, actor in parties
            ]
            statements.append(
                Statement(
                    id=identities[number],
                    form=form,
                    act=draft.act,
                    content=tuple(self._span(*span) for span in spans),
                    quotations=tuple(self._span(*span) for span in quotations),
                    cue=self._span(*draft.cue),
                    participants=tuple(participants),
                    negated=draft.negated,
                    hearsay=draft.hearsay or self._reports_hearsay(spans),
                    within=self._outer(number, ready, identities),
                    rule=draft.rule,
                )
            )
        return tuple(statements)

    def _outer(self, number: int, ready: list[tuple[list[Range], Draft]], identities: list[str]) -> str | None:
        """The innermost statement in whose content the cue and the content of another stand."""
        spans, draft = ready[number]
        best, size = None, 0
        for other, (around, outer) in enumerate(ready):
            if other == number or outer is draft:
                continue
            covers = any(low <= draft.cue[0] and draft.cue[1] <= high for low, high in around) and any(low <= spans[0][0] and spans[0][1] <= high for low, high in around)
            length = sum(high - low for low, high in around)
            if covers and (best is None or length < size):
                best, size = identities[other], length
        return best

    def _trim(self, begin: int, end: int) -> Range | None:
        """A content range without the marks and stops around it."""
        tags = self.a.tags
        while begin < end and tags[begin] in ",.;:-)":
            begin += 1
        while end > begin and tags[end - 1] in ",.;:-(":
            if tags[end - 1] == "." and self.a.quoted[end - 1] >= 0 and self.a.norms[end - 1] in "?!":
                break
            end -= 1
        while end - begin > 2 and tags[begin] == "q" and begin in self.contents.opens:
            quotation = self.contents.opens[begin]
            if quotation.close != end - 1:
                break
            begin, end = begin + 1, end - 1
        if end - begin > 1 and tags[end - 1] == "q" and (end - 1 in self.contents.opens):
            end -= 1
        if end - begin > 1 and tags[begin] == "q" and begin in self.contents.closes:
            begin += 1
        return (begin, end) if end > begin and any(tag not in ",.;:-q()" for tag in tags[begin:end]) else None

    def _form(self, spans: list[Range]) -> tuple[StatementForm, list[Range]]:
        a = self.a
        quoted: list[Range] = []
        words = inside = 0
        for begin, end in spans:
            start = -1
            for at in range(begin, end):
                word = a.tags[at] not in ",.;:-q()"
                verbatim = a.quoted[at] >= 0 and a.tags[at] != "q"
                words += word
                inside += word and verbatim
                if verbatim and start < 0:
                    start = at
                elif not verbatim and start >= 0 and a.tags[at] == "q":
                    quoted.append((start, at))
                    start = -1
            if start >= 0:
                quoted.append((start, end))
        if not inside:
            return StatementForm.INDIRECT, []
        return (StatementForm.DIRECT if inside == words else StatementForm.MIXED), quoted

    def _reports_hearsay(self, spans: list[Range]) -> bool:
        a = self.a
        for clause in a.clauses:
            if any(begin <= clause.first < end for begin, end in spans) and clause.form == "finite":
                return clause.tense == "conditional" and self.parties.is_hearsay(clause)
        return False

    def _span(self, first: int, last: int) -> Span:
        return Span.of(self.a.text, self.a.starts[first], self.a.ends[last - 1])


def find_statements(analysis: Analysis, pack: Pack, actors: tuple[Actor, ...]) -> tuple[Statement, ...]:
    """The statements of a text.

    Args:
        analysis: the text.
        pack: its language.
        actors: the actors of the text.

    Returns:
        Statements in text order of their content.
    """
    return StatementFinder(analysis, pack, actors).find()
