"""What a user gets from ``handbook build``: the whole site, or nothing."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli import main
from macros.project.building import build
from macros.project.loading import LoadedProject, load_project
from macros.site import check_html
from macros.site.pages import page_records, redirects
from macros.site.search_words import words_of
from tests.helpers import ROOT, TINY, project, run
from tests.searching import records_in, sections_of


def bytes_of(site: Path) -> dict[str, str]:
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_no_page_and_no_document_has_a_problem(built: Path) -> None:
    assert list(check_html.check(built)) == []


def test_hosts_are_told_the_policy_of_the_one_page_with_code_within(built: Path) -> None:
    missing = (built / "404.html").read_text("utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', missing)
    assert policy
    for name in ("_headers", ".htaccess", "nginx.conf"):
        assert f"{policy[1]}; frame-ancestors 'none'" in (built / name).read_text("utf-8")


def test_every_record_page_redirect_and_document_is_there(built: Path) -> None:
    opened = load_project(TINY)
    tiny = opened.handbook
    for record in page_records(opened.view):
        assert (built / record.uri.removesuffix(".md") / "index.html").is_file()
    moved = list(redirects(tiny))
    assert moved
    for old, new in moved:
        page = (built / old / "index.html").read_text("utf-8")
        target = page.split("url=")[1].split('"')[0]
        assert (built / old / target).resolve() == (built / new).resolve()
        assert (built / new / "index.html").is_file()
    whole = json.loads((built / "api/v1/handbook.json").read_text("utf-8"))
    assert {entry["id"] for entry in whole["entries"]} == {item.id for item in tiny.items.values() if item.entry}


@pytest.mark.parametrize(
    ("page", "lit"),
    [
        ("worksheets", ["./"]),
        ("worksheets/small", ["../"]),
        ("worksheets/by-role", ["../"]),
        ("contributing/fields/worksheets", []),
    ],
)
def test_the_menu_marks_the_page_that_is_open_or_the_index_that_it_belongs_to(built: Path, page: str, lit: list[str]) -> None:
    text = (built / page / "index.html").read_text("utf-8")
    assert re.findall(r'<a class="here" href="([^"]*)"', text) == lit


def test_the_engine_makes_no_index_and_ours_has_the_words_that_are_never_shown(built: Path) -> None:
    assert not (built / "search/search_index.json").exists()
    words = {word for record in records_in(built).values() for phrase in record[5:] for text in phrase for word in words_of(text)}
    items = load_project(TINY).handbook.items.values()
    typed = {text for item in items for name in ("search_words", "slang") for text in getattr(item.fields, name, ())}
    assert typed
    # The words that tell nothing are left out of them.
    assert [text for text in typed if max(words_of(text), key=len) not in words] == []


def test_lists_of_links_and_repeated_boxes_are_not_searched() -> None:
    found = sections_of(load_project(TINY).view)
    sections = {place.partition("#")[2] for place in found}
    lists = {"used-in", "sources", "use-with", "the-record", "take-with-you", "numbers-to-call", "about-this-page"}
    assert not sections & lists
    assert {"step-by-step", "take-care", "in-plain-words"} <= sections
    # A sheet may hold a safety box as a field of its own, and all of them stand on the page of safety checks.
    pages = {place: section for place, section in found.items() if not place.startswith(("worksheets/", "gates/"))}
    assert [place for place, section in pages.items() if "Stop at once for threats." in section.text] == []


def test_hurtful_words_stand_in_the_search_index_alone(built: Path) -> None:
    slang = {word for item in load_project(TINY).handbook.items.values() for word in getattr(item.fields, "slang", ())}
    assert slang
    told = [path for path in built.rglob("*") if path.suffix in {".html", ".json", ".txt", ".xml", ".md", ".js"}]
    said = {path.relative_to(built).as_posix(): path.read_text("utf-8") for path in told}
    said = {name: text for name, text in said.items() if not name.startswith("search/")}
    assert [(name, word) for name, text in said.items() for word in slang if word in text] == []


def test_two_builds_of_the_same_content_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    root = project(tmp_path)  # without documents, so that they are made twice too
    assert run(root, "build").returncode == 0
    assert bytes_of(root / "site") == bytes_of(built)


def test_the_pages_of_export_are_the_pages_of_the_site(tiny_project: Path, tmp_path: Path) -> None:
    out = tmp_path / "exported"
    assert run(tiny_project, "export", "pages", str(out)).returncode == 0
    records = page_records(load_project(tiny_project).view)
    assert {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*.md")} == {
        record.uri: record.markdown for record in records
    }


NEW_TECHNIQUE = """\
title: One more technique
code: Q77
summary: It is here to be found.
slang:
  - zzyzx
