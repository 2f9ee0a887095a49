# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class SegmentationConfig(AppConfig):
    """Which journey a citizen is offered, why, and what would change it."""

    name = "jobunivers.rooms.segmentation"
    label = "segmentation"

    def ready(self) -> None:
        """Say in the AI register which model tells chances of work."""
        from jobunivers.rooms.segmentation.queries import chance_card

        chance_card.register_card()
