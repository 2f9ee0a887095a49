# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """What models and rules chose about a citizen: why, on which data, reproduced and contested."""

    name = "jobunivers.rooms.decisions"
    label = "decisions"

    def ready(self) -> None:
        """Say what waits for staff, who is told of it, and where they find it."""
        from jobunivers.rooms.decisions.queries import contests, offering

        contests.offer()
        offering.offer()
