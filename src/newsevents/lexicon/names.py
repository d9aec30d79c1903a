"""What the features of a name say of its kind (``names.tsv``): learned weights, as plain numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.lexicon.reading import blaming, read_rows

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Weights = dict[str, tuple[float, float, float, float]]


def read_weights(folder: Traversable) -> Weights:
    """The weights of a pack: for person, organization, place and thing, by feature; empty where the pack has none."""
    if not folder.joinpath("names.tsv").is_file():
        return {}
    weights: Weights = {}
    for row in read_rows(folder, "names.tsv", 5):
        with blaming(folder, "names.tsv"):
            person, organization, place, thing = map(float, row[1:5])
            weights[row[0]] = person, organization, place, thing
    return weights
