"""A drawing: what it is called, and what it says to those who cannot see it. Its lines are a file of their own."""

from __future__ import annotations

from macros.schema.values import FamilyText, Label, Record


class Drawing(Record):
    """A drawing of content/drawings, which has the same name and ends in .svg."""

    title: Label
    """What stands under it, in a few words."""
    says: FamilyText
    """The same as the drawing in words, for those who hear the page. Nothing is in one and not in the other."""
    unchecked: bool = False
    """Whether it shows first aid and nobody who teaches first aid has checked it yet. The page then says so under it."""
