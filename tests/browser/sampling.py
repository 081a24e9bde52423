"""Which of many pages that are made alike `make test` looks at; `pytest -m thorough` looks at the others."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet

_EVERY = 5


def sampled(names: Iterable[str], *, first: int = 0) -> list[str | ParameterSet]:
    """Every fifth name as it is, the one at ``first`` among them, and the others with the mark ``thorough``."""
    return [name if at % _EVERY == first else pytest.param(name, marks=pytest.mark.thorough) for at, name in enumerate(names)]
