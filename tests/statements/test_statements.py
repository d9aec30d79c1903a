"""What statements must hold whatever the marks: nothing lost, nothing invented, one within the other. All texts written for these tests."""

from __future__ import annotations

import pytest

from newsevents import ParticipantRole, StatementForm, parse
from newsevents.lexicon.installed import languages, load_pack

MARKS = ("«", "»", '"', "“", "”", "'", "’", "‘", "„", "(", ":", "\n\n", "")
SAID = "Le maire de Nantes a prévenu : {0} Nous partirons. {1} Personne {2} ne restera {3}, a ajouté Anne Roy."


@pytest.mark.parametrize("first", MARKS)
@pytest.mark.parametrize("second", MARKS)
def test_any_marks_in_any_order_are_read(first: str, second: str) -> None:
    """Odd, crossed, missing and foreign marks: no exception, and every span is its stretch of the text."""
    text = SAID.format(first, second, second, first)
    for statement in parse(text, language="fr").statements:
        assert statement.content
        starts = [span.start for span in statement.content]
        assert starts == sorted(starts)
        assert all(text[span.start : span.end] == span.text for span in statement.content)


@pytest.mark.parametrize(("left", "right"), [("« ", " »"), ("“", "”"), ('"', '"'), ("„", "“"), ("‘", "’")])
def test_kinds_of_marks_give_the_same(left: str, right: str) -> None:
    """A quotation is one in whatever marks it is printed."""
    (statement,) = parse(f"{left}Nous avons gagné{right}, a crié Pedro Alves.", language="fr").statements
    assert (statement.form, statement.content[0].text) == (StatementForm.DIRECT, "Nous avons gagné")


def test_a_quotation_left_open_keeps_all_its_words() -> None:
    """A mark that never closes loses nothing of what stands behind it."""
    (statement,) = parse("Gilles Maurin s'est emporté : « C'est une honte. On nous a menti.", language="fr").statements
    assert statement.content[0].text == "C'est une honte. On nous a menti."


def test_a_quotation_goes_on_in_a_paragraph_without_an_opening_mark() -> None:
    """Some papers close a quotation of two paragraphs without opening the second."""
    (statement,) = parse('Coach Ned Parr said, "We learned a lot today.\nIt was an emotional day."', language="en").statements
    assert [span.text for span in statement.content] == ["We learned a lot today.", "It was an emotional day."]
    assert statement.form is StatementForm.DIRECT


def test_verbatim_parts_are_told_apart() -> None:
    """Of a mixed content the words in marks, without the marks."""
    (statement,) = parse("Joana Reis a dit que le pays devait « tourner la page » et rester « uni ».", language="fr").statements
    assert statement.form is StatementForm.MIXED
    assert [span.text for span in statement.quotations] == ["tourner la page", "uni"]


def test_who_speaks_inside_a_statement_is_within_it() -> None:
    """Reported speech in reported speech names the statement around it."""
    outer, inner = parse("Ivan Rostov a affirmé que Paul Vidal avait dit que l'usine fermerait.", language="fr").statements
    assert inner.within == outer.id
    assert outer.within is None


def test_an_unnamed_source_stays_unnamed() -> None:
    """Words that ask for no name give the speaker none."""
    record = parse("An official said on condition of anonymity that the stocks were empty.", language="en")
    (speaker,) = [one for one in record.statements[0].participants if one.role is ParticipantRole.SPEAKER]
    assert (speaker.span.text, speaker.actor_id) == ("An official", None)


