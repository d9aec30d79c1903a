"""Part-of-speech tags: one letter a token, decided by lexicon, paradigms and the pack's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsevents.lexicon.grammar import VERBAL

if TYPE_CHECKING:
    from newsevents.lexicon.grammar import TagRule
    from newsevents.lexicon.morphology import Reading
    from newsevents.lexicon.pack import Pack

# Tags beside the pack's: E name-like capitalised word, O other, and for punctuation:
PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", ".": ".", "?": ".", "!": ".", "…": ".", "...": ".", "(": "(", ")": ")", "[": "(", "]": ")",
    "-": "-", "–": "-", "—": "-", "--": "-", "\"": "q", "«": "q", "»": "q", "“": "q", "”": "q", "„": "q", "‘": "q", "’": "q", "'": "q", "‹": "q", "›": "q", "``": "q", "''": "q",
}  # fmt: skip


class Tagged(NamedTuple):
    """Tags and lemmas of all tokens, and the verb reading chosen for each verbal one."""

    tags: list[str]
    lemmas: list[str]
    verbs: list[Reading | None]


def shape_of(word: str) -> str:
    """One letter for how a word is written: l lower, C capitalised, U capitals, d digit first, p other."""
    first = word[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "p"
    if not first.isupper():
        return "C" if not word.islower() and any(map(str.isupper, word)) else "l"
    return "U" if len(word) > 1 and word.isupper() and sum(map(str.isalpha, word)) > 1 else "C"


def tag(norms: list[str], shapes: list[str], initial: list[bool], possessive: frozenset[int], pack: Pack) -> Tagged:
    """Tag the tokens of a text.

    Args:
        norms: folded tokens.
        shapes: their shapes.
        possessive: apostrophes that are no quotation mark.
        initial: True for a token that begins a sentence or a quotation, where capitals tell nothing.
        pack: the language.

    Returns:
        One tag, lemma and verb reading a token.
    """
    size = len(norms)
    seen: dict[str, tuple[str, tuple[Reading, ...]]] = {}
    candidates: list[str] = []
    readings: list[tuple[Reading, ...]] = []
    look = pack.look
    lower = {norm for norm, shape in zip(norms, shapes, strict=True) if shape == "l"}
    for norm, shape, first in zip(norms, shapes, initial, strict=True):
        found = seen.get(norm)
        if found is None:
            found = seen[norm] = look(norm)
        tags, verbs = found
        if shape == "p" and norm in PUNCTUATION and not tags:
            tags = PUNCTUATION[norm]
        elif shape == "d":
            tags = "M"
        elif shape == "U" or (shape == "C" and not first):
            tags = tags if shape == "C" and pack.is_function_word(norm) else "E"
        elif shape in "CU":
            tags = tags or ("N" if norm in lower else "E")
        elif not tags:
            tags = pack.guess(norm) if shape == "l" else "O"
        if possessive and len(candidates) in possessive:
            tags = "Z"
        candidates.append(tags)
        readings.append(verbs)
    _join_names(norms, shapes, initial, candidates, pack)
    tags_out = _phrases(norms, candidates, pack)
    lemmas: list[str] = [pack.canonical.get(norm, norm) for norm in norms]
    verbs_out: list[Reading | None] = [None] * size
    previous, before = "^", "^"
    verb_seen = subject_seen = causative = False
    last_verb = ""
    approximators = frozenset(pack.grammar.approximators)
    phrasal, causatives, reporting = pack.phrasal, pack.causatives, pack.clause_verbs if pack.grammar.clauses.zero_complementizer else frozenset()
    rules = pack.tag_rules
    auxiliaries = pack.auxiliaries
    for at in range(size):
        fixed = tags_out[at]
        choice = candidates[at]
        if fixed:
            chosen = fixed[0]
            if len(fixed) > 1:
                lemmas[at] = fixed[1:]
        elif len(choice) == 1 and choice not in pack.ruled_tags:
            chosen = choice
        elif "B" in choice and (last_verb, norms[at]) in phrasal and previous in "VIGKN":
            chosen = "B"
        else:
            if initial[at]:
                previous = "^"
            state = "verb" if verb_seen else "" if subject_seen else "subjectless"
            chosen = _decide(rules(choice), choice, at, previous, before, norms, candidates, state, readings, pack, causative)
        if chosen == "P" and lemmas[at] in approximators and _counts(at, tags_out, candidates):
            chosen = "B"
        if chosen in "VIGK" and readings[at]:
            reading = _reading(chosen, readings[at])
            if reading is not None:
                verbs_out[at] = reading
                lemmas[at] = reading.lemma
        tags_out[at] = chosen
        if chosen in "VQSC,:;.q-(":
            verb_seen = chosen == "V" and lemmas[at] not in reporting
            subject_seen = subject_seen and chosen in "VC" and verb_seen
            causative = False
        elif chosen in "DNEHRAM" and previous not in "PDANEMZGT+":
            subject_seen = True
        if chosen in "VIGK":
            last_verb = lemmas[at]
            causative = last_verb in causatives
        before = previous
        if chosen == "R" and previous in "UW" and norms[at][0] == "-":
            continue
        if chosen != "+" and not (chosen in "BX" and previous in "UW"):
            previous = chosen
            if chosen in "VIGK" and lemmas[at] in auxiliaries:
                previous = "W" if lemmas[at] in pack.bare_auxiliaries else "U"
    return Tagged(tags_out, lemmas, verbs_out)


def _join_names(norms: list[str], shapes: list[str], initial: list[bool], candidates: list[str], pack: Pack) -> None:
    """Make particles inside a person's name part of it: "Bruno *Le* Maire", "Charles *de* Gaulle"."""
    particles = pack.roles.particles
    given_names, gazetteer = pack.gazetteer.given_names, pack.gazetteer
    size = len(norms)
    for at in range(1, size - 1):
        norm = norms[at]
        if norm not in particles or shapes[at - 1] != "C":
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


