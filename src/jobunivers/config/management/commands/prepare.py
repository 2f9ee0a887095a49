# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bring the database up to date: tables, rights, coming months, starter data."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils import timezone

from jobunivers.config import grants
from jobunivers.foundation.crypto import rotating
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.places import starter as places_starter
from jobunivers.foundation.taxonomy import starter as taxonomy_starter
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.law import actions as law
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.retention import actions as retention
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.talks import actions as talks
from jobunivers.trust import starter as figures_starter


class Command(BaseCommand):
    """Run as the owner of the tables; safe to run again."""

    help = "Migrate, give the app's role its rights, make partitions and load the starter data."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Do all of it, saying each step."""
        now = timezone.now()
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        events.ensure_partitions(at=now)
        grants.give(role=settings.APP_ROLE)
        retention.draw_ways()
        try:
            rotating.know_key(at=now)
        except rotating.WrongKeys as error:
            raise CommandError(str(error)) from error
        taxonomy_starter.ensure(at=now)
        places_starter.ensure(at=now)
        tenancy.ensure_national(at=now)
        law.ensure_rules(at=now)
        segmentation.ensure_policy(at=now)
        entrance.ensure_guide(at=now)
        talks.ensure_cards(at=now)
        marketplace.ensure_shelves(at=now)
        figures_starter.ensure()
        self.stdout.write("The database is ready.")
