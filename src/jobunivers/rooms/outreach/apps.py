# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """What staff send to one, to many or to a segment, and what came of it."""

    name = "jobunivers.rooms.outreach"
    label = "outreach"

    def ready(self) -> None:
        """Say what is sent from here, and what stands on pages of others."""
        from jobunivers.rooms.outreach.queries import deskwork, told

        told.register_notices()
        deskwork.offer()
