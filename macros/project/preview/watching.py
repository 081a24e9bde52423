"""Looks which files have changed. It asks for their times and sizes, which is right on every disk, network drives included."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

Seen: TypeAlias = Mapping[str, tuple[int, int]]
"""The time and the size of each file, by its path."""

_PAUSE = 0.2
# However many files there are, looking takes no more than a tenth of one core.
_PAUSES_PER_LOOK = 9
# An editor may empty a file, write it, and rename another: what is half done is not looked at.
_SETTLED = 0.05


class FileWatch:
    """Follows the files at and below some paths. What is hidden, or is not there, is left out."""

    def __init__(self, *paths: Path) -> None:
        """Looks for the first time: what changes from now on is found."""
        self._paths = paths
        self._seen = _look(paths)
        self._pause = _PAUSE

    def add(self, *paths: Path) -> None:
        """Follows more paths. Files that are there already have not changed."""
        new = tuple(path for path in paths if path not in self._paths)
        self._paths += new
        self._seen = {**self._seen, **_look(new)}

    def pause(self) -> None:
        """Waits until it is time to look again."""
        time.sleep(self._pause)

    def changed(self) -> frozenset[str]:
        """The paths of the files that have changed since the last look, once nothing changes any more."""
        # The time of this thread alone: beside the checks, which hold it up at each file, a look takes a hundred times as long.
        start = time.thread_time()
        before, now = self._seen, _look(self._paths)
        self._pause = max(_PAUSE, _PAUSES_PER_LOOK * (time.thread_time() - start))
        self._seen = now if now == before else self._settled(now)
        return frozenset(path for path, _ in before.items() ^ self._seen.items())

    def _settled(self, now: Seen) -> Seen:
        while True:
            time.sleep(_SETTLED)
            later = _look(self._paths)
            if later == now:
                return now
            now = later


def _look(paths: Iterable[Path]) -> Seen:
    return dict(found for path in paths for found in _files(str(path)))


def _files(path: str) -> Iterator[tuple[str, tuple[int, int]]]:
    # Not with pathlib: there may be thousands of files, and they are looked at five times a second.
    try:
        if os.path.isfile(path):  # noqa: PTH113
            yield path, _state(os.stat(path))  # noqa: PTH116
            return
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith((".", "__pycache__")):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path)
                else:
                    yield entry.path, _state(entry.stat())
    except OSError:  # it was there a moment ago
        return


def _state(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_mtime_ns, stat.st_size
