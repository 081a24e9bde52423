"""Breaks builds of the tiny handbook by hand and looks what is left: ``python -m tests.faults --tries 100``.

First what puts sites in place is killed, alone and fast. Then each try ends a build at a moment of chance in one of three ways,
and asks: is the site that was there whole, is no process left, and does the next build that is let through succeed? It counts
processes in ``/proc``, which Linux alone has. The seed chooses the same moments again.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.print.typeset.store import FOLDER
from macros.project import exchange, publishing
from macros.project.one_build import one_build
from macros.project.publishing import NEW, OLD, make_ready, publish, put_back
from tests.helpers import project, run

# Whoever started the tests may have told their processes to hear of no interruption. No program can catch what comes before it
# is read, so a build says when it begins, and is ended after that.
_COMMAND = """
import signal
from macros.start import main
signal.signal(signal.SIGINT, signal.default_int_handler)
print("begun", flush=True)
main()
"""
WAYS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_PATIENCE = 60
# After so many builds that were ended one is let through: the others meet what their forerunners left.
_EACH = 4
# Of a small site, so that much of the time goes into putting it in place.
_FOLDERS = 12


@dataclass(frozen=True, slots=True)
class Try:
    """A build that was ended.

    Attributes:
        way: the signal.
        moment: when, as a part of a whole build from 0 to 1.
        ended: whether the build was still at work.
        faults: what was wrong afterwards.
        cleared: what was left beside the site until the next build, which removed it.
    """

    way: signal.Signals
    moment: float
    ended: bool
    faults: tuple[str, ...]
    cleared: tuple[str, ...]


def hashes(folder: Path) -> dict[str, str]:
    """Every file of a folder, with a hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def started(root: Path, *more: str, before: Sequence[str] = ()) -> subprocess.Popen[str]:
    """A build that runs in a group of its own, as a shell starts it, and has begun; ``before`` is put before its command."""
    command = [*before, sys.executable, "-c", _COMMAND, "build", *more]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    build = subprocess.Popen(command, cwd=root, stdin=nothing, stdout=pipe, stderr=pipe, text=True, process_group=0)
    assert build.stdout
    assert build.stdout.readline() == "begun\n"
    return build


def left_of(group: int) -> list[int]:
    """The processes of a group that still run."""
    return [pid for pid, of in _running() if of == group]


