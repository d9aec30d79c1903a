"""Function words, verb groups, clauses and tag rules of a language (``grammar.toml``), and the tags they give a word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from newsevents.lexicon.phrases import Phrases
from newsevents.lexicon.reading import one_of
from newsevents.model import EventStatus

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS_KEPT: Final = 8192  # words whose analysis a pack keeps: nine tenths of running news, about 2 MB
VERBAL = {"inf": "I", "ger": "G", "part": "K"}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class VerbGrammar:
    """The ``[verbs]`` table: auxiliaries and what they make of the verb behind them."""

    copula: tuple[str, ...]
    have: str
    be: str
    modal: tuple[str, ...]
    future: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    semi_future: tuple[str, ...] = ()
    causative: tuple[str, ...] = ()
    bare_infinitive: tuple[str, ...] = ()  # verbs with an object and a bare infinitive ("let X go")
    reflexives: tuple[str, ...] = ()
    weak_negations: tuple[str, ...] = ()  # negate only together with another word
    paired_negations: tuple[str, ...] = ()  # negate only together with a weak one ("ne … plus")
    negative_determiners: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    participles_agree: bool = False  # participles of one noun end alike
    infinitive_markers: tuple[str, ...] = ()
    modal_tenses: dict[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ClauseGrammar:
    """The ``[clauses]`` table: the words that join clauses, and how the language orders them."""

    by: tuple[str, ...]
    genitive: tuple[str, ...]
    dative_pronouns: tuple[str, ...]
    object_relatives: tuple[str, ...]
    dative: tuple[str, ...]
    locative: tuple[str, ...]  # prepositions that make a place's name the place, not its government
    definite: tuple[str, ...]  # determiners of what is known
    possessive_clitic: tuple[str, ...]
    relative_subjects: tuple[str, ...]
    relatives: tuple[str, ...]
    personal_relatives: tuple[str, ...] = ()  # relatives that stand for people alone ("who")
    apart_relatives: tuple[str, ...] = ()  # those that, behind a comma, rather stand for a person than for what he belongs to ("le chef de l'armée, *qui*")
    complementizers: tuple[str, ...]
    interrogatives: tuple[str, ...]
    gerund_markers: tuple[str, ...]
    infinitive_prepositions: tuple[str, ...]
    subject_pronouns: tuple[str, ...]
    object_pronouns: tuple[str, ...]
    impersonal: tuple[str, ...]
    postposed_adjectives: bool
    pro_drop: bool
    temporal: tuple[str, ...]  # nouns of time, which stand without a preposition and are no subject or object
    inversion: bool
    partitives_before_adjectives: tuple[str, ...] = ()  # the same where an adjective comes first
    sentence_relatives: tuple[str, ...] = ()  # relatives that stand for all that was said before their comma ("…, *which* she denies")
    partitives: tuple[str, ...] = ()  # prepositions that are articles where no noun stands before them
    bare_noun_governors: tuple[str, ...] = ()  # whose noun takes no name beside it (mettre *en* garde Washington)
    zero_complementizer: bool = False
    issuing: tuple[str, ...] = ()  # verbs whose subject says what the document behind them says ("*published* a letter saying that …")
    contact_clauses: bool = False  # a relative clause needs no pronoun ("the deal *he signed*")
    genitive_complements: tuple[str, ...] = ()  # verbs whose own complement stands behind the genitive preposition ("menacer X *de sanctions*")
    absolute: tuple[str, ...] = ()  # prepositions whose noun is the subject of a gerund behind it ("*with* rebels holding the city")
    asking: tuple[str, ...] = ()  # words that ask for somebody or something: no question of yes or no has one before its verb
    never_zero: tuple[str, ...] = ()  # verbs of saying that take no clause without its complementizer ("condemned the attacks")
    object_control: tuple[str, ...] = ()  # verbs whose object is the subject of the infinitive (urge X to …)
    object_control_prepositions: tuple[str, ...] = ()  # that lead such an object (call *on* X to …), beside the dative ones
    double_object: tuple[str, ...] = ()  # verbs with two objects, the second of which may begin with a number ("gave *Ukraine* 20 tanks")
    taking: tuple[str, ...] = ()  # verbs behind whose object one of the next nouns tells what it becomes
    taken: tuple[str, ...] = ()  # these nouns ("took two engineers *hostage*")
    gerund_control: tuple[str, ...] = ()  # verbs whose object is the subject of a gerund behind a preposition (accuse X of …)
    gerund_control_prepositions: tuple[str, ...] = ()  # these prepositions


@attrs.frozen(kw_only=True, eq=False, repr=False)
class NounGrammar:
    """The ``[nouns]`` table: how plurals are made."""

    plurals: tuple[tuple[str, str], ...]
    fixed: tuple[str, ...] = ()
    irregular: tuple[tuple[str, str], ...] = ()
    collective: tuple[str, ...] = ()  # singular in form, with a verb in the plural ("police *arrest*")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PronounGrammar:
    """The ``[pronouns]`` table: what a pronoun tells of the one it stands for."""

    s_m: tuple[str, ...] = ()
    s_f: tuple[str, ...] = ()
    s_n: tuple[str, ...] = ()
    s: tuple[str, ...] = ()
    p: tuple[str, ...] = ()
    p_f: tuple[str, ...] = ()
    first: tuple[str, ...] = ()  # objects that stand for whoever speaks alone ("me")
    speaker: tuple[str, ...] = ()  # subjects that stand for whoever speaks ("I")
    speakers: tuple[str, ...] = ()  # the same of several, or of a body ("we")
    articles_m: tuple[str, ...] = ()  # words that tell the gender of the noun behind them, where things have one
    articles_f: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    hidden_m: tuple[str, ...] = ()  # nouns for bodies whose article does not tell their gender
    hidden_f: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TagRule:
    """One ``[[rule]]``: which tag of several a word takes, by its neighbours."""

    among: str
    pick: str
    among_words: tuple[str, ...] = ()
    previous: str = ""
    previous_any: str = ""
    previous_two: str = ""
    previous_words: tuple[str, ...] = ()
    next: str = ""
    next_only: str = ""
    next_first: str = ""
    next_two: str = ""
    next_two_only: str = ""
    next_words: tuple[str, ...] = ()
    clause_ahead: bool = False  # a subject and a finite verb follow
    verbless: bool = False  # no finite verb stands up to the next mark: "*dont* un officier,"
    last_verb: bool = False  # a single finite verb stands up to the next mark, and none since the last boundary
    waiting: bool = False  # a relative clause has its verb, the clause around it has none, and no other word up to the next mark can be it
    reduced: bool = False  # a later form is the verb: the word describes its noun ("*armed* with knives attacked a bus")
    resuming: bool = False  # behind an insertion between commas the clause of the subject before goes on, and no other word can be its verb
    related: bool = False  # a relative clause has its subject and no verb yet
    resumed: bool = False  # behind the next comma the main clause goes on with its own verb
    agree: bool = False  # the verb reading fits the word before in number
    verb_ahead: bool = False  # a plain finite verb stands up to the next boundary
    elided: bool = False  # a conjunction stands behind a passive, and no verb since ("two were killed and five *wounded*")
    infinitive: bool = False  # an infinitive with its marker stands before, and no other verb since ("to cut spending and *raise* taxes")
    compound: bool = False  # a compound tense or passive stands before, and no other verb since ("a été arrêté et *inculpé*")
    simple: bool = False  # no compound tense or passive stands before
    passive: bool = False  # the same, with the passive's auxiliary
    parted: bool = False  # an auxiliary stands before a comma and waits for its participle ("a, lors d'une réunion, *promis* une aide")
    causative: bool = False  # behind a verb that takes a bare infinitive ("let X *go*")
    alone: bool = False  # no other finite verb stands up to the next boundary
    controlled: bool = False  # the verb before governs a gerund behind a preposition ("accused of *killing* civilians")
    second: bool = False  # another word that may be one does
    clause: str = ""  # what stands since the last boundary: "verb" a finite verb, "subjectless" no noun that could be its subject


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Grammar:
    """All of ``grammar.toml``."""

    tags: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]
    verbs: VerbGrammar
    clauses: ClauseGrammar
    nouns: NounGrammar
    canonical: dict[str, str] = attrs.field(factory=dict)
    bare_capitals: dict[str, str] = attrs.field(factory=dict)  # letters that capitals may stand for without their accent
    pronouns: PronounGrammar = attrs.field(factory=PronounGrammar)
    guess: dict[str, str] = attrs.field(factory=dict)
    contracted: tuple[str, ...] = ()  # prepositions written together with the article
    demonstratives: tuple[str, ...] = ()
    indefinite: tuple[str, ...] = ()  # determiners of what is new
    generic: tuple[str, ...] = ()  # determiners of most of a kind
    quantity_nouns: tuple[str, ...] = ()  # nouns that only count what stands behind them
    modal_past: dict[str, str] = attrs.field(factory=dict, metadata=one_of(EventStatus))  # what its own past participle makes of it ("a *dû* partir")
    modal_status: dict[str, str] = attrs.field(factory=dict, metadata=one_of(EventStatus))  # what a modal verb makes of the event
    approximators: tuple[str, ...] = ()  # prepositions that round a number
    company: tuple[str, ...] = ()  # prepositions of those who take part
    infinitive_phrases: tuple[str, ...] = ()  # function phrases that are none behind a copula and before an infinitive
    purpose: tuple[str, ...] = ()  # markers of an infinitive of purpose
    placeholders: dict[str, str] = attrs.field(factory=dict)  # words of dictionary forms that stand for a class
    numbers: dict[str, int] = attrs.field(factory=dict)
    expletives: tuple[str, ...] = ()  # pronouns that may stand for nothing ("il pleut", "it is clear")
    impersonal_verbs: tuple[str, ...] = ()
    scene_prepositions: tuple[str, ...] = ()  # prepositions behind which a country is a scene, among others
    place_verbs: tuple[str, ...] = ()  # verbs whose object is a place gone to or left
    plural_bodies: bool = False  # bodies may be taken up by a plural pronoun
    neuter_things: bool = False  # pronouns tell persons from things
    name_joiners: tuple[str, ...] = ()  # prepositions that stand inside the names of organizations
    topic_joiners: tuple[str, ...] = ()  # prepositions between a body's noun and what it deals with ("Committee *on* Public Accounts")
    rule: tuple[TagRule, ...] = ()

    def word_tags(self) -> dict[str, str]:
        """Tags of every function word, most likely first."""
        table: dict[str, str] = {}
        for tags, words in self.tags.items():
            for word in words:
                known = table.get(word, "")
                table[word] = known + "".join(tag for tag in tags if tag not in known)
        return table


class Nouns:
    """Singular forms of a noun form."""

    def __init__(self, grammar: NounGrammar) -> None:
        self._plurals = grammar.plurals
        self._fixed = frozenset(grammar.fixed)
        self._irregular = dict(grammar.irregular)
        # a bounded memory of words already looked at: news repeats its words
        self.lemmas = lru_cache(maxsize=WORDS_KEPT)(self._lemmas)

    def _lemmas(self, norm: str) -> tuple[str, ...]:
        """Forms a look-up should try, the form itself first.

        Several plural endings may fit one form; a table has only the right one.
        """
        forms = [norm]
        if norm in self._irregular:
            forms.append(self._irregular[norm])
        elif norm not in self._fixed:
            forms += [norm[: len(norm) - len(plural)] + single for plural, single in self._plurals if norm.endswith(plural) and len(norm) > len(plural) + 1]
        return tuple(forms)


def phrase_tags(grammar: Grammar, cut: Callable[[str], tuple[str, ...]]) -> Phrases[tuple[str, str]]:
    """The function phrases as a look-up from canonical words to (tag, phrase)."""
    items = []
    for tag, phrases in grammar.phrases.items():
        for phrase in phrases:
            norms = tuple(grammar.canonical.get(norm, norm) for norm in cut(phrase))
            items.append((norms, (tag, phrase)))
    return Phrases(items)
