"""The web server of the preview, with a site that is a few words."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from http import HTTPStatus

import pytest

from macros.project.preview.own_pages import STATE
from macros.project.preview.progress import Progress
from macros.project.preview.server import Answer, PreviewServer

_FILES = {
    "index.html": b"<html><body>Home</body></html>",
    "a b/index.html": "<p>Größe".encode(),
    "assets/x.css": b"p {}",
    "assets/x.svg": b"<svg/>",
    "print/x.pdf": b"%PDF",
    "odd.zzz": b"?",
}


def _ask(uri: str) -> Answer:
    return Answer(_FILES[uri]) if uri in _FILES else Answer(b"<p>No such page", HTTPStatus.NOT_FOUND)


@pytest.fixture(params=["/", "/hand/book/"])
def server(request: pytest.FixtureRequest) -> Iterator[PreviewServer]:
    with PreviewServer("127.0.0.1", 0, request.param, Progress()) as made, made.serving(_ask):
        yield made


def _get(server: PreviewServer, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=30)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("a%20b/", "text/html; charset=utf-8"),
        ("assets/x.css?v=1", "text/css"),
        ("assets/x.svg", "image/svg+xml"),
        ("print/x.pdf", "application/pdf"),
        ("odd.zzz", "application/octet-stream"),
    ],
)
def test_files_have_their_types(server: PreviewServer, path: str, kind: str) -> None:
    status, headers, body = _get(server, f"{server.mount}{path}")
    assert (status, headers["content-type"], headers["cache-control"]) == (200, kind, "no-store")
    assert int(headers["content-length"]) == len(body.encode())


def test_pages_alone_have_the_script_of_the_bar(server: PreviewServer) -> None:
    page = _get(server, server.mount)[2]
    assert page.startswith("<html><body>Home<script>")
    assert page.endswith("</script>\n</body></html>")
    assert f'{{"state": "{server.mount}{STATE}", "shown": {server.progress.told.shown}, "mount": "{server.mount}"}}' in page
    assert "Größe<script>" in _get(server, f"{server.mount}a%20b/")[2]
    assert "<script>" in _get(server, f"{server.mount}nothing/")[2]
    assert _get(server, f"{server.mount}assets/x.css")[2] == "p {}"


def test_an_address_without_its_slash_leads_on(server: PreviewServer) -> None:
    status, headers, _ = _get(server, f"{server.mount}a%20b")
    assert (status, headers["location"]) == (302, f"{server.mount}a%20b/")


def test_what_is_not_there_is_said_so(server: PreviewServer) -> None:
    status, _, body = _get(server, f"{server.mount}nothing")
    assert status == 404
    assert "No such page" in body


def test_a_question_about_a_page_gets_no_page(server: PreviewServer) -> None:
    status, headers, body = _get(server, server.mount, "HEAD")
    assert (status, body) == (200, "")
    assert int(headers["content-length"]) > len(_FILES["index.html"])


def test_the_way_to_a_site_below_a_path_is_shown() -> None:
    with PreviewServer("127.0.0.1", 0, "/hand/book/", Progress()) as server, server.serving(_ask):
        for path in ("/", "/hand/book"):
            assert (_get(server, path)[0], _get(server, path)[1]["location"]) == (302, "/hand/book/")
        status, _, body = _get(server, "/elsewhere/")
        assert (status, body) == (404, "The site is at /hand/book/")
        assert server.url == f"http://127.0.0.1:{server.server_address[1]}/hand/book/"


def test_an_open_page_is_told_what_is_new(server: PreviewServer) -> None:
    before = server.progress.told
    server.progress.doing("Checking …")
    told = json.loads(_get(server, f"{server.mount}{STATE}?since={before.number}")[2])
    assert told == {"number": before.number + 1, "shown": before.shown, "doing": "Checking …", "changed": []}


@pytest.mark.parametrize("since", ["", "?since=", "?since=x", "?since=0", "?until=3"])
def test_a_page_that_knows_nothing_is_told_at_once(server: PreviewServer, since: str) -> None:
    assert json.loads(_get(server, f"{server.mount}{STATE}{since}")[2])["number"] == server.progress.told.number


def test_pages_that_wait_keep_nobody_waiting(server: PreviewServer) -> None:
    told: list[str] = []
    path = f"{server.mount}{STATE}?since={server.progress.told.number}"
    waiting = [threading.Thread(target=lambda: told.append(_get(server, path)[2])) for _ in range(4)]
    for thread in waiting:
        thread.start()
    assert _get(server, server.mount)[0] == 200
    server.progress.showing()
    for thread in waiting:
        thread.join(30)
    assert [json.loads(words)["shown"] for words in told] == [server.progress.told.shown] * 4


def test_an_address_in_use_is_refused() -> None:
    with PreviewServer("127.0.0.1", 0, "/", Progress()) as first, pytest.raises(OSError, match=r"."):
        PreviewServer("127.0.0.1", int(first.server_address[1]), "/", Progress())
