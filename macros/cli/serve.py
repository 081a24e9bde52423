"""``handbook serve``: the handbook in a browser, followed while it is written."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--address",
    default="127.0.0.1:8000",
    show_default=True,
    help="Where it is served, or at the next free port.",
)
@click.option("--open", "open_it", is_flag=True, help="Open it in a browser.")
@click.pass_obj
def serve(root: Path, address: str, open_it: bool) -> None:
    """Show the handbook in a browser and follow every change."""
    from macros.cli.output import build_told
    from macros.project.preview.serving import serve as serve_preview

    with build_told():
        serve_preview(root, address, click.echo, click.launch if open_it else None)
