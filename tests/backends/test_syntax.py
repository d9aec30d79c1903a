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
        ("fr", "L'accord, qui a duré deux ans, a été rompu par Paris.", "rompre", ["L'accord"], []),
        ("fr", "Lorsque les opposants sont arrivés, les forces de police déployées ont répondu.", "répondre", ["les forces"], []),
        ("fr", "La centrale, explique l'exploitant, fonctionnera encore dix ans.", "fonctionner", ["La centrale"], []),
        ("fr", "Trump a demandé à l'administration de reprendre le soutien.", "reprendre", ["l'administration"], ["le soutien"]),
        ("fr", "Ce qui a poussé Anne à collaborer.", "collaborer", ["Anne"], []),
        ("fr", "Des violences ont causé des dommages.", "causer", ["violences"], ["dommages"]),
        ("fr", "La police a arrêté trois suspects lundi.", "arrêter", ["La police"], ["trois suspects"]),
        ("fr", "Le maire a, lors d'une réunion, condamné l'attaque.", "condamner", ["Le maire"], ["l'attaque"]),
        ("fr", "Il a à Paris rencontré le président.", "rencontrer", [], ["le président"]),
        ("fr", "Selon Le Monde, Marine Le Pen et Charles de Gaulle ont dîné.", "dîner", ["Marine Le Pen", "Charles de Gaulle"], []),
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
        ("en", "The ministry said on Monday four jets targeted a camp.", "target", ["four jets"], ["a camp"]),
        ("en", "The general was accused of killing civilians.", "kill", ["The general"], ["civilians"]),
        ("en", "A quake struck a remote, mountainous part of the country.", "strike", ["A quake"], ["a remote, mountainous part"]),
        ("en", "A ferry with more than 350 people on board sank.", "sink", ["A ferry"], []),
        ("en", "In the south, also jolted by the quake, eight people died.", "die", ["eight people"], []),
        ("en", "The minister insisted that wages will be paid.", "pay", ["wages"], []),
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


def test_an_inverted_pronoun_is_the_subject() -> None:
    """A clitic behind the verb stands for its subject."""
    analysis, clause = clause_of("fr", "« Rien n'est décidé », a-t-il répété.", "répéter")
    assert clause.inverted
    assert analysis.word(clause.pronoun) == "-t-il"