def _running() -> Iterator[tuple[int, int]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state, _, group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
            except OSError:  # it ended meanwhile
                continue
            if state not in "ZX":
                yield int(entry.name), int(group)


def all_ended(group: int) -> bool:
    """Whether all processes of a group end by themselves."""
    end = time.monotonic() + _PATIENCE
    while left_of(group):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def end_build(root: Path, way: signal.Signals, after: float) -> tuple[bool, int, str]:
    """Builds, and ends it some seconds after it began: whether it was still at work, its group, and what it said."""
    build = started(root)
    try:
        build.wait(after)
        at_work = False
    except subprocess.TimeoutExpired:
        at_work = True
        # A terminal tells the whole group; all other ways tell one process.
        (os.killpg if way == signal.SIGINT else os.kill)(build.pid, way)
    said = build.communicate(timeout=_PATIENCE * 10)[1]
    return at_work, build.pid, said


def has_traceback(said: str, way: signal.Signals) -> bool:
    """Whether a build that was ended left a traceback that it could have prevented.

    When it is killed, a process that it was just starting may find neither its orders nor its locks, and says so in Python's own
    words, before it has begun (``_bootstrap``) and any line of ours has run.
    """
    unborn = "in spawn_main\n" in said and "in _bootstrap\n" not in said and "/macros/" not in said
    return "Traceback" in said and not (way == signal.SIGKILL and unborn)


def tried(root: Path, sites: dict[str, dict[str, str]], way: signal.Signals, moment: float, whole: float, *, again: bool) -> Try:
    """Ends one build and looks what is left.

    Args:
        root: the project.
        sites: the sites that may stand there, by the title that makes each.
        way: how the build is ended.
        moment: when, as a part of ``whole``.
        whole: how many seconds a build takes.
        again: whether to build once more, to the end.
    """
    at_work, group, said = end_build(root, way, moment * whole)
    faults = []
    if not all_ended(group):
        faults.append("a process is left")
        os.killpg(group, signal.SIGKILL)
    if has_traceback(said, way):
        faults.append(f"a traceback: {said.strip()}")
    stands = hashes(root / "site") if (root / "site").is_dir() else {}
    if stands not in sites.values():
        faults.append("the site is not whole" if stands else "there is no site")
    left = tuple(name for name in (NEW, OLD) if (root / name).exists())
    return Try(way, moment, at_work, (*faults, *(_faults_of_next(root, sites) if again else ())), left)


def _faults_of_next(root: Path, sites: dict[str, dict[str, str]]) -> Iterator[str]:
    done = run(root, "build")
    if done.returncode:
        yield f"the next build fails: {done.stderr.strip()}"
    elif hashes(root / "site") not in sites.values():
        yield "the next site is not whole"
    if any((root / name).exists() for name in (NEW, OLD)):
        yield "something is left beside the next site"


def prepared(folder: Path) -> tuple[Path, dict[str, dict[str, str]], float]:
    """A project that is built, its two possible sites, and how long a build of all takes."""
    root = project(folder)
    sites, seconds = {}, 0.0
    for title in ("Another name", "Kind letter"):
        retitle(root, title)
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        start = time.monotonic()
        done = run(root, "build")
        seconds = time.monotonic() - start
        assert done.returncode == 0, done.stderr
        sites[title] = hashes(root / "site")
    return root, sites, seconds


def retitle(root: Path, title: str) -> None:
    """Changes an entry, so that the site changes as well."""
    path = root / "content/techniques/kind-letter.yml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(f"title: {title}" if line.startswith("title:") else line for line in lines) + "\n", "utf-8")


def publish_forever(root: Path, sites: list[Path], how: str) -> None:
    """Puts one site after another in place, with all that a build does about it but make the site."""
    if how != "in one step":
        exchange.exchange = _cannot
    if how == "file by file":
        publishing._swap = _busy
    while True:
        for site in sites:
            with one_build(root):
                make_ready(root, _unheard)
                shutil.copytree(site, root / NEW)
                publish(root, _unheard)
                publishing.clear(root / NEW)


def _unheard(line: str) -> None:
    assert line


def _cannot(one: Path, other: Path) -> bool:
    return not (one and other)


def _busy(new: Path, site: Path, old: Path) -> None:
    if site.is_dir():
        raise OSError(16, "Device or resource busy", str(new), None, str(old))
    new.rename(site)


def publishing_tried(folder: Path, how: str, tries: int, chance: random.Random) -> Counter[str]:
    """Kills what puts sites in place, again and again, and counts what the next command meets and what it leaves."""
    root, sites = folder / "root", [folder / "one", folder / "two"]
    root.mkdir()
    for site in sites:
        for number in range(_FOLDERS):
            (site / f"{site.name if number % 4 == 0 else 'both'}-{number}").mkdir(parents=True)
            (site / f"{site.name if number % 4 == 0 else 'both'}-{number}" / "index.html").write_text(site.name * 999, "utf-8")
        (site / "index.html").write_text(site.name, "utf-8")
    shutil.copytree(sites[0], root / "site")
    whole, found = [hashes(site) for site in sites], Counter[str]()
    for _ in range(tries):
        if (child := os.fork()) == 0:
            publish_forever(root, sites, how)
        time.sleep(chance.uniform(0.02, 0.2))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        begun = (root / "site").is_dir()
        stands = hashes(root / "site") if begun else {}
        found["no site stood"] += not begun
        found["a site that was half filled stood"] += begun and stands not in whole
        found["something was left beside it"] += any((root / name).exists() for name in (NEW, OLD))
        put_back(root, _unheard)
        with one_build(root):
            make_ready(root, _unheard)
        found["not mended"] += hashes(root / "site") not in whole or any((root / name).exists() for name in (NEW, OLD))
    return found


def main() -> None:
    """Tries as often as asked, and reports."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--tries", type=int, default=100)
    asked.add_argument("--builds", type=int, default=100, help="How many whole builds are ended.")
    asked.add_argument("--seed", type=int, default=2026)
    given = asked.parse_args()
    chance = random.Random(given.seed)  # noqa: S311 - nothing secret
    for how in ("in one step", "in two renames", "file by file"):
        with tempfile.TemporaryDirectory() as folder:
            counted = publishing_tried(Path(folder), how, given.tries, chance)
        _say(f"Killed {given.tries} times while it put sites in place {how}: {dict(counted)}")
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        root, sites, whole = prepared(Path(folder))
        _say(f"A whole build takes {whole:.1f} s.")
        for number in range(given.builds):
            retitle(root, list(sites)[number % 2])
            if number % 3 == 0:
                shutil.rmtree(root / FOLDER, ignore_errors=True)  # so that documents are made, in processes of their own
            again = number % _EACH == _EACH - 1
            result = tried(root, sites, WAYS[number % len(WAYS)], chance.random() * 1.05, whole, again=again)
            found["times the next build was let through"] += again
            found["tried"] += 1
            found[f"ended by {result.way.name}" if result.ended else "had ended before"] += 1
            found["left something that the next build cleared"] += bool(result.cleared)
            found["with a fault"] += bool(result.faults)
            _say(f"{number + 1}: {result.way.name} at {result.moment:.2f}, {'ended' if result.ended else 'had ended'}")
            for fault in result.faults:
                _say(f"{result.way.name} at {result.moment:.2f}: {fault}")
    for what, count in found.items():
        _say(f"{count} {what}")
    raise SystemExit(1 if found["with a fault"] else 0)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
