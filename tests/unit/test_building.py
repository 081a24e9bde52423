"""How a build puts its site in place, and what it tells the engine. A stand-in for the engine writes one page."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from macros.print.typeset.workers import WorkerEnded
from macros.project import building, exchange, publishing
from macros.project.build_failed import BuildFailed
from macros.project.building import build
from macros.project.engines import mkdocs_engine
from macros.project.publishing import NEW, OLD, SITE
from macros.site.content_security_policy import PLACE, with_policy
from tests.helpers import page, write

_BUILT = (
    f'<!doctype html><html lang="en"><head>{PLACE}<title>New</title><meta name="description" content="A page."></head>'
    '<body><a href="https://example.org/" data-leave>Leave this page</a><h1>New</h1></body></html>'
)
_PAGE = with_policy(_BUILT)
_RELEASE = {"name": "1", "date": "2026-02-03"}


@pytest.fixture
def root(tmp_path: Path, engine: list[dict[str, str]]) -> Path:  # noqa: ARG001 - no test here starts the engine itself
    return write(tmp_path, {"pages/index.md": page("Hello."), "library/release": _RELEASE})


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """The environments that the engine was run in."""
    told: list[dict[str, str]] = []

    def build_pages(opened: object, target: Path, environment: dict[str, str]) -> None:  # noqa: ARG001 - as the engine takes it
        _site(target, _BUILT)
        told.append(environment)

    monkeypatch.setattr(mkdocs_engine, "build", build_pages)
    return told


def _site(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(text, "utf-8")


def _words(root: Path) -> str:
    return (root / SITE / "index.html").read_text("utf-8")


def _left_beside(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()} & {NEW, OLD}


def _break_the_renaming_of(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def broken(path: Path, target: Path) -> Path:
        if path.name == name:
            raise OSError("The disk is tired.")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", broken)


def test_a_build_takes_the_place_of_the_last_site_and_leaves_nothing_beside_it(root: Path) -> None:
    _site(root / SITE, "old")
    assert build(root, print) == root / SITE
    assert _words(root) == _PAGE
    assert _left_beside(root) == set()


@pytest.mark.parametrize("name", [NEW, OLD])
def test_what_a_power_cut_left_beside_the_site_is_removed(root: Path, name: str) -> None:
    _site(root / SITE, "old")
    _site(root / name, "older")
    build(root, print)
    assert _words(root) == _PAGE
    assert _left_beside(root) == set()


def test_when_the_new_site_cannot_be_put_in_place_the_last_one_comes_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tired(_: Path, target: Path) -> None:
        raise OSError(f"The disk is tired of {target}.")

    _site(root / SITE, "old")
    monkeypatch.setattr(exchange, "exchange", lambda *_: False)
    monkeypatch.setattr(publishing, "fill", tired)
    _break_the_renaming_of(NEW, monkeypatch)
    with pytest.raises(OSError, match="The disk is tired"):
        build(root, print)
    assert _words(root) == "old"
    assert _left_beside(root) == set()


def test_when_the_first_site_cannot_be_put_in_place_there_is_none(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _break_the_renaming_of(NEW, monkeypatch)
    with pytest.raises(OSError, match="The disk is tired"):
        build(root, print)
    assert not (root / SITE).exists()
    assert _left_beside(root) == set()


def test_a_site_with_a_problem_is_not_put_in_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.unit.test_building._BUILT", _BUILT.replace("<h1>", "<h2>"))
    _site(root / SITE, "old")
    with pytest.raises(BuildFailed) as failed:
        build(root, print)
    assert [str(problem) for problem in failed.value.problems] == [
        "index.html:1: The page has 0 main headings (h1). It needs one."
    ]
    assert _words(root) == "old"
    assert _left_beside(root) == set()


def test_the_dates_in_the_site_are_those_of_the_release(
    root: Path, engine: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    build(root, print)
    assert [env["SOURCE_DATE_EPOCH"] for env in engine] == ["1770076800"]  # 2026-02-03, midnight in UTC


def test_a_date_that_the_user_gives_is_kept(root: Path, engine: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    build(root, print)
    assert ["SOURCE_DATE_EPOCH" in env for env in engine] == [False]  # what the user has set is there already


def test_without_a_release_the_engine_is_told_no_date(
    root: Path, engine: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (root / "content/library/release.yml").unlink()
    build(root, print)
    assert ["SOURCE_DATE_EPOCH" in env for env in engine] == [False]


@pytest.mark.parametrize("nothing", ["", " "])
def test_an_empty_date_is_none(root: Path, engine: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch, nothing: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nothing)
    build(root, print)
    assert [env["SOURCE_DATE_EPOCH"] for env in engine] == ["1770076800"]
    (root / "content/library/release.yml").unlink()
    build(root, print)
    assert engine[1]["SOURCE_DATE_EPOCH"].isdecimal()


@pytest.mark.parametrize("nonsense", ["yesterday", "-1", "1e9", "99999999999"])
def test_a_date_that_is_none_is_said_before_the_work(
    root: Path, engine: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", nonsense)
    with pytest.raises(BuildFailed, match=f"SOURCE_DATE_EPOCH is '{nonsense}', which is no number of seconds since 1970"):
        build(root, print)
    assert engine == []


@pytest.mark.parametrize("year", [1970, 2108])
def test_a_clock_that_no_document_can_hold_is_said_before_the_work(
    root: Path, engine: list[dict[str, str]], monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    monkeypatch.setattr(time, "localtime", lambda *_: time.struct_time((year, 1, 1, 0, 0, 0, 0, 1, 0)))
    with pytest.raises(BuildFailed, match=f"The clock of this computer stands in the year {year}"):
        build(root, print)
    assert engine == []


def test_what_a_build_says_when_memory_runs_out(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def short(*_: object, **__: object) -> None:
        raise MemoryError

    _site(root / SITE, "old")
    monkeypatch.setattr(building, "finish", short)
    with pytest.raises(BuildFailed, match="Memory ran out"):
        build(root, print)
    assert _words(root) == "old"
    assert _left_beside(root) == set()


def test_what_a_build_says_when_the_system_ends_its_processes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*_: object) -> None:
        raise WorkerEnded("The system ended it.")

    monkeypatch.setattr(building, "make_documents", ended)
    with pytest.raises(BuildFailed, match="The system ended it"):
        build(root, print)


def test_a_site_that_was_away_is_back_even_if_the_next_build_fails(root: Path) -> None:
    _site(root / OLD, "old")
    (root / "content/pages/index.md").write_text("nothing", "utf-8")
    with pytest.raises(BuildFailed):
        build(root, print)
    assert _words(root) == "old"
