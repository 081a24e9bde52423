"""Which languages there are: each folder beside this file whose ``.ftl`` files hold its words is one.

A folder that is also a package describes how its texts are checked, as ``LANGUAGE``. Without one nothing is measured: rules of
another language would find faults that are none, and miss those that are.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

from macros.language.language import Language
from macros.schema.library import DEFAULT_LANGUAGE


@cache
def languages() -> frozenset[str]:
    """The codes of all languages."""
    folders = (folder for folder in files("macros.language").iterdir() if folder.is_dir())
    return frozenset(folder.name for folder in folders if any(word_files(folder)))


def language_of(code: str) -> Language:
    """How texts in a language are checked. A code without a folder, which a check reports, counts as English."""
    name = known(code)
    if not (files("macros.language") / name / "__init__.py").is_file():
        return Language(name)
    described = import_module(f"macros.language.{name}").LANGUAGE
    assert isinstance(described, Language)  # noqa: S101 - what a package of a language is for
    return described


def known(code: str) -> str:
    """The code itself, or that of English where it has no folder."""
    return code if code in languages() else DEFAULT_LANGUAGE


def word_files(folder: Traversable) -> list[Traversable]:
    """The files that hold the words of a language, in the order of their names."""
    return sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
