"""Builds the site beside the last good one, checks what was built, and only then puts it in its place."""

from __future__ import annotations

import datetime
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from macros.catalogue.handbook import Handbook
from macros.paper.availability import pdf_unavailable_reason
from macros.print.typeset.printing import ProgressCallback
from macros.project.build_failed import BuildFailed
from macros.project.documents import facts, make_documents
from macros.project.engines.choice import DEFAULT, engine_named
from macros.project.engines.failed import EngineFailed
from macros.project.finishing import finish
from macros.project.loading import LoadedProject, load_project
from macros.site import check_html

SITE, NEW, OLD = "site", ".site-new", ".site-old"


def build(
    root: Path,
    say: Callable[[str], None],
    watch: ProgressCallback | None = None,
    *,
    require_pdf: bool = False,
    engine: str = DEFAULT,
) -> Path:
    """Builds ``root/site``, whole or not at all.

    Args:
        root: the project.
        say: told each note, a line at a time.
        watch: shows how the documents come along.
        require_pdf: whether it is an error that no documents can be made on this computer.
        engine: the name of the engine.

    Raises:
        BuildFailed: if the content, the engine or the built pages have a problem; the last good site is untouched.
    """
    opened = load_project(root)
    for problem in opened.problems:
        if problem.level == "note":
            say(str(problem))
    if opened.errors:
        raise BuildFailed(opened.errors)
    made = _documents(root, opened, say, watch, require_pdf=require_pdf)
    opened = replace(opened, made=facts(root, made))
    new = root / NEW
    shutil.rmtree(new, ignore_errors=True)
    try:
        run_engine(engine, new, opened)
        finish(new, opened.view, made)
        problems = list(check_html.check(new))
        if problems:
            raise BuildFailed(problems)
        _swap(new, root / SITE, root / OLD)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return root / SITE


def _documents(
    root: Path, opened: LoadedProject, say: Callable[[str], None], watch: ProgressCallback | None, *, require_pdf: bool
) -> Mapping[str, Path]:
    if reason := pdf_unavailable_reason():
        if require_pdf:
            raise BuildFailed([], reason)
        say(f"{reason} Use --require-pdf to make this an error.")
    made = make_documents(root, opened.view, watch)
    if made.problems:
        raise BuildFailed(list(made.problems))
    return made.files


def run_engine(engine: str, target: Path, opened: LoadedProject) -> None:
    """Lets an engine make the pages of a handbook in ``target``.

    Raises:
        BuildFailed: if it cannot.
    """
    try:
        engine_named(engine)(opened, target, _engine_settings(opened.handbook))
    except EngineFailed as failed:
        raise BuildFailed([], str(failed)) from None


def _engine_settings(handbook: Handbook) -> dict[str, str]:
    """Dates in the site come from the content, so that the same content gives the same bytes."""
    settings: dict[str, str] = {}
    if handbook.release and "SOURCE_DATE_EPOCH" not in os.environ:
        day = datetime.datetime.combine(handbook.release.date, datetime.time(), datetime.UTC)
        settings["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
    return settings


def _swap(new: Path, site: Path, old: Path) -> None:
    """Two renames; if the second fails, the first is undone."""
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
