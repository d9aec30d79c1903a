"""Persons whom the press of a language names without saying who they are (``known_persons.tsv``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.lexicon.reading import read_rows
from newsevents.lexicon.tokenizer import fold_name

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_LEAST = 5  # letters of a surname that is told from a word or another's


class KnownPerson(NamedTuple):
    """Whose country is known, and the titles they are known by (first forms of ``roles.toml``)."""

    country: str
    titles: frozenset[str]


def read_persons(folder: Traversable) -> dict[str, KnownPerson]:
    """The known persons of a pack, by folded name and by the surname that all its bearers share a country with; empty where it has none."""
    if not folder.joinpath("known_persons.tsv").is_file():
        return {}
    persons: dict[str, KnownPerson] = {}
    surnames: dict[str, list[KnownPerson]] = {}
    for name, country, titles in read_rows(folder, "known_persons.tsv", 3):
        person = KnownPerson(country, frozenset(filter(None, titles.split("|"))))
        key = fold_name(name)
        persons[key] = person
        surname = key.split()[-1]
        if surname != key and len(surname) >= _LEAST:
            surnames.setdefault(surname, []).append(person)
    for surname, bearers in surnames.items():
        titled = [one for one in bearers if one.titles]
        if len({one.country for one in bearers}) == 1:
            persons.setdefault(surname, KnownPerson(bearers[0].country, titled[0].titles if len({one.titles for one in titled}) == 1 else frozenset()))
    return persons
