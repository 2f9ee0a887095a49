# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A receiver on a loopback port that does what receivers do: takes, fails, drips, leads on."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_STATUS = {"/ok": 204, "/fails": 500, "/gone": 410, "/refuses": 401}


@dataclass(frozen=True, slots=True)
class Received:
    """One message as it came: header names in small letters, the body to the byte."""

    path: str
    headers: dict[str, str]
    body: bytes


class FakeReceiver(ThreadingHTTPServer):
    """Keeps what it is sent.

    `/ok` takes it, `/fails` answers 500, `/gone` 410, `/refuses` 401; `/round` leads to itself,
    `/inside` into a private network; `/mute` never answers, `/drip` never comes to an end, `/cut`
    breaks off in the middle, `/echo` says what it was sent, `/names` whom it is about, `/long`
    says very much;
    `/after/<n>` takes it from the n-th time on.
    """

    daemon_threads = True

    def __init__(self) -> None:
        self.received: list[Received] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def netloc(self) -> str:
        """Return host and port."""
        return f"127.0.0.1:{self.server_address[1]}"

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://{self.netloc}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: the other side goes away in the middle of some answers, as it should."""


class _Handler(BaseHTTPRequestHandler):
    server: FakeReceiver

    def do_POST(self) -> None:
        """Keep it, and answer as the path says."""
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        head = {name.lower(): value for name, value in self.headers.items()}
        self.server.received.append(Received(self.path, head, body))
        match self.path.split("/")[1:]:
            case ["mute"]:
                self.connection.recv(1)  # until the other side has had enough
            case ["drip"]:
                self._drip()
            case ["cut"]:
                self._answer(200, body=b"half", length=400)
                self.close_connection = True
            case ["round"]:
                self._answer(307, leads="/round")
            case ["inside"]:
                self._answer(302, leads="http://10.0.0.1/")
            case ["echo"]:
                self._answer(200, body=body)
            case ["names"]:
                self._answer(200, body=b"I know " + str(json.loads(body).get("subject")).encode())
            case ["long"]:
                self._answer(200, body=b"x" * 1_000_000)
            case ["after", times]:
                self._answer(204 if self._times() >= int(times) else 503, body=b"")
            case _:
                self._answer(_STATUS.get(self.path, 404), body=b"")

    def _times(self) -> int:
        return sum(one.path == self.path for one in self.server.received)

    def _drip(self) -> None:
        self.send_response(200)
        self.flush_headers()
        self.connection.settimeout(0.01)
        with suppress(OSError):
            while True:
                self.wfile.write(b"X: y\r\n")
                with suppress(TimeoutError):
                    if not self.connection.recv(1):
                        break
        self.close_connection = True

    def _answer(
        self, status: int, *, leads: str = "", body: bytes = b"", length: int | None = None
    ) -> None:
        self.send_response(status)
        if leads:
            self.send_header("Location", leads)
        if status != 204:  # noqa: PLR2004 - No Content
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def fake_receiver() -> Iterator[FakeReceiver]:
    """Run the receiver while inside."""
    with FakeReceiver() as receiver:
        thread = threading.Thread(target=receiver.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield receiver
        finally:
            receiver.shutdown()
            thread.join()
