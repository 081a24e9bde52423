"""What the live preview takes: until its first page, and from a save until the page shows it and the checks have read it."""

from __future__ import annotations

import json
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from macros.project.preview.own_pages import STATE
from tests.site.test_preview import Site, preview, wait_for

_PAGE = ("content/pages/about.md", "about/", "title: ")


@dataclass(frozen=True, slots=True)
class Wait:
    """What something takes: seconds on the clock, and seconds of all cores together, which other work does not change."""

    clock: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.clock:.2f} s ({self.cpu:.2f} s of CPU)"


@dataclass(frozen=True, slots=True)
class Previewed:
    """What the preview takes: a line for each thing that an author waits for, and from a save of an entry until it is shown."""

    lines: tuple[str, ...]
    shown: Wait


def previewed(root: Path, edits: int) -> Previewed:
    """Starts a preview, and saves an entry and a page so many times."""
    entry = sorted((root / "content/techniques").iterdir())[-1]
    places = {
        "entry": (entry.relative_to(root).as_posix(), f"techniques/{entry.stem}/", "title: "),
        "written page": _PAGE,
    }
    lines: list[str] = []
    medians: list[Wait] = []
    start = time.perf_counter()
    with preview(root) as site:
        wait_for(site, "", "<h1")
        lines.append(f"first page {Wait(time.perf_counter() - start, _cpu_of(site))}")
        _wait_for_checks(site)
        for name, place in places.items():
            shown, checked = _saves(site, root, place, edits)
            worst = max(wait.clock for wait in shown)
            medians.append(_median(shown))
            lines.append(f"{name}: first save to page {shown[0]}, then {medians[-1]}, worst {worst:.2f} s")
            lines.append(f"{name}: save until checked {_median(checked)}")
        lines.append(f"at most {_memory_of(site)}")
    return Previewed(tuple(lines), medians[0])


def _saves(site: Site, root: Path, place: tuple[str, str, str], edits: int) -> tuple[list[Wait], list[Wait]]:
    file, address, field = place
    path = root / file
    shown, checked = [], []
    for edit in range(edits):
        text = re.sub(rf"^{field}.*$", f"{field}Saved {edit} of many", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        start, used = time.perf_counter(), _cpu_of(site)
        path.write_text(text, "utf-8")
        wait_for(site, address, f"Saved {edit} of many")
        shown.append(Wait(time.perf_counter() - start, _cpu_of(site) - used))
        _wait_for_checks(site)
        checked.append(Wait(time.perf_counter() - start, _cpu_of(site) - used))
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


def _median(waits: list[Wait]) -> Wait:
    return Wait(median(wait.clock for wait in waits), median(wait.cpu for wait in waits))
