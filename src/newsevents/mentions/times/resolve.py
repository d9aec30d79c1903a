"""The times of a text: found, read in text order, and put on the calendar."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import attrs

from newsevents.mentions.times.choose import FUTURE, PAST
from newsevents.mentions.times.leaning import Leaning
from newsevents.mentions.times.match import Phrase, find_phrases
from newsevents.mentions.times.meaning import Meaning, Mention, unresolved
from newsevents.mentions.times.periods import Grain, day_of
from newsevents.mentions.times.readings import LEANING, READINGS
from newsevents.mentions.times.scan import BREAK, MARK, WORD, scan
from newsevents.model.edtf import is_value
from newsevents.model.ids import offset_id
from newsevents.model.kinds import Modifier, Resolution, TimeKind
from newsevents.model.spans import Span
from newsevents.model.times import TimeExpression

if TYPE_CHECKING:
    from datetime import date

    from newsevents.mentions.times.grammar import TimeGrammar
    from newsevents.mentions.times.scan import Scan
    from newsevents.mentions.times.source import Holiday, Preposition
    from newsevents.text.analysis import Analysis

__all__ = ["find_times"]

_BEFORE: Final = 8  # how many words back a preposition may start
_FEW_DAYS: Final = 4  # a weekend or a night is still a day to lean on, a month is not
_NEAR: Final = 2  # sentences: what is further away …
_LISTED: Final = 4  # "les 12, 13, 14 et 15 juin": how far ahead a list may name its month
_COMPLEMENT: Final = 4  # words between "la veille" and the noun it is the eve of
_EITHER: Final = "either"
_AHEAD: Final = "ahead"
_MEMORY: Final = 50  # expressions: how far back one may lean, so that cost stays linear
_CLOSE: Final = 9  # words: "at 14:46 JST (05:46 UTC) on March 11"
_RECENT: Final = 10  # … must lie within so many days of publication, or it is background
_OPEN_END: Final = {Modifier.SINCE, Modifier.AFTER}
_OPEN_START: Final = {Modifier.UNTIL, Modifier.BEFORE}


def find_times(analysis: Analysis, grammar: TimeGrammar, published: date | None) -> tuple[TimeExpression, ...]:
    """Find the expressions of a text that denote a date, a time, a period, a duration or a recurrence.

    Args:
        analysis: The text.
        grammar: How its language writes times.
        published: The day of publication at the publisher. Without it, times that count from it stay unresolved.

    Returns:
        The expressions in text order, not overlapping. Cost is linear in the text's length.
    """
    paragraphs = analysis.paragraphs
    breaks = {analysis.starts[token] for token in range(1, len(paragraphs)) if paragraphs[token] != paragraphs[token - 1]}
    scanned = scan(analysis.text, analysis.folded, grammar.spellings, breaks)
    phrases = list(find_phrases(scanned, grammar))
    scene = _TextScene(analysis, grammar, scanned, phrases, published)
    found = []
    for index, phrase in enumerate(phrases):
        meaning = scene.meaning(index)
        if meaning is not None:
            start, end = scene.offsets(phrase)
            anchor = meaning.anchor
            anchor_id = None if anchor is None else offset_id("t", scene.offsets(phrases[anchor])[0])
            found.append(_expression(analysis.text, start, end, phrase, _introduced(meaning, scene.preposition(phrase)), anchor_id))
    return tuple(found)


def _expression(text: str, start: int, end: int, phrase: Phrase, meaning: Meaning, anchor_id: str | None) -> TimeExpression:
    """Make the record of one expression."""
    period = meaning.period
    if meaning.value is not None and not is_value(meaning.value):
        meaning = attrs.evolve(meaning, value=None)  # two times of day without a day ("06h30 à 10h") make no value
    return TimeExpression(
        id=offset_id("t", start),
        span=Span.of(text, start, end),
        kind=meaning.kind,
        value=meaning.value,
        earliest=None if period is None or meaning.modifier in _OPEN_START else period.first,
        latest=None if period is None or meaning.modifier in _OPEN_END else period.last,
        resolution=meaning.resolution if meaning.value is not None else Resolution.UNRESOLVED,
        anchor_id=anchor_id,
        modifier=meaning.modifier,
        zone=meaning.zone,
        rule=phrase.rule.name,
    )


def _introduced(meaning: Meaning, preposition: Preposition | None) -> Meaning:
    """Add what the preposition before an expression says of it."""
    if preposition is None or not preposition.modifier:
        return meaning
    modifier = Modifier(preposition.modifier)
    if meaning.kind in {TimeKind.DURATION, TimeKind.SET} and meaning.modifier is not None:
        return meaning
    value = meaning.value
    if modifier is Modifier.APPROXIMATE and meaning.kind is TimeKind.DATE and value is not None and "/" not in value:
        value += "~"
    return attrs.evolve(meaning, modifier=modifier, value=value)


class _TextScene:
    """What readings may ask of one text; the meanings already read are kept, so each expression is read once."""

    def __init__(self, analysis: Analysis, grammar: TimeGrammar, scanned: Scan, phrases: list[Phrase], published: date | None) -> None:
        self.published = published
        self.order = grammar.order
        self.holidays: tuple[Holiday, ...] = grammar.holidays
        self._analysis = analysis
        self._grammar = grammar
        self._leaning = Leaning(analysis, grammar.tense)
        self._scan = scanned
        self._phrases = phrases
        self._firsts = [phrase.first for phrase in phrases]
        self._meanings: dict[int, Meaning | None] = {}

    def meaning(self, index: int) -> Meaning | None:
        """Give what an expression of the text means, `None` where it is no time."""
        if index not in self._meanings:
            self._meanings[index] = self.read(self._phrases[index])
        return self._meanings[index]

    def read(self, phrase: Phrase) -> Meaning | None:
        """Read a phrase or a part of one; what leads outside the calendar stays unresolved."""
        try:
            return READINGS[phrase.rule.read](phrase, self)
        except (ValueError, OverflowError):
            return unresolved()

    def offsets(self, phrase: Phrase) -> tuple[int, int]:
        """Give where a phrase stands in the text."""
        return self._scan.starts[phrase.first], self._scan.ends[phrase.last - 1]

    def preposition(self, phrase: Phrase) -> Preposition | None:
        """Give the preposition right before a phrase, the first the grammar lists that fits."""
        before = self._scan.codes[max(0, phrase.first - _BEFORE) : phrase.first]
        for preposition, pattern in self._grammar.introducers:
            if (not preposition.types or phrase.rule.type in preposition.types) and pattern.search(before) is not None:
                return preposition
        return None

    def lean(self, phrase: Phrase) -> str:
        """Tell whether the words around look to the ``"past"`` or ``"future"``; ``""`` where they do not tell."""
        whole = self._phrases[self._index(phrase)]
        preposition = self.preposition(whole)
        direction = "" if preposition is None else preposition.direction
        if direction in {PAST, FUTURE}:
            return direction
        start, end = self.offsets(whole)
        found = self._leaning.at(self._analysis.token_at(start), self._analysis.token_at(end - 1) + 1)
        if direction == _AHEAD:
            return "" if found == PAST else found or FUTURE  # "a changé de grille à partir du 19 octobre": the nearest
        return "" if found == PAST and direction == _EITHER else found

    def day_behind(self, phrase: Phrase) -> Mention | None:
        """Give a day named a few words behind a clock time, none being named before it in its sentence."""
        index = self._index(phrase)
        sentence = self._sentence(phrase)
        for earlier in _before(index):
            if self._sentence(self._phrases[earlier]) != sentence:
                break
            if self._mention(earlier, days=_FEW_DAYS) is not None:
                return None
        for later in range(index + 1, min(len(self._phrases), index + _LISTED)):
            behind = self._phrases[later]
            if behind.first - phrase.last > _CLOSE or self._sentence(behind) != sentence:
                return None
            if not _leans(behind) and (mention := self._mention(later, days=_FEW_DAYS)) is not None:
                return mention
        return None

    def listed(self, phrase: Phrase, *, back: bool = False) -> Phrase | None:
        """Give the expression behind a phrase, or before it, that names the month or year they share."""
        index = self._index(phrase)
        others = self._phrases[max(0, index - _LISTED) : index][::-1] if back else self._phrases[index + 1 : index + 1 + _LISTED]
        # "en juin, juillet et août 2024": what is listed itself has nothing to share
        return next((other for other in others if ("month" in other.fields or "year" in other.fields) and other.rule.read != "listed"), None)

    def last_day(self, phrase: Phrase, *, near: bool = False) -> Mention | None:
        """Give the last day mentioned before, or publication; ``near``: in this sentence or the one before, never publication."""
        index = self._index(phrase)
        sentence = self._sentence(phrase)
        for earlier in _before(index):
            distance = sentence - self._sentence(self._phrases[earlier])
            if near and distance > 1:
                return None
            mention = self._mention(earlier, days=_FEW_DAYS)
            if mention is not None and (near or self._is_current(mention, distance)):
                return mention
        return None if near else self._publication()

    def last_period(self, phrase: Phrase, *, current: bool = False, told: bool = False) -> Mention | None:
        """Give the last stretch of the calendar mentioned before, or publication.

        Args:
            phrase: What leans on it.
            current: Only what the text still speaks of.
            told: Rather what lies back than the days of publication: "… en 2019, écrit-on depuis lundi. *L'année suivante*, …".
        """
        sentence = self._sentence(phrase)
        for earlier in _before(self._index(phrase)):
            mention = self._mention(earlier)
            if mention is not None and not (told and self._is_recent(mention)):
                is_current = not current or self._is_current(mention, sentence - self._sentence(self._phrases[earlier]))
                return mention if is_current else self._publication()
        return self.last_period(phrase, current=current) if told else self._publication()

    def _is_recent(self, mention: Mention) -> bool:
        """Tell whether a stretch of the calendar is of the days around publication."""
        return self.published is not None and abs((mention.period.last - self.published).days) <= _RECENT

    def complement_day(self, phrase: Phrase) -> Mention | None:
        """Give the day of what a phrase is the eve or morrow of.

        "à la veille d'une entrevue qu'il doit avoir ce vendredi": the next day of the sentence. "la veille du scrutin": the day in the
        sentence that last spoke of the "scrutin".
        """
        index = self._index(phrase)
        sentence = self._sentence(phrase)
        for later in range(index + 1, min(len(self._phrases), index + 1 + _MEMORY)):
            if self._sentence(self._phrases[later]) != sentence:
                break
            if not _leans(self._phrases[later]) and (mention := self._mention(later, days=_FEW_DAYS)) is not None:
                return mention
        noun = self._noun_behind(phrase)
        own = self._analysis.token_at(self.offsets(phrase)[0])
        for earlier in _before(index) if noun else ():
            first, last = self._analysis.sentences[self._sentence(self._phrases[earlier])]
            if noun in self._analysis.norms[first : min(last, own)] and (mention := self._mention(earlier, days=_FEW_DAYS)) is not None:
                return mention
        return None

    def _noun_behind(self, phrase: Phrase) -> str:
        """Give the first word behind a phrase that the grammar does not know: what it is the eve of."""
        behind = self._scan.codes[phrase.last : phrase.last + _COMPLEMENT]
        at = behind.find(WORD)
        return "" if at < 0 or MARK in behind[:at] or BREAK in behind[:at] else self._scan.word(phrase.last + at)

    def _index(self, phrase: Phrase) -> int:
        """Give which expression of the text a phrase is or is part of."""
        return bisect_right(self._firsts, phrase.first) - 1

    def _sentence(self, phrase: Phrase) -> int:
        token = self._analysis.token_at(self.offsets(phrase)[0])
        return self._analysis.sentence_of[token] if token < len(self._analysis.sentence_of) else 0

    def _mention(self, index: int, days: int | None = None) -> Mention | None:
        """Give an expression as something to lean on, if it names a stretch of the calendar (no longer than so many days)."""
        meaning = self.meaning(index)
        if meaning is None or meaning.period is None:
            return None
        period = meaning.period
        if days is not None and period.grain is not Grain.DAY and (period.last - period.first).days > days:
            return None
        return Mention(index, meaning, period)

    def _is_current(self, mention: Mention, distance: int) -> bool:
        """Tell whether a day mentioned so many sentences ago is still what the text speaks of."""
        return distance <= _NEAR or self.published is None or self._is_recent(mention)

    def _publication(self) -> Mention | None:
        """Give the day of publication as something to lean on."""
        if self.published is None:
            return None
        day = day_of(self.published)
        return Mention(None, Meaning.of(day), day)


def _before(index: int) -> range:
    """Give the expressions that one may lean on, the nearest first."""
    return range(index - 1, max(-1, index - 1 - _MEMORY), -1)


def _leans(phrase: Phrase) -> bool:
    """Tell whether a phrase leans on another expression, itself or by the day it is joined with."""
    if "a" in phrase.parts:
        return _leans(phrase.parts["a"])
    return phrase.rule.read in LEANING or "anaphoric" in phrase.fields
