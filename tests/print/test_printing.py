"""What is made, kept and refused, and what an author is told."""

from __future__ import annotations

import contextlib
import io
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.print.typeset.making import Flaw, make
from macros.print.typeset.printing import Printed, documents, forget_the_rest, print_documents, sheet_documents
from macros.print.typeset.store import FOLDER
from macros.project.opening import open_handbook
from macros.view.context import View
from tests.helpers import PLACES, TOPICS, Fields, Files, entry, handbook, helpline, messages, project
from tests.print.conftest import LETTER, made, set_sheet
from tests.print.test_documents import failures

_FIELD = {"kind": "short", "label": "A line"}
_PAPER: Files = {
    "library/stages": {"plan": {"label": "Plan", "means": "You plan."}},
    "library/places": PLACES,
    "library/topics": TOPICS,
    "library/helplines": {"line": helpline()},
    "library/paper": {
        "strip": "Call.",
        "check_first": "first",
        "check_line": "Check.",
        "topics": ["families"],
        "keep": "Keep it safe.",
    },
}


def _sheets(folder: Path, **sheets: Fields) -> Handbook:
    files = {f"worksheets/{name}": fields for name, fields in sheets.items()}
    return handbook(folder, {**_PAPER, **files})


def _sheet(*fields: Fields, **changes: object) -> Fields:
    return entry("worksheets", sections=[{"title": "A part", "fields": list(fields) or [_FIELD]}], **changes)


def _printed(folder: Path, of: Handbook, settings: Settings | None = None) -> Printed:
    return print_documents(folder, sheet_documents(View(of, settings)))


def test_each_sheet_is_printed_in_three_sizes(tmp_path: Path) -> None:
    printed = _printed(tmp_path, _sheets(tmp_path, first=_sheet()))
    assert list(printed.files) == [f"print/W01-first-{size}.pdf" for size in ("us", "a4", "large")]
    sizes = {uri[16:-4]: PdfReader(path).pages[0].mediabox for uri, path in printed.files.items()}
    assert {size: (round(box.width), round(box.height)) for size, box in sizes.items()} == {
        "us": (612, 792),
        "a4": (595, 842),
        "large": (595, 792),
    }


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    first = _sheets(tmp_path, first=_sheet(), other=_sheet(code="W02"))
    assert _printed(tmp_path, first).made == 6
    assert _printed(tmp_path, first).made == 0
    again = _sheets(tmp_path, first=_sheet(), other=_sheet(code="W02"))
    assert _printed(tmp_path, again).made == 0


@pytest.mark.parametrize(
    ("changes", "made_anew"),
    [
        ({"worksheets/other": _sheet({"kind": "short", "label": "Another line"}, code="W02")}, 3),
        ({"library/helplines": {"line": helpline(call="202-555-0199")}}, 6),
        ({"worksheets/other": _sheet(code="W02", search_words=["x"], checked="2026-02-02")}, 0),
    ],
    ids=["one sheet", "what stands on all", "what is not printed"],
)
def test_what_changed_is_made_again(tmp_path: Path, changes: Files, made_anew: int) -> None:
    _printed(tmp_path, _sheets(tmp_path, first=_sheet(), other=_sheet(code="W02")))
    files: Files = {**_PAPER, "worksheets/first": _sheet(), "worksheets/other": _sheet(code="W02"), **changes}
    assert _printed(tmp_path, handbook(tmp_path, files)).made == made_anew


def test_the_publisher_and_the_address_are_inputs_too(tmp_path: Path) -> None:
    of = _sheets(tmp_path, first=_sheet())
    _printed(tmp_path, of)
    assert _printed(tmp_path, of, Settings(site_url="https://example.org/")).made == 3


def test_a_file_that_was_cut_short_is_made_again(tmp_path: Path) -> None:
    of = _sheets(tmp_path, first=_sheet())
    printed = _printed(tmp_path, of)
    next(iter(printed.files.values())).with_suffix(".pages").unlink()
    assert _printed(tmp_path, of).made == 1


