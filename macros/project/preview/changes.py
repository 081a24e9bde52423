"""Says what a change of files is about: which page is another one now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue.addresses import address
from macros.project.loading import LoadedProject


@dataclass(frozen=True, slots=True)
class Change:
    """A file that has changed.

    Attributes:
        file: its path from the project.
        is_wrong: whether it cannot be read now.
        place: where its page is, from the root of the site, where it has one of its own.
        title: what the page is called.
    """

    file: str
    is_wrong: bool = False
    place: str | None = None
    title: str = ""

    def told(self, url: str) -> str:
        """A line for the author; ``url`` is where the site is."""
        if self.is_wrong:
            return f"{self.file} has changed: something is wrong with it, see the browser."
        return f"{self.file} has changed." if self.place is None else f"{self.file} has changed: see {url}{self.place}"


def changes_in(changed: Iterable[str], root: Path, opened: LoadedProject) -> list[Change]:
    """What is to be told of each file that changed."""
    pages = {item.source.file: item for item in opened.handbook.items.values() if item.kind.has_page and not item.at}
    files = sorted(Path(path).relative_to(root).as_posix() for path in changed if Path(path).is_relative_to(root))
    wrong = {problem.file for problem in opened.unread}
    return [
        Change(file, file in wrong, address(item), item.title) if (item := pages.get(file)) else Change(file, file in wrong)
        for file in files
    ]
