# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class EntranceConfig(AppConfig):
    """The new entrance: sources, introduction, readiness and a first meeting."""

    name = "jobunivers.rooms.entrance"
    label = "entrance"

    def ready(self) -> None:
        """Say what citizens are asked and told, what stands in their weeks, where logins lead."""
        from jobunivers.identity import landing
        from jobunivers.rooms.entrance.actions import erasing, settling
        from jobunivers.rooms.entrance.queries import (
            asks,
            desk,
            diary,
            dossier,
            meetings,
            tiles,
            waiting,
            walking,
            wordings,
        )
        from jobunivers.trust import consents, opening

        opening.provide_assigned(meetings.meets_today)
        asks.register_all()
        consents.when_withdrawn(asks.PROFILE, settling.let_go)
        erasing.offer()
        wordings.register_all()
        diary.register()
        desk.register_desk()
        waiting.offer()
        dossier.offer_logs()
        tiles.register_tiles()
        landing.lead(walking.landing_of)
