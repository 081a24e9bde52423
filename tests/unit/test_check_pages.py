from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import page_markup, pages
from tests.helpers import SMALL, Files, messages, page


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('{{ show_recrod("techniques/letter") }}', "'show_recrod' is not a macro. Did you mean 'show_record'?"),
        (
            '{{ show_record("techniques/leter") }}',
            "show_record(…): 'leter' is not the name of a technique. Did you mean 'letter'?",
        ),
        ('{{ some_cards("techniques/letter", "x/y") }}', "some_cards(…): 'x/y' is of the wrong kind."),
        ('{{ show_record("techniques/old") }}', "show_record(…): 'old' is retired since 2026-01-01."),
        (
            '{{ glossary_term("relaps") }}',
            "glossary_term(…): 'relaps' is not the name of a glossary term. Did you mean 'relapse'?",
        ),
        ('{{ entry_cards("technique") }}', "entry_cards(…): 'technique' is not a kind of entry. Did you mean 'techniques'?"),
        (
            '{{ sheets_by_stage("techniques") }}',
            "sheets_by_stage(…): 'techniques' is not a kind of sheet.",
        ),
        ('{{ entry_cards(kind="technique") }}', "entry_cards(…): 'technique' is not a kind of entry. Did you mean 'techniques'?"),
        ("{{ show_record() }}", "show_record(…): missing a required argument: 'record'."),
        ("{{ scope_count(1) }}", "scope_count(…): too many positional arguments."),
        ('{{ helpline_list(topics="x") }}', "helpline_list(…): "),
        (
            '{{ helpline_list(topic="violense") }}',
            "helpline_list(…): 'violense' is not the name of a topic. Did you mean 'violence'?",
        ),
        ('{{ entry_table("models", "opennes") }}', "entry_table(…): 'opennes' is not a field of a model of intervention."),
        (
            '{{ entry_table("models", "principles") }}',
            "entry_table(…): 'principles' cannot be a column. Here 'title', 'summary', ",
        ),
        ("{{ source_list }}", "'source_list' "),
        ("{{ nothing }}", "'nothing' "),
        ('{{ show_record("techniques/letter" }}', "The macro call cannot be read: "),
        ("{{ }}", "The macro call cannot be read: "),
    ],
)
def test_a_macro_call_that_would_fail_is_found(make: Callable[[Files], Handbook], body: str, message: str) -> None:
    found = pages.check(make({**SMALL, "pages/b.md": page(f"Fine.\n\n{body}\n")}))
    found_on_page = [str(problem) for problem in found if problem.file == "content/pages/b.md"]
    assert [text.startswith(f"content/pages/b.md:7: {message}") for text in found_on_page] == [True], found_on_page


def test_macro_calls_that_can_be_made_are_let_through(tiny: Handbook) -> None:
    assert messages(pages.check(tiny)) == []


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("{{ glossary_list() }}\n\nSo {{ scope_count() }} are here.", []),
        ("  {{ glossary_list() }}  \n", []),
        ("{{ some_cards(\n'techniques/letter') }}\n", []),
        ("All of it:\n\nHere: {{ glossary_list() }}\n", [7]),
        ("{{ glossary_list() }} is all.\n", [5]),
        ("{{ glossary_list() }} {{ grade_list() }}\n", [5, 5]),
    ],
)
def test_a_macro_that_gives_a_block_stands_alone_on_its_line(
    make: Callable[[Files], Handbook], body: str, lines: list[int]
) -> None:
    found = [problem for problem in pages.check(make({**SMALL, "pages/b.md": page(body)})) if "shows a block" in problem.message]
    assert [problem.line for problem in found] == lines


def test_pages_that_links_rely_on_must_exist(make: Callable[[Files], Handbook]) -> None:
    missing = {problem.file for problem in pages.check(make(SMALL))}
    assert missing == {
        f"content/pages/{name}.md"
        for name in ("index", "techniques/index", "models/index", "sources/index", "glossary/index", "helplines/index")
    }


@pytest.mark.parametrize(("file", "wrong"), [("techniques", 0), ("technique", 1)])
def test_a_link_to_a_page_of_fields_leads_somewhere(make: Callable[[Files], Handbook], file: str, wrong: int) -> None:
    index = page(f"[The fields](fields/{file}.md)\n")
    found = messages(page_markup.check(make({"pages/contributing/fields.md": index})))
    assert len([message for message in found if "Did you mean 'contributing/fields/techniques.md'?" in message]) == wrong


def test_a_table_needs_a_heading_for_each_column(make: Callable[[Files], Handbook]) -> None:
    table = "|  | Fits |\n|---|---|\n| A talk | yes |\n"
    found = [message for message in messages(pages.check(make({"pages/b.md": page(table)}))) if "has no heading" in message]
    assert len(found) == 1
    whole = table.replace("|  |", "| Way |")
    assert not [m for m in messages(pages.check(make({"pages/b.md": page(whole)}))) if "has no heading" in m]
