"""Look-ups of what a number counts and of what bounds it (``events.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.lexicon.phrases import Phrases

if TYPE_CHECKING:
    from newsevents.lexicon.events import EventsFile
    from newsevents.lexicon.pack import Pack

_BOUNDS = ("minimum", "maximum", "approximate", "between")


class Quantities:
    """The tables of ``[[quantity]]``, ``[[currency]]`` and ``[bounds]``, by kind of word; of two groups with one word the first has it."""

    def __init__(self, file: EventsFile, pack: Pack) -> None:
        """Make the tables.

        Args:
            file: the file's content.
            pack: the language, which cuts expressions into words.
        """
        groups = file.quantity[::-1]
        self.nouns = {noun: group for group in groups for noun in group.nouns}
        self.actions = {noun: group for group in groups for noun in group.actions}
        self.adjectives = {word: group for group in groups for word in group.adjectives}
        self.verbs = {verb: group for group in groups for verb in group.verbs}
        self.subject_verbs = {verb: group for group in groups for verb in group.subject_verbs}
        self.currencies = {word: one.code for one in file.currency for word in (*one.signs, *one.words)}
        self.decimal = file.bounds.decimal
        self.scales = file.bounds.scales
        canonical = pack.canonical
        self.bounds: Phrases[str] = Phrases(
            (tuple(canonical.get(norm, norm) for norm in pack.cut(phrase)), kind) for kind in _BOUNDS for phrase in getattr(file.bounds, kind)
        )
