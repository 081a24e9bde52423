"""Each kind that has pages has a module that makes them, and each of these modules belongs to a kind."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from macros.schema.kinds import KINDS
from macros.view import kinds


def test_each_kind_with_pages_has_its_module_and_no_other_has() -> None:
    modules = {module.name for module in iter_modules(kinds.__path__)}
    assert modules == {kind.name.replace("-", "_") for kind in KINDS if kind.has_page}


def test_each_of_these_modules_makes_a_page() -> None:
    for module in iter_modules(kinds.__path__):
        assert callable(import_module(f"{kinds.__name__}.{module.name}").page)
