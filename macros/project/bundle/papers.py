"""What people read beside a release: under which licenses its parts are, and what has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.catalogue.changes import ChangedEntry, changes
from macros.catalogue.handbook import Handbook
from macros.project.bundle.bill_of_materials import Made
from macros.project.bundle.parts import CODE, CONTENT, TYPEFACE

CHANGELOG = "CHANGELOG.md"


def licenses(made: Made) -> str:
    """The license of every part, as a page in Markdown."""
    lines = [
        "# Licenses",
        "",
        "| Part | License |",
        "|---|---|",
        f"| The text of the handbook, release {made.release} | {CONTENT} |",
        f"| The generator with its theme, version {made.version} | {CODE} |",
        f"| The typeface Atkinson Hyperlegible | {TYPEFACE} |",
        "",
        "The packages below build the handbook. Each license is given as the package itself states it.",
        "",
        "| Package | Version | License |",
        "|---|---|---|",
        *(f"| {package.name} | {package.version} | {package.license} |" for package in made.packages),
        "",
    ]
    return "\n".join(lines)


def section_of(changelog: str, version: str) -> str:
    """What a change log says of a version, without its heading; empty where it says nothing."""
    parts = re.split(r"^## +(\S+)[^\n]*\n", changelog, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(version, "").strip()


def what_changed(handbook: Handbook, made: Made, changelog: str) -> str:
    """What is new in the content since the release before, and in the generator in this version, as a page in Markdown."""
    lines = [f"# Alongside {made.release}", ""]
    since = next(iter(changes(handbook)), None)
    if since:
        lines += [f"## The handbook since {since.release.name}", "", *map(_entry, since.changed)]
        lines += [] if since.changed else ["Nothing that readers must know of has changed."]
    else:
        lines += ["## The handbook", "", "This is its first release."]
    return "\n".join([*lines, "", f"## The generator, version {made.version}", "", section_of(changelog, made.version), ""])


def _entry(changed: ChangedEntry) -> str:
    name = f"{changed.code} {changed.item.title}".strip()
    return "\n".join(_notes(name, changed.notes))


def _notes(name: str, notes: tuple[str, ...]) -> Iterator[str]:
    yield f"- {name}: {notes[0]}" if notes else f"- {name}: new"
    yield from (f"  - Before that: {note}" for note in notes[1:])
