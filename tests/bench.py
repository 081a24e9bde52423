"""Times what a user waits for: ``python -m tests.bench``. A benchmark, not a test; numbers depend on the machine."""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from pathlib import Path

from macros.opening import open_handbook
from tests.helpers import ROOT, project
from tests.site.conftest import handbook
from tests.site.test_preview import preview, wait_for

PAGES = 120
EDITS = 7


def large_project(folder: Path) -> Path:
    """The real handbook with copies of one technique, so that it has ``PAGES`` pages at least."""
    root = project(folder, content=ROOT / "content")
    model = root / "content/techniques/impact-letter.yml"
    text = model.read_text("utf-8")
    have = sum(1 for item in open_handbook(root).handbook.items.values() if item.kind.has_page)
    used = {path.read_text("utf-8").split("\ncode: ")[1][:3] for path in model.parent.iterdir()}
    free = [code for n in range(99, 0, -1) if (code := f"Q{n:02}") not in used]
    for number, code in zip(range(max(PAGES - have, 3)), free, strict=False):
        copy = re.sub(r"^code: .*$", f"code: {code}", text, flags=re.MULTILINE)
        copy = re.sub(r"^title: .*$", f"title: Copy {number}", copy, flags=re.MULTILINE)
        (model.parent / f"copy-{number}.yml").write_text(copy, "utf-8")
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


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = large_project(Path(folder))
        start = time.perf_counter()
        done = handbook(root, "build")
        assert done.returncode == 0, done.stderr
        built = time.perf_counter() - start
        start = time.perf_counter()
        handbook(root, "check")
        checked = time.perf_counter() - start
        saves = time_of_save(root)
    print(f"{PAGES} pages: check {checked:.1f} s, build {built:.1f} s")  # noqa: T201
    print(f"save to page: median {statistics.median(saves):.2f} s, worst {max(saves):.2f} s")  # noqa: T201


if __name__ == "__main__":
    main()
