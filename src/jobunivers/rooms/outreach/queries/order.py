# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rule goes first for whom, and how long somebody is left in peace after one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jobunivers.rooms.outreach.models import TriggerOrder

USUAL_REST = 7  # days


@dataclass(frozen=True, slots=True)
class Standing:
    """The orders that hold, by course; "" is that of courses without one of their own."""

    orders: Mapping[str, Sequence[int]]
    rest_days: Mapping[str, int]

    def places(self, course: str, triggers: Sequence[int]) -> dict[int, int]:
        """Return the place of each rule for a course: those in the order first, then the oldest."""
        order = list(self.orders.get(course, self.orders.get("", ())))
        after = len(order)
        found = sorted(triggers, key=lambda pk: (order.index(pk) if pk in order else after, pk))
        return {pk: place for place, pk in enumerate(found)}


def standing() -> Standing:
    """Return the newest order of each course."""
    rows = list(TriggerOrder.objects.order_by("course", "-pk").distinct("course"))
    rest = {"": USUAL_REST} | {row.course: row.rest_days for row in rows}
    return Standing({row.course: row.triggers for row in rows}, rest)
