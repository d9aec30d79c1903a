"""Names a pack knows: countries, places, organizations, given names. Rows are kept as text and cut when they are met."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsevents.errors import PackError
from newsevents.lexicon.phrases import Phrases
from newsevents.lexicon.reading import read_lines, read_rows, read_text, uncollected
from newsevents.lexicon.tokenizer import fold, fold_name
from newsevents.model import PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from newsevents.lexicon.entries import Gazetteer as OwnNames
    from newsevents.lexicon.entries import GazetteerEntry

_CUTS = " '!,./"  # where a name may be cut into tokens
_PLACE_KINDS: Final = tuple(kind.value for kind in PlaceKind)


class Country(NamedTuple):
    """One country: its code and the name the language's press gives it."""

    code: str
    name: str


class PlaceRow(NamedTuple):
    """One place of the gazetteer; degrees WGS 84, weight is a population or 0, identifier "scheme:value", several cut by "|"."""

    kind: str
    name: str
    country: str
    latitude: float | None
    longitude: float | None
    identifier: str
    weight: int


class OrganizationRow(NamedTuple):
    """One organization of the gazetteer, or a group of people that is no body."""

    name: str
    country: str
    sectors: tuple[str, ...]
    identifier: str
    is_group: bool = False


class PersonRow(NamedTuple):
    """One person whom the user's own gazetteer names."""

    name: str
    country: str
    gender: str
    identifier: str


def identifier_pairs(identifier: str) -> tuple[tuple[str, str], ...]:
    """Scheme and value of every identifier of a row.

    >>> identifier_pairs("geonames:2988507|wikidata:Q90")
    (('geonames', '2988507'), ('wikidata', 'Q90'))
    """
    parts = (part.partition(":") for part in identifier.split("|") if part)
    return tuple((scheme, value) for scheme, _, value in parts)


