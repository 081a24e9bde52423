"""Runs the live preview until it is ended."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from macros.print.typeset.processes import end_processes
from macros.project.build_failed import BuildFailed
from macros.project.ending import ended_by
from macros.project.engines.mkdocs_preview import MkDocsPreview
from macros.project.loading import load_project
from macros.project.preview.previewing import Preview
from macros.project.preview.progress import Progress
from macros.project.preview.server import PreviewServer

_TRIES = 10
# Windows says either when another program has the port.
_TAKEN = {errno.EADDRINUSE, errno.EACCES} if os.name == "nt" else {errno.EADDRINUSE}


def serve(root: Path, address: str, say: Callable[[str], None], open_in_browser: Callable[[str], object] | None = None) -> None:
    """Serves the handbook of a project, below the path that it has on the web.

    Args:
        root: the project.
        address: where to serve it, such as ``127.0.0.1:8000``.
        say: told where the preview is, and what the engine warns of, a line at a time.
        open_in_browser: opens the address once it is served; none where nobody asked for it.

    Raises:
        BuildFailed: if the settings have a problem, or the address cannot be had.
    """
    opened = load_project(root)
    if opened.unset:
        raise BuildFailed(list(opened.unset))
    progress = Progress()
    # A process in the background may have been started deaf to the first.
    with (
        suppress(KeyboardInterrupt),
        ended_by("SIGINT", "SIGTERM", "SIGHUP"),
        _server(address, _mount(opened.settings.site_url), progress) as server,
    ):
        port = server.server_address[1]
        if _port(address) not in {0, port}:
            say(f"Something else is at {address}, perhaps another preview. This one takes port {port}.")
        preview = Preview(root, lambda state: MkDocsPreview(state, server.url, say), progress, say, server.url)
        threading.Thread(target=preview.check_forever, daemon=True).start()
        try:
            with server.serving(preview.ask):
                say(f"Serving on {server.url}")
                if open_in_browser:
                    open_in_browser(server.url)
                preview.follow_forever()
        finally:
            end_processes()  # a book may be under way, for which nobody waits any more


def _mount(site_url: str | None) -> str:
    path = urlsplit(site_url or "").path.strip("/")
    return f"/{path}/" if path else "/"


def _server(address: str, mount: str, progress: Progress) -> PreviewServer:
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise BuildFailed([], f"'{address}' is not an address. Write a host and a port, such as 127.0.0.1:8000.")
    try:
        return _first_free(host.strip("[]"), int(port), mount, progress)
    except (OSError, OverflowError) as reason:
        raise BuildFailed([], f"{address} cannot be served: {reason}. Give another address with --address.") from None


def _first_free(host: str, port: int, mount: str, progress: Progress) -> PreviewServer:
    """A server on a port, or on the first free one after it."""
    for other in range(port, port + _TRIES - 1) if port else ():
        try:
            return PreviewServer(host, other, mount, progress)
        except OSError as reason:
            if reason.errno not in _TAKEN:
                raise
    return PreviewServer(host, port and port + _TRIES - 1, mount, progress)


def _port(address: str) -> int:
    port = address.rpartition(":")[2]
    return int(port) if port.isdecimal() else 0
