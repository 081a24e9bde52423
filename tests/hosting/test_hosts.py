"""What a reader gets from nginx and from Apache, at the root of a host and below a path."""

from __future__ import annotations

import gzip
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from macros.project.loading import load_project
from macros.site.host_files import FOR_HOSTS, OTHERS, TEXTS, host_files
from macros.site.host_headers import headers
from macros.site.pages import redirects
from tests.building import built_once
from tests.helpers import TINY
from tests.hosting.servers import SERVERS, find, served_by

_TYPES = {**TEXTS, **OTHERS}
MOUNTS = ("/", "/hand/book/")


@dataclass(frozen=True)
class Answer:
    """What a server has answered."""

    code: int
    told: Message
    body: bytes


@dataclass(frozen=True)
class Host:
    """A server that has the site at a path, and the folder of the site."""

    port: int
    mount: str
    site: Path

    def ask(self, place: str = "", **more: str) -> Answer:
        """Asks for a place on the site, without following where the answer leads."""
        with closing(HTTPConnection("127.0.0.1", self.port)) as asked:
            asked.request("GET", f"{self.mount}{place}", headers={name.replace("_", "-"): value for name, value in more.items()})
            answer = asked.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture(scope="module")
def site(shared: Path) -> Path:
    return built_once(shared, "tiny")


@pytest.fixture(scope="module", params=[(server, mount) for server in SERVERS for mount in MOUNTS], ids="".join)
def host(request: pytest.FixtureRequest, site: Path) -> Iterator[Host]:
    server, mount = request.param
    if not find(server):
        pytest.skip(f"{server} is not on this computer: python -m tests.hosting.servers sets it up on Debian")
    # A server that is started by root reads as somebody else, who may not look into the folders of the tests.
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        work, served = Path(name) / "work", Path(name) / "served"
        work.mkdir()
        shutil.copytree(site, Path(f"{served}{mount}"))
        for path in served.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        for uri, text in host_files([_missing(site)], mount).items():
            Path(f"{served}{mount}{uri}").write_text(text, "utf-8")
        with served_by(server, served, mount, work) as port:
            yield Host(port, mount, Path(f"{served}{mount}"))


def _missing(site: Path) -> object:
    return document_fromstring((site / "404.html").read_text("utf-8"))


def _one_of_each(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.suffix and path.name not in FOR_HOSTS)
    return {path.suffix[1:]: path.relative_to(site).as_posix() for path in files if path.is_file()}


def test_every_ending_on_the_site_has_a_type(site: Path) -> None:
    assert {"html", "bib", "ris", "docx", "pdf", "json", "woff2"} <= set(_one_of_each(site)) <= set(_TYPES)


def test_each_file_comes_whole_with_its_type_and_texts_in_utf_8(host: Host) -> None:
    for ending, place in _one_of_each(host.site).items():
        answer = host.ask(place)
        assert (answer.code, answer.body) == (200, (host.site / place).read_bytes()), place
        assert answer.told.get_content_type() == _TYPES[ending], place
        assert ending not in TEXTS or (answer.told.get_content_charset(), place) == ("utf-8", place)
    assert host.ask("assets/fonts/LICENSE").told["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("place", ["", "about/", "about", "gone/", "api/v1/handbook.json", "assets/fonts/LICENSE"])
def test_each_answer_says_every_header_once(host: Host, place: str) -> None:
    answer = host.ask(place)
    found = {name: answer.told.get_all(name) for name in headers([])}
    assert found == {name: [value] for name, value in headers([_missing(host.site)]).items()}


def test_a_missing_address_gives_the_page_for_it_and_its_code(host: Host) -> None:
    answer = host.ask("gone/nowhere")
    assert (answer.code, answer.told["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert answer.body == (host.site / "404.html").read_bytes()


def test_texts_are_packed_for_who_can_unpack_them(host: Host) -> None:
    for ending, place in _one_of_each(host.site).items():
        plain = (host.site / place).read_bytes()
        answer = host.ask(place, Accept_Encoding="gzip")
        packed = answer.told["Content-Encoding"] == "gzip"
        assert packed or ending not in TEXTS or len(plain) < 1000, place
        assert not packed or ending in TEXTS, place
        assert (gzip.decompress(answer.body) if packed else answer.body) == plain
        assert not packed or "Accept-Encoding" in answer.told["Vary"]
        assert host.ask(place).told["Content-Encoding"] is None


def test_what_has_not_changed_is_not_sent_again(host: Host) -> None:
    first = host.ask("about/")
    again = host.ask("about/", If_None_Match=first.told["ETag"])
    assert (again.code, again.body) == (304, b"")
    assert again.told.get_all("Cache-Control") == first.told.get_all("Cache-Control") == ["private, max-age=600"]


def test_a_folder_without_its_slash_leads_to_it_and_lists_nothing(host: Host) -> None:
    answer = host.ask("about")
    assert (answer.code, answer.told["Location"].endswith(f"{host.mount}about/")) == (301, True)
    listed = host.ask("assets/")
    assert (listed.code, listed.body) == (404, (host.site / "404.html").read_bytes())


def test_every_code_and_every_former_address_leads_on(host: Host) -> None:
    found = list(redirects(load_project(TINY).handbook))
    assert any(old.startswith("go/") for old, _ in found)
    assert not all(old.startswith("go/") for old, _ in found)
    for old, new in found:
        answer = host.ask(old)
        assert (answer.code, answer.told.get_content_type()) == (200, "text/html")
        assert b'http-equiv="refresh"' in answer.body
        assert host.ask(new).code == 200


@pytest.mark.parametrize("name", sorted(FOR_HOSTS))
def test_what_is_for_the_host_is_not_for_readers(host: Host, name: str) -> None:
    assert (host.site / name).is_file()
    assert host.ask(name).code == 404
