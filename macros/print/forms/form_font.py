"""The font in which answers are typed into a form, as an object of a PDF file.

It is a font of glyphs by their numbers, with a table that says the character of each. So every letter that the face has can be
typed, not only the 217 of a Western code page, and what is saved is seen whole elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from macros.paper.form_face import FormFace, form_face

ALIAS = "Wingdings"
"""The name of the font in the form.

PDFium, which Chrome and other browsers bring, asks a form's own font for letters of Western Europe alone. Curly quotes and all
others it takes from a font of the device, with wide gaps, and what it saves names a font that the file does not hold. Only where
the name is that of a font of signs is it asked for everything. To other programs, this is a name like any other.
"""
# Of a font descriptor (ISO 32000-1, tables 121 and 122): no symbols; and the width of a stem, which no font file says.
_NONSYMBOLIC, _STEM = 1 << 5, 80
# A table of characters may have so many in a block.
_BLOCK = 100
_TABLE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def form_font(document: Pdf) -> Object:
    """A font, added to the document whole, because nobody knows what will be typed."""
    face = form_face()
    name = Name(f"/{face.name}")
    glyphs = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=document.make_indirect(_descriptor(document, face)),
        W=Array([0, Array(face.widths)]),
        CIDToGIDMap=Name.Identity,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=name,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([document.make_indirect(glyphs)]),
        ToUnicode=Stream(document, _characters(face).encode("ascii")),
    )
    return document.make_indirect(font)


def _descriptor(document: Pdf, face: FormFace) -> Dictionary:
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{face.name}"),
        Flags=_NONSYMBOLIC,
        ItalicAngle=0,
        FontBBox=Array(face.box),
        Ascent=face.ascent,
        Descent=face.descent,
        CapHeight=face.capital,
        StemV=_STEM,
        FontFile2=Stream(document, face.data, Length1=len(face.data)),
    )


def _characters(face: FormFace) -> str:
    """The table that says which character each glyph is."""
    return _TABLE.format(blocks="\n".join(_blocks(face)))


def _blocks(face: FormFace) -> Iterator[str]:
    pairs = [f"<{glyph:04X}> <{character.encode('utf-16-be').hex().upper()}>" for character, glyph in face.glyphs]
    for at in range(0, len(pairs), _BLOCK):
        block = pairs[at : at + _BLOCK]
        yield "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"])
