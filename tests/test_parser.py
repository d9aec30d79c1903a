"""`parse` and `Parser`: what they take, what they refuse, and what is the same however they are called."""

from __future__ import annotations

import gc
import pickle
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal

import pytest

from newsevents import Article, PackError, Parser, Record, RecordError, UnknownLanguageError, __version__, from_json, languages, parse, to_json

# Written for these tests.
FRENCH = "Le ministre de la Santé, Jean Martin, a annoncé mardi à Lyon qu'il démissionnerait."
ENGLISH = "Health Minister Jane Marsh said on Tuesday that two hospitals would close."
PACK = Path(__file__).parent / "invented" / "qzv"


def _values(record: Record) -> list[str | None]:
    """Give the values of a record's times."""
    return [time.value for time in record.times]


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (ENGLISH, "en")])
def test_the_language_is_recognised(text: str, language: str) -> None:
    """A text tells its language, and the record says it; naming it gives the same record."""
    record = parse(text)
    assert record.article.language == language
    assert record.provenance.pack == language
    assert record.statements
    assert parse(text, language=language) == record


def test_a_region_is_read_with_its_language() -> None:
    """The tag stays as it was given; the pack is that of the language."""
    record = parse(FRENCH, language="fr-CA")
    assert record.article.language == "fr-CA"
    assert record.provenance.pack == "fr"
    assert record.statements == parse(FRENCH).statements


@pytest.mark.parametrize("text", ["Zxq wvut prst kjhg bnmv.", "0123456789", "新华社北京十月十七日电"])
def test_a_text_of_no_installed_language_gives_an_empty_record(text: str) -> None:
    """Nothing is found, nothing is raised, and a diagnostic says why."""
    record = parse(text)
    assert record.article.language == "und"
    assert [diagnostic.code for diagnostic in record.diagnostics] == ["language-unknown"]
    assert not (*record.actors, *record.places, *record.times, *record.statements, *record.events)


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff"])
@pytest.mark.parametrize("language", [None, *languages()])
def test_nothing_is_found_in_nothing(text: str, language: str | None) -> None:
    """A blank text gives an empty record."""
    record = parse(text, language=language)
    assert record.article.text == text
    assert list(record.spans()) == []


def test_a_language_without_a_pack_is_refused() -> None:
    """The error says which language was asked for and which there are, before anything is read."""
    with pytest.raises(UnknownLanguageError) as caught:
        Parser(language="tlh")
    assert (caught.value.language, caught.value.known) == ("tlh", languages())
    with pytest.raises(UnknownLanguageError):
        parse(FRENCH, language="tlh")


def test_what_is_known_of_the_article_is_kept() -> None:
    """Every argument becomes the article's field."""
    known: dict[str, Any] = {"title": "T", "url": "x:1", "publisher": "P", "authors": ("A", "B"), "section": "S", "id": "n1"}
    article = parse(FRENCH, published="2025-10-17", **known).article
    assert {name: getattr(article, name) for name in known} == known
    assert (article.text, article.published) == (FRENCH, date(2025, 10, 17))


def test_an_article_is_read_as_it_is() -> None:
    """An `Article` gives the record that its fields give one by one."""
    article = Article.from_text(FRENCH, published="2025-10-17", title="T")
    assert parse(article) == parse(FRENCH, published="2025-10-17", title="T")


@pytest.mark.parametrize(
    "published",
    [
        "2025-10-17",
        date(2025, 10, 17),
        datetime(2025, 10, 17, 9, 30, tzinfo=UTC),
        datetime(2025, 10, 17, 0, 30, tzinfo=timezone(timedelta(hours=2))),
        "2025-10-17T23:59:00-05:00",
    ],
)
def test_times_count_from_the_publishers_day(published: Any) -> None:
    """A moment counts as its own local day: Friday 17 October 2025, so that the Tuesday before is the 14th."""
    assert _values(parse(FRENCH, published=published)) == ["2025-10-14"]


def test_without_a_day_of_publication_nothing_is_invented() -> None:
    """A weekday stays without a value: it never counts from today."""
    assert _values(parse(FRENCH)) == [None]


def test_a_bad_day_is_refused() -> None:
    """What is no date is no date."""
    with pytest.raises(RecordError, match="expected an ISO 8601 date such as 2025-10-17, got 'yesterday'"):
        parse(FRENCH, published="yesterday")


def test_lone_surrogates_are_refused() -> None:
    """They are no characters, and no JSON could hold them."""
    with pytest.raises(RecordError, match="lone surrogate"):
        parse("Paris \ud800 dort.")


@pytest.mark.parametrize("text", [b"Paris", None, 3, ["Paris"]])
def test_what_is_no_text_is_refused(text: Any) -> None:
    """The error says what was wanted."""
    with pytest.raises(TypeError, match="expected a string or an Article, got "):
        parse(text)


