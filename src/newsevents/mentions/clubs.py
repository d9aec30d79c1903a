"""Towns that stand for their clubs in reports of matches: "Barcelona edged Girona 2-1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.text.analysis import Analysis, Clause

_SCORE = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}")
_SPORT = ("CVL", "ELI")  # sectors of clubs


def name_clubs(names: list[Name], analysis: Analysis, pack: Pack) -> list[Name]:
    """Make organizations of the towns that play: subjects and objects of the verbs of matches, and the same names elsewhere but for places.

    Args:
        names: the names of a text in order, their kinds settled.
        analysis: the text.
        pack: its language.

    Returns:
        The same names.
    """
    roles = pack.roles
    if not roles.sport_verbs or not any(name.kind == "place" for name in names):
        return names
    heads = {name.last - 1: name for name in names}
    playing: set[str] = set()
    for clause in analysis.clauses:
        if clause.lemma in roles.sport_verbs or clause.lemma in roles.match_verbs:
            first, other = ([name for chunk in side for name in [_named(chunk, heads, analysis)] if name] for side in (clause.subjects, clause.objects))
            sides = first + other
            towns = [name for name in sides if _is_town(name)]
            plain = clause.lemma in roles.sport_verbs and not any(name.capital for name in towns)  # "Berlin a qualifié…"
            if towns and (plain or _is_match(first, other, clause, analysis)):
                playing |= {name.key for name in towns}
    if not playing:
        return names
    return [
        name._replace(kind="organization", place=None, organization=None, capital="", sure=True)
        if name.key in playing and _is_town(name) and not _is_located(name, analysis, pack)
        else name
        for name in names
    ]


def _named(chunk: int, heads: dict[int, Name], analysis: Analysis) -> Name | None:
    """The name that a noun phrase is, whatever score stands behind it."""
    phrase = analysis.chunks[chunk]
    last = phrase.last - 1
    while last > phrase.first and analysis.shapes[last] == "d":
        last -= 1
    return heads.get(last)


def _is_town(name: Name) -> bool:
    return name.kind == "place" and name.place is not None and name.place.kind == "city"


def _is_match(first: list[Name], other: list[Name], clause: Clause, analysis: Analysis) -> bool:
    """Whether both sides of a verb may play, or a score stands in its sentence."""
    if all(any(_is_town(name) or name.kind == "country" or _is_club(name) for name in side) for side in (first, other)):
        return True
    begin, end = analysis.sentences[analysis.sentence_of[clause.head]]
    return any(analysis.shapes[at] == "d" and _SCORE.fullmatch(analysis.norms[at]) for at in range(begin, end))


def _is_club(name: Name) -> bool:
    return name.kind == "organization" and name.organization is not None and name.organization.sectors[:1] in ((_SPORT[0],), (_SPORT[1],))


def _is_located(name: Name, analysis: Analysis, pack: Pack) -> bool:
    """Whether a name stands where a place does: behind a preposition of place, or behind a comma and another place."""
    chunk = analysis.chunk_of[name.first]
    if chunk < 0 or analysis.chunks[chunk].preposition < 0:
        return False
    return analysis.lemmas[analysis.chunks[chunk].preposition] in pack.grammar.clauses.locative
