# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Vendors' systems are told what happened with their solutions, by signed messages."""

    name = "jobunivers.rooms.webhooks"
    label = "webhooks"

    def ready(self) -> None:
        """Follow what vendors are told of."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.webhooks import tasks
        from jobunivers.rooms.webhooks.actions import ASKED_FOR
        from jobunivers.rooms.webhooks.queries import words

        for kind, told_as in (
            ("marketplace.offer_started", words.STARTED),
            ("marketplace.offer_assigned", words.ASSIGNED),
            ("marketplace.offer_stopped", words.WITHDRAWN),
            ("launching.withdrawn", words.WITHDRAWN),
            ("marketplace.offer_approved", words.APPROVED),
        ):
            events.subscribe(kind, tasks.Telling(told_as))
        events.subscribe(ASKED_FOR, tasks.deliver_asked_for)
