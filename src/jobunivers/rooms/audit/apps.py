# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AuditConfig(AppConfig):
    """A chain over what may not change, sealed each day; looks that are unusual."""

    name = "jobunivers.rooms.audit"
    label = "audit"

    def ready(self) -> None:
        """Offer the officer her lines of the navigation, and lead her to what waits."""
        from jobunivers.foundation import keeping
        from jobunivers.foundation.events import actions as events
        from jobunivers.identity import landing
        from jobunivers.rooms.audit import tasks
        from jobunivers.rooms.audit.actions import sign_gaps
        from jobunivers.rooms.audit.queries import ways

        events.subscribe("audit.check_asked_for", tasks.check_one)
        keeping.offer_witness(sign_gaps)
        ways.offer()
        landing.lead(ways.landing_of)
