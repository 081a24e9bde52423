from __future__ import annotations

import pytest

from macros.reading.page_code import MacroCall, NoMacroCall, code_in, only_calls_macros

_MACROS = {"show", "list_all"}
_ONE_CALL = "Between '{{' and '}}' only one macro call is allowed, such as {{ glossary_list() }}."
_PROGRAM = f"'{{%' begins a program, and a page holds none. {_ONE_CALL}"
_COMMENT = "'{#' begins a comment, which is not used here. Remove it. For the name of a heading write '{ #name }'."
_WORDS = "show(…): Only words in quotes and whole numbers are allowed between the parentheses."
_BRACES = "show(…): Braces and double brackets are not allowed in its words."
_HINT = "Write a macro call between '{{' and '}}', without a hyphen or a plus sign next to them."
_TOO_MUCH = "The macro calls cannot be read: one is nested too deeply, or holds a number that is too long."


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("{{ list_all() }}", MacroCall(1, "list_all", (), {})),
        ("a\n\n{{ show('x', \"y\", 3, none, true) }}", MacroCall(3, "show", ("x", "y", 3, None, True), {})),
        ("{{show(a='x', b=2)}}", MacroCall(1, "show", (), {"a": "x", "b": 2})),
        ("{{ show(\n  'x',\n  'y'\n) }}", MacroCall(1, "show", ("x", "y"), {})),
    ],
)
def test_a_macro_call_is_let_through(text: str, call: MacroCall) -> None:
    assert list(code_in(text, _MACROS)) == [call]
    assert only_calls_macros(text, _MACROS)


@pytest.mark.parametrize(
    "text", ["", "Plain { words } and % signs #", "# Heading { #name }", "{: .class }", "[[a/b|c]]", "} } { {"]
)
def test_plain_words_are_let_through(text: str) -> None:
    assert list(code_in(text, _MACROS)) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ list_all }}", "'list_all' is not a macro call. A call ends with parentheses, as in glossary_list()."),
        ("{{ lst_all() }}", "'lst_all' is not a macro."),
        ("{{ config() }}", "'config' is not a macro."),
        ("{{ 'words' }}", _ONE_CALL),
        ("{{ 1 / 0 }}", _ONE_CALL),
        ("{{ list_all() | safe }}", _ONE_CALL),
        ("{{ list_all().x }}", _ONE_CALL),
        ("{{ list_all()['x'] }}", _ONE_CALL),
        ("{{ list_all()() }}", _ONE_CALL),
        ("{{ list_all.x() }}", _ONE_CALL),
        ("{{ ''.join('x') }}", _ONE_CALL),
        ("{{ list_all() ~ list_all() }}", _ONE_CALL),
        ("{{ list_all(), list_all() }}", _ONE_CALL),
        ("{{ [list_all()] }}", _ONE_CALL),
        ("{{ list_all() if true }}", _ONE_CALL),
        ("{{ not list_all() }}", _ONE_CALL),
        ("{{ list_all() is defined }}", _ONE_CALL),
        ("{{ show(list_all()) }}", _WORDS),
        ("{{ show(x) }}", _WORDS),
        ("{{ show('x'.upper()) }}", _WORDS),
        ("{{ show('x' | upper) }}", _WORDS),
        ("{{ show('x' ~ 'y') }}", _WORDS),
        ("{{ show(-1) }}", _WORDS),
        ("{{ show(['x']) }}", _WORDS),
        ("{{ show(a={}) }}", _WORDS),
        ("{{ show(*'ab') }}", _WORDS),
        ("{{ show(**{'a': 'b'}) }}", _WORDS),
        ("{{ show('{{') }}", _BRACES),
        ("{{ show('}') }}", _BRACES),
        ("{{ show('[[a/b|c]]') }}", _BRACES),
        ("{# hidden #}", _COMMENT),
        ("{# {{ list_all() }} #}", _COMMENT),
        ("## Heading {#name}", _COMMENT),
        ("{% include 'x' %}", _PROGRAM),
        ("{% set x = 1 %}", _PROGRAM),
        ("{% raw %}{{ x }}{% endraw %}", _PROGRAM),
        ("{% nonsense", _PROGRAM),
        ("{% if %}", _PROGRAM),
        ("{{- x", _HINT),
        ("{{ (", "The macro call cannot be read: unexpected 'end of template'."),
        ("{{ }", "The macro call cannot be read: unexpected '}'."),
        ("{{" * 50_000, _TOO_MUCH),
        ("{{ " + "(" * 50_000, _TOO_MUCH),
        (f"{{{{ show({'9' * 5000}) }}}}", _TOO_MUCH),
    ],
)
def test_all_else_is_refused(text: str, message: str) -> None:
    found = list(code_in(f"One.\n{text}", _MACROS))
    (refused,) = (part for part in found if isinstance(part, NoMacroCall))
    assert (refused.line, refused.message) == (1 if message == _TOO_MUCH else 2, message)
    assert not only_calls_macros(f"One.\n{text}", _MACROS)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("{% if a %}\nx\n{% endif %}", [1, 3]),
        ("{% for a in b %}\n{{ a }}\n{% endfor %}", [1, 3, 2]),
        ("{{- list_all() }}\n{{ list_all() -}}", [1, 2]),
        ("{% macro show() %}{{ 1 }}{% endmacro %}\n{{ show() }}", [1, 1, 1]),
        ("```\n{{ code }}\n```\n`{{ more }}`", [2, 4]),
    ],
)
def test_each_part_of_a_program_is_told(text: str, lines: list[int]) -> None:
    assert [part.line for part in code_in(text, _MACROS) if isinstance(part, NoMacroCall)] == lines
    assert not only_calls_macros(text, _MACROS)


def test_only_an_unknown_name_is_given_for_a_guess() -> None:
    assert [getattr(part, "name", "") for part in code_in("{{ sho() }} {{ sho }}", _MACROS)] == ["sho", ""]
