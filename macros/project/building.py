"""Builds the site beside the last good one, checks what was built, and only then puts it in its place."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from macros.catalogue.handbook import Handbook
from macros.paper.availability import pdf_unavailable_reason
from macros.print.typeset.printing import ProgressCallback
from macros.print.typeset.store import FOLDER
from macros.print.typeset.workers import WorkerEnded
from macros.project.build_failed import BuildFailed
from macros.project.documents import facts, make_documents
from macros.project.engines.choice import DEFAULT, engine_named
from macros.project.engines.failed import EngineFailed
from macros.project.finishing import finish
from macros.project.loading import LoadedProject, load_project
from macros.project.one_build import one_build
from macros.project.publishing import NEW, SITE, clear, make_ready, publish
from macros.site import check_html

_DATE = "SOURCE_DATE_EPOCH"
# What a file that is packed, such as the map of the site, can hold as its date.
_LAST_SECOND = 2**32
# What a packed document can hold.
_FIRST_YEAR, _LAST_YEAR = 1980, 2107


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
        BuildFailed: if the content, the engine or the built pages have a problem, another build is at work, memory runs out, or
            the site can have no place.
        OSError: if the disk refuses. In both cases the last good site is untouched.
    """
    with one_build(root):
        make_ready(root, say, FOLDER)
        try:
            return _build(root, say, watch, require_pdf=require_pdf, engine=engine)
        except MemoryError:
            raise BuildFailed([], "Memory ran out. Close other programs, then build again.") from None


def _build(root: Path, say: Callable[[str], None], watch: ProgressCallback | None, *, require_pdf: bool, engine: str) -> Path:
    _look_at_clock()
    opened = load_project(root)
    for problem in opened.problems:
        if problem.level == "note":
            say(str(problem))
    if opened.errors:
        raise BuildFailed(opened.errors)
    settings = engine_settings(opened.handbook)
    made = _documents(root, opened, say, watch, require_pdf=require_pdf)
    opened = replace(opened, made=facts(root, made))
    new = root / NEW
    try:
        run_engine(engine, new, opened, settings)
        finish(new, opened.view, made)
        problems = list(check_html.check(new))
        if problems:
            raise BuildFailed(problems)
        publish(root, say)
    finally:
        clear(new)
    return root / SITE


def _look_at_clock() -> None:
    if not _FIRST_YEAR <= (year := time.localtime().tm_year) <= _LAST_YEAR:
        raise BuildFailed([], f"The clock of this computer stands in the year {year}, which no Word document can hold. Set it.")


def _documents(
    root: Path, opened: LoadedProject, say: Callable[[str], None], watch: ProgressCallback | None, *, require_pdf: bool
) -> Mapping[str, Path]:
    if reason := pdf_unavailable_reason():
        if require_pdf:
            raise BuildFailed([], reason)
        say(f"{reason} Use --require-pdf to make this an error.")
    try:
        made = make_documents(root, opened.view, watch)
    except WorkerEnded as ended:
        raise BuildFailed([], str(ended)) from None
    if made.problems:
        raise BuildFailed(list(made.problems))
    return made.files


def run_engine(engine: str, target: Path, opened: LoadedProject, settings: Mapping[str, str]) -> None:
    """Lets an engine make the pages of a handbook in ``target``; ``settings`` are those of ``engine_settings``.

    Raises:
        BuildFailed: if it cannot.
    """
    try:
        engine_named(engine)(opened, target, settings)
    except EngineFailed as failed:
        raise BuildFailed([], str(failed)) from None


def engine_settings(handbook: Handbook) -> dict[str, str]:
    """Dates in the site come from the content, so that the same content gives the same bytes."""
    given = os.environ.get(_DATE, "").strip()
    if given:
        if not given.isdecimal() or int(given) >= _LAST_SECOND:
            raise BuildFailed([], f"{_DATE} is '{given}', which is no number of seconds since 1970. Unset it.")
        return {}
    if handbook.release:
        day = datetime.datetime.combine(handbook.release.date, datetime.time(), datetime.UTC)
        return {_DATE: str(int(day.timestamp()))}
    # An engine reads an empty variable as a number that is wrong.
    return {_DATE: str(int(time.time()))} if _DATE in os.environ else {}
