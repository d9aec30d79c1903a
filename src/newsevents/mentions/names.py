"""Names in a text: capitalised stretches and entries of the gazetteer, each with what it seems to name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsevents.lexicon.gazetteer import OrganizationRow, PlaceRow
    from newsevents.lexicon.pack import Pack
    from newsevents.text.analysis import Analysis

_LONGEST = 9  # tokens of the longest name of a gazetteer that is tried


class Name(NamedTuple):
    """One name in the text; ``first`` and ``last`` bound its tokens.

    ``kind``: person, organization, country, group, place, thing (a work, product or event: no actor) or "" while unknown.
    """

    first: int
    last: int
    kind: str
    key: str
    country: str = ""
    place: PlaceRow | None = None
    organization: OrganizationRow | None = None
    capital: str = ""  # country whose government the name may stand for
    titled: bool = False  # a title or form of address stands right before it
    gender: str = ""
    sure: bool = False  # named so by the gazetteer, a head noun or a title, not by its shape alone


class NameFinder:
    """Finds the names of one text."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack
        self.gazetteer = pack.gazetteer
        self.roles = pack.roles
        self.size = len(analysis.starts)
        self.found: list[Name] = []
        self.titles_before: dict[int, tuple[int, int]] = {}
        # words that stand capitalised inside a sentence somewhere: their capital at a sentence's start tells something
        self.capitalised = {
            analysis.norms[at] for at in range(self.size) if analysis.tags[at] == "E" and at and not self._opens(at)
        }

    def find(self) -> list[Name]:
        """All names in text order, not overlapping."""
        at = 0
        while at < self.size:
            if self._is_capital(at):
                end = self._run_end(at)
                at = max(self._split(at, end), at + 1)
            elif self.a.tags[at] != "p" and self.a.norms[at] in self.roles.peoples and self.a.shapes[at] == "C":
                at += 1
            else:
                at += 1
        return self.found

    # -- runs of capitals

    def _opens(self, at: int) -> bool:
        first = self.a.sentences[self.a.sentence_of[at]][0]
        while first < at and self.a.shapes[first] == "p":
            first += 1
        return first == at or self.a.tags[at - 1] == "q"

    def _is_capital(self, at: int) -> bool:
        shape = self.a.shapes[at]
        if shape not in "CU":
            return False
        norm = self.a.norms[at]
        if self.a.tags[at] == "E":
            if self._opens(at) and norm in self.roles.not_names and norm not in self.capitalised and not self.gazetteer.knows(norm):
                return False
            return not (len(norm) == 1 and not norm.isalpha())
        if norm in self.pack.word_tags and not (shape == "U" and len(norm) > 1):
            return self._longest(at)[0] > at + 1
        if not self._opens(at):
            return self.a.tags[at] in "NA"
        following = at + 1 < self.size and self.a.tags[at + 1] == "E" and self.a.shapes[at + 1] in "CU"
        if norm in self.capitalised and norm not in self.roles.not_names:
            return True
        if self.roles.titles.match(self.a.norms, at) is not None and following:
            return True
        if norm in self.gazetteer.adjectives and following:
            return True
        end, _ = self._longest(at)
        if end > at + 1:
            return True
        if norm in self.gazetteer.given_names and following:
            return True
        if norm.rstrip(".") in self.roles.civilities and following:
            return True
        if end == at + 1 and norm not in self.pack.open_tags and norm not in self.roles.not_names:
            return True
        return following and self.roles.heads.match(self.a.norms, at) is not None

    def _run_end(self, at: int) -> int:
        a = self.a
        end = at + 1
        sentence_end = a.sentences[a.sentence_of[at]][1]
        while end < sentence_end:
            title = self.roles.titles.match(a.norms, end - 1) if a.shapes[end] == "l" else None
            if title is not None and title[0] > end and title[0] < sentence_end and a.shapes[title[0] - 1] in "CU" and a.shapes[title[0]] in "CU":
                end = title[0]  # "Secretary of State …"
                continue
            if a.shapes[end] in "CU" and a.tags[end] in "EN" and not (a.tags[end - 1] in "q"):
                end += 1
                continue
            ahead = end
            if a.norms[end] in ("&",) and ahead + 1 < sentence_end and a.shapes[ahead + 1] in "CU":
                end += 2
                continue
            while ahead < sentence_end and ahead < end + 3 and a.norms[ahead] in self.roles.particles and a.shapes[ahead] == "l":
                ahead += 1
            if ahead > end and ahead < sentence_end and a.shapes[ahead] in "CU" and a.tags[ahead] == "E" and self._joins(at, end, ahead):
                end = ahead + 1
                continue
            break
        return end

    def _joins(self, first: int, end: int, ahead: int) -> bool:
        """Whether a particle joins two capitalised parts to one person's name."""
        if self.gazetteer.given_names.get(self.a.norms[end - 1]) and end - first == 1:
            return self.a.tags[end] not in "P" or self.a.norms[ahead] not in self.gazetteer.country_names
        return self.a.tags[end] not in "PDC" and self.a.norms[end] not in self.pack.word_tags

    # -- what stands in a run

    def _longest(self, at: int) -> tuple[int, str]:
        """The longest entry of the gazetteer that starts at a token: index after it and its key."""
        if not self.gazetteer.may_begin(self.a.norms[at]):
            return at, ""
        sentence_end = self.a.sentences[self.a.sentence_of[at]][1]
        for end in range(min(at + _LONGEST, sentence_end), at, -1):
            if self.a.tags[end - 1] in ",;:q" or (self.a.shapes[end - 1] == "p" and self.a.norms[end - 1] not in ("'", "!", "&")):
                continue
            key = self.a.key(at, end)
            if self.gazetteer.knows(key):
                return end, key
        return at, ""

    def _split(self, first: int, last: int) -> int:
        a, roles = self.a, self.roles
        at = first
        titled = False
        gender = ""
        reached = last
        while at < last:
            norm = a.norms[at]
            civility = roles.civilities.get(norm) or roles.civilities.get(norm.rstrip("."))
            if civility is not None and at + 1 < last and (not civility.capital or a.shapes[at] == "C"):
                titled, gender = True, civility.gender
                at += 1
                continue
            end, key = self._longest(at)
            title = roles.titles.match(a.norms, at)
            if title is not None and title[0] >= end and (title[0] < last or at == first):
                if title[0] >= last:
                    return max(reached, title[0])
                gender = title[1].gender or gender
                self.titles_before[title[0]] = (at, title[0])
                titled = True
                at = title[0]
                continue
            if norm in roles.modifiers and at + 1 < last and roles.titles.match(a.norms, at + 1):
                at += 1
                continue
            adjective = self.gazetteer.adjectives.get(norm)
            if adjective and end <= at + 1 and at + 1 < last and (
                roles.titles.match(a.norms, at + 1) or a.norms[at + 1] in self.gazetteer.given_names or a.norms[at + 1] in roles.modifiers
            ):
                at += 1
                continue
            if end > at:
                covers = end >= last
                if covers or not self._continues(at, end, last):
                    self._known(at, end, key, titled, gender)
                    titled, gender = False, ""
                    at = end
                    reached = max(reached, end)
                    continue
            if end <= at and adjective and at + 1 == last:
                self._people(at, adjective)
                return reached
            group = roles.peoples.get(norm)
            if group is not None and at + 1 == last and end <= at:
                self.found.append(Name(at, at + 1, "group", norm, country=group.iso2, sure=True))
                return reached
            stop = at + 1
            while stop < last:
                nested = roles.titles.match(a.norms, stop)
                if nested is not None and nested[0] < last and self._longest(at)[0] < stop and a.tags[stop] == "E" and not roles.heads.match(a.norms, at):
                    break
                stop += 1
            reached = max(reached, self._unknown(at, stop, titled, gender))
            titled, gender = False, ""
            at = max(stop, reached) if reached > stop else stop
        return reached

    def _continues(self, at: int, end: int, last: int) -> bool:
        """Whether a known name is only the beginning of a longer one ("Kenya Airways", "Paul Biya" after the city)."""
        following = self.a.norms[end]
        if self.roles.titles.match(self.a.norms, end) is not None or following in self.gazetteer.adjectives:
            return False
        key = self.a.key(at, end)
        if self.gazetteer.organization(key) is not None and end - at > 1:
            return False
        if self._longest(end)[0] >= last and self.a.tags[end - 1] != "E":
            return False
        if end - at > 1 and self.gazetteer.place(key) is not None and not self.roles.heads.match(self.a.norms, end):
            return False
        return True

    def _known(self, at: int, end: int, key: str, titled: bool, gender: str) -> None:
        gazetteer = self.gazetteer
        country = gazetteer.country_names.get(key)
        place = gazetteer.place(key)
        organization = gazetteer.organization(key)
        capital = gazetteer.capitals.get(key, "")
        shape = self.a.shapes[at]
        if end - at == 1 and key in self.pack.grammar.clauses.temporal:
            return
        if country is not None and not (shape == "C" and len(key) <= 2):
            self.found.append(Name(at, end, "country", key, country=country.code, place=place, capital=country.code, sure=True))
        elif titled and end - at == 1 and organization is None:
            self.found.append(Name(at, end, "person", key, titled=True, gender=gender, sure=True))
        elif organization is not None and not (shape == "C" and len(key) <= 3 and key not in ("onu",)):
            kind = "group" if "REB" in organization.sectors and key.endswith("s") and False else "organization"
            self.found.append(Name(at, end, kind, key, country=organization.country, organization=organization, place=place, capital=capital, sure=True))
        elif place is not None:
            given = end - at == 1 and key in gazetteer.given_names and place.weight < 300_000 and place.kind == "city"
            if given or self._is_lone_word(at, end):
                self._unknown(at, end, titled, gender)
            else:
                self.found.append(Name(at, end, "place", key, country=place.country, place=place, capital=capital, sure=True))
        elif capital:
            self.found.append(Name(at, end, "place", key, country=capital, capital=capital, sure=True))

    def _is_lone_word(self, at: int, end: int) -> bool:
        """Whether a small place's name is an ordinary word at a sentence's start."""
        return end - at == 1 and self._opens(at) and (self.a.norms[at] in self.pack.open_tags or self.a.norms[at] in self.roles.not_names)

    def _people(self, at: int, country: str) -> None:
        """A nationality standing alone: the people ("the British", "les Nord-Coréens")."""
        a = self.a
        chunk = a.chunk_of[at]
        if chunk >= 0 and a.chunks[chunk].head != at and a.chunks[chunk].last != at + 1:
            return
        if chunk >= 0 and any(a.tags[t] == "N" for t in range(a.chunks[chunk].first, at)):
            return
        if at + 1 < self.size and a.tags[at + 1] in "NA" and not a.norms[at] in self.gazetteer.peoples:
            return
        if a.norms[at] in self.gazetteer.peoples:
            self.found.append(Name(at, at + 1, "group", a.norms[at], country=country, sure=True))

    def _unknown(self, first: int, last: int, titled: bool, gender: str) -> int:
        a, roles, gazetteer = self.a, self.roles, self.gazetteer
        norms = a.norms
        key = a.key(first, last)
        if last - first == 1 and norms[first] in gazetteer.peoples and not titled:
            self._people(first, gazetteer.peoples[norms[first]])
            return last
        if last - first == 1 and norms[first] in gazetteer.adjectives and not titled:
            return last
        head = self._head_kind(first, last)
        if head is not None and not titled:
            kind, end = head
            country = gazetteer.adjectives.get(norms[first], "")
            if kind == "place":
                end = last
            self.found.append(Name(first, end, kind, a.key(first, end), country=country, sure=True))
            return end
        given = gazetteer.given_names.get(norms[first])
        if last - first == 1:
            if not titled and self._is_word(first):
                return last
            if titled:
                self.found.append(Name(first, last, "person", key, titled=True, gender=gender, sure=True))
            elif norms[first] in self.pack.grammar.clauses.temporal:
                return last
            elif a.shapes[first] == "U" and 2 <= len(norms[first]) <= 6:
                self.found.append(Name(first, last, "organization", key))
            elif given:
                self.found.append(Name(first, last, "person", key, gender="" if given == "u" else given))
            else:
                self.found.append(Name(first, last, "", key))
            return last
        if titled or given or norms[first].rstrip(".").isalpha() and len(norms[first].rstrip(".")) == 1:
            self.found.append(
                Name(first, last, "person", key, titled=titled, gender=gender or ("" if given in (None, "u") else given), sure=titled or bool(given))
            )
            return last
        self.found.append(Name(first, last, "", key))
        return last

    def _is_word(self, at: int) -> bool:
        """Whether a lone capitalised token is an ordinary word written large ("l'Histoire", "l'État")."""
        norm = self.a.norms[at]
        if norm in self.roles.not_names:
            return True
        tags = self.pack.open_tags.get(norm)
        if self._opens(at) and norm not in self.capitalised:
            return tags is not None or bool(self.pack.morphology.readings(norm)) or norm in self.pack.word_tags
        lowered = tags is not None and ("N" in tags or "A" in tags)
        return lowered or self.roles.titles.match(self.a.norms, at) is not None or norm in self.pack.grammar.clauses.temporal

    def _head_kind(self, first: int, last: int) -> tuple[str, int] | None:
        """Kind of a name by a head noun inside it, and where it ends (function words and lower-case words may follow)."""
        a, roles = self.a, self.roles
        kind = ""
        order = range(first, last) if self.pack.grammar.clauses.postposed_adjectives else range(last - 1, first - 1, -1)
        for at in order:
            hit = roles.heads.match(a.norms, at)
            if hit is not None and hit[1].proper:
                kind = "organization"
            elif last - first > 1 and (roles.facilities.match(a.norms, at) is not None or roles.areas.match(a.norms, at) is not None):
                kind = "place"
            elif at > first and (a.norms[at] in roles.company_words or a.norms[at] in roles.company_suffixes):
                kind = "organization"
            elif last - first > 1 and a.norms[at] in roles.event_names:
                kind = "thing"
            if kind:
                break
        if not kind:
            return None
        end = self._extend(first, last)
        if last - first == 1 and end == last:
            return None  # a lone head noun written large is no name
        return kind, end

    def _extend(self, first: int, last: int) -> int:
        """Where a name built on a head noun ends: adjectives behind it, and complements ("Ministry of Defence", "Cour de cassation")."""
        a = self.a
        clauses = self.pack.grammar.clauses
        end = last
        sentence_end = a.sentences[a.sentence_of[first]][1]
        if clauses.postposed_adjectives:
            chunk = a.chunk_of[last - 1]
            limit = a.chunks[chunk].last if chunk >= 0 else last
            while end < limit and a.shapes[end] == "l" and a.tags[end] in "AN" and end < last + 2:
                end += 1
        while end < sentence_end - 1:
            ahead = end
            if a.tags[ahead] == "P" and (a.lemmas[ahead] in clauses.genitive or a.lemmas[ahead] in self.pack.grammar.name_joiners):
                ahead += 1
            elif a.tags[ahead] == "C" and a.shapes[ahead] == "l" and end > last:
                ahead += 1
            else:
                break
            while ahead < sentence_end and a.tags[ahead] == "D":
                ahead += 1
            if ahead >= sentence_end or ahead == end:
                break
            if a.shapes[ahead] in "CU" and a.tags[ahead] in "EN":
                stop = ahead + 1
                while stop < sentence_end and a.shapes[stop] in "CU" and a.tags[stop] == "E":
                    stop += 1
                if clauses.postposed_adjectives and self.gazetteer.knows(a.key(ahead, stop)) is False and self.roles.heads.match(a.norms, ahead) is None and end > last:
                    break
                end = stop
            elif clauses.postposed_adjectives and a.shapes[ahead] == "l" and a.tags[ahead] in "NA" and end == last and a.tags[end] == "P":
                chunk = a.chunk_of[ahead]
                end = a.chunks[chunk].last if chunk >= 0 else ahead + 1
                break
            else:
                break
        return end