_DAMAGE: dict[str, Callable[[Path], object]] = {
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "a block": lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(512) + path.read_bytes()[4608:]),
    "its note": lambda path: path.with_suffix(".pages").write_bytes(b"\xff"),
}


@pytest.mark.parametrize("damage", _DAMAGE)
def test_what_is_damaged_is_made_again(tmp_path: Path, damage: str) -> None:
    of = _sheets(tmp_path, first=_sheet())
    printed = _printed(tmp_path, of)
    whole = {uri: path.read_bytes() for uri, path in printed.files.items()}
    for path in printed.files.values():
        _DAMAGE[damage](path)
    again = _printed(tmp_path, of)
    assert (again.made, again.problems) == (3, ())
    assert {uri: path.read_bytes() for uri, path in again.files.items()} == whole


def test_what_belongs_to_no_document_is_forgotten(tmp_path: Path) -> None:
    _printed(tmp_path, _sheets(tmp_path, first=_sheet()))
    printed = _printed(tmp_path, _sheets(tmp_path, first=_sheet({"kind": "short", "label": "Another line"})))
    assert len(list((tmp_path / FOLDER).glob("*.pdf"))) == 6
    forget_the_rest(tmp_path, printed)
    assert {path.name for path in (tmp_path / FOLDER).glob("*.pdf")} == {path.name for path in printed.files.values()}
    assert _printed(tmp_path, _sheets(tmp_path, first=_sheet({"kind": "short", "label": "Another line"}))).made == 0


@pytest.mark.parametrize("count", [1, 3], ids=["here", "on all cores"])
def test_the_steps_are_watched(tmp_path: Path, count: int) -> None:
    seen: list[int] = []

    def watch(steps: Iterable[None], total: int) -> Iterator[None]:
        seen.append(total)
        for step in steps:
            seen.append(1)
            yield step

    sheets = {f"s{number}": _sheet(code=f"W0{number}") for number in range(1, count + 1)}
    print_documents(tmp_path, sheet_documents(View(_sheets(tmp_path, first=_sheet(code="W09"), **sheets))), watch)
    assert seen == [3 * (count + 1), *[1] * 3 * (count + 1)]


def test_the_same_bytes_come_from_one_core_and_from_all(tmp_path: Path) -> None:
    of = _sheets(tmp_path, first=_sheet(), other=_sheet(code="W02"))
    printed = _printed(tmp_path, of)
    for document in sheet_documents(View(of)):
        assert getattr(make(document.work), "pdf", None) == printed.files[document.uri].read_bytes()


def test_a_sheet_with_too_many_pages_is_told_with_file_and_line(tmp_path: Path) -> None:
    long = [{"kind": "long", "label": f"Line {number} is long", "lines": "18"} for number in range(2)]
    of = _sheets(tmp_path, first=_sheet(*long))
    line = (tmp_path / "content/worksheets/first.yml").read_text("utf-8").split("\n").index("most_pages: '1'") + 1
    assert messages(_printed(tmp_path, of).problems) == [
        f"content/worksheets/first.yml:{line}: most_pages: The sheet takes 2 pages in Letter; at most 1 is allowed. Shorten it.",
        f"content/worksheets/first.yml:{line}: most_pages: The sheet takes 2 pages in A4; at most 1 is allowed. Shorten it.",
    ]


def test_what_typst_warns_of_is_an_error_that_names_the_field(tmp_path: Path) -> None:
    # The checks refuse such a character first; here the second line of defense is tried.
    of = _sheets(tmp_path, first=_sheet(_FIELD, {"kind": "short", "label": "A tick ✅"}))
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
    assert isinstance(flaw, Flaw)
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
    text = "".join(one.extract_text() for one in PdfReader(io.BytesIO(result.pdf)).pages)
    squeezed = "".join(text.split())
    assert squeezed.count("".join(words.split())) >= 10
    assert failures(result.pdf) == []


