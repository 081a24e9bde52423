"""The built site: no page with a left-over, a dead link, no way out, or anything loaded from elsewhere; no broken document."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from macros.paper.whole_pdf import is_whole
from macros.reading.problem import Problem
from macros.site.check_page import BuiltPage, Found, loads_from_elsewhere, read_page

# Shown for any address: its links are made for an unknown depth.
_MISSING = "404.html"


class _Link(NamedTuple):
    """A link with its line, as it is written, the file it leads to, and the place there; empty for no place."""

    line: int
    text: str
    target: str
    place: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is kept of a page until all are read: of thousands of pages, each with hundreds of links, only this.

    Attributes:
        problems: what is wrong with the page by itself.
        doubtful: its links of which only the other pages tell whether they lead somewhere, and those that lead nowhere.
        ids: what an address can lead to on it.
    """

    problems: tuple[Found, ...]
    doubtful: tuple[_Link, ...]
    ids: frozenset[str]


def check(site: Path) -> Iterator[Problem]:
    """Problems of every page, style sheet and document below ``site``."""
    files = dict.fromkeys(sorted(_files(site), key=lambda name: name.split("/")))
    pages = {name: _seen(name, read_page((site / name).read_bytes()), files) for name in files if name.endswith(".html")}
    for name, page in pages.items():
        yield from (Problem(name, line, "", message) for line, message in (*page.problems, *_dead_links(page, pages, files)))
    for name in files:
        if name.endswith(".css") and loads_from_elsewhere((site / name).read_text("utf-8")):
            yield Problem(name, 1, "", "The style sheet loads something from another host.")
        if name.endswith(".pdf") and not is_whole(site / name):
            yield Problem(name, 1, "", "The document is empty or cut short. Build again to make it anew.")


def _files(site: Path) -> Iterator[str]:
    """The address of every file of the site: thousands, of which few are opened."""
    for folder, _, names in os.walk(site):
        within = Path(folder).relative_to(site).as_posix()
        yield from names if within == "." else (f"{within}/{name}" for name in names)


def _seen(name: str, page: BuiltPage, files: Collection[str]) -> _Seen:
    links = () if name == _MISSING else _links(name, page)
    doubtful = (link for link in links if link.target not in files or (link.place and not _is_here(link, name, page)))
    return _Seen(page.problems, tuple(doubtful), frozenset(map(sys.intern, page.ids)))


def _links(name: str, page: BuiltPage) -> Iterator[_Link]:
    folder = posixpath.dirname(name)
    for address in page.leads_to:
        if parts := address.parts:
            target = _target(folder, unquote(parts.path)) if parts.path else name
            yield _Link(address.line, sys.intern(address.text), sys.intern(target), unquote(parts.fragment))


def _is_here(link: _Link, name: str, page: BuiltPage) -> bool:
    return link.target == name and link.place in page.ids


def _dead_links(page: _Seen, pages: Mapping[str, _Seen], files: Collection[str]) -> Iterator[Found]:
    for link in page.doubtful:
        if link.target not in files:
            yield link.line, f"The link '{link.text}' leads to '{link.target}', which does not exist."
        elif link.target in pages and link.place not in pages[link.target].ids:
            yield link.line, f"The link '{link.text}' leads to a place that '{link.target}' does not have."


def _target(folder: str, path: str) -> str:
    """The file that a link with a path leads to, from a page in a folder."""
    joined = posixpath.normpath(posixpath.join(folder, path))
    joined = "" if joined == "." else joined
    return posixpath.join(joined, "index.html") if path.endswith(("/", "..", ".")) or not joined else joined
