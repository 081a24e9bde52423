"""``handbook release``: what is new goes to the list of what is published."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.pass_obj
def release(root: Path) -> None:
    """Add new codes and pages to the list of what is published."""
    from macros.catalogue.published import FILE, PAGE
    from macros.catalogue.releasing import release as add_to_published
    from macros.cli.output import print_and_end
    from macros.project.loading import load_project
    from macros.reading.problem import counted

    opened = load_project(root)
    print_and_end(opened.errors)
    new = add_to_published(root, opened.handbook)
    if not new:
        click.echo(f"Nothing is new: {FILE} holds every code and every page.")
        return
    for file, names in new.items():
        codes = sum(code != PAGE for code in names.values())
        click.echo(f"Added {counted(codes, 'code')} and {counted(len(names) - codes, 'other page')} to {file}.")
    click.echo("They are never changed again. Commit the file with the release.")
