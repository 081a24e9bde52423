from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.catalogue.handbook import Handbook
from macros.checks import sheets, typeface
from macros.project.loading import load_project
from macros.schema.entries import InterventionModel
from tests.helpers import SMALL, Fields, Files, entry, told, write

_PAPER: Fields = {"strip": "Call.", "check_first": "first", "check_line": "Check.", "topics": ["families"], "keep": "Keep it."}
_LONG = "The same long beginning of a question that goes"


def _files(*fields: Fields, name: str = "first", **changes: object) -> Files:
    sheet = entry("worksheets", sections=[{"title": "A part", "fields": list(fields)}], **changes)
    return {**SMALL, "library/paper": _PAPER, f"worksheets/{name}": sheet}


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            [{"kind": "short", "label": "A day"}, {"kind": "date", "label": "A day!"}],
            (
                "sections[0].fields[1]: “A day!” begins like “A day”. The first 40 letters must differ. "
                "Answers are found again by them."
            ),
        ),
        (
            [{"kind": "checklist", "label": "Tick", "options": [f"{_LONG} one", f"{_LONG} two"]}],
            (
                f"sections[0].fields[0].options[1]: “Tick: {_LONG} two” begins like “Tick: {_LONG} one”. "
                "The first 40 letters must differ. Answers are found again by them."
            ),
        ),
        (
            [{"kind": "choice", "label": "Choose", "options": ["Yes", "No", "Yes!"]}],
            "sections[0].fields[0].options[2]: “Yes!” begins like an option before it. The first 40 letters must differ.",
        ),
        (
            [{"kind": "compare", "label": "The ways", "of": "models", "show": ["opennes"]}],
            "sections[0].fields[0].show[0]: 'opennes' is not a field of a model of intervention. Did you mean 'openness'?",
        ),
        (
            [{"kind": "compare", "label": "The ways", "of": "types", "show": ["steps"]}],
            (
                "sections[0].fields[0].show[0]: 'steps' cannot be a column. Here 'title', 'summary', 'also_called', 'say', "
                "'avoid', 'cautions', 'evidence', 'goal', 'fits' or 'fits_not' can be named."
            ),
        ),
        (
            [{"kind": "table", "label": "Days", "columns": [{"title": "When"}, {"title": "When?"}], "rows": "1"}],
            (
                "sections[0].fields[0].columns: “Days: row 1, When?” begins like “Days: row 1, When”. "
                "The first 40 letters must differ. Answers are found again by them."
            ),
        ),
        (
            [{"kind": "short", "label": "x" * 31}],
            f"sections[0].fields[0].label: '{'x' * 31}' is too long to be printed on a line. Write it as shorter words.",
        ),
    ],
)
def test_a_wrong_field_is_told(make: Callable[[Files], Handbook], fields: list[Fields], message: str) -> None:
    assert told(sheets.check(make(_files(*fields)))) == [message]


@pytest.mark.parametrize(
    "fields",
    [
        [{"kind": "short", "label": "A day"}, {"kind": "date", "label": "Another day"}],
        [
            {"kind": "checklist", "label": "Tick", "options": ["One", "Two"]},
            {"kind": "choice", "label": "Or", "options": ["One", "Two"]},
        ],
        [{"kind": "compare", "label": "The ways", "of": "models", "show": ["openness", "people"]}],
        [{"kind": "guidance", "text": f"{'x' * 30}\n\n{'y' * 30}"}],
        [{"kind": "guidance", "text": "See [a page](https://example.org/a-long-address-that-no-line-could-ever-hold)."}],
        [{"kind": "table", "label": "Days", "columns": [{"title": "A"}, {"title": "B"}], "rows": "3"}],
    ],
)
def test_right_fields_are_not_told(make: Callable[[Files], Handbook], fields: list[Fields]) -> None:
    assert told(sheets.check(make(_files(*fields)))) == []


@pytest.mark.parametrize("name", ["drug-diary", "overdose-card", "before-the-intervention", "my-drinking"])
def test_a_telling_file_name_is_refused(make: Callable[[Files], Handbook], name: str) -> None:
    found = told(sheets.check(make(_files({"kind": "short", "label": "A"}, name=name))))
    assert len(found) == 1
    assert found[0].endswith("in the file's name tells others what it is about. Choose a neutral name.")


def test_sheets_need_the_file_that_says_what_stands_on_each(make: Callable[[Files], Handbook]) -> None:
    files = {name: fields for name, fields in _files({"kind": "short", "label": "A"}).items() if name != "library/paper"}
    assert told(sheets.check(make(files))) == ["The file is missing. It says what is printed on every sheet."]


def test_without_sheets_nothing_is_asked_for(make: Callable[[Files], Handbook]) -> None:
    assert told(sheets.check(make(SMALL))) == []


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("✅", "white heavy check mark"),
        ("א", "hebrew letter alef"),
        ("漢", "cjk unified ideograph-6f22"),
    ],
)
def test_a_character_that_paper_cannot_show_is_told(make: Callable[[Files], Handbook], character: str, name: str) -> None:
    found = told(typeface.check(make({"techniques/a": entry(purpose=f"One {character} two.")})))
    assert found == [
        f"purpose: '{character}' ({name}) cannot be printed: the typeface does not have it. Write it in other words."
    ]


