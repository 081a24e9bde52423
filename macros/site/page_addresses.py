"""The addresses of a built page: what a reader can follow, and what the browser loads by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from lxml import etree
from lxml.html import HtmlElement

_FOLLOWED = etree.XPath("//a/@href | //area/@href")
# A canonical address is stated, not loaded.
_LOADED = etree.XPath(
    "//@src | //@poster | //@background | //@action | //@formaction | //@ping | //object/@data | //@*[name() = 'xlink:href']"
    " | //@href[not(parent::a or parent::area or parent::link[@rel = 'canonical' or @rel = 'alternate'])]"
)
_SETS = etree.XPath("//@srcset | //@imagesrcset")
_IN_SET = re.compile(r"(\S*[^\s,])(?:\s[^,]*)?(?:,|$)")
_REFRESH = etree.XPath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content")
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
    def is_within(self) -> bool:
        """Whether it is a place of this site."""
        parts = _split(self.text)
        return bool(self.text.strip()) and parts is not None and not parts.scheme and not parts.netloc

    @property
    def problem(self) -> str | None:
        """Why no page of the handbook may have the address, wherever it leads."""
        if not self.text.strip():
            return "A link is empty: it leads back to this page."
        parts = _split(self.text)
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


def addresses(page: HtmlElement) -> Iterator[Address]:
    """Every address of a parsed page."""
    for value in _FOLLOWED(page):
        yield Address(value.getparent().sourceline, str(value), is_loaded=False)
    for value in _LOADED(page):
        yield Address(value.getparent().sourceline, str(value), is_loaded=True)
    for value in _SETS(page):
        for match in _IN_SET.finditer(value):
            yield Address(value.getparent().sourceline, match[1], is_loaded=True)
    for value in _REFRESH(page):
        goal = _GOAL.search(value)
        yield Address(value.getparent().sourceline, goal[1] if goal else "", is_loaded=True)
