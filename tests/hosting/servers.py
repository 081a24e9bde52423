"""Starts nginx and Apache with the files of a build; sets both up from Debian: ``python -m tests.hosting.servers``."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from macros.site.host_files import NGINX

_PATHS = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin{os.pathsep}/usr/local/sbin"
_MODULES = Path("/usr/lib/apache2/modules")
"""Where Debian keeps the parts of Apache."""
_NEEDED = ("mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate", "alias")
_PACKAGES = {"nginx": "nginx-light", "apache2": "apache2"}
SERVERS = tuple(_PACKAGES)


def find(server: str) -> str | None:
    """Path of a server, if it is on this computer and has all parts that we need."""
    path = shutil.which(server, path=_PATHS)
    return path if server != "apache2" or all((_MODULES / f"mod_{name}.so").exists() for name in _NEEDED) else None


@contextmanager
def served_by(server: str, folder: Path, mount: str, work: Path) -> Iterator[int]:
    """Serves the site in ``folder`` plus ``mount`` at the same path of a host; gives the port.

    Args:
        server: one of ``SERVERS``, which was found.
        folder: what the host has at its root. Whoever the server runs as must be able to read it.
        mount: the path of the site, with a slash at both ends.
        work: an empty folder for what the server writes.
    """
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = work / "server.conf"
    settings.write_text((_nginx if server == "nginx" else _apache)(folder, mount, work, port), "utf-8")
    asked = ["-c", str(settings)] if server == "nginx" else ["-f", str(settings), "-D", "FOREGROUND"]
    with (work / "said").open("wb") as said:
        running = subprocess.Popen([str(find(server)), *asked], stdout=said, stderr=said)
    try:
        _wait_for(port, running, work)
        yield port
    finally:
        running.terminate()
        running.wait()


def _wait_for(port: int, running: subprocess.Popen[bytes], work: Path) -> None:
    for _ in range(200):
        if running.poll() is not None:
            break
        with closing(HTTPConnection("127.0.0.1", port)) as asked:
            try:
                asked.request("HEAD", "/")
                asked.getresponse()
            except OSError:
                time.sleep(0.05)
            else:
                return
    told = "\n".join(path.read_text("utf-8") for path in (work / "said", work / "errors") if path.exists())
    raise AssertionError(f"The server does not answer: {told}")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _nginx(folder: Path, mount: str, work: Path, port: int) -> str:
    site = f"{folder}{mount}"
    here = f"root {site}; include {site}{NGINX};"
    below = f"location {mount} {{ alias {site}; include {site}{NGINX}; }}"
    written = "".join(f"{what}_temp_path {work}/{what}; " for what in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"""\
daemon off; pid {work}/pid; error_log {work}/errors; {"user root;" if _is_root() else ""}
events {{}}
http {{ access_log off; {written} server {{ listen 127.0.0.1:{port}; {here if mount == "/" else below} }} }}
"""


def _apache(folder: Path, mount: str, work: Path, port: int) -> str:
    loaded = "\n".join(f"LoadModule {name}_module {_MODULES}/mod_{name}.so" for name in _NEEDED)
    return f"""\
{loaded}
ServerRoot {work}
PidFile {work}/pid
ErrorLog {work}/errors
TypesConfig /dev/null
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
{"User www-data" if _is_root() else ""}
DocumentRoot {folder}
# A host has settings of its own, and ours must not stand beside them.
Header set X-Content-Type-Options nosniff
Header set Referrer-Policy unsafe-url
<Directory {folder}{mount}>
AllowOverride FileInfo
Require all granted
</Directory>
"""


def main() -> None:
    """Installs what is missing where we may install packages of Debian; elsewhere the tests say what they leave out."""
    missing = [package for server, package in _PACKAGES.items() if not find(server)]
    if missing and shutil.which("apt-get") and _is_root():
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        # No service may be started: the tests start the servers themselves.
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing],
            check=False,
            stdout=subprocess.DEVNULL,
            env=quiet,
        )


if __name__ == "__main__":
    main()
