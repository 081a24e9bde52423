"""Prints a table of what users wait for, at three sizes, and what the live preview takes: ``python -m tests.bench --help``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.bench import runs
from tests.bench.measuring import Figures, figures, table
from tests.bench.previewing import previewed
from tests.bench.synthetic import synthetic_handbook
from tests.helpers import ROOT, project

_SIZES = (0, 1000, 5000)
_LARGE = 2000
"""From so many entries on, each figure is taken once."""
_EDITS, _FEW_EDITS = 7, 2


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--entries", type=int, nargs="*", default=_SIZES, help="sizes; 0 is the real handbook (default: 0 1000 5000)"
    )
    parser.add_argument("--times", type=int, default=3, help="runs of which the median is taken (default: 3)")
    parser.add_argument("--without-pdf", action="store_true", help="make no PDF files of the real handbook either")
    parser.add_argument("--no-preview", action="store_true", help="leave the live preview out")
    parser.add_argument("--zensical", default=os.environ.get(runs.ZENSICAL, "zensical"), help="the path of Zensical's command")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> None:
    asked = _asked(arguments)
    os.environ[runs.ZENSICAL] = asked.zensical
    _say(f"machine: {os.cpu_count()} cores. Seconds of CPU, of all processes together.\n")
    measured: list[Figures] = []
    for entries in asked.entries:
        with tempfile.TemporaryDirectory() as folder:
            measured.append(_measured(Path(folder), entries, asked))
        # Each time anew: the next handbook may take an hour, and somebody may end it.
        _say("\n".join(["", *table(measured), ""]))


def _measured(folder: Path, entries: int, asked: argparse.Namespace) -> Figures:
    """Synthetic handbooks have no PDF files: those of thousands of sheets would take hours, and grow as the sheets do."""
    root, plain = folder / "handbook", folder / "plain"
    root.mkdir()
    if entries:
        synthetic_handbook(root, entries)
    else:
        project(root, content=ROOT / "content", documents=False)
    times = 1 if entries >= _LARGE else asked.times
    name = f"about {entries:,} entries" if entries else "the real handbook"
    found = figures(name, root, plain, pdf=not (entries or asked.without_pdf), times=times)
    if asked.no_preview:
        return found
    preview = previewed(root, _FEW_EDITS if entries >= _LARGE else _EDITS)
    for line in preview.lines:
        _say(f"preview of {name}: {line}")
    return replace(found, shown=preview.shown.cpu)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
