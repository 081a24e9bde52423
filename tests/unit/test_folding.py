from __future__ import annotations

import pytest

from macros.reading.folding import folded, without_accents


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Médicine", "medicine"),
        ("What’s  it like?", "whats it like"),
        ("Casey's law", "caseys law"),
        ("snake_case - and/or", "snake case and or"),
        ("¿Quién?", "quien"),
        ("Straße", "strasse"),
        ("Что?", "что"),
        ("…", ""),
    ],
)
def test_what_is_compared_has_small_letters_and_no_marks(words: str, found: str) -> None:
    assert folded(words) == found


def test_a_name_is_joined_by_what_its_place_allows() -> None:
    assert folded("Do it now!", "-") == "do-it-now"


def test_letters_lose_their_accents_and_nothing_else() -> None:
    assert without_accents("El niño está AQUÍ!") == "El nino esta AQUI!"
