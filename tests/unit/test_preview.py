"""What the preview shows of its files, with an engine that writes titles alone."""

from __future__ import annotations

import os
import time
from http import HTTPStatus
from pathlib import Path

import pytest

from macros.project.build_failed import BuildFailed
from macros.project.loading import LoadedProject
from macros.project.preview.engine import NotShown
from macros.project.preview.own_pages import failure_page, problem_page, with_problems
from macros.project.preview.previewing import CHECKING, GENERATOR, RESTART, Preview
from macros.project.preview.progress import Progress
from macros.project.preview.serving import serve
from macros.project.preview.watching import FileWatch
from macros.reading.problem import Problem
from tests.helpers import TINY, entry, page, project, write


class _Titles:
    """An engine whose pages are titles."""

    theme = ()

    def __init__(self, opened: LoadedProject) -> None:
        self.show(opened)

    def show(self, opened: LoadedProject) -> None:
        if opened.handbook.get("coping/no-page"):
            raise NotShown("No page at all.")
        self._handbook = opened.handbook

    def file(self, uri: str) -> bytes | None:
        if uri == "404.html":
            return b"Not here."
        item = self._handbook.get(uri.removesuffix("/index.html"))
        if item and item.title == "Broken":
            raise NotShown("The macro is broken.")
        return item.title.encode() if item else None


class _Shown:
    """A preview whose checks run when a test says so."""

    def __init__(self, root: Path) -> None:
        self.root, self.progress, self.starts = root, Progress(), 0
        self.preview = Preview(root, self._start, self.progress)

    def _start(self, opened: LoadedProject) -> _Titles:
        self.starts += 1
        return _Titles(opened)

    def text(self, uri: str) -> str:
        return self.preview.ask(uri).body.decode()

    def write(self, name: str, content: dict[str, object] | str) -> None:
        write(self.root, {name: content})
        self.preview.follow([str(self.root / f"content/{name}.yml")])

    def check(self) -> None:
        while not self.preview.unchecked.empty():
            self.preview.check(self.preview.unchecked.get_nowait())


@pytest.fixture
def shown(tmp_path: Path) -> _Shown:
    return _Shown(project(tmp_path))


@pytest.fixture
def changed() -> dict[str, object]:
    return entry("coping", title="A walk", code="C77")


WALK, WALK_PAGE = "coping/a-walk", "coping/a-walk/index.html"


def test_an_edit_is_shown_before_it_is_checked(shown: _Shown, changed: dict[str, object]) -> None:
    before = shown.progress.told
    shown.write(WALK, changed)
    assert shown.text(WALK_PAGE) == "A walk"
    assert shown.progress.told.doing == CHECKING
    assert shown.progress.told.shown > before.shown


def test_when_all_is_well_the_page_stays_and_the_bar_goes(shown: _Shown) -> None:
    before = shown.progress.told
    shown.check()
    assert (shown.progress.told.doing, shown.progress.told.shown) == ("", before.shown)


def test_a_mistake_that_the_checks_find_is_listed_on_each_page(shown: _Shown, changed: dict[str, object]) -> None:
    shown.check()
    shown.write(WALK, {**changed, "summary": "See [[coping/nothing]]."})
    before = shown.progress.told
    shown.check()
    for uri in (WALK_PAGE, "index.html", "nothing/index.html"):
        assert "is not the name of a way of coping" in shown.text(uri)
        assert "This page is as it was before." not in shown.text(uri)
        assert shown.preview.ask(uri).status == HTTPStatus.SERVICE_UNAVAILABLE
    assert shown.text(WALK_PAGE).endswith("A walk")
    assert shown.progress.told.shown > before.shown
    (shown.root / f"content/{WALK}.yml").unlink()
    shown.preview.follow([str(shown.root / f"content/{WALK}.yml")])
    shown.check()
    assert shown.preview.ask(WALK_PAGE).status == HTTPStatus.NOT_FOUND


def test_a_file_that_cannot_be_read_is_listed_at_once_above_the_pages_from_before(
    shown: _Shown, changed: dict[str, object]
) -> None:
    shown.write(WALK, changed)
    shown.write(WALK, "title: one: two\n")
    for uri, title in ((WALK_PAGE, "A walk"), ("coping/slow-walk/index.html", "Slow walk")):
        assert "contains a colon" in shown.text(uri)
        assert "This page is as it was before." in shown.text(uri)
        assert shown.text(uri).endswith(title)
        assert shown.preview.ask(uri).status == HTTPStatus.SERVICE_UNAVAILABLE
    assert "contains a colon" in shown.text("nothing/index.html")
    assert shown.progress.told.doing == ""
    shown.write(WALK, {**changed, "title": "Mended"})
    assert shown.text(WALK_PAGE) == "Mended"


