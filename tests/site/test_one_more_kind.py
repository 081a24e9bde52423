"""A kind more: a model, a line in the list of kinds, a view and its words. All else finds it by itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.paper.availability import pdf_unavailable_reason
from tests.helpers import ROOT, page, project, write
from tests.print.pdf import squeezed, texts
from tests.searching import records_in

_MODEL = '''"""A story: what one family went through."""

from __future__ import annotations

from typing import Annotated

from macros.schema.annotations import Ref
from macros.schema.entry import Entry
from macros.schema.values import FamilyText, Named


class Story(Entry):
    """What one family went through, as they say it."""

    told: FamilyText
    """What happened, in their own words."""
    tried: tuple[Annotated[Named, Ref(("techniques",), reads="what-they-tried", back="stories-of-it")], ...] = ()
    """Techniques that they tried."""
'''
_VIEW = '''"""The page of a story: what happened."""

from __future__ import annotations

from macros.catalogue.item import Item
from macros.schema.story import Story
from macros.view.blocks import Blocks, Group, Heading
from macros.view.context import View
from macros.view.entry_page import Own, entry_page


def page(view: View, item: Item) -> Blocks:
    """The page of a story."""
    told = (Heading(view.say("what-happened")), Group(view.texts.block(item.read(Story).told), "family"))
    return entry_page(view, item, Own(own=told))
'''
_WORDS = """\
kind-stories = Stories
kind-stories-one = Story
what-happened = What happened
relation-what-they-tried = What they tried
relation-stories-of-it = Stories of it
"""
_TOLD = "We sat down in the garden and read it to him."
_STORY = {
    "title": "The garden",
    "code": "Y01",
    "summary": "How one family read a letter aloud.",
    "for_families": "It took them a year.",
    "told": _TOLD,
    "tried": ["kind-letter"],
    "checked": "2026-01-10",
}


def _with_stories(package: Path) -> None:
    """Adds the kind to a copy of the package."""
    (package / "schema/story.py").write_text(_MODEL, "utf-8")
    (package / "view/kinds/stories.py").write_text(_VIEW, "utf-8")
    (package / "language/en/stories.ftl").write_text(_WORDS, "utf-8")
    kinds = package / "schema/kinds.py"
    last = '    _entry("packs",'
    line = '    _entry("stories", "Y", "story", story.Story),\n'
    text = (
        kinds.read_text("utf-8")
        .replace("    source,\n    typed,\n", "    source,\n    story,\n    typed,\n")
        .replace(last, line + last)
    )
    kinds.write_text(text, "utf-8")


def _run(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """The ``handbook`` command of the copied package."""
    command = [sys.executable, "-c", "from macros.start import main; main()", *args]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=environment)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its own copy of the package, in which there are stories, and its site."""
    root = project(tmp_path_factory.mktemp("stories"), hooks=["macros/project/engines/mkdocs_hooks.py"])
    (root / "macros").unlink()
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    _with_stories(root / "macros")
    index = page('{{ entry_cards("stories") }}\n', title="All stories", description="What others lived through.")
    write(root, {"stories/the-garden": _STORY, "pages/stories/index.md": index})
    done = _run(root, "build")
    assert done.returncode == 0, done.stderr
    return root


def _said(root: Path, address: str) -> str:
    return (root / "site" / address / "index.html").read_text("utf-8")


def test_it_has_its_page_and_its_short_address(root: Path) -> None:
    story = _said(root, "stories/the-garden")
    assert _TOLD in story
    assert "What happened" in story
    assert "What they tried" in story
    assert "stories/the-garden/" in _said(root, "go/Y01")


def test_its_index_has_a_card_of_it(root: Path) -> None:
    index = _said(root, "stories")
    assert 'href="the-garden/"' in index
    assert "How one family read a letter aloud." in index


def test_what_it_names_links_back(root: Path) -> None:
    letter = _said(root, "techniques/kind-letter")
    assert "Stories of it" in letter
    assert 'href="../../stories/the-garden/"' in letter


def test_it_is_found_by_its_words(root: Path) -> None:
    assert records_in(root / "site")["stories/the-garden/"][1:3] == ["The garden", "Story"]


def test_programs_get_it_and_its_schema(root: Path) -> None:
    api = root / "site/api/v1"
    story = json.loads((api / "stories/the-garden.json").read_text("utf-8"))
    assert (story["told"], story["short_address"], story["tried"]) == (_TOLD, "go/Y01/", ["kind-letter"])
    whole = json.loads((api / "handbook.json").read_text("utf-8"))
    assert story in whole["entries"]
    schema = json.loads((api / "schema/stories.json").read_text("utf-8"))
    assert schema["properties"]["told"]["description"] == "What happened, in their own words."


def test_its_fields_have_a_page_which_is_listed_and_found(root: Path) -> None:
    fields = _said(root, "contributing/fields/stories")
    assert "<h1>Story: its fields</h1>" in fields
    assert "What happened, in their own words." in fields
    assert 'class="crumb"><a href="../">' in fields
    index = _said(root, "contributing/fields")
    assert '<div id="story"><dt><a href="stories/">Story</a></dt>' in index
    assert "What one family went through, as they say it." in index
    assert records_in(root / "site")["contributing/fields/stories/"][4].startswith(
        "What one family went through, as they say it."
    )


@pytest.mark.skipif(bool(pdf_unavailable_reason()), reason=pdf_unavailable_reason() or "Documents can be made here.")
def test_it_is_in_the_book(root: Path) -> None:
    book = squeezed("".join(texts(root / "site/print/handbook-us.pdf")))
    assert squeezed(_TOLD) in book
    assert squeezed("Y01 The garden") in book


def test_a_new_one_is_made_and_a_mistake_in_it_is_found(root: Path) -> None:
    path = root / "content/stories/second.yml"
    done = _run(root, "new", "stories", "second")
    assert done.returncode == 0, done.stderr
    text = path.read_text("utf-8")
    assert "\ncode: Y02\n" in text
    assert "# What happened, in their own words. (text; needed)" in text
    write(root, {"stories/second": {**_STORY, "code": "Y02", "told": "Call 202-555-0199.", "tried": ["kind-leter"]}})
    found = _run(root, "check").stderr.splitlines()
    path.unlink()
    told, tried = (message.partition(": ")[2] for message in found[:2])
    assert told.startswith("told: '202-555-0199' looks like a telephone number.")
    assert tried == "tried[0]: 'kind-leter' is not the name of a technique. Did you mean 'kind-letter'?"
