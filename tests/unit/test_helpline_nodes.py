from __future__ import annotations

from typing import Any

from macros.catalogue.handbook import Handbook
from macros.print.compose.common_nodes import CommonNodes
from macros.schema.helpline import Helpline


def _words(node: Any) -> str:
    if isinstance(node, list):
        return "".join(map(_words, node))
    return str(node.get("text", "")) + "".join(_words(node[part]) for part in ("parts", "items", "nodes") if part in node)


def test_paper_says_of_a_helpline_all_that_its_record_says(tiny: Handbook) -> None:
    common = CommonNodes(tiny)
    line = tiny.the("helplines/us-example-line", Helpline)
    said = _words(common.helplines([view for view in common.page.helplines() if view.slug == "us-example-line"]))
    # Where the number was found and when is for those who check it.
    told = {"name", "for_whom", "call", "then_press", "call_note", "tty", "text_to", "text_word", "hours"}
    assert [name for name in told if str(getattr(line, name)) not in said] == []
    assert all(language in said for language in (*line.languages, *line.text_languages))
    assert str(line.chat).removeprefix("https://") in said
    assert "It is not for emergencies." in said
