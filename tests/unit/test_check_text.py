from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import text as text_check
from tests.helpers import Files, entry, messages, told

ACTIVE = {
    "a script": "<script>alert(1)</script>",
    "an image with a handler": '<img src=x onerror="alert(1)">',
    "a comment": "<!-- x -->",
    "an automatic link": "<javascript:alert(1)>",
    "an open tag": "<a href='https://e.org' onclick=",
    "a scripted link": "[x](javascript:alert(1))",
    "a scripted link in disguise": "[x](JaVaScRiPt:alert(1))",
    "a scripted link in angle brackets": "[x](<javascript:alert(1)>)",
    "a data link": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "an entity in a link": "[x](&#106;avascript:alert(1))",
    "a link without TLS": "[x](http://e.org)",
    "a link of no scheme": "[x](//e.org)",
    "a relative link": "[x](../about.md)",
    "a link to nothing": "[x]()",
    "a picture": "![x](https://e.org/x.png)",
    "a relative picture": "![x](x.png)",
    "Jinja": "{{ show_record('x') }}",
    "a Jinja block": "{% include 'x' %}",
    "a Jinja comment": "{# x #}",
    "a heading": "# Heading",
    "a quotation": "> quoted",
    "a code block": "```\nx\n```",
    "a table": "| a | b |",
    "an attribute list behind Jinja braces": "{{: onclick=x }}",
    "a mark left open": "see [[techniques/a",
    "a mark closed twice": "see techniques/a]]",
    "a mark over two lines": "[[techniques/a\n|words]]",
    "a link within a comment of Typst": "/* [x](javascript:a) */",
}
"""Texts in which something could come to life where it is shown."""


@pytest.mark.parametrize("text", ACTIVE.values(), ids=ACTIVE)
def test_what_could_be_active_is_refused(make: Callable[[Files], Handbook], text: str) -> None:
    told = messages(text_check.check(make({"techniques/a": entry(for_families=text)})))
    assert told
    assert all(message.startswith("content/techniques/a.yml:") and "for_families: '" in message for message in told)


@pytest.mark.parametrize(
    ("text", "marks"),
    [("[x]()", ["]()"]), ("![x](https://e.org)", ["![]"]), ("![x]()", ["![]"])],
    ids=["link", "picture", "both"],
)
def test_a_mark_that_the_parser_takes_for_a_link_is_shown_once(
    make: Callable[[Files], Handbook], text: str, marks: list[str]
) -> None:
    found = told(text_check.check(make({"techniques/a": entry(for_families=text)})))
    assert [message.split("'")[1] for message in found] == marks


@pytest.mark.parametrize("field", ["summary", "for_families", "for_professionals", "purpose", "title"])
def test_texts_of_every_field_are_looked_at(make: Callable[[Files], Handbook], field: str) -> None:
    assert messages(text_check.check(make({"techniques/a": entry(**{field: "a <b>c</b>"})})))


@pytest.mark.parametrize(
    "text",
    [
        "Plain words. *Emphasis*, **more**.\n\n- a list\n- [a link](https://example.org/a_b)\n\n1. one",
        "[[techniques/a]] [[techniques/a|words (in brackets)]] [[emergency]]",
        "I <3 you, 2 < 3 and 5 > 4. A & B; 50/50; #1; a_b; 100%; {x} [sic] C:\\x",
        "Emoji 🙂 👩‍👩‍👧, שלום and سلام, “quotes”, dashes – —, ½, e\u0301.",
        '#import "evil.typ": * and #eval("1") and $x$ and @label',
        "word " * 1000,
    ],
    ids=["the subset", "references", "signs", "scripts of the world", "Typst code", "a long text"],
)
def test_plain_words_of_all_kinds_are_let_through(make: Callable[[Files], Handbook], text: str) -> None:
    assert messages(text_check.check(make({"techniques/a": entry(for_families=text)}))) == []


def test_a_text_beyond_the_bound_is_refused_by_the_schema(make: Callable[[Files], Handbook]) -> None:
    with pytest.raises(AssertionError, match="At most 6000 are allowed"):
        make({"techniques/a": entry(for_families="a" * 10_000)})


def test_a_reference_that_is_not_closed_is_found_on_its_line(make: Callable[[Files], Handbook]) -> None:
    head = "title: A\ncode: Q01\nsummary: B\npurpose: C\nstages:\n- plan\nchecked: 2026-01-01\n"
    handbook = make({"techniques/a.yml": f"{head}for_families: |\n  One [[techniques/a]].\n\n  Two [[techniques/a.\n"})
    assert [problem.line for problem in text_check.check(handbook)] == [11]
