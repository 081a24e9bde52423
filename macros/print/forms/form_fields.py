"""Makes form fields of the places to write on that Typst left as links: Link becomes Widget, its tag becomes Form.

Typst has no form fields yet (typst/typst#1765). It does give each link its rectangle, its place in the reading order and an entry
in the parent tree, so that only the type has to change, and the file stays valid PDF/UA-1.
"""

from __future__ import annotations

import io
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from macros.paper.typeface import FIRST, LAST, REGULAR, metrics
from macros.print.compose.sheet_field import Widget
from macros.print.forms.marks import dot, tick
from macros.print.forms.pdf_objects import dictionary, in_number_tree, numbers

MARK = "field:"
_FONT = "AH"
# Flags of form fields (ISO 32000-1, tables 221, 226 and 228).
_PRINTED, _MULTILINE, _RADIO, _NO_TOGGLE_OFF = 1 << 2, 1 << 12, 1 << 15, 1 << 14


def fillable(pdf: bytes, widgets: tuple[Widget, ...], letters: float) -> bytes:
    """A PDF with form fields.

    Args:
        pdf: tagged PDF with a link to ``field:N`` for each widget.
        widgets: what the links stand for, by number.
        letters: size of what is typed, in points.

    Raises:
        ValueError: if the links and the widgets are not the same.
    """
    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    form = _Form(writer, letters)
    seen = []
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            address = str(reference.get_object().get("/A", {}).get("/URI", ""))
            if address.startswith(MARK):
                seen.append(int(address.removeprefix(MARK)))
                form.add(reference, page.indirect_reference, widgets[seen[-1]])
    if sorted(seen) != list(range(len(widgets))):
        raise ValueError(f"{len(seen)} places for {len(widgets)} widgets")
    form.close()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class _Form:
    """The form of one document: its fields, their looks, and the font in which answers are typed."""

    def __init__(self, writer: PdfWriter, letters: float) -> None:
        self._writer = writer
        root: Any = writer.root_object
        self._tags = dict(in_number_tree(root["/StructTreeRoot"]["/ParentTree"]))
        self._typed = TextStringObject(f"/{_FONT} {letters:g} Tf 0 g")
        self._fields = ArrayObject()
        self._choices: dict[str, IndirectObject] = {}

    def add(self, reference: IndirectObject, page: PdfObject | None, widget: Widget) -> None:
        """Makes a form field of the link at ``reference``."""
        link: Any = reference.get_object()
        left, bottom, right, top = (float(side) for side in link["/Rect"])
        width, height = right - left, top - bottom
        for key in ("/A", "/Border", "/Contents"):
            link.pop(key, None)
        says = TextStringObject(widget.says)
        link.update(dictionary(Subtype=NameObject("/Widget"), F=NumberObject(_PRINTED), TU=says, P=page))
        if widget.form == "one of":
            self._add_to_choice(reference, link, widget, width, height)
        elif widget.form == "tick":
            self._fields.append(reference)
            link.update(dictionary(FT=NameObject("/Btn"), T=TextStringObject(widget.name), V=NameObject("/Off")))
            link.update(self._boxed("/Yes", tick(width, height), "4", width, height))
        else:
            self._fields.append(reference)
            link.update(self._line(widget, width, height))
        tag: Any = self._tags[int(link["/StructParent"])].get_object()
        tag[NameObject("/S")] = NameObject("/Form")

    def close(self) -> None:
        """Puts the form into the document."""
        fonts = dictionary(Font=dictionary(**{_FONT: self._font()}))
        form = dictionary(Fields=self._fields, DA=self._typed, DR=fonts)
        self._writer.root_object[NameObject("/AcroForm")] = self._writer._add_object(form)

    def _line(self, widget: Widget, width: float, height: float) -> DictionaryObject:
        several = widget.form == "lines"
        # What is typed covers the ruled lines instead of being struck through; a blank sheet keeps them.
        look = dictionary(BG=numbers(1, 1, 1)) if several else DictionaryObject()
        return dictionary(
            FT=NameObject("/Tx"),
            T=TextStringObject(widget.name),
            V=TextStringObject(""),
            DA=self._typed,
            Ff=NumberObject(_MULTILINE if several else 0),
            MK=look,
            AP=dictionary(N=self._drawing("/Tx BMC EMC", width, height)),
        )

    def _add_to_choice(self, reference: IndirectObject, link: Any, widget: Widget, width: float, height: float) -> None:
        if widget.name not in self._choices:
            fields = dictionary(
                FT=NameObject("/Btn"),
                Ff=NumberObject(_RADIO | _NO_TOGGLE_OFF),
                T=TextStringObject(widget.name),
                TU=TextStringObject(widget.group),
                V=NameObject("/Off"),
                Kids=ArrayObject(),
            )
            self._choices[widget.name] = self._writer._add_object(fields)
            self._fields.append(self._choices[widget.name])
        parent = self._choices[widget.name]
        choice: Any = parent.get_object()
        choice["/Kids"].append(reference)
        link.update(dictionary(Parent=parent))
        link.update(self._boxed(f"/{widget.value}", dot(width, height), "l", width, height))

    def _boxed(self, on: str, drawn: str, sign: str, width: float, height: float) -> DictionaryObject:
        """The looks of a box that is on or off. ``sign`` is what a viewer that draws itself should draw."""
        looks = DictionaryObject(
            {
                NameObject(on): self._drawing(drawn, width, height),
                NameObject("/Off"): self._drawing("", width, height),
            }
        )
        return dictionary(AS=NameObject("/Off"), MK=dictionary(CA=TextStringObject(sign)), AP=dictionary(N=looks))

    def _drawing(self, operators: str, width: float, height: float) -> PdfObject:
        shape = dictionary(
            Type=NameObject("/XObject"),
            Subtype=NameObject("/Form"),
            BBox=numbers(0, 0, width, height),
            Resources=DictionaryObject(),
        )
        return self._stream(operators.encode(), shape)

    def _font(self) -> PdfObject:
        """The regular face as a simple font, whole: nobody knows what will be typed."""
        measured = metrics()
        data = REGULAR.read_bytes()
        descriptor = dictionary(
            Type=NameObject("/FontDescriptor"),
            FontName=NameObject(f"/{measured.name}"),
            Flags=NumberObject(32),
            ItalicAngle=NumberObject(0),
            FontBBox=numbers(*measured.box),
            Ascent=NumberObject(measured.ascent),
            Descent=NumberObject(measured.descent),
            CapHeight=NumberObject(measured.capital),
            StemV=NumberObject(80),
            FontFile2=self._stream(data, dictionary(Length1=NumberObject(len(data)))),
        )
        font = dictionary(
            Type=NameObject("/Font"),
            Subtype=NameObject("/TrueType"),
            BaseFont=NameObject(f"/{measured.name}"),
            FirstChar=NumberObject(FIRST),
            LastChar=NumberObject(LAST),
            Widths=ArrayObject(NumberObject(width) for width in measured.widths),
            Encoding=NameObject("/WinAnsiEncoding"),
            FontDescriptor=self._writer._add_object(descriptor),
        )
        return self._writer._add_object(font)

    def _stream(self, data: bytes, entries: DictionaryObject) -> PdfObject:
        stream = DecodedStreamObject()
        stream.set_data(data)
        stream.update(entries)
        return self._writer._add_object(stream.flate_encode())
