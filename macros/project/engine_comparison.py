"""Builds the pages with each engine and compares what readers get. Documents are no matter of an engine, and left out."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.project.building import engine_settings, run_engine
from macros.project.engines.choice import ENGINES
from macros.project.finishing import finish
from macros.project.loading import LoadedProject
from macros.site.site_comparison import Difference, KnownDifference, differences, unlisted

_COLORED = "Zensical marks the words of a program for colors that the handbook's style does not have; the text is the same."
KNOWN: tuple[KnownDifference, ...] = (
    KnownDifference(r"data/index\.html", "div", _COLORED),
    KnownDifference(r"data/index\.html", "code", _COLORED),
)
"""Differences that may stay, each with its reason."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How many pages were compared, and what differs: what is known, and what is not."""

    pages: int
    known: tuple[Difference, ...]
    unlisted: tuple[Difference, ...]


def compare_engines(opened: LoadedProject, known: tuple[KnownDifference, ...] = KNOWN) -> Compared:
    """Builds with each engine in a folder that is removed afterwards, and compares.

    Raises:
        BuildFailed: if an engine is not installed or fails.
    """
    with tempfile.TemporaryDirectory(prefix="handbook-") as made:
        sites = [Path(made) / name for name in ENGINES]
        for name, site in zip(ENGINES, sites, strict=True):
            run_engine(name, site, opened, engine_settings(opened.handbook))
            finish(site, opened.view, {})
        found = list(differences(*sites))
        new = unlisted(found, known)
        pages = sum(1 for _ in sites[0].rglob("*.html"))
    return Compared(pages, tuple(one for one in found if one not in new), tuple(new))
