"""What events and speech acts are called: schemes, types, modes, contexts, acts, and the crosswalk to CAMEO.

The facts are data, in the folder `ontology` beside this module, each file with its source. They are read whole and checked
on first use, in about 30 milliseconds, and kept; nothing is read at import.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import attrs

from newsevents.errors import NewsEventsError, PackError
from newsevents.ontology_reading import find_faults, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

__all__ = [
    "Act",
    "CameoCode",
    "EventType",
    "Mode",
    "Ontology",
    "PloverCode",
    "UnknownCodeError",
    "act",
    "acts",
    "cameo_code",
    "contexts",
    "event_type",
    "event_types",
    "plover_of_cameo",
    "read_ontology",
    "scheme_of",
    "sectors",
]

_T = TypeVar("_T")
_FOLDER: Final = "ontology"
_ACTS: Final = "acts.toml"
# In the order in which event_types() gives them. The first one's contexts, sectors and CAMEO codes are those of all.
_SCHEMES: Final = ("plover.toml", "newsevents.toml")
# A value that the files do not give with the entry itself.
_FOLLOWS: Final = {"follows": True}


class UnknownCodeError(NewsEventsError, LookupError):
    """The ontology has no such event type, mode or speech act.

    Attributes:
        kind: What was looked up, `"event type"`.
        code: The code looked up.
        known: The codes there are.

    Examples:
        >>> print(UnknownCodeError("event type", "CONSULTS", known=("AID", "CONSULT")))
        no event type 'CONSULTS'; did you mean 'CONSULT'?
    """

    def __init__(self, kind: str, code: str, *, known: Iterable[str]) -> None:
        """Tell what was looked up and what there is."""
        self.kind = kind
        self.code = code
        self.known = tuple(known)
        near = get_close_matches(code, self.known, 1)
        advice = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(self.known) or 'none'}"
        super().__init__(f"no {kind} {code!r}; {advice}")


@attrs.frozen(kw_only=True)
class Mode:
    """How an event of one type is done.

    Attributes:
        name: The code, as `Event.mode` gives it.
        score: From -10, conflict, to +10, cooperation; `None` where the scheme gives none.
        cameo: The CAMEO code that is true of every event of the mode; `None` where there is none.
        gloss: What the mode is, in a sentence.

    Examples:
        >>> event_type("CONSULT").mode("phone").score
        1.5
    """

    name: str
    score: float | None = None
    cameo: str | None = None
    gloss: str


@attrs.frozen(kw_only=True)
class EventType:
    """What an event can be.

    Attributes:
        name: The code, as `Event.type` gives it.
        scheme: The scheme it belongs to, `"plover"` or `"newsevents"`.
        quad: Verbal or material, cooperation or conflict (`"verbal_cooperation"`); `None` beyond PLOVER.
        quad_code: The number PLOVER gives that class, 1 to 4; `None` beyond PLOVER.
        score: From -10, conflict, to +10, cooperation; `None` beyond PLOVER.
        requires_recipient: Whether the scheme asks for a recipient.
        symmetric: Whether all parties are agents, unless the mode or the pack's frame says otherwise.
        cameo: The CAMEO code of an event of which no more is known than its type; `None` where there is none.
        gloss: What the type is, in a sentence.
        agent: Who the agent is.
        recipient: Who the recipient is.
        mode_entries: Its modes in the order of the codebook.

    Examples:
        >>> consult = event_type("CONSULT")
        >>> consult.quad, consult.score, consult.symmetric
        ('verbal_cooperation', 2.5, True)
    """

    name: str
    scheme: str = attrs.field(default="", metadata=_FOLLOWS)
    quad: str | None = None
    quad_code: int | None = attrs.field(default=None, metadata=_FOLLOWS)
    score: float | None = None
    requires_recipient: bool = False
    symmetric: bool = False
    cameo: str | None = None
    gloss: str
    agent: str
    recipient: str
    mode_entries: tuple[Mode, ...] = ()

    @property
    def modes(self) -> tuple[str, ...]:
        """The codes of its modes, in the order of the codebook.

        Examples:
            >>> event_type("CONSULT").modes
            ('visit', 'third-party', 'multilateral', 'phone')
        """
        return tuple(entry.name for entry in self.mode_entries)

    def mode(self, name: str) -> Mode:
        """Give one of its modes.

        Raises:
            UnknownCodeError: The type has no such mode.

        Examples:
            >>> event_type("ASSAULT").mode("drone").gloss
            'Attacks with uncrewed aircraft.'
        """
        for entry in self.mode_entries:
            if entry.name == name:
                return entry
        raise UnknownCodeError(f"mode of {self.name}", name, known=self.modes)


@attrs.frozen(kw_only=True)
class Act:
    """What saying something does.

    Attributes:
        name: The code, as `Statement.act` gives it.
        klass: `"assertive"`, `"directive"`, `"commissive"`, `"expressive"` or `"declaration"`.
        commitment: How the source stands to the content, unless the cue says otherwise: `"asserted"`, `"believed"`,
            `"denied"`, `"hoped"`, `"feared"`, `"asked"` or `"committed"`.
        event: The type of the event that the act itself is; `None`: it is a statement only.
        mode: The mode of that event.
        gloss: What the act is, in a sentence.
        source: Where the class, and the event if any, come from.

    Examples:
        >>> condemn = act("condemn")
        >>> condemn.event, condemn.mode, condemn.commitment
        ('ACCUSE', 'disapprove', 'asserted')
    """

    name: str
    klass: str
    commitment: str
    event: str | None = None
    mode: str | None = None
    gloss: str
    source: str


class PloverCode(NamedTuple):
    """Type, mode and contexts of an event in PLOVER.

    Attributes:
        type: The event type.
        mode: The mode, if any.
        contexts: What the event is about.

    Examples:
        >>> PloverCode("AID", contexts=("military",))
        PloverCode(type='AID', mode=None, contexts=('military',))
    """

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class CameoCode:
    """One code of CAMEO and what it is in PLOVER.

    Attributes:
        code: The code, two digits for a category, three or four below it.
        name: What CAMEO calls it.
        type: The event type; `None` for the categories that PLOVER dropped.
        mode: The mode, if any.
        contexts: What such an event is about.
        published_mode: The mode the source prints, where it is read otherwise.
        published_contexts: The contexts the source prints, where they are read otherwise.
        one_way: Whether the code says more than type, mode and contexts do, so that these never lead back to it.

    Examples:
        >>> CameoCode(code="072", name="Provide military aid", type="AID", contexts=("military",)).code
        '072'
    """

    code: str
    name: str
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    published_mode: str | None = None
    published_contexts: tuple[str, ...] | None = None
    one_way: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Ontology:
    """All that the files of one folder say, checked.

    Attributes:
        types: The event types by name, PLOVER's first, each scheme in its own order.
        acts: The speech acts by name.
        contexts: What each context is about, by name.
        sectors: What belongs to each sector, by name.
        non_states: PLOVER's codes for international actors that are no states, with their meaning.
        cameo: CAMEO's categories and codes by code.

    Examples:
        >>> read_ontology(files("newsevents") / "ontology").cameo["195"].name
        'Employ aerial weapons'
    """

    types: Mapping[str, EventType]
    acts: Mapping[str, Act]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    non_states: Mapping[str, str]
    cameo: Mapping[str, CameoCode]


def event_type(name: str) -> EventType:
    """Give the event type of this name.

    Raises:
        UnknownCodeError: There is none.

    Examples:
        >>> event_type("DEATH").recipient
        'The dead.'
    """
    return _look_up(_ontology().types, name, "event type")


def event_types(scheme: str | None = None) -> tuple[EventType, ...]:
    """Give the event types, PLOVER's first, each scheme in its own order.

    Args:
        scheme: The scheme wanted; `None` for all.

    Examples:
        >>> [each.name for each in event_types("newsevents")]
        ['ELECTION', 'TRANSITION', 'JUSTICE', 'DISASTER', 'DEATH', 'ECONOMY']
    """
    return tuple(each for each in _ontology().types.values() if scheme in {None, each.scheme})


def scheme_of(type: str) -> str:  # noqa: A002 - the word of the record's own field
    """Give the scheme an event type belongs to.

    Raises:
        UnknownCodeError: There is no such type.

    Examples:
        >>> scheme_of("CONSULT"), scheme_of("ELECTION")
        ('plover', 'newsevents')
    """
    return event_type(type).scheme


def act(name: str) -> Act:
    """Give the speech act of this name.

    Raises:
        UnknownCodeError: There is none.

    Examples:
        >>> act("hope").commitment
        'hoped'
    """
    return _look_up(_ontology().acts, name, "speech act")


def acts() -> tuple[Act, ...]:
    """Give the speech acts, in the order of their file.

    Examples:
        >>> [each.name for each in acts() if each.event == "AGREE"]
        ['promise', 'agree']
    """
    return tuple(_ontology().acts.values())


def contexts() -> Mapping[str, str]:
    """Give the contexts of PLOVER, what an event may be about, each with its gloss.

    Examples:
        >>> contexts()["military"]
        'The armed forces of states.'
    """
    return _ontology().contexts


def sectors() -> Mapping[str, str]:
    """Give the sectors of PLOVER, what an actor may belong to, each with its gloss.

    Examples:
        >>> sectors()["JUD"]
        'Courts and judges.'
    """
    return _ontology().sectors


def cameo_code(
    type: str,  # noqa: A002 - the word of the record's own field
    mode: str | None = None,
    contexts: Iterable[str] = (),
) -> str | None:
    """Give the CAMEO code that says as much as these do and no more.

    That is the code of the mode, or of the type without one; or, where a single code of the crosswalk (or one that covers the
    others) stands for the type and mode in some of these contexts, that code. Its type is always the type asked for.

    Args:
        type: An event type.
        mode: One of its modes.
        contexts: What the event is about.

    Returns:
        Three or four digits; `None` where CAMEO has no such code, or the type or mode is unknown.

    Source: CAMEO2PLOVER-2021, turned round.

    Examples:
        >>> cameo_code("ASSAULT", "aerial"), cameo_code("AID"), cameo_code("AID", contexts=("military", "territory"))
        ('195', '070', '072')
        >>> cameo_code("DEATH") is None
        True
    """
    ontology = _ontology()
    kind = ontology.types.get(type)
    if kind is None or (mode is not None and mode not in kind.modes):
        return None
    general = kind.cameo if mode is None else kind.mode(mode).cameo
    about = frozenset(contexts)
    fitting = [
        row for row in ontology.cameo.values() if (row.type, row.mode) == (type, mode) and row.contexts and about.issuperset(row.contexts) and not row.one_way
    ]
    most = max((len(row.contexts) for row in fitting), default=0)
    best = [row.code for row in fitting if len(row.contexts) == most]
    covering = [code for code in best if all(each.startswith(_stem(code)) for each in best)]
    return covering[0] if covering else general


def plover_of_cameo(code: str) -> PloverCode | None:
    """Give what a CAMEO code is in PLOVER.

    A code that the crosswalk does not list, as some editions of CAMEO have them, is read as the code above it.

    Args:
        code: Two digits for a category, three or four below it.

    Returns:
        Type, mode and contexts; `None` for the categories 01 and 02, which are statements and no events, and for what is no
        CAMEO code.

    Source: CAMEO2PLOVER-2021; the codebook on codes of three and four digits, "CAMEO to PLOVER translation", note 2.

    Examples:
        >>> plover_of_cameo("0871")
        PloverCode(type='RETREAT', mode='ceasefire', contexts=('military',))
        >>> plover_of_cameo("19")
        PloverCode(type='ASSAULT', mode=None, contexts=())
        >>> plover_of_cameo("010") is None
        True
    """
    if not (code.isascii() and code.isdigit() and 2 <= len(code) <= 4):
        return None
    listed = _ontology().cameo
    row = next((listed[code[:size]] for size in range(len(code), 1, -1) if code[:size] in listed), None)
    return None if row is None or row.type is None else PloverCode(row.type, row.mode, row.contexts)


def _stem(code: str) -> str:
    """Give what the codes below this one begin with: `"03"` for the general code `"030"`."""
    return code.removesuffix("0") if len(code) == 3 else code


def _look_up(table: Mapping[str, _T], name: str, kind: str) -> _T:
    try:
        return table[name]
    except KeyError:
        raise UnknownCodeError(kind, name, known=table) from None


@cache
def _ontology() -> Ontology:
    return read_ontology(files("newsevents") / _FOLDER)


@attrs.frozen(kw_only=True)
class CameoTable:
    """What a scheme says of CAMEO, as its file has it."""

    roots: tuple[CameoCode, ...]
    codes: tuple[CameoCode, ...]


@attrs.frozen(kw_only=True)
class SchemeFile:
    """One file of event types, as it is written."""

    scheme: str
    quad: dict[str, int] = attrs.field(factory=dict)
    type: tuple[EventType, ...]
    context: dict[str, str] = attrs.field(factory=dict)
    sector: dict[str, str] = attrs.field(factory=dict)
    non_state: dict[str, str] = attrs.field(factory=dict)
    cameo: CameoTable = CameoTable(roots=(), codes=())


@attrs.frozen(kw_only=True)
class ActFile:
    """The file of speech acts, as it is written."""

    classes: tuple[str, ...]
    commitments: tuple[str, ...]
    act: tuple[Act, ...]


def read_ontology(folder: Traversable) -> Ontology:
    """Read an ontology from its files and check them against one another.

    Args:
        folder: Where `plover.toml`, `newsevents.toml` and `acts.toml` are.

    Returns:
        What they say.

    Raises:
        PackError: A file is missing, no TOML or not of the right shape, a name is there twice or names nothing. All faults of
            a file, each with file and path.

    Examples:
        >>> len(read_ontology(files("newsevents") / "ontology").types)
        22
    """
    schemes = {name: read_file(folder, name, SchemeFile) for name in _SCHEMES}
    spoken = read_file(folder, _ACTS, ActFile)
    first, *_ = schemes.values()
    faults = tuple(find_faults(folder.name, schemes, _ACTS, spoken))
    if faults:
        raise PackError(*faults)
    types = [
        attrs.evolve(each, scheme=scheme.scheme, quad_code=None if each.quad is None else scheme.quad[each.quad])
        for scheme in schemes.values()
        for each in scheme.type
    ]
    return Ontology(
        types=MappingProxyType({each.name: each for each in types}),
        acts=MappingProxyType({each.name: each for each in spoken.act}),
        contexts=MappingProxyType(first.context),
        sectors=MappingProxyType(first.sector),
        non_states=MappingProxyType(first.non_state),
        cameo=MappingProxyType({row.code: row for row in chain(first.cameo.roots, first.cameo.codes)}),
    )
