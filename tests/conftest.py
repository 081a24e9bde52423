"""What all tests can ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.project.opening import Opened, open_handbook
from tests.helpers import ROOT, TINY, Files, handbook, project, run

SUB_PATH = "hand/book"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew instead of comparing them.")


@pytest.fixture(scope="session")
def real() -> Opened:
    """The handbook of the repository."""
    return open_handbook(ROOT)


@pytest.fixture(scope="session")
def tiny() -> Handbook:
    """The tiny complete handbook of the tests."""
    return open_handbook(TINY).handbook


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook, built once, below a sub-path of the folder that is served."""
    root = project(tmp_path_factory.mktemp("real"), content=ROOT / "content")
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    served = root / "served" / SUB_PATH
    served.parent.mkdir(parents=True)
    (root / "site").rename(served)
    return served


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
