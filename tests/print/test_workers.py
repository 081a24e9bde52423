"""Documents are made in processes of their own: they end with who started them, and a second try has all the memory there is."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from macros.catalogue.handbook import Handbook
from macros.paper.sizes import PAPERS
from macros.print.compose.documents import documents
from macros.print.compose.sheet import Sheet
from macros.print.compose.volume import Volume
from macros.print.typeset import workers
from macros.print.typeset.compiling import CompiledDocument, CompileFailure, make
from macros.print.typeset.workers import Made, WorkerEnded, Works, make_all
from macros.view.context import View

_NOTHING = {Path(f"{n}.pdf"): Volume({"n": n}, PAPERS[0], datetime.date(2026, 1, 1), "pack") for n in range(6)}


@pytest.fixture(scope="module")
def works(tiny: Handbook) -> Works:
    """So many sheets that processes are started for them."""
    sheets = [document for document in documents(View(tiny)) if isinstance(document.work, Sheet)]
    return {Path(document.uri): document.work for document in sheets[:6]}


def _broken_at(tries: list[tuple[list[str], int]], *faulty: int) -> object:
    """Stands for the processes: gives a result, then they are ended in the tries of these numbers."""

    def in_processes(function: object, works: Works, processes: int) -> Generator[Made]:
        assert function is make
        tries.append(([path.name for path in works], processes))
        for path in works:
            yield path, CompileFailure("made")
            if len(tries) in faulty:
                raise BrokenProcessPool

    return in_processes


def test_what_was_not_made_when_memory_ran_out_is_made_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[tuple[list[str], int]] = []
    monkeypatch.setattr(workers, "in_processes", _broken_at(tries, 1))
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert [path for path, _ in make_all(_NOTHING)] == list(_NOTHING)
    names = [path.name for path in _NOTHING]
    assert tries == [(names, 4), (names[1:], 1)]


def test_when_memory_runs_out_again_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "in_processes", _broken_at([], 1, 2))
    with pytest.raises(WorkerEnded, match=r"^The system ended the process .* Close other programs, then build again\."):
        list(make_all(_NOTHING))


def test_real_processes_give_every_result_and_end(works: Works) -> None:
    assert {path for path, made in make_all(works) if isinstance(made, CompiledDocument)} == set(works)
    assert active_children() == []


def test_who_wants_no_more_waits_for_nothing(works: Works) -> None:
    with closing(make_all(works)) as results:
        next(results)
        children = active_children()
        assert children
    for child in children:
        child.join(60)
        assert not child.is_alive()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal.")
def test_processes_end_with_a_killed_parent(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import active_children, get_context\n"
        "from macros.print.typeset import processes\n"
        "if __name__ == '__main__':\n"
        "    pool = ProcessPoolExecutor(1, mp_context=get_context('spawn'), initializer=processes._end_with_parent)\n"
        "    pool.submit(abs, 1).result()\n"
        "    waits = pool.submit(time.sleep, 600)\n"
        "    print('ready', flush=True)\n"
        "    waits.result()\n",
        "utf-8",
    )
    # The pipe is closed when the last process that has it has ended: the child is one of them.
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == "ready\n"
        parent.send_signal(signal.SIGKILL)
        assert parent.communicate(timeout=60)[0] == ""
