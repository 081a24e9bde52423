"""Handbook → all its documents: what is kept already, and what has to be made, on all cores."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from macros.paper.availability import pdf_unavailable_reason
from macros.print.compose.card import Cards
from macros.print.compose.documents import Document, documents
from macros.print.compose.sheet import Sheet
from macros.print.compose.volume import Volume
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.print.typeset.store import PageFlaw, Store
from macros.reading.problem import Problem
from macros.schema.worksheet import Sheet as SheetEntry
from macros.view.context import View

# Below this number, starting processes takes longer than the work.
_FEW = 4
# Parts of a document for which Typst takes a gigabyte or two: one of these is made at a time, in a process that ends with it.
_MANY = 200

ProgressCallback: TypeAlias = Callable[[Iterable[None], int], Iterable[None]]
"""Is given something that steps on with each document, and how many there will be."""


@dataclass(frozen=True, slots=True)
class PrintResult:
    """All documents.

    Attributes:
        files: where each is kept, by its address from the site's root.
        problems: why some could not be made.
        made: how many were made anew.
    """

    files: Mapping[str, Path] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    made: int = 0


def print_handbook(root: Path, view: View, watch: ProgressCallback | None = None) -> PrintResult:
    """Makes every document that is not kept in ``root`` yet. Nothing is made on a computer that cannot."""
    return print_documents(root, view, documents(view), watch)


def print_documents(root: Path, view: View, wanted: Iterable[Document], watch: ProgressCallback | None = None) -> PrintResult:
    """Makes those of the wanted documents that are not kept yet."""
    if pdf_unavailable_reason():
        return PrintResult()
    store = Store(root)
    kept = {document.uri: (document, store.path(document.work)) for document in wanted}
    missing = {path: document for document, path in kept.values() if store.pages(path) is None}
    flaws: dict[Path, CompileFailure] = {}
    steps = _make_all(missing, store, flaws)
    for _ in watch(steps, len(missing)) if watch and missing else steps:
        pass
    looked = [_problems(view, document, store.pages(path), flaws.get(path)) for document, path in kept.values()]
    looked += [_page_problems(view, document, store.flaw(path)) for document, path in kept.values() if path not in flaws]
    problems = [problem for found in looked for problem in found]
    files = {uri: path for uri, (_, path) in kept.items() if path not in flaws}
    return PrintResult(files, tuple(dict.fromkeys(problems)), len(missing) - len(flaws))


def _make_all(missing: Mapping[Path, Document], store: Store, flaws: dict[Path, CompileFailure]) -> Iterator[None]:
    """Makes documents and keeps them; steps on after each."""
    for path, result in _results({path: document.work for path, document in missing.items()}):
        if isinstance(result, CompiledDocument):
            store.keep(path, result.pdf, result.pages, result.flaw)
        else:
            flaws[path] = result
        yield


def _results(works: Mapping[Path, Sheet | Cards | Volume]) -> Iterator[tuple[Path, CompiledDocument | CompileFailure]]:
    large = {path: each for path, each in works.items() if len(each.values.get("known", ())) > _MANY}
    small = {path: each for path, each in works.items() if path not in large}
    if not large and len(small) <= _FEW:
        yield from ((path, make(each)) for path, each in small.items())
        return
    # Not forked: a process that runs threads must not be.
    context = multiprocessing.get_context("spawn")
    with (
        ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as alone,
        ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool,
    ):
        under_way = {alone.submit(make, each): path for path, each in large.items()}
        under_way |= {pool.submit(make, each): path for path, each in small.items()}
        yield from ((under_way[done], done.result()) for done in as_completed(under_way))


def _page_problems(view: View, document: Document, flaw: PageFlaw) -> Iterator[Problem]:
    item = view.handbook.get(flaw.part) or document.item
    if flaw.reason and item:
        yield item.problem((), f"On paper, {flaw.reason}.")


def _problems(view: View, document: Document, pages: int | None, flaw: CompileFailure | None) -> Iterator[Problem]:
    item, paper = document.item, document.work.paper
    if flaw and flaw.part:
        yield view.handbook.items[flaw.part].problem((), f"It cannot be printed: {flaw.reason}.")
    elif flaw and item:
        sheet = item.fields if isinstance(item.fields, SheetEntry) else None
        loc = sheet.source_loc(*flaw.place) if sheet and flaw.place else ()
        yield item.problem(loc, f"It cannot be printed: {flaw.reason}.")
    elif flaw:
        yield Problem("content/library/paper.yml", 1, "", f"{document.uri} cannot be printed: {flaw.reason}.")
    if (
        item
        and isinstance(item.fields, SheetEntry)
        and isinstance(document.work, Sheet)
        and pages
        and paper.limited
        and pages > item.fields.most_pages
    ):
        most = item.fields.most_pages
        allowed = f"at most {most} {'is' if most == 1 else 'are'} allowed"
        yield item.problem(("most_pages",), f"The sheet takes {pages} pages in {paper.label}; {allowed}. Shorten it.")
