"""Follows the files of a project: reads what has changed, shows it at once, and looks for mistakes while pages are looked at."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

from macros.catalogue.parts import CONTENT
from macros.catalogue.settings_file import FILE as SETTINGS_FILE
from macros.checks import FAMILIES
from macros.project.loading import LoadedProject, load_project
from macros.project.preview.changes import changes_in
from macros.project.preview.engine import Engine, NotShown
from macros.project.preview.made_files import MadeFiles
from macros.project.preview.own_pages import failure_page, problem_page, with_problems
from macros.project.preview.progress import Progress
from macros.project.preview.server import Answer
from macros.project.preview.watching import FileWatch
from macros.reading.problem import Problem, errors

READING, CHECKING = "Reading your change …", "Checking …"
RESTART = "The generator itself has changed. End the preview and start it again."
GENERATOR = Path(__file__).parents[2]
_NO_SUCH_PLACE = "404.html"
# The page that was just changed is asked for first; with the checks beside it, it would take twice as long.
_HEAD_START = 0.5

StartEngine: TypeAlias = Callable[[LoadedProject], Engine]


@dataclass(frozen=True, slots=True)
class _State:
    """One state of the handbook.

    Attributes:
        opened: the handbook.
        made: what its site has beside the engine's pages.
        problems: what is shown above pages, and instead of those that cannot be made.
        failure: why the engine cannot show any page.
        is_old: whether files have changed since, and cannot be read.
    """

    opened: LoadedProject
    made: MadeFiles
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    is_old: bool = False


class Preview:
    """The site as the files are now. One thread follows them, one checks, and any number ask for files."""

    def __init__(
        self,
        root: Path,
        start_engine: StartEngine,
        progress: Progress,
        say: Callable[[str], None] = lambda _: None,
        url: str = "/",
    ) -> None:
        """Reads the project in ``root`` for the first time. Each change is said, with its page below ``url``."""
        self._root = root.resolve()
        self._start_engine = start_engine
        self._progress = progress
        self._say, self._url = say, url
        self._idle = ""
        self._engine: Engine | None = None
        self._engine_is_old = False
        # Held while the engine works, and while one state takes the place of another.
        self._lock = threading.Lock()
        self._slow_lock = threading.Lock()
        self.unchecked: SimpleQueue[_State] = SimpleQueue()
        self._watch = FileWatch(self._root / CONTENT, self._root / SETTINGS_FILE, GENERATOR)
        # The last state in which nothing was wrong; what the preview begins with is what was built last.
        self._good = load_project(self._root)
        self._state = self._state_of(self._good)
        self._show(self._good)

    def follow_forever(self) -> None:
        """Shows each change of a file."""
        while True:
            self._watch.pause()
            if changed := self._watch.changed():
                self.follow(changed)

    def follow(self, changed: Collection[str]) -> None:
        """Shows the files as they are now; ``changed`` are the paths of those that are others than before."""
        paths = [Path(path) for path in changed]
        if any(path.is_relative_to(GENERATOR) for path in paths):
            self._idle = RESTART
            self._progress.doing(RESTART)
        if all(path.is_relative_to(GENERATOR) for path in paths):
            return
        self._progress.doing(READING)
        try:
            opened = load_project(self._root)
        except OSError as reason:  # it went away while it was read; that change is found with the next look
            self._progress.doing(str(reason))
            return
        found = changes_in(changed, self._root, opened)
        for change in found:
            self._say(change.told(self._url))
        self._progress.changing((change.place, change.title) for change in found if change.place is not None)
        with self._lock:
            self._engine_is_old |= not all(path.is_relative_to(self._root / CONTENT) for path in paths)
            self._show(opened)

    def _show(self, opened: LoadedProject) -> None:
        self._watch.add(*(self._root / layer for layer in opened.settings.layers))
        if problems := tuple(sorted(errors((*opened.unread, *opened.unset)))):
            # The engine stays with the last state that could be read.
            self._state = replace(self._state, problems=problems, is_old=True)
            self._progress.showing(self._idle)
            return
        state = self._state_of(opened)
        try:
            if self._engine and not self._engine_is_old:
                self._engine.show(opened)
            else:
                self._engine = self._start_engine(opened)
                self._engine_is_old = False
                self._watch.add(*self._engine.theme)
        except NotShown as failed:
            state = replace(state, failure=str(failed))
        self._state = state
        self._progress.showing(CHECKING)
        self.unchecked.put(state)

    def _state_of(self, opened: LoadedProject) -> _State:
        return _State(opened, MadeFiles(opened, self._slow_lock))

    def check_forever(self) -> None:
        """Checks each state that is shown, unless another has come meanwhile."""
        while True:
            state = self.unchecked.get()
            time.sleep(_HEAD_START)
            self.check(state)

    def check(self, state: _State) -> None:
        """Shows what the checks find in a state. They give way to a newer one."""
        found: set[Problem] = set()
        for problems in self._found_in(state):
            found.update(problems)
            if self._state is not state:
                return
        with self._lock:
            if self._state is not state:
                return
            self._state = replace(state, problems=tuple(sorted(found)))
            if found:
                self._progress.showing(self._idle)
            else:
                self._good = state.opened
                self._progress.doing(self._idle)

    def _found_in(self, state: _State) -> Iterator[list[Problem]]:
        yield []  # a newer state may have come before the first step
        wrong = False
        try:
            for family in FAMILIES:
                yield (found := errors(family.check(state.opened.handbook)))
                wrong = wrong or bool(found)
            yield from state.made.flaws(self._good)
        except Exception as failed:
            if not wrong:  # else it is told already: what names nothing cannot be printed either
                yield [Problem("content", 1, "", f"The checks cannot read the handbook: {type(failed).__name__}: {failed}.")]

    def ask(self, uri: str) -> Answer:
        """The file at a place on the site, or the page that says why there is none."""
        state = self._state
        try:
            body = self._of_engine(uri)
            body = state.made.file(uri) if body is None else body
            if state.problems and uri.endswith(".html"):
                page = with_problems(body.decode(), state.problems, is_old=state.is_old) if body else problem_page(state.problems)
                return _own(page)
            if body is not None:
                return Answer(body)
            return Answer(self._of_engine(_NO_SUCH_PLACE) or b"There is no such page.", HTTPStatus.NOT_FOUND)
        except Exception as failed:
            words = str(failed) if isinstance(failed, NotShown) else f"{type(failed).__name__}: {failed}"
            return _own(problem_page(state.problems) if state.problems else failure_page(uri, words))

    def _of_engine(self, uri: str) -> bytes | None:
        with self._lock:
            if self._state.failure and uri.endswith(".html"):
                raise NotShown(self._state.failure)
            return self._engine.file(uri) if self._engine else None


def _own(page: str) -> Answer:
    return Answer(page.encode(), HTTPStatus.SERVICE_UNAVAILABLE)