def _phrases(norms: list[str], candidates: list[str], pack: Pack) -> list[str]:
    """Function phrases: the first word takes tag and phrase, the others ``+``."""
    out = [""] * len(norms)
    canonical = [pack.canonical.get(norm, norm) for norm in norms]
    phrases = pack.function_phrases
    at = 0
    while at < len(norms):
        hit = phrases.match(canonical, at) if canonical[at] in phrases and candidates[at] != "E" else None
        if hit is None:
            at += 1
            continue
        end, (tag_, phrase) = hit
        out[at] = tag_ + phrase
        for inner in range(at + 1, end):
            out[inner] = "+"
        at = end
    return out


def _decide(rules: tuple[TagRule, ...], choice: str, at: int, previous: str, before: str, norms: list[str], candidates: list[str], state: str, readings: list[tuple[Reading, ...]], pack: Pack, causative: bool) -> str:  # noqa: FBT001
    following = candidates[at + 1] if at + 1 < len(norms) else "."
    for rule in rules:
        if rule.previous_any and (at == 0 or not any(tag_ in rule.previous_any for tag_ in candidates[at - 1])):
            continue
        if rule.among_words and norms[at] not in rule.among_words:
            continue
        if rule.previous and previous not in rule.previous and not ((previous == "W" and "U" in rule.previous) or (previous == "U" and "Y" in rule.previous)):
            if not rule.previous_words or at == 0 or norms[at - 1] not in rule.previous_words:
                continue
        elif rule.previous_words and not rule.previous and (at == 0 or norms[at - 1] not in rule.previous_words):
            continue
        if rule.previous_two and before not in rule.previous_two:
            continue
        if rule.next and not any(tag_ in rule.next for tag_ in following):
            continue
        if rule.next_only and not all(tag_ in rule.next_only for tag_ in following):
            continue
        if rule.next_first and following[0] not in rule.next_first:
            continue
        if rule.next_two and not any(tag_ in rule.next_two for tag_ in (candidates[at + 2] if at + 2 < len(norms) else ".")):
            continue
        if rule.clause and rule.clause != state:
            continue
        if rule.alone and (state == "verb" or not _alone(at, candidates)):
            continue
        if rule.verb_ahead and not _verb_ahead(at, candidates):
            continue
        if rule.causative and not causative:
            continue
        if rule.agree and not _agrees(at, norms, readings, pack):
            continue
        if rule.resumed and not _resumed(at, candidates):
            continue
        if rule.clause_ahead and not _clause_ahead(at, candidates):
            continue
        if rule.next_words and (at + 1 >= len(norms) or norms[at + 1] not in rule.next_words):
            continue
        return rule.pick
    return choice[0]


