# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signatures of Standard Webhooks 1.1: the one place that knows its library."""

import base64
import secrets as random
from collections.abc import Sequence
from datetime import UTC, datetime

from standardwebhooks.webhooks import Webhook

_BYTES = 32  # the specification asks for 24 to 64


def new_secret() -> str:
    """Return a new symmetric secret as the standard writes it."""
    return f"whsec_{base64.b64encode(random.token_bytes(_BYTES)).decode()}"


def signed(body: bytes, *, message_id: str, at: datetime, secrets: Sequence[str]) -> dict[str, str]:
    """Return the three headers of a message, with a signature for each secret that holds.

    Args:
        body: what is sent, to the byte (UTF-8).
        message_id: the same at each try, so that the receiver knows a repeat.
        at: the time of this try; receivers refuse one that is five minutes off.
        secrets: the newest first; an older one while the receiver exchanges it.
    """
    moment = at.astimezone(UTC).replace(microsecond=0)
    text = body.decode()
    signatures = [
        Webhook(one).sign(msg_id=message_id, timestamp=moment, data=text) for one in secrets
    ]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
