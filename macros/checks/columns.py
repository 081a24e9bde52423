"""The columns of tables in which entries are side by side."""

from __future__ import annotations

from macros.reading.problem import did_you_mean, one_of
from macros.schema.kinds import Kind
from macros.view.comparison import columns_of


def column_message(kind: Kind, name: str) -> str:
    """What is wrong with a field of a kind as a column; empty if nothing is."""
    columns = columns_of(kind)
    if name in columns:
        return ""
    if name in kind.model.model_fields:
        return f"'{name}' cannot be a column. Here {one_of(columns)} can be named."
    return f"'{name}' is not a field of a {kind.one}.{did_you_mean(name, columns)}"
