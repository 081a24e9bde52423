"""Starts the ``handbook`` command, so that an interruption is no fault, even while Python still reads the program."""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""The exit code that a shell knows."""


def main() -> None:
    """Runs the command. Whoever stops it is told no more than that."""
    try:
        from macros.cli import main as command  # noqa: PLC0415 - to read it takes long enough to be stopped

        command()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
