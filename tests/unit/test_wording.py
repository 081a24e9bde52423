from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros.catalogue.load import load
from tests.helpers import entry, helpline, messages, source, write

_NEEDED = "The field has no value. It is needed: write one."
_NO_VALUE = "The field has no value. Write one, or remove the line."
_GROUP = "A group of fields is expected here: 'field: value' lines, indented."
_CODE = "does not have the right form. A code is one capital letter and two to four digits, such as Q02 or Q117."
_LIST = "A list is expected here: one line for each part, each beginning with '- '."


def _told(root: Path, name: str, fields: dict[str, Any]) -> list[str]:
    return [str(problem).partition(": ")[2] for problem in load(write(root, {name: fields})).problems]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"purpose": None}, "purpose: This field is missing and needed."),
        ({"purpos": "x"}, "purpos: 'purpos' is not a field of a technique. Did you mean 'purpose'?"),
        ({"title": ["x"]}, "title: Text is expected here, not a list or a group of fields."),
        ({"title": {"a": "x", "b": "y"}}, "title: Text is expected here, not a list or a group of fields."),
        ({"title": ""}, "title: The text is empty."),
        ({"title": " "}, "title: The text is empty."),
        ({"title": "one\ntwo"}, "title: 'one\\ntwo' does not have the right form. Keep it to one line."),
        ({"title": "x" * 401}, "title: The text has 401 characters. At most 400 are allowed."),
        ({"code": "q1"}, f"code: 'q1' {_CODE}"),
        ({"code": "Q1"}, f"code: 'Q1' {_CODE}"),
        ({"code": "Q002"}, f"code: 'Q002' {_CODE}"),
        ({"code": "Q10000"}, f"code: 'Q10000' {_CODE}"),
        ({"stages": "plan"}, f"stages: {_LIST}"),
        ({"stages": []}, "stages: The list is too short. At least 1 is needed."),
        ({"was": ["Plan"]}, "was[0]: 'Plan' does not have the right form. Use small letters, digits and single hyphens."),
        ({"say": ["x"] * 8}, "say: The list has 8 parts. At most 7 are allowed: readers lose longer lists."),
        ({"steps": ["x"]}, f"steps[0]: {_GROUP}"),
        ({"steps": [{"title": "x"}]}, "steps[0].text: This field is missing and needed."),
        (
            {"steps": [{"title": "x", "text": "y", "txet": "z"}]},
            "steps[0].txet: 'txet' is not a field of 'steps' in a technique. Did you mean 'text'?",
        ),
        (
            {"retired": {"into": "techniques/b", "when": "x", "on": "2026-01-01"}},
            "retired.when: 'when' is not a field of 'retired' in a technique. Its fields are 'into' or 'on'.",
        ),
        ({"retired": "yes"}, f"retired: {_GROUP}"),
        ({"checked": "yesterday"}, "checked: 'yesterday' is not a date. Write it as 2026-11-21."),
        ({"checked": "2026-02-30"}, "checked: There is no such day as '2026-02-30'."),
        ({"checked": "2026-1-2"}, "checked: '2026-1-2' is not a date. Write it as 2026-11-21."),
        ({"checked": "11/21/2026"}, "checked: '11/21/2026' is not a date. Write it as 2026-11-21."),
        ({"checked": ["x"]}, "checked: A date is expected here, as 2026-11-21."),
        (
            {"reviews": [{"role": "x", "date": "2026-01-01", "verdict": "rigth", "of": "0a1b2c3d"}]},
            "reviews[0].verdict: 'rigth' is not allowed. Write 'right', 'right with changes' or 'wrong'. Did you mean 'right'?",
        ),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_in_plain_words(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    assert _told(tmp_path, "techniques/a", entry(**changes)) == [message]


_TABLE = {"kind": "table", "label": "x", "columns": [{"title": "a"}]}
_KINDS = (
    "'short', 'long', 'date', 'checklist', 'choice', 'scale', 'table', 'fidelity', 'signature', "
    "'guidance', 'safety', 'first-aid', 'pairs' or 'compare'"
)
_ROWS = "Give 'rows', the number of empty rows, or else 'row_names' with 'rows_are', their heading."


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ({"kind": "shrt", "label": "x"}, f".kind: 'shrt' is not allowed. Write {_KINDS}. Did you mean 'short'?"),
        ({"label": "x"}, ".kind: This field is missing and needed: it says what kind of field this is."),
        ({"kind": "short"}, ".label: This field is missing and needed."),
        (
            {"kind": "short", "label": "x", "hnt": "y"},
            ".hnt: 'hnt' is not a field of 'fields' in a worksheet. Did you mean 'hint'?",
        ),
        ({"kind": "long", "label": "x", "lines": "99"}, ".lines: '99' is too large. At most 20 is allowed."),
        ({"kind": "short", "label": "x", "half": "maybe"}, ".half: 'maybe' is neither true nor false."),
        (
            {**_TABLE, "columns": [{"title": "a", "wdth": "2"}], "rows": "1"},
            ".columns[0].wdth: 'wdth' is not a field of 'columns' in a worksheet. Did you mean 'width'?",
        ),
        (_TABLE, f": {_ROWS}"),
        ({**_TABLE, "rows": "2", "rows_are": "Day", "row_names": ["a"]}, f": {_ROWS}"),
        ({**_TABLE, "row_names": ["a"]}, f": {_ROWS}"),
        ("x", f": {_GROUP}"),
    ],
)
def test_what_is_wrong_with_a_field_of_a_sheet_is_said_in_plain_words(tmp_path: Path, field: object, message: str) -> None:
    fields = entry("worksheets", sections=[{"title": "A part", "fields": [field]}])
    assert _told(tmp_path, "worksheets/a", fields) == [f"sections[0].fields[0]{message}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("purpose:", f"purpose: {_NEEDED}"),
        ("purpose: ~", f"purpose: {_NEEDED}"),
        ("stages:", f"stages: {_NEEDED}"),
        ("checked:", f"checked: {_NEEDED}"),
        ("also_called:", f"also_called: {_NO_VALUE}"),
        ("say:\n  -", f"say[0]: {_NO_VALUE}"),
        ("steps:\n  - title: x\n    text:", f"steps[0].text: {_NEEDED}"),
    ],
)
def test_a_field_without_a_value_is_one_message(tmp_path: Path, text: str, message: str) -> None:
    fields = {name: value for name, value in entry().items() if name != text.partition(":")[0]}
    path = write(tmp_path, {"techniques/a": fields}) / "content/techniques/a.yml"
    path.write_text(f"{path.read_text('utf-8')}{text}\n", "utf-8")
    assert [str(problem).partition(": ")[2] for problem in load(tmp_path).problems] == [message]


