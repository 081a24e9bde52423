"""What the preview asks of an engine."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from macros.project.loading import LoadedProject


class NotShown(Exception):
    """The engine could not make a page, or could not start; the message is the engine's own."""


class Engine(Protocol):
    """Makes one page at a time. It is never asked by two threads at once."""

    @property
    def theme(self) -> tuple[Path, ...]:
        """The folders with templates and files of this project's theme: with a change there, the engine is started anew."""
        ...

    def show(self, opened: LoadedProject) -> None:
        """Takes another state of the handbook; pages that were asked for by then are forgotten.

        Raises:
            NotShown: if the state cannot be shown at all.
        """
        ...

    def file(self, uri: str) -> bytes | None:
        """The file at a place on the site, such as ``techniques/impact-letter/index.html``; none if there is no such place.

        Raises:
            NotShown: if the page cannot be made.
        """
        ...
