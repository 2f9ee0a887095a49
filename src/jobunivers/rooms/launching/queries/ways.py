# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the market place opens what is begun by a login."""

from urllib.parse import urlencode

from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from jobunivers.rooms.launching.queries.terms import hands_over
from jobunivers.rooms.marketplace.queries import Offer, Opener

# A press of the start button counts while she is on her way; it is money, so nobody makes one up.
PRESS_SECONDS = 3_600
_signer = TimestampSigner(salt="jobunivers.launching.press")


def opener() -> Opener:
    """Return the opener of `Way.OIDC`: our page that asks the first time and leads onwards."""
    return Opener(opens=_onwards, hands_over=hands_over, outside=True, notes=False)


def press_of(text: str, *, citizen_id: int, offer_id: int) -> str | None:
    """Return the key of her own press of this offer's button; None for whatever else it is."""
    try:
        key = _signer.unsign(text, max_age=PRESS_SECONDS)
    except BadSignature:
        return None
    return key if key.startswith(f"start:{citizen_id}:{offer_id}:") else None


def _onwards(offer: Offer, key: str) -> str:
    there = reverse("launching:onwards", args=[offer.pk])
    return f"{there}?{urlencode({'tryk': _signer.sign(key)})}"
