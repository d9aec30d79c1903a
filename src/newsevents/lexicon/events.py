"""What evokes events and what is counted (``events.toml``), and what decides their status (``aspects.toml``)."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import attrs

from newsevents.lexicon.grammar import WORDS_KEPT
from newsevents.lexicon.reading import one_of, uncollected
from newsevents.model import EventStatus, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsevents.lexicon.grammar import Nouns


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Frame:
    """Who stands where: slots of a verb, and of its nouns. The order of slots is the order of preference.

    A symmetric frame has all its parties as agents; in a reciprocal one each of several does it to the others.
    """

    agent: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    noun_agent: tuple[str, ...] = ()
    noun_recipient: tuple[str, ...] = ()
    symmetric: bool = False
    reciprocal: bool = False


class WordList:
    """Words and expressions of a condition: single words by look-up, expressions word by word; an elided word ends with its apostrophe."""

    __slots__ = ("expressions", "single")

    def __init__(self, words: Iterable[str]) -> None:
        cut = [tuple(word.replace("'", "' ").split()) for word in words]
        self.single = frozenset(word[0] for word in cut if len(word) == 1)
        self.expressions = tuple(word for word in cut if len(word) > 1)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EventGroup:
    """Words of one type, mode and frame, with the conditions under which they evoke it (all must hold).

    Attributes:
        type: event type.
        frame: name of the frame.
        verbs: dictionary forms and fixed expressions.
        nouns: singular lemmas.
        mode: mode of the type.
        contexts: contexts of the event.
        object: lemmas one of which must head the object.
        not_object: lemmas that must not.
        subject: lemmas one of which must head the subject.
        not_subject: lemmas that must not.
        object_kind: kinds one of which the object must be of: person, organization, country, group, place, people,
            event (a noun that evokes one).
        subject_kind: the same for the subject.
        needs: roles one of which must be filled by an actor.
        near: words one of which must stand in the sentence.
        not_near: words that must not.
        governs: infinitive or clause, which the word must govern.
        status: status that the word itself decides.
        negated: type that the negated verb evokes ("will never *accept*": REJECT).
        negated_only: whether only the negated verb evokes anything.
        bare: whether the verb must have no object ("10,000 people *demonstrated*", not "demonstrated an interest").
    """

    type: str
    frame: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    mode: str = ""
    contexts: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    object_kind: tuple[str, ...] = ()
    subject_kind: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    governs: tuple[str, ...] = ()
    status: str = attrs.field(default="", metadata=one_of(EventStatus, ""))
    negated: str = ""
    negated_only: bool = False
    bare: bool = False

    @property
    def is_conditional(self) -> bool:
        """Whether it asks more than the word."""
        return bool(self.words or self.negated_only or self.bare or self.object_kind or self.subject_kind or self.needs or self.governs)

    @cached_property
    def words(self) -> dict[str, WordList]:
        """The conditions on words, by their name; only those that the group has."""
        named = {name: getattr(self, name) for name in ("object", "not_object", "subject", "not_subject", "near", "not_near")}
        return {name: WordList(words) for name, words in named.items() if words}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Exclusion:
    """``[[exclude]]``: expressions inside which nothing is an event."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class QuantityGroup:
    """``[[quantity]]``: words that tell what a number counts.

    Attributes:
        kind: killed, injured, missing, arrested, displaced, attendance, other.
        types: event types that have such a number, the likeliest first.
        verbs: verbs whose object (of a passive: whose subject) is counted.
        subject_verbs: verbs whose subject is counted ("200 people *died*").
        nouns: counted nouns that tell the kind themselves ("12 *dead*").
        adjectives: words behind the counted noun or the copula ("3 people are *missing*").
        actions: nouns for the action, counted themselves ("1,000 *arrests*").
    """

    kind: str = attrs.field(metadata=one_of(QuantityKind))
    types: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Currency:
    """``[[currency]]``: an ISO 4217 code, the signs and the words that stand for it."""

    code: str
    signs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Bounds:
    """``[bounds]``: what words before or behind a number make of it."""

    minimum: tuple[str, ...] = ()
    maximum: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    scales: dict[str, float] = attrs.field(factory=dict)  # "million", "milliards", "bn"
    decimal: str = "."


