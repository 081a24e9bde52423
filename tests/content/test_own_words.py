"""What people write when they write first aid by hand: the words of the real procedures find it."""

from __future__ import annotations

import pytest

from macros.catalogue.handbook import Handbook
from macros.catalogue.item import Item
from macros.checks import first_aid
from macros.project.loading import LoadedProject
from macros.schema.first_aid import FirstAid

BY_HAND = [
    ("Tilt his head back and pinch his nose.", "breathing"),
    ("Give rescue breaths if you know how.", "breathing"),
    ("Breathe for them.", "breathing"),
    ("Start CPR at once.", "breathing"),
    ("Do mouth-to-mouth.", "breathing"),
    ("Put the heel of one hand on the chest.", "breathing"),
    ("Spray it into one nostril.", "breathing"),
    ("Give a second dose of naloxone after three minutes.", "breathing"),
    ("Give naloxone again if they do not wake in a few minutes.", "breathing"),
    ("Put her in the recovery position.", "recovery-position"),
    ("Roll them onto their side.", "recovery-position"),
    ("Lay him on his side.", "recovery-position"),
    ("Put nothing in the mouth.", "seizure"),
    ("Push something between the teeth.", "seizure"),
    ("Is the stool black and tarry? Black, tarry stools need a call.", "bleeding-and-liver"),
    ("Ask for thiamine by injection.", "confused-and-staggering"),
    ("They need a doctor or nurse now. Do not wait for morning.", "withdrawal"),
    ("Choked, even once? See a doctor.", "strangulation"),
    ("Ask how, where and when.", "suicide-now"),
    ("Let a friend keep them.", "suicide-now"),
    ("Keep away from the kitchen.", "violence-now"),
    ("Do not make him vomit.", "unknown-substance"),
    ("Ice packs on neck, armpits and groin.", "overheating"),
]


@pytest.mark.parametrize(("text", "slug"), BY_HAND)
def test_a_step_in_other_hands_words_is_found(real: LoadedProject, text: str, slug: str) -> None:
    procedures = [item for item, _ in real.handbook.all_of(FirstAid)]
    page = real.handbook.items["pages/about"]
    altered = Item(page.kind, page.slug, page.fields, page.source, page.at, body=text)
    found = [problem.message for problem in first_aid.check(Handbook([*procedures, altered]))]
    assert any(f"[[first-aid/{slug}]]" in message for message in found)
