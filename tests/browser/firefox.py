"""Drives Debian's Firefox by Marionette, which it brings itself: a line of JSON for each command, over a socket."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_NAMES = ("firefox-esr", "firefox")
_SECONDS = 120

_PREFERENCES = {
    "marionette.port": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    # Writes down each second what it would open again after a crash.
    "browser.sessionstore.interval": 1000,
    # Nothing that Firefox asks of its makers is in the way.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}


def find() -> str | None:
    """Path of a Firefox, or none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


class Firefox:
    """A window of a running Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), _SECONDS)
        self._stream = self._socket.makefile("rb")
        self._count = 0
        self._receive()
        self._ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})

    def go(self, address: str) -> None:
        """Opens a page and waits until it is there."""
        self._ask("WebDriver:Navigate", url=address)

    def run(self, script: str) -> Any:
        """What an asynchronous function with this body returns in the page."""
        asked = f"const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done)"
        return self._ask("WebDriver:ExecuteAsyncScript", script=asked, args=[], sandbox=None)["value"]

    def type(self, text: str) -> None:
        """Types into what has the focus, key by key."""
        keys = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        self._ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": keys}])

    def close(self) -> None:
        """Ends Firefox as a reader does."""
        self._ask("Marionette:Quit", flags=["eAttemptQuit"])
        self._stream.close()
        self._socket.close()

    def _ask(self, command: str, **values: Any) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, values]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return result

    def _receive(self) -> Any:
        length = b""
        while (sign := self._stream.read(1)) != b":":
            if not sign:
                raise ConnectionError("Firefox has gone.")
            length += sign
        return json.loads(self._stream.read(int(length)))


@contextmanager
def firefox(profile: Path) -> Iterator[Firefox]:
    """A Firefox with an empty profile in this folder, which it may write to."""
    path = find()
    assert path, "No Firefox"
    kept_here = {"browser.download.folderList": 2, "browser.download.dir": str(profile)}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in (_PREFERENCES | kept_here).items())
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            window = Firefox(_port(profile, process))
            yield window
            # So that it writes what it has in mind into its profile.
            window.close()
            process.wait(_SECONDS)
        finally:
            process.terminate()


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """Firefox takes a free port and writes it into its profile."""
    told = profile / "MarionetteActivePort"
    end = time.monotonic() + _SECONDS
    while not (told.exists() and told.read_text("utf-8")):
        if process.poll() is not None or time.monotonic() > end:
            raise ConnectionError("Firefox did not start.")
        time.sleep(0.1)
    return int(told.read_text("utf-8"))
