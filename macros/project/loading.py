"""Opens the handbook of a project: reads it, and remembers what was read for as long as no file has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeAlias

from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.catalogue.parts import content_files
from macros.catalogue.settings import Settings
from macros.catalogue.settings_file import FILE as SETTINGS_FILE
from macros.catalogue.settings_file import read_settings
from macros.checks import check, check_each
from macros.language.words import words_of_language
from macros.paper.availability import pdf_unavailable_reason
from macros.paper.sizes import PAPERS, VOLUME_PAPERS
from macros.reading.problem import Problem, errors
from macros.view.context import View
from macros.view.made import Made

Stamp: TypeAlias = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class LoadedProject:
    """A handbook and the settings of this copy.

    Attributes:
        root: the project.
        handbook: what could be read.
        settings: the settings of this copy.
        unread: what is wrong with files of the content that could not be read.
        unset: what is wrong with the settings.
        made: what is known of the documents that were made of it, by their addresses from the site's root.
    """

    root: Path
    handbook: Handbook
    settings: Settings
    unread: tuple[Problem, ...]
    unset: tuple[Problem, ...]
    made: Mapping[str, Made] = field(default_factory=dict)

    @cached_property
    def view(self) -> View:
        """What pages and documents show of the handbook."""
        sheets, volumes = ((), ()) if pdf_unavailable_reason() else (PAPERS, VOLUME_PAPERS)
        return View(self.handbook, self.settings, sheets, volumes, self.made)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, sorted by file and line. The first look at it runs the checks, which takes its time."""
        # With unreadable files, the rules that look at the whole would find gaps everywhere: one mistake, many messages.
        found = check_each(self.handbook) if errors(self.unread) else check(self.handbook)
        return tuple(sorted({*self.unread, *found, *self.unset}))

    @property
    def errors(self) -> list[Problem]:
        """The problems for which nothing may be built."""
        return errors(self.problems)


_HELD: ContextVar[LoadedProject | None] = ContextVar("held", default=None)


@contextmanager
def holding(opened: LoadedProject) -> Iterator[None]:
    """Whatever opens this handbook meanwhile gets the same state of it, even if a file has changed.

    An engine calls our hooks and macros without handing on what it was started with. Whoever holds a state has looked at its
    problems already.
    """
    before = _HELD.set(opened)
    try:
        yield
    finally:
        _HELD.reset(before)


def held() -> LoadedProject | None:
    """The handbook that is held at present."""
    return _HELD.get()


def load_project(root: Path) -> LoadedProject:
    """The handbook in ``root/content``, with the layers that its settings name over it, and these settings.

    Reading again costs a look at each file's size and time, no more.
    """
    kept = held()
    if kept and kept.root == root:  # an engine asks several times a page
        return kept
    root = root.resolve()
    return kept if kept and kept.root == root else _open(root, _stamp(root))


def _stamp(root: Path) -> Stamp:
    settings = _looked_at([root / SETTINGS_FILE] if (root / SETTINGS_FILE).is_file() else [])
    return (*settings, *_looked_at(content_files(root, *_layers(root, settings))))


def _looked_at(paths: Iterable[Path]) -> Stamp:
    seen = ((path, path.stat()) for path in paths)
    return tuple((path.as_posix(), stat.st_mtime_ns, stat.st_size) for path, stat in seen)


@lru_cache(maxsize=2)
def _layers(root: Path, stamp: Stamp) -> tuple[str, ...]:  # noqa: ARG001 - part of the key
    """The layers that the settings name, whether they are there or not."""
    return read_settings(root)[0].layers


# Keyed by the state of the files, so that what is kept can never be stale.
@lru_cache(maxsize=2)
def _open(root: Path, stamp: Stamp) -> LoadedProject:  # noqa: ARG001 - part of the key
    settings, wrong = read_settings(root)
    content = load(root, *(() if wrong else settings.layers))
    handbook = Handbook(content.items, content.published, content.pictures, content.absent, content.page_files)
    # Which layers there are is said before the language is known, and what the handbook is called depends on the language.
    settings, unset = read_settings(root, words_of_language(handbook.language)("site-name"))
    return LoadedProject(root, handbook, settings, content.problems, tuple(unset))
