"""What is typed into a PDF is saved and seen whole in the Latin scripts of Europe, and curly quotes leave no gaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pikepdf import Dictionary, Name, Object, Pdf

from macros.paper.form_face import form_face
from macros.print.forms.form_font import ALIAS
from tests.print.filling import drawn, typed
from tests.print.pdf import changed, fields, opened, operators, squeezed

WORDS = {
    "Croatian": "Čuvaj se, đače: žuč, ćup",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Danish": "Æbler på øen, år efter år: æ, ø, å",
    "Estonian": "Põhjatuul ja päike: šokolaad, žürii, öö",
    "French": "Dès Noël, où un zéphyr haï me vêt : cœur, çà",
    "German": "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich",
    "Hungarian": "Árvíztűrő tükörfúrógép Ő Ű",
    "Icelandic": "Kæmi ný öxi hér, ykist þjófum nú bæði víl og ádrepa",
    "Latvian": "Glāžšķūņa rūķīši dzērumā čiepj Baha koncertflīģeļu vākus",
    "Lithuanian": "Įlinkdama fechtuotojo špaga sublykčiojusi pragręžė apvalų arbūzą ėjų",
    "Maltese": "Ġuża, ħobż u żejt, ċar",
    "Polish": "Zażółć gęślą jaźń, Łódź",
    "Romanian": "Muzicologă în bej vând whisky și tequila, preț fix: ăâî Ț Ș",
    "Slovak": "Kŕdeľ šťastných ďatľov učí pri ústí Váhu mĺkveho: Ĺ",
    "Spanish": "El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia: ¿ñandú?",
    "Swedish": "Flygande bäckasiner söka hwila på mjuka tuvor",
    "Turkish": "Pijamalı hasta yağız şoföre çabucak güvendi: İ ı",
    "Welsh": "Ŵyna, tŷ, dŵr, Ŷ",
    "quotes": "“I said ‘no’”, – and it’s „so“ — …",
}
"""Letters of each language."""
QUOTED = "“a” ‘b’ it’s"


def _under_a_plain_name(document: Pdf) -> None:
    """The font as before: PDFium asks it for letters of Western Europe alone."""
    form = document.Root.AcroForm
    form.DR.Font = Dictionary(AH=form.DR.Font[f"/{ALIAS}"])
    for field in form.Fields:
        if "/DA" in field:
            field.DA = str(field.DA).replace(ALIAS, "AH")


def _fonts(pdf: bytes) -> set[tuple[str, bool]]:
    """The fonts in which answers are drawn: the name of each, and whether the file holds it."""
    with opened(pdf) as document:
        looks = [field.AP.N for field in fields(document).values() if Name.Tx == field.get("/FT")]
        used = ((look, operands[0]) for look in looks for operator, operands in operators(look) if operator == "Tf")
        return {_font(look.Resources.Font[str(name)]) for look, name in used}


def _font(font: Object) -> tuple[str, bool]:
    face = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    return str(font.BaseFont)[1:], "/FontFile2" in face.get("/FontDescriptor", {})


@pytest.mark.parametrize("language", WORDS)
def test_what_is_typed_is_saved_with_its_letters(all_kinds: bytes, language: str) -> None:
    saved = typed(all_kinds, WORDS[language])
    kept = [field for field in drawn(saved) if field.value == WORDS[language]]
    assert len(kept) > 4
    assert {squeezed(field.seen) for field in kept} == {squeezed(WORDS[language])}
    assert _fonts(saved) == {(form_face().name, True)}


def _gaps(pdf: bytes, text: str) -> list[float]:
    """How far the signs of an answer stand from each other, in sizes of its letters."""
    (field,) = (each for each in drawn(typed(pdf, text)) if each.name == "what-i-hope-for")
    return [(right - left) / 10.5 for left, right in pairwise(field.starts[: len(text)])]


def _widths(text: str) -> list[float]:
    face = form_face()
    glyphs = dict(face.glyphs)
    return [face.widths[glyphs[sign]] / 1000 for sign in text]


def test_curly_quotes_are_as_wide_as_they_are(all_kinds: bytes) -> None:
    assert _gaps(all_kinds, QUOTED) == pytest.approx(_widths(QUOTED)[:-1], abs=0.02)


def test_letters_of_another_font_are_found(all_kinds: bytes) -> None:
    before = changed(all_kinds, _under_a_plain_name)
    assert len(_fonts(typed(before, WORDS["quotes"]))) > 1
    assert _gaps(before, QUOTED) != pytest.approx(_widths(QUOTED)[:-1], abs=0.02)
