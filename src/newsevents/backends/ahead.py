"""What stands ahead of a token within its clause, as its candidates tell: what tag rules may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.lexicon.grammar import VERBAL

if TYPE_CHECKING:
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack


_YEAR = 4  # digits of a year of our time


def is_year(norm: str) -> bool:
    """Whether a number is written as a year is."""
    return len(norm) == _YEAR and norm.isdecimal() and norm[0] in "12"


def is_clause_ahead(at: int, candidates: list[str]) -> bool:
    """Whether a subject and a finite verb follow before anything that ends a clause.

    What a preposition governs is no subject: "said *on Sunday* it had", not "measures announced *on Sunday* will".
    """
    subject = governed = False
    for here in range(at + 1, min(at + 14, len(candidates))):
        tags = candidates[here]
        if tags[0] == "C" and governed and here + 1 < len(candidates) and candidates[here + 1][0] in "NED":
            continue  # "as envoys from France *and* Spain arrived"
        if tags[0] in ",.;:q-(QSC" or tags in ("T", "PT"):
            return False
        if "V" in tags and subject and candidates[here - 1][0] not in "DPAM":
            behind = candidates[here + 1][0] if here + 1 < len(candidates) else "."
            if tags[0] in "VKI" or len(tags) == 1 or ("K" in tags and behind in ("PDTRQ,.ME" if tags[0] == "N" else "PDTRQ,.MENAH")):
                return True  # "as police *arrested* 12 people"
        if "G" in tags and not subject:
            return False
        if tags[0] == "R" and subject:
            return False  # "as president he would": the noun phrase is over
        if tags[0] == "P":
            governed = True
        elif tags[0] in "DHR" and candidates[here - 1][0] != "P":
            governed = False
        if tags[0] in "NERMHZ" and not governed:
            subject = True
    return False


def is_resumed(at: int, candidates: list[str]) -> bool:
    """Whether a later comma is followed by a finite verb: what stands between is an insertion ("X, *accompanied* by Y, began …")."""
    for comma in range(at + 1, min(at + 25, len(candidates))):
        tags = candidates[comma]
        if tags[0] in ".;:":
            return False
        if tags[0] in ",-":
            here = comma + 1
            limit = min(here + 6, len(candidates))
            while here < limit and candidates[here][0] in "BDANEMR" and "V" not in candidates[here]:
                here += 1
            bare = candidates[comma + 1] if comma + 1 < limit else ""
            if bare[:1] == "N" and "V" in bare and is_alone(comma + 1, candidates):
                return comma + 2 < limit and candidates[comma + 2][0] in "NEDAMR"  # "The firm, *based* in Ohio, plans layoffs"
            if here < limit and candidates[here][0] == "A" and {"K", "V"} <= set(candidates[here]):
                return here + 1 >= len(candidates) or candidates[here + 1][0] not in "NEA"
            return here < limit and "V" in candidates[here] and candidates[here][0] in "VK"
    return False


def is_alone(at: int, candidates: list[str]) -> bool:
    """Whether no other word up to the next boundary can be a finite verb."""
    for here in range(at + 1, min(at + 30, len(candidates))):
        tags = candidates[here]
        if tags[0] in ",.;:q-(QSC" or ("S" in tags and is_clause_ahead(here, candidates)):
            return True
        if "I" in tags and "T" in candidates[here - 1]:
            continue  # "supports the bid *to join*"
        if tags[0] == "V" or ("V" in tags and (tags[0] in "KIA" or (here + 1 < len(candidates) and candidates[here + 1][0] in "DE"))):
            return False
    return True


def agrees(at: int, norms: list[str], candidates: list[str], readings: list[tuple[Reading, ...]], pack: Pack) -> bool:
    """Whether a present form fits the noun before it: "*posts*" a singular, "*post*" a plural; past forms fit both, names may be either."""
    finite = [reading for reading in readings[at] if VERBAL.get(reading.tense) is None]
    if not finite or any(reading.tense != "pres" for reading in finite):
        return True
    third = any(3 in reading.persons for reading in finite)
    others = any(6 in reading.persons for reading in finite)
    lemmas = pack.nouns.lemmas(norms[at - 1]) if at > 0 else ()
    known = any(pack.look(lemma)[0] for lemma in lemmas if lemma != norms[at - 1]) or (at > 1 and "D" in pack.look(norms[at - 2])[0])
    known = known or "N" in pack.look(norms[at - 1])[0] or any(lemma in pack.gazetteer.ordinary for lemma in lemmas[1:])
    plural = (len(lemmas) > 1 and known) or norms[at - 1] in pack.grammar.nouns.collective  # "Illinois" is none
    if at > 1 and not plural and _counts(at - 2, norms, candidates, pack):
        return others  # "Two health *posts*": a number before a singular leaves the verb none
    named = at > 1 and candidates[at - 1] == candidates[at - 2] == "E"  # "the United States *backs*"
    return (third and (named or not plural)) or (others and plural)


def _counts(at: int, norms: list[str], candidates: list[str], pack: Pack) -> bool:
    """Whether a token counts several of what follows: "*two* health posts", "*12* police stations"; not "in *2012* police", "Channel *4* news"."""
    if candidates[at] != "M" or is_year(norms[at]) or (at > 0 and candidates[at - 1][0] in "END"):
        return False
    return (norms[at].isdecimal() and int(norms[at]) > 1) or pack.grammar.numbers.get(norms[at], 0) > 1


def is_verb_ahead(at: int, candidates: list[str]) -> bool:
    """Whether a word that can hardly be anything but a finite verb stands up to the next boundary."""
    for here in range(at + 1, min(at + 30, len(candidates))):
        tags = candidates[here]
        if tags[0] in ",.;:q-(QSC" or ("S" in tags and is_clause_ahead(here, candidates)):
            return False
        if tags[0] == "V":
            return True
        if tags == "IV" and "T" not in candidates[here - 1] and any("K" in behind for behind in candidates[here + 1 : here + 2]):
            return True  # "troops sent to the border *have begun*"
    return False


def is_last_verb_ahead(at: int, candidates: list[str]) -> bool:
    """Whether a single finite verb stands up to the next mark: it is that of the clause around."""
    verbs = 0
    for here in range(at + 1, min(at + 60, len(candidates))):
        tags = candidates[here]
        if tags[0] in ".;:,(-q":
            break
        verbs += tags[0] == "V"
    return verbs == 1


def is_reduced(at: int, candidates: list[str], readings: list[tuple[Reading, ...]], pack: Pack) -> bool:
    """Whether a form that may be a participle describes its noun, because the verb comes later: "Men *armed* with knives attacked a bus".

    The later form is the verb if something stands behind it as an object does, or if it never has one ("Weapons *seized* at sea disappeared").
    """
    flags = pack.morphology.flags
    if any("i" in flags.get(reading.lemma, "").split(",") for reading in readings[at]):
        return False
    for here in range(at + 2, min(at + 16, len(candidates) - 1)):
        tags = candidates[here]
        if tags[0] in ",.;:q-(QSC":
            return False
        if tags[0] == "V" and "K" not in tags:
            return False  # other rules see to it
        if "K" in tags and "V" in tags and candidates[here - 1][0] in "NEMJB":
            alone = any("i" in flags.get(reading.lemma, "").split(",") for reading in readings[here])
            return alone or candidates[here + 1][0] in "DEMR" or (candidates[here + 1][0] == "N" and tags[0] != "A")
    return False


def is_verbless(at: int, candidates: list[str]) -> bool:
    """Whether noun phrases alone stand up to the next mark: "*dont* un officier et deux soldats,"."""
    for here in range(at + 1, min(at + 30, len(candidates))):
        tags = candidates[here]
        if tags[0] in ",.;:q)-(":
            return here > at + 1
        if tags[0] in "RQSX" or tags[0] == "V" or ("V" in tags and tags[0] in "KI"):
            return False
    return True


def rounds_a_number(at: int, fixed: list[str], candidates: list[str], *, pair: bool) -> bool:
    """Whether a preposition only rounds a number: "*entre* 600 *et* 800 personnes", "*up to* 30 people".

    Args:
        at: its token.
        fixed: the function phrases of the text.
        candidates: what each token may be.
        pair: whether it needs two numbers; "une collision *entre* deux camions" is no rounding.
    """
    here = at + 1
    size = len(candidates)
    while here < size and fixed[here] == "+":
        here += 1
    numbers = 0
    while here < size and here < at + 8 and candidates[here][0] in "MCB":
        numbers += candidates[here][0] == "M"
        here += 1
    return numbers > pair and here < size and candidates[here][0] in "NA"
