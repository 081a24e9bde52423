"""Makes the folder of a release, whole or not at all."""

from __future__ import annotations

import hashlib
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

from macros.catalogue.handbook import Handbook
from macros.catalogue.releasing import not_yet_published
from macros.project.bundle.archive import pack
from macros.project.bundle.bill_of_materials import Made, bill_of_materials
from macros.project.bundle.papers import CHANGELOG, licenses, section_of, what_changed
from macros.project.bundle.parts import LOCK, fonts, packages
from macros.project.offline import offline_zip

FOLDER, NEW = "release", ".release-new"
SUMS, LICENSES, CHANGES = "SHA256SUMS", "LICENSES.md", "WHAT-CHANGED.md"
SETTINGS = "pyproject.toml"


class BundleError(Exception):
    """The folder was not made, and an older one is as it was; the message says why."""


def made_of(root: Path, handbook: Handbook) -> Made:
    """What a release of the project in ``root`` is made of.

    Raises:
        BundleError: if something is missing without which it is no release.
    """
    if handbook.release is None:
        raise BundleError("A release needs a name and a day: write content/library/release.yml.")
    if missing := [name for name in (SETTINGS, LOCK, CHANGELOG) if not (root / name).is_file()]:
        raise BundleError(f"A release is made in a whole copy of the project, and this one lacks {' and '.join(missing)}.")
    if any(published.source for published, _ in not_yet_published(handbook)):
        raise BundleError("Some codes or pages are not in the list of what is published. Run: handbook release")
    project: dict[str, Any] = tomllib.loads((root / SETTINGS).read_text("utf-8"))["project"]
    version = str(project["version"])
    if not section_of((root / CHANGELOG).read_text("utf-8"), version):
        raise BundleError(f"{CHANGELOG} says nothing of version {version}. Say below '## {version}' what changed.")
    direct = tuple(re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", line)[0]).lower() for line in project["dependencies"])
    locked = packages((root / LOCK).read_text("utf-8"))
    return Made(handbook.release.name, handbook.release.date, version, direct, locked, fonts(root))


def bundle(root: Path, handbook: Handbook, site: Path, made: Made) -> Path:
    """Writes ``root/release`` anew from a built site.

    Args:
        root: the project.
        handbook: its handbook.
        site: the folder of its built site.
        made: what ``made_of`` has found.

    Returns:
        The folder. It holds the site and the handbook for a disk, the bill of materials, the licenses, what changed, and the
        SHA-256 of each of them.
    """
    new = root / NEW
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    name = f"alongside-{re.sub('[^A-Za-z0-9.]+', '-', made.release)}"
    try:
        pack(site, new / f"{name}-site.tar.gz")
        offline_zip(site, new / f"{name}-offline.zip")
        texts = {
            f"{name}.cdx.json": bill_of_materials(made),
            LICENSES: licenses(made),
            CHANGES: what_changed(handbook, made, (root / CHANGELOG).read_text("utf-8")),
        }
        for file, text in texts.items():
            (new / file).write_text(text, "utf-8", newline="\n")
        (new / SUMS).write_text("".join(map(_sum, sorted(new.iterdir()))), "utf-8", newline="\n")
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        new.rename(root / FOLDER)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return root / FOLDER


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n"
