"""Handbook → all its documents: what is kept already, and what has to be made, on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from macros.addresses import document_address
from macros.handbook import Handbook
from macros.item import Item
from macros.print.available import why_not
from macros.print.making import Flaw, Made, make
from macros.print.papers import PAPERS, Paper
from macros.print.sheet import Sheet, sheet
from macros.print.store import Store
from macros.reading.problem import Problem
from macros.schema.worksheet import Sheet as SheetEntry
from macros.settings import Settings

# Below this number, starting processes takes longer than the work.
_FEW = 4

Watch: TypeAlias = Callable[[Iterable[None], int], Iterable[None]]
"""Is given something that steps on with each document, and how many there will be."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the handbook has.

    Attributes:
        uri: its address from the site's root.
        item: the worksheet it is made from.
        paper: its size.
        sheet: what stands on it.
    """

    uri: str
    item: Item
    paper: Paper
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Printed:
    """All documents.

    Attributes:
        files: where each is kept, by its address from the site's root.
        problems: why some could not be made.
        made: how many were made anew.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    made: int = 0


def documents(handbook: Handbook, settings: Settings) -> Iterator[Document]:
    """Every document of a handbook, in the order of codes and sizes."""
    for item, _ in handbook.all_of(SheetEntry):
        for paper in PAPERS:
            uri = document_address(item, f"-{paper.suffix}.pdf")
            yield Document(uri, item, paper, sheet(handbook, item, paper, settings))


def print_handbook(root: Path, handbook: Handbook, settings: Settings, watch: Watch | None = None) -> Printed:
    """Makes what is not kept in ``root`` yet. Nothing is made on a computer that cannot."""
    if why_not():
        return Printed()
    store = Store(root)
    kept = {document.uri: (document, store.path(document.sheet)) for document in documents(handbook, settings)}
    missing = {path: document for document, path in kept.values() if store.pages(path) is None}
    flaws: dict[Path, Flaw] = {}
    steps = _make_all(missing, store, flaws)
    for _ in watch(steps, len(missing)) if watch and missing else steps:
        pass
    looked = [_problems(document, store.pages(path), flaws.get(path)) for document, path in kept.values()]
    problems = [problem for found in looked for problem in found]
    files = {uri: path for uri, (_, path) in kept.items() if path not in flaws}
    return Printed(files, tuple(dict.fromkeys(problems)), len(missing) - len(flaws))


def forget_the_rest(root: Path, printed: Printed) -> None:
    """Removes what is kept and belongs to no document."""
    Store(root).forget_all_but(printed.files.values())


def _make_all(missing: Mapping[Path, Document], store: Store, flaws: dict[Path, Flaw]) -> Iterator[None]:
    """Makes documents and keeps them; steps on after each."""
    for path, result in _results({path: document.sheet for path, document in missing.items()}):
        if isinstance(result, Made):
            store.keep(path, result.pdf, result.pages)
        else:
            flaws[path] = result
        yield


def _results(sheets: Mapping[Path, Sheet]) -> Iterator[tuple[Path, Made | Flaw]]:
    if len(sheets) <= _FEW:
        yield from ((path, make(each)) for path, each in sheets.items())
        return
    # Not forked: a process that runs threads must not be.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool:
        under_way = {pool.submit(make, each): path for path, each in sheets.items()}
        yield from ((under_way[done], done.result()) for done in as_completed(under_way))


def _problems(document: Document, pages: int | None, flaw: Flaw | None) -> Iterator[Problem]:
    item, paper = document.item, document.paper
    if flaw:
        loc = item.read(SheetEntry).in_file(*flaw.place) if flaw.place else ()
        yield item.problem(loc, f"It cannot be printed: {flaw.reason}.")
    most = item.read(SheetEntry).most_pages
    if pages and paper.limited and pages > most:
        allowed = f"at most {most} {'is' if most == 1 else 'are'} allowed"
        yield item.problem(("most_pages",), f"The sheet takes {pages} pages in {paper.label}; {allowed}. Shorten it.")
