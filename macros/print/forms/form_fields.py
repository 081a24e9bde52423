"""Makes form fields of the places to write on that Typst left as links: Link becomes Widget, its tag becomes Form.

Typst has no form fields yet (typst/typst#1765). It does give each link its rectangle, its place in the reading order and an entry
in the parent tree, so that only the type has to change, and the file stays valid PDF/UA-1.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

from pikepdf import (
    AnnotationFlag,
    Array,
    Dictionary,
    FormFieldFlag,
    Name,
    NumberTree,
    Object,
    Pdf,
    Rectangle,
    Stream,
)

from macros.paper.room import ROOM
from macros.print.compose.sheet_field import Widget
from macros.print.forms.form_font import ALIAS, form_font
from macros.print.forms.marks import dot, tick
from macros.print.forms.pdf_file import written

MARK = "field:"
_WHITE = (1, 1, 1)


def fillable(pdf: bytes, widgets: tuple[Widget, ...], letters: float) -> bytes:
    """A PDF with form fields. The same input gives the same bytes.

    Args:
        pdf: tagged PDF with a link to ``field:N`` for each widget, or several: what is typed into one is in all of them.
        widgets: what the links stand for, by number.
        letters: size of what is typed, in points.

    Raises:
        ValueError: if the links and the widgets are not the same.
    """
    with Pdf.open(io.BytesIO(pdf)) as document:
        places = list(_places(document))
        counted = Counter(number for number, _, _ in places)
        if sorted(counted) != list(range(len(widgets))):
            raise ValueError(f"{len(places)} places for {len(widgets)} widgets")
        form = _Form(document, letters, frozenset(widgets[number].name for number, places_of in counted.items() if places_of > 1))
        for number, link, page in places:
            form.add(link, page, widgets[number])
        form.close()
        return written(document)


def _places(document: Pdf) -> Iterator[tuple[int, Object, Object]]:
    """The links to be replaced, in the order of reading, each between the number of its widget and the page it is on."""
    for page in document.pages:
        for link in page.get("/Annots", ()):
            address = str(link.A.get("/URI", "")) if "/A" in link else ""
            if address.startswith(MARK):
                yield int(address.removeprefix(MARK)), link, page.obj


def _place(link: Object) -> Rectangle:
    """Where a link is on its page, in points."""
    return Rectangle(Array(link.Rect))


class _Form:
    """The form of one document: its fields, their looks, and the font in which answers are typed."""

    def __init__(self, document: Pdf, letters: float, repeated: frozenset[str]) -> None:
        self._document = document
        self._tags = NumberTree(document.Root.StructTreeRoot.ParentTree)
        self._letters = letters
        self._repeated = repeated
        self._fields = Array()
        self._choices: dict[str, Object] = {}
        self._lines: dict[str, Object] = {}

    def add(self, link: Object, page: Object, widget: Widget) -> None:
        """Makes a form field of a link on a page."""
        for key in ("/A", "/Border", "/Contents"):
            if key in link:
                del link[key]
        link.update(Dictionary(Subtype=Name.Widget, F=int(AnnotationFlag.print), TU=widget.says, P=page))
        if widget.form == "one of":
            self._make_one_of(link, widget)
        elif widget.form == "tick":
            self._make_tick(link, widget)
        else:
            self._make_line(link, widget)
        self._tags[int(link.StructParent)].S = Name.Form

    def close(self) -> None:
        """Puts the form into the document."""
        fonts = Dictionary(Font=Dictionary({f"/{ALIAS}": form_font(self._document)}))
        form = Dictionary(Fields=self._fields, DA=self._typed(self._letters), DR=fonts)
        self._document.Root.AcroForm = self._document.make_indirect(form)

    @staticmethod
    def _typed(size: float) -> str:
        """The look of what is typed; 0 lets the viewer find a size."""
        return f"/{ALIAS} {size:g} Tf 0 g"

    def _make_line(self, link: Object, widget: Widget) -> None:
        place = _place(link)
        # Within a sentence, a field is one line, on which the words stand as high as those around them.
        is_within = widget.covers and widget.form == "line"
        flags = int(FormFieldFlag.tx_do_not_scroll | (0 if is_within else FormFieldFlag.tx_multiline))
        width, height = float(place.width), float(place.height)
        least, room = ROOM.least * self._letters, ROOM.holds(width, height, self._letters)
        # What is typed covers what is printed there instead of being struck through; a blank sheet keeps it.
        look = Dictionary(BG=Array(_WHITE)) if widget.covers else Dictionary()
        drawn = Dictionary(N=self._drawing(b"/Tx BMC EMC", place))
        # Where a long answer would not fit, the viewer finds a size at which it does. It refuses what would be too small to read.
        # From three lines on, pdf.js finds sizes at which the last line is cut, so there it is told one.
        small = 0 if ROOM.lines(height, least) < 3 else least
        size, most = (self._letters, room) if room >= ROOM.long else (small, ROOM.holds(width, height, least))
        typed = self._typed(size)
        link.update(Dictionary(DA=typed, MK=look, AP=drawn))
        field = Dictionary(FT=Name.Tx, T=widget.name, V="", Ff=flags, MaxLen=most)
        if widget.name in self._repeated:
            self._add_place(link, field, widget)
        else:
            link.update(field)
            self._fields.append(link)

    def _add_place(self, link: Object, field: Dictionary, widget: Widget) -> None:
        """Makes a link one of the places of a line. The smallest of them says how much it takes."""
        if widget.name not in self._lines:
            field.update(Dictionary(TU=widget.says, Kids=Array()))
            self._lines[widget.name] = self._document.make_indirect(field)
            self._fields.append(self._lines[widget.name])
        line = self._lines[widget.name]
        line.MaxLen = min(int(line.MaxLen), int(field.MaxLen))
        line.Kids.append(link)
        link.Parent = line

    def _make_tick(self, link: Object, widget: Widget) -> None:
        link.update(Dictionary(FT=Name.Btn, T=widget.name, V=Name.Off))
        place = _place(link)
        self._draw_box(link, "Yes", tick(place.width, place.height), "4")
        self._fields.append(link)

    def _make_one_of(self, link: Object, widget: Widget) -> None:
        if widget.name not in self._choices:
            self._choices[widget.name] = self._new_choice(widget)
        choice = self._choices[widget.name]
        choice.Kids.append(link)
        link.Parent = choice
        place = _place(link)
        self._draw_box(link, widget.value, dot(place.width, place.height), "l")

    def _new_choice(self, widget: Widget) -> Object:
        """The field that the boxes of a choice share."""
        flags = int(FormFieldFlag.btn_radio | FormFieldFlag.btn_no_toggle_off)
        field = Dictionary(FT=Name.Btn, Ff=flags, T=widget.name, TU=widget.group, V=Name.Off, Kids=Array())
        choice = self._document.make_indirect(field)
        self._fields.append(choice)
        return choice

    def _draw_box(self, link: Object, on: str, drawn: str, sign: str) -> None:
        """Gives a box its looks when on and when off. ``sign`` is what a viewer that draws itself should draw."""
        place = _place(link)
        looks = {f"/{on}": self._drawing(drawn.encode(), place), "/Off": self._drawing(b"", place)}
        link.update(Dictionary(AS=Name.Off, MK=Dictionary(CA=sign), AP=Dictionary(N=Dictionary(looks))))

    def _drawing(self, operators: bytes, place: Rectangle) -> Stream:
        box = place.to_bbox().as_array()
        return Stream(self._document, operators, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())
