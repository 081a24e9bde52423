from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.catalogue.load import load
from tests.helpers import entry, messages, page, source, write


def test_each_form_of_record_has_its_id(tmp_path: Path) -> None:
    content = load(
        write(
            tmp_path,
            {
                "techniques/a-b": entry(),
                "library/sources": {"doe-2001": source()},
                "library/release": {"name": "One", "date": "2026-01-01"},
                "pages/index.md": page("Hello."),
                "pages/helplines/index.md": page("Hello."),
            },
        )
    )
    assert content.problems == ()
    ids = {item.id for item in content.items}
    assert ids == {"techniques/a-b", "sources/doe-2001", "release/release", "pages/index", "pages/helplines/index"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("techniqes/a.yml", "'techniqes' is not a folder of the handbook."),
        ("stray.yml", "'stray.yml' is not a folder of the handbook."),
        ("techniques/a.yaml", "Here only files of the form content/techniques/name.yml are read."),
        ("techniques/deep/a.yml", "Here only files of the form content/techniques/name.yml are read."),
        ("library/glosary.yml", "'glosary' is not a list of the library."),
        ("techniques/A-b.yml", "'A-b.yml' cannot be an address."),
        ("techniques/a_b.yml", "'a_b.yml' cannot be an address."),
        ("techniques/a--b.yml", "'a--b.yml' cannot be an address."),
        ("techniques/-a.yml", "'-a.yml' cannot be an address."),
        ("techniques/é.yml", "'é.yml' cannot be an address."),
        ("techniques/a b.yml", "'a b.yml' cannot be an address."),
        ("techniques/a\n.yml", "cannot be an address."),
        ("pages/A.md", "'A' cannot be an address."),
        ("pages/desktop.ini", "It would be published."),
        ("pages/list.yml", "It would be published."),
        ("pages/film.mp4", "It would be published."),
        ("pages/PHOTO.JPG", "It would be published."),
        ("pages/care/CNAME", "It would be published."),
        ("pages/care.markdown", "The name of a page ends with '.md', in small letters."),
    ],
)
def test_a_file_in_the_wrong_place_or_with_a_wrong_name_is_named(tmp_path: Path, name: str, message: str) -> None:
    text = page("Hello.") if name.endswith(".md") else entry()
    assert any(message in told for told in messages(load(write(tmp_path, {name: text})).problems))


@pytest.mark.parametrize("name", [".hidden.yml", "techniques/.a.yml.swp", "pages/picture.png", "pages/robots.txt"])
def test_files_that_are_not_meant_for_reading_are_left_alone(tmp_path: Path, name: str) -> None:
    assert load(write(tmp_path, {name: b"\x00"})).problems == ()


def test_what_a_host_looks_for_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {"pages/about.md": page("Hello.")})
    (tmp_path / "content/pages/CNAME").write_text("example.org\n", "utf-8")
    assert load(tmp_path).problems == ()


def test_a_folder_without_content_is_empty_and_no_error(tmp_path: Path) -> None:
    assert load(tmp_path).items == ()


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    content = load(write(tmp_path, {"techniques/a": entry(), "techniques/b.yml": "title: [", "techniques/c.yml": ""}))
    assert [item.slug for item in content.items] == ["a"]
    assert [problem.file for problem in content.problems] == ["content/techniques/b.yml", "content/techniques/c.yml"]


def test_the_mark_of_an_editor_is_no_link_to_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, {"pages/about.md": page("Hello.")})
    (tmp_path / "content/pages/.#about.md").symlink_to("somebody@somewhere.1234")
    assert messages(load(tmp_path).problems) == []
    (tmp_path / "content/pages/linked.md").symlink_to(tmp_path / "content/pages/about.md")
    message = "content/pages/linked.md:1: This is a link to another place on the disk. Put the file itself here."
    assert messages(load(tmp_path).problems) == [message]


def test_what_is_neither_a_file_nor_a_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"pages/about.md": page("Hello.")})
    os.mkfifo(tmp_path / "content/pages/pipe.md")
    assert messages(load(tmp_path).problems) == [
        "content/pages/pipe.md:1: This is no file but a pipe or a device, from which nothing can be read. Remove it."
    ]
