"""Tries hostile input at length: `python -m tests.fuzz --cases 100000 [--seed N]`. Ends with 1 where something did not hold."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.fuzz import code_area, paper_area
from tests.fuzz.host_area import Hosting
from tests.fuzz.reading_areas import Reading, Verdict
from tests.fuzz.showing_areas import Showing

_SHARES = {
    "yaml": 20,
    "page": 11,
    "settings": 8,
    "published": 6,
    "codes": 6,
    "names": 8,
    "text": 14,
    "citation": 7,
    "record": 7,
    "layer": 7,
    "hosts": 5,
    "paper": 1,
}
"""How many of a hundred cases each area gets. One of paper, in which a document is made, takes as long as some hundred others."""
_TOLD = 3


@dataclass
class Figures:
    """What came of the cases of an area. ``faults`` are the seeds of those that did not hold, by what went wrong."""

    verdicts: Counter[str] = field(default_factory=Counter)
    faults: dict[str, list[str]] = field(default_factory=dict)


def areas(folder: Path) -> Mapping[str, Callable[[Random], Verdict]]:
    """Every area by its name."""
    tried = (Reading(folder), Showing(), Hosting(folder), code_area, paper_area)
    return {name: next(getattr(area, name) for area in tried if hasattr(area, name)) for name in _SHARES}


def fuzz(cases: int, seed: int, only: str = "") -> dict[str, Figures]:
    """Tries some cases, each with a seed of its own, so that one that fails can be tried again alone."""
    found: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, area in areas(Path(folder)).items():
            if only in {"", name}:
                found[name], began = Figures(), time.monotonic()
                for number in range(cases if only else cases * _SHARES[name] // 100):
                    _try(area, f"{seed}:{name}:{number}", found[name])
                print(_line(name, found[name], time.monotonic() - began), flush=True)  # noqa: T201
    return found


def _try(area: Callable[[Random], Verdict], seed: str, figures: Figures) -> None:
    try:
        figures.verdicts[area(Random(seed))] += 1  # noqa: S311 - the same cases each time
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
        figures.faults.setdefault(what, []).append(f"{seed}: {str(error)[:160]!r}")


def _line(name: str, figures: Figures, seconds: float) -> str:
    faults = sum(map(len, figures.faults.values()))
    refused, accepted = figures.verdicts["refused"], figures.verdicts["accepted"]
    tried = refused + accepted + faults
    pace = f"{tried / max(seconds, 0.001):6.0f} a second"
    return f"{name:10} tried {tried:7} · refused {refused:7} · accepted {accepted:7} · faults {faults:3} · {pace}"


def main() -> None:
    """Reads what is asked for, tries it, and prints each kind of fault with a few of its seeds."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz")
    asked.add_argument("--cases", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--area", choices=_SHARES, default="")
    given = asked.parse_args()
    faults = {
        what: seeds for figures in fuzz(given.cases, given.seed, given.area).values() for what, seeds in figures.faults.items()
    }
    for what, seeds in faults.items():
        print(f"{what}, {len(seeds)} times", *seeds[:_TOLD], sep="\n  ")  # noqa: T201
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
