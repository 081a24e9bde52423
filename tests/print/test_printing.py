"""What is made, kept and refused, and what an author is told."""

from __future__ import annotations

import contextlib
import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.settings import Settings
from macros.print.typeset.compiling import CompileFailure, make
from macros.print.typeset.printing import PrintResult, documents, print_documents, sheet_documents
from macros.print.typeset.store import FOLDER, Store
from macros.project.loading import load_project
from macros.view.context import View
from tests.helpers import Files, handbook, helpline, messages, project
from tests.print.conftest import LETTER, LINE, PAPER_FILES, handbook_of, made, set_sheet, worksheet
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


_DAMAGE: dict[str, Callable[[Path], object]] = {
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "a block": lambda path: path.write_bytes(path.read_bytes()[:4096] + bytes(512) + path.read_bytes()[4608:]),
    "its note": lambda path: path.with_suffix(".pages").write_bytes(b"\xff"),
}


@pytest.mark.parametrize("damage", _DAMAGE)
def test_what_is_damaged_is_made_again(tmp_path: Path, damage: str) -> None:
    of = handbook_of(tmp_path, first=worksheet())
    printed = _printed(tmp_path, of)
    whole = {uri: path.read_bytes() for uri, path in printed.files.items()}
    for path in printed.files.values():
        _DAMAGE[damage](path)
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
    long = [{"kind": "long", "label": f"Line {number} is long", "lines": "18"} for number in range(2)]
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


def _build(root: Path, *options: str, before: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command in a project's folder; ``before`` is a folder of packages that hide others."""
    path = os.pathsep.join(filter(None, [str(before or ""), os.environ.get("PYTHONPATH", "")]))
    command = [str(Path(sys.executable).with_name("handbook")), *options]
    env = {**os.environ, "PYTHONPATH": path}
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
    done = _build(root, "build", before=without_typst)
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if "PDF files were not made" in line] == done.stderr.splitlines()
    assert list((root / "site/print").glob("*.pdf")) == []
    page = (root / "site/worksheets/all-kinds/index.html").read_text("utf-8")
    assert ".pdf" not in page
    assert 'data-do="print"' in page


def test_where_a_pdf_is_required_none_is_an_error(tmp_path: Path, without_typst: Path) -> None:
    root = project(tmp_path / "project")
    done = _build(root, "build", "--require-pdf", before=without_typst)
    assert done.returncode == 1
    assert "PDF files were not made" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


@dataclass(frozen=True, slots=True)
class _Built:
    """A project that was built on a terminal, and what it showed; ``whole`` are its documents as they must be, by name."""

    root: Path
    code: int
    shown: bytes
    whole: dict[str, bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> _Built:
    """A project that keeps documents of which each is damaged in some way, built from them."""
    root = project(tmp_path_factory.mktemp("built") / "project")
    opened_there = load_project(root)
    printed = print_documents(root, opened_there.view, documents(opened_there.view))
    whole = {uri.removeprefix("print/"): path.read_bytes() for uri, path in printed.files.items()}
    for number, path in enumerate(printed.files.values()):
        list(_DAMAGE.values())[number % len(_DAMAGE)](path)
    return _Built(root, *_build_on_a_terminal(root), whole)


def _build_on_a_terminal(root: Path) -> tuple[int, bytes]:
    """The exit code of a build, and what it shows."""
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("handbook")), "build", "--require-pdf"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=theirs, text=True) as done:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # the terminal is gone when the command has ended
            while part := os.read(ours, 1024):
                shown += part
    os.close(ours)
    return done.returncode, shown


def test_a_build_shows_progress_on_a_terminal(built: _Built) -> None:
    assert built.code == 0, built.shown
    assert b"Printing" in built.shown
    assert b"100%" in built.shown


def test_a_build_publishes_every_document_and_none_that_is_damaged(built: _Built) -> None:
    assert built.whole
    assert {path.name: path.read_bytes() for path in (built.root / "site/print").glob("*.pdf")} == built.whole


def test_with_too_many_pages_the_last_good_site_stays(built: _Built, tmp_path: Path) -> None:
    root = shutil.copytree(built.root, tmp_path / "project", symlinks=True)
    path = root / "content/worksheets/small.yml"
    field = "\n".join(f"      - kind: long\n        label: Line {number} to write\n        lines: 20" for number in range(3))
    path.write_text(path.read_text("utf-8").replace("      - kind: short\n        label: The line", field), "utf-8")
    done = _build(root, "build")
    assert done.returncode == 1
    assert "content/worksheets/small.yml:11: most_pages: The sheet takes" in done.stderr
    assert _tree(root / "site") == _tree(built.root / "site")


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_letter_is_the_first_size(tiny: Handbook) -> None:
    assert set_sheet(tiny, "worksheets/small").paper == LETTER
