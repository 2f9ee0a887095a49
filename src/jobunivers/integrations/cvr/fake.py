# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The open CVR API on this machine, for development, the demo and tests.

It answers as the service does: JSON with the firm, or an error with its code, and it turns away
who does not say who asks. `FakeCvr` in a `with`.
"""

import json
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from jobunivers.integrations.cvr.client import Firm
from jobunivers.integrations.cvr.numbers import is_cvr
from jobunivers.integrations.serving import InThread

_MOST_PARTS = 2


class _Handler(BaseHTTPRequestHandler):
    service: ClassVar["FakeCvr"]

    def do_GET(self) -> None:
        status, told = self.service.answer(self.path, self.headers.get("User-Agent", ""))
        body = told if isinstance(told, bytes) else json.dumps(told).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


class FakeCvr(InThread):
    """The service on a loopback port, for as long as a `with` lasts.

    `broken` set: every question gets this status and body instead.
    """

    def __init__(self, firms: Iterable[Firm] = (), port: int = 0) -> None:
        self.firms = {one.cvr: one for one in firms}
        self.broken: tuple[int, bytes] | None = None
        self.asked: list[str] = []
        handler = type("Handler", (_Handler,), {"service": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/api"

    def answer(self, path: str, agent: str) -> tuple[int, dict[str, Any] | bytes]:
        """Return status and answer to one question."""
        if self.broken is not None:
            return self.broken
        asked = parse_qs(urlsplit(path).query)
        cvr = asked.get("vat", [""])[0]
        self.asked.append(cvr)
        if agent.count(" - ") < _MOST_PARTS:
            return 403, _error("INVALID_UA")
        if asked.get("country") != ["dk"] or not is_cvr(cvr):
            return 400, _error("INVALID_VAT")
        firm = self.firms.get(cvr)
        if firm is None:
            return 404, _error("NOT_FOUND")
        return 200, {
            "vat": int(cvr),
            "name": firm.name,
            "address": firm.address,
            "zipcode": firm.postcode,
            "city": firm.city,
            "protected": False,
            "startdate": "01/02 - 2020",
            "enddate": firm.closed or None,
            "companydesc": "Anpartsselskab",
            "productionunits": [],
            "t": 0,
            "version": 6,
        }


def _error(code: str) -> dict[str, Any]:
    return {"error": code, "t": 0, "version": 6}
