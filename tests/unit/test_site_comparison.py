"""What counts as a difference between two sites: whatever a reader, a program or a link could notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.site.site_comparison import KnownDifference, differences, unlisted

_PAGE = (
    '<!doctype html><html lang="en"><head><title>A page</title><meta name="description" content="About."></head>'
    '<body><h1 id="top">A page</h1><p>See <a href="../b/">the other</a>.</p>'
    '<form><label for="a">Name</label><input id="a" name="a"></form></body></html>'
)


def _sites(folder: Path, first: str, second: str, name: str = "index.html") -> tuple[Path, Path]:
    for site, text in (("first", first), ("second", second)):
        (folder / site).mkdir()
        (folder / site / name).write_text(text, "utf-8")
    return folder / "first", folder / "second"


@pytest.mark.parametrize(
    ("was", "is_now", "what"),
    [
        ("<title>A page", "<title>Another", "title"),
        ("About.", "Of it.", "meta"),
        ('lang="en"', 'lang="de"', "html"),
        (">A page</h1>", ">A sheet</h1>", "h1"),
        ("h1", "h2", "h1"),
        ('id="top"', 'id="up"', "h1"),
        ("../b/", "../c/", "a"),
        ("the other", "another", "a"),
        ("See ", "Look at ", "p"),
        ('name="a"', 'name="b"', "input"),
        ("<label", "<p>More</p><label", "p"),
        ("</a>.", "</a>", "p"),
    ],
)
def test_a_planted_difference_is_found(tmp_path: Path, was: str, is_now: str, what: str) -> None:
    assert was in _PAGE
    found = list(differences(*_sites(tmp_path, _PAGE, _PAGE.replace(was, is_now))))
    assert (found[0].uri, found[0].what) == ("index.html", what)


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        ("<p>See", "\n  <p>See"),
        ('id="a" name="a"', 'name="a" id="a"'),
        ("<form>", "<!-- a form --><form>"),
        ("About.", "About.\n"),
    ],
)
def test_what_nobody_sees_is_no_difference(tmp_path: Path, was: str, is_now: str) -> None:
    assert was in _PAGE
    assert not list(differences(*_sites(tmp_path, _PAGE, _PAGE.replace(was, is_now))))


def test_white_space_of_a_text_that_stands_as_it_is_counts(tmp_path: Path) -> None:
    first, second = (f"<pre>{text}</pre>" for text in ("a  b", "a b"))
    assert [found.what for found in differences(*_sites(tmp_path, first, second))] == ["pre"]


def test_other_files_are_compared_by_their_bytes(tmp_path: Path) -> None:
    assert [str(found) for found in differences(*_sites(tmp_path, "{}", "[ ]", "a.json"))] == ["a.json: file: 2 bytes | 3 bytes"]


def test_a_file_of_one_site_alone_is_found(tmp_path: Path) -> None:
    first, second = _sites(tmp_path, _PAGE, _PAGE)
    (second / "more.html").write_text(_PAGE, "utf-8")
    (first / "a.txt").write_text("a", "utf-8")
    assert [str(found) for found in differences(first, second)] == [
        "a.txt: page: there | nothing",
        "more.html: page: nothing | there",
    ]


def test_a_known_difference_covers_its_addresses_and_its_element_alone(tmp_path: Path) -> None:
    found = list(differences(*_sites(tmp_path, _PAGE, _PAGE.replace("../b/", "../c/").replace("About.", "Of it."))))
    known = KnownDifference(r".*\.html", "a", "A reason.")
    assert [left.what for left in unlisted(found, [known])] == ["meta"]
    assert unlisted(found, [KnownDifference(r"b/.*", "a", "A reason.")]) == found
