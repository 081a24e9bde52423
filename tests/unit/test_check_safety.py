"""Where the check looks. What it looks for is data: ``tests/content/test_dangerous_advice.py`` tries that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import safety
from tests.helpers import Fields, Files, entry, gate, helpline, messages, page, procedure, source, told

Make = Callable[[Files], Handbook]

_BAD = "Lock him in."
_LIBRARY: Files = {
    "library/word-groups": {"them": {"words": ["him", "anyone"]}},
    "library/dangerous-advice": {
        "force": {
            "message": "seems to suggest force.",
            "phrases": ["lock {them} in", "block {up to 2 words} door"],
            "caught": [_BAD, "Block the door."],
            "spared": ["Do not lock anyone in."],
        }
    },
}
_SAID = "“Lock him in” seems to suggest force. Is this a warning? Then say “do not” shortly before these words."
_FINDING = {"outcome": "rest", "says": _BAD, "grade": "D"}


def _section(title: str = "A part", **field: Any) -> Fields:
    return entry("worksheets", sections=[{"title": title, "fields": [field or {"kind": "short", "label": "A"}]}])


_PLACES: dict[str, tuple[str, Files]] = {
    "title": ("title", {"techniques/a": entry(title=_BAD)}),
    "other name": ("also_called[0]", {"techniques/a": entry(also_called=[_BAD])}),
    "summary": ("summary", {"techniques/a": entry(summary=_BAD)}),
    "family": ("for_families", {"techniques/a": entry(for_families=f"First.\n\n- {_BAD}")}),
    "professional": ("for_professionals", {"techniques/a": entry(for_professionals=_BAD)}),
    "step": ("steps[0].text", {"techniques/a": entry(steps=[{"title": "Go", "text": _BAD}])}),
    "title of a step": ("steps[0].title", {"techniques/a": entry(steps=[{"title": _BAD, "text": "Go."}])}),
    "words to try": ("say[0]", {"techniques/a": entry(say=[_BAD])}),
    "caution": ("cautions[0]", {"techniques/a": entry(cautions=[_BAD])}),
    "finding": ("evidence[0].says", {"techniques/a": entry(evidence=[_FINDING])}),
    "change": ("changes[0].what", {"techniques/a": entry(changes=[{"date": "2026-01-01", "what": _BAD}])}),
    "now": ("now", {"situations/a": entry("situations", now=_BAD)}),
    "claim": ("claimed[0]", {"models/a": entry("models", claimed=[_BAD])}),
    "sheet": ("for_families", {"worksheets/a": entry("worksheets", for_families=_BAD)}),
    "section": ("sections[0].title", {"worksheets/a": _section(title=_BAD)}),
    "label of a field": ("sections[0].fields[0].label", {"worksheets/a": _section(kind="short", label=_BAD)}),
    "hint of a field": ("sections[0].fields[0].hint", {"worksheets/a": _section(kind="short", label="A", hint=_BAD)}),
    "option": ("sections[0].fields[0].options[0]", {"worksheets/a": _section(kind="checklist", label="A", options=[_BAD])}),
    "guidance": ("sections[0].fields[0].text", {"worksheets/a": _section(kind="guidance", text=_BAD)}),
    "column": (
        "sections[0].fields[0].columns[0].title",
        {"worksheets/a": _section(kind="table", label="A", columns=[{"title": _BAD}], rows="1")},
    ),
    "right of a pair": (
        "sections[0].fields[0].rows[0].right",
        {"worksheets/a": _section(kind="pairs", label="A", left="B", right="C", rows=[{"left": "D", "right": _BAD}])},
    ),
    "strip": ("strip[0]", {"worksheets/a": entry("worksheets", strip=[_BAD])}),
    "example of a letter": ("example", {"letters/a": entry("letters", example=_BAD)}),
    "body of a letter": ("body", {"letters/a": entry("letters", body=f"Dear {{name}},\n\n{_BAD}")}),
    "prompt": ("prompts[0].asks", {"letters/a": entry("letters", prompts=[{"asks": _BAD}])}),
    "check of a letter": ("before_use[0]", {"letters/a": entry("letters", before_use=[_BAD])}),
    "pack": ("for_families", {"packs/a": entry("packs", for_families=_BAD)}),
    "first aid": ("a.steps[0].text", {"library/first-aid": {"a": procedure(steps=[{"title": "Go", "text": _BAD}])}}),
    "safety check": ("a.text", {"library/gates": {"a": gate(text=_BAD)}}),
    "safety check in short": ("a.in_short", {"library/gates": {"a": gate(in_short=_BAD)}}),
    "caution of a helpline": ("a.caution", {"library/helplines": {"a": helpline(caution=_BAD)}}),
    "glossary": ("a.means", {"library/glossary": {"a": {"term": "a", "means": _BAD}}}),
    "what a source shows": ("a.shows", {"library/sources": {"a": source(shows=_BAD)}}),
    "description of a page": ("description", {"pages/a.md": page("Hello.", description=_BAD)}),
}


@pytest.mark.parametrize(("field", "files"), _PLACES.values(), ids=_PLACES)
def test_dangerous_advice_is_found_wherever_a_reader_may_take_it(make: Make, field: str, files: Files) -> None:
    assert told(safety.check(make({**_LIBRARY, **files}))) == [f"{field}: {_SAID}"]


@pytest.mark.parametrize(
    "files",
    [
        {"techniques/a": entry(avoid=[_BAD])},
        {"techniques/a": entry(search_words=[_BAD], slang=[_BAD])},
        {"worksheets/a": _section(kind="pairs", label="A", left="B", right="C", rows=[{"left": _BAD, "right": "D"}])},
        {"library/sources": {"a": source(title=_BAD, where=_BAD)}},
        {"library/words": {"a": {"avoid": ["x"], "use": ["y"], "why": _BAD, "basis": "our choice"}}},
        {"library/scope": {"T1": {"item": _BAD, "section": "A"}}},
        {"pages/a.md": page('{{ some_cards("lock him in") }}\n')},
    ],
    ids=["avoid", "searched", "left of a pair", "publication", "words", "scope", "macro call"],
)
def test_what_nobody_takes_for_advice_is_let_through(make: Make, files: Files) -> None:
    assert messages(safety.check(make({**_LIBRARY, **files}))) == []


@pytest.mark.parametrize("where", ["entry", "page"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        (_BAD, 1),
        ("If he will not go, lock him in.", 1),
        ("Do not shout. Lock him in.", 1),
        ("Do not shout\n\nLock him in", 1),
        ("- Do not shout\n- Lock him in", 1),
        ("Lock him in, and block the door. Lock him in.", 3),
        ("Do not lock him in.", 0),
        ("Do *not* lock him in.", 0),
        ("Do not\nlock him in.", 0),
        ("Stay.", 0),
    ],
)
def test_each_sentence_is_looked_at_by_itself(make: Make, text: str, found: int, where: str) -> None:
    files: Files = {"techniques/a": entry(for_families=text)} if where == "entry" else {"pages/a.md": page(text)}
    assert len(list(safety.check(make({**_LIBRARY, **files})))) == found


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Hello.\n\nLock\nhim\nin.\n", 7),
        ("Hello.\nDo not lock him in.\nYou may lock him in.\n", 7),
        ("- Hello.\n- One, and\n  lock him in.\n", 7),
        ("## Lock him in\n", 5),
        ("| A |\n|---|\n| Hello. |\n| **Lock** him in. |\n", 8),
        ('<p class="lead">Lock him in.</p>\n', 5),
        ("Hello.\n\n{{ some_cards(\n'x') }}\n\nLock him in.\n", 10),
    ],
    ids=["over lines", "second of two", "list", "heading", "table", "HTML", "below a macro call"],
)
def test_words_on_a_page_are_found_on_the_line_on_which_they_begin(make: Make, body: str, line: int) -> None:
    (problem,) = safety.check(make({**_LIBRARY, "pages/a.md": page(body)}))
    assert (problem.file, problem.line, problem.field) == ("content/pages/a.md", line, "")
    assert problem.message == _SAID or problem.message == _SAID.replace("Lock", "lock")


def test_words_in_a_file_are_found_on_the_line_on_which_they_begin(make: Make) -> None:
    head = "title: A\ncode: Q01\nsummary: B\npurpose: C\nstages:\n- plan\nchecked: 2026-01-01\n"
    text = f"{head}for_families: |\n  One.\n\n  Two, and lock\n  him in.\n"
    assert [problem.line for problem in safety.check(make({**_LIBRARY, "techniques/a.yml": text}))] == [11]


@pytest.mark.parametrize("where", ["entry", "page"])
def test_the_words_of_a_reference_are_read_as_they_are_shown(make: Make, where: str) -> None:
    def files(text: str) -> Files:
        other = entry(code="Q02", title="Him in")
        shown: Files = {"techniques/a": entry(for_families=text)} if where == "entry" else {"pages/a.md": page(text)}
        return {**_LIBRARY, "techniques/other": other, **shown}

    assert len(list(safety.check(make(files("Lock [[techniques/other]]."))))) == 1
    assert len(list(safety.check(make(files("Lock [[techniques/other|him]] in."))))) == 1
    assert len(list(safety.check(make(files("Lock [[techniques/other|it]] in."))))) == 0


def test_without_a_list_nothing_is_looked_for(make: Make) -> None:
    assert messages(safety.check(make({"techniques/a": entry(for_families=_BAD)}))) == []


def test_a_letter_that_becomes_two_when_it_is_small_moves_no_words(make: Make) -> None:
    problems = list(safety.check(make({**_LIBRARY, "pages/a.md": page("İİİ İİ. Lock him in.\n\nRest.\n")})))
    assert [(problem.line, problem.message) for problem in problems] == [(5, _SAID)]
