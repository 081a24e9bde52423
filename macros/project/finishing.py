"""Adds to what an engine has built what no engine makes: redirects, documents, search index, policy of each page, headers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from lxml.html import HtmlElement, document_fromstring

from macros.site.content_security_policy import may_hold_code, with_policy
from macros.site.host_files import host_files, mount_of
from macros.site.json_api import documents
from macros.site.pages import redirect_files
from macros.site.references import references
from macros.site.search_dangers import DANGERS_URI, dangers
from macros.site.search_index import search_files
from macros.view.context import View

# Templates leave much of it behind. Before a tag it shows nowhere, in a letter's text neither.
# Material writes it around every page, for scripts of its own that are not sent.
_UNUSED = re.compile(
    r'<div data-md-component="(?:skip|announce)">.*?</div>\n|<div class="md-dialog".*?</div>\n</div>\n'
    r'|<input class="md-toggle"[^>]*>\n|<label class="md-overlay"[^>]*></label>\n| data-md-component="\w+"| class="no-js"',
    re.DOTALL,
)
_INDENTED = re.compile(r"\n\s+(?=<)")


def finish(site: Path, view: View, made: Mapping[str, Path]) -> None:
    """Finishes the pages in ``site``, and adds what is no page; ``made`` holds the documents by their addresses."""
    with_code_within: list[HtmlElement] = []
    for page in sorted(site.rglob("*.html")):
        text = with_policy(_UNUSED.sub("", _INDENTED.sub("\n", page.read_text("utf-8"))))
        page.write_text(text, "utf-8")
        if may_hold_code(text):
            with_code_within.append(document_fromstring(text))
    written = chain(
        host_files(with_code_within, mount_of(view.settings.site_url)).items(),
        light_files(view),
        search_files(view).items(),
        documents(view),
    )
    for uri, content in written:
        path = site / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    for uri, kept in made.items():
        path = site / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, path)


def light_files(view: View) -> Iterator[tuple[str, str]]:
    """Redirects, and whatever else is made in no time, by address."""
    yield from ((moved.uri, moved.content) for moved in redirect_files(view))
    yield from references(view)
    yield DANGERS_URI, dangers(view)
