"""What a cue reports, to its right: which of its groups has its content there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.statements.clauses import ToldClauses
from newsevents.statements.extents import Extents
from newsevents.statements.governed import ToldActions
from newsevents.statements.nouns import NounPhrases
from newsevents.statements.things import ToldThings
from newsevents.statements.verbatim import ToldQuotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.mentions.index import ActorIndex
    from newsevents.statements.cues import VerbCue
    from newsevents.statements.draft import Found
    from newsevents.statements.layout import Layout


class Contents:
    """Finds what stands behind cues in one text."""

    def __init__(self, layout: Layout, index: ActorIndex, subject_fits: Callable[[VerbCue, ReportingGroup], bool]) -> None:
        self.layout = layout
        self.a = layout.a
        self.subject_fits = subject_fits
        self.extents = extents = Extents(layout)
        self.nouns = nouns = NounPhrases(layout, index)
        self.clauses = ToldClauses(layout, nouns, extents)
        quotations = ToldQuotations(layout, nouns, extents)
        actions = ToldActions(layout, nouns, extents)
        things = ToldThings(layout, nouns, extents)
        # the surest first: words that can be nothing else, then what a verb governs, then what merely stands there
        self._finders = (
            self.clauses.content,
            quotations.direct,
            actions.prepositional,
            actions.infinitive,
            actions.gerund,
            things.predicate,
            things.noun,
            quotations.words,
            quotations.behind_colon,
            quotations.colon,
        )

    def behind(self, cue: VerbCue) -> Found | None:
        """The content behind a cue, by the first group that has one there."""
        limit = self.layout.bounds(cue.first)[1]
        groups = [group for group in cue.groups if self.subject_fits(cue, group) and not self._is_another_sense(cue, group)]
        for find in self._finders:
            for group in groups:
                found = find(cue, group, limit)
                if found is not None and found.parts:  # none where a quotation is opened, and the text ends
                    return self._with_colon(found, limit)
        return None

    def _with_colon(self, found: Found, limit: int) -> Found:
        """Add the quotation that a colon appends ("met en garde contre tout acte : « … »"), and the rest of one that the content only opens."""
        if found.rule != "passive":
            found = found._replace(parts=[(begin, self.layout.whole_quotations(begin, last)) for begin, last in found.parts])
        end = self.layout.over(max(end for _, end in found.parts), "q", limit)
        second = self.layout.opens.get(end + 1) if found.rule != "quote" and end + 1 < limit else None
        if second is not None and (
            self.a.tags[end] == ":" or (self.a.tags[end] == "," and "V" in self.a.tags[end : second.close] and self._is_last(second.close, limit))
        ):
            return found._replace(parts=found.parts + self.layout.parts(self.layout.opens[end + 1]))
        if second is None and found.rule in ("noun", "preposition") and self._explains(end, limit):
            return found._replace(parts=[*found.parts, (end + 1, limit)])
        return found

    def _explains(self, colon: int, limit: int) -> bool:
        """Whether a colon opens a clause in the speaker's words, some of them in marks: "met en garde contre toute grève : les meneurs « paieront »"."""
        a = self.a
        if colon + 1 >= limit or a.tags[colon] != ":" or a.paragraphs[colon] != a.paragraphs[limit - 1]:
            return False
        inside = [index for index in self.layout.clauses_of[a.sentence_of[colon]] if a.clauses[index].first > colon]
        verbs = [index for index in inside if a.clauses[index].form == "finite"]
        return (
            bool(verbs)
            and any(at in self.layout.opens for at in range(colon, limit))
            and not any(index in self.layout.reporting and a.quoted[a.clauses[index].first] < 0 for index in inside)
        )

    def _is_last(self, close: int, limit: int) -> bool:
        """Whether nothing follows a quotation in its sentence: "évoque un « attentat », *« nous devons agir »*."."""
        return self.layout.over(close + 1, ".", limit) >= limit

    def _is_another_sense(self, cue: VerbCue, group: ReportingGroup) -> bool:
        a = self.a
        obliques = (a.chunks[chunk].preposition for chunk in a.clauses[cue.clause].obliques)
        return bool(group.not_prepositions) and any(a.lemmas[at] in group.not_prepositions for at in obliques if at >= cue.last)
