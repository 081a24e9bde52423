"""Why an engine could not build the pages."""

from __future__ import annotations


class EngineFailed(Exception):
    """The engine could not build the pages; the message is the engine's own."""
