"""What the words around tell of an event: verbs whose object is one, and nouns that only name a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from newsevents.events.draft import REAL, SPEECH, actors_of

if TYPE_CHECKING:
    from newsevents.events.draft import Draft
    from newsevents.events.scene import Scene

# Judging and refusing are aimed at the one who did or offered it ("condemned the attack *by X*").
_JUDGING: Final = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
# Giving, ending and lifting reach the one whom it reached ("suspended aid *to X*", "eased sanctions *on X*").
_REACHING: Final = frozenset({"AID", "COERCE", "CONCEDE", "RETREAT", "SANCTION"})


# What is lifted is told by its lifting.
_LIFTED: Final = frozenset({"COERCE", "SANCTION"})
# What these say does not happen is told by them alone.
_ENDING: Final = frozenset({"COERCE", "CONCEDE", "RETREAT", "SANCTION"})
# What is given, and can be cut.
_GIVEN: Final = frozenset({"AID", "COOPERATE"})
# Named without more, these still have happened ("after days of *violence*").
_HARMING: Final = frozenset({"ASSAULT", "COERCE"})
_WORD: Final = 4  # tokens of a quotation, its marks included, that is no more than a word or two
_TITLE: Final = 8  # tokens of the longest quotation without a verb that is read as a title
_TOLL: Final = 2  # sentences behind a blow or disaster in which its dead are counted
_TOLLS: Final = frozenset({"injured", "killed", "missing"})
_STRIKING: Final = frozenset({"ASSAULT", "DISASTER"})
_CONCRETE: Final = frozenset({"ASSAULT", "DEATH", "DISASTER", "ELECTION", "PROTEST"})


def settle_objects(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Give verbs without a recipient that of their object, and drop objects that a verb only says do not happen.

    Args:
        drafts: triggers in text order.
        scene: the text.

    Returns:
        The triggers that stay, in text order.
    """
    verbs = {draft.clause: draft for draft in drafts if not draft.is_noun and draft.clause >= 0}
    kept = []
    for draft in drafts:
        if not draft.is_noun and _is_way_of(draft, verbs, scene):
            continue
        verb = _governing(draft, verbs, scene) if draft.is_noun else None
        if verb is not None and verb.type == draft.type:
            _agree(verb, draft, scene)
        elif verb is not None and verb.type != draft.type:
            if verb.type == "REJECT":  # "le tribunal a rejeté *sa* demande": another's
                draft.agents = [party for party in draft.agents if party[1] is None or party[1] not in actors_of(verb.agents)]
            if not actors_of(verb.recipients):
                source = draft.agents if verb.type in _JUDGING else draft.recipients if verb.type in _REACHING else []
                known = actors_of(verb.agents)
                verb.recipients = [party for party in source if party[1] is not None and party[1] not in known] or verb.recipients
            if verb.type == "CONCEDE" and draft.type in _LIFTED:
                continue  # "lifted *the ban*"
            if draft.status == "negated" and verb.type in _ENDING and draft.type != "ELECTION":
                continue  # "suspended *aid*": no aid
            if verb.type == "SANCTION" and draft.type in _GIVEN and draft.status == verb.status != "actual":
                continue  # "threatened to cut off gas *supplies*"
        kept.append(draft)
    return kept


def _is_way_of(draft: Draft, verbs: dict[int, Draft], scene: Scene) -> bool:
    """Whether a verb only tells what a protest or a deal is for, or how one protests.

    "ont défilé *pour dénoncer* la corruption", "a levé 40 millions *pour construire* une usine", "bloquent la rue *en s'enchaînant*".
    """
    one = scene.a.clauses[draft.clause] if draft.clause >= 0 else None
    above = verbs.get(one.governor) if one is not None else None
    if one is None or above is None:
        return False
    if one.form == "infinitive":
        aim = one.marker >= 0 and scene.a.lemmas[one.marker] in scene.grammar.purpose
        return aim and ((above.type == "PROTEST" and draft.type in SPEECH) or above.type == draft.type == "ECONOMY")
    return one.form == "gerund" and draft.type == above.type == "PROTEST"


