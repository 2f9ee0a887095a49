# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two who would change a solution at once wait for each other."""

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.marketplace.queries import Offer


def locked(offer: Offer) -> Offer:
    """Return a solution's row as it stands, held until the transaction ends.

    It belongs to the whole country: only who may write such rows may hold one.
    """
    with writing_shared():
        rows = Offer.objects.select_for_update(of=("self",)).select_related("current", "vendor")
        return rows.get(pk=offer.pk)
