"""``handbook check``: all problems at once."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from macros.project.loading import LoadedProject


@click.command()
@click.option("--reading", is_flag=True, help="Print how plain each text is.")
@click.option("--dates", is_flag=True, help="Also report what had to be checked again by today.")
@click.option("--helplines", "matrix", is_flag=True, help="Print which topic has a line in which place.")
@click.option("--engines", is_flag=True, help="Build with each engine, and report where the sites differ.")
@click.pass_obj
def check(root: Path, reading: bool, dates: bool, matrix: bool, engines: bool) -> None:
    """Report all problems at once."""
    from macros.checks import helplines
    from macros.cli.output import print_and_end
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
    if engines:
        _compare(opened)
    covered, promised = opened.handbook.scope_coverage
    carried = f" {covered} of {promised} promised items are covered." if promised else ""
    click.echo(f"No errors in {len(opened.handbook.items)} records.{carried}")


def _compare(opened: LoadedProject) -> None:
    from macros.cli.output import build_told
    from macros.project.engine_comparison import compare_engines
    from macros.reading.problem import counted

    with build_told():
        compared = compare_engines(opened)
    for difference in compared.unlisted:
        click.echo(str(difference), err=True)
    told = f"{counted(compared.pages, 'page')} compared, {counted(len(compared.known), 'known difference')}"
    click.echo(f"{told}, {counted(len(compared.unlisted), 'difference')} that nobody has listed.")
    if compared.unlisted:
        raise SystemExit(1)
