"""From drafts to statements: contents trimmed, forms told, one within the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsevents.model import Participant, ParticipantRole, Span, Statement, StatementForm, offset_id
from newsevents.statements.layout import MARKS

if TYPE_CHECKING:
    from newsevents.statements.draft import Draft
    from newsevents.statements.hearsay import Hearsay
    from newsevents.statements.layout import Layout, Range
    from newsevents.statements.speakers import Party

_STOPS = ",.;:-)"
_WORDS = "NEVIGKHRAM"
_SPOKEN = ("clause", "question", "quote", "incise", "source", "colon")  # rules whose cue speaks, not judges or describes
_CLAUSES = ("clause", "question")
_JUDGED = ("preposition", "predicate", "passive")
_ATTITUDES = ("believed", "hoped", "feared")


def cut_phrases(drafts: list[Draft], layout: Layout) -> None:
    """Take the cue phrases that report a statement out of its content, and what follows them where it is no content either."""
    a = layout.a
    phrases: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.phrase is not None:
            phrases.setdefault(a.sentence_of[draft.phrase[0]], []).append(draft)
    for draft in drafts:
        parts = draft.content
        for begin, end in draft.content:
            for number in range(a.sentence_of[begin], a.sentence_of[end - 1] + 1):
                for other in phrases.get(number, ()):
                    if other is not draft and not _is_inside(other, draft):
                        parts = _without(parts, other.phrase or (0, 0), a.tags)
        if parts:
            draft.content = parts


def share_out(drafts: list[Draft], tags: str) -> None:
    """Leave a quotation to the cue behind it: "X reconnaît que … : « … », a-t-il dit"."""
    told = {part for draft in drafts if draft.rule == "incise" for part in draft.content}
    opened = {begin - 1: end for begin, end in told}  # by opening mark, where one stands there
    for draft in drafts:
        if draft.rule == "incise":
            continue
        if len(draft.content) > 1:
            draft.content = [part for part in draft.content if part not in told] or draft.content
        begin, end = draft.content[-1]
        cut = next((at for at in range(begin + 2, end) if at in opened and opened[at] + 1 >= end and tags[at] == "q" and tags[at - 1] == ","), -1)
        if cut > 0:
            draft.content[-1] = (begin, cut)


def _is_inside(inner: Draft, outer: Draft) -> bool:
    """Whether a statement stands within another's content, its cue with it: then its phrase belongs to that content."""
    low, high = outer.begin, outer.end
    if inner.phrase is None or outer.cue is None:
        return True
    if outer.cue[0] >= inner.begin and outer.cue[1] <= inner.end:
        return False
    return low <= inner.begin and inner.end <= high and (inner.begin, inner.end) != (low, high) and low <= inner.phrase[0] and not _same(inner, outer)


def _same(inner: Draft, outer: Draft) -> bool:
    """Whether two contents begin alike: the phrase behind them then reports both."""
    return inner.begin == outer.begin and inner.phrase is not None and inner.phrase[0] >= inner.end - 1


def _without(parts: list[Range], phrase: Range, tags: str) -> list[Range]:
    low, high = phrase
    kept: list[Range] = []
    for begin, end in parts:
        if high <= begin or low >= end:
            kept.append((begin, end))
            continue
        if begin < low:
            kept.append((begin, low))
        if high < end and any(tag in _WORDS for tag in tags[high:end]):
            kept.append((high, end))
    return kept


