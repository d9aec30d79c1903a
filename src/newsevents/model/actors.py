"""Who acts and where: actors, their roles, and places."""

from __future__ import annotations

from typing import Final

import attrs

from newsevents.errors import Problem, RecordError, shown
from newsevents.model.kinds import ActorKind, PlaceKind
from newsevents.model.spans import Mention, Span

__all__ = ["Actor", "Identifier", "Place", "Role"]

# About one metre at the equator: finer than any place the news names.
_COORDINATE_DECIMALS: Final = 5
_ALPHA_2_LENGTH: Final = 2
_MAX_LATITUDE: Final = 90
_MAX_LONGITUDE: Final = 180
# Keywords of JSON Schema that say what the checks below say.
_ID: Final = {"minLength": 1}
_COUNTRY: Final = {"pattern": "^[A-Z]{2}$"}
_LATITUDE: Final = {"minimum": -_MAX_LATITUDE, "maximum": _MAX_LATITUDE}
_LONGITUDE: Final = {"minimum": -_MAX_LONGITUDE, "maximum": _MAX_LONGITUDE}


def _check_country(owner: str, country: str) -> None:
    """Refuse a country that has not the shape of an ISO 3166-1 alpha-2 code."""
    if not (len(country) == _ALPHA_2_LENGTH and country.isascii() and country.isupper() and country.isalpha()):
        message = f"expected two capital letters (ISO 3166-1 alpha-2), got {country!r:.80}"
        raise RecordError(Problem(owner, "country", country, message))


@attrs.frozen(kw_only=True)
class Identifier:
    """What an actor or a place is called in a register.

    Attributes:
        scheme: The register, such as `"wikidata"` or `"geonames"`.
        value: The identifier in it.

    Examples:
        >>> Identifier(scheme="wikidata", value="Q90")
        Identifier(scheme='wikidata', value='Q90')
    """

    scheme: str
    value: str


@attrs.frozen(kw_only=True)
class Role:
    """A function the text gives an actor.

    Attributes:
        title: The function in the text's words, "président russe".
        organization: The organization it is held in, where the text tells.
        country: ISO 3166-1 alpha-2 of the country it is held in, where the text tells.
        span: Where the text says so.

    Raises:
        RecordError: The country is not two capital letters.

    Examples:
        >>> text = "Le président russe Vladimir Poutine"
        >>> Role(title="président russe", country="RU", span=Span.of(text, 3, 18)).country
        'RU'
    """

    title: str
    organization: str | None = None
    country: str | None = attrs.field(default=None, metadata=_COUNTRY)
    span: Span

    def __attrs_post_init__(self) -> None:
        """Check the country."""
        if self.country is not None:
            _check_country("Role", self.country)


@attrs.frozen(kw_only=True)
class Actor:
    """Someone or something that acts, speaks or is acted upon: all its mentions in the article together.

    Attributes:
        id: The actor's identifier in this record.
        name: Its longest name, as a reader would cite it; for a country the language pack's canonical name.
        kind: What it is.
        country: ISO 3166-1 alpha-2 of its nationality or seat.
        roles: The functions the text gives it, in text order.
        sectors: What it belongs to, as codes of PLOVER (`"GOV"`, `"MIL"`).
        mentions: Where the text mentions it, in text order.
        identifiers: What registers call it.

    Raises:
        RecordError: The country is not two capital letters.

    Examples:
        >>> paris = Mention(span=Span.of("Paris a réagi.", 0, 5))
        >>> Actor(id="a0", name="France", kind=ActorKind.COUNTRY, country="FR", mentions=(paris,)).name
        'France'
    """

    id: str = attrs.field(metadata=_ID)
    name: str
    kind: ActorKind
    country: str | None = attrs.field(default=None, metadata=_COUNTRY)
    roles: tuple[Role, ...] = ()
    sectors: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check the country."""
        if self.country is not None:
            _check_country("Actor", self.country)


@attrs.frozen(kw_only=True)
class Place:
    """Somewhere things happen.

    Attributes:
        id: The place's identifier in this record.
        name: Its name.
        kind: What it is.
        country: ISO 3166-1 alpha-2 of the country it lies in.
        latitude: Degrees north of the equator (WGS 84), kept to 5 decimals; `None` together with `longitude`.
        longitude: Degrees east of Greenwich (WGS 84), kept to 5 decimals.
        mentions: Where the text mentions it, in text order.
        identifiers: What registers call it.

    Raises:
        RecordError: The country is not two capital letters, or the coordinates are no point of the globe.

    Examples:
        >>> budapest = Mention(span=Span.of("À Budapest", 2, 10))
        >>> city = Place(
        ...     id="p2", name="Budapest", kind=PlaceKind.CITY, latitude=47.4979937, longitude=19.04, mentions=(budapest,)
        ... )
        >>> city.latitude
        47.49799
    """

    id: str = attrs.field(metadata=_ID)
    name: str
    kind: PlaceKind
    country: str | None = attrs.field(default=None, metadata=_COUNTRY)
    latitude: float | None = attrs.field(default=None, metadata=_LATITUDE)
    longitude: float | None = attrs.field(default=None, metadata=_LONGITUDE)
    mentions: tuple[Mention, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Check country and coordinates, and round the latter."""
        if self.country is not None:
            _check_country("Place", self.country)
        if self.latitude is None and self.longitude is None:
            return
        object.__setattr__(self, "latitude", _rounded("latitude", self.latitude, _MAX_LATITUDE))
        object.__setattr__(self, "longitude", _rounded("longitude", self.longitude, _MAX_LONGITUDE))


def _rounded(field: str, degrees: float | None, limit: int) -> float:
    """Give a coordinate to 5 decimals, never a negative zero."""
    if degrees is None:
        raise RecordError(Problem("Place", field, degrees, "expected a number beside the other coordinate, got None"))
    if not -limit <= degrees <= limit:  # NaN is not either
        raise RecordError(Problem("Place", field, degrees, f"expected degrees from -{limit} to {limit}, got {shown(degrees)}"))
    return round(float(degrees), _COORDINATE_DECIMALS) + 0.0  # adding 0.0 makes -0.0 into 0.0
