"""Adds to what an engine has built what no engine makes: redirects, documents, search index, policy of each page, headers."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from lxml.html import HtmlElement, document_fromstring

from macros.site.content_security_policy import may_hold_code, with_policy
from macros.site.host_files import host_files, mount_of
from macros.site.json_api import json_files
from macros.site.pages import redirect_files
from macros.site.references import references
from macros.site.search_dangers import DANGERS_URI, dangers
from macros.site.search_index import search_files
from macros.view.context import View

# Templates leave much of it behind. Before a tag it shows nowhere, in a letter's text neither.
_INDENTED = re.compile(r"\n\s+(?=<)")


def finish(site: Path, view: View, made: Mapping[str, Path]) -> None:
    """Finishes the pages in ``site``, and adds what is no page; ``made`` holds the documents by their addresses."""
    with_code_within: list[HtmlElement] = []
    for page in sorted(site.rglob("*.html")):
        text = with_policy(_INDENTED.sub("\n", page.read_text("utf-8")))
        page.write_text(text, "utf-8")
        if may_hold_code(text):
            with_code_within.append(document_fromstring(text))
    _finish_sitemap(site / "sitemap.xml")
    written = chain(
        host_files(with_code_within, mount_of(view.settings.site_url)).items(),
        light_files(view),
        search_files(view).items(),
    )
    folders: set[Path] = set()
    for uri, content in written:
        _place(site / uri, folders).write_text(content, "utf-8")
    for uri, pieces in json_files(view):
        with _place(site / uri, folders).open("w", encoding="utf-8") as file:
            file.writelines(pieces)
    for uri, kept in made.items():
        shutil.copyfile(kept, _place(site / uri, folders))


def _place(path: Path, folders: set[Path]) -> Path:
    """A path whose folder is there; ``folders`` are those of which that is known, as thousands of files have few."""
    if path.parent not in folders:
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.add(path.parent)
    return path


def _finish_sitemap(sitemap: Path) -> None:
    """Sorts its lines, as each engine has another order, and packs it without a date: the same content gives the same bytes."""
    if not sitemap.is_file():
        return
    head, *pages, end = sitemap.read_text("utf-8").strip().splitlines()
    lines = [head, *sorted(pages, key=lambda line: ("<urlset" not in line, line)), end]
    sitemap.write_text("\n".join(lines) + "\n", "utf-8")
    sitemap.with_name("sitemap.xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))


def light_files(view: View) -> Iterator[tuple[str, str]]:
    """Redirects, and whatever else is made in no time, by address."""
    yield from ((moved.uri, moved.content) for moved in redirect_files(view))
    yield from references(view)
    yield DANGERS_URI, dangers(view)
