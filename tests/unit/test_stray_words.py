"""Words for readers are in the files of the language alone: templates, Typst, scripts and Python have none.

What counts as words is said at each part. Messages of checks and commands, and the help of the schema, are the tool's own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers import ROOT

_WORDS = re.compile(r"[^\W\d_] +[^\W\d_]|\0 +[a-z]{2,}|(?<![\w/])[A-Z][a-z]{2,}")
"""Two words in a row, of which the first may be filled in, or a word with a capital letter that is no name in a PDF: ``/Off``."""
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"<[^<>]*>")


def _looks_like_words(text: str) -> bool:
    return bool(_WORDS.search(_TAG.sub("", text)))


# Templates: text between tags, attributes that are read aloud or shown, and strings in expressions.

_PARTS_OF_A_PAGE = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'([^']*)'")
_SHOWN_ATTRIBUTE = re.compile(r"\b(?:aria-label|title|alt|placeholder|label)=\"([^\"]*)\"")
_BUTTON = re.compile(r"<input(?![^>]*type=\"(?:checkbox|radio|\0))[^>]*\bvalue=\"([^\"]*)\"")
_NAMES_IN_TEMPLATES = {'aria-describedby="h:\0"', "ltr"}
"""An attribute that a macro makes, and the direction of writing."""
_DESCRIPTION = re.compile(r"<meta name=\"description\" content=\"([^\"]*)\"")


def strays_in_template(text: str) -> Iterator[str]:
    """Letters that a page shows and that no expression makes; words in the strings of expressions."""
    text = re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    for expression in _EXPRESSION.findall(text):
        yield from (a or b for a, b in _STRING.findall(expression) if _looks_like_words(a or b))
    # What an expression makes is set to a sign that is no letter.
    made = re.sub(r"\{\{.*?\}\}", "\0", text, flags=re.DOTALL)
    bare = _PARTS_OF_A_PAGE.sub("", made)
    for pattern in (_SHOWN_ATTRIBUTE, _BUTTON, _DESCRIPTION):
        yield from (value for value in pattern.findall(bare) if _LETTER.search(value))
    shown = re.sub(r"&#?\w+;", "", re.sub(r"<[^<>]*>", "\n", bare))
    lines = (line.strip() for line in shown.splitlines() if _LETTER.search(line))
    yield from (line for line in lines if line not in _NAMES_IN_TEMPLATES)


# Typst: strings that look like words, letters in content, and text at the top of a file.

_TYPST_STRING = re.compile(r"(\w+:|panic\()?\s*\"((?:[^\"\\]|\\.)*)\"")
_TYPST_CODE = re.compile(r"#[\w.-]+(?:\([^()]*\))*")
_NOT_SHOWN = {"font:", "panic("}
"""What takes a string that nobody reads on paper: the name of a typeface, the message of a fault in the template."""


def strays_in_typst(text: str) -> Iterator[str]:
    """Words in a string, letters in square brackets that are no code, and lines at the margin that are no code."""
    text = re.sub(r"(?<!:)//.*", "", text)
    for before, string in _TYPST_STRING.findall(text):
        if before not in _NOT_SHOWN and _looks_like_words(string):
            yield string
    code = _TYPST_STRING.sub("", text)
    while found := re.search(r"\[([^\[\]]*)\]", code):
        if _LETTER.search(_TYPST_CODE.sub("", found[1])):
            yield found[1]
        code = code[: found.start()] + code[found.end() :]
    yield from (line for line in text.splitlines() if _LETTER.match(line))


# Scripts: strings that look like words, and any letters that are set as the text of an element or asked in a dialog.

_SCRIPT_PART = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r"|(?P<shown>\.(?:textContent|innerText|innerHTML|title|placeholder|ariaLabel) = |\b(?:confirm|alert|prompt)\("
    r"|\"aria-label\", )?"
    r"(?P<string>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"
    r"|(?<=[(,=:\[!&|?{};])\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n\[])+/",
    re.DOTALL,
)
_NAMES_IN_SCRIPTS = {"use strict", "Escape", "Shift"}
"""How a script begins, the key that closes things, and the key that leaves."""


def strays_in_script(text: str) -> Iterator[str]:
    """Strings that a page could show. What an error says is for the console."""
    text = re.sub(r"new Error\([^)]*\)", "", text)
    for part in _SCRIPT_PART.finditer(text):
        if part["string"] is None:
            continue
        string = re.sub(r"\$\{[^{}]*\}|\\.", "\0", part["string"][1:-1])
        shown = part["shown"] and _LETTER.search(_TAG.sub("", string))
        if string not in _NAMES_IN_SCRIPTS and (shown or _looks_like_words(string)):
            yield string


# Python: strings that look like words, and any letters that are made a part of a page.

_MAKES_TEXT = {"words", "Words", "Heading", "Badge", "strong", "paragraph", "add_paragraph", "add_heading"}
"""Calls whose first value is shown as it is."""
_NEVER_SHOWN = {"compile", "XPath", "xpath", "Problem", "problem", "KeyError", "ValueError", "TypeError"}
"""Calls whose strings no reader sees: patterns, and messages for authors and developers."""
_NAMES_IN_PYTHON = {
    "Arial": "a typeface",
    "Normal": "a style of Word",
    "Heading 1": "a style of Word",
    "Heading 2": "a style of Word",
    "List Bullet": "a style of Word",
    "Table Grid": "a style of Word",
    "Placeholder Text": "a style of Word",
    "one of": "a kind of answer",
    "kind of entry": "said to authors by a macro's argument",
    "as a book": "a value of the schema",
    "Record": "a name in JSON Schema",
    "WebPage": "a name of schema.org",
    "WebSite": "a name of schema.org",
    "Audience": "a name of schema.org",
    "CreativeWork": "a name of schema.org",
    "Yes": "the state of a box in a PDF",
    "Alone": "the title of a section that is set to find a fault, and thrown away",
}


def strays_in_python(tree: ast.AST) -> Iterator[str]:
    """Strings that could be shown to readers."""
    for string, shown in _strings(tree, shown=False):
        if string not in _NAMES_IN_PYTHON and (_looks_like_words(string) or (shown and _LETTER.search(string))):
            yield string


def _strings(node: ast.AST, *, shown: bool) -> Iterator[tuple[str, bool]]:
    """The strings in a piece of code, each with whether it is made a part of a page as it is."""
    match node:
        case ast.Raise() | ast.Assert() | ast.Expr(value=ast.Constant()) | ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return
        case ast.Constant(value=str(string)):
            yield string, shown
        case ast.Call():
            yield from _in_call(node)
        case ast.JoinedStr():
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values), shown
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    # What stands in for a missing value is shown, however short: f"{year or 'undated'}".
                    last = part.value.values[-1] if isinstance(part.value, ast.BoolOp) else None
                    yield from _strings(last or part.value, shown=last is not None)
        case _:
            for child in ast.iter_child_nodes(node):
                yield from _strings(child, shown=False)


def _in_call(call: ast.Call) -> Iterator[tuple[str, bool]]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    yield from _strings(call.func, shown=False)
    if name not in _NEVER_SHOWN:
        for number, part in enumerate((*call.args, *(word.value for word in call.keywords))):
            yield from _strings(part, shown=name in _MAKES_TEXT and number == 0)


# The tree


def _files(pattern: str, *folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob(pattern))]


_TEMPLATES = [*_files("*.j2", "macros"), *_files("*.html", "overrides")]
_TYPST = _files("*.typ", "macros")
_SCRIPTS = [path for path in _files("*.js", "overrides") if "vendor" not in path.parts]
_OF_THE_TOOL = {
    "host_files.py",
    "host_headers.py",
    "check_html.py",
    "check_page.py",
    "page_addresses.py",
    "printing.py",
    "arguments.py",
    "pack_fitting.py",
    "sheet_fitting.py",
    "form_font.py",
    "site_comparison.py",
    "workers.py",
}
"""They speak to authors, to who builds the site, or to its host: what is wrong with a page, a sheet, or a call of a macro. The
last speaks to programs, in the language of PDF."""
_MODULES = [
    path
    for path in _files("*.py", *(f"macros/{part}" for part in ("view", "site", "print", "word")))
    if path.name not in _OF_THE_TOOL
]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", _TEMPLATES, ids=_name)
def test_a_template_has_no_words(path: Path) -> None:
    assert list(strays_in_template(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", [path for path in _TEMPLATES if "<script>" in path.read_text("utf-8")], ids=_name)
def test_a_script_in_a_template_has_no_words(path: Path) -> None:
    scripts = re.findall(r"<script>(.*?)</script>", path.read_text("utf-8"), re.DOTALL)
    assert [stray for script in scripts for stray in strays_in_script(script)] == []


@pytest.mark.parametrize("path", _TYPST, ids=_name)
def test_a_typst_template_has_no_words(path: Path) -> None:
    assert list(strays_in_typst(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", _SCRIPTS, ids=_name)
def test_a_script_has_no_words(path: Path) -> None:
    assert list(strays_in_script(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", _MODULES, ids=_name)
def test_a_module_has_no_words(path: Path) -> None:
    assert list(strays_in_python(ast.parse(path.read_text("utf-8")))) == []


# Planted strays


def _in_python(code: str) -> Iterator[str]:
    return strays_in_python(ast.parse(code))


@pytest.mark.parametrize(
    ("finds", "planted"),
    [
        (strays_in_template, "<p>{{ a }} and {{ b }}</p>"),
        (strays_in_template, '<nav aria-label="Leave">'),
        (strays_in_template, '<input placeholder="{{ a }} here">'),
        (strays_in_template, '<input type="submit" value="Go">'),
        (strays_in_template, '<meta name="description" content="A page">'),
        (strays_in_template, '{{ a or "Not found" }}'),
        (strays_in_template, '{% set title = "Sources" %}'),
        (strays_in_typst, '#text("Page one")'),
        (strays_in_typst, "#let foot = [Page #counter(page).display()]"),
        (strays_in_typst, "#let foot = [#strong[of] #a]"),
        (strays_in_typst, "Contents"),
        (strays_in_script, 'note.textContent = "all";'),
        (strays_in_script, 'say("The sheet is blank.");'),
        (strays_in_script, "say(`Saved as ${name}`);"),
        (strays_in_script, 'window.confirm("sure?")'),
        (strays_in_script, "const also = `<p>Also: ${names}</p>`;"),
        (strays_in_script, "const mark = /[\"']/g; const title = 'Loading';"),
        (_in_python, 'f"{a} and {b}"'),
        (_in_python, "f\"{year or 'undated'}\""),
        (_in_python, 'title = "Sources"'),
        (_in_python, 'words("undated")'),
        (_in_python, 'document.add_paragraph(f"{a} of")'),
        (_in_python, 'join = " or else "'),
    ],
)
def test_a_stray_word_is_found(finds: Callable[[str], Iterator[str]], planted: str) -> None:
    assert list(finds(planted))


@pytest.mark.parametrize(
    ("finds", "fine"),
    [
        (strays_in_template, '{# Words about it. #}<p class="a b">{{ say("sources") }}: {{ a|join(" · ") }} &amp; 1</p>'),
        (strays_in_template, '<input type="checkbox" value="yes" aria-label="{{ a }}">{% if a.kind == "first-aid" %}{% endif %}'),
        (strays_in_template, '<meta name="referrer" content="no-referrer"><style>a { color: red }</style>'),
        (
            strays_in_typst,
            '// Two words.\n#set text(font: "Atkinson Hyperlegible")\n#let a = [#b.code · #c(1)]\n#panic("unknown part: " + a)',
        ),
        (strays_in_script, '"use strict"; // Two words.\nlink.title = link.dataset.leave; a.querySelector("textarea, input");'),
        (
            strays_in_script,
            "throw new Error(`search index: ${status}`); a.replace(/[&<>\"']/g, b); c.textContent = `${a}: ${b}`;",
        ),
        (_in_python, '"""About it."""\nraise ValueError("Two words")'),
        (_in_python, 're.compile("two words")\nsay("take-care")\nwords(say("a"))\nf"{a}: {b}"\nstyles["List Bullet"]'),
    ],
)
def test_what_is_no_word_for_readers_is_let_through(finds: Callable[[str], Iterator[str]], fine: str) -> None:
    assert list(finds(fine)) == []
