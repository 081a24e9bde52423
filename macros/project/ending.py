"""Ends a command in order, whichever way it is told to: from a keyboard, by another program, or as its terminal is closed."""

from __future__ import annotations

import signal


def end_on_signals(*names: str) -> None:
    """Makes each of these signals end the command as from a keyboard. A system may not have all of them."""
    for name in names:
        if number := getattr(signal, name, None):
            signal.signal(number, signal.default_int_handler)
