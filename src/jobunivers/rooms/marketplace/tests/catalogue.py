# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Offers on shelves, and people who use them, for tests of the catalogue."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions
from jobunivers.rooms.marketplace.models import Offer, OfferUse, Rating, Way
from jobunivers.rooms.marketplace.tests.making import make_offer

KOMMUNE = "0751"


def kommune(code: str = KOMMUNE) -> Municipality:
    """Return the kommune of a code."""
    return Municipality.objects.get(code=code)


def on_shelf(title: str = "CV-værksted", *, shelf: str = "cv", **more: Any) -> Offer:
    """Return an offer that stands on a shelf of the whole country."""
    with working_for(kommune().pk):
        actions.ensure_shelves(at=timezone.now())
        offer = make_offer(title_da=title, title_en="", at=timezone.now(), **more)
        actions.place(shelf_key=shelf, offer_id=offer.pk, whose=actions.COUNTRY, at=timezone.now())
    return offer


def used(offer: Offer, person: Person, *, ago: timedelta = timedelta(days=1)) -> OfferUse:
    """Return her use of an offer that she began some time ago."""
    at = timezone.now() - ago
    with working_for(person.municipality_id):
        return actions.start(
            citizen_id=person.pk,
            offer=offer,
            way=Way.LINK,
            key=f"{person.pk}:{offer.pk}:{at.isoformat()}",
            at=at,
        )


def rated(offer: Offer, person: Person, stars: int, words: str = "") -> Rating:
    """Return what she says of an offer that she has used."""
    used(offer, person)
    with working_for(person.municipality_id):
        return actions.rate(
            citizen_id=person.pk, offer=offer, stars=stars, words=words, at=timezone.now()
        )


def withdrawn(offer: Offer, *, why: str = "Firmaet er lukket", at: datetime | None = None) -> None:
    """Take an offer away from everybody."""
    with working_for(kommune().pk), writing_shared():
        actions.withdraw(offer=offer, why=why, at=at or timezone.now())


def address_objects(citizen: Person) -> dict[str, dict[str, Any]]:
    """Return what the table of addresses needs: an offer she uses, and what she says of it."""
    offer = on_shelf("Til adresserne", way=Way.LINK)
    said = rated(offer, citizen, 4, "God")
    return {
        "market_offer": {"pk": offer.pk},
        "market_given": {"pk": citizen.pk, "offer_pk": offer.pk},
        "market_experience": {"pk": said.pk},
    }
