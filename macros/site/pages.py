"""Handbook → the list of page records, redirects and navigation. Pure: knows no engine."""

from __future__ import annotations

import html
import json
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.catalogue.addresses import address, earlier_addresses, relative, short_address, source_uri
from macros.catalogue.field_pages import FieldPage
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.made_pages import MadePage, made_pages
from macros.catalogue.practice_pages import PracticePage
from macros.schema.page import PageHead
from macros.schema.source import Source
from macros.schema.worksheet import Sheet
from macros.view.context import View
from macros.view.field_reference import fields_title
from macros.view.plain import plain
from macros.view.practice import practice_about, practice_title

# The same for all, so that an engine may keep them compiled.
_BODY = "{{ show_record(page.meta.record) }}"
_PRACTICE_BODY = "{{ practice_of(page.meta.practice) }}"
_FIELDS_BODY = "{{ fields_of(page.meta.kind) }}"


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page that is made from data.

    Attributes:
        uri: its Markdown file below docs_dir, such as ``techniques/impact-letter.md``.
        front_matter: title, description, and id or kind; of a hand-written page, its head.
        body: one macro call; of a hand-written page, its words.
        made_from: the file it is made from, relative to the project, for edit links.
    """

    uri: str
    front_matter: dict[str, Any]
    body: str
    made_from: str

    @property
    def markdown(self) -> str:
        """The text of the file."""
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.front_matter.items())
        return f"---\n{head}---\n{self.body}\n"


@dataclass(frozen=True, slots=True)
class Redirect:
    """A file that leads on to another page."""

    uri: str
    content: str


def page_records(view: View) -> list[PageRecord]:
    """A page for every record that has one, is made from data, and is not retired; and those that have no record."""
    records = [_record(item, view) for item in view.handbook.items.values() if _generated(item)]
    return [*records, *(_made(page, view) for page in made_pages(view.handbook))]


def _generated(item: Item) -> bool:
    return item.kind.has_page and item.kind.form != "page" and not item.retired


def layered_pages(view: View) -> list[PageRecord]:
    """The hand-written pages that are not as they are in docs_dir, as a layer has added or changed them."""
    pages = (item for item, _ in view.handbook.all_of(PageHead) if item.layer or item.overlays)
    return [PageRecord(source_uri(item), head_of(item), item.body, item.source.file) for item in pages]


def head_of(item: Item) -> dict[str, Any]:
    """The head of a hand-written page, as its file says it."""
    return item.fields.model_dump(mode="json", exclude_unset=True)


def _record(item: Item, view: View) -> PageRecord:
    front_matter = {"title": item.title, "description": _description(item, view), "record": item.id}
    front_matter |= frame_of(item, view.handbook)
    if isinstance(item.fields, Sheet):
        front_matter["form"] = "yes"  # the theme brings the script and the style of forms to this page alone
    return PageRecord(source_uri(item), front_matter, _BODY, item.source.file)


def _made(page: MadePage, view: View) -> PageRecord:
    return _practice(page, view) if isinstance(page, PracticePage) else _fields(page, view)


def _practice(page: PracticePage, view: View) -> PageRecord:
    front_matter = {
        "title": practice_title(view, page),
        "description": practice_about(view, page),
        "practice": page.of.id,
        "crumb": {"address": address(page.of), "title": page.of.title},
    }
    return PageRecord(page.uri, front_matter, _PRACTICE_BODY, page.of.source.file)


def _fields(page: FieldPage, view: View) -> PageRecord:
    front_matter = {
        "title": fields_title(view, page.kind),
        "description": view.say("fields-of-about", kind=page.kind.one),
        "kind": page.kind.name,
        "crumb": _crumb(page.index),
    }
    return PageRecord(page.uri, front_matter, _FIELDS_BODY, page.made_from)


def frame_of(item: Item, handbook: Handbook) -> dict[str, Any]:
    """What the theme must know of a page beside its words.

    That is ``crumb``, the page that lists it (its address and its title, where there is one), and ``quiet``, whether the title of
    the window says nothing about it.
    """
    folder = posixpath.dirname(source_uri(item).removesuffix("/index.md")) or posixpath.dirname(source_uri(item))
    above = handbook.get(f"pages/{folder}/index")
    frame: dict[str, Any] = {"quiet": True} if getattr(item.fields, "quiet", False) else {}
    if above and above is not item:
        frame["crumb"] = _crumb(above)
    return frame


def _crumb(above: Item) -> dict[str, str]:
    head = above.read(PageHead)
    return {"address": address(above), "title": (head.nav and head.nav.title) or head.title}


def _description(item: Item, view: View) -> str:
    """What a record is about, in one sentence."""
    if isinstance(item.fields, Source):
        return view.say("a-source-of-the-handbook", title=item.title)
    return plain(view.card(item).about)


def with_belonging(markdown: str, uri: str) -> str:
    """A hand-written page with the sheets, letters and packs that belong to it at its end, and how to cite it."""
    page = f"pages/{uri.removesuffix('.md')}"
    return f'{markdown}\n\n{{{{ belonging_to("{page}") }}}}\n\n{{{{ citation_of("{page}") }}}}\n'


def redirect_files(view: View) -> list[Redirect]:
    """A page for every address that leads on to another."""
    return [Redirect(f"{old}index.html", _redirect(old, new, view)) for old, new in redirects(view.handbook)]


def redirects(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Every address that leads on to another: short addresses, earlier names, retired entries."""
    for item in handbook.items.values():
        retired = item.entry.retired if item.entry else None
        goal = address(handbook.items[retired.into] if retired else item)
        if item.entry:
            yield short_address(item.entry.code), goal
        yield from ((old, goal) for old in earlier_addresses(item))
        if retired:
            yield address(item), goal


def navigation(handbook: Handbook) -> list[Any]:
    """The navigation as MkDocs reads it: hand-written pages that ask for a place, in groups."""
    placed = [(head.nav, item, head) for item, head in handbook.all_of(PageHead) if head.nav]
    nav: list[Any] = []
    groups: dict[str, list[Any]] = {}
    for place, item, head in sorted(placed, key=lambda found: (found[0].place, found[1].slug)):
        entry = {place.title or head.title: source_uri(item)}
        if not place.group:
            nav.append(entry)
            continue
        if place.group not in groups:
            groups[place.group] = []
            nav.append({place.group: groups[place.group]})
        groups[place.group].append(entry)
    return nav


def _redirect(old: str, new: str, view: View) -> str:
    goal = html.escape(relative(new, old))
    say = {name: html.escape(view.say(f"moved-{name}")) for name in ("title", "about", "heading", "go-on")}
    return (
        f'<!doctype html>\n<html lang="{view.say.language}"><head><meta charset="utf-8"><title>{say["title"]}</title>'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f'<meta name="description" content="{say["about"]}">'
        f'<meta http-equiv="refresh" content="0; url={goal}"></head>'
        f'<body><h1>{say["heading"]}</h1><p><a href="{goal}">{say["go-on"]}</a></p></body></html>\n'
    )
