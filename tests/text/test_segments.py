"""Sentences, paragraphs and quotations."""

from __future__ import annotations

import pytest

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import load_pack


def sentences(language: str, text: str) -> list[str]:
    """The sentences of a text."""
    analysis, _ = analyse(text, load_pack(language))
    return [analysis.surface(first, last) for first, last in analysis.sentences]


def quotations(language: str, text: str) -> list[str]:
    """What stands between the quotation marks of a text."""
    analysis, _ = analyse(text, load_pack(language))
    return [analysis.surface(quotation.open + 1, quotation.close) for quotation in analysis.quotations]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("fr", "M. Dupont est parti. Il reviendra.", 2),
        ("fr", "« C'est fini. » Il est parti.", 2),
        ("fr", "« Est-ce fini ? » a-t-il demandé.", 1),
        ("en", "He lives in the U.S. The rest is silence.", 2),
        ("en", "U.S. President George W. Bush left.", 1),
        ("en", '"It is over." She left.', 2),
        ("fr", "Elle a demandé l'analyse de l'échantillon B. Selon lui, tout est faux.", 2),
        ("fr", "Le général J. Martin a démissionné.", 1),
        ("en", "Sen. Smith met Gov. Brown on Jan. 5 in St. Paul.", 1),
    ],
)
def test_sentences_end_at_stops_that_end_them(language: str, text: str, count: int) -> None:
    """Abbreviations, initials and closing marks are told from the ends of sentences."""
    assert len(sentences(language, text)) == count


def test_hard_wrapped_lines_are_no_paragraphs() -> None:
    """A text broken at a column is read as running text."""
    text = "Le président de la République a annoncé\nmardi la tenue d'un sommet qui doit\nréunir à Paris les dirigeants de\ntoute l'Europe et de l'Afrique."
    assert len(sentences("fr", text)) == 1


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Il parle d’« immenses perspectives » et de “paix”.", ["immenses perspectives", "paix"]),
        ("fr", "« Il a dit “non” hier », dit-elle.", ["Il a dit “non” hier", "non"]),
        ("en", "The parents' lawyer said 'no'.", ["no"]),
        ("en", '"One," he said, "two."', ["One,", "two."]),
    ],
)
def test_marks_are_paired_and_nested(language: str, text: str, expected: list[str]) -> None:
    """Marks of several kinds nest; an apostrophe is no mark."""
    assert quotations(language, text) == expected


def test_a_mark_without_partner_is_told_and_nothing_is_lost() -> None:
    """An open quotation ends with its paragraph."""
    analysis, unbalanced = analyse("« Il est parti, dit-elle.\nLe reste suit.", load_pack("fr"))
    assert [analysis.word(at) for at in unbalanced] == ["«"]
    assert len(analysis.sentences) == 2


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    """The press repeats the opening mark at each paragraph of a long quotation."""
    analysis, _ = analyse("« Le premier point est clair.\n« Le second aussi », a dit Anne Roche.", load_pack("fr"))
    assert [quotation.continued for quotation in analysis.quotations] == [False, True]
