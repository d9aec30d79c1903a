"""What is built and handed on: everything the library needs, nothing that is not its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[1]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
# Written for this test.
TEXT = "Le ministre de la Santé, Jean Martin, a annoncé mardi à Lyon qu'il démissionnerait."


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    return _built(WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"]))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution."""
    return _built(SdistBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("sdist")), versions=["standard"]))


def _built(paths: Iterable[str]) -> Path:
    """Give the one file that was built."""
    (path,) = paths
    return Path(path)


def _members(path: Path) -> dict[str, bytes]:
    """Give the files of an archive, those of a source distribution without its top folder."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist()}
    with tarfile.open(path) as sdist:
        files = {member.name.partition("/")[2]: sdist.extractfile(member) for member in sdist.getmembers() if member.isfile()}
        return {name: file.read() for name, file in files.items() if file is not None}


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    """Every module, pack, ontology and marker of types, as they stand in src; no tests, no tools, no seeds."""
    source = ROOT / "src"
    expected = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    members = _members(wheel)
    assert {name for name in members if ".dist-info/" not in name} == expected
    assert "newsevents/py.typed" in members
    for name in expected:
        assert members[name] == (source / name).read_bytes(), name


def test_the_wheel_has_its_licence_and_asks_for_little(wheel: Path) -> None:
    """Three dependencies, the rest are extras; the licence travels along."""
    members = _members(wheel)
    (metadata,) = [raw.decode() for name, raw in members.items() if name.endswith(".dist-info/METADATA")]
    needed = [line.removeprefix("Requires-Dist: ") for line in metadata.splitlines() if line.startswith("Requires-Dist: ")]
    assert sorted(one.partition(">")[0] for one in needed if "extra ==" not in one) == ["attrs", "cattrs", "python-dateutil"]
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in members)


@pytest.mark.skipif(not SEEDS, reason="seeds/ is not part of a source distribution")
def test_nobody_elses_article_is_handed_on(wheel: Path, sdist: Path) -> None:
    """No file of either archive holds a sentence of a seed."""
    for seed in SEEDS:
        sentences = [line.encode() for line in seed.read_text("utf-8").splitlines() if line]
        assert sentences
        for archive in (wheel, sdist):
            for name, raw in _members(archive).items():
                assert not name.startswith("seeds/")
                assert not any(sentence in raw or json.dumps(sentence.decode()).encode() in raw for sentence in sentences), name


def test_the_source_distribution_can_be_built_and_tested(sdist: Path) -> None:
    """It holds what the build and the tests need."""
    members = _members(sdist)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "src/newsevents/__init__.py", "tests/conftest.py", "tools/known_gaps.py"):
        assert name in members, name


def test_the_wheel_works_without_the_source(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, it parses from the command line."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "lib")  # noqa: S202 - our own
    article = tmp_path / "article.txt"
    article.write_text(TEXT, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "lib")}
    where = [sys.executable, "-c", "import newsevents; print(newsevents.__file__)"]
    found = subprocess.run(where, env=environment, cwd=tmp_path, check=True, capture_output=True, text=True, timeout=120).stdout
    assert Path(found.strip()).is_relative_to(tmp_path)
    command = [sys.executable, "-m", "newsevents", "parse", str(article), "--published", "2025-10-17"]
    record = json.loads(subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True, timeout=120).stdout)
    assert "Jean Martin" in {actor["name"] for actor in record["actors"]}
    assert [time["value"] for time in record["times"]] == ["2025-10-14"]
