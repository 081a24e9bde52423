"""Where things stand on the site: addresses that never change once they are published.

An address is the path from the site's root, such as ``techniques/impact-letter/`` or ``glossary/#ambivalence``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping

from macros.catalogue.item import Item


def source_uri(item: Item) -> str:
    """The Markdown file that MkDocs renders for a record with a page of its own."""
    return f"{item.slug}.md" if item.kind.form == "page" else f"{item.id}.md"


def address(item: Item) -> str:
    """Where a record is read: its page, or its place on the page that lists its kind."""
    if item.kind.has_page:
        return page_address(source_uri(item))
    return f"{item.kind.name}/#{item.slug}"


def kind_address(kind: str) -> str:
    """Where all records of a kind are listed."""
    return f"{kind}/"


def json_address(item: Item) -> str:
    """The address of a record as a document for programs."""
    return f"api/{API_VERSION}/{item.id}.json"


def page_address(uri: str) -> str:
    """The address of the page that is made from a Markdown file: ``a/b.md`` is ``a/b/``, ``a/index.md`` is ``a/``."""
    stem = uri.removesuffix(".md")
    folder = posixpath.dirname(stem) if posixpath.basename(stem) == "index" else stem
    return f"{folder}/" if folder else ""


def address_of(name: str) -> str:
    """The address of the page of the record with this name, whether there is one or not."""
    return page_address(f"{name.removeprefix('pages/')}.md")


def earlier_addresses(item: Item) -> Iterator[str]:
    """Where a record stood under its earlier names, in their order."""
    return (address_of(f"{item.kind.name}/{old}") for old in getattr(item.fields, "was", ()))


def addresses_in_use(items: Iterable[Item]) -> Mapping[str, Item]:
    """What each address of a page leads to: the record that stands there, or the one that stood there earlier."""
    shown = [item for item in items if item.kind.has_page]
    earlier = {old: item for item in shown for old in earlier_addresses(item)}
    return {**earlier, **{address(item): item for item in shown}}


ALL_CODES = "go/"
"""The page of all codes, a hand-written one. The page for a missing address leads codes there in any other spelling."""


def short_address(code: str) -> str:
    """The address that is printed on paper."""
    return f"{ALL_CODES}{code}/"


def printed_address(code: str, site_url: str | None) -> str:
    """The short address as it stands on paper: ``example.org/go/W16``, or ``go/W16`` where nobody has published the site."""
    return f"{(site_url or '').partition('://')[2]}{short_address(code)}".rstrip("/")


def document_address(item: Item, ending: str) -> str:
    """The address of a file made from an entry: ``print/W01-safety-check-us.pdf`` for the ending ``-us.pdf``."""
    code = item.entry.code if item.entry else ""
    return f"print/{code}-{item.slug}{ending}"


def cards_address(code: str, country: str) -> str:
    """The address of the cards that go with a worksheet, for one country: ``print/W04-cards-us.pdf``. It says nothing outside."""
    return f"print/{code}-cards-{country}.pdf"


def book_address(ending: str) -> str:
    """The address of the whole handbook as a document: ``print/handbook-us.pdf`` for the ending ``-us.pdf``."""
    return f"print/handbook{ending}"


API_VERSION = "v1"
CHANGES = "pages/changes"
"""The page that says what changed since an older release."""


def changes_address(ending: str) -> str:
    """The address of that page as a document."""
    return f"print/changes{ending}"


def relative(target: str, page: str) -> str:
    """An address as a link from a page: right under any sub-path, and on a disk."""
    path, hash_mark, anchor = target.partition("#")
    if path == page and hash_mark:
        return f"#{anchor}"
    link = posixpath.relpath(f"/{path}", f"/{page}")
    slash = "/" if not path or path.endswith("/") else ""
    return f"{link}{slash}{hash_mark}{anchor}"
