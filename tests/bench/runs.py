"""Each thing that is timed: builds, an edit, reading, checks, and the same pages built plainly by two engines."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from macros.print.typeset.store import FOLDER
from macros.project.engines import mkdocs_engine
from macros.project.loading import load_project
from macros.project.publishing import SITE
from tests.bench.costs import Cost, cost_of, median_of
from tests.helpers import ROOT
from tests.plain_project import plain_project

ZENSICAL = "ZENSICAL"
"""The variable of the environment that holds the path of Zensical's command."""
_PATIENCE = 600
"""Seconds for Zensical, which takes longer than all else together for pages of 35,000 words."""
_COLORS = re.compile("\x1b\\[[0-9;]*m")
_TOLD = 300  # letters
_COMMAND = "from macros.start import main; main()"
# What a computer runs for which there is no such package: the site is whole, and Word files alone are made.
_WITHOUT_PDF = f"import sys; sys.modules['typst'] = None; {_COMMAND}"
_OPENING = """
import json, pathlib, time
from macros.project.loading import load_project
start = time.process_time()
opened = load_project(pathlib.Path())
read = time.process_time()
wrong = len(opened.errors)
print(json.dumps([read - start, time.process_time() - read, len(opened.handbook.items), wrong]))
"""


def _python(code: str, *more: str) -> list[str]:
    return [sys.executable, "-c", code, *more]


def _environment() -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), **mkdocs_engine.QUIET}


def build(root: Path, *, pdf: bool) -> Cost:
    """A build, with or without PDF files; what is kept in ``.print`` is used."""
    return cost_of(_python(_COMMAND if pdf else _WITHOUT_PDF, "build"), root, _environment())


def cold_build(root: Path, *, pdf: bool) -> Cost:
    """A build that finds nothing kept."""
    for folder in (FOLDER, SITE):
        shutil.rmtree(root / folder, ignore_errors=True)
    return build(root, pdf=pdf)


def edited_build(root: Path, number: int, *, pdf: bool) -> Cost:
    """A build after one word of one entry has changed."""
    path = sorted((root / "content/techniques").iterdir())[-1]
    text = re.sub(r"^summary: .*$", f"summary: Edit {number} of many.", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    return build(root, pdf=pdf)


def opened(root: Path) -> tuple[float, float]:
    """The seconds of CPU of reading, and of the checks, without the start of Python.

    Raises:
        RuntimeError: if the content has errors.
    """
    read, checked, _, wrong = json.loads(cost_of(_python(_OPENING), root, _environment()).said)
    if wrong:
        raise RuntimeError(f"The content in {root} has {wrong} errors. Run: handbook check")
    return read, checked


def plain_pages(root: Path, folder: Path) -> Path:
    """The project of the same pages as plain Markdown, made anew of the built site."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return plain_project(folder, root / SITE, load_project(root).handbook)


def plain_build(plain: Path) -> Cost:
    """What stock Material takes for the plain pages."""
    return cost_of([sys.executable, "-m", "mkdocs", "build", "--quiet"], plain, _environment())


def zensical_build(plain: Path) -> Cost | None:
    """What Zensical takes for the same without a search index, which cannot hold the longest page of a thousand entries.

    Nothing where it is not installed, or where it fails or takes too long, which is told: the benchmark has other figures.
    """
    asked = os.environ.get(ZENSICAL, "zensical")
    command = shutil.which(asked) or shutil.which(asked, path=str(Path(sys.executable).parent))
    if command is None:
        return None
    settings = yaml.safe_load((plain / "mkdocs.yml").read_text("utf-8"))
    settings.pop("not_in_nav", None)  # it does not know it, and takes pages that are in no navigation as they are
    settings["plugins"] = [{"search": {"enabled": False}}]
    (plain / "zensical.yml").write_text(yaml.safe_dump(settings), "utf-8")
    try:
        return cost_of([command, "build", "--clean", "--config-file", "zensical.yml"], plain, patience=_PATIENCE)
    except RuntimeError as failed:
        told = _COLORS.sub("", str(failed)).strip().splitlines()[-1][-_TOLD:]
        print(f"Zensical does not build these pages: {told}", flush=True)  # noqa: T201
        return None


def times(count: int, run: Callable[[int], Cost]) -> Cost:
    """The median of so many runs, which are told their numbers."""
    return median_of([run(number) for number in range(count)])
