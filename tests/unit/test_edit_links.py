from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.project.engines.mkdocs_hooks import on_pre_page
from macros.site.edit_links import edit_address

_X = "https://github.com/x/y"


@pytest.mark.parametrize(
    ("repository", "edit_uri", "base"),
    [
        (None, f"{_X}/edit/main/", f"{_X}/edit/main"),
        (None, f"{_X}/edit/main", f"{_X}/edit/main"),
        (None, f"{_X}/edit/main/content/pages/", f"{_X}/edit/main"),
        (None, f"{_X}/edit/main/content/pages", f"{_X}/edit/main"),
        (_X, "edit/main/", f"{_X}/edit/main"),
        (f"{_X}/", "edit/main/content/pages/", f"{_X}/edit/main"),
        (_X, "/edit/main/", f"{_X}/edit/main"),
        (_X, "edit/master/docs/", f"{_X}/edit/HEAD"),
    ],
)
@pytest.mark.parametrize("file", ["content/pages/about.md", "content/techniques/kind-letter.yml", "over/content/pages/care/a.md"])
def test_every_file_is_edited_where_it_is(repository: str | None, edit_uri: str, base: str, file: str) -> None:
    assert edit_address(repository, edit_uri, "content/pages", file) == f"{base}/{file}"


@pytest.mark.parametrize(("repository", "edit_uri"), [(None, None), (_X, None), (_X, ""), (None, "edit/main/")])
def test_without_a_place_there_is_no_link(repository: str | None, edit_uri: str | None) -> None:
    assert edit_address(repository, edit_uri, "content/pages", "content/pages/about.md") is None


@pytest.mark.parametrize(
    ("folder", "edit_uri", "file"),
    [
        (None, "content/techniques/kind-letter.yml", "content/techniques/kind-letter.yml"),
        ("/p/content/pages", "about.md", "content/pages/about.md"),
    ],
)
def test_the_engine_is_told_the_file_of_each_page(folder: str | None, edit_uri: str, file: str) -> None:
    config: Any = SimpleNamespace(
        docs_dir="/p/content/pages", config_file_path="/p/mkdocs.yml", repo_url=_X, edit_uri=f"{_X}/edit/main/"
    )
    made: Any = SimpleNamespace(file=SimpleNamespace(src_dir=folder, edit_uri=edit_uri, src_uri="about.md"), edit_url="wrong")
    files: Any = None
    assert on_pre_page(made, config, files).edit_url == f"{_X}/edit/main/{file}"
