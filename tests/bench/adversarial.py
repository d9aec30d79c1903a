"""What hostile texts cost: time and memory at n, 2n, 4n and 8n, for texts made to be expensive.

    python -m tests.bench.adversarial [FAMILY …] [--language fr] [--size 20000] [--rounds 2] [--list]

Every family is one thing said over and over, or a great number of different ones, as no editor would let it pass. Whatever the text, the cost of a
character must stay the same: a third more is put down to the machine. For each family the table gives processor time and peak memory (what Python
allocated beyond the text) a character, the four sizes side by side, and the exponent of the growth from the first to the last (1.00 is linear). A
family that is not linear is marked, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import math
import sys
import time
import tracemalloc
from functools import partial
from typing import TYPE_CHECKING, Final

from newsevents import Parser
from newsevents.lexicon.installed import languages, load_pack
from newsevents.lexicon.reading import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TIMES_LONGER: Final = (1, 2, 4, 8)
_A_THIRD_MORE: Final = 4 / 3
_PUBLISHED: Final = "2025-10-17"

# Written for this bench: what the families say over and over, by language.
_PHRASES: Final = {
    "fr": {
        "said": "« Nous partirons », a déclaré Jean Martin. ",
        "office": "Le président a parlé. ",
        "sentence": "le ministre rencontre le maire de la ville et ",
        "reported": "Jean dit que ",
        "pronoun": "Il a dit qu'elle partirait. ",
        "event": "L'armée a attaqué la ville mardi. ",
        "date": "le 12 juin 2024, ",
        "weekday": "mardi dernier ",
        "list": "de Jean Martin, ",
        "relative": "la ville qui attaque ",
        "article": "Mme {given} {family} a quitté {place} ; elle a accusé le {title} de {place}. ",
        "titled name": "Le président Jean Martin parle. ",
        "titled, different names": "Le président {name} Martin parle. ",
        "two namesakes": "Jean Martin voit Anne Martin. Martin part. ",
        "one given name": "Jean {name} parle. Jean part. ",
        "middle names": "Jean {name} Martin parle. ",
        "kin": "Sa femme {name} Martin parle. ",
        "kin of a name": "La fille de {name} Martin parle. ",
        "kin of one": "Jean Martin parle. La fille de Jean Martin parle. ",
        "ruler's government": "Le gouvernement de {name} Martin parle. ",
        "bodies of places": "La police de {name} intervient. ",
        "bodies of subjects": "Le ministère des Affaires étrangères parle. Le ministère de {name} parle. ",
        "organizations": "Le Parti {name} parle. ",
        "organizations, acronyms": "Le Parti {name} (P{name}) parle. P{name} parle. ",
        "groups": "Les opposants de {name} Martin parlent. Les militaires parlent. ",
        "the company": "{name} Martin parle. Le groupe parle. ",
        "both": "{name} Martin et Jean Dupont parlent. Les deux hommes partent. ",
        "places": "Il pleut à {name}. ",
        "merged events": "Jean Martin a attaqué la ville de {name}. L'attaque a tué trois personnes. ",
        "one event again": "Jean Martin a attaqué la ville. L'attaque a tué trois personnes. ",
        "leaning times": "Il pleut mardi. Le lendemain, il neige. ",
        "open quotations": "« {name} parle. ",
        "accused": "Jean accuse {name} de mentir. ",
        "said by others": "{name} Martin affirme que Jean a dit que la ville est attaquée. ",
        "negated": "Il n'a pas dit que ce n'est pas vrai. ",
        "number": "trois cent vingt-deux mille ",
        "elided": "l'",
        "clitic": "-t-il",
    },
    "en": {
        "said": "“We will leave,” said John Martin. ",
        "office": "The president spoke. ",
        "sentence": "the minister meets the mayor of the city and ",
        "reported": "John says that ",
        "pronoun": "He said that she would leave. ",
        "event": "The army attacked the city on Tuesday. ",
        "date": "12 June 2024, ",
        "weekday": "last Tuesday ",
        "list": "of John Martin, ",
        "relative": "the city that attacks ",
        "article": "Mrs {given} {family} left {place}; she accused the {title} of {place}. ",
        "titled name": "President John Martin speaks. ",
        "titled, different names": "President {name} Martin speaks. ",
        "two namesakes": "John Martin meets Anne Martin. Martin leaves. ",
        "one given name": "John {name} speaks. John leaves. ",
        "middle names": "John {name} Martin speaks. ",
        "kin": "His wife {name} Martin speaks. ",
        "kin of a name": "The daughter of {name} Martin speaks. ",
        "kin of one": "John Martin speaks. John Martin's daughter speaks. ",
        "ruler's government": "The government of {name} Martin speaks. ",
        "bodies of places": "The police of {name} move in. ",
        "bodies of subjects": "The Ministry of Foreign Affairs speaks. The ministry of {name} speaks. ",
        "organizations": "The {name} Party speaks. ",
        "organizations, acronyms": "The {name} Party (P{name}) speaks. P{name} speaks. ",
        "groups": "The opponents of {name} Martin speak. The soldiers speak. ",
        "the company": "{name} Martin speaks. The company speaks. ",
        "both": "{name} Martin and John Smith speak. The two men leave. ",
        "places": "It rains in {name}. ",
        "merged events": "John Martin attacked the city of {name}. The attack killed three people. ",
        "one event again": "John Martin attacked the city. The attack killed three people. ",
        "leaning times": "It rains on Tuesday. The next day, it snows. ",
        "open quotations": "“{name} speaks. ",
        "accused": "John accuses {name} of lying. ",
        "said by others": "{name} Martin claims that John said that the city is attacked. ",
        "negated": "He did not say that it is not true. ",
        "number": "three hundred and twenty-two thousand ",
        "elided": "o'",
        "clitic": "'s",
    },
}


def _numbered(count: int) -> Iterator[str]:
    """Give names that no list has, each another one: Abaka, Abake and so on."""
    for letters in itertools.islice(itertools.product("bdfgklmnprstvz", "aeiou", "bdfgklmnprstvz", "aeiou", "bdfgklmnprstvz", "aeiou"), count):
        yield "".join(letters).capitalize()


def _named(phrase: str) -> Iterator[str]:
    """Give a phrase with one name after the other."""
    return (phrase.format(name=name) for name in _numbered(10**6))


def _filled(piece: str) -> Callable[[int], str]:
    """Give what repeats a piece up to a length."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _joined(pieces: Callable[[], Iterator[str]]) -> Callable[[int], str]:
    """Give what strings pieces together up to a length."""

    def make(size: int) -> str:
        found, length = [], 0
        for piece in pieces():
            if length >= size:
                break
            found.append(piece)
            length += len(piece)
        return "".join(found)[:size]

    return make


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    """Give brackets in brackets, all closed in the end."""
    return lambda size: opening * (size // (2 * len(opening))) + closing * (size // (2 * len(closing)))


def families(language: str) -> dict[str, Callable[[int], str]]:
    """Give what makes a text of a length, for every family."""
    says = _PHRASES[language]
    pack = load_pack(language)
    places = sorted(row[1] for row in read_rows(pack.folder, "places.tsv", 8))
    organizations = sorted(row[0] for row in read_rows(pack.folder, "organizations.tsv", 5))
    firsts = {name.partition(" ")[0] + " " for name in (*places, *organizations) if " " in name}
    given = [row[0] for row in read_rows(pack.folder, "given_names.tsv", 2)]
    titles = [form.partition("|")[0] for group in _titles(language) for form in group]
    marks = pack.header.quotes.pairs
    verbs = sorted(pack.reporting_verbs.lemmas())

    def different_articles() -> Iterator[str]:
        for name, first, title, place in zip(_numbered(10**6), itertools.cycle(given), itertools.cycle(titles), itertools.cycle(places), strict=False):
            yield says["article"].format(given=first, family=name, place=place, title=title)

    made: dict[str, Callable[[int], str]] = {
        **{f"phrase: {name}": _filled(piece) for name, piece in says.items() if "{" not in piece},
        **{f"names: {name}": _joined(partial(_named, piece)) for name, piece in says.items() if "{name}" in piece},
        "quotation marks: opening": _filled(marks[0][0]),
        "quotation marks: straight": _filled('"'),
        "quotation marks: a word each": _filled('" a '),
        "quotation marks: nested": _nested(marks[0][0] + " a ", " b " + marks[0][1]),
        "quotation marks: two kinds": _filled(marks[0][0] + "a“b‘c"),
        "apostrophes": _filled("'"),
        "apostrophes in a word": _filled("a'"),
        "capitals": _filled("A"),
        "capitals: words": _filled("AB "),
        "capitals: initials": _filled("A. "),
        "capitals: acronyms": _filled("A.B."),
        "brackets: open": _filled("("),
        "brackets: nested": _nested("(", ")"),
        "brackets: a name in each": _nested("(Jean ", ")"),
        "one word": _filled("a"),
        "one word: hyphens": _filled("a-"),
        "one word: hyphenated endings": lambda size: "a" + _filled(says["clitic"])(size - 1),
        "one word: elided names": _filled(says["elided"] + "A"),
        "one word: digits": _filled("7"),
        "one word: grouped digits": _filled("777,"),
        "numbers": _filled("7 "),
        "spaces": _filled(" "),
        "spaces: no-break": _filled("\xa0"),
        "line breaks": _filled("\n"),
        "line breaks: a word each": _filled("a\n\n"),
        "tabs and words": _filled("a \t "),
        "combining marks": _filled("\u0301"),
        "combining marks on a letter": lambda size: "e" + "\u0301" * (size - 1),
        "combining marks: words": _filled("e\u0301t "),
        "zero width": _filled("\u200b"),
        "zero width in words": _filled("a\u200bb\u200d "),
        "bidirectional controls": _filled("\u202ea\u202c\u2066b\u2069 "),
        "stops": _filled("."),
        "stops: words": _filled("a. "),
        "ellipses": _filled("... "),
        "commas": _filled(", "),
        "commas: words": _filled("a, "),
        "dashes": _filled("— "),
        "dashes: words": _filled("— a "),
        "colons": _filled("a : "),
        "dates in figures": _filled("12/06/2024 "),
        "clocks": _filled("20:30 "),
        "addresses": _filled("https://a.b/c?d=e "),
        "one long address": lambda size: "https://" + "a" * (size - 8),
        "emoji": _filled("👨\u200d👩\u200d👧 "),
        "not a letter": _filled("\x00"),
        "astral letters": _filled("𝔘"),
        "list of names: commas": _joined(lambda: (f"{name} Martin, " for name in _numbered(10**6))),
        "list of names: one letter": _joined(lambda: (f"{name} Martin et " for name in _numbered(10**6))),
        "different names: sentences": _joined(different_articles),
        "different names: one a sentence": _joined(lambda: (f"{name} parle. " for name in _numbered(10**6))),
        "one family, different given names": _joined(lambda: (f"{name} Martin parle. Martin part. " for name in _numbered(10**6))),
        "gazetteer: first words of names": _joined(lambda: itertools.cycle(sorted(firsts))),
        "gazetteer: places": _joined(lambda: (f"{name}, " for name in itertools.cycle(places))),
        "gazetteer: organizations": _joined(lambda: (f"{name} " for name in itertools.cycle(organizations))),
        "gazetteer: a first word again": _filled(max(firsts, key=lambda first: sum(name.startswith(first) for name in (*places, *organizations)))),
        "reporting verbs": _joined(lambda: (f"{verb} " for verb in itertools.cycle(verbs))),
        "titles": _joined(lambda: (f"{title} " for title in itertools.cycle(titles))),
        "offices with names": _joined(lambda: (f"{title} {name}, " for title, name in zip(itertools.cycle(titles), _numbered(10**6), strict=False))),
        "one long sentence": _joined(lambda: (piece for name in _numbered(10**6) for piece in (says["sentence"], f"{name} "))),
        "a quotation without an end": lambda size: marks[0][0] + " " + _filled(says["event"])(size - 2),
        "a paragraph of quotations": _filled(f"{marks[0][0]} a {marks[0][1]}, "),
    }
    return made


def _titles(language: str) -> list[tuple[str, ...]]:
    """Give the titles of a language's roles, group by group."""
    import tomllib  # noqa: PLC0415

    raw = tomllib.loads(load_pack(language).folder.joinpath("roles.toml").read_text("utf-8"))
    return [tuple(group["titles"]) for group in raw["role"]]


def _cost(reader: Parser, text: str, rounds: int) -> float:
    """Give the processor time of a text, the best of some rounds."""
    best = math.inf
    for _ in range(rounds):
        gc.collect()
        begin = time.process_time()
        reader.parse(text, published=_PUBLISHED)
        best = min(best, time.process_time() - begin)
    return best


def _memory(reader: Parser, text: str) -> int:
    """Give the bytes that reading a text holds at most."""
    gc.collect()
    tracemalloc.start()
    reader.parse(text, published=_PUBLISHED)
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest


def measured(reader: Parser, make: Callable[[int], str], size: int, rounds: int, *, with_memory: bool) -> tuple[list[float], list[float]]:
    """Give microseconds and bytes a character at each size."""
    texts = [make(size * times) for times in _TIMES_LONGER]
    reader.parse(texts[0], published=_PUBLISHED)  # what is read on first use
    seconds = [_cost(reader, text, rounds) * 1e6 / len(text) for text in texts]
    return seconds, [_memory(reader, text) / len(text) for text in texts] if with_memory else []


def _row(name: str, costs: list[float]) -> str:
    """Give the costs, the growth's exponent, and a mark where it is too much."""
    exponent = 1 + math.log(costs[-1] / costs[0]) / math.log(_TIMES_LONGER[-1] / _TIMES_LONGER[0])
    mark = "   NOT LINEAR" if costs[-1] > costs[0] * _A_THIRD_MORE else ""
    return f"{name}{''.join(f'{cost:9.2f}' for cost in costs)} {exponent:8.2f}{mark}"


def main() -> int:
    """Read the arguments and report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("families", nargs="*", metavar="FAMILY", help="those whose name holds this; all by default")
    arguments.add_argument("--language", choices=sorted(_PHRASES))
    arguments.add_argument("--size", type=int, default=20_000, help="characters of the shortest text")
    arguments.add_argument("--rounds", type=int, default=2)
    arguments.add_argument("--memory", action="store_true", help="measure memory too, which takes several times as long")
    arguments.add_argument("--list", action="store_true", help="only name the families")
    asked = arguments.parse_args()
    bad = 0
    for language in [asked.language] if asked.language else sorted(set(languages()) & _PHRASES.keys()):
        reader = Parser(language=language)
        print(f"\n{language}: microseconds (and bytes) a character at {', '.join(f'{asked.size * times:,}' for times in _TIMES_LONGER)} characters")
        for name, make in families(language).items():
            if asked.families and not any(part in name for part in asked.families):
                continue
            if asked.list:
                print(f"  {name}")
                continue
            seconds, memory = measured(reader, make, asked.size, asked.rounds, with_memory=asked.memory)
            rows = [_row(f"  {name:36} us", seconds)] + ([_row(f"  {'':36} by", memory)] if memory else [])
            bad += any("NOT LINEAR" in row for row in rows)
            print("\n".join(rows), flush=True)
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
