"""Whom a text is just speaking of: broader nouns, ages, plights, nationalities and the latter. Sentences written for these tests."""

from __future__ import annotations

import pytest

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import load_pack
from newsevents.mentions.actors import find_actors, find_names


def _nominals(language: str, text: str) -> dict[str, list[str]]:
    """Give the nouns that take actors up, by the actor's name; actors that none takes up are left out."""
    pack = load_pack(language)
    analysis, _ = analyse(text, pack)
    actors = find_actors(analysis, pack, find_names(analysis, pack))
    found = {actor.name: [mention.span.text for mention in actor.mentions if mention.kind == "nominal"] for actor in actors}
    return {name: nouns for name, nouns in found.items() if nouns}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La sismologue Inès Barral reste prudente. La chercheuse appelle au calme.", {"Inès Barral": ["La chercheuse"]}),
        ("fr", "La procureure Inès Barral a requis dix ans. Selon la magistrate, tout est clair.", {"Inès Barral": ["la magistrate"]}),
        ("fr", "Le sénateur Paul Brac a démissionné. Une perquisition a visé le domicile de l'élu.", {"Paul Brac": ["l'élu"]}),
        ("fr", "Le chanteur Paul Brac annule sa tournée. Le chercheur appelle au calme.", {}),
        ("en", "Marine biologist Ann Lowe was cautious. The researcher urged calm.", {"Ann Lowe": ["The researcher"]}),
        ("en", "Congresswoman Ann Lowe voted no. The lawmaker said she had doubts.", {"Ann Lowe": ["The lawmaker"]}),
        ("en", "Singer Ann Lowe cancelled her tour. The researcher urged calm.", {}),
    ],
)
def test_a_broader_noun_takes_up_a_narrower_title(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Not the other way round, and not across trades."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Paul Brac, 67 ans, a nié devant Luc Aubry (43 ans). Le sexagénaire est sorti libre.", {"Paul Brac": ["Le sexagénaire"]}),
        ("fr", "Paul Brac, 43 ans, est sorti. Le sexagénaire est mort.", {}),
        ("en", "Ann Lowe, 61, met Mia Hart, 23, in Leeds. The 23-year-old won.", {"Mia Hart": ["The 23-year-old"]}),
        ("en", "Ann Lowe, 61, left. The 45-year-old was hurt.", {}),
        ("en", 'Ann Lowe lost her house. "It went down in a minute," the 61-year-old said.', {"Ann Lowe": ["the 61-year-old"]}),
    ],
)
def test_an_age_tells_who_is_meant(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Where the text told it, nobody else is; where it told none, whoever is spoken of alone."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Paul Brac, jugé pour fraude, a parlé. « Je n'ai rien fait », répond le prévenu.", {"Paul Brac": ["le prévenu"]}),
        ("fr", "Inès Barral a été tuée lundi à Lyon. Le suspect a pris la fuite.", {}),
        ("fr", "Un homme de 34 ans, jugé pour le meurtre d'Inès Barral, a nié. L'accusé risque trente ans.", {}),
        ("en", "Paul Lowe, charged with the murder of Ann Hart, appeared in court. The defendant wept.", {"Paul Lowe": ["The defendant"]}),
        ("en", "Ann Hart was killed in Leeds on Monday. The suspect fled.", {}),
    ],
)
def test_a_plight_is_told_by_other_words_before(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """The victim is no suspect, and what somebody unnamed is charged with is not told of whom he hurt."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Paul Brac a reçu Inès Barral à Lyon. Cette dernière a promis une aide.", {"Inès Barral": ["Cette dernière"]}),
        ("fr", "Le maire, Luc Aubry, a répondu au préfet Paul Brac. Ce dernier, arrivé la veille, a dit qu'il partait.", {"Paul Brac": ["Ce dernier"]}),
        ("fr", "Paul Brac a défendu le projet de loi. Ce dernier prévoit une hausse.", {}),
        ("fr", "Paul Brac défend la victime d'un homme. Ce dernier est parti.", {}),
        ("fr", "Paul Brac a perdu. Ce dernier match était de trop.", {}),
        ("en", "Paul Lowe met Ann Hart on Monday. The latter declined to comment.", {"Ann Hart": ["The latter"]}),
        ("en", "Paul Lowe weighed a tax against a levy. The latter was dropped.", {}),
    ],
)
def test_the_latter_was_named_last(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Of its gender, and unless a thing or somebody unnamed stands between."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La Slovène Tina Kos a battu la Française Inès Barral. L'arbitre a félicité la Slovène.", {"Tina Kos": ["la Slovène"]}),
        ("fr", "Tina Kos représente l'Argentine.", {}),
        ("fr", "Tina Kos a battu Inès Barral. Les Slovènes ont fêté le titre.", {}),
        ("en", "British player Ann Hart beat Spain's Eva Ruiz. The Briton was tired.", {"Ann Hart": ["The Briton"]}),
        ("en", "British player Ann Hart won. The British cheered.", {}),
    ],
)
def test_one_of_a_people_is_the_last_named_of_it(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """A country or a whole people is nobody."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chairman Bill Hart praised the plan, though the Louisiana senator asked for more.", {"Bill Hart": ["the Louisiana senator"]}),
        ("Sen. Ann Lowe of Maine met Sen. Bill Hart. The Maine Republican voted no.", {"Ann Lowe": ["The Maine Republican"]}),
        ("Ann Lowe testified for an hour. She was sure that she would win. Chairman Bill Hart praised the nominee.", {"Ann Lowe": ["the nominee"]}),
    ],
)
def test_a_noun_of_a_place_or_a_race_takes_up_who_is_near(text: str, expected: dict[str, list[str]]) -> None:
    """Whoever acts in its clause is somebody else."""
    assert _nominals("en", text) == expected


