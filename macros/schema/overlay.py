"""What a layer may do with what the handbook below it says. A rule is written once: on a kind, or in the type of a field."""

from __future__ import annotations

from enum import Enum
from typing import get_origin

from pydantic.fields import FieldInfo

from macros.schema.annotations import Text, marks_of


class Overlay(Enum):
    """What a layer may do with a kind of record, or with a field of a record that is there already.

    Attributes:
        OPEN: it may change the field; it may change records of the kind and add others.
        ADDS: it may add to the list and takes nothing away; it may add records of the kind and changes none.
        CLOSED: it cannot change the field; it has no records of the kind.
    """

    OPEN = "open"
    ADDS = "adds"
    CLOSED = "closed"


def overlay_of(field: FieldInfo) -> Overlay:
    """The rule for a field. Without a mark, what is written for safety stays: no line is lost, and no text is replaced."""
    for mark in field.metadata:
        if isinstance(mark, Overlay):
            return mark
    if any(isinstance(mark, Text) and mark.audience == "safety" for mark in marks_of(field)):
        return Overlay.ADDS if get_origin(field.annotation) is tuple else Overlay.CLOSED
    return Overlay.OPEN
