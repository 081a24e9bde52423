"""The validator notices what we could break. A check that cannot fail would prove nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pikepdf import Dictionary, Name, Pdf

from tests.print.pdf import breaches, changed, clickable


def _no_names(document: Pdf) -> None:
    for _, widget in clickable(document):
        for named in (widget, widget.get("/Parent", Dictionary())):
            if "/TU" in named:
                del named.TU


def _no_language(document: Pdf) -> None:
    del document.Root.Lang


def _no_tags(document: Pdf) -> None:
    del document.Root.StructTreeRoot


def _not_marked(document: Pdf) -> None:
    document.Root.MarkInfo.Marked = False


def _no_place_in_the_tree(document: Pdf) -> None:
    _, widget = next(clickable(document))
    del widget.StructParent


def _fonts_left_out(document: Pdf) -> None:
    for found in document.objects:
        if isinstance(found, Dictionary) and found.get("/Type") == Name.FontDescriptor:
            for name in {"/FontFile2", "/FontFile3"} & found.keys():
                del found[name]


@pytest.mark.parametrize(
    "damage",
    [_no_names, _no_language, _no_tags, _not_marked, _no_place_in_the_tree, _fonts_left_out],
    ids=lambda f: f.__name__[1:],
)
def test_a_broken_file_is_refused(all_kinds: bytes, damage: Callable[[Pdf], None]) -> None:
    assert breaches(all_kinds) == []
    assert breaches(changed(all_kinds, damage))


def test_a_copy_that_is_not_broken_is_accepted(all_kinds: bytes) -> None:
    assert breaches(changed(all_kinds, lambda _: None)) == []
