"""A handbook in another language: a folder of words is enough, and no English word of the code is left anywhere."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, TextElement
from fluent.syntax.visitor import Visitor
from lxml.html import HtmlElement, document_fromstring

from macros.paper.typeface import supported_characters
from macros.schema.field_help import help_for
from macros.schema.kinds import KINDS
from tests.helpers import ROOT, TINY, project, run
from tests.pseudo import CODE, add_pseudo_language, pseudo
from tests.searching import data_of

_READ_ALOUD = ("aria-label", "title", "alt", "placeholder", "content", "label")
_NOT_SHOWN = {"script", "style"}
_SHORTEST = 4
"""Letters of the shortest words that are looked for: shorter ones are parts of names, such as A4."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny handbook in the made-up language, and the sheet for its reviewers, made by the commands."""
    root = project(tmp_path_factory.mktemp(CODE), site_name=pseudo("Alongside"))
    (root / "macros").unlink()
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    add_pseudo_language(root / "macros")
    with (root / "content/library/release.yml").open("a", encoding="utf-8") as release:
        release.write(f"language: {CODE}\n")
    # Longer words may need more paper.
    for path in (root / "content").glob("*/*.yml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"^most_pages: \d+", "most_pages: 3", text, flags=re.MULTILINE), "utf-8")
    for command in (["build", "--require-pdf"], ["export", "review", "site"]):
        done = run(root, *command)
        assert done.returncode == 0, done.stderr
    return root / "site"


class _Texts(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_TextElement(self, node: TextElement) -> None:  # noqa: N802 - the name that Fluent asks for
        self.found.append(" ".join(node.value.split()))


def _english_words() -> set[str]:
    """Every stretch of words in the English files that an eye would know for English."""
    texts = _Texts()
    for path in (ROOT / "macros/language/en").glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, Message) and entry.id.name not in {"locale", "word-endings", "stop-words"}:
                texts.visit(entry)
    return {text for text in texts.found if sum(map(str.isalpha, text)) >= _SHORTEST and pseudo(text) != text}


@cache
def _written() -> tuple[str, ...]:
    """All that authors wrote, and the help for them, which is English in every language: line by line."""
    files = (path.read_text("utf-8") for path in (TINY / "content").rglob("*") if path.suffix in {".yml", ".md"})
    lines = [line for text in files for line in text.splitlines()]
    for model in (model for kind in KINDS for model in help_for(kind)):
        lines += [model.title, model.help, *(text for field in model.fields for text in (field.name, field.help, field.type))]
    return tuple(lines)


@cache
def _found_anywhere() -> re.Pattern[str]:
    """The English words that no author wrote: they may be in no text at all."""
    written = " ".join(" ".join(_written()).split())
    words = [word for word in _english_words() if not re.search(rf"\b{re.escape(word)}", written)]
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, key=len, reverse=True)))


@cache
def _found_alone() -> frozenset[str]:
    """The English words that authors wrote among others, but not as a value, a heading or an item: they may be no text alone."""
    values = {re.sub(r"^[\s#-]*(?:[\w-]+:\s+)?", "", line).strip(" \"'") for line in _written()}
    return frozenset(_english_words() - values)


def english_in(text: str) -> str:
    """The English words of the code in a text; empty for none. Before or after a space, the text goes on in another element."""
    plain = " ".join(text.split())
    if found := _found_anywhere().search(plain):
        return found[0]
    return plain if plain in _found_alone() and text == text.strip(" ") else ""


def _texts_of_page(page: HtmlElement) -> Iterator[str]:
    for element in page.iter():
        if isinstance(element.tag, str):
            yield from (value for name, value in element.items() if name in _READ_ALOUD or name.startswith("data-"))
            yield from (element.text or "", element.tail or "") if element.tag not in _NOT_SHOWN else (element.tail or "",)
            if element.get("type") == "application/json":
                yield from _strings(json.loads(element.text))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(part)


def _texts_of_pdf(path: Path) -> Iterator[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        yield from (page.get_textpage().get_text_bounded() for page in pdf)


def _texts_of_docx(path: Path) -> Iterator[str]:
    document = docx.Document(io.BytesIO(path.read_bytes()))
    yield document.core_properties.title
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    parts = (document, document.sections[0].footer, *cells)
    yield from (paragraph.text for part in parts for paragraph in part.paragraphs)


def _texts(path: Path) -> Iterator[str]:
    match path.suffix:
        case ".html":
            yield from _texts_of_page(document_fromstring(path.read_bytes()))
        case ".pdf":
            yield from _texts_of_pdf(path)
        case ".docx":
            yield from _texts_of_docx(path)
        case ".txt":
            yield from path.read_text("utf-8").splitlines()
    if path.suffix == ".js" and path.parent.name == "search":
        yield from _strings(data_of(path.read_text("utf-8")))


def test_the_made_up_words_can_be_printed() -> None:
    assert all(set(pseudo(word)) <= supported_characters() for word in _english_words())
    assert sum(map(len, map(pseudo, _english_words()))) > 1.3 * sum(map(len, _english_words()))


@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "txt", "js"])
def test_no_english_word_of_the_code_is_left(site: Path, ending: str) -> None:
    paths = [path for path in site.rglob(f"*.{ending}") if "vendor" not in path.parts]
    texts = [(path.relative_to(site).as_posix(), text) for path in paths for text in _texts(path)]
    assert any(set(pseudo("aeiou")) & set(text) for _, text in texts)
    assert [(name, found) for name, text in texts if (found := english_in(text))] == []


@pytest.mark.parametrize("stray", ["Leave this page", "At home: Safety first", "Say it your own way. Spelling does not matter."])
def test_an_english_word_of_the_code_is_found(stray: str) -> None:
    assert english_in(stray)


@pytest.mark.parametrize("fine", ["Kind letter", "Quiet listening", "", pseudo("Leave this page"), "911"])
def test_words_of_the_content_are_let_through(fine: str) -> None:
    assert english_in(fine) == ""


def test_pages_say_in_which_language_they_are(site: Path) -> None:
    pages = [document_fromstring(path.read_bytes()) for path in site.rglob("*.html")]
    assert len(pages) > 1
    assert {page.get("lang") for page in pages} == {CODE}


def test_documents_say_in_which_language_they_are(site: Path) -> None:
    printed = list(site.rglob("*.pdf"))
    assert printed
    for path in printed:
        with pikepdf.open(path) as pdf:
            assert str(pdf.Root.Lang) == CODE
    edited = list(site.rglob("*.docx"))
    assert edited
    assert {docx.Document(io.BytesIO(path.read_bytes())).core_properties.language for path in edited} == {CODE}


def test_the_search_leaves_out_the_words_of_its_language(site: Path) -> None:
    language = data_of((site / "search/pages.js").read_text("utf-8"))["language"]
    assert pseudo("about") in language["stop"]
    assert language["endings"].startswith("(ing|")
