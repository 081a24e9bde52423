"""How the fields of a form look: what is drawn in them, and the font in which answers are typed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from pikepdf import Array, Name, Object, Rectangle, Stream

from macros.paper.form_face import form_face
from macros.print.forms.form_font import ALIAS
from tests.print.pdf import clickable, fields, opened, operators


def test_nothing_is_left_of_the_link_that_marked_the_place(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        places = [place for _, place in clickable(document) if place.Subtype == Name.Widget]
        assert [key for place in places for key in ("/A", "/Border", "/Contents") if key in place] == []


def test_the_look_of_a_field_fills_its_place(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        places = [place for _, place in clickable(document) if place.Subtype == Name.Widget]
        looks = [(look, Rectangle(Array(place.Rect))) for place in places for look in _looks(place)]
        assert len(looks) > len(places)
        for look, place in looks:
            assert (look.Type, look.Subtype, dict(look.Resources.items())) == (Name.XObject, Name.Form, {})
            assert [float(side) for side in look.BBox] == pytest.approx([0, 0, float(place.width), float(place.height)], abs=0.01)


def _characters(table: Object) -> Iterator[tuple[int, str]]:
    """What a table of characters says: the number of a glyph, and its character."""
    for block in re.findall(r"(\d+) beginbfchar\n(.*?)\nendbfchar", table.read_bytes().decode("ascii"), re.DOTALL):
        lines = block[1].splitlines()
        assert len(lines) == int(block[0]) <= 100
        for line in lines:
            glyph, character = re.findall(r"<(\w+)>", line)
            yield int(glyph, 16), bytes.fromhex(character).decode("utf-16-be")


def _looks(place: Object) -> list[Object]:
    look = place.AP.N
    return [look] if isinstance(look, Stream) else [one for _, one in look.items()]


def _drawn(box: Object, state: str) -> list[tuple[str, list[float | str]]]:
    """What is drawn in a box in a state: operators with their operands."""
    look = box.AP.N[state]
    assert isinstance(look, Stream)
    return list(operators(look))


def _points(drawn: Iterable[tuple[str, list[float | str]]]) -> list[tuple[float, float]]:
    """Where the lines and curves of a drawing begin and end."""
    ends = ([float(number) for number in numbers[-2:]] for operator, numbers in drawn if operator in {"m", "l", "c"})
    return [(x, y) for x, y in ends]


def test_a_tick_is_drawn_within_its_box_and_nothing_when_it_is_off(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        box = fields(document)["a-good-moment:i-am-calm"]
        place, drawn = Rectangle(Array(box.Rect)), _drawn(box, "/Yes")
        assert _drawn(box, "/Off") == []
        assert [operator for operator, _ in drawn] == ["G", "w", "J", "j", "m", "l", "l", "S"]
        start, low, high = _points(drawn)
        assert 0 < start[0] < low[0] < high[0] < place.width
        assert 0 < low[1] < start[1] < high[1] < place.height


def test_a_dot_is_a_circle_in_the_middle_of_its_box(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        (kid, *_) = fields(document)["what-i-do-next"].Kids
        place, drawn = Rectangle(Array(kid.Rect)), _drawn(kid, "/wait")
        middle, radius = (place.width / 2, place.height / 2), 0.28 * min(place.width, place.height)
    assert [operator for operator, _ in drawn] == ["g", "m", "c", "c", "c", "c", "f"]
    ends = _points(drawn)
    assert ends[0] == ends[-1]
    assert [math.dist(middle, end) for end in ends] == pytest.approx([radius] * 5, abs=0.02)
    # A curve that is as far from the middle at its half as at its ends is round.
    curves = [[float(number) for number in numbers] for operator, numbers in drawn if operator == "c"]
    halves = [_half(start, curve) for (start, _), curve in zip(pairwise(ends), curves, strict=True)]
    assert [math.dist(middle, half) for half in halves] == pytest.approx([radius] * 4, abs=0.02)


def _half(start: tuple[float, float], curve: list[float]) -> tuple[float, float]:
    """The point at the half of a curve of Bézier."""
    (x0, y0), (x1, y1, x2, y2, x3, y3) = start, curve
    return (x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8


def test_the_signs_that_a_viewer_draws_itself_are_those_of_boxes_and_choices(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        assert str(fields(document)["a-good-moment:i-am-calm"].MK.CA) == "4"
        assert {str(kid.MK.CA) for kid in fields(document)["what-i-do-next"].Kids} == {"l"}


def test_the_font_of_answers_is_described_whole(all_kinds: bytes) -> None:
    with opened(all_kinds) as document:
        font = document.Root.AcroForm.DR.Font[f"/{ALIAS}"]
        (glyphs,) = font.DescendantFonts
        about, measured = glyphs.FontDescriptor, form_face()
        assert (font.Type, about.Type) == (Name.Font, Name.FontDescriptor)
        assert {str(font.BaseFont), str(glyphs.BaseFont), str(about.FontName)} == {f"/{measured.name}"}
        first, widths = glyphs.W
        assert (int(first), [int(width) for width in widths]) == (0, list(measured.widths))
        assert (glyphs.Subtype, glyphs.CIDToGIDMap) == (Name.CIDFontType2, Name.Identity)
        assert dict(_characters(font.ToUnicode)) == {glyph: character for character, glyph in measured.glyphs}
        assert [int(side) for side in about.FontBBox] == list(measured.box)
        heights = (about.Ascent, about.Descent, about.CapHeight)
        assert [int(height) for height in heights] == [measured.ascent, measured.descent, measured.capital]
        # A reader of PDF files takes these for granted in a face without symbols that stands upright.
        assert (int(about.Flags), int(about.ItalicAngle)) == (32, 0)
        assert int(about.StemV) > 0
        assert int(about.FontFile2.Length1) == len(measured.data)
