from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.print.compose.nodes import Node
from macros.print.compose.paper_renderer import PaperRenderer
from macros.schema.entry import Entry
from macros.schema.helpline import Helpline
from macros.schema.source import Source
from macros.view.blocks import Card, Cards, Findings, Helplines, Table
from macros.view.citations import short_citation
from macros.view.context import View
from macros.view.inlines import RecordLink, words
from macros.view.kinds.sources import in_list
from macros.view.lists import helpline as shown_helpline
from macros.view.record_parts import citation
from tests.helpers import SMALL, Files, entry, helpline, source


def _text(words: str) -> Node:
    return {"kind": "text", "text": words}


def _line(handbook: Handbook, text: str | None) -> list[Node]:
    view = View(handbook)
    return PaperRenderer(view).line(view.texts.line(text))


def _blocks(handbook: Handbook, text: str | None) -> list[Node]:
    view = View(handbook)
    return PaperRenderer(view).blocks(view.texts.block(text))


def _ref(to: str, words: str) -> Node:
    return {"kind": "ref", "to": to, "text": words}


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Plain words.", [_text("Plain words.")]),
        (
            "*Soft* and **loud**.",
            [{"kind": "em", "parts": [_text("Soft")]}, _text(" and "), {"kind": "strong", "parts": [_text("loud")]}, _text(".")],
        ),
        ("See [a page](https://example.org/a).", [_text("See "), _text("a page"), _text(" (example.org/a)"), _text(".")]),
        ("Call [[emergency]].", [_text("Call "), _text("911 (US, Canada) or 999 (UK)"), _text(".")]),
        ("Do [[worksheets/small]] now.", [_text("Do "), _ref("worksheets/small", "A small sheet (W02)"), _text(" now.")]),
        ("Do [[worksheets/small|it]].", [_text("Do "), _ref("worksheets/small", "it (W02)"), _text(".")]),
        (
            "Call [[helplines/us-example-line]].",
            [_text("Call "), _text("Example Line (call 202-555-0101, press 2)"), _text(".")],
        ),
        ("See [[pages/emergency]].", [_text("See "), _ref("pages/emergency", "Emergency"), _text(".")]),
        ("One  \ntwo.", [_text("One"), {"kind": "break"}, _text("two.")]),
        ("#let x = *1*", [_text("#let x = "), {"kind": "em", "parts": [_text("1")]}]),
    ],
)
def test_a_line_becomes_parts(tiny: Handbook, text: str, nodes: list[Node]) -> None:
    assert _line(tiny, text) == nodes


def test_within_one_country_a_number_stands_alone_and_stands_out(tiny: Handbook) -> None:
    number = {"kind": "strong", "parts": [_text("999")]}
    assert _line(tiny.within("uk"), "Call [[emergency]].") == [_text("Call "), number, _text(".")]


def test_a_block_becomes_paragraphs_and_lists(tiny: Handbook) -> None:
    text = "One\ntwo.\n\n- a\n- b\n  1. c\n\nThree."
    assert _blocks(tiny, text) == [
        {"kind": "p", "parts": [_text("One"), _text(" "), _text("two.")]},
        {
            "kind": "ul",
            "items": [
                [{"kind": "p", "parts": [_text("a")]}],
                [
                    {"kind": "p", "parts": [_text("b")]},
                    {"kind": "ol", "items": [[{"kind": "p", "parts": [_text("c")]}]]},
                ],
            ],
        },
        {"kind": "p", "parts": [_text("Three.")]},
    ]


def test_a_card_ends_with_its_name_where_nothing_is_said_about_it(tiny: Handbook) -> None:
    link = RecordLink("worksheets/small", "A small sheet")
    short, long = (PaperRenderer(View(tiny)).block(Cards((Card(link, about=words(about)),))) for about in ("", "It helps."))
    assert _words(short) == "A small sheet"
    assert _words(long) == "A small sheet. It helps."


