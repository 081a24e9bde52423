"""The lists of the real handbook."""

from __future__ import annotations

import re

import pytest

from macros.checks.words import Rule, rule_of
from macros.project.loading import LoadedProject, load_project
from macros.schema.helpline import Helpline
from macros.schema.library import Gate, GlossaryTerm, Grade, ScopeItem, Stage, WordChoice
from macros.schema.source import Source
from macros.view.helplines import ways
from macros.view.inlines import Term
from macros.view.lists import helpline
from tests.helpers import ROOT, parts_of

_HANDBOOK = load_project(ROOT).handbook
_HELPLINES = [item.slug for item, _ in _HANDBOOK.all_of(Helpline)]
_SOURCES = [item.slug for item, _ in _HANDBOOK.all_of(Source)]
_WORDS = [item.slug for item, _ in _HANDBOOK.all_of(WordChoice)]
_GATES = [item.slug for item, _ in _HANDBOOK.all_of(Gate)]
_COUNTRIES = {"US", "Canada", "England", "Scotland", "Wales", "Northern Ireland"}


def test_the_promise_has_167_items(real: LoadedProject) -> None:
    assert len(real.handbook.all_of(ScopeItem)) == 167


def test_the_grades_are_a_to_d_and_x_and_only_advice_needs_no_source(real: LoadedProject) -> None:
    grades = {item.slug: grade.needs_source for item, grade in real.handbook.all_of(Grade)}
    assert grades == {"A": True, "B": True, "C": True, "D": False, "X": True}


def test_the_stages_are_the_seven_of_the_design(real: LoadedProject) -> None:
    stages = {item.slug for item, _ in real.handbook.all_of(Stage)}
    assert stages == {"understand", "decide", "prepare", "meet", "after-yes", "after-no", "long-run"}


@pytest.mark.parametrize("slug", _HELPLINES)
def test_a_helpline_is_due_after_it_was_checked_and_within_a_year(real: LoadedProject, slug: str) -> None:
    line = real.handbook.require(f"helplines/{slug}", Helpline)
    assert 0 < (line.verify_by - line.last_verified).days <= 366


@pytest.mark.parametrize("slug", _HELPLINES)
def test_a_helpline_has_links_that_a_phone_understands(real: LoadedProject, slug: str) -> None:
    for way in ways(real.handbook.require(f"helplines/{slug}", Helpline), real.handbook.directory, real.view.say):
        assert re.fullmatch(r"tel:\+?\d{3,15}|sms:\+?\d{3,15}(\?&body=[\w%.-]+)?|https?://\S+", way.href)


@pytest.mark.parametrize("slug", _HELPLINES)
def test_a_short_code_is_dialed_as_it_is_printed(real: LoadedProject, slug: str) -> None:
    line = real.handbook.require(f"helplines/{slug}", Helpline)
    for way in ways(line, real.handbook.directory, real.view.say):
        digits = re.sub(r"\D", "", way.number)
        if 0 < len(digits) <= 7:
            assert re.split("[:?]", way.href)[1] == digits


_AT_HAND = {"us", "canada", "england", "scotland", "wales", "northern-ireland", "ireland", "australia", "new-zealand"}


def test_the_places_on_every_page_are_those_that_the_handbook_promises(real: LoadedProject) -> None:
    assert set(real.handbook.directory.at_hand) == _AT_HAND


@pytest.mark.parametrize("topic", ["emergency", "suicide", "violence", "children"])
def test_every_place_on_every_page_has_a_line_for_each_danger(real: LoadedProject, topic: str) -> None:
    assert [place for place in _AT_HAND if not real.handbook.directory.here(topic, place)] == []


def test_every_place_on_every_page_has_a_poison_line_or_is_told_what_to_use(real: LoadedProject) -> None:
    directory = real.handbook.directory
    assert [p for p in _AT_HAND if not directory.here("poison", p) and not directory.instead("poison", p)] == []


def test_every_empty_cell_of_the_matrix_says_what_to_use_instead(real: LoadedProject) -> None:
    assert [(cell.topic, cell.place) for cell in real.handbook.directory.cells() if not cell.lines and not cell.instead] == []


@pytest.mark.parametrize("slug", _SOURCES)
def test_a_source_can_be_looked_up(real: LoadedProject, slug: str) -> None:
    source = real.handbook.require(f"sources/{slug}", Source)
    assert source.doi or source.pmid or source.pmcid or source.url
    assert source.doi is None or re.fullmatch(r"10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;]", source.doi)
    assert source.pmid is None or re.fullmatch(r"[1-9]\d{4,7}", source.pmid)
    assert source.pmcid is None or re.fullmatch(r"PMC[1-9]\d{3,8}", source.pmcid)


@pytest.mark.parametrize("field", ["doi", "pmid", "pmcid"])
def test_no_source_is_listed_twice(real: LoadedProject, field: str) -> None:
    values = [value for _, source in real.handbook.all_of(Source) if (value := getattr(source, field))]
    assert sorted(value for value in values if values.count(value) > 1) == []


def test_no_title_of_the_same_authors_is_listed_twice(real: LoadedProject) -> None:
    values = [f"{source.authors}: {source.title}" for _, source in real.handbook.all_of(Source)]
    assert sorted(value for value in values if values.count(value) > 1) == []


def _rules() -> list[Rule]:
    return [rule_of(choice) for _, choice in _HANDBOOK.all_of(WordChoice)]


@pytest.mark.parametrize("slug", _WORDS)
def test_what_to_write_instead_is_not_itself_avoided(real: LoadedProject, slug: str) -> None:
    choice = real.handbook.require(f"words/{slug}", WordChoice)
    assert [(use, hit) for use in choice.use for rule in _rules() for hit in rule.hits(use)] == []


@pytest.mark.parametrize("slug", _WORDS)
def test_an_exception_is_made_only_for_what_exists(real: LoadedProject, slug: str) -> None:
    allowed = real.handbook.require(f"words/{slug}", WordChoice).allowed_in
    assert [item_id for item_id in allowed if item_id not in real.handbook.items] == []


def test_no_word_is_avoided_twice(real: LoadedProject) -> None:
    avoided = [word.lower() for _, choice in real.handbook.all_of(WordChoice) for word in choice.avoid]
    assert sorted(word for word in avoided if avoided.count(word) > 1) == []


@pytest.mark.parametrize("slug", _GATES)
def test_a_safety_box_names_help_in_every_place(real: LoadedProject, slug: str) -> None:
    handbook = real.handbook
    topics = handbook.require(f"gates/{slug}", Gate).topics
    helped = {place for topic in topics for place in _AT_HAND if handbook.directory.here(topic, place)}
    told = {place for topic in topics for place in _AT_HAND if handbook.directory.instead(topic, place)}
    assert helped | told == _AT_HAND


def test_every_danger_of_the_design_has_its_box() -> None:
    assert set(_GATES) == {"boundary", "surprise", "confrontation", "leaving", "stop-using", "violence", "suicide", "minors"}


def test_no_word_is_explained_twice(real: LoadedProject) -> None:
    terms = [word.lower() for _, term in real.handbook.all_of(GlossaryTerm) for word in (term.term, *term.forms)]
    assert sorted(term for term in terms if terms.count(term) > 1) == []


def test_a_caution_uses_up_no_word_that_the_page_explains(real: LoadedProject) -> None:
    cautions = [helpline(real.view, item).caution for item, line in real.handbook.all_of(Helpline) if line.caution]
    assert cautions
    assert [part for part in parts_of(cautions) if isinstance(part, Term)] == []
