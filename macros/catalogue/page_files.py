"""Pictures and documents that lie beside hand-written pages: what checks need to know of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.catalogue.parts import page_files

_HEAD = 16


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file beside pages.

    Attributes:
        file: its path from the project.
        size: its length in bytes.
        head: the bytes with which it begins, which tell what it is.
    """

    file: str
    size: int
    head: bytes


def read_page_files(root: Path) -> dict[str, PageFile]:
    """The files below ``content/pages`` that are no pages and are published, by their path from there.

    What is for hosts has a path that begins with a slash: no page leads to it.
    """
    return dict(_found(root))


def _found(root: Path) -> Iterator[tuple[str, PageFile]]:
    for name, file in page_files(root).items():
        with (root / file).open("rb") as opened:
            yield name, PageFile(file, (root / file).stat().st_size, opened.read(_HEAD))
