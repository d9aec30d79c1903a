"""When something was said: the time expression beside its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from newsevents.model import Statement, TimeExpression
    from newsevents.text.analysis import Analysis


def date_statements(statements: tuple[Statement, ...], analysis: Analysis, times: tuple[TimeExpression, ...]) -> tuple[Statement, ...]:
    """Give statements the date or time of day that stands in the clause of their cue, outside their content.

    Args:
        statements: the statements of a text.
        analysis: the text.
        times: its time expressions.

    Returns:
        The same statements, dated where the text dates them.
    """
    by_clause: dict[int, list[TimeExpression]] = {}
    for time in times:
        if time.kind in ("date", "time"):
            token = analysis.token_at(time.span.start)
            if token < len(analysis.clause_of) and analysis.clause_of[token] >= 0:
                by_clause.setdefault(analysis.clause_of[token], []).append(time)
    dated = []
    for statement in statements:
        found = None
        if statement.cue is not None:
            token = analysis.token_at(statement.cue.start)
            clause = analysis.clause_of[token] if token < len(analysis.clause_of) else -1
            for time in by_clause.get(clause, ()):
                inside = any(part.start <= time.span.start < part.end for part in statement.content)
                if not inside and (found is None or abs(time.span.start - statement.cue.start) < abs(found.span.start - statement.cue.start)):
                    found = time
        dated.append(attrs.evolve(statement, time_id=found.id) if found is not None else statement)
    return tuple(dated)
