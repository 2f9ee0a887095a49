# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class JourneyConfig(AppConfig):
    """The citizen's profile."""

    name = "jobunivers.rooms.journey"
    label = "journey"

    def ready(self) -> None:
        """Tell the rooms beside this one where a citizen lives, and her week when she is away."""
        from jobunivers.foundation import dated, keeping
        from jobunivers.foundation.places import homes
        from jobunivers.rooms.journey import queries
        from jobunivers.rooms.journey.actions import erasing
        from jobunivers.rooms.journey.queries import by_use, diary, dossier, research

        homes.provide(queries.home_of, queries.reaches_of)
        by_use.offer()
        diary.register()
        research.offer()
        keeping.offer_clock("journey.spells", queries.ends)
        dated.provide("journey", queries.known_days)
        dossier.offer_logs()
        erasing.offer()
