"""The article a record is about."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsevents.errors import Problem, RecordError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Article"]

# The shape of a BCP 47 tag (RFC 5646, 2.1), not its registry: "fr", "en-GB", "zh-Hant", "und", "x-news".
_LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_SHA256: Final = re.compile("[0-9a-f]{64}")
# How pandas and numpy call what is missing; asked by name so that neither is imported.
_MISSING_TYPES: Final = frozenset({"NaTType", "NAType"})
_MINUTE: Final = timedelta(minutes=1)
# 64 bits of the hash: no two of a billion articles share them but with a chance of 3 in 100.
_ID_DIGITS: Final = 16
# What `repr` shows of a text: enough to tell one article from another.
_SHOWN: Final = 60


def _shortened(text: str | None) -> str:
    """Show the beginning of a text."""
    return repr(text) if text is None or len(text) <= _SHOWN else f"{text[:_SHOWN]!r}…"


@attrs.frozen(kw_only=True)
class Article:
    """An article as received, and what is known about it.

    Attributes:
        id: The caller's own identifier, else the first 16 digits of `text_sha256`.
        text: The text exactly as received; `None` where it is withheld.
        text_length: The length of the text in code points.
        text_sha256: SHA-256 of the text in UTF-8, 64 hexadecimal digits.
        language: BCP 47 tag of the text's language; `"und"` where it is unknown.
        title: The headline.
        published: The calendar day of publication, as at the publisher.
        published_at: The moment of publication. Aware; kept with a fixed offset of whole minutes (UTC if it has seconds).
        url: Where it was published.
        publisher: Who published it.
        authors: Who wrote it, in the order of the byline.
        section: The section it was published in.

    Raises:
        RecordError: Length or hash are not those of the text, the text holds a lone surrogate, `published_at` is naive,
            the identifier is empty, or the language is no BCP 47 tag.

    Examples:
        >>> article = Article.from_text("Il pleut.", language="fr", published="2025-10-17")
        >>> article.text_length, article.published
        (9, datetime.date(2025, 10, 17))
    """

    id: str = attrs.field(metadata={"minLength": 1})
    text: str | None = attrs.field(default=None, repr=_shortened)
    text_length: int = attrs.field(metadata={"minimum": 0})
    text_sha256: str = attrs.field(metadata={"pattern": f"^{_SHA256.pattern}$"})
    language: str = attrs.field(default="und", metadata={"pattern": f"^{_LANGUAGE_TAG.pattern}$"})
    title: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None

    def __attrs_post_init__(self) -> None:
        """Check the article against its text, and fix the offset of `published_at`."""
        if self.text is not None:
            _check_text(self.text, self.text_length, self.text_sha256)
        elif self.text_length < 0:
            message = f"expected 0 or more, got {shown(self.text_length)}"
            raise RecordError(Problem("Article", "text_length", self.text_length, message))
        elif not _SHA256.fullmatch(self.text_sha256):
            message = f"expected 64 hexadecimal digits in lower case, got {self.text_sha256!r:.80}"
            raise RecordError(Problem("Article", "text_sha256", self.text_sha256, message))
        if not self.id:
            raise RecordError(Problem("Article", "id", self.id, "expected an identifier, got ''"))
        if not _LANGUAGE_TAG.fullmatch(self.language):
            message = f"expected a BCP 47 language tag, got {self.language!r:.80}"
            raise RecordError(Problem("Article", "language", self.language, message))
        if self.published_at is not None:
            object.__setattr__(self, "published_at", _with_fixed_offset(self.published_at))

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        id: str | None = None,  # noqa: A002 - the field's name
        language: str | None = None,
        published: date | datetime | str | None = None,
        published_at: datetime | None = None,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        authors: str | Iterable[str] = (),
        section: str | None = None,
    ) -> Article:
        """Make an article from its text, its length and hash computed.

        Args:
            text: The text, any string of Unicode scalar values; it is kept as it is.
            id: The caller's identifier; the start of the text's hash by default.
            language: BCP 47 tag; `"und"` by default.
            published: The day of publication, or a moment of it: a `datetime` counts as its own local day, and an aware one is
                also the `published_at`, unless that is given. ISO 8601 text is read as one of them. Missing values of pandas
                and numpy (NaT, NaN) count as `None`.
            published_at: The moment of publication, aware. Its own local day is `published`, unless that is given.
            title: The headline.
            url: Where it was published.
            publisher: Who published it.
            authors: Who wrote it: one name or several.
            section: The section it was published in.

        Returns:
            The article.

        Raises:
            RecordError: The text holds a lone surrogate, `published` is neither day nor moment, or `published_at` is naive.

        Examples:
            >>> Article.from_text("Il pleut.", published="2025-10-17T00:30:00+02:00").published
            datetime.date(2025, 10, 17)
        """
        try:
            sha256 = hashlib.sha256(text.encode()).hexdigest()
        except UnicodeEncodeError as error:
            raise RecordError(_lone_surrogate(text, error.start)) from None
        day, moment = _read_published(published)
        if _is_missing(published_at):
            published_at = None
        if published_at is None:
            published_at = moment
        elif day is None:
            day = published_at.date()
        return cls(
            id=sha256[:_ID_DIGITS] if id is None else id,
            text=text,
            text_length=len(text),
            text_sha256=sha256,
            language="und" if language is None else language,
            title=title,
            published=day,
            published_at=published_at,
            url=url,
            publisher=publisher,
            authors=(authors,) if isinstance(authors, str) else tuple(authors),
            section=section,
        )


def _check_text(text: str, length: int, sha256: str) -> None:
    """Refuse a text with another length or hash, or with a lone surrogate."""
    if len(text) != length:
        message = f"expected {len(text)}, the length of the text in code points, got {shown(length)}"
        raise RecordError(Problem("Article", "text_length", length, message))
    try:
        found = hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise RecordError(_lone_surrogate(text, error.start)) from None
    if found != sha256:
        message = f"expected {found}, the SHA-256 of the text in UTF-8, got {sha256!r:.80}"
        raise RecordError(Problem("Article", "text_sha256", sha256, message))


def _lone_surrogate(text: str, offset: int) -> Problem:
    """Say where the text holds a code point that is no character."""
    message = f"expected Unicode scalar values, got a lone surrogate ({text[offset]!r}) at {offset}"
    return Problem("Article", "text", text, message)


def _with_fixed_offset(moment: datetime) -> datetime:
    """Give the same moment as a plain `datetime` whose offset is fixed and of whole minutes.

    A named zone would be lost in JSON, and a moment in its repeated hour equals none of another zone.
    """
    offset = moment.utcoffset()
    if offset is None:
        message = f"expected a datetime with its offset from UTC, got the naive {moment.isoformat()}"
        raise RecordError(Problem("Article", "published_at", moment, message))
    if offset % _MINUTE:
        try:
            moment = moment.astimezone(UTC)
        except OverflowError:
            message = f"expected a moment that UTC can hold, got {moment.isoformat()}"
            raise RecordError(Problem("Article", "published_at", moment, message)) from None
        offset = timedelta()
    zone = timezone(offset) if offset else UTC
    clock = (moment.hour, moment.minute, moment.second, moment.microsecond)
    return datetime(moment.year, moment.month, moment.day, *clock, tzinfo=zone)


def _is_missing(value: Any) -> bool:
    """Tell whether a value is `None`, or what pandas and numpy write for it."""
    return value is None or type(value).__name__ in _MISSING_TYPES or (isinstance(value, float) and value != value)  # noqa: PLR0124 - NaN


def _read_published(published: Any) -> tuple[date | None, datetime | None]:
    """Give the day of publication, and its moment where it is told with its offset."""
    if type(published).__name__ == "datetime64":  # numpy's prints as ISO 8601, or as NaT
        published = None if str(published) == "NaT" else str(published)
    if _is_missing(published):
        return None, None
    found = published
    if isinstance(found, str):
        try:
            found = datetime.fromisoformat(found.strip())
        except ValueError:
            message = f"expected an ISO 8601 date such as 2025-10-17, got {published!r:.80}"
            raise RecordError(Problem("Article", "published", published, message)) from None
    if isinstance(found, datetime):
        day = date(found.year, found.month, found.day)
        return day, (found if found.utcoffset() is not None else None)
    if isinstance(found, date):
        return date(found.year, found.month, found.day), None
    message = f"expected a date, a datetime or ISO 8601 text, got {type(published).__name__}"
    raise RecordError(Problem("Article", "published", published, message))
