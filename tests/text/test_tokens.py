"""How texts are cut into tokens."""

from __future__ import annotations

import pytest

from newsevents.lexicon.installed import load_pack
from newsevents.lexicon.tokenizer import fold


def words(language: str, text: str) -> list[str]:
    """The tokens of a text as they stand in it."""
    tokens = load_pack(language).tokenizer(text)
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "l’envoi d’armes jusqu’à l'Ukraine", ["l’", "envoi", "d’", "armes", "jusqu’", "à", "l'", "Ukraine"]),
        ("fr", "a-t-il dit, ajoute-t-elle", ["a", "-t-il", "dit", ",", "ajoute", "-t-elle"]),
        ("fr", "Aujourd'hui, le porte-parole", ["Aujourd'hui", ",", "le", "porte-parole"]),
        ("fr", "d’« immenses perspectives »", ["d’", "«", "immenses", "perspectives", "»"]),
        ("fr", "1 500 morts, 67,7 mm à 20h30 le 1er mai", ["1 500", "morts", ",", "67,7", "mm", "à", "20h30", "le", "1er", "mai"]),
        ("fr", "M. Dupont et Mme. Le Goff", ["M.", "Dupont", "et", "Mme.", "Le", "Goff"]),
        ("en", "Trump's aides don’t know", ["Trump", "'s", "aides", "do", "n’t", "know"]),
        ("en", "the U.S. paid $1,500.50", ["the", "U.S.", "paid", "$", "1,500.50"]),
        ("en", "the parents' defence", ["the", "parents", "'", "defence"]),
        ("en", "a run-off at 8 o'clock", ["a", "run-off", "at", "8", "o'clock"]),
    ],
)
def test_words_are_cut_where_the_pack_says(language: str, text: str, expected: list[str]) -> None:
    """Elisions, clitics, numbers and abbreviations are tokens of their own or whole, as the language wants it."""
    assert words(language, text) == expected


def test_typographic_and_straight_apostrophes_fold_alike() -> None:
    """Look-ups see one kind of apostrophe, space and hyphen."""
    assert fold("l'état") == fold("L’État")


def test_folding_keeps_every_offset() -> None:
    """A letter whose lower case is longer stays as it is."""
    assert len(fold("İstanbul")) == len("İstanbul")


def test_decomposed_letters_give_the_same_words() -> None:
    """NFD text is looked up as NFC, at its own offsets."""
    pack = load_pack("fr")
    assert pack.tokenizer("pre\u0301sident").norms == pack.tokenizer("pr\u00e9sident").norms
