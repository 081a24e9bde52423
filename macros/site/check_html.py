"""The built site: no page with a left-over, a dead link, no way out, or anything loaded from elsewhere; no broken document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.paper.whole_pdf import is_whole
from macros.reading.problem import Problem
from macros.site.check_page import BuiltPage, Found, loads_from_elsewhere, read_page

# Shown for any address: its links are made for an unknown depth.
_MISSING = "404.html"


def check(site: Path) -> Iterator[Problem]:
    """Problems of every page, style sheet and document below ``site``."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    pages = {name: read_page(path.read_bytes()) for name, path in files.items() if name.endswith(".html")}
    for name, page in pages.items():
        yield from (Problem(name, line, "", message) for line, message in page.problems)
        if name != _MISSING:
            yield from (Problem(name, line, "", message) for line, message in _dead_links(name, page, pages, files))
    for name, path in files.items():
        if name.endswith(".css") and loads_from_elsewhere(path.read_text("utf-8")):
            yield Problem(name, 1, "", "The style sheet loads something from another host.")
        if name.endswith(".pdf") and not is_whole(path):
            yield Problem(name, 1, "", "The document is empty or cut short. Build again to make it anew.")


def _dead_links(name: str, page: BuiltPage, pages: Mapping[str, BuiltPage], files: Mapping[str, Path]) -> Iterator[Found]:
    for address in page.leads_to:
        parts = urlsplit(address.text)
        target = _target(name, unquote(parts.path))
        if target not in files:
            yield address.line, f"The link '{address.text}' leads to '{target}', which does not exist."
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield address.line, f"The link '{address.text}' leads to a place that '{target}' does not have."


def _target(page: str, path: str) -> str:
    """The file that a link leads to."""
    if not path:
        return page
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    joined = "" if joined == "." else joined
    return posixpath.join(joined, "index.html") if path.endswith(("/", "..", ".")) or not joined else joined