def _reading(tag_: str, readings: tuple[Reading, ...]) -> Reading | None:
    for reading in readings:
        if VERBAL.get(reading.tense, "V") == tag_:
            return reading
    return readings[0] if tag_ in "VI" else None


def _clause_ahead(at: int, candidates: list[str]) -> bool:
    """Whether a subject and a finite verb follow before anything that ends a clause."""
    subject = False
    for here in range(at + 1, min(at + 10, len(candidates))):
        tags = candidates[here]
        if tags[0] in ",.;:q-(QSC" or tags in ("T", "PT"):
            return False
        if "V" in tags and subject and (tags[0] in "VKI" or len(tags) == 1) and candidates[here - 1][0] not in "DPAM":
            return True
        if "G" in tags and not subject:
            return False
        if tags[0] == "R" and subject:
            return False  # "as president he would": the noun phrase is over
        if tags[0] in "NERMHZ":
            subject = True
    return False


def _resumed(at: int, candidates: list[str]) -> bool:
    """Whether a later comma is followed by a finite verb: what stands between is an insertion ("X, *accompanied* by Y, began …")."""
    for comma in range(at + 1, min(at + 25, len(candidates))):
        tags = candidates[comma]
        if tags[0] in ".;:q":
            return False
        if tags[0] == ",":
            here = comma + 1
            limit = min(here + 6, len(candidates))
            while here < limit and candidates[here][0] in "BDANEMR" and "V" not in candidates[here]:
                here += 1
            return here < limit and "V" in candidates[here] and candidates[here][0] in "VK"
    return False


def _alone(at: int, candidates: list[str]) -> bool:
    """Whether no other word up to the next boundary can be a finite verb."""
    for tags in candidates[at + 1 : at + 30]:
        if tags[0] in ",.;:q-(QSC":
            return True
        if tags[0] == "V" or (tags[0] in "KI" and "V" in tags):
            return False
    return True


def _agrees(at: int, norms: list[str], readings: list[tuple[Reading, ...]], pack: Pack) -> bool:
    """Whether a present form fits the noun before it: "*posts*" a singular, "*post*" a plural; past forms fit both."""
    finite = [reading for reading in readings[at] if VERBAL.get(reading.tense) is None]
    if not finite or any(reading.tense != "pres" for reading in finite):
        return True
    third = any(3 in reading.persons for reading in finite)
    others = any(6 in reading.persons for reading in finite)
    plural = at > 0 and len(pack.nouns.lemmas(norms[at - 1])) > 1
    return (third and not plural) or (others and plural)


def _verb_ahead(at: int, candidates: list[str]) -> bool:
    """Whether a word that can hardly be anything but a finite verb stands up to the next boundary."""
    for tags in candidates[at + 1 : at + 30]:
        if tags[0] in ",.;:q-(QSC":
            return False
        if tags[0] == "V":
            return True
    return False


def _counts(at: int, fixed: list[str], candidates: list[str]) -> bool:
    """Whether a preposition only rounds a number: "*entre* 600 *et* 800 personnes", "*up to* 30 people"."""
    here = at + 1
    size = len(candidates)
    while here < size and fixed[here] == "+":
        here += 1
    numbers = 0
    while here < size and here < at + 8 and candidates[here][0] in "MCB":
        numbers += candidates[here][0] == "M"
        here += 1
    return numbers > 0 and here < size and candidates[here][0] in "NA"
