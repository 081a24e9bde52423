"""Handbook → all its documents: what is kept already, and what has to be made, on all cores."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from macros.paper.availability import pdf_unavailable_reason
from macros.print.compose.documents import Document, documents
from macros.print.compose.sheet import Sheet
from macros.print.typeset.compiling import CompiledDocument, CompileFailure
from macros.print.typeset.store import PageFlaw, Store
from macros.print.typeset.workers import make_all
from macros.reading.problem import Problem
from macros.schema.worksheet import Sheet as SheetEntry
from macros.view.context import View

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
    """Makes those of the wanted documents that are not kept yet.

    Raises:
        WorkerEnded: if the system ends the processes that make them.
    """
    if pdf_unavailable_reason():
        return PrintResult()
    store = Store(root)
    kept = {document.uri: (document, store.path(document.work)) for document in wanted}
    missing = {path: document for document, path in kept.values() if store.pages(path) is None}
    flaws: dict[Path, CompileFailure] = {}
    with closing(_make_all(missing, store, flaws)) as steps:  # who is interrupted waits for no document
        for _ in watch(steps, len(missing)) if watch and missing else steps:
            pass
    looked = [_problems(view, document, store.pages(path), flaws.get(path)) for document, path in kept.values()]
    looked += [_page_problems(view, document, store.flaw(path)) for document, path in kept.values() if path not in flaws]
    problems = [problem for found in looked for problem in found]
    files = {uri: path for uri, (_, path) in kept.items() if path not in flaws}
    return PrintResult(files, tuple(dict.fromkeys(problems)), len(missing) - len(flaws))


def _make_all(missing: Mapping[Path, Document], store: Store, flaws: dict[Path, CompileFailure]) -> Generator[None]:
    """Makes documents and keeps them; steps on after each."""
    with closing(make_all({path: document.work for path, document in missing.items()})) as results:
        for path, result in results:
            if isinstance(result, CompiledDocument):
                store.keep(path, result.pdf, result.pages, result.flaw)
            else:
                flaws[path] = result
            yield


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
