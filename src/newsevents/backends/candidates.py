"""What each token may be, before its neighbours decide: candidate tags from lexicon, paradigms, capitals and punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack

# Tags beside the pack's: E name-like capitalised word, O other, and for punctuation:
PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", ".": ".", "?": ".", "!": ".", "…": ".", "...": ".", "(": "(", ")": ")", "[": "(", "]": ")",
    "-": "-", "–": "-", "—": "-", "--": "-", '"': "q", "«": "q", "»": "q", "“": "q", "”": "q", "„": "q", "‘": "q", "’": "q", "'": "q", "‹": "q", "›": "q",
    "``": "q", "''": "q",
}  # fmt: skip
_VERBAL: Final = frozenset("VIGK")
_ACRONYM: Final = 3  # letters of the longest name that would stand in capitals ("LeT")


class Candidates(NamedTuple):
    """What each token may be; one entry a token."""

    tags: list[str]  # candidate tags, most likely first
    readings: list[tuple[Reading, ...]]  # as a verb
    phrases: list[str]  # for function phrases: tag and phrase at the first word, "+" at the others, else ""


def shape_of(word: str) -> str:
    """One letter for how a word is written: l lower, C capitalised, U capitals, d digit first, p other."""
    first = word[0]
    if first.isalpha() and word.islower():
        return "l"
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "p"
    if not first.isupper():
        return "C" if not word.islower() and any(map(str.isupper, word)) else "l"
    return "U" if len(word) > 1 and word.isupper() and sum(map(str.isalpha, word)) > 1 else "C"


def find_candidates(norms: list[str], canonical: list[str], shapes: list[str], initial: list[bool], possessive: frozenset[int], pack: Pack) -> Candidates:
    """List what each token may be.

    Args:
        norms: folded tokens.
        canonical: the same as the pack's tables spell them.
        shapes: their shapes.
        initial: True for a token that begins a sentence or a quotation, where capitals tell nothing.
        possessive: apostrophes that are no quotation mark.
        pack: the language.

    Returns:
        Candidates of every token.
    """
    candidates: list[str] = []
    readings: list[tuple[Reading, ...]] = []
    named = {norm for norm, shape, opens in zip(norms, shapes, initial, strict=True) if shape == "C" and not opens}
    lower = {norm for norm, shape in zip(norms, shapes, strict=True) if shape == "l"}
    for at, (norm, shape) in enumerate(zip(norms, shapes, strict=True)):
        tags, verbs = pack.look(norm)
        if not tags and "-" in norm and _is_numeral(norm, pack):
            tags = "M"
        if at in possessive:
            tags = "Z"
        elif shape == "p":
            tags = tags or PUNCTUATION.get(norm, "O")
        elif shape == "d":
            tags = "M"
        elif shape == "l":
            tags = tags or pack.guess(norm)
        elif shape == "U" or not initial[at]:
            tags = tags if shape == "C" and pack.is_function_word(norm) else "E"
        elif shape == "C" and norm in pack.gazetteer.country_names:
            tags = "E"  # an adjective too: "*Myanmar* lifted the ban"
        else:
            plain = norm in lower or (norm not in named and shapes[at + 1 : at + 2] == ["l"] and _is_ordinary(norm, norms[at + 1], pack))
            tags = tags or ("N" if plain else "E")
        candidates.append(tags)
        readings.append(verbs)
    _join_names(norms, shapes, initial, candidates, pack)
    return Candidates(candidates, readings, _phrases(canonical, shapes, initial, candidates, pack))


def _is_numeral(norm: str, pack: Pack) -> bool:
    """Whether a word is put together from numerals ("trente-deux", "forty-one"), by a conjunction or without ("soixante-et-onze")."""
    numbers = pack.grammar.numbers
    parts = norm.split("-")
    return parts[0] in numbers and parts[-1] in numbers and all(part in numbers or pack.look(part)[0] == "C" for part in parts)


def _is_ordinary(norm: str, following: str, pack: Pack) -> bool:
    """Whether a word that opens a sentence is a common noun as far as the pack knows, and nobody's name.

    A plural, or one before another noun ("*Missile* strikes"); not "*Ford*", nor "*Bush* said".
    """
    gazetteer = pack.gazetteer
    if len(pack.nouns.lemmas(norm)) < 2 and not pack.look(following)[0].startswith("N"):
        return False
    return norm in gazetteer.ordinary and norm not in gazetteer.given_names and gazetteer.organization(norm) is None and gazetteer.place(norm) is None


def _join_names(norms: list[str], shapes: list[str], initial: list[bool], candidates: list[str], pack: Pack) -> None:
    """Make particles inside a person's name part of it: "Bruno *Le* Maire", "Charles *de* Gaulle"."""
    _open_names(norms, shapes, initial, candidates, pack)
    _close_names(norms, shapes, candidates, pack)
    _name_modals(norms, shapes, initial, candidates, pack)
    particles = pack.roles.particles
    given_names, gazetteer = pack.gazetteer.given_names, pack.gazetteer
    size = len(norms)
    for at in particles.starts(norms):
        if not 0 < at < size - 1 or shapes[at - 1] != "C":
            continue
        if shapes[at] == "C":
            if not initial[at] and shapes[at + 1] in "CU" and candidates[at - 1] == "E" and candidates[at + 1] == "E":
                candidates[at] = "E"
        elif shapes[at] == "l" and norms[at - 1] in given_names and (candidates[at - 1] == "E" or initial[at - 1]):
            end = at + 1
            while end < size and end < at + 3 and norms[end] in particles and shapes[end] in "lC":
                end += 1
            if end < size and shapes[end] == "C" and norms[end] not in gazetteer.country_names and gazetteer.place(norms[end]) is None:
                for inside in range(at - 1, end):
                    candidates[inside] = "E"


