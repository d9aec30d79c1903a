"""The ontology says what its sources say, agrees with itself, and refuses files that do not."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from newsevents import ontology
from newsevents.errors import NewsEventsError, PackError
from newsevents.ontology import PloverCode, cameo_code, plover_of_cameo

_DATA = files("newsevents") / "ontology"
_PLOVER = ontology.event_types("plover")
_CODES = [(each.name, mode, code) for each in _PLOVER for mode in (None, *each.modes) if (code := cameo_code(each.name, mode)) is not None]
_CAMEO = tuple(ontology.read_ontology(_DATA).cameo.values())


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    """What the sources print: the codes of PLOVER's codebook and of its crosswalk from CAMEO."""
    folder = os.environ.get("NEWSEVENTS_DATA")
    if folder is None:
        pytest.skip("NEWSEVENTS_DATA does not name a folder with data/plover.json")
    path = Path(folder, "data", "plover.json")
    if not path.is_file():
        pytest.skip(f"there is no {path}")
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the ontology's files, to be spoilt."""
    copy = tmp_path / "ontology"
    copy.mkdir()
    for name in ("plover.toml", "newsevents.toml", "acts.toml"):
        shutil.copyfile(str(_DATA / name), copy / name)
    return copy


def _spoil(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


class TestPublished:
    """Nothing of the sources is missing and nothing added; where we read otherwise, what they print is kept."""

    def test_types(self, published: dict[str, Any]) -> None:
        """The types are PLOVER's, with their quad classes."""
        expected = {name: (each["quad"], each["quad_code"], each["requires_recipient"]) for name, each in published["event_types"].items()}
        assert expected == {each.name: (each.quad, each.quad_code, each.requires_recipient) for each in _PLOVER}

    def test_scores(self, published: dict[str, Any]) -> None:
        """The scores of the types are PLOVER's; that of ACCUSE has lost its sign in print."""
        expected = {name: each["score"] for name, each in published["event_types"].items()} | {"ACCUSE": -3.0}
        assert expected == {each.name: each.score for each in _PLOVER}

    def test_modes(self, published: dict[str, Any]) -> None:
        """The modes are PLOVER's in its order, with their scores; those without one have none."""
        expected = {name: [(mode, each.get("mode_scores", {}).get(mode)) for mode in each["modes"]] for name, each in published["event_types"].items()}
        assert expected == {each.name: [(mode.name, mode.score) for mode in each.mode_entries] for each in _PLOVER}

    def test_contexts_and_sectors(self, published: dict[str, Any]) -> None:
        """The contexts and sectors are PLOVER's in its order."""
        read = ontology.read_ontology(_DATA)
        assert published["contexts"] == list(ontology.contexts())
        assert published["sectors"] == list(ontology.sectors())
        assert published["international_actor_codes"] == list(read.non_states)

    def test_crosswalk(self, published: dict[str, Any]) -> None:
        """Every code of CAMEO is there with its published type, mode and contexts."""
        expected = {code: (each["event"], each["mode"], each["contexts"]) for code, each in published["cameo_codes"].items()}
        ours = {
            row.code: (
                row.type,
                row.published_mode or row.mode,
                list(row.contexts if row.published_contexts is None else row.published_contexts),
            )
            for row in _CAMEO
            if len(row.code) > 2
        }
        assert expected == ours

    def test_categories(self, published: dict[str, Any]) -> None:
        """Every category of CAMEO is there with one of its published types, or with none where PLOVER dropped it."""
        ours = {row.code: row.type for row in _CAMEO if len(row.code) == 2}
        assert list(published["cameo_roots"]) == list(ours)
        for code, each in published["cameo_roots"].items():
            assert ours[code] in (each["plover"] or [None])


class TestCrosswalk:
    """The way from CAMEO and the way back agree."""

    @pytest.mark.parametrize("row", _CAMEO, ids=lambda row: row.code)
    def test_reads_every_code(self, row: ontology.CameoCode) -> None:
        """A code gives its own type, a mode of it, and contexts that there are."""
        read = plover_of_cameo(row.code)
        if row.type is None:
            assert read is None
            return
        assert read == PloverCode(row.type, row.mode, row.contexts)
        assert row.mode is None or row.mode in ontology.event_type(row.type).modes
        assert set(row.contexts) <= set(ontology.contexts())

    @pytest.mark.parametrize(("name", "mode", "code"), _CODES)
    def test_keeps_the_type(self, name: str, mode: str | None, code: str) -> None:
        """From type and mode to CAMEO and back: the type is the same, and so is the code."""
        back = plover_of_cameo(code)
        assert back is not None
        assert name == back.type
        assert code == cameo_code(*back), f"{name} {mode}"

    @pytest.mark.parametrize("row", [row for row in _CAMEO if row.contexts and not row.one_way], ids=lambda row: row.code)
    def test_returns_to_the_code_that_alone_stands_for_it(self, row: ontology.CameoCode) -> None:
        """From CAMEO and back: a code of which no other has type, mode and contexts comes back as itself."""
        assert row.type is not None
        like = [each.code for each in _CAMEO if (each.type, each.mode, each.contexts) == (row.type, row.mode, row.contexts) and not each.one_way]
        back = cameo_code(row.type, row.mode, row.contexts)
        assert back is not None
        read = plover_of_cameo(back)
        assert read is not None
        assert read.type == row.type
        if like == [row.code]:
            assert row.code == back

    @pytest.mark.parametrize(
        ("expected", "code"),
        [
            (("AID", None, ("military",)), "072"),
            (("ASSAULT", "aerial", ("military",)), "195"),
            (("ASSAULT", "aerial", ("military",)), "1951"),  # an edition of CAMEO divides its code 195
            (("ASSAULT", "targeted", ()), "186"),
            (("COERCE", "restrict", ("pro_autocracy",)), "1722"),
            (("RETREAT", "ceasefire", ("military",)), "0871"),
            (("ASSAULT", None, ()), "20"),
            (("COERCE", None, ()), "176"),  # later editions of CAMEO only
        ],
    )
    def test_reads(self, expected: tuple[str, str | None, tuple[str, ...]], code: str) -> None:
        """Codes, categories, and codes of other editions by the code above them."""
        assert expected == plover_of_cameo(code)

    @pytest.mark.parametrize("code", ["", "0", "1", "00", "21", "99", "010", "0211", "02", "01951", "7a", "-72", "०७", "19.", " 19"])
    def test_reads_nothing_from(self, code: str) -> None:
        """What is no code, and the categories that are statements, give nothing."""
        assert plover_of_cameo(code) is None

    @pytest.mark.parametrize(
        ("expected", "name", "mode", "contexts"),
        [
            ("040", "CONSULT", None, ()),
            ("042", "CONSULT", "visit", ("diplomatic",)),
            ("030", "AGREE", None, ("economic",)),  # 0311, 0331 and 0354 are all economic
            ("138", "THREATEN", "violence", ("military",)),  # covers 1383 and 1384
            ("130", "THREATEN", "violence", ()),  # not always military
            ("190", "ASSAULT", None, ("military", "territory")),
            ("190", "ASSAULT", None, ("military", "legal")),  # no violated ceasefire, 196, for that
            ("110", "ACCUSE", "disapprove", ("legal",)),  # no verdict, 116, for that
            ("143", "PROTEST", "strike", ()),
            (None, "RETREAT", "resign", ()),
            (None, "SANCTION", "convict", ("legal",)),
            (None, "ELECTION", None, ("election",)),
            (None, "CONSULT", "drone", ()),
            (None, "consult", None, ()),
        ],
    )
    def test_says_no_more_than_it_is_told(self, expected: str | None, name: str, mode: str | None, contexts: tuple[str, ...]) -> None:
        """The code is the most particular one that is true of every such event, if there is one."""
        assert expected == cameo_code(name, mode, contexts)

    def test_takes_contexts_in_any_order(self) -> None:
        """The order of the contexts does not matter, nor does what holds them."""
        assert cameo_code("ACCUSE", "allege", ("legal", "military")) == "1124"
        assert cameo_code("ACCUSE", "allege", iter(["military", "legal"])) == "1124"


class TestTypes:
    """Event types by name and by scheme."""

    def test_schemes(self) -> None:
        """Sixteen types are PLOVER's, six go beyond it and have neither class nor score."""
        beyond = ontology.event_types("newsevents")
        assert len(_PLOVER) == 16
        assert [each.name for each in beyond] == ["ELECTION", "TRANSITION", "JUSTICE", "DISASTER", "DEATH", "ECONOMY"]
        assert all((each.quad, each.quad_code, each.score, each.modes) == (None, None, None, ()) for each in beyond)
        assert ontology.event_types() == (*_PLOVER, *beyond)
        assert ontology.event_types("no such scheme") == ()

    @pytest.mark.parametrize("each", ontology.event_types(), ids=lambda each: each.name)
    def test_speaks_for_itself(self, each: ontology.EventType) -> None:
        """Every type is found by its name and says what it and its roles are."""
        assert each is ontology.event_type(each.name)
        assert each.scheme == ontology.scheme_of(each.name)
        assert all((each.gloss, each.agent, each.recipient))
        assert all(each.mode(name).gloss for name in each.modes)

    def test_score_has_the_sign_of_its_class(self) -> None:
        """Cooperation scores above zero, conflict at or below it."""
        for each in _PLOVER:
            assert each.score is not None
            assert each.quad_code is not None
            assert (each.score > 0) == (each.quad_code <= 2)

    def test_unknown(self) -> None:
        """An unknown type is told with the nearest one there is, and the error survives pickling."""
        with pytest.raises(ontology.UnknownCodeError, match=r"no event type 'ASSAULTS'; did you mean 'ASSAULT'\?") as caught:
            ontology.event_type("ASSAULTS")
        assert isinstance(caught.value, NewsEventsError)
        assert isinstance(caught.value, LookupError)
        copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - made in this test
        assert (copy.kind, copy.code, copy.known) == ("event type", "ASSAULTS", caught.value.known)

    def test_unknown_mode(self) -> None:
        """An unknown mode is told with those there are."""
        with pytest.raises(ontology.UnknownCodeError, match="no mode of AID 'x'; there are: none"):
            ontology.event_type("AID").mode("x")


class TestActs:
    """Speech acts."""

    @pytest.mark.parametrize("each", ontology.acts(), ids=lambda each: each.name)
    def test_event_is_a_type(self, each: ontology.Act) -> None:
        """The event that an act is, is a type, and its mode one of that type."""
        assert each is ontology.act(each.name)
        if each.event is None:
            assert each.mode is None
        else:
            kind = ontology.event_type(each.event)
            assert each.mode is None or each.mode in kind.modes

    @pytest.mark.parametrize("name", ["say", "announce", "estimate", "hope", "confirm", "report"])
    def test_plain_saying_is_no_event(self, name: str) -> None:
        """To say, announce, estimate, hope, confirm or report is a statement only."""
        assert ontology.act(name).event is None

    def test_unknown(self) -> None:
        """An unknown act is told with the nearest one there is."""
        with pytest.raises(ontology.UnknownCodeError, match="no speech act 'anounce'; did you mean 'announce'"):
            ontology.act("anounce")


class TestReading:
    """Files that are wrong are refused, with file and path."""

    def test_reads_a_copy(self, folder: Path) -> None:
        """The files are read wherever they stand."""
        assert ontology.event_types() == tuple(ontology.read_ontology(folder).types.values())

    def test_cannot_be_changed(self) -> None:
        """What is read once for all cannot be changed by one."""
        with pytest.raises(TypeError):
            ontology.contexts()["military"] = "x"  # type: ignore[index]

    @pytest.mark.parametrize(
        ("name", "old", "new", "expected"),
        [
            ("acts.toml", 'gloss = "P', 'glos = "P', r"extra fields found \(glos\) @ ontology/acts.toml:\$.act\[0\]"),
            ("acts.toml", 'gloss = "P', 'glos = "P', r"required field missing @ ontology/acts.toml:\$.act\[0\].gloss"),
            ("acts.toml", 'class = "assertive"', "class = 3", r"expected str, got int @ ontology/acts.toml:\$.act\[0\].class"),
            ("acts.toml", '"assertive"\n', '"assertiv"\n', r"got 'assertiv' @ ontology/acts.toml:\$.act\[0\].class"),
            ("acts.toml", '"asserted"\n', '"asserts"\n', r"got 'asserts' @ ontology/acts.toml:\$.act\[0\].commitment"),
            ("acts.toml", '"THREATEN"', '"THREAT"', r"got 'THREAT' @ ontology/acts.toml:\$.act\[\d+\].event"),
            ("acts.toml", '"allege"', '"drone"', r"got 'drone' @ ontology/acts.toml:\$.act\[\d+\].mode"),
            ("acts.toml", '"announce"', '"say"', r"speech act 'say' stands 2 times @ ontology/acts.toml"),
            ("acts.toml", "[[act]]", "[[act]", r"no valid TOML: .* @ ontology/acts.toml"),
            ("newsevents.toml", '"DEATH"', '"AID"', r"event type 'AID' stands 2 times @ ontology"),
            ("newsevents.toml", '"DEATH"', '"DEATH"\nscheme = "x"', r"extra fields found \(scheme\) .*\$.type\[4\]"),
            ("plover.toml", "score = 4.0", 'score = "4"', r"expected float.*, got str .*:\$.type\[1\].modes\[0\].score"),
            ("plover.toml", "modes = [\n", "modes = 3\nx = [\n", r"expected list, got int .*:\$.type\[1\].modes"),
            ("plover.toml", "requires_recipient = true", "requires_recipient = 1", r"expected bool, got int"),
            ("plover.toml", '"phone"', '"visit"', r"mode 'visit' stands 2 times @ ontology/plover.toml:\$.type\[1\]"),
            ("plover.toml", 'quad = "verbal_c', 'quad = "verbose_c', r"verbose_cooperation' @ .*\$.type\[0\].quad"),
            ("plover.toml", "material_conflict = 4", 'material_conflict = "4"', r"expected int, got str @ .*\$.quad"),
            ("plover.toml", 'cameo = "030"', 'cameo = "040"', r"got '040' @ ontology/plover.toml:\$.type\[0\].cameo"),
            ("plover.toml", 'cameo = "042"', 'cameo = "999"', r"got '999' @ .*\$.type\[1\].modes\[0\].cameo"),
            ("plover.toml", '{ code = "031"', '{ code = "030"', r"CAMEO code '030' stands 2 times"),
            ("plover.toml", 'type = "AGREE" }', 'type = "AGREED" }', r"got 'AGREED' @ .*\$.cameo.roots\[2\].type"),
            ("plover.toml", 'contexts = ["diplomatic"]', 'contexts = ["d"]', r"got 'd' @ .*\$.cameo.codes\[0\].contexts"),
            ("plover.toml", 'contexts = ["diplomatic"]', 'contexts = "d"', r"expected list, got str .*\$.cameo.codes\[0\]"),
            ("plover.toml", 'mode = "phone"', 'mode = "telephone"', r"got 'telephone' @ .*\$.cameo.codes\[\d+\].mode"),
        ],
    )
    def test_refuses(self, folder: Path, name: str, old: str, new: str, expected: str) -> None:
        """A key too many or too few, a wrong type, a name twice or of nothing."""
        _spoil(folder, name, old, new)
        with pytest.raises(PackError, match=expected):
            ontology.read_ontology(folder)

    def test_tells_every_fault(self, folder: Path) -> None:
        """All faults of a file are told at once."""
        _spoil(folder, "acts.toml", '"THREATEN"', '"THREAT"')
        _spoil(folder, "acts.toml", '"SUPPORT"', '"SUPORT"')
        with pytest.raises(PackError) as caught:
            ontology.read_ontology(folder)
        assert len(caught.value.problems) == 2

    def test_missing_file(self, folder: Path) -> None:
        """A file that is not there is named."""
        (folder / "acts.toml").unlink()
        with pytest.raises(PackError, match=r"the file is missing @ ontology/acts\.toml"):
            ontology.read_ontology(folder)

    def test_module_and_folder_stand_side_by_side(self) -> None:
        """`newsevents.ontology` is the module; the folder of that name holds data only."""
        assert Path(ontology.__file__).name == "ontology.py"
        assert not [each.name for each in _DATA.iterdir() if not each.name.endswith((".toml", ".md"))]
