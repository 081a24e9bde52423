"""Whether documents can be made on this computer."""

from __future__ import annotations

import platform
import sysconfig
from functools import cache


@cache
def pdf_unavailable_reason() -> str | None:
    """Why no PDF can be made here, in a few lines; nothing where they can be made."""
    try:
        import typst  # noqa: F401, PLC0415 - a wheel that some platforms do not have
    except ImportError as error:
        here = f"{sysconfig.get_platform()}, Python {platform.python_version()}"
        # A package that is there may need what the system lacks, or more memory than there is.
        what = "is not installed for" if isinstance(error, ModuleNotFoundError) else f"cannot be loaded ({error}) on"
        return (
            f'PDF files were not made: the package "typst" {what} this computer ({here}). '
            "The site is complete, and each worksheet can be printed from the browser."
        )
    return None
