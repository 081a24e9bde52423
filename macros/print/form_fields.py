"""Makes form fields of the places to write on that Typst left as links: Link becomes Widget, its tag becomes Form.

Typst has no form fields yet (typst/typst#1765). It does give each link its rectangle, its place in the reading order and an entry in
the parent tree, so that only the type has to change, and the file stays valid PDF/UA-1.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from macros.print.fonts import FIRST, LAST, REGULAR, metrics
from macros.print.sheet import Widget

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
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    form = _Form(writer, letters)
    numbers = []
    for page in writer.pages:
        for reference in page.get("/Annots", ()):
            address = str(reference.get_object().get("/A", {}).get("/URI", ""))
            if address.startswith(MARK):
                numbers.append(int(address.removeprefix(MARK)))
                form.add(reference, page.indirect_reference, widgets[numbers[-1]])
    if sorted(numbers) != list(range(len(widgets))):
        raise ValueError(f"{len(numbers)} places for {len(widgets)} widgets")
    form.close()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class _Form:
    """The form of one document: its fields, their looks, and the font in which answers are typed."""

    def __init__(self, writer: PdfWriter, letters: float) -> None:
        self._writer = writer
        self._tags = dict(_entries(writer.root_object["/StructTreeRoot"]["/ParentTree"]))
        self._typed = TextStringObject(f"/{_FONT} {letters:g} Tf 0 g")
        self._fields = ArrayObject()
        self._choices: dict[str, IndirectObject] = {}

    def add(self, reference: IndirectObject, page: PdfObject | None, widget: Widget) -> None:
        """Makes a form field of the link at ``reference``."""
        link = reference.get_object()
        assert isinstance(link, DictionaryObject)  # noqa: S101 - annotations are dictionaries
        left, bottom, right, top = (float(side) for side in link["/Rect"])  # type: ignore[attr-defined]
        width, height = right - left, top - bottom
        for key in ("/A", "/Border", "/Contents"):
            link.pop(key, None)
        says = TextStringObject(widget.says)
        link.update(_dictionary(Subtype=NameObject("/Widget"), F=NumberObject(_PRINTED), TU=says, P=page))
        if widget.form == "one of":
            self._add_to_choice(reference, link, widget, width, height)
        elif widget.form == "tick":
            self._fields.append(reference)
            link.update(_dictionary(FT=NameObject("/Btn"), T=TextStringObject(widget.name), V=NameObject("/Off")))
            link.update(self._boxed("/Yes", _tick(width, height), "4", width, height))
        else:
            self._fields.append(reference)
            link.update(self._line(widget, width, height))
        self._tags[int(link["/StructParent"])].get_object()[NameObject("/S")] = NameObject("/Form")  # type: ignore[index]

    def close(self) -> None:
        """Puts the form into the document."""
        fonts = _dictionary(Font=_dictionary(**{_FONT: self._font()}))
        form = _dictionary(Fields=self._fields, DA=self._typed, DR=fonts)
        self._writer.root_object[NameObject("/AcroForm")] = self._writer._add_object(form)  # noqa: SLF001

    def _line(self, widget: Widget, width: float, height: float) -> DictionaryObject:
        several = widget.form == "lines"
        # What is typed covers the ruled lines instead of being struck through; a blank sheet keeps them.
        look = _dictionary(BG=_numbers(1, 1, 1)) if several else DictionaryObject()
        return _dictionary(
            FT=NameObject("/Tx"),
            T=TextStringObject(widget.name),
            V=TextStringObject(""),
            DA=self._typed,
            Ff=NumberObject(_MULTILINE if several else 0),
            MK=look,
            AP=_dictionary(N=self._drawing("/Tx BMC EMC", width, height)),
        )

    def _add_to_choice(
        self, reference: IndirectObject, link: DictionaryObject, widget: Widget, width: float, height: float
    ) -> None:
        if widget.name not in self._choices:
            choice = _dictionary(
                FT=NameObject("/Btn"),
                Ff=NumberObject(_RADIO | _NO_TOGGLE_OFF),
                T=TextStringObject(widget.name),
                TU=TextStringObject(widget.group),
                V=NameObject("/Off"),
                Kids=ArrayObject(),
            )
            self._choices[widget.name] = self._writer._add_object(choice)  # noqa: SLF001
            self._fields.append(self._choices[widget.name])
        parent = self._choices[widget.name]
        parent.get_object()["/Kids"].append(reference)  # type: ignore[index, attr-defined, union-attr]
        link.update(_dictionary(Parent=parent))
        link.update(self._boxed(f"/{widget.value}", _dot(width, height), "l", width, height))

    def _boxed(self, on: str, drawn: str, sign: str, width: float, height: float) -> DictionaryObject:
        """The looks of a box that is on or off. ``sign`` is what a viewer that draws itself should draw."""
        looks = DictionaryObject(
            {
                NameObject(on): self._drawing(drawn, width, height),
                NameObject("/Off"): self._drawing("", width, height),
            }
        )
        return _dictionary(AS=NameObject("/Off"), MK=_dictionary(CA=TextStringObject(sign)), AP=_dictionary(N=looks))

    def _drawing(self, operators: str, width: float, height: float) -> PdfObject:
        shape = _dictionary(
            Type=NameObject("/XObject"),
            Subtype=NameObject("/Form"),
            BBox=_numbers(0, 0, width, height),
            Resources=DictionaryObject(),
        )
        return self._stream(operators.encode(), shape)

    def _font(self) -> PdfObject:
        """The regular face as a simple font, whole: nobody knows what will be typed."""
        measured = metrics()
        data = REGULAR.read_bytes()
        descriptor = _dictionary(
            Type=NameObject("/FontDescriptor"),
            FontName=NameObject(f"/{measured.name}"),
            Flags=NumberObject(32),
            ItalicAngle=NumberObject(0),
            FontBBox=_numbers(*measured.box),
            Ascent=NumberObject(measured.ascent),
            Descent=NumberObject(measured.descent),
            CapHeight=NumberObject(measured.capital),
            StemV=NumberObject(80),
            FontFile2=self._stream(data, _dictionary(Length1=NumberObject(len(data)))),
        )
        font = _dictionary(
            Type=NameObject("/Font"),
            Subtype=NameObject("/TrueType"),
            BaseFont=NameObject(f"/{measured.name}"),
            FirstChar=NumberObject(FIRST),
            LastChar=NumberObject(LAST),
            Widths=ArrayObject(NumberObject(width) for width in measured.widths),
            Encoding=NameObject("/WinAnsiEncoding"),
            FontDescriptor=self._writer._add_object(descriptor),  # noqa: SLF001
        )
        return self._writer._add_object(font)  # noqa: SLF001

    def _stream(self, data: bytes, entries: DictionaryObject) -> PdfObject:
        stream = DecodedStreamObject()
        stream.set_data(data)
        stream.update(entries)
        return self._writer._add_object(stream.flate_encode())  # noqa: SLF001


def _entries(node: Any) -> Iterator[tuple[int, IndirectObject]]:
    """What a number tree holds, by number."""
    held = node.get_object()
    numbers = held.get("/Nums", ())
    for at in range(0, len(numbers), 2):
        yield int(numbers[at]), numbers[at + 1]
    for kid in held.get("/Kids", ()):
        yield from _entries(kid)


def _dictionary(**entries: PdfObject | None) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items() if value is not None})


def _numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(value) for value in values)


def _points(points: Iterable[tuple[float, float]], operators: Iterable[str]) -> str:
    return " ".join(f"{x:.2f} {y:.2f} {operator}" for (x, y), operator in zip(points, operators, strict=True))


def _tick(width: float, height: float) -> str:
    """A tick as a path, so that no font of signs is needed."""
    points = ((0.2 * width, 0.5 * height), (0.42 * width, 0.26 * height), (0.82 * width, 0.78 * height))
    return f"0 G {0.13 * width:.2f} w 1 J 1 j {_points(points, ('m', 'l', 'l'))} S"


def _dot(width: float, height: float) -> str:
    """A filled circle of four curves."""
    radius, x, y = 0.28 * min(width, height), width / 2, height / 2
    k = 0.5523 * radius
    curves = (
        (x + radius, y + k, x + k, y + radius, x, y + radius),
        (x - k, y + radius, x - radius, y + k, x - radius, y),
        (x - radius, y - k, x - k, y - radius, x, y - radius),
        (x + k, y - radius, x + radius, y - k, x + radius, y),
    )
    drawn = " ".join(f"{' '.join(f'{number:.2f}' for number in curve)} c" for curve in curves)
    return f"0 g {x + radius:.2f} {y:.2f} m {drawn} f"
