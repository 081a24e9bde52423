"""The ``handbook`` command: argument parsing only.

In: what was typed. Out: calls of the project, and what is told on the terminal. One module for each command.
"""

from __future__ import annotations

import atexit
import gc
from pathlib import Path

import click

# Each command imports what it runs itself: who makes an entry or checks the handbook need not wait for what prints and builds it.
from macros.cli.build import build
from macros.cli.bundle import bundle
from macros.cli.check import check
from macros.cli.export import export
from macros.cli.new import new
from macros.cli.pack import pack
from macros.cli.refused import Told
from macros.cli.release import release
from macros.cli.serve import serve
from macros.project.publishing import put_back


@click.group(cls=Told)
@click.option("--project", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".", help="Another folder.")
@click.version_option(package_name="alongside-handbook", prog_name="handbook")
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Checks, previews and builds the handbook."""
    if not (project / "mkdocs.yml").is_file():
        raise click.UsageError(
            f"'{project.as_posix()}' is not the project: it has no mkdocs.yml. Change to its folder, or give --project."
        )
    # A command keeps nearly all it makes: looking for garbage was a tenth of its time, and at its end a sixth.
    gc.set_threshold(100_000, 50, 50)
    atexit.register(gc.freeze)
    context.obj = project.resolve()
    put_back(context.obj, lambda line: click.echo(line, err=True))


for _command in (check, build, serve, new, release, bundle, pack, export):
    main.add_command(_command)
