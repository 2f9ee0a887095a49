# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig

_OFFER_GONE = (
    "marketplace.offer_withdrawn", "marketplace.offer_blocked", "marketplace.offer_taken_down",
)  # fmt: skip


class OutreachConfig(AppConfig):
    """What staff send to one, to many or to a segment, and what came of it."""

    name = "jobunivers.rooms.outreach"
    label = "outreach"

    def ready(self) -> None:
        """Say what is sent from here and stands on pages of others; follow what is agreed."""
        from jobunivers.foundation import keeping
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.outreach import tasks
        from jobunivers.rooms.outreach.actions import striking
        from jobunivers.rooms.outreach.queries import card, decided, deskwork, everybody, told

        card.register_card()
        decided.offer()
        told.register_notices()
        deskwork.offer()
        everybody.register_groups()
        keeping.offer_strike("outreach.picked", striking.strike)
        events.subscribe("outreach.reach_asked", tasks.look_through)
        for cause in ("outreach.push_submitted", "outreach.push_approved"):
            events.subscribe(cause, tasks.send_soon)
        for cause in _OFFER_GONE:
            events.subscribe(cause, tasks.offer_gone)