def assemble(drafts: list[Draft], layout: Layout, hearsay: Hearsay) -> tuple[Statement, ...]:
    """The statements of a text, in text order of their contents.

    Args:
        drafts: what was found; equal contents are one statement, the first of them.
        layout: the text.
        hearsay: what marks words as unconfirmed.
    """
    a = layout.a
    ready: list[tuple[list[Range], Draft]] = []
    seen: set[tuple[Range, ...]] = set()  # words may be said by one and answered by another
    for draft in sorted(drafts, key=lambda draft: draft.rule != "incise"):  # "Une surprise que ne partage pas Y : « … », tranche-t-il"
        spans = [span for begin, end in sorted(draft.content) if (span := _trim(begin, end, layout)) is not None]
        answers = draft.rule == "rejoinder"
        if spans and (answers or tuple(spans) not in seen):
            seen.update([] if answers else [tuple(spans)])
            ready.append((spans, draft))
    ready.sort(key=lambda item: (item[0][0][0], item[0][-1][1]))
    ready = [item for item, around in zip(ready, _nest(ready), strict=True) if around < 0 or not _is_own_stance(item[1], ready[around][1], layout)]
    taken: set[str] = set()
    identities = []
    for spans, _ in ready:
        identity = offset_id("s", a.starts[spans[0][0]], taken)
        taken.add(identity)
        identities.append(identity)
    outer = _nest(ready)
    statements = []
    for number, (_, draft) in enumerate(ready):
        draft.addressees = _first_persons(draft, ready[outer[number]][1] if outer[number] >= 0 else None, layout)
    for number, (spans, draft) in enumerate(ready):
        form, verbatim = (StatementForm.DIRECT, spans) if _is_dialogue(spans, draft, layout) else _form(spans, layout)
        statements.append(
            Statement(
                id=identities[number],
                form=form,
                act=draft.act,
                content=tuple(_span(layout, span) for span in spans),
                quotations=tuple(_span(layout, span) for span in verbatim),
                cue=_span(layout, draft.cue) if draft.cue is not None else None,
                participants=_participants(draft, layout),
                negated=draft.negated,
                hearsay=draft.hearsay or hearsay.of_content(spans, draft),
                within=identities[outer[number]] if outer[number] >= 0 else None,
                rule=draft.rule,
            )
        )
    return tuple(statements)


def _first_persons(draft: Draft, outer: Draft | None, layout: Layout) -> list[Party]:
    """The addressees of a statement, "me" read as the one who is quoted around it; left out where nobody is."""
    first = frozenset(layout.pack.grammar.pronouns.first)
    quoted = [actor for _, actor in outer.speakers] if outer is not None and len(outer.speakers) == 1 else []
    told: list[Party] = []
    for place, actor in draft.addressees:
        if actor is not None or layout.a.norms[place[0]] not in first:
            told.append((place, actor))
        elif quoted:
            told.append((place, quoted[0]))
    return told


def _is_own_stance(inner: Draft, outer: Draft, layout: Layout) -> bool:
    """Whether a statement inside another only tells the speaker's own mind, or words verbatim that quote no one.

    « Il est convaincu que … », a dit X: one statement of X, not two.
    """
    said, own = ({actor for _, actor in draft.speakers if actor} for draft in (outer, inner))
    verbatim = layout.a.quoted[inner.begin] >= 0 and inner.cue is not None and layout.a.quoted[inner.cue[1] - 1] >= 0
    if not inner.speakers and inner.rule in _JUDGED:
        return True
    if inner.cue is not None and inner.cue[0] == outer.begin and outer.rule == "infinitive":
        return True  # "dit *regretter* cette annonce"
    other = bool(inner.speakers) and all(layout.a.chunk_of[place[0]] >= 0 or layout.a.norms[place[0]] in layout.third for place, _ in inner.speakers)
    other = other or inner.informed
    if verbatim and (inner.rule not in _SPOKEN or (inner.rule in _CLAUSES and (own <= said if own else not other))):
        return True
    if inner.commitment in _ATTITUDES and inner.rule != "quote":
        unnamed = all(layout.a.tags[place[0]] == "R" for place, _ in inner.speakers)
        return (unnamed if not own else own <= said) or (verbatim and inner.rule != "incise")
    return False


def _participants(draft: Draft, layout: Layout) -> tuple[Participant, ...]:
    roles = ((ParticipantRole.SPEAKER, draft.speakers), (ParticipantRole.ADDRESSEE, draft.addressees), (ParticipantRole.MEDIUM, draft.media))
    return tuple(Participant(role=role, span=_span(layout, place), actor_id=actor) for role, parties in roles for place, actor in parties)


