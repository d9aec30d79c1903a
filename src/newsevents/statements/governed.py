"""What a verb governs as content: an infinitive, a gerund, or what stands behind a preposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.draft import Found

if TYPE_CHECKING:
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.extents import Extents
    from newsevents.statements.layout import Layout
    from newsevents.statements.nouns import NounPhrases

_REACH = 60  # tokens between a verb and the preposition before its content: an object with a relative clause


class ToldActions:
    """Finds infinitives, gerunds and prepositional contents, in one text."""

    def __init__(self, layout: Layout, nouns: NounPhrases, extents: Extents) -> None:
        self.layout = layout
        self.a = layout.a
        self.nouns = nouns
        self.extents = extents

    def infinitive(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """Infinitive content: "dit n'être pas concernée", "promised to leave"."""
        if "infinitive" not in group.content or group.content_prepositions:
            return None
        a = self.a
        markers = frozenset(group.infinitive_markers) or frozenset(self.layout.pack.grammar.verbs.infinitive_markers)
        for head in self.layout.heads(cue.clause, cue.first, cue.last):
            for child in self.layout.children.get(head, ()):
                clause = a.clauses[child]
                if clause.form != "infinitive" or clause.first < cue.last or clause.first >= limit or (clause.marker >= 0 and a.tags[clause.marker - 1] == ","):
                    continue
                lemma = a.lemmas[clause.marker] if clause.marker >= 0 else ""
                if (lemma not in markers if markers else lemma) or "V" in a.tags[cue.last : clause.first]:
                    continue
                moved = next((chunk for chunk in a.clauses[cue.clause].objects if cue.last <= a.chunks[chunk].first < clause.first), -1)
                if moved >= 0 and group.content_from == "object" and not self.nouns.is_person(moved):  # "expects *inflation* to fall"
                    end = self.extents.clause_end(clause.first, cue.clause, limit, finite=False)
                    return Found("infinitive", group, [(self.layout.begin_of(moved), end)])
                if not (self.nouns.belongs(cue, max(clause.marker, cue.last)) or self._is_told_to(cue, group, child)):
                    continue
                if group.content_from == "object" or (group.commitment == "believed" and (moved >= 0 or "R" in a.tags[cue.last : clause.first])):
                    continue  # "expected X to cry"
                return self._verbal(cue, group, child, limit, "infinitive")
        inserted = self._behind_insertion(cue, limit) if not markers else -1
        if inserted >= 0:
            return self._verbal_at(cue, group, inserted, limit, "infinitive")
        at = self.layout.over(cue.last, "B", limit)
        if markers and at < limit - 1 and a.tags[at] in "TP" and a.lemmas[at] in markers and at + 1 in self.layout.opens:
            return self._verbal_at(cue, group, at + 1, limit, "infinitive")
        return None

    def _is_told_to(self, cue: VerbCue, group: ReportingGroup, child: int) -> bool:
        """Whether an infinitive is asked of the verb's object, whoever that is: "urged *both sides* to …"."""
        if "object" not in {*group.target, *group.addressee}:
            return False
        objects = self.a.clauses[cue.clause].objects
        return len(objects) == 1 and objects == self.a.clauses[child].subjects

    def _behind_insertion(self, cue: VerbCue, limit: int) -> int:
        """Where a bare infinitive begins behind what a comma sets in: "annonce, via un communiqué, *avoir* pris le pouvoir"; -1."""
        a = self.a
        if a.tags[cue.last : cue.last + 2] != ",P":
            return -1
        for comma in range(cue.last + 1, limit):
            if a.tags[comma] == ",":
                first = self.layout.over(comma + 1, "BRX", limit)
                index = self.layout.starting.get(comma + 1, self.layout.starting.get(first, -1))
                return comma + 1 if index >= 0 and a.clauses[index].form == "infinitive" and a.clauses[index].marker < 0 else -1
            if a.tags[comma] in "VQS;:.":
                return -1
        return -1

    def gerund(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """Gerund content: "denied stealing"."""
        if "gerund" not in group.content or group.content_prepositions:
            return None
        at = self.layout.over(cue.last, "BX", limit)
        index = self.layout.starting.get(at, -1)
        if index < 0 or self.a.clauses[index].form != "gerund":
            return None
        return self._verbal_at(cue, group, cue.last, limit, "gerund")

    def prepositional(self, cue: VerbCue, group: ReportingGroup, limit: int) -> Found | None:
        """Content behind a preposition: "accused X *of* …", "called *for* …", "described X *as* …"."""
        if not group.content_prepositions:
            return None
        for at in self._prepositions(cue, group, limit):
            found = self._behind_preposition(cue, group, at, limit)
            if found is not None:
                return found
        return None

    def _verbal(self, cue: VerbCue, group: ReportingGroup, child: int, limit: int, rule: str) -> Found | None:
        clause = self.a.clauses[child]
        begin = max(clause.first, clause.marker + 1)
        if clause.marker > cue.last and self.a.tags[clause.marker - 1] == "X":
            return self._verbal_at(cue, group, clause.marker - 1, limit, rule)  # "vowed *never to sign*"
        while begin - 1 > max(clause.marker, cue.last - 1) and self.a.tags[begin - 1] in "qBRX":
            begin -= 1
        return self._verbal_at(cue, group, begin, limit, rule)

    def _verbal_at(self, cue: VerbCue, group: ReportingGroup, begin: int, limit: int, rule: str) -> Found | None:
        end = self.extents.clause_end(begin, cue.clause, limit, finite=False)
        if end <= begin or self._is_directive(group, begin, end):
            return None
        return Found(rule, group, [(begin, end)])

    def _is_directive(self, group: ReportingGroup, begin: int, end: int) -> bool:
        """Whether an infinitive is only a demand: an event, not a report of words, unless partly verbatim."""
        return group.commitment == "asked" and not any(self.a.tags[at] == "q" for at in range(begin, end))

    def _prepositions(self, cue: VerbCue, group: ReportingGroup, limit: int) -> list[int]:
        """The last tokens of the prepositions that may introduce content, the likeliest first."""
        a = self.a
        clause = a.clauses[cue.clause]
        genitive = self.layout.pack.grammar.clauses.genitive
        wanted = frozenset(group.content_prepositions)
        found: list[int] = []
        objects = [chunk for chunk in clause.objects if a.chunks[chunk].first >= cue.last]
        aimed = self._has_target(cue, group, objects)
        agent = self.layout.agent(cue.clause) if clause.passive else -1
        last = -1  # the noun phrase before
        at = cue.last
        while at < min(limit, cue.last + _REACH):
            tag = a.tags[at]
            chunk = a.chunk_of[at]
            if tag in "PTS" and a.lemmas[at] in wanted:
                preposition = at
                while preposition + 1 < limit and a.tags[preposition + 1] == "+":
                    preposition += 1
                found.append(preposition)
                at = preposition + 1
                if a.lemmas[preposition] not in genitive or not objects:
                    break
                continue
            if chunk >= 0 and a.chunks[chunk].first >= cue.last:
                behind = last >= 0 and (a.chunks[chunk].behind == last or a.chunks[chunk].possessor == last or a.chunks[chunk].leader != chunk)
                beside = (
                    self.layout.owned(chunk) in objects
                    or behind
                    or chunk == agent
                    or self.layout.is_time(chunk)
                    or self.nouns.is_someone(chunk)
                    or (not objects and self.nouns.carries(chunk))
                )
                if not beside:
                    break
                last = chunk
                at = a.chunks[chunk].last
                continue
            if tag == "(":
                at = max(a.tags.find(")", at, limit), at) + 1
                continue
            if tag == "Q":  # over a relative clause between commas: "described the move, which …, as …"
                closing = next((here for here in range(at, min(limit, at + 30)) if a.tags[here] == ","), -1)
                if found or closing < 0 or a.tags[at - 1] != "," or not group.content_from:
                    break
                at = closing + 1
                continue
            if tag in "V;:." or (tag == "I" and a.clause_of[at] != cue.clause) or (tag in "SG" and at > cue.last):
                break
            if tag == "C" and self.extents.opens_clause(at + 1, limit):
                break
            at += 1
        if not aimed:  # "accuse le scrutin d'être truqué", "accused the plant of dumping waste", but not "accusait un retard de trois points"
            found = [at for at in found if at + 1 < limit and self.layout.tag_over(at + 1, "RXBq", limit - 1) in ("I", "G")]
        contracted = self.layout.pack.grammar.contracted  # which hold an article
        if len(found) > 1 and objects:
            # "accuse le président de la Fifa de corruption": the first may belong to the object
            bare = [
                at
                for at in found
                if at + 1 < limit
                and (
                    a.tags[at + 1] in "IGKRXq"
                    or (a.chunk_of[at + 1] >= 0 and a.tags[at + 1] != "D" and a.shapes[at + 1] == "l" and a.norms[at] not in contracted)
                )
            ]
            found = bare[:1] or found
        return found

    def _has_target(self, cue: VerbCue, group: ReportingGroup, objects: list[int]) -> bool:
        """Whether the one a verb is aimed at is there where it needs one: "accuser X de", but not "accuser un retard de"."""
        genitive = self.layout.pack.grammar.clauses.genitive
        if "object" not in group.target or group.content_from or not any(word in genitive for word in group.content_prepositions):
            return True
        return self.a.clauses[cue.clause].passive or not objects or self.nouns.is_someone(objects[0]) or not self.nouns.is_noun(objects[0])

    def _behind_preposition(self, cue: VerbCue, group: ReportingGroup, preposition: int, limit: int) -> Found | None:
        a = self.a
        kinds = set(group.content)
        begin = preposition + 1
        if begin >= limit:
            return None
        around = self.layout.quotation_of(begin)
        if around is not None and cue.last <= around.open < preposition and self.layout.over(cue.last, "B", limit) == around.open:
            return Found("preposition", group, self.layout.parts(around))  # "appelaient « toutes les parties à la retenue »"
        at = self.layout.over(begin, "qBXR", limit)
        index = self.layout.starting.get(at, -1)
        if index < 0 and at < limit and a.clause_of[at] >= 0 and a.clauses[a.clause_of[at]].first <= at < a.clauses[a.clause_of[at]].last:
            index = a.clause_of[at]
        if index >= 0 and a.clauses[index].form in ("infinitive", "gerund"):
            if not kinds & {"infinitive", "gerund", "noun"}:
                return None
            found = self._verbal_at(cue, group, begin, limit, "preposition")
            return self._from_object(cue, found)
        if begin in self.layout.opens:
            quotation = self.layout.opens[begin]
            if not kinds & {"quote", "noun", "predicate", "infinitive", "gerund"}:
                return None
            chunk = a.chunk_of[quotation.close - 1]
            end = quotation.close + quotation.closed
            if chunk >= 0 and end < limit and kinds & {"noun", "predicate"}:
                end = max(end, self.extents.noun_end(chunk, cue.clause, limit))
            elif end < limit and a.tags[end] not in ",.;:" and kinds & {"infinitive", "gerund"}:
                end = max(end, self.extents.clause_end(begin, cue.clause, limit, finite=False))
            return self._from_object(cue, Found("preposition", group, [(begin, end)]))
        chunk = self.layout.chunk_at(begin, limit)
        verbatim = chunk >= 0 and any(at in self.layout.opens for at in range(begin, a.chunks[chunk].last + 1))
        if chunk >= 0 and a.chunks[chunk].first <= begin + 2 and (kinds & {"noun", "predicate", "gerund"} or (verbatim and "quote" in kinds)):
            if group.noun_heads and not group.content_from and not self.layout.lemmas(chunk) & frozenset(group.noun_heads):
                return None
            if self.layout.is_time(chunk) or self.layout.lemmas(chunk) & frozenset(group.not_noun_heads):
                return None
            if "predicate" not in kinds and not group.content_from and self.nouns.is_party(chunk):
                return None
            owner = a.chunks[chunk].behind
            if (
                owner >= 0
                and a.lemmas[preposition] in self.layout.pack.grammar.clauses.genitive
                and a.chunks[owner].first >= cue.last
                and owner not in a.clauses[cue.clause].objects
            ):
                if not any(a.chunks[chunk].behind == other or a.chunks[owner].behind == other for other in a.clauses[cue.clause].objects):
                    return None  # "assurée par X, président *de la région*": the noun's, not the verb's
            start = begin if a.tags[begin] == "q" else a.chunks[chunk].first
            return self._from_object(cue, Found("preposition", group, [(start, self.extents.noun_end(chunk, cue.clause, limit))]))
        opening = next((here for here in range(begin, min(begin + 3, limit)) if here in self.layout.opens), -1)
        if opening > 0 and kinds & {"noun", "predicate"} and a.tags[begin] in "DA":  # as a "remarkable" and "loving" woman
            quotation = self.layout.opens[opening]
            end = self.extents.phrase_end(begin, quotation.close + quotation.closed, cue.clause, limit)
            return self._from_object(cue, Found("preposition", group, [(begin, end)]))
        if "predicate" in kinds and at < limit and a.tags[at] in "AKB":
            end = at + 1
            while end < limit and a.tags[end] not in ",.;:VSQ":
                end += 1
            end = self.layout.back_over(end - 1, "CBXR", at) + 1
            return self._from_object(cue, Found("preposition", group, [(begin, end)]))
        return None

    def _from_object(self, cue: VerbCue, found: Found | None) -> Found | None:
        """Let the content begin with the verb's object where the group says so ("qualifie *l'accord* d'historique")."""
        if found is None:
            return None
        group = found.group
        if group.content_from != "object":
            return found
        a = self.a
        begin, end = found.parts[0]
        clause = a.clauses[cue.clause]
        if clause.passive:
            subject = clause.subjects[0] if clause.subjects else -1
            if clause.form == "finite" and subject >= 0 and a.tags[a.chunks[subject].head] != "R" and a.chunks[subject].last <= clause.first:
                return found._replace(parts=[(a.chunks[subject].first, clause.first), (begin, end)])
            return found
        chunk = next((chunk for chunk in clause.objects if cue.last - 1 <= a.chunks[chunk].first < begin and a.tags[a.chunks[chunk].head] != "R"), -1)
        if chunk < 0 and cue.gap != (0, 0):
            chunk = a.chunk_of[cue.gap[0]]
        if chunk < 0:
            return None if group.noun_heads else found
        first = self.layout.begin_of(chunk)
        if a.tags[first - 1] == "+":  # "*le nombre de* naissances": read as one determiner
            first = self.layout.back_over(first - 1, "+D", cue.last) + 1
        counted = frozenset(a.norms[first : a.chunks[chunk].first])
        if group.noun_heads and not (self.layout.lemmas(chunk) | counted) & frozenset(group.noun_heads):
            return None
        return found._replace(parts=[(first, end)])
