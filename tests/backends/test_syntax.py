"""Shallow syntax: who stands as the subject and object of which verb. Sentences written for these tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import load_pack

if TYPE_CHECKING:
    from newsevents.text.analysis import Analysis, Clause


def clause_of(language: str, text: str, lemma: str) -> tuple[Analysis, Clause]:
    """The clause of a verb."""
    analysis, _ = analyse(text, load_pack(language))
    found = [clause for clause in analysis.clauses if clause.lemma == lemma]
    assert found, [clause.lemma for clause in analysis.clauses]
    return analysis, found[0]


def phrases(analysis: Analysis, chunks: tuple[int, ...]) -> list[str]:
    """Noun phrases as they stand in the text."""
    return [analysis.surface(analysis.chunks[chunk].first, analysis.chunks[chunk].last) for chunk in chunks]


@pytest.mark.parametrize(
    ("language", "text", "lemma", "subjects", "objects"),
    [
        ("fr", "Jeudi, le président russe a averti son homologue.", "avertir", ["le président russe"], ["son homologue"]),
        ("en", "In May the group killed 148 people.", "kill", ["the group"], ["148 people"]),
        ("en", "In 2014 Russia annexed Crimea.", "annex", ["Russia"], ["Crimea"]),
        ("fr", "Une collision entre deux camions a causé un incendie.", "causer", ["Une collision"], ["un incendie"]),
        ("fr", "L'accord, qui a duré deux ans, a été rompu par Paris.", "rompre", ["L'accord"], []),
        ("fr", "Lorsque les opposants sont arrivés, les forces de police déployées ont répondu.", "répondre", ["les forces"], []),
        ("fr", "La centrale, explique l'exploitant, fonctionnera encore dix ans.", "fonctionner", ["La centrale"], []),
        ("fr", "Trump a demandé à l'administration de reprendre le soutien.", "reprendre", ["l'administration"], ["le soutien"]),
        ("fr", "Ce qui a poussé Anne à collaborer.", "collaborer", ["Anne"], []),
        ("fr", "Des violences ont causé des dommages.", "causer", ["violences"], ["dommages"]),
        ("fr", "La police a arrêté trois suspects lundi.", "arrêter", ["La police"], ["trois suspects"]),
        ("fr", "Le maire a, lors d'une réunion, condamné l'attaque.", "condamner", ["Le maire"], ["l'attaque"]),
        ("fr", "Paris a conduit le Conseil de sécurité des Nations unies à exprimer un regret.", "exprimer", ["le Conseil"], ["un regret"]),
        ("fr", "Anne Roy a répondu : « Non. Jamais. » et a refusé un débat.", "refuser", ["Anne Roy"], ["un débat"]),
        ("fr", "Il a à Paris rencontré le président.", "rencontrer", [], ["le président"]),
        ("fr", "Selon Le Monde, Marine Le Pen et Charles de Gaulle ont dîné.", "dîner", ["Marine Le Pen", "Charles de Gaulle"], []),
        ("fr", "Jean Martin, qui a réclamé des élections, accuse l'armée.", "accuser", ["Jean Martin"], ["l'armée"]),
        ("fr", "Le président a salué cet accord et dénoncé la violence.", "dénoncer", ["Le président"], ["la violence"]),
        ("fr", "Les rebelles ont attaqué la ville avant de prendre la fuite.", "prendre", ["Les rebelles"], ["la fuite"]),
        ("fr", "Interrogé sur ce rapport, Paul Morel a nié toute faute.", "interroger", ["Paul Morel"], []),
        ("fr", "Anne Leroux a remercié les passants qui avaient maîtrisé l'homme et a lancé un appel.", "lancer", ["Anne Leroux"], ["un appel"]),
        ("en", "Anna Berg, who has called for the president's resignation, accused the army.", "accuse", ["Anna Berg"], ["the army"]),
        ("en", "Anna Berg, who has called for calm, accused the army. He urged restraint.", "accuse", ["Anna Berg"], ["the army"]),
        ("en", "Sarah Lowe thanked those who had restrained the suspect and appealed for calm.", "appeal", ["Sarah Lowe"], []),
        ("en", "The ministry said it was concerned and called on all sides to talk.", "call", ["The ministry"], []),
        ("en", "He said the man had fled and was in hiding.", "be", ["the man"], []),
        ("en", "The minister is due to visit the city.", "visit", ["The minister"], ["the city"]),
        ("en", "They agreed to cut spending and raise taxes.", "raise", [], ["taxes"]),
        ("en", "The union rejected an offer last week, and talks collapsed.", "collapse", ["talks"], []),
        ("en", "The rebels, backed by Rwanda, seized Goma.", "seize", ["The rebels"], ["Goma"]),
        ("en", "Asked about the report, Lavrov denied any role.", "ask", ["Lavrov"], []),
        ("en", "He demanded more officers.", "demand", [], ["more officers"]),
        ("en", "They fled as envoys from the United States and Saudi Arabia pressed for a truce.", "press", ["envoys"], []),
        ("en", "People are believed to have died, and some 14 million have been driven out.", "drive", ["some 14 million"], []),
        ("en", "United Nations envoy Anna Berg condemned the strike.", "condemn", ["United Nations envoy Anna Berg"], ["the strike"]),
        ("fr", "Les mesures qu'a annoncées le gouvernement ont déçu.", "annoncer", ["le gouvernement"], []),
        ("fr", "Le groupe recrute, contrairement à ce qu'avait affirmé la presse.", "affirmer", ["la presse"], []),
        ("fr", "Le syndicat a dénoncé une violence devenue quotidienne et appelé au calme.", "appeler", ["Le syndicat"], []),
        ("fr", "Elle a condamné les attaques menées par Kiev et soutenues par Londres.", "soutenir", ["les attaques"], []),
        ("en", "Mugabe, who is slated to face the opposition, said it would never govern.", "say", ["Mugabe"], []),
        ("en", "U.S. President George Bush, accompanied by his wife, began his trip.", "begin", ["U.S. President George Bush"], ["his trip"]),
        ("en", "Bush said the United States will not send troops.", "send", ["the United States"], ["troops"]),
        ("en", "The reactor, the operator explained, will run for ten years.", "explain", ["the operator"], []),
        ("en", "The groups involved in the war met.", "meet", ["The groups"], []),
        ("en", "Police arrested two men and a woman.", "arrest", ["Police"], ["two men", "a woman"]),
        ("en", "Coast guards rescued 120 migrants.", "rescue", ["Coast guards"], ["120 migrants"]),
        ("en", "Missile strikes on Kharkiv killed six people.", "kill", ["Missile strikes"], ["six people"]),
        ("en", "Fighting between the army and the rebels resumed.", "resume", ["Fighting"], []),
        ("en", "They called for the government to resign.", "resign", ["the government"], []),
        ("en", "The Lebanese army deployed along the border after rockets were fired.", "deploy", ["The Lebanese army"], []),
        ("en", "They saw a suicide bombing that killed seven soldiers.", "kill", ["a suicide bombing"], ["seven soldiers"]),
        ("en", "The two condemned the terror attacks in Paris.", "condemn", ["The two"], ["the terror attacks"]),
        ("en", "Minsk calls on Washington to objectively assess the situation.", "assess", ["Washington"], ["the situation"]),
        ("en", "Russia has hit back by imposing export bans.", "impose", ["Russia"], ["export bans"]),
        ("en", "Rebels killed ten people, despite the Nigerian military wresting control of the city.", "wrest", ["the Nigerian military"], ["control"]),
        ("en", "During their Wednesday meeting, Anna and Tom discussed common interests.", "discuss", ["Anna", "Tom"], ["common interests"]),
        ("en", "The ministry said on Monday four jets targeted a camp.", "target", ["four jets"], ["a camp"]),
        ("en", "The general was accused of killing civilians.", "kill", ["The general"], ["civilians"]),
        ("en", "A quake struck a remote, mountainous part of the country.", "strike", ["A quake"], ["a remote, mountainous part"]),
        ("en", "A ferry with more than 350 people on board sank.", "sink", ["A ferry"], []),
        ("en", "In the south, also jolted by the quake, eight people died.", "die", ["eight people"], []),
        ("en", "The minister insisted that wages will be paid.", "pay", ["wages"], []),
        ("fr", "Une élue d'Entrelacs (Savoie) a été agressée.", "agresser", ["Une élue"], []),
        ("fr", "Un homme l'a attaquée, en lui volant ses bijoux.", "voler", ["Un homme"], ["ses bijoux"]),
        ("en", "The ministry left, saying it would return.", "return", [], []),
        ("en", "The senator insists the line still works.", "work", ["the line"], []),
        ("en", "The mayor, who met residents, accused Paul Roy of lying.", "accuse", ["The mayor"], ["Paul Roy"]),
        ("fr", "Anne Roy juge que « le pays est à l'arrêt » et appelle Paris à agir.", "appeler", ["Anne Roy"], ["Paris"]),
        ("fr", "L'élue réclame un audit.", "réclamer", ["L'élue"], ["un audit"]),
        ("fr", "La note précise que la visite est annulée.", "préciser", ["La note"], []),
        ("fr", "Des enseignants se sont mis en grève à Lyon pour réclamer une hausse.", "réclamer", ["enseignants"], ["une hausse"]),
        ("en", "Thousands protested against the decision to annex it.", "protest", ["Thousands"], []),
    ],
)
def test_a_verb_has_its_subject_and_object(language: str, text: str, lemma: str, subjects: list[str], objects: list[str]) -> None:
    """Insertions, relatives, participles and coordination do not come between a verb and its places."""
    analysis, clause = clause_of(language, text, lemma)
    assert phrases(analysis, clause.subjects) == subjects
    assert phrases(analysis, clause.objects) == objects


@pytest.mark.parametrize(
    ("language", "text", "lemma", "tense", "passive", "negated"),
    [
        ("fr", "Il n'a pas été arrêté.", "arrêter", "past", True, True),
        ("fr", "Elle aurait reçu une lettre.", "recevoir", "conditional", False, False),
        ("fr", "Paris va proposer un texte.", "proposer", "future", False, False),
        ("fr", "Ils sont arrivés.", "arriver", "past", False, False),
        ("fr", "La ville emploie plus de 6000 personnes.", "employer", "present", False, False),
        ("fr", "Ils se sont rencontrés.", "rencontrer", "past", False, False),
        ("fr", "Il a été arrêté à Paris et inculpé de meurtre.", "inculper", "past", True, False),
        ("fr", "Elle a été interpellée lundi puis placée en garde à vue.", "placer", "past", True, False),
        ("fr", "Ils ont attaqué la ville et pris des otages.", "prendre", "past", False, False),
        ("en", "He was arrested and charged with murder.", "charge", "past", True, False),
        ("en", "He was arrested and told police he was innocent.", "tell", "past", False, False),
        ("en", "She was elected in 2020 and resigned in 2022.", "resign", "past", False, False),
        ("en", "He was not arrested.", "arrest", "past", True, True),
        ("en", "They have not yet left.", "leave", "past", False, True),
        ("en", "They will have been seen.", "see", "future", True, False),
        ("en", "She is going to resign.", "resign", "future", False, False),
        ("en", "No deal was signed.", "sign", "past", True, True),
    ],
)
def test_a_verb_group_is_read_as_one(language: str, text: str, lemma: str, tense: str, passive: bool, negated: bool) -> None:  # noqa: FBT001
    """Auxiliaries, clitics and negations give tense, voice and polarity."""
    _, clause = clause_of(language, text, lemma)
    assert (clause.tense, clause.passive, clause.negated) == (tense, passive, negated)


@pytest.mark.parametrize(
    ("language", "text", "lemma", "subjects"),
    [
        ("en", "When he arrived, the mayor and the governor spoke.", "speak", ["the mayor", "the governor"]),
        ("en", "As talks began, Russia and Ukraine exchanged prisoners.", "exchange", ["Russia", "Ukraine"]),
        ("fr", "S'il démissionne, Paris et Berlin ont prévu une réunion.", "prévoir", ["Paris", "Berlin"]),
        ("fr", "Alors que les combats continuent, Paris et Berlin ont appelé à une trêve.", "appeler", ["Paris", "Berlin"]),
        ("fr", "L'armée a bombardé Goma et les rebelles se sont rendus.", "rendre", ["les rebelles"]),
        ("fr", "L'armée a bombardé Goma et les rebelles ne lui ont pas répondu.", "répondre", ["les rebelles"]),
        ("en", "The army bombed Goma and rebels in Bukavu surrendered.", "surrender", ["rebels"]),
        ("en", "He told the truth, and the crowd said so.", "say", ["the crowd"]),
    ],
)
def test_subjects_joined_behind_a_clause_are_told_from_a_subject_of_its_own(language: str, text: str, lemma: str, subjects: list[str]) -> None:
    """Behind a clause in front both are subjects; behind a main clause the second begins a new one."""
    analysis, clause = clause_of(language, text, lemma)
    assert phrases(analysis, clause.subjects) == subjects


@pytest.mark.parametrize(
    ("language", "text", "lemma", "subjects"),
    [
        ("fr", "Au moins une personne est morte.", "mourir", ["une personne"]),
        ("fr", "Plusieurs ont été tués.", "tuer", ["Plusieurs"]),
        ("fr", "55 pays représentant au moins 55 % des voix doivent ratifier l'accord.", "ratifier", ["55 pays"]),
        ("fr", "Un rapport représentant une année de travail a été publié.", "publier", ["Un rapport"]),
        ("fr", "Un passant une nuit a vu le feu.", "voir", ["Un passant"]),
        ("fr", "Le texte prévoit une aide et interdit la publicité.", "interdire", ["Le texte"]),
        ("fr", "Le préfet a fermé un bar et interdit la vente.", "interdire", ["Le préfet"]),
        ("fr", "La tension monte.", "monter", ["La tension"]),
        ("fr", "Saisie par l'ONG, la cour a annulé le décret.", "saisir", ["la cour"]),
        ("fr", "Un spécialiste estime que la loi est juste.", "estimer", ["Un spécialiste"]),
        ("fr", "Le personnel réclame une hausse.", "réclamer", ["Le personnel"]),
        ("fr", "De plus en plus d'entreprises mènent une grève.", "mener", ["entreprises"]),
        ("fr", "Beaucoup de gens ont manifesté.", "manifester", ["gens"]),
        ("fr", "Le nombre de décès enregistrés en janvier a baissé.", "baisser", ["Le nombre"]),
        ("fr", "Deux soldats, dont un officier, ont été tués.", "tuer", ["Deux soldats"]),
        ("fr", "Plus de 70 joueurs (dont trois Français) sont soupçonnés.", "soupçonner", ["70 joueurs"]),
        ("fr", "Cinq personnes dont deux enfants ont été tuées.", "tuer", ["Cinq personnes"]),
        ("fr", "Le maire, dont la femme est malade, a démissionné.", "démissionner", ["Le maire"]),
        ("fr", "Le film dont un acteur est mort a gagné.", "gagner", ["Le film"]),
        ("fr", "Paul Martin, 43 ans, et sa femme ont été tués.", "tuer", ["Paul Martin", "sa femme"]),
        ("en", "Paul Martin, 43, Ann Roy, 52, and Tom Hill, 60, were killed.", "kill", ["Paul Martin", "Ann Roy", "Tom Hill"]),
        ("en", "So far, three have died.", "die", ["three"]),
        ("en", "Police arrested a man carrying a bomb.", "carry", ["a man"]),
        ("en", "Gunmen attacked a bus killing ten.", "kill", ["Gunmen"]),
        ("fr", "La police a dispersé des manifestants réclamant le départ du maire.", "réclamer", ["manifestants"]),
        ("fr", "La police a arrêté un homme portant une bombe.", "porter", ["un homme"]),
        ("en", "The firm bought the site in 2021 and in January said it would close.", "say", ["The firm"]),
        ("en", "The court issued an order in April that forbids protest.", "forbid", ["an order"]),
        ("en", "The president of Mali, who has resigned, left.", "resign", ["The president"]),
        ("en", "A nurse at the hospital in Lyon, who asked for silence, spoke.", "ask", ["A nurse"]),
        ("en", "The mother of Paul Roy, who was killed, wept.", "kill", ["Paul Roy"]),
        ("en", "The leader of the ruling party, which won the vote, spoke.", "win", ["the ruling party"]),
        ("fr", "La présidente de la Commission, qui se rendra à Kiev, a promis une aide.", "rendre", ["La présidente"]),
        ("fr", "Le chef du parti qui a gagné l'élection exulte.", "gagner", ["parti"]),
        ("fr", "L'ancien ministre, 67 ans, jugé pour corruption, a parlé.", "juger", ["L'ancien ministre"]),
        ("fr", "Riyad a condamné le bombardement, sans en désigner l'auteur.", "désigner", ["Riyad"]),
        ("fr", "Une décision l'empêcherait de se présenter.", "présenter", []),
        ("fr", "Un ancien directeur de Sogebat, aujourd'hui installé à Singapour, a parlé.", "installer", ["Un ancien directeur"]),
        ("en", "Thomas Sam, 42, was arrested.", "arrest", ["Thomas Sam"]),
    ],
)
def test_numbers_ages_quantities_and_those_among_them(language: str, text: str, lemma: str, subjects: list[str]) -> None:
    """Whoever is counted is the subject, not those told of beside them."""
    analysis, clause = clause_of(language, text, lemma)
    assert phrases(analysis, clause.subjects) == subjects


@pytest.mark.parametrize(
    ("text", "verbs", "subjects"),
    [
        ("The man who fled died.", ["flee", "die"], ["The man"]),
        ("The officer who shot him resigned.", ["shoot", "resign"], ["The officer"]),
        ("The deal that the two sides signed in May collapsed.", ["sign", "collapse"], ["The deal"]),
        ("The deal he signed in May collapsed.", ["sign", "collapse"], ["The deal"]),
        ("The militants the army killed were young.", ["kill", "be"], ["The militants"]),
        ("The deal that he signed with firms based in Ohio collapsed.", ["sign", "base", "collapse"], ["The deal"]),
        ("A woman who lived in a house damaged by the storm was killed.", ["live", "damage", "kill"], ["A woman"]),
        ("He said that troops sent to the border have begun.", ["say", "send", "begin"], ["troops"]),
        ("Last week the army attacked.", ["attack"], ["the army"]),
        ("The firm, with 300 workers, plans layoffs.", ["plan"], ["The firm"]),
        ("The firm, based in Ohio, plans layoffs.", ["base", "plan"], ["The firm"]),
        ("The mayor, who met residents, faces trial.", ["meet", "face"], ["The mayor"]),
        ("The president, now 82, faces charges.", ["face"], ["The president"]),
        ("A source said the energy secretary, Ed Roy, had spoken.", ["say", "speak"], ["the energy secretary"]),
        ("Officials said on Monday the mayor, who is ill, had resigned.", ["say", "be", "resign"], ["the mayor"]),
        ("He said the talks, held in Rome, failed.", ["say", "hold", "fail"], ["the talks"]),
        ("He told the minister, Ed Roy, and left.", ["tell", "leave"], []),
        ("About 51% of voters backed it.", ["back"], ["About 51%"]),
        ("Men armed with knives attacked a bus.", ["arm", "attack"], ["Men"]),
        ("Soldiers sent to the border opened fire.", ["send", "open"], ["Soldiers"]),
        ("A man shot in the head died.", ["shoot", "die"], ["A man"]),
        ("Thousands marched through streets lined with police.", ["march", "line"], ["streets"]),
        ("Police fired at protesters gathered outside.", ["fire", "gather"], ["protesters"]),
        ("A resident killed a migrant.", ["kill"], ["A resident"]),
        ("Weapons seized at sea disappeared.", ["seize", "disappear"], ["Weapons"]),
    ],
)
def test_the_verb_that_a_subject_waits_for(text: str, verbs: list[str], subjects: list[str]) -> None:
    """Relative clauses, with or without a pronoun, and insertions end where the clause around them goes on."""
    analysis, clause = clause_of("en", text, verbs[-1])
    assert [one.lemma for one in analysis.clauses] == verbs
    assert phrases(analysis, clause.subjects) == subjects


@pytest.mark.parametrize("text", ["Raids, arrests, clashes in Paris.", "Strikes, plans, protests."])
def test_a_list_of_nouns_has_no_verb(text: str) -> None:
    """Nothing is inserted there."""
    analysis, _ = analyse(text, load_pack("en"))
    assert not analysis.clauses


def test_an_inverted_pronoun_is_the_subject() -> None:
    """A clitic behind the verb stands for its subject."""
    analysis, clause = clause_of("fr", "« Rien n'est décidé », a-t-il répété.", "répéter")
    assert clause.inverted
    assert analysis.word(clause.pronoun) == "-t-il"


@pytest.mark.parametrize(
    ("language", "text", "lemma"),
    [
        ("en", 'Berg condemned what she called "a cowardly act" and ordered an inquiry.', "order"),
        ("fr", "Berg a dénoncé ce qu'elle a appelé « un acte lâche » et ordonné une enquête.", "ordonner"),
        ("fr", "Berg a dénoncé ce qu'elle a qualifié d'« acte lâche » et a ordonné une enquête.", "ordonner"),
    ],
)
def test_a_verb_behind_what_somebody_called_something_goes_on_with_the_verb_above(language: str, text: str, lemma: str) -> None:
    """The quotation marks close what is only cited."""
    analysis, clause = clause_of(language, text, lemma)
    assert [analysis.word(analysis.chunks[chunk].head) for chunk in clause.subjects] == ["Berg"]
    assert clause.governor == -1


def test_what_stands_between_auxiliary_and_participle_is_over_read() -> None:
    """A stressed pronoun between commas ("a, lui, réclamé")."""
    _, clause = clause_of("fr", "Le parti a, lui, réclamé une enquête.", "réclamer")
    assert (clause.form, clause.tense, clause.passive) == ("finite", "past", False)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("He was arrested on 3 May and charged with fraud.", ["arrest", "charge"]),
        ("It opened Monday, May 3, in Rome.", ["open"]),
        ("Theresa May said she would leave.", ["say", "leave"]),
        ("Berg met Will Young in Rome.", ["meet"]),
        ("Google said it would appeal.", ["say", "appeal"]),
        ("Let's go to Rome.", ["let", "go"]),
        ("The two may, in turn, leave.", ["may"]),
    ],
)
def test_names_and_months_that_are_verbs(text: str, verbs: list[str]) -> None:
    """A number, a given name or the gazetteer tells that "May" or "Google" is no verb."""
    analysis, _ = analyse(text, load_pack("en"))
    assert [clause.lemma for clause in analysis.clauses] == verbs


def test_a_surname_that_is_a_month_is_a_subject() -> None:
    """A time would not be one."""
    analysis, clause = clause_of("en", "Theresa May said she would leave.", "say")
    assert phrases(analysis, clause.subjects) == ["Theresa May"]


def test_per_cent_is_part_of_the_number() -> None:
    """As "%" and "percent" are; what is counted per hour is not."""
    analysis, clause = clause_of("en", "Shares closed down 17 per cent.", "close")
    assert phrases(analysis, clause.objects) == ["17 per cent"]
    analysis, clause = clause_of("en", "Cars drove at 80 kilometres per hour.", "drive")
    assert phrases(analysis, clause.obliques) == ["80 kilometres", "hour"]


def test_even_better_is_no_verb() -> None:
    """What somebody does better."""
    analysis, _ = analyse("The team came back even better in May.", load_pack("en"))
    assert [clause.lemma for clause in analysis.clauses] == ["come"]


def test_whom_somebody_frees_is_its_object() -> None:
    """The participle before the noun is no verb of its own."""
    analysis, clause = clause_of("en", "Amnesty urged Belarus to free jailed journalists.", "free")
    assert phrases(analysis, clause.objects) == ["jailed journalists"]
    assert [one.lemma for one in analysis.clauses] == ["urge", "free"]


def test_a_letter_behind_a_preposition_is_no_name() -> None:
    """The platform X and the person named behind it are two noun phrases."""
    analysis, clause = clause_of("fr", "« Nous voterons », a écrit sur X Anna Berger.", "écrire")
    assert "Anna Berger" in phrases(analysis, (*clause.subjects, *clause.objects))


def test_row_of_predicates_with_a_named_object() -> None:
    """A verb behind a comma whose object has a gerund of its own goes on with the subject; it is no insertion."""
    analysis, clause = clause_of("en", "The mayor called the plan a trap, accused Ottawa of starving the port, and left.", "accuse")
    assert phrases(analysis, clause.subjects) == ["The mayor"]
    assert phrases(analysis, clause.objects) == ["Ottawa"]


@pytest.mark.parametrize(
    "text",
    ["The farm protests that have blocked the road are over.", "Two army posts and a school were burnt.", "The farm protests which blocked Lyon are over."],
)
def test_nouns_that_look_like_verbs(text: str) -> None:
    """A noun before its relative clause, or counted by a number, is no verb."""
    analysis, _ = analyse(text, load_pack("en"))
    assert not {"protest", "post"} & {clause.lemma for clause in analysis.clauses}


def test_gerund_set_in_behind_a_subject_that_waits() -> None:
    """A gerund between commas belongs to the subject right before it."""
    analysis, clause = clause_of("en", "It came after a vote in which the opposition, citing fraud, took no part.", "cite")
    assert phrases(analysis, clause.subjects) == ["the opposition"]


def test_a_pronoun_for_what_is_written_leaves_no_complement() -> None:
    """« l'a écrit … dans une lettre que » opens a relative clause."""
    _, clause = clause_of("fr", "Il l'a écrit dans une lettre que le journal a consultée.", "consulter")
    assert clause.relation == "relative"


