"""How the ``handbook`` command tells how far it is, what is wrong, and ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.project.build_failed import BuildFailed
from macros.reading.problem import Problem, counted, errors

if TYPE_CHECKING:
    from macros.project.loading import LoadedProject


def print_and_end(problems: Iterable[Problem]) -> None:
    """Prints all problems; ends with exit code 1 if one of them is an error."""
    found = sorted(problems)
    for problem in found:
        click.echo(str(problem), err=True)
    if wrong := errors(found):
        files = len({problem.file for problem in wrong})
        click.echo(f"{counted(len(wrong), 'error')} in {counted(files, 'file')}.", err=True)
        raise SystemExit(1)


@contextmanager
def build_told() -> Iterator[None]:
    """Prints why nothing could be built, and ends."""
    try:
        yield
    except BuildFailed as failed:
        if failed.engine:
            click.echo(failed.engine, err=True)
        print_and_end(failed.problems)
        raise SystemExit(1) from None


def watched(steps: Iterable[None], count: int) -> Iterator[None]:
    """Shows on a terminal how the documents come along; silent in a pipe. One step for each of ``count`` documents."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(steps, length=count, label="Printing", file=sys.stderr, hidden=hidden) as bar:
        yield from bar


def checked(root: Path) -> LoadedProject:
    """The handbook, if nothing is wrong with it."""
    from macros.project.loading import load_project

    opened = load_project(root)
    print_and_end(opened.problems)
    return opened
