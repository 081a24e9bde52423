"""The ``handbook`` command: argument parsing only."""

from __future__ import annotations

import atexit
import datetime
import gc
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

# Each command imports what it runs itself: who makes an entry or checks the handbook need not wait for what prints and builds it.
from macros.paper.sizes import PAPERS
from macros.schema.kinds import ENTRY_KINDS

if TYPE_CHECKING:
    from macros.project.loading import LoadedProject


@click.group()
@click.option("--project", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".", help="Another folder.")
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Checks, previews and builds the handbook."""
    if not (project / "mkdocs.yml").is_file():
        raise click.UsageError(f"'{project}' is not the project: it has no mkdocs.yml. Change to its folder, or give --project.")
    # A command keeps nearly all it makes: looking for garbage was a tenth of its time, and at its end a sixth.
    gc.set_threshold(100_000, 50, 50)
    atexit.register(gc.freeze)
    context.obj = project.resolve()


@main.command()
@click.option("--reading", is_flag=True, help="Print how plain each text is.")
@click.option("--dates", is_flag=True, help="Also report what had to be checked again by today.")
@click.option("--helplines", "matrix", is_flag=True, help="Print which topic has a line in which place.")
@click.pass_obj
def check(root: Path, reading: bool, dates: bool, matrix: bool) -> None:
    """Report all problems at once."""
    from macros.checks import helplines
    from macros.project.command_output import print_and_end
    from macros.project.helpline_matrix import helpline_matrix
    from macros.project.loading import load_project
    from macros.project.reading_report import reading_report

    opened = load_project(root)
    if matrix:
        click.echo("\n".join(helpline_matrix(opened.handbook)))
    problems = list(opened.problems)
    if dates:
        problems += helplines.overdue(opened.handbook, datetime.date.today())
    if reading:
        click.echo("\n".join(reading_report(opened.handbook)))
    print_and_end(problems)
    covered, promised = opened.handbook.scope_coverage
    carried = f" {covered} of {promised} promised items are covered." if promised else ""
    click.echo(f"No errors in {len(opened.handbook.items)} records.{carried}")


@main.command()
@click.option("--require-pdf", is_flag=True, help="Fail on a computer on which no PDF can be made.")
@click.option(
    "--offline", type=click.Path(path_type=Path, dir_okay=False), help="Put it into a zip as well, to read from a disk."
)
@click.pass_obj
def build(root: Path, require_pdf: bool, offline: Path | None) -> None:
    """Build the site, whole or not at all."""
    from macros.project.building import build as build_site
    from macros.project.command_output import build_told, watched
    from macros.project.offline import FOLDER, offline_zip

    with build_told():
        site = build_site(root, lambda line: click.echo(line, err=True), watched, require_pdf=require_pdf)
    click.echo(f"The handbook is in {site.relative_to(root)}/.")
    if offline:
        offline_zip(site, offline)
        click.echo(f"It is in {offline} too. Unpack it, then open {FOLDER}/index.html.")


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the preview is served.")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Show the handbook in a browser and follow every change."""
    from macros.project.command_output import build_told
    from macros.project.preview.serving import serve as serve_preview

    with build_told():
        serve_preview(root, address, click.echo)


@main.command()
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


@main.command()
@click.pass_obj
def release(root: Path) -> None:
    """Add new codes and pages to the list of what is published."""
    from macros.catalogue.published import FILE, PAGE
    from macros.catalogue.releasing import release as add_to_published
    from macros.project.command_output import counted, print_and_end
    from macros.project.loading import load_project

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


@main.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option("--paper", type=click.Choice([paper.suffix for paper in PAPERS]), default="us", show_default=True, help="Its size.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), default="pack.pdf", show_default=True)
@click.pass_obj
def pack(root: Path, codes: tuple[str, ...], paper: str, output: Path) -> None:
    """Make one PDF of entries, sheets and letters, in the order given."""
    from macros.project.packing import PackError, pack_of

    try:
        pages = pack_of(_checked(root).view, codes, paper, output)
    except PackError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"Wrote {output}: {pages} pages.")


@main.group()
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

    _write(folder, {record.uri: record.markdown for record in page_records(_checked(root).view)})


@export.command("review")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export_review(root: Path, folder: Path) -> None:
    """The document that a reviewer fills in."""
    from macros.word.review import NAME, review_document

    opened = _checked(root)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(review_document(opened.view))
    click.echo(f"Wrote {folder / NAME}.")


def _checked(root: Path) -> LoadedProject:
    """The handbook, if nothing is wrong with it."""
    from macros.project.command_output import print_and_end
    from macros.project.loading import load_project

    opened = load_project(root)
    print_and_end(opened.problems)
    return opened


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    click.echo(f"Wrote {len(files)} files to {folder}.")
