from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.helpers import ROOT


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_what_a_python_says_that_does_not_run_is_shown(tmp_path: Path) -> None:
    shim = tmp_path / "python"
    shim.write_text("#!/bin/sh\necho 'pyenv: version 3.12 is not installed' >&2\nexit 127\n", "utf-8")
    shim.chmod(0o755)
    command = ["make", "-f", str(ROOT / "Makefile"), f"VENV={tmp_path / 'venv'}", f"PYTHON={shim}", "check"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "said: pyenv: version 3.12 is not installed." in result.stdout + result.stderr
    assert not (tmp_path / "venv").exists()