def test_no_text_gives_nothing(tiny: Handbook) -> None:
    assert _blocks(tiny, None) == []
    assert _line(tiny, None) == []


def _words(node: object) -> str:
    """All words of nodes."""
    if isinstance(node, list):
        return "".join(map(_words, node))
    if not isinstance(node, dict):
        return ""
    return str(node.get("text", "")) + "".join(_words(node[part]) for part in ("parts", "items", "nodes") if part in node)


def test_paper_says_of_a_helpline_all_that_its_record_says(tiny: Handbook) -> None:
    view, line = View(tiny), tiny.require("helplines/us-example-line", Helpline)
    said = _words(PaperRenderer(view).block(Helplines((shown_helpline(view, tiny.items["helplines/us-example-line"]),))))
    # Where the number was found and when is for those who check it.
    told = {"name", "for_whom", "call", "then_press", "call_note", "tty", "text_to", "text_word", "hours"}
    assert [name for name in told if str(getattr(line, name)) not in said] == []
    assert all(language in said for language in (*line.languages, *line.text_languages))
    assert str(line.chat).removeprefix("https://") in said
    assert "It is not for emergencies." in said


def test_paragraphs_and_lists_of_a_caution_do_not_run_together_on_paper(make: Callable[[Files], Handbook]) -> None:
    line = {**helpline(), "caution": "Wait.\n\nThey may:\n\n- call\n- write\n"}
    view = View(make({**SMALL, "library/helplines": {"line": line}}))
    said = _words(PaperRenderer(view).block(Helplines((shown_helpline(view, view.handbook.items["helplines/line"]),))))
    assert said.endswith("Wait. They may: call write")


def _says(make: Callable[[Files], Handbook], text: str) -> list[str]:
    """The lines of a finding in the table of findings."""
    finding = {"outcome": "rest", "says": text, "grade": "B", "sources": ["doe"]}
    handbook = make({**SMALL, "library/sources": {"doe": source()}, "techniques/a": entry(code="Q07", evidence=[finding])})
    view = View(handbook)
    findings = Findings(tuple(map(view.finding, handbook.require("techniques/a", Entry).evidence)))
    (table,) = PaperRenderer(view).block(findings)
    return [_words(line) for line in table["rows"][0][2]]


def test_words_that_stand_out_are_as_wide_as_others(tiny: Handbook) -> None:
    def widths(text: str) -> list[float]:
        cells = tuple((View(tiny).texts.line(cell),) for cell in (text, "x" * 36))
        (table,) = PaperRenderer(View(tiny)).block(Table("", ("A", "B"), (cells,)))
        found: list[float] = table["widths"]
        return found

    assert widths(f"**{'x' * 64}**") == widths("x" * 64) == [8.0, 6.0]
    assert widths("x") == [4.0, 6.0]


def test_paragraphs_of_a_finding_do_not_run_together_on_paper(make: Callable[[Files], Handbook]) -> None:
    assert _says(make, "Many slept.\n\nFew did not.\n") == ["Many slept.", "Few did not."]


def test_a_list_in_a_finding_is_not_lost_on_paper(make: Callable[[Files], Handbook]) -> None:
    assert _says(make, "They say:\n\n- slept\n- woke\n") == ["They say:", "slept", "woke"]


def test_a_source_reads_as_it_is_cited_without_its_short_name(tiny: Handbook) -> None:
    view, item = View(tiny), tiny.items["sources/example-trial"]
    source = item.read(Source)
    listed, in_book = PaperRenderer(view).line(citation(view, item, (RecordLink(item.id, item.title),))), in_list(view, item)
    expected = f"{source.authors} ({source.year}). {source.title}. {source.where}."
    assert _words(listed) == expected
    assert _words(PaperRenderer(view).blocks(in_book)).startswith(f"{expected} ")
    assert short_citation(source, view.say) not in _words(PaperRenderer(view).blocks(in_book))
