# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a vendor is told of an event, written once: to the byte, and only what she agreed to."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.webhooks import Told, packed
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching import queries as launched
from jobunivers.rooms.marketplace.queries import Offer, offer
from jobunivers.rooms.webhooks.models import Delivery, Endpoint, Message
from jobunivers.rooms.webhooks.queries.sources import platform_of, source_of
from jobunivers.rooms.webhooks.queries.words import PING, WITHDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What is to be told: an event's kind in our words for vendors, of which offer, and whom.

    `message_id` is chosen when it happens, so that composing it twice gives one message.
    """

    message_id: str
    kind: str
    offer_id: int
    at: datetime
    citizen_id: int | None = None
    version: int | None = None


def new_message_id() -> str:
    """Return a new number of a message."""
    return f"msg_{secrets.token_hex(16)}"


@transaction.atomic
def compose(*, endpoint: Endpoint, happening: Happening) -> Delivery | None:
    """Return the message for a vendor, made once; None when there is nothing it may be told.

    Of a citizen a vendor is told what concerns an offer she has said yes to, under the number
    it knows her by; that she has ended it, only when it has such a number.
    """
    found = offer(happening.offer_id)
    municipality = tenancy.by_pk(current_municipality_id())
    if found is None or municipality is None or found.vendor_id != endpoint.vendor_id:
        return None
    subject = ""
    if happening.citizen_id is not None:
        subject = _subject(happening, found) or ""
        if not subject:
            return None
    data: dict[str, Any] = {"offer": found.key}
    if subject:
        data["kommune"] = municipality.code
    if happening.version is not None:
        data["version"] = happening.version
    return _made(endpoint, happening, municipality, subject=subject, data=data)


@transaction.atomic
def ping_of(*, endpoint: Endpoint, at: datetime) -> Delivery:
    """Return a message that says nothing of anybody."""
    message_id = new_message_id()
    municipality = tenancy.by_pk(current_municipality_id())
    assert municipality is not None
    source = platform_of(municipality)
    body = packed(Told(id=message_id, kind=PING, source=source, at=at))
    Message.objects.create(message_id=message_id, kind=PING, body=body.decode(), made_at=at)
    return Delivery.objects.create(
        message_id=message_id,
        endpoint=endpoint,
        kommune=municipality,
        kind=PING,
        made_at=at,
        next_at=at,
    )


def _subject(happening: Happening, found: Offer) -> str | None:
    assert happening.citizen_id is not None and found.vendor_id is not None  # noqa: PT018
    citizen_id = happening.citizen_id
    if happening.kind == WITHDRAWN:
        return launched.pseudonym(citizen_id=citizen_id, vendor_id=found.vendor_id)
    if launched.agreed(citizen_id=citizen_id, offer=found) is None:
        return None
    # She has said yes and is on her way: the login that follows says the same number.
    return launching.subject_for(citizen_id=citizen_id, offer=found, at=happening.at)


def _made(
    endpoint: Endpoint,
    happening: Happening,
    municipality: Municipality,
    *,
    subject: str,
    data: Mapping[str, Any],
) -> Delivery:
    told = Told(
        id=happening.message_id,
        kind=happening.kind,
        source=source_of(municipality) if subject else platform_of(municipality),
        at=happening.at,
        subject=subject,
        data=data,
    )
    columns = {
        "kind": happening.kind,
        "offer_id": happening.offer_id,
        "made_at": happening.at,
    }
    Message.objects.get_or_create(
        message_id=happening.message_id,
        defaults={
            **columns,
            "citizen_id": happening.citizen_id,
            "subject": subject,
            "body": packed(told).decode(),
        },
    )
    made, _new = Delivery.objects.get_or_create(
        message_id=happening.message_id,
        defaults={
            **columns,
            "endpoint": endpoint,
            "kommune": municipality,
            "next_at": happening.at,
        },
    )
    return made
