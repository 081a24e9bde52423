"""How a page of the handbook is cited, and where the same stands for programs that keep references."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from macros.catalogue.addresses import address, short_address
from macros.catalogue.item import Item
from macros.schema.source import Source
from macros.schema.worksheet import Sheet
from macros.view.blocks import AnyBlock, File, Files, Fold, Heading, Paragraph
from macros.view.context import View
from macros.view.inlines import Emphasis, Inlines, WebLink, Words, words
from macros.view.record_parts import citation

_ENDINGS = ("bib", "ris")


@dataclass(frozen=True, slots=True)
class Cited:
    """A page as it is cited.

    Attributes:
        author: who stands for it: the handbook.
        date: the day of the release; nothing in a copy that names none.
        title: the title of the page.
        note: its code, and the release.
        address: its permanent address; relative to the site where nobody has said where the site is.
    """

    author: str
    date: datetime.date | None
    title: str
    note: str
    address: str


def is_citable(item: Item) -> bool:
    """Whether a page offers to be cited. One that says nothing about itself in a window's title does not."""
    return item.kind.has_page and not item.retired and not getattr(item.fields, "quiet", False)


def cited(view: View, item: Item) -> Cited:
    """A page that is no source as it is cited. A source is cited as the publication itself."""
    release, say = view.handbook.release, view.say
    parts = ([item.entry.code] if item.entry else []) + ([say("cite-release", name=release.name)] if release else [])
    place = short_address(item.entry.code) if item.entry else address(item)
    return Cited(
        author=say("site-name"),
        date=release.date if release else None,
        title=item.title,
        note=say("cite-joined").join(parts),
        address=f"{view.settings.site_url or ''}{place}",
    )


def reference_file(item: Item, ending: str) -> str:
    """The address of a reference for programs: ``cite/M01.bib``, ``cite/helplines.ris``, ``cite/sources/smith-2001.bib``."""
    name = item.entry.code if item.entry else address(item).strip("/") or "index"
    return f"cite/{name}.{ending}"


def reference_files(view: View, item: Item) -> Files:
    """Links to a page's reference for programs."""
    return Files(tuple(File(reference_file(item, ending), view.say(f"cite-{ending}")) for ending in _ENDINGS), searched=False)


def cite(view: View, item: Item) -> Iterator[AnyBlock]:
    """How to cite a page, to be opened near its end; nothing for a page that offers it not."""
    if is_citable(item):
        name = "cite-this-publication" if isinstance(item.fields, Source) else "cite-this-page"
        said = (Paragraph(_reference(view, item)), reference_files(view, item))
        yield Fold(Heading(view.say(name), searched=False), said, printed=False, on="screen", searched=False)


def cite_row(view: View, item: Item) -> Iterator[tuple[str, Inlines]]:
    """The same in one row, where a page has no room for more: a worksheet's."""
    if is_citable(item):
        links = [WebLink(reference_file(item, ending), words(view.say(f"cite-{ending}"))) for ending in _ENDINGS]
        yield view.say("cite-this-page"), (links[0], Words(" "), links[1])


def is_short(item: Item) -> bool:
    """Whether a page has room for one row alone."""
    return isinstance(item.fields, Sheet)


def _reference(view: View, item: Item) -> Inlines:
    """In the style of the American Psychological Association, seventh edition."""
    if isinstance(item.fields, Source):
        doi = item.fields.doi
        place = f"https://doi.org/{doi}"
        return (*citation(view, item, words(item.title)), *((Words(" "), Words(place)) if doi else ()))
    page = cited(view, item)
    day = page.date
    when = view.say("cite-day", year=str(day.year), month=day.month, day=day.day) if day else view.say("undated")
    note = f" ({page.note})" if page.note else ""
    return (Words(f"{page.author}. ({when}). "), Emphasis(words(page.title)), Words(f"{note}. {page.address}"))
