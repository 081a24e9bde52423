from __future__ import annotations

import subprocess
import sys

import pytest

from macros import cli, start


@pytest.fixture(autouse=True)
def hook(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Python calls for a fault that it can raise nowhere stays what it is in the tests."""
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)


def _stopped() -> None:
    raise KeyboardInterrupt


def test_an_interruption_is_no_fault(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(cli, "main", _stopped)
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == start.INTERRUPTED
    assert capsys.readouterr().err == "Stopped.\n"


def test_all_else_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "main", lambda: sys.exit(3))
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 3


def test_it_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "macros.start", "--version"], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("handbook, version")


_INTERRUPTED_WHERE_NOTHING_CAN_BE_RAISED = """
import time
from macros import cli, start

class Forgotten:
    def __del__(self):
        raise {error}

def command():
    Forgotten()
    for _ in range(500):
        time.sleep(0.01)
    print("went on")

cli.main = command
start.main()
"""


@pytest.mark.parametrize(
    ("error", "code", "said", "told"),
    [("KeyboardInterrupt", start.INTERRUPTED, "", "Stopped.\n"), ("ValueError", 0, "went on\n", "ValueError")],
)
def test_an_interruption_is_not_lost_where_python_can_raise_nothing(error: str, code: int, said: str, told: str) -> None:
    script = _INTERRUPTED_WHERE_NOTHING_CAN_BE_RAISED.format(error=error)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, said)
    assert told in done.stderr
    assert ("Traceback" in done.stderr) == (error != "KeyboardInterrupt")
