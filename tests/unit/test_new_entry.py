from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from macros.catalogue.load import load
from macros.project.new_entry import NewEntryError, blank_entry, make_entry
from macros.reading.strict_yaml import parse
from macros.schema.kinds import KINDS, Kind
from tests.helpers import entry, messages, write

_TODAY = datetime.date(2026, 11, 21)
_ENTRY_KINDS = [kind for kind in KINDS if kind.form == "entry"]


@pytest.mark.parametrize("kind", _ENTRY_KINDS, ids=lambda kind: kind.name)
def test_a_blank_entry_lacks_nothing_but_its_contents(tmp_path: Path, kind: Kind) -> None:
    text = blank_entry(kind, "my-entry", f"{kind.letter}07", _TODAY)
    told = load(write(tmp_path, {f"{kind.name}/my-entry.yml": text})).problems
    assert told
    empty = ("The field has no value. Write one, or remove the line.", "The text is empty.")
    assert [str(problem) for problem in told if problem.message not in empty] == []


@pytest.mark.parametrize("kind", _ENTRY_KINDS, ids=lambda kind: kind.name)
def test_a_blank_entry_names_every_field(kind: Kind) -> None:
    text = blank_entry(kind, "my-entry", "Q07", _TODAY)
    assert [name for name in kind.model.model_fields if f"\n{name}:" not in text and f"\n# {name}:" not in text] == []


@pytest.mark.parametrize("kind", _ENTRY_KINDS, ids=lambda kind: kind.name)
def test_fields_that_may_be_left_out_are_valid_when_their_mark_is_removed(kind: Kind) -> None:
    text = blank_entry(kind, "my-entry", "Q07", _TODAY)
    fields = {f"# {name}:" for name in kind.model.model_fields}
    lines = text.split("\n")
    uncommented = []
    inside = False
    for line in lines:
        inside = any(line.startswith(field) for field in fields) or (inside and line.startswith("#   "))
        uncommented.append(line.removeprefix("# ") if inside else line)
    source, problems = parse("\n".join(uncommented), "f.yml")
    assert messages(problems) == []
    assert source
    assert set(source.data) == set(kind.model.model_fields)


def test_what_is_known_is_filled_in() -> None:
    source, _ = parse(blank_entry(KINDS[4], "my-new-letter", "Q07", _TODAY), "f.yml")
    assert source
    assert (source.data["title"], source.data["code"], source.data["checked"]) == ("My new letter", "Q07", "2026-11-21")


def test_a_new_entry_gets_the_next_free_code_and_the_schemas(tmp_path: Path) -> None:
    write(tmp_path, {"techniques/a": entry(code="Q01"), "techniques/b": entry(code="Q03")})
    path = make_entry(tmp_path, "techniques", "new-one", _TODAY)
    text = path.read_text("utf-8")
    assert path == tmp_path / "content/techniques/new-one.yml"
    assert "\ncode: Q04\n" in text
    schema = text.partition("$schema=")[2].partition("\n")[0]
    assert (path.parent / schema).is_file()


def _code(root: Path, slug: str, kind: str = "techniques") -> str:
    text = make_entry(root, kind, slug, _TODAY).read_text("utf-8")
    return text.partition("\ncode: ")[2].partition("\n")[0]


def test_two_new_entries_in_a_row_get_codes_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, {"techniques/a": entry(code="Q01")})
    assert [_code(tmp_path, slug) for slug in ("one", "two", "three")] == ["Q02", "Q03", "Q04"]


def test_a_code_is_never_given_again(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"techniques/a": entry(code="Q01"), "library/published.yml": "techniques/gone: Q107\nroles/a: R30\npages/a: page\n"},
    )
    assert (_code(tmp_path, "one"), _code(tmp_path, "one", "roles")) == ("Q108", "R31")


@pytest.mark.parametrize(("last", "following"), [("Q09", "Q10"), ("Q99", "Q100"), ("Q117", "Q118"), ("Q999", "Q1000")])
def test_a_code_has_as_many_digits_as_it_needs(tmp_path: Path, last: str, following: str) -> None:
    write(tmp_path, {"techniques/a": entry(code=last)})
    assert _code(tmp_path, "one") == following


@pytest.mark.parametrize(
    "draft",
    [
        "title: a: b\ncode: Q05\n",
        "code: 'Q05'\ntitle: [\n",
        'code: "Q05"\n',
        "code:   Q05 # mine\n",
        "title: a\rcode: Q05\r",
        "title: a\r\ncode: Q05\r\n".encode("utf-16"),
        b"\xff\ncode: Q05\n",
        "\ufeffcode: Q05\n",
    ],
    ids=range(8),
)
def test_a_code_in_a_draft_that_cannot_be_read_counts(tmp_path: Path, draft: str | bytes) -> None:
    write(tmp_path, {"techniques/a": entry(code="Q01"), "techniques/draft.yml": draft})
    assert _code(tmp_path, "one") == "Q06"


@pytest.mark.parametrize("damage", ["<<<<<<< HEAD\n", "a: [\n", "techniques/x: Q0\n"])
def test_a_published_code_counts_also_where_the_list_is_damaged(tmp_path: Path, damage: str) -> None:
    write(tmp_path, {"library/published.yml": f"techniques/a: Q07\n{damage}techniques/b: Q05\n"})
    assert _code(tmp_path, "one") == "Q08"


@pytest.mark.parametrize("elsewhere", ["# code: Q50\n", "say:\n  - code: Q50\n", "title: 'code: Q50'\n"])
def test_only_the_code_of_an_entry_counts(tmp_path: Path, elsewhere: str) -> None:
    write(tmp_path, {"techniques/a.yml": f"{elsewhere}code: Q01\n", "models/b.yml": "code: M09\n", "pages/c.md": "code: Q51\n"})
    assert _code(tmp_path, "one") == "Q02"


def test_when_the_codes_are_used_up_the_file_is_not_made(tmp_path: Path) -> None:
    write(tmp_path, {"techniques/a": entry(code="Q9999")})
    with pytest.raises(NewEntryError, match="No code with 'Q' is free any more"):
        make_entry(tmp_path, "techniques", "one", _TODAY)
    assert not (tmp_path / "content/techniques/one.yml").exists()


def test_an_existing_file_is_never_written_over(tmp_path: Path) -> None:
    write(tmp_path, {"techniques/a": entry()})
    with pytest.raises(NewEntryError, match=r"content/techniques/a\.yml exists already\."):
        make_entry(tmp_path, "techniques", "a", _TODAY)


@pytest.mark.parametrize("slug", ["A", "a b", "a_b", "../a", "a/b", "", "a\n", "-a", "a" * 61])
def test_a_name_that_cannot_be_an_address_is_refused(tmp_path: Path, slug: str) -> None:
    with pytest.raises(NewEntryError, match="cannot be an address"):
        make_entry(tmp_path, "techniques", slug, _TODAY)
    assert not (tmp_path / "content").exists()
