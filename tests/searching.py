"""What a search loads, as tests read it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.catalogue.made_pages import made_pages
from macros.site.searched_pages import SearchedPage, Section, searched_made_page, searched_page
from macros.view.context import View


def data_of(script: str) -> Any:
    """The data that a script of the search hands over."""
    _, data = json.loads(f"[{script.partition('.take(')[2].removesuffix(')')}]")
    return data


def records_in(site: Path) -> dict[str, list[Any]]:
    """Every record in the files of a built site's search, by its address."""
    folder = site / "search"
    more = [record for path in folder.glob("more-*.js") for record in data_of(path.read_text("utf-8"))]
    return {record[0]: record for record in [*data_of((folder / "pages.js").read_text("utf-8"))["records"], *more]}


def words_in(files: Mapping[str, str]) -> dict[str, str]:
    """Every word of the full text with its places, as the pieces write them."""
    rows = [row for uri, text in files.items() if "/words-" in uri for row in data_of(text).split("\n")]
    return {word: places for word, _, places in (row.partition(" ") for row in rows)}


def searched_pages(view: View) -> list[SearchedPage]:
    """Every page that a search can find, with all its words."""
    records = (searched_page(view, item) for item in view.handbook.items.values() if item.kind.has_page and not item.retired)
    return [*records, *(searched_made_page(view, page) for page in made_pages(view.handbook))]


def sections_of(view: View) -> dict[str, Section]:
    """Every section of every page that a search can find, by its address."""
    return {f"{page.address}{'#' if section.anchor else ''}{section.anchor}": section for page, section in _all(view)}


def _all(view: View) -> list[tuple[SearchedPage, Section]]:
    return [(page, section) for page in searched_pages(view) for section in page.sections]
