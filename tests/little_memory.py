"""Runs a command with little memory: ``python -m tests.little_memory 2000 handbook build``.

A control group of Linux is like a machine as small as asked: the system ends a process of it when all of them together take more.
Where no such group can be made, the command runs as it is, and a line says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

_GROUPS = Path("/sys/fs/cgroup")
# The two designs of control groups: where they are, and the files that hold the limits without and with what is swapped out.
_LIMITS = {
    _GROUPS / "memory": ("memory.limit_in_bytes", "memory.memsw.limit_in_bytes"),
    _GROUPS: ("memory.max", "memory.swap.max"),
}
_PATIENCE = 20
_JOIN = 'echo $$ > "$0" && exec "$@"'


@contextmanager
def limited(megabytes: int) -> Iterator[Sequence[str] | None]:
    """What is put before a command, so that it and all that it starts have so many megabytes; nothing if no group can be made."""
    group = _group(megabytes * 1_000_000)
    if group is None:
        yield None
        return
    try:
        yield ["sh", "-c", _JOIN, str(group / "cgroup.procs")]
    finally:
        _remove(group)


def _remove(group: Path) -> None:
    """Removes a group as soon as all its processes have ended: some do a moment after the one that started them."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with suppress(OSError):
            group.rmdir()
            return
        time.sleep(0.05)
    print(f"Something is still at work in {group}.", flush=True)  # noqa: T201


def _group(size: int) -> Path | None:
    for parent, (limit, swap) in _LIMITS.items():
        group = parent / f"little-memory-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:  # no such kind of groups here, or no permission
            continue
        try:
            _set(group / limit, size)
            if (group / swap).exists() or _swaps():  # not every kernel counts what is swapped out
                _set(group / swap, 0 if swap == "memory.swap.max" else size)
        except OSError:
            group.rmdir()
        else:
            return group
    return None


def _set(limit: Path, size: int) -> None:
    """Sets a limit that the system has put there: in a folder that is no group, a file would be made that limits nothing."""
    with limit.open("r+") as file:
        file.write(str(size))


def _swaps() -> bool:
    """Whether this computer can put memory on its disk."""
    return len(Path("/proc/swaps").read_text().splitlines()) > 1


def main(arguments: list[str]) -> int:
    """Runs the command; its exit code."""
    megabytes, *command = arguments
    with limited(int(megabytes)) as before:
        if before is None:
            print(f"Not tried with {megabytes} MB of memory: no control group can be made here.", flush=True)  # noqa: T201
        return subprocess.run([*(before or ()), *command], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
