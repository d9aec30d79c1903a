"""Titles, offices, organization heads and other nouns that name those who act (``roles.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from newsevents.lexicon.phrases import Phrases
from newsevents.lexicon.reading import one_of, uncollected
from newsevents.model import ActorKind, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RoleGroup:
    """``[[role]]``: titles of persons, "masculine|feminine"; ``country``: the only one that has such an office."""

    level: str
    titles: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    state_sectors: tuple[str, ...] = ()
    head: bool = False
    kin: bool = False
    counterpart: bool = False
    org: str = ""
    country: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RoleModifier:
    """``[[role_modifier]]``: words that modify a title; ``prefix``: written together with it by a hyphen."""

    words: tuple[str, ...]
    position: str = "before"
    prefix: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Civility:
    """``[[civility]]``: forms of address; ``capital``: only when printed with one."""

    titles: tuple[str, ...]
    gender: str = ""
    capital: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Honorific:
    """``[[honorific]]``: what may follow a name; ``in_name``: part of the name as cited."""

    suffixes: tuple[str, ...]
    in_name: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Head:
    """``[[head]]``: nouns that head organizations; ``acts``: alone an actor; ``proper``: opens or closes a name of several words.

    ``position``: where in the name it stands, "first" or "last"; "" where the language puts its heads.
    ``country``: whose body the press means by the bare noun, in texts where that country acts.
    """

    kind: str = attrs.field(metadata=one_of(ActorKind))
    words: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    acts: bool = False
    proper: bool = False
    position: str = ""
    country: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Collective:
    """``[[collective]]``: groups of human beings; ``singular``: the same people one at a time."""

    words: tuple[str, ...]
    kind: str = attrs.field(default="group", metadata=one_of(ActorKind))
    sectors: tuple[str, ...] = ()
    people: bool = False
    singular: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Nominal:
    """``[[person]]``, ``[[nominal]]``, ``[[dual]]``: nouns that refer back; ``bare``: without a number ("le couple")."""

    words: tuple[str, ...]
    kind: str = "person"
    gender: str = ""
    bare: bool = False
    head: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Broader:
    """``[[broader]]``: nouns under which holders of other titles fall; ``over``: those titles.

    ``endings``: of the head words of more of them; ``sectors``: all titles of these. ``beside``: only near a body of these sectors.
    """

    words: tuple[str, ...]
    over: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Age:
    """``[[age]]``: nouns for people of ``least`` to ``most`` years; ``units``: what follows a number that is an age; ``leads``: what stands before it."""

    words: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    units: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Standing:
    """``[[standing]]``: nouns for people in a plight that the text tells by other words before; ``signs``: these words, behind their names."""

    words: tuple[str, ...]
    signs: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Latter:
    """``[[latter]]``: words for the one who was named last."""

    words: tuple[str, ...]
    gender: str = ""
    plural: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Kin:
    """``[[kin]]``: nouns for relatives; ``relation``: child, parent, spouse or sibling; ``plural``: for all of them at once.

    ``bare``: the definite noun alone may stand for the only one of the text ("the baby").
    """

    relation: str = attrs.field(metadata=one_of(("child", "parent", "spouse", "sibling")))
    words: tuple[str, ...]
    gender: str = ""
    plural: bool = False
    bare: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class PlaceHeads:
    """``[[facility]]`` and ``[[area]]``: nouns that head places."""

    words: tuple[str, ...]
    kind: str = attrs.field(default="facility", metadata=one_of(PlaceKind))
    position: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Described:
    """``[[described]]``: nouns that, written small, belong to the name of a place or body ("l'aéroport de Kaboul").

    ``kind``: of the whole name; ``apposed``: only right before a name ("le lycée Voltaire"), not before a complement; ``bare``: also without
    an article ("défiler avenue Bourguiba").
    """

    words: tuple[str, ...]
    kind: str
    apposed: bool = False
    bare: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class CompanyWords:
    """``[[company]]``: suffixes and words of company names."""

    suffixes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Peoples:
    """``[[peoples]]``: capitalised nouns for groups that are no nationality."""

    words: tuple[str, ...]
    kind: str = ""
    iso2: str = ""
    adjectives: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Metonym:
    """``[[metonym]]``: capitals that, where they act, stand for an organization of the gazetteer and not for their country."""

    words: tuple[str, ...]
    organization: str


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Domain:
    """``[[domain]]``: what bodies named by it and a country or region deal with ("Health Canada", "Tourisme Montréal")."""

    words: tuple[str, ...]
    sectors: tuple[str, ...]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Words:
    """A plain list of words; ``position``: where in a name they stand, "" where the language puts its heads."""

    words: tuple[str, ...]
    position: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class RolesFile:
    """All of ``roles.toml``."""

    role: tuple[RoleGroup, ...]
    role_modifier: tuple[RoleModifier, ...] = ()
    civility: tuple[Civility, ...] = ()
    honorific: tuple[Honorific, ...] = ()
    head: tuple[Head, ...] = ()
    collective: tuple[Collective, ...] = ()
    person: tuple[Nominal, ...] = ()
    nominal: tuple[Nominal, ...] = ()
    dual: tuple[Nominal, ...] = ()
    kin: tuple[Kin, ...] = ()
    dual_determiner: tuple[Words, ...] = ()
    generic_body: tuple[Words, ...] = ()
    state_body: tuple[Words, ...] = ()
    same_office: tuple[Words, ...] = ()
    broader: tuple[Broader, ...] = ()
    age: tuple[Age, ...] = ()
    standing: tuple[Standing, ...] = ()
    latter: tuple[Latter, ...] = ()
    facility: tuple[PlaceHeads, ...] = ()
    area: tuple[PlaceHeads, ...] = ()
    described: tuple[Described, ...] = ()
    company: tuple[CompanyWords, ...] = ()
    medium: tuple[Words, ...] = ()
    work: tuple[Words, ...] = ()
    brand: tuple[Words, ...] = ()
    event_name: tuple[Words, ...] = ()
    peoples: tuple[Peoples, ...] = ()
    particle: tuple[Words, ...] = ()
    not_name: tuple[Words, ...] = ()
    singular_determiner: tuple[Words, ...] = ()
    calendar: tuple[Words, ...] = ()
    origin: tuple[Words, ...] = ()
    including: tuple[Words, ...] = ()
    home: tuple[Words, ...] = ()
    will_verb: tuple[Words, ...] = ()
    sport_verb: tuple[Words, ...] = ()
    match_verb: tuple[Words, ...] = ()
    match_preposition: tuple[Words, ...] = ()
    held_event: tuple[Words, ...] = ()
    state_office: tuple[Words, ...] = ()
    eponym: tuple[Words, ...] = ()
    doer_ending: tuple[Words, ...] = ()
    direction: tuple[Words, ...] = ()
    no_surname: tuple[Words, ...] = ()
    rival_preposition: tuple[Words, ...] = ()
    host_preposition: tuple[Words, ...] = ()
    sport_word: tuple[Words, ...] = ()
    metonym: tuple[Metonym, ...] = ()
    task: tuple[Words, ...] = ()
    domain: tuple[Domain, ...] = ()
    small_name: tuple[Words, ...] = ()
    same_body: tuple[Words, ...] = ()
    dealt_in: tuple[Words, ...] = ()
    newspaper: tuple[Words, ...] = ()
    deal_verb: tuple[Words, ...] = ()
    past_modifier: tuple[Words, ...] = ()
    unique_body: tuple[Words, ...] = ()
    demonym_ending: tuple[Words, ...] = ()


class Title(NamedTuple):
    """One title form."""

    title: str
    gender: str
    group: RoleGroup


class Roles:
    """The look-ups made from ``roles.toml``; all keys are folded words."""

    @uncollected()
    def __init__(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> None:
        self._read_titles(file, words)
        self._read_people(file, words)
        self._read_bodies(file, words)
        self._read_things(file, words)
        self._read_sets(file, words)
        self.referring = self._referring(file, words)
        # Most words are in none of some tables that are asked together.
        self.head_firsts = _firsts(self.heads, self.facilities, self.areas, self.company, self.things)
        self.name_firsts = _firsts(self.civility_phrases, self.titles, self.modifiers, self.peoples, self.peoples_adjectives)

    def _read_titles(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> None:
        """What stands before and behind names: offices, forms of address, honours."""
        titles: list[tuple[tuple[str, ...], Title]] = []
        for group in file.role:
            for both in group.titles:
                forms = both.split("|")
                for number, form in enumerate(forms):
                    gender = ("m", "f")[number] if len(forms) == 2 else ""
                    row = Title(forms[0], gender, group)
                    titles.append((words(form), row))
        self.titles: Phrases[Title] = Phrases(titles)
        self.title_firsts = frozenset(cut[0] for cut, _ in titles if cut)
        before = (group for group in file.role_modifier if not group.prefix and group.position == "before")
        behind = (group for group in file.role_modifier if not group.prefix and group.position == "after")
        self.modifiers: Phrases[bool] = Phrases((words(form), True) for group in before for both in group.words for form in both.split("|"))
        self.modifiers_after: Phrases[bool] = Phrases((words(form), True) for group in behind for both in group.words for form in both.split("|"))
        self.prefixes = tuple(word for group in file.role_modifier if group.prefix for both in group.words for word in both.split("|"))
        self.civilities: dict[str, Civility] = {word.rstrip("."): group for group in file.civility for word in group.titles} | {
            word: group for group in file.civility for word in group.titles
        }
        self.civility_phrases: Phrases[Civility] = Phrases((words(word), group) for group in file.civility for word in group.titles)
        self.name_suffixes = frozenset(word for group in file.honorific if group.in_name for word in group.suffixes)
        self.suffix_phrases: Phrases[bool] = Phrases((words(word), True) for group in file.honorific if group.in_name for word in group.suffixes)
        self.after_name = frozenset(word for group in file.honorific if not group.in_name for word in group.suffixes)

    def _read_people(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> None:
        """Nouns for people: one or many, relatives, peoples."""
        self.people = frozenset(
            form for group in file.collective if group.people for both in (*group.words, *group.singular) for form in both.split("|")
        ) | frozenset(form for group in file.person for both in group.words for form in both.split("|"))
        self.persons: dict[str, str] = {form: group.gender for group in file.person for both in group.words for form in both.split("|")}
        self.nominals: dict[str, str] = {form: group.kind for group in file.nominal for both in group.words for form in both.split("|")}
        self.duals: dict[str, Nominal] = {form: group for group in file.dual for both in group.words for form in both.split("|")}
        self.kin: Phrases[Kin] = Phrases([(words(word), group) for group in file.kin for word in group.words])
        self.same_office: dict[str, set[int]] = {}
        for number, same in enumerate(file.same_office):
            for word in same.words:
                self.same_office.setdefault(word, set()).add(number)
        self._read_references(file, words)
        self.nominal_phrases: Phrases[str] = Phrases((words(form), group.kind) for group in file.nominal for form in _forms(group.words))
        self.person_phrases: Phrases[str] = Phrases((words(form), group.gender) for group in file.person for form in _forms(group.words))
        self.peoples: Phrases[Peoples] = Phrases((words(form.lower()), group) for group in file.peoples for form in _forms(group.words))
        self.peoples_adjectives: Phrases[Peoples] = Phrases((words(form), group) for group in file.peoples for form in _forms(group.adjectives))
        self.particles: Phrases[bool] = Phrases((words(form), True) for group in file.particle for form in group.words)
        self.particle_words = frozenset(word for group in file.particle for form in group.words for word in words(form))

    def _read_references(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> None:
        """Nouns that say of somebody what was told before in other words: more broadly, by age, by plight, or only that they were the last."""
        self.broader: dict[str, list[tuple[frozenset[str], Broader]]] = {}
        for broad in file.broader:
            under = (group for group in file.role if group.sectors[:1] and group.sectors[0] in broad.sectors)
            over = frozenset((*broad.over, *(both.split("|")[0] for group in under for both in group.titles)))
            for word in _forms(broad.words):
                self.broader.setdefault(word, []).append((over, broad))
        self.ages: dict[str, tuple[int, int]] = {form: (age.least, age.most) for age in file.age for form in _forms(age.words)}
        self.age_units = frozenset(word for age in file.age for word in age.units)
        self.age_leads = frozenset(word for age in file.age for word in age.leads)
        self.standings: dict[str, int] = {form: number for number, row in enumerate(file.standing) for form in _forms(row.words)}
        self.standing_phrases: Phrases[int] = Phrases((words(form), number) for number, row in enumerate(file.standing) for form in _forms(row.words))
        self.signs: Phrases[int] = Phrases((words(form), number) for number, row in enumerate(file.standing) for form in _forms(row.signs))
        self.latter: Phrases[Latter] = Phrases((words(form), row) for row in file.latter for form in row.words)

    def _read_bodies(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> None:
        """Nouns for bodies and groups, and the words of companies and media."""
        self.heads: Phrases[Head] = Phrases([(words(word), group) for group in file.head for word in group.words])
        collectives = [(words(form), group) for group in file.collective for both in group.words for form in both.split("|")]
        self.collectives: Phrases[Collective] = Phrases(collectives)
        bodies = [words(word) for head in file.head if head.acts for word in head.words]
        self.body_firsts = frozenset(cut[0] for cut in (*bodies, *(cut for cut, _ in collectives)) if cut)
        self.same_bodies: Phrases[int] = Phrases((words(word), number) for number, same in enumerate(file.same_body) for word in same.words)
        self.same_sectors: dict[str, set[str]] = {}  # by noun, the sectors of all nouns of its set
        for same in file.same_body:
            told = {sector for word in same.words if (hit := self.heads.match(words(word), 0)) is not None for sector in hit[1].sectors}
            self.same_sectors |= {word: told | self.same_sectors.get(word, set()) for word in same.words}
        self.dual_determiners = _set(file.dual_determiner)
        self.generic_bodies = _set(file.generic_body)
        self.state_bodies = _set(file.state_body)
        self.company_suffixes = frozenset(word for group in file.company for word in group.suffixes)
        self.company_words = frozenset(word for group in file.company for word in group.words)
        self.company: Phrases[bool] = Phrases((words(word), bool(group.suffixes)) for group in file.company for word in (*group.suffixes, *group.words))
        self.media = _set(file.medium)
        self.media_phrases: Phrases[bool] = Phrases((words(form), True) for group in file.medium for form in _forms(group.words))

    def _read_things(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> None:
        """Nouns for places and for what is neither: works, brands, events."""
        self.facilities: Phrases[PlaceHeads] = Phrases([(words(word), group) for group in file.facility for word in group.words])
        self.areas: Phrases[PlaceHeads] = Phrases([(words(word), group) for group in file.area for word in group.words])
        places = [(words(word), group) for groups in (file.facility, file.area) for group in groups for word in group.words if group.position == "first"]
        self.first_places: Phrases[PlaceHeads] = Phrases(places)
        self.described: Phrases[Described] = Phrases([(words(word), group) for group in file.described for word in group.words])
        things = (("work", file.work), ("brand", file.brand), ("event", file.event_name))
        rows = [(words(form), kind, group.position) for kind, groups in things for group in groups for form in _forms(group.words)]
        self.things: Phrases[str] = Phrases((cut, kind) for cut, kind, _ in rows)
        self.first_things: Phrases[str] = Phrases((cut, kind) for cut, kind, position in rows if position == "first")

    def _read_sets(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> None:
        """Words that only belong to a kind."""
        self.not_names = _set(file.not_name)
        self.singular_determiners = _set(file.singular_determiner)
        self.calendar = _set(file.calendar)
        self.origins = _set(file.origin)
        self.including = _set(file.including)
        self.home = _set(file.home)
        self.will_verbs = _set(file.will_verb)
        self.sport_verbs = _set(file.sport_verb)
        self.match_verbs = _set(file.match_verb)
        self.no_surnames = _set(file.no_surname)
        self.rival_prepositions = _set(file.rival_preposition)
        self.directions = _set(file.direction)
        self.host_prepositions = _set(file.host_preposition)
        self.doer_endings = _set(file.doer_ending)
        self.eponyms = _set(file.eponym)
        self.state_offices = _set(file.state_office)
        self.held_events: Phrases[bool] = Phrases((words(form), True) for group in file.held_event for form in group.words)
        self.match_prepositions = _set(file.match_preposition)
        self.sport_words: Phrases[bool] = Phrases((words(form), True) for group in file.sport_word for form in group.words)
        self.tasks = _set(file.task)
        self.domains = {word: group.sectors for group in file.domain for word in group.words}
        self.past_modifiers = _set(file.past_modifier)
        self.unique_bodies = _set(file.unique_body)
        self.deal_verbs = _set(file.deal_verb)
        self.newspapers = _set(file.newspaper)
        self.dealt_in = _set(file.dealt_in)
        self.demonym_endings = tuple(sorted(_set(file.demonym_ending)))
        self.small_names = _set(file.small_name)
        self.metonyms = {word: group.organization for group in file.metonym for word in group.words}

    def _referring(self, file: RolesFile, words: Callable[[str], tuple[str, ...]]) -> frozenset[str]:
        """The nouns that may refer back to an actor: of people and bodies, offices, relatives, heads."""
        found = {*self.persons, *self.nominals, *self.duals, *self.broader, *self.ages, *self.standings}
        found.update(word for group in file.role for form in _forms(group.titles) for word in words(form))
        found.update(word for relation in file.kin for form in relation.words for word in (*words(form)[:1], *words(form)[-1:]))
        found.update(word for head in file.head for form in head.words for word in words(form)[-1:])
        found.update(word for group in file.collective for form in _forms(group.words) for word in words(form)[:1])
        return frozenset(found)


def _forms(words: Iterable[str]) -> Iterator[str]:
    return (form for both in words for form in both.split("|"))


def _set(groups: Iterable[Words]) -> frozenset[str]:
    return frozenset(form for group in groups for form in _forms(group.words))


def _firsts(*tables: Phrases[Any]) -> frozenset[str]:
    return frozenset(word for table in tables for word in table.firsts)
