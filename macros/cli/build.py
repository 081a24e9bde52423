"""``handbook build``: the site, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from macros.project.engines.choice import DEFAULT, ENGINES
from macros.reading.problem import Problem

_INTERRUPTED = 130
"""The exit code that a shell knows."""
_NO_ADDRESS = (
    "'site_url' is not set, so paper has no QR codes, and the page for a missing address works only where "
    "the handbook is at the root of its host. Set it before you publish: PUBLISHING.md says how."
)


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
    from macros.project.ending import ended_by
    from macros.project.loading import load_project
    from macros.project.offline import FOLDER, offline_zip

    try:
        with ended_by("SIGTERM", "SIGHUP"), build_told():
            site = build_site(root, lambda line: click.echo(line, err=True), watched, require_pdf=require_pdf, engine=engine)
    except KeyboardInterrupt:
        click.echo("The build was ended. The site that was there before is as it was.", err=True)
        raise SystemExit(_INTERRUPTED) from None
    click.echo(f"The handbook is in {site.relative_to(root).as_posix()}/.")
    if not load_project(root).settings.site_url:
        click.echo(str(Problem("mkdocs.yml", 1, "", _NO_ADDRESS, "note")), err=True)
    if offline:
        offline_zip(site, offline)
        click.echo(f"It is in {offline.as_posix()} too. Unpack it, then open {FOLDER}/index.html.")
