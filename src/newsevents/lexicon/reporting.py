"""How a language reports speech (``reporting.toml``): verbs, nouns, source phrases, media, documents, hearsay."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReportingGroup:
    """Verbs that report in the same way.

    Attributes:
        act: the speech act (ontology).
        commitment: what the speaker vouches for: asserted, believed, denied, hoped, feared, asked, committed.
        content: what the reported content may be: clause, question, quote, noun, infinitive, predicate, colon.
        content_prepositions: prepositions before noun, infinitive and predicate content; the object is then no content.
        infinitive_markers: the word before infinitive content; without any, the infinitive is bare.
        content_from: "object" where the content begins with the verb's object ("qualifie l'accord d'historique").
        addressee: prepositions of the one told, or "object"; "subject" where the verb is one of hearing and no one is said to speak.
        target: where the one it is aimed at stands; an actor there is never content.
        passive: the cue is passive in form and its subject is the speaker ("was quoted as saying").
        noun_heads: the only head nouns that make noun content; empty for any.
        not_noun_heads: head nouns that make none.
        not_prepositions: a complement with one of these makes it no report.
        subject_kind: "document" where only documents report so.
        subject_heads: the only head nouns that make its subject; empty for any.
        verbs: dictionary forms.
    """

    act: str
    commitment: str
    content: tuple[str, ...]
    verbs: tuple[str, ...]
    content_prepositions: tuple[str, ...] = ()
    infinitive_markers: tuple[str, ...] = ()
    content_from: str = ""
    addressee: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    passive: bool = False
    noun_heads: tuple[str, ...] = ()
    not_noun_heads: tuple[str, ...] = ()
    not_prepositions: tuple[str, ...] = ()
    subject_kind: tuple[str, ...] = ()
    subject_heads: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReportingAdjective:
    """Adjectives that report behind a copula ("is confident that")."""

    act: str
    commitment: str
    content: tuple[str, ...]
    copulas: tuple[str, ...]
    adjectives: tuple[str, ...]
    content_prepositions: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ReportingNoun:
    """Nouns that report ("l'annonce de X que").

    Attributes:
        takes_clause: whether "que" behind the noun opens its content; with nouns where it mostly opens a relative clause
            ("les mots que"), only "selon lequel" does.
    """

    act: str
    commitment: str
    nouns: tuple[str, ...]
    takes_clause: bool = True


@attrs.frozen(kw_only=True, eq=False, repr=False)
class SourcePhrase:
    """Phrases before a source ("selon").

    Attributes:
        after: the phrase may also stand behind the content.
        impersonal: the phrase names no one; no speaker follows.
        pronoun: the phrase holds a pronoun for its speaker ("à l'en croire").
        needs_comma: it is one only when set off by a comma.
        takes_clause: a clause may follow ("on a appris que").
        patterns: phrases with ``{speaker}`` for the speaker ("in {speaker}'s words").
        relays: words that open a clause which only says who says so ("comme l'écrit X", "as X noted").
        informants: prepositions behind an impersonal phrase before those from whom it is known ("a-t-on appris *auprès du* parquet").
    """

    act: str
    commitment: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    informants: tuple[str, ...] = ()
    after: bool = False
    impersonal: bool = False
    pronoun: bool = False
    needs_comma: bool = False
    takes_clause: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Unnamed:
    """Heads and marks of sources that stay unnamed ("une source proche du dossier", "sous couvert d'anonymat")."""

    words: tuple[str, ...]
    marks: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Spokesperson:
    """Nouns of those who speak for a body: without a name, the body speaks ("un porte-parole")."""

    words: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Again:
    """Nouns that take up what was just told.

    Attributes:
        words: those that say nothing new of a person and so name the last speaker again ("the lawmaker", "le quadragénaire").
        endings: endings of such nouns.
        remarks: those with which a writer goes on about what was said ("…, a *move* that …"), beside the reporting nouns.
    """

    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class MediumWords:
    """What carries a statement, and the prepositions before it."""

    words: tuple[str, ...]
    prepositions: tuple[str, ...]
    participles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class DocumentWords:
    """Documents that report as subjects."""

    words: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Hearsay:
    """Marks of hearsay: moods ("aurait reçu"), adverbs, adjectives, phrases, passives with infinitive ("is said to")."""

    moods: tuple[str, ...] = ()
    not_verbs: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    passive_infinitive: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Reporting:
    """All of ``reporting.toml``."""

    group: tuple[ReportingGroup, ...]
    adjective: tuple[ReportingAdjective, ...] = ()
    noun: tuple[ReportingNoun, ...] = ()
    source: tuple[SourcePhrase, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    spokesperson: tuple[Spokesperson, ...] = ()
    again: tuple[Again, ...] = ()
    medium: tuple[MediumWords, ...] = ()
    document: tuple[DocumentWords, ...] = ()
    hearsay: tuple[Hearsay, ...] = ()
