from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from macros.catalogue.load import load
from macros.project.example_values import ADDABLE, examples_of
from macros.project.kind_names import UnknownKind, kind_called
from macros.project.loading import load_project
from macros.project.new_entry import NewEntryError, blank_entry, make_entry
from macros.reading.source_file import parse
from macros.schema.kinds import BY_NAME, KINDS, Kind
from tests.helpers import entry, messages, project, write

_TODAY = datetime.date(2026, 11, 21)
_ENTRY_KINDS = [kind for kind in KINDS if kind.form == "entry"]


_OWN = {"pages": "care/my-entry"}


def _filled(text: str) -> str:
    """A new file in which whoever made it has followed the examples."""
    lines, inside = [], False
    for line in text.split("\n"):
        if match := re.match(r"( *)#> ?(.*)", line):
            lines.append(match[1] + match[2] if match[2] else "")
            inside = True
        elif not inside or not line:
            inside = False
            lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("kind", ADDABLE, ids=lambda kind: kind.name)
def test_a_new_record_that_follows_the_examples_is_accepted(tmp_path: Path, kind: Kind) -> None:
    root = project(tmp_path)
    before = load_project(root).problems
    path = make_entry(root, kind.name, _OWN.get(kind.name, "my-entry"), _TODAY)
    path.write_text(_filled(path.read_text("utf-8")), "utf-8")
    after = load_project(root)
    assert after.handbook.get(f"{kind.name}/{_OWN.get(kind.name, 'my-entry')}")
    new = messages(set(after.problems) - set(before))
    # Only whoever adds a model is asked to say elsewhere how well it serves each goal.
    told = ["content/types/sunny-day.yml:15: ways: ways does not name 'my-entry'."] if kind.name == "models" else []
    assert [message.partition(" Each")[0] for message in new] == told


@pytest.mark.parametrize("kind", ADDABLE, ids=lambda kind: kind.name)
def test_a_new_record_lacks_nothing_but_its_contents(tmp_path: Path, kind: Kind) -> None:
    root = project(tmp_path)
    make_entry(root, kind.name, _OWN.get(kind.name, "my-entry"), _TODAY)
    told = load_project(root).unread
    assert told
    empty = (
        "The field has no value. It is needed: write one.",
        "The field has no value. Write one, or remove the line.",
        "The text is empty.",
    )
    assert [str(problem) for problem in told if problem.message not in empty] == []


@pytest.mark.parametrize("kind", ADDABLE, ids=lambda kind: kind.name)
def test_a_new_record_names_every_field(tmp_path: Path, kind: Kind) -> None:
    text = make_entry(project(tmp_path), kind.name, _OWN.get(kind.name, "my-entry"), _TODAY).read_text("utf-8")
    assert [name for name in kind.model.model_fields if not re.search(rf"^ *(# )?{name}:", text, re.MULTILINE)] == []


@pytest.mark.parametrize("kind", ADDABLE, ids=lambda kind: kind.name)
def test_every_needed_field_has_an_example_that_stands_for_a_field(tmp_path: Path, kind: Kind) -> None:
    found = examples_of(kind, project(tmp_path), _TODAY)
    needed = {name for name, info in kind.model.model_fields.items() if info.is_required()}
    known = {"title", "code", "checked"} if kind.is_entry else set()
    assert needed - known <= set(found) <= set(kind.model.model_fields)


def test_an_example_without_records_to_name_says_that_a_name_goes_there(tmp_path: Path) -> None:
    assert examples_of(BY_NAME["roles"], tmp_path, _TODAY)["duties"].startswith("duties:\n  - stage: name-of-a-record")


@pytest.mark.parametrize("kind", _ENTRY_KINDS, ids=lambda kind: kind.name)
def test_fields_that_may_be_left_out_are_valid_when_their_mark_is_removed(tmp_path: Path, kind: Kind) -> None:
    lines = blank_entry(kind, "my-entry", "Q07", _TODAY, project(tmp_path)).split("\n")
    fields = {f"# {name}:" for name in kind.model.model_fields}
    uncommented = []
    inside = False
    for line in lines:
        inside = any(line.startswith(field) for field in fields) or (inside and line.startswith("#   "))
        uncommented.append(line.removeprefix("# ") if inside else line)
    source, problems = parse("\n".join(uncommented).encode(), "f.yml")
    assert messages(problems) == []
    assert source
    assert set(source.data) == set(kind.model.model_fields)


