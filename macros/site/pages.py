"""Handbook → the list of page records, files and navigation. Pure: knows no engine."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.catalogue.addresses import address, earlier_addresses, relative, short_address, source_uri
from macros.catalogue.handbook import Handbook, Relation
from macros.catalogue.item import Item
from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.schema.page import PageHead
from macros.schema.worksheet import LISTED_KINDS, Sheet
from macros.site.json_api import documents
from macros.view.links import words_of
from macros.view.markdown_subset import plain
from macros.word.letter import letter_files


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page that is made from data.

    Attributes:
        uri: its Markdown file below docs_dir, such as ``techniques/impact-letter.md``.
        front_matter: title and description.
        body: one macro call.
        made_from: the YAML file it is made from, relative to the project, for edit links.
        fingerprint: changes whenever anything the page may show changes.
    """

    uri: str
    front_matter: dict[str, str]
    body: str
    made_from: str
    fingerprint: str

    @property
    def markdown(self) -> str:
        """The text of the file."""
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.front_matter.items())
        return f"---\n{head}---\n{self.body}\n"


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of the site that is not a page: a redirect, a document for programs, a letter to edit."""

    uri: str
    content: str | bytes


def page_records(handbook: Handbook) -> list[PageRecord]:
    """A page for every entry that is not retired, and for every source."""
    fingerprint = _fingerprint(handbook)
    return [_record(item, handbook, fingerprint) for item in handbook.items.values() if _generated(item)]


def static_files(handbook: Handbook) -> list[StaticFile]:
    """Redirects, short addresses, the documents for programs, and the letters to edit."""
    moved = [StaticFile(f"{old}index.html", _redirect(old, new)) for old, new in redirects(handbook)]
    letters = [StaticFile(uri, content) for uri, content in letter_files(handbook)]
    return [*moved, *(StaticFile(uri, content) for uri, content in documents(handbook)), *letters]


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


def with_sheets(markdown: str, uri: str, handbook: Handbook) -> str:
    """A hand-written page with the worksheets and letters that belong to it at its end, as entries have them."""
    item = handbook.items[f"pages/{uri.removesuffix('.md')}"]
    belonging = {relation.origin.partition("/")[0] for relation in handbook.naming(item) if relation.mark.back}
    kinds = [kind for kind in LISTED_KINDS if kind in belonging and kind != "packs"]
    packs = ", ".join(f'"{relation.origin}"' for relation in handbook.naming(item) if _is_pack(relation))
    lists = [
        f'## {kind.capitalize()} for this {{: data-search-exclude }}\n\n{{{{ sheets_of("{item.id}", "{kind}") }}}}\n'
        for kind in kinds
    ]
    offered = [f"## Packs for this {{: data-search-exclude }}\n\n{{{{ some_cards({packs}) }}}}\n"] if packs else []
    return "\n\n".join([markdown, *lists, *offered])


def _is_pack(relation: Relation) -> bool:
    """Whether a pack says that it belongs to something."""
    return relation.origin.startswith("packs/") and relation.loc[0] == "belongs_to"


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


def _generated(item: Item) -> bool:
    return item.kind.has_page and item.kind.form != "page" and not item.retired


def _record(item: Item, handbook: Handbook, fingerprint: str) -> PageRecord:
    call, summary = _shown(item)
    summary = plain(summary, lambda reference: words_of(reference, handbook))
    front_matter = {"title": item.title, "description": summary}
    if isinstance(item.fields, Sheet):
        front_matter["form"] = "yes"  # the theme brings the script and the style of forms to this page alone
    return PageRecord(source_uri(item), front_matter, f"{{{{ {call} }}}}", item.source.file, fingerprint)


def _shown(item: Item) -> tuple[str, str]:
    """The macro call that shows a record, and what the record is about in one sentence."""
    match item.fields:
        case Entry() as entry:
            return f'show_entry("{item.id}")', entry.summary
        case FirstAid() as procedure:
            return f'show_procedure("{item.slug}")', procedure.summary
    return f'show_source("{item.slug}")', f"A source of the handbook: {item.title}"


def _fingerprint(handbook: Handbook) -> str:
    """A page shows parts of other entries (titles, summaries, back-links), so any change may change any page."""
    shown = "".join(f"{item.id}{item.fields.model_dump_json()}" for item in handbook.items.values())
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def _redirect(old: str, new: str) -> str:
    goal = html.escape(relative(new, old))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Moved - Alongside</title>'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        '<meta name="description" content="This address leads to another page of the handbook.">'
        f'<meta http-equiv="refresh" content="0; url={goal}"></head>'
        f'<body><h1>This page is here</h1><p><a href="{goal}">Go on to the page</a></p></body></html>\n'
    )