def test_an_office_of_the_headline_is_the_one_named_below() -> None:
    """The former minister of a headline is the person whom the text calls former minister."""
    text = "Un ministre jugé : l'ancien ministre nie tout\n\nPaul Brac a beaucoup soupiré. L'ancien ministre du logement, 67 ans, a répondu."
    assert _nominals("fr", text) == {"Paul Brac": ["l'ancien ministre", "L'ancien ministre du logement"]}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La mairie de Dijon a porté plainte. La municipalité se tait.", {"mairie de Dijon": ["municipalité"]}),
        ("fr", "L'armée a tiré. Les forces gouvernementales ont pris un pont.", {"armée": ["forces gouvernementales"]}),
        ("fr", "Le groupe Michelin ferme une usine. Le pneumaticien a présenté ses excuses.", {"Michelin": ["Le pneumaticien"]}),
        ("fr", "Le tribunal de Dijon l'avait condamné. La cour d'appel a confirmé.", {}),
        ("en", "The military struck at dawn. The army said it was sorry.", {"military": ["army"]}),
        ("en", "The Senate met on Monday. The upper house agreed.", {"Senate": ["upper house"]}),
        ("en", "Humberside Police moved in. Ten men were held, the force said.", {"Humberside Police": ["the force"]}),
        ("en", "Syrian government forces fled. The Turkish army said no.", {}),
        ("en", "Lakeview Works Ltd was paid twice. The contractor said it had done the work.", {"Lakeview Works Ltd": ["The contractor"]}),
    ],
)
def test_a_body_is_taken_up_by_another_noun_for_it(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Not across courts or countries."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Le M23 a pris Goma. Les rebelles ont avancé vers Bukavu.", {"M23": ["Les rebelles"]}),
        ("fr", "Les talibans ont parlé au M23. Les rebelles ont refusé.", {}),
        ("en", "Boko Haram attacked a village. The militants killed ten.", {"Boko Haram": ["The militants"]}),
        ("en", "Boko Haram attacked M23. The militants killed ten.", {}),
    ],
)
def test_fighters_are_the_only_armed_group_of_a_text(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Where there are two, nobody is told."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'association Oxfam proteste. Selon elle, le plan coûte cher.", {"Oxfam": ["elle"]}),
        ("L'agence a écrit à Inès Barral. Selon elle, tout va bien.", {"Inès Barral": ["elle"]}),
        ("Le tribunal a rejeté la plainte d'Inès Barral, l'armée se taisant. Selon elle, il a tort.", {"Inès Barral": ["elle"], "tribunal": ["il"]}),
    ],
)
def test_a_source_may_be_the_body_that_acted(text: str, expected: dict[str, list[str]]) -> None:
    """Where its noun has the pronoun's gender, also behind an article that hides it; a person goes first."""
    pack = load_pack("fr")
    analysis, _ = analyse(text, pack)
    actors = find_actors(analysis, pack, find_names(analysis, pack))
    found = {actor.name: [mention.span.text for mention in actor.mentions if mention.kind == "pronoun"] for actor in actors}
    assert {name: words for name, words in found.items() if words} == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Les crues ont touché la France. À Montauban, en France, le pont est fermé. Il faut bouillir l'eau, dit le docteur Inès Barral.", "FR"),
        ("Les crues ont touché la France. À Montauban, en France, le pont est fermé. Les Belges aident, dit le docteur Inès Barral.", None),
    ],
)
def test_a_doctor_of_the_place_is_of_its_country(text: str, country: str | None) -> None:
    """Unless the sentence that names her speaks of another one."""
    pack = load_pack("fr")
    analysis, _ = analyse(text, pack)
    (doctor,) = [actor for actor in find_actors(analysis, pack, find_names(analysis, pack)) if actor.kind == "person"]
    assert doctor.country == country


