# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the market place opens what is begun by a login."""

from urllib.parse import urlencode

from django.core.signing import BadSignature, TimestampSigner
from django.urls import reverse

from jobunivers.rooms.launching.models import LtiTool
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.launching.queries.terms import hands_over
from jobunivers.rooms.marketplace.queries import Offer, Opener

# A press of the start button counts while she is on her way; it is money, so nobody makes one up.
PRESS_SECONDS = 3_600
_signer = TimestampSigner(salt="jobunivers.launching.press")


def opener() -> Opener:
    """Return the opener of a login and of LTI: our page that asks first and leads onwards."""
    return Opener(opens=_onwards, hands_over=hands_over, outside=True, notes=False)


def press_of(text: str, *, citizen_id: int, offer_id: int) -> str | None:
    """Return the key of her own press of this offer's button; None for whatever else it is."""
    try:
        key = _signer.unsign(text, max_age=PRESS_SECONDS)
    except BadSignature:
        return None
    return key if key.startswith(f"start:{citizen_id}:{offer_id}:") else None


def login_hint_of(hint: str) -> str:
    """Return the other half a tool is given: it says nothing of her, and belongs to this one."""
    return digest(f"login:{hint}")[:32]


def login_of(tool: LtiTool, target: str, hint: str, issuer: str, deployment: str) -> str:
    """Return where a launch begins at a tool (LTI security, 5.1.1.1)."""
    told = {
        "iss": issuer,
        "login_hint": login_hint_of(hint),
        "target_link_uri": target,
        "lti_message_hint": hint,
        "client_id": tool.client_id,
        "lti_deployment_id": deployment,
    }
    joint = "&" if "?" in tool.login_uri else "?"
    return f"{tool.login_uri}{joint}{urlencode(told)}"


def _onwards(offer: Offer, key: str) -> str:
    there = reverse("launching:onwards", args=[offer.pk])
    return f"{there}?{urlencode({'tryk': _signer.sign(key)})}"
