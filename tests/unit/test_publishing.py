"""How a site takes the place of the last one: in a step where the system can, file by file where the folder cannot be moved."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.project import exchange, filling, publishing
from macros.project.build_failed import BuildFailed
from macros.project.one_build import FILE, one_build
from macros.project.publishing import NEW, OLD, SITE, make_ready, publish, put_back

_LAST = {"index.html": "last", "old/index.html": "last", "a.css": "last"}
_NEXT = {"index.html": "next", "new/index.html": "next", "a.css": "next", "old": "a file now"}


def _site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def _files(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def _ready(root: Path) -> list[str]:
    told: list[str] = []
    make_ready(root, told.append, ".print")
    return told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a site, and the next one beside it."""
    _site(tmp_path / SITE, _LAST)
    _site(tmp_path / NEW, _NEXT)
    return tmp_path


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "exchange", lambda *_: False)


@pytest.fixture
def volume(monkeypatch: pytest.MonkeyPatch, no_exchange: None) -> None:  # noqa: ARG001 - nor can a volume be exchanged
    """The site is a volume: its folder cannot be renamed."""
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if SITE in {path.name, Path(target).name}:
            raise OSError(16, "Device or resource busy", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refused)


@pytest.mark.parametrize("how", ["in one step", "in two"])
def test_the_next_site_takes_the_place_of_the_last(root: Path, how: str, request: pytest.FixtureRequest) -> None:
    if how == "in two":
        request.getfixturevalue("no_exchange")
    publish(root, pytest.fail)
    publishing.clear(root / NEW)
    assert _files(root / SITE) == _NEXT
    assert [path.name for path in root.iterdir()] == [SITE]


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="The system has no such step.")
def test_two_folders_change_places_in_one_step(root: Path) -> None:
    assert exchange.exchange(root / NEW, root / SITE)
    assert (_files(root / SITE), _files(root / NEW)) == (_NEXT, _LAST)
    assert not exchange.exchange(root / "nothing", root / SITE)
    assert _files(root / SITE) == _NEXT


@pytest.mark.usefixtures("no_exchange")
def test_who_interrupts_between_two_renames_has_the_last_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name == NEW:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(root, pytest.fail)
    assert _files(root / SITE) == _LAST


@pytest.mark.parametrize("again", [put_back, make_ready])
def test_a_site_that_was_away_when_the_build_was_killed_is_put_back(root: Path, again: Callable[..., None]) -> None:
    (root / SITE).rename(root / OLD)
    told: list[str] = []
    again(root, told.append)
    assert told == ["The last build was ended while it replaced site/. The site from before is back in its place."]
    assert _files(root / SITE) == _LAST


def test_what_stands_where_it_belongs_is_not_put_back(root: Path) -> None:
    _site(root / OLD, {"index.html": "older"})
    put_back(root, pytest.fail)
    assert (_files(root / SITE), _files(root / OLD)) == (_LAST, {"index.html": "older"})


def test_nothing_is_put_back_while_a_build_is_at_work(root: Path) -> None:
    (root / SITE).rename(root / OLD)
    with one_build(root):
        put_back(root, pytest.fail)
    assert not (root / SITE).exists()


@pytest.mark.usefixtures("volume")
def test_a_folder_that_cannot_be_moved_is_filled(root: Path) -> None:
    (root / SITE / "lost+found").mkdir()
    told: list[str] = []
    publish(root, told.append)
    assert told == ["The folder site/ itself cannot be replaced, so its files were, one after another."]
    assert _files(root / SITE) == _NEXT
    assert sorted(path.name for path in (root / SITE).iterdir()) == ["a.css", "index.html", "lost+found", "new", "old"]


@pytest.mark.usefixtures("volume")
def test_on_a_full_volume_the_last_site_stays_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(new: Path, target: Path) -> None:
        _site(target, {"half": "of it"})
        raise OSError(28, "No space left on device", str(new))

    monkeypatch.setattr(shutil, "copytree", full)
    with pytest.raises(OSError, match="No space left"):
        publish(root, pytest.fail)
    assert _files(root / SITE) == _LAST


