from __future__ import annotations

from collections.abc import Callable

from macros.catalogue.handbook import Handbook
from macros.paper.sizes import VOLUME_PAPERS
from macros.print.compose.book import book
from macros.view.context import View
from tests.helpers import SMALL, Files, entry, page


def test_the_index_by_code_follows_the_numbers(make: Callable[[Files], Handbook], tiny: Handbook) -> None:
    paper = tiny.paper.model_dump(mode="json", exclude_none=True)
    entries = {f"techniques/t{number}": entry(code=f"Q{number}", title="A technique") for number in (99, 100, 1000)}
    handbook = make({**SMALL, **entries, "library/paper": paper, "pages/techniques/index.md": page("All of them.")})
    by_code = book(View(handbook), VOLUME_PAPERS[0]).values["index"][0]
    assert [row["words"] for row in by_code["rows"]] == [
        "Q09 Letter",
        "Q99 A technique",
        "Q100 A technique",
        "Q1000 A technique",
    ]
