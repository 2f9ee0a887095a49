# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """What a kommune pays a vendor for, by which terms, and what it came to."""

    name = "jobunivers.rooms.agreements"
    label = "agreements"

    def ready(self) -> None:
        """Offer the line of the navigation, and what those who buy are told."""
        from jobunivers.foundation.events import actions as events
        from jobunivers.rooms.agreements import tasks
        from jobunivers.rooms.agreements.queries import asked, told, ways

        told.register_notices()
        ways.offer()
        asked.offer_prices()
        events.subscribe("agreements.request_asked", tasks.tell_of_request)
        for cause in ("agreements.written", "agreements.change_written"):
            events.subscribe(cause, tasks.try_out)
        for step in (
            "sent", "accepted", "agreed", "refused", "approved", "withdrawn", "lapsed",
        ):  # fmt: skip
            events.subscribe(f"agreements.change_{step}", tasks.tell_of_change)
