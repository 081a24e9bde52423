"""``handbook pack``: one PDF of what is chosen, or one message with all that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from tests.helpers import project
from tests.print.pdf import bookmarks, breaches, opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return project(tmp_path / "project")


def _pack(root: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(root), "pack", *args])


def test_what_is_chosen_stands_in_the_order_given(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine.pdf"
    result = _pack(root, "w02", "Q01", "L01", "--output", str(output), "--paper", "a4")
    assert result.exit_code == 0, result.output
    with opened(output) as document:
        assert result.stdout == f"Wrote {output}: {len(document.pages)} pages.\n"
        assert round(float(document.pages[0].mediabox[2])) == 595
    assert breaches(output.read_bytes()) == []
    titles = [title for level, title in bookmarks(output) if level == 0]
    assert titles == ["W02 · A small sheet", "Q01 · Kind letter", "L01 · A small letter"]


def test_all_that_is_wrong_is_told_at_once_and_no_file_is_written(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine.pdf"
    result = _pack(root, "W20", "W02", "P01", "--output", str(output))
    assert result.exit_code == 1
    assert "'W20' is not a code of the handbook. Did you mean 'W02'?" in result.stderr
    assert "'P01' is a pack itself. Name what it holds." in result.stderr
    assert "Traceback" not in result.output
    assert not output.exists()


def test_a_code_given_twice_stands_once(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "mine.pdf"
    assert _pack(root, "W02", "W02", "--output", str(output)).exit_code == 0
    assert [title for level, title in bookmarks(output) if level == 0] == ["W02 · A small sheet"]
