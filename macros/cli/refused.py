"""What the computer refuses, in one sentence: which file, why, and what to do. It is no fault of the program, so no traceback."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from types import TracebackType
from typing import Any

import click

_REASONS = {
    errno.ENOSPC: ("the disk is full", "Make room on it, then run the command again."),
    getattr(errno, "EDQUOT", -1): (
        "your share of the disk is full",
        "Remove what you no longer need, then run the command again.",
    ),
    errno.EFBIG: ("the file is too large for the disk", "Use another disk or folder."),
    errno.EACCES: (
        "there is no permission",
        "Close programs that have it open, and look at the permissions of the file and folder.",
    ),
    errno.EPERM: ("it is not permitted", "Close programs that have it open, and look at the permissions of the file and folder."),
    errno.EROFS: ("the disk can only be read", "Work on a copy of the project on another disk."),
    errno.EADDRINUSE: ("another program uses that address", "End the other program, or give another port with --address."),
    errno.EADDRNOTAVAIL: ("this computer does not have that address", "Give another one, such as --address 127.0.0.1:8000."),
    errno.ENOENT: ("there is no such file or folder", "Make the folder first, or correct the name."),
    errno.ENOTDIR: ("a file stands where a folder is needed", "Move the file away, or give another folder."),
    errno.EISDIR: ("a folder stands where a file is needed", "Move the folder away, or give another file."),
    errno.EEXIST: ("something with that name exists already", "Move it away, then run the command again."),
    errno.ENOTEMPTY: ("the folder is not empty", "End other commands that use it, then run the command again."),
    errno.EBUSY: ("another program uses it", "End that program. A folder on which a disk is mounted cannot be replaced."),
    errno.EXDEV: ("it lies on another disk", "Keep the whole project on one disk."),
    errno.ENAMETOOLONG: ("the name is too long", "Give it a shorter one, or move the project to a folder with a shorter path."),
    errno.ELOOP: ("it is a link that leads back to itself", "Remove the link."),
    errno.EMFILE: ("too many files are open", "Close other programs, then run the command again."),
    errno.ENOMEM: ("the computer has too little memory", "Close other programs, then run the command again."),
    errno.EIO: ("the disk cannot be read or written", "Look whether it is damaged, and copy the project to another one."),
}
_MEMORY = "The computer has too little memory, or ended a part of the work. Close other programs, then run the command again."
# How the system's loader says that a library has no room in memory, and a parser of HTML that it has none for a page.
_NO_ROOM = re.compile("failed to map|cannot (?:allocate|map)|memory allocation failed", re.IGNORECASE)
_NESTED = "Something is nested too deeply to be read. Look for very many brackets or braces in the file that you changed last."
_OUR_FAULT = "This is a fault of the program and not of your text. Please open an issue with all the lines above."
_FOR_DATES = "SOURCE_DATE_EPOCH"
_LATEST = 4_354_819_199  # the end of 2107: documents and zip files know no day after it
_EARLIEST = 315_532_800  # the beginning of 1980, for the same reason


class Told(click.Group):
    """The command, which tells what is refused in one sentence. Exit code 1. Other faults keep their traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command that was typed."""
        try:
            if wrong := _wrong_date():
                raise click.ClickException(wrong)
            return super().invoke(ctx)
        except BrokenPipeError:  # nobody reads on, which the command line knows how to end
            raise
        except KeyboardInterrupt:
            raise click.ClickException("Stopped. Nothing that was finished before is lost.") from None
        except Exception as error:
            if sentence := refusal(error, Path.cwd()):
                raise click.ClickException(sentence) from None
            if not isinstance(error, click.ClickException | click.exceptions.Exit | click.Abort):
                error.add_note(_OUR_FAULT)
            raise


def refusal(error: BaseException, folder: Path) -> str:
    """The sentence for what the computer refused; empty for a fault of our own. Files are named from ``folder``."""
    from concurrent.futures import BrokenExecutor

    if isinstance(error, MemoryError | BrokenExecutor):
        return _MEMORY
    if isinstance(error, ImportError | SyntaxError) and _NO_ROOM.search(str(error)):
        return _MEMORY
    if isinstance(error, RecursionError):
        return _NESTED
    if isinstance(error, UnicodeDecodeError):
        # The error does not say which file it was; whoever read it does.
        file = _read_by(error.__traceback__)
        what = f"'{_named(file, folder)}' is" if file else "One of the files is"
        return f"{what} not in UTF-8. Save it again with the encoding UTF-8, or restore it."
    return _of_the_system(error, folder) if isinstance(error, OSError) else ""


def _of_the_system(error: OSError, folder: Path) -> str:
    reason, advice = _REASONS.get(error.errno or 0, ("", "Mend that, then run the command again."))
    reason = reason or (error.strerror or str(error) or type(error).__name__).rstrip(".")
    # A file that was to be renamed has its new name second, and it is the place that was refused.
    names = [_named(name, folder) for name in (error.filename, error.filename2) if isinstance(name, str | bytes | os.PathLike)]
    where = " → ".join(f"'{name}'" for name in names) or "The computer refuses"
    return f"{where}: {reason}. {advice}"


def _named(name: str | bytes | os.PathLike[Any], folder: Path) -> str:
    path = Path(os.fsdecode(name))
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def _read_by(trace: TracebackType | None) -> Path | None:
    """The file whose text was being read when an error arose: the last path that a method was called on."""
    found = None
    while trace:
        read = trace.tb_frame.f_locals.get("self")
        found = read if isinstance(read, Path) else found
        trace = trace.tb_next
    return found


def _wrong_date() -> str:
    """What is wrong with the date that a packager may set for all that is made."""
    given = os.environ.get(_FOR_DATES)
    if given is None or (given.isascii() and given.isdecimal() and _EARLIEST <= int(given) <= _LATEST):
        return ""
    return f"The variable {_FOR_DATES} is '{given}'. Give whole seconds since 1970, for a day from 1980 to 2107, or unset it."