@pytest.mark.parametrize("code", languages())
def test_the_look_ups_of_speech_are_whole(code: str) -> None:
    """Adjectives, patterns, documents and marks are made of the pack's file."""
    speech = load_pack(code).speech
    assert all((speech.adjectives, speech.documents, speech.unnamed, speech.hearsay_adverbs, len(speech.unnamed_marks), len(speech.hearsay_phrases)))


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("fr", "« Non », a dit M. Bertin.", [("Bertin", ["Non"])]),
        ("fr", "« Nous appliquons la règle », a justifié le manager Jan De Wolf.", [("Jan De Wolf", ["Nous appliquons la règle"])]),
        (
            "fr",
            "Anna Berg accuse le pouvoir de museler la presse, ce que dément Dakar.",
            [("Anna Berg", ["museler la presse"]), ("Sénégal", ["museler la presse"])],
        ),
        (
            "fr",
            "Le syndicat Lumen a dénoncé « une violence devenue quotidienne » et appelé à un rassemblement.",
            [("syndicat", ["une violence devenue quotidienne"]), ("syndicat", ["un rassemblement"])],
        ),
        (
            "en",
            'The ministry said it was "deeply concerned" by the report and denied any role.',
            [("ministry", ['it was "deeply concerned" by the report']), ("ministry", ["any role"])],
        ),
        ("en", "Anna Berg, who has promised to overhaul the agency, did not respond.", [("Anna Berg", ["overhaul the agency"])]),
        (
            "fr",
            "Anna Berg ne prévoyait pas de fermer de sites, contrairement à ce qu'avait affirmé Jean Roux.",
            [],
        ),
        ("en", "Anna Berg, who had stayed away, accused the police of lying. He laughed.", [("Anna Berg", ["lying"])]),
    ],
)
def test_who_says_what(language: str, text: str, said: list[tuple[str | None, list[str]]]) -> None:
    """Contents end where somebody else, or the writer, goes on; a verb shares the subject of the one before it."""
    record = parse(text, language=language, published="2025-10-17")
    found = [(next((actor.name for actor in record.speakers(statement)), None), [span.text for span in statement.content]) for statement in record.statements]
    assert found == said


def test_the_words_of_a_name_carry_nothing() -> None:
    """A preposition inside a name governs no medium."""
    (statement,) = parse("Reporters Without Borders welcomed the ruling.", language="en").statements
    assert [one.role for one in statement.participants] == [ParticipantRole.SPEAKER]


def test_a_stressed_pronoun_of_the_subject_is_told_nothing() -> None:
    """In "a, lui, réclamé" the pronoun is the party itself, whoever was named before."""
    text = "Le maire Paul Roux s'est tu. Le Parti radical a, lui, réclamé la démission du préfet."
    (statement,) = parse(text, language="fr").statements
    assert [one.role for one in statement.participants] == [ParticipantRole.SPEAKER]


@pytest.mark.parametrize(
    ("language", "text", "spoken"),
    [
        ("fr", "Selon l'institut, basé à Londres, 40 personnes ont fui.", [("l'institut", "40 personnes ont fui")]),
        ("fr", "Selon les premiers éléments, prévenue par un voisin, la police est venue.", [("", "prévenue par un voisin, la police est venue")]),
        ("fr", "L'écrivain et réalisateur Jean Roux a dit qu'il partait.", [("L'écrivain et réalisateur Jean Roux", "il partait")]),
        ("fr", "La crise pouvait « encore » laisser craindre un génocide.", []),
        ("en", 'Tom Roy told reporters: "No. Never." and added that the plan was dead.', [("Tom Roy", "No. Never."), ("Tom Roy", "the plan was dead")]),
    ],
)
def test_a_source_is_all_that_describes_it_and_nothing_that_happens(language: str, text: str, spoken: list[tuple[str, str]]) -> None:
    """Participles and second occupations belong to who speaks; what happens does not speak."""
    found = []
    for statement in parse(text, language=language).statements:
        speakers = [party.span.text for party in statement.participants if party.role == ParticipantRole.SPEAKER]
        found.append(("".join(speakers), statement.content[0].text))
    assert found == spoken


