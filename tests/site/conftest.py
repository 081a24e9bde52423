from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import project, run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fixture handbook, built once."""
    root = project(tmp_path_factory.mktemp("built"))
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def tiny_project(tmp_path: Path) -> Path:
    """A project of its own to change and build."""
    return project(tmp_path)
