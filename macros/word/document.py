"""What all documents for word processors share: their look, what they tell of themselves, and bytes that stay the same."""

from __future__ import annotations

import datetime
import io
import zipfile

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from macros.view.context import View

SHOWN = "Placeholder Text"
"""The style of what stands in a place until it is filled in."""

# A document has dates; these are the same each time.
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_FONT = "Arial"


def blank(view: View, code: str) -> Document:
    """An empty document that tells nobody who made it, when, or what it is about; ``code`` is what it is called by."""
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
    styles.add_style(SHOWN, WD_STYLE_TYPE.CHARACTER).font.italic = True
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), view.say("locale"))
    about = document.core_properties
    # Seen in the title bar of a window, on a screen that others may see.
    about.title, about.language = view.say("document-title", code=code), view.say("locale")
    about.author = about.comments = ""
    about.created = about.modified = _MADE
    return document


def same_bytes(document: Document) -> bytes:
    """The file, packed anew with the date that a zip file has where none is given."""
    packed, out = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
