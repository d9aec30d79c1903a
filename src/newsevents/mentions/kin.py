"""Who is whose relative, as a text says it: "his wife Laura", "their child, Gloria"; and whom "her parents", "the baby" then stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsevents.lexicon.roles import Kin
    from newsevents.mentions.cast import Member

_INVERSE = {"child": "parent", "parent": "child", "spouse": "spouse", "sibling": "sibling"}
_MANY: Final = 20  # relatives of one kind that are kept: more than a family has


class Family:
    """The relations between the persons of one text, gathered as it is read."""

    def __init__(self) -> None:
        self._of: dict[tuple[int, str], list[Member]] = {}
        self._all: dict[str, list[Member]] = {}

    def add(self, owners: list[Member], kin: Kin, relative: Member) -> None:
        """Note that somebody is a relative of others."""
        for owner in owners:
            if owner is not relative:
                self._link(owner, kin.relation, relative)
                self._link(relative, _INVERSE[kin.relation], owner)

    def _link(self, owner: Member, relation: str, relative: Member) -> None:
        for known in (self._of.setdefault((id(owner), relation), []), self._all.setdefault(relation, [])):
            if len(known) < _MANY and relative not in known:
                known.append(relative)

    def spouses(self) -> list[Member]:
        """The two that the text last called husband and wife, none where it has none."""
        return self._all.get("spouse", [])[-2:]

    def find(self, owners: list[Member], kin: Kin) -> list[Member]:
        """The relatives of somebody, or those of the text where nobody is named as theirs.

        Args:
            owners: whose relatives; none for a definite noun alone.
            kin: the noun.

        Returns:
            Members; none where the text leaves it open.
        """
        if owners:
            fits = [one for owner in owners for one in self._of.get((id(owner), kin.relation), ())]
        elif kin.bare:
            fits = list(self._all.get(kin.relation, ()))
        else:
            return []
        fits = [one for one in dict.fromkeys(fits) if not (kin.gender and one.gender and one.gender != kin.gender)]
        if kin.plural:
            return fits
        sure = [one for one in fits if one.gender == kin.gender] if kin.gender else fits
        fits = sure or fits
        return fits if len(fits) == 1 else []
