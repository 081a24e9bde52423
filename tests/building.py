"""Sites that tests look at: each is built once, also where tests run in several processes side by side."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from macros.print.typeset.store import FOLDER
from tests.helpers import TINY, project, run

_PATIENCE = 3600  # seconds


@contextmanager
def one_at_a_time(shared: Path, what: str) -> Iterator[None]:
    """Lets the processes of a test run do something one after another."""
    # A lock on a database works on every system, and ends with the process.
    with closing(sqlite3.connect(shared / f"{what}.lock", timeout=_PATIENCE, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def with_documents_of(shared: Path, name: str, root: Path) -> Path:
    """Gives a project the documents of a site that was built once: those that would be the same are not made again."""
    shutil.copytree(shared / name / FOLDER, root / FOLDER)
    return root


def built_once(shared: Path, name: str, sub_path: str = "", content: Path = TINY / "content") -> Path:
    """The site of some content, below a sub-path of a folder that can be served. The first process builds it for all."""
    served = shared / name / "served" / sub_path
    with one_at_a_time(shared, name):
        if not served.is_dir():
            assert not (shared / name).exists(), "The build failed in the process that tried it first."
            root = project(shared / name, content=content)
            done = run(root, "build")
            # In a pipe, a build is silent but for notes, as on pages that no release has published yet.
            told = [line for line in done.stderr.splitlines() if ": note: " not in line]
            assert (done.returncode, told) == (0, [])
            served.parent.mkdir(parents=True, exist_ok=True)
            (root / "site").rename(served)
    return served
