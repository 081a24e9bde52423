"""What a user gets from a project with a layer: the site says what the layer says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.helpers import FIXTURES, project, run
from tests.searching import records_in

LAYER = "editions/our-practice"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the fixture handbook with the layer of the fixtures over it."""
    root = project(tmp_path_factory.mktemp("layered"))
    shutil.copytree(FIXTURES / "overlay", root / LAYER)
    config = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    config["extra"]["layers"] = [LAYER]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    done = run(root, "build")
    assert done.returncode == 0, done.stderr
    return root / "site"


def said(site: Path, page: str) -> str:
    """The text of a built page."""
    return (site / page / "index.html").read_text("utf-8")


def test_an_entry_says_what_the_layer_says_and_the_rest_as_it_was(site: Path) -> None:
    letter = said(site, "techniques/kind-letter")
    assert "A short letter in the words of our practice." in letter
    assert "We would like to sit down with you on Sunday." in letter
    assert "Do not send it by night." in letter
    assert "To say the most important things without blame." in letter
    assert "I still laugh about our trip in the rain." not in letter


def test_a_record_that_the_layer_adds_has_its_page_its_card_its_link_back_and_its_data(site: Path) -> None:
    assert "A short call on the same day of each week." in said(site, "techniques/sunday-call")
    assert "A short call on the same day of each week." in said(site, "techniques")
    assert 'href="../sunday-call/"' in said(site, "techniques/kind-letter")
    whole = json.loads((site / "api/v1/handbook.json").read_text("utf-8"))
    assert whole["release"]["name"] == "Our practice 2026.03"
    assert "techniques/sunday-call" in {entry["id"] for entry in whole["entries"]}
    assert (site / "go/Q51/index.html").is_file()


def test_a_line_and_a_place_that_the_layer_adds_are_where_all_others_are(site: Path) -> None:
    assert "Example Line Ireland" in said(site, "helplines")
    assert "01 679 4444" in said(site, "emergency")


def test_hand_written_pages_of_the_layer_are_pages_like_all_others(site: Path) -> None:
    about = said(site, "about")
    assert "We are a small practice." in about
    assert 'href="../techniques/sunday-call/"' in about
    assert "Nobody in it is real." not in about
    assert 'content="What this is, and who we are."' in about
    assert "We are on Main Street." in said(site, "our-practice")
    assert 'href="our-practice/"' in (site / "index.html").read_text("utf-8")
    assert records_in(site)["about/"][4] == "What this is, and who we are."
