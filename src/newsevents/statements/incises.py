"""Cues behind or inside what they report: "« … », a déclaré X", "The reactor, the operator explained, will run"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.statements.around import Around

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.statements.contents import Contents
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.layout import Layout, Range
    from newsevents.statements.speakers import Parties
    from newsevents.text.analysis import Quotation

_APPOSITION = 40  # tokens of an apposition or relative clause between a speaker and the verb


class Incise(NamedTuple):
    """A cue set off from its content: where its phrase begins and ends, its subject, and the content's parts."""

    begin: int
    end: int
    subject: Range | None
    parts: list[Range]
    quoted: bool


class _Phrase(NamedTuple):
    """A cue phrase before its content is known."""

    begin: int
    subject: Range | None
    inverted: bool


class Incises:
    """Finds cues behind or inside what they report, in one text."""

    def __init__(self, layout: Layout, contents: Contents, parties: Parties, cues: list[VerbCue]) -> None:
        self.layout = layout
        self.a = layout.a
        self.contents = contents
        self.parties = parties
        self.around = Around(layout, zero=contents.extents.zero)
        reporting = {layout.a.clauses[cue.clause].first: cue.clause for cue in cues if layout.a.clauses[cue.clause].form == "finite"}
        self._behind: dict[int, tuple[Range, Quotation]] = {}  # clause -> its subject and the quotation before it
        for quotation in layout.closes.values():
            found = self._speaker_behind(quotation, reporting)
            if found is not None:
                self._behind.setdefault(found[0], (found[1], quotation))

    # -- a quotation, its speaker, the verb

    def _speaker_behind(self, quotation: Quotation, reporting: dict[int, int]) -> tuple[int, Range] | None:
        """The clause that reports a quotation with its subject before the verb: "…," X, a spokesman, said."""
        a, layout = self.a, self.layout
        limit = a.sentences[a.sentence_of[quotation.close]][1]
        if self.around.zero and quotation.close == limit - 1 and limit < len(a.tags) and a.paragraphs[limit] == a.paragraphs[quotation.close]:
            limit = a.sentences[a.sentence_of[limit]][1]  # "Who pays?" Ann asked: the mark inside did not end the sentence
        at = layout.over(quotation.close + 1, ",B-", limit)
        if at >= limit:
            return None
        if a.tags[at] == "R":
            subject = (at, at + 1)
            end = at + 1
        elif a.chunk_of[at] >= 0 and a.chunks[a.chunk_of[at]].first == at:
            chunk = layout.owned(a.chunk_of[at])
            end = self.parties.titles.chain_end(chunk)
            subject = (at, end)
        else:
            return None
        return self._verb_from(subject, end, limit, reporting)

    def _verb_from(self, subject: Range, end: int, limit: int, reporting: dict[int, int]) -> tuple[int, Range] | None:
        """The reporting clause that begins behind a subject, over appositions and relative clauses."""
        a, layout = self.a, self.layout
        stop = min(limit, end + _APPOSITION)
        while end < stop:
            for at in range(end, min(layout.over(end, "BRX", stop) + 1, stop)):
                if at in reporting:
                    return reporting[at], subject
            if a.tags[end] in ",(-":
                closing = ")" if a.tags[end] == "(" else ",-"
                end = next((at + 1 for at in range(end + 1, stop) if a.tags[at] in closing), stop)
                continue
            if a.tags[end] in "PK" and a.tags[end - 1] not in ",)-":  # "a man at the scene said", "a woman named Ann said"
                end = next((at for at in range(end + 1, stop) if at in reporting or a.tags[at] in ",(-VQS;:."), stop)
                if end >= stop or (a.tags[end] in "VQS;:." and end not in reporting):
                    return None
                continue
            return None
        return None

    # -- the cue phrase

    def _phrase(self, cue: VerbCue) -> _Phrase | None:
        a, layout = self.a, self.layout
        clause = a.clauses[cue.clause]
        if cue.clause in self._behind:
            subject, _ = self._behind[cue.clause]
            return _Phrase(subject[0], subject, inverted=False)
        if clause.pronoun >= 0 and clause.pronoun > cue.first:
            return _Phrase(cue.first, (clause.pronoun, clause.pronoun + 1), inverted=True)
        low = layout.bounds(cue.first)[0]
        at = layout.back_over(cue.first - 1, "B", low)
        if clause.relation == "root" and a.tags[at] == "," and (a.tags[at - 1] != "q" or self._is_in_relative(cue, at - 1)) and self._has_subject(cue):
            return None  # "X, who had stayed away, *accused* Y"
        if at > low and a.tags[at] == ")" and (opening := a.tags.rfind("(", low, at)) > low:
            at = opening - 1  # "Sen. Frank Roy (D-N.J.) said"
        if at < low:
            return _Phrase(cue.first, self._inverted_subject(cue), inverted=True)
        if a.tags[at] in ",-q":
            return _Phrase(cue.first, self._inverted_subject(cue), inverted=True)
        if clause.pronoun >= 0:
            return _Phrase(clause.pronoun, (clause.pronoun, clause.pronoun + 1), inverted=False) if cue.first - clause.pronoun <= 3 else None
        chunk = a.chunk_of[at]
        if chunk < 0:
            return None
        chunk = self._head_of(chunk, low)
        if a.chunks[chunk].preposition >= 0:
            chunk = next(iter(clause.subjects), -1)  # "…, *several people* involved in the campaign said"
            if chunk < 0 or a.chunks[chunk].preposition >= 0 or a.chunks[chunk].first <= low:
                return None
            first = self._list_begin(layout.begin_of(chunk), low)
            return _Phrase(first, (first, at + 1), inverted=False) if a.tags[first - 1] in ",-q" else None
        first = self._list_begin(layout.begin_of(chunk), low)
        return _Phrase(first, (first, at + 1), inverted=False)

    def _list_begin(self, first: int, low: int) -> int:
        """Where a list of people begins whose last was read as the subject: "…, *two aides and* an official said"."""
        a, layout = self.a, self.layout
        if first - 2 < low or a.tags[first - 1] != "C" or a.chunk_of[first - 2] < 0:
            return first
        chunk = a.chunk_of[first - 2]
        if a.tags[layout.begin_of(chunk) - 1] != ",":
            chunk = self._head_of(chunk, low)
        begin = layout.begin_of(chunk)
        someone = self.contents.nouns.is_someone(chunk) or self.parties.may_speak((a.chunks[chunk].first, a.chunks[chunk].last))
        return begin if begin > low and a.tags[begin - 1] in ",q" and someone else first

    def _head_of(self, chunk: int, low: int) -> int:
        """The noun phrase whose complements end in another: back over prepositions, owners and lists."""
        chunks = self.a.chunks
        for _ in range(8):
            one = chunks[chunk]
            if one.leader != chunk and chunks[one.leader].first >= low:
                chunk = one.leader
            elif one.preposition >= low and one.behind >= 0 and chunks[one.behind].first >= low:
                chunk = one.behind
            elif one.possessor >= 0 and chunks[one.possessor].preposition >= low and chunks[one.possessor].behind >= 0:
                chunk = chunks[one.possessor].behind
            else:
                break
        return chunk

    def _inverted_subject(self, cue: VerbCue) -> Range | None:
        """The noun phrase behind an inverted verb, over what stands between: "a déclaré à l'AFP *Jean Dupont*"."""
        a, layout = self.a, self.layout
        limit = a.sentences[a.sentence_of[cue.first]][1]
        at = cue.last
        while at < limit:
            chunk = a.chunk_of[at]
            if chunk >= 0:
                phrase = a.chunks[chunk]
                if phrase.preposition < cue.last and not layout.is_time(chunk):
                    return phrase.first, phrase.last
                at = phrase.last
                continue
            if a.tags[at] == "," and at + 1 < limit and a.tags[at + 1] == "P":  # "a confié, à Reuters, le directeur …"
                at = next((here for here in range(at + 1, min(at + 9, limit)) if a.tags[here] in ",VQ.;"), limit)
                if at >= limit or a.tags[at] != ",":
                    return None
            elif a.tags[at] not in "BP+M":
                return None
            at += 1
        return None

    # -- the whole

    def find(self, cue: VerbCue) -> Incise | None:
        """A cue as an incise; None where it is none."""
        a, layout = self.a, self.layout
        clause = a.clauses[cue.clause]
        told = any("object" in group.addressee for group in cue.groups)  # "…, jurors were told"
        if (
            clause.form != "finite"
            or (clause.passive and not cue.active and not (told and clause.subjects))
            or not any({"quote", "clause"} & set(group.content) for group in cue.groups)
        ):
            return None
        phrase = self._phrase(cue)
        if phrase is None or self._governs_action(cue):
            return None
        first, limit = layout.firsts[clause.sentence], a.sentences[clause.sentence][1]
        behind = self._behind.get(cue.clause)
        before = layout.back_over(phrase.begin - 1, "B+", 0) if phrase.begin else -1
        if before < 0:
            return None
        quotation = behind[1] if behind is not None else layout.ends_quotation(before)
        if quotation is not None and (quotation.close < first - 1 or (before < first and not self._unfinished(quotation, first))):
            quotation = None
        enclosing = layout.quotation_of(cue.first)
        if enclosing is not None and quotation is not None and quotation.depth <= enclosing.depth:
            quotation = None
        comma = before >= first and a.tags[before] in ",-"
        if enclosing is not None:
            first, limit = max(first, enclosing.open + 1), min(limit, enclosing.close)
            if quotation is None and not phrase.inverted:
                return None
        if quotation is None and (not comma or (clause.negated and not phrase.inverted)):
            return None
        if quotation is not None and (not comma or not phrase.inverted) and not self._is_speech(quotation, first):
            return None
        if (
            quotation is not None
            and not comma
            and not phrase.inverted
            and not self.around.zero
            and a.tags[phrase.begin] in "RDH"
            and a.shapes[phrase.begin] == "C"
        ):
            return None  # "« Qui va répondre ? » *Elle envisage* de porter plainte": a sentence of its own
        if clause.relation == "relative" and not phrase.inverted and behind is None:
            return None
        if phrase.inverted and (phrase.subject is None or (quotation is None and self._has_subject(cue)) or self._is_aimed(cue, phrase.subject)):
            return None
        if not phrase.inverted or quotation is None:
            place = self.contents.clauses.place(cue, limit)
            behind_subject = phrase.subject[1] if phrase.inverted and phrase.subject is not None else limit
            if place is not None and "," not in a.tags[behind_subject : place[0]]:  # "Il est probable, explique X, que …"
                return None
        end = self._end(cue, phrase.subject, limit)
        if quotation is not None:
            return self._of_quotation(phrase, quotation, before, end, first, limit)
        if end < 0:
            return None
        if not phrase.inverted and not self._says(cue):
            return None
        says = any("clause" in group.content for group in cue.groups)
        close = self._end(cue, None, a.sentences[clause.sentence][1])
        if before <= first or not self.around.stands_alone(first, before, close, inverted=phrase.inverted, says=says):
            return None
        second = layout.opens.get(layout.over(end, ",-:", limit))
        if second is not None and not phrase.inverted:
            return None
        begin = self.around.content_begin(first, before)
        parts = [(begin, before)]
        if enclosing is not None and enclosing.open + 1 == first and enclosing.depth == 0 and begin == first:
            parts = [(enclosing.open + 1, before)]
        complete = self.around.is_complete(begin, before)
        if end < limit - 1 and a.tags[end] in ",-" and self.around.goes_on(end + 1, limit, inverted=phrase.inverted, complete=complete):
            parts.append((end + 1, limit if enclosing is None else enclosing.close))
        elif end < limit - 1 and a.tags[end] == ":" and "V" in a.tags[end + 1 : limit] and phrase.inverted:
            parts.append((end + 1, limit))  # "…, nuance-t-il toutefois : l'incubation peut durer vingt jours"
        elif (enclosing is not None and enclosing.close > limit) or (enclosing is not None and end < enclosing.close - 1):
            parts.append((end + 1, enclosing.close))
        return Incise(before, end, phrase.subject, parts, quoted=enclosing is not None)

    def _governs_action(self, cue: VerbCue) -> bool:
        """Whether a verb has its content behind it, an infinitive or gerund: "…, Paris *vows to hit* back", "…", *accused* Paris *of bankrolling* …"."""
        a = self.a
        for child in self.layout.children.get(cue.clause, ()):
            clause = a.clauses[child]
            if clause.form not in ("infinitive", "gerund") or clause.marker < cue.last or set(a.tags[cue.last : clause.marker]) & set(",:q-"):
                continue
            marker = a.lemmas[clause.marker]
            if any(self._takes(group, marker, clause.form) for group in cue.groups):
                return True
        return False

    def _takes(self, group: ReportingGroup, marker: str, form: str) -> bool:
        """Whether a group has such a content behind such a word."""
        if group.content_prepositions:
            return marker in group.content_prepositions and bool({form, "noun"} & set(group.content))
        markers = group.infinitive_markers or self.layout.pack.grammar.verbs.infinitive_markers
        return form == "infinitive" and "infinitive" in group.content and marker in markers

    def _has_subject(self, cue: VerbCue) -> bool:
        """Whether a verb behind a comma has its subject before it ("*X*, qui a perdu, *a accusé* Y"): no inversion, nothing is set in."""
        a = self.a
        clause = a.clauses[cue.clause]
        if clause.relation == "coordinated" or not clause.subjects or a.chunks[clause.subjects[-1]].last > cue.first:
            return False
        # "*Une première*, assure le maire": no single comma parts a subject from its verb
        return a.tags.count(",", a.chunks[clause.subjects[-1]].last, cue.first) != 1

    def _is_aimed(self, cue: VerbCue, behind: Range) -> bool:
        """Whether the noun phrase behind a verb is the one it is aimed at, as what it says of him follows: "…, *accused Brussels of* funding the protests"."""
        a = self.a
        at = behind[1]
        if a.tags[at : at + 1] != "P" or (a.lemmas[at] in self.layout.pack.grammar.clauses.genitive and a.tags[at + 1 : at + 2] not in ("G", "I", "X")):
            return False
        return any("object" in group.target and a.lemmas[at] in group.content_prepositions for group in cue.groups)

    def _is_in_relative(self, cue: VerbCue, mark: int) -> bool:
        """Whether words in marks belong to a relative clause behind the subject: "*La firme, que X accuse d'avoir « menti »*, a coupé les vivres"."""
        a, quotation = self.a, self.layout.closes.get(mark)
        subjects = a.clauses[cue.clause].subjects
        if quotation is None or not subjects or a.chunks[subjects[-1]].last > quotation.open:
            return False
        last = a.chunks[subjects[-1]].last
        return a.tags[last : last + 2] == ",Q" and a.tags.count(",", last, quotation.open) == 1

    def _says(self, cue: VerbCue) -> bool:
        """Whether a verb reports without marks, its subject before it: not one that smiles, and not one with a thing as its object."""
        if not any("clause" in group.content for group in cue.groups):
            return False
        a = self.a
        behind = (chunk for chunk in a.clauses[cue.clause].objects if a.chunks[chunk].first >= cue.last)
        objects = [chunk for chunk in behind if "," not in a.tags[cue.last : a.chunks[chunk].first]]  # "…, the ministry says, *150 of them* …"
        return not objects or self.layout.is_time(objects[0]) or self.contents.nouns.is_someone(objects[0])

    def _is_speech(self, quotation: Quotation, first: int) -> bool:
        """Whether a quotation without a comma behind it can be what was said, not a name in marks ("le groupe « X » a revendiqué")."""
        return (
            self.layout.is_whole(quotation) or quotation.open <= first or self.a.tags[quotation.close - 1] in ",." or "V" in self.a.tags[first : quotation.open]
        )

    def _unfinished(self, quotation: Quotation, first: int) -> bool:
        """Whether a sentence goes on behind a quotation that ended it in appearance: "Who pays?" Ann asked."""
        a = self.a
        return (
            quotation.close == first - 1
            and a.paragraphs[first] == a.paragraphs[quotation.close]
            and a.tags[quotation.close - 1] == "."
            and a.norms[quotation.close - 1][-1] != "."
        )

    def _of_quotation(self, phrase: _Phrase, quotation: Quotation, before: int, end: int, first: int, limit: int) -> Incise | None:
        a, layout = self.a, self.layout
        whole = (
            quotation.open < first
            or a.tags[quotation.open - 1] == ":"
            or (self.around.begins(quotation.open, first) and not self.around.is_joined(quotation, first))
        )
        if whole:
            parts = [(one.open + 1, one.close) for one in layout.chain(quotation) if one.close <= quotation.close]
        elif a.tags[quotation.open - 1] == "," and self.around.is_reported(first, quotation.open):
            parts = [(quotation.open + 1, quotation.close)]  # "X said the phone worked, "and nothing happened," he joked"
        else:
            parts = [(self.around.content_begin(first, before), quotation.close + 1)]
        end = end if end >= 0 else limit
        at = layout.over(end, ",-:", limit)
        second = layout.opens.get(at) if at > end else None
        if second is None and end in layout.opens and phrase.inverted and a.tags[end - 1] not in "PDA+Z" and layout.is_whole(layout.opens[end]):
            second = layout.opens[end]
        if second is None and at < limit and a.tags[at] in "GSP":  # "This," he said, pointing to the rubble, "was my home."
            stops = "VQS;:." if a.tags[at] == "G" else ";:."
            at = next((here for here in range(at, limit) if here in layout.opens or a.tags[here] in stops), limit)
            second = layout.opens.get(at) if a.tags[at - 1] == "," else None
            end = at - 1 if second is not None else end
        if second is not None and second.depth == quotation.depth and (at == end or a.tags[end] in ",-:"):
            parts += layout.parts(second)
        elif not whole and at < limit - 1 and at > end and self.around.goes_on(at, limit, inverted=phrase.inverted, complete=True):
            parts.append((at, limit))
        return Incise(min(before, phrase.begin), end, phrase.subject, [part for part in parts if part[1] > part[0]], quoted=True)

    def _end(self, cue: VerbCue, subject: Range | None, limit: int) -> int:
        """Where a cue phrase ends: behind subject, appositions, the one told and adjuncts; -1 where it has a clause of its own."""
        a, layout = self.a, self.layout
        at = max(cue.last, subject[1] if subject else 0)
        while at < limit:
            tag = a.tags[at]
            if tag in ".;:" or (tag == "q" and (at in layout.opens or at in layout.closes)):
                return at
            if tag == "," and at + 2 < limit and a.tags[at + 1] == "Q" and layout.starting.get(layout.over(at + 2, "BXR", limit)) in layout.reporting:
                return at  # "…, says X, who adds that …"
            if tag in ",-(":
                behind = self.apposition_end(at, limit)
                if behind < 0:
                    return at
                at = behind
                continue
            if tag == "V" and a.clause_of[at] >= 0 and a.clauses[a.clause_of[at]].relation not in ("relative", "adverbial"):
                return -1
            at += 1
        return at

    def apposition_end(self, comma: int, limit: int) -> int:
        """Where an apposition ends that a comma opens ("…, says X, a spokesman, …"), -1 where there is none."""
        a, layout = self.a, self.layout
        at = comma + 1
        if a.tags[comma] == "(":
            close = a.tags.find(")", at, limit)
            return close + 1 if close > 0 else -1
        if at + 1 < limit and a.tags[at] == "M":  # an age: "X, 42, …", "X, 42 ans, …"
            stop = next((here for here in range(at + 1, min(limit, at + 4)) if a.tags[here] in ",.q"), -1)
            return stop if stop == at + 1 or (stop > 0 and a.norms[at + 1] in layout.temporal) else -1
        at = layout.over(at, "B", limit)
        if at >= limit or at in layout.opens:
            return -1
        if a.tags[at] == "Q" and a.norms[at] in layout.pack.grammar.clauses.relative_subjects:
            index = next((other for other in layout.clauses_of[a.sentence_of[at]] if a.clauses[other].marker == at), -1)
            ends = limit - (a.tags[limit - 1] == ".")
            told = max(at + 1, a.clauses[index].last if index >= 0 else 0)
            stop = next((here for here in range(told, ends) if a.tags[here] in ",;:" or here in layout.opens), ends)
            return stop if index >= 0 else -1
        chunk = a.chunk_of[at]
        if chunk < 0 and a.tags[at] == "P":
            return self._affiliation_end(at, limit)
        if chunk < 0 or a.chunks[chunk].preposition >= comma or layout.is_time(chunk):
            return -1
        end = self.parties.titles.chain_end(chunk)
        title = self.parties.titles.title_in(chunk) is not None or bool(self.parties.index.is_people(chunk)) or a.tags[a.chunks[chunk].head] == "E"
        stop = next((here for here in range(end, limit) if a.tags[here] in ",.;:qV"), limit)
        if stop < limit and a.tags[stop] == "V":
            return -1
        if title or self.parties.may_speak((a.chunks[chunk].first, end)):
            return stop if stop - end <= 12 else -1
        return -1

    def _affiliation_end(self, preposition: int, limit: int) -> int:
        """Where words end that tell whose one is: "…, says X, *of the University of Nairobi*, …"; -1 where a preposition begins something else."""
        a, layout = self.a, self.layout
        chunk = layout.chunk_at(layout.over(preposition + 1, "+", limit), limit)
        if chunk < 0 or a.chunks[chunk].preposition != preposition or layout.is_time(chunk):
            return -1
        chunk = layout.owned(chunk)
        actors = self.parties.index.of_chunk(chunk)
        body = any(self.parties.index.actors[actor].kind == "organization" for actor in actors)
        named = a.tags[a.chunks[chunk].head] == "E" and a.lemmas[preposition] not in layout.pack.grammar.clauses.locative
        if not body and not named and layout.pack.roles.heads.match(a.norms, a.chunks[chunk].head) is None:
            return -1
        end = self.parties.titles.chain_end(chunk)
        return end if end >= limit or a.tags[end] in ",.;)" else -1

    def remark_end(self, comma: int, limit: int) -> int:
        """Where a remark about a source ends that a comma opens, behind which a clause with a subject of its own begins; -1.

        « Selon X, l'une des chercheuses, les résultats sont … »: told from a subject by the subject that follows.
        """
        a, layout = self.a, self.layout
        if (
            comma + 1 >= limit
            or a.tags[comma + 1] not in "DNMHAP"
            or (a.tags[comma + 1] == "P" and a.lemmas[comma + 1] not in layout.pack.grammar.clauses.genitive)
        ):
            return -1
        close = next((at for at in range(comma + 1, min(limit, comma + 16)) if a.tags[at] in ",:;VQSGq"), -1)
        if close < 0 or a.tags[close] not in ",:;" or (close + 1 < limit and a.tags[close + 1] in "QCSG"):
            return -1
        if a.tags[close] != "," or close + 1 in layout.opens:
            return close
        for at in range(close + 1, limit):
            if a.tags[at] == "V":
                return close if at > layout.over(close + 1, "BX", limit) and a.tags[close + 1] in "DNEMRHqP" else -1
            if a.tags[at] in ",C;:S":
                return -1
        return -1
