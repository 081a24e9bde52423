"""Serves a built site as a static host does, for as long as somebody looks at it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files, and the site's own page for a missing address, as static hosts do."""

    def __init__(self, *args: object, sub_path: str, **more: object) -> None:
        self._sub_path = sub_path
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        pass

    def send_error(self, code: int, *_: object) -> None:
        page = Path(self.directory, self._sub_path, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


class _Server(ThreadingHTTPServer):
    """Lets visitors go at any time, as when a page is left while it loads."""

    def handle_error(self, *request: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*request)


@contextmanager
def serving(site: Path, sub_path: str = "") -> Iterator[str]:
    """The address of the home page of a site, which may stand below a sub-path of the folder that is served."""
    folder = site.parents[sub_path.count("/")] if sub_path else site
    handler = partial(_Quiet, directory=str(folder), sub_path=sub_path)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sub_path}{'/' if sub_path else ''}"
        server.shutdown()
