"""Runs Zensical on a project made for it, in a process of its own, and takes the pages that it has made."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from macros.project.engines.failed import EngineFailed
from macros.project.engines.zensical_project import BUILT, DOCS, THEME, restored, write_project
from macros.project.loading import LoadedProject

_NAME = "zensical"
_PROCESS = "macros.project.engines.zensical_process"
_MISSING = "Zensical is not installed. Run: pip install 'alongside-handbook[zensical]', or: make site ENGINE=zensical"
_SITEMAP = Path("sitemap.xml")
_COLORS = re.compile(r"\x1b\[[0-9;]*m")
_PACKAGES = Path(__file__).resolve().parents[3]
"""Where this package is, which Zensical must find, too."""


def build(opened: LoadedProject, target: Path, environment: Mapping[str, str]) -> None:
    """Builds the pages of a project into ``target``. What the engine only warns of is a failure.

    Raises:
        EngineFailed: if the engine is missing, fails or warns.
    """
    if find_spec(_NAME) is None:
        raise EngineFailed(_MISSING)
    target.mkdir(parents=True, exist_ok=True)
    # In what the next build clears away, should this one be killed.
    with tempfile.TemporaryDirectory(prefix=".zensical-", dir=target) as made:
        folder = Path(made).resolve()
        try:
            static = write_project(opened, folder)
        except ValueError as refused:
            raise EngineFailed(str(refused)) from None
        _run(folder, environment)
        _take(folder, target, static)


def _run(folder: Path, environment: Mapping[str, str]) -> None:
    path = os.pathsep.join([str(_PACKAGES), *filter(None, [os.environ.get("PYTHONPATH")])])
    its_input, held = os.pipe()
    try:
        ended = subprocess.run(
            [sys.executable, "-m", _PROCESS, "build", "--strict", "--config-file", str(folder / "mkdocs.yml")],
            cwd=folder,
            env={**os.environ, **environment, "PYTHONPATH": path},
            stdin=its_input,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        os.close(its_input)
        os.close(held)
    if ended.returncode or not (folder / BUILT / "index.html").is_file():
        said = _COLORS.sub("", f"{ended.stdout}{ended.stderr}").strip()
        raise EngineFailed(said or f"Zensical ended with {ended.returncode} and said nothing.")


def _take(folder: Path, target: Path, static: tuple[str, ...]) -> None:
    """Takes pages and our own files; Zensical's scripts, styles and search index stay behind."""
    built = folder / BUILT
    for name in static:
        (built / name / "index.html").rename(built / f"{name}.page")
        shutil.rmtree(built / name)
        (built / f"{name}.page").rename(built / name)
    ours = {path.relative_to(folder / THEME) for path in (folder / THEME / "assets").rglob("*") if path.is_file()}
    ours |= {_SITEMAP, *(path.relative_to(folder / DOCS) for path in (folder / DOCS).rglob("*") if path.is_file())}
    for path in sorted(built.rglob("*")):
        place = path.relative_to(built)
        if path.is_file() and (path.suffix == ".html" or (place in ours and path.suffix != ".md")):
            (target / place).parent.mkdir(parents=True, exist_ok=True)
            path.rename(target / place)
        if path.suffix == ".html":
            page = target / place
            page.write_text(restored(page.read_text("utf-8")), "utf-8")
