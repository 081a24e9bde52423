"""Builds on a machine that breaks: ended, full, damaged, used by two. The last good site stands, and the next build succeeds."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from macros.print.typeset.store import FOLDER
from macros.project.one_build import one_build
from macros.project.publishing import NEW, OLD
from tests import little_memory
from tests.faults import WAYS, all_ended, has_traceback, hashes, left_of, prepared, retitle, started, tried
from tests.helpers import project, run
from tests.little_memory import limited

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="It looks for processes in /proc.")

PATIENCE = 120  # seconds


@pytest.fixture
def standing(tiny_project: Path, built: Path) -> Path:
    """A project whose last good site stands; it has changed since."""
    shutil.copytree(built, tiny_project / "site")
    retitle(tiny_project, "Another name")
    return tiny_project


def _printing(root: Path, build: subprocess.Popen[str]) -> bool:
    return len(left_of(build.pid)) > 2 and any((root / FOLDER).glob("*.pdf"))


def _laying_out(root: Path, build: subprocess.Popen[str]) -> bool:
    return (root / NEW / "index.html").is_file() and bool(build.pid)


_MOMENTS: dict[str, Callable[[Path, subprocess.Popen[str]], bool]] = {"documents": _printing, "pages": _laying_out}


@pytest.mark.parametrize("moment", _MOMENTS)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_build_that_is_ended_leaves_the_last_site_and_no_process(
    standing: Path, built: Path, way: signal.Signals, moment: str
) -> None:
    if moment == "documents":
        shutil.rmtree(standing / FOLDER)
    build = started(standing)
    _wait_for(build, lambda: _MOMENTS[moment](standing, build))
    (os.killpg if way == signal.SIGINT else os.kill)(build.pid, way)
    said = build.communicate(timeout=PATIENCE)[1]
    assert all_ended(build.pid)
    assert hashes(standing / "site") == hashes(built)
    if way == signal.SIGKILL:
        assert build.returncode == -signal.SIGKILL
    else:
        assert (build.returncode, said) == (130, "The build was ended. The site that was there before is as it was.\n")
        assert not (standing / NEW).exists()


@pytest.mark.skipif(find_spec("zensical") is None, reason="zensical is not installed")
def test_a_killed_build_of_the_second_engine_leaves_nothing(standing: Path, built: Path) -> None:
    build = started(standing, "--engine", "zensical")
    _wait_for(build, lambda: any((standing / NEW).glob(".zensical-*/mkdocs.yml")))
    build.kill()
    build.communicate(timeout=PATIENCE)
    assert all_ended(build.pid)
    assert hashes(standing / "site") == hashes(built)
    assert run(standing, "build").returncode == 0
    assert not list(standing.rglob(".zensical-*"))


def _wait_for(build: subprocess.Popen[str], there: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not there():
        assert build.poll() is None, "It has ended by itself."
        assert time.monotonic() < end
        time.sleep(0.01)


_UNBORN = """Traceback (most recent call last):
  File "/lib/multiprocessing/spawn.py", line 122, in spawn_main