def test_settings_that_cannot_be_read_leave_the_pages_and_the_engine_is_started_once_they_can(shown: _Shown) -> None:
    file = shown.root / "mkdocs.yml"
    good = file.read_text("utf-8")
    file.write_text("a: b: c\n", "utf-8")
    shown.preview.follow([str(file)])
    assert "mkdocs.yml:1" in shown.text("coping/slow-walk/index.html")
    assert shown.text("coping/slow-walk/index.html").endswith("Slow walk")
    assert shown.starts == 1
    file.write_text(good, "utf-8")
    shown.preview.follow([str(file)])
    assert (shown.starts, shown.text("coping/slow-walk/index.html")) == (2, "Slow walk")


def test_open_pages_are_told_which_pages_have_changed(shown: _Shown, changed: dict[str, object]) -> None:
    shown.write(WALK, changed)
    assert list(shown.progress.told.changed) == [("coping/a-walk/", "A walk")]
    shown.check()
    assert list(shown.progress.told.changed) == [("coping/a-walk/", "A walk")]
    shown.preview.follow([str(shown.root / "content/library/words.yml")])
    assert list(shown.progress.told.changed) == []


def test_a_style_is_served_while_something_is_wrong(shown: _Shown) -> None:
    shown.write(WALK, "title: one: two\n")
    assert shown.preview.ask("assets/nothing.css").status == HTTPStatus.NOT_FOUND


def test_a_sheet_that_names_nothing_is_told_once_and_is_not_printed(shown: _Shown) -> None:
    shown.check()
    sheet = shown.root / "content/worksheets/small.yml"
    shown.write("worksheets/small", sheet.read_text("utf-8").replace("checked:", "touches: [nothing]\nchecked:"))
    shown.check()
    assert "is not the name of a safety check" in shown.text("index.html")
    assert "1 to fix" in shown.text("index.html")


def test_checks_of_an_older_state_say_nothing(shown: _Shown, changed: dict[str, object]) -> None:
    shown.write(WALK, {**changed, "summary": "See [[coping/nothing]]."})
    old = [shown.preview.unchecked.get_nowait() for _ in range(2)]
    shown.write(WALK, changed)
    for state in old:
        shown.preview.check(state)
    assert shown.text(WALK_PAGE) == "A walk"
    assert shown.progress.told.doing == CHECKING


def test_a_page_that_cannot_be_made_says_why_and_the_others_are_there(shown: _Shown, changed: dict[str, object]) -> None:
    shown.write(WALK, {**changed, "title": "Broken"})
    assert "The macro is broken." in shown.text(WALK_PAGE)
    assert shown.text("coping/slow-walk/index.html") == "Slow walk"


def test_an_engine_that_cannot_go_on_says_why_and_comes_back(shown: _Shown, changed: dict[str, object]) -> None:
    shown.write("coping/no-page", changed)
    assert "No page at all." in shown.text("coping/slow-walk/index.html")
    (shown.root / "content/coping/no-page.yml").unlink()
    shown.preview.follow([str(shown.root / "content/coping/no-page.yml")])
    assert shown.text("coping/slow-walk/index.html") == "Slow walk"


def test_the_engine_is_started_anew_for_settings_and_theme_alone(shown: _Shown, changed: dict[str, object]) -> None:
    shown.write(WALK, changed)
    assert shown.starts == 1
    shown.preview.follow([str(shown.root / "mkdocs.yml")])
    assert shown.starts == 2


def test_a_change_of_the_generator_asks_for_a_new_start_for_good(shown: _Shown, changed: dict[str, object]) -> None:
    shown.preview.follow([str(GENERATOR / "cli.py")])
    assert shown.progress.told.doing == RESTART
    shown.write(WALK, changed)
    shown.check()
    assert RESTART in (shown.progress.told.doing, shown.text(WALK_PAGE))


def test_with_a_mistake_from_the_start_no_engine_is_needed(tmp_path: Path) -> None:
    root = write(project(tmp_path), {WALK: "title: one: two\n"})
    shown = _Shown(root)
    assert "contains a colon" in shown.text("index.html")
    (root / f"content/{WALK}.yml").unlink()
    shown.preview.follow([str(root / f"content/{WALK}.yml")])
    assert shown.text("coping/slow-walk/index.html") == "Slow walk"


