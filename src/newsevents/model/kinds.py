"""The closed vocabularies of the model, as they stand in JSON.

Every one of them has the member `OTHER`: a value that only a newer minor version of the schema knows is read as
`other`, with a warning, rather than lost with its record.
"""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ActorKind",
    "EventStatus",
    "MentionKind",
    "Modifier",
    "ParticipantRole",
    "PlaceKind",
    "QuantityKind",
    "Resolution",
    "StatementForm",
    "TimeKind",
]


class MentionKind(StrEnum):
    """How a mention designates what it mentions.

    `NAME` is a proper name, and also the office, collective or acronym that is the text's only designation of an
    actor ("la police", "le parquet"); `NOMINAL` a description ("the Russian president"); `PRONOUN` a pronoun.

    Examples:
        >>> MentionKind("name")
        <MentionKind.NAME: 'name'>
    """

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    OTHER = "other"


class ActorKind(StrEnum):
    """What an actor is; a country is one where it acts, not where something happens.

    Examples:
        >>> ActorKind("organization")
        <ActorKind.ORGANIZATION: 'organization'>
    """

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    GROUP = "group"
    OTHER = "other"


class PlaceKind(StrEnum):
    """What a place is.

    Examples:
        >>> PlaceKind("city")
        <PlaceKind.CITY: 'city'>
    """

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    FACILITY = "facility"
    WATER = "water"
    OTHER = "other"


class TimeKind(StrEnum):
    """What a time expression denotes, as the TIMEX3 types of ISO-TimeML.

    Examples:
        >>> TimeKind("duration")
        <TimeKind.DURATION: 'duration'>
    """

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    OTHER = "other"


class Resolution(StrEnum):
    """What the value of a time expression rests on.

    `EXPLICIT`: the words alone. `RELATIVE`: the day of publication. `ANAPHORIC`: another time expression, named by
    `anchor_id`. `UNRESOLVED`: nothing the text gives, so there is no value.

    Examples:
        >>> Resolution("anaphoric")
        <Resolution.ANAPHORIC: 'anaphoric'>
    """

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    ANAPHORIC = "anaphoric"
    UNRESOLVED = "unresolved"
    OTHER = "other"


class Modifier(StrEnum):
    """What the words around a time add to its value.

    Examples:
        >>> Modifier("since")
        <Modifier.SINCE: 'since'>
    """

    APPROXIMATE = "approximate"
    LESS_THAN = "less_than"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    START = "start"
    MIDDLE = "middle"
    END = "end"
    DAWN = "dawn"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    OTHER = "other"


class StatementForm(StrEnum):
    """How the words of a statement are given: verbatim, in the reporter's words, or both.

    Examples:
        >>> StatementForm("mixed")
        <StatementForm.MIXED: 'mixed'>
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OTHER = "other"


class ParticipantRole(StrEnum):
    """The part someone or something has: the first three in a statement, the next three in an event.

    Examples:
        >>> ParticipantRole("addressee")
        <ParticipantRole.ADDRESSEE: 'addressee'>
    """

    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    MEDIUM = "medium"
    AGENT = "agent"
    RECIPIENT = "recipient"
    OBJECT = "object"
    OTHER = "other"


class EventStatus(StrEnum):
    """How real the text makes an event.

    Examples:
        >>> EventStatus("planned")
        <EventStatus.PLANNED: 'planned'>
    """

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    OTHER = "other"


class QuantityKind(StrEnum):
    """What a quantity counts.

    Examples:
        >>> QuantityKind("killed")
        <QuantityKind.KILLED: 'killed'>
    """

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    ATTENDANCE = "attendance"
    MONEY = "money"
    OTHER = "other"
