"""Pictures and documents that lie beside hand-written pages: what checks need to know of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue.parts import CONTENT, PAGES, content_files

_HEAD = 16


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file beside pages.

    Attributes:
        size: its length in bytes.
        head: the bytes with which it begins, which tell what it is.
    """

    size: int
    head: bytes


def read_page_files(root: Path) -> dict[str, PageFile]:
    """The files below ``content/pages`` that are no pages, by their path from there."""
    return dict(_found(root))


def _found(root: Path) -> Iterator[tuple[str, PageFile]]:
    folder = root / CONTENT / PAGES
    for path in content_files(root):
        if path.is_relative_to(folder) and path.suffix != ".md":
            with path.open("rb") as file:
                head = file.read(_HEAD)
            yield path.relative_to(folder).as_posix(), PageFile(path.stat().st_size, head)
