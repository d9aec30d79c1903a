"""Learn from marked articles what tells the kind of an unknown name, and write a pack's ``names.tsv``.

    NEWSEVENTS_DATA=DIR python tools/train_names.py fr=fr en=fr

``DIR/data`` holds ``wikinews_<language>.jsonl`` (see tests/bench/names.py). A name that neither the gazetteer nor a head noun nor a title
decides is described by features (newsevents.mentions.evidence); a log-linear model of four kinds (person, organization, place,
thing) weighs them, pulled towards the hand-written weights by as much as ``_PULL``. The argument ``en=fr`` gives the English pack the
weights of the French articles, less what depends on spelling: twelve English articles are too few to learn from.
Articles whose ``id`` has a SHA-256 divisible by five are never looked at. Without chance:
examples keep their order, so that the same data give the same file.

With ``--check`` every fifth of the other articles is held back, and the share of names rightly told is printed for the hand-written
and for the learned weights; nothing is written.
"""

from __future__ import annotations

import json
import math
import os
import sys
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsevents.backends.rules import analyse
from newsevents.lexicon.installed import load_pack
from newsevents.mentions.evidence import Evidence
from newsevents.mentions.kinds import KINDS, WEIGHTS
from newsevents.mentions.names import NameFinder
from newsevents.mentions.titles import TitleFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsevents.lexicon.names import Weights

_LABELS = {"Person": 0, "Organization": 1, "Location": 2, "Event": 3, "Product": 3}
_FOLDS = 5
_PULL = 2.0  # chosen with --check among 0.1, 0.3, 1, 2, 3
_ROUNDS = 30
_STEP = 0.3
_SPELLING = ("end:", "start:")
_SEEN = 3  # a feature of spelling seen less often tells nothing
_HEADER = """\
# What the features of a name say of its kind: weights for person, organization, place and thing. Learned by tools/train_names.py from {source}.
"""
_SOURCES = {
    "fr": "French Wikinews articles of 2016 (CC BY 2.5) marked in WiNER-fr (CC BY 4.0)",
}


class Example(NamedTuple):
    """One name of one article: its features, its kind and the fold of its article."""

    features: dict[str, int]
    kind: int
    fold: int


def examples(language: str) -> Iterator[Example]:
    """The unknown names of the articles of a language."""
    pack = load_pack(language)
    path = Path(os.environ["NEWSEVENTS_DATA"]) / "data" / f"wikinews_{language}.jsonl"
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        fold = int(sha256(article["id"].encode()).hexdigest(), 16) % _FOLDS
        if fold == 0:
            continue
        analysis, _ = analyse(article["text"], pack)
        titles = TitleFinder(analysis, pack)
        finder = NameFinder(analysis, pack, titles)
        names = finder.find()
        known = {at: name.kind for name in names if name.sure and name.kind for at in range(name.first, name.last)}
        evidence = Evidence(analysis, pack, titles, finder.stretches, known)
        gold = [(entity["start"], entity["end"], _LABELS[entity["label"]]) for entity in article["entities"] if entity["label"] in _LABELS]
        features: dict[str, Counter[str]] = defaultdict(Counter)
        kinds: dict[str, Counter[int]] = defaultdict(Counter)
        for name in names:
            if name.kind:
                continue
            start, end = analysis.starts[name.first], analysis.ends[name.last - 1]
            overlaps = ((min(end, last) - max(start, first), first - last, kind) for first, last, kind in gold if first < end and start < last)
            kinds[name.key][max(overlaps, default=(0, 0, 3))[2]] += 1
            if not features[name.key]:
                features[name.key].update(evidence.shape(name))
            features[name.key].update(evidence.context(name))
        for key, tally in features.items():
            yield Example({feature: min(count, 3) for feature, count in tally.items()}, kinds[key].most_common(1)[0][0], fold)


def scores(weights: dict[str, list[float]], features: dict[str, int]) -> list[float]:
    """What speaks for each kind."""
    rows = [(weights[feature], count) for feature, count in features.items() if feature in weights]
    return [sum(row[kind] * count for row, count in rows) for kind in range(len(KINDS))]


def learn(data: list[Example], prior: Weights) -> dict[str, list[float]]:
    """Fit the weights to examples, near a prior (AdaGrad, fixed order)."""
    weights = {feature: list(row) for feature, row in prior.items()}
    seen = Counter(feature for example in data for feature in example.features)
    speed: dict[str, list[float]] = defaultdict(lambda: [1e-6] * len(KINDS))
    for _ in range(_ROUNDS):
        for example in data:
            features = {one: count for one, count in example.features.items() if not one.startswith(_SPELLING) or seen[one] >= _SEEN}
            for feature in features:
                weights.setdefault(feature, [0.0] * len(KINDS))
            total = scores(weights, features)
            top = max(total)
            odds = [math.exp(score - top) for score in total]
            for feature, count in features.items():
                row, base, pace = weights[feature], prior.get(feature, (0.0,) * len(KINDS)), speed[feature]
                for kind, odd in enumerate(odds):
                    slope = (odd / sum(odds) - (kind == example.kind)) * count + _PULL * (row[kind] - base[kind]) / seen[feature]
                    pace[kind] += slope * slope
                    row[kind] -= _STEP * slope / math.sqrt(pace[kind])
    return weights


def right(weights: dict[str, list[float]], data: list[Example]) -> float:
    """The share of examples whose kind the weights tell."""
    told = (scores(weights, example.features) for example in data)
    return sum(total.index(max(total)) == example.kind for total, example in zip(told, data, strict=True)) / len(data)


def main() -> None:
    """Learn and write, or check."""
    pairs = [word.split("=") for word in sys.argv[1:] if not word.startswith("-")]
    for target, source in pairs:
        data = list(examples(source))
        if target != source:
            data = [example._replace(features={one: count for one, count in example.features.items() if not one.startswith(_SPELLING)}) for example in data]
        if "--check" in sys.argv:
            check(target, source, data)
            continue
        weights = learn(data, WEIGHTS)
        rows = [f"{feature}\t" + "\t".join(f"{value:.2f}" for value in row) for feature, row in sorted(weights.items())]
        path = Path(__file__).parents[1] / "src/newsevents/languages" / target / "names.tsv"
        path.write_text(_HEADER.format(source=_SOURCES[source]) + "\n".join(rows) + "\n", "utf-8")


def check(target: str, source: str, data: list[Example]) -> None:
    """Print how many names are rightly told, by hand-written and by learned weights: in another language, or by folds."""
    hand = {feature: list(row) for feature, row in WEIGHTS.items()}
    if target != source:
        held = list(examples(target))
        by_hand, learned = right(hand, held), right(learn(data, WEIGHTS), held)
    else:
        held = data
        by_hand = learned = 0.0
        for fold in range(1, _FOLDS):
            part = [example for example in data if example.fold == fold]
            by_hand += right(hand, part) * len(part) / len(data)
            learned += right(learn([example for example in data if example.fold != fold], WEIGHTS), part) * len(part) / len(data)
    print(f"{target}: {len(held)} names, by hand {by_hand:.3f}, learned {learned:.3f}")


if __name__ == "__main__":
    main()
