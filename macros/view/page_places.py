"""The places on a hand-written page that a link can lead to: its headings, and whatever was given a name."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown.extensions.toc import slugify

from macros.catalogue.item import Item
from macros.view.page_markdown import page_parser, with_whole_references

_NAMED = re.compile(r"""\bid\s*=\s*["']?([^"'\s>]+)|\{:?\s[^}\n]*#([\w-]+)[^}\n]*\}""")
_ATTRIBUTES = re.compile(r"\s*\{:?[^}]*\}\s*$")


def places_on(item: Item) -> frozenset[str]:
    """The names of all places, as the engine makes them of headings."""
    named = {first or second for first, second in _NAMED.findall(item.body)}
    tokens = page_parser().parse(with_whole_references(item.body))
    for heading, inline in pairwise(tokens):
        if heading.type == "heading_open":
            words = "".join(_words(token) for token in inline.children or ())
            named.add(_free(slugify(_ATTRIBUTES.sub("", words), "-"), named))
    return frozenset(named)


def _words(token: object) -> str:
    meta = getattr(token, "meta", {})
    return meta["reference"].words if "reference" in meta else str(getattr(token, "content", ""))


def _free(name: str, taken: set[str]) -> str:
    """A second heading of the same words has a number behind its name."""
    number, free = 0, name
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free
