"""What a command takes: seconds of CPU of all its processes, and the most memory that they hold together."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

_PAUSE: Final = 0.2
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU, user and system together, of a command and all that it starts; the most bytes of memory in use at once."""

    cpu: float
    memory: int
    said: str = ""


def cost_of(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None, *, patience: float = math.inf
) -> Cost:
    """What a command takes that is run in a folder.

    Raises:
        RuntimeError: if it fails, with what it said; or if it has not ended after ``patience`` seconds.
    """
    # What it says goes to a file, as a full pipe would stop it.
    log = folder / ".bench-log"
    with log.open("w+") as said, log.with_suffix(".err").open("w+") as wrong:
        process = subprocess.Popen(
            command, cwd=folder, stdout=said, stderr=wrong, start_new_session=True, env={**os.environ, **(environment or {})}
        )
        late = threading.Event()
        ending = threading.Timer(min(patience, threading.TIMEOUT_MAX), _end, [process.pid, late])
        ending.daemon = True
        ending.start()
        watcher = _Watcher(process.pid)
        watcher.start()
        # It counts the children as well that have ended by then.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        ending.cancel()
        watcher.ended.set()
        watcher.join()
        said.seek(0), wrong.seek(0)
        told, why = said.read(), wrong.read()
    if late.is_set():
        raise RuntimeError(f"{' '.join(command)} in {folder} has not ended after {patience:.0f} seconds.")
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} in {folder} failed: {why[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, watcher.most, told)


def _end(session: int, late: threading.Event) -> None:
    late.set()
    os.killpg(session, signal.SIGKILL)


def median_of(costs: Sequence[Cost]) -> Cost:
    """The median of the CPU, the most of the memory."""
    return Cost(median(cost.cpu for cost in costs), max(cost.memory for cost in costs), costs[-1].said)


class _Watcher(threading.Thread):
    """Looks every moment at how much memory all processes of a session hold together (Linux alone says it)."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.most, self.ended = session, 0, threading.Event()

    def run(self) -> None:
        while not self.ended.wait(_PAUSE):
            self.most = max(self.most, sum(_resident(folder, self.session) for folder in Path("/proc").glob("[0-9]*")))


def _resident(process: Path, session: int) -> int:
    try:
        after_name = (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended meanwhile
        return 0
    return int(after_name[21]) * _PAGE if int(after_name[3]) == session else 0
