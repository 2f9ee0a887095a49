# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A solution tells back how far a person one can log in as has come with it."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings

from jobunivers.foundation.events import actions as events
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.evidence import actions as evidence
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching.queries import connection_of
from jobunivers.rooms.launching.queries.terms import terms_of
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Offer, Way, on_offer, standing_ids, use_of

_ADL = "http://adlnet.gov/expapi/verbs/"
_SHARE = "https://w3id.org/xapi/cmi5/result/extensions/progress"
# Verb, minutes after the start, what is said of it besides, which part of it.
_TOLD: tuple[tuple[str, int, dict[str, Any], str], ...] = (
    ("initialized", 1, {}, ""),
    ("completed", 9, {"score": {"scaled": 0.8}, "success": True}, "Første øvelse"),
    ("progressed", 10, {"extensions": {_SHARE: 40}}, ""),
    ("terminated", 12, {}, ""),
)


def tell(*, slug: str, at: datetime) -> None:
    """Let the first person of the kommune at work have used a solution that tells of it, once."""
    people = [one.person for one in identity.personas() if one.person.role == Role.CITIZEN]
    offer = _solution(at=at)
    if not people or offer is None or offer.current is None:
        return
    citizen_id, then = people[0].pk, at - timedelta(days=1, hours=3)
    if use_of(citizen_id=citizen_id, offer_id=offer.pk) is not None:
        return
    with events.quietly():
        _begin(citizen_id, offer, at=then)
        issuer = f"{settings.ADDRESS.rstrip('/')}/{slug}/oidc"
        subject = launching.subject_for(citizen_id=citizen_id, offer=offer, at=then)
        sender = evidence.Sender(offer=offer, issuer=issuer, page="")
        account = {"homePage": issuer, "name": subject}
        told = [_statement(account, offer.current.url, then, one) for one in _TOLD]
        evidence.take(statements=told, sender=sender, spoken="2.0", at=at)
        evidence.read_waiting(at=at)


def _solution(*, at: datetime) -> Offer | None:
    """Return the first solution on the shelves that logs people in by us."""
    rows = on_offer().filter(pk__in=standing_ids(None, at=at), current__way=Way.OIDC)
    there = (one for one in rows.order_by("key", "pk") if connection_of(one.pk) is not None)
    return next(there, None)


def _begin(citizen_id: int, offer: Offer, *, at: datetime) -> None:
    handed = launching.agree(citizen_id=citizen_id, offer=offer, terms=terms_of(offer), at=at)
    launching.keep_receipt(citizen_id=citizen_id, offer=offer, handed=handed, at=at)
    key = f"demo:{citizen_id}:{offer.key}"
    market.start(citizen_id=citizen_id, offer=offer, way=Way.OIDC, key=key, at=at)


def _statement(
    account: dict[str, str], whole: str, begun: datetime, told: tuple[str, int, dict[str, Any], str]
) -> dict[str, Any]:
    verb, minutes, result, part = told
    about: dict[str, Any] = {"id": whole}
    if part:
        about = {"id": f"{whole}/1", "definition": {"name": {"da": part}}}
    name = f"{account['homePage']}:{account['name']}:{verb}"
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "actor": {"objectType": "Agent", "account": account},
        "verb": {"id": f"{_ADL}{verb}", "display": {"en": verb}},
        "object": about,
        "result": result,
        "timestamp": (begun + timedelta(minutes=minutes)).isoformat(),
    }