def test_a_withheld_text_cannot_be_read() -> None:
    """An article without its text gives an empty record that says so."""
    withheld = parse(FRENCH).without_text().article
    assert [diagnostic.code for diagnostic in parse(withheld).diagnostics] == ["text-withheld"]


def test_the_record_says_what_made_it() -> None:
    """Library, version, backend and pack; no clock."""
    provenance = parse(FRENCH).provenance
    assert (provenance.library, provenance.version, provenance.backend, provenance.pack) == ("newsevents", __version__, "rules", "fr")
    assert provenance.pack_version


def test_an_unknown_backend_is_refused() -> None:
    """The error says which there are."""
    with pytest.raises(ValueError, match="no backend 'telepathy'; there is: rules"):
        Parser(backend="telepathy")


def test_many_texts_are_read_in_their_order() -> None:
    """One process or several: the same records in the same order, made as they are asked for."""
    texts: list[str | Article] = [FRENCH, ENGLISH, Article.from_text(FRENCH, published="2025-10-17")] * 4
    parser = Parser()
    expected = [parser.parse(text) for text in texts]
    assert list(parser.parse_many(texts)) == expected
    assert list(parser.parse_many(iter(texts), workers=2)) == expected
    endless = parser.parse_many(text for _ in iter(int, 1) for text in texts)
    assert next(endless) == expected[0]


def test_a_parser_is_shared_between_threads() -> None:
    """Four threads at once, on packs that nobody has read yet, give what one gives."""
    parser = Parser(pack=PACK)
    text = "Zu grelt Kazrim Voltu dorrot kef Lumaria bletot Tesk."
    with ThreadPoolExecutor(4) as pool:
        records = list(pool.map(parser.parse, [text] * 16))
    assert {to_json(record) for record in records} == {to_json(Parser(pack=PACK).parse(text))}


@pytest.mark.parametrize("parser", [Parser(), Parser(language="fr"), Parser(pack=PACK)], ids=repr)
def test_a_parser_can_be_sent_to_another_process(parser: Parser) -> None:
    """Its copy reads the same."""
    text = "Zu grelt Kazrim Voltu dorrot kef Lumaria bletot Tesk." if parser.language == "qzv" else FRENCH
    copy = pickle.loads(pickle.dumps(parser))  # noqa: S301 - our own
    assert repr(copy) == repr(parser)
    assert copy.parse(text) == parser.parse(text)


def test_a_broken_pack_is_refused_when_the_parser_is_made(tmp_path: Path) -> None:
    """The error names the file."""
    folder = tmp_path / "xx"
    folder.mkdir()
    with pytest.raises(PackError, match=r"the file is missing @ xx/pack\.toml"):
        Parser(pack=folder)


def test_what_else_was_read_changes_nothing() -> None:
    """A record depends on its article alone, not on the texts before it."""
    first = to_json(parse(FRENCH, published="2025-10-17"))
    for text in (ENGLISH, FRENCH[::-1], FRENCH.upper(), FRENCH + ENGLISH):
        parse(text)
    assert to_json(parse(FRENCH, published="2025-10-17")) == first
    assert from_json(first) == parse(FRENCH, published="2025-10-17")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_body_named_by_its_country_is_an_actor_however_its_letters_are_written(form: Literal["NFC", "NFD"]) -> None:
    """An adjective of a country written in decomposed letters is the same adjective, with and without the language given."""
    text = unicodedata.normalize(form, "Le président a quitté l'armée éthiopienne.")
    for language in ("fr", None):
        assert [actor.country for actor in parse(text, language=language).actors] == ["ET"]


def test_a_text_that_is_too_long_is_refused() -> None:
    """The limit is the parser's, in code points; the error says how more is read."""
    parser = Parser(language="fr", max_length=5)
    assert parser.parse("Ça va").article.text_length == 5
    with pytest.raises(RecordError, match=r"Article.text_length: expected at most 5 code points, got 6; Parser\(max_length=…\) reads more"):
        parser.parse("Ça va.")
    assert Parser(language="fr").max_length == 20_000_000


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_collector_is_left_as_it_was(is_enabled: bool) -> None:  # noqa: FBT001 - drawn from two
    """It rests while a text is read, and an error changes nothing of that."""
    was_enabled = gc.isenabled()
    try:
        (gc.enable if is_enabled else gc.disable)()
        parse("Paris a condamné l'attaque.", language="fr")
        assert gc.isenabled() is is_enabled
        with pytest.raises(RecordError):
            Parser(language="fr", max_length=1).parse("Paris")
        assert gc.isenabled() is is_enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


def test_an_explanation_names_the_words_of_what_is_done_by_saying() -> None:
    """One agrees by saying so: the verb is all that decides that it happened."""
    parser = Parser(language="en")
    told = parser.explain(parser.parse("Anna Berg agreed that the plan was bad. The weather was good.").article).splitlines()
    assert '  status     actual by "agreed" 10-16' in told
