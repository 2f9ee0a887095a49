# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shelves of a nation: filled through the doors, and read as arrays."""

from datetime import datetime, timedelta

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.launching.queries.terms import data_of, recipient_of, terms_of
from jobunivers.rooms.marketplace import queries
from jobunivers.rooms.marketplace.queries import Offer, Way
from jobunivers.simulator import market
from jobunivers.simulator.nation.shelved import Offered, Shelves

SINCE = timedelta(days=400)  # longer than the year that is written
_ASKED = frozenset({Way.OIDC, Way.LTI})  # before these she is asked


def shelves(*, at: datetime) -> Shelves:
    """Fill the market and return what the country offers everywhere, in a fixed order."""
    market.fill(at=at - SINCE, today=at)
    national = tenancy.national()
    kommune = next((one for one in tenancy.opened() if not one.is_national), national)
    with working_for(kommune.pk if kommune else None):
        standing = queries.standing_ids(None, at=at)
        rows = queries.on_offer().filter(pk__in=standing, municipality=None)
        found = rows.filter(current__kommuner=[]).select_related("current", "vendor")
        return Shelves.of([_read(one) for one in found.order_by("key", "pk")])


def _read(offer: Offer) -> Offered:
    version = offer.current
    assert version is not None  # it stands on a shelf
    asked = version.way in _ASKED
    return Offered(
        id=offer.pk,
        version=version.number,
        kind=offer.kind,
        way=version.way,
        minutes=version.minutes or 0,
        title=version.title_da,
        recipient=recipient_of(offer),
        handed=tuple(data_of(offer)) if asked else (),
        terms=terms_of(offer) if asked else "",
    )
