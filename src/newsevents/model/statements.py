"""Who said what to whom."""

from __future__ import annotations

import attrs

from newsevents.errors import Problem, RecordError
from newsevents.model.kinds import ParticipantRole, StatementForm
from newsevents.model.spans import Span

__all__ = ["Participant", "Statement"]


@attrs.frozen(kw_only=True)
class Participant:
    """The part someone or something has in a statement or an event.

    Attributes:
        role: Speaker, addressee or medium in a statement; agent, recipient or object in an event.
        span: The words that name the participant there.
        actor_id: The actor it is; `None` for the unnamed and for things.

    Examples:
        >>> Participant(role=ParticipantRole.SPEAKER, span=Span.of("Paris dément.", 0, 5), actor_id="a0").actor_id
        'a0'
    """

    role: ParticipantRole
    span: Span
    actor_id: str | None = None


@attrs.frozen(kw_only=True)
class Statement:
    """A stretch of the text that is attributed to a source.

    Attributes:
        id: The statement's identifier in this record.
        form: Whether the words are verbatim, the reporter's, or both.
        act: What saying it does, a code of the ontology (`"say"`, `"warn"`, `"deny"`).
        content: What is said, in text order; several spans where the cue splits it. Never empty.
        quotations: The verbatim parts, in text order.
        cue: The words that attribute it ("a déclaré", "according to").
        participants: Speakers, addressees and media.
        negated: Whether the text says that it was not said.
        hearsay: Whether the text marks it as unconfirmed.
        within: The statement in whose content this one is reported.
        time_id: When it was said.
        rule: The rule that found it.

    Raises:
        RecordError: There is no content.

    Examples:
        >>> text = "« C'est fini », dit-il."
        >>> said = Statement(id="s2", form=StatementForm.DIRECT, act="say", content=(Span.of(text, 2, 12),))
        >>> said.content[0].text
        "C'est fini"
    """

    id: str = attrs.field(metadata={"minLength": 1})
    form: StatementForm
    act: str
    content: tuple[Span, ...] = attrs.field(metadata={"minItems": 1})
    quotations: tuple[Span, ...] = ()
    cue: Span | None = None
    participants: tuple[Participant, ...] = ()
    negated: bool = False
    hearsay: bool = False
    within: str | None = None
    time_id: str | None = None
    rule: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a statement of nothing."""
        if not self.content:
            raise RecordError(Problem("Statement", "content", self.content, "expected at least one span, got none"))
