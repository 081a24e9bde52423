"""``handbook bundle``: the files of a release, to hand out."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.pass_obj
def bundle(root: Path) -> None:
    """Build the site, and make the files of a release of it: release/."""
    from macros.cli.output import build_told, checked, watched
    from macros.project.building import build as build_site
    from macros.project.bundle.bundling import BundleError, made_of
    from macros.project.bundle.bundling import bundle as make_files

    opened = checked(root)
    try:
        made = made_of(root, opened.handbook)
    except BundleError as reason:
        raise click.ClickException(str(reason)) from None
    with build_told():
        site = build_site(root, lambda line: click.echo(line, err=True), watched, require_pdf=True)
    folder = make_files(root, opened.handbook, site, made)
    for path in sorted(folder.iterdir()):
        click.echo(f"{path.relative_to(root).as_posix()} ({path.stat().st_size:,} bytes)")
