"""A small web server for one site that is made as it is asked for. It knows neither the handbook nor an engine."""

from __future__ import annotations

import json
import mimetypes
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import Any, TypeAlias
from urllib.parse import parse_qs, quote, unquote, urlsplit

from macros.project.preview.own_pages import STATE, with_bar
from macros.project.preview.progress import Progress

PATIENCE = 20
"""How many seconds an open page waits for news until it asks again."""
# Windows keeps types of files where any program may change them.
_TYPES = mimetypes.MimeTypes()
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser gets.

    Attributes:
        body: the file.
        status: whether it is what was asked for.
    """

    body: bytes
    status: HTTPStatus = HTTPStatus.OK


Ask: TypeAlias = Callable[[str], Answer]
"""Gives the file at a place on the site, such as ``techniques/index.html``."""


class PreviewServer(ThreadingMixIn, TCPServer):
    """Serves a site below a path. Each request has a thread of its own, as open pages wait for news."""

    daemon_threads = True
    # On Windows, it would let two previews share one address.
    allow_reuse_address = os.name != "nt"

    def __init__(self, host: str, port: int, mount: str, progress: Progress) -> None:
        """Takes the address.

        Args:
            host: where to listen, such as ``127.0.0.1`` or ``::1``.
            port: its port; 0 for any free one.
            mount: the path of the site, with a slash at both ends.
            progress: what open pages are told.

        Raises:
            OSError: if the address cannot be had.
        """
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.mount, self.progress = mount, progress
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """Where the site is."""
        host, port = self.server_address[:2]
        name = host.decode() if isinstance(host, bytes | bytearray) else str(host)
        return f"http://{f'[{name}]' if ':' in name else name}:{port}{self.mount}"

    @contextmanager
    def serving(self, ask: Ask) -> Iterator[None]:
        """Serves what ``ask`` gives, in threads of its own."""
        self.ask = ask
        thread = threading.Thread(target=self.serve_forever, args=(0.1,))
        thread.start()
        try:
            yield
        finally:
            self.progress.end()
            self.shutdown()
            thread.join()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no news; all else is a fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path, mount = unquote(parts.path), self.server.mount
        if path == f"{mount}{STATE}":
            self._tell(parse_qs(parts.query).get("since", [""])[0])
        elif path.startswith(mount):
            self._give(path, path.removeprefix(mount))
        elif f"{path}/" == mount or path == "/":
            self._lead_to(mount)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", f"The site is at {mount}".encode())

    do_HEAD = do_GET  # noqa: N815

    def _tell(self, since: str) -> None:
        told = self.server.progress.after(int(since) if since.isdecimal() else 0, PATIENCE)
        self._send(HTTPStatus.OK, "application/json", json.dumps(asdict(told)).encode())

    def _give(self, path: str, uri: str) -> None:
        shown = self.server.progress.told.shown  # looked at before: if the page changes meanwhile, it is loaded once more
        place = f"{uri}index.html" if uri.endswith("/") or not uri else uri
        answer = self.server.ask(place)
        if answer.status == HTTPStatus.NOT_FOUND and place == uri and self._is_page(f"{uri}/index.html"):
            self._lead_to(f"{path}/")
        elif answer.status != HTTPStatus.OK or place.endswith(".html"):
            page = with_bar(answer.body.decode(), self.server.mount, shown)
            self._send(answer.status, _HTML, page.encode())
        else:
            self._send(answer.status, _TYPES.guess_type(place)[0] or "application/octet-stream", answer.body)

    def _is_page(self, place: str) -> bool:
        return self.server.ask(place).status == HTTPStatus.OK

    def _lead_to(self, path: str) -> None:
        self._send(HTTPStatus.FOUND, "text/plain", b"", ("Location", quote(path)))

    def _send(self, status: HTTPStatus, kind: str, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"), *headers):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - as http.server names it
        """Says nothing: the terminal is for the author."""
