from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers import project

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def handbook(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """What a user runs: the ``handbook`` command in a project's folder."""
    command = [sys.executable, "-c", "from macros.cli import main; main()", *args]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=dict(os.environ))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fixture handbook, built once."""
    root = project(tmp_path_factory.mktemp("built"))
    done = handbook(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def tiny_project(tmp_path: Path) -> Path:
    """A project of its own to change and build."""
    return project(tmp_path)
