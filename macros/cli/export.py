"""``handbook export``: the handbook for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from macros.cli.output import checked


@click.group()
def export() -> None:
    """Write the handbook for other programs."""


@export.command("schema")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export_schema(folder: Path) -> None:
    """JSON Schema of every kind, for editors."""
    from macros.site.editor_schema import schema_files

    _write(folder, schema_files())


@export.command("pages")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export_pages(root: Path, folder: Path) -> None:
    """The generated pages as Markdown files, for an engine without hooks."""
    from macros.site.pages import page_records

    _write(folder, {record.uri: record.markdown for record in page_records(checked(root).view)})


@export.command("review")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export_review(root: Path, folder: Path) -> None:
    """The document that a reviewer fills in."""
    from macros.word.review import NAME, review_document

    opened = checked(root)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(review_document(opened.view))
    click.echo(f"Wrote {(folder / NAME).as_posix()}.")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    click.echo(f"Wrote {len(files)} files to {folder.as_posix()}.")
