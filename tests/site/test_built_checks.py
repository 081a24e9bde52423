"""The checks of built pages, each firing and silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site import check_html as built_checks

GOOD = """<!doctype html><html lang="en"><head><title>A page</title><meta name="description" content="About it">
<link rel="canonical" href="https://example.org/"></head>
<body><a href="https://example.org/weather" data-leave>Leave this page</a>
<h1 id="top">One</h1><a href="#top">up</a><a href="https://example.org/">out</a><a href="tel:911">call</a></body></html>"""

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
    "an empty link": ('"#top"', '""', "A link is empty"),
    "a link without an address": (' href="#top"', " href", "A link is empty"),
    "an empty picture": ("<h1", '<img src=""><h1', "A link is empty"),
    "no way out": (" data-leave", "", "no link 'Leave this page'"),
    "a way out that is empty": ('"https://example.org/weather"', '""', "'Leave this page' leads to ''"),
    "a way out without an address": ('href="https://example.org/weather" ', "", "no link 'Leave this page'"),
    "a way out on this site": ("https://example.org/weather", "#top", "'Leave this page' leads to '#top'"),
    "a way out without a host": ("https://example.org/weather", "https:///a", "'Leave this page' leads to 'https:///a'"),
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


def test_a_page_that_moves_on_at_once_needs_no_way_out(tmp_path: Path) -> None:
    moves = GOOD.replace(" data-leave", "").replace("<title>", '<meta http-equiv="refresh" content="0; url=#top"><title>')
    assert problems_of(tmp_path, moves) == []


def test_the_page_of_a_missing_address_needs_a_way_out_too(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text(GOOD.replace("https://example.org/weather", ""), "utf-8")
    assert {(problem.file, problem.message.partition("'.")[0]) for problem in built_checks.check(tmp_path)} == {
        ("404.html", "A link is empty: it leads back to this page."),
        ("404.html", "'Leave this page' leads to '"),
    }


PDF = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
BROKEN = {
    "empty": b"",
    "cut short": PDF[:-8],
    "zeroed": bytes(len(PDF)),
    "zeroed at its end": PDF[:9] + bytes(40),
    "no PDF": b"<!doctype html> %%EOF",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_document_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "print").mkdir()
    (tmp_path / "print/W01-a-us.pdf").write_bytes(BROKEN[name])
    (tmp_path / "print/W01-a-a4.pdf").write_bytes(PDF)
    (tmp_path / "index.html").write_text(GOOD, "utf-8")
    message = "The document is empty or cut short. Build again to make it anew."
    assert [str(problem) for problem in built_checks.check(tmp_path)] == [f"print/W01-a-us.pdf:1: {message}"]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_whole_document_is_none(tmp_path: Path, end: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF.strip() + end)
    assert problems_of(tmp_path, GOOD) == []


def test_the_fixture_site_has_no_problems(built: Path) -> None:
    assert list(built_checks.check(built)) == []
