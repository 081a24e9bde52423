"""Builders and comparisons that many tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from pydantic import BaseModel

from macros.catalogue.handbook import Handbook
from macros.catalogue.load import load
from macros.print.typeset.store import FOLDER
from macros.reading.problem import Problem
from macros.site.html_renderer import HtmlRenderer
from macros.view.blocks import Blocks
from macros.view.context import View

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
TINY = FIXTURES / "handbook"

Fields: TypeAlias = dict[str, Any]
Files: TypeAlias = Mapping[str, Fields | str | bytes]
"""What stands in ``content``, by path. Fields are written as YAML, texts and bytes as they are."""

_COMMON: Fields = {"title": "A title", "summary": "A summary.", "for_families": "Plain words.", "checked": "2026-01-01"}
_OWN: dict[str, Fields] = {
    "types": {"code": "T01", "goal": "A goal.", "fits": ["It fits."], "fits_not": ["It does not."], "follows": "Rest."},
    "models": {
        "code": "M01",
        "openness": "invited",
        "principles": [{"name": "An idea", "text": "It helps."}],
        "people": "Two.",
        "time": "An hour.",
        "cost": "Nothing.",
        "meeting": "No.",
        "leader": "No.",
        "after_no": "You rest.",
        "suits": ["It suits."],
        "suits_not": ["It does not."],
    },
    "roles": {"code": "R01", "duties": [{"stage": "plan", "tasks": ["Wait."]}]},
    "techniques": {"code": "Q01", "purpose": "A purpose.", "stages": ["plan"]},
    "coping": {"code": "C01", "good_for": ["Rest."], "five_minutes": "Sit down.", "more_help": ["Ask."]},
    "situations": {"code": "S01", "now": "Wait.", "leads_to": ["coping/rest"], "door": {"group": "talk", "place": "1"}},
    "cases": {
        "code": "K01",
        "differs": ["It differs."],
        "first": ["Ask first."],
        "not_when": ["No meeting."],
        "who": ["A doctor."],
        "law": ["A rule."],
        "record": ["A date."],
    },
    "worksheets": {
        "code": "W01",
        "filled_by": "You.",
        "stages": ["plan"],
        "minutes": "10",
        "most_pages": "1",
        "belongs_to": ["coping/rest"],
        "sections": [{"title": "A part", "fields": [{"kind": "short", "label": "A line"}]}],
    },
    "letters": {
        "code": "L01",
        "filled_by": "You.",
        "stages": ["plan"],
        "minutes": "10",
        "most_pages": "3",
        "belongs_to": ["coping/rest"],
        "prompts": [{"asks": "What I saw"}],
        "before_use": ["I have looked."],
        "not_when": ["I am afraid."],
        "short": "true",
        "example": "Dear Kim, I thought of our long walk on Sunday. Sam",
        "placeholders": [{"name": "name", "says": "their name"}],
        "body": "Dear {name},",
    },
    "packs": {"code": "P01", "belongs_to": ["coping/rest"], "contents": ["coping/rest", "coping/walk"]},
}
_LINE: Fields = {
    "name": "Example Line",
    "places": ["us"],
    "topics": ["families"],
    "for_whom": "Anyone.",
    "source": "https://example.org/",
    "confirmed": "C",
    "how": "made up",
    "last_verified": "2026-01-01",
    "verify_by": "2026-07-01",
}
PLACES: Fields = {
    "us": {"name": "US", "short": "US", "country": "US", "on_every_page": "true"},
    "canada": {"name": "Canada", "short": "Canada", "country": "CA", "on_every_page": "true"},
    "uk": {"name": "United Kingdom", "short": "UK", "parts": ["england", "scotland"]},
    "england": {"name": "England", "short": "England", "country": "GB", "on_every_page": "true"},
    "scotland": {"name": "Scotland", "short": "Scotland", "country": "GB", "on_every_page": "true"},
    "india": {"name": "India", "short": "India", "country": "IN"},
}
"""Places for the tests of helplines: a whole of two parts, and one that is not on every page."""
TOPICS: Fields = {slug: {"title": slug.capitalize(), "in_short": slug} for slug in ("emergency", "violence", "families")}
"""Topics, none of them needed."""
_SOURCE: Fields = {
    "authors": "Doe JA",
    "year": "2001",
    "title": "A study",
    "where": "Journal of Examples",
    "doi": "10.5555/example",
    "study": "survey",
    "shows": "Something.",
    "limits": "It is small.",
    "confirmed": "C",
    "how": "made up",
}


def _changed(fields: Fields, changes: Mapping[str, object]) -> Fields:
    return {name: deepcopy(value) for name, value in {**fields, **changes}.items() if value is not None}


def entry(kind: str = "techniques", **changes: object) -> Fields:
    """The smallest entry of a kind that the schema accepts, with changes; a field set to ``None`` is left out."""
    return _changed({**_COMMON, **_OWN[kind]}, changes)


def helpline(**changes: object) -> Fields:
    """A helpline that can be called, with changes."""
    return _changed({**_LINE, "call": "202-555-0101"}, changes)


def procedure(**changes: object) -> Fields:
    """The smallest procedure of first aid, with changes."""
    finding = {"outcome": "rest", "says": "It comes from practice.", "grade": "D"}
    fields: Fields = {
        "title": "A sprain",
        "summary": "For a foot that hurts.",
        "signs": ["It hurts."],
        "call": "Call a doctor.",
        "steps": [{"title": "Rest it", "text": "Put the foot on a chair."}],
        "stop": "Stop when it is better.",
        "short": ["Call.", "Put the foot on a chair."],
        "own_words": ["foot on a chair"],
        "evidence": [finding],
        "checked": "2026-01-01",
    }
    return _changed(fields, changes)


def gate(**changes: object) -> Fields:
    """A safety check, with changes."""
    return _changed({"title": "A danger", "text": "Wait.", "in_short": "Wait first."}, changes)


def source(**changes: object) -> Fields:
    """A source, with changes."""
    return _changed(_SOURCE, changes)


def page(body: str, **head: object) -> str:
    """The text of a hand-written page."""
    fields = {"title": "A page", "description": "A page of the tests.", **head}
    return f"---\n{yaml.safe_dump(fields, sort_keys=False)}---\n{body}"


SMALL: Files = {
    "library/stages": {"plan": {"label": "Plan", "means": "You plan."}},
    "library/grades": {
        "B": {"label": "Tested", "means": "Once.", "needs_source": "true"},
        "D": {"label": "Advice", "means": "Untested.", "needs_source": "false"},
    },
    "library/sources": {"doe": source()},
    "library/glossary": {"relapse": {"term": "relapse", "means": "A return."}},
    "library/places": PLACES,
    "library/topics": TOPICS,
    "library/helplines": {"line": helpline()},
    "models/circle": entry("models", title="Circle"),
    "techniques/letter": entry(code="Q09", title="Letter"),
    "techniques/old": entry(code="Q08", retired={"into": "techniques/letter", "on": "2026-01-01"}),
    "pages/about.md": page("Hello."),
}
"""A little of everything that an entry can name."""


def write(root: Path, files: Files) -> Path:
    """Writes files below ``root/content``. A name without an ending is a YAML file."""
    for name, text in files.items():
        path = root / "content" / (name if "." in name else f"{name}.yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text if isinstance(text, str) else _as_yaml(text), "utf-8")
    return root


def _as_yaml(fields: Fields) -> str:
    return yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=1000)


def handbook(root: Path, files: Files) -> Handbook:
    """A handbook of a few files, each of which must be readable."""
    content = load(write(root, files))
    assert not content.problems, messages(content.problems)
    return Handbook(content.items, content.published, content.pictures, content.absent, content.page_files)


def shown(view: View, blocks: Blocks, page: str = "") -> str:
    """What the site shows of blocks on the page at an address."""
    return HtmlRenderer(view, page).page_of(blocks)


def parts_of(value: object) -> Iterator[object]:
    """A value and everything that it is made of: each block, each line, each word, however deep."""
    yield value
    if is_dataclass(value):
        inner = [getattr(value, field.name) for field in fields(value)]
    else:
        inner = list(value) if isinstance(value, tuple | list | BaseModel) else []
    for part in inner:
        yield from parts_of(part)


def messages(problems: Iterable[Problem]) -> list[str]:
    """Problems as they are printed."""
    return [str(problem) for problem in problems]


def told(problems: Iterable[Problem]) -> list[str]:
    """Problems without their files and lines."""
    return [message.partition(": ")[2] for message in messages(problems)]


def project(folder: Path, content: Path = TINY / "content", *, documents: bool = True, **settings: object) -> Path:
    """A complete project that can be built: a copy of ``content``, with the repository's own theme and engine settings.

    The documents that were made of the real content already come with it, unless they are not wanted.
    """
    shutil.copytree(content, folder / "content", dirs_exist_ok=True)
    if documents and content == ROOT / "content" and (ROOT / FOLDER).is_dir():
        # Documents that were made already need not be made again; one that has changed is.
        shutil.copytree(ROOT / FOLDER, folder / FOLDER)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["custom_dir"] = str(ROOT / config["theme"]["custom_dir"])
    config["hooks"] = [str(ROOT / hook) for hook in config["hooks"]]
    config["watch"] = ["content"]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({**config, **settings}, sort_keys=False), "utf-8")
    # The macros plugin imports its module from the project's folder alone.
    (folder / "macros").symlink_to(ROOT / "macros", target_is_directory=True)
    return folder


def run(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """What a user runs: the ``handbook`` command in a project's folder."""
    command = [sys.executable, "-c", "from macros.start import main; main()", *args]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=dict(os.environ))
