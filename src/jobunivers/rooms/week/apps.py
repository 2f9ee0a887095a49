# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class WeekConfig(AppConfig):
    """A citizen's week, on her pages and in her own calendar."""

    name = "jobunivers.rooms.week"
    label = "week"

    def ready(self) -> None:
        """Offer the tile of Min side."""
        from jobunivers.rooms.week.queries import tiles

        tiles.register()
