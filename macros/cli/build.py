"""``handbook build``: the site, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from macros.project.engines.choice import DEFAULT, ENGINES


@click.command()
@click.option("--require-pdf", is_flag=True, help="Fail on a computer on which no PDF can be made.")
@click.option(
    "--offline", type=click.Path(path_type=Path, dir_okay=False), help="Put it into a zip as well, to read from a disk."
)
@click.option("--engine", type=click.Choice(ENGINES), default=DEFAULT, show_default=True, help="What makes the pages.")
@click.pass_obj
def build(root: Path, require_pdf: bool, offline: Path | None, engine: str) -> None:
    """Build the site, whole or not at all."""
    from macros.cli.output import build_told, watched
    from macros.project.building import build as build_site
    from macros.project.offline import FOLDER, offline_zip

    with build_told():
        site = build_site(root, lambda line: click.echo(line, err=True), watched, require_pdf=require_pdf, engine=engine)
    click.echo(f"The handbook is in {site.relative_to(root)}/.")
    if offline:
        offline_zip(site, offline)
        click.echo(f"It is in {offline} too. Unpack it, then open {FOLDER}/index.html.")
