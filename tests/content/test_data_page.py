"""The page about the data: its examples run on what is published, and give what the page says."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.project.loading import LoadedProject
from macros.site.json_api import json_files
from tests.helpers import ROOT

PAGE = "pages/data"
_EXAMPLE = re.compile(r"^### (?P<title>[^\n]+)\n\n```python\n(?P<code>.*?)```", re.MULTILINE | re.DOTALL)
_ADDRESS = re.compile(r"`([\w/-]+\.json)`")


@pytest.fixture(scope="module")
def made(real: LoadedProject) -> dict[str, str]:
    return {uri: "".join(pieces) for uri, pieces in json_files(real.view)}


def _run(real: LoadedProject, made: dict[str, str], folder: Path, title: str) -> str:
    examples = {found["title"]: found["code"] for found in _EXAMPLE.finditer(real.handbook.items[PAGE].body)}
    assert len(examples) == 3
    (folder / "handbook.json").write_text(made["api/v1/handbook.json"], "utf-8")
    # In UTF-8 whatever the machine speaks, and without anything of this project.
    command = [sys.executable, "-I", "-X", "utf8", "-c", examples[title]]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout


def test_the_helplines_of_a_country_become_a_table(real: LoadedProject, made: dict[str, str], tmp_path: Path) -> None:
    table = list(csv.DictReader(io.StringIO(_run(real, made, tmp_path, "All helplines of a country as CSV"))))
    numbers = {row["name"]: row["call"] for row in table}
    assert (numbers["Emergency services"], numbers["988 Suicide & Crisis Lifeline"]) == ("911", "988")
    assert next(row["then_press"] for row in table if row["name"] == "Veterans Crisis Line") == "1"
    assert not [row["name"] for row in table if row["call"] == "999"]


def test_the_sheets_of_a_model_are_listed(real: LoadedProject, made: dict[str, str], tmp_path: Path) -> None:
    sheets = _run(real, made, tmp_path, "The sheets of a model").splitlines()
    assert "W01 Is it safe? go/W01/" in sheets
    assert all(sheet.startswith("W") for sheet in sheets)


def test_a_finding_is_cited_with_all_that_belongs_to_it(real: LoadedProject, made: dict[str, str], tmp_path: Path) -> None:
    cited = _run(real, made, tmp_path, "A finding with its source")
    assert cited.startswith("Of 110 callers in a row, 83 of 100")
    assert "Grade C: " in cited
    assert "(2004)." in cited
    release = real.handbook.release
    assert release
    assert f"Alongside, a handbook for families M02 {release.name}\n" in cited
    assert cited.endswith("https://creativecommons.org/licenses/by/4.0/\n")


def test_the_addresses_that_the_page_names_are_published(real: LoadedProject, made: dict[str, str]) -> None:
    named = _ADDRESS.findall(real.handbook.items[PAGE].body)
    assert named
    patterns = [f"api/v1/{name}".replace("KIND", "[a-z-]+").replace("NAME", "[a-z0-9-]+") for name in named]
    assert [pattern for pattern in patterns if not any(re.fullmatch(pattern, uri) for uri in made)] == []


def test_the_terms_are_those_of_the_license_of_the_content(made: dict[str, str]) -> None:
    terms = (ROOT / "LICENSE-CONTENT").read_text("utf-8")
    for said in ("Alongside, a handbook for families", "https://creativecommons.org/licenses/by/4.0/"):
        assert said in terms
        assert f'"{said}"' in made["api/v1/index.json"]


def test_the_page_about_the_handbook_leads_to_it(real: LoadedProject) -> None:
    assert f'"{PAGE}"' in real.handbook.items["pages/about"].body