def _open_names(norms: list[str], shapes: list[str], initial: list[bool], candidates: list[str], pack: Pack) -> None:
    """Make the first word of a sentence part of the known name that it begins: "*United* Nations Secretary-General X said"."""
    gazetteer = pack.gazetteer
    for at in [at for at, opens in enumerate(initial) if opens and shapes[at] == "C" and candidates[at] != "E"]:
        for size in range(min(gazetteer.longest(norms[at]), len(norms) - at), 1, -1):
            if shapes[at + size - 1] in "CU" and gazetteer.knows(" ".join(norms[at : at + size])):
                for inside in range(at, at + size):
                    if shapes[inside] in "CU":
                        candidates[inside] = "E"
                break
        else:
            known = gazetteer.organization(norms[at]) is not None or gazetteer.place(norms[at]) is not None
            if len(norms[at]) > _ACRONYM and set(candidates[at]) <= set("VIGK") and known:
                candidates[at] = "E"  # "*Google* said", "*Berne* a gelé …"


def _close_names(norms: list[str], shapes: list[str], candidates: list[str], pack: Pack) -> None:
    """Make what a known name has written small no verb: "le Conseil de sécurité des Nations *unies*"."""
    gazetteer = pack.gazetteer
    for at in [at for at in range(len(norms) - 1) if shapes[at + 1] == "l" and shapes[at] in "CU" and candidates[at] == "E"]:
        for size in range(min(gazetteer.longest(norms[at]), len(norms) - at), 1, -1):
            if shapes[at + size - 1] == "l" and gazetteer.knows(" ".join(norms[at : at + size])):
                for inside in range(at + 1, at + size):
                    if not _VERBAL.isdisjoint(candidates[inside]):
                        candidates[inside] = "N" if "N" in candidates[inside] else "A"
                break


def _name_modals(norms: list[str], shapes: list[str], initial: list[bool], candidates: list[str], pack: Pack) -> None:
    """Make a modal verb written large a person's name beside one: "Theresa *May* said", "met *Will* Young"; not where every word is written large."""
    given_names, civilities = pack.gazetteer.given_names, pack.roles.civilities
    for at in [at for at, norm in enumerate(norms) if norm in pack.bare_auxiliaries and shapes[at] == "C" and not initial[at]]:
        following = shapes[at + 1 : at + 2]
        surname = shapes[at - 1] == "C" and (norms[at - 1] in given_names or norms[at - 1] in civilities) and following != ["C"]
        given = norms[at] in given_names and shapes[at - 1] != "C" and following == ["C"]
        if surname or given:
            candidates[at] = "E"


def _phrases(canonical: list[str], shapes: list[str], initial: list[bool], candidates: list[str], pack: Pack) -> list[str]:
    """Function phrases: the first word takes tag and phrase, the others ``+``."""
    out = [""] * len(canonical)
    phrases = pack.function_phrases
    reached = 0
    for at in phrases.starts(canonical):
        plain = candidates[at] != "E" or (initial[at] and shapes[at] == "C" and shapes[at + 1 : at + 2] == ["l"])  # "*Faute* de preuves, …"
        hit = phrases.match(canonical, at) if at >= reached and plain else None
        if hit is None or (hit[1][1] in pack.grammar.infinitive_phrases and _takes_infinitive(at, hit[0], canonical, candidates, pack)):
            continue
        reached, (tag_, phrase) = hit
        out[at] = tag_ + phrase
        for inner in range(at + 1, reached):
            out[inner] = "+"
    return out


def _takes_infinitive(first: int, last: int, canonical: list[str], candidates: list[str], pack: Pack) -> bool:
    """Whether words that mostly are a preposition stand between a copula and an infinitive: "is *due to* visit Paris"."""
    if not first or last >= len(candidates) or "I" not in candidates[last]:
        return False
    return any(reading.lemma in pack.grammar.verbs.copula for reading in pack.look(canonical[first - 1])[1])
