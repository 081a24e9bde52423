"""``handbook new``: a commented file for a new entry or page, or a commented place in a list."""

from __future__ import annotations

import datetime
from pathlib import Path

import click


@click.command()
@click.argument("kind")
@click.argument("slug", metavar="NAME")
@click.pass_obj
def new(root: Path, kind: str, slug: str) -> None:
    """Write a commented place for a new record, such as: handbook new technique my-technique.

    KIND is what you add: technique, worksheet, page, source, helpline, glossary ... NAME becomes its address.
    """
    from macros.project.kind_names import UnknownKind, kind_called
    from macros.project.new_entry import NewEntryError, make_entry

    try:
        wanted = kind_called(kind)
    except UnknownKind as reason:
        raise click.UsageError(str(reason)) from None
    try:
        path = make_entry(root, wanted.name, slug, datetime.date.today())
    except NewEntryError as reason:
        raise click.ClickException(str(reason)) from None
    file = path.relative_to(root).as_posix()
    if wanted.form == "list":
        click.echo(f"Added '{slug}' at the end of {file}. Fill it in, then run: handbook check")
    else:
        click.echo(f"Made {file}. Fill it in, then run: handbook check")
