"""The generator is under the MIT license, so nothing that it needs may ask for more than that."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from email.message import Message
from importlib.metadata import PackageMetadata, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.helpers import ROOT


def _needed(requirements: Iterable[str]) -> Iterator[PackageMetadata]:
    """What is known of every package that the requirements bring with them on this computer."""
    waiting, seen = [Requirement(line) for line in requirements], set[str]()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name not in seen and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            seen.add(name)
            found = distribution(name)
            waiting += map(Requirement, found.requires or ())
            yield found.metadata


def _strict(metadata: PackageMetadata | Message) -> list[str]:
    said = [line for key in ("License", "License-Expression", "Classifier") for line in metadata.get_all(key) or ()]
    return [line for line in said if "GPL" in line or "General Public License" in line]


def test_no_package_that_the_generator_needs_is_under_the_gpl() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = list(_needed(project["dependencies"]))
    assert {"Jinja2", "pydantic_core", "phonenumbers"} <= {metadata["Name"] for metadata in needed}
    assert [metadata["Name"] for metadata in needed if _strict(metadata)] == []


@pytest.mark.parametrize(
    ("field", "value", "strict"),
    [
        ("License", "GPL-3.0-or-later", True),
        ("License-Expression", "MIT AND LGPL-2.1-only", True),
        ("Classifier", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)", True),
        ("License-Expression", "MPL-2.0", False),
        ("Summary", "Reads GPL texts", False),
    ],
)
def test_a_license_that_asks_for_more_is_known_by_its_name(field: str, value: str, strict: object) -> None:
    metadata = Message()
    metadata[field] = value
    assert bool(_strict(metadata)) is strict
