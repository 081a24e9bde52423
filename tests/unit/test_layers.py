"""The layers of the package: no part imports from one above it, and each new part needs its place among them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT

_LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Holds the package below a folder against the contract of the repository, as ``lint-imports`` does."""
    command = [sys.executable, "-c", _LINT, "--no-cache", "--no-logo", str(ROOT / "pyproject.toml")]
    environment = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "200"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with a copy of the package."""
    shutil.copytree(ROOT / "macros", tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    return tmp_path


def test_no_part_imports_from_one_above_it() -> None:
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("reading/problem.py", "from macros.schema.values import Record"),
        ("paper/sizes.py", "from macros.schema.values import Record"),
        ("schema/source.py", "def late() -> None:\n    import macros.catalogue.handbook"),
        ("catalogue/item.py", "from macros.language.words import Words"),
        ("language/words.py", "from macros.view.inlines import Words as Inline"),
        ("view/blocks.py", "from macros.checks.text import check"),
        ("checks/text.py", "from macros.site.pages import navigation"),
        ("site/pages.py", "from macros.print.compose.book import book"),
        ("print/compose/book.py", "from macros.site.pages import navigation"),
        ("print/forms/form_fields.py", "from macros.print.typeset.store import Store"),
        ("print/compose/sheet.py", "from macros.print.forms.form_fields import fillable"),
        ("word/letter.py", "from macros.print.compose.book import book"),
        ("view/texts.py", "from macros.project.loading import load_project"),
        ("project/loading.py", "from macros.cli import main"),
    ],
)
def test_an_import_from_above_is_refused(copied: Path, module: str, planted: str) -> None:
    path = copied / "macros" / module
    path.write_text(f"{path.read_text('utf-8')}\n\n{planted}\n", "utf-8")
    done = _lint(copied)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "is not allowed to import" in done.stdout
    assert f"macros.{module.removesuffix('.py').replace('/', '.')} -> macros." in done.stdout


def test_a_part_without_a_place_among_the_layers_is_refused(copied: Path) -> None:
    (copied / "macros/utils.py").write_text('"""Odds and ends."""\n', "utf-8")
    done = _lint(copied)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "utils" in done.stdout
