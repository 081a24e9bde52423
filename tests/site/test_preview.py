"""The live preview: it follows an edit, lists problems on every address, and recovers, from the start too."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from macros.project.opening import open_handbook

PATIENCE = 60  # seconds; how long it takes is measured by `make bench`
GRACE = 10  # seconds until a preview that does not end is killed


@contextmanager
def preview(root: Path) -> Iterator[Callable[[str], str]]:
    """Runs ``handbook serve`` and gives a function that fetches an address from it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", "from macros.cli import main; main()", "serve", "--address", f"127.0.0.1:{port}"]
    # A preview that is stopped leaves its site where the system keeps such files: here, where pytest clears up.
    environment = {**os.environ, "TMPDIR": str(root.parent)}
    process = subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )

    def fetch(address: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()
        except urllib.error.URLError:
            return ""

    try:
        yield fetch
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the command and the engine that it started; not as from a keyboard, which a process in the background may ignore."""
    os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(GRACE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)


def wait_for(fetch: Callable[[str], str], address: str, words: str) -> None:
    """Waits until a page shows the words."""
    end = time.monotonic() + PATIENCE
    while words not in fetch(address):
        assert time.monotonic() < end, f"{address} did not come to show: {words}"
        time.sleep(0.1)


def test_an_edit_shows_and_a_mistake_shows_its_line_until_it_is_mended(tiny_project: Path) -> None:
    technique = open_handbook(tiny_project).handbook.of_kind("techniques")[0]
    path = tiny_project / technique.source.file
    good = path.read_text("utf-8")
    with preview(tiny_project) as fetch:
        wait_for(fetch, f"{technique.id}/", technique.title)

        path.write_text(good.replace(technique.title, "A title that is new", 1), "utf-8")
        wait_for(fetch, f"{technique.id}/", "A title that is new")
        assert "A title that is new" in fetch("techniques/")

        path.write_text(good.replace("code:", "cod:", 1), "utf-8")
        for address in (f"{technique.id}/", "", "no/such/page/"):
            wait_for(fetch, address, "Did you mean &#x27;code&#x27;?")
            assert technique.source.file in fetch(address)

        path.write_text(good, "utf-8")
        wait_for(fetch, f"{technique.id}/", technique.title)


def test_with_a_mistake_from_the_start_the_list_shows_and_goes_away(tiny_project: Path) -> None:
    technique = open_handbook(tiny_project).handbook.of_kind("techniques")[0]
    path = tiny_project / technique.source.file
    good = path.read_text("utf-8")
    path.write_text("title: one: two\n", "utf-8")
    with preview(tiny_project) as fetch:
        wait_for(fetch, "", "contains a colon")
        path.write_text(good, "utf-8")
        wait_for(fetch, f"{technique.id}/", technique.title)
