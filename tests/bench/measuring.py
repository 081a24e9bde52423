"""All figures of one handbook, taken side by side, and the table of several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from macros.project.loading import load_project
from macros.project.publishing import SITE
from macros.schema.entry import Entry
from tests.bench import runs
from tests.bench.costs import Cost, median_of
from tests.bench.reader import Loaded, loaded


@dataclass(frozen=True, slots=True)
class Figures:
    """What one handbook takes. Seconds are of CPU."""

    name: str
    entries: int
    pdf: bool
    cold: Cost
    kept: Cost
    edited: Cost
    reading: float
    checking: float
    plain: Cost
    zensical: Cost | None
    reader: Loaded
    shown: float | None = None


def figures(name: str, root: Path, plain_folder: Path, *, pdf: bool, times: int) -> Figures:
    """Builds and reads a handbook some times, in turn with the plain pages, so that other work disturbs all alike."""
    cold = runs.cold_build(root, pdf=pdf)
    reader, entries = loaded(root / SITE), len(load_project(root).handbook.all_of(Entry))
    plain = runs.plain_pages(root, plain_folder)
    kept: list[Cost] = []
    edited: list[Cost] = []
    stock: list[Cost] = []
    zensical: list[Cost] = []
    opened: list[tuple[float, float]] = []
    for number in range(times):
        stock.append(runs.plain_build(plain))
        kept.append(runs.build(root, pdf=pdf))
        opened.append(runs.opened(root))
        zensical += filter(None, [runs.zensical_build(plain)])
        edited.append(runs.edited_build(root, number, pdf=pdf))
    read, checked = (median(part) for part in zip(*opened, strict=True))
    return Figures(
        name,
        entries,
        pdf,
        cold,
        median_of(kept),
        median_of(edited),
        read,
        checked,
        median_of(stock),
        median_of(zensical) if zensical else None,
        reader,
    )


_ROWS: Sequence[tuple[str, Callable[[Figures], str]]] = (
    ("entries", lambda of: f"{of.entries:,}"),
    ("PDF files", lambda of: "yes" if of.pdf else "no"),
    ("full build, nothing kept", lambda of: _seconds(of.cold.cpu)),
    ("build with kept documents", lambda of: _seconds(of.kept.cpu)),
    ("one entry edited, then built", lambda of: _seconds(of.edited.cpu)),
    ("reading alone", lambda of: _seconds(of.reading)),
    ("checks alone", lambda of: _seconds(of.checking)),
    ("plain pages, stock Material", lambda of: _seconds(of.plain.cpu)),
    ("plain pages, Zensical, no search", lambda of: _seconds(of.zensical.cpu) if of.zensical else "none"),
    ("kept ÷ plain Material", lambda of: f"{of.kept.cpu / of.plain.cpu:.2f}"),
    ("kept ÷ plain Zensical", lambda of: f"{of.kept.cpu / of.zensical.cpu:.2f}" if of.zensical else "–"),
    ("an edited entry in the preview", lambda of: _seconds(of.shown) if of.shown is not None else "–"),
    ("edited, in the preview ÷ full build", lambda of: f"{of.shown / of.cold.cpu:.2f}" if of.shown is not None else "–"),
    ("edited, then built ÷ full build", lambda of: f"{of.edited.cpu / of.cold.cpu:.2f}"),
    ("(reading + checks) ÷ kept", lambda of: f"{(of.reading + of.checking) / of.kept.cpu:.2f}"),
    ("(reading + checks) ÷ full build", lambda of: f"{(of.reading + of.checking) / of.cold.cpu:.2f}"),
    ("kept, a thousand entries", lambda of: _seconds(1000 * of.kept.cpu / of.entries)),
    ("most memory, nothing kept", lambda of: _megabytes(of.cold.memory)),
    ("most memory, kept", lambda of: _megabytes(of.kept.memory)),
    ("most memory, plain Material", lambda of: _megabytes(of.plain.memory)),
    ("first view of the home page", lambda of: _kilobytes(of.reader.first_view)),
    ("first stage of the search", lambda of: _kilobytes(of.reader.first_stage)),
    ("one query", lambda of: _kilobytes(of.reader.query)),
    ("files in the site", lambda of: f"{of.reader.files:,}"),
)


def table(measured: Sequence[Figures]) -> Iterator[str]:
    """A Markdown table: a row for each figure, a column for each handbook."""
    yield _row("", [of.name for of in measured])
    yield _row("---", ["--:" for _ in measured])
    yield from (_row(name, [value(of) for of in measured]) for name, value in _ROWS)


def _row(name: str, values: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(values)} |"


def _seconds(value: float) -> str:
    return f"{value:.1f} s"


def _megabytes(value: int) -> str:
    return f"{value / 1_000_000:.0f} MB"


def _kilobytes(value: int) -> str:
    return f"{value / 1000:.1f} kB"
