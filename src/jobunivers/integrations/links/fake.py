# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A site on a loopback port whose addresses do what addresses do: work, fail, lead on for ever."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_STATUS = {
    "/works": 200, "/gone": 404, "/fails": 500, "/login": 401, "/robots-not-wanted": 403,
}  # fmt: skip
_ROBOTS = b"User-agent: *\nDisallow: /closed\n"


class FakeSite(ThreadingHTTPServer):
    """Remembers which paths were asked for.

    `/once` leads to `/works`, `/round` to itself, `/on/<n>` on and on, `/inside` into a private
    network, `/file` to a file, `/closed` is not for robots, `/mute` never answers, `/drip` answers
    a little at a time and never ends.
    """

    daemon_threads = True

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.hosts: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def netloc(self) -> str:
        """Return host and port."""
        return f"127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: FakeSite

    def do_GET(self) -> None:
        """Answer as the path says."""
        self.server.asked.append(self.path)
        self.server.hosts.append(self.headers.get("Host", ""))
        if self.path == "/robots.txt":
            self._answer(200, body=_ROBOTS)
        elif self.path == "/mute":
            # Until the other side has had enough.
            self.connection.recv(1)
        elif self.path == "/drip":
            self._drip()
        elif (leads := self._leads()) is not None:
            self._answer(302, leads=leads)
        else:
            self._answer(_STATUS.get(self.path, 200))

    def _drip(self) -> None:
        self.send_response(200)
        self.flush_headers()
        self.connection.settimeout(0.01)
        try:
            while True:
                self.wfile.write(b"X: y\r\n")
                with suppress(TimeoutError):
                    if not self.connection.recv(1):
                        return
        except OSError:
            self.close_connection = True

    def _leads(self) -> str | None:
        if self.path.startswith("/on/"):
            return f"/on/{int(self.path.removeprefix('/on/')) + 1}"
        return {
            "/once": "/works",
            "/round": "/round",
            "/inside": "http://10.0.0.1/",
            "/file": "file:///etc/passwd",
        }.get(self.path)

    def _answer(self, status: int, *, leads: str = "", body: bytes = b"") -> None:
        self.send_response(status)
        if leads:
            self.send_header("Location", leads)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def fake_site() -> Iterator[FakeSite]:
    """Run the site while inside."""
    with FakeSite() as site:
        thread = threading.Thread(target=site.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.shutdown()
            thread.join()


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
