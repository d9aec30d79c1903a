"""The shape of a pack's ``times.toml``."""

from __future__ import annotations

import attrs

from newsevents.lexicon.reading import one_of
from newsevents.model import Modifier


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rule:
    """One ``[[rule]]`` (over words) or ``[[join]]`` (over words and expressions already found).

    Attributes:
        name: What ``TimeExpression.rule`` will say.
        read: The reading that makes a meaning of it: a name of `newsevents.mentions.times.readings.READINGS`; ``"nothing"`` for a
            stretch that is no time, kept from every other rule.
        type: What kind of expression it gives to the joins: day, month, year, period, clock, part, duration …
        patterns: What it matches, in the language of `newsevents.mentions.times.patterns`; any of them.
        after: What must stand right before it.
        not_after: What must not stand right before it.
        before: What must stand right behind it.
        not_before: What must not stand right behind it.
        set: Facts the pattern itself does not hold: ``{ shift = -1, unit = "day" }``.
    """

    name: str
    read: str
    patterns: tuple[str, ...]
    type: str = ""
    after: str = ""
    not_after: str = ""
    before: str = ""
    not_before: str = ""
    set: dict[str, int | str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Preposition:
    """One ``[[preposition]]``: what it adds to the expression behind it, which it stays outside of.

    Attributes:
        words: The prepositions.
        modifier: The modifier of the expression behind it.
        direction: ``"past"`` or ``"future"`` where it tells on which side of publication the expression lies; ``"either"`` where it ties
            the expression to a noun, so that a verb in the past does not tell; ``"ahead"`` where only such a verb tells otherwise.
        types: The types of expression it speaks of; empty for all.
    """

    words: tuple[str, ...]
    modifier: str = attrs.field(default="", metadata=one_of(Modifier, ""))
    direction: str = attrs.field(default="", metadata=one_of(("past", "future", "either", "ahead", "")))
    types: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Holiday:
    """One ``[[holiday]]``: a day with a name, by one of three ways of finding it in a year.

    Attributes:
        words: Its names.
        month: Its month, with ``day`` or with ``weekday`` and ``nth``.
        day: Its day of the month.
        weekday: 1 (Monday) to 7, with ``nth`` (-1 is the last one) in ``month``.
        nth: Which such weekday of the month.
        easter: Days after Western Easter, negative before.
        offset: Days added to what the other fields find (the Friday after Thanksgiving).
        year: The only year it is of (an attack known by its day).
        length: How many days it lasts.
    """

    words: tuple[str, ...]
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None
    offset: int = 0
    year: int = 0
    length: int = 1


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tense:
    """The ``[tense]`` table: how the words around an expression tell past from future.

    Attributes:
        future: Words that put what stands in their clause ahead of now ("prévu", "scheduled").
        not_future: Words before such a word that take it back ("as expected").
        future_before: Words that put what stands in their clause ahead only with one of these behind them ("set *for*").
        present: What a present tense says of a bare day: ``"past"``, ``"future"`` or ``""``.
        present_future: Lemmas of verbs whose present speaks of what is to come ("le procès s'ouvre lundi").
        participle: What a past participle without an auxiliary says of it ("l'attaque survenue lundi").
        participles: Endings that such a participle can be known by.
        infinitive: What an infinitive says of it.
        progressive: What a present tense of what is going on says of a day but the one of publication ("is sending an envoy *on Thursday*").
        past_verbs: Lemmas whose infinitive lies in the past with them (commencer, fail).
        have: Lemmas of the auxiliary that makes a conditional past ("aurait reçu", "would have").
        reach: How many tokens away a future word may stand.
    """

    future: frozenset[str] = frozenset()
    not_future: frozenset[str] = frozenset()
    future_before: dict[str, frozenset[str]] = attrs.field(factory=dict)
    present: str = ""
    present_future: frozenset[str] = frozenset()
    participle: str = ""
    participles: tuple[str, ...] = ()
    infinitive: str = ""
    progressive: str = ""
    past_verbs: frozenset[str] = frozenset()
    have: frozenset[str] = frozenset()
    reach: int = 10


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TimesFile:
    """All of ``times.toml``.

    Attributes:
        order: ``"dmy"`` or ``"mdy"``: how a date in figures is written.
        thousands: Marks that group the digits of a number by three.
        number_joins: Words and marks inside a number written out ("-", "et").
        common: Words too frequent to start a search on, though patterns use them.
        words: For each class its words and what each means.
        lists: For each class its words, where they mean nothing further.
        macros: Named patterns, for use in others as ``@name``.
        rule: Patterns over words.
        join: Patterns over words and found expressions, in the order they are tried.
        preposition: Prepositions that say something of the expression behind them.
        holiday: Named days.
        tense: Which side of publication the words around point to.
    """

    order: str
    thousands: tuple[str, ...] = ()
    number_joins: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    words: dict[str, dict[str, int | str]] = attrs.field(factory=dict)
    lists: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    macros: dict[str, str] = attrs.field(factory=dict)
    rule: tuple[Rule, ...] = ()
    join: tuple[Rule, ...] = ()
    preposition: tuple[Preposition, ...] = ()
    holiday: tuple[Holiday, ...] = ()
    tense: Tense = attrs.field(factory=Tense)