def test_a_character_that_paper_cannot_show_is_found_on_its_line(make: Callable[[Files], Handbook]) -> None:
    text = f"for_families: |\n  One.\n\n  Two ✅.\n{yaml.safe_dump(entry(for_families=None))}"
    (problem,) = typeface.check(make({"techniques/a.yml": text}))
    assert (problem.line, problem.field) == (4, "for_families")


@pytest.mark.parametrize("text", ["Plain.", "“Curly” – and … ½ é ñ Ž", "One\n\n- two", "#$@\\{}[]"])
def test_what_paper_can_show_is_not_told(make: Callable[[Files], Handbook], text: str) -> None:
    assert told(typeface.check(make({"techniques/a": entry(for_families=text)}))) == []


_HOSTILE = ["✅ Emoji", "שלום", "a" * 10_000, "A bell \x07 rings", "hid\u202eden", "<b>bold</b>", "{{ macro() }}"]


@pytest.mark.parametrize("label", _HOSTILE, ids=range(len(_HOSTILE)))
def test_a_hostile_label_is_refused_with_file_and_line(tmp_path: Path, label: str) -> None:
    files = {name: fields for name, fields in _files({"kind": "short", "label": "A"}).items() if name != "worksheets/first"}
    write(tmp_path, files)
    path = tmp_path / "content/worksheets/first.yml"
    path.parent.mkdir(parents=True)
    sheet = entry("worksheets", sections=[{"title": "A part", "fields": [{"kind": "short", "label": "LABEL"}]}])
    path.write_text(json.dumps(sheet, indent=1).replace("LABEL", json.dumps(label)[1:-1]), "utf-8")
    line = next(number for number, text in enumerate(path.read_text("utf-8").split("\n"), 1) if '"label"' in text)
    own = [problem for problem in load_project(tmp_path).errors if problem.file == "content/worksheets/first.yml"]
    found = [problem for problem in own if "belongs_to" not in problem.field]
    assert found
    assert {problem.line for problem in found} == {line}


@pytest.mark.parametrize("label", ['He said "no"', "#let x = 1", "$x$ @me", "back\\slash", "50 & more: all", "a" * 30])
def test_a_strange_label_is_kept_as_it_is(make: Callable[[Files], Handbook], label: str) -> None:
    handbook = make(_files({"kind": "short", "label": label}))
    assert told(sheets.check(handbook)) == []
    assert told(typeface.check(handbook)) == []


_FIDELITY: Fields = {"kind": "fidelity", "label": "As it is meant", "of": "a"}


def test_acts_of_a_model_that_names_none_are_told(make: Callable[[Files], Handbook]) -> None:
    files = {**_files(_FIDELITY), "models/a": entry("models")}
    assert told(sheets.check(make(files))) == [
        "sections[0].fields[0].of: models/a has no 'practice' with 'fidelity'. Write its lines there, or leave this field out."
    ]


def test_acts_of_a_model_that_names_them_are_not_told(make: Callable[[Files], Handbook], tiny: Handbook) -> None:
    practice = tiny.require("models/kitchen-table", InterventionModel).practice
    assert practice
    files = {**_files(_FIDELITY), "models/a": entry("models", practice=practice.model_dump(exclude_defaults=True))}
    assert told(sheets.check(make(files))) == []


def test_acts_that_begin_alike_are_told(make: Callable[[Files], Handbook], tiny: Handbook) -> None:
    practice = tiny.require("models/kitchen-table", InterventionModel).practice
    assert practice
    acts = [*practice.fidelity, f"{_LONG} one.", f"{_LONG} two."]
    fields = {**practice.model_dump(exclude_defaults=True), "fidelity": acts}
    found = told(sheets.check(make({**_files(_FIDELITY), "models/a": entry("models", practice=fields)})))
    assert found[0].startswith(f"sections[0].fields[0]: “{_LONG} two. Done” begins like “{_LONG} one. Done”.")


def test_a_form_for_practice_in_word_without_law_is_told(make: Callable[[Files], Handbook]) -> None:
    files = _files({"kind": "short", "label": "A"}, for_practice="true", word="true")
    assert told(sheets.check(make(files))) == [
        "A form for practice that is edited in Word needs 'law': what law must be checked before it is used."
    ]


@pytest.mark.parametrize(
    "fields", [{"for_practice": "true"}, {"word": "true"}, {"for_practice": "true", "word": "true", "law": ["One."]}]
)
def test_a_form_that_names_the_law_or_needs_none_is_not_told(make: Callable[[Files], Handbook], fields: Fields) -> None:
    assert told(sheets.check(make(_files({"kind": "short", "label": "A"}, **fields)))) == []
