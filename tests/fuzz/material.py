"""What hostile and mistaken input is made of: pieces that something somewhere would take for an order, and damage."""

from __future__ import annotations

import re
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
CANARY = "Was run by Typst"
"""What appears nowhere unless a text was run: no text has it in one piece."""
_CODE = '"Was" + " run" + " by" + " Typst"'
TYPST = (
    '#read("/etc/passwd")', '#read("kit.typ")', '#read("../templates/kit.typ")', '#include "kit.typ"', '#import "kit.typ": *',
    f"#({_CODE})", f"#{{ {_CODE} }}", f"#eval('{_CODE}')", f"#text({_CODE})", f"#[#({_CODE})]", f"${_CODE}$", "#sys.inputs",
    f"]#({_CODE})[", f'")#({_CODE})', '#link("https://e.org")[x]', "#panic(1)", "#let x = 1", "#set page(width: 1pt)",
    "#show: x", "#pagebreak()", '#image("x.svg")', "#place(top)", "#counter(page)", "#metadata(1)", "#while true { }", "$x^2$",
    "$", "$ $", "#", "##", "`x`", "`", "``", "// x", "/* x", "*/", "/ x: y", "= x", "== x", "+ x", "- x", "1. x", "~", "---",
    "--", "...", "@x", "field:0", "(", ")", "{", "}", "{page}", "{0}", "%", "&", "&amp;", '"', "'", "''", '"x"', "\\u{41}",
    "\\#", "^", "|", "x;", ";", "https://e.org", "http://e.org/#x", "\u00ab", "\u201cx\u201d", "\u2019", "\u2026", "fi", "ffl",
    "\u00df", "\u00e9", "\u00c5", "\u00d8", "\u0141", "\u0131", "l1I|O0", "1/2", "\u00bd", "a/b", "x" * 30, "W" * 12,
    "very-long-word-" * 4, "1" * 25, "\u00a0", "\u2013", "\u20ac", "a  b", "a-" * 14, "\u1e9e", "x\u0301",
)  # fmt: skip
"""What Typst would take for an order or a mark, and words that are hard to set. Most of it the checks let through.

Eighteen times "W" runs over the edge of a heading in large print, and no check tells it: the one on long words counts letters.
"""
SCRIPTS = (
    "a\u0323", "e\u0301", "\u0301", "\u05d0\u05d1\u05d2", "\u0645\u0631\u062d", "\U0001f600", "\U0001f469\u200d\U0001f467",
    "p\u0430y", "\u202eabc\u202c", "\u2067abc\u2069", "\u4e2d\u6587", "\u0e01\u0e33", "\u200f", "\uff21", "\U0001d400",
    "\ufb01", "\u0149",
)  # fmt: skip
"""Letters of other scripts and of other directions, pictures, marks over letters, and letters that look like others."""
ADDRESSES = (
    ";", "{", "}", "$host", "${x}", "%{ENV:PATH}", "%{HTTP_HOST}", "%0a", "%0d%0a", "%20", "%", "%%", "%zz", "\n", "\r", "\t",
    " ", '"', "'", "`", "\\", "\\n", "#", "?", "?a=b", "@", "[", "]", "[::1]", ":", ":80", ":99999999", "..", ".", "//", "*",
    "~", "^", "|", "&", "&amp;", "=", "+", ",", "(", ")", "!", "<", ">", "</IfModule>", ";return;", ";internal;", "}location/{",
    "Header", "/*", "\u2100", "\uff0f", "\u2028", "\x85", "\x0b", "\x00", "\u00e9", "\u00a0", "\u00ad", "\u0430", "xn--e1a",
    "index.html", "_headers", ".htaccess", "-", "_", "a" * 300,
)  # fmt: skip
"""What would end or begin something in an address, or in a line of a host's configuration."""
VALUE = re.compile(r"(.*(?:: |- ))([\w\"].*)")
"""A line of a file with a value, and what stands before that."""
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


def marked_yaml(text: str, chance: Random) -> str:
    """A file in which one value is another one's, or has a mark before it: as good as it was, but for that."""
    lines = text.split("\n")
    at = chance.choice([number for number, line in enumerate(lines) if VALUE.match(line)])
    before, value = VALUE.findall(lines[at])[0]
    marks = ("*a", "*a", "*a", f"&a {value}", f"!x {value}", f"!!str {value}", "{<<: *a}", "[*a]", f"{value}\n---\na: b")
    lines[at] = before + chance.choice(marks)
    return "\n".join(lines)


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
