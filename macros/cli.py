"""The ``handbook`` command: argument parsing only."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from macros import building, packing
from macros.checks import helplines
from macros.checks.reading import ENOUGH_WORDS, table
from macros.export import schema_files
from macros.new_entry import NotMade, make_entry
from macros.opening import open_handbook
from macros.pages import page_records
from macros.print.papers import PAPERS
from macros.reading.problem import Problem, errors
from macros.review_document import NAME, review_document
from macros.schema.kinds import KINDS

ENTRY_KINDS = [kind.name for kind in KINDS if kind.form == "entry"]


@click.group()
@click.option(
    "--project", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".", help="The project's folder."
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Checks, previews and builds the handbook."""
    if not (project / "mkdocs.yml").is_file():
        raise click.UsageError(f"'{project}' is not the project: it has no mkdocs.yml. Change to its folder, or give --project.")
    context.obj = project.resolve()


@main.command()
@click.option("--reading", is_flag=True, help="Print how plain each text is.")
@click.option("--dates", is_flag=True, help="Also report what had to be checked again by today.")
@click.pass_obj
def check(root: Path, reading: bool, dates: bool) -> None:
    """Report all problems at once."""
    opened = open_handbook(root)
    problems = list(opened.problems)
    if dates:
        problems += helplines.overdue(opened.handbook, datetime.date.today())
    if reading:
        _print_reading(root)
    _print_and_end(problems)
    promised = f" {opened.handbook.carried} promised items are carried." if opened.handbook.of_kind("scope") else ""
    click.echo(f"No errors in {len(opened.handbook.items)} records.{promised}")


def _watch(steps: Iterable[None], count: int) -> Iterator[None]:
    """Shows on a terminal how the documents come along; silent in a pipe."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(steps, length=count, label="Printing", file=sys.stderr, hidden=hidden) as bar:
        yield from bar


@main.command()
@click.option("--require-pdf", is_flag=True, help="Fail on a computer on which no PDF can be made.")
@click.pass_obj
def build(root: Path, require_pdf: bool) -> None:
    """Build the site, whole or not at all."""
    try:
        site = building.build(root, lambda line: click.echo(line, err=True), _watch, require_pdf=require_pdf)
    except building.BuildFailed as failed:
        if failed.engine:
            click.echo(failed.engine, err=True)
        _print_and_end(failed.problems)
        raise SystemExit(1) from None
    click.echo(f"The handbook is in {site.relative_to(root)}/.")


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the preview is served.")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Show the handbook in a browser and follow every change."""
    raise SystemExit(building.serve(root, address, _watch))


@main.command()
@click.argument("kind", type=click.Choice(ENTRY_KINDS))
@click.argument("slug")
@click.pass_obj
def new(root: Path, kind: str, slug: str) -> None:
    """Write a commented file for a new entry."""
    try:
        path = make_entry(root, kind, slug, datetime.date.today())
    except NotMade as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"Made {path.relative_to(root)}. Fill it in, then run: handbook check")


@main.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option("--paper", type=click.Choice([paper.suffix for paper in PAPERS]), default="us", show_default=True, help="Its size.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), default="pack.pdf", show_default=True, help="The file."
)
@click.pass_obj
def pack(root: Path, codes: tuple[str, ...], paper: str, output: Path) -> None:
    """Make one PDF of entries, sheets and letters, in the order given."""
    opened = open_handbook(root)
    _print_and_end(list(opened.problems))
    try:
        pages = packing.pack_of(opened.handbook, opened.settings, codes, paper, output)
    except packing.NotPacked as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"Wrote {output}: {pages} pages.")


@main.group()
def export() -> None:
    """Write the handbook for other programs."""


@export.command("schema")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export_schema(folder: Path) -> None:
    """JSON Schema of every kind, for editors."""
    _write(folder, schema_files())


@export.command("pages")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export_pages(root: Path, folder: Path) -> None:
    """The generated pages as Markdown files, for an engine without hooks."""
    opened = open_handbook(root)
    _print_and_end(list(opened.problems))
    _write(folder, {record.uri: record.markdown for record in page_records(opened.handbook)})


@export.command("review")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.pass_obj
def export_review(root: Path, folder: Path) -> None:
    """The document that a reviewer fills in."""
    opened = open_handbook(root)
    _print_and_end(list(opened.problems))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_bytes(review_document(opened.handbook))
    click.echo(f"Wrote {folder / NAME}.")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    click.echo(f"Wrote {len(files)} files to {folder}.")


def _print_reading(root: Path) -> None:
    click.echo(f"{'record':44} {'for':10} {'words':>6} {'grade':>6} {'of':>3} {'mean':>6} {'of':>3}")
    for row in table(open_handbook(root).handbook):
        plain, limit = row.plainness, row.limit
        over = " !" if plain.words >= ENOUGH_WORDS and plain.grade > limit.grade else ""
        numbers = f"{plain.words:6} {plain.grade:6.1f} {limit.grade:3g} {plain.mean:6.1f} {limit.mean:3g}"
        click.echo(f"{row.item.id:44} {row.audience:10} {numbers}{over}")


def _print_and_end(problems: list[Problem]) -> None:
    """Prints all problems; ends with exit code 1 if one of them is an error."""
    for problem in sorted(problems):
        click.echo(str(problem), err=True)
    wrong = errors(problems)
    if wrong:
        files = len({problem.file for problem in wrong})
        click.echo(
            f"{len(wrong)} {'error' if len(wrong) == 1 else 'errors'} in {files} {'file' if files == 1 else 'files'}.", err=True
        )
        raise SystemExit(1)
