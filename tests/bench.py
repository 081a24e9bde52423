"""Times what a user waits for: ``python -m tests.bench``. A benchmark, not a test; numbers depend on the machine."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.print.typeset.printing import print_handbook
from macros.print.typeset.store import FOLDER
from macros.project.engines import mkdocs_engine
from macros.project.loading import load_project
from macros.project.preview.own_pages import STATE
from tests.helpers import ROOT, project, run
from tests.plain_project import plain_project
from tests.site.test_preview import Site, preview, wait_for

EDITS = 7
_ENTRY = ("content/techniques/copy-1.yml", "techniques/copy-1/", "title: ")
_PAGE = ("content/pages/about.md", "about/", "title: ")


@dataclass(frozen=True, slots=True)
class Cost:
    """What something takes: seconds on the clock, and seconds of all cores together, which other work does not change."""

    clock: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.cpu:.2f} s of CPU)"


def large_project(folder: Path, pages: int = 120) -> Path:
    """The tiny handbook with copies of its fullest technique, so that it has so many pages."""
    root = project(folder)
    model = root / "content/techniques/kind-letter.yml"
    text = model.read_text("utf-8")
    have = sum(1 for item in load_project(root).handbook.items.values() if item.kind.has_page)
    used = {path.read_text("utf-8").split("\ncode: ")[1].split("\n")[0] for path in model.parent.iterdir()}
    free = [code for n in range(1, pages + 99) if (code := f"Q{n:02}") not in used]
    for number, code in zip(range(pages - have), free, strict=False):
        copy = re.sub(r"^code: .*$", f"code: {code}", text, flags=re.MULTILINE)
        copy = re.sub(r"^title: .*$", f"title: Copy c{number}", copy, flags=re.MULTILINE)
        copy = re.sub(r"^was:\n(?:  - .*\n)+", "", copy, flags=re.MULTILINE)
        (model.parent / f"copy-{number}.yml").write_text(copy, "utf-8")
    return root


def huge_project(folder: Path) -> Path:
    """The same with several thousand pages."""
    return large_project(folder, 4000)


def whole_handbook(folder: Path) -> Path:
    """The real handbook, with a copy of one technique to edit."""
    root = project(folder, content=ROOT / "content")
    text = (root / "content/techniques/impact-letter.yml").read_text("utf-8")
    copy = text.replace("code: Q02", "code: Q99").replace("title: Impact letter", "title: Copy 1")
    (root / "content/techniques/copy-1.yml").write_text(copy, "utf-8")
    return root


def cost_of_saves(site: Site, root: Path, file: str, address: str, field: str) -> tuple[list[Cost], list[Cost]]:
    """What it takes from saving an edited file until its page shows the edit, and until the checks have read it."""
    path = root / file
    shown, checked = [], []
    for edit in range(EDITS):
        text = re.sub(rf"^{field}.*$", f"{field}Edit {edit} of many", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        start, used = time.perf_counter(), _cpu_of(site)
        path.write_text(text, "utf-8")
        wait_for(site, address, f"Edit {edit} of many")
        shown.append(Cost(time.perf_counter() - start, _cpu_of(site) - used))
        _wait_for_checks(site)
        checked.append(Cost(time.perf_counter() - start, _cpu_of(site) - used))
    return shown, checked


def _wait_for_checks(site: Site) -> None:
    told = json.loads(site.text(STATE))
    while told["doing"]:
        told = json.loads(site.text(f"{STATE}?since={told['number']}"))


def _cpu_of(site: Site) -> float:
    """The seconds of CPU that a running preview has used, where the system says it (Linux)."""
    stat = Path(f"/proc/{site.process.pid}/stat")
    if not stat.exists():
        return 0.0
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _memory_of(site: Site) -> str:
    status = Path(f"/proc/{site.process.pid}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((f"{int(line.split()[1]) // 1024} MB" for line in lines if line.startswith("VmHWM")), "unknown")


def cost_of(root: Path, command: str) -> Cost:
    """What a command takes."""
    start, before = time.perf_counter(), _cpu_of_children()
    done = run(root, command)
    assert done.returncode == 0, done.stderr
    return Cost(time.perf_counter() - start, _cpu_of_children() - before)


def cost_of_plain_pages(root: Path) -> Cost:
    """What stock Material takes to build the words of the same pages as plain Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        plain = plain_project(Path(folder), root / "site", load_project(root).handbook)
        start, before = time.perf_counter(), _cpu_of_children()
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=plain, check=True, capture_output=True, env={**os.environ, **mkdocs_engine.QUIET})
        return Cost(time.perf_counter() - start, _cpu_of_children() - before)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def time_of_documents(root: Path) -> str:
    """How long the documents take from nothing, with nothing to do, and after one changed worksheet."""
    parts = []
    for what in ("from nothing", "unchanged", "one worksheet changed"):
        if what == "one worksheet changed":
            path = root / "content/worksheets/safety-check.yml"
            path.write_text(path.read_text("utf-8").replace("label: Done on", "label: Filled in on"), "utf-8")
        opened = load_project(root)
        start = time.perf_counter()
        printed = print_handbook(root, opened.view)
        parts.append(f"{what} {time.perf_counter() - start:.1f} s ({printed.made} of {len(printed.files)} made)")
    return ", ".join(parts)


def report(what: str, make: Callable[[Path], Path], *, built: bool) -> None:
    """Prints what a handbook takes to be checked, built, and followed while it is written."""
    with tempfile.TemporaryDirectory() as folder:
        root = make(Path(folder))
        commands = ["check", "build", "build"] if built else ["check"]
        costs = [cost_of(root, command) for command in commands]
        plain = cost_of_plain_pages(root) if built else None
        start = time.perf_counter()
        with preview(root) as site:
            wait_for(site, "", "<h1")
            ready = Cost(time.perf_counter() - start, _cpu_of(site))
            _wait_for_checks(site)
            saves = {name: cost_of_saves(site, root, *place) for name, place in (("entry", _ENTRY), ("written page", _PAGE))}
            memory = _memory_of(site)
    _say(f"{what}: " + ", ".join(f"{command} {cost}" for command, cost in zip(commands, costs, strict=True)))
    if plain:
        _say(f"  build with kept documents: {costs[-1].cpu / plain.cpu:.2f} times plain pages, {plain}")
    _say(f"  preview: first page {ready}, at most {memory}")
    for name, (shown, checked) in saves.items():
        _say(f"  {name}: first save to page {shown[0]}, then {_median(shown)}, worst {max(cost.clock for cost in shown):.2f} s")
        _say(f"  {name}: save until checked {_median(checked)}")
        if built:
            whole = costs[-1].cpu
            _say(f"  {name}: {_median(shown).cpu / whole:.3f} of the CPU of a build, {_median(checked).cpu / whole:.3f} checked")


def _median(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(cost.clock for cost in costs), statistics.median(cost.cpu for cost in costs))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def main() -> None:
    report("120 pages", large_project, built=True)
    report("the whole handbook", whole_handbook, built=True)
    report("4000 pages", huge_project, built=False)
    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder), content=ROOT / "content")
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        _say(f"documents: {time_of_documents(root)}")


if __name__ == "__main__":
    main()
