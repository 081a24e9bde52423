"""Lets two folders change places in one step, so that a site is there at every moment, on systems that can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

# Both systems have a number for it: exchange, swap. Linux also wants to know that the paths are no numbers of open folders.
_EXCHANGE, _BY_PATH = 2, -100


def exchange(one: Path, other: Path) -> bool:
    """Gives each of two folders the name of the other. Where the system or the disk cannot, nothing has changed."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(_BY_PATH, first, _BY_PATH, second, _EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(first, second, _EXCHANGE) == 0)
    except (AttributeError, OSError):  # an older library of the system
        return False
    return False
