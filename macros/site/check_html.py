"""The built site: no page with a left-over, a dead link, no way out, or anything loaded from elsewhere; no broken document."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.print.forms.whole import is_whole
from macros.reading.problem import Problem

_LOADING = {
    ("script", "src"),
    ("img", "src"),
    ("link", "href"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
}
# A canonical address is stated, not loaded.
_STATED = {"canonical", "alternate"}
_LEFT_OVER = ("{{", "{%", "Macro Rendering Error", "Macro Syntax Error", "[[")
_CSS_LOAD = re.compile(r"""(?:url\(|@import)\s*['"]?(?:https?:)?//""")


def check(site: Path) -> Iterator[Problem]:
    """Problems of every page, style sheet and document below ``site``."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name, page in pages.items():
        yield from (Problem(name, line, "", message) for line, message in _page(page))
        if name != "404.html":  # its links are made for an unknown depth
            yield from (Problem(name, line, "", message) for line, message in _links(name, page, pages, files))
    for path in sorted(site.rglob("*.css")):
        if _CSS_LOAD.search(path.read_text("utf-8")):
            yield Problem(path.relative_to(site).as_posix(), 1, "", "The style sheet loads something from another host.")
    for path in sorted(site.rglob("*.pdf")):
        if not is_whole(path):
            yield Problem(
                path.relative_to(site).as_posix(), 1, "", "The document is empty or cut short. Build again to make it anew."
            )


@dataclass(slots=True)
class _Page(HTMLParser):
    """What the checks need to know of a page."""

    links: list[tuple[int, str]] = field(default_factory=list)
    loads: list[tuple[int, str]] = field(default_factory=list)
    ways_out: list[tuple[int, str]] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    styled: list[int] = field(default_factory=list)
    described: bool = False
    moves_on: bool = False
    title: str = ""
    text: list[tuple[int, str]] = field(default_factory=list)
    _inside: str = ""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, values = self.getpos()[0], {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        self._inside = tag
        if "id" in values:
            self.ids[values["id"]] += 1
        if "style" in values:
            self.styled.append(line)
        if tag == "a" and "href" in values:
            self.links.append((line, values["href"]))
            if "data-leave" in values:
                self.ways_out.append((line, values["href"]))
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.moves_on = True
        if values.get("name") == "description" and values.get("content"):
            self.described = True
        for name, value in values.items():
            if (tag, name) in _LOADING and values.get("rel") not in _STATED:
                self.loads.append((line, value))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
        elif self._inside not in {"script", "style", "code"}:
            self.text.append((self.getpos()[0], data))


def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text("utf-8"))
    return page


def _page(page: _Page) -> Iterator[tuple[int, str]]:
    if page.tags["h1"] != 1:
        yield 1, f"The page has {page.tags['h1']} main headings (h1). It needs one."
    if not page.title.strip():
        yield 1, "The page has no title."
    if not page.described:
        yield 1, "The page has no description."
    yield from _way_out(page)
    yield from ((line, "A link is empty: it leads back to this page.") for line, href in [*page.links, *page.loads] if not href)
    yield from ((line, "The element has a style of its own, which the security policy blocks.") for line in page.styled)
    yield from ((1, f"The id '{name}' stands {count} times.") for name, count in page.ids.items() if count > 1)
    for line, text in page.text:
        yield from ((line, f"'{left}' was left over by a macro or a reference.") for left in _LEFT_OVER if left in text)
    for line, address in page.loads:
        if urlsplit(address).netloc:
            yield line, f"'{address}' is loaded from another host."


def _way_out(page: _Page) -> Iterator[tuple[int, str]]:
    """'Leave this page' stands on every page that is read, and leads away."""
    if not page.ways_out and not page.moves_on:
        yield 1, "The page has no link 'Leave this page'. The theme's folder 'overrides' brings it."
    for line, href in page.ways_out:
        if not href.startswith("https://") or not urlsplit(href).hostname:
            yield line, f"'Leave this page' leads to '{href}'. Set 'leave_to' under 'extra' in mkdocs.yml to a page elsewhere."


def _links(name: str, page: _Page, pages: dict[str, _Page], files: set[str]) -> Iterator[tuple[int, str]]:
    for line, href in [*page.links, *page.loads]:
        parts = urlsplit(href)
        if parts.scheme in {"http", "https", "tel", "sms", "mailto"}:
            continue
        if parts.scheme:
            yield line, f"'{href}' is not a kind of link that the handbook uses."
            continue
        target = _target(name, unquote(parts.path))
        if target not in files:
            yield line, f"The link '{href}' leads to '{target}', which does not exist."
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield line, f"The link '{href}' leads to a place that '{target}' does not have."


def _target(page: str, path: str) -> str:
    """The file that a link leads to."""
    if not path:
        return page
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    joined = "" if joined == "." else joined
    return posixpath.join(joined, "index.html") if path.endswith(("/", "..", ".")) or not joined else joined
