"""The engines by their names. What an engine needs is imported when it is asked for: one of them need not be installed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TypeAlias, cast

from macros.project.loading import LoadedProject

Engine: TypeAlias = Callable[[LoadedProject, Path, Mapping[str, str]], None]
"""Builds the pages of a project into a folder, with some variables of the environment. Raises ``EngineFailed``."""

ENGINES = ("mkdocs", "zensical")
DEFAULT = "mkdocs"


def engine_named(name: str) -> Engine:
    """The engine of one of these names."""
    return cast(Engine, import_module(f"macros.project.engines.{name}_engine").build)
