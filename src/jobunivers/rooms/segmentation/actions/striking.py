# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who is erased is struck from what was proposed to managers."""

from collections.abc import Collection

from jobunivers.rooms.segmentation.models import HandOver


def strike(citizen_ids: Collection[int]) -> int:
    """Take these people out of all hand-overs' proposals; return how many rows changed."""
    named = [str(pk) for pk in citizen_ids]
    rows = list(HandOver.objects.filter(proposed__has_any_keys=named).order_by("pk"))
    for row in rows:
        row.proposed = {who: staff for who, staff in row.proposed.items() if who not in named}
    return HandOver.objects.bulk_update(rows, ["proposed"])
