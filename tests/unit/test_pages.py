from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.catalogue.handbook import Handbook
from macros.project.loading import load_project
from macros.reading.page_file import split_page
from macros.schema.kinds import KINDS
from macros.site.pages import (
    PageRecord,
    frame_of,
    layered_pages,
    navigation,
    page_records,
    redirect_files,
    redirects,
    with_belonging,
)
from macros.view.context import View
from macros.view.macros import MACROS
from tests.helpers import TINY, Files, entry, page, source, write


def _record(handbook: Handbook, uri: str) -> PageRecord:
    return next(record for record in page_records(View(handbook)) if record.uri == uri)


def test_every_kept_entry_every_source_and_the_fields_of_every_kind_have_a_page(tiny: Handbook) -> None:
    assert {record.uri for record in page_records(View(tiny))} == {
        "cases/far-talk.md",
        "coping/slow-walk.md",
        "models/kitchen-table.md",
        "models/kitchen-table/practice.md",
        "models/open-circle.md",
        "roles/neighbor.md",
        "situations/said-no.md",
        "sources/example-guide.md",
        "sources/example-trial.md",
        "techniques/kind-letter.md",
        "techniques/quiet-listening.md",
        "first-aid/hot.md",
        "first-aid/no-breath.md",
        "types/sunny-day.md",
        "letters/a-letter.md",
        "packs/a-pack.md",
        "worksheets/all-kinds.md",
        "worksheets/small.md",
        *(f"contributing/fields/{kind.name}.md" for kind in KINDS),
    }


def test_a_page_of_fields_is_front_matter_with_a_way_back_and_one_macro_call(tiny: Handbook) -> None:
    record = _record(tiny, "contributing/fields/techniques.md")
    assert record.front_matter == {
        "title": "Technique: its fields",
        "description": "Every field of a record of one kind with its help: technique.",
        "kind": "techniques",
        "crumb": {"address": "contributing/fields/", "title": "Field reference"},
    }
    assert record.body == "{{ fields_of(page.meta.kind) }}"
    assert record.made_from == "macros/schema/entries.py"


def test_a_page_is_front_matter_and_one_macro_call(tiny: Handbook) -> None:
    record = _record(tiny, "techniques/kind-letter.md")
    assert record.markdown == (
        '---\ntitle: "Kind letter"\ndescription: "A short letter that says what you love and what you saw."\n'
        'record: "techniques/kind-letter"\n'
        'crumb: {"address": "techniques/", "title": "Techniques"}\n---\n{{ show_record(page.meta.record) }}\n'
    )
    assert record.made_from == "content/techniques/kind-letter.yml"


@pytest.mark.parametrize(
    "title",
    ["A: b", 'Say "no"', "It's", "- a", "# a", "*a*", "a\\b", "{a}", "[a]", "no", "2026", "@a", "🙂", "a # b"],
)
def test_front_matter_is_safe_for_every_title(title: str) -> None:
    record = PageRecord("a.md", {"title": title, "description": title}, "body", "a.yml")
    read, problems = split_page(record.markdown.encode(), "a.md")
    assert problems == []
    assert read
    assert read.source.data == {"title": title, "description": title}


def test_no_front_matter_has_the_name_of_a_macro(tiny: Handbook) -> None:
    used = {key for record in page_records(View(tiny)) for key in record.front_matter}
    assert used == {"title", "description", "record", "form", "crumb", "kind", "practice"}
    assert not used & set(MACROS)


@pytest.mark.parametrize(
    ("record", "crumb"),
    [
        ("techniques/a", {"address": "techniques/", "title": "Ways"}),
        ("pages/techniques/more", {"address": "techniques/", "title": "Ways"}),
        ("coping/a", {"address": "coping/", "title": "All of them"}),
        ("pages/techniques/index", None),
        ("pages/index", None),
        ("pages/about", None),
        ("roles/a", None),
    ],
)
def test_the_crumb_of_a_page_is_the_page_that_lists_it(
    make: Callable[[Files], Handbook], record: str, crumb: dict[str, str] | None
) -> None:
    handbook = make(
        {
            "techniques/a": entry(),
            "coping/a": entry("coping"),
            "roles/a": entry("roles"),
            "pages/index.md": page("Hello.", title="Home"),
            "pages/about.md": page("Hello."),
            "pages/techniques/index.md": page("All.", title="All ways", nav={"place": "1", "title": "Ways"}),
            "pages/techniques/more.md": page("More."),
            "pages/coping/index.md": page("All.", title="All of them", nav={"place": "2"}),
        }
    )
    assert frame_of(handbook.items[record], handbook).get("crumb") == crumb


