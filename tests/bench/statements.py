"""How well statements are found in single sentences of two languages, and whether translations agree.

Reads ``data/pud/fr.jsonl`` and ``data/pud/en.jsonl`` below the folder that the environment variable ``NEWSEVENTS_DATA`` names: one JSON object a line with
``id``, ``language``, ``text`` and ``statements`` (each with ``content_spans`` and ``speaker_spans``, pairs of offsets). Equal ids are translations.

    NEWSEVENTS_DATA=… python tests/bench/statements.py [--errors] [--language fr]
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import newsevents

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE = 0.6  # share of common letters from which two contents are one, as the articles' scorer has it


def letters(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The offsets of letters and digits inside spans."""
    return frozenset(at for start, end in spans for at in range(start, min(end, len(text))) if text[at].isalnum())


def match(gold: list[frozenset[int]], found: list[frozenset[int]]) -> dict[int, int]:
    """Pair contents one to one, the most alike first."""
    pairs = sorted(((len(one & other) / len(one | other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found) if one & other), reverse=True)
    matched: dict[int, int] = {}
    for share, i, j in pairs:
        if share >= ALIKE and i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def measure(rows: list[dict[str, Any]], *, errors: bool) -> tuple[Counter[str], dict[str, int]]:
    """Count right, found and gold statements of one language, and how many each sentence has."""
    counts: Counter[str] = Counter()
    sizes: dict[str, int] = {}
    for row in rows:
        text = row["text"]
        record = newsevents.parse(text, language=row["language"])
        gold = [letters(text, map(tuple, one["content_spans"])) for one in row["statements"]]
        found = [letters(text, ((span.start, span.end) for span in one.content)) for one in record.statements]
        matched = match(gold, found)
        sizes[row["id"]] = len(found)
        counts.update(right=len(matched), found=len(found), gold=len(gold))
        for i, j in matched.items():
            said = letters(text, map(tuple, row["statements"][i]["speaker_spans"]))
            who = letters(text, ((p.span.start, p.span.end) for p in record.statements[j].participants if p.role == "speaker"))
            counts.update(speaker=bool(said & who) or not (said or who))
            if errors and not (said & who or not (said or who)):
                print(
                    f"{row['id']} speaker: {[p.span.text for p in record.statements[j].participants if p.role == 'speaker']} "
                    f"want {row['statements'][i]['speaker']!r}"
                )
        if errors and (len(matched) < len(gold) or len(matched) < len(found)):
            print(f"{row['id']} {text}")
            for i, one in enumerate(row["statements"]):
                if i not in matched:
                    print(f"    missed {one['cue']!r}: {one['content']}")
            for j, statement in enumerate(record.statements):
                if j not in matched.values():
                    cue = statement.cue.text if statement.cue else ""
                    print(f"    extra {statement.rule} {cue!r}: {' … '.join(span.text for span in statement.content)}")
    return counts, sizes


def main() -> None:
    """Print precision, recall and F1 a language, and the share of translations with equally many statements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is missed and what is found wrongly")
    parser.add_argument("--language", help="one language alone")
    options = parser.parse_args()
    folder = Path(os.environ["NEWSEVENTS_DATA"]) / "data" / "pud"
    sizes: dict[str, dict[str, int]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        if options.language and path.stem != options.language:
            continue
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        counts, sizes[path.stem] = measure(rows, errors=options.errors)
        precision, recall = counts["right"] / max(counts["found"], 1), counts["right"] / max(counts["gold"], 1)
        print(
            f"{path.stem}: P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f} "
            f"({counts['found']} found, {counts['gold']} gold), speaker {counts['speaker'] / max(counts['right'], 1):.3f}"
        )
    if len(sizes) > 1:
        first, *others = sizes.values()
        shared = [key for key in first if all(key in other for other in others)]
        equal = [key for key in shared if all(first[key] == other[key] for other in others)]
        print(f"equally many statements: {len(equal) / len(shared):.3f} of {len(shared)} translations")
        if options.errors:
            print("unequal:", " ".join(key for key in shared if key not in equal))


if __name__ == "__main__":
    main()
