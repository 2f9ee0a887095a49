# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class TalksConfig(AppConfig):
    """What an adviser and a citizen have before them in a talk."""

    name = "jobunivers.rooms.talks"
    label = "talks"

    def ready(self) -> None:
        """Stand in weeks, on first pages and in the view of a citizen; answer for the rules."""
        from jobunivers.foundation import dated, tiles
        from jobunivers.rooms.entrance import queries as entrance
        from jobunivers.rooms.followup.queries import composing
        from jobunivers.rooms.talks.queries import card, days, desk, diary, dossier, told
        from jobunivers.rooms.talks.queries.talks import spoken_with
        from jobunivers.rooms.talks.queries.tile import TILE, any_talk

        told.register_notices()
        card.register_card()
        tiles.register(TILE)
        diary.register()
        dossier.register()
        desk.register()
        dated.provide("talks", days.known_days)
        composing.provide_talks(diary.talks_ahead)
        entrance.provide_spoken(spoken_with)
        entrance.provide_talks(any_talk)
