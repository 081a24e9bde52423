from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue.handbook import Handbook
from macros.checks import cards
from tests.helpers import Fields, Files, entry, procedure

_AID: Files = {
    "library/first-aid": {"sprain": procedure(), "cut": procedure(title="A cut", search_words=["bandage"], slang=["nick"])}
}


def _handbook(make: Callable[[Files], Handbook], **changes: object) -> Handbook:
    card: Fields = {"outside": "If needed", "of": ["sprain", "cut"], "lines": ["Here", "Then call"], **changes}
    return make({**_AID, "worksheets/a": entry("worksheets", card=card)})


@pytest.mark.parametrize(
    ("outside", "told"),
    [
        ("My overdose card", "overdos"),
        ("Naloxone inside", "naloxon"),
        ("For a cut", "a cut"),
        ("The Bandage", "Bandage"),
        ("A nick", "nick"),
        ("Foot on a chair", "Foot on a chair"),
    ],
)
def test_an_outside_that_tells_what_the_card_is_about_is_found(
    make: Callable[[Files], Handbook], outside: str, told: str
) -> None:
    (found,) = list(cards.check(_handbook(make, outside=outside)))
    assert found.message.startswith(f"'{told}' on the outside tells others what the card is about.")
    assert (found.file, found.field) == ("content/worksheets/a.yml", "card.outside")


@pytest.mark.parametrize("outside", ["If needed", "Alongside", "Cutlery"])
def test_neutral_words_outside_are_let_be(make: Callable[[Files], Handbook], outside: str) -> None:
    assert list(cards.check(_handbook(make, outside=outside))) == []


def test_two_lines_that_begin_alike_are_found(make: Callable[[Files], Handbook]) -> None:
    (found,) = list(cards.check(_handbook(make, lines=["Call", "Here", "call"])))
    assert found.message == "“call” begins like a line before it. The first 40 letters must differ."
    assert found.field == "card.lines[2]"


def test_a_worksheet_without_cards_is_let_be(make: Callable[[Files], Handbook]) -> None:
    assert list(cards.check(make({**_AID, "worksheets/a": entry("worksheets")}))) == []
