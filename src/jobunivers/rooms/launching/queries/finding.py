# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Connections, what she has said yes to, and under which number she is known."""

from jobunivers.rooms.launching.models import HandOver, OidcClient, Pseudonym, Receipt
from jobunivers.rooms.launching.queries.terms import terms_of
from jobunivers.rooms.marketplace.queries import Offer, OfferState, Way

_MOST_RECEIPTS = 200


def connection_of(offer_id: int) -> OidcClient | None:
    """Return how a solution is connected; None: it is not."""
    return OidcClient.objects.filter(offer_id=offer_id).first()


def client_by_id(client_id: str) -> OidcClient | None:
    """Return the client of an identifier, with its offer."""
    if "\0" in client_id:
        return None
    rows = OidcClient.objects.filter(client_id=client_id)
    return rows.select_related("offer__current", "offer__vendor").first()


def connections() -> list[OidcClient]:
    """Return all connections, newest first."""
    rows = OidcClient.objects.select_related("offer__current", "offer__vendor")
    return list(rows.order_by("-made_at"))


def agreed(*, citizen_id: int, offer: Offer) -> HandOver | None:
    """Return her yes to what is handed over today; None when she has not (or not to this)."""
    rows = HandOver.objects.filter(citizen_id=citizen_id, offer=offer, withdrawn_at=None)
    return rows.filter(terms=terms_of(offer)).first()


def pseudonym(*, citizen_id: int, vendor_id: int) -> str | None:
    """Return the number a vendor knows her by; None when it has none."""
    rows = Pseudonym.objects.filter(citizen_id=citizen_id, vendor_id=vendor_id)
    return rows.values_list("subject", flat=True).first()


def citizen_of(*, subject: str, vendor_id: int) -> int | None:
    """Return whom a vendor means by a number; None when it is not one of its numbers here."""
    if "\0" in subject:
        return None
    rows = Pseudonym.objects.filter(subject=subject, vendor_id=vendor_id)
    return rows.values_list("citizen_id", flat=True).first()


def yeses(citizen_id: int) -> list[HandOver]:
    """Return what she has said yes to and not taken back, newest first."""
    rows = HandOver.objects.filter(citizen_id=citizen_id, withdrawn_at=None)
    return list(rows.select_related("offer__current", "offer__vendor").order_by("-given_at"))


def receipts(citizen_id: int) -> list[Receipt]:
    """Return what was handed over, newest first."""
    rows = Receipt.objects.filter(citizen_id=citizen_id).order_by("-at", "-pk")
    return list(rows[:_MOST_RECEIPTS])


def unconnected() -> list[Offer]:
    """Return vendors' solutions that are to be opened by a login and are not connected yet."""
    connected = OidcClient.objects.values("offer_id")
    rows = Offer.objects.filter(vendor__isnull=False, versions__way=Way.OIDC)
    rows = rows.exclude(state=OfferState.WITHDRAWN).exclude(pk__in=connected)
    return list(rows.select_related("vendor", "current").distinct().order_by("key"))


def agreed_offer_ids() -> frozenset[int]:
    """Return the offers whose vendors somebody of the kommune lets know something now."""
    rows = HandOver.objects.filter(withdrawn_at=None).order_by()
    return frozenset(rows.values_list("offer_id", flat=True).distinct())
