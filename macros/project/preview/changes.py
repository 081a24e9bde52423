"""Says what a change of files is about: which page is another one now."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.catalogue.addresses import address
from macros.project.loading import LoadedProject


def told_of(changed: Iterable[str], root: Path, opened: LoadedProject) -> list[str]:
    """A line for each file that changed, with the place of its page where it has one of its own."""
    pages = {item.source.file: address(item) for item in opened.handbook.items.values() if item.kind.has_page and not item.at}
    files = sorted(Path(path).relative_to(root).as_posix() for path in changed if Path(path).is_relative_to(root))
    wrong = {problem.file for problem in opened.unread}
    return [f"{file} has changed{_page(pages.get(file), is_wrong=file in wrong)}" for file in files]


def _page(place: str | None, *, is_wrong: bool) -> str:
    if is_wrong:
        return ": something is wrong with it, see the browser."
    return "." if place is None else f": see /{place}"