def test_troops_called_after_their_general_have_no_name() -> None:
    """The general is the person, and the troops a description."""
    pack = load_pack("fr")
    analysis, _ = analyse("Le pont a été pris par les troupes du général Marc Obi.", pack)
    named = [actor.name for actor in find_actors(analysis, pack, find_names(analysis, pack)) if any(mention.kind == "name" for mention in actor.mentions)]
    assert named == ["Marc Obi"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La conseillère Inès Barral défend la réforme. La Jurassienne juge le texte équilibré.", {"Inès Barral": ["La Jurassienne"]}),
        ("fr", "Inès Barral a battu Rose Aubin. La Jurassienne a levé les bras.", {}),
        ("fr", "Un commerçant de 45 ans a été jugé. L'avocat général, Luc Aubry, a requis huit ans. Le quadragénaire fait appel.", {}),
        ("fr", "Inès Barral a salué « un homme de parole ». L'ancienne ministre a démissionné.", {"Inès Barral": ["L'ancienne ministre"]}),
        ("fr", "La mairie de Dijon a signé. La région attend.", {}),
        ("en", "The Bank of Norland condemned cuts to the public service.", {}),
    ],
)
def test_who_is_meant_stays_open_where_another_may_be(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """A noun for people of a town means the only person; somebody unnamed of that age, or a body without that word in its name, is another."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Shares in Wexholm fell on Thursday.", "Wexholm", "organization"),
        ("en", "Analysts at Brellow raised their target.", "Brellow", "organization"),
        ("fr", "Le rachat de Velmora a été annoncé lundi.", "Velmora", "organization"),
        ("en", "Protesters at Wexholm raised their flags.", "Wexholm", "place"),
    ],
)
def test_what_has_shares_is_a_company(language: str, text: str, name: str, kind: str) -> None:
    """So is who employs analysts."""
    pack = load_pack(language)
    analysis, _ = analyse(text, pack)
    assert [one.kind for one in find_names(analysis, pack).names if one.key == name.lower()] == [kind]


def test_an_acronym_may_be_made_of_the_beginnings_of_words() -> None:
    """The words behind the noun that it is made of belong to the name."""
    pack = load_pack("fr")
    analysis, _ = analyse("Le Syndicat unique des travailleurs de l'électricité (SUTELEC) proteste. Le SUTELEC appelle à la grève.", pack)
    (union,) = find_actors(analysis, pack, find_names(analysis, pack))
    assert [mention.span.text for mention in union.mentions] == ["Syndicat unique des travailleurs de l'électricité", "SUTELEC", "SUTELEC"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Au tribunal de Dijon, Luc Aubry a répondu à la présidente, Inès Barral. La magistrate insiste.", {"Inès Barral": ["La magistrate"]}),
        ("fr", "Luc Aubry a répondu à la présidente de la Ligue, Inès Barral. La magistrate insiste.", {}),
        ("fr", "L'agence régionale de santé (ARS) a confirmé trois cas.", {"ARS": ["agence régionale de santé"]}),
        ("en", "The high court ruled on Monday. The court of appeal disagreed.", {}),
    ],
)
def test_courts_and_agencies_are_told_apart(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Who presides is a magistrate beside a court alone, and a high court is no court of appeal."""
    assert _nominals(language, text) == expected


def test_who_is_told_something_is_a_newspaper() -> None:
    """A word that newspapers have for a name is one where somebody tells it; a cry in another language is nobody."""
    pack = load_pack("en")
    analysis, _ = analyse('"Ngojeni, wote," Jane Mwangi told the Nation. She said the nation was asleep.', pack)
    actors = find_actors(analysis, pack, find_names(analysis, pack))
    assert [(actor.name, actor.sectors) for actor in actors] == [("Jane Mwangi", ()), ("Nation", ("JRN",))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Prime Minister Ann Lowe met opposition leader Paul Hart. Paul Hart left. The former prime minister was angry.",
            {"Paul Hart": ["The former prime minister"]},
        ),
        ("fr", "La présidente Inès Barral a reçu Luc Aubry. Luc Aubry est sorti. L'ancien président se tait.", {"Luc Aubry": ["L'ancien président"]}),
        ("en", "General secretary Ann Lowe of the Dockers Union spoke. The unionist said talks had failed.", {"Ann Lowe": ["The unionist"]}),
        ("en", "Kenya Airways met the Kenya Airline Pilots Association. The airline agreed.", {"Kenya Airways": ["The airline"]}),
    ],
)
def test_an_office_of_the_past_is_no_present_one(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Nor is a body what another word of its name means."""
    assert _nominals(language, text) == expected


def test_a_nationality_that_is_told_wins_over_the_country_of_the_text() -> None:
    """The director of a French company may be Italian."""
    pack = load_pack("fr")
    text = "Le groupe Valois ferme une usine en France. À Paris, en France, le directeur général, Marco Renzi, s'est excusé. L'Italien partira en juillet."
    analysis, _ = analyse(text, pack)
    (director,) = [actor for actor in find_actors(analysis, pack, find_names(analysis, pack)) if actor.kind == "person"]
    assert director.country == "IT"


def test_a_body_that_only_one_country_has_keeps_it() -> None:
    """In a text about Israel the White House is American."""
    pack = load_pack("en")
    analysis, _ = analyse("Israel struck Haifa. In Israel, the Israeli minister resigned. The White House praised Israel.", pack)
    actors = find_actors(analysis, pack, find_names(analysis, pack))
    assert [actor.country for actor in actors if actor.name == "White House"] == ["US"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'ONU et l'Union africaine se taisent. L'organisation panafricaine se réunira lundi.", {"Union africaine": ["L'organisation panafricaine"]}),
        ("en", "Nasa and the European Space Agency run it. The US space agency declined to comment.", {"Nasa": ["The US space agency"]}),
        ("fr", "Les rebelles ont avancé, dit l'armée. Le M23 a pris Goma. Les rebelles sont partis.", {"M23": ["rebelles", "Les rebelles"]}),
        (
            "fr",
            "Une enquête vise Luc Aubry. L'ancien parlementaire du PAM est soupçonné de vol. Le mis en cause nie.",
            {"Luc Aubry": ["L'ancien parlementaire du PAM", "Le mis en cause"]},
        ),
    ],
)
def test_a_whole_phrase_is_another_word_for_somebody(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Fighters before the name of their group are its own too."""
    assert _nominals(language, text) == expected


def test_an_acronym_may_be_written_like_a_name() -> None:
    """Where it has the first letters of all words of the name before."""
    pack = load_pack("en")
    analysis, _ = analyse("The Kenya Airline Pilots Association (Kalpa) wants a deal. Kalpa said so. Its rival (Monday) did not.", pack)
    actors = find_actors(analysis, pack, find_names(analysis, pack))
    assert [mention.span.text for mention in actors[0].mentions if mention.kind == "name"] == ["Kenya Airline Pilots Association", "Kalpa", "Kalpa"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A police officer shot a man. Superintendent Larry Hart said so. The officer was placed on leave.", {}),
        ("en", "Gordon Lowe led the Treasury for ten years. The firm apologised.", {}),
        ("en", "The Norwegian, Helge Lund, will step down. The American was late.", {"Helge Lund": ["The Norwegian"]}),
        ("fr", "Inès Barral, infirmière, a vu la scène. Le médecin de garde a prononcé le décès.", {}),
    ],
)
def test_somebody_else_is_not_taken_up(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """An officer without a name, a firm after a ministry, another nationality, whoever was on duty."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(("name", "country"), [("Parlement", "BI"), ("Cour pénale internationale", None)])
def test_a_parliament_is_that_of_the_text(name: str, country: str | None) -> None:
    """A court of all countries is of none."""
    pack = load_pack("fr")
    text = f"Le Burundi a voté lundi à Gitega, au Burundi. La loi a été soumise au {name}."
    analysis, _ = analyse(text.replace("au Cour", "à la Cour"), pack)
    actors = find_actors(analysis, pack, find_names(analysis, pack))
    assert [actor.country for actor in actors if actor.name == name] == [country]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "La CGT se tait. Interrogée par la RTBF, cette dernière renvoie au ministre.", {"CGT": ["cette dernière"]}),
        ("fr", "Le professeur Paul Brac partage ce constat. L'épidémiologiste plaide pour la prudence.", {"Paul Brac": ["L'épidémiologiste"]}),
        ("fr", "Le maire Paul Brac est mort. L'épidémiologiste plaide pour la prudence.", {}),
        ("en", "Novo Nordisk bid again. The Federal Trade Commission said no. The agency blocked a deal.", {"Federal Trade Commission": ["The agency"]}),
    ],
)
def test_the_nearer_word_decides(language: str, text: str, expected: dict[str, list[str]]) -> None:
    """Whoever asked is not the one asked, a scholar may be called by another field, an agency is no company."""
    assert _nominals(language, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brussels froze the talks, prompting Tbilisi to warn that it would leave.", "Georgia"),
        ("Poland asked Denmark to confirm that it would pay.", "Denmark"),
        ("Poland told Denmark that it would pay.", "Poland"),
    ],
)
def test_a_pronoun_is_whoever_is_made_to_say_it(text: str, expected: str) -> None:
    """The subject of the infinitive before the main subject."""
    pack = load_pack("en")
    analysis, _ = analyse(text, pack)
    actors = find_actors(analysis, pack, find_names(analysis, pack))
    assert [actor.name for actor in actors for mention in actor.mentions if mention.span.text == "it"] == [expected]
