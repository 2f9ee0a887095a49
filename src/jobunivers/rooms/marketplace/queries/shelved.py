# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on a kommune's shelves, whether or not the gate lets it be seen."""

from datetime import date

from jobunivers.rooms.marketplace.queries.shelf_rows import known
from jobunivers.science.shelving import Stance


def shelved_ids(*, day: date) -> frozenset[int]:
    """Return the offers that some shelf of the kommune shows, also those that are held back."""
    entries = known(day=day).entries
    return frozenset(one.item for one in entries if one.stance != Stance.HIDE)
