"""Does work in processes of its own, which never hear of an interruption and end with the process that started them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, as_completed
from concurrent.futures import wait as wait_for
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TypeVar

K = TypeVar("K")
T = TypeVar("T")
R = TypeVar("R")


def in_processes(function: Callable[[T], R], works: Mapping[K, T], processes: int) -> Generator[tuple[K, R]]:
    """Does some works in a number of processes; gives the name of each and what came of it, as soon as it is done.

    Raises:
        BrokenProcessPool: if the system ends a process.
    """
    if not works:
        return
    pool = _pool(min(processes, len(works)))
    try:
        with _deaf():
            under_way = {pool.submit(function, work): name for name, work in works.items()}
        yield from ((under_way[done], done.result()) for done in as_completed(under_way))
        pool.shutdown()
    except BaseException:  # nobody wants the rest, so nobody waits for it
        pool.shutdown(wait=False, cancel_futures=True)
        end_processes()
        raise


def in_a_process_each(function: Callable[[T], R], works: Iterable[T], processes: int) -> list[R]:
    """Does each work in a process that ends with it and gives its memory back, a number of them at a time; in order.

    Raises:
        BrokenProcessPool: if the system ends a process.
    """
    waiting = list(enumerate(works))[::-1]
    under_way: dict[Future[R], tuple[int, ProcessPoolExecutor]] = {}
    results: dict[int, R] = {}
    try:
        while waiting or under_way:
            while waiting and len(under_way) < processes:
                at, work = waiting.pop()
                pool = _pool(1)
                with _deaf():
                    under_way[pool.submit(function, work)] = (at, pool)
            for done in wait_for(under_way, return_when=FIRST_COMPLETED).done:
                at, pool = under_way.pop(done)
                results[at] = done.result()
                pool.shutdown()
    except BaseException:
        for _, pool in under_way.values():
            pool.shutdown(wait=False, cancel_futures=True)
        end_processes()
        raise
    return [results[at] for at in sorted(results)]


def end_processes() -> None:
    """Ends all processes that work for this one."""
    for process in multiprocessing.active_children():
        process.kill()


def _pool(processes: int) -> ProcessPoolExecutor:
    # Not forked: a process that runs threads must not be.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)


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
