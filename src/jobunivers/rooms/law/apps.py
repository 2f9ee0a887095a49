# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class LawConfig(AppConfig):
    """The law text, and the rules of the field with their dates."""

    name = "jobunivers.rooms.law"
    label = "law"

    def ready(self) -> None:
        """Offer the ways to the room, and its page about a citizen."""
        from jobunivers.rooms.law.queries import ways

        ways.offer()
