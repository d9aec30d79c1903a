"""The records: what the library says about an article, as frozen typed values.

Every finding points to the characters it came from (`Span`); a `Record` is whole or it is refused (`RecordError`).
"""

from newsevents.model.actors import Actor, Identifier, Place, Role
from newsevents.model.article import Article
from newsevents.model.edtf import bounds, is_value
from newsevents.model.events import Event, EventMention, Quantity
from newsevents.model.ids import anchor_of, in_text_order, offset_id
from newsevents.model.kinds import (
    ActorKind,
    EventStatus,
    MentionKind,
    Modifier,
    ParticipantRole,
    PlaceKind,
    QuantityKind,
    Resolution,
    StatementForm,
    TimeKind,
)
from newsevents.model.record import SCHEMA, Diagnostic, Provenance, Record
from newsevents.model.spans import Mention, Span
from newsevents.model.statements import Participant, Statement
from newsevents.model.times import TimeExpression

__all__ = [
    "SCHEMA",
    "Actor",
    "ActorKind",
    "Article",
    "Diagnostic",
    "Event",
    "EventMention",
    "EventStatus",
    "Identifier",
    "Mention",
    "MentionKind",
    "Modifier",
    "Participant",
    "ParticipantRole",
    "Place",
    "PlaceKind",
    "Provenance",
    "Quantity",
    "QuantityKind",
    "Record",
    "Resolution",
    "Role",
    "Span",
    "Statement",
    "StatementForm",
    "TimeExpression",
    "TimeKind",
    "anchor_of",
    "bounds",
    "in_text_order",
    "is_value",
    "offset_id",
]