def test_the_office_of_a_speaker_is_nobody_who_is_told() -> None:
    """Who advises the president need not speak to the president."""
    (statement,) = parse('Anna Berg, adviser to the president, said "the talks will be opened".', language="en").statements
    assert [party.role for party in statement.participants] == [ParticipantRole.SPEAKER]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Selon le parquet"),
        ("fr", "Selon le rapport que le parquet dément."),
        ("fr", "Le recteur a écrit aux familles : «"),
        ("fr", "Le recteur a écrit aux familles : « »"),
        ("en", "It was announced that"),
        ("en", "It emerged that"),
        ("fr", "L'annonce de Véronique Lang que"),
        ("fr", "« », sourit Nadia Ferrand."),
        ("en", "“” shouted Pedro Alves."),
    ],
)
def test_a_source_with_nothing_behind_it_says_nothing(language: str, text: str) -> None:
    """A text may end with what names or reports its source."""
    assert parse(text, language=language).statements == ()


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "It is time, Helen Marsh said, to", ["It is time"]),
        ("fr", "Il n'est pas question, a prévenu Solange Maury, de", ["Il n'est pas question"]),
    ],
)
def test_a_text_may_break_off_behind_a_cue(language: str, text: str, content: list[str]) -> None:
    """What goes on behind an inserted cue may be missing."""
    (statement,) = parse(text, language=language).statements
    assert [span.text for span in statement.content][:1] == content


@pytest.mark.parametrize(
    ("language", "text", "spoken"),
    [
        ("en", "The bridge fell, police and witnesses said.", [("police", "The bridge fell"), ("witnesses", "The bridge fell")]),
        ("en", "Paul Webb spoke. In his view, the plan is dead.", [("his", "the plan is dead")]),
        ("fr", "Le plan est prêt, a-t-on appris auprès de la mairie de Nice.", [("la mairie de Nice", "Le plan est prêt")]),
        ("fr", "Le plan est prêt, apprend-on à Nice.", [("", "Le plan est prêt")]),
        ("fr", "Chez Renault, on affirme que l'usine restera.", [("Renault", "l'usine restera")]),
        ("fr", "Un voisin, qui a tout vu, dit que le feu a pris seul.", [("Un voisin", "le feu a pris seul")]),
        ("fr", "Son avocat écrit que le procès est vide.", [("Son avocat", "le procès est vide")]),
        ("fr", "Le maire, lui, réclame un vote.", [("Le maire", "un vote")]),
        ("fr", "C'est une annonce que redoutaient les salariés.", []),
    ],
)
def test_each_source_is_told_from_the_words_around_it(language: str, text: str, spoken: list[tuple[str, str]]) -> None:
    """Several sources, those for whom "on" speaks, subjects parted from their verb."""
    found = []
    for statement in parse(text, language=language).statements:
        speakers = [party.span.text for party in statement.participants if party.role == ParticipantRole.SPEAKER]
        found += [(speaker, statement.content[0].text) for speaker in speakers or [""]]
    assert found == spoken


@pytest.mark.parametrize("dash", ["—", "–"])
def test_a_dash_that_opens_a_paragraph_gives_words_as_spoken(dash: str) -> None:
    """Dialogue without marks is direct; a hyphen that opens an item of a list is none."""
    text = "Le maire se lève.\n\n{0} Vous n'avez pas la parole, a répondu Paul Vidal."
    (spoken,) = parse(text.format(dash), language="fr").statements
    (listed,) = parse(text.format("-"), language="fr").statements
    assert (spoken.form, [span.text for span in spoken.quotations]) == (StatementForm.DIRECT, ["Vous n'avez pas la parole"])
    assert listed.form is StatementForm.INDIRECT


@pytest.mark.parametrize(
    ("language", "text", "addressee"),
    [
        ("fr", "« Ma mère me disait : “Tais-toi.” J'ai parlé », raconte Anne Roy.", "Anne Roy"),
        ("en", "\"The nurse told me, 'You are lucky,'\" Paul Webb recalled.", "Paul Webb"),
    ],
)
def test_me_is_whoever_is_quoted(language: str, text: str, addressee: str) -> None:
    """Inside a quotation the one who is told something is the one who speaks there."""
    record = parse(text, language=language)
    inner = record.statements[1]
    (told,) = [party for party in inner.participants if party.role == ParticipantRole.ADDRESSEE]
    assert told.actor_id is not None
    assert record.actor(told.actor_id).name == addressee
    assert inner.within == record.statements[0].id
