"""Puts a finished site in place of the last one, whole at every moment, and mends what a build left that was ended."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from macros.project import exchange
from macros.project.build_failed import BuildFailed
from macros.project.filling import fill, finish_filling
from macros.project.one_build import one_build

SITE, NEW, OLD = "site", ".site-new", ".site-old"
_FRONT = "index.html"


def put_back(root: Path, say: Callable[[str], None]) -> None:
    """Gives the last good site its place back, where a build was ended between two renames and none is at work now."""
    if _is_away(root):
        with suppress(BuildFailed, OSError), one_build(root):
            _put_back(root, say)


def make_ready(root: Path, say: Callable[[str], None], *folders: str) -> None:
    """Sees that a site can be put in place before the work begins, and clears away what a build left that was ended.

    Args:
        root: the project.
        say: told what was mended, a line at a time.
        folders: what else the build keeps in ``root``.

    Raises:
        BuildFailed: if something stands where the site has its place; the message says what to do.
        OSError: if the disk refuses.
    """
    _put_back(root, say)
    _look_at_place(root / SITE)
    for name in (NEW, OLD, *folders):
        path = root / name
        if path.is_file() or (path.is_symlink() and not path.exists()):
            path.unlink()
            say(f"{name} was not a folder. It was removed, as the build needs a folder of this name.")
    for name in (NEW, OLD):
        clear(root / name)
    if (root / SITE).is_dir() and finish_filling(root / SITE):
        say(f"The last build was ended while it filled {SITE}/. What it had begun is finished now.")


def publish(root: Path, say: Callable[[str], None]) -> None:
    """Puts the site that was made in ``root/.site-new`` in its place. If that fails, the last one is where it was.

    Raises:
        OSError: if the disk refuses.
    """
    new, site, old = root / NEW, (root / SITE).resolve(), root / OLD
    _write_to_disk()
    try:
        _swap(new, site, old)
    except OSError:
        # The folder itself cannot be moved: it is a volume, lies on another disk, or a program on Windows has it open.
        if not site.is_dir():
            raise
        fill(new, site)
        say(f"The folder {SITE}/ itself cannot be replaced, so its files were, one after another.")
    clear(old)


def _swap(new: Path, site: Path, old: Path) -> None:
    """One step, where the system has it; else two renames. If the second fails, the first is undone."""
    if not site.exists():
        new.rename(site)
        return
    if exchange.exchange(new, site):
        return
    site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        old.rename(site)
        raise


def _write_to_disk() -> None:
    # Without it, a power cut soon after would leave a site of empty files where the last one was whole.
    if hasattr(os, "sync"):
        os.sync()


def _is_away(root: Path) -> bool:
    return (root / OLD / _FRONT).is_file() and not (root / SITE).exists()


def _put_back(root: Path, say: Callable[[str], None]) -> None:
    if _is_away(root):
        (root / OLD).rename((root / SITE).resolve())
        say(f"The last build was ended while it replaced {SITE}/. The site from before is back in its place.")


def _look_at_place(site: Path) -> None:
    if site.is_file():
        raise BuildFailed([], f"'{site.name}' is a file, and the site becomes a folder of this name. Move the file away.")
    if not site.is_symlink():
        return
    # What the link says, which may be nothing that can be resolved. Windows puts a mark before it.
    leads_to = site.readlink().as_posix().removeprefix("//?/")
    if not site.is_dir():
        raise BuildFailed([], f"'{site.name}' leads to '{leads_to}', which is no folder. Make that folder, or remove the link.")
    if any(site.iterdir()) and not (site / _FRONT).is_file():
        raise BuildFailed(
            [],
            f"'{site.name}' leads to '{leads_to}', which holds other files that would be lost. Lead it to an empty folder.",
        )


def clear(folder: Path) -> None:
    """Removes a folder, if it is there.

    Raises:
        OSError: with the name of the folder, if something in it cannot be removed, such as one on which a disk is mounted.
    """
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as refused:  # it names what it came to without the way to it
            raise OSError(refused.errno, refused.strerror, str(folder)) from None
