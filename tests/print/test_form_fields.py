"""What each kind of field is in the PDF: type, flags, name, tool tip, look and tag; and how much room it has for handwriting."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import AnnotationFlag, Array, FormFieldFlag, Name, NumberTree, Object, Rectangle

from macros.catalogue.handbook import Handbook
from macros.paper.form_face import form_face
from macros.paper.room import ROOM
from macros.paper.sizes import Paper
from macros.print.compose.sheet import Sheet
from macros.print.forms.form_fields import fillable
from macros.print.forms.form_font import ALIAS
from macros.print.forms.pdf_file import page_count
from macros.print.typeset.sheet_fitting import AIRY
from macros.print.typeset.typesetting import Typesetter
from tests.print.conftest import A4, LARGE, LETTER, LINE, handbook_of, made, set_sheet, worksheet
from tests.print.pdf import clickable, fields, opened

_PRINTED = int(AnnotationFlag.print)
_WRAPPED = int(FormFieldFlag.tx_multiline | FormFieldFlag.tx_do_not_scroll)
_ONE_AND_NEVER_NONE = int(FormFieldFlag.btn_radio | FormFieldFlag.btn_no_toggle_off)
_LINE_HEIGHT = 1.75  # of a place to write on, in the size of the letters
_LINE, _TICK = "/Tx", "/Btn"

# Type, flags, tool tip and number of boxes of each field, in the order of reading.
_ACTS = (
    "Each one was asked alone",
    "The chairs stood in a circle",
    "The person knew the day and the hour",
    "The door stayed open",
    "One question was asked at a time",
    "The hour was not exceeded",
)
_FIELDS = {
    "who-i-will-talk-with": (_LINE, _WRAPPED, "Who I will talk with", 0),
    "day-of-the-talk": (_LINE, _WRAPPED, "Day of the talk", 0),
    "what-i-hope-for": (_LINE, _WRAPPED, "What I hope for", 0),
    "signature": (_LINE, _WRAPPED, "Signature", 0),
    "a-good-moment:i-am-calm": (_TICK, 0, "A good moment: I am calm", 0),
    "a-good-moment:they-are-sober": (_TICK, 0, "A good moment: They are sober", 0),
    "a-good-moment:there-is-time": (_TICK, 0, "A good moment: There is time", 0),
    "what-i-do-next": (_TICK, _ONE_AND_NEVER_NONE, "What I do next", 2),
    "how-ready-i-am": (_TICK, _ONE_AND_NEVER_NONE, "How ready I am", 11),
    **{
        f"what-i-saw:{row}:{name}": (form, flags, f"What I saw: row {row}, {says}", 0)
        for row in (1, 2, 3)
        for name, form, flags, says in (
            ("when", _LINE, _WRAPPED, "When"),
            ("what-i-saw", _LINE, _WRAPPED, "What I saw"),
            ("sure", _TICK, 0, "Sure"),
        )
    },
    **{
        f"my-week:{row}:{name}": (form, flags, f"My week: {day}, {says}", 0)
        for row, day in ((1, "Monday"), (2, "Tuesday"))
        for name, form, flags, says in (
            ("walked", _TICK, 0, "Walked"),
            ("how-it-was", _LINE, _WRAPPED, "How it was"),
        )
    },
    **{
        f"as-it-is-meant:{act.lower().replace(' ', '-')}:{degree.lower().replace(' ', '-')}": ("/Btn", 0, f"{act}. {degree}", 0)
        for act in _ACTS
        for degree in ("Done", "In part", "Not done")
    },
}


def _described(field: Object) -> tuple[str, int, str, int]:
    return str(field.FT), int(field.get("/Ff", 0)), str(field.TU), len(field.get("/Kids", ()))


def test_each_kind_of_field_is_what_it_must_be(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        found = {name: _described(field) for name, field in fields(document).items()}
    assert list(found.items()) == list(_FIELDS.items())


def test_what_is_filled_in_is_printed(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        places = [place for _, place in clickable(document) if place.Subtype == Name.Widget]
        assert len(places) == sum(boxes or 1 for *_, boxes in _FIELDS.values())
        assert {int(place.F) for place in places} == {_PRINTED}


def test_a_box_is_off_and_has_a_look_for_each_state(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        boxes = [place for _, place in clickable(document) if "/Parent" in place or Name.Btn == place.FT]
        states = [sorted(state for state, _ in box.AP.N.items()) for box in boxes]
        assert {(str(box.AS), str(box.get("/V", "/Off"))) for box in boxes} == {("/Off", "/Off")}
        assert all(len(of_one) == 2 and "/Off" in of_one for of_one in states)
        choice = fields(document)["what-i-do-next"]
        assert [sorted(state for state, _ in kid.AP.N.items()) for kid in choice.Kids] == [["/Off", "/wait"], ["/Off", "/go-on"]]
        assert [str(kid.TU) for kid in choice.Kids] == ["What I do next: Wait", "What I do next: Go on"]


def test_what_is_typed_covers_the_ruled_lines(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        of = fields(document)
        assert [float(part) for part in of["what-i-hope-for"].MK.BG] == [1, 1, 1]
        assert "/BG" not in of["signature"].MK


@pytest.mark.parametrize("paper", [LETTER, LARGE], ids=lambda paper: paper.suffix)
def test_what_is_typed_is_as_large_as_the_sheet_and_in_its_typeface(tiny: Handbook, paper: Paper) -> None:
    with opened(made(set_sheet(tiny, "worksheets/all-kinds", paper)).pdf) as document:
        form = document.Root.AcroForm
        typed = {str(field.DA) for field in fields(document).values() if "/DA" in field}
        font = form.DR.Font[f"/{ALIAS}"]
        # As large as the sheet, as large as fits, or as small as can be read.
        assert str(form.DA) == f"/{ALIAS} {paper.letters:g} Tf 0 g"
        assert typed == {f"/{ALIAS} {size:g} Tf 0 g" for size in (paper.letters, 0, ROOM.least * paper.letters)}
        assert (font.Subtype, font.Encoding) == (Name.Type0, Name("/Identity-H"))
        assert font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes() == form_face().data


def test_a_place_refuses_what_would_be_too_small_to_read(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        texts = {name: field for name, field in fields(document).items() if Name.Tx == field.FT}
        most = {name: int(field.MaxLen) for name, field in texts.items()}
        sizes = {name: float(str(field.DA).split()[1]) for name, field in texts.items()}
        places = {str(place.T): Rectangle(Array(place.Rect)) for _, place in clickable(document) if "/T" in place}

    def holds(name: str, size: float) -> int:
        return ROOM.holds(float(places[name].width), float(places[name].height), size)

    least = ROOM.least * 10.5
    as_the_sheet = {name for name in most if holds(name, 10.5) >= ROOM.long}
    assert {name for name, size in sizes.items() if size == 10.5} == as_the_sheet
    assert most == {name: holds(name, 10.5 if name in as_the_sheet else least) for name in most}
    # A viewer finds a size for one or two lines; for more it is told one.
    rest = most.keys() - as_the_sheet
    assert {name: sizes[name] for name in rest} == {
        name: least if ROOM.lines(float(places[name].height), least) > 2 else 0 for name in rest
    }
    assert "what-i-hope-for" in as_the_sheet
    assert sizes["day-of-the-talk"] == 0
    assert sizes["what-i-saw:1:when"] == least


def test_a_place_holds_more_the_larger_it_is_and_the_smaller_the_letters() -> None:
    assert ROOM.holds(500, 18, 10.5) == 91
    assert ROOM.holds(500, 18, 7.5) == 129
    assert ROOM.holds(500, 40, 10.5) == 182
    assert ROOM.holds(20, 5, 10.5) == 1
    assert [ROOM.lines(height, 7.5) for height in (5, 22, 23, 42, 43)] == [1, 1, 2, 3, 4]


def test_a_place_is_tagged_as_a_field_and_reached_in_the_order_of_reading(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        tags = NumberTree(document.Root.StructTreeRoot.ParentTree)
        assert {str(tags[int(place.StructParent)].S) for _, place in clickable(document)} == {"/Form"}
        assert all(place.P.objgen == one.obj.objgen for one, place in clickable(document))
        assert {str(one.Tabs) for one in document.pages} == {"/S"}


@pytest.mark.parametrize("change", [-1, 1])
def test_places_and_widgets_that_do_not_fit_are_refused(tiny: Handbook, change: int) -> None:
    sheet = set_sheet(tiny, "worksheets/all-kinds")
    widgets = sheet.widgets[:-1] if change < 0 else (*sheet.widgets, sheet.widgets[-1])
    with pytest.raises(ValueError, match=f"{len(sheet.widgets)} places for {len(widgets)} widgets"):
        fillable(Typesetter().set("sheet", sheet.values, sheet.date), widgets, 10)


def _line_heights(sheet: Sheet) -> set[float]:
    """How high the places to write on are, in lines as high as they must be at least."""
    with opened(made(sheet).pdf) as document:
        places = [Rectangle(Array(place.Rect)) for _, place in clickable(document)]
    return {round(place.height / (_LINE_HEIGHT * sheet.paper.letters), 2) for place in places}


def test_what_is_left_of_a_page_becomes_room_for_handwriting(tmp_path: Path) -> None:
    of = handbook_of(tmp_path, first=worksheet())
    assert _line_heights(set_sheet(of, "worksheets/first", LETTER)) == {max(AIRY)}
    assert _line_heights(set_sheet(of, "worksheets/first", A4)) == {max(AIRY)}
    # Large print may take any number of pages, and its lines are high as they are: as high as a long answer needs.
    assert _line_heights(set_sheet(of, "worksheets/first", LARGE)) == {1.18}


def test_room_for_handwriting_takes_no_page_more(tmp_path: Path) -> None:
    lines = ({**LINE, "label": f"{number} is a line"} for number in range(14))
    sheet = set_sheet(handbook_of(tmp_path, first=worksheet(*lines)), "worksheets/first", LETTER)
    (height,) = _line_heights(sheet)
    higher = min(air for air in AIRY if air > height)
    assert 1 < height < max(AIRY)
    assert made(sheet).pages == 1
    assert page_count(Typesetter().set("sheet", {**sheet.values, "air": higher}, sheet.date)) == 2
