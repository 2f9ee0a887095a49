# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class EntranceConfig(AppConfig):
    """The new entrance: sources, introduction, readiness and a first meeting."""

    name = "jobunivers.rooms.entrance"
    label = "entrance"

    def ready(self) -> None:
        """Say what citizens may be asked to allow, what is told, and where a login leads."""
        from jobunivers.identity import landing
        from jobunivers.rooms.entrance.queries import asks, walking, wordings

        asks.register_all()
        wordings.register_all()
        landing.lead(walking.landing_of)
