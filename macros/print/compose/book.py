"""The whole handbook as one volume: its chapters, its sources, and an index of codes and of terms."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.settings import Settings
from macros.paper.sizes import Paper
from macros.print.compose.nodes import paragraph, words
from macros.print.compose.volume import Chapter, Volume, volume
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.schema.values import code_order
from macros.view.links import short_citation

LEFT_OUT = frozenset({"contributing/index", "contributing/fields", "worksheets/by-role", "worksheets/by-model", "sources/index"})
"""Pages for those who write the handbook, and lists for which the book has its own contents and index."""
# Entries that are documents of their own.
_NOT_HELD = frozenset({"packs"})
_FIRST = "Start here"
_LAST = 1000


def book(handbook: Handbook, paper: Paper, settings: Settings) -> Volume:
    """The book on a size of paper."""
    held = list(chapters(handbook))
    about = paragraph(words("A handbook for families of someone who uses alcohol or other drugs. Not medical or legal advice."))
    index = [
        {"title": "By code", "rows": list(_by_code(held))},
        {"title": "By term", "rows": list(_by_term(held))},
    ]
    return volume(
        handbook, held, paper, settings, code="", title="Alongside", document_title="Alongside", about=[about], index=index
    )


def chapters(handbook: Handbook) -> Iterator[Chapter]:
    """The pages that stand alone, then each folder with its entries, in the order of the navigation; the sources last."""
    pages = [(item, head) for item, head in handbook.all_of(PageHead) if item.slug not in LEFT_OUT]
    ordered = sorted(pages, key=lambda page: (_place(page[1]), page[0].slug))
    by_folder: dict[str, list[Item]] = {}
    for item, _ in ordered:
        by_folder.setdefault(posixpath.dirname(item.slug), []).append(item)
    for folder, items in by_folder.items():
        own = sorted(items, key=lambda item: not item.slug.endswith("/index")) if folder else items
        entries = (
            ()
            if folder in _NOT_HELD
            else tuple(item for item in handbook.of_kind(folder) if isinstance(item.fields, Entry | FirstAid))
        )
        title = own[0].title if folder else _FIRST
        yield Chapter(title, (*own, *entries))
    sources = sorted(handbook.all_of(Source), key=lambda pair: (short_citation(pair[1]).lower(), pair[0].slug))
    yield Chapter("Sources", tuple(item for item, _ in sources))


def _place(head: PageHead) -> int:
    return head.nav.place if head.nav else _LAST


def _by_code(held: Iterable[Chapter]) -> Iterator[dict[str, Any]]:
    coded = [(item.entry.code, item) for item in _items(held) if item.entry]
    for code, item in sorted(coded, key=lambda pair: code_order(pair[0])):
        yield {"to": item.id, "words": f"{code} {item.title}"}


def _by_term(held: Iterable[Chapter]) -> Iterator[dict[str, Any]]:
    """Titles and the other names of entries and pages, in the order of the alphabet."""
    named = {(name, item.id) for item in _items(held) for name in _names(item)}
    for name, target in sorted(named, key=lambda pair: (pair[0].lower(), *pair)):
        yield {"to": target, "words": name}


def _names(item: Item) -> Iterator[str]:
    if isinstance(item.fields, Entry | FirstAid | PageHead):
        yield item.title
        yield from item.fields.also_called


def _items(held: Iterable[Chapter]) -> Iterator[Item]:
    return itertools.chain.from_iterable(chapter.items for chapter in held)
