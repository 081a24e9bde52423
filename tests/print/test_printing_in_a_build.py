"""What a build prints and publishes, and what it shows: whole builds, each of which takes seconds."""

from __future__ import annotations

import contextlib
import os
import pty
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.print.compose.documents import documents
from macros.print.forms.pdf_file import page_count
from macros.print.typeset.printing import print_documents
from macros.project.loading import load_project
from tests.helpers import project
from tests.print.conftest import DAMAGE


def _build(root: Path, *options: str, before: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command in a project's folder; ``before`` is a folder of packages that hide others."""
    path = os.pathsep.join(filter(None, [str(before or ""), os.environ.get("PYTHONPATH", "")]))
    command = [str(Path(sys.executable).with_name("handbook")), *options]
    env = {**os.environ, "PYTHONPATH": path}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def without_typst(tmp_path: Path) -> Path:
    """A folder that hides the package, as on a computer for which it has no wheel."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    (folder / "typst.py").write_text("raise ImportError('no wheel')\n", "utf-8")
    return folder


def test_where_no_pdf_can_be_made_the_site_is_complete_and_one_line_says_so(tmp_path: Path, without_typst: Path) -> None:
    root = project(tmp_path / "project")
    done = _build(root, "build", before=without_typst)
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stderr.splitlines() if ": note: " not in line]
    assert [line for line in told if "PDF files were not made" in line] == told
    assert list((root / "site/print").glob("*.pdf")) == []
    page = (root / "site/worksheets/all-kinds/index.html").read_text("utf-8")
    assert ".pdf" not in page
    assert 'data-do="print"' in page


def test_where_a_pdf_is_required_none_is_an_error(tmp_path: Path, without_typst: Path) -> None:
    root = project(tmp_path / "project")
    done = _build(root, "build", "--require-pdf", before=without_typst)
    assert done.returncode == 1
    assert "PDF files were not made" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


@dataclass(frozen=True, slots=True)
class _Built:
    """A project that was built on a terminal, and what it showed; ``whole`` are its documents as they must be, by name."""

    root: Path
    code: int
    shown: bytes
    whole: dict[str, bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> _Built:
    """A project that keeps documents of which each is damaged in some way, built from them."""
    root = project(tmp_path_factory.mktemp("built") / "project")
    opened_there = load_project(root)
    printed = print_documents(root, opened_there.view, documents(opened_there.view))
    whole = {uri.removeprefix("print/"): path.read_bytes() for uri, path in printed.files.items()}
    for number, path in enumerate(printed.files.values()):
        list(DAMAGE.values())[number % len(DAMAGE)](path)
    return _Built(root, *_build_on_a_terminal(root), whole)


def _build_on_a_terminal(root: Path) -> tuple[int, bytes]:
    """The exit code of a build, and what it shows."""
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("handbook")), "build", "--require-pdf"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=theirs, text=True) as done:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # the terminal is gone when the command has ended
            while part := os.read(ours, 1024):
                shown += part
    os.close(ours)
    return done.returncode, shown


def test_a_build_shows_progress_on_a_terminal(built: _Built) -> None:
    assert built.code == 0, built.shown
    assert b"Printing" in built.shown
    assert b"100%" in built.shown


def test_a_build_publishes_every_document_and_none_that_is_damaged(built: _Built) -> None:
    assert built.whole
    assert {path.name: path.read_bytes() for path in (built.root / "site/print").glob("*.pdf")} == built.whole


def test_a_link_says_the_pages_and_the_size_of_the_file_it_leads_to(built: _Built) -> None:
    page = (built.root / "site/packs/index.html").read_text("utf-8")
    for size, paper in (("us", "Letter"), ("a4", "A4")):
        pdf = built.whole[f"handbook-{size}.pdf"]
        assert f"PDF, {paper}: {page_count(pdf)} pages, {round(len(pdf) / 1000)} kB</a>" in page


def test_with_too_many_pages_the_last_good_site_stays(built: _Built, tmp_path: Path) -> None:
    root = shutil.copytree(built.root, tmp_path / "project", symlinks=True)
    path = root / "content/worksheets/small.yml"
    field = "\n".join(f"      - kind: long\n        label: Line {number} to write\n        lines: 20" for number in range(3))
    path.write_text(path.read_text("utf-8").replace("      - kind: short\n        label: The line", field), "utf-8")
    done = _build(root, "build")
    assert done.returncode == 1
    assert "content/worksheets/small.yml:11: most_pages: The sheet takes" in done.stderr
    assert _tree(root / "site") == _tree(built.root / "site")


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
