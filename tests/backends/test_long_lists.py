"""Lists of names of any length are read in linear time: a pattern that tries every way to cut them would not end."""

import pytest

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import load_pack


@pytest.mark.parametrize(
    ("language", "member"), [("fr", "le ministre, Jean Martin, "), ("fr", "Jean Marc Paul Martin, "), ("en", "the minister, John Martin, ")]
)
def test_a_list_of_names_without_a_conjunction_ends(language: str, member: str) -> None:
    """Each member adds the same noun phrases, however many there are."""
    few, many = (len(analyse(member * times, load_pack(language))[0].chunks) for times in (20, 400))
    assert many == 20 * few


def test_a_sentence_without_end_is_cut() -> None:
    """Every token belongs to one sentence, and none is longer than news has them: contents within contents would fill the square of its length."""
    analysis, _ = analyse("le maire a dit que la ville attend et que le préfet sait " * 200, load_pack("fr"))
    lengths = [last - first for first, last in analysis.sentences]
    assert sum(lengths) == len(analysis.starts)
    assert max(lengths) <= 600
