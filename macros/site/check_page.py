"""One built page as a browser reads it: what is missing on it, left over, or blocked by its security policy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from macros.site.content_security_policy import PLACE, policy_of
from macros.site.page_addresses import Address, addresses
from macros.site.page_attributes import Attributes, attributes_of

Found: TypeAlias = tuple[int, str]
"""A line of the page, from 1, and what is wrong there."""

_UTF8 = HTMLParser(encoding="utf-8")
_MARKS = ("{{", "{%", "Macro Rendering Error", "Macro Syntax Error", "[[")
_CONTAINS_MARK = " or ".join(f"contains(., '{mark}')" for mark in _MARKS)
_IN_VIEW = f"[{_CONTAINS_MARK}][not(ancestor::code or ancestor::script or ancestor::style)]"
_MARKED = etree.XPath(f"//text(){_IN_VIEW} | //@*{_IN_VIEW}")
_OWN_CODE = {"style": "style", "srcdoc": "page"}
_TO_ANOTHER_HOST = re.compile(r"https://[^/?#\s]")
_CSS_LOAD = re.compile(r"""(?:url\(|@import|image-set\()\s*['"]?\s*(?:https?:)?//""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of the site.

    Attributes:
        problems: what is wrong with the page by itself.
        leads_to: the places of the site that it links to or loads.
        ids: what an address can lead to on it.
    """

    problems: tuple[Found, ...]
    leads_to: tuple[Address, ...]
    ids: frozenset[str]


def read_page(html: bytes) -> BuiltPage:
    """Reads a built page, which is encoded in UTF-8."""
    try:
        page = document_fromstring(html, parser=_UTF8)
    except etree.ParserError:
        return BuiltPage(((1, "The page is empty."),), (), frozenset())
    held = attributes_of(page)
    found = list(addresses(held))
    problems = [problem for check in _CHECKS for problem in check(page)]
    problems += [problem for look in _LOOKS_AT_ATTRIBUTES for problem in look(held)]
    problems += [(address.line, problem) for address in found if (problem := address.problem)]
    within = tuple(address for address in found if address.is_within)
    return BuiltPage(tuple(sorted(problems)), within, frozenset(_names(held)))


def loads_from_elsewhere(css: str) -> bool:
    """Whether a style sheet loads something from another host."""
    return bool(_CSS_LOAD.search(css))


def _head(page: HtmlElement) -> Iterator[Found]:
    if not page.xpath("normalize-space(/html/head/title)"):
        yield 1, "The page has no title."
    if not page.xpath("normalize-space(/html/head/meta[@name = 'description']/@content)"):
        yield 1, "The page has no description."


def _headings(page: HtmlElement) -> Iterator[Found]:
    headings = list(page.iter("h1"))
    if len(headings) != 1:
        yield headings[1].sourceline if headings else 1, f"The page has {len(headings)} main headings (h1). It needs one."


def _names(held: Attributes) -> list[str]:
    return [element.get("id") for element in held.get("id", ())]


def _ids(held: Attributes) -> Iterator[Found]:
    for name, count in Counter(_names(held)).items():
        if count > 1:
            _, second, *_ = (element for element in held["id"] if element.get("id") == name)
            yield second.sourceline, f"The id '{name}' appears {count} times."


def _way_out(page: HtmlElement) -> Iterator[Found]:
    """'Leave this page' is on every page that is read, and leads away."""
    ways_out = page.xpath("//a[@href][@data-leave]")
    if not ways_out and not _moves_on(page):
        yield 1, "The page has no link 'Leave this page'. The theme's folder 'overrides' brings it."
    for link in ways_out:
        href = link.get("href")
        if not _TO_ANOTHER_HOST.match(href):
            message = f"'Leave this page' leads to '{href}'. Set 'leave_to' under 'extra' in mkdocs.yml to a page elsewhere."
            yield link.sourceline, message


def _moves_on(page: HtmlElement) -> bool:
    """Whether a page leads on to another at once, and nothing runs on it."""
    moves = page.xpath("/html/head/meta[@http-equiv = 'refresh'][starts-with(@content, '0;')]")
    return bool(moves) and not page.xpath("//script | //style")


def _policy(page: HtmlElement) -> Iterator[Found]:
    """A policy holds for what comes after it, and only from the head of a page."""
    policies = page.xpath("//meta[@http-equiv = 'Content-Security-Policy']")
    if not policies and _moves_on(page):
        return
    if len(policies) != 1:
        yield 1, f"The page has {len(policies)} security policies. It needs one, in place of '{PLACE}' in the theme."
    for policy in policies:
        found, expected = policy.get("content"), policy_of(page)
        if policy.getparent().tag != "head" or policy.xpath("preceding::*[self::script or self::style or self::link]"):
            yield policy.sourceline, "The security policy comes too late. It belongs in the head, before any script or style."
        if found != expected:
            yield policy.sourceline, f"The security policy is “{found}”. It must be “{expected}”."


def _own_code(held: Attributes) -> Iterator[Found]:
    for name, elements in held.items():
        if name in _OWN_CODE or name.startswith("on"):
            what = _OWN_CODE.get(name, f"script ({name})")
            for element in elements:
                yield element.sourceline, f"The element has a {what} of its own, which the security policy blocks."


def _styles(page: HtmlElement) -> Iterator[Found]:
    for style in page.iter("style"):
        if loads_from_elsewhere(style.text or ""):
            yield style.sourceline, "The style loads something from another host."


def _left_over(page: HtmlElement) -> Iterator[Found]:
    # Few pages have a mark anywhere, and to look for one is much faster than to look where it is.
    html = etree.tostring(page, encoding="unicode")
    for text in _MARKED(page) if any(mark in html for mark in _MARKS) else ():
        for mark in _MARKS:
            before, found, _ = text.partition(mark)
            if found:
                yield _first_line(text) + before.count("\n"), f"'{mark}' was left over by a macro or a reference."


def _first_line(text: etree._ElementUnicodeResult) -> int:
    """Where a text or an attribute begins; a text after an element begins where that element ends."""
    parent = text.getparent()
    within = "".join(parent.itertext()) if text.is_tail else ""
    return int(parent.sourceline) + within.count("\n")


_CHECKS = (_head, _headings, _way_out, _policy, _styles, _left_over)
_LOOKS_AT_ATTRIBUTES = (_ids, _own_code)
