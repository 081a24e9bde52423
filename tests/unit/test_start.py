from __future__ import annotations

import subprocess
import sys

import pytest

from macros import cli, start


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
