"""Runs Zensical's command in a process that ends with the one that started it, whose end closes the input of this one."""

from __future__ import annotations

import os
import runpy
import threading
from typing import Final

_INPUT: Final = 0


def main() -> None:
    """The command, with the arguments of this process."""
    threading.Thread(target=_end_with_input, daemon=True).start()
    runpy.run_module("zensical", run_name="__main__", alter_sys=True)


def _end_with_input() -> None:
    # Not by way of Python's own input, which a thread that waits would keep from being closed at the end.
    while os.read(_INPUT, 1):
        pass
    os._exit(1)


if __name__ == "__main__":
    main()
