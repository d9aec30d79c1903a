"""The record: everything the library found in one article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeVar

import attrs

from newsevents.errors import RecordError
from newsevents.model.actors import Actor, Place
from newsevents.model.article import Article
from newsevents.model.checks import find_problems
from newsevents.model.events import Event
from newsevents.model.kinds import ParticipantRole
from newsevents.model.spans import Span
from newsevents.model.statements import Statement
from newsevents.model.times import TimeExpression
from newsevents.model.withholding import spans_in, with_text, without_text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SCHEMA", "Diagnostic", "Provenance", "Record"]

SCHEMA: Final = "newsevents/1.0"

_Finding = TypeVar("_Finding", Actor, Place, TimeExpression, Statement, Event)


@attrs.frozen(kw_only=True)
class Diagnostic:
    """Something in the text that could not be read; news text never raises.

    Attributes:
        code: What it is, for programs: `"unbalanced-quotation"`.
        message: What it is, for people.
        span: Where it is; `None` where the whole text is meant.

    Examples:
        >>> Diagnostic(code="language-unknown", message="no language pack reads this text").span is None
        True
    """

    code: str
    message: str
    span: Span | None = None


@attrs.frozen(kw_only=True)
class Provenance:
    """What made a record. There is no clock in it: equal inputs give equal records.

    Attributes:
        library: The program.
        version: Its version.
        backend: The backend that read the text (`"rules"`, `"spacy"`).
        pack: The language pack.
        pack_version: The version of the pack.

    Examples:
        >>> Provenance(version="1.2.0", backend="rules", pack="fr", pack_version="1.2.0").library
        'newsevents'
    """

    library: str = "newsevents"
    version: str | None = None
    backend: str | None = None
    pack: str | None = None
    pack_version: str | None = None


@attrs.frozen(kw_only=True)
class Record:
    """Everything found in one article, each value with the characters it came from.

    Attributes:
        schema: The version of the record's form, always `"newsevents/1.0"` in this version of the library.
        article: The article.
        actors: Who acts, speaks or is acted upon.
        places: Where.
        times: When.
        statements: Who said what.
        events: What happened.
        diagnostics: What could not be read.
        provenance: What made the record.

    All are in text order, as `in_text_order` gives it. Every identifier is used once in a record.

    Raises:
        RecordError: A value has another type than its field, a span is not the article's slice or lies past the
            text, an identifier is used twice or points nowhere, something is out of text order, an event's trigger is not
            among its mentions or differs from that mention, or a string holds a lone surrogate. The error lists
            everything that is wrong.

    Examples:
        >>> record = Record(article=Article.from_text("Il pleut."))
        >>> record.events
        ()
    """

    schema: str = attrs.field(default=SCHEMA, metadata={"const": SCHEMA})
    article: Article
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    provenance: Provenance = attrs.field(factory=Provenance)

    def __attrs_post_init__(self) -> None:
        """Check everything that no part can check alone."""
        problems = find_problems(self, schema=SCHEMA)
        if problems:
            raise RecordError(*problems)

    @cached_property
    def _by_id(self) -> dict[str, Actor | Place | TimeExpression | Statement | Event]:
        """Every finding by its identifier."""
        return {finding.id: finding for group in (self.actors, self.places, self.times, self.statements, self.events) for finding in group}

    def _look_up(self, wanted: type[_Finding], finding_id: str) -> _Finding:
        """Give the finding of this class that has this identifier."""
        found = self._by_id.get(finding_id)
        if not isinstance(found, wanted):
            message = f"no {wanted.__name__} in this record has the id {finding_id!r}"
            raise KeyError(message)
        return found

    def actor(self, actor_id: str) -> Actor:
        """Give the actor with this identifier.

        Args:
            actor_id: As in `Actor.id` or `Participant.actor_id`.

        Returns:
            The actor. The first look-up costs a walk over the record, the others a dictionary look-up.

        Raises:
            KeyError: There is none.

        Examples:
            >>> record = Record(article=Article.from_text("Il pleut."))
            >>> record.actor("a0")
            Traceback (most recent call last):
            KeyError: "no Actor in this record has the id 'a0'"
        """
        return self._look_up(Actor, actor_id)

    def place(self, place_id: str) -> Place:
        """Give the place with this identifier; see `actor`.

        Examples:
            >>> from newsevents.model import Mention, PlaceKind
            >>> text = "À Budapest"
            >>> place = Place(id="p2", name="Budapest", kind=PlaceKind.CITY, mentions=(Mention(span=Span.of(text, 2, 10)),))
            >>> Record(article=Article.from_text(text), places=(place,)).place("p2").name
            'Budapest'
        """
        return self._look_up(Place, place_id)

    def time(self, time_id: str) -> TimeExpression:
        """Give the time expression with this identifier; see `actor`.

        Examples:
            >>> from newsevents.model import TimeKind
            >>> text = "Jeudi, il a plu."
            >>> thursday = TimeExpression(id="t0", span=Span.of(text, 0, 5), kind=TimeKind.DATE)
            >>> Record(article=Article.from_text(text), times=(thursday,)).time("t0").span.text
            'Jeudi'
        """
        return self._look_up(TimeExpression, time_id)

    def statement(self, statement_id: str) -> Statement:
        """Give the statement with this identifier; see `actor`.

        Examples:
            >>> from newsevents.model import StatementForm
            >>> text = "Il pleut, dit-on."
            >>> said = Statement(id="s0", form=StatementForm.INDIRECT, act="say", content=(Span.of(text, 0, 8),))
            >>> Record(article=Article.from_text(text), statements=(said,)).statement("s0").content[0].text
            'Il pleut'
        """
        return self._look_up(Statement, statement_id)

    def event(self, event_id: str) -> Event:
        """Give the event with this identifier; see `actor`.

        Examples:
            >>> from newsevents.model import EventMention, EventStatus
            >>> text = "Le sommet a eu lieu."
            >>> trigger = Span.of(text, 3, 9)
            >>> event = Event(
            ...     id="e3", type="CONSULT", scheme="plover", trigger=trigger, status=EventStatus.ACTUAL,
            ...     mentions=(EventMention(span=trigger, status=EventStatus.ACTUAL),),
            ... )
            >>> Record(article=Article.from_text(text), events=(event,)).event("e3").type
            'CONSULT'
        """
        return self._look_up(Event, event_id)

    def participants(
        self,
        finding: Statement | Event,
        role: ParticipantRole | Literal["speaker", "addressee", "medium", "agent", "recipient", "object"],
    ) -> tuple[Actor, ...]:
        """Give the actors that have a role in a statement or an event.

        Args:
            finding: A statement or event of this record.
            role: The role.

        Returns:
            The actors in the order of the participants, each once. Participants that are no actor are left out: they stand
            in `finding.participants`.

        Examples:
            >>> from newsevents.model import ActorKind, Mention, Participant, StatementForm
            >>> text = "Paris dit qu'il pleut."
            >>> paris = Span.of(text, 0, 5)
            >>> france = Actor(id="a0", name="France", kind=ActorKind.COUNTRY, mentions=(Mention(span=paris),))
            >>> said = Statement(
            ...     id="s13", form=StatementForm.INDIRECT, act="say", content=(Span.of(text, 13, 21),),
            ...     participants=(Participant(role=ParticipantRole.SPEAKER, span=paris, actor_id="a0"),),
            ... )
            >>> record = Record(article=Article.from_text(text), actors=(france,), statements=(said,))
            >>> [actor.name for actor in record.participants(said, "speaker")]
            ['France']
        """
        ids = dict.fromkeys(one.actor_id for one in finding.participants if one.role == role and one.actor_id is not None)
        return tuple(self.actor(actor_id) for actor_id in ids)

    def speakers(self, statement: Statement) -> tuple[Actor, ...]:
        """Give the actors that make a statement; see `participants`."""
        return self.participants(statement, ParticipantRole.SPEAKER)

    def addressees(self, statement: Statement) -> tuple[Actor, ...]:
        """Give the actors that a statement is made to; see `participants`."""
        return self.participants(statement, ParticipantRole.ADDRESSEE)

    def agents(self, event: Event) -> tuple[Actor, ...]:
        """Give the actors that do what happens, all parties of a symmetric event; see `participants`."""
        return self.participants(event, ParticipantRole.AGENT)

    def recipients(self, event: Event) -> tuple[Actor, ...]:
        """Give the actors that it is done to; see `participants`."""
        return self.participants(event, ParticipantRole.RECIPIENT)

    def time_of(self, finding: Statement | Event) -> TimeExpression | None:
        """Give the time expression that says when a statement was made or an event happens, if the text tells."""
        return None if finding.time_id is None else self.time(finding.time_id)

    def place_of(self, event: Event) -> Place | None:
        """Give the place an event happens in, if the text tells."""
        return None if event.place_id is None else self.place(event.place_id)

    def statement_of(self, event: Event) -> Statement | None:
        """Give the innermost statement that asserts an event at its trigger; `None`: the article itself does."""
        return None if event.statement_id is None else self.statement(event.statement_id)

    def utterance_of(self, event: Event) -> Statement | None:
        """Give the statement that an event of speech also is, such as a warning."""
        return None if event.utterance_id is None else self.statement(event.utterance_id)

    def statements_of(self, actor: Actor) -> tuple[Statement, ...]:
        """Give the statements an actor makes, in text order."""
        return tuple(statement for statement in self.statements if _takes_part(statement, actor, ParticipantRole.SPEAKER))

    def events_of(self, actor: Actor) -> tuple[Event, ...]:
        """Give the events an actor has any part in, in text order."""
        return tuple(event for event in self.events if _takes_part(event, actor, None))

    def spans(self) -> Iterator[Span]:
        """Give every span of the record, class by class in the order of the fields.

        Examples:
            >>> list(Record(article=Article.from_text("Il pleut.")).spans())
            []
        """
        return spans_in(self)

    def without_text(self, keep: Literal["names", "none"] = "names") -> Record:
        """Give the record without the article's words, for those who may not pass them on.

        Args:
            keep: `"names"` keeps the words of the spans that are the name of an actor or place, or a time expression;
                `"none"` keeps no span's words. Fields that are values of their own (`Actor.name`, `Role.title`,
                `Article.title`) stay either way.

        Returns:
            The record with `article.text` `None` and every other span's words `""`; offsets stay.

        Raises:
            ValueError: `keep` is something else.

        Examples:
            >>> from newsevents.model import TimeKind
            >>> text = "Jeudi, il a plu."
            >>> thursday = TimeExpression(id="t0", span=Span.of(text, 0, 5), kind=TimeKind.DATE)
            >>> record = Record(article=Article.from_text(text), times=(thursday,))
            >>> record.without_text(keep="none").times[0].span
            Span(start=0, end=5, text='')
        """
        return without_text(self, keep)

    def with_text(self, text: str) -> Record:
        """Give the record with the article's words put back.

        Args:
            text: The article's text, exactly as it was received.

        Returns:
            The record with `article.text` and every span's words.

        Raises:
            RecordError: It is not that text: its length or its hash differs.

        Examples:
            >>> record = Record(article=Article.from_text("Il pleut."))
            >>> record.without_text().with_text("Il pleut.") == record
            True
        """
        return with_text(self, text)


def _takes_part(finding: Statement | Event, actor: Actor, role: ParticipantRole | None) -> bool:
    """Tell whether an actor has a role, or any role, in a statement or event."""
    return any(one.actor_id == actor.id and role in {None, one.role} for one in finding.participants)