class Gazetteer:
    """The name tables of one pack; look-ups take folded names (``Analysis.key``)."""

    @uncollected()
    def __init__(self, folder: Traversable) -> None:
        self.country_names: dict[str, Country] = {}
        self.adjectives: dict[str, str] = {}
        self.peoples: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        self.canonical: dict[str, str] = {}
        self._where = folder.name
        for row in read_rows(folder, "countries.tsv", 7):
            code, name, aliases, adjectives, peoples, capital, metonyms = row[:7]
            if not name or not _is_country(code):
                raise PackError(f"expected two capital letters (ISO 3166-1 alpha-2) and a name, got {code!r}, {name!r} @ {folder.name}/countries.tsv")
            country = Country(code, name)
            self.canonical[code] = name
            for alias in (name, *aliases.split("|")):
                if alias:
                    self.country_names.setdefault(fold(alias), country)
            for word in adjectives.split("|"):
                if word:
                    self.adjectives.setdefault(fold(word), code)
            for word in peoples.split("|"):
                if word:
                    self.peoples.setdefault(fold(word), code)
            for word in (*capital.split("|"), *metonyms.split("|")):
                if word:
                    self.capitals.setdefault(fold(word), code)
        self.nationalities: Phrases[str] = Phrases((tuple(words.split()), code) for words, code in self.adjectives.items())
        self.nationals: Phrases[str] = Phrases((tuple(words.split()), code) for words, code in self.peoples.items())
        self.persons: dict[str, PersonRow] = {}
        self.own: frozenset[str] = frozenset()  # the keys of names that the user brought
        self._places: dict[str, list[str] | str | tuple[PlaceRow, ...]] = {}
        for line, keys in _keyed(read_lines(folder, "places.tsv", 8), 1, 7):
            for key in keys:
                known: Any = self._places.setdefault(key, line)
                if known is not line:
                    self._places[key] = [*known, line] if isinstance(known, list) else [known, line]
        self._organizations: dict[str, str | OrganizationRow] = {}
        for line, keys in _keyed(read_lines(folder, "organizations.tsv", 5), 0, 4):
            for key in keys:
                self._organizations.setdefault(key, line)
        self.given_names = {fold(row[0]): row[1] for row in read_rows(folder, "given_names.tsv", 2)}
        words = folder.joinpath("ordinary.txt")
        self.ordinary = frozenset(line for line in read_text(folder, "ordinary.txt").split("\n") if line[:1] != "#") if words.is_file() else frozenset()
        self.ordinary_words: dict[str, bool] = {}  # what was found out of words so far, kept between texts
        self._longest: dict[str, int] = {}
        for table in (self.country_names, self.capitals, self._places, self._organizations):
            for name in table:
                if not name.isalnum():
                    self._measure(name)

    def _measure(self, name: str) -> None:
        first, _, _ = name.partition(" ")
        size = 1 + sum(map(name.count, _CUTS))
        cut = first.find("'") + 1
        if cut and cut < len(first):  # "l'" and "Équipe", "people" and "'s": the language's tokens may be cut on either side
            for part in (first[:cut], first[: cut - 1]):
                self._longest[part] = max(size, self._longest.get(part, 0))
        if size > self._longest.get(first, 0):
            self._longest[first] = size

    def longest(self, norm: str) -> int:
        """The most tokens that a name may have which begins with a folded word; 0 where none does."""
        return self._longest.get(norm, 0) or int(self.knows(norm))

    def extended(self, own: OwnNames) -> Gazetteer:
        """The same tables with the names that a user brought; theirs win."""
        out = copy.copy(self)
        for table in ("country_names", "capitals", "canonical", "persons", "_places", "_organizations", "_longest"):
            setattr(out, table, dict(getattr(self, table)))
        keys = set()
        for entry in own:
            for alias in (entry.name, *entry.aliases):
                key = fold_name(alias)
                keys.add(key)
                for names in (out.country_names, out.capitals, out.persons, out._places, out._organizations):  # noqa: SLF001 (a copy of itself)
                    names.pop(key, None)
                out._put(key, entry)  # noqa: SLF001
                out._measure(key)  # noqa: SLF001
        out.own = frozenset(keys)
        out.ordinary_words = {}
        return out

    def _put(self, key: str, entry: GazetteerEntry) -> None:
        country = entry.country or ""
        identifier = "|".join(f"{one.scheme}:{one.value}" for one in entry.identifiers)
        if entry.kind == "country":
            self.country_names[key] = Country(country, entry.name)
            self.canonical[country] = entry.name
        elif entry.kind == "person":
            self.persons[key] = PersonRow(entry.name, country, entry.gender or "", identifier)
        elif entry.kind in ("organization", "group"):
            self._organizations[key] = OrganizationRow(entry.name, country, entry.sectors, identifier, entry.kind == "group")
        else:
            self._places[key] = (PlaceRow(entry.kind, entry.name, country, entry.latitude, entry.longitude, identifier, 0),)

    def knows(self, key: str) -> bool:
        """Whether a folded name is in any table but that of given names."""
        return key in self._organizations or key in self.country_names or key in self._places or key in self.capitals or key in self.persons

    def place(self, key: str) -> PlaceRow | None:
        """The place of a name: the weightiest where several share it."""
        rows = self.places(key)
        if len(rows) > 1:
            return max(rows, key=lambda row: (row.weight, row.kind == "region"))
        return rows[0] if rows else None

    def places(self, key: str) -> tuple[PlaceRow, ...]:
        """All places of a name."""
        found = self._places.get(key)
        if found is None:
            return ()
        if isinstance(found, tuple):
            return found
        rows = tuple(_place(line, self._where) for line in ([found] if isinstance(found, str) else found))
        self._places[key] = rows  # cut once, when it is first met
        return rows

    def organization(self, key: str) -> OrganizationRow | None:
        """The organization of a name or acronym."""
        found = self._organizations.get(key)
        if isinstance(found, str):
            cells = found.split("\t")
            if cells[1] and not _is_country(cells[1]):
                raise PackError(f"expected two capital letters (ISO 3166-1 alpha-2), got {cells[1]!r} in {found!r:.80} @ {self._where}/organizations.tsv")
            found = self._organizations[key] = OrganizationRow(cells[0], cells[1], tuple(filter(None, cells[2].split("|"))), cells[3])
        return found


def _keyed(lines: list[str], name: int, aliases: int) -> Iterator[tuple[str, list[str]]]:
    """Give each line with the folded names in two of its cells."""
    for line in lines:
        cells = line.split("\t", aliases + 1)
        yield line, list(map(fold, (cells[name], *cells[aliases].split("|")) if cells[aliases] else (cells[name],)))


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()


def _place(line: str, folder: str) -> PlaceRow:
    kind, name, country, north, east, identifier, weight, *_ = line.split("\t")
    where = f"in {line!r:.80} @ {folder}/places.tsv"
    if kind not in _PLACE_KINDS:
        raise PackError(f"expected one of {', '.join(_PLACE_KINDS)}, got {kind!r} {where}")
    if country and not _is_country(country):
        raise PackError(f"expected two capital letters (ISO 3166-1 alpha-2), got {country!r} {where}")
    try:
        latitude, longitude = float(north) if north else None, float(east) if east else None
        row = PlaceRow(kind, name, country, latitude, longitude, identifier, int(float(weight or 0)))
    except (ValueError, OverflowError) as error:
        raise PackError(f"expected degrees and a weight: {error} {where}") from None
    if (latitude is None) != (longitude is None) or not (-90 <= (latitude or 0) <= 90 and -180 <= (longitude or 0) <= 180):
        raise PackError(f"expected degrees from -90 to 90 and from -180 to 180, got {north!r}, {east!r} {where}")
    return row
