"""Makes documents in processes of their own, which end with the process that started them.

What needs much memory is made alone, and the number of processes does not grow with the cores: only the book decides how much
memory a build takes.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeAlias

from macros.print.compose.card import Cards
from macros.print.compose.sheet import Sheet
from macros.print.compose.volume import Volume
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make

Works: TypeAlias = Mapping[Path, Sheet | Cards | Volume]
Made: TypeAlias = tuple[Path, CompiledDocument | CompileFailure]

# Below this number, starting processes takes longer than the work.
_FEW = 4
# Parts of a document for which Typst takes gigabytes, three for 930 pages: one of these is made at a time, alone, in a process
# that ends with it.
_MANY = 200
# Each takes a quarter of a gigabyte.
_AT_ONCE = 4


_ENDED = (
    "The system ended the process that makes the PDF files, as it does when memory runs out: a large book takes 4 GB. "
    "Close other programs, then build again. What was made already is kept."
)


class WorkerEnded(Exception):
    """A process that made a document was ended from outside, also when it alone tried once more; the message says what to do."""


def make_all(works: Works) -> Generator[Made]:
    """Makes documents; gives each, with the path it is kept at, when it is ready.

    Raises:
        WorkerEnded: if the system ends the processes, as it does when memory runs out.
    """
    large = {path: each for path, each in works.items() if len(each.values.get("known", ())) > _MANY}
    small = {path: each for path, each in works.items() if path not in large}
    if not large and len(small) <= _FEW:
        yield from ((path, make(each)) for path, each in small.items())
        return
    yield from _with_second_try(small, min(_AT_ONCE, os.cpu_count() or 1))
    for path, each in large.items():
        yield from _with_second_try({path: each}, 1)


def end_workers() -> None:
    """Ends all processes that make documents for this one."""
    for process in multiprocessing.active_children():
        process.kill()


def _with_second_try(works: Works, processes: int) -> Generator[Made]:
    made = set()
    try:
        for path, result in _in_processes(works, processes):
            made.add(path)
            yield path, result
    except BrokenProcessPool:
        left = {path: each for path, each in works.items() if path not in made}
        try:
            yield from _in_processes(left, 1)
        except BrokenProcessPool:
            raise WorkerEnded(_ENDED) from None


def _in_processes(works: Works, processes: int) -> Generator[Made]:
    if not works:
        return
    # Not forked: a process that runs threads must not be.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(min(processes, len(works)), mp_context=context, initializer=_end_with_parent)
    try:
        with _deaf():
            under_way = {pool.submit(make, each): path for path, each in works.items()}
        yield from ((under_way[done], done.result()) for done in as_completed(under_way))
        pool.shutdown()
    except BaseException:  # nobody wants the rest, so nobody waits for it
        pool.shutdown(wait=False, cancel_futures=True)
        end_workers()
        raise


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started meanwhile never hear of an interruption, which a terminal tells to all of them at once."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Ends this process as soon as the one that started it has ended, even if that was killed and could say nothing."""
    # Where a process cannot be started deaf; the one that started this one decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