@attrs.frozen(kw_only=True, eq=False, repr=False)
class EventsFile:
    """All of ``events.toml``."""

    frame: dict[str, Frame]
    group: tuple[EventGroup, ...]
    exclude: tuple[Exclusion, ...] = ()
    quantity: tuple[QuantityGroup, ...] = ()
    currency: tuple[Currency, ...] = ()
    bounds: Bounds = attrs.field(factory=Bounds)
    during: tuple[str, ...] = ()  # prepositions that put a clause into the noun's event ("*lors d'*un sommet", "*at* a rally")
    generic: tuple[str, ...] = ()  # nouns that may point back to any event of their type ("the attack")
    places_where: tuple[str, ...] = ()  # relatives of place ("Benin, *where* he met …")
    places_there: tuple[str, ...] = ()  # adverbs that point back to a place ("closed the crossing after a soldier was stabbed *there*")
    times_when: tuple[str, ...] = ()  # relatives of time ("in 1971, *when* he ordered …")
    seats: tuple[str, ...] = ()  # nouns that, with a nationality, are a country's capital ("the Egyptian *capital*")
    nominal_places: dict[str, tuple[str, ...]] = attrs.field(factory=dict)  # by kind: nouns that point back to a place ("the country")
    serving: frozenset[str] = frozenset()  # people who act and are struck for their country ("Malian *soldiers*")
    outsiders: frozenset[str] = frozenset()  # people who are not of the body beside them ("les *otages* du Hamas"), and words that say so ("*former*")
    place_parts: tuple[str, ...] = ()
    premises: tuple[str, ...] = ()
    beside: frozenset[str] = frozenset()  # those of `during` that put one event next to another, which it is no part of ("*en marge d'*un sommet")
    simultaneous: frozenset[str] = frozenset()  # conjunctions that put two clauses on one day ("*when* police stopped his car on Monday, he fired")
    successive: frozenset[str] = frozenset()  # markers of what is done before or after ("arrested on Monday *after* fleeing")
    manner: frozenset[str] = frozenset()  # what a gerund on the day and at the place of its verb may stand behind ("*by* burning houses")
    gathering: frozenset[str] = frozenset()  # verbs whose participle tells where and when a clause lies ("*Speaking* in Paris, X condemned")
    accompanying: tuple[str, ...] = ()  # verbs of those who take part ("*accompanied* by his wife")
    culprits: frozenset[str] = frozenset()  # those of whom a text says more once it has told a blow ("*the gunmen* opened fire")
    identifying: frozenset[str] = frozenset()  # verbs that say what an event told before was ("*il s'agit* d'un attentat")
    pointing: frozenset[str] = frozenset()  # the subjects they have then
    observers: tuple[str, ...] = ()  # those whose warning is no threat
    artworks: tuple[str, ...] = ()  # works in which things are shown or told that have not happened
    depicting: tuple[str, ...] = ()  # the verbs for it
    rates: tuple[str, ...] = ()  # with a present tense: what happens in general ("kill 3,000 people *a year*")
    examples: tuple[str, ...] = ()  # words that give examples of a kind ("disasters *such as* floods")
    general: tuple[str, ...] = ()  # adjectives that speak of a kind of event ("domestic violence is *common*")
    norms: tuple[str, ...] = ()  # what rules for all ("*the law* allows workers to strike")
    ruling: tuple[str, ...] = ()  # verbs that say what it rules


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AspectGroup:
    """``[[group]]`` of ``aspects.toml``: words that decide the status of what they govern."""

    status: str = attrs.field(metadata=one_of(EventStatus))
    governs: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    not_nouns: tuple[str, ...] = ()
    subject: bool = False
    denied: str = attrs.field(default="", metadata=one_of(EventStatus, ""))
    past: str = attrs.field(default="", metadata=one_of(EventStatus, ""))


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Light:
    """``[[light]]``: support verbs; what their subject and object are to the noun's event."""

    verbs: tuple[str, ...]
    subject: str = ""
    object: str = ""
    not_nouns: tuple[str, ...] = ()  # nouns it does not support ("called the *sentence* harsh")
    together: bool = False  # the subject has part only in what is done together ("réclame *une rencontre*", not "réclame *une enquête*")
    presupposes: bool = False  # the event has happened whatever the verb's tense and negation ("has not been *claimed*")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class AspectsFile:
    """All of ``aspects.toml``."""

    group: tuple[AspectGroup, ...] = ()
    light: tuple[Light, ...] = ()
    unsettled: tuple[str, ...] = ()  # beside a negation: what has not happened may still ("has not *yet* accepted")
    sequels: tuple[str, ...] = ()  # adverbs that make an infinitive of purpose a thing done after ("pour *ensuite* se rendre")
    durative: tuple[str, ...] = ()  # nouns of what goes on until the text says that it is over ("war", "crisis")
    ending: tuple[str, ...] = ()  # verbs, predicates, prepositions and nouns that say that what lasts is over ("the war is *over*")
    punctual: tuple[str, ...] = ()  # verbs of what is done at once: their passive in the present tells a story ("le tireur *est arrêté*")
    holding: tuple[str, ...] = ()  # nouns that only say that the event behind them comes about ("the *holding* of elections")
    progressive: bool = False  # a form of its own says that something goes on ("are fighting")
    scheduled_present: bool = False  # the simple present with a date speaks of what is to come ("the trial opens on Monday")


