"""Stretches of the article's text: what every finding points to."""

from __future__ import annotations

import attrs

from newsevents.errors import Problem, RecordError, shown
from newsevents.model.kinds import MentionKind

__all__ = ["Mention", "Span"]


@attrs.frozen(kw_only=True, init=False)
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

    # no `__attrs_post_init__`: msgspec would call it for every span it reads, where `soundness` sees to all of them at once
    def __init__(self, *, start: int, end: int, text: str) -> None:
        self.__attrs_init__(start=start, end=end, text=text)
        if 0 <= start <= end and (not text or len(text) == end - start):
            return
        if start < 0:
            raise RecordError(Problem("Span", "start", start, f"expected 0 or more, got {shown(start)}"))
        if start > end:
            raise RecordError(Problem("Span", "end", end, f"expected start ({shown(start)}) or more, got {shown(end)}"))
        message = f"expected {shown(end - start)} code points ({shown(start)} to {shown(end)}), got {text!r:.80}"
        raise RecordError(Problem("Span", "text", text, message))

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
