"""Whole actors: short names, acronyms that are words, nouns that take somebody up, and what they must not take up. Sentences written for these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import load_pack
from newsevents.mentions.actors import find_actors, find_names

if TYPE_CHECKING:
    from newsevents.model import Actor


def _actors(language: str, text: str) -> dict[str, Actor]:
    """Give the actors of a text by name."""
    pack = load_pack(language)
    analysis, _ = analyse(text, pack)
    return {actor.name: actor for actor in find_actors(analysis, pack, find_names(analysis, pack))}


def _surfaces(language: str, text: str, name: str) -> list[str]:
    """Give the words of all mentions of one actor, none where the text has no such actor."""
    actor = _actors(language, text).get(name)
    return [] if actor is None else [mention.span.text for mention in actor.mentions]


@pytest.mark.parametrize(
    ("language", "text", "name", "mentions"),
    [
        ("en", "Norvex Pharmaceuticals bought a rival. Norvex shares fell.", "Norvex Pharmaceuticals", ["Norvex Pharmaceuticals", "Norvex"]),
        ("fr", "Le groupe Verneuil Technologies recrute. Verneuil se félicite.", "Verneuil Technologies", ["Verneuil Technologies", "Verneuil"]),
        ("en", "Norvex Pharmaceuticals bought a rival. Paul Norvex shook hands. Norvex smiled.", "Norvex Pharmaceuticals", ["Norvex Pharmaceuticals"]),
    ],
)
def test_a_company_is_called_by_its_first_word(language: str, text: str, name: str, mentions: list[str]) -> None:
    """Where the others are what only companies have in their names, and nobody in the text bears it as a surname."""
    assert _surfaces(language, text, name) == mentions


@pytest.mark.parametrize(
    ("language", "text", "name", "mentions"),
    [
        ("en", "The Refugee Action Network (RAN) protested. RAN said no.", "Refugee Action Network", ["Refugee Action Network", "RAN", "RAN"]),
        ("fr", "L'Union nationale des éleveurs (UNE) proteste.", "Union nationale des éleveurs", ["Union nationale des éleveurs", "UNE"]),
    ],
)
def test_an_acronym_in_brackets_may_be_a_word(language: str, text: str, name: str, mentions: list[str]) -> None:
    """In capitals, alone in brackets and behind a body's name it is that body."""
    assert _surfaces(language, text, name) == mentions


def test_a_body_has_the_adjective_and_the_name_behind_its_noun() -> None:
    """A collective with an adjective and a name, and the name alone, are one; a colour written large is no people."""
    text = "Le collectif écologiste Brume Noire a occupé le hall. Brume Noire promet d'autres actions."
    assert list(_actors("fr", text)) == ["collectif écologiste Brume Noire"]
    assert len(_surfaces("fr", text, "collectif écologiste Brume Noire")) == 2


def test_a_noun_for_a_body_makes_ordinary_words_behind_it_a_name() -> None:
    """As it does with unknown ones."""
    actors = _actors("en", "The art collective Paper Lantern protested. The plant is owned by chemical maker Brightway.")
    assert [(actor.name, actor.kind.value) for actor in actors.values()] == [("Paper Lantern", "organization"), ("Brightway", "organization")]


@pytest.mark.parametrize(
    ("language", "text", "name", "mentions"),
    [
        ("en", "Police detained Daniel Okoro. The 29-year-old was ill.", "Daniel Okoro", ["Daniel Okoro", "The 29-year-old"]),
        ("en", "Police detained Daniel Okoro and Paul Roy. The 29-year-old was ill.", "Daniel Okoro", ["Daniel Okoro"]),
        ("fr", "Le tribunal a condamné Sylvain Garnier. Le quinquagénaire a fait appel.", "Sylvain Garnier", ["Sylvain Garnier", "Le quinquagénaire"]),
    ],
)
def test_who_is_told_by_age_alone_is_the_one_named_before(language: str, text: str, name: str, mentions: list[str]) -> None:
    """Of two named in the sentence before, neither is meant for sure."""
    assert _surfaces(language, text, name) == mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Home Secretary Diane Harlow met Arben Hoxha, the Albanian foreign minister. Paul Roy stayed. The two ministers left.",
         ["Diane Harlow", "Arben Hoxha"]),
        ("Diane Harlow met Arben Hoxha. Both leaders smiled.", ["Diane Harlow", "Arben Hoxha"]),
        ("Norvex Pharmaceuticals bought Lindqvist Biotech. The Food and Drug Administration agreed. The two companies merged.",
         ["Norvex Pharmaceuticals", "Lindqvist Biotech"]),
    ],
)  # fmt: skip
def test_a_counted_noun_takes_up_the_two_it_fits(text: str, names: list[str]) -> None:
    """Two ministers hold such offices, two companies are no public authorities; "both" counts as well."""
    found = [actor.name for actor in _actors("en", text).values() if any(mention.kind == "nominal" for mention in actor.mentions)]
    assert found == names


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Poland scrambled jets. The country has asked for help.", ["Poland", "The country"]),
        ("Poland scrambled jets over the Lithuanian border. The country has asked for help.", ["Poland"]),
        ("Poland scrambled jets. Fear reigns in the country.", ["Poland"]),
    ],
)
def test_the_country_is_the_only_one_spoken_of(text: str, mentions: list[str]) -> None:
    """And only where it acts."""
    assert _surfaces("en", text, "Poland") == mentions


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Simon Hale, the mission's lead scientist, said he had hope.", "lead scientist"),
        ("Oleksandr Roy, the country's top commander, said he had hope.", "top commander"),
    ],
)
def test_an_apposed_title_may_have_an_owner(text: str, title: str) -> None:
    """The title is the person's, and nobody else whom the pronoun may mean."""
    (person,) = [actor for actor in _actors("en", text).values() if actor.kind == "person"]
    assert [role.title for role in person.roles] == [title]
    assert [mention.span.text for mention in person.mentions][1:] == ["he"]


