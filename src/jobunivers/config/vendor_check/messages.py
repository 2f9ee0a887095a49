# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of what comes back (xAPI) and of what is told (webhooks)."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from jobunivers.config.vendor_check.description import Description
from jobunivers.config.vendor_check.platform import Asked
from jobunivers.config.vendor_check.report import Line, not_tried, tried
from jobunivers.config.vendor_check.walking import Browser, Failed
from jobunivers.integrations.webhooks import CONTENT_TYPE, Told, new_secret, packed, signed

_OK, _NOT_OK, _BAD, _CRASHED = 200, 300, 400, 500
_STATEMENTS = "statements are sent and taken (xAPI)"
_WEBHOOKS = "webhooks"


def statements(about: Description, asked: Sequence[Asked]) -> Line:
    """Return what came of the statements that the app sent while she was logged in."""
    if not about.xapi:
        return not_tried(_STATEMENTS, 'the description does not say "xapi": true')

    def came() -> str:
        sent = [one for one in asked if one.path.endswith("/xapi/statements")]
        if not sent:
            raise Failed("none came; send at least one (initialized) when she has logged in")
        wrong = [one.status for one in sent if not _OK <= one.status < _NOT_OK]
        if wrong:
            raise Failed(f"{len(wrong)} of {len(sent)} were refused, first with {wrong[0]}")
        return f"{len(sent)} came"

    return tried(_STATEMENTS, came)


def webhooks(about: Description, *, secret: str, issuer: str, seconds: float) -> list[Line]:
    """Return what came of messages: those that are right, and those that must be refused."""
    if not about.webhook_url:
        return [not_tried(_WEBHOOKS, "the description has no webhook_url")]
    browser = Browser(seconds=seconds)
    now = datetime.now(UTC)
    told = Told(id="msg_check", kind="endpoint.ping", source=issuer, at=now)
    body = packed(told)

    def message(at: datetime = now, key: str = secret) -> dict[str, str]:
        return signed(body, message_id=told.id, at=at, secrets=[key])

    def answer(headers: dict[str, str], sent: bytes = body) -> int:
        head = {"Content-Type": CONTENT_TYPE, **headers}
        return browser.ask("POST", about.webhook_url, content=sent, headers=head).status_code

    both = signed(body, message_id=told.id, at=now, secrets=[new_secret(), secret])
    late = now - timedelta(minutes=10)
    try:
        return [
            tried("a signed message is taken", lambda: _taken(answer(message()))),
            tried("the same message again is taken", lambda: _taken(answer(message()))),
            tried(
                "a message with two signatures is taken (exchange of the secret)",
                lambda: _taken(answer(both)),
            ),
            tried(
                "a changed message is refused",
                lambda: _not_taken(answer(message(), body.replace(b"ping", b"pong"))),
            ),
            tried(
                "a message of ten minutes ago is refused", lambda: _not_taken(answer(message(late)))
            ),
            tried(
                "a message signed with another secret is refused",
                lambda: _not_taken(answer(message(key=new_secret()))),
            ),
            tried("a message without a signature is refused", lambda: _not_taken(answer({}))),
        ]
    finally:
        browser.close()


def _taken(status: int) -> str:
    if not _OK <= status < _NOT_OK:
        raise Failed(f"the app answered {status}; a number from 200 to 299 says that it is taken")
    return f"answered {status}"


def _not_taken(status: int) -> str:
    if not _BAD <= status < _CRASHED:
        raise Failed(f"the app answered {status}; it should answer 400 or 401")
    return f"answered {status}"
