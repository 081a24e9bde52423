"""What a page is, in the words of schema.org, for search engines and libraries. Nothing in it is run, and no claim is made up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from macros.catalogue.addresses import address
from macros.catalogue.item import Item
from macros.schema.source import Source
from macros.site.api.documents import LICENSE
from macros.view.context import View

MOST = 700
"""The most bytes: each page carries them to a phone. What is longest and said elsewhere on the page goes first."""
_CAN_GO = ("description", "audience")
# A script ends at "</script" and hides its end behind "<!--", whatever quotation marks are around them.
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def linked_data(view: View, title: str, description: str, item: Item | None = None) -> str:
    """The data block of a page: JSON that can stand within a script element. ``item`` is the record that the page is of."""
    found = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        **(_neutral(view) if item and getattr(item.fields, "quiet", False) else _all(view, title, description, item)),
    }
    for name in _CAN_GO:
        if len(_text(found).encode()) > MOST:
            del found[name]
    return _text(found)


def _text(found: Mapping[str, Any]) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _neutral(view: View) -> dict[str, Any]:
    """Of a page whose title says nothing, what the site says of itself."""
    return {"name": view.say("site-name"), "inLanguage": view.say.language}


def _all(view: View, title: str, description: str, item: Item | None) -> dict[str, Any]:
    """What is known of the page. It is no medical page to a machine: nobody has reviewed it, and nothing here is a treatment."""
    fields, release = item.fields if item else None, view.handbook.release
    root, checked = view.settings.site_url, getattr(fields, "checked", None)
    known = {
        "name": title,
        "description": description,
        "url": f"{root}{address(item)}" if root and item else None,
        "inLanguage": view.say.language,
        "identifier": item.entry.code if item and item.entry else None,
        "dateModified": str(checked) if checked else None,
        "version": release.name if release else None,
        "license": LICENSE,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "WebSite", "name": view.say("site-name")},
        "audience": {"@type": "Audience", "audienceType": view.say("linked-audience")},
        "citation": _citation(fields) if isinstance(fields, Source) else None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _citation(source: Source) -> dict[str, str]:
    """The publication that a page is about. Its title is the name of the page."""
    doi = {"identifier": f"https://doi.org/{source.doi}"} if source.doi else {}
    return {"@type": "CreativeWork", **doi, **({"datePublished": str(source.year)} if source.year else {})}
