"""Runs MkDocs in this process, so that the handbook is read and checked once."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as build_pages
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.project.engines.failed import EngineFailed
from macros.project.loading import LoadedProject, holding

QUIET = {"NO_MKDOCS_2_WARNING": "1"}
"""A variable of the environment. Without it, the theme writes to the terminal."""


class Complaints(logging.Handler):
    """Collects what the engine warns of.

    Attributes:
        lines: a line for each.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one complaint."""
        self.lines.append(f"{record.levelname} - {record.getMessage()}")


def build(opened: LoadedProject, target: Path, environment: Mapping[str, str]) -> None:
    """Builds the pages of a project into ``target``. What the engine only warns of is a failure.

    Raises:
        EngineFailed: if the engine fails or warns.
    """
    with heard() as complaints, set_environment({**QUIET, **environment}), holding(opened):
        try:
            config = load_config(str(opened.root / "mkdocs.yml"), strict=True, site_dir=str(target))
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build_pages(config)
            finally:
                config.plugins.on_shutdown()
        except (MkDocsException, SystemExit) as failed:
            raise EngineFailed("\n".join(complaints.lines) or str(failed)) from None


@contextmanager
def heard() -> Iterator[Complaints]:
    """Listens to the engine, which would otherwise write to the terminal."""
    logger, complaints = logging.getLogger("mkdocs"), Complaints()
    propagates = logger.propagate
    logger.addHandler(complaints)
    logger.propagate = False
    try:
        yield complaints
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagates


@contextmanager
def set_environment(environment: Mapping[str, str]) -> Iterator[None]:
    """Variables of the environment, for as long as the engine runs."""
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
