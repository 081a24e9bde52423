"""The whole handbook as one volume: its chapters, its sources, and an index of codes and of terms."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.paper.sizes import Paper
from macros.print.compose.nodes import paragraph, words
from macros.print.compose.volume import Chapter, Cover, Volume, volume
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.kinds import BY_NAME
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.schema.values import code_order
from macros.view.citations import short_citation
from macros.view.context import View

_LAST = 1000


def book(view: View, paper: Paper) -> Volume:
    """The book on a size of paper."""
    say, held = view.say, list(chapters(view))
    index = (
        {"title": say("by-code"), "rows": list(_by_code(held))},
        {"title": say("by-term"), "rows": list(_by_term(held))},
    )
    cover = Cover(say("site-name"), say("site-name"), about=(paragraph(words(say("about-the-handbook"))),), index=index)
    return volume(view, held, paper, cover, whole=True)


def chapters(view: View) -> Iterator[Chapter]:
    """The pages that stand alone, then each folder with its entries, in the order of the navigation; the sources last."""
    handbook = view.handbook
    pages = [(item, head) for item, head in handbook.all_of(PageHead) if head.in_book]
    ordered = sorted(pages, key=lambda page: (_place(page[1]), page[0].slug))
    by_folder: dict[str, list[Item]] = {}
    for item, _ in ordered:
        by_folder.setdefault(posixpath.dirname(item.slug), []).append(item)
    for folder, items in by_folder.items():
        own = sorted(items, key=lambda item: not item.slug.endswith("/index")) if folder else items
        title = own[0].title if folder else view.say("start-here")
        yield Chapter(title, (*own, *_entries(handbook, folder)))
    sources = sorted(handbook.all_of(Source), key=lambda pair: (short_citation(pair[1], view.say).lower(), pair[0].slug))
    yield Chapter(view.say("sources"), tuple(item for item, _ in sources))


def _entries(handbook: Handbook, folder: str) -> tuple[Item, ...]:
    """The records of the kind whose pages are in a folder, where they are chapters of the book."""
    kind = BY_NAME.get(folder)
    return handbook.of_kind(folder) if kind and kind.has_page and not kind.bundles and kind.model is not Source else ()


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