for_families: |
  A short text for a family.
purpose: To be found.
stages:
  - plan
techniques:
  - {other}
was:
  - its-old-name
checked: 2026-11-21
"""


def test_one_more_file_is_one_more_of_everything(tiny_project: Path) -> None:
    techniques = load_project(tiny_project).handbook.of_kind("techniques")
    other = techniques[0].slug
    new = tiny_project / "content/techniques/one-more.yml"
    new.write_text(NEW_TECHNIQUE.format(other=other), "utf-8")

    done = run(tiny_project, "build")

    assert done.returncode == 0, done.stderr
    site = tiny_project / "site"
    page = (site / "techniques/one-more/index.html").read_text("utf-8")
    assert f'href="../{other}/"' in page
    assert 'href="../one-more/"' in (site / f"techniques/{other}/index.html").read_text("utf-8")
    assert 'href="one-more/"' in (site / "techniques/index.html").read_text("utf-8")
    assert "../../techniques/one-more/" in (site / "go/Q77/index.html").read_text("utf-8")
    assert "url=../one-more/" in (site / "techniques/its-old-name/index.html").read_text("utf-8")
    assert json.loads((site / "api/v1/techniques/one-more.json").read_text("utf-8"))["code"] == "Q77"
    hits = records_in(site)
    assert [place for place, record in hits.items() if len(record) > 6 and "zzyzx" in record[6]] == ["techniques/one-more/"]
    assert "zzyzx" not in page


def test_a_title_is_shown_as_it_was_typed(tiny_project: Path) -> None:
    typed = {"techniques/kind-letter.yml": "Kind letter", "pages/about.md": "About this handbook"}
    for file, title in typed.items():
        path = tiny_project / "content" / file
        path.write_text(path.read_text("utf-8").replace(f"title: {title}\n", "title: A &lt;zqx&gt; title\n"), "utf-8")
    site = build(tiny_project, print)
    titles = [record[1] for record in records_in(site).values()]
    assert titles.count("A &lt;zqx&gt; title") == len(typed)
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    shown = [found for page in pages for found in re.findall(r"[^> ]*zqx[^< ]*", re.sub(r"<script.*?</script>", "", page))]
    assert set(shown) == {"&amp;lt;zqx&amp;gt;"}
    assert len(shown) > len(pages)


def test_an_entry_page_has_its_parts_in_order(built: Path) -> None:
    tiny = load_project(TINY).handbook
    full = next(i for i in tiny.of_kind("techniques") if i.entry and i.entry.steps and i.entry.for_professionals)
    page = (built / full.id / "index.html").read_text("utf-8")
    article = page[page.index("</h1>") :]
    parts = [
        'class="lead"',
        "In plain words",
        "Take care",
        "Step by step",
        "Words to try",
        "For professionals",
        ">Sources<",
        "Code",
    ]
    places = [article.index(part) for part in parts]
    assert places == sorted(places)


def test_a_hand_written_page_offers_what_belongs_to_it(built: Path) -> None:
    items = load_project(TINY).handbook.items
    belonging = {(item.id, owner) for item in items.values() for owner in getattr(item.fields, "belongs_to", ())}
    offered = {(thing, owner) for thing, owner in belonging if owner.startswith("pages/")}
    assert {thing.partition("/")[0] for thing, _ in offered} == {"worksheets", "letters", "packs"}
    for thing, owner in offered:
        page = (built / owner.removeprefix("pages/") / "index.html").read_text("utf-8")
        assert f'href="../{thing}/"' in page[page.index("<article") :], f"{owner} does not offer {thing}"


_ABOUT = "content/pages/about.md"
BREAKS = {
    "a reference to nothing": (_ABOUT, "[[techniques/nothing]]", "'nothing' is not the name of a technique"),
    "an unknown macro": (_ABOUT, "{{ shew_record() }}", "'shew_record' is not a macro"),
    "a dead link": (_ABOUT, "[gone](gone.md)", "The link to 'gone.md' leads to no page."),
    "a program": (_ABOUT, "{{ 1 / 0 }}", "only one macro call is allowed"),
    "a file that cannot be read": ("content/types/broken.yml", "title: a: b", "content/types/broken.yml:1:"),
}
ENGINE_BREAKS = {"[gone](emergency.md#gone)": "'emergency.md#gone'"}
PAGE_BREAKS = {
    '<a href="../gone/">gone</a>': "The link '../gone/' leads to 'gone/index.html', which does not exist.",
    '<p style="color:red">red</p>': "The element has a style of its own",
    '<img alt="" src="https://example.org/a.png">': "'https://example.org/a.png' is loaded from another host",
}


@pytest.fixture
def built_before(built: Path, tmp_path: Path) -> Path:
    """A project with a good site."""
    root = project(tmp_path / "project")
    shutil.copytree(built, root / "site")
    return root


def _add(path: Path, *lines: str) -> None:
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text("\n\n".join([before, *lines, ""]).lstrip(), "utf-8")


def _left_the_last_good_site(root: Path, built: Path) -> bool:
    return bytes_of(root / "site") == bytes_of(built) and not (root / ".site-new").exists()


@pytest.mark.parametrize("name", BREAKS)
def test_content_with_a_mistake_leaves_the_last_good_site(built: Path, built_before: Path, name: str) -> None:
    file, line, said = BREAKS[name]
    _add(built_before / file, line)
    done = CliRunner().invoke(main, ["--project", str(built_before), "build"])
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Traceback" not in done.output
    assert _left_the_last_good_site(built_before, built)


def _with_a_theme_of_its_own(root: Path) -> Path:
    """Lets a project have its own copy of the theme; gives the foot of its pages, which no check of content reads."""
    theme = root.parent / "theme"
    shutil.copytree(ROOT / "overrides", theme)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(re.sub(r"custom_dir: .*", f"custom_dir: {theme}", settings), "utf-8")
    return theme / "partials/footer.html"


@pytest.mark.parametrize("breaks", [ENGINE_BREAKS, PAGE_BREAKS], ids=["what the engine finds", "what is wrong with built pages"])
def test_a_build_that_fails_leaves_the_last_good_site(built: Path, built_before: Path, breaks: dict[str, str]) -> None:
    foot = _with_a_theme_of_its_own(built_before)
    _add(built_before / _ABOUT if breaks is ENGINE_BREAKS else foot, *breaks)
    done = run(built_before, "build")
    assert done.returncode == 1
    assert [said for said in breaks.values() if said not in done.stderr] == [], done.stderr
    assert "Traceback" not in done.stderr
    assert _left_the_last_good_site(built_before, built)


def test_mkdocs_itself_refuses_broken_content(tiny_project: Path) -> None:
    (tiny_project / "content/types/broken.yml").write_text("title: [\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tiny_project / "out")]
    done = subprocess.run(command, cwd=tiny_project, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "content/types/broken.yml:" in done.stdout + done.stderr
    assert not (tiny_project / "out/index.html").exists()


def test_a_second_build_in_one_process_shows_an_edit(tiny_project: Path, tmp_path: Path) -> None:
    def build_to(name: str) -> Path:
        return build(tiny_project, print).rename(tmp_path / name)

    technique = load_project(tiny_project).handbook.of_kind("techniques")[0]
    path = tiny_project / technique.source.file
    before = build_to("before")
    path.write_text(path.read_text("utf-8").replace(technique.title, "A title that is new", 1), "utf-8")
    after = build_to("after")

    assert "A title that is new" not in (before / "techniques/index.html").read_text("utf-8")
    for page in ("techniques/index.html", f"{technique.id}/index.html", "search/pages.js"):
        assert "A title that is new" in (after / page).read_text("utf-8")


def test_under_a_sub_path_the_page_of_a_missing_address_finds_home(tmp_path: Path) -> None:
    root = project(tmp_path, site_url="https://example.org/hand/book/")
    assert run(root, "build").returncode == 0
    page = (root / "site/404.html").read_text("utf-8")
    assert 'href="/hand/book/' in page
    for name in (".htaccess", "nginx.conf"):
        assert " /hand/book/404.html" in (root / "site" / name).read_text("utf-8")


def test_every_source_is_in_a_list_of_sources(real: LoadedProject, real_site: Path) -> None:
    lists = ("index", "official-pages/index", "articles/index")
    html = "".join((real_site / f"sources/{name}.html").read_text("utf-8") for name in lists)
    sources = {item.slug for item in real.handbook.of_kind("sources")}
    assert {slug for slug in sources if f'/{slug}/"' not in html and f'"{slug}/"' not in html} == set()
