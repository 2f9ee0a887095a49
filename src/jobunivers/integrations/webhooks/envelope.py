# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The envelope of a message: CloudEvents 1.0 as structured JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What happened, as it is told.

    Attributes:
        id: the message's number; with `source` it is unique (CloudEvents 1.0, 3.1.1).
        kind: the event's type.
        source: whose event it is, as an address.
        at: when it happened.
        subject: the number the receiver knows the person by; empty: no person is in it.
        data: what else there is to say.
    """

    id: str
    kind: str
    source: str
    at: datetime
    subject: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


def packed(told: Told) -> bytes:
    """Return a message's body."""
    moment = told.at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    body: dict[str, Any] = {
        "specversion": "1.0",
        "id": told.id,
        "source": told.source,
        "type": told.kind,
        "time": f"{moment.isoformat()}Z",
        "datacontenttype": "application/json",
        "data": dict(told.data),
    }
    if told.subject:
        body["subject"] = told.subject
    return orjson.dumps(body, option=orjson.OPT_SORT_KEYS)
