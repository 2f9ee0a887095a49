# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class VendorsConfig(AppConfig):
    """What private firms answer of their solutions: the gate before a shelf."""

    name = "jobunivers.rooms.vendors"
    label = "vendors"

    def ready(self) -> None:
        """Hold what is approved against its checklist, and tell those who show it."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.vendors import tasks
        from jobunivers.rooms.vendors.queries import told, ways

        told.register_notices()
        ways.offer()
        events.subscribe("marketplace.offer_approved", tasks.check_one)
        events.subscribe("marketplace.offer_blocked", tasks.tell_of_blocked)
