"""Where the clauses, noun phrases and quotations of a text lie: the indices that every step of this stage asks, made once a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsevents.lexicon.pack import Pack
    from newsevents.lexicon.reporting import ReportingGroup
    from newsevents.text.analysis import Analysis, Quotation

Range = tuple[int, int]  # tokens, exclusive end

MARKS = ",.;:-q()"  # tags of punctuation


class Layout:
    """The places of one text."""

    def __init__(self, analysis: Analysis, pack: Pack) -> None:
        self.a = analysis
        self.pack = pack
        grammar = pack.grammar
        self.complementizers = frozenset(grammar.clauses.complementizers)
        self.temporal = frozenset(grammar.clauses.temporal)
        pronouns = grammar.pronouns
        self.third = frozenset((*pronouns.s_m, *pronouns.s_f, *pronouns.s_n, *pronouns.s, *pronouns.p, *pronouns.p_f))
        self.clauses_of: list[list[int]] = [[] for _ in analysis.sentences]
        self.children: dict[int, list[int]] = {}
        self.starting: dict[int, int] = {}  # clause by the first token of its verb group
        for index, clause in enumerate(analysis.clauses):
            self.clauses_of[clause.sentence].append(index)
            self.starting.setdefault(clause.first, index)
            if clause.governor >= 0:
                self.children.setdefault(clause.governor, []).append(index)
        for members in self.clauses_of:
            members.sort(key=lambda index: analysis.clauses[index].first)
        self.firsts = [analysis.behind_dateline(number, self.temporal) for number in range(len(analysis.sentences))]  # where the words of each sentence begin
        self.reporting: frozenset[int] = frozenset()  # the clauses with a reporting verb, once they are known
        self.rejoining: dict[int, ReportingGroup] = {}  # those among them that may answer what was said, with their group
        self.opens = {quotation.open: quotation for quotation in analysis.quotations}
        self.closes = {quotation.close: quotation for quotation in analysis.quotations if quotation.closed}
        self.outer = [quotation for quotation in analysis.quotations if quotation.depth == 0]
        self._chains: dict[int, list[Quotation]] = {}
        chain: list[Quotation] = []
        for quotation in self.outer:
            if not quotation.continued:
                chain = []
            chain.append(quotation)
            self._chains[quotation.open] = chain
        self.run_on: dict[int, Range] = {}  # by opening mark: where an unclosed quotation goes on, up to a closing mark of its own paragraph
        for quotation in self.outer:
            if not quotation.closed:
                self._run_on(quotation)

    def _run_on(self, quotation: Quotation) -> None:
        """Take the next paragraph to a quotation that its own left open, where a mark without partner closes it."""
        a = self.a
        begin = quotation.close
        if begin >= len(a.tags) or begin == 0 or a.paragraphs[begin] != a.paragraphs[begin - 1] + 1 or begin in self.opens:
            return
        for at in range(begin, len(a.tags)):
            if a.paragraphs[at] != a.paragraphs[begin] or at in self.opens:
                return
            if a.tags[at] == "q" and at not in self.closes and a.quoted[at] < 0:
                self.run_on[quotation.open] = (begin, at)
                return

    def is_verbatim(self, token: int) -> bool:
        """Whether a token stands inside a quotation, its outermost marks left out."""
        if self.a.quoted[token] >= 0:
            return not any(token in marks and marks[token].depth == 0 for marks in (self.opens, self.closes))
        return any(begin <= token < end for begin, end in self.run_on.values()) if self.run_on else False

    def chain(self, quotation: Quotation) -> list[Quotation]:
        """A quotation with those that continue it over the paragraphs, in text order."""
        return self._chains.get(quotation.open, [quotation])

    def parts(self, quotation: Quotation) -> list[Range]:
        """The words inside a quotation and those that continue it."""
        parts = [(one.open + 1, one.close) for one in self.chain(quotation) if one.close > one.open + 1]
        return parts + [self.run_on[one.open] for one in self.chain(quotation) if one.open in self.run_on]

    def quotation_of(self, token: int) -> Quotation | None:
        """The innermost quotation a token stands in."""
        number = self.a.quoted[token] if token < len(self.a.quoted) else -1
        return self.a.quotations[number] if number >= 0 else None

    def bounds(self, token: int) -> Range:
        """The sentence of a token, cut to the quotation it stands in."""
        number = self.a.sentence_of[token]
        first, last = self.firsts[number], self.a.sentences[number][1]
        first = first if first <= token else self.a.sentences[number][0]
        quotation = self.quotation_of(token)
        if quotation is not None and quotation.open < token:
            first, last = max(first, quotation.open + 1), min(last, quotation.close)
        return first, last

    def is_whole(self, quotation: Quotation) -> bool:
        """Whether a quotation holds a sentence of its own, not a few words of the sentence around it."""
        a = self.a
        inside = a.tags[quotation.open + 1 : quotation.close]
        if not inside or quotation.open + 1 >= len(a.starts):
            return False
        capital = a.text[a.starts[quotation.open + 1]].isupper()
        words = sum(tag not in MARKS for tag in inside)
        if "." in inside and (capital or "." in inside[:-1]):
            return True
        return ("V" in inside and any(tag in "RENH" for tag in inside)) or (capital and words > 3)

    def whole_quotations(self, begin: int, end: int) -> int:
        """Where a range ends once the quotation that it opens and does not close is in it whole."""
        for at in range(end - 1, begin - 1, -1):
            quotation = self.opens.get(at)
            if quotation is not None and quotation.close >= end:
                return quotation.close + quotation.closed
            if at in self.closes:
                break
        return end

    def ends_quotation(self, token: int) -> Quotation | None:
        """The quotation that closes at a token or right before it, a comma or stop between at most."""
        at = token
        for _ in range(2):
            if at in self.closes:
                return self.closes[at]
            if at < 1 or self.a.tags[at] not in ",.-":
                return None
            at -= 1
        return self.closes.get(at)

    def back_over(self, at: int, tags: str, low: int) -> int:
        """The last token before ``at`` (inclusive) whose tag is none of ``tags``; below ``low`` where there is none."""
        tags = tags + "+" if "B" in tags else tags
        while at >= low and self.a.tags[at] in tags:
            at -= 1
        return at

    def over(self, at: int, tags: str, high: int) -> int:
        """The first token from ``at`` on whose tag is none of ``tags``, at most ``high``."""
        tags = tags + "+" if "B" in tags else tags
        while at < high and self.a.tags[at] in tags:
            at += 1
        return at

    def tag_over(self, at: int, tags: str, high: int) -> str:
        """The tag of the token that ``over`` gives, "" where the text ends there."""
        end = self.over(at, tags, high)
        return self.a.tags[end : end + 1]

    def chunk_at(self, at: int, high: int) -> int:
        """The noun phrase that begins at a token, over marks, adverbs and contracted articles; -1."""
        a = self.a
        while at < high and a.chunk_of[at] < 0 and a.tags[at] in "qB+":
            at += 1
        return a.chunk_of[at] if at < high else -1

    def owned(self, chunk: int) -> int:
        """The noun phrase that a possessor introduces ("Saudi Arabia's *Civil Defense Authority*"), else the same."""
        chunks = self.a.chunks
        while chunk + 1 < len(chunks) and chunks[chunk + 1].possessor == chunk:
            chunk += 1
        return chunk

    def begin_of(self, chunk: int) -> int:
        """The first token of a noun phrase with those that own it."""
        chunks = self.a.chunks
        while chunks[chunk].possessor >= 0:
            chunk = chunks[chunk].possessor
        return chunks[chunk].first

    def lists(self, chunk: int) -> list[int]:
        """The noun phrases coordinated with one, behind it in the same list."""
        chunks = self.a.chunks
        return [
            other
            for other in range(chunk + 1, min(chunk + 9, len(chunks)))
            if chunks[other].leader == chunk and chunks[other].sentence == chunks[chunk].sentence
        ]

    def is_restricted(self, clause: int, last: int) -> bool:
        """Whether a complementizer right behind a verb only restricts it to a thing: "*ne* reconnaît *qu'*un décès"."""
        a, one = self.a, self.a.clauses[clause]
        if one.negated or a.tags[last : last + 1] != "Q" or "X" not in a.tags[one.first : one.head]:
            return False
        return a.lemmas[last] in self.complementizers and not any(a.clauses[other].marker == last for other in self.clauses_of[one.sentence])

    def agent(self, clause: int) -> int:
        """The noun phrase that tells by whom a passive is done, -1."""
        a = self.a
        one, by = a.clauses[clause], self.pack.grammar.clauses.by
        chunks = (chunk for chunk in one.obliques if a.chunks[chunk].preposition >= one.head and a.lemmas[a.chunks[chunk].preposition] in by)
        chunk = next(chunks, -1)
        return chunk if chunk >= 0 and not self.is_time(chunk) else -1

    def heads(self, clause: int, first: int, last: int) -> list[int]:
        """The clauses whose words a cue holds: "was quoted as *saying*"; its own first."""
        return [clause, *(index for at in range(first, last) if (index := self.starting.get(at, clause)) != clause)]

    def lemmas(self, chunk: int) -> frozenset[str]:
        """The dictionary forms of a noun phrase's head."""
        return frozenset(self.pack.nouns.lemmas(self.a.norms[self.a.chunks[chunk].head]))

    def carries(self, preposition: int, limit: int) -> bool:
        """Whether a prepositional phrase tells when or through what was spoken, not what: "lors d'une conférence de presse"."""
        a = self.a
        at = self.over(preposition + 1, "+", limit)
        chunk = a.chunk_of[at] if at < limit else -1
        if chunk < 0:
            return False
        lemmas = self.lemmas(chunk)
        return any(a.lemmas[preposition] in row.prepositions and lemmas & set(row.words) for row in self.pack.reporting.medium)

    def is_time(self, chunk: int) -> bool:
        """Whether a noun phrase only tells a time."""
        return self.a.norms[self.a.chunks[chunk].head] in self.temporal
