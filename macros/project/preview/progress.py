"""What the preview is doing, for the pages that are open in a browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Told:
    """What an open page is told.

    Attributes:
        number: is higher with each thing there is to tell.
        shown: the number at which pages last became others: a page that is older loads itself again.
        doing: what is going on, in a few words; empty while nothing is.
        changed: the pages that changed last, each with its place on the site and its title.
    """

    number: int
    shown: int
    doing: str = ""
    changed: tuple[tuple[str, str], ...] = ()


class Progress:
    """Tells what is going on to whoever waits for news. Any thread may tell and ask."""

    def __init__(self) -> None:
        # A page of an earlier preview, still open, must find its number outdated.
        start = time.time_ns() // 1_000_000
        self._told = Told(start, start)
        self._news = threading.Condition()
        self._ended = False

    @property
    def told(self) -> Told:
        """What was told last."""
        return self._told

    def doing(self, what: str) -> None:
        """Tells what is going on; pages stay as they are."""
        self._tell(replace(self._told, number=self._told.number + 1, doing=what))

    def showing(self, what: str = "") -> None:
        """Tells that pages are others now, and what is still going on."""
        number = self._told.number + 1
        self._tell(Told(number, number, what, self._told.changed))

    def changing(self, pages: Iterable[tuple[str, str]]) -> None:
        """Keeps which pages have changed, each with its place and its title. It is told with the next news."""
        self._told = replace(self._told, changed=tuple(pages))

    def end(self) -> None:
        """Lets nobody wait any longer."""
        self._ended = True
        self._tell(self._told)

    def after(self, number: int, patience: float) -> Told:
        """The first news after ``number``, or what is known when ``patience`` seconds have passed."""
        with self._news:
            self._news.wait_for(lambda: self._ended or self._told.number != number, patience)
            return self._told

    def _tell(self, told: Told) -> None:
        with self._news:
            self._told = told
            self._news.notify_all()
