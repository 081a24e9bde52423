"""What belongs to whoever publishes a copy: its address, the name on its sheets, and the way out of every page."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from macros.paper.typeface import supported_characters
from macros.schema.values import AWAY_PATTERN, FOLDER_PATTERN, SITE_PATTERN, Record, Words, with_host

# An address that is copied from a browser often ends with the name of a file. 'v1.2' is a folder.
_FILE_NAME = re.compile(r"^https?://[^/]+/(?:.*/)?(?P<name>[^/]*(?:\.[A-Za-z][A-Za-z0-9]{0,4}|\.html?/))$")
# Browsers take such steps out of an address, a printed one keeps them.
_NO_FOLDER = re.compile(r"^https?://[^/]+(?:/.*)?/(?:/|\.{1,2}(?:/|$))")


def _printable(words: str) -> str:
    if missing := next((character for character in words if character not in supported_characters()), None):
        raise PydanticCustomError("not_printable", "not printable", {"character": missing})
    return words


def _folder(address: str) -> str:
    if _NO_FOLDER.match(address):
        raise PydanticCustomError("no_plain_path", "no plain path")
    if found := _FILE_NAME.match(address):
        raise PydanticCustomError("not_a_folder", "not a folder", {"folder": address[: found.start("name")]})
    return address if address.endswith("/") else f"{address}/"


PrintableText: TypeAlias = Annotated[Words, AfterValidator(_printable)]
SiteAddress: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=SITE_PATTERN),
    AfterValidator(with_host),
    AfterValidator(_printable),
    AfterValidator(_folder),
]
AwayAddress: TypeAlias = Annotated[str, StringConstraints(pattern=AWAY_PATTERN), AfterValidator(with_host)]


LayerFolder: TypeAlias = Annotated[str, StringConstraints(pattern=FOLDER_PATTERN, max_length=120)]


class Publisher(Record):
    """Who hands out the sheets: a practice, a service, a group."""

    name: PrintableText
    """Its name, as it stands at the head of every sheet."""
    contact: PrintableText | None = None
    """How it is reached: a telephone number, an address. Left out where it should not be printed."""


class Settings(Record):
    """What the pages and the paper of a copy need to know."""

    site_url: SiteAddress | None = None
    """Where this copy is published. While it is not set, paper bears a short address and no QR code."""
    publisher: Publisher | None = None
    """Who hands out the sheets."""
    layers: tuple[LayerFolder, ...] = ()
    """Folders whose content changes the handbook and adds to it, in their order."""


class Extra(Record):
    """What stands below ``extra``. All of it is ours, so a slip in a name is no name."""

    leave_to: AwayAddress
    """Where "Leave this page" leads: a page elsewhere that shows nothing about the reader."""
    publisher: Publisher | None = None
    """Who hands out the sheets."""
    generator: bool = False
    """Whether the theme names itself at the foot of each page."""
    layers: tuple[LayerFolder, ...] = ()
    """Folders inside the project, each with a ``content`` of its own that changes the handbook and adds to it."""


class EngineFile(Record):
    """The part of the engine's file that is ours."""

    site_url: SiteAddress | None = None
    """Where this copy is published."""
    extra: Extra
    """What the engine leaves to us."""
