"""A language pack: everything the stages know of one language, read once from its folder."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NoReturn, TypeVar, cast

import attrs

from newsevents.errors import PackError
from newsevents.lexicon.aspects import Aspects
from newsevents.lexicon.events import AspectsFile, EventGroup, EventsFile, Exclusion, NounTable
from newsevents.lexicon.gazetteer import Gazetteer
from newsevents.lexicon.grammar import VERBAL, WORDS_KEPT, Grammar, Nouns, phrase_tags
from newsevents.lexicon.morphology import Model, Morphology, Reading
from newsevents.lexicon.phrases import Phrases
from newsevents.lexicon.quantities import Quantities
from newsevents.lexicon.reading import blaming, read_lines, read_rows, read_toml, uncollected
from newsevents.lexicon.reporting import Reporting, ReportingAdjective, ReportingGroup, ReportingNoun, SourcePhrase
from newsevents.lexicon.roles import Roles, RolesFile
from newsevents.lexicon.speech import Speech
from newsevents.lexicon.tokenizer import Tokenizer, TokenRules
from newsevents.lexicon.verbs import VerbTable
from newsevents.ontology import acts, event_types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from importlib.resources.abc import Traversable

    from newsevents.lexicon.grammar import TagRule

T = TypeVar("T")

_CODE: Final = re.compile("[a-z]{2,8}")  # the primary subtag of a BCP 47 tag, by which a text's language finds its pack
PLACEHOLDERS: Final = {"possessive": "\ue000", "reflexive": "\ue001"}  # private-use marks: no text has them by chance


@attrs.frozen(kw_only=True, eq=False, repr=False)
class QuoteRules:
    """The ``[quotes]`` table: opening and closing marks, the outermost kind first."""

    pairs: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SentenceRules:
    """The ``[sentences]`` table: abbreviations that never end a sentence."""

    titles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PackHeader:
    """``pack.toml``: what the language is called and how its text is cut."""

    code: str
    name: str
    version: str
    tokens: TokenRules
    quotes: QuoteRules
    sentences: SentenceRules = attrs.field(factory=SentenceRules)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Conjugations:
    """``conjugations.toml``."""

    model: tuple[Model, ...]


class Pack:
    """One language, read whole. Immutable once made; safe to share between threads.

    The parts that only some stages need are read on first use.
    """

    @uncollected()
    def __init__(self, folder: Traversable) -> None:
        """Read the pack's core (tokens, function words, paradigms).

        Args:
            folder: the pack's folder.

        Raises:
            PackError: a file is missing or wrong.
        """
        self.folder = folder
        self._loaded: dict[object, object] = {}
        self.header = read_toml(folder, "pack.toml", PackHeader)
        self.code = self.header.code
        if not _CODE.fullmatch(self.code):
            raise PackError(f"expected a language such as fr, got {self.code!r:.80} @ {folder.name}/pack.toml:$.code")
        self.version = self.header.version
        with blaming(folder, "pack.toml"):
            self.tokenizer = Tokenizer(self.header.tokens)
        self._pieces: dict[str, tuple[str, ...]] = {}  # words of the pack's tables and what each is cut into
        self._shared: dict[str, str] = {}  # words of the table that is being read: equal ones are kept once
        self.grammar = read_toml(folder, "grammar.toml", Grammar)
        models = read_toml(folder, "conjugations.toml", Conjugations).model
        with blaming(folder, "conjugations.toml"):
            self.morphology = Morphology(models, read_lines(folder, "verbs.tsv", 2), f"{folder.name}/verbs.tsv")
        self.nouns = Nouns(self.grammar.nouns)
        self.canonical = self.grammar.canonical
        self.word_tags = self.grammar.word_tags()
        tags: dict[str, str] = {}
        self.open_tags = {word: tags.setdefault(cell, cell.replace(",", "")) for word, cell, *_ in read_rows(folder, "words.tsv", 2)}
        verbs = self.grammar.verbs
        self.auxiliaries = frozenset((verbs.have, verbs.be, *verbs.do, *verbs.modal, *verbs.future, *verbs.conditional))
        self.bare_auxiliaries = frozenset((*verbs.modal, *verbs.do, *verbs.future, *verbs.conditional))
        self.function_phrases: Phrases[tuple[str, str]] = phrase_tags(self.grammar, self.tokenizer.words)
        self.ruled_tags = frozenset(rule.among for rule in self.grammar.rule if len(rule.among) == 1)
        self._rules: dict[str, tuple[tuple[TagRule, ...], dict[str, tuple[TagRule, ...]]]] = {}  # by candidates: for any word, and by word
        self.look = lru_cache(maxsize=WORDS_KEPT)(self._look)
        self.accented = lru_cache(maxsize=WORDS_KEPT)(self._accented)
        self.sentence_titles = frozenset(self.header.sentences.titles)

        self.reporting = read_toml(folder, "reporting.toml", Reporting)
        reports: tuple[ReportingGroup | ReportingAdjective | ReportingNoun | SourcePhrase, ...] = (
            *self.reporting.group,
            *self.reporting.adjective,
            *self.reporting.noun,
            *self.reporting.source,
        )
        self._check_codes("speech act", {row.act for row in reports} - {one.name for one in acts()}, "reporting.toml")
        with blaming(folder, "reporting.toml"):
            self.reporting_verbs: VerbTable[ReportingGroup] = self.verb_table((verb, group) for group in self.reporting.group for verb in group.verbs)
        self.reporting_nouns: dict[str, ReportingNoun] = {noun: row for row in self.reporting.noun for noun in row.nouns}
        self.clause_verbs = (
            frozenset(
                self._head_verb(lemma, entry.rest)
                for lemma in self.reporting_verbs.lemmas()
                for entry in self.reporting_verbs.get(lemma)
                if "clause" in entry.value.content
            )
            - self.auxiliaries
            - {""}
        )
        self.zero_verbs = self.clause_verbs - frozenset(self.grammar.clauses.never_zero) if self.grammar.clauses.zero_complementizer else frozenset()
        self.clause_nouns = frozenset(self.reporting_nouns)
        self.object_control = frozenset(self.grammar.clauses.object_control)
        self.gerund_control = frozenset(self.grammar.clauses.gerund_control)
        self.control_prepositions = frozenset((*self.grammar.clauses.dative, *self.grammar.clauses.object_control_prepositions))

    def _check_codes(self, what: str, unknown: set[str], name: str) -> None:
        """Refuse codes that the ontology does not have."""
        if unknown:
            raise PackError(*(f"no {what} {code!r:.80} @ {self.folder.name}/{name}" for code in sorted(unknown)))

    def verb_table(self, items: Iterable[tuple[str, T]]) -> VerbTable[T]:
        """A table of verbs written as in a dictionary."""
        return VerbTable(items, self.cut, self.canonical, self.grammar.verbs.reflexives)

    def cut(self, expression: str) -> tuple[str, ...]:
        """The folded tokens of an expression of the pack's tables; placeholders ("one's") become one mark each."""
        if expression.isalpha():
            return (self._shared.setdefault(expression, expression),)
        for placeholder, kind in self.grammar.placeholders.items():
            if placeholder in expression:
                expression = expression.replace(placeholder, PLACEHOLDERS[kind])
        if "'" not in expression and "-" not in expression and "." not in expression:
            share = self._shared.setdefault
            return tuple([share(word, word) for word in expression.split()]) or self._no_words(expression)
        words: list[str] = []
        for piece in expression.split():
            words += self._pieces.get(piece) or self._pieces.setdefault(piece, self.tokenizer.words(piece))
        return tuple(words) or self._no_words(expression)

    @staticmethod
    def _no_words(expression: str) -> NoReturn:
        """Refuse an expression of which nothing can be looked up; the table that has it names the file."""
        msg = f"expected words, got {expression!r:.80}"
        raise ValueError(msg)

    def load(self, reader: Callable[[Traversable], T]) -> T:
        """What a stage's own reader makes of the pack's folder; read on first use, then kept.

        Args:
            reader: takes the folder; the same function gives the same object.
        """
        if reader not in self._loaded:
            self._loaded[reader] = reader(self.folder)
            self._shared.clear()
        return cast("T", self._loaded[reader])

    def _head_verb(self, lemma: str, rest: tuple[str, ...]) -> str:
        """The verb that carries the sense of an expression: "savoir" in "faire savoir"; "" where a noun does ("donner l'alerte")."""
        if not rest:
            return lemma
        return next((word for word in rest if any(reading.tense == "inf" for reading in self.morphology.readings(word))), "")

    def is_function_word(self, norm: str) -> bool:
        """Whether a folded word belongs to the closed classes."""
        return norm in self.word_tags

    def _look(self, norm: str) -> tuple[str, tuple[Reading, ...]]:
        """Tags a folded word may have, most likely first, and its verb readings.

        Args:
            norm: the folded word.

        Returns:
            Tags ("" for an unknown word) and readings.
        """
        closed = self.word_tags.get(norm, "")
        readings = tuple(self.morphology.readings(norm))
        if closed and not (readings and any(reading.lemma in self.auxiliaries for reading in readings)):
            return closed, tuple(reading for reading in readings if VERBAL.get(reading.tense, "V") in closed)
        tags = closed + self.open_tags.get(norm, "")
        for reading in readings:
            tag = VERBAL.get(reading.tense, "V")
            if tag not in tags:
                tags += tag
        if not closed and "A" not in tags and norm in self.gazetteer.adjectives:
            tags = "A" + tags
        return tags, readings

    def _accented(self, norm: str) -> str:
        """A word whose capital lost its accent, as it is spelled in small letters ("*Etat*": "état"); any other word as it is.

        Args:
            norm: a folded word that begins with a capital in the text.
        """
        letters = self.grammar.bare_capitals.get(norm[0], "")
        if not letters or self._is_word(norm):
            return norm
        return next((spelled for spelled in (letter + norm[1:] for letter in letters) if self._is_word(spelled)), norm)

    def _is_word(self, norm: str) -> bool:
        return bool(self.look(norm)[0]) or norm in self.gazetteer.ordinary

    def guess(self, norm: str) -> str:
        """The tag of a word that no list holds."""
        for suffix, tag in self.grammar.guess.items():
            if norm.endswith(suffix) and len(norm) > len(suffix) + 2:
                return tag
        return "N"

    def tag_rules(self, choice: str, norm: str) -> tuple[TagRule, ...]:
        """The tag rules that speak of a set of candidate tags, and of a word or of any."""
        known = self._rules.get(choice)
        if known is None:
            rules = [rule for rule in self.grammar.rule if all(tag in choice for tag in rule.among)]
            named = {word for rule in rules for word in rule.among_words}
            of_words = {word: tuple(rule for rule in rules if not rule.among_words or word in rule.among_words) for word in named}
            known = self._rules[choice] = tuple(rule for rule in rules if not rule.among_words), of_words
        return known[1].get(norm, known[0])

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Countries, places, organizations and given names."""
        return Gazetteer(self.folder)

    @cached_property
    def roles(self) -> Roles:
        """Titles, heads of organizations, groups and places."""
        with blaming(self.folder, "roles.toml"):
            return Roles(read_toml(self.folder, "roles.toml", RolesFile), self.cut)

    @cached_property
    def compatriots(self) -> frozenset[str]:
        """Nouns for one person of a people that has another for all of it: "Briton", "américaine"; not "British"."""
        peoples = self.gazetteer.peoples
        return frozenset(one for word in peoples if (one := self.nouns.lemmas(word)[-1]) != word and one in peoples)

    @cached_property
    def phrasal(self) -> frozenset[tuple[str, str]]:
        """Verbs with a particle that could also be a preposition ("rule", "out")."""
        found = set()
        for table in (self.reporting_verbs, self.event_verbs):
            for lemma in table.lemmas():
                for entry in table.get(lemma):
                    if entry.rest and "B" in self.word_tags.get(entry.rest[0], ""):
                        found.add((lemma, entry.rest[0]))
        return frozenset(found)

    @cached_property
    def causatives(self) -> frozenset[str]:
        """Verbs with a noun phrase and a bare infinitive behind them."""
        return frozenset(self.grammar.verbs.bare_infinitive)

    @cached_property
    def announcing_verbs(self) -> frozenset[str]:
        """Verbs behind which a conditional is the future seen from the past."""
        return frozenset(
            verb
            for group in self.reporting.group
            if group.act in ("announce", "promise", "confirm", "decide", "reveal") and "clause" in group.content
            for verb in group.verbs
        )

    @cached_property
    def source_phrases(self) -> Phrases[SourcePhrase]:
        """Phrases that stand before a source, by canonical words."""
        with blaming(self.folder, "reporting.toml"):
            return Phrases(
                (tuple(self.canonical.get(norm, norm) for norm in self.tokenizer.words(phrase)), row) for row in self.reporting.source for phrase in row.phrases
            )

    @cached_property
    def speech(self) -> Speech:
        """Adjectives, patterns, documents and marks of those who speak."""
        with blaming(self.folder, "reporting.toml"):
            return Speech(self.reporting, self.tokenizer.words, self.grammar.verbs.reflexives)

    @cached_property
    def source_words(self) -> frozenset[str]:
        """Documents and unnamed sources that can report."""
        documents = (word for row in self.reporting.document for word in row.words)
        return frozenset((*documents, *(word for row in self.reporting.unnamed for word in row.words)))

    @cached_property
    def events(self) -> EventsFile:
        """Frames, and the words that evoke events."""
        events = read_toml(self.folder, "events.toml", EventsFile)
        named = {group.type for group in events.group} | {group.negated for group in events.group if group.negated}
        self._check_codes("event type", named - {one.name for one in event_types()}, "events.toml")
        return events

    @cached_property
    def event_verbs(self) -> VerbTable[EventGroup]:
        """Verbs that evoke events; groups with a condition come first."""
        with blaming(self.folder, "events.toml"):
            groups = sorted(self.events.group, key=lambda group: not group.is_conditional)
            return self.verb_table((verb, group) for group in groups for verb in group.verbs)

    @cached_property
    def event_nouns(self) -> NounTable:
        """Nouns that evoke events."""
        with blaming(self.folder, "events.toml"):
            groups = sorted(self.events.group, key=lambda group: not group.is_conditional)
            return NounTable(groups, self.cut, self.canonical, self.nouns)

    @cached_property
    def not_events(self) -> tuple[VerbTable[Exclusion], NounTable, Phrases[bool]]:
        """Expressions inside which nothing is an event: by verb, by noun, as they stand."""
        with blaming(self.folder, "events.toml"):
            rows = self.events.exclude
            phrases = Phrases((self.cut(phrase), True) for row in rows for phrase in row.phrases)
            return self.verb_table((verb, row) for row in rows for verb in row.verbs), NounTable(rows, self.cut, self.canonical, self.nouns), phrases

    @cached_property
    def aspects(self) -> Aspects:
        """Words that decide the status of events."""
        with blaming(self.folder, "aspects.toml"):
            return Aspects(read_toml(self.folder, "aspects.toml", AspectsFile), self)

    @cached_property
    def quantities(self) -> Quantities:
        """Words that tell what a number counts, and what bounds it."""
        with blaming(self.folder, "events.toml"):
            return Quantities(self.events, self)

    @cached_property
    def action_nouns(self) -> frozenset[str]:
        """Nouns for actions: their genitive names who acts or is acted upon."""
        return frozenset(self.reporting_nouns) | self.event_nouns.heads()

    @cached_property
    def function_words(self) -> frozenset[str]:
        """All words of the closed classes."""
        return frozenset(self.word_tags)
