"""The clauses of a sentence that are still open, the innermost one last."""

from __future__ import annotations

from typing import Final

import attrs

_DEEPEST: Final = 48  # open clauses of one sentence that are kept: more than any sentence of news has


@attrs.define
class Frame:
    """A clause under construction."""

    relation: str
    marker: int
    begin: int
    governor: int = -1
    antecedent: int = -1
    verb: int = -1  # clause index once the verb has come
    nominals: list[tuple[int, int]] = attrs.field(factory=list)  # (chunk, comma segment) before the verb
    commas: int = 0
    quote: int = -1
    pronoun: int = -1


class Frames(list[Frame]):
    """The open clauses; there is always one."""

    def push(self, frame: Frame) -> None:
        """Open a clause; of a hopelessly nested sentence only the outermost and the innermost ones are kept open."""
        if len(self) >= _DEEPEST:
            del self[1 : _DEEPEST // 2]
        self.append(frame)

    def verb(self) -> int:
        """The innermost clause that has its verb, not above an open quotation; -1."""
        for frame in reversed(self):
            if frame.verb >= 0:
                return frame.verb
            if frame.quote >= 0:
                break
        return -1

    def waiting(self) -> bool:
        """Whether an enclosing clause still lacks its verb."""
        return any(frame.verb < 0 and (frame.pronoun >= 0 or any(segment >= 0 for _, segment in frame.nominals)) for frame in self[:-1])

    def return_to_waiting(self) -> bool:
        """Leave an inserted clause for the complement or relative around it that still lacks its verb ("que, si …, *il* …")."""
        for depth in range(len(self) - 2, -1, -1):
            if self[depth].quote >= 0:
                return False
            if self[depth].verb < 0 and self[depth].relation in ("complement", "relative", "interrogative"):
                del self[depth + 1 :]
                return True
        return False

    def climb(self) -> None:
        """Leave complements: a reporting gerund behind a comma belongs to the clause that reports."""
        while len(self) > 1 and self[-1].relation in ("complement", "coordinated", "infinitive", "relative", "adverbial", "interrogative"):
            below = next((frame for frame in reversed(self[:-1]) if frame.verb >= 0), None)
            if below is None or below.quote >= 0:
                break
            self.pop()
