"""A letter as files that are edited: a .docx with places to fill in, and plain text."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterator
from functools import lru_cache

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from markdown_it.token import Token
from markupsafe import escape

from macros.catalogue.addresses import document_address
from macros.catalogue.handbook import Handbook
from macros.reading.reference_syntax import Reference
from macros.schema.letter import PLACEHOLDER, Letter
from macros.view.letter_draft import beginning
from macros.view.markdown_subset import BREAKS, parse, passages
from macros.view.on_paper import on_paper

# Zip files and documents bear dates; these bear the same one each time.
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_FONT = "Arial"
_SHOWN = "Placeholder Text"


def letter_files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Every letter as .docx and as .txt, by address."""
    words = _Words(handbook)
    release = handbook.release.name if handbook.release else ""
    for item, letter in handbook.all_of(Letter):
        foot = f"{letter.code} · Alongside {release} · {_plain(handbook.paper.keep, words)}"
        yield document_address(item, ".docx"), letter_docx(letter, foot, words)
        yield document_address(item, ".txt"), letter_text(letter, foot, words, beginning(letter, handbook)).encode()


class _Words:
    """Says what a reference shows on paper. Equal for one handbook, so that what is made with it can be kept."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook

    def __call__(self, reference: Reference) -> str:
        return on_paper(reference, self._handbook)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Words) and other._handbook is self._handbook

    def __hash__(self) -> int:
        return hash(self._handbook)


def letter_text(letter: Letter, foot: str, words: Callable[[Reference], str], begun: str) -> str:
    """A letter as plain text: the letter first, then what to check."""
    lines = [begun, "", "-" * 60, "", "Do not use it when:"]
    lines += [f"- {_plain(case, words)}" for case in letter.not_when]
    lines += ["", "Before it is read or sent:"]
    lines += [f"[ ] {_plain(check, words)}" for check in letter.before_use]
    return "\n".join([*lines, "", foot, ""])


# The live preview asks again after each edit, of letters that have not changed.
@lru_cache(maxsize=64)
def letter_docx(letter: Letter, foot: str, words: Callable[[Reference], str]) -> bytes:
    """A letter as a .docx file: what to check on the first page, the letter alone on the second."""
    document = _blank(letter)
    document.add_heading(letter.title, level=1)
    document.add_paragraph(_plain(letter.summary, words))
    for heading, lines in (("Do not use it when", letter.not_when), ("Before it is read or sent", letter.before_use)):
        document.add_heading(heading, level=2)
        for line in lines:
            document.add_paragraph(_plain(line, words), style="List Bullet")
    document.add_paragraph("The letter is on the next page. Click into a bracket to write. Take this page out before you print.")
    document.add_page_break()  # type: ignore[no-untyped-call]
    says = {placeholder.name: placeholder.says for placeholder in letter.placeholders}
    numbers = iter(range(1, 1000))
    for token in parse(letter.body, block=True):
        if token.type == "inline":
            _fill(document.add_paragraph(), token.children or [], says, numbers)
    document.sections[0].footer.paragraphs[0].text = foot
    return _same_bytes(document)


def _blank(letter: Letter) -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    styles = document.styles
    styles["Normal"].font.name = _FONT
    styles["Normal"].font.size = Pt(11.5)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    for name in ("Heading 1", "Heading 2"):
        styles[name].font.name = _FONT
        styles[name].font.color.rgb = RGBColor(0, 0, 0)
        styles[name].element.rPr.rFonts.attrib.clear()
        styles[name].font.name = _FONT
    styles.add_style(_SHOWN, WD_STYLE_TYPE.CHARACTER).font.italic = True
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-US")
    about = document.core_properties
    # Seen in the title bar of a window, on a screen that others may see.
    about.title, about.language, about.author, about.comments = f"Alongside {letter.code}", "en-US", "", ""
    about.created = about.modified = _MADE
    return document


def _fill(paragraph: Paragraph, tokens: list[Token], says: dict[str, str], numbers: Iterator[int]) -> None:
    """Writes the parts of a paragraph; a placeholder becomes a content control."""
    strong = emphasis = 0
    for token in tokens:
        strong += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        emphasis += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        text = " " if token.type in BREAKS else token.content
        end = 0
        for match in PLACEHOLDER.finditer(text):
            paragraph.add_run(text[end : match.start()])
            _control(paragraph, match["name"], says[match["name"]], next(numbers))
            end = match.end()
        if text[end:]:
            run = paragraph.add_run(text[end:])
            run.bold, run.italic = strong > 0 or None, emphasis > 0 or None


def _control(paragraph: Paragraph, name: str, says: str, number: int) -> None:
    """A content control: a place that shows what to write until someone does."""
    paragraph._p.append(
        parse_xml(
            f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{escape(says)}"/><w:tag w:val="{escape(name)}"/>'
            f'<w:id w:val="{1000 + number}"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
            f'<w:rStyle w:val="{_SHOWN.replace(" ", "")}"/></w:rPr><w:t>[{escape(says)}]</w:t></w:r></w:sdtContent></w:sdt>'
        )
    )


def _plain(text: str, words: Callable[[Reference], str]) -> str:
    return " ".join(passage.words for passage in passages(text, words, block=False))


def _same_bytes(document: Document) -> bytes:
    """The file, packed anew with fixed dates."""
    packed, out = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            target.writestr(zipfile.ZipInfo(name, _ZIP_DAY), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