def test_what_is_known_is_filled_in(tmp_path: Path) -> None:
    source, _ = parse(blank_entry(KINDS[4], "my-new-letter", "Q07", _TODAY, tmp_path).encode(), "f.yml")
    assert source
    assert (source.data["title"], source.data["code"], source.data["checked"]) == ("My new letter", "Q07", "2026-11-21")


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("last", [True, False], ids=["ended", "not ended"])
def test_a_list_keeps_its_records_and_its_ends_of_lines(tmp_path: Path, end: str, last: bool) -> None:  # noqa: FBT001
    root = project(tmp_path)
    path = root / "content/library/glossary.yml"
    old = path.read_bytes().rstrip(b"\n").replace(b"\n", end.encode()) + (end.encode() if last else b"")
    path.write_bytes(old)
    make_entry(root, "glossary", "dry-spell", _TODAY)
    new = path.read_bytes()
    assert new.startswith(old)
    assert new.count(b"\n") == new.count(end.encode())
    assert (b"\r" in new) == ("\r" in end)


def test_a_record_is_never_added_twice(tmp_path: Path) -> None:
    root = project(tmp_path)
    before = (root / "content/library/glossary.yml").read_bytes()
    with pytest.raises(NewEntryError, match=r"content/library/glossary\.yml has 'relapse' already\."):
        make_entry(root, "glossary", "relapse", _TODAY)
    assert (root / "content/library/glossary.yml").read_bytes() == before


def test_a_new_drawing_is_a_record_and_a_file(tmp_path: Path) -> None:
    root = project(tmp_path)
    make_entry(root, "drawings", "two-chairs", _TODAY)
    assert (root / "content/drawings/two-chairs.svg").is_file()


def test_a_drawing_that_is_there_already_is_kept(tmp_path: Path) -> None:
    root = write(project(tmp_path), {"drawings/two-chairs.svg": "mine"})
    make_entry(root, "drawings", "two-chairs", _TODAY)
    assert (root / "content/drawings/two-chairs.svg").read_text("utf-8") == "mine"


@pytest.mark.parametrize("slug", ["con", "nul", "com1", "lpt0"])
def test_a_name_that_windows_keeps_for_itself_is_refused(tmp_path: Path, slug: str) -> None:
    with pytest.raises(NewEntryError, match="Windows keeps this name for a device"):
        make_entry(tmp_path, "techniques", slug, _TODAY)
    assert messages(load(write(tmp_path, {f"techniques/{slug}": entry()})).problems)[0].startswith(
        f"content/techniques/{slug}.yml:1: '{slug}.yml' cannot be an address."
    )


@pytest.mark.parametrize(
    ("kind", "slug", "message"),
    [
        ("techniques", "index", "'index' is the page that lists all of its kind."),
        ("worksheets", "drug-diary", "'drug' in the file's name tells others what it is about."),
    ],
)
def test_a_name_that_a_check_would_refuse_is_refused(tmp_path: Path, kind: str, slug: str, message: str) -> None:
    with pytest.raises(NewEntryError, match=message):
        make_entry(tmp_path, kind, slug, _TODAY)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("technique", "techniques"), ("Techniques", "techniques"), ("case", "cases"), ("page", "pages"),
        ("helpline", "helplines"),
        ("source", "sources"), ("glossary word", "glossary"), ("glossary term", "glossary"), ("drawing", "drawings"),
        ("word", "words"), ("way of coping", "coping"), ("coping", "coping"), ("type of intervention", "types"),
    ],
)  # fmt: skip
def test_a_kind_is_known_by_each_of_its_names(word: str, kind: str) -> None:
    assert kind_called(word).name == kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_of_every_kind_a_record_is_made_or_its_place_is_told(kind: Kind) -> None:
    if kind in ADDABLE:
        assert kind_called(kind.name) is kind
        return
    with pytest.raises(UnknownKind, match=rf"It belongs in content/library/{kind.name}\.yml\."):
        kind_called(kind.name)


def test_of_a_slip_the_nearest_kind_is_named() -> None:
    with pytest.raises(UnknownKind, match=r"'tehcnique' is not a kind of record. Did you mean 'technique'"):
        kind_called("tehcnique")


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
