"""The first pages of the book: what the cover says, who stands behind it, and how far it may be trusted."""

from __future__ import annotations

from typing import Any

from macros.schema.entry import Entry
from macros.schema.first_aid import FirstAid
from macros.view.context import View


def front(view: View) -> dict[str, Any]:
    """The words of the cover and of the page behind it."""
    say, publisher, release = view.say, view.settings.publisher, view.handbook.release
    return {
        "title": say("site-name"),
        "document_title": say("site-name"),
        "for_whom": say("book-for-whom"),
        "stated": say("release-of", name=release.name, date=str(release.date)) if release else "",
        "publisher": publisher.model_dump() if publisher else None,
        "license": say("book-license-short"),
        "imprint": list(_imprint(view)),
        "says": {
            "page": say("book-page", page="{page}"),
            "coded-page": say("book-coded-page", code="{code}", page="{page}"),
            "contents": say("contents"),
            "index": say("index"),
        },
    }


def _imprint(view: View) -> list[dict[str, str]]:
    """Headings, each with what is said under it."""
    say, publisher = view.say, view.settings.publisher
    told = say("book-mistake-to", contact=publisher.contact) if publisher and publisher.contact else say("book-mistake")
    return [
        {"title": say("book-advice-title"), "says": say("book-advice")},
        {"title": say("book-checked-title"), "says": _checked(view)},
        {"title": say("book-basis-title"), "says": say("rest-is-practice")},
        {"title": say("book-mistake-title"), "says": told},
        {"title": say("book-license-title"), "says": say("book-license")},
        {"title": say("book-address-title"), "says": say("book-address", address=view.settings.site_url)}
        if view.settings.site_url
        else {"title": say("book-pages-title"), "says": say("book-pages")},
    ]


def _checked(view: View) -> str:
    """Who has read the entries, as far as their records say it."""
    reviewed = [fields for item in view.handbook.items.values() if (fields := _reviewed(item.fields)) is not None]
    read = sum(1 for fields in reviewed if fields)
    return view.say("book-checked", read=read, all=len(reviewed)) if read else view.say("book-unchecked")


def _reviewed(fields: object) -> tuple[object, ...] | None:
    return fields.reviews if isinstance(fields, Entry | FirstAid) else None
