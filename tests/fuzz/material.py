"""What hostile and mistaken input is made of: pieces that something somewhere would take for an order, and damage."""

from __future__ import annotations

from random import Random
from typing import Any

MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</textarea>", "</title>", "-->", "<!--", "]]>", "<![CDATA[",
    "<b", "&lt;", "&#x3c;", '" onload="alert(1)', "' autofocus onfocus='alert(1)", "<svg/onload=alert(1)>",
    "javascript:alert(1)", "data:text/html,x", "{{ 7*7 }}", "{% raw %}", "{#", "{{ ''.__class__ }}", "}}", "#panic(1)",
    '#read("/etc/passwd")', "$x$", "@ref", "<label>", "`x`", "\\", "<w:p/>", "_x000D_", "{ HYPERLINK }", "=1+1", "+1", "-1",
    "@SUM(1)", "\t=1", "\r=1", '=cmd|"/c calc"!A0', "\nTY  - JOUR", "\r\nER  - ", "},\n note={x", "%0d%0aSet-Cookie: x",
    "\nSet-Cookie: x", "::error::x", "\n::add-mask::x", "\x1b[31m", "\x1b]0;x\x07", "[x](javascript:alert(1))",
    "[x](https://example.org/)", "[x](https://e.org/\"onclick=x)", "![x](y)", "[[emergency]]", "[[sources/x]]",
    "[[techniques/kind-letter|<b>]]", "[[x|y", "]]", "[[", "](", "**", "*", "_", "- ", "1. ", "> ", "# ", "|", "```", "~~~",
    "{: #x onclick=y }",
)  # fmt: skip
"""What would be active in HTML, a template, Typst, Word, a table, a list of references, a header, a log or a terminal."""
ODD = (
    "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u00a0", "\u00ad", "\u200b", "\u200d", "\u202e", "\u2066", "\u2069", "\u2028",
    "\ufeff", "\ufffe", "\uffff", "\ud800", "\U000e0041", "\U0001f600", "\u0430", "\u0391", "\uff1d", "\uff1c", "\u0301" * 9,
    "\u0660", "\u0131", "\u212a", "\u00df",
)  # fmt: skip
"""Characters that are not seen, look like others, turn the line around or are none."""
YAML = (
    "a: b\n", "a:\n", "- x\n", "  ", "\t", ": ", "'", '"', "&a ", "*a", "!!python/object/apply:os.system [x]\n", "!x ",
    "<<: *a\n", "? ", "|\n", ">-\n", "%YAML 1.1\n", "---\n", "...\n", "{", "}", "[", "]", ",", "#", " # x\n", "\n", "\r", "~",
    "no", "0123", "1e999", "steps:\n", "  - title: x\n    text: y\n", "code: Q02\n", "title: x\n", "anchors:\n", "extra:\n",
    "layers: [a, ../b]\n", '"\\x00"', '"\\ud800"', '"\\e[0m"',
)  # fmt: skip
"""What YAML takes for a mark."""
NAMES = (
    "../x", "..", "/etc/passwd", "a/../b", "a//b", "con", "NUL", "aux.txt", "com1", "lpt9", "x.", "x ", " x", "X", "x\x00",
    "x\n", "-", "--", "a" * 300, "\u0430bc", "caf\u00e9", "x\u202ey", "C:\\x", "\\\\host\\x", "~", "~root", "$HOME", "%2e%2e",
    "a:b", "a*", "a?", ".git", ".htaccess", "Q02", "q02", "W01", "Q\u0660\u0662", "W001", "Q2", "\u017f01", "kind-letter",
    "techniques/kind-letter", "go/w01", "a/con/b", "1",
)  # fmt: skip
"""Names and codes that lead elsewhere, that a system keeps for itself, or that look like another."""
_ALL = (*MARKUP, *ODD, *YAML, *NAMES)


def piece(chance: Random, *among: tuple[str, ...]) -> str:
    """A piece, or a character from anywhere in Unicode."""
    if chance.random() < 0.15:
        return chr(chance.choice((chance.randrange(0x80), chance.randrange(0x3000), chance.randrange(0x110000))))
    return chance.choice(chance.choice(among) if among else _ALL)


def hostile_text(chance: Random, most: int = 6, *among: tuple[str, ...]) -> str:
    """Some pieces, with words between them."""
    parts = [piece(chance, *among) for _ in range(chance.randint(1, most))]
    return chance.choice(("", " ", " word ", "\n", "\n\n", "a")).join(parts)


def as_bytes(text: str) -> bytes:
    """A text as a file has it. Half a character stays what it is, as files from elsewhere hold such."""
    return text.encode("utf-8", "surrogatepass")


def damaged(raw: bytes, chance: Random) -> bytes:
    """A file with a few pieces put in, taken out and written twice."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        end = at + chance.randint(1, 40)
        match chance.randrange(5):
            case 0:
                del data[at:end]
            case 1:
                data[at:at] = data[at:end] * chance.randint(1, 3)
            case 2 if at < len(data):
                data[at] = chance.randrange(256)
            case _:
                data[at:at] = as_bytes(piece(chance))
    return bytes(data)


def changed_leaf(data: Any, value: Any, chance: Random) -> Any:
    """Data of a file with another value in one place, however deep."""
    if isinstance(data, dict) and data and chance.random() < 0.95:
        name = chance.choice(list(data))
        return {**data, name: changed_leaf(data[name], value, chance)}
    if isinstance(data, list) and data and chance.random() < 0.9:
        at = chance.randrange(len(data))
        return [*data[:at], changed_leaf(data[at], value, chance), *data[at + 1 :]]
    return value


def hostile_value(chance: Random) -> Any:
    """A value where another was expected: most often a text, now and then a shape that does not fit."""
    if chance.random() < 0.12:
        return chance.choice(
            (None, [], {}, [""], {"": ""}, [[["x"]]], {"a": {"b": "c"}}, "9" * 400, "x" * 6001, "-0", "1e999", "nan")
        )
    return hostile_text(chance)
