# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She takes the address of her week away."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.mydata.actions import Erasure, offer_erasure
from jobunivers.rooms.week.actions.feeds import close_feed


def offer() -> None:
    """Offer what she may delete here; said once, in `apps.py`."""
    offer_erasure(
        Erasure(
            code="week.feed",
            name=_("Adressen til din uge i din egen kalender"),
            labels=["week.CalendarFeed"],
            erase=_feed,
            order=50,
        )
    )


def _feed(citizen_id: int, at: datetime) -> int:
    return int(close_feed(citizen_id=citizen_id, at=at))
