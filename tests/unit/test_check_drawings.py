from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.checks import drawings
from tests.helpers import Fields, Files, entry, messages, told, write

Make = Callable[[Files], Handbook]

_RECORD: Fields = {"title": "A circle", "says": "A circle."}
_START = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 100"'
_LOOKS = ' fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" font-size="15"'
_FIGURE: Fields = {"outcome": "rest", "says": "It was 64 of 100 with it and 13.5 without.", "grade": "D"}


def _drawn(inside: str, root: str = _LOOKS) -> Files:
    return {"library/drawings": {"ring": _RECORD}, "drawings/ring.svg": f"{_START}{root}>\n{inside}\n</svg>\n"}


def test_lines_and_words_in_the_color_of_the_page_are_a_drawing(make: Make) -> None:
    inside = (
        '<g transform="translate(1 2)"><circle cx="9" cy="9" r="4" fill="currentColor"/><path d="M1 1H9" stroke-width="1.5"/></g>'
        '<text x="1" y="20" fill="currentColor" stroke="none" text-anchor="end">no <tspan font-weight="bold">air</tspan></text>'
    )
    assert messages(drawings.check(make(_drawn(inside)))) == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>alert(1)</script>", "<script> is not allowed in a drawing."),
        ("<style>path{}</style>", "<style> is not allowed in a drawing."),
        ("<a><path d='M0 0'/></a>", "<a> is not allowed in a drawing."),
        ("<image/>", "<image> is not allowed in a drawing."),
        ("<foreignObject/>", "<foreignObject> is not allowed in a drawing."),
        ("<!-- a note -->", "A comment is not allowed in a drawing"),
        ("<?note?>", "Only elements and words are allowed in a drawing."),
        ('<h:div xmlns:h="http://www.w3.org/1999/xhtml"/>', "is not allowed in a drawing."),
        ('<path d="M0 0" onclick="alert(1)"/>', "'onclick' is not allowed here."),
        ('<path d="M0 0" style="fill:red"/>', "'style' is not allowed here."),
        ('<path d="M0 0" class="a"/>', "'class' is not allowed here."),
        ('<path d="M0 0" id="a"/>', "'id' is not allowed here."),
        ('<path d="M0 0" href="https://example.org/"/>', "'href' is not allowed here."),
        ('<path d="M0 0" fill="#b00"/>', "fill is '#b00'."),
        ('<path d="M0 0" stroke="url(https://example.org/)"/>', "stroke is 'url(https://example.org/)'."),
        ('<text x="1" y="2" font-size="12">small</text>', "'12'. 13 is the smallest"),
        ('<text x="1" y="2" font-size="1em">small</text>', "'1em'. 13 is the smallest"),
        ('<text x="1" y="2">\u4e2d</text>', "cannot be printed"),
        ("<path", "This is no SVG"),
    ],
)
def test_anything_else_is_no_drawing(make: Make, inside: str, message: str) -> None:
    found = list(drawings.check(make(_drawn(inside))))
    assert any(message in problem.message for problem in found), messages(found)
    assert {(problem.file, problem.line) for problem in found} <= {("content/drawings/ring.svg", line) for line in (2, 3)}


@pytest.mark.parametrize("root", [' width="320"', ' style="color:red"', ' onload="alert(1)"', ' stroke="red"'])
def test_the_drawing_itself_has_looks_alone(make: Make, root: str) -> None:
    assert len(list(drawings.check(make(_drawn("", root))))) == 1


@pytest.mark.parametrize("before", ["<svg></svg>", "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "<?xml version='1.0'?>", " "])
def test_a_drawing_begins_with_its_size(make: Make, before: str) -> None:
    (message,) = told(
        drawings.check(make({"library/drawings": {"ring": _RECORD}, "drawings/ring.svg": f"{before}{_START}></svg>"}))
    )
    assert "A drawing begins with <svg" in message


def test_a_drawing_is_small(make: Make) -> None:
    inside = f'<path d="M0 0{"h1" * 1500}"/>'
    (message,) = messages(drawings.check(make(_drawn(inside))))
    assert message.startswith("content/drawings/ring.svg:1: The drawing has ")
    assert "At most 3072 are allowed" in message


def test_a_record_without_a_file_and_a_file_without_a_record_name_each_other(make: Make) -> None:
    files: Files = {"library/drawings": {"ring": _RECORD}, "drawings/rings.svg": f"{_START}></svg>"}
    missing, unknown = messages(drawings.check(make(files)))
    assert missing.startswith(
        "content/library/drawings.yml:1: ring: The drawing has no file. It belongs in content/drawings/ring.svg."
    )
    assert unknown.startswith("content/drawings/rings.svg:1: content/library/drawings.yml has no drawing 'rings'.")
    assert missing.endswith(" Did you mean 'rings'?")
    assert unknown.endswith(" Did you mean 'ring'?")


@pytest.mark.parametrize(
    ("of_100", "said"), [("64", True), ("100", True), ("6", False), ("13", False), ("5", False), ("30", False)]
)
def test_dots_show_only_what_the_finding_says(make: Make, of_100: str, *, said: bool) -> None:
    finding = {**_FIGURE, "shares": [{"label": "with it", "of_100": of_100}]}
    found = messages(drawings.check(make({"techniques/a": entry(evidence=[finding])})))
    assert (found == []) is said
    assert said or f"evidence[0].shares[0].of_100: The finding does not say {of_100}." in found[0]


@pytest.mark.parametrize("name", ["drawings/notes.txt", "drawings/ring.yml", "drawings/old/ring.svg", "drawings/ring.SVG"])
def test_nothing_else_is_kept_among_the_drawings(tmp_path: Path, name: str) -> None:
    (message,) = messages(load(write(tmp_path, {name: "a: b"})).problems)
    assert "Here only files of the form content/drawings/name.svg are read." in message


def test_a_layer_adds_drawings_and_changes_none(tmp_path: Path) -> None:
    write(tmp_path, {"library/drawings": {"ring": _RECORD}, "drawings/ring.svg": _START})
    write(tmp_path / "ours", {"library/drawings": {"star": _RECORD}, "drawings/star.svg": _START})
    content = load(tmp_path, "ours")
    assert (messages(content.problems), sorted(content.pictures)) == ([], ["ring", "star"])
    write(tmp_path / "ours", {"drawings/ring.svg": _START})
    (message,) = messages(load(tmp_path, "ours").problems)
    assert message == (
        "ours/content/drawings/ring.svg:1: This drawing is in content/drawings/ring.svg already. Give it another name."
    )
