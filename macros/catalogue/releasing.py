"""Adds what is new in a handbook to the list of what is published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.catalogue.handbook import Handbook
from macros.catalogue.published import PAGE, write_published


def not_yet_published(handbook: Handbook) -> Mapping[str, str]:
    """The codes of the entries, and the pages, that the list does not hold yet."""
    pages = (item for item in handbook.items.values() if item.kind.has_page)
    names = {item.id: item.entry.code if item.entry else PAGE for item in pages}
    return {name: code for name, code in names.items() if name not in handbook.published.names}


def release(root: Path, handbook: Handbook) -> Mapping[str, str]:
    """Adds to the list in ``root`` what it does not hold yet; returns what was added."""
    new = not_yet_published(handbook)
    if new:
        write_published(root, {**handbook.published.names, **new})
    return new
