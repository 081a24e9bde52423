"""What all tests can ask for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.configuration import set_hypothesis_home_dir

from macros.catalogue.handbook import Handbook
from macros.print.typeset.printing import print_handbook
from macros.project.loading import LoadedProject, load_project
from tests.building import built_once, one_at_a_time
from tests.helpers import ROOT, TINY, Files, handbook

SUB_PATH = "hand/book"

# The same cases in every run, however long one takes, and nothing of them is kept in the tree.
settings.register_profile("same", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
settings.load_profile("same")
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "alongside-hypothesis")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew instead of comparing them.")


@pytest.fixture(scope="session")
def real() -> LoadedProject:
    """The handbook of the repository."""
    return load_project(ROOT)


@pytest.fixture(scope="session")
def tiny() -> Handbook:
    """The tiny complete handbook of the tests."""
    return load_project(TINY).handbook


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is the same for all processes of a test run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def real_files(real: LoadedProject, shared: Path) -> dict[str, Path]:
    """Every document of the real handbook, by its address. Where tests run side by side, the first one makes them for all."""
    with one_at_a_time(shared, "real-files"):
        printed = print_handbook(ROOT, real.view)
    assert printed.problems == ()
    return dict(printed.files)


@pytest.fixture(scope="session")
def real_site(real_files: dict[str, Path], shared: Path) -> Path:
    """The real handbook, built once for all processes, below a sub-path of the folder that is served."""
    assert real_files  # are kept, so that the build need not make them
    return built_once(shared, "real", SUB_PATH, content=ROOT / "content")


@pytest.fixture
def make(tmp_path: Path) -> Callable[[Files], Handbook]:
    """Makes a handbook of a few files."""
    return lambda files: handbook(tmp_path, files)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a golden file; with ``--update-golden``, writes the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), "If the change is meant: python -m pytest --update-golden"

    return compare
