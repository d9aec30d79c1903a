"""Stretches of the article's text: what every finding points to."""

from __future__ import annotations

import attrs

from newsevents.errors import Problem, RecordError, shown
from newsevents.model.kinds import MentionKind

__all__ = ["Mention", "Span"]


@attrs.frozen(kw_only=True)
class Span:
    """A stretch of the article's text.

    Attributes:
        start: Where it starts, in Unicode code points of `Article.text` exactly as received.
        end: Where it ends: the code point after its last.
        text: The characters themselves; `""` only where the text is empty or withheld.

    Raises:
        RecordError: The span starts before 0, ends before it starts, or holds words of another length.

    Examples:
        >>> Span(start=0, end=5, text="Paris")
        Span(start=0, end=5, text='Paris')
    """

    start: int = attrs.field(metadata={"minimum": 0})
    end: int = attrs.field(metadata={"minimum": 0})
    text: str

    def __attrs_post_init__(self) -> None:
        """Refuse offsets that are no stretch of any text."""
        if not 0 <= self.start <= self.end:
            if self.start < 0:
                raise RecordError(Problem("Span", "start", self.start, f"expected 0 or more, got {shown(self.start)}"))
            message = f"expected start ({shown(self.start)}) or more, got {shown(self.end)}"
            raise RecordError(Problem("Span", "end", self.end, message))
        if self.text and len(self.text) != self.end - self.start:
            message = f"expected {shown(self.end - self.start)} code points ({shown(self.start)} to {shown(self.end)}), got {self.text!r:.80}"
            raise RecordError(Problem("Span", "text", self.text, message))

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Give the stretch of a text from one offset to another.

        Args:
            text: The article's whole text.
            start: The offset of the first code point.
            end: The offset after the last one.

        Returns:
            The span with its words.

        Raises:
            RecordError: The offsets do not lie in the text.

        Examples:
            >>> Span.of("Paris et Berlin", 9, 15).text
            'Berlin'
        """
        return cls(start=start, end=end, text=text[start:end])

    def covers(self, other: Span) -> bool:
        """Tell whether another span lies wholly inside this one.

        Examples:
            >>> Span.of("Paris et Berlin", 0, 15).covers(Span.of("Paris et Berlin", 0, 5))
            True
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point.

        Examples:
            >>> Span.of("Paris et Berlin", 0, 5).overlaps(Span.of("Paris et Berlin", 5, 8))
            False
        """
        return max(self.start, other.start) < min(self.end, other.end)


@attrs.frozen(kw_only=True)
class Mention:
    """One place in the text that mentions an actor or a place.

    Attributes:
        span: The words.
        kind: Whether they are a name, a description or a pronoun.

    Examples:
        >>> Mention(span=Span.of("Paris", 0, 5)).kind
        <MentionKind.NAME: 'name'>
    """

    span: Span
    kind: MentionKind = MentionKind.NAME
