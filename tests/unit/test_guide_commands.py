"""The commands that README and CONTRIBUTING tell are run as they stand."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT, project

GUIDES = ("README.md", "CONTRIBUTING.md")
# What starts a build, a preview or all tests, or needs the network: that there is such a target is looked at, no more.
_LONG = {"site", "test", "serve", "offline"}


def _blocks(name: str) -> list[str]:
    text = (ROOT / name).read_text("utf-8")
    return [line.strip().partition("  #")[0].strip() for line in text.splitlines() if re.match(r" {4,}(make|handbook) ", line)]


def _commands() -> list[str]:
    told = [found for name in GUIDES for found in re.findall(r"`(make [^`]+|handbook [^`]+)`", (ROOT / name).read_text("utf-8"))]
    return [*dict.fromkeys([*(line for name in GUIDES for line in _blocks(name)), *told])]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project with a Makefile, whose environment is the one in which the tests run."""
    root = project(tmp_path)
    shutil.copy(ROOT / "Makefile", root)
    for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
        (root / name).write_text("", "utf-8")
    (root / ".venv/bin").mkdir(parents=True)
    handbook = root / ".venv/bin/handbook"
    handbook.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -c "from macros.start import main; main()" "$@"\n', "utf-8"
    )
    handbook.chmod(0o755)
    (root / ".venv/.ready").touch()
    return root


def _run(root: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", f"PATH=.venv/bin:$PATH; {command}"], cwd=root, capture_output=True, text=True, check=False)


def test_the_guides_tell_how_a_record_is_made() -> None:
    assert "make new KIND=technique NAME=my-technique" in _blocks("README.md")
    assert len(_commands()) > 10


@pytest.mark.skipif(not shutil.which("make"), reason="make is needed")
@pytest.mark.parametrize("command", [line for line in _blocks("README.md") if line.split()[1] not in _LONG])
def test_a_command_of_the_readme_works_as_it_stands(copy: Path, command: str) -> None:
    told = _run(copy, command)
    assert told.returncode == 0, told.stderr


@pytest.mark.skipif(not shutil.which("make"), reason="make is needed")
@pytest.mark.parametrize("command", [line for line in _commands() if line.startswith("make ")])
def test_every_target_of_the_guides_exists(copy: Path, command: str) -> None:
    assert _run(copy, command.replace("make", "make --dry-run", 1)).returncode == 0


@pytest.mark.skipif(not shutil.which("make"), reason="make is needed")
@pytest.mark.parametrize("given", ["", "KIND=technique"])
def test_what_is_left_out_of_make_new_is_told(copy: Path, given: str) -> None:
    told = _run(copy, f"make new {given}")
    assert told.returncode
    assert "make new KIND=technique NAME=my-technique" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("command", [line for line in _commands() if line.startswith("handbook new ") and "KIND" not in line])
def test_every_new_of_the_guides_works(copy: Path, command: str) -> None:
    told = _run(copy, command)
    assert told.returncode == 0, told.stderr
