"""Source phrases and reporting nouns: "selon X, …", "…, according to X", "l'annonce de X que …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.draft import Draft

if TYPE_CHECKING:
    from newsevents.statements.contents import Contents
    from newsevents.statements.cues import NounCue
    from newsevents.statements.incises import Incises
    from newsevents.statements.informants import Informants
    from newsevents.statements.layout import Layout, Range
    from newsevents.statements.source_cues import SourceCue
    from newsevents.statements.speakers import Parties, Party

_ADJUNCTS = 14  # tokens between "on a appris" and its clause: "de source proche de l'enquête"


class Sources:
    """Makes statements of the source phrases and nouns of one text."""

    def __init__(self, layout: Layout, contents: Contents, parties: Parties, informants: Informants, incises: Incises) -> None:
        self.layout = layout
        self.a = layout.a
        self.contents = contents
        self.parties = parties
        self.informants = informants
        self.incises = incises

    def of_phrase(self, cue: SourceCue) -> Draft | None:
        """The statement of a source phrase, wherever it stands in its sentence."""
        a, layout = self.a, self.layout
        if cue.phrase.takes_clause or (cue.phrase.impersonal and self._takes_up(cue.last)):
            return self._before_clause(cue)
        if a.tags[cue.first] == "G":
            return self._citing(cue)
        if cue.relative:
            return self._of_relative(cue)
        if cue.pronoun >= 0 and not self.parties.is_third(cue.pronoun):
            return None  # "for us", "selon moi": no one else's words
        speakers = self._informants(cue) if cue.phrase.impersonal else self.informants.of_source(cue)
        low, high = layout.bounds(cue.first)
        begins = self._begins(cue.first, low)
        if begins and cue.pronoun >= 0 and not any(actor for _, actor in speakers):  # "By her own admission, Ann …"
            speakers = self._named_after(cue) or speakers
        if not self._is_source(cue, speakers, begins=begins, low=low):
            return None
        end = self._source_end(cue, high, begins=begins)
        if begins:
            parts = self._behind(cue, end, high)
        else:
            parts = self._around(cue, end, low, high) if cue.phrase.after else []
        parts = [part for part in parts if part[1] > part[0]]
        if cue.phrase.needs_comma and cue.phrase.commitment == "believed" and not self._judges(parts):
            return None
        if sum(last - first for first, last in parts) < 2 or not (
            self._says_something(parts) or self._is_judgement(cue, parts, begins=begins, low=low, high=high)
        ):
            return None
        rumoured = not speakers and layout.pack.speech.hearsay_phrases.match(a.norms, cue.first) is not None
        span = cue.first - (not begins and a.tags[cue.first - 1] == ","), end
        return Draft("source", cue.phrase.act, (cue.first, cue.last), parts, speakers, hearsay=rumoured, phrase=span)

    def _takes_up(self, at: int) -> bool:
        """Whether "que", "that" stands at a token: "it is understood *that* …"."""
        return at < len(self.a.tags) and self.a.tags[at] == "Q" and self.a.lemmas[at] in self.layout.complementizers

    def _source_end(self, cue: SourceCue, high: int, *, begins: bool) -> int:
        """Where a source ends with what describes it: complements, participles, relative clauses, appositions."""
        a, layout = self.a, self.layout
        end = cue.end if cue.chunk < 0 else max(cue.end, self.parties.titles.chain_end(cue.chunk))
        while end < high and a.tags[end] == "K" and a.clause_of[end] >= 0:  # "les informations fournies par …"
            end = max(end + 1, min(a.clauses[a.clause_of[end]].end, high))
        described = layout.over(end, "A", high) if layout.pack.grammar.clauses.postposed_adjectives else end
        end = described if described < high and a.tags[described] in ",Q" else end  # "selon une note *interne que X s'est procurée*"
        if end < high and a.tags[end] == "Q" and (begins or a.lemmas[end] in layout.pack.grammar.clauses.relative_subjects):
            end = self.contents.extents.relative_end(end, -1, high)  # "according to two people *who have spoken with him*"
        if begins:  # "according to two people *familiar with the talks*, who …": what the noun phrase still has behind it
            stop = next((at for at in range(end, min(end + _ADJUNCTS, high)) if a.tags[at] in ",(VRQS;.:"), -1)
            if stop > end and a.tags[stop] == "Q" and a.norms[stop] in layout.pack.grammar.clauses.relative_subjects:
                stop = self.contents.extents.relative_end(stop, -1, high)  # "a person familiar with the matter *who was not authorized to discuss it*, …"
            end = stop if 0 <= stop < high and a.tags[stop] in ",(" else end
        while end < high and a.tags[end] in ",(":
            behind = self.incises.apposition_end(end, high)
            if not begins and a.tags[end] == "," and self._is_followed_by_own_words(end + 1, high):
                break  # "…, according to the aid agency, *which said* …"
            if begins and 0 <= behind < high - 1 and a.tags[behind] == "," and a.tags[behind + 1] in "KAQGV":
                behind = -1  # "Selon X, le suspect, âgé de 34 ans, a …": the subject, not the source
            if begins and behind < 0:
                behind = self._participle_end(cue, end, high)
            if begins and behind >= 0 and self._holds_subject(end, behind):
                behind = -1  # "Selon X, les policiers, lors de la perquisition, ont …"
            if behind < 0 and begins and a.tags[end] == ",":
                behind = self.incises.remark_end(end, high)
                behind = behind if behind < 0 or not self._holds_subject(end, behind) else -1
            if behind < 0 or behind >= high:
                break
            end = behind
        return end

    def _participle_end(self, cue: SourceCue, comma: int, high: int) -> int:
        """Where a participle that describes a source ends: "Selon l'institut, *situé à Miami*, …"; -1 where it describes what follows."""
        a = self.a
        if a.tags[comma : comma + 2] != ",K" or cue.chunk < 0:
            return -1
        behind = a.tags.find(",", comma + 1, min(comma + _ADJUNCTS, high))
        if behind < 0 or behind + 1 in self.layout.opens or not self.layout.pack.grammar.verbs.participles_agree:
            return behind
        head = a.norms[a.chunks[cue.chunk].head]
        plural = head[-1] in "sx" and len(self.layout.pack.nouns.lemmas(head)) > 1
        return behind if plural == (a.norms[comma + 1][-1] == "s") else -1  # "Selon les premiers éléments, *prévenue* par un voisin, la police …"

    def _of_relative(self, cue: SourceCue) -> Draft | None:
        """The relative clause that a source before it thinks or says: "le coach Paul Kerviel, *pour qui* …"."""
        speakers = self.parties.of_antecedent(cue.chunk, cue.first)
        if not any((actor is not None or self.parties.may_speak(place)) and self.a.tags[place[0]] != "R" for place, actor in speakers):
            return None
        high = self.layout.bounds(cue.first)[1]
        index = next((index for index in self.layout.clauses_of[self.a.sentence_of[cue.first]] if self.a.clauses[index].first >= cue.last), -1)
        if index < 0:
            return None
        end = self.contents.extents.clause_end(cue.last, -1, high, top=index)
        comma = next((at for at in range(self.a.clauses[index].last, end) if self.a.tags[at] == "," and self.a.quoted[at] < 0), end)
        parts = [(cue.last, self.layout.whole_quotations(cue.last, comma))]
        if cue.phrase.needs_comma and not self._judges(parts):
            return None
        return Draft("source", cue.phrase.act, (cue.first, cue.last), parts, speakers, commitment=cue.phrase.commitment, phrase=(cue.first, cue.last))

    def _holds_subject(self, begin: int, end: int) -> bool:
        """Whether what stands between two tokens is the subject of the first main clause behind it: no remark about a source."""
        a = self.a
        quotation = self.layout.opens.get(end)
        if quotation is not None and self.layout.tag_over(end + 1, "BXR", quotation.close) == "V":
            return True  # "Selon l'entourage du maire, *le préfet* « garde sa confiance »"
        for index in self.layout.clauses_of[a.sentence_of[begin]]:
            clause = a.clauses[index]
            if clause.first >= end and clause.form == "finite" and clause.relation not in ("relative", "adverbial"):
                return bool(clause.subjects) and begin <= a.chunks[clause.subjects[0]].first < end
        return False

    def _named_after(self, cue: SourceCue) -> list[Party]:
        """The subject of the clause behind a phrase with a pronoun, whom the pronoun foretells."""
        a = self.a
        for index in self.layout.clauses_of[a.sentence_of[cue.first]]:
            clause = a.clauses[index]
            if clause.first > cue.last and clause.form == "finite":
                return [((cue.pronoun, cue.pronoun + 1), actor) for _, actor in self.parties.speakers(index, active=True) if actor]
        return []

    def _citing(self, cue: SourceCue) -> Draft | None:
        """Read "L'agence annonce …, citant X": the one cited is the source of what is reported there; of nothing where nothing is."""
        a, layout = self.a, self.layout
        index = a.clause_of[cue.first]
        for _ in range(6):
            if index < 0:
                break
            if index in layout.reporting and a.clauses[index].first < cue.first:
                return None
            index = a.clauses[index].governor
        return None

    def _begins(self, at: int, low: int) -> bool:
        """Whether a phrase opens its clause: at the start of the sentence, or behind a conjunction, a colon or "que"."""
        a = self.a
        before = self.layout.back_over(at - 1, "Bq+", low)
        if before >= low and a.tags[before] == ",":
            before = self.layout.back_over(before - 1, "Bq", low)
            if before >= low and not (a.tags[before] == "C" or (a.tags[before] == "Q" and a.lemmas[before] in self.layout.complementizers)):
                return False
        if before < low:
            return True
        if a.tags[before] == "C":
            return "V" in a.tags[at : self.layout.bounds(at)[1]] and "V" in a.tags[low:before]
        return a.tags[before] in ";:" or (a.tags[before] == "Q" and a.lemmas[before] in self.layout.complementizers)

    def _is_source(self, cue: SourceCue, speakers: list[Party], *, begins: bool, low: int) -> bool:
        a, layout = self.a, self.layout
        named = any(actor for _, actor in speakers)
        if cue.chunk >= 0:
            place = (a.chunks[cue.chunk].first, a.chunks[cue.chunk].last)
            if self.layout.is_time(cue.chunk) or not (named or self.parties.may_speak(place)):
                return False
            if not named and not begins and cue.first > low and a.tags[cue.first - 1] in "VK":
                return False  # "tourné d'après un roman": the verb's own complement
        if cue.phrase.needs_comma:
            end = cue.end if cue.chunk < 0 else max(cue.end, self.parties.titles.chain_end(cue.chunk))
            end = self.layout.over(end, "DE", self.layout.bounds(cue.first)[1])  # "pour le journal *Le Monde*, …"
            behind = end < len(a.tags) and a.tags[end] == ","
            if not begins and (a.tags[cue.first - 1] != "," or self._speaks_for(cue.first - 2)):
                return False
            if cue.phrase.commitment != "believed":  # "per the filing": no more is asked
                return named or a.chunk_of[cue.last] < 0 or a.tags[cue.last] == "D"
            unnamed = not named and cue.chunk >= 0 and bool(self.layout.lemmas(cue.chunk) & layout.pack.speech.unnamed)
            return behind and (unnamed or any(actor and self.parties.index.actors[actor].kind != "country" for _, actor in speakers))
        return True

    def _speaks_for(self, token: int) -> bool:
        """Whether the subject of a verb ends at a token: "*Me Anne Sorel*, pour les parties civiles, a dénoncé …" tells whose side she takes."""
        chunk = self.a.chunk_of[token] if token >= 0 else -1
        return chunk >= 0 and self.parties.index.is_people(self.layout.owned(chunk))

    def _judges(self, parts: list[Range]) -> bool:
        """Whether words behind "pour X," are an opinion: partly verbatim, or what something is; else it is only said whom it concerns."""
        a = self.a
        copulas = self.layout.pack.grammar.verbs.copula
        for first, last in parts:
            if any(at in self.layout.opens for at in range(max(first - 1, 0), last)):
                return True
            main = next(
                (
                    index
                    for index in self.layout.clauses_of[a.sentence_of[first]]
                    if first <= a.clauses[index].first < last and a.clauses[index].form == "finite"
                ),
                -1,
            )
            if main >= 0 and a.clauses[main].lemma in copulas and not a.clauses[main].modals:
                return True
        return False

    def _is_judgement(self, cue: SourceCue, parts: list[Range], *, begins: bool, low: int, high: int) -> bool:
        """Whether words without a verb are a sentence that a source vouches for: "*Une hérésie*, aux yeux du syndicat."; a title or caption has no stop."""
        a = self.a
        first, last = parts[0]
        if begins or len(parts) > 1 or first > low or a.tags[cue.first - 1] != "," or a.tags[high - 1] != "." or a.quoted[cue.first] >= 0:
            return False
        heads = a.tags[first:last]
        opens = heads[0] in "DNXMAHB" or a.norms[first] in self.layout.pack.grammar.clauses.partitives
        return opens and any(tag in "NAM" for tag in heads) and not all(tag in "EDP+" for tag in heads)

    def _says_something(self, parts: list[Range]) -> bool:
        """Whether a content holds a verb or is verbatim: else it is a title or a caption."""
        return any(
            self.a.tags[at] in "VIK" or (self.a.tags[at] == "q" and at in self.layout.opens) for first, last in parts for at in range(max(first - 1, 0), last)
        )

    def _behind(self, cue: SourceCue, end: int, high: int) -> list[Range]:
        a, layout = self.a, self.layout
        for at in range(end, min(end + _ADJUNCTS, high)):
            if a.tags[at] in ",:" or at in layout.opens:
                end = at  # what the noun phrase still had behind it
                break
            if a.tags[at] in "VRQS;.":
                break
        start = layout.over(end, ",:;-", high)
        quotation = layout.opens.get(start)
        if quotation is not None and (quotation.close >= high - 2 or (layout.is_whole(quotation) and layout.over(quotation.close + 1, ".", high) >= high)):
            return layout.parts(quotation)
        limit = high
        for index in layout.clauses_of[a.sentence_of[cue.first]]:
            clause = a.clauses[index]
            if clause.first >= start and clause.form == "finite":
                limit = self.contents.extents.clause_end(start, -1, high, top=index, whole=True)
                limit = self.contents.extents.without_remark(start, limit)
                break
        return [(start, layout.whole_quotations(start, limit))]

    def _around(self, cue: SourceCue, end: int, low: int, high: int) -> list[Range]:
        a, layout = self.a, self.layout
        comma = a.tags[cue.first - 1] in ",-"
        before = cue.first - 1 if comma else cue.first
        quotation = layout.ends_quotation(before - 1 if before > low else low)
        start = layout.over(end, ",-:", high)
        second = layout.opens.get(start) if start < high else None
        if second is not None and end < high and a.tags[end] == ":":  # "…, comme l'indique X : « … »"
            return layout.parts(second)
        if quotation is not None and quotation.close >= before - 2 and self.incises.around.begins(quotation.open, low):
            parts = [(one.open + 1, one.close) for one in layout.chain(quotation)]
            if second is not None and second.depth == quotation.depth:
                parts += layout.parts(second)
            return parts
        last = start >= high - 1
        if second is not None and comma and second.close >= high - 2:
            # "The plan is, in the words of X, "a shot in the dark"": the words are only the quotation
            return layout.parts(second)
        begin = self._content_begin(cue, low, last=last)
        parts = [(begin, before)]
        closes = end < high and (a.tags[end] in ",-" or not comma) and not self._is_followed_by_own_words(start, high)
        if not last and closes and a.tags[start] not in "C" and any(tag in "VIKN" for tag in a.tags[start:high]):
            parts.append((start, self.contents.extents.clause_end(start, -1, high, finite=not self.incises.around.is_complete(begin, before))))
        return parts

    def _is_followed_by_own_words(self, at: int, high: int) -> bool:
        """Whether a relative clause at a token goes on to report what the source before it said: "…, according to X, *who added* that …"."""
        if self.a.tags[at : at + 1] != "Q" or self.a.norms[at] not in self.layout.pack.grammar.clauses.relative_subjects:
            return False
        return self.layout.starting.get(self.layout.over(at + 1, "BXR", high), -1) in self.layout.reporting

    def _content_begin(self, cue: SourceCue, low: int, *, last: bool) -> int:
        """Where the content begins of a phrase inside or at the end of a sentence: at the complement around it, else at the sentence's own."""
        a = self.a
        before = self.layout.back_over(cue.first - 1, "B,", low)
        if before >= low and a.tags[before] == "Q":
            return before + 1  # "who, by their own admission, …": the relative clause
        if not last:
            clause = a.clause_of[cue.first - 1] if cue.first > low else -1
            for _ in range(12):
                if clause < 0:
                    break
                one = a.clauses[clause]
                if one.relation == "complement" and one.marker >= low:
                    return one.marker + 1
                clause = one.governor
        begin = low
        for at in range(cue.first - 1, low, -1):
            if a.tags[at] == ";":
                begin = at + 1
                break
        while begin < cue.first and a.tags[begin] in "C,-":
            begin += 1
        return begin

    def _before_clause(self, cue: SourceCue) -> Draft | None:
        """Read "On a appris de source policière que …", "it emerged that …"."""
        a, layout = self.a, self.layout
        high = layout.bounds(cue.first)[1]
        for at in range(cue.last, min(cue.last + _ADJUNCTS, high)):
            if a.tags[at] == "Q" and a.lemmas[at] in layout.complementizers:
                begin = at + 1
                break
            if a.tags[at] in "VSQ.;:":
                begin = -1
                break
        else:
            begin = -1
        if begin < 0:
            index = a.clause_of[cue.last - 1]
            child = (
                next((child for child in layout.children.get(index, ()) if a.clauses[child].relation == "complement" and a.clauses[child].marker < 0), -1)
                if index >= 0
                else -1
            )
            if child < 0 or a.clauses[child].begin < cue.last:
                return None
            begin = a.clauses[child].begin
        end = self.contents.extents.clause_end(begin, a.clause_of[cue.last - 1], high)
        return Draft("source", cue.phrase.act, (cue.first, cue.last), [(begin, end)], self._informants(cue)) if end > begin else None

    def _informants(self, cue: SourceCue) -> list[Party]:
        """Those from whom it is known, behind a phrase that names no one: "a-t-on appris *auprès du parquet*", "selon une source et *le préfet*"."""
        a = self.a
        high = self.layout.bounds(cue.first)[1]
        for at in range(cue.last, min(cue.last + _ADJUNCTS, high)):
            if a.tags[at] in "VQSG.;:,":
                break
            if a.tags[at] == "P" and a.lemmas[at] in cue.phrase.informants:
                return self.informants.behind(at)
        return self.informants.joined(self.layout.over(cue.last, "A", high)) if a.tags[cue.last - 1] == "N" else []

    def of_noun(self, cue: NounCue) -> Draft | None:
        """The statement of a reporting noun with its clause."""
        a, layout = self.a, self.layout
        phrase = a.chunks[cue.chunk]
        high = layout.bounds(phrase.head)[1]
        for index in layout.clauses_of[phrase.sentence]:
            clause = a.clauses[index]
            if clause.first > cue.begin and any(a.chunks[chunk].first < cue.begin for chunk in clause.subjects) and clause.form == "finite":
                high = min(high, layout.back_over(clause.first - 1, "BRX,", cue.begin) + 1)
                break
        end = self.contents.extents.clause_end(cue.begin, -1, high)
        if end - cue.begin < 2 or "V" not in a.tags[cue.begin : end]:
            return None
        return Draft(
            "noun-cue",
            cue.noun.act,
            (phrase.head, phrase.head + 1),
            [(cue.begin, end)],
            self.informants.of_noun(cue.chunk, cue.begin),
            commitment=cue.noun.commitment,
        )
