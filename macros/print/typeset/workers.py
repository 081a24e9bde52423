"""Makes documents in processes of their own: small ones side by side, then each book by itself, a section a process.

The number of processes does not grow with the cores: only a section of a book decides how much memory a build takes.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

from macros.print.compose.book import TEMPLATE as BOOK
from macros.print.compose.card import Cards
from macros.print.compose.sheet import Sheet
from macros.print.compose.volume import Volume
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.print.typeset.processes import in_a_process_each, in_processes

Works: TypeAlias = Mapping[Path, Sheet | Cards | Volume]
Made: TypeAlias = tuple[Path, CompiledDocument | CompileFailure]

# Below this number, starting processes takes longer than the work.
_FEW = 4
# Parts of a book that is worth processes of its own.
_MANY = 200
# Each takes a quarter of a gigabyte; a section of a book takes half of one.
_AT_ONCE = 4
_SECTIONS_AT_ONCE = 2

_ENDED = (
    "The system ended the process that makes the PDF files, as it does when memory runs out: to build a handbook takes 2 GB. "
    "Close other programs, then build again. What was made already is kept."
)


class WorkerEnded(Exception):
    """A process that made a document was ended from outside, also when it alone tried once more; the message says what to do."""


def make_all(works: Works) -> Generator[Made]:
    """Makes documents; gives each, with the path it is kept at, when it is ready.

    Raises:
        WorkerEnded: if the system ends the processes, as it does when memory runs out.
    """
    books = {path: each for path, each in works.items() if _is_large(each)}
    small = {path: each for path, each in works.items() if path not in books}
    if not books and len(small) <= _FEW:
        yield from ((path, make(each)) for path, each in small.items())
        return
    yield from _with_second_try(small)
    for path, book in books.items():
        yield path, _made_in_sections(book)


def _is_large(work: Sheet | Cards | Volume) -> bool:
    return isinstance(work, Volume) and work.template == BOOK and len(work.values["known"]) > _MANY


def _with_second_try(works: Works) -> Generator[Made]:
    left = dict(works)
    with suppress(BrokenProcessPool):
        yield from _made(left, min(_AT_ONCE, os.cpu_count() or 1))
    try:
        yield from _made(left, 1)
    except BrokenProcessPool:
        raise WorkerEnded(_ENDED) from None


def _made(left: dict[Path, Sheet | Cards | Volume], processes: int) -> Generator[Made]:
    """Makes documents; each that is made is no longer left."""
    with closing(in_processes(make, dict(left), processes)) as results:
        for path, result in results:
            del left[path]
            yield path, result


def _made_in_sections(book: Sheet | Cards | Volume) -> CompiledDocument | CompileFailure:
    for processes in (min(_SECTIONS_AT_ONCE, os.cpu_count() or 1), 1):
        with suppress(BrokenProcessPool):
            return make(book, partial(in_a_process_each, processes=processes))
    raise WorkerEnded(_ENDED)
