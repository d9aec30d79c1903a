"""Noun phrases and predicates as content: "a annoncé l'annulation du sommet", "called the plan reckless"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.draft import Found
from newsevents.statements.layout import MARKS

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.extents import Extents
    from newsevents.statements.layout import Layout
    from newsevents.statements.nouns import NounPhrases


class ToldThings:
    """Finds noun phrases and predicates as contents, in one text."""

    def __init__(self, layout: Layout, nouns: NounPhrases, extents: Extents) -> None:
        self.layout = layout
        self.a = layout.a
        self.nouns = nouns
        self.extents = extents

    def noun(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """A noun phrase: "a annoncé *l'annulation du sommet*"."""
        if "noun" not in group.content or group.content_prepositions:
            return None
        a, layout = self.a, self.layout
        clause = a.clauses[cue.clause]
        if clause.passive and not cue.active:
            return self._announced(cue, group)
        if clause.form == "infinitive" or cue.gap != (0, 0):
            chunk = a.chunk_of[cue.gap[0]] if cue.gap != (0, 0) else next(iter(clause.objects), -1)
            if cue.gap == (0, 0) and (chunk < 0 or not any(a.tags[at] == "q" for at in range(cue.last, min(a.chunks[chunk].last + 1, limit)))):
                return None
        else:
            chunk = next((chunk for chunk in clause.objects if a.chunks[chunk].first >= cue.last - 1), -1)
            own = next((chunk for chunk in clause.obliques if clause.last <= a.chunks[chunk].preposition < cue.last <= a.chunks[chunk].first), -1)
            chunk = own if own >= 0 and clause.form == "finite" else chunk  # "point to *two fragments*"
            if chunk < 0:
                at = layout.over(cue.last, "B", limit)
                article = at + 1 < limit and a.tags[at : at + 2] == "PA" and a.norms[at] in layout.pack.grammar.clauses.partitives_before_adjectives
                chunk = a.chunk_of[at + 1] if article else layout.chunk_at(at, limit)  # "prévoit *de nouveaux orages*"
                if chunk < 0 or a.chunks[chunk].first > cue.last + 2 or (a.chunks[chunk].preposition >= cue.last - 1 and not article):
                    return None
        if chunk < 0 or a.tags[a.chunks[chunk].head] in "RHM" or layout.is_time(chunk):
            return None
        between = cue.last + layout.is_restricted(cue.clause, cue.last)
        if any(tag in "VIGSQ" for tag in a.tags[between : a.chunks[chunk].first]) and cue.gap == (0, 0):
            return None
        heads = layout.lemmas(layout.owned(chunk))
        if (group.noun_heads and not heads & frozenset(group.noun_heads)) or heads & frozenset(group.not_noun_heads):
            return None
        if ("object" in group.target or "object" in group.addressee) and self.nouns.is_someone(chunk):
            return None
        begin = max(self.layout.begin_of(chunk), cue.last)
        begin = next((at for at in range(cue.last, begin) if at in layout.opens and layout.opens[at].close >= begin), begin)  # « *des* garanties »
        return Found("noun", group, [(begin, self.extents.noun_end(layout.owned(chunk), cue.clause, limit))])

    def _announced(self, cue: VerbCue, group: ReportingGroup) -> Found | None:
        """The subject of a passive whose agent is told: "le report a été annoncé par X"."""
        a = self.a
        clause = a.clauses[cue.clause]
        if (
            "clause" not in group.content
            or group.commitment not in ("asserted", "denied")
            or self.layout.agent(cue.clause) < 0
            or clause.form != "finite"
            or clause.relation == "relative"
            or not clause.subjects
            or group.target
            or clause.pronoun >= 0
        ):
            return None
        subject = clause.subjects[0]
        if a.chunks[subject].last > clause.first or a.tags[a.chunks[subject].head] in "RHM" or self.nouns.is_someone(subject):
            return None
        heads = self.layout.lemmas(subject)
        if (group.noun_heads and not heads & frozenset(group.noun_heads)) or heads & frozenset(group.not_noun_heads):
            return None
        begin, end = a.chunks[subject].first, clause.first
        while end > begin and a.tags[end - 1] in MARKS + "BRX":
            end -= 1
        return Found("passive", group, [(begin, end)])

    def predicate(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """What something is called: "a jugé « inutile » une rencontre", "called the plan reckless", "se dit prêt à négocier"."""
        if "predicate" not in group.content or group.content_prepositions:
            return None
        a = self.a
        clause = a.clauses[cue.clause]
        at = self.layout.over(cue.last, "B", limit)
        if at >= limit:
            return None
        if group.content_from != "object":  # the subject's own predicate
            first = at + 1 if at in self.layout.opens else at
            first = self.layout.over(first, "B", limit)
            if (
                first < limit
                and (a.tags[first] in "AKPN" or a.chunk_of[first] >= 0)
                and (a.tags[first] != "P" or at in self.layout.opens or a.norms[first] != a.lemmas[first])
            ):
                begin = cue.last if a.tags[cue.last] in "Bq" else at
                return Found("predicate", group, [(begin, self._predicate_end(cue, first, limit))])
            return None
        if clause.passive and not cue.active:
            return self._called(cue, group, at, limit)
        quoted = self.layout.opens.get(at)
        objects = [chunk for chunk in clause.objects if a.chunks[chunk].first >= cue.last - 1]
        if quoted is not None:  # "« inutile » une nouvelle rencontre"; "no more rational than …" of a pronoun
            end = self._with_clause(cue, quoted.close + quoted.closed, limit)
            following = self.layout.chunk_at(end, limit)
            if following >= 0 and a.chunks[following].first == end and a.chunks[following].preposition < 0:
                end = self.extents.noun_end(following, cue.clause, limit)
            return Found("predicate", group, [(at, end)])
        if (
            a.tags[at] in "AK"
            and a.chunk_of[at] < 0
            and at + 1 < limit
            and (following := self.layout.chunk_at(at + 1, limit)) >= 0
            and a.chunks[following].first == at + 1
        ):
            return Found("predicate", group, [(at, self.extents.noun_end(following, cue.clause, limit))])
        pronoun = a.tags[at] == "R"
        end = at + 1 if pronoun else (a.chunks[objects[0]].last if objects else -1)
        if end < 0:
            return None
        if not pronoun:
            end = self.nouns.object_end(objects[0], limit)
        second = self.layout.over(end, "B", limit)
        if second >= limit:
            return None
        begin = second if pronoun else self.layout.begin_of(objects[0])
        following = self.layout.chunk_at(second, limit)
        opening = second + 1 if a.tags[second] == "D" and second + 1 in self.layout.opens else second
        if opening in self.layout.opens:
            quotation = self.layout.opens[opening]
            stop = quotation.close + quotation.closed
            return Found("predicate", group, [(begin, max(stop, self.extents.phrase_end(begin, stop, cue.clause, limit)))])
        if a.tags[second] in "AK" or (
            following >= 0 and a.chunks[following].first == second and a.chunks[following].preposition < 0 and not self.layout.is_time(following)
        ):
            return Found("predicate", group, [(begin, self._predicate_end(cue, second, limit))])
        return None

    def _with_clause(self, cue: VerbCue, end: int, limit: int) -> int:
        """Where a predicate ends with what it judges: "juge « prématuré » *de conclure*", "trouve « normal » *que* …"; else as given."""
        a, grammar = self.a, self.layout.pack.grammar
        if end + 1 >= limit:
            return end
        markers = grammar.verbs.infinitive_markers or grammar.clauses.genitive
        marked = a.tags[end] in "PT" and a.lemmas[end] in markers and self.layout.tag_over(end + 1, "XRB", limit - 1) == "I"
        if marked:
            return self.extents.clause_end(end + 1, cue.clause, limit, finite=False)
        if a.tags[end] == "Q" and a.lemmas[end] in self.layout.complementizers:
            return self.extents.clause_end(end + 1, cue.clause, limit)
        return end

    def _called(self, cue: VerbCue, group: ReportingGroup, at: int, limit: int) -> Found | None:
        """What the subject of a passive is called: "*le projet* est jugé *trop coûteux* par la Cour", "called *a disgrace* by unions"."""
        a = self.a
        clause = a.clauses[cue.clause]
        agent = self.layout.agent(cue.clause)
        if agent < 0 or at >= a.chunks[agent].preposition or not (at in self.layout.opens or a.chunk_of[at] >= 0 or a.tags[at] in "AK"):
            return None
        begin = cue.last if a.tags[cue.last] == "B" else at
        parts = [(begin, self._predicate_end(cue, at, limit))]
        subject = clause.subjects[0] if clause.subjects and (clause.form == "finite" or self._is_verbless(cue.clause)) else -1
        if subject >= 0 and a.tags[a.chunks[subject].head] not in "RH" and a.chunks[subject].last <= clause.first:
            parts.insert(0, (self.layout.begin_of(subject), self.layout.back_over(clause.first - 1, "BRX", a.chunks[subject].first) + 1))
        return Found("predicate", group, parts)

    def _is_verbless(self, clause: int) -> bool:
        """Whether a participle is all the verb of its sentence, right behind the noun phrase that it judges: "*Une mesure* jugée tardive par les élus."."""
        a = self.a
        one = a.clauses[clause]
        first, last = a.sentences[one.sentence]
        return "V" not in a.tags[first:last] and bool(one.subjects) and a.chunks[one.subjects[0]].first == first and a.chunks[one.subjects[0]].last == one.first

    def _predicate_end(self, cue: VerbCue, at: int, limit: int) -> int:
        """Where a predicate ends: at the next comma or stop outside a quotation, or a clause of another kind."""
        a = self.a
        for here in range(at, limit):
            if a.tags[here] in ",.;:" and (a.quoted[here] < 0 or a.quoted[here] == a.quoted[cue.first]):
                return here
            if a.tags[here] in "SV" and here > at and a.quoted[here] == a.quoted[cue.first]:
                return self.layout.back_over(here - 1, "BXRCPS+", at) + 1
        return limit
