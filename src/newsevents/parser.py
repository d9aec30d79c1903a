"""From text to record: the stages in their order, once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsevents.backends.rules import analyse
from newsevents.errors import Problem, RecordError, UnknownLanguageError
from newsevents.events.find import find_events
from newsevents.explanation import explanation
from newsevents.lexicon.entries import Gazetteer, with_names
from newsevents.lexicon.installed import load_pack, recognise
from newsevents.lexicon.pack import Pack
from newsevents.lexicon.reading import uncollected
from newsevents.mentions.actors import find_actors, find_names
from newsevents.mentions.parts import bystanders, give_back, taking_part
from newsevents.mentions.places import find_places
from newsevents.mentions.times import TimeGrammar, find_times
from newsevents.model import Article, Diagnostic, Provenance, Record, Span, in_text_order
from newsevents.statements.find import find_statements
from newsevents.statements.when import date_statements
from newsevents.version import VERSION

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from newsevents.text.analysis import Analysis

_BACKENDS = ("rules",)
# Some three hundred articles of a newspaper, or twenty books; reading takes up to a kilobyte of memory a code point.
_MAX_LENGTH: Final = 20_000_000


class Parser:
    """Reads articles; make one and reuse it. Safe to share between threads and to pickle.

    Args:
        language: BCP 47 tag of all texts; None recognises each text's language among the installed packs.
        backend: what reads the syntax: "rules".
        pack: folder of a language pack to read with, installed or not; texts of other languages are then refused.
        gazetteers: names of the user's own, one `Gazetteer` or several; they win over the packs' and the later over the earlier.
        max_length: the longest text that is read, in code points.

    Raises:
        UnknownLanguageError: no installed pack has the language, or the pack given is of another.
        PackError: a file of the pack is missing or wrong.
        ValueError: there is no such backend.

    Examples:
        >>> parser = Parser(language="fr")
        >>> record = parser.parse("Paris a condamné l'attaque.", published="2025-10-17")
        >>> [actor.name for actor in record.actors]
        ['France']
    """

    def __init__(
        self,
        *,
        language: str | None = None,
        backend: str = "rules",
        pack: str | os.PathLike[str] | None = None,
        gazetteers: Gazetteer | Iterable[Gazetteer] = (),
        max_length: int = _MAX_LENGTH,
    ) -> None:
        if backend not in _BACKENDS:
            msg = f"no backend {backend!r}; there is: {', '.join(_BACKENDS)}"
            raise ValueError(msg)
        self.backend = backend
        self.max_length = max_length
        self.gazetteers = (gazetteers,) if isinstance(gazetteers, Gazetteer) else tuple(gazetteers)
        self._extended: dict[str, Pack] = {}
        self.folder = None if pack is None else Path(pack)
        self._own = None if self.folder is None else Pack(self.folder)
        self.language = language if language is not None or self._own is None else self._own.code
        if self.language is not None:
            self._pack(self.language)

    def __repr__(self) -> str:
        own = "" if self.folder is None else f", pack={str(self.folder)!r}"
        return f"Parser(language={self.language!r}, backend={self.backend!r}{own})"

    def __getstate__(self) -> dict[str, Any]:
        """Leave out the pack, which is read again where the parser arrives."""
        return {name: value for name, value in self.__dict__.items() if name not in ("_own", "_extended")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._extended = {}
        self._own = None if self.folder is None else _pack_in(self.folder)

    def _pack(self, language: str) -> Pack:
        """The pack that reads a language, with the names of the user."""
        if self._own is None:
            pack = load_pack(language)
        elif language.lower().replace("_", "-").split("-")[0] == self._own.code:
            pack = self._own
        else:
            raise UnknownLanguageError(language, known=(self._own.code,))
        if not self.gazetteers:
            return pack
        extended = self._extended.get(pack.code)
        if extended is None:
            extended = self._extended[pack.code] = with_names(pack, Gazetteer(entry for own in self.gazetteers for entry in own))
        return extended

    def parse(
        self,
        text: str | Article,
        *,
        language: str | None = None,
        published: date | datetime | str | None = None,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        authors: str | Iterable[str] = (),
        section: str | None = None,
        id: str | None = None,  # noqa: A002 - the field's name
    ) -> Record:
        """Read one article.

        Args:
            text: its text, or an `Article` that holds everything already (the other arguments are then left alone).
            language: BCP 47 tag; the parser's own by default, else recognised.
            published: day of publication; without it, times that count from it stay unresolved.
            title: headline.
            url: where it was published.
            publisher: who published it.
            authors: who wrote it.
            section: section it was published in.
            id: the caller's identifier.

        Returns:
            The record. A text of no installed language gives an empty record with a diagnostic.

        Raises:
            UnknownLanguageError: the language was named and no installed pack has it.
            RecordError: the text holds a lone surrogate or is longer than `max_length`, or `published` is no date.
            TypeError: the text is neither a string nor an `Article`.
        """
        article = self._article(
            text, language=language, published=published, title=title, url=url, publisher=publisher, authors=authors, section=section, id=id
        )
        return self._read(article)[0]

    def explain(self, article: Article) -> str:
        """Tell, for each event and statement of an article, the words that decided its type, participants, status and time.

        Args:
            article: what to read, such as the article of a record.

        Returns:
            Text for people, a paragraph for each statement and event in the text's order; its wording is no interface for programs.

        Raises:
            UnknownLanguageError, RecordError: as `parse`.

        Examples:
            >>> parser = Parser(language="en")
            >>> record = parser.parse("Germany did not send tanks to Ukraine.")
            >>> print(parser.explain(record.article))
            e8 AID, military
              type       "did not send" 8-20, rule verb:aid
              status     negated by "not" 12-15
              agent      "Germany" 0-7: Germany
              recipient  "Ukraine" 30-37: Ukraine
              object     "tanks" 21-26
        """
        return explanation(*self._read(article))

    def _article(self, text: str | Article, *, language: str | None, **known: Any) -> Article:
        """The article that a text is, with what is known of it."""
        if isinstance(text, Article):
            return text
        if isinstance(text, str):
            return Article.from_text(text, language=language or self.language, **known)
        msg = f"expected a string or an Article, got {type(text).__name__}"
        raise TypeError(msg)

    @uncollected()
    def _read(self, article: Article) -> tuple[Record, dict[str, Span]]:
        """Read an article: the stages in their order. Also gives the words that decided the status of each event, by its id.

        The garbage collector rests meanwhile: what it could free is held until the record is made, and each of its rounds would go through all of it, so
        that a character of a long text would cost more than one of a short text.
        """
        text = article.text
        if text is None:
            diagnostic = Diagnostic(code="text-withheld", message="the article's text is withheld; there is nothing to read")
            return Record(article=article, diagnostics=(diagnostic,), provenance=_provenance(None, self.backend)), {}
        if len(text) > self.max_length:
            message = f"expected at most {self.max_length} code points, got {len(text)}; Parser(max_length=…) reads more"
            raise RecordError(Problem("Article", "text_length", len(text), message))
        named = article.language if article.language != "und" else self.language
        code = named or recognise(text)
        if code is None:
            diagnostic = Diagnostic(code="language-unknown", message="the text is in none of the installed languages; name one with language=…")
            return Record(article=article, diagnostics=(diagnostic,) if text.strip() else (), provenance=_provenance(None, self.backend)), {}
        pack = self._pack(code)
        if article.language == "und":
            article = attrs.evolve(article, language=code)
        analysis, unbalanced = analyse(text, pack)
        names = find_names(analysis, pack)
        times = find_times(analysis, pack.load(TimeGrammar.load), article.published)
        actors = find_actors(analysis, pack, names)
        places = find_places(analysis, pack, names[0], actors)
        statements = date_statements(find_statements(analysis, pack, actors), analysis, times)
        others = bystanders(analysis, pack, actors, places)
        events, decided = find_events(analysis, pack, actors, places, times, statements, bystanders=others, published=article.published)
        kept = taking_part(analysis, pack, (*actors, *others), places, statements, events)
        places, moved = give_back(places, actors, kept)
        if moved:
            events = tuple(attrs.evolve(event, place_id=moved.get(event.place_id or "", event.place_id)) for event in events)
        record = Record(
            article=article,
            actors=in_text_order(kept),
            places=places,
            times=times,
            statements=in_text_order(statements),
            events=in_text_order(events),
            diagnostics=_diagnostics(analysis, unbalanced),
            provenance=_provenance(pack, self.backend),
        )
        return record, decided

    def parse_many(self, texts: Iterable[str | Article], *, workers: int = 1) -> Iterator[Record]:
        """Read many articles, in order.

        Args:
            texts: texts or articles.
            workers: processes; 1 reads in this one.

        Returns:
            Records in the order of the texts, made as they are asked for.
        """
        if workers <= 1:
            yield from map(self.parse, texts)
            return
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only where it is asked for

        with ProcessPoolExecutor(max_workers=workers) as pool:
            yield from pool.map(self.parse, texts, chunksize=8)


def parse(
    text: str | Article,
    *,
    language: str | None = None,
    published: date | datetime | str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    authors: str | Iterable[str] = (),
    section: str | None = None,
    id: str | None = None,  # noqa: A002 - the field's name
) -> Record:
    """Read one article: who acts, who said what to whom, what happened, where and when.

    Args:
        text: its text, or an `Article`.
        language: BCP 47 tag; recognised among the installed packs by default.
        published: day of publication (date, datetime or ISO 8601 text); without it, times that count from it stay unresolved.
        title: headline.
        url: where it was published.
        publisher: who published it.
        authors: who wrote it.
        section: section it was published in.
        id: the caller's identifier.

    Returns:
        The record.

    Raises:
        UnknownLanguageError: no installed pack has the language.
        RecordError: the text holds a lone surrogate or is longer than 20 million code points, or `published` is no date.

    Examples:
        >>> record = parse("Le ministre de la Santé, Jean Martin, a démissionné mardi.", published="2025-10-17")
        >>> record.actors[0].name, record.times[0].value
        ('Jean Martin', '2025-10-14')
    """
    return Parser().parse(text, language=language, published=published, title=title, url=url, publisher=publisher, authors=authors, section=section, id=id)


@cache
def _pack_in(folder: Path) -> Pack:
    """A pack read once in each process a parser is sent to."""
    return Pack(folder)


def _diagnostics(analysis: Analysis, unbalanced: list[int]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            code="quotation-unbalanced",
            message=f"the quotation mark {analysis.word(at)} has no partner",
            span=Span.of(analysis.text, analysis.starts[at], analysis.ends[at]),
        )
        for at in unbalanced
    )


def _provenance(pack: Pack | None, backend: str) -> Provenance:
    return Provenance(library="newsevents", version=VERSION, backend=backend, pack=pack.code if pack else None, pack_version=pack.version if pack else None)