@pytest.mark.usefixtures("volume")
@pytest.mark.parametrize("moved", range(len(_NEXT) + 1))
def test_a_filling_that_was_killed_is_finished_by_the_next_build(root: Path, moved: int, monkeypatch: pytest.MonkeyPatch) -> None:
    put, done = filling._put, list[str]()

    def killed(file: Path, target: Path, site: Path) -> None:
        if len(done) == moved:
            raise KeyboardInterrupt
        put(file, target, site)
        done.append(target.name)

    with monkeypatch.context() as patched:
        patched.setattr(filling, "_put", killed)
        if moved == len(_NEXT):
            patched.setattr(filling, "_remove_others", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            publish(root, pytest.fail)
    assert _ready(root) == ["The last build was ended while it filled site/. What it had begun is finished now."]
    assert _files(root / SITE) == _NEXT
    assert _ready(root) == []


def test_a_filling_that_was_killed_before_it_was_whole_is_forgotten(root: Path) -> None:
    _site(root / SITE / ".site-coming", {"files/index.html": "next"})
    assert _ready(root) == []
    assert _files(root / SITE) == _LAST


def test_a_link_stays_and_what_it_leads_to_gets_the_site(root: Path) -> None:
    (root / SITE).rename(root / "www")
    (root / SITE).symlink_to("www", target_is_directory=True)
    assert _ready(root) == []
    for text in ("next", "one more"):
        _site(root / NEW, {"index.html": text})
        publish(root, pytest.fail)
        publishing.clear(root / NEW)
        assert (root / SITE).is_symlink()
        assert _files(root / "www") == {"index.html": text}


def test_what_stands_in_the_way_of_the_site_is_said_before_the_work(tmp_path: Path) -> None:
    site = tmp_path / SITE
    site.write_text("mine", "utf-8")
    with pytest.raises(BuildFailed, match=r"^'site' is a file, and .*\. Move the file away\.$"):
        _ready(tmp_path)
    assert site.read_text("utf-8") == "mine"


@pytest.mark.parametrize(("leads_to", "said"), [("nowhere", "which is no folder"), (SITE, "no folder"), ("mine", "be lost")])
def test_a_link_that_leads_wrong_is_said_before_the_work(tmp_path: Path, leads_to: str, said: str) -> None:
    _site(tmp_path / "mine", {"letter.txt": "Dear Kim"})
    (tmp_path / SITE).symlink_to(leads_to)
    with pytest.raises(BuildFailed, match=f"'site' leads to '{leads_to}'.*{said}"):
        _ready(tmp_path)
    assert _files(tmp_path / "mine") == {"letter.txt": "Dear Kim"}


@pytest.mark.parametrize("name", [NEW, OLD, ".print"])
def test_a_file_where_the_build_keeps_a_folder_gives_way_and_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x", "utf-8")
    assert _ready(tmp_path) == [f"{name} was not a folder. It was removed, as the build needs a folder of this name."]
    assert not (tmp_path / name).exists()
    (tmp_path / name).symlink_to("nowhere")
    assert _ready(tmp_path) != []
    (tmp_path / name).mkdir()
    assert _ready(tmp_path) == []


def test_two_builds_at_once_are_one_and_a_message(tmp_path: Path) -> None:
    said = r"^Another build of this handbook is at work \(process \d+ on .*\)\. Build again when it has ended\.$"
    with one_build(tmp_path), pytest.raises(BuildFailed, match=said), one_build(tmp_path):
        pytest.fail("Both hold it.")
    with one_build(tmp_path):
        assert (tmp_path / FILE).read_text("utf-8") != ""
    assert (tmp_path / FILE).read_text("utf-8") == ""


def test_a_lock_ends_with_a_killed_process(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, signal; from macros.project.one_build import one_build\n"
        f"with one_build(pathlib.Path({str(tmp_path)!r})): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert (tmp_path / FILE).read_text("utf-8").startswith("process ")
    with one_build(tmp_path):
        pass


@pytest.mark.parametrize(
    "said",
    ['["ind', "5", "null", "{}", "[1]", '[""]', '["../out.html"]', '["a/../../out.html"]', '["/out.html"]', '["..\\\\out.html"]'],
)
def test_a_list_of_files_that_was_damaged_is_not_followed(root: Path, said: str) -> None:
    _site(root / SITE / ".site-whole", {"files.json": said, "files/index.html": "next", "out.html": "out"})
    _ready(root)
    assert _files(root / SITE) == _LAST
    assert not (root / "out.html").exists()


def test_a_folder_that_cannot_be_removed_is_named_itself(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / NEW / "techniques").mkdir(parents=True)

    def refused(folder: Path) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), next(folder.iterdir()).name)

    monkeypatch.setattr(shutil, "rmtree", refused)
    with pytest.raises(OSError, match=os.strerror(errno.EBUSY)) as found:
        publishing.clear(root / NEW)
    assert found.value.filename == str(root / NEW)
