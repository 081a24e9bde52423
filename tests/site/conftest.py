from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import built_once, with_documents_of
from tests.helpers import project


@pytest.fixture(scope="session")
def built(shared: Path) -> Path:
    """The site of the fixture handbook."""
    return built_once(shared, "tiny")


@pytest.fixture
def tiny_project(tmp_path: Path, shared: Path, built: Path) -> Path:
    """A project of its own to change and build, with the documents that were made for the site."""
    assert built
    return with_documents_of(shared, "tiny", project(tmp_path))
