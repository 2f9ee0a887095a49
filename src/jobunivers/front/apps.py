# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class FrontConfig(AppConfig):
    """Pages that show several rooms, and every page's frame."""

    name = "jobunivers.front"
    label = "front"

    def ready(self) -> None:
        """Offer the tile that belongs to no room."""
        from jobunivers.front.tiles import register_tiles

        register_tiles()