def test_what_the_checks_cannot_read_is_told(shown: _Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handbook: object) -> list[Problem]:
        raise KeyError(handbook)

    monkeypatch.setattr("macros.checks.codes.check", fail)
    shown.check()
    assert "The checks cannot read the handbook: KeyError" in shown.text("index.html")


def test_a_file_that_goes_away_while_it_is_read_ends_nothing(shown: _Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(root: Path) -> LoadedProject:
        raise FileNotFoundError(f"{root} is gone.")

    monkeypatch.setattr("macros.project.preview.previewing.load_project", fail)
    shown.preview.follow([str(shown.root / f"content/{WALK}.yml")])
    assert "is gone" in shown.progress.told.doing
    assert shown.text("coping/slow-walk/index.html") == "Slow walk"


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:99999", ":8000"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(BuildFailed, match=r"is not an address|cannot be served"):
        serve(TINY, address, print)


def test_problems_are_listed_as_text() -> None:
    html = problem_page([Problem("a.yml", 3, "title", "'<b>': HTML is not used."), Problem("b.yml", 1, "", "Empty.")])
    assert "<code>a.yml:3: title: &#x27;&lt;b&gt;&#x27;: HTML is not used.</code>" in html
    assert html.count("<li>") == 2
    assert "<h1>2 to fix</h1>" in html


def test_problems_above_a_page_are_listed_as_text_within_it() -> None:
    html = with_problems('<html><body dir="ltr"><p>x</p></body>', [Problem("a.yml", 3, "", "'<b>'.")], is_old=True)
    assert html.startswith('<html><body dir="ltr"><details open')
    assert "<summary>1 to fix</summary>" in html
    assert "<code>a.yml:3: &#x27;&lt;b&gt;&#x27;.</code>" in html
    assert html.endswith("</details>\n<p>x</p></body>")


def test_a_failure_is_told_as_text() -> None:
    html = failure_page("a/<b>", "It <failed>.")
    assert "<h1>a/&lt;b&gt; cannot be shown</h1>" in html
    assert "<pre>It &lt;failed&gt;.</pre>" in html


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"pages/index.md": page("Hello."), "coping/a": entry("coping")}) / "content"


def test_nothing_has_changed_while_nothing_changes(folder: Path) -> None:
    watch = FileWatch(folder, folder / "no-such-file.yml")
    assert watch.changed() == frozenset()


def test_each_kind_of_change_is_found_once(folder: Path) -> None:
    watch = FileWatch(folder, folder.parent / "mkdocs.yml")
    (folder / "pages/new.md").write_text("new", "utf-8")
    (folder / "coping/a.yml").unlink()
    os.utime(folder / "pages/index.md", ns=(1, 1))
    (folder.parent / "mkdocs.yml").write_text("site_name: A", "utf-8")
    (folder / ".#lock").write_text("", "utf-8")
    names = ("pages/new.md", "coping/a.yml", "pages/index.md", "../mkdocs.yml")
    assert watch.changed() == {os.path.normpath(folder / name) for name in names}
    assert watch.changed() == frozenset()


def test_what_is_added_has_not_changed(folder: Path) -> None:
    watch = FileWatch(folder / "pages")
    watch.add(folder / "coping")
    assert watch.changed() == frozenset()
    (folder / "coping/a.yml").unlink()
    assert watch.changed() == {str(folder / "coping/a.yml")}


def test_a_look_that_waits_for_other_work_makes_no_long_pause(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch, pauses = FileWatch(folder), list[float]()
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(time, "perf_counter", iter(range(0, 10_000, 60)).__next__)
    watch.changed()
    watch.pause()
    assert pauses == [pytest.approx(0.2, abs=0.1)]


def test_a_look_that_takes_long_makes_a_long_pause(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch, pauses = FileWatch(folder), list[float]()
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(time, "thread_time", iter((0.0, 0.5)).__next__)
    watch.changed()
    watch.pause()
    assert pauses == [pytest.approx(4.5)]


def test_news_are_told_to_who_waits_and_the_old_is_told_in_time() -> None:
    progress = Progress()
    first = progress.told
    assert progress.after(first.number, 0) == first
    progress.doing("Work")
    assert progress.after(first.number, 30).doing == "Work"
    progress.end()
    assert progress.after(progress.told.number, 30) == progress.told
