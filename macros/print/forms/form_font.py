"""The font in which answers are typed into a form: the regular face of paper's typeface, as an object of a PDF file."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from macros.paper.typeface import FIRST, LAST, REGULAR, metrics

# Of a font descriptor (ISO 32000-1, tables 121 and 122): no symbols; and the width of a stem, which no font file says.
_NONSYMBOLIC, _STEM = 1 << 5, 80


def form_font(document: Pdf) -> Object:
    """A simple font, added to the document whole, because nobody knows what will be typed."""
    measured = metrics()
    data = REGULAR.read_bytes()
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{measured.name}"),
        Flags=_NONSYMBOLIC,
        ItalicAngle=0,
        FontBBox=Array(measured.box),
        Ascent=measured.ascent,
        Descent=measured.descent,
        CapHeight=measured.capital,
        StemV=_STEM,
        FontFile2=Stream(document, data, Length1=len(data)),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name(f"/{measured.name}"),
        FirstChar=FIRST,
        LastChar=LAST,
        Widths=Array(measured.widths),
        Encoding=Name.WinAnsiEncoding,
        FontDescriptor=document.make_indirect(descriptor),
    )
    return document.make_indirect(font)
