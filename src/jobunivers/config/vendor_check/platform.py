# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small platform on this machine, for one vendor: a kommune, a citizen, and what it answers."""

import base64
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.core.servers.basehttp import WSGIRequestHandler, WSGIServer

_REFUSED, _LONGEST_WHY = 400, 300
Alter = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request the vendor's app (or the citizen's browser) made, and its answer's number.

    `why` is what a refusal says, where it is one for programs.
    """

    method: str
    path: str
    status: int
    why: str = ""


@dataclass
class Doorkeeper:
    """Our pages, with a note of what was asked; an ID token can be made wrong on its way out.

    `alter` gets the claims of an ID token and returns those it is signed with instead; `sign`
    signs them with the kommune's own key; `before` is called in the server's thread.
    """

    app: Callable[..., Iterable[bytes]]
    sign: Callable[[dict[str, Any]], str]
    before: Callable[[], None] = lambda: None
    asked: list[Asked] = field(default_factory=list)
    alter: Alter | None = None

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer one request."""
        self.before()
        environ.pop("HTTP_ACCEPT_ENCODING", None)  # what is packed cannot be read on its way
        told: list[Any] = []
        pieces = self.app(environ, lambda status, headers, *_rest: told.extend((status, headers)))
        try:
            body = b"".join(pieces)
        finally:
            close = getattr(pieces, "close", None)
            if close is not None:
                close()
        path, status = environ.get("PATH_INFO", ""), int(told[0].split()[0])
        self.asked.append(Asked(environ["REQUEST_METHOD"], path, status, _why(status, body)))
        if self.alter is not None and path.endswith("/oidc/token") and b"id_token" in body:
            body = self._altered(body, self.alter)
        headers = [(name, value) for name, value in told[1] if name.lower() != "content-length"]
        start_response(told[0], [*headers, ("Content-Length", str(len(body)))])
        return [body]

    def _altered(self, body: bytes, alter: Alter) -> bytes:
        tokens = json.loads(body)
        packed = tokens["id_token"].split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)))
        tokens["id_token"] = self.sign(alter(claims))
        return json.dumps(tokens).encode()


def _why(status: int, body: bytes) -> str:
    if status < _REFUSED or not body.startswith(b"{"):
        return ""
    try:
        return str(json.loads(body).get("error_description", ""))[:_LONGEST_WHY]
    except ValueError:
        return ""


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing: the report is what is read."""


@contextmanager
def serving(keeper: Doorkeeper, *, port: int = 0) -> Iterator[int]:
    """Answer on this machine while inside; give the port.

    One request at a time: what the vendor's app asks is asked while the check waits.
    """
    server = WSGIServer(("127.0.0.1", port), _Silent, ipv6=False)
    server.set_app(keeper)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
