"""Starts the ``handbook`` command, so that an interruption is no fault, even while Python still reads the program."""

from __future__ import annotations

import _thread
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

INTERRUPTED = 130
"""The exit code that a shell knows."""


def main() -> None:
    """Runs the command. Whoever stops it is told no more than that."""
    sys.unraisablehook = _not_lost
    try:
        from macros.cli import main as command  # noqa: PLC0415 - to read it takes long enough to be stopped

        command()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(INTERRUPTED)


def _not_lost(ignored: UnraisableHookArgs) -> None:
    """Lets an interruption come again that came where Python can raise nothing, as while it forgets an object."""
    if ignored.exc_type is KeyboardInterrupt:
        again = threading.Timer(0.02, _thread.interrupt_main)
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(ignored)


if __name__ == "__main__":
    main()
