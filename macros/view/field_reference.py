"""The field reference: every field of every kind with its help, for those who write entries."""

from __future__ import annotations

from macros.schema.field_help import FieldHelp, all_help
from macros.view.blocks import AnyBlock, Blocks, FieldList, FieldRow, Heading, Paragraph
from macros.view.context import View
from macros.view.inlines import words


def field_reference(view: View) -> Blocks:
    """The models of the schema, each with its fields."""
    blocks: list[AnyBlock] = []
    for model in all_help():
        rows = tuple(_row(view, field) for field in model.fields)
        blocks += [
            Heading(model.title, anchor=model.anchor, on="screen"),
            Paragraph(words(model.help), on="screen"),
            FieldList(rows, on="screen"),
        ]
    return tuple(blocks)


def _row(view: View, field: FieldHelp) -> FieldRow:
    takes = view.say("field-needed", takes=field.type) if field.required else field.type
    parts = tuple((part, part.replace("-", " ")) for part in field.parts)
    return FieldRow(field.name, takes, field.help, parts)
