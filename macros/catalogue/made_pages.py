"""All pages for which no record stands: whoever lists, links or searches pages finds them here."""

from __future__ import annotations

from typing import TypeAlias

from macros.catalogue.field_pages import FieldPage, field_pages
from macros.catalogue.handbook import Handbook
from macros.catalogue.practice_pages import PracticePage, practice_pages

MadePage: TypeAlias = FieldPage | PracticePage


def made_pages(handbook: Handbook) -> list[MadePage]:
    """The pages for professionals, in the order of their entries, then those with the fields of each kind."""
    return [*practice_pages(handbook), *field_pages(handbook)]
