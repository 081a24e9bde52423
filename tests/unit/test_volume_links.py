"""What a link to a document of many parts says of it."""

from __future__ import annotations

import pytest

from macros.catalogue.addresses import book_address
from macros.catalogue.handbook import Handbook
from macros.paper.sizes import VOLUME_PAPERS
from macros.view.blocks import Files
from macros.view.context import View
from macros.view.files import volume_links
from macros.view.made import Made


def _said(view: View) -> list[str]:
    (files,) = volume_links(view, book_address, "handbook-as-pdf", "no-handbook-pdf")
    assert isinstance(files, Files)
    return [file.words for file in files.files]


def test_a_link_says_how_many_pages_and_how_heavy_what_was_made_is(tiny: Handbook) -> None:
    made = {"print/handbook-us.pdf": Made(310, 5_960_000), "print/handbook-a4.pdf": Made(1, 24_400)}
    assert _said(View(tiny, made=made)) == [
        "The handbook as PDF, Letter: 310 pages, 6 MB",
        "The handbook as PDF, A4: 1 page, 24 kB",
    ]


def test_a_link_to_what_was_not_made_yet_says_neither(tiny: Handbook) -> None:
    assert _said(View(tiny)) == ["The handbook as PDF, Letter", "The handbook as PDF, A4"]
    assert len(VOLUME_PAPERS) == 2


@pytest.mark.parametrize(("size", "said"), [(400, "1 kB"), (999_400, "999 kB"), (999_600, "1 MB"), (1_600_000, "2 MB")])
def test_a_size_is_said_in_whole_numbers(tiny: Handbook, size: int, said: str) -> None:
    assert _said(View(tiny, made={"print/handbook-us.pdf": Made(2, size)}))[0].endswith(f": 2 pages, {said}")
