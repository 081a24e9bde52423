from __future__ import annotations

import pytest

from macros.language.en import LANGUAGE as ENGLISH


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('He said "Stop." Then he left.', ['He said "Stop.', "Then he left."]),
        ("See Dr. Doe at 5 p.m. today.", ["See Dr Doe at 5 p.m. today."]),
        ("In the U.S. it is e.g. free.", ["In the US it is eg free."]),
        ("It costs 3.50 in total. 12 came.", ["It costs 3.50 in total.", "12 came."]),
        ("No end", ["No end"]),
        ("", []),
        ("…  –", []),
        ("¿Qué pasa? ¡No!", ["¿Qué pasa?", "¡No!"]),
        ("Él llamó. Ángela vino. ¿Y tú? «Ñandú», dijo.", ["Él llamó.", "Ángela vino.", "¿Y tú?", "«Ñandú», dijo."]),
        ("Он ушёл. Это всё.", ["Он ушёл.", "Это всё."]),
    ],
)
def test_a_passage_falls_into_sentences(text: str, found: list[str]) -> None:
    assert ENGLISH.sentences(text) == tuple(found)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One two three.", 3),
        ("It’s a well-known fact.", 4),
        ("64 of 130", 3),
        ("– … !", 0),
        ("don't", 1),
        ("2026-11-21", 1),
        ("El niño está aquí", 4),
        ("¿Dónde está la Sra. Muñoz?", 5),
        ("and/or _this_", 3),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert ENGLISH.count_words(text) == count


def test_every_audience_that_reads_in_need_has_a_limit() -> None:
    assert {name: (limit.grade, limit.mean, limit.longest) for name, limit in ENGLISH.limits.items()} == {
        "safety": (6, 12, 20),
        "sheet": (6, 12, 20),
        "family": (8, 15, 25),
        "evidence": (10, 18, 30),
    }
