# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A push service on this machine: checks the signature, and reads the message as a device does.

It is for development and tests: `FakePushService` in a `with`. A device subscribes with
`subscribe(key)` and gets what a browser's `PushSubscription.toJSON()` gives.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

from cryptography.hazmat.primitives.asymmetric import ec

from jobunivers.integrations.serving import InThread
from jobunivers.integrations.webpush import vapid
from jobunivers.integrations.webpush.encryption import (
    AUTH,
    CURVE,
    RECORD,
    Unreadable,
    decrypt,
    encode,
    public_bytes,
)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Received:
    """One message as the device shows it, with the headers it came with."""

    device: int
    told: dict[str, str]
    headers: dict[str, str]


@dataclass(slots=True)
class _Subscribed:
    key: ec.EllipticCurvePrivateKey
    auth: bytes
    application: str  # the public key of whom it may hear from
    answers: list[int] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    service: ClassVar["FakePushService"]

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length) if length <= RECORD else b""
        code = 413 if length > RECORD else self.service.take(self.path, dict(self.headers), body)
        self.send_response(code)
        if code == 429:  # noqa: PLR2004 - Too Many Requests
            self.send_header("Retry-After", "120")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing."""


class FakePushService(InThread):
    """The service on a loopback port, for as long as a `with` lasts."""

    def __init__(self, port: int = 0, clock: Callable[[], datetime] = _now) -> None:
        self.clock = clock
        self.received: list[Received] = []
        self.refused: list[str] = []
        self._devices: list[_Subscribed] = []
        handler = type("Handler", (_Handler,), {"service": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._server.daemon_threads = True
        self.host = f"127.0.0.1:{self._server.server_address[1]}"

    def subscribe(self, application: str) -> str:
        """Return a new device's subscription as JSON, for messages of this public key alone."""
        number = len(self._devices)
        key = ec.generate_private_key(CURVE)
        auth = bytes((number + place) % 256 for place in range(AUTH))
        self._devices.append(_Subscribed(key, auth, application))
        return json.dumps(
            {
                "endpoint": f"http://{self.host}/device/{number}",
                "expirationTime": None,
                "keys": {"p256dh": encode(public_bytes(key.public_key())), "auth": encode(auth)},
            }
        )

    def answer(self, device: int, *codes: int) -> None:
        """Let a device's next messages be answered with these codes, before all is well again."""
        self._devices[device].answers.extend(codes)

    def take(self, path: str, headers: dict[str, str], body: bytes) -> int:
        """Take one message as a push service does; return the status to answer with."""
        number = path.rpartition("/")[2]
        if not number.isdigit() or int(number) >= len(self._devices):
            return 404
        device = self._devices[int(number)]
        if device.answers:
            return device.answers.pop(0)
        named = {name.lower(): value for name, value in headers.items()}
        who = named.get("authorization", "")
        try:
            vapid.verified(who, origin=f"http://{self.host}", at=self.clock())
            if not who.endswith(f"k={device.application}"):
                raise vapid.Refused("somebody else's key")  # noqa: TRY301 - one way to say no
            if named.get("content-encoding") != "aes128gcm" or not named.get("ttl", "").isdigit():
                return 400
            told = json.loads(decrypt(body, device.key, device.auth))
        except vapid.Refused as error:
            self.refused.append(str(error))
            return 403
        except Unreadable:
            self.refused.append("unreadable")
            return 400
        self.received.append(Received(int(number), told, named))
        return 201
