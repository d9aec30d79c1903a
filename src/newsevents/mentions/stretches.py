"""Capitalised stretches of a text: where names may stand, and how much a capital tells there."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from newsevents.lexicon.persons import read_persons

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.text.analysis import Analysis

_MOST_WORDS = 100_000  # words remembered as ordinary or not, over all texts
_MARKS = "\u0300\u0301\u0302\u0308\u0327"  # grave, acute, circumflex, diaeresis, cedilla
_LARGE = re.compile("[CU]")
PUNCTUATION_TAGS = ",;:.(-)qZ+"  # what may stand right behind a name
_ACRONYM = 2  # letters of the shortest acronym
_HEADLINE_WORDS = 4  # fewer capitalised words may be a list of names


@lru_cache(maxsize=64)
def _accented(letter: str) -> tuple[str, ...]:
    """The letters that a letter without its accent may stand for."""
    return tuple(one for mark in _MARKS if len(one := unicodedata.normalize("NFC", letter + mark)) == 1 and one != letter)


@lru_cache(maxsize=8)
def closed_words(pack: Pack) -> frozenset[str]:
    """The words of a language that are nothing but grammar: those of its closed classes, less the nouns and adjectives among them."""
    return frozenset(norm for norm, tags in pack.word_tags.items() if tags[0] not in "NA")


class Stretches:
    """The capitalised stretches of one text."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack
        self.gazetteer = pack.gazetteer
        self.roles = pack.roles
        self.size = len(analysis.starts)
        self.closed = closed_words(pack)
        self.persons = pack.load(read_persons)
        self._ordinary = pack.gazetteer.ordinary_words
        self._known: dict[int, list[int]] = {}
        self._first = [self._first_word(first, last) for first, last in analysis.sentences]
        self.loose = [self._style(first, last) for first, last in analysis.sentences]
        # words that stand capitalised where a capital tells something: their capital at a sentence's start tells as much
        self.large = [match.start() for match in _LARGE.finditer(analysis.shapes)]
        self.capitalised = {
            analysis.norms[at] for at in self.large if analysis.tags[at] in "EN" and not self.opens(at) and not self.loose[analysis.sentence_of[at]]
        }

        self.acronyms = {analysis.norms[at] for at in self.large if self._is_bracketed(at)}

    def _is_bracketed(self, at: int) -> bool:
        """Whether a token in capitals stands alone in brackets behind a name: an acronym, even if it is a word too ("Refugee Action Network (*RAN*)")."""
        a = self.a
        if a.shapes[at] != "U" or a.ends[at] - a.starts[at] < _ACRONYM or at < _ACRONYM or at + 1 >= self.size:
            return False
        return a.tags[at - 1] == "(" and a.tags[at + 1] == ")" and a.tags[at - 2] in "ENA" and a.norms[at] not in self.roles.not_names

    def find(self) -> list[tuple[int, int]]:
        """Token bounds of the stretches, in text order, not overlapping."""
        found = []
        reached = 0
        for at in self.large:
            if at >= reached and self._may_start(at):
                first = self._particles_before(at, reached)
                reached = self._end(at)
                found.append((first, reached))
        return found

    def _particles_before(self, at: int, reached: int) -> int:
        """The first of the particles that open a name ("spoke to von der Leyen"): those that are no words of grammar."""
        while at > reached and self.a.shapes[at - 1] == "l" and self.a.norms[at - 1] in self.roles.particle_words and self.a.norms[at - 1] not in self.closed:
            at -= 1
        return at

    # -- what a capital tells

    def _first_word(self, first: int, last: int) -> int:
        while first < last - 1 and self.a.shapes[first] == "p":
            first += 1
        return first

    def opens(self, at: int) -> bool:
        """Whether a token begins a sentence or a quotation, where ordinary words are capitalised too."""
        return self._first[self.a.sentence_of[at]] == at or self.a.tags[at - 1] in "q:"

    def _style(self, first: int, last: int) -> bool:
        """Whether a sentence is a headline in capitals, or with a capital on every word: its capitals tell nothing."""
        a = self.a
        shapes = a.shapes
        upper, capital = shapes.count("U", first, last), shapes.count("C", first, last)
        if upper < _HEADLINE_WORDS and capital <= _HEADLINE_WORDS:
            return False
        function = self.closed
        lower = sum(1 for at in range(first, last) if shapes[at] == "l" and a.norms[at] not in function)
        if upper >= _HEADLINE_WORDS and upper > 3 * (capital + lower):
            return True
        return capital > _HEADLINE_WORDS and capital > 4 * lower and a.tags[last - 1] not in ".q"

    def ordinary(self, norm: str) -> bool:
        """Whether a folded word is a word of the language, not only a name."""
        known = self._ordinary.get(norm)
        if known is None and norm[1:2] == "-":
            known = norm[2:].isalpha()  # "T-shirt", "X-ray"
        if known is None:
            # capitals often lose their accent in print ("Evidemment", "Etat")
            known = self._listed(norm) or any(self._listed(letter + norm[1:]) for letter in _accented(norm[:1]))
            if len(self._ordinary) > _MOST_WORDS:
                self._ordinary.clear()
            self._ordinary[norm] = known
        return known

    def _listed(self, norm: str) -> bool:
        tags, words = self.pack.open_tags, self.gazetteer.ordinary
        if norm in tags or norm in words or norm in self.pack.word_tags or self.pack.morphology.readings(norm):
            return True
        if norm in self.roles.people or norm in self.roles.nominals or self.roles.collectives.match([norm], 0) is not None:
            return norm not in self.gazetteer.given_names
        return any(lemma in tags or lemma in words for lemma in self.pack.nouns.lemmas(norm))

    def is_plain(self, at: int) -> bool:
        """Whether a capitalised token is an ordinary word in a position where any word has a capital."""
        norm = self.a.norms[at]
        loose = self.opens(at) or self.loose[self.a.sentence_of[at]]
        return loose and norm not in self.capitalised and norm not in self.persons and (self.ordinary(norm) or norm in self.roles.not_names)

    # -- bounds

    def longest(self, at: int) -> int:
        """The index after the longest entry of the gazetteer that starts at a token; the token's own where there is none."""
        ends = self.known_ends(at)
        return ends[0] if ends else at

    def known_ends(self, at: int) -> list[int]:
        """The indices after all entries of the gazetteer that start at a token, the longest first."""
        longest = self.gazetteer.longest(self.a.norms[at])
        if not longest:
            if self.contracted(at, self.a.norms[at]) is None:
                return []
            longest = 1
        found = self._known.get(at)
        if found is None:
            found = self._known[at] = self._find_known(at, longest)
        return found

    def _find_known(self, at: int, longest: int) -> list[int]:
        a, gazetteer = self.a, self.gazetteer
        found = []
        sentence_end = a.sentences[a.sentence_of[at]][1]
        for end in range(min(at + longest, sentence_end), at, -1):
            last = end - 1
            if a.shapes[last] == "p" and a.norms[last][0] not in "'!&":
                continue
            key = a.key(at, end)
            if (gazetteer.knows(key) or self.contracted(at, key) is not None) and self._written_large(at, end):
                found.append(end)
        return found

    def contracted(self, at: int, key: str) -> str | None:
        """The organization's key whose article is written together with the preposition before a name ("journaliste du Monde": Le Monde)."""
        grammar = self.pack.grammar
        norms = self.a.norms
        if not at or norms[at - 1] not in grammar.contracted or self.a.shapes[at - 1] != "l" or self.gazetteer.place(key) is not None:
            return None
        for table in (self.roles.things, self.roles.titles):
            hit = table.match(norms, at - 2) if at > 1 else None
            if hit is not None and hit[0] > at:
                return None  # "la Coupe du Monde"
        return next((f"{article} {key}" for article in grammar.clauses.definite if self.gazetteer.organization(f"{article} {key}") is not None), None)

    def _written_large(self, at: int, end: int) -> bool:
        """Whether an entry is printed as a name: with a capital on some word that is not merely a sentence's first ("La poste")."""
        a = self.a
        function = self.closed
        if end - at == 1 or (a.shapes[at] in "CU" and a.norms[at] not in function):
            return a.shapes[at] in "CU"
        return any(a.shapes[t] in "CU" for t in range(at + 1, end) if a.norms[t] not in function)

    def _may_start(self, at: int) -> bool:
        a, norm = self.a, self.a.norms[at]
        shape = a.shapes[at]
        if len(norm) == 1 and not norm.isalpha():
            return False
        if (
            at + 1 < self.size
            and a.shapes[at + 1] == "p"
            and a.starts[at + 1] == a.ends[at]
            and a.tags[at + 1] not in PUNCTUATION_TAGS
            and not a.norms[at + 1][-1].isalpha()
            and a.norms[at + 1] != "'"
        ):
            return False  # "US$"
        if shape == "C" and norm[-1] == "s" and a.word(at)[:-1].isupper() and len(norm) > 2 and not self.gazetteer.knows(norm):
            return False  # "MPs", "GIFs": several of a kind
        if "-" in norm and a.text[a.starts[at]].islower() and norm.split("-", 1)[0] not in self.roles.particle_words and not self.gazetteer.knows(norm):
            return False  # "les forces pro-Damas"
        opens = self.opens(at)
        following = at + 1 < self.size and a.shapes[at + 1] in "CU" and a.tags[at + 1] in "EN"
        if shape == "U" and norm in self.acronyms:
            return True
        if norm in self.closed:
            if self.longest(at) > at + (1 if shape == "C" else 0):
                return True
            return shape == "C" and not opens and following and norm in self.roles.particle_words and a.tags[at - 1] != "q"
        if not opens:
            return True
        if norm in self.capitalised or norm in self.persons or norm not in self._lower_words(norm):
            return True
        return (
            following
            or self.longest(at) > at
            or norm in self.gazetteer.given_names
            or self.roles.heads.match(a.norms, at) is not None
            or self.roles.things.match(a.norms, at) is not None
            or self.roles.facilities.match(a.norms, at) is not None
            or self.roles.areas.match(a.norms, at) is not None
            or self.roles.titles.match(a.norms, at) is not None
            or self.roles.civility_phrases.match(a.norms, at) is not None
            or self.gazetteer.nationalities.match(a.norms, at) is not None
            or self.gazetteer.nationals.match(a.norms, at) is not None
            or self.roles.peoples.match(a.norms, at) is not None
            or self.roles.modifiers.match(a.norms, at) is not None
        )

    def _lower_words(self, norm: str) -> tuple[str, ...]:
        return (norm,) if self.ordinary(norm) or norm in self.roles.not_names else ()

    def _end(self, at: int) -> int:
        """The index after a stretch: capitals, particles between them, titles among them, and entries of the gazetteer."""
        a = self.a
        end = max(at + 1, self.longest(at))
        sentence_end = a.sentences[a.sentence_of[at]][1]
        end = max(end, self._title_end(at, sentence_end))
        while end < sentence_end:
            if a.shapes[end] in "CU":
                if not self._goes_on(at, end):
                    break
                end = max(end + 1, self.longest(end), self._title_end(end, sentence_end))
                continue
            reached = self._over_title(end, sentence_end) or self._over_particles(at, end, sentence_end)
            if reached <= end:
                break
            end = reached
        return end

    def _goes_on(self, first: int, at: int) -> bool:
        """Whether a capitalised token continues the stretch before it."""
        a = self.a
        if a.tags[at] == "E" or a.norms[at] not in self.closed:
            return a.tags[at] in "ENA" or a.norms[at] not in self.closed
        loose = self.loose[a.sentence_of[at]]
        if a.shapes[at] == "C" and not loose and a.norms[at - 1] in self.gazetteer.given_names and a.tags[at - 1] == "E":
            return True  # "Theresa May"
        # a function word with a capital: part of a name ("Bruno Le Maire") where a name goes on behind it
        following = at + 1 < self.size and a.shapes[at + 1] in "CU"
        return following and not loose and a.norms[at] in self.roles.particle_words and first < at

    def _title_end(self, at: int, sentence_end: int) -> int:
        """The index after a capitalised title with small words inside ("Secretary of State"), 0 for none."""
        title = self.roles.titles.match(self.a.norms, at)
        if title is None or title[0] <= at + 2 or title[0] > sentence_end:
            return 0
        return title[0] if self.a.shapes[title[0] - 1] in "CU" else 0

    def _over_title(self, at: int, sentence_end: int) -> int:
        """The index after a lower-case title between two capitalised words ("Authority director general Hassan"), 0 for none."""
        a = self.a
        if a.shapes[at] != "l" or self.pack.grammar.clauses.postposed_adjectives:
            return 0
        title = self.roles.titles.match(a.norms, at)
        if title is None:
            return 0
        end = title[0]
        return end + 1 if end < sentence_end and a.shapes[end] in "CU" and a.norms[end] not in self.closed else 0

    def _over_particles(self, first: int, at: int, sentence_end: int) -> int:
        """The index after the capitalised word that particles, an ampersand or a possessive join to a stretch, 0 for none."""
        a = self.a
        if a.norms[at] == "&":
            return at + 2 if at + 1 < sentence_end and a.shapes[at + 1] in "CU" else 0
        if a.tags[at] == "Z" and at + 1 < sentence_end and a.shapes[at + 1] in "CU":
            return at + 1 if self._owns_head(first, at) else 0
        if a.tags[at] == "C" and not self.pack.grammar.clauses.postposed_adjectives:
            return self._over_conjunction(first, at, sentence_end)
        ahead = at
        while ahead < sentence_end and ahead < at + 3 and a.norms[ahead] in self.roles.particle_words and a.shapes[ahead] == "l":
            ahead += 1
        if ahead == at or ahead >= sentence_end or a.shapes[ahead] not in "CU":
            return 0
        if a.tags[ahead] != "E" and a.norms[ahead] in self.closed and a.norms[ahead] not in self.roles.particle_words:
            return 0
        return max(ahead + 1, self.longest(ahead)) if self._joins(first, at, ahead) else 0

    def _over_conjunction(self, first: int, at: int, sentence_end: int) -> int:
        """The index after the second half of a body's name ("Food and Drug Administration"): ordinary words up to a head noun, 0 for none."""
        a = self.a
        if not all(self._is_subject_matter(t) for t in range(first, at)) or self.opens(first):
            return 0
        end = at + 1
        while end < sentence_end and a.shapes[end] in "CU" and end < at + 5:
            head = self.roles.heads.match(a.norms, end)
            if head is not None and head[1].proper and end > at + 1:
                return head[0]
            if not self._is_subject_matter(end):
                return 0
            end += 1
        return 0

    def _is_subject_matter(self, at: int) -> bool:
        """Whether a capitalised word is an ordinary one, as in the names of bodies, and heads none itself."""
        norm = self.a.norms[at]
        return self.ordinary(norm) and norm not in self.gazetteer.given_names and self.roles.heads.match(self.a.norms, at) is None and at >= self.longest(at)

    def _owns_head(self, first: int, at: int) -> bool:
        """Whether a possessive belongs to a name ("St. Mary's Hospital", "People's Party") and is not an owner's ("Britain's Labour Party")."""
        a = self.a
        whole = self.roles.heads.match(a.norms, at - 1)
        if whole is not None and whole[0] > at + 1:
            return True  # "Leeds Magistrates' Court"
        saint = at - first == 2 and a.norms[first][-1] == "."
        office = self.roles.titles.match(a.norms, at - 1)
        if office is not None and office[0] == at and office[1].group.level in ("office", "rank"):
            head = self.roles.heads.match(a.norms, at + 1)
            return head is not None and head[1].proper  # "Harris County Sheriff's Office"
        return saint or (at - first == 1 and "N" in self.pack.open_tags.get(a.norms[first], "") and self.longest(first) <= first and not self.opens(first))

    def _joins(self, first: int, at: int, ahead: int) -> bool:
        """Whether particles join two capitalised parts to one person's name."""
        a = self.a
        if a.tags[at] == "E":
            return True
        last = a.norms[at - 1]
        named = (
            last in self.gazetteer.given_names
            or (at - first == 1 and last.rstrip(".") in self.roles.civilities)
            or ("-" in last and last.split("-")[0] in self.gazetteer.given_names)
        )
        if a.tags[at] not in "PDC":
            # "von der", "al", "bin": never anything but a part of a name; but not a word that is also a conjunction
            return a.norms[at] not in self.closed
        if not named or (self.longest(ahead) > ahead and a.norms[ahead] not in self.closed):
            return False
        return a.tags[at] == "P" and self.roles.titles.match(a.norms, ahead) is None and self.roles.heads.match(a.norms, ahead) is None
