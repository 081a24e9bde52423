"""``handbook new``: a commented file for a new entry."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from macros.schema.kinds import ENTRY_KINDS


@click.command()
@click.argument("kind", type=click.Choice(ENTRY_KINDS))
@click.argument("slug")
@click.pass_obj
def new(root: Path, kind: str, slug: str) -> None:
    """Write a commented file for a new entry."""
    from macros.project.new_entry import NewEntryError, make_entry

    try:
        path = make_entry(root, kind, slug, datetime.date.today())
    except NewEntryError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"Made {path.relative_to(root)}. Fill it in, then run: handbook check")
