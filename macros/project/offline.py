"""Makes one file of a built site, for reading from a disk: a folder in a zip, whose links name the files that they lead to."""

from __future__ import annotations

import re
import zipfile
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.reading.whole_file import draft_of
from macros.site.host_files import FOR_HOSTS

FOLDER = "alongside"
"""The folder in the zip. Its name is seen among other files, so it says nothing about what is in it."""
# What ends a link on a page, and on one that only leads on.
_LINK = re.compile(r'(?P<before>\bhref="|\bcontent="0; url=)(?P<to>[^"]*)')
# A font that is asked for ahead must come from a host; without it, the style sheet asks for it as well.
_PRELOAD = re.compile(r"<link rel=\"preload\"[^>]*>\n?")
# A zip knows no time before; with the time of the build in it, the same site would give other bytes each time.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def offline_zip(site: Path, target: Path) -> None:
    """Writes a built site to a zip. The same site gives the same bytes.

    Args:
        site: the folder of the site.
        target: the zip; it takes the place of an older one once it is whole.
    """
    with draft_of(target) as draft, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, path in _files(site):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", _DATE)
            # Who may read a file, and on which system it was packed, are the same wherever it is packed.
            entry.create_system, entry.external_attr = _UNIX, 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, _for_a_disk(path, site) if path.suffix == ".html" else path.read_bytes())


def _files(site: Path) -> list[tuple[str, Path]]:
    """All that a reader needs, by name: in the order of the letters, which is the same on every system."""
    found = ((path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file())
    return sorted((name, path) for name, path in found if name not in FOR_HOSTS)


def _for_a_disk(page: Path, site: Path) -> str:
    text = _PRELOAD.sub("", page.read_text("utf-8"))
    return _LINK.sub(lambda link: f"{link['before']}{escape(_file_of(unescape(link['to']), page, site))}", text)


def _file_of(to: str, page: Path, site: Path) -> str:
    """A link with the name of the file at its end, where it leads to a folder of the site; any other link as it is."""
    parts = urlsplit(to)
    if parts.scheme or parts.netloc or not parts.path:
        return to
    folder = (page.parent / unquote(parts.path)).resolve()
    if not folder.is_relative_to(site.resolve()) or not (folder / "index.html").is_file():
        return to
    return parts._replace(path=f"{parts.path.rstrip('/')}/index.html").geturl()
