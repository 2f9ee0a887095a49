# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """People, roles and login."""

    name = "jobunivers.identity"
    label = "identity"

    def ready(self) -> None:
        """Say who of a kommune is told when sending stands still."""
        from jobunivers.foundation.notices import register
        from jobunivers.identity import queries

        register.answers_for_sending(queries.administrator_ids)
