"""Typed, offset-true news-event records: who acts, who said what to whom, what happened, where and when.

>>> import newsevents
>>> record = newsevents.parse("Paris a condamné l'attaque.", language="fr", published="2025-10-17")
>>> [actor.name for actor in record.actors]
['France']
"""

from __future__ import annotations

from newsevents.errors import MissingExtraError, NewsEventsError, PackError, RecordError, SchemaVersionError, UnknownLanguageError
from newsevents.lexicon.installed import languages
from newsevents.parser import Parser, parse

__all__ = ["MissingExtraError", "NewsEventsError", "PackError", "Parser", "RecordError", "SchemaVersionError", "UnknownLanguageError", "languages", "parse"]
