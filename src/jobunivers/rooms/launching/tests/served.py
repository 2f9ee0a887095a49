# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's pages on a real socket, for programs of another make."""

import subprocess
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from jobunivers.testing.browsers import KommuneClient

_PATIENCE = 60


class Served:
    """The kommune's pages behind a socket, answered in the test's own thread and transaction."""

    def __init__(self, hers: KommuneClient, others: KommuneClient) -> None:
        served = self
        self.hers, self.others = hers, others

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                served.answer(self, b"")

            def do_POST(self) -> None:
                served.answer(self, self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def log_message(self, *_args: object) -> None:
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.server.timeout = 0.2

    @property
    def host(self) -> str:
        """Return the name and port it is asked at."""
        return f"127.0.0.1:{self.server.server_port}"

    def answer(self, asked: BaseHTTPRequestHandler, body: bytes) -> None:
        """Answer one request by the pages themselves."""
        browser = self.hers if asked.headers.get("x-her-browser") else self.others
        names = ("Authorization", "Accept")
        head = {name: asked.headers[name] for name in names if name in asked.headers}
        told = browser.generic(
            asked.command,
            asked.path,
            body,
            asked.headers.get("Content-Type", "application/octet-stream"),
            headers={"Host": self.host, **head},
        )
        asked.send_response(told.status_code)
        for name, value in told.items():
            if name.lower() != "content-length":
                asked.send_header(name, value)
        asked.send_header("Connection", "close")
        asked.send_header("Content-Length", str(len(told.content)))
        asked.end_headers()
        asked.wfile.write(told.content)

    def until_ended(self, program: "subprocess.Popen[bytes]") -> bytes:
        """Answer until a program has ended, and return what it said."""
        last = time.monotonic() + _PATIENCE
        try:
            while program.poll() is None and time.monotonic() < last:
                self.server.handle_request()
        finally:
            self.server.server_close()
            program.kill()
        said, wrong = program.communicate()
        assert said, wrong.decode()
        return said