@pytest.mark.parametrize(
    ("language", "text", "lemma", "subject"),
    [
        ("en", "Abuja rejected a report by Amnesty saying that troops had killed civilians.", "say", "a report"),
        ("fr", "Le maire a contesté une lettre affirmant que le pont est sûr.", "affirmer", "une lettre"),
        ("fr", "Le maire a publié une lettre affirmant que le pont est sûr.", "affirmer", "Le maire"),
        ("fr", "Le maire a signé la lettre, affirmant que le pont est sûr.", "affirmer", "Le maire"),
    ],
)
def test_documents_say_what_a_gerund_tells(language: str, text: str, lemma: str, subject: str) -> None:
    """A gerund of saying right behind a document is the document's; behind a comma, or where he publishes it, that of the sentence's subject."""
    analysis, clause = clause_of(language, text, lemma)
    assert phrases(analysis, clause.subjects) == [subject]


def test_second_verb_behind_a_conjunction_is_finite() -> None:
    """« mais dit comprendre » is a verb of its own, no participle; « Conseil fédéral juge » a subject with its verb."""
    analysis, clause = clause_of("fr", "Le Conseil fédéral juge la mesure chère, mais dit comprendre les craintes.", "dire")
    assert clause.form == "finite"
    assert phrases(analysis, clause.subjects) == ["Le Conseil fédéral"]
