"""The page of any record as blocks: each kind with pages has a module in ``view/kinds`` that makes them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from types import ModuleType

from macros.catalogue.item import Item
from macros.view.blocks import AnyBlock, Blocks, Fold, Heading
from macros.view.context import View
from macros.view.entry_page import Own
from macros.view.once import lately

_KEPT = 1_500  # A handbook of usual size is kept whole: its documents show the pages that the site shows. Of more, the last ones.


@lately(_KEPT)
def page_of(view: View, item: Item) -> Blocks:
    """All that the page of a record says, below its title.

    Raises:
        ModuleNotFoundError: if the kind has no module in ``view/kinds``. A test asks each kind for its own.
    """
    return tuple(_anchored(_module(item).page(view, item), Counter()))


def own_part(view: View, item: Item) -> Own:
    """What the page of an entry has that is of its kind alone.

    Raises:
        AttributeError: if the kind has pages of another form, as sheets and packs have.
    """
    own: Own = _module(item).own(view, item)
    return own


def _module(item: Item) -> ModuleType:
    return import_module(f"macros.view.kinds.{item.kind.name.replace('-', '_')}")


def _anchored(blocks: Blocks, seen: Counter[str]) -> Iterator[AnyBlock]:
    """Blocks with an anchor on each heading: the one that was given, or one made of its words as the engine makes it."""
    for block in blocks:
        match block:
            case Heading():
                yield _with_anchor(block, seen)
            case Fold():
                yield replace(block, heading=_with_anchor(block.heading, seen), blocks=tuple(_anchored(block.blocks, seen)))
            case _:
                yield block


def _with_anchor(heading: Heading, seen: Counter[str]) -> Heading:
    if heading.anchor:
        return heading
    anchor = _slug(heading.text)
    seen[anchor] += 1
    return replace(heading, anchor=anchor if seen[anchor] == 1 else f"{anchor}_{seen[anchor] - 1}")


def _slug(words: str) -> str:
    """Words as Python-Markdown makes an anchor of a heading, so that search finds the headings of hand-written pages."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
