"""What a page weighs on the wire, where a host compresses it. The first brings styles, scripts and fonts as well."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html

from macros.project.loading import LoadedProject
from tests.browser.places import Place, places

FIRST_VIEW, NEXT_PAGE = 70 * 1024, 15 * 1024
HEAVY = {"helplines/": 18 * 1024, "sources/": 16 * 1024}
"""Pages that may weigh more than others: lists of all lines of all places, and of all studies, that are read as one."""
_LATIN = (
    "assets/fonts/atkinson-hyperlegible-latin-400-normal.woff2",
    "assets/fonts/atkinson-hyperlegible-latin-700-normal.woff2",
)


@cache
def _sent(path: Path) -> int:
    """Bytes of a file on the wire. Fonts are compressed already."""
    return path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes(), 9))


def _asked_for(page: str, address: str) -> Iterator[str]:
    """The styles and scripts that a page asks for, by their addresses from the site's root."""
    document = html.document_fromstring(page)
    found = [*document.xpath("//link[@rel='stylesheet']/@href"), *document.xpath("//script/@src")]
    yield from (urljoin(f"https://site/{address}", where).removeprefix("https://site/") for where in found)


@pytest.fixture(scope="module")
def every_place(real: LoadedProject, real_site: Path) -> list[Place]:
    return places(real.handbook, real_site)


def test_no_page_weighs_more_than_a_bad_line_bears(every_place: list[Place], real_site: Path) -> None:
    weights = {place.name: (_sent(place.file(real_site)), HEAVY.get(place.address, NEXT_PAGE)) for place in every_place}
    assert len(weights) > 300
    assert {name: sent for name, (sent, most) in weights.items() if sent > most} == {}


def test_with_all_that_comes_with_the_first_page_it_is_still_light(every_place: list[Place], real_site: Path) -> None:
    heavy = {}
    for place in every_place:
        file = place.file(real_site)
        parts = [*_asked_for(file.read_text("utf-8"), place.address), *_LATIN]
        sent = _sent(file) + sum(_sent(real_site / part) for part in dict.fromkeys(parts))
        if sent > FIRST_VIEW + HEAVY.get(place.address, NEXT_PAGE) - NEXT_PAGE:
            heavy[place.name] = sent
    assert heavy == {}


def test_what_a_page_asks_for_is_found() -> None:
    page = "<link rel=stylesheet href=../a.css><link rel=icon href=b.svg><script src='/c.js'></script><script>d</script>"
    assert list(_asked_for(page, "x/y/")) == ["x/a.css", "c.js"]
