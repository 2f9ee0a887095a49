# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offers and firms for tests."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace import actions
from jobunivers.rooms.marketplace.models import Format, Kind, Offer, Source, Vendor, Way

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
_number = count(1)


def entry(**more: Any) -> actions.OfferEntry:
    """Return what a version says; `more` says otherwise."""
    told: dict[str, Any] = {
        "title_da": "CV-værksted",
        "title_en": "CV workshop",
        "summary_da": "Skriv et CV, der bliver læst.",
        "summary_en": "Write a CV that is read.",
        "format": Format.VIRTUAL,
        "way": Way.LINK,
        "url": "https://leverandoer.example/cv",
        "minutes": 45,
    }
    return actions.OfferEntry(**(told | more))


def make_vendor(name: str = "Nordlys Læring ApS", *, at: datetime = NOW) -> Vendor:
    """Return a made-up firm."""
    told = actions.VendorEntry(name=name, fictitious=True)
    return actions.save_vendor(key=f"firma-{next(_number)}", entry=told, at=at)


def make_offer(
    *,
    kind: Kind = Kind.TOOL,
    source: Source = Source.MARKET,
    vendor: Vendor | None = None,
    approved: bool = True,
    at: datetime = NOW,
    **more: Any,
) -> Offer:
    """Return an offer, approved unless said otherwise; within `working_for`."""
    market = source == Source.MARKET
    with writing_shared():
        offer = actions.new_offer(
            key=f"tilbud-{next(_number)}",
            kind=kind,
            source=source,
            vendor_id=(vendor or make_vendor(at=at)).pk if market else None,
            entry=entry(**more),
            at=at,
        )
        if approved:
            made = actions.submit(offer=offer, at=at)
            actions.approve(offer=offer, number=made.number, at=at)
    return offer
