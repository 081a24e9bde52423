"""What is made, kept and refused, and what an author is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.print.compose.documents import sheet_documents
from macros.print.typeset.compiling import CompileFailure, make
from macros.print.typeset.printing import PrintResult, print_documents
from macros.print.typeset.store import FOLDER, Store
from macros.view.context import View
from tests.helpers import Files, handbook, helpline, messages
from tests.print.conftest import DAMAGE, LETTER, LINE, PAPER_FILES, handbook_of, made, set_sheet, worksheet
from tests.print.pdf import breaches, fields, opened, squeezed, texts


def _printed(folder: Path, of: Handbook, settings: Settings | None = None) -> PrintResult:
    view = View(of, settings)
    return print_documents(folder, view, sheet_documents(view))


def test_each_sheet_is_printed_in_three_sizes(tmp_path: Path) -> None:
    printed = _printed(tmp_path, handbook_of(tmp_path, first=worksheet()))
    assert list(printed.files) == [f"print/W01-first-{size}.pdf" for size in ("us", "a4", "large")]
    assert {uri[16:-4]: _size(path) for uri, path in printed.files.items()} == {
        "us": (612, 792),
        "a4": (595, 842),
        "large": (595, 792),
    }


def _size(path: Path) -> tuple[int, int]:
    with opened(path) as document:
        _, _, width, height = document.pages[0].mediabox
        return round(float(width)), round(float(height))


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    first = handbook_of(tmp_path, first=worksheet(), other=worksheet(code="W02"))
    assert _printed(tmp_path, first).made == 6
    assert _printed(tmp_path, first).made == 0
    again = handbook_of(tmp_path, first=worksheet(), other=worksheet(code="W02"))
    assert _printed(tmp_path, again).made == 0


@pytest.mark.parametrize(
    ("changes", "made_anew"),
    [
        ({"worksheets/other": worksheet({"kind": "short", "label": "Another line"}, code="W02")}, 3),
        ({"library/helplines": {"line": helpline(call="202-555-0199")}}, 6),
        ({"worksheets/other": worksheet(code="W02", search_words=["x"], checked="2026-02-02")}, 0),
    ],
    ids=["one sheet", "what stands on all", "what is not printed"],
)
def test_what_changed_is_made_again(tmp_path: Path, changes: Files, made_anew: int) -> None:
    _printed(tmp_path, handbook_of(tmp_path, first=worksheet(), other=worksheet(code="W02")))
    files: Files = {**PAPER_FILES, "worksheets/first": worksheet(), "worksheets/other": worksheet(code="W02"), **changes}
    assert _printed(tmp_path, handbook(tmp_path, files)).made == made_anew


def test_the_publisher_and_the_address_are_inputs_too(tmp_path: Path) -> None:
    of = handbook_of(tmp_path, first=worksheet())
    _printed(tmp_path, of)
    assert _printed(tmp_path, of, Settings(site_url="https://example.org/")).made == 3


def test_a_file_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    of = handbook_of(tmp_path, first=worksheet())
    printed = _printed(tmp_path, of)
    next(iter(printed.files.values())).with_suffix(".pages").unlink()
    assert _printed(tmp_path, of).made == 1


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_made_again(tmp_path: Path, damage: str) -> None:
    of = handbook_of(tmp_path, first=worksheet())
    printed = _printed(tmp_path, of)
    whole = {uri: path.read_bytes() for uri, path in printed.files.items()}
    for path in printed.files.values():
        DAMAGE[damage](path)
    again = _printed(tmp_path, of)
    assert (again.made, again.problems) == (3, ())
    assert {uri: path.read_bytes() for uri, path in again.files.items()} == whole


def test_what_belongs_to_no_document_is_forgotten(tmp_path: Path) -> None:
    _printed(tmp_path, handbook_of(tmp_path, first=worksheet()))
    printed = _printed(tmp_path, handbook_of(tmp_path, first=worksheet({"kind": "short", "label": "Another line"})))
    assert len(list((tmp_path / FOLDER).glob("*.pdf"))) == 6
    Store(tmp_path).prune(printed.files.values())
    assert {path.name for path in (tmp_path / FOLDER).glob("*.pdf")} == {path.name for path in printed.files.values()}
    assert _printed(tmp_path, handbook_of(tmp_path, first=worksheet({"kind": "short", "label": "Another line"}))).made == 0


@pytest.mark.parametrize("count", [1, 3], ids=["here", "on all cores"])
def test_the_steps_are_watched(tmp_path: Path, count: int) -> None:
    seen: list[int] = []

    def watch(steps: Iterable[None], total: int) -> Iterator[None]:
        seen.append(total)
        for step in steps:
            seen.append(1)
            yield step

    sheets = {f"s{number}": worksheet(code=f"W0{number}") for number in range(1, count + 1)}
    view = View(handbook_of(tmp_path, first=worksheet(code="W09"), **sheets))
    print_documents(tmp_path, view, sheet_documents(view), watch)
    assert seen == [3 * (count + 1), *[1] * 3 * (count + 1)]


def test_the_same_bytes_come_from_one_core_and_from_all(tmp_path: Path) -> None:
    of = handbook_of(tmp_path, first=worksheet(), other=worksheet(code="W02"))
    printed = _printed(tmp_path, of)
    for document in sheet_documents(View(of)):
        assert getattr(make(document.work), "pdf", None) == printed.files[document.uri].read_bytes()


def test_a_sheet_with_too_many_pages_is_told_with_file_and_line(tmp_path: Path) -> None:
    long = [{"kind": "long", "label": f"Line {number} is long", "lines": "14"} for number in range(3)]
    of = handbook_of(tmp_path, first=worksheet(*long))
    line = (tmp_path / "content/worksheets/first.yml").read_text("utf-8").split("\n").index("most_pages: '1'") + 1
    assert messages(_printed(tmp_path, of).problems) == [
        f"content/worksheets/first.yml:{line}: most_pages: The sheet takes 2 pages in Letter; at most 1 is allowed. Shorten it.",
        f"content/worksheets/first.yml:{line}: most_pages: The sheet takes 2 pages in A4; at most 1 is allowed. Shorten it.",
    ]


def test_what_typst_warns_of_is_an_error_that_names_the_field(tmp_path: Path) -> None:
    # The checks refuse such a character first; here the second line of defense is tried.
    of = handbook_of(tmp_path, first=worksheet(LINE, {"kind": "short", "label": "A tick ✅"}))
    problems = messages(_printed(tmp_path, of).problems)
    assert len(problems) == 1
    lines = (tmp_path / "content/worksheets/first.yml").read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines) if "✅" in text)
    assert problems[0].startswith(f"content/worksheets/first.yml:{line}: sections[0].fields[1]: It cannot be printed:")
    assert "✅" in problems[0]


def test_a_flaw_outside_the_fields_names_the_sheet(tiny: Handbook) -> None:
    sheet = set_sheet(tiny, "worksheets/small")
    sheet.values["title"] = "✅"
    flaw = make(sheet)
    assert isinstance(flaw, CompileFailure)
    assert flaw.place is None


_HOSTILE = [
    'He said "no"',
    "#panic() and #let x = 1",
    "$x^2$ costs 5 $",
    "@me and <label>",
    "back\\slash \\n",
    "*stars* _lines_ `ticks`",
    "{curly} [square] (round) ~ ^ | ` %",
    "= heading - list + enum / term",
    "http://example.org//not-a-comment /* x */",
    "<script>alert(1)</script> & &amp; &lt;",
    "“curly” ‘quotes’ – dash — … ½ Ñandú",
    "field:0 and field:7",
    "supercalifragilisticexpialidoc very long words indeed in one narrow cell",
]


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_print_as_they_are(tiny: Handbook, words: str) -> None:
    sheet = set_sheet(tiny, "worksheets/all-kinds")
    node = [{"kind": "text", "text": words}]
    for section in sheet.values["sections"]:
        section["title"] = words
        for field in section["fields"]:
            field.update({key: node for key in ("label", "hint", "low", "high") if key in field})
            if "options" in field:
                field["options"] = [node for _ in field["options"]]
            if "row_names" in field:
                field["row_names"] = [node for _ in field["row_names"]]
    sheet.values["title"] = sheet.values["purpose"][0]["text"] = words
    result = made(sheet)
    assert squeezed("".join(texts(result.pdf))).count(squeezed(words)) >= 10
    assert breaches(result.pdf) == []


@pytest.mark.parametrize("says", ['"quoted" (brackets) \\ # / <>', "ä ö ü é ñ “curly”", "x" * 400])
def test_hostile_names_are_heard_as_they_are(tmp_path: Path, says: str) -> None:
    of = handbook_of(tmp_path, first=worksheet({"kind": "checklist", "label": says, "options": [says[:200], "other"]}))
    result = made(set_sheet(of, "worksheets/first"))
    with opened(result.pdf) as document:
        assert f"{says}: other" in {str(field.TU) for field in fields(document).values()}
    assert breaches(result.pdf) == []


def test_letter_is_the_first_size(tiny: Handbook) -> None:
    assert set_sheet(tiny, "worksheets/small").paper == LETTER
