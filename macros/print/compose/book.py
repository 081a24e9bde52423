"""The whole handbook as one volume: emergencies first, then in the order of need; evidence, sources and an index last."""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.paper.sizes import Paper
from macros.print.compose.book_front import front
from macros.print.compose.book_renderer import HELPLINES_PAGE, BookRenderer
from macros.print.compose.book_sections import ids_in
from macros.print.compose.frame import UNDATED, frame
from macros.print.compose.sections import sections
from macros.print.compose.volume import Chapter, Volume, sheet_in_volume
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.kinds import BY_NAME
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.schema.values import code_order
from macros.view.blocks import AnyBlock, Definitions, Findings, Form, Helplines
from macros.view.citations import short_citation
from macros.view.context import View
from macros.view.kinds.sources import in_list
from macros.view.pages import page_of

TEMPLATE = "book"
_LAST = 1000


def book(view: View, paper: Paper, told: Mapping[str, Any] | None = None) -> Volume:
    """The book on a size of paper; ``told`` is what it tells on any, where that is known already."""
    release = view.handbook.release
    values = {**frame(view, paper), **(told or told_by_book(view))}
    return Volume(values, paper, release.date if release else UNDATED, TEMPLATE)


def told_by_book(view: View) -> dict[str, Any]:
    """What the book tells on any paper."""
    say, held = view.say, list(chapters(view))
    ids = frozenset(item.id for item in _items(held))
    values = {
        **front(view),
        "chapters": [{"title": chapter.title, "parts": list(_parts(view, chapter, ids))} for chapter in held],
        "index": [
            {"title": say("by-code"), "rows": list(_by_code(held))},
            {"title": say("by-term"), "rows": list(_by_term(held))},
        ],
    }
    values["known"] = list(dict.fromkeys(ids_in(values["chapters"])))
    return values


def chapters(view: View) -> Iterator[Chapter]:
    """The pages that stand alone and each folder with its entries, in the order of the book; the sources last.

    A page in no folder begins a chapter where it has a place; those without one follow the last that has.
    """
    handbook = view.handbook
    pages = [(item, head) for item, head in handbook.all_of(PageHead) if head.in_book]
    ordered = sorted(pages, key=lambda page: (_place(page[1]), page[0].slug))
    found: dict[str, list[Item]] = {}
    alone = ""
    for item, head in ordered:
        folder = posixpath.dirname(item.slug)
        if not folder and (_place(head) < _LAST or not alone):
            alone = item.slug
        found.setdefault(folder or alone, []).append(item)
    for folder, items in found.items():
        own = sorted(items, key=lambda item: item.slug not in {folder, f"{folder}/index"})
        yield Chapter(own[0].title, (*own, *_entries(handbook, folder)))
    sources = sorted(handbook.all_of(Source), key=lambda pair: (short_citation(pair[1], view.say).lower(), pair[0].slug))
    if sources:
        yield Chapter(view.say("sources"), tuple(item for item, _ in sources))


def _entries(handbook: Handbook, folder: str) -> tuple[Item, ...]:
    """The records of the kind whose pages are in a folder, where they are chapters of the book."""
    kind = BY_NAME.get(folder)
    return handbook.of_kind(folder) if kind and kind.has_page and not kind.bundles and kind.model is not Source else ()


def _place(head: PageHead) -> int:
    return head.book_place or (head.nav.place if head.nav else _LAST)


def _parts(view: View, chapter: Chapter, held: frozenset[str]) -> Iterator[dict[str, Any]]:
    for at, item in enumerate(chapter.items):
        yield {**_part(BookRenderer(view, here=item, held=held)), "opens": at == 0 and item.title == chapter.title}


def _part(renderer: BookRenderer) -> dict[str, Any]:
    view, item = renderer.view, renderer.here
    named = {"id": item.id, "code": item.entry.code if item.entry else "", "title": item.title}
    if isinstance(item.fields, Source):
        return {**named, "kind": "line", "nodes": renderer.blocks(in_list(view, item))}
    blocks = page_of(view, item)
    drawn = sheet_in_volume(view, item) if any(isinstance(block, Form) for block in blocks) else {}
    nodes = renderer.blocks(blocks)
    return {
        **named,
        "kind": "sheet" if drawn else "text",
        **drawn,
        "dense": _is_list(renderer, blocks),
        "sections": sections(nodes),
    }


def _is_list(renderer: BookRenderer, blocks: Iterable[AnyBlock]) -> bool:
    """Whether a page is looked up rather than read: the words explained, all helplines, all findings."""
    return any(
        (isinstance(block, Definitions) and block.role == "glossary")
        or (isinstance(block, Helplines) and renderer.here.id == HELPLINES_PAGE)
        or (isinstance(block, Findings) and any(finding.entry for finding in block.findings))
        for block in blocks
    )


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
