"""The style sheets: each of their rules is for something that a page can have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import ROOT

SHEETS = sorted((ROOT / "overrides/assets/css").glob("*.css"))
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([a-zA-Z_][\w-]*)")
_STRING = re.compile(r"\"[^\"]*\"")
_NUMBERED = re.compile(r"^(wide|ticks|ask|way|grade|lines)-")
"""Classes that are made of a width, a number of columns or lines, or a kind of the schema. Not every handbook has all."""


def _classes(text: str) -> Iterator[str]:
    for rule in _STRING.sub("", _COMMENT.sub("", text)).split("{"):
        yield from _CLASS.findall(rule.rpartition("}")[2])


def _unused(style: str, pages: str) -> set[str]:
    named = set(re.findall(r"[\w-]+", pages))
    return {name for name in _classes(style) if name not in named and not _NUMBERED.match(name)}


@pytest.fixture(scope="module")
def pages(real_site: Path) -> str:
    """Whatever can put a class on a page: the built pages, our templates, and the scripts, the theme's too."""
    files = [*real_site.rglob("*.html"), *real_site.rglob("*.js"), *(ROOT / "macros/site/templates").iterdir()]
    return "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_rule_is_for_what_no_page_has(sheet: Path, pages: str) -> None:
    assert _unused(sheet.read_text("utf-8"), pages) == set()


def test_a_rule_for_what_no_page_has_is_found() -> None:
    style = '/* .old */ .a .gone:hover { color: #000; } @media print { .b { content: ".c"; width: 1.5em; } }'
    assert _unused(style, '<p class="a b">') == {"gone"}


def test_the_site_has_no_files_of_a_theme_beside_ours(real_site: Path) -> None:
    ours = {path.relative_to(ROOT / "overrides") for path in (ROOT / "overrides/assets").rglob("*")}
    found = {path.relative_to(real_site) for path in (real_site / "assets").rglob("*")}
    assert len(found) > 10
    assert found <= ours


_COLOR = re.compile(r"(--[\w-]+): (#\w+);")


def _colors(style: str, rule: str) -> list[tuple[str, str]]:
    """The colors of the one rule with a selector."""
    _, _, body = _COMMENT.sub("", style).partition(f"{rule} {{")
    return _COLOR.findall(body.partition("}")[0])


def test_the_page_of_all_parts_has_the_colors_of_every_other_page() -> None:
    style, look = (ROOT / f"overrides/assets/css/{name}.css" for name in ("alongside", "look"))
    light, _, dark = style.read_text("utf-8").partition("@media screen and (prefers-color-scheme: dark)")
    asked = look.read_text("utf-8")
    assert len(_colors(light, ":root")) > 10
    assert _colors(asked, ":root:has(#in-light:target)") == _colors(light, ":root")
    assert _colors(asked, ":root:has(#in-dark:target)") == _colors(dark, ":root")
