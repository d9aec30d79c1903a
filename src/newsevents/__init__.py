"""Typed, offset-true news-event records: who acts, who said what to whom, what happened, where and when.

Importing this package does no work: each public name is imported when it is first asked for.

>>> import newsevents
>>> record = newsevents.parse("Paris a condamné l'attaque.", language="fr", published="2025-10-17")
>>> [actor.name for actor in record.actors]
['France']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from newsevents.errors import (
        MissingExtraError,
        NewerSchemaWarning,
        NewsEventsError,
        PackError,
        Problem,
        RecordError,
        RejectedLineWarning,
        SchemaVersionError,
        UnknownLanguageError,
    )
    from newsevents.lexicon.entries import Gazetteer, GazetteerEntry
    from newsevents.lexicon.installed import languages
    from newsevents.model import (
        SCHEMA,
        Actor,
        ActorKind,
        Article,
        Diagnostic,
        Event,
        EventMention,
        EventStatus,
        Identifier,
        Mention,
        MentionKind,
        Modifier,
        Participant,
        ParticipantRole,
        Place,
        PlaceKind,
        Provenance,
        Quantity,
        QuantityKind,
        Record,
        Resolution,
        Role,
        Span,
        Statement,
        StatementForm,
        TimeExpression,
        TimeKind,
    )
    from newsevents.parser import Parser, parse
    from newsevents.serialization import RejectedLine, from_dict, from_json, json_schema, read_jsonl, to_dict, to_json, write_jsonl

    __version__: str

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "Article",
    "Diagnostic",
    "Event",
    "EventMention",
    "EventStatus",
    "Gazetteer",
    "GazetteerEntry",
    "Identifier",
    "Mention",
    "MentionKind",
    "MissingExtraError",
    "Modifier",
    "NewerSchemaWarning",
    "NewsEventsError",
    "PackError",
    "Parser",
    "Participant",
    "ParticipantRole",
    "Place",
    "PlaceKind",
    "Problem",
    "Provenance",
    "Quantity",
    "QuantityKind",
    "Record",
    "RecordError",
    "RejectedLine",
    "RejectedLineWarning",
    "Resolution",
    "Role",
    "SchemaVersionError",
    "Span",
    "Statement",
    "StatementForm",
    "TimeExpression",
    "TimeKind",
    "UnknownLanguageError",
    "__version__",
    "from_dict",
    "from_json",
    "json_schema",
    "languages",
    "parse",
    "read_jsonl",
    "to_dict",
    "to_json",
    "write_jsonl",
]

# Where the public names live, all but those of the model.
_HOMES: Final = {
    "newsevents.errors": (
        "MissingExtraError",
        "NewerSchemaWarning",
        "NewsEventsError",
        "PackError",
        "Problem",
        "RecordError",
        "RejectedLineWarning",
        "SchemaVersionError",
        "UnknownLanguageError",
    ),
    "newsevents.lexicon.entries": ("Gazetteer", "GazetteerEntry"),
    "newsevents.lexicon.installed": ("languages",),
    "newsevents.parser": ("Parser", "parse"),
    "newsevents.serialization": ("RejectedLine", "from_dict", "from_json", "json_schema", "read_jsonl", "to_dict", "to_json", "write_jsonl"),
}
_HOME_OF: Final = {name: module for module, names in _HOMES.items() for name in names}


if not TYPE_CHECKING:  # or checkers would take any name for one that is there

    def __getattr__(name: str) -> Any:
        """Import a public name on first use."""
        if name == "__version__":
            value: Any = import_module("newsevents.version").VERSION
        elif name in __all__:
            value = getattr(import_module(_HOME_OF.get(name, "newsevents.model")), name)
        else:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Give the public names, imported or not."""
    return sorted({*globals(), *__all__})
