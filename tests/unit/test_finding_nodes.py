from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.print.compose.common_nodes import CommonNodes
from macros.schema.entry import Entry
from tests.helpers import SMALL, Files, entry, source


def _says(make: Callable[[Files], Handbook], text: str) -> list[str]:
    finding = {"outcome": "rest", "says": text, "grade": "B", "sources": ["doe"]}
    handbook = make({**SMALL, "library/sources": {"doe": source()}, "techniques/a": entry(code="Q07", evidence=[finding])})
    rows: Any = CommonNodes(handbook).findings(handbook.the("techniques/a", Entry).evidence)["rows"]
    return ["".join(part["text"] for part in line) for line in rows[0][2]]


def test_paragraphs_of_a_finding_do_not_run_together_on_paper(make: Callable[[Files], Handbook]) -> None:
    assert _says(make, "Many slept.\n\nFew did not.\n") == ["Many slept.", "Few did not."]


def test_a_list_in_a_finding_is_not_lost_on_paper(make: Callable[[Files], Handbook]) -> None:
    assert _says(make, "They say:\n\n- slept\n- woke\n") == ["They say:", "slept", "woke"]
