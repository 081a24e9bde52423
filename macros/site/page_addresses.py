"""The addresses of a built page: what a reader can follow, and what the browser loads by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from lxml.html import HtmlElement

from macros.site.page_attributes import Attributes

_FOLLOWED_FROM = frozenset({"a", "area"})
_LOADED = ("src", "poster", "background", "action", "formaction", "ping", "xlink:href")
# A canonical address is stated, not loaded.
_STATED = frozenset({"canonical", "alternate"})
_SETS = ("srcset", "imagesrcset")
_IN_SET = re.compile(r"(\S*[^\s,])(?:\s[^,]*)?(?:,|$)")
_GOAL = re.compile(r"url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_WEB = {"http", "https"}
_FOLLOWED_KINDS = _WEB | {"tel", "sms", "mailto"}
# With it, the page of a missing address says that it has no icon.
_NO_ICON = "data:,"


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it is written on a page.

    Attributes:
        line: the line of its element, from 1.
        text: the address.
        is_loaded: whether the browser loads it, sends to it or goes there by itself.
    """

    line: int
    text: str
    is_loaded: bool

    @property
    def parts(self) -> SplitResult | None:
        """What it is made of; nothing where it is no address."""
        return _split(self.text)

    @property
    def is_within(self) -> bool:
        """Whether it is a place of this site."""
        parts = self.parts
        return bool(self.text.strip()) and parts is not None and not parts.scheme and not parts.netloc

    @property
    def problem(self) -> str | None:
        """Why no page of the handbook may have the address, wherever it leads."""
        if not self.text.strip():
            return "A link is empty: it leads back to this page."
        parts = self.parts
        if self.is_loaded and parts and (parts.netloc or parts.scheme in _WEB):
            return f"'{self.text}' is loaded from another host."
        is_known = self.text == _NO_ICON if self.is_loaded else parts is not None and parts.scheme in _FOLLOWED_KINDS
        return None if self.is_within or is_known else f"'{self.text}' is not a kind of link that the handbook uses."


# The same menu is on each page.
@lru_cache(maxsize=10_000)
def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:  # such as "https://["
        return None


def addresses(held: Attributes) -> Iterator[Address]:
    """Every address among the attributes of a page."""
    for element in held.get("href", ()):
        is_loaded = element.tag not in _FOLLOWED_FROM
        if not (is_loaded and element.tag == "link" and element.get("rel") in _STATED):
            yield Address(element.sourceline, element.get("href"), is_loaded)
    for element, value in _loaded(held):
        yield Address(element.sourceline, value, is_loaded=True)
    for element in held.get("http-equiv", ()):
        if element.tag == "meta" and element.get("http-equiv").lower() == "refresh" and "content" in element.attrib:
            goal = _GOAL.search(element.get("content"))
            yield Address(element.sourceline, goal[1] if goal else "", is_loaded=True)


def _loaded(held: Attributes) -> Iterator[tuple[HtmlElement, str]]:
    """What elements other than links load or send to, each with its element."""
    for name in _LOADED:
        yield from ((element, element.get(name)) for element in held.get(name, ()))
    yield from ((element, element.get("data")) for element in held.get("data", ()) if element.tag == "object")
    for name in _SETS:
        for element in held.get(name, ()):
            yield from ((element, match[1]) for match in _IN_SET.finditer(element.get(name)))
