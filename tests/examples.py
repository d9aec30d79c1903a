"""One small record with something of everything, written for the tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

from newsevents.model import (
    Actor,
    ActorKind,
    Article,
    Diagnostic,
    Event,
    EventMention,
    EventStatus,
    Identifier,
    Mention,
    MentionKind,
    Modifier,
    Participant,
    ParticipantRole,
    Place,
    PlaceKind,
    Provenance,
    Quantity,
    QuantityKind,
    Record,
    Resolution,
    Role,
    Span,
    Statement,
    StatementForm,
    TimeExpression,
    TimeKind,
)

TEXT = (
    "La ministre Anne Dubreuil a averti jeudi le groupe Nordal, à Brest, que l'État « ne paiera pas ». "
    "Elle a ajouté que, selon la préfecture, l'incendie du dépôt avait fait environ trois blessés depuis mardi."
)


def find(words: str, nth: int = 1) -> Span:
    """Give the nth place of some words in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def article() -> Article:
    """Give the article."""
    return Article.from_text(
        TEXT,
        id="breizh-1",
        language="fr",
        title="Nordal : l'État refuse de payer",
        published=date(2025, 10, 17),
        published_at=datetime(2025, 10, 17, 6, 30, tzinfo=UTC),
        url="https://example.org/nordal",
        publisher="Exemple",
        authors=["A. Martin", "B. Le Goff"],
        section="Économie",
    )


def record() -> Record:
    """Give the record."""
    minister = Actor(
        id="a12",
        name="Anne Dubreuil",
        kind=ActorKind.PERSON,
        country="FR",
        roles=(Role(title="ministre", country="FR", span=find("ministre")),),
        sectors=("GOV",),
        mentions=(
            Mention(span=find("Anne Dubreuil")),
            Mention(span=find("Elle"), kind=MentionKind.PRONOUN),
        ),
    )
    company = Actor(
        id="a51",
        name="Nordal",
        kind=ActorKind.ORGANIZATION,
        sectors=("BUS",),
        mentions=(Mention(span=find("Nordal")),),
        identifiers=(Identifier(scheme="lei", value="00000000000000000098"),),
    )
    prefecture = Actor(id="a123", name="préfecture", kind=ActorKind.ORGANIZATION, mentions=(Mention(span=find("la préfecture")),))
    brest = Place(
        id="p61",
        name="Brest",
        kind=PlaceKind.CITY,
        country="FR",
        latitude=48.39029,
        longitude=-4.48628,
        mentions=(Mention(span=find("Brest")),),
        identifiers=(Identifier(scheme="geonames", value="3030300"),),
    )
    thursday = TimeExpression(
        id="t35",
        span=find("jeudi"),
        kind=TimeKind.DATE,
        value="2025-10-16",
        earliest=date(2025, 10, 16),
        latest=date(2025, 10, 16),
        resolution=Resolution.RELATIVE,
        rule="weekday",
    )
    tuesday = TimeExpression(
        id="t198",
        span=find("mardi"),
        kind=TimeKind.DATE,
        value="2025-10-14",
        earliest=date(2025, 10, 14),
        resolution=Resolution.ANAPHORIC,
        anchor_id="t35",
        modifier=Modifier.SINCE,
        rule="weekday",
    )
    warning = Statement(
        id="s72",
        form=StatementForm.MIXED,
        act="warn",
        content=(find("l'État « ne paiera pas »"),),
        quotations=(find("ne paiera pas"),),
        cue=find("a averti"),
        participants=(
            Participant(role=ParticipantRole.SPEAKER, span=find("La ministre Anne Dubreuil"), actor_id="a12"),
            Participant(role=ParticipantRole.ADDRESSEE, span=find("le groupe Nordal"), actor_id="a51"),
        ),
        time_id="t35",
        rule="verb-cue",
    )
    added = Statement(
        id="s117",
        form=StatementForm.INDIRECT,
        act="add",
        content=(find("selon la préfecture, l'incendie du dépôt avait fait environ trois blessés depuis mardi"),),
        cue=find("a ajouté"),
        participants=(Participant(role=ParticipantRole.SPEAKER, span=find("Elle"), actor_id="a12"),),
    )
    reported = Statement(
        id="s138",
        form=StatementForm.INDIRECT,
        act="say",
        content=(find("l'incendie du dépôt avait fait environ trois blessés depuis mardi"),),
        cue=find("selon"),
        participants=(Participant(role=ParticipantRole.SPEAKER, span=find("la préfecture"), actor_id="a123"),),
        within="s117",
    )
    threat = Event(
        id="e26",
        type="THREATEN",
        scheme="plover",
        trigger=find("a averti"),
        mentions=(EventMention(span=find("a averti"), status=EventStatus.ACTUAL),),
        status=EventStatus.ACTUAL,
        participants=(
            Participant(role=ParticipantRole.AGENT, span=find("La ministre Anne Dubreuil"), actor_id="a12"),
            Participant(role=ParticipantRole.RECIPIENT, span=find("le groupe Nordal"), actor_id="a51"),
        ),
        time_id="t35",
        place_id="p61",
        utterance_id="s72",
    )
    fire = Event(
        id="e140",
        type="DISASTER",
        scheme="newsevents",
        mode="fire",
        contexts=("economic",),
        trigger=find("incendie"),
        mentions=(EventMention(span=find("incendie"), status=EventStatus.ACTUAL, statement_id="s138", hearsay=True),),
        status=EventStatus.ACTUAL,
        statement_id="s138",
        participants=(Participant(role=ParticipantRole.RECIPIENT, span=find("dépôt")),),
        quantities=(Quantity(kind=QuantityKind.INJURED, minimum=3, maximum=3, approximate=True, span=find("environ trois blessés")),),
    )
    return Record(
        article=article(),
        actors=(minister, company, prefecture),
        places=(brest,),
        times=(thursday, tuesday),
        statements=(warning, added, reported),
        events=(threat, fire),
        diagnostics=(Diagnostic(code="example", message="something of everything", span=find("dépôt")),),
        provenance=Provenance(version="0.1.0", backend="rules", pack="fr", pack_version="0.1.0"),
    )
