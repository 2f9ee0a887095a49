# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """How long data is kept: rules, legal holds, notice, deletion and anonymisation."""

    name = "jobunivers.rooms.retention"
    label = "retention"

    def ready(self) -> None:
        """Say what days are chosen, when people were last seen, and what is told."""
        from jobunivers.foundation import keeping
        from jobunivers.identity import queries as identity
        from jobunivers.rooms.retention.queries import choices, deskwork, told, variables

        keeping.offer_days(choices.chosen)
        keeping.offer_clock("identity.last_seen", identity.last_seen)
        told.register_notices()
        deskwork.offer()
        variables.offer_own()
