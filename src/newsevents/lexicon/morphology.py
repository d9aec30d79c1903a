"""Verb forms: from a form to its lemma, tense and person, by the pack's paradigms."""

from __future__ import annotations

from typing import Any, NamedTuple

import attrs

from newsevents.errors import PackError

FINITE = frozenset({"pres", "impf", "past", "fut", "cond", "subj", "subjimpf", "imp"})
_PERSONS = {6: (1, 2, 3, 4, 5, 6), 2: (0, 3), 1: (0,), 3: (2, 4, 5), 4: (0, 0, 0, 0)}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Model:
    """One conjugation: what stands behind the stem in each form (``conjugations.toml``)."""

    name: str
    cut: str
    inf: str
    pres: tuple[str, ...]
    past: tuple[str, ...]
    ger: str
    part: tuple[str, ...]
    impf: tuple[str, ...] = ()
    fut: tuple[str, ...] = ()
    cond: tuple[str, ...] = ()
    subj: tuple[str, ...] = ()
    subjimpf: tuple[str, ...] = ()
    imp: tuple[str, ...] = ()


class Reading(NamedTuple):
    """One way to read a form as a verb. Person: 1–3 singular, 4–6 plural, 0 where the form does not tell."""

    lemma: str
    tense: str
    persons: tuple[int, ...]


class Morphology:
    """Reads verb forms by cutting endings off: memory is one entry a verb, not one a form."""

    def __init__(self, models: tuple[Model, ...], verbs: list[str], where: str) -> None:
        self._endings: dict[str, dict[str, tuple[tuple[str, int], ...]]] = {}
        cuts = {}
        shared: dict[object, Any] = {}  # what many models have is kept once
        for model in models:
            self._endings[model.name] = {shared.setdefault(ending, ending): shared.setdefault(rows, rows) for ending, rows in _endings(model, shared).items()}
            cuts[model.name] = model.cut
        self._stems: dict[str, tuple[tuple[str, str], ...]] = {}
        self._fixed: dict[str, list[Reading]] = {}
        self.flags: dict[str, str] = {}
        longest = 0
        for line in verbs:
            cells = line.split("\t")
            lemma, name = cells[0], cells[1]
            if len(cells) > 2 and cells[2]:
                self.flags[lemma] = cells[2]
            else:
                self.flags.setdefault(lemma, "")
            if name == "-":
                self._fix(lemma, cells[3:])
                continue
            if name not in cuts or not lemma.endswith(cuts[name]):
                raise PackError(f"no model {name!r} that fits the verb {lemma!r} @ {where}")
            stem = lemma[: len(lemma) - len(cuts[name])]
            self._stems[stem] = (*self._stems.get(stem, ()), (lemma, shared.setdefault(name, name)))
        for endings in self._endings.values():
            longest = max(longest, *(len(ending) for ending in endings))
        self._longest = longest

    def _fix(self, lemma: str, forms: list[str]) -> None:
        third, past, gerund, participle = (*forms, "", "", "", "")[:4]
        rows = [(lemma, "inf", (0,)), (lemma, "pres", (1, 2, 4, 5, 6)), (gerund, "ger", (0,))]
        rows += [(form, "pres", (3,) if not number else (1, 2, 4, 5, 6)) for number, form in enumerate(third.split("|"))]
        rows += [(form, "past", (0,)) for form in past.split("|")]
        rows += [(form, "part", (0,)) for form in participle.split("|")]
        for form, tense, persons in rows:
            if form:
                self._fixed.setdefault(form, []).append(Reading(lemma, tense, persons))

    def readings(self, norm: str) -> list[Reading]:
        """All readings of a folded word as a verb form; empty where it is none."""
        found = list(self._fixed.get(norm, ()))
        stems, endings = self._stems, self._endings
        for cut in range(max(0, len(norm) - self._longest), len(norm) + 1):
            stem = norm[:cut]
            if stem in stems:
                ending = norm[cut:]
                for lemma, model in stems[stem]:
                    forms = endings[model]
                    hits = forms.get(ending)
                    if hits is None and stem and ending[:1] == stem[-1]:
                        hits = forms.get("&" + ending[1:])
                    if hits:
                        by_tense: dict[str, list[int]] = {}
                        for tense, person in hits:
                            by_tense.setdefault(tense, []).append(person)
                        found += [Reading(lemma, tense, tuple(persons)) for tense, persons in by_tense.items()]
        return found


def _endings(model: Model, shared: dict[object, Any]) -> dict[str, tuple[tuple[str, int], ...]]:
    table: dict[str, list[tuple[str, int]]] = {}

    def add(ending: str, tense: str, person: int) -> None:
        for spelling in ending.split("|"):
            if spelling != "-":
                row = shared.setdefault((tense, person), (tense, person))
                cell = table.setdefault(spelling, [])
                if row not in cell:
                    cell.append(row)

    add(model.inf, "inf", 0)
    add(model.ger, "ger", 0)
    for ending in model.part:
        add(ending, "part", 0)
    for tense in ("pres", "impf", "past", "fut", "cond", "subj", "subjimpf", "imp"):
        forms: tuple[str, ...] = getattr(model, tense)
        persons = _PERSONS.get(len(forms), tuple(0 for _ in forms))
        if tense == "subjimpf" and len(forms) == 1:
            persons = (3,)
        for ending, person in zip(forms, persons, strict=True):
            if len(forms) == 2 and person == 0:
                for each in (1, 2, 4, 5, 6):
                    add(ending, tense, each)
            else:
                add(ending, tense, person)
    return {ending: tuple(rows) for ending, rows in table.items()}
