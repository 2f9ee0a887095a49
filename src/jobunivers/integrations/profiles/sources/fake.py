# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The three sources as one HTTP server that ships: for the demo, development and tests.

It answers as the contracts say, for the people it is given, and can be made to misbehave.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Held = Mapping[str, object]
"""Source's code → its answer on one person, as the source's contract writes it."""
People = Callable[[str, str], Held | None]
"""The subject and the kommune's code → what is held of the person; None for nobody."""
_PATHS = {"sager": "jobcenter", "medlemmer": "akasse", "borgere": "jobnet", "profiler": "social"}


class FakeSources:
    """A server of the sources on a port of its own (0: any that is free)."""

    def __init__(self, people: People, *, port: int = 0, token: str = "") -> None:
        self.people = people
        self.token = token
        # source → how it misbehaves: down, refused, slow, broken, huge, list or moved
        self.trouble: dict[str, str] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        handler = type("Handler", (_Handler,), {"fake": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)

    @property
    def address(self) -> str:
        """Return where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @contextmanager
    def running(self) -> Iterator["FakeSources"]:
        """Serve inside the block."""
        thread = threading.Thread(target=self.serve, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()

    def serve(self) -> None:
        """Serve until told to stop."""
        self._server.serve_forever(poll_interval=0.05)


class _Handler(BaseHTTPRequestHandler):
    fake: FakeSources

    def do_GET(self) -> None:
        self.fake.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        parts = self.path.strip("/").split("/")
        if parts == ["sundhed"]:
            self._answer(200, b"{}")
            return
        code = _PATHS.get(parts[0], "")
        wanted = f"Bearer {self.fake.token}" if self.fake.token else None
        if wanted is not None and self.headers.get("Authorization") != wanted:
            self._answer(401, b"")
            return
        if self._trouble(self.fake.trouble.get(code, "")):
            return
        controller = self.headers.get("X-Dataansvarlig", "")
        held = self.fake.people(parts[1], controller) if code and len(parts) > 1 else None
        if held is None or code not in held:
            self._answer(404, b"{}")
        else:
            self._answer(200, json.dumps(held[code], ensure_ascii=False).encode())

    def _trouble(self, kind: str) -> bool:
        """Misbehave as told; False when there is nothing to do."""
        if kind == "slow":
            time.sleep(1.0)
            self._answer(200, b"{}")
            return True
        answers = {
            "down": (503, b""),
            "refused": (403, b""),
            "moved": (302, b""),
            "broken": (200, b'{"half": '),
            "huge": (200, b'"' + b"x" * (3 * 1024 * 1024) + b'"'),
            "list": (200, b'[[[1, null, {"erhvervserfaring": 7}]]]'),
        }
        if kind not in answers:
            return False
        self._answer(*answers[kind])
        return True

    def _answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            return  # whoever asked had enough

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""
