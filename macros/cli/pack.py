"""``handbook pack``: one PDF of entries, sheets and letters."""

from __future__ import annotations

from pathlib import Path

import click

from macros.cli.output import checked
from macros.paper.sizes import PAPERS


@click.command()
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option("--paper", type=click.Choice([paper.suffix for paper in PAPERS]), default="us", show_default=True, help="Its size.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), default="pack.pdf", show_default=True)
@click.pass_obj
def pack(root: Path, codes: tuple[str, ...], paper: str, output: Path) -> None:
    """Make one PDF of entries, sheets and letters, in the order given."""
    from macros.project.packing import PackError, pack_of

    try:
        pages = pack_of(checked(root).view, codes, paper, output)
    except PackError as reason:
        raise click.ClickException(str(reason)) from None
    click.echo(f"Wrote {output.as_posix()}: {pages} pages.")
