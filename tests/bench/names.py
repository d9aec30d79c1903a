"""How well names are found: predicted names against hand-made entities of news articles.

    NEWSEVENTS_DATA=DIR python -m tests.bench.names [--held-back] [--errors]

``DIR/data`` holds ``wikinews_fr.jsonl`` and ``wikinews_en.jsonl``: one article a line with ``id``, ``language``, ``published``,
``text`` and ``entities`` (``start``, ``end``, ``label``: Person, Organization or Location among others, nested ones too).
A predicted name is right where it overlaps an entity of its type, an entity is found where a predicted name of its type overlaps
it. Persons and organizations are the name mentions of actors that hold a capital letter; locations are the mentions of places and
the names of acting countries. Articles whose ``id`` has a SHA-256 divisible by five are held back: rules are written on the others.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsevents.model import ActorKind, MentionKind
from newsevents.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsevents.model import Record

KINDS = ("Person", "Organization", "Location")
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


def predicted(record: Record) -> dict[str, set[tuple[int, int]]]:
    """The spans of the names of a record, by type."""
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for actor in record.actors:
        label = _LABELS.get(actor.kind)
        for mention in actor.mentions:
            if label and mention.kind is MentionKind.NAME and any(map(str.isupper, mention.span.text)):
                found[label].add((mention.span.start, mention.span.end))
    for place in record.places:
        found["Location"] |= {(mention.span.start, mention.span.end) for mention in place.mentions}
    return found


def main() -> None:
    """Print precision, recall and F1 by language and type."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--held-back", action="store_true", help="the articles kept for the last look")
    options.add_argument("--language", default="fr,en")
    options.add_argument("--errors", action="store_true", help="print every name missed or invented")
    chosen = options.parse_args()
    for language in chosen.language.split(","):
        tally: Counter[tuple[str, str]] = Counter()
        faults: Counter[tuple[str, str, str]] = Counter()
        parser = Parser(language=language)
        for article in articles(language, held_back=chosen.held_back):
            text = article["text"]
            record = parser.parse(text, published=article["published"])
            names = predicted(record)
            for label in KINDS:
                gold = {(entity["start"], entity["end"]) for entity in article["entities"] if entity["label"] == label}
                right = {span for span in names[label] if _touches(span, gold)}
                found = {span for span in gold if _touches(span, names[label])}
                tally[label, "right"] += len(right)
                tally[label, "predicted"] += len(names[label])
                tally[label, "found"] += len(found)
                tally[label, "gold"] += len(gold)
                faults.update((label, "invented", text[start:end]) for start, end in names[label] - right)
                faults.update((label, "missed", text[start:end]) for start, end in gold - found)
        for label in KINDS:
            precision = tally[label, "right"] / (tally[label, "predicted"] or 1)
            recall = tally[label, "found"] / (tally[label, "gold"] or 1)
            f1 = 2 * precision * recall / (precision + recall or 1)
            print(f"{language} {label:13s} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  (gold {tally[label, 'gold']})")
        if chosen.errors:
            for fault, count in faults.most_common():
                print(count, *fault, sep="\t")


def _touches(span: tuple[int, int], others: set[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


if __name__ == "__main__":
    main()
