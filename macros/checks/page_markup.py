"""Hand-written pages: what the built page would be refused for is told here, on the line where it was written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote

from markdown_it.token import Token

from macros.catalogue.addresses import page_address, source_uri
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.made_pages import made_pages
from macros.reading.problem import Problem, did_you_mean
from macros.reading.reference_syntax import without_macros
from macros.schema.page import PageHead
from macros.view.page_markdown import page_parser, with_whole_references
from macros.view.page_places import places_on

_MAIN = "Its title in the head is the main heading of a page. Begin this one with '## '."
_ACTIVE = frozenset({"script", "style", "iframe", "frame", "object", "embed", "applet", "form", "base", "meta", "svg"})
_UNUSED = "No page shows it or links to it, yet it would be published. Remove it, or link to it."
_BREAKS = frozenset({"softbreak", "hardbreak"})
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ALLOWED_SCHEME = re.compile(r"(?:https?://|mailto:)[^\s/]")
_REFUSED_LINK = re.compile(r"\]\(\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a page leads to or shows: ``how`` is ``link``, ``image``, or ``html`` for a link whose address no engine changes."""

    line: int
    how: str
    address: str


def check(handbook: Handbook) -> Iterator[Problem]:
    """Main headings, HTML that is blocked, pictures from elsewhere, links and places within pages that do not exist."""
    kept = [item for item in handbook.items.values() if item.kind.has_page and not item.retired]
    known = _Known(
        handbook,
        {source_uri(item): item if item.kind.form == "page" else None for item in kept}
        | dict.fromkeys(page.uri for page in made_pages(handbook)),
    )
    used: set[str] = set()
    for item, _ in handbook.all_of(PageHead):
        page = _Page(item)
        page.read()
        yield from (item.problem(("body", line), message) for line, message in page.wrong)
        for target in page.targets:
            used.add(known.file_of(item, target.address))
            if message := known.message(item, target):
                yield item.problem(("body", target.line), message)
    for name, found in sorted(handbook.page_files.items()):
        if name not in used and not name.startswith("/"):
            yield Problem(
                found.file, 1, "", "No page shows it or links to it, yet it would be published. Remove it, or link to it."
            )


class _Page(HTMLParser):
    """Reads one page. ``wrong`` and ``targets`` count lines as the file does."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._body, self._first = without_macros(item.body), item.body_line
        self._line = 0
        self.wrong: list[tuple[int, str]] = []
        self.targets: list[Target] = []

    def read(self) -> None:
        """Reads all of it."""
        for token in page_parser().parse(with_whole_references(self._body)):
            self._line = self._first + (token.map[0] if token.map else 0)
            if token.type == "heading_open" and token.tag == "h1":
                self._refuse(_MAIN)
            elif token.type == "html_block":
                self._html(token.content)
            elif token.type == "inline":
                self._inline(token)

    def _inline(self, inline: Token) -> None:
        for token in inline.children or ():
            if token.type == "link_open":
                self._leads("link", str(token.attrGet("href") or ""))
            elif token.type == "image":
                self._leads("image", str(token.attrGet("src") or ""))
            elif token.type == "html_inline":
                self._html(token.content)
            elif token.type == "text" and _REFUSED_LINK.search(token.content):
                self._refuse("A link must lead to a page, or to an address that begins with https:// or mailto:.")
            self._line += (token.type in _BREAKS) + (token.type == "html_inline") * token.content.count("\n")

    def _html(self, html: str) -> None:
        self.reset()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at one tag of HTML."""
        if tag == "h1":
            self._refuse(_MAIN)
        elif tag in _ACTIVE:
            self._refuse(f"<{tag}> is not used in pages: it could run, load or send something. Remove it.")
        for name, value in attrs:
            if name in {"style", "srcdoc"} or name.startswith("on"):
                self._refuse(f"'{name}' in <{tag}> is blocked by the page's security policy. Use a class, or remove it.")
            elif tag == "link" and name == "href" and _SCHEME.match(value or ""):
                self._refuse("A style sheet from elsewhere is blocked. Put its rules into the theme's folder 'overrides'.")
            elif name == "src" or (name == "href" and tag == "a"):
                self._leads("image" if name == "src" else "html", value or "")

    def _refuse(self, message: str) -> None:
        self.wrong.append((self._line + (self.getpos()[0] - 1 if self.rawdata else 0), message))

    def _leads(self, how: str, address: str) -> None:
        self.targets.append(Target(self._line + (self.getpos()[0] - 1 if how == "html" else 0), how, unquote(address)))


def _no_page(target: Target, near: str) -> str:
    advice = f"{near} Or write [[kind/name]]." if near else " Write [[kind/name]], or the name of a file beside this one."
    return f"The link to '{target.address}' leads to no page.{advice}"


@dataclass(frozen=True, slots=True)
class _Known:
    """All that a page can lead to: ``pages`` by their Markdown files, with the record where one was written by hand."""

    handbook: Handbook
    pages: dict[str, Item | None]

    @staticmethod
    def file_of(item: Item, address: str) -> str:
        """The file below content/pages that an address names."""
        path = re.split(r"[?#]", address)[0]
        return posixpath.normpath(posixpath.join(posixpath.dirname(source_uri(item)), path)) if path else source_uri(item)

    def message(self, item: Item, target: Target) -> str:
        """What is wrong with a target; empty if nothing is."""
        if _SCHEME.match(target.address):
            return self._elsewhere(target)
        file = self.file_of(item, target.address)
        if target.how == "image":
            near = did_you_mean(file, self.handbook.page_files)
            return (
                "" if file in self.handbook.page_files else f"There is no picture '{target.address}' below content/pages.{near}"
            )
        if target.how == "html":
            return self._by_html(item, target)
        if file not in self.pages and file not in self.handbook.page_files:
            return _no_page(target, did_you_mean(file, {*self.pages, *self.handbook.page_files}))
        return self._place(target.address, self.pages.get(file))

    @staticmethod
    def _elsewhere(target: Target) -> str:
        if target.how == "image":
            return "A picture from elsewhere is blocked, as it would tell the reader's address. Put its file beside the page."
        if not _ALLOWED_SCHEME.match(target.address):
            return f"'{target.address}' is not allowed. A link leads to a page, or begins with https:// or mailto:."
        return ""

    def _by_html(self, item: Item, target: Target) -> str:
        """HTML is left as it is, so its addresses count from the finished page: care.md is at care/."""
        path, _, place = target.address.partition("#")
        if not path:
            return self._place(f"#{place}", item)
        if path.endswith(".md"):
            return f"'{path}' in HTML leads nowhere. Write [words]({path}), or [[kind/name]]."
        here = f"/{page_address(source_uri(item))}"
        found = posixpath.normpath(posixpath.join(here, path)).lstrip("/")
        addresses = {page_address(uri).rstrip("/") for uri in self.pages}
        # Other files are made in a build, and redirects are pages as well: both are looked for there.
        if path.endswith("/") and found not in addresses and self.handbook.with_code(posixpath.basename(found)) is None:
            return _no_page(target, did_you_mean(found, addresses))
        return ""

    def _place(self, address: str, page: Item | None) -> str:
        _, hash_mark, place = address.partition("#")
        # A page with macros has places that are not written in it.
        if not hash_mark or not place or page is None or "{{" in page.body:
            return ""
        places = places_on(page)
        if place in places:
            return ""
        return f"'{address}' leads to a place that {page.source.file} does not have.{did_you_mean(place, places)}"