@pytest.mark.parametrize("says", ['"quoted" (brackets) \\ # / <>', "ä ö ü é ñ “curly”", "x" * 400])
def test_hostile_names_are_heard_as_they_are(tmp_path: Path, says: str) -> None:
    of = _sheets(tmp_path, first=_sheet({"kind": "checklist", "label": says, "options": [says[:200], "other"]}))
    result = made(set_sheet(of, "worksheets/first"))
    fields = PdfReader(io.BytesIO(result.pdf)).get_fields() or {}
    assert f"{says}: other" in {field["/TU"] for field in fields.values()}
    assert failures(result.pdf) == []


def _build(root: Path, *options: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    command = [str(Path(sys.executable).with_name("handbook")), *options]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)


@pytest.fixture
def without_typst(tmp_path: Path) -> Path:
    """A folder that hides the package, as on a computer for which it has no wheel."""
    folder = tmp_path / "hidden"
    folder.mkdir()
    (folder / "typst.py").write_text("raise ImportError('no wheel')\n", "utf-8")
    return folder


def test_where_no_pdf_can_be_made_the_site_is_complete_and_one_line_says_so(tmp_path: Path, without_typst: Path) -> None:
    root = project(tmp_path / "project")
    done = _build(root, "build", path=without_typst)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if "PDF files were not made" in line] == done.stderr.splitlines()
    assert list((root / "site/print").glob("*.pdf")) == []
    page = (root / "site/worksheets/all-kinds/index.html").read_text("utf-8")
    assert ".pdf" not in page
    assert 'data-do="print"' in page


def test_where_a_pdf_is_required_none_is_an_error(tmp_path: Path, without_typst: Path) -> None:
    root = project(tmp_path / "project")
    done = _build(root, "build", "--require-pdf", path=without_typst)
    assert done.returncode == 1
    assert "PDF files were not made" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


def test_a_build_brings_the_documents_and_is_silent_in_a_pipe(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    done = _build(root, "build", "--require-pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in (root / "site/print").glob("*.pdf")) == sorted(
        uri.removeprefix("print/") for uri in (document.uri for document in documents(open_handbook(root).view))
    )


def test_a_build_publishes_no_damaged_document(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    print_documents(root, documents(open_handbook(root).view))
    for number, path in enumerate(sorted((root / FOLDER).glob("*.pdf"))):
        list(_DAMAGE.values())[number % len(_DAMAGE)](path)
    assert _build(root, "build", "--require-pdf").returncode == 0
    published = sorted((root / "site/print").glob("*.pdf"))
    assert published
    assert all(len(PdfReader(path).pages) for path in published)


def test_a_build_shows_progress_on_a_terminal(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("handbook")), "build"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=theirs, text=True) as done:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # the terminal is gone when the command has ended
            while part := os.read(ours, 1024):
                shown += part
    os.close(ours)
    assert done.returncode == 0
    assert b"Printing" in shown
    assert b"100%" in shown


def test_with_too_many_pages_the_last_good_site_stays(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    assert _build(root, "build").returncode == 0
    path = root / "content/worksheets/small.yml"
    field = "\n".join(f"      - kind: long\n        label: Line {number} to write\n        lines: 20" for number in range(3))
    path.write_text(path.read_text("utf-8").replace("      - kind: short\n        label: The line", field), "utf-8")
    done = _build(root, "build")
    assert done.returncode == 1
    assert "content/worksheets/small.yml:11: most_pages: The sheet takes" in done.stderr
    assert "Line 2 to write" not in (root / "site/worksheets/small/index.html").read_text("utf-8")


def test_letter_is_the_first_size(tiny: Handbook) -> None:
    assert set_sheet(tiny, "worksheets/small").paper == LETTER