def _nest(ready: list[tuple[list[Range], Draft]]) -> list[int]:
    """For each statement the innermost one whose content holds its own and its cue, -1."""
    parts = sorted((begin, -end, number) for number, (spans, _) in enumerate(ready) for begin, end in spans)
    asked = sorted((spans[0][0], number) for number, (spans, _) in enumerate(ready))
    outer = [-1] * len(ready)
    active: list[tuple[int, int, int]] = []  # begin, end, statement
    at = 0
    for begin, number in asked:
        while at < len(parts) and parts[at][0] <= begin:
            active.append((parts[at][0], -parts[at][1], parts[at][2]))
            at += 1
        active = [part for part in active if part[1] > begin]
        spans, draft = ready[number]
        best = 0
        for low, high, other in active:
            if other == number or high < spans[0][1]:
                continue
            around = ready[other][0]
            if draft.cue is not None and not any(first <= draft.cue[0] and draft.cue[1] <= last for first, last in around):
                continue
            if draft.cue is None and (low, high) == spans[0]:
                continue
            size = sum(last - first for first, last in around)
            if outer[number] < 0 or size < best:
                outer[number], best = other, size
    return outer


def _trim(begin: int, end: int, layout: Layout) -> Range | None:
    """A content range without the marks and stops around it."""
    a = layout.a
    tags = a.tags
    while end < len(tags) and end in layout.closes and begin <= layout.closes[end].open < end:
        end += 1  # a mark that closes what was opened inside
    while True:
        first, last = begin, end
        while begin < end and (
            tags[begin] in _STOPS
            or (tags[begin] == "q" and (begin in layout.closes or (begin not in layout.opens and begin + 1 < end and tags[begin + 1] in _STOPS)))
        ):
            begin += 1
        if tags[end - 1] == ")" and "(" not in tags[begin:end]:
            end -= 1  # "(X says it was a chair.)"
        while end > begin and (tags[end - 1] in ",;:-(" or (tags[end - 1] == "." and not _kept(end - 1, layout))):
            end -= 1
        if end > begin and tags[end - 1] == "q" and end - 1 in layout.opens:
            end -= 1
        if end - begin > 1 and begin in layout.opens and layout.opens[begin].close == (end - 1 if layout.opens[begin].closed else end):
            begin, end = begin + 1, end - layout.opens[begin].closed
        if (first, last) == (begin, end):
            break
    return (begin, end) if end > begin and any(tag not in MARKS for tag in tags[begin:end]) else None


def _kept(stop: int, layout: Layout) -> bool:
    """Whether a final stop is part of the words: verbatim, or a question or exclamation."""
    a = layout.a
    return layout.is_verbatim(stop) or a.norms[stop][-1] != "."


def _is_dialogue(spans: list[Range], draft: Draft, layout: Layout) -> bool:
    """Whether a dash that opens a paragraph gives words without marks as they were spoken: "— Je la prends, a-t-elle rétorqué"."""
    a = layout.a
    dash = spans[0][0] - 1
    opens = dash == 0 or (dash > 0 and a.paragraphs[dash - 1] != a.paragraphs[dash])
    return draft.rule == "incise" and opens and a.tags[dash] == "-" and a.norms[dash] != "-"


def _form(spans: list[Range], layout: Layout) -> tuple[StatementForm, list[Range]]:
    """How much of a content is verbatim, and which parts."""
    a = layout.a
    verbatim: list[Range] = []
    words = inside = 0
    for begin, end in spans:
        start = -1
        for at in range(begin, end):
            quoted = layout.is_verbatim(at)
            if a.tags[at] not in MARKS:
                words += 1
                inside += quoted
            if quoted and start < 0:
                start = at
            elif not quoted and start >= 0:
                verbatim.append((start, at))
                start = -1
        if start >= 0:
            verbatim.append((start, end))
    if not inside:
        return StatementForm.INDIRECT, []
    return (StatementForm.DIRECT if inside == words else StatementForm.MIXED), verbatim


def _span(layout: Layout, place: Range) -> Span:
    a = layout.a
    return Span.of(a.text, a.starts[place[0]], a.ends[place[1] - 1])
