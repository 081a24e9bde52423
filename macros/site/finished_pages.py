"""Pages for an engine without hooks: what macros, references and templates need is done before it begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, StrictUndefined

from macros.catalogue.addresses import source_uri
from macros.catalogue.item import Item
from macros.reading.page_code import NOT_ONLY_CALLS, only_calls_macros
from macros.reading.reference_syntax import replace_in_page
from macros.schema.page import PageHead
from macros.site.indexed_pages import indexed_page
from macros.site.linked_data import linked_data
from macros.site.page_macros import MADE, blocks_of, on_page, renderer_of
from macros.site.pages import PageRecord, frame_of, head_of, page_records, with_belonging
from macros.view.blocks import Heading, unfolded
from macros.view.context import View
from macros.view.macros import MACROS, Macro


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page of which an engine makes the frame.

    Attributes:
        uri: its file below the folder of pages.
        meta: what templates ask of it.
        markdown: its words, without macros and references; empty if it is made from data.
        html: the whole page, if it is made from data.
        contents: its headings, each with ``level``, ``id`` and ``name``.
        made_from: the file it is made from, for edit links.
    """

    uri: str
    meta: Mapping[str, Any]
    markdown: str
    html: str
    contents: tuple[Mapping[str, Any], ...]
    made_from: str


@dataclass
class _Current:
    """The page that macros are called on, as they know it of an engine."""

    path: str
    meta: dict[str, Any] = field(default_factory=dict)


def finished_pages(view: View) -> Iterator[FinishedPage]:
    """Every page of the handbook that an engine makes."""
    for item, _ in view.handbook.all_of(PageHead):
        yield _written(item, view)
    for record in page_records(view):
        yield _from_data(record, view)


def with_references(text: str, item: Item, page: Any, view: View) -> str:
    """The Markdown of a hand-written page with what belongs to it and with its references, as an engine gets it.

    Args:
        text: what is written.
        item: its record.
        page: the engine's own, or one like it: with ``path`` and ``meta``.
        view: the handbook.

    Raises:
        ValueError: if more than macros would run in it; the message is that of the check.
    """
    renderer = renderer_of(page, view)
    ready = replace_in_page(with_belonging(text, source_uri(item)), lambda said: str(renderer.inline(view.texts.mention(said))))
    # The check has read the page before. What an engine will run is this text, so it is looked at once more.
    if not only_calls_macros(ready, MACROS):
        raise ValueError(str(item.problem(("body", item.body_line), NOT_ONLY_CALLS)))
    return ready


def content_of(page: Any, view: View) -> tuple[str, tuple[dict[str, Any], ...]]:
    """The HTML of a page that is made from data, and its headings for the contents beside it.

    Args:
        page: the engine's own, or one like it, on which the macros have been called.
        view: the handbook.
    """
    blocks = blocks_of(page)
    if record := view.handbook.get(str(page.meta.get("record", ""))):
        # The search asks for the same blocks. Of thousands of pages they would be made twice or kept, so it looks at them now.
        indexed_page(view, record)
    shown = [block for block in unfolded(blocks) if isinstance(block, Heading) and block.on != "paper"]
    contents = tuple({"level": block.level + 1, "id": block.anchor, "name": block.text} for block in shown)
    return str(renderer_of(page, view).html_page(blocks)), contents


def _written(item: Item, view: View) -> FinishedPage:
    uri, meta = source_uri(item), {**head_of(item), **frame_of(item, view.handbook)}
    page = _Current(uri, dict(meta))
    markdown = _run_macros(with_references(item.body, item, page, view), page, view)
    head = item.read(PageHead)
    title = (head.nav and head.nav.title) or head.title
    return FinishedPage(uri, _with_data(meta, title, item, view), markdown, "", (), item.source.file)


def _from_data(record: PageRecord, view: View) -> FinishedPage:
    page = _Current(record.uri, {**record.front_matter, MADE: ()})
    _run_macros(record.body, page, view)
    html, contents = content_of(page, view)
    shown = view.handbook.get(str(record.front_matter.get("record", "")))
    meta = _with_data(record.front_matter, str(record.front_matter["title"]), shown, view)
    return FinishedPage(record.uri, meta, "", html, contents, record.made_from)


def _with_data(meta: Mapping[str, Any], title: str, shown: Item | None, view: View) -> dict[str, Any]:
    data = linked_data(view, title, str(meta.get("description", "")), shown)
    return {**meta, "linked_data": data}


def _run_macros(text: str, page: _Current, view: View) -> str:
    # Not escaped, as in an engine: what macros give is HTML.
    env = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701
    env.globals.update({name: _called(macro, page, view) for name, macro in MACROS.items()}, page=page)
    return env.from_string(text).render()


def _called(macro: Macro, page: _Current, view: View) -> Callable[..., str]:
    return lambda *args, **named: on_page(page, view, macro, *args, **named)
