# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's own migrate, with an executor that makes few models at each step."""

from typing import Any

from django.core.management.commands import migrate

from jobunivers.config.migrating import FewExecutor


class Command(migrate.Command):
    """Bring tables up to date."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Do as Django does, with our executor in the place of Django's."""
        djangos = migrate.MigrationExecutor  # type: ignore[attr-defined]
        migrate.MigrationExecutor = FewExecutor  # type: ignore[attr-defined]
        try:
            super().handle(*args, **options)
        finally:
            migrate.MigrationExecutor = djangos  # type: ignore[attr-defined]
