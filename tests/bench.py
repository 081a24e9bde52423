"""Times what a user waits for: ``python -m tests.bench``. A benchmark, not a test; numbers depend on the machine."""

from __future__ import annotations

import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from macros.print.typeset.printing import print_handbook
from macros.print.typeset.store import FOLDER
from macros.project.opening import open_handbook
from tests.helpers import ROOT, project, run
from tests.site.test_preview import preview, wait_for

PAGES = 120
EDITS = 7


def large_project(folder: Path) -> Path:
    """The tiny handbook with copies of its fullest technique, so that it has ``PAGES`` pages."""
    root = project(folder)
    model = root / "content/techniques/kind-letter.yml"
    text = model.read_text("utf-8")
    have = sum(1 for item in open_handbook(root).handbook.items.values() if item.kind.has_page)
    used = {path.read_text("utf-8").split("\ncode: ")[1][:3] for path in model.parent.iterdir()}
    free = [code for n in range(99, 0, -1) if (code := f"Q{n:02}") not in used]
    for number, code in zip(range(PAGES - have), free, strict=False):
        copy = re.sub(r"^code: .*$", f"code: {code}", text, flags=re.MULTILINE)
        copy = re.sub(r"^title: .*$", f"title: Copy {number}", copy, flags=re.MULTILINE)
        copy = re.sub(r"^was:\n(?:  - .*\n)+", "", copy, flags=re.MULTILINE)
        (model.parent / f"copy-{number}.yml").write_text(copy, "utf-8")
    return root


def whole_handbook(folder: Path) -> Path:
    """The real handbook, with a copy of one technique to edit."""
    root = project(folder, content=ROOT / "content")
    text = (root / "content/techniques/impact-letter.yml").read_text("utf-8")
    copy = text.replace("code: Q02", "code: Q99").replace("title: Impact letter", "title: Copy 1")
    (root / "content/techniques/copy-1.yml").write_text(copy, "utf-8")
    return root


def time_of_save(root: Path) -> list[float]:
    """Seconds from saving an edited file until its page shows the edit."""
    path = root / "content/techniques/copy-1.yml"
    seconds = []
    with preview(root) as fetch:
        wait_for(fetch, "techniques/copy-1/", "Copy 1")
        for edit in range(EDITS):
            time.sleep(1.5)  # a writer does not save twice at once
            text = re.sub(r"^title: .*$", f"title: Edit {edit}", path.read_text("utf-8"), flags=re.MULTILINE)
            start = time.perf_counter()
            path.write_text(text, "utf-8")
            wait_for(fetch, "techniques/copy-1/", f"Edit {edit}")
            seconds.append(time.perf_counter() - start)
    return seconds


def time_of(root: Path, command: str) -> float:
    """Seconds that a command takes."""
    start = time.perf_counter()
    done = run(root, command)
    assert done.returncode == 0, done.stderr
    return time.perf_counter() - start


def time_of_documents(root: Path) -> str:
    """How long the documents take from nothing, with nothing to do, and after one changed worksheet."""
    parts = []
    for what in ("from nothing", "unchanged", "one worksheet changed"):
        if what == "one worksheet changed":
            path = root / "content/worksheets/safety-check.yml"
            path.write_text(path.read_text("utf-8").replace("label: Done on", "label: Filled in on"), "utf-8")
        opened = open_handbook(root)
        start = time.perf_counter()
        printed = print_handbook(root, opened.view)
        parts.append(f"{what} {time.perf_counter() - start:.1f} s ({printed.made} of {len(printed.files)} made)")
    return ", ".join(parts)


def main() -> None:
    for what, make in ((f"{PAGES} pages", large_project), ("the whole handbook", whole_handbook)):
        with tempfile.TemporaryDirectory() as folder:
            root = make(Path(folder))
            checked, built = time_of(root, "check"), time_of(root, "build")
            saves = time_of_save(root)
        print(f"{what}: check {checked:.1f} s, build {built:.1f} s, ", end="")  # noqa: T201
        print(f"save to page: median {statistics.median(saves):.2f} s, worst {max(saves):.2f} s")  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder), content=ROOT / "content")
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        print(f"documents: {time_of_documents(root)}")  # noqa: T201


if __name__ == "__main__":
    main()
