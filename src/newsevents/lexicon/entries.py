"""Names that a user brings along: they win over those of the packs."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsevents.model import ActorKind, Identifier, PlaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsevents.lexicon.pack import Pack

_KINDS: Final = (*(kind.value for kind in ActorKind), *(kind.value for kind in PlaceKind if kind.value != ActorKind.COUNTRY.value))
_KEYS: Final = ("name", "kind", "aliases", "country", "identifiers", "sectors", "gender", "latitude", "longitude")


@attrs.frozen(kw_only=True)
class GazetteerEntry:
    """One name that a user brings along.

    Args:
        name: as the press prints it.
        kind: person, organization, group or country (actors), city, region, facility, water or other (places).
        aliases: other names and acronyms of the same.
        country: ISO 3166-1 alpha-2; a country needs it.
        identifiers: what other data call it.
        sectors: PLOVER codes, of an organization.
        gender: "m" or "f", of a person.
        latitude: degrees WGS 84, of a place.
        longitude: degrees WGS 84, of a place.

    Raises:
        ValueError: no name, an unknown kind, a country that is not two letters, or degrees of no point of the globe.

    Examples:
        >>> GazetteerEntry(name="Acme", kind="organization", country="US").aliases
        ()
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    country: str | None = None
    identifiers: tuple[Identifier, ...] = attrs.field(default=(), converter=tuple)
    sectors: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    gender: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    def __attrs_post_init__(self) -> None:
        if not self.name.strip():
            msg = "a gazetteer entry needs a name"
            raise ValueError(msg)
        if self.kind not in _KINDS:
            msg = f"no kind {self.kind!r} @ gazetteer entry {self.name!r}; there are: {', '.join(_KINDS)}"
            raise ValueError(msg)
        code = self.country
        if (code is None and self.kind == ActorKind.COUNTRY.value) or (
            code is not None and not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper())
        ):
            msg = f"expected two capital letters (ISO 3166-1 alpha-2), got {code!r} @ country of gazetteer entry {self.name!r}"
            raise ValueError(msg)
        north, east = self.latitude, self.longitude
        if (north is None) != (east is None) or (north is not None and east is not None and not (-90 <= north <= 90 and -180 <= east <= 180)):
            msg = f"expected degrees of a point of the globe, or none, got {north!r}, {east!r} @ gazetteer entry {self.name!r}"
            raise ValueError(msg)


class Gazetteer:
    """Names that a parser knows beside those of its packs; where both know a name, these win.

    Immutable; safe to share and to pickle. A name counts where the text prints it with a capital letter.

    Args:
        entries: the names; of two with one name or alias the later wins.

    Examples:
        >>> from newsevents import Gazetteer, Parser
        >>> own = Gazetteer.from_rows([{"name": "Nordwind", "kind": "organization", "country": "DE", "identifiers": {"lei": "5299"}}])
        >>> record = Parser(language="en", gazetteers=own).parse("Nordwind denied the report.")
        >>> [(actor.name, actor.kind.value, actor.country) for actor in record.actors]
        [('Nordwind', 'organization', 'DE')]
    """

    __slots__ = ("entries",)

    def __init__(self, entries: Iterable[GazetteerEntry] = ()) -> None:
        self.entries: Final = tuple(entries)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, Any]]) -> Gazetteer:
        """Names from rows of a table, such as ``csv.DictReader`` gives.

        Args:
            rows: mappings with the fields of `GazetteerEntry`; ``aliases`` and ``sectors`` are lists or text cut at "|", and
                ``identifiers`` a mapping of schemes to values or text such as "wikidata:Q42|lei:5299". Empty text is no value.

        Raises:
            ValueError: a field has no such name, or its value is wrong; names the row.
        """
        return cls(_entry(number, row) for number, row in enumerate(rows, 1))

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[GazetteerEntry]:
        return iter(self.entries)

    def __repr__(self) -> str:
        return f"Gazetteer({len(self.entries)} entries)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Gazetteer) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(self.entries)


def with_names(pack: Pack, own: Gazetteer) -> Pack:
    """The same pack with names that a user brought; everything else is shared."""
    extended = copy.copy(pack)
    extended.__dict__["gazetteer"] = pack.gazetteer.extended(own)
    return extended


def _entry(number: int, row: Mapping[str, Any]) -> GazetteerEntry:
    unknown = [key for key in row if key not in _KEYS]
    if unknown:
        msg = f"no field {unknown[0]!r} @ row {number}; there are: {', '.join(_KEYS)}"
        raise ValueError(msg)
    given = {key: value for key, value in row.items() if value is not None and value != ""}
    for key in ("name", "kind"):
        if key not in given:
            msg = f"the field {key!r} is missing @ row {number}"
            raise ValueError(msg)
    try:
        for key in ("aliases", "sectors"):
            if isinstance(given.get(key), str):
                given[key] = tuple(filter(None, (part.strip() for part in given[key].split("|"))))
        if "identifiers" in given:
            given["identifiers"] = _identifiers(given["identifiers"])
        for key in ("latitude", "longitude"):
            if key in given:
                given[key] = float(given[key])
        return GazetteerEntry(**given)
    except ValueError as error:
        msg = f"{error} @ row {number}"
        raise ValueError(msg) from None


def _identifiers(value: Any) -> tuple[Identifier, ...]:
    if isinstance(value, str):
        pairs = [part.strip().partition(":") for part in value.split("|") if part.strip()]
        wrong = [scheme for scheme, colon, _ in pairs if not colon]
        if wrong:
            msg = f"expected scheme:value, got {wrong[0]!r} @ identifiers"
            raise ValueError(msg)
        return tuple(Identifier(scheme=scheme, value=rest) for scheme, _, rest in pairs)
    if hasattr(value, "items"):
        return tuple(Identifier(scheme=str(scheme), value=str(rest)) for scheme, rest in value.items())
    return tuple(value)