def _agree(verb: Draft, noun: Draft, scene: Scene) -> None:
    """Bring a verb and its object together that tell one event: "*began* his *trip*", "*signed* the *agreement*"."""
    phrase = scene.a.chunks[noun.chunk]
    verb.recipients = [party for party in verb.recipients if party[0] != (phrase.first, phrase.last)]
    verb.objects = [party for party in verb.objects if party[0] != (phrase.first, phrase.last)]
    if scene.a.lemmas[verb.head] in scene.pack.aspects.light:
        verb.place = noun.place or verb.place
        if verb.status == "actual":
            verb.status = noun.status


def _governing(draft: Draft, verbs: dict[int, Draft], scene: Scene) -> Draft | None:
    """The event verb whose object a noun is; in the passive, whose subject."""
    for table, passive in ((scene.object_of, False), (scene.subject_of, True)):
        for clause in table.get(draft.chunk, ()):
            if clause in verbs and scene.a.clauses[clause].passive == passive:
                return verbs[clause]
    above = scene.a.chunks[draft.chunk].behind
    if draft.type in _LIFTED and above >= 0 and scene.is_genitive(draft.chunk):  # "ont levé *les mesures de confinement*"
        for clause in (*scene.object_of.get(above, ()), *scene.subject_of.get(above, ())):
            if clause in verbs and verbs[clause].type == "CONCEDE":
                return verbs[clause]
    return None


def settle_deaths(drafts: list[Draft], scene: Scene) -> None:
    """Make deaths by a blow or a disaster part of it: "dix personnes *sont mortes* lorsqu'une bombe a explosé", "a ferry sank, *killing* ten".

    Args:
        drafts: triggers in text order.
        scene: the text.
    """
    blows = _Blows(drafts, scene)
    for draft in drafts:
        if draft.type == "DEATH":
            cause = blows.of_death(draft)
        elif draft.type == "DISASTER" and not draft.is_noun:
            cause = blows.of_toll(draft)
        elif draft.type in _HARMING and not draft.is_noun and draft.clause >= 0:
            cause = blows.of_harm(draft)
        else:
            continue
        if cause is not None:
            draft.cause, draft.type, draft.mode = cause, cause.type, cause.mode


