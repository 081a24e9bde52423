"""Where the preview is served, and what it tells on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.project.build_failed import BuildFailed
from macros.project.loading import load_project
from macros.project.preview.changes import changes_in
from macros.project.preview.progress import Progress
from macros.project.preview.server import PreviewServer
from macros.project.preview.serving import _server  # what is tested is how an address is taken
from tests.helpers import project, write


def test_when_the_port_is_taken_the_next_free_one_is() -> None:
    with PreviewServer("127.0.0.1", 0, "/", Progress()) as first:
        port = first.server_address[1]
        with _server(f"127.0.0.1:{port}", "/", Progress()) as second:
            assert port < second.server_address[1] < port + 10


def test_a_free_port_is_taken_as_it_was_given() -> None:
    with PreviewServer("127.0.0.1", 0, "/", Progress()) as first:
        port = first.server_address[1]
    with _server(f"127.0.0.1:{port}", "/", Progress()) as second:
        assert second.server_address[1] == port


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:", "127.0.0.1:x", "192.0.2.1:8000", "127.0.0.1:99999"])
def test_an_address_that_cannot_be_had_is_told(address: str) -> None:
    with pytest.raises(BuildFailed):
        _server(address, "/", Progress())


def _told(changed: list[str], root: Path) -> list[str]:
    return [change.told("http://127.0.0.1:8000/book/") for change in changes_in(changed, root, load_project(root))]


def test_which_page_has_changed_is_told_with_its_address(tmp_path: Path) -> None:
    root = project(tmp_path)
    changed = [str(root / "content" / name) for name in ("techniques/kind-letter.yml", "pages/about.md", "library/words.yml")]
    assert _told(changed, root) == [
        "content/library/words.yml has changed.",
        "content/pages/about.md has changed: see http://127.0.0.1:8000/book/about/",
        "content/techniques/kind-letter.yml has changed: see http://127.0.0.1:8000/book/techniques/kind-letter/",
    ]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    root = write(project(tmp_path), {"techniques/kind-letter.yml": "title: ["})
    told = _told([str(root / "content/techniques/kind-letter.yml"), "/elsewhere/x"], root)
    assert told == ["content/techniques/kind-letter.yml has changed: something is wrong with it, see the browser."]
