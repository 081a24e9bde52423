"""A letter as files that are edited: a .docx with places to fill in, and plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph as DocxParagraph
from markupsafe import escape

from macros.catalogue.addresses import document_address
from macros.schema.letter import PLACEHOLDER, Letter
from macros.view.blocks import Blocks, Bullets, Paragraph
from macros.view.context import View
from macros.view.inlines import Emphasis, Inlines, Strong
from macros.view.letters import letter_draft
from macros.view.plain import paragraphs, plain, plain_inline
from macros.word.document import SHOWN, blank, same_bytes

_FIRST_CONTROL = 1001


def letter_files(view: View) -> Iterator[tuple[str, bytes]]:
    """Every letter as .docx and as .txt, by address. The text says itself that it is UTF-8: not every host does."""
    say, release = view.say, view.handbook.release
    named = f"{say('credit-line')} {release.name if release else ''}"
    keep = plain(view.texts.line(view.handbook.paper.keep), coded=True) if view.handbook.all_of(Letter) else ""
    for item, letter in view.handbook.all_of(Letter):
        foot = f"{letter.code} · {named} · {keep}"
        yield document_address(item, ".docx"), letter_docx(view, letter, foot)
        yield document_address(item, ".txt"), letter_text(view, letter, foot).encode("utf-8-sig")


def letter_text(view: View, letter: Letter, foot: str) -> str:
    """A letter as plain text: the letter first, then what to check, then an example."""
    lines = [letter_draft(view, letter), "", "-" * 60]
    for mark, (heading, texts) in zip(("- ", "[ ] "), _to_check(view, letter), strict=True):
        lines += ["", view.say("with-colon", words=heading), *(f"{mark}{text}" for text in texts)]
    example = "\n\n".join(paragraphs(view.texts.block(letter.example), coded=True))
    lines += ["", "-" * 60, "", view.say("an-example"), view.say("made-up"), "", example]
    return "\n".join([*lines, "", foot, ""])


def letter_docx(view: View, letter: Letter, foot: str) -> bytes:
    """A letter as a .docx file: what to check on a page with the foot; the letter alone; and an example on a page of its own."""
    document = blank(view, letter.code)
    document.add_heading(letter.title, level=1)
    document.add_paragraph(plain(view.texts.line(letter.summary), coded=True))
    for heading, texts in _to_check(view, letter):
        document.add_heading(heading, level=2)
        for text in texts:
            document.add_paragraph(text, style="List Bullet")
    document.add_paragraph(view.say("the-letter-follows"))
    document.add_page_break()  # type: ignore[no-untyped-call]
    body = _Body(document, {placeholder.name: placeholder.says for placeholder in letter.placeholders})
    # A word that is explained is a part of its own, and would tear a placeholder that has it in its name.
    body.write(view.texts.block(letter.body, explained=False))
    document.add_page_break()  # type: ignore[no-untyped-call]
    document.add_heading(view.say("an-example"), level=2)
    document.add_paragraph(view.say("made-up")).runs[0].italic = True
    body.write(view.texts.block(letter.example))
    # "Keep this safe, or shred it" is said to the writer, not to who receives the letter.
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = foot
    return same_bytes(document)


def _to_check(view: View, letter: Letter) -> Iterator[tuple[str, list[str]]]:
    """What stands against the letter, and what to check before it is used, each under its heading."""
    for name, lines in (("do-not-use-it-when", letter.not_when), ("before-it-is-read", letter.before_use)):
        yield view.say(name), [plain(line, coded=True) for line in view.texts.lines(lines)]


class _Body:
    """Writes the body of a letter. A placeholder becomes a content control: a place that says what to write."""

    def __init__(self, document: Document, says: Mapping[str, str]) -> None:
        self._document = document
        self._says = says
        self._numbers = count(_FIRST_CONTROL)

    def write(self, blocks: Blocks) -> None:
        """Writes paragraphs; the lines of a list become paragraphs as well."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._parts(self._document.add_paragraph(), block.parts)
            elif isinstance(block, Bullets):
                for item in block.items:
                    self.write(item)

    def _parts(self, paragraph: DocxParagraph, parts: Inlines, *, bold: bool = False, italic: bool = False) -> None:
        for part in parts:
            match part:
                case Strong():
                    self._parts(paragraph, part.parts, bold=True, italic=italic)
                case Emphasis():
                    self._parts(paragraph, part.parts, bold=bold, italic=True)
                case _:
                    self._text(paragraph, plain_inline(part), bold=bold, italic=italic)

    def _text(self, paragraph: DocxParagraph, text: str, *, bold: bool, italic: bool) -> None:
        end = 0
        for match in PLACEHOLDER.finditer(text):
            self._run(paragraph, text[end : match.start()], bold=bold, italic=italic)
            self._control(paragraph, match["name"])
            end = match.end()
        self._run(paragraph, text[end:], bold=bold, italic=italic)

    def _run(self, paragraph: DocxParagraph, text: str, *, bold: bool, italic: bool) -> None:
        if text:
            run = paragraph.add_run(text)
            run.bold, run.italic = bold or None, italic or None

    def _control(self, paragraph: DocxParagraph, name: str) -> None:
        says = escape(self._says[name])
        paragraph._p.append(
            parse_xml(
                f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{says}"/><w:tag w:val="{escape(name)}"/>'
                f'<w:id w:val="{next(self._numbers)}"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
                f'<w:rStyle w:val="{SHOWN.replace(" ", "")}"/></w:rPr><w:t>[{says}]</w:t></w:r></w:sdtContent></w:sdt>'
            )
        )
