# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class WeekConfig(AppConfig):
    """A citizen's week, on her pages and in her own calendar."""

    name = "jobunivers.rooms.week"
    label = "week"

    def ready(self) -> None:
        """Offer the tile of Min side, and let a device of hers keep the week."""
        from jobunivers.rooms.week.actions import erasing
        from jobunivers.rooms.week.queries import dossier, keeping, tiles

        keeping.register()
        dossier.offer()
        tiles.register()
        erasing.offer()