def test_a_given_name_tells_more_of_a_gender_than_a_masculine_title() -> None:
    """A woman may be called mayor."""
    assert _surfaces("en", "Mayor Linda Foster resigned. She left. The mayor was tired.", "Linda Foster") == ["Linda Foster", "She", "The mayor"]
    assert "Elle" in _surfaces("fr", "Le ministre Sylvie Roux a cédé. Elle est partie.", "Sylvie Roux")


@pytest.mark.parametrize(
    ("language", "text", "name", "mentions"),
    [
        ("en", "The Harris County Sheriff's Office knew it. The sheriff's office fired Paul Roy.", "Harris County Sheriff's Office", 3),
        ("en", "The Ridgemont Teachers Association spoke. The union has 400 members.", "Ridgemont Teachers Association", 2),
        ("en", "The Ridgemont Teachers Association met the Dockworkers Union of Ohio. The mission failed.", "Ridgemont Teachers Association", 1),
        ("fr", "Médecins sans frontières (MSF) alerte. L'ONG parle d'un carnage.", "Médecins sans frontières", 3),
        ("en", "The art collective Paper Lantern protested. The museum closed.", "Paper Lantern", 1),
        ("fr", "Les Républicains ont voté. La primaire de la droite commence.", "Les Républicains", 1),
        ("fr", "Il a parcouru 35 km de vélo tout terrain (VTT).", "VTT", 0),
    ],
)
def test_a_noun_takes_up_a_body_of_its_kind(language: str, text: str, name: str, mentions: int) -> None:
    """By the end of its name or by its trade; a building, a mission or an action is no body named before."""
    assert len(_surfaces(language, text, name)) == mentions


def test_some_of_them_are_no_body() -> None:
    """Behind a preposition of quantity a plural pronoun counts people or things."""
    assert "them" not in _surfaces("en", "The Ukrainian air force saw drones. It shot down most of them.", "Ukrainian air force")


def test_an_acronym_in_brackets_leaves_a_body_its_weight() -> None:
    """What belongs to the subject's is the subject's, not that of somebody named before."""
    text = "Samir Lenoir proteste. L'Autorité des marchés financiers (AMF) doit donner son accord."
    assert "son" in _surfaces("fr", text, "Autorité des marchés financiers")


def test_one_nationality_beside_a_person_does_not_place_a_text() -> None:
    """A body without a country stays without one."""
    actors = _actors("en", "Nigerian novelist Tunde Adeyemi withdrew. The Hartwell Prize Foundation regretted it.")
    assert actors["Tunde Adeyemi"].country == "NG"
    assert actors["Hartwell Prize Foundation"].country is None


def test_le_pays_may_be_one_country() -> None:
    """A noun that is its own plural counts no two without a number."""
    assert _surfaces("fr", "L'Algérie proteste. Le pays avait déjà expulsé Paul Roy.", "Algérie") == ["Algérie", "Le pays"]
    assert _surfaces("fr", "L'Algérie proteste. Les pays riches se taisent.", "Algérie") == ["Algérie"]


def test_a_body_with_a_plural_name_is_no_owner_of_one() -> None:
    """A singular possessive means somebody else."""
    text = "La romancière Leïla Aziz est libre. Les Éditions du Moulin publient ses livres."
    assert "ses" in _surfaces("fr", text, "Leïla Aziz")


def test_small_words_before_an_acronym_with_their_initials_are_of_the_name() -> None:
    """And without the acronym nothing tells so."""
    assert "Société des gens de lettres" in _actors("fr", "La Société des gens de lettres (SGDL) a écrit.")
    assert "Société des gens de lettres" not in _actors("fr", "La Société des gens de lettres (ABC) a écrit.")


def test_a_company_s_name_tells_its_sector() -> None:
    """By its words or by the noun before it; a noun for another kind of body means somebody else."""
    actors = _actors("fr", "Le tribunal a condamné la société Sodrex Recyclage. Anne Roy soutient l'association.")
    assert actors["Sodrex Recyclage"].sectors == ("BUS",)
    assert len(actors["Sodrex Recyclage"].mentions) == 1


def test_a_nationality_says_which_of_two_companies() -> None:
    """Where nothing tells the country of either, neither is meant for sure."""
    text = "{} bought Lindqvist Biotech. The Swedish firm is small."
    assert _surfaces("en", text.format("Norvex Pharmaceuticals"), "Norvex Pharmaceuticals") == ["Norvex Pharmaceuticals"]
    assert _surfaces("en", text.format("Norvex Pharmaceuticals"), "Lindqvist Biotech") == ["Lindqvist Biotech"]


@pytest.mark.parametrize("text", ["Harry Kane met Ferjani Sassi. Both sides had attempts.", "PlayStation met Bat Holdings. Both unbeaten teams played."])
def test_both_means_nobody_for_sure(text: str) -> None:
    """Sides may be anybody's, and two bodies of different kinds are no teams."""
    assert not any(mention.kind == "nominal" for actor in _actors("en", text).values() for mention in actor.mentions)