@pytest.mark.parametrize(("said", "found"), [("Say this: I love you.", "a colon"), ("[[techniques/a]]", "begins with '[['")])
def test_a_text_that_yaml_takes_for_something_else_is_to_be_put_in_quotes(tmp_path: Path, said: str, found: str) -> None:
    path = write(tmp_path, {"techniques/a": entry()}) / "content/techniques/a.yml"
    path.write_text(f"{path.read_text('utf-8')}say:\n  - {said}\n", "utf-8")
    (problem,) = load(tmp_path).problems
    assert problem.field == "say[0]"
    assert found in problem.message
    assert problem.message.endswith("Put the whole text in quotes.")


@pytest.mark.parametrize("day", ["0001-01-01", "1979-12-31", "2108-01-01", "9999-01-01"])
def test_a_day_that_no_document_knows_is_refused(tmp_path: Path, day: str) -> None:
    (message,) = _told(tmp_path, "techniques/a", entry(checked=day))
    assert message == f"checked: '{day}' is too far away. Is the year right? A day from 1980 to 2107 is allowed."


@pytest.mark.parametrize("day", ["1980-01-01", "2107-12-31"])
def test_a_day_that_documents_know_is_let_through(tmp_path: Path, day: str) -> None:
    assert _told(tmp_path, "techniques/a", entry(checked=day)) == []


@pytest.mark.parametrize("checked", ["0", "86400", "2026-01-01T00:00:00"])
def test_only_a_day_is_a_date(tmp_path: Path, checked: str) -> None:
    assert _told(tmp_path, "techniques/a", entry(checked=checked)) == [
        f"checked: '{checked}' is not a date. Write it as 2026-11-21."
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"year": "MMI"}, "a.year: 'MMI' is not a whole number."),
        ({"year": "20010"}, "a.year: '20010' is too large. At most 2100 is allowed."),
        ({"year": "1"}, "a.year: '1' is too small. At least 1900 is needed."),
        (
            {"url": "example.org"},
            "a.url: 'example.org' does not have the right form. Write a web address that begins with https://.",
        ),
        ({"url": "https://[x"}, "a.url: 'https://[x' names no host. Write the address as a browser shows it."),
        ({"confirmed": "U"}, "a.confirmed: 'U' is not allowed. Write 'C' or 'S'."),
    ],
)
def test_what_is_wrong_with_a_source_is_said_in_plain_words(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    assert _told(tmp_path, "library/sources", {"a": source(**changes)}) == [message]


@pytest.mark.parametrize(("field", "value"), [("doi", "https://doi.org/10.5555/x"), ("pmid", "PMID 1"), ("pmcid", "123456")])
def test_a_wrong_form_is_explained_without_a_pattern(tmp_path: Path, field: str, value: str) -> None:
    (message,) = _told(tmp_path, "library/sources", {"a": source(**{field: value})})
    assert "does not have the right form" in message
    assert "^" not in message


def test_a_wrong_name_in_a_list_is_explained_without_a_pattern(tmp_path: Path) -> None:
    (message,) = _told(tmp_path, "library/sources", {"Doe 2001": source()})
    assert message.startswith("Doe 2001: 'Doe 2001' is not a name for a source.")
    assert "^" not in message


def test_a_wrong_number_is_explained(tmp_path: Path) -> None:
    (message,) = _told(tmp_path, "library/helplines", {"a": helpline(call="call us")})
    assert message == (
        "a.call: 'call us' does not have the right form. "
        "Begin with a digit or +, then digits, spaces and hyphens, such as 202-555-0143."
    )


def test_a_wrong_yes_or_no_is_explained(tmp_path: Path) -> None:
    grade = {"label": "x", "means": "y", "needs_source": "maybe"}
    assert _told(tmp_path, "library/grades", {"A": grade}) == ["A.needs_source: 'maybe' is neither true nor false."]


def test_a_long_value_is_cut_in_messages(tmp_path: Path) -> None:
    (message,) = _told(tmp_path, "techniques/a", entry(code="x" * 200))
    assert f"'{'x' * 57}...'" in message


def test_braces_in_a_value_are_repeated_as_they_are(tmp_path: Path) -> None:
    (message,) = _told(tmp_path, "techniques/a", entry(checked="{value} {0}"))
    assert message == "checked: '{value} {0}' is not a date. Write it as 2026-11-21."


def test_all_problems_of_an_entry_are_told_at_once(tmp_path: Path) -> None:
    fields = entry(code="x", checked="y", purpose=None, extra="z")
    assert len(messages(load(write(tmp_path, {"techniques/a": fields})).problems)) == 4
