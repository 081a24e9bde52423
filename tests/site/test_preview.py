"""The live preview: it follows every kind of edit, lists problems on every address, and recovers, from the start too."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers import ROOT, entry, page, project, write
from tests.searching import data_of

PATIENCE = 30  # seconds; how long it takes is measured by `make bench`


@dataclass(frozen=True)
class Site:
    """A preview that runs."""

    place: str
    """Its host, its port and its path."""
    process: subprocess.Popen[str]

    def get(self, address: str) -> tuple[int, bytes]:
        """The status and the body that a browser gets."""
        try:
            with urllib.request.urlopen(f"http://{self.place}{address}", timeout=PATIENCE) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def text(self, address: str) -> str:
        return self.get(address)[1].decode()


@contextmanager
def preview(root: Path) -> Iterator[Site]:
    """Runs ``handbook serve`` as from a script: in the background, without a terminal, its words in a pipe."""
    command = [sys.executable, "-c", "from macros.start import main; main()", "serve", "--address", "127.0.0.1:0"]
    process = subprocess.Popen(command, cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    with process:
        assert process.stdout
        try:
            said = process.stdout.readline()
            assert said.startswith("Serving on http://127.0.0.1:"), said
            yield Site(said.removeprefix("Serving on http://").strip(), process)
        finally:
            process.terminate()


def wait_for(site: Site, address: str, words: str, *, gone: str = "</html><!-- no page has this -->") -> None:
    """Waits until a page shows the words, and shows no more what is to be gone."""
    end = time.monotonic() + PATIENCE
    while words not in (text := site.text(address)) or gone in text:
        assert time.monotonic() < end, f"{address} did not come to show: {words}"
        time.sleep(0.1)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


LETTER = "techniques/kind-letter"


def test_it_follows_every_kind_of_edit(tiny_project: Path) -> None:
    content = tiny_project / "content"
    title = f"title: {_title(content / f'{LETTER}.yml')}\n"
    with preview(tiny_project) as site:
        _replace(content / f"{LETTER}.yml", title, "title: A title that is new\n")
        wait_for(site, f"{LETTER}/", "A title that is new")
        assert "A title that is new" in site.text("techniques/")

        write(tiny_project, {"techniques/a-new-one": entry(title="One more", code="Q77")})
        wait_for(site, "techniques/", "One more")
        assert "<h1" in site.text("techniques/a-new-one/")
        assert site.get("go/Q77/")[0] == 200

        (content / "techniques/a-new-one.yml").unlink()
        wait_for(site, "techniques/a-new-one/", "Page not found")
        assert site.get("techniques/a-new-one/")[0] == 404
        assert "One more" not in site.text("techniques/")

        about = content / "pages/about.md"
        _replace(about, "\n---\n", "\n---\n\nA sentence that is new.\n")
        wait_for(site, "about/", "A sentence that is new.")
        _replace(about, "A sentence that is new.", "{{ no_macro() }}")
        wait_for(site, "about/", "is not a macro")
        about.write_text(page("It is whole again."), "utf-8")
        wait_for(site, "about/", "It is whole again.")


def test_it_follows_a_layer(tiny_project: Path) -> None:
    layer = tiny_project / "layer/content"
    (layer / "techniques").mkdir(parents=True)
    changed = layer / f"{LETTER}.yml"
    changed.write_text("summary: A summary of the layer.\n", "utf-8")
    _replace(tiny_project / "mkdocs.yml", "extra:\n", "extra:\n  layers: [layer]\n")
    with preview(tiny_project) as site:
        wait_for(site, f"{LETTER}/", "A summary of the layer.")
        changed.write_text("summary: Another one.\n", "utf-8")
        wait_for(site, f"{LETTER}/", "Another one.")


def _title(path: Path) -> str:
    return next(line for line in path.read_text("utf-8").splitlines() if line.startswith("title: ")).removeprefix("title: ")


def test_a_mistake_shows_its_line_on_every_address_until_it_is_fixed(tiny_project: Path) -> None:
    path = tiny_project / f"content/{LETTER}.yml"
    good, title = path.read_text("utf-8"), _title(path)
    path.write_text("title: one: two\n", "utf-8")
    with preview(tiny_project) as site:
        assert "contains a colon" in site.text("")
        path.write_text(good, "utf-8")
        wait_for(site, f"{LETTER}/", title)

        path.write_text(good.replace("code:", "cod:", 1), "utf-8")
        for address in (f"{LETTER}/", "", "about/", "no/such/page/"):
            wait_for(site, address, "Did you mean &#x27;code&#x27;?")
            assert f"content/{LETTER}.yml:" in site.text(address)
            assert site.get(address)[0] == 503
        # The pages of before are still there, opened before or not.
        assert f"<h1>{title}</h1>" in site.text(f"{LETTER}/")
        assert "<h1>About this handbook</h1>" in site.text("about/")
        assert "This page is as it was before." in site.text("about/")

        # A mistake that only the checks find: the file alone can be read.
        path.write_text(good.replace("summary: ", "summary: See [[techniques/nothing]]. ", 1), "utf-8")
        wait_for(site, "about/", "techniques/nothing")
        wait_for(site, f"{LETTER}/", "to fix", gone="This page is as it was before.")

        path.write_text(good, "utf-8")
        wait_for(site, f"{LETTER}/", title, gone="to fix")


def test_a_written_page_that_cannot_be_read_is_shown_as_it_was(tiny_project: Path) -> None:
    about = tiny_project / "content/pages/about.md"
    with preview(tiny_project) as site:
        wait_for(site, "", "<h1")
        about.write_text("No head, and {{ nothing() }}.\n", "utf-8")
        wait_for(site, "about/", "The page needs a head")
        assert "<h1>About this handbook</h1>" in site.text("about/")
        assert "No head, and" not in site.text("about/")


def test_it_has_all_that_the_site_has(tmp_path: Path) -> None:
    root = project(tmp_path, site_url="https://example.org/hand/book/")
    with preview(root) as site:
        assert site.place.endswith("/hand/book/")
        for address in ("", "go/W01/", "assets/css/alongside.css", "sitemap.xml", "api/v1/techniques/kind-letter.json"):
            assert site.get(address)[0] == 200, address
        assert data_of(site.text("search/pages.js"))["records"]
        assert data_of(site.text("search/dangers.js"))
        assert "kind-letter" in site.text("techniques/kind-letter")  # led on to the address with a slash
        assert site.get("no/such/page/")[0] == site.get("api/v1/nothing.json")[0] == site.get("print/X01.pdf")[0] == 404
        assert "Page not found" in site.text("no/such/page/")
        for address in ("print/W01-all-kinds-us.pdf", "print/handbook-us.pdf"):
            assert site.get(address)[1].startswith(b"%PDF"), address
        assert site.get("print/L01-a-letter.docx")[1].startswith(b"PK")


def test_many_pages_at_once_are_all_whole(tiny_project: Path) -> None:
    addresses = ["", "about/", "techniques/", f"{LETTER}/", "worksheets/small/", "nothing/", "helplines/", "glossary/"] * 3
    with preview(tiny_project) as site, ThreadPoolExecutor(8) as readers:
        pages = list(readers.map(site.text, addresses))
    assert all(made.rstrip().endswith("</html>") for made in pages)
    assert pages[:8] == pages[8:16] == pages[16:]


def test_a_broken_theme_is_told_in_the_browser_and_comes_back(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "overrides", theme)
    settings = {"name": "material", "custom_dir": str(theme), "font": False}
    root = project(tmp_path / "project", theme=settings)
    with preview(root) as site:
        good = (theme / "main.html").read_text("utf-8")
        (theme / "main.html").write_text("{% block x %}", "utf-8")
        wait_for(site, "about/", "Unexpected end of template")
        assert "about/index.html cannot be shown" in site.text("about/")
        (theme / "main.html").write_text(good.replace("<head>", "<head><!-- new -->"), "utf-8")
        wait_for(site, "about/", '<div class="md-container">')
        _replace(root / "mkdocs.yml", "site_name: Alongside", "site_name: Beside")
        wait_for(site, "about/", "Beside")


def test_a_sheet_that_is_too_long_is_told(tiny_project: Path) -> None:
    path = tiny_project / "content/worksheets/small.yml"
    label = "        label: The line\n"
    more = "".join(f"      - kind: long\n        label: Line {number}\n        lines: 12\n" for number in range(9))
    with preview(tiny_project) as site:
        _replace(path, label, label + more)
        wait_for(site, "worksheets/small/", "Shorten it")
        # It is not forgotten with the next edit of something else.
        write(tiny_project, {"pages/about.md": page("Something else.")})
        wait_for(site, "about/", "Something else.")
        wait_for(site, "about/", "Shorten it")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a word to it")
def test_it_ends_when_it_is_told_to(tiny_project: Path) -> None:
    with preview(tiny_project) as site:
        assert "<h1" in site.text("")
        site.process.terminate()
        assert site.process.wait(PATIENCE) == 0
