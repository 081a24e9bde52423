from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import built_once
from tests.helpers import project


@pytest.fixture(scope="session")
def built(shared: Path) -> Path:
    """The site of the fixture handbook."""
    return built_once(shared, "tiny")


@pytest.fixture
def tiny_project(tmp_path: Path) -> Path:
    """A project of its own to change and build."""
    return project(tmp_path)
