"""The elements of a built page by the attributes they have, found in one walk: to ask for each attribute alone took as many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from lxml import etree
from lxml.html import HtmlElement

Attributes: TypeAlias = Mapping[str, Sequence[HtmlElement]]
"""By the name of an attribute, the elements that have it, in the order of the page."""


def attributes_of(page: HtmlElement) -> Attributes:
    """The attributes of all elements of a parsed page."""
    found: defaultdict[str, list[HtmlElement]] = defaultdict(list)
    for element in page.iter(etree.Element):
        for name in element.keys():  # noqa: SIM118 - a walk over an element gives its children
            found[name].append(element)
    return dict(found)