class _Blows:
    """The blows and disasters of one text, by where they stand."""

    def __init__(self, drafts: list[Draft], scene: Scene) -> None:
        self.scene = scene
        self.a = scene.a
        self.verbs = {draft.clause: draft for draft in drafts if not draft.is_noun and draft.clause >= 0 and draft.type in _STRIKING}
        self.nouns = {draft.chunk: draft for draft in drafts if draft.is_noun and draft.type in _STRIKING}
        self.by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            if draft.type in _STRIKING:
                self.by_sentence.setdefault(draft.sentence, []).append(draft)

    def of_death(self, draft: Draft) -> Draft | None:
        """What somebody died of."""
        if draft.is_noun:
            return self._brought_on(draft) or self._killing(draft)
        if draft.clause < 0:
            return None
        one = self.a.clauses[draft.clause]
        near = [self.nouns[chunk] for chunk in one.obliques if chunk in self.nouns and not self.scene.is_genitive(chunk)]
        near += [self.verbs[child] for child in (*self.scene.children.get(draft.clause, ()), one.governor) if child in self.verbs]
        told = self.by_sentence.get(draft.sentence, [])
        if _struck(draft) & {place for other in (*near, *told) for place, _ in other.agents}:
            return None  # "avant de se donner la mort": the one who struck
        if not actors_of(draft.recipients):  # nobody by name: a toll, told with or right after what took it
            near += sorted(told, key=lambda other: abs(other.first - draft.first))
            if any(self.a.tags[at] == "M" for place, _ in draft.recipients for at in range(*place)):
                near += [other for back in range(1, _TOLL + 1) for other in reversed(self.by_sentence.get(draft.sentence - back, []))]
        near = [self._striker(other) for other in near]
        return next((other for other in near if (other.status in REAL) == (draft.status in REAL)), None)

    def _brought_on(self, draft: Draft) -> Draft | None:
        """The blow of which a noun tells the outcome: "came under attack, resulting in *the deaths* of twenty soldiers"."""
        for clause in (*self.scene.object_of.get(draft.chunk, ()), *self.scene.oblique_of.get(draft.chunk, ())):
            rows = [hit.value for hit in self.scene.hits(self.scene.pack.aspects.light, clause)]
            if any(row.object == "event" and not row.subject for row in rows):
                before = [other for other in self.by_sentence.get(draft.sentence, ()) if other.first < draft.first and other.status in REAL]
                return before[-1] if before and draft.status in REAL else None
        return None

    def _killing(self, draft: Draft) -> Draft | None:
        """The killing told shortly before of which a noun tells the death: "*le décès* de la victime", "their *deaths*"."""
        if not draft.definite or draft.status not in REAL:
            return None
        dead = actors_of(draft.recipients)
        for back in range(_TOLL + 1):
            for other in reversed(self.by_sentence.get(draft.sentence - back, [])):
                if other.first < draft.first and other.status in REAL and self._kills(other):
                    struck = actors_of(other.recipients)
                    return self._striker(other) if bool(dead & struck) or not (dead or struck) else None
        return None

    def _kills(self, draft: Draft) -> bool:
        """Whether a verb tells that somebody was killed."""
        counted = self.scene.pack.quantities.verbs.get(draft.word)
        return not draft.is_noun and counted is not None and counted.kind == "killed"

    def of_toll(self, draft: Draft) -> Draft | None:
        """The disaster told before of which a verb counts those it struck: "vingt personnes *sont portées disparues*", "deux pompiers *ont été intoxiqués*"."""
        counted = self.scene.pack.quantities
        groups = [counted.adjectives.get(self.a.norms[at]) for at in range(draft.first, draft.last)]
        if draft.clause >= 0 and self.a.clauses[draft.clause].passive:
            groups.append(counted.verbs.get(draft.word))
        if draft.time is not None or draft.place is not None or not any(group is not None and group.kind in _TOLLS for group in groups):
            return None
        before = [other for back in range(_TOLL + 1) for other in reversed(self.by_sentence.get(draft.sentence - back, [])) if other.first < draft.first]
        return next((self._striker(other) for other in before if other.type == draft.type and other.status in REAL), None)

    def of_harm(self, draft: Draft) -> Draft | None:
        """The disaster that harmed somebody: the verb's subject, what its gerund hangs on, or the time of its passive."""
        one = self.a.clauses[draft.clause]
        cause = next((self.nouns[chunk] for chunk in one.subjects if chunk in self.nouns and not one.passive), None)
        if cause is None and not draft.mode and not actors_of(draft.agents):
            if one.form == "gerund":  # "a ferry sank, *killing* ten"
                cause = self.verbs.get(one.governor)
            elif one.passive and not draft.agents:  # "were *killed* when a helicopter crashed", "in a crash"
                behind = (child for child in self.scene.children.get(draft.clause, ()) if self.a.clauses[child].relation == "adverbial")
                cause = next((self.verbs[child] for child in behind if child in self.verbs), None)
                cause = cause or next((self.nouns[chunk] for chunk in one.obliques if chunk in self.nouns), None)
        if cause is None or cause.type != "DISASTER":
            return None
        draft.agents = []
        return self._striker(cause)

    def _striker(self, draft: Draft) -> Draft:
        """The blow or disaster that a verb says strikes ("lorsqu'*un séisme* a frappé"), else the verb itself."""
        if draft.is_noun or draft.clause < 0 or self.a.clauses[draft.clause].passive:
            return draft
        subjects = self.a.clauses[draft.clause].subjects
        return next((self.nouns[chunk] for chunk in subjects if chunk in self.nouns and self.nouns[chunk].type == draft.type), draft)


def _struck(draft: Draft) -> set[tuple[int, int]]:
    return {place for place, _ in draft.recipients}


