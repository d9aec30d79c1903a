"""The installed language packs: found by folder and by entry point, loaded once, recognised by their commonest words."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import attrs

from newsevents.errors import UnknownLanguageError
from newsevents.lexicon.pack import Pack
from newsevents.lexicon.reading import read_toml
from newsevents.lexicon.tokenizer import fold_name

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_GROUP: Final = "newsevents.languages"
_SAMPLE: Final = 4000  # characters that tell a language; the lead of an article is enough
_WORDS: Final = re.compile(r"\w+'?|'\w+")
_MIN_SHARE: Final = 0.12  # of the words; running text of any of our languages has a third or more
_MIN_WORDS: Final = 3


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Recognition:
    """``recognition.toml``: the commonest words of a language."""

    words: tuple[str, ...]


@cache
def _own_folders() -> dict[str, Traversable]:
    """The packs that come with the library, by code."""
    folders = files("newsevents").joinpath("languages").iterdir()
    return {folder.name: folder for folder in sorted(folders, key=lambda folder: folder.name) if folder.joinpath("pack.toml").is_file()}


@cache
def _folders() -> dict[str, Traversable]:
    """All installed packs, by code; those of other distributions come second."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - reads what is installed: only where a pack is looked for beyond our own

    found = {point.name: files(point.value) for point in entry_points(group=_GROUP)} | _own_folders()
    return dict(sorted(found.items()))


def languages() -> tuple[str, ...]:
    """Codes of the installed language packs, sorted.

    Examples:
        >>> languages()
        ('en', 'fr')
    """
    return tuple(_folders())


@cache
def _load(code: str) -> Pack:
    return Pack(_own_folders().get(code) or _folders()[code])


def load_pack(language: str) -> Pack:
    """The pack of a language; read on first use, then kept.

    Args:
        language: BCP 47 tag; a region ("fr-CA") takes the pack of its language.

    Raises:
        UnknownLanguageError: no installed pack has it.
        PackError: the pack's files are wrong.
    """
    for code in (language, language.lower(), language.lower().replace("_", "-").split("-")[0]):
        if code in _own_folders() or code in _folders():
            return _load(code)
    raise UnknownLanguageError(language, known=languages())


@cache
def _words(code: str) -> frozenset[str]:
    return frozenset(read_toml(_folders()[code], "recognition.toml", Recognition).words)


def recognise(text: str) -> str | None:
    """The installed language a text is written in.

    Args:
        text: any string; only its beginning is read.

    Returns:
        The code, or None where no installed language fits.

    Examples:
        >>> recognise("Le ministre a annoncé sa démission dans la soirée.")
        'fr'
        >>> recognise("12345") is None
        True
    """
    words = _WORDS.findall(fold_name(text[:_SAMPLE]))
    if not words:
        return None
    scores = {code: sum(word in _words(code) or word.rstrip("'") in _words(code) for word in words) / len(words) for code in languages()}
    best = max(scores, key=lambda code: (scores[code], code))
    hits = round(scores[best] * len(words))
    return best if scores[best] >= _MIN_SHARE and (hits >= _MIN_WORDS or hits == len(words)) else None
