# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The country's shelves, laid from a file."""

from datetime import datetime

from django.db import transaction

from jobunivers.rooms.marketplace.actions.shelves import ShelfWords, save_shelf
from jobunivers.rooms.marketplace.models import Shelf
from jobunivers.rooms.marketplace.queries.shelf_rows import COUNTRY
from jobunivers.rooms.marketplace.queries.starter import starter_shelves

_STEP = 10


@transaction.atomic
def ensure_shelves(*, at: datetime) -> int:
    """Lay the country's shelves that are not there; return how many are new.

    One that is there is left as it is: whoever runs the platform may have changed it.
    """
    rows = Shelf.objects.filter(municipality=None, cluster=None).order_by("key")
    there = set(rows.values_list("key", flat=True))
    new = 0
    for number, one in enumerate(starter_shelves()):
        if one["key"] in there:
            continue
        words = ShelfWords(
            title_da=one["title_da"],
            title_en=one["title_en"],
            about_da=one["about_da"],
            about_en=one["about_en"],
            order=(number + 1) * _STEP,
        )
        save_shelf(key=one["key"], whose=COUNTRY, entry=words, seen=0, at=at)
        new += 1
    return new
