"""Ends a command in order, whichever way it is told to: from a keyboard, by another program, or as its terminal is closed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended_by(*names: str) -> Iterator[None]:
    """Meanwhile, each of these signals ends the command as from a keyboard. A system may not have all of them."""
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = [(number, signal.signal(number, signal.default_int_handler)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
