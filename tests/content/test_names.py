"""Names of things that people look for: each leads somewhere, and whoever follows it sees that they are right."""

from __future__ import annotations

import pytest

from macros.project.loading import LoadedProject, load_project
from macros.reading.folding import folded
from tests.helpers import ROOT

NAMES = """
nitazenes, xylazine, medetomidine, carfentanil, recovery position, rescue breathing, good samaritan law, precipitated withdrawal,
antabuse, disulfiram, campral, acamprosate, suboxone, subutex, sublocade, vivitrol, naltrexone, baclofen, pregabalin, gabapentin,
ketamine, nitrous oxide, ghb, gbl, mdma, poppers, kratom, tianeptine, phenibut, edibles, spice, chemsex,
marchman act, baker act, casey's law, section 35, 5150, power of attorney, guardianship, restraining order, red-flag order, fmla,
prior authorization, medicaid, parity, recovery coach, sober living, oxford house, halfway house, soberlink, house rules,
kinship care, fetal alcohol, cirrhosis, thiamine, wernicke, korsakoff, strangulation, hepatitis c, hiv, psychosis, self-harm,
eating disorder, adhd, gaming disorder, veterans, intensive outpatient, family therapy, cip, nyxoid, prenoxad, narcan
""".replace("\n", " ").split(", ")

_ITEMS = list(load_project(ROOT).handbook.items.values())
_SHOWN = {folded(word) for item in _ITEMS for name in ("search_words", "also_called") for word in getattr(item.fields, name, ())}
_TITLES = [folded(item.title) for item in _ITEMS]


@pytest.mark.parametrize("name", [name.strip() for name in NAMES])
def test_a_thing_that_people_look_for_has_a_page_that_names_it(name: str) -> None:
    wanted = folded(name)
    assert wanted in _SHOWN or any(f" {wanted} " in f" {title} " for title in _TITLES)


@pytest.mark.parametrize("name", [name.strip() for name in NAMES])
def test_it_is_not_hidden_as_slang(real: LoadedProject, name: str) -> None:
    hidden = [i.id for i in real.handbook.items.values() if name in map(str.lower, getattr(i.fields, "slang", ()))]
    assert hidden == []