def is_mere_topic(draft: Draft, scene: Scene) -> bool:
    """Whether a noun names a matter in general, a sort or a document, and no event.

    "a conversation on race, *punishment* and *incarceration*", "le pouvoir d'*enquête*", "pulled out of the *pact*".

    Args:
        draft: an event with its mentions.
        scene: the text.
    """
    if not draft.also and (_is_titled(draft, scene) or _is_ruled(draft, scene)):
        return True
    if not draft.also and draft.is_noun and draft.time is None and draft.place is None and _is_called(draft, scene):
        return True
    treaty = draft.type == "AGREE" and draft.definite  # "the *Minsk* agreement": its place is its name
    if not draft.is_noun or draft.also or draft.time is not None or (draft.place is not None and not treaty):
        return False
    if draft.agents or draft.recipients or draft.quantities or draft.demonstrative or draft.indefinite:
        return False
    phrase = scene.a.chunks[draft.chunk]
    quoted = scene.a.quoted[draft.head]
    if quoted >= 0 and scene.a.quotations[quoted].close - scene.a.quotations[quoted].open <= _WORD:
        return True  # « *chantage* honteux »: what someone calls it
    if draft.definite:
        return draft.type == "AGREE" and draft.rule.endswith(":agree") and not _is_supported(draft, scene)
    if phrase.preposition < 0 or phrase.first != draft.first:
        return False
    preposition, grammar = scene.preposition(draft.chunk), scene.grammar
    if preposition in grammar.clauses.genitive:
        return _is_sort(draft, scene)
    if draft.type in _CONCRETE or preposition in grammar.purpose:
        return False
    near = range(draft.chunk + 1, min(draft.chunk + 3, len(scene.a.chunks)))
    canonical = scene.pack.canonical
    row = scene.pack.aspects.prepositions.match([canonical.get(word, word) for word in preposition.split()], 0)
    plural = len(scene.pack.nouns.lemmas(scene.a.norms[draft.head])) > 1
    if draft.type == "THREATEN" and plural and row is not None and row[1].status == "actual":
        return False  # "placée sous protection *à la suite de menaces*"
    listed = phrase.leader != draft.chunk or any(scene.a.chunks[other].leader == draft.chunk for other in near)
    return listed or preposition not in scene.pack.events.during


def _is_called(draft: Draft, scene: Scene) -> bool:
    """Whether a noun right behind a mark, its article before it, is what somebody calls another thing: "a dénoncé une « *attaque* contre nos entreprises »"."""
    a = scene.a
    number = a.quoted[draft.head]
    opening = a.quotations[number].open if number >= 0 else 0
    return opening > 0 and draft.first == opening + 1 and a.norms[opening - 1] in scene.grammar.indefinite


def _is_ruled(draft: Draft, scene: Scene) -> bool:
    """Whether a law says in the present what anybody may, must or must not do: "La loi permet aux salariés de *faire grève*"."""
    parties = (*draft.agents, *draft.recipients)
    if draft.time is not None or draft.place is not None or draft.quantities or any(actor is not None for _, actor in parties):
        return False
    if not draft.is_noun:
        return draft.clause >= 0 and scene.is_ruled(scene.a.clauses[draft.clause].governor)
    holding = (*scene.object_of.get(draft.chunk, ()), *scene.subject_of.get(draft.chunk, ()), *scene.oblique_of.get(draft.chunk, ()))
    return any(scene.is_ruled(clause) for clause in holding)


def _is_titled(draft: Draft, scene: Scene) -> bool:
    """Whether a trigger stands in the title of a work: « *Mort* à Venise », projeté en copie restaurée."""
    a = scene.a
    number = a.quoted[draft.head]
    if number < 0 or draft.statement is not None:
        return False
    opening, close = a.quotations[number].open, a.quotations[number].close
    first, _ = a.sentences[draft.sentence]
    inside = a.tags[opening + 1 : close]
    written = a.text[a.starts[opening + 1]].isupper() and opening > first and a.tags[opening - 1] not in ":,"
    return written and len(inside) <= _TITLE and "V" not in inside and a.sentence_of[close - 1] == draft.sentence


def _is_sort(draft: Draft, scene: Scene) -> bool:
    """Whether a bare noun only tells what sort of thing another is: "le pouvoir *d'enquête*", "the scope *of litigation*"."""
    above = scene.a.chunks[draft.chunk].behind
    if above < 0 or draft.status != "actual":
        return False
    head = scene.a.chunks[above].head
    norm = scene.a.norms[head]
    lemmas = scene.pack.nouns.lemmas(norm)
    plural = len(scene.pack.nouns.lemmas(scene.a.norms[draft.head])) > 1
    if plural or norm in scene.grammar.quantity_nouns or norm in scene.grammar.numbers or head in scene.in_time:
        return False
    return not scene.is_people(above) and not any(lemma in scene.pack.aspects.nouns or scene.pack.event_nouns.has(lemma) for lemma in lemmas)


def _is_supported(draft: Draft, scene: Scene) -> bool:
    clauses = (*scene.object_of.get(draft.chunk, ()), *scene.subject_of.get(draft.chunk, ()))
    return any(scene.hits(scene.pack.aspects.light, clause) for clause in clauses)