EOFError: Ran out of input
"""


def test_only_a_killed_build_may_leave_a_process_that_was_not_yet_told_what_to_do() -> None:
    assert not has_traceback(_UNBORN, signal.SIGKILL)
    assert not has_traceback("The build was ended.", signal.SIGTERM)
    assert has_traceback(_UNBORN, signal.SIGTERM)
    assert has_traceback(_UNBORN.replace("EOFError", '  File "/macros/start.py"\nEOFError'), signal.SIGKILL)
    assert has_traceback(_UNBORN.replace("EOFError", "  in _bootstrap\nEOFError"), signal.SIGKILL)
    assert has_traceback(_UNBORN.replace("spawn_main", "main"), signal.SIGKILL)


@pytest.mark.thorough
def test_at_no_moment_does_an_ended_build_leave_a_fault(tmp_path: Path) -> None:
    root, sites, whole = prepared(tmp_path)
    chance = random.Random(7)  # noqa: S311 - nothing secret
    for number in range(24):
        retitle(root, list(sites)[number % 2])
        if number % 3 == 0:
            shutil.rmtree(root / FOLDER)
        result = tried(root, sites, WAYS[number % len(WAYS)], chance.random(), whole, again=True)
        assert result.faults == (), result


@pytest.mark.thorough
def test_with_too_little_memory_the_last_site_stands_and_with_enough_the_next_is_made(tmp_path: Path) -> None:
    root, sites, _ = prepared(tmp_path)
    ends = {megabytes: _built_with(megabytes, root, sites) for megabytes in (120, 200, 2_000)}
    assert ends[120] in {-signal.SIGKILL, 1}
    assert ends[200] in {-signal.SIGKILL, 1}
    assert ends[2_000] == 0


def _built_with(megabytes: int, root: Path, sites: dict[str, dict[str, str]]) -> int:
    """How a build ends that finds nothing kept and has so much memory; what it leaves is looked at."""
    shutil.rmtree(root / FOLDER, ignore_errors=True)
    with limited(megabytes) as before:
        if before is None:
            pytest.skip("No control group can be made here: builds were not tried with little memory.")
        build = started(root, before=before)
        said = build.communicate(timeout=PATIENCE)[1]
        assert all_ended(build.pid)
    assert not has_traceback(said, signal.SIGKILL if build.returncode else signal.SIGTERM), said
    assert hashes(root / "site") in sites.values()
    assert build.returncode != 1 or "memory runs out: to build a handbook takes 2 GB. Close other programs" in said
    return build.returncode


def test_a_folder_that_is_no_control_group_limits_nothing_and_is_left_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(little_memory, "_LIMITS", {tmp_path: ("memory.max", "memory.swap.max")})
    with limited(100) as before:
        assert before is None
    assert list(tmp_path.iterdir()) == []


def test_of_two_builds_at_once_the_second_says_so_and_changes_nothing(standing: Path, built: Path) -> None:
    with one_build(standing):
        (standing / NEW).mkdir()
        done = run(standing, "build")
        assert (standing / NEW).is_dir()
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Another build of this handbook is at work (process ")
    assert len(done.stderr.splitlines()) == 1
    assert hashes(standing / "site") == hashes(built)


def _folder(path: Path) -> None:
    path.unlink()
    (path / "inside").mkdir(parents=True)


_DAMAGE: dict[str, Callable[[Path], object]] = {
    "cut": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "empty": lambda path: path.write_bytes(b""),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "garbage": lambda path: path.write_bytes(b"\xff\x00{" * 999),
    "a folder": _folder,
    "another day": lambda path: os.utime(path, (4e9, 4e9)),
    "gone": Path.unlink,
}


@pytest.mark.parametrize("damage", _DAMAGE)
def test_kept_files_that_are_all_damaged_are_made_anew(tiny_project: Path, built: Path, damage: str) -> None:
    for path in sorted((tiny_project / FOLDER).iterdir()):
        _DAMAGE[damage](path)
    done = run(tiny_project, "build")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert hashes(tiny_project / "site") == hashes(built)


def test_what_stands_in_the_way_is_cleared_and_the_build_succeeds(tiny_project: Path, built: Path) -> None:
    shutil.rmtree(tiny_project / FOLDER)
    for name in (NEW, OLD, FOLDER):
        (tiny_project / name).write_text("x", "utf-8")
    done = run(tiny_project, "build")
    assert done.returncode == 0, done.stderr
    assert [f"{name} was not a folder." in done.stderr for name in (NEW, OLD, FOLDER)] == [True] * 3
    assert hashes(tiny_project / "site") == hashes(built)


@pytest.mark.parametrize("most", [200, 20_000, 70_000])
def test_on_a_full_disk_the_last_site_stands_and_the_next_build_succeeds(standing: Path, built: Path, most: int) -> None:
    code = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\n"
        "from macros.cli import main; main(['build'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=standing, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "the file is too large for the disk" in done.stderr
    assert hashes(standing / "site") == hashes(built)
    assert not (standing / NEW).exists()
    retitle(standing, "Kind letter")
    assert run(standing, "build").returncode == 0
    assert hashes(standing / "site") == hashes(built)


def test_a_command_puts_a_site_back_that_a_killed_build_left_away(tmp_path: Path) -> None:
    root = project(tmp_path)
    (root / OLD).mkdir()
    (root / OLD / "index.html").write_text("last", "utf-8")
    done = run(root, "check")
    assert "The site from before is back in its place." in done.stderr
    assert (root / "site/index.html").read_text("utf-8") == "last"
