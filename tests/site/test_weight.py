"""What a page weighs on the wire, where a host compresses it. The first brings styles, scripts and fonts as well."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from macros.project.loading import LoadedProject
from tests.browser.places import Place, places

FIRST_VIEW, NEXT_PAGE = 60 * 1024, 15 * 1024
HEAVY = {
    **dict.fromkeys(("evidence/grade-c/", "evidence/grade-d/"), 17 * 1024),
    # The reference layer of the technique that most has been written about, and the page that leads to it.
    **dict.fromkeys(("techniques/motivational-interviewing/", "techniques/motivational-interviewing/practice/"), 18 * 1024),
    "helplines/": 18 * 1024,
    "sources/": 18 * 1024,
}
"""Pages that may weigh more than others: lists of all lines of all places, and of all studies, that are read as one."""
STYLES = "assets/css/alongside.css"
_BOLD = ("h1", "h2", "h3", "h4", "strong", "b", "th", "dt", "summary", "legend", "label")
_FACE = re.compile(r"@font-face \{[^}]*url\(\"\.\./(?P<file>[^\"]+)\"\)[^}]*unicode-range: (?P<ranges>[^;]+);")


@cache
def _sent(path: Path) -> int:
    """Bytes of a file on the wire. Fonts are compressed already."""
    return path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes(), 9))


def _asked_for(page: str, address: str) -> Iterator[str]:
    """The styles and scripts that a page asks for, by their addresses from the site's root."""
    document = html.document_fromstring(page)
    found = [*document.xpath("//link[@rel='stylesheet']/@href"), *document.xpath("//script/@src")]
    yield from (urljoin(f"https://site/{address}", where).removeprefix("https://site/") for where in found)


def _letters_of(ranges: str) -> set[str]:
    """The letters of a ``unicode-range``: ``U+0020-007E,U+00A0``."""
    ends = [part.strip().removeprefix("U+").split("-") for part in ranges.split(",")]
    return {chr(code) for end in ends for code in range(int(end[0], 16), int(end[-1], 16) + 1)}


def _fonts(styles: str) -> list[tuple[str, set[str]]]:
    """The files of fonts and the letters for which each is fetched: where two hold a letter, the later one of a weight."""
    return [(f"assets/{face['file']}", _letters_of(face["ranges"])) for face in reversed(list(_FACE.finditer(styles)))]


def _said(body: Any, texts: str) -> set[str]:
    return {letter for letter in "".join(body.xpath(texts)) if letter.isprintable()}


def _fonts_for(page: str, fonts: list[tuple[str, set[str]]]) -> Iterator[str]:
    """The files that a page needs, by the letters of its text and of its bold text."""
    body = html.document_fromstring(page).xpath("//body")[0]
    said = {
        "-400-": _said(body, ".//text()[not(ancestor::script)]"),
        "-700-": _said(body, f".//*[{' or '.join(f'self::{name}' for name in _BOLD)}]//text()"),
    }
    for weight, left in said.items():
        for file, letters in fonts:
            if weight in file and left & letters:
                yield file
                left.difference_update(letters)


@pytest.fixture(scope="module")
def every_place(real: LoadedProject, real_site: Path) -> list[Place]:
    return places(real.handbook, real_site)


def test_no_page_weighs_more_than_a_bad_line_bears(every_place: list[Place], real_site: Path) -> None:
    weights = {place.name: (_sent(place.file(real_site)), HEAVY.get(place.address, NEXT_PAGE)) for place in every_place}
    assert len(weights) > 300
    assert {name: sent for name, (sent, most) in weights.items() if sent > most} == {}


def test_with_all_that_comes_with_the_first_page_it_is_still_light(every_place: list[Place], real_site: Path) -> None:
    heavy = {}
    fonts = _fonts((real_site / STYLES).read_text("utf-8"))
    for place in every_place:
        file = place.file(real_site)
        page = file.read_text("utf-8")
        parts = [*_asked_for(page, place.address), *_fonts_for(page, fonts)]
        sent = _sent(file) + sum(_sent(real_site / part) for part in dict.fromkeys(parts))
        if sent > FIRST_VIEW + HEAVY.get(place.address, NEXT_PAGE) - NEXT_PAGE:
            heavy[place.name] = sent
    assert heavy == {}


def test_what_a_page_asks_for_is_found() -> None:
    page = "<link rel=stylesheet href=../a.css><link rel=icon href=b.svg><script src='/c.js'></script><script>d</script>"
    assert list(_asked_for(page, "x/y/")) == ["x/a.css", "c.js"]


def test_a_font_is_fetched_for_its_letters_alone() -> None:
    face = '@font-face {{ src: url("../{}.woff2"); unicode-range: {}; }}\n'
    files = {"all-400-": "U+0020-00FF", "core-400-": "U+0020-007E,U+00E9", "core-700-": "U+0020-00FF"}
    fonts = _fonts("".join(face.format(*file) for file in files.items()))
    assert list(_fonts_for("<body>caf\u00e9", fonts)) == ["assets/core-400-.woff2"]
    assert list(_fonts_for("<body>caf\u00e8", fonts)) == ["assets/core-400-.woff2", "assets/all-400-.woff2"]
    assert list(_fonts_for("<body><p>a <b>caf\u00e8</b>", fonts)) == [
        "assets/core-400-.woff2",
        "assets/all-400-.woff2",
        "assets/core-700-.woff2",
    ]
