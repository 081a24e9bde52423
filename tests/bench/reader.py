"""What a reader loads: the first view of the home page, the first stage of the search, and one query."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from macros.site.search_dangers import DANGERS_URI
from macros.site.search_index import HEADINGS_URI, PAGES_URI
from tests.searching import data_of

QUERY = "husband seizure stopped drinking suddenly shaking"
BATCHES = 2
"""Batches of records that a query loads, the largest ones."""
_PACKED = {".woff2", ".png", ".jpg", ".webp"}
_LOADED = "//link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href | //script/@src | //img/@src"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Bytes over the wire, and how many files the whole site has."""

    first_view: int
    first_stage: int
    query: int
    files: int


def loaded(site: Path) -> Loaded:
    """The figures of a built site. What is packed already counts as it is, everything else compressed with gzip."""
    page = site / "index.html"
    names = dict.fromkeys(urlsplit(str(name)).path for name in html.document_fromstring(page.read_bytes()).xpath(_LOADED))
    parts = [site / name for name in names if name and (site / name).is_file()]
    stage = [site / uri for uri in (PAGES_URI, HEADINGS_URI)]
    query = [*stage, *_pieces(site), *_batches(site)]
    return Loaded(
        sum(map(_size, [page, *parts, *({site / DANGERS_URI} - set(parts))])),
        _size(site / PAGES_URI),
        sum(map(_size, query)),
        sum(path.is_file() for path in site.rglob("*")),
    )


def _pieces(site: Path) -> set[Path]:
    """The pieces of the full text that the words of the query need."""
    names = set(data_of((site / PAGES_URI).read_text("utf-8"))["parts"].split())
    found = (next((word[:end] for end in range(len(word), 0, -1) if word[:end] in names), "") for word in QUERY.split())
    return {site / f"search/words-{name.encode().hex()}.js" for name in found if name}


def _batches(site: Path) -> list[Path]:
    return sorted((site / "search").glob("more-*.js"), key=_size)[-BATCHES:]


def _size(path: Path) -> int:
    raw = path.read_bytes()
    return len(raw) if path.suffix in _PACKED else len(gzip.compress(raw, 9, mtime=0))