def test_a_page_is_quiet_only_where_it_says_so(make: Callable[[Files], Handbook]) -> None:
    loud, quiet = page("Hello."), page("Hello.", quiet="true")
    entries = {"techniques/a": entry(quiet="true"), "techniques/b": entry(code="Q02")}
    handbook = make({**entries, "pages/loud.md": loud, "pages/quiet.md": quiet})
    frames = {item_id: frame_of(item, handbook).get("quiet", False) for item_id, item in handbook.items.items()}
    assert frames == {"techniques/a": True, "techniques/b": False, "pages/loud": False, "pages/quiet": True}


def test_a_page_of_a_sheet_asks_for_what_forms_need_and_no_other_page_does(tiny: Handbook) -> None:
    asking = {record.uri: record.front_matter["form"] for record in page_records(View(tiny)) if "form" in record.front_matter}
    assert asking == {"letters/a-letter.md": "yes", "worksheets/all-kinds.md": "yes", "worksheets/small.md": "yes"}


def test_the_page_of_a_source_is_described_by_the_title_of_the_source(tiny: Handbook) -> None:
    record, source = _record(tiny, "sources/example-trial.md"), tiny.items["sources/example-trial"]
    assert source.title in record.front_matter["description"]
    assert record.front_matter["description"] != source.title


def test_a_hand_written_page_ends_with_what_belongs_to_it() -> None:
    calls = '{{ belonging_to("pages/a/b") }}\n\n{{ citation_of("pages/a/b") }}'
    assert with_belonging("Words.", "a/b.md") == f"Words.\n\n{calls}\n"


def test_only_pages_that_a_layer_adds_or_changes_are_made_anew(tmp_path: Path) -> None:
    shutil.copytree(TINY / "content", tmp_path / "content")
    assert layered_pages(load_project(tmp_path).view) == []
    changes = [{"date": "2026-02-01", "what": "It is shorter."}]
    write(tmp_path / "layer", {"pages/about.md": page("Hello.\n", title="Us", changes=changes), "pages/new.md": page("New.\n")})
    settings = {"extra": {"leave_to": "https://example.org/weather", "layers": ["layer"]}}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    new, about = sorted(layered_pages(load_project(tmp_path).view), key=lambda record: record.uri, reverse=True)
    assert (about.uri, new.uri) == ("about.md", "new.md")
    assert (new.made_from, new.body.strip()) == ("layer/content/pages/new.md", "New.")
    assert new.front_matter == {"title": "A page", "description": "A page of the tests."}
    # An engine reads the head as YAML, which must say what the two files say.
    head, problems = split_page(about.markdown.encode(), "about.md")
    assert problems == []
    assert head
    assert (head.source.data["title"], head.source.data["changes"]) == ("Us", changes)


def test_codes_earlier_names_and_retired_addresses_lead_on(tiny: Handbook) -> None:
    found = dict(redirects(tiny))
    assert found["go/Q01/"] == "techniques/kind-letter/"
    assert found["techniques/soft-letter/"] == "techniques/kind-letter/"
    assert found["techniques/long-letter/"] == "techniques/kind-letter/"
    assert found["go/Q03/"] == "techniques/kind-letter/"
    assert len(found) == len(list(redirects(tiny)))


def test_no_redirect_stands_where_a_page_stands(tiny: Handbook) -> None:
    pages = {record.uri.removesuffix(".md") + "/" for record in page_records(View(tiny))}
    assert pages & {old for old, _ in redirects(tiny)} == set()


def test_earlier_names_of_a_retired_entry_lead_to_what_took_its_place(make: Callable[[Files], Handbook]) -> None:
    retired = {"into": "techniques/b", "on": "2026-01-01"}
    handbook = make({"techniques/a": entry(was=["z"], retired=retired), "techniques/b": entry(code="Q02")})
    assert dict(redirects(handbook))["techniques/z/"] == "techniques/b/"


def test_a_redirect_is_a_page_that_works_under_any_path(tiny: Handbook) -> None:
    (html,) = (file.content for file in redirect_files(View(tiny)) if file.uri == "techniques/soft-letter/index.html")
    assert isinstance(html, str)
    assert 'content="0; url=../kind-letter/"' in html
    assert '<a href="../kind-letter/">' in html
    assert not re.search(r"<script|https?://", html)


def test_navigation_follows_the_places_and_groups_stand_where_their_first_page_stands(make: Callable[[Files], Handbook]) -> None:
    def placed(place: int, **nav: str) -> dict[str, object]:
        return {"place": place, **nav}

    handbook = make(
        {
            "pages/index.md": page("", title="Home", nav=placed(5)),
            "pages/z.md": page("", title="Z", nav=placed(10, group="G")),
            "pages/a.md": page("", title="A", nav=placed(30, group="G", title="Short")),
            "pages/b.md": page("", title="B", nav=placed(20)),
            "pages/none.md": page("", title="None"),
            "techniques/t": entry(),
            "library/sources": {"s": source()},
        }
    )
    assert navigation(handbook) == [{"Home": "index.md"}, {"G": [{"Z": "z.md"}, {"Short": "a.md"}]}, {"B": "b.md"}]
