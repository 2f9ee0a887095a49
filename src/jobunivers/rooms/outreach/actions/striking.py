# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who is erased is struck from the lists of those who were picked by hand."""

from collections.abc import Collection

from jobunivers.rooms.outreach.models import Push


def strike(citizen_ids: Collection[int]) -> int:
    """Take these people out of all lists of hand-picked people; return how many rows changed."""
    gone = set(citizen_ids)
    rows = list(Push.objects.filter(picked__overlap=list(gone)).order_by("pk"))
    for row in rows:
        row.picked = [pk for pk in row.picked if pk not in gone]
    return Push.objects.bulk_update(rows, ["picked"])
