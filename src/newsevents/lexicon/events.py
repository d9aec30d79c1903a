"""What evokes events (``events.toml``) and what decides their status (``aspects.toml``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsevents.lexicon.grammar import Nouns


@attrs.frozen(kw_only=True)
class Frame:
    """Who stands where: slots of a verb, and of its nouns. The order of slots is the order of preference."""

    agent: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    noun_agent: tuple[str, ...] = ()
    noun_recipient: tuple[str, ...] = ()
    symmetric: bool = False


@attrs.frozen(kw_only=True)
class EventGroup:
    """Words of one type, mode and frame, with the conditions under which they evoke it (all must hold).

    Attributes:
        type: event type.
        frame: name of the frame.
        verbs: dictionary forms and fixed expressions.
        nouns: singular lemmas.
        mode: mode of the type.
        contexts: contexts of the event.
        object: lemmas one of which must head the object.
        not_object: lemmas that must not.
        subject: lemmas one of which must head the subject.
        not_subject: lemmas that must not.
        object_kind: kinds one of which the object must be of: person, organization, country, group, place, people.
        subject_kind: the same for the subject.
        needs: roles one of which must be filled by an actor.
        near: words one of which must stand in the sentence.
        not_near: words that must not.
        governs: infinitive or clause, which the word must govern.
        status: status that the word itself decides.
    """

    type: str
    frame: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    mode: str = ""
    contexts: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    object_kind: tuple[str, ...] = ()
    subject_kind: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    governs: tuple[str, ...] = ()
    status: str = ""

    @property
    def is_conditional(self) -> bool:
        """Whether it asks more than the word."""
        return bool(self.object or self.not_object or self.subject or self.not_subject or self.object_kind or self.subject_kind or self.near or self.needs or self.governs)


@attrs.frozen(kw_only=True)
class Exclusion:
    """``[[exclude]]``: expressions inside which nothing is an event."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class EventsFile:
    """All of ``events.toml``."""

    frame: dict[str, Frame]
    group: tuple[EventGroup, ...]
    exclude: tuple[Exclusion, ...] = ()


@attrs.frozen(kw_only=True)
class AspectGroup:
    """``[[group]]`` of ``aspects.toml``: words that decide the status of what they govern."""

    status: str
    governs: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    not_nouns: tuple[str, ...] = ()
    subject: bool = False


@attrs.frozen(kw_only=True)
class Light:
    """``[[light]]``: support verbs; what their subject and object are to the noun's event."""

    verbs: tuple[str, ...]
    subject: str = ""
    object: str = ""


@attrs.frozen(kw_only=True)
class AspectsFile:
    """All of ``aspects.toml``."""

    group: tuple[AspectGroup, ...] = ()
    light: tuple[Light, ...] = ()


class NounTable:
    """Nouns and nominal expressions by their first word; plural and singular both fit."""

    def __init__(self, groups: Iterable[EventGroup | Exclusion], words: Callable[[str], tuple[str, ...]], canonical: dict[str, str], nouns: Nouns) -> None:
        self._canonical = canonical
        self._nouns = nouns
        table: dict[str, dict[tuple[str, ...], list[EventGroup | Exclusion]]] = {}
        for group in groups:
            for noun in group.nouns:
                cut = [canonical.get(norm, norm) for norm in words(noun)]
                table.setdefault(words(noun)[0], {}).setdefault(tuple(cut[1:]), []).append(group)
        self._table = {first: sorted(rest.items(), key=lambda item: -len(item[0])) for first, rest in table.items()}

    def match(self, norms: Sequence[str], at: int) -> list[tuple[int, list[EventGroup | Exclusion]]]:
        """Entries that start at a token, the longest first: the index behind each and its groups in file order."""
        found: list[tuple[int, list[EventGroup | Exclusion]]] = []
        for lemma in self._nouns.lemmas(norms[at]):
            for rest, groups in self._table.get(lemma, ()):
                end = at + 1 + len(rest)
                if end <= len(norms) and all(self._same(norms[at + 1 + number], word) for number, word in enumerate(rest)):
                    found.append((end, groups))
        found.sort(key=lambda item: -item[0])
        return found

    def heads(self) -> frozenset[str]:
        """The single nouns of the table."""
        return frozenset(first for first, rest in self._table.items() if any(not tail for tail, _ in rest))

    def _same(self, norm: str, word: str) -> bool:
        return norm == word or self._canonical.get(norm, norm) == word or word in self._nouns.lemmas(norm)
