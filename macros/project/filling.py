"""Puts a finished site into a folder that cannot be moved, such as a volume of Docker: file by file, each whole.

What can fail, such as a full disk, comes first, while the last site still stands. From then on files only change their names, and
what was begun is finished at the start of the next build.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

_COMING, _WHOLE, _LIST = ".site-coming", ".site-whole", "files.json"
# Disks have it at their root.
_STAYS = {"lost+found"}


def fill(new: Path, site: Path) -> None:
    """Replaces what is in ``site`` with what is in ``new``."""
    coming = site / _COMING
    names = sorted(path.relative_to(new).as_posix() for path in new.rglob("*") if path.is_file())
    try:
        shutil.rmtree(coming, ignore_errors=True)
        shutil.copytree(new, coming / "files")
        (coming / _LIST).write_text(json.dumps(names), "utf-8")
        coming.rename(site / _WHOLE)
    except BaseException:
        shutil.rmtree(coming, ignore_errors=True)
        raise
    finish_filling(site)


def finish_filling(site: Path) -> bool:
    """Ends what was begun; whether there was anything to end."""
    shutil.rmtree(site / _COMING, ignore_errors=True)
    try:
        names = _names((site / _WHOLE / _LIST).read_text("utf-8"))
    except (OSError, ValueError):  # there is none, or it is damaged: the build that follows fills the folder anew
        shutil.rmtree(site / _WHOLE, ignore_errors=True)
        return False
    # A page comes after the files that it needs, and the page with the address of the site last.
    for name in sorted(names, key=lambda name: (name.endswith(".html"), name == "index.html", name)):
        _put(site / _WHOLE / "files" / name, site / name, site)
    _remove_others(site, names)
    shutil.rmtree(site / _WHOLE)
    return True


def _names(said: str) -> list[str]:
    """The names in a list that was written down: of a folder that others can write to, none leads out of it.

    Raises:
        ValueError: if it is no such list.
    """
    names = json.loads(said)
    if not isinstance(names, list) or not all(isinstance(name, str) and _is_within(PurePosixPath(name)) for name in names):
        raise ValueError
    return names


def _is_within(path: PurePosixPath) -> bool:
    # Windows takes the other slash for one as well.
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\\" not in str(path)


def _put(file: Path, target: Path, site: Path) -> None:
    if not file.exists():  # it was moved before the last build was ended
        return
    for folder in reversed(target.relative_to(site).parents[:-1]):
        if (site / folder).is_symlink() or (site / folder).is_file():
            (site / folder).unlink()
        (site / folder).mkdir(exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    file.replace(target)


def _remove_others(site: Path, names: Iterable[str]) -> None:
    """Removes what the new site does not have."""
    kept = {PurePosixPath(name) for name in names}
    kept |= {folder for name in kept for folder in name.parents}
    for path in sorted(site.rglob("*"), reverse=True):
        place = PurePosixPath(path.relative_to(site).as_posix())
        if place in kept or place.parts[0] in {_WHOLE, *_STAYS}:
            continue
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink()
