"""Records as documents: what their files say, with where each stands, what leads to it, and on what terms it may be used."""

from __future__ import annotations

from typing import Any

from macros.catalogue.addresses import API_VERSION, address, short_address
from macros.catalogue.anchors import places_of
from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.catalogue.review_stamps import stamp
from macros.schema.entry import Review
from macros.schema.kinds import Kind
from macros.schema.page import PageHead
from macros.schema.values import Record
from macros.site.api.models import License, PageDocument, PageSection, PlaceOnPage, RecordHead, ReleaseName
from macros.site.api.told import told
from macros.site.searched_pages import sections_of
from macros.view.context import View
from macros.view.pages import page_of

UNPUBLISHED = frozenset({"slang", "words"})
"""Fields that stay here: words that are only searched for, among them hurtful ones, and words by which checks know a danger."""

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
"""Where the license of the content is explained."""


def api_address(file: str) -> str:
    """The address of a file for programs, from the site's root."""
    return f"api/{API_VERSION}/{file}"


def schema_address(name: str) -> str:
    """The address of the JSON Schema of the documents of a kind, of ``handbook.json`` or of ``index.json``."""
    return api_address(f"schema/{name}.json")


def has_address(kind: Kind) -> bool:
    """Whether each record of a kind can be opened on the site."""
    return kind.has_page or kind.anchored


def published_model(kind: Kind) -> type[Record]:
    """The model of what a document of a kind says of its record. The head of a page is mostly about how it is shown."""
    return PageDocument if kind.form == "page" else kind.model


def published_items(view: View) -> list[Item]:
    """Every record that is published, in the order of the handbook; retired entries too, as they lead on."""
    return [item for item in view.handbook.items.values() if item.kind.published]


def record_document(view: View, item: Item) -> dict[str, Any]:
    """The document of one record."""
    head = RecordHead(
        **head_fields(view, item.kind.name),
        reviewed=_verdicts(item),
        id=item.id,
        address=address(item) if has_address(item.kind) else None,
        short_address=short_address(item.entry.code) if item.entry else None,
        anchors=_anchors(item),
        linked_from=_linked_from(view.handbook, item),
    )
    said = _page(view, item, item.fields) if isinstance(item.fields, PageHead) else item.fields
    return {**dumped(head), **dumped(said)}


def dumped(record: Record) -> dict[str, Any]:
    """The fields of a record as JSON has them, without those that say nothing and those that are not published."""
    return record.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=set(UNPUBLISHED))


def head_fields(view: View, described: str) -> dict[str, Any]:
    """What every document says of itself; ``described`` is the name of its schema."""
    release = view.handbook.release
    return {
        "described_by": schema_address(described),
        "license": License(name=view.say("license-name"), address=LICENSE, credit=view.say("license-credit")),
        "release": ReleaseName(name=release.name, date=release.date) if release else None,
    }


def _anchors(item: Item) -> tuple[PlaceOnPage, ...] | None:
    found = (
        PlaceOnPage(field=part.field, number=part.number, anchor=part.ids[0], address=f"{address(item)}#{part.ids[0]}")
        for part in places_of(item.fields)
    )
    return (tuple(found) or None) if item.kind.has_page else None


def _verdicts(item: Item) -> tuple[Review, ...]:
    """The verdicts on the record as a whole that still hold: those on the words as they are."""
    reviews: tuple[Review, ...] = getattr(item.fields, "reviews", ())
    return tuple(review for review in reviews if review.of == stamp(item))


def _linked_from(handbook: Handbook, item: Item) -> tuple[str, ...]:
    """What names the record; where it has a page, only what that page leads back to."""
    incoming = (relation for relation in handbook.incoming(item) if relation.mark.back or not item.kind.has_page)
    origins = dict.fromkeys(relation.origin for relation in incoming)
    return tuple(origin for origin in origins if handbook.items[origin].kind.published)


def _page(view: View, item: Item, head: PageHead) -> PageDocument:
    place = address(item)
    sections = (
        PageSection(title=part.title, address=f"{place}#{part.anchor}" if part.anchor else place, text=part.text)
        for part in sections_of(view, item.title, told(page_of(view, item)))
    )
    return PageDocument(
        title=head.title,
        summary=head.description,
        also_called=head.also_called,
        since=head.since,
        changes=head.changes,
        sections=tuple(sections),
    )
