"""The same pages as plain Markdown in stock Material, with the same navigation: what the generator's own work is measured by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from lxml import html

from macros.catalogue.addresses import address, source_uri
from macros.catalogue.handbook import Handbook
from macros.site.pages import navigation

_MARKS = re.compile(r"([\\*_`\[\]<>#|])")
_LINES = {"p", "dt", "label", "legend", "summary", "button"}
_SETTINGS = {
    "site_name": "Plain",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "tables", "toc"],
    "not_in_nav": "*",
}


def plain_project(folder: Path, site: Path, handbook: Handbook) -> Path:
    """Writes a project into ``folder`` with the words of every page of a built ``site``."""
    for item in handbook.items.values():
        if item.kind.has_page and not item.retired:
            page = html.document_fromstring((site / address(item) / "index.html").read_bytes())
            text = "\n\n".join(_blocks(page.xpath("//article")[0]))
            path = folder / "docs" / source_uri(item)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"---\ntitle: {json.dumps(item.title)}\n---\n{text}\n", "utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**_SETTINGS, "nav": navigation(handbook)}), "utf-8")
    return folder


def _blocks(element: Any) -> Iterator[str]:
    for child in element.iterchildren("*"):
        if re.fullmatch("h[1-6]", child.tag):
            yield f"{'#' * int(child.tag[1])} {_line(child)}"
        elif child.tag in _LINES:
            yield _line(child)
        elif child.tag in {"ul", "ol"}:
            mark = "-" if child.tag == "ul" else "1."
            yield "\n".join(f"{mark} {_line(item)}" for item in child.iterchildren("li"))
        elif child.tag == "table":
            yield _table(child)
        else:
            yield from _blocks(child)


def _table(table: Any) -> str:
    rows = [[_line(cell) for cell in row.iterchildren("th", "td")] for row in table.iter("tr")]
    rule = "|" + "---|" * max((len(row) for row in rows), default=1)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines[:1], rule, *lines[1:]])


def _line(element: Any) -> str:
    return " ".join(_inline(element).split())


def _inline(element: Any) -> str:
    words = _MARKS.sub(r"\\\1", element.text or "")
    for child in element.iterchildren("*"):
        inner = _inline(child).strip()
        marked = {"a": f"[{inner}](#x)", "strong": f"**{inner}**", "em": f"*{inner}*"}.get(child.tag, f" {inner} ")
        words += (marked if inner else "") + _MARKS.sub(r"\\\1", child.tail or "")
    return words
