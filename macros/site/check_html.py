"""The built site: no page with a left-over, a dead link, no way out, or anything loaded from elsewhere; no broken document."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from urllib.parse import unquote

from macros.paper.whole_pdf import is_whole
from macros.reading.problem import Problem
from macros.site.check_page import BuiltPage, Found, loads_from_elsewhere, read_page

# Shown for any address: its links are made for an unknown depth.
_MISSING = "404.html"


def check(site: Path) -> Iterator[Problem]:
    """Problems of every page, style sheet and document below ``site``."""
    files = dict.fromkeys(sorted(_files(site), key=lambda name: name.split("/")))
    pages = {name: read_page((site / name).read_bytes()) for name in files if name.endswith(".html")}
    for name, page in pages.items():
        yield from (Problem(name, line, "", message) for line, message in page.problems)
        if name != _MISSING:
            yield from (Problem(name, line, "", message) for line, message in _dead_links(name, page, pages, files.keys()))
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


def _dead_links(name: str, page: BuiltPage, pages: Mapping[str, BuiltPage], files: Set[str]) -> Iterator[Found]:
    folder = posixpath.dirname(name)
    for address in page.leads_to:
        parts = address.parts
        target = (_target(folder, unquote(parts.path)) if parts.path else name) if parts else ""
        if parts is None or target not in files:
            yield address.line, f"The link '{address.text}' leads to '{target}', which does not exist."
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield address.line, f"The link '{address.text}' leads to a place that '{target}' does not have."


def _target(folder: str, path: str) -> str:
    """The file that a link with a path leads to, from a page in a folder."""
    joined = posixpath.normpath(posixpath.join(folder, path))
    joined = "" if joined == "." else joined
    return posixpath.join(joined, "index.html") if path.endswith(("/", "..", ".")) or not joined else joined
