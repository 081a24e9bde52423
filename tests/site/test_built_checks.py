"""The checks of built pages, each firing and silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import built as built_checks

GOOD = """<!doctype html><html lang="en"><head><title>A page</title><meta name="description" content="About it">
<link rel="canonical" href="https://example.org/"></head>
<body><h1 id="top">One</h1><a href="#top">up</a><a href="https://example.org/">out</a><a href="tel:911">call</a></body></html>"""

BAD = {
    "no main heading": ("<h1", "<h2", "0 main headings"),
    "two main headings": ("<h1", "<h1>again</h1><h1", "2 main headings"),
    "no title": ("A page", "", "no title"),
    "no description": ("About it", "", "no description"),
    "a macro left over": ("One", "{{ show_entry() }}", "left over"),
    "a reference left over": ("One", "[[types/x]]", "left over"),
    "an error of the macros plugin": ("One", "Macro Rendering Error", "left over"),
    "an inline style": ("<h1", '<p style="color:red">x</p><h1', "style of its own"),
    "an id twice": ("<h1", '<p id="top">x</p><h1', "stands 2 times"),
    "a dead anchor": ('"#top"', '"#gone"', "does not have"),
    "a dead link": ('"#top"', '"gone/"', "does not exist"),
    "a scripted link": ('"#top"', '"javascript:alert(1)"', "not a kind of link"),
    "a script from elsewhere": ("<h1", '<script src="//cdn.example.org/x.js"></script><h1', "another host"),
    "a picture from elsewhere": ("<h1", '<img src="https://example.org/x.png"><h1', "another host"),
}


def problems_of(folder: Path, html: str) -> list[str]:
    (folder / "index.html").write_text(html, "utf-8")
    return [problem.message for problem in built_checks.check(folder)]


def test_a_good_page_has_no_problems(tmp_path: Path) -> None:
    assert problems_of(tmp_path, GOOD) == []


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_has_its_problem(tmp_path: Path, name: str) -> None:
    old, new, said = BAD[name]
    assert any(said in message for message in problems_of(tmp_path, GOOD.replace(old, new, 1)))


def test_a_style_sheet_that_loads_from_elsewhere_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("@import url(https://example.org/b.css);", "utf-8")
    assert any("another host" in message for message in problems_of(tmp_path, GOOD))
    (tmp_path / "a.css").write_text("a { background: url(data:image/png;base64,) }", "utf-8")
    assert problems_of(tmp_path, GOOD) == []


def test_the_fixture_site_has_no_problems(built: Path) -> None:
    assert list(built_checks.check(built)) == []
