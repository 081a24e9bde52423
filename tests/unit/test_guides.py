"""What the guides at the top of the repository name is there: commands, files, and links between them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.cli import main
from tests.helpers import ROOT

GUIDES = ("README", "CONTRIBUTING", "HACKING", "PUBLISHING", "MAINTAINING", "SECURITY", "CHANGELOG")
_MADE = ("site/", "release/", "content/our", "editions/")
"""Folders that a command makes, or that an example names."""


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


def _unknown(text: str) -> Iterator[str]:
    """Commands, targets, files and pages that a text names and that are not there."""
    code = "\n".join(re.findall(r"`([^`\n]+)`", text) + re.findall(r"^(?: {4,}|  +- )(\S.*)$", text, re.MULTILINE))
    code = re.sub(r" #.*", "", code)  # remarks
    named = re.findall(r"(?:^|[^\w-])handbook ([a-z]+)", code)
    yield from (f"handbook {name}" for name in named if name not in main.commands)
    yield from (f"make {name}" for name in re.findall(r"(?:^|\s)make ([a-z]+)", code, re.MULTILINE) if name not in _targets())
    links = re.findall(r"\]\(([^)#:]+)\)", re.sub(r"`[^`\n]*`", "", text))
    yield from (to for to in links if not (ROOT / to).exists())
    files = re.findall(r"^((?:macros|tests|content|overrides|\.github|\.ci)/[\w./-]+)$", code, re.MULTILINE)
    yield from (name for name in files if not (ROOT / name).exists() and not name.startswith(_MADE))


@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_names_is_there(guide: str) -> None:
    assert list(_unknown((ROOT / f"{guide}.md").read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "text",
    ["Run `handbook relaese`.", "`make realease`", "[here](GONE.md)", "see `tests/gone.py`", "    handbook gone now"],
)
def test_what_is_not_there_is_found(text: str) -> None:
    assert len(list(_unknown(text))) == 1


def test_the_guides_are_short() -> None:
    lengths = {guide: len((ROOT / f"{guide}.md").read_text("utf-8").splitlines()) for guide in GUIDES if guide != "CHANGELOG"}
    assert {guide: length for guide, length in lengths.items() if length > (150 if guide == "MAINTAINING" else 200)} == {}


def _gitlab() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    return found


def test_gitlab_checks_and_then_publishes_what_was_built() -> None:
    jobs = _gitlab()
    assert jobs["check"]["script"] == [".ci/run"]
    assert os.name == "nt" or (ROOT / ".ci/run").stat().st_mode & 0o111
    assert jobs["pages"]["script"][0] == "make site"
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_github_and_gitlab_refuse_the_same_codes() -> None:
    publish = Path(ROOT / ".github/workflows/publish.yml").read_text("utf-8")
    refusing = next(line for line in _gitlab()["pages"]["script"] if "handbook release" in line)
    assert f"run: {refusing}\n" in publish
