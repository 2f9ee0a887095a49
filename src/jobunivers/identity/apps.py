# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """People, roles and login."""

    name = "jobunivers.identity"
    label = "identity"

    def ready(self) -> None:
        """Say who is told when sending stands still; refuse logins with roles nobody knows."""
        from jobunivers.foundation.notices import register
        from jobunivers.identity import providers, queries

        register.answers_for_sending(queries.administrator_ids)
        providers.refuse_unknown_roles()
