"""Names built on a head noun: where they begin and end ("Ministry of Defence", "l'aéroport de Kaboul", "Tulsa Police Department")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.mentions.names import Name
    from newsevents.mentions.stretches import Stretches
    from newsevents.text.analysis import Analysis

_LONGEST = 8  # tokens of a name built on a head noun


class Bounds:
    """Finds the heads of names in one text, and how far the names reach."""

    def __init__(self, analysis: Analysis, pack: Pack, stretches: Stretches) -> None:
        self.a = analysis
        self.pack = pack
        self.roles = pack.roles
        self.gazetteer = pack.gazetteer
        self.stretches = stretches
        self.first = pack.grammar.clauses.postposed_adjectives  # heads stand first
        self._heads: dict[int, tuple[int, str, str] | None] = {}

    def head_at(self, at: int) -> tuple[int, str, str] | None:
        """The head noun that starts at a token: the index after it, the kind it makes a name, and its position in the name."""
        if at in self._heads:
            return self._heads[at]
        found = self._heads[at] = self._head_at(at)
        return found

    def _head_at(self, at: int) -> tuple[int, str, str] | None:
        norms, roles = self.a.norms, self.roles
        if norms[at] not in roles.head_firsts:
            return None
        usual = "first" if self.first else "last"
        best: tuple[int, str, str] | None = None
        head = roles.heads.match(norms, at)
        if head is not None and head[1].proper:
            joins = head[0] - at > 1 and not self.first and self.a.tags[head[0] - 1] == "P"  # "Committee for Public Safety"
            best = head[0] - joins, "organization", head[1].position or usual
        for table in (roles.facilities, roles.areas):
            place = table.match(norms, at)
            if place is not None and (best is None or place[0] > best[0]):
                both = roles.first_places.match(norms, at) is not None and place[1].position != "first"
                best = place[0], "place", "any" if both else place[1].position or usual
            elif place is not None and best is not None and place[0] == best[0] and best[1] == "organization":
                best = best[0], "either", best[2]
        company = roles.company.match(norms, at)
        if company is not None and (best is None or company[0] > best[0] or company[1]):
            either = not company[1] or (best is not None and best[0] == company[0])  # "Groupe Renault", "Renault Groupe"
            best = company[0], "organization", "any" if self.first and either else "last"
        thing = roles.things.match(norms, at)
        if thing is not None and thing[1] != "brand" and (best is None or thing[0] > best[0]):
            best = thing[0], "thing", "any" if roles.first_things.match(norms, at) is not None else usual
        return best

    def headed(self, at: int, last: int) -> list[tuple[int, float, str]]:
        """Readings of a stretch's tokens from ``at`` as a name built on a head noun: index after, score, kind."""
        a = self.a
        found: list[tuple[int, float, str]] = []
        if a.shapes[at] == "U" and at + 1 < last and a.norms[at] in self.roles.nominals and self.stretches.longest(at + 1) == last:
            return found  # "l'ONG Handicap International"
        first = at
        if self.first and at + 1 < last and "A" in self.pack.open_tags.get(a.norms[at], ""):
            first = at + 1  # "Grande Mosquée de Valence"
        for start in dict.fromkeys((at, first)):
            head = self.head_at(start)
            if head is None or head[2] == "last":
                continue
            if a.norms[start] in self.gazetteer.given_names and start + 1 < last and head[0] == start + 1:
                continue  # "Marine Le Pen"
            named = head[0] + 1 < last and a.norms[head[0]] in self.gazetteer.given_names
            if named and head[1] == "thing":
                continue
            loss = 4.0 if named and head[1] == "organization" else 0.0  # "la Commission Jean-Claude Juncker"
            head = min(head[0], last), head[1], head[2]
            whole = self.first and self.gazetteer.organization(a.key(start, head[0])) is not None  # "le président du Parlement Nabih Berri"
            lower = any(a.shapes[t] == "l" for t in range(start, head[0]))
            if head[1] == "place" and head[0] == last and self._is_number(last) and not lower:
                found.append((last, 3.5, "place"))  # "Interstate 80"
            if (head[0] - start > 1 and not lower) or (head[0] == last and self._reaches(at, last)):
                found.append((head[0], 3.0 * (head[0] - at) + 0.3, head[1]))
            elif start > at and not lower:
                found.append((head[0], 3.0 * (head[0] - at), head[1]))
            for end in range(head[0] + 1, min(last, at + _LONGEST) + 1):
                if a.shapes[end - 1] == "l" and a.norms[end - 1] not in self.roles.particle_words:
                    break
                if whole and a.shapes[end - 1] in "CU" and a.shapes[head[0]] != "l" and not self.gazetteer.knows(a.key(start, end)):
                    continue
                if end == last == head[0] + 1 and len(a.norms[end - 1]) == 1:
                    break  # "Groupe B"
                if self.roles.titles.match(a.norms, end - 1) is not None and a.norms[end - 1] not in self.roles.not_names and end < last:
                    break
                found.append((end, (3.0 if head[1] != "thing" else 2.7) * (end - at) + 0.3 - loss, head[1]))
        if self._is_article_of_known(at, last):
            return found  # "The *Guardian Council*"
        for start in range(at, min(last, at + _LONGEST)):
            if a.shapes[start] == "l" and a.norms[start] not in self.roles.particle_words and a.norms[start] != "&":
                break
            head = self.head_at(start)
            if head is None or head[0] > last or head[2] == "first" or any(a.shapes[t] == "l" for t in range(start, head[0])):
                continue
            if start == at and head[2] == "last" and not (head[0] == last and self.extend(at, head[0]) > head[0]) and head[0] - start == 1:
                continue  # a lone head noun written large is no name
            if start == at and head[2] == "any":
                continue
            if start > at + 1 and self.stretches.is_plain(at) and self.stretches.longest(at) <= at and a.norms[at + 1] in self.gazetteer.given_names:
                continue  # "Born Diane Hall"
            title = self.roles.titles.match(a.norms, start)
            if title is not None and head[0] < title[0] <= last:
                continue  # "Defense Secretary Robert Gates"
            if start > at and self._is_modified(at, start) and self.gazetteer.organization(a.key(start, head[0])) is not None:
                continue  # "Former Pentagon contractor Reggie Lamar"
            plain = sum(1 for t in range(self.stretches.longest(at), start) if self.stretches.is_plain(t))
            found.append(
                (
                    head[0],
                    (3.0 if head[1] != "thing" else 2.6) * (head[0] - at) + (0.5 if head[1] in ("organization", "either") else 0.2) - 0.8 * plain,
                    head[1],
                )
            )
        return found

    def _is_article_of_known(self, at: int, last: int) -> bool:
        """Whether a sentence's first word is an article that a known body has in its name, and the stretch goes on behind that name."""
        end = self.stretches.longest(at)
        opens = self.a.norms[at] in self.stretches.closed and self.stretches.is_plain(at)
        return opens and at + 1 < end < last and self.gazetteer.organization(self.a.key(at, end)) is not None

    def _is_modified(self, at: int, start: int) -> bool:
        """Whether a sentence opens with a word that modifies a title, up to a token."""
        modifier = self.roles.modifiers.match(self.a.norms, at)
        return modifier is not None and modifier[0] == start and self.stretches.opens(at)

    def _reaches(self, at: int, last: int) -> bool:
        """Whether a lone head noun goes on behind its stretch so that it is a name; "l'État français" names no place."""
        end = self.extend(at, last)
        area = self.roles.areas.match(self.a.norms, at) is not None
        return end > last and (not area or any(self.a.tags[t] == "P" or self.a.shapes[t] == "d" for t in range(last, end)))

    def _is_number(self, at: int) -> bool:
        """Whether a token is a short number: no year ("Interstate 80", not "Tour 2016")."""
        a = self.a
        return at < len(a.norms) and a.shapes[at] == "d" and len(a.norms[at]) < 4

    def is_headed(self, at: int) -> bool:
        """Whether a name begins with a head noun that may have complements ("Front national" pour la démocratie)."""
        head = self.head_at(at)
        return head is not None and head[1] in ("organization", "either")

    def extend(self, first: int, last: int) -> int:
        """Where a name built on a head noun ends: adjectives behind it, and complements ("Ministry of Defence", "Cour de cassation").

        Args:
            first: its first token.
            last: the index after its capitalised part.
        """
        a = self.a
        end = last
        sentence_end = a.sentences[a.sentence_of[first]][1]
        if end < sentence_end and self._is_number(end) and last - first == 1 and self.head_at(first) is not None:
            return end + 1
        if self.first:
            chunk = a.chunk_of[last - 1]
            limit = a.chunks[chunk].last if chunk >= 0 else last
            while (
                end < limit
                and end < last + 3
                and ((a.shapes[end] == "l" and a.tags[end] in "AKN" and "A" in self.pack.look(a.norms[end])[0]) or a.norms[end] in self.gazetteer.adjectives)
            ):
                end += 1
        national = self._is_of_state(first) and any(a.norms[t] in self.gazetteer.adjectives for t in range(last, end))
        joined = any(a.tags[t] == "P" for t in range(first, last))
        whole = self.gazetteer.organization(a.key(first, last)) is not None
        while end < sentence_end - 1 and end < last + _LONGEST:
            ahead = end
            if a.tags[ahead] == "P" and (a.lemmas[ahead] in self.pack.grammar.clauses.genitive or a.lemmas[ahead] in self.pack.grammar.name_joiners):
                ahead += 1
                while ahead < sentence_end and a.tags[ahead] == "+":
                    ahead += 1
            elif a.tags[ahead] == "P" and a.lemmas[ahead] in self.pack.grammar.topic_joiners and self._is_subject_matter(ahead + 1):
                ahead += 1  # "Committee *on Public Accounts*"
            elif a.tags[ahead] == "C" and a.shapes[ahead] == "l" and joined:
                ahead += 1
                if self.first and self.head_at(ahead + (a.tags[ahead] == "D")) is not None:
                    break
                if not self.first and not self._is_subject_matter(ahead):
                    break
                if a.tags[ahead] == "P" and a.lemmas[ahead] in self.pack.grammar.clauses.genitive:
                    ahead += 1
            else:
                break
            while ahead < sentence_end and a.tags[ahead] == "D" and a.shapes[ahead] == "l":
                ahead += 1
            if ahead >= sentence_end or (a.lemmas[end] in self.pack.grammar.name_joiners and self._is_somebody(ahead)):
                break
            if whole and a.shapes[ahead] == "l" and a.tags[end] == "P" and a.lemmas[end] in self.pack.grammar.clauses.genitive:
                break  # "au Sénat de la loi"
            if national and a.shapes[ahead] == "l" and self._is_people(ahead):
                break  # "le rachat par les autorités béninoises *des candidats*"
            twin = a.tags[end] == "C" and self._is_twin(last, end)
            reached = self._complement(ahead, sentence_end, bare=a.tags[end] == "C" and not twin, joined=joined and not twin and not self._is_task(end - 1))
            if reached <= ahead:
                break
            end, joined = reached, True
        return end

    def _is_twin(self, first: int, at: int) -> bool:
        """Whether a conjunction joins a bare complement with the preposition of the one before: "Conseil *de paix et de sécurité*"."""
        a = self.a
        own, other = a.norms[first : first + 1], a.norms[at + 1 : at + 2]
        return own == other and a.tags[at + 1] == "P" == a.tags[first] and a.tags[first + 1] == "N" and a.tags[at + 2 : at + 3] == "N" and at == first + 2

    def _is_task(self, at: int) -> bool:
        """Whether the noun phrase of a token tells what a body is there for, so that its object follows: "Autorité de *régulation* de la publicité"."""
        chunk = self.a.chunk_of[at]
        return chunk >= 0 and self.a.norms[self.a.chunks[chunk].head] in self.roles.tasks

    def _is_of_state(self, at: int) -> bool:
        """Whether a body's head noun is one of the state's."""
        hit = self.roles.heads.match(self.a.norms, at)
        return hit is not None and "GOV" in hit[1].sectors

    def _is_somebody(self, at: int) -> bool:
        """Whether a word written small is one person's office or noun: "le parquet contre le *maire*", not "Association pour les *victimes*"."""
        a = self.a
        one = a.tags[at - 1] == "D" and self.pack.nouns.lemmas(a.norms[at])[-1] == a.norms[at]
        return one and a.shapes[at] == "l" and (a.norms[at] in self.roles.persons or self.roles.titles.match(a.norms, at) is not None)

    def _is_people(self, at: int) -> bool:
        return any(lemma in self.roles.people or lemma in self.roles.persons for lemma in self.pack.nouns.lemmas(self.a.norms[at]))

    def _is_subject_matter(self, at: int) -> bool:
        """Whether the capitalised words from a token on are nouns for what a body deals with: "Ministry of Health and *Family Welfare*"."""
        a, end = self.a, at
        while end < len(a.norms) and a.shapes[end] in "CU" and a.tags[end] in "ENA":
            head = self.roles.heads.match(a.norms, end)
            if not self.is_common(end) or (head is not None and head[1].proper):
                return False
            end += 1
        return end > at

    def is_common(self, at: int) -> bool:
        """Whether a capitalised word is a word of the language and no name: no entry of the gazetteer, no given name."""
        norm, gazetteer = self.a.norms[at], self.gazetteer
        known = gazetteer.knows(norm) or norm in gazetteer.given_names or norm in gazetteer.nationalities or norm in self.stretches.persons
        return not known and (self.stretches.ordinary(norm) or self.stretches.ordinary(norm.replace("-", "")))

    def opening(self, name: Name) -> int:
        """Where a body's name begins whose words before its head are joined by a conjunction, or own it.

        "the *Media and* Law Studies Association", "the *Sudanese Doctors'* Network"; the name's own first token where nothing is.
        """
        a, at = self.a, name.first
        if self.first or name.organization is not None or at < 2 or name.kind not in ("", "organization"):
            return at
        if a.tags[at - 1] == "C" and a.shapes[at - 1] == "l" and name.form == "head" and name.last - at > 1:
            begin = at - 1
            while begin > 0 and a.shapes[begin - 1] == "C" and a.tags[begin - 1] in "ENA" and self.is_common(begin - 1) and self._is_topic(begin - 1):
                begin -= 1
            determined = begin > 0 and a.norms[begin - 1] in self.pack.grammar.clauses.definite
            return begin if begin < at - 1 and determined else at
        if a.tags[at - 1] == "Z" and a.shapes[at - 2] == "C" and a.norms[at - 2] in self.roles.people and self.head_at(at) is not None:
            begin = at - 2
            while begin > 0 and a.norms[begin - 1] in self.gazetteer.nationalities and a.shapes[begin - 1] == "C":
                begin -= 1
            return begin
        return at

    def _is_topic(self, at: int) -> bool:
        """Whether a word heads no body's name, and no title."""
        norms, roles = self.a.norms, self.roles
        head = roles.heads.match(norms, at)
        return (head is None or not (head[1].proper or head[1].acts)) and roles.titles.match(norms, at) is None

    def _complement(self, at: int, sentence_end: int, *, bare: bool, joined: bool) -> int:
        """The index after what a preposition joins to a name, the token's own where it belongs to no name."""
        a = self.a
        if a.norms[at] in self.roles.calendar or a.norms[at] in self.pack.grammar.clauses.temporal:
            return at  # "outside the Capitol for *Tuesday*"
        if a.shapes[at] in "CU" and a.tags[at] in "EN":
            stop = max(at + 1, self.stretches.longest(at))
            known = stop > at + 1 or self.gazetteer.knows(a.norms[at])
            if bare and known:
                return at  # "l'université de Lyon et la Suisse"
            while stop < sentence_end and a.shapes[stop] in "CU" and a.tags[stop] == "E" and not known:
                stop += 1
            if a.norms[at] in self.gazetteer.given_names and stop > at + 1 and not known:
                return at
            if self.first and a.shapes[at] == "C":
                while stop < sentence_end and stop < at + 3 and a.shapes[stop] == "l" and a.tags[stop] == "A" and not known:
                    stop += 1
            return stop
        if self.first and not bare and not joined and a.shapes[at] == "l" and a.tags[at] in "NA":
            chunk = a.chunk_of[at]
            return a.chunks[chunk].last if chunk >= 0 and not any(a.shapes[t] in "CUd" for t in range(at, a.chunks[chunk].last)) else at + 1
        return at

    # -- names whose head noun is written small

    def described(self, names: list[Name]) -> list[Name]:
        """Names with the lower-case head noun that belongs to them ("l'[aéroport de Kaboul]", "la [mer du Nord]", "l'[académie Goncourt]").

        Args:
            names: names in text order.

        Returns:
            The same names, those with a head noun of their own replaced by the whole.
        """
        if not self.first:
            return names
        out: list[Name] = []
        for name in names:
            whole = self._whole(name) if (name.kind != "group" and name.form != "word") or self.stretches.ordinary(name.key) else None
            out.append(name if whole is None else whole)
        return out

    def _whole(self, name: Name) -> Name | None:
        a = self.a
        at = name.first - 1
        while at >= 0 and a.tags[at] == "D" and a.shapes[at] == "l":
            at -= 1
        genitive = at >= 0 and a.tags[at] == "P" and a.lemmas[at] in self.pack.grammar.clauses.genitive
        if at < 0 or (not genitive and at != name.first - 1):
            return None
        end = at if genitive else name.first
        for start in range(max(end - 4, a.sentences[a.sentence_of[name.first]][0]), end):
            if a.shapes[start] != "l":
                continue
            hit = self.roles.described.match(a.norms, start)
            if hit is None and not genitive and name.kind == "country" and start == end - 1:
                area = self.roles.areas.match(a.norms, start)
                if area is not None and area[1].kind == "water":
                    return name._replace(kind="place", country="", place=None, capital="")  # "le fleuve Niger"
            if hit is None or hit[0] > end or any(a.tags[t] != "A" for t in range(hit[0], end)):
                continue
            group = hit[1]
            if group.apposed and name.organization is not None:
                return None  # "le laboratoire Pfizer"
            if genitive and (
                group.apposed or name.kind in ("person", "organization", "group") or (not name.kind and name.last - name.first > 1 and name.form != "head")
            ):
                return None
            if not genitive and (name.titled or not (self._is_determined(start) or (group.bare and self._is_unbound(start)))):
                return None
            kind = group.kind
            if name.kind == "country" and not genitive:
                area = self.roles.areas.match(a.norms, start)
                if area is None or area[1].kind != "water":
                    return name._replace(first=start, key=a.key(start, name.last))  # "les îles Féroé"
            country = name.country or (name.place.country if name.place is not None else "")
            key = a.key(start, name.last)
            place = self.gazetteer.place(key)
            return name._replace(
                first=start, kind=kind, key=key, country=country, place=place, organization=None, capital="", titled=False, gender="", sure=True, form="head"
            )
        return None

    def _is_unbound(self, at: int) -> bool:
        """Whether a noun without an article stands behind a verb, a comma or an opening bracket ("intervenus *rue Jean-Jaurès*")."""
        return at > 0 and self.a.tags[at - 1] in "VIKG,("

    def _is_determined(self, at: int) -> bool:
        """Whether a noun has an article or a preposition written together with one."""
        a = self.a
        while at > 0 and a.tags[at - 1] == "A":
            at -= 1
        return at > 0 and (a.tags[at - 1] == "D" or a.norms[at - 1] in self.pack.grammar.contracted)
