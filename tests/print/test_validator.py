"""The validator notices what we could break. A check that cannot fail would prove nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, NameObject

from tests.print.test_documents import failures


def _widgets(writer: PdfWriter) -> list[Any]:
    return [reference.get_object() for one in writer.pages for reference in one.get("/Annots", ())]


def _no_names(writer: PdfWriter) -> None:
    for widget in _widgets(writer):
        widget.pop("/TU", None)
        if "/Parent" in widget:
            widget["/Parent"].pop("/TU", None)


def _no_language(writer: PdfWriter) -> None:
    del writer.root_object["/Lang"]


def _no_tags(writer: PdfWriter) -> None:
    del writer.root_object["/StructTreeRoot"]


def _not_marked(writer: PdfWriter) -> None:
    mark: Any = writer.root_object["/MarkInfo"]
    mark[NameObject("/Marked")] = BooleanObject(value=False)


def _no_place_in_the_tree(writer: PdfWriter) -> None:
    del _widgets(writer)[0]["/StructParent"]


def _fonts_left_out(writer: PdfWriter) -> None:
    for number in range(1, len(writer._objects) + 1):
        held = writer.get_object(number)
        if isinstance(held, dict) and held.get("/Type") == "/FontDescriptor":
            for name in ("/FontFile2", "/FontFile3"):
                held.pop(name, None)


@pytest.mark.parametrize(
    "damage",
    [_no_names, _no_language, _no_tags, _not_marked, _no_place_in_the_tree, _fonts_left_out],
    ids=lambda f: f.__name__[1:],
)
def test_a_broken_file_is_refused(all_kinds: bytes, damage: Callable[[PdfWriter], None]) -> None:
    assert failures(all_kinds) == []
    writer = PdfWriter(clone_from=io.BytesIO(all_kinds))
    damage(writer)
    out = io.BytesIO()
    writer.write(out)
    assert failures(out.getvalue())


def test_a_copy_that_is_not_broken_is_accepted(all_kinds: bytes) -> None:
    out = io.BytesIO()
    PdfWriter(clone_from=io.BytesIO(all_kinds)).write(out)
    assert failures(out.getvalue()) == []
