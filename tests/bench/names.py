"""How well names are found: predicted names against hand-made entities of news articles.

    NEWSEVENTS_DATA=DIR python -m tests.bench.names [--held-back] [--errors] [--spacy]

``DIR/data`` holds ``wikinews_fr.jsonl`` and ``wikinews_en.jsonl``: one article a line with ``id``, ``language``, ``published``,
``text`` and ``entities`` (``start``, ``end``, ``label``: Person, Organization or Location among others, nested ones too).
A predicted name is right where it overlaps an entity of its type, an entity is found where a predicted name of its type overlaps
it. Persons and organizations are the name mentions of actors that hold a capital letter; locations are the mentions of places and
the names of acting countries. Articles whose ``id`` has a SHA-256 divisible by five are held back: rules are written on the others.

With ``--spacy`` the same articles are read by spaCy's models too (``pip install newsevents[bench]``, then
``python -m spacy download fr_core_news_md en_core_web_md``), and the ratio of both speeds is printed: whole parses, to events, against
spaCy's pipeline as it comes and against its entity recogniser alone. Mark: eight times as fast.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import time
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsevents.model import ActorKind, MentionKind
from newsevents.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsevents.model import Record

KINDS = ("Person", "Organization", "Location")
Spans = dict[str, set[tuple[int, int]]]
_MODELS = {"fr": "fr_core_news_md", "en": "en_core_web_md"}
_SPACY = {"PER": "Person", "PERSON": "Person", "ORG": "Organization", "LOC": "Location", "GPE": "Location", "FAC": "Location"}
_RECOGNISER = ("tok2vec", "ner")
_LABELS = {ActorKind.PERSON: "Person", ActorKind.ORGANIZATION: "Organization", ActorKind.COUNTRY: "Location"}


def is_held_back(identity: str) -> bool:
    """Whether an article is kept for the last look."""
    return int(sha256(identity.encode()).hexdigest(), 16) % 5 == 0


def articles(language: str, *, held_back: bool) -> Iterator[dict[str, Any]]:
    """The articles of one half of the data of a language."""
    path = Path(os.environ["NEWSEVENTS_DATA"]) / "data" / f"wikinews_{language}.jsonl"
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        if is_held_back(article["id"]) == held_back:
            yield article


def predicted(record: Record) -> Spans:
    """The spans of the names of a record, by type."""
    found: Spans = defaultdict(set)
    for actor in record.actors:
        label = _LABELS.get(actor.kind)
        for mention in actor.mentions:
            if label and mention.kind is MentionKind.NAME and any(map(str.isupper, mention.span.text)):
                found[label].add((mention.span.start, mention.span.end))
    for place in record.places:
        found["Location"] |= {(mention.span.start, mention.span.end) for mention in place.mentions}
    return found


def read_by_newsevents(language: str) -> Callable[[dict[str, Any]], Spans]:
    """How newsevents names what stands in an article."""
    parser = Parser(language=language)
    return lambda article: predicted(parser.parse(article["text"], published=article["published"]))


def read_by_spacy(language: str, *, alone: bool = False) -> Callable[[dict[str, Any]], Spans]:
    """How spaCy names what stands in an article; ``alone``: with nothing but its entity recogniser."""
    model = importlib.import_module("spacy").load(_MODELS[language])

    def read(article: dict[str, Any]) -> Spans:
        with model.select_pipes(enable=_RECOGNISER if alone else model.pipe_names):
            entities = model(article["text"]).ents
        found: Spans = defaultdict(set)
        for entity in entities:
            if entity.label_ in _SPACY:
                found[_SPACY[entity.label_]].add((entity.start_char, entity.end_char))
        return found

    return read


class Score:
    """What one reader finds and misses in the articles of one language, and how long it takes."""

    def __init__(self, chosen: list[dict[str, Any]], read: Callable[[dict[str, Any]], Spans]) -> None:
        """Read the articles, the first of them once before the clock starts."""
        self.tally: Counter[tuple[str, str]] = Counter()
        self.faults: Counter[tuple[str, str, str]] = Counter()
        read(chosen[0])
        begin = time.perf_counter()
        found = [read(article) for article in chosen]
        self.seconds = time.perf_counter() - begin
        for article, names in zip(chosen, found, strict=True):
            self._add(article, names)

    def _add(self, article: dict[str, Any], names: Spans) -> None:
        text = article["text"]
        for label in KINDS:
            gold = {(entity["start"], entity["end"]) for entity in article["entities"] if entity["label"] == label}
            told = names.get(label, set())
            right = {span for span in told if _touches(span, gold)}
            found = {span for span in gold if _touches(span, told)}
            self.tally.update({(label, "right"): len(right), (label, "predicted"): len(told), (label, "found"): len(found), (label, "gold"): len(gold)})
            self.faults.update((label, "invented", text[start:end]) for start, end in told - right)
            self.faults.update((label, "missed", text[start:end]) for start, end in gold - found)

    def lines(self, name: str) -> Iterator[str]:
        """Precision, recall and F1 by type."""
        for label in KINDS:
            precision = self.tally[label, "right"] / (self.tally[label, "predicted"] or 1)
            recall = self.tally[label, "found"] / (self.tally[label, "gold"] or 1)
            f1 = 2 * precision * recall / (precision + recall or 1)
            yield f"{name} {label:13s} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  (gold {self.tally[label, 'gold']})"


def main() -> None:
    """Print precision, recall and F1 by language and type."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--held-back", action="store_true", help="the articles kept for the last look")
    options.add_argument("--language", default="fr,en")
    options.add_argument("--errors", action="store_true", help="print every name missed or invented")
    options.add_argument("--spacy", action="store_true", help="the same articles read by spaCy, and the ratio of the speeds")
    chosen = options.parse_args()
    for language in chosen.language.split(","):
        read = list(articles(language, held_back=chosen.held_back))
        score = Score(read, read_by_newsevents(language))
        print(*score.lines(language), sep="\n")
        if chosen.errors:
            for fault, count in score.faults.most_common():
                print(count, *fault, sep="\t")
        if chosen.spacy:
            other, alone = Score(read, read_by_spacy(language)), Score(read, read_by_spacy(language, alone=True))
            print(*other.lines(f"{language} {_MODELS[language]}"), sep="\n")
            print(
                f"{language} speed: {other.seconds / score.seconds:.1f} times spaCy's pipeline, {alone.seconds / score.seconds:.1f} times its recogniser alone"
            )


def _touches(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


if __name__ == "__main__":
    main()