_Row: TypeAlias = "tuple[tuple[str, ...], list[EventGroup | Exclusion]]"  # the words behind the first, and their groups


class _Rows(NamedTuple):
    """What begins with one word."""

    alone: list[EventGroup | Exclusion]
    longer: dict[str, list[_Row]]  # by the second word


def _end(found: tuple[int, object]) -> int:
    return found[0]


class NounTable:
    """Nouns and nominal expressions by their first word; plural and singular both fit."""

    @uncollected()
    def __init__(self, groups: Iterable[EventGroup | Exclusion], words: Callable[[str], tuple[str, ...]], canonical: dict[str, str], nouns: Nouns) -> None:
        self._canonical = canonical
        self._nouns = nouns
        self._rows = lru_cache(maxsize=WORDS_KEPT)(self._find_rows)
        self._spellings = lru_cache(maxsize=WORDS_KEPT)(self._find_spellings)
        table: dict[str, dict[tuple[str, ...], list[EventGroup | Exclusion]]] = {}
        for group in groups:
            for noun in group.nouns:
                cut = words(noun)
                table.setdefault(cut[0], {}).setdefault(tuple(canonical.get(norm, norm) for norm in cut[1:]), []).append(group)
        self._table = {first: tuple(sorted(rest.items(), key=lambda item: -len(item[0]))) for first, rest in table.items()}

    def starts(self, norms: Sequence[str]) -> list[int]:
        """The indices of the words with which an entry may begin."""
        rows = self._rows
        return [at for at, norm in enumerate(norms) if rows(norm) is not None]

    def match(self, norms: Sequence[str], at: int) -> list[tuple[int, list[EventGroup | Exclusion]]]:
        """Entries that start at a token, the longest first: the index behind each and its groups in file order."""
        rows = self._rows(norms[at])
        if rows is None:
            return []
        found: list[tuple[int, list[EventGroup | Exclusion]]] = []
        following = at + 1
        if rows.longer and following < len(norms):
            for second in self._spellings(norms[following]):
                for rest, groups in rows.longer.get(second, ()):
                    end = following + len(rest)
                    if len(rest) == 1 or (end <= len(norms) and all(map(self._same, norms[following + 1 : end], rest[1:]))):
                        found.append((end, groups))
        if len(found) > 1:
            found.sort(key=_end, reverse=True)
        if rows.alone:
            found.append((following, rows.alone))
        return found

    def _find_rows(self, norm: str) -> _Rows | None:
        """What may stand behind a word, by the next word, and the groups of the word alone."""
        alone: list[EventGroup | Exclusion] = []
        longer: dict[str, list[_Row]] = {}
        for lemma in self._nouns.lemmas(norm):
            for row in self._table.get(lemma, ()):
                if row[0]:
                    longer.setdefault(row[0][0], []).append(row)
                else:
                    alone += row[1]
        return _Rows(alone, longer) if alone or longer else None

    def _find_spellings(self, norm: str) -> tuple[str, ...]:
        """A word as it stands, as tables have it, and its lemmas."""
        return tuple(dict.fromkeys((norm, self._canonical.get(norm, norm), *self._nouns.lemmas(norm))))

    def has(self, norm: str) -> bool:
        """Whether a noun alone stands in the table."""
        rows = self._rows(norm)
        return rows is not None and bool(rows.alone)

    def heads(self) -> frozenset[str]:
        """The single nouns of the table."""
        return frozenset(first for first, rest in self._table.items() if any(not tail for tail, _ in rest))

    def _same(self, norm: str, word: str) -> bool:
        return word in self._spellings(norm)
