from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.project.loading import load_project
from tests.helpers import entry, messages, page, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    index = {f"pages/{name}.md": page("Hello.") for name in ("index", "techniques/index")}
    stages = {"plan": {"label": "Plan", "means": "You plan."}}
    return write(tmp_path, {**index, "techniques/a": entry(), "library/stages": stages})


def test_the_same_handbook_is_given_while_nothing_changes(root: Path) -> None:
    assert load_project(root) is load_project(root)


def test_the_way_to_the_folder_does_not_matter(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_project(root)
    monkeypatch.chdir(root)
    assert load_project(Path()) is first


def test_an_edit_gives_a_new_handbook(root: Path) -> None:
    first = load_project(root)
    write(root, {"techniques/a": entry(title="Another, longer title")})
    assert load_project(root) is not first
    assert load_project(root).handbook.items["techniques/a"].title == "Another, longer title"
    assert first.handbook.items["techniques/a"].title == "A title"


def test_an_edit_of_the_same_length_is_seen_by_its_time(root: Path) -> None:
    path = root / "content/techniques/a.yml"
    load_project(root)
    write(root, {"techniques/a": entry(title="B title")})
    os.utime(path, ns=(1, 1))
    assert load_project(root).handbook.items["techniques/a"].title == "B title"


@pytest.mark.parametrize("change", ["add", "remove", "rename"])
def test_files_that_come_and_go_are_seen(root: Path, change: str) -> None:
    first = load_project(root)
    path = root / "content/techniques/a.yml"
    if change == "add":
        write(root, {"techniques/b": entry(code="Q02")})
    elif change == "remove":
        path.unlink()
    else:
        path.rename(path.with_name("z.yml"))
    found = {item.slug for item in load_project(root).handbook.of_kind("techniques")}
    assert found != {item.slug for item in first.handbook.of_kind("techniques")}


def test_a_file_that_cannot_be_read_silences_no_other(root: Path) -> None:
    broken = entry(code="Q01", techniques=["b", "nowhere"], for_families="<b>Hello.</b>")
    write(root, {"techniques/b.yml": "title: [", "techniques/c": broken})
    opened = load_project(root)
    assert {problem.file for problem in opened.errors} == {"content/techniques/b.yml", "content/techniques/c.yml"}
    told = " ".join(messages(opened.errors))
    assert "'nowhere' is not the name of a technique." in told
    assert "'b' is not" not in told


def test_what_names_records_of_a_list_that_cannot_be_read_is_not_told(root: Path) -> None:
    write(root, {"library/stages.yml": "plan: ["})
    assert {problem.file for problem in load_project(root).errors} == {"content/library/stages.yml"}


def test_a_draft_is_left_out_and_is_no_error(root: Path) -> None:
    write(
        root, {"techniques/b": {"draft": True, "title": "Half"}, "pages/half.md": "---\ndraft: true\ntitle: Half\n---\nHello.\n"}
    )
    opened = load_project(root)
    assert messages(opened.errors) == []
    assert {"techniques/b", "pages/half"}.isdisjoint(opened.handbook.items)
    told = [problem for problem in opened.problems if problem.file == "content/techniques/b.yml"]
    assert {problem.level for problem in told} == {"note"}
    assert any("This is a draft." in problem.message for problem in told)
    assert any("missing" in problem.message for problem in told)


def test_a_link_to_a_draft_is_told_where_it_stands(root: Path) -> None:
    write(root, {"techniques/b": {**entry(code="Q02"), "draft": True}, "techniques/c": entry(code="Q03", techniques=["b"])})
    assert [problem.file for problem in load_project(root).errors] == ["content/techniques/c.yml"]
    assert "'b' is a draft, which readers do not see." in load_project(root).errors[0].message


def test_a_draft_that_is_none_is_refused(root: Path) -> None:
    write(root, {"techniques/b": {**entry(code="Q02"), "draft": False}})
    assert [problem.file for problem in load_project(root).errors] == ["content/techniques/b.yml"]


def test_problems_are_sorted_and_told_once(root: Path) -> None:
    write(root, {"techniques/z": entry(code="Q01", for_families="<b>\n<b>"), "techniques/c": entry(code="Z01")})
    told = messages(load_project(root).problems)
    assert [text.split(":")[0] for text in told] == sorted(text.split(":")[0] for text in told)
    assert len(told) == len(set(told)) > 2


def test_a_handbook_without_problems_has_no_errors(root: Path) -> None:
    assert messages(load_project(root).problems) == []


def test_no_content_at_all_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    assert messages(load_project(tmp_path).problems) == [
        "content/pages/index.md:1: The file is missing. It is the home page, and other pages link to it."
    ]
