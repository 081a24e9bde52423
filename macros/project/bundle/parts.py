"""What a release was made with: the packages of the lock with their licenses, and what lies in the repository."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LOCK = "requirements.txt"
CODE, CONTENT, TYPEFACE = "MIT", "CC-BY-4.0", "OFL-1.1"
UNSAID = "not stated"
_LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<hashes>[^\n]*(?:\n[ \t]+--hash=[^\n]*)*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_REQUIRED = re.compile(r"[\w.-]+")
_FONTS = ("overrides/assets/fonts/*.woff2", "macros/paper/fonts/*.ttf")


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the lock.

    Attributes:
        name: as the lock has it.
        version: the one that is allowed.
        hashes: SHA-256 of each file that may be installed.
        license: as the package itself states it.
        needs: names of the packages of the lock that it asks for.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    license: str
    needs: tuple[str, ...]


def packages(lock: str) -> tuple[Package, ...]:
    """Every package that a lock names, in its order."""
    found = list(_LOCKED.finditer(lock))
    names = {match["name"] for match in found}
    return tuple(
        Package(
            match["name"],
            match["version"],
            tuple(_HASH.findall(match["hashes"])),
            stated_license(match["name"]),
            tuple(sorted(names & set(needed_by(match["name"])))),
        )
        for match in found
    )


def stated_license(name: str) -> str:
    """The license of a package in its own words: an expression, else its line of text with what its classifiers say."""
    try:
        said = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return UNSAID
    classified = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License :: ")]
    line = " ".join(said.get_all("License") or ()).strip()
    # Some packages write the whole text there, and some that they do not know.
    line = "" if "\n" in line or line.upper() == "UNKNOWN" else line
    expression = " ".join(said.get_all("License-Expression") or ())
    return expression or "; ".join(dict.fromkeys(filter(None, (line, *classified)))) or UNSAID


def needed_by(name: str) -> Iterator[str]:
    """Names of the packages that a package asks for, written as in a lock."""
    try:
        asked = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return
    for requirement in asked:
        if "extra ==" not in requirement and (found := _REQUIRED.match(requirement)):
            yield re.sub(r"[-_.]+", "-", found[0]).lower()


def fonts(root: Path) -> dict[str, str]:
    """SHA-256 of each file of the typeface in the repository, by its path."""
    files = sorted(path for pattern in _FONTS for path in root.glob(pattern))
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
