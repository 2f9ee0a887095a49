# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AvailabilityConfig(AppConfig):
    """Availability with its evidence, and possible sanction cases step by step."""

    name = "jobunivers.rooms.availability"
    label = "availability"

    def ready(self) -> None:
        """Stand in staff's view of a citizen and in her week; say what is told, and the card."""
        from jobunivers.foundation import diary, keeping
        from jobunivers.rooms.availability.queries import diary as week
        from jobunivers.rooms.availability.queries import dossier, waiting
        from jobunivers.rooms.availability.queries.card import register_card
        from jobunivers.rooms.availability.queries.told import register_notices

        register_notices()
        register_card()
        dossier.offer()
        keeping.offer_hold("availability.cases", waiting.NOT_OVER, waiting.held_back)
        waiting.offer_review()
        waiting.offer_desk()
        diary.register(diary.Source(week.CODE, asks=week.asks, reads=week.reads))
